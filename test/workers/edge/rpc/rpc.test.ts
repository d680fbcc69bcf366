import { describe, expect, test } from "vitest";
import type { Face } from "../../../../edge/face/face.ts";
import type { Call, Reply } from "../../../../edge/route/call.ts";
import { type RpcContext, type RpcFaceOptions, rpcFace } from "../../../../edge/rpc/rpc.ts";
import { startDeadline } from "../../../../edge/upstream/upstream.ts";
import { renderBase64 } from "../../../../proto/base64.ts";
import { renderAvailableDictionary } from "../../../../proto/codec/codec.ts";
import type { HandlersOf } from "../../../../proto/connect/connect.ts";
import { Fault } from "../../../../proto/fault.ts";
import { Health, HealthCheckRequest, HealthCheckResponse } from "../../../../proto/gen/health.contract.ts";
import {
  GetProfileRequest,
  PassportService,
  Profile,
  SignInGuestRequest,
  UpdateProfileRequest,
} from "../../../../proto/gen/passport.contract.ts";
import { COMPRESSOR, callOf, codecWith, dictionaryOf, gzipOf, itemRef, routeOf } from "../codec/fixture.ts";

type Handlers = HandlersOf<typeof PassportService, RpcContext>;

const IDENTITY = { uid: 7n, sessionId: 8n, expiresAtMs: 9, headers: {} };
const NOT_HERE = () => {
  throw new Fault("unimplemented", "not in this test");
};
const PROCEDURE = "/fairway.passport.v1.PassportService/UpdateProfile";

function faceOf(handlers: Partial<Handlers>, options: Partial<RpcFaceOptions> = {}): Face {
  const all: Handlers = {
    signInGuest: NOT_HERE,
    refresh: NOT_HERE,
    getProfile: NOT_HERE,
    updateProfile: NOT_HERE,
    signOut: NOT_HERE,
    ...handlers,
  };
  return rpcFace(PassportService, all, deps(), { name: "passport", ...options });
}

function deps() {
  return {
    codec: codecWith(),
    compressor: COMPRESSOR,
    authenticator: {
      verify: async (authorization: string | null, mode: string) => {
        if (authorization === "Bearer good") return IDENTITY;
        if (authorization === null && mode === "optional") return undefined;
        throw new Fault("unauthenticated", "who are you");
      },
    },
    operators: {
      isOperator: async ({ request }: Pick<Call, "request">) => request.headers.get("authorization") === "Bearer ops",
      authorize: async () => {
        throw new Fault("permission_denied", "no operators");
      },
    },
  };
}

function post(body: BodyInit, headers: Record<string, string>, changes: Partial<Call> = {}, path = PROCEDURE) {
  const init = { method: "POST", body, headers };
  return callOf(init, routeOf(), { target: { path, query: "" }, ...changes });
}

const update = (init: object) => UpdateProfileRequest.encode(init);
const PROTO = { "content-type": "application/proto" };
const JSON_TYPE = { "content-type": "application/json" };
const ada = (): Partial<Handlers> => ({
  updateProfile: ({ nickname }) => ({ nickname: `${nickname} L.`, uid: 2n ** 60n }),
});

async function bytesOf(reply: Reply): Promise<Uint8Array> {
  return new Uint8Array(await reply.arrayBuffer());
}

describe("a call", () => {
  test("is answered in the codec that it came in", async () => {
    const face = faceOf(ada());
    const inProtobuf = await face.answer(post(update({ nickname: "Ada" }), PROTO), PROCEDURE);
    expect(inProtobuf.status).toBe(200);
    expect(inProtobuf.headers.get("content-type")).toBe("application/proto");
    expect(Profile.decode(await bytesOf(inProtobuf))).toMatchObject({ nickname: "Ada L.", uid: 2n ** 60n });

    const inJson = await face.answer(post('{"nickname":"Ada","avatar_url":"x"}', JSON_TYPE), PROCEDURE);
    expect(inJson.headers.get("content-type")).toBe("application/json");
    expect(JSON.parse(new TextDecoder().decode(await bytesOf(inJson)))).toMatchObject({
      nickname: "Ada L.",
      uid: "1152921504606846976",
    });
  });

  test("has a name in the log, and an error of it is one of Connect wherever the face is mounted", async () => {
    const call = post("no json", JSON_TYPE);
    await expect(faceOf(ada()).answer(call, PROCEDURE)).rejects.toMatchObject({ code: "invalid_argument" });
    expect(call.entry.route?.name).toBe("fairway.passport.v1.PassportService/UpdateProfile");
    expect(call.route?.rpc?.name).toBe("UpdateProfile");
  });

  test("may be packed with gzip", async () => {
    const call = post(gzipOf(update({ nickname: "Ada" })), { ...PROTO, "content-encoding": "gzip" });
    const reply = await faceOf(ada()).answer(call, PROCEDURE);
    expect(Profile.decode(await bytesOf(reply)).nickname).toBe("Ada L.");
  });

  test("may be packed with the dictionary, where the edge has it", async () => {
    const words = await dictionaryOf("Ada and other words");
    const face = rpcFace(
      Health,
      { check: ({ service }) => ({ status: service.length }) },
      { ...deps(), codec: codecWith([words]) },
      { name: "h" },
    );
    const packed = COMPRESSOR.deflateRaw(HealthCheckRequest.encode({ service: "Ada and other words" }), words.bytes);
    const call = post(
      packed,
      { ...PROTO, "content-encoding": "x-dcd", "available-dictionary": renderAvailableDictionary(words) },
      {},
      "/grpc.health.v1.Health/Check",
    );
    const reply = await face.answer(call, "/grpc.health.v1.Health/Check");
    expect(HealthCheckResponse.decode(await bytesOf(reply)).status).toBe(19);
  });

  test("of a safe method may be a GET, with its message packed", async () => {
    const face = rpcFace(Health, { check: ({ service }) => ({ status: service.length }) }, deps(), { name: "h" });
    const path = "/grpc.health.v1.Health/Check";
    const message = renderBase64(gzipOf(HealthCheckRequest.encode({ service: "abc" })))
      .replaceAll("+", "-")
      .replaceAll("/", "_");
    const query = `?message=${encodeURIComponent(message)}&base64=1&encoding=proto&compression=gzip&connect=v1`;
    const reply = await face.answer(callOf({}, routeOf(), { target: { path, query } }), path);
    expect(HealthCheckResponse.decode(await bytesOf(reply)).status).toBe(3);
    expect(reply.headers.get("cache-control")).toBe("no-store");
  });

  test("that is an item of a batch takes its body from the batch, and tells what it reads as", async () => {
    const item = { ...itemRef(), body: update({ nickname: "Ada" }) };
    const call = callOf({ method: "POST", headers: PROTO }, routeOf(), { item });
    await faceOf(ada()).answer(call, PROCEDURE);
    expect(call.json?.()).toMatchObject({ nickname: "Ada L." });
  });

  test("of a method with secrets is told so, and its reply is not stored", async () => {
    const face = faceOf({ signInGuest: () => ({ accessToken: "t" }) });
    const path = "/fairway.passport.v1.PassportService/SignInGuest";
    const call = post(SignInGuestRequest.encode({ deviceId: "d" }), PROTO, {}, path);
    const reply = await face.answer(call, path);
    expect(call.sensitive).toBe(true);
    expect(reply.headers.get("cache-control")).toBe("no-store");
  });
});

describe("refused is", () => {
  test.each<[string, Call, object]>([
    ["another method than there is", post("", PROTO), { code: "unimplemented", status: 404 }],
    ["another content type", post("", { "content-type": "text/plain" }), { status: 415 }],
    ["another coding", post("", { ...PROTO, "content-encoding": "br" }), { code: "unimplemented" }],
    ["what is no gzip", post("xyz", { ...PROTO, "content-encoding": "gzip" }), { code: "invalid_argument" }],
    [
      "another version of the protocol",
      post("", { ...PROTO, "connect-protocol-version": "2" }),
      { code: "invalid_argument" },
    ],
    ["a time that is none", post("", { ...PROTO, "connect-timeout-ms": "1e3" }), { code: "invalid_argument" }],
    ["a GET of a method with effects", callOf({}), { code: "unimplemented", status: 405, headers: { allow: "POST" } }],
    ["bytes that are no message", post(new Uint8Array([255, 255]), PROTO), { code: "invalid_argument" }],
    ["a body that is too large", post("x".repeat(65), PROTO), { code: "resource_exhausted", status: 413 }],
    [
      "a body that is too large unpacked",
      post(gzipOf("x".repeat(65)), { ...PROTO, "content-encoding": "gzip" }),
      { code: "resource_exhausted" },
    ],
    ["text that is not UTF-8", post(new Uint8Array([34, 0xff, 34]), JSON_TYPE), { code: "invalid_argument" }],
  ])("%s", async (name, call, fault) => {
    const path = name.startsWith("another method") ? "/fairway.passport.v1.PassportService/Drop" : PROCEDURE;
    const face = faceOf(ada(), { messageBytesMax: 64 });
    await expect((async () => face.answer(call, path))()).rejects.toMatchObject(fault);
  });

  test("a reply that its contract does not know, as a fault of ours", async () => {
    const face = faceOf({ updateProfile: () => ({ uid: 5 as unknown as bigint }) });
    await expect(face.answer(post(update({}), PROTO), PROCEDURE)).rejects.toThrow("reply.uid: fixed64 expected");
  });

  test("a service without all of its handlers, when it is made", () => {
    const handlers = { check: undefined } as unknown as HandlersOf<typeof Health, RpcContext>;
    expect(() => rpcFace(Health, handlers, deps(), { name: "h" })).toThrow(
      "grpc.health.v1.Health/Check has no handler",
    );
  });
});

describe("the context of a handler", () => {
  test("tells the caller when it is asked, and the log with it", async () => {
    const face = faceOf({ updateProfile: async (_request, context) => ({ uid: (await context.requireCaller()).uid }) });
    const call = post(update({}), { ...PROTO, authorization: "Bearer good" });
    expect(Profile.decode(await bytesOf(await face.answer(call, PROCEDURE))).uid).toBe(7n);
    expect(call.entry.identity).toBe(IDENTITY);
    await expect(face.answer(post(update({}), PROTO), PROCEDURE)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("tells an operator from others, without checking a token of accounts", async () => {
    const face = faceOf({
      updateProfile: async (_request, context) => ({ nickname: String(await context.isOperator()) }),
      signOut: async (_request, context) => {
        await context.requireOperator();
        return {};
      },
    });
    const nickname = async (headers: Record<string, string>) =>
      Profile.decode(await bytesOf(await face.answer(post(update({}), { ...PROTO, ...headers }), PROCEDURE))).nickname;
    expect(await nickname({ authorization: "Bearer ops" })).toBe("true");
    expect(await nickname({})).toBe("false");
    const path = "/fairway.passport.v1.PassportService/SignOut";
    await expect(face.answer(post("", PROTO, {}, path), path)).rejects.toMatchObject({ code: "permission_denied" });
  });

  test("aborts when the time is over that the caller asked for", async () => {
    let reason: unknown;
    const face = faceOf({
      updateProfile: (_request, { signal }) =>
        new Promise(() => {
          signal.addEventListener("abort", () => {
            reason = signal.reason;
          });
        }),
    });
    const call = post(update({}), { ...PROTO, "connect-timeout-ms": "20" });
    await expect(face.answer(call, PROCEDURE)).rejects.toMatchObject({
      code: "deadline_exceeded",
      message: "the call took longer than 20 ms",
    });
    expect(reason).toMatchObject({ code: "deadline_exceeded" });
  });

  test("aborts with the batch", async () => {
    const batch = new AbortController();
    const face = faceOf({
      updateProfile: (_request, { signal }) =>
        new Promise((settle) => {
          signal.addEventListener("abort", () => settle({ nickname: String(signal.reason) }));
          batch.abort("gone");
        }),
    });
    const item = { ...itemRef(), startDeadline, body: update({}) };
    const call = callOf({ method: "POST", headers: PROTO }, routeOf(), { item, signal: batch.signal });
    expect(Profile.decode(await bytesOf(await face.answer(call, PROCEDURE))).nickname).toBe("gone");
  });

  test("grants no more time than the service does", async () => {
    const face = faceOf({ updateProfile: () => new Promise(() => undefined) }, { timeoutMs: 10 });
    const call = post(update({}), { ...PROTO, "connect-timeout-ms": "9999999999" });
    await expect(face.answer(call, PROCEDURE)).rejects.toMatchObject({ message: "the call took longer than 10 ms" });
  });

  test("sets headers of the reply", async () => {
    const face = faceOf({
      getProfile: (_request, context) => {
        context.setReplyHeader("Cache-Control", "max-age=60");
        return {};
      },
    });
    const path = "/fairway.passport.v1.PassportService/GetProfile";
    const message = renderBase64(GetProfileRequest.encode({}));
    const target = { path, query: `?encoding=proto&base64=1&message=${message}` };
    const reply = await face.answer(callOf({}, routeOf(), { target }), path);
    expect(reply.headers.get("cache-control")).toBe("max-age=60");
  });
});
