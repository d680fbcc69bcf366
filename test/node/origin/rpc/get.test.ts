import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { GetProfileRequest, Profile } from "../../../../proto/gen/passport.contract.ts";
import { SERVICE, send, startTestServer } from "./server.ts";

const PATH = `${SERVICE}/GetProfile`;
const EMPTY = Buffer.from(GetProfileRequest.encode({})).toString("base64url");

async function get(query: string, headers: Record<string, string> = {}) {
  const { url } = await startTestServer();
  return await send(url, `${PATH}?${query}`, { method: "GET", headers });
}

test("a safe method is served over GET in JSON", async () => {
  const reply = await get("connect=v1&encoding=json&message=%7B%7D");
  expect(reply.status).toBe(200);
  expect(reply.headers["content-type"]).toBe("application/json");
  expect(reply.json()).toMatchObject({ nickname: "Ada" });
});

test.each([
  ["in protobuf", `connect=v1&encoding=proto&base64=1&message=${EMPTY}`],
  ["in any order, with unknown parameters", `message=${EMPTY}&x=1&base64=1&encoding=proto`],
  ["packed", `encoding=proto&base64=1&compression=gzip&message=${gzipSync("").toString("base64url")}`],
  ["packed and empty, which is not unpacked", "encoding=proto&base64=1&compression=gzip&message="],
  ["without a message", "encoding=proto"],
])("a safe method is served over GET %s", async (_, query) => {
  const reply = await get(query);
  expect(reply.status).toBe(200);
  expect(Profile.decode(reply.body).nickname).toBe("Ada");
});

test("a base64 message may have padding and the URL-safe alphabet", async () => {
  const message = Buffer.from('{"?":"ÿþ>>>"} ').toString("base64url");
  expect(message).toMatch(/[-_]/);
  for (const padding of ["", "%3D".repeat((4 - (message.length % 4)) % 4)]) {
    expect((await get(`encoding=json&base64=1&message=${message}${padding}`)).status).toBe(200);
  }
});

test.each([
  ["an unknown version", "connect=v2&encoding=json&message=%7B%7D", 400, "invalid_argument"],
  ["an unknown codec", "encoding=xml&message=x", 415, "invalid_argument"],
  ["no codec", "message=%7B%7D", 415, "invalid_argument"],
  ["an unknown coding", "encoding=json&compression=br&message=%7B%7D", 501, "unimplemented"],
  ["base64 that is none", "encoding=json&base64=1&message=*", 400, "invalid_argument"],
  ["JSON that is none", "encoding=json&message=%7B", 400, "invalid_argument"],
  ["gzip that is none", "encoding=json&compression=gzip&base64=1&message=AAAA", 400, "invalid_argument"],
])("%s is refused", async (_, query, status, code) => {
  const reply = await get(query);
  expect(reply.status).toBe(status);
  expect(reply.json()).toMatchObject({ code });
});

test("a reply that one caller sees is not for shared caches, unless the handler says so", async () => {
  const query = `${PATH}?encoding=json&message=%7B%7D`;
  const anonymous = await startTestServer();
  const plain = await send(anonymous.url, query, { method: "GET" });
  expect(plain.headers.vary).toBe("accept-encoding");
  expect(plain.headers["cache-control"]).toBeUndefined();

  const identify = () => ({ uid: 1n, sessionId: 1n, expiresAtMs: 1e15 });
  const personal = await startTestServer({ identify });
  expect((await send(personal.url, query, { method: "GET" })).headers["cache-control"]).toBe("private");

  const decided = await startTestServer({
    identify,
    handlers: {
      getProfile(_, context) {
        context.setReplyHeader("cache-control", "public, max-age=5");
        return {};
      },
    },
  });
  expect((await send(decided.url, query, { method: "GET" })).headers["cache-control"]).toBe("public, max-age=5");
});

test("a deadline travels in the header, as with POST", async () => {
  const seen: unknown[] = [];
  const { url } = await startTestServer({
    handlers: {
      getProfile(_, context) {
        seen.push(context.remainingMs());
        return {};
      },
    },
  });
  await send(url, `${PATH}?encoding=json&message=%7B%7D`, { method: "GET", headers: { "connect-timeout-ms": "5000" } });
  expect(seen[0]).toBeGreaterThan(4_000);
});
