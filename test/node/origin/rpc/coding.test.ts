import { randomBytes } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { acceptsGzip, pack } from "../../../../origin/rpc/coding.ts";
import { Profile, UpdateProfileRequest } from "../../../../proto/gen/passport.contract.ts";
import { JSON_HEADERS, PROTO_HEADERS, SERVICE, send, startTestServer } from "./server.ts";

const LONG = "fairway ".repeat(1_000);
const echo = { updateProfile: ({ nickname = "" }) => ({ nickname }) };
const UPDATE = `${SERVICE}/UpdateProfile`;

describe("a request", () => {
  test.each([100, 100_000])("packed with gzip is unpacked (%i repetitions)", async (count) => {
    const { url, calls } = await startTestServer({ handlers: echo });
    const body = gzipSync(UpdateProfileRequest.encode({ nickname: "ab".repeat(count) }));
    const headers = { ...PROTO_HEADERS, "content-encoding": "gzip", "accept-encoding": "identity" };
    const reply = await send(url, UPDATE, { headers, body });
    expect(Profile.decode(reply.body).nickname).toBe("ab".repeat(count));
    expect(calls()).toMatchObject([{ bytesIn: body.length }]);
  });

  test("that is empty is not unpacked", async () => {
    const { url } = await startTestServer();
    const headers = { ...PROTO_HEADERS, "content-encoding": "gzip" };
    expect((await send(url, `${SERVICE}/GetProfile`, { headers })).status).toBe(200);
  });

  test.each(["br", "zstd", "x-dcd", "gzip, gzip"])(
    "packed with %s is unimplemented, and told what is",
    async (coding) => {
      const { url } = await startTestServer();
      const reply = await send(url, UPDATE, { headers: { ...JSON_HEADERS, "content-encoding": coding }, body: "{}" });
      expect(reply.status).toBe(501);
      expect(reply.json()).toMatchObject({ code: "unimplemented", message: expect.stringContaining("gzip") });
    },
  );

  test.each([
    ["noise", Buffer.alloc(3_000, 7)],
    ["gzip cut short", gzipSync(LONG).subarray(0, 40)],
    ["gzip with a wrong checksum", corrupted(gzipSync(LONG))],
    ["plain text", Buffer.from(LONG)],
  ])("that claims to be gzip and is %s is invalid", async (_, body) => {
    const { url } = await startTestServer();
    const reply = await send(url, UPDATE, { headers: { ...JSON_HEADERS, "content-encoding": "gzip" }, body });
    expect(reply.status).toBe(400);
    expect(reply.json()).toMatchObject({ code: "invalid_argument" });
  });

  test("that unpacks to 1 GB is refused at the cost of its limit, and the server goes on", async () => {
    const bomb = bombOf(1024 ** 3);
    expect(bomb.length).toBeLessThan(1.1 * 1024 * 1024);
    const { url } = await startTestServer();
    const before = process.memoryUsage().rss;
    const startedMs = performance.now();
    const reply = await send(url, UPDATE, { headers: { ...PROTO_HEADERS, "content-encoding": "gzip" }, body: bomb });
    expect(reply.status).toBe(429);
    expect(reply.json()).toMatchObject({ code: "resource_exhausted" });
    expect(performance.now() - startedMs).toBeLessThan(2_000); // Unpacking all of it takes longer.
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024);
    expect((await send(url, `${SERVICE}/GetProfile`, { headers: PROTO_HEADERS })).status).toBe(200);
  });
});

describe("a reply", () => {
  const body = JSON.stringify({ nickname: LONG });

  test("is packed for a client that takes gzip", async () => {
    const { url, calls } = await startTestServer({ handlers: echo });
    const reply = await send(url, UPDATE, { headers: { ...JSON_HEADERS, "accept-encoding": "gzip" }, body });
    expect(reply.headers["content-encoding"]).toBe("gzip");
    expect(JSON.parse(gunzipSync(reply.body).toString())).toEqual({ nickname: LONG });
    expect(reply.headers["content-length"]).toBe(String(reply.body.length));
    expect(calls()).toMatchObject([{ bytesOut: reply.body.length }]);
  });

  test("is packed for a client that sent gzip and says nothing of what it takes", async () => {
    const { url } = await startTestServer({ handlers: echo });
    const headers = { ...JSON_HEADERS, "content-encoding": "gzip" };
    expect((await send(url, UPDATE, { headers, body: gzipSync(body) })).headers["content-encoding"]).toBe("gzip");
  });

  test("is plain for a client that says nothing", async () => {
    const { url } = await startTestServer({ handlers: echo });
    expect((await send(url, UPDATE, { headers: JSON_HEADERS, body })).headers["content-encoding"]).toBeUndefined();
  });

  test("is plain where it is short, or would not get shorter", async () => {
    const { url } = await startTestServer({ handlers: echo });
    const headers = { ...JSON_HEADERS, "accept-encoding": "gzip" };
    const short = await send(url, UPDATE, { headers, body: JSON.stringify({ nickname: "aaaaaaaaaaaaaaaa" }) });
    expect(short.headers["content-encoding"]).toBeUndefined();
    for (const length of [2_000, 200_000]) expect(await pack(randomBytes(length))).toBeUndefined();
  });

  test("with a secret, or to a request with one, is never packed", async () => {
    const { url } = await startTestServer({
      handlers: { signInGuest: () => ({ accessToken: LONG }), refresh: () => ({ accessToken: LONG }) },
    });
    for (const procedure of ["SignInGuest", "Refresh"]) {
      const headers = { ...JSON_HEADERS, "accept-encoding": "gzip" };
      const reply = await send(url, `${SERVICE}/${procedure}`, { headers, body: "{}" });
      expect(reply.headers["content-encoding"]).toBeUndefined();
      expect(reply.json()).toMatchObject({ accessToken: LONG });
    }
  });
});

test.each([
  ["gzip", true],
  ["gzip, br", true],
  ["br;q=1.0, gzip;q=0.5", true],
  ["br, x-gzip", true],
  ["*", true],
  ["gzip;q=0", false],
  ["gzip;q=0.000, *", false],
  ["*;q=0", false],
  ["br", false],
  ["identity", false],
  ["", false],
])("Accept-Encoding %j takes gzip: %s", (header, takes) => {
  expect(acceptsGzip(header, "identity")).toBe(takes);
  expect(acceptsGzip(header, "gzip")).toBe(takes);
});

function corrupted(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(1, bytes.length - 8);
  return bytes;
}

/** Gzip may be put together of members, so a small one repeated makes a large one in no time. */
function bombOf(bytes: number): Buffer {
  const memberBytes = 16 * 1024 * 1024;
  const member = gzipSync(Buffer.alloc(memberBytes));
  return Buffer.concat(Array.from({ length: bytes / memberBytes }, () => member));
}
