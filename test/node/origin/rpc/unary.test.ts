import { describe, expect, test } from "vitest";
import { Fault } from "../../../../proto/fault.ts";
import { Profile, SignInGuestRequest, UpdateProfileRequest } from "../../../../proto/gen/passport.contract.ts";
import { dial, JSON_HEADERS, PROTO_HEADERS, SERVICE, send, startTestServer } from "./server.ts";

describe("a POST", () => {
  test("in protobuf is answered in protobuf", async () => {
    const { url } = await startTestServer();
    const body = UpdateProfileRequest.encode({ nickname: "Grace", revision: 4 });
    const reply = await send(url, `${SERVICE}/UpdateProfile`, { headers: PROTO_HEADERS, body });
    expect(reply.status).toBe(200);
    expect(reply.headers["content-type"]).toBe("application/proto");
    expect(Profile.decode(reply.body)).toMatchObject({ uid: 42n, nickname: "Grace", revision: 5 });
  });

  test("in JSON is answered in JSON, with 64-bit integers as strings", async () => {
    const { url } = await startTestServer();
    const body = JSON.stringify({ nickname: "Grace", revision: 4 });
    const reply = await send(url, `${SERVICE}/UpdateProfile`, { headers: JSON_HEADERS, body });
    expect(reply.headers["content-type"]).toBe("application/json");
    expect(reply.json()).toEqual({ uid: "42", nickname: "Grace", revision: 5 });
  });

  test("whose reply carries tokens may be kept by nobody (RFC 6749 §5.1), any other says nothing of it", async () => {
    const { url } = await startTestServer();
    const body = SignInGuestRequest.encode({ deviceId: "a-device-of-a-test" });
    const signedIn = await send(url, `${SERVICE}/SignInGuest`, { headers: PROTO_HEADERS, body });
    expect(signedIn.headers["cache-control"]).toBe("no-store");
    const profile = await send(url, `${SERVICE}/GetProfile`, { headers: PROTO_HEADERS });
    expect(profile.headers["cache-control"]).toBeUndefined();
  });

  test.each([["deviceId"], ["device_id"]])("in JSON may name a field %s", async (name) => {
    const { url } = await startTestServer();
    const body = JSON.stringify({ [name]: "0123456789abcdef", newerField: [1] });
    const reply = await send(url, `${SERVICE}/SignInGuest`, { headers: JSON_HEADERS, body });
    expect(reply.json()).toMatchObject({ accessToken: "access of 0123456789abcdef" });
  });

  test("with no body is an empty message in protobuf, and no message in JSON", async () => {
    const { url } = await startTestServer();
    for (const framing of [{ "content-length": "0" }, { "transfer-encoding": "chunked" }]) {
      const headers = { ...PROTO_HEADERS, ...framing };
      expect((await send(url, `${SERVICE}/GetProfile`, { headers })).status).toBe(200);
    }
    const inJson = await send(url, `${SERVICE}/GetProfile`, { headers: JSON_HEADERS });
    expect(inJson.status).toBe(400);
    expect(inJson.json()).toMatchObject({ code: "invalid_argument" });
  });

  test("whose body comes in many pieces is put together, with or without a length", async () => {
    const { url } = await startTestServer({ handlers: { updateProfile: ({ nickname = "" }) => ({ nickname }) } });
    const body = UpdateProfileRequest.encode({ nickname: "é".repeat(400_000) });
    for (const framing of [{ "content-length": String(body.length) }, { "transfer-encoding": "chunked" }]) {
      const reply = await send(url, `${SERVICE}/UpdateProfile`, { headers: { ...PROTO_HEADERS, ...framing }, body });
      expect(Profile.decode(reply.body).nickname).toHaveLength(400_000);
    }
  });

  test.each([
    ["application/json; charset=utf-8", 200],
    ['application/json;charset="UTF-8"', 200],
    ["Application/JSON", 200],
    ["application/json; charset=latin1", 415],
    ["text/plain", 415],
    ["application/connect+json", 415],
    ["application/grpc", 415],
    ["application/x-www-form-urlencoded", 415],
    ["", 415],
  ])("of the type %j is answered with %i", async (type, status) => {
    const { url } = await startTestServer();
    const reply = await send(url, `${SERVICE}/GetProfile`, { headers: { "content-type": type }, body: "{}" });
    expect(reply.status).toBe(status);
    if (status === 415) expect(reply.headers["accept-post"]).toBe("application/proto, application/json");
  });

  test.each([
    ["1", 200],
    ["2", 400],
    ["", 400],
  ])("of protocol version %j is answered with %i", async (version, status) => {
    const { url } = await startTestServer();
    const headers = { ...JSON_HEADERS, "connect-protocol-version": version };
    expect((await send(url, `${SERVICE}/GetProfile`, { headers, body: "{}" })).status).toBe(status);
  });
});

describe("what cannot be read is refused with invalid_argument", () => {
  test.each([
    ["protobuf cut short", PROTO_HEADERS, SignInGuestRequest.encode({ deviceId: "0123456789abcdef" }).slice(0, 8)],
    ["protobuf of noise", PROTO_HEADERS, Uint8Array.from({ length: 200 }, (_, i) => (i * 151) & 0xff)],
    ["protobuf whose text is not UTF-8", PROTO_HEADERS, Uint8Array.of(0x0a, 2, 0xff, 0xfe)],
    ["JSON cut short", JSON_HEADERS, '{"deviceId":"0123'],
    ["JSON of another shape", JSON_HEADERS, "[]"],
    ["JSON of another type", JSON_HEADERS, '{"deviceId":7}'],
    ["JSON that is not UTF-8", JSON_HEADERS, Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d)],
    ["JSON nested too deeply", JSON_HEADERS, `{"deviceId":${"[".repeat(100_000)}`],
  ])("%s", async (_, headers, body) => {
    const { url, calls } = await startTestServer();
    const reply = await send(url, `${SERVICE}/SignInGuest`, { headers, body });
    expect(reply.status).toBe(400);
    expect(reply.headers["content-type"]).toBe("application/json");
    expect(reply.json()).toMatchObject({ code: "invalid_argument" });
    expect(reply.body.toString()).not.toContain("at "); // No stack.
    expect(calls()).toMatchObject([{ code: "invalid_argument", status: 400 }]);
  });
});

describe("what is not there", () => {
  test.each([
    ["service", "/fairway.nowhere.v1.NoService/Get"],
    ["method", `${SERVICE}/Nothing`],
    ["method, in another case", `${SERVICE}/getProfile`],
  ])("as a %s is unimplemented", async (_, path) => {
    const { url } = await startTestServer();
    const reply = await send(url, path, { headers: JSON_HEADERS, body: "{}" });
    expect(reply.status).toBe(501);
    expect(reply.json()).toEqual({ code: "unimplemented", message: `${path.slice(1)} is not implemented` });
  });

  test("as a path that is no procedure is a problem of plain HTTP", async () => {
    const { url } = await startTestServer();
    const reply = await send(url, "/nothing/here", { method: "GET" });
    expect(reply.status).toBe(404);
    expect(reply.headers["content-type"]).toBe("application/problem+json");
    expect(reply.json()).toMatchObject({ status: 404, code: "not_found" });
  });

  test.each([
    ["GET", "UpdateProfile", "POST"],
    ["PUT", "UpdateProfile", "POST"],
    ["DELETE", "GetProfile", "GET, POST"],
    ["OPTIONS", "GetProfile", "GET, POST"],
  ])("as the method %s of %s is answered with 405 and what is allowed", async (method, procedure, allow) => {
    const { url } = await startTestServer();
    const reply = await send(url, `${SERVICE}/${procedure}`, { method });
    expect(reply.status).toBe(405);
    expect(reply.headers.allow).toBe(allow);
  });

  test("may also be asked for in absolute form, which names the same", async () => {
    const { port } = await startTestServer();
    const { socket, closed } = await dial(port);
    socket.write(
      `POST http://origin.example${SERVICE}/GetProfile HTTP/1.1\r\nhost: origin.example\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}`,
    );
    expect(await closed).toMatch(/^HTTP\/1\.1 200 .*"Ada"/s);
  });
});

describe("a handler's fault", () => {
  test("reaches the client with code, message, details and headers, and nothing of its cause", async () => {
    const details = [{ type: "fairway.passport.v1.Profile", value: Profile.encode({ uid: 7n }), debug: { uid: "7" } }];
    const { url } = await startTestServer({
      handlers: {
        getProfile() {
          const cause = new Error("the secret reason");
          throw new Fault("resource_exhausted", "slow down", { details, cause, retryAfterSeconds: 3 });
        },
      },
    });
    const reply = await send(url, `${SERVICE}/GetProfile`, { headers: PROTO_HEADERS });
    expect(reply.status).toBe(429);
    expect(reply.headers["content-type"]).toBe("application/json");
    expect(reply.headers["retry-after"]).toBe("3");
    expect(reply.json()).toEqual({
      code: "resource_exhausted",
      message: "slow down",
      details: [{ type: "fairway.passport.v1.Profile", value: "CQcAAAAAAAAA", debug: { uid: "7" } }],
    });
    expect(reply.body.toString()).not.toContain("secret reason");
  });

  test.each([
    ["an Error", () => Promise.reject(new Error("password 1234"))],
    ["something that is no Error", () => Promise.reject("password 1234")],
    [
      "a rejection after a while",
      async () => {
        await new Promise((settle) => setImmediate(settle));
        throw new TypeError("password 1234");
      },
    ],
  ])("that is %s is internal to the client and told in full to the log", async (_, getProfile) => {
    const { url, log } = await startTestServer({ handlers: { getProfile } });
    const reply = await send(url, `${SERVICE}/GetProfile`, { headers: PROTO_HEADERS });
    expect(reply.status).toBe(500);
    expect(reply.json()).toEqual({ code: "internal", message: "internal error" });
    const [line] = log().filter(({ level }) => level === "error");
    expect(line).toMatchObject({ message: "a call failed", procedure: `${SERVICE.slice(1)}/GetProfile` });
    expect(JSON.stringify(line)).toContain("password 1234");
    expect(line?.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  test.each([
    ["nothing", undefined, "reply: a fairway.passport.v1.Profile expected"],
    ["a list", [], "reply: a fairway.passport.v1.Profile expected"],
    ["a number for a 64-bit id", { uid: 7 }, "reply.uid: fixed64 expected"],
    ["an id below 0", { uid: -1n }, "reply.uid: fixed64 expected"],
    ["text for a number", { revision: "7" }, "reply.revision: uint32 expected"],
    ["a message that is none", { createdAt: "now" }, "reply.createdAt: a google.protobuf.Timestamp expected"],
    ["a wrong field of a message", { createdAt: { seconds: 1 } }, "reply.createdAt.seconds: int64 expected"],
    ["text that has no UTF-8", { nickname: "\ud800" }, "reply.nickname: string expected"],
  ])("of returning %s is internal, and the log says what did not fit", async (_, returned, wrong) => {
    const { url, log } = await startTestServer({ handlers: { getProfile: () => returned as never } });
    const reply = await send(url, `${SERVICE}/GetProfile`, { headers: JSON_HEADERS, body: "{}" });
    expect(reply.json()).toEqual({ code: "internal", message: "internal error" });
    expect(JSON.stringify(log())).toContain(wrong);
  });

  test("whose details cannot be rendered is still answered", async () => {
    const details = [{ type: "x.Y", value: new Uint8Array(0), debug: { n: 1n } }];
    const { url } = await startTestServer({
      handlers: { getProfile: () => Promise.reject(new Fault("not_found", "no", { details })) },
    });
    const reply = await send(url, `${SERVICE}/GetProfile`, { headers: PROTO_HEADERS });
    expect(reply.json()).toEqual({ code: "internal", message: "internal error" });
  });
});

describe("metadata", () => {
  test("reaches the handler, bytes from padded and unpadded base64", async () => {
    const seen: unknown[] = [];
    const { url } = await startTestServer({
      handlers: {
        getProfile(_, context) {
          seen.push(context.header("x-colour"), context.headerBytes("x-key-bin"), context.header("x-none"));
          return {};
        },
      },
    });
    for (const key of ["AAH/", "AAEC/w==", "AAEC/w"]) {
      const headers = { ...PROTO_HEADERS, "x-colour": "red", "x-key-bin": key };
      expect((await send(url, `${SERVICE}/GetProfile`, { headers })).status).toBe(200);
    }
    const bytes = [Uint8Array.of(0, 1, 255), Uint8Array.of(0, 1, 2, 255), Uint8Array.of(0, 1, 2, 255)];
    expect(seen).toEqual(bytes.flatMap((key) => ["red", key, undefined]));
  });

  test("that is no base64 is the client's fault", async () => {
    const { url } = await startTestServer({
      handlers: { getProfile: (_, context) => ({ nickname: String(context.headerBytes("x-key-bin")) }) },
    });
    const headers = { ...PROTO_HEADERS, "x-key-bin": "!" };
    expect((await send(url, `${SERVICE}/GetProfile`, { headers })).status).toBe(400);
  });

  test("of the handler goes out as headers and as trailer- headers, also with an error", async () => {
    const set = (context: { setReplyHeader: Setter; setReplyTrailer: Setter }) => {
      context.setReplyHeader("X-Colour", "red");
      context.setReplyHeader("x-key-bin", Uint8Array.of(0, 1, 2, 255));
      context.setReplyTrailer("x-cost", "237");
    };
    const { url } = await startTestServer({
      handlers: {
        getProfile(_, context) {
          set(context);
          return {};
        },
        signOut(_, context) {
          set(context);
          throw new Fault("aborted", "no");
        },
      },
    });
    for (const procedure of ["GetProfile", "SignOut"]) {
      const { headers } = await send(url, `${SERVICE}/${procedure}`, { headers: PROTO_HEADERS });
      expect(headers).toMatchObject({ "x-colour": "red", "x-key-bin": "AAEC/w", "trailer-x-cost": "237" });
    }
  });

  test.each([
    ["content-length", "7"],
    ["connect-something", "1"],
    ["bad name", "1"],
    ["x-bad", "line\r\nx-injected: 1"],
    ["x-bytes", new Uint8Array(1)],
    ["x-text-bin", "text"],
  ])("named %s that would break the reply is the handler's mistake", async (name, value) => {
    const { url, log } = await startTestServer({
      handlers: {
        getProfile(_, context) {
          context.setReplyHeader(name, value);
          return {};
        },
      },
    });
    const reply = await send(url, `${SERVICE}/GetProfile`, { headers: PROTO_HEADERS });
    expect(reply.json()).toEqual({ code: "internal", message: "internal error" });
    expect(reply.headers["x-injected"]).toBeUndefined();
    expect(log().some(({ level }) => level === "error")).toBe(true);
  });
});

type Setter = (name: string, value: string | Uint8Array) => void;

describe("the access line", () => {
  test("tells procedure, code, bytes, caller and trace, and continues the caller's trace", async () => {
    const { url, calls } = await startTestServer({
      identify: () => ({ uid: 9n, sessionId: 1n, expiresAtMs: 1e15 }),
    });
    const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    await send(url, `${SERVICE}/GetProfile`, { headers: { ...JSON_HEADERS, traceparent }, body: "{}" });
    expect(calls()).toMatchObject([
      {
        level: "info",
        procedure: `${SERVICE.slice(1)}/GetProfile`,
        code: "ok",
        status: 200,
        bytesIn: 2,
        uid: "9",
        traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
        parentId: "00f067aa0ba902b7",
      },
    ]);
    const [line] = calls();
    expect(line?.ms).toBeTypeOf("number");
    expect(line?.spanId).toMatch(/^(?!00f067aa0ba902b7)[0-9a-f]{16}$/);
  });

  test("escapes what a client made up", async () => {
    const { url, calls } = await startTestServer();
    await send(url, '/a"b%0A{"x":1}', { method: "GET" });
    expect(calls()).toMatchObject([{ code: "not_found" }]);
  });

  test("of messages is written at debug level, and never what is a secret", async () => {
    const { url, log } = await startTestServer({ level: "debug" });
    await send(url, `${SERVICE}/SignInGuest`, { headers: JSON_HEADERS, body: '{"deviceId":"my-very-secret-device"}' });
    await send(url, `${SERVICE}/UpdateProfile`, { headers: JSON_HEADERS, body: '{"nickname":"Grace"}' });
    const text = JSON.stringify(log());
    expect(text).toContain("Grace");
    expect(text).toContain("[redacted] fairway.passport.v1.SignInGuestRequest");
    expect(text).not.toContain("my-very-secret-device");
  });
});
