/** What an RPC is answered: through the edge the same as at the origin itself, whatever is wrong with it. */
import { DatabaseSync } from "node:sqlite";
import { gzipSync } from "node:zlib";
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { PassportService, Profile, Session, SignInGuestRequest } from "../../../proto/gen/passport.contract.ts";
import { connectService } from "../../node/origin/rpc/connect-service.ts";
import { call, deviceId, type SignedIn, send, signIn } from "./calls.ts";
import { PASSPORT, type System, startSystem } from "./system.ts";

const JSON_BODY = { "content-type": "application/json" };
const PROTO_BODY = { "content-type": "application/proto" };

let system: System;
let caller: SignedIn;
/** The two ways to the same method. */
let urls: { readonly edge: string; readonly origin: string };
beforeAll(async () => {
  system = await startSystem();
  urls = { edge: system.edge.url, origin: system.origins[0]?.url ?? "" };
  caller = await signIn(urls.edge);
});
afterAll(() => system?.stop());

describe("what is wrong is told by the edge as by the origin:", () => {
  const post = (headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>) => ({
    method: "POST",
    headers,
    body,
  });
  const cases: Record<string, { path: string; init: RequestInit; status: number; code: string }> = {
    "JSON that breaks off": {
      path: `${PASSPORT}/SignInGuest`,
      init: post(JSON_BODY, '{"deviceId":'),
      status: 400,
      code: "invalid_argument",
    },
    "protobuf that is none": {
      path: `${PASSPORT}/SignInGuest`,
      init: post(PROTO_BODY, "\u00ff\u00ff\u00ff"),
      status: 400,
      code: "invalid_argument",
    },
    "a value that the service refuses": {
      path: `${PASSPORT}/SignInGuest`,
      init: post(JSON_BODY, '{"deviceId":"short"}'),
      status: 400,
      code: "invalid_argument",
    },
    "gzip that is none": {
      path: `${PASSPORT}/GetProfile`,
      init: post({ ...PROTO_BODY, "content-encoding": "gzip" }, "this is no gzip"),
      status: 400,
      code: "invalid_argument",
    },
    "a bomb of gzip": {
      path: `${PASSPORT}/UpdateProfile`,
      init: post({ ...PROTO_BODY, "content-encoding": "gzip" }, gzipSync(new Uint8Array(32 * 1024 * 1024))),
      status: 429,
      code: "resource_exhausted",
    },
    "more than anyone takes": {
      path: `${PASSPORT}/UpdateProfile`,
      init: post(PROTO_BODY, new Uint8Array(5 * 1024 * 1024)),
      status: 429,
      code: "resource_exhausted",
    },
    "a coding that nobody knows": {
      path: `${PASSPORT}/GetProfile`,
      init: post({ ...PROTO_BODY, "content-encoding": "br" }, "x"),
      status: 501,
      code: "unimplemented",
    },
    "a version of the protocol that nobody knows": {
      path: `${PASSPORT}/GetProfile`,
      init: post({ ...JSON_BODY, "connect-protocol-version": "2" }, "{}"),
      status: 400,
      code: "invalid_argument",
    },
    "a timeout that is no number": {
      path: `${PASSPORT}/GetProfile`,
      init: post({ ...JSON_BODY, "connect-timeout-ms": "soon" }, "{}"),
      status: 400,
      code: "invalid_argument",
    },
    "a method of no contract": {
      path: `${PASSPORT}/Nothing`,
      init: post(JSON_BODY, "{}"),
      status: 501,
      code: "unimplemented",
    },
    "a service of no contract": {
      path: "/fairway.nothing.v1.NothingService/Nothing",
      init: post(JSON_BODY, "{}"),
      status: 501,
      code: "unimplemented",
    },
    "no credentials where some are needed": {
      path: `${PASSPORT}/GetProfile`,
      init: post(JSON_BODY, "{}"),
      status: 401,
      code: "unauthenticated",
    },
    "a token that is none": {
      path: `${PASSPORT}/GetProfile`,
      init: post({ ...JSON_BODY, authorization: "Bearer abc.def.ghi" }, "{}"),
      status: 401,
      code: "unauthenticated",
    },
  };

  test.each(Object.entries(cases))("%s", async (_, { path, init, status, code }) => {
    const [edge, origin] = [await send(urls.edge + path, init), await send(urls.origin + path, init)];
    expect([edge.status, edge.body.code]).toEqual([status, code]);
    expect([origin.status, origin.body.code]).toEqual([status, code]);
    for (const name of ["content-type", "cache-control"]) {
      expect([name, edge.headers.get(name)]).toEqual([name, origin.headers.get(name)]);
    }
    const scheme = /^Bearer\b/;
    if (status === 401) {
      expect(edge.headers.get("www-authenticate")).toMatch(scheme);
      expect(origin.headers.get("www-authenticate")).toMatch(scheme);
    }
  });

  test.each([
    ["another content type", "POST", "SignInGuest", 415],
    ["GET of what changes something", "GET", "UpdateProfile", 405],
    ["PUT", "PUT", "GetProfile", 405],
  ])("%s", async (_, method, name, status) => {
    const init = { method, ...(method === "GET" ? {} : { headers: { "content-type": "text/plain" }, body: "{}" }) };
    const replies = await Promise.all(
      Object.values(urls).map((url) => fetch(`${url}${PASSPORT}/${name}?encoding=json&message={}`, init)),
    );
    for (const reply of replies) await reply.arrayBuffer();
    const [edge, origin] = replies;
    expect([edge?.status, origin?.status]).toEqual([status, status]);
    expect(edge?.headers.get("allow")).toBe(origin?.headers.get("allow"));
  });
});

describe("an error's details", () => {
  test.each(["edge", "origin"] as const)("reach a client in protobuf at the %s", async (tier) => {
    for (const useBinaryFormat of [true, false]) {
      const transport = createConnectTransport({ baseUrl: urls[tier], httpVersion: "1.1", useBinaryFormat });
      const passport = createClient(connectService("passport.proto", PassportService.name), transport) as unknown as {
        updateProfile(message: object, options: object): Promise<unknown>;
      };
      const update = passport.updateProfile(
        { nickname: "x", revision: 99 },
        { headers: { authorization: caller.authorization } },
      );
      const error = await update.then(
        () => undefined,
        (thrown: unknown) => ConnectError.from(thrown),
      );
      expect(error?.code).toBe(Code.Aborted);
      const [detail] = (error?.details ?? []) as { readonly type: string; readonly value: Uint8Array }[];
      expect(detail?.type).toBe(Profile.name);
      expect(Profile.decode(detail?.value ?? new Uint8Array())).toMatchObject({ uid: BigInt(caller.uid), revision: 1 });
    }
  });

  test("are the same bytes at the edge as at the origin", async () => {
    const { authorization } = caller;
    const conflict = (url: string) => call(url, "UpdateProfile", { nickname: "x", revision: 99 }, { authorization });
    const [edge, origin] = [await conflict(urls.edge), await conflict(urls.origin)];
    expect(edge.body).toEqual(origin.body);
    expect(edge.status).toBe(409);
    expect(edge.body.details).toHaveLength(1);
  });
});

describe("bodies", () => {
  test("in protobuf and JSON, packed and not, mean the same", async () => {
    const device = deviceId();
    const message = SignInGuestRequest.encode({ deviceId: device });
    const uids = new Set<string>();
    const text = JSON.stringify({ device_id: device });
    for (const url of Object.values(urls)) {
      for (const body of [message, gzipSync(message)]) {
        const headers = { ...PROTO_BODY, ...(body === message ? {} : { "content-encoding": "gzip" }) };
        const reply = await fetch(`${url}${PASSPORT}/SignInGuest`, { method: "POST", headers, body });
        uids.add(String(Session.decode(await reply.bytes()).uid));
      }
      for (const body of [text, gzipSync(text)]) {
        const headers = { ...JSON_BODY, ...(body === text ? {} : { "content-encoding": "gzip" }) };
        uids.add(String((await send(`${url}${PASSPORT}/SignInGuest`, { method: "POST", headers, body })).body.uid));
      }
    }
    expect([...uids]).toEqual([expect.stringMatching(/^[1-9]\d+$/)]);
  });

  test("with a secret are never compressed", async () => {
    const headers = { ...JSON_BODY, "accept-encoding": "gzip" };
    const body = JSON.stringify({ deviceId: deviceId() });
    for (const url of Object.values(urls)) {
      const signedIn = await fetch(`${url}${PASSPORT}/SignInGuest`, { method: "POST", headers, body });
      await signedIn.arrayBuffer();
      expect([signedIn.status, signedIn.headers.get("content-encoding")]).toEqual([200, null]);
    }
  });

  test("of a safe method may come in the URL, and the reply is the caller's alone", async () => {
    const { authorization, uid } = caller;
    const query = "connect=v1&encoding=json&message=%7B%7D";
    for (const url of Object.values(urls)) {
      const got = await send(`${url}${PASSPORT}/GetProfile?${query}`, { headers: { authorization } });
      expect(got).toMatchObject({ status: 200, body: { uid } });
      expect(got.headers.get("cache-control")).toBe("private");
    }
  });
});

describe("a client that is refused while it is still sending hears why:", () => {
  const megabytes = new Uint8Array(8 * 1024 * 1024);
  test.each([
    ["nothing is there", "/nowhere", {}, 404],
    ["its token is bad", `${PASSPORT}/UpdateProfile`, { ...PROTO_BODY, authorization: "Bearer a.b.c" }, 401],
    ["it sends too much", `${PASSPORT}/UpdateProfile`, PROTO_BODY, 429],
    ["its batch is too large", "/$batch", JSON_BODY, 413],
  ])("%s", async (_, path, headers, status) => {
    const reply = await send(urls.edge + path, { method: "POST", headers, body: megabytes });
    expect(reply.status).toBe(status);
    // The connection is good for another request, or was closed in order.
    expect((await send(`${urls.edge}/livez`)).status).toBe(200);
  });
});

describe("a session", () => {
  test("is refreshed and ended through the edge, and is over at both tiers then", async () => {
    const first = await signIn(urls.edge);
    const { status, body } = await call(urls.edge, "Refresh", { refreshToken: first.refreshToken });
    expect([status, body.uid]).toEqual([200, first.uid]);
    const authorization = `Bearer ${body.accessToken}`;
    expect((await call(urls.edge, "GetProfile", {}, { authorization })).body.uid).toBe(first.uid);
    expect((await call(urls.edge, "SignOut", {}, { authorization })).status).toBe(200);
    for (const url of Object.values(urls)) {
      expect((await call(url, "GetProfile", {}, { authorization })).status).toBe(401);
      expect((await call(url, "Refresh", { refreshToken: String(body.refreshToken) })).status).toBe(401);
    }
  });
});

describe("a deadline", () => {
  test("that the caller sets ends the call at both tiers, while the database is locked", async () => {
    const other = new DatabaseSync(system.originEnv.SQLITE_PATH ?? "");
    onTestFinished(() => other.close());
    other.exec("begin immediate");
    const headers = { authorization: caller.authorization, "connect-timeout-ms": "300" };
    for (const url of Object.values(urls)) {
      const sentMs = performance.now();
      const { status, body } = await call(url, "UpdateProfile", { nickname: "late" }, headers);
      expect([status, body.code]).toEqual([504, "deadline_exceeded"]);
      expect(performance.now() - sentMs).toBeLessThan(3_000); // SQLite would wait longer for its lock.
    }
    other.exec("rollback");
    const { body } = await call(
      urls.edge,
      "UpdateProfile",
      { nickname: "in time" },
      { authorization: caller.authorization },
    );
    expect(body.nickname).toBe("in time");
  });
});
