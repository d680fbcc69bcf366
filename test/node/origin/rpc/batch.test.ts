import * as zlib from "node:zlib";
import { deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type BatchReply, batchReader, renderBatch } from "../../../../proto/batch/batch.ts";
import { frameUnpacker, renderAvailableDictionary, zlibCompressor } from "../../../../proto/codec/codec.ts";
import { DEFAULT_DICTIONARY } from "../../../../proto/dictionary/dictionary.ts";
import { Fault } from "../../../../proto/fault.ts";
import { Profile, UpdateProfileRequest } from "../../../../proto/gen/passport.contract.ts";
import { dial, gate, JSON_HEADERS, SERVICE, send, startTestServer, type TestServer, until } from "./server.ts";

const PROFILE = `${SERVICE}/GetProfile`;
const UPDATE = `${SERVICE}/UpdateProfile`;

interface JsonItem {
  readonly id: string;
  readonly [field: string]: unknown;
}

async function batch({ url }: TestServer, requests: readonly JsonItem[], headers: Record<string, string> = {}) {
  const reply = await send(url, "/$batch", {
    headers: { ...JSON_HEADERS, ...headers },
    body: JSON.stringify({ requests }),
  });
  return reply;
}

type Replies = Record<string, { status: number; headers: Record<string, string>; body: Record<string, unknown> }>;

async function replies(server: TestServer, requests: readonly JsonItem[], headers?: Record<string, string>) {
  const reply = await batch(server, requests, headers);
  expect(reply.status).toBe(200);
  const { responses } = reply.json() as { responses: (Replies[string] & { id: string })[] };
  return Object.fromEntries(responses.map((item) => [item.id, item])) as Replies;
}

const call = (id: string, url: string, body: unknown = {}, more: object = {}) => ({
  id,
  method: "POST",
  url,
  body,
  ...more,
});

describe("items", () => {
  test("are served each as if alone: procedures by POST and GET, plain routes, and what is not there", async () => {
    const livez = { method: "GET", path: "/livez", handle: () => ({ status: 200, headers: {}, body: "{}" }) } as const;
    const server = await startTestServer({ routes: [livez] });
    const found = await replies(server, [
      call("post", PROFILE),
      { id: "get", url: `${PROFILE}?encoding=json&message=%7B%7D` },
      { id: "route", url: "/livez" },
      { id: "head", method: "HEAD", url: "/livez" },
      { id: "nowhere", url: "/nowhere" },
      call("unknown", `${SERVICE}/Nothing`),
      { id: "put", method: "PUT", url: PROFILE },
    ]);
    expect(Object.entries(found).map(([id, { status }]) => [id, status])).toEqual([
      ["post", 200],
      ["get", 200],
      ["route", 200],
      ["head", 200],
      ["nowhere", 404],
      ["unknown", 501],
      ["put", 405],
    ]);
    expect(found.post?.body).toMatchObject({ nickname: "Ada" });
    expect(found.unknown?.body).toMatchObject({ code: "unimplemented" });
    expect(found.nowhere?.headers["content-type"]).toBe("application/problem+json");
  });

  test("have an access line each, in the trace of the batch unless they bring their own", async () => {
    const server = await startTestServer();
    const own = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    await replies(server, [call("a", PROFILE), call("b", UPDATE, {}, { headers: { traceparent: own } })], {
      traceparent,
    });
    const [a, b, whole] = server.calls();
    expect(a).toMatchObject({ item: "a", procedure: PROFILE.slice(1), traceId: "0af7651916cd43dd8448eb211c80319c" });
    expect(b).toMatchObject({ item: "b", traceId: "4bf92f3577b34da6a3ce929d0e0e4736" });
    expect(whole).toMatchObject({ procedure: "/$batch", code: "ok", traceId: "0af7651916cd43dd8448eb211c80319c" });
    expect(a?.parentId).toBe(whole?.spanId);
  });

  test("have their own credentials, and those of the batch where they have none", async () => {
    const seen: [string, string | null][] = [];
    const server = await startTestServer({
      identify(headers) {
        seen.push([headers.get("x-id") ?? "", headers.get("authorization")]);
        return undefined;
      },
    });
    await replies(
      server,
      [
        call("own", UPDATE, {}, { headers: { "x-id": "own", authorization: "Bearer item" } }),
        call("none", UPDATE, {}, { headers: { "x-id": "none" } }),
      ],
      { authorization: "Bearer batch" },
    );
    expect(seen).toEqual([
      ["own", "Bearer item"],
      ["none", "Bearer batch"],
    ]);
  });

  test("may use what earlier ones were told, also in protobuf", async () => {
    const server = await startTestServer({
      handlers: { updateProfile: ({ nickname = "" }) => ({ nickname, uid: 5n }) },
    });
    const found = await replies(server, [
      call("first", PROFILE),
      call("second", UPDATE, { nickname: "{first.body.nickname} Lovelace" }, { dependsOn: ["first"] }),
    ]);
    expect(found.second?.body).toMatchObject({ nickname: "Ada Lovelace" });

    const headers = [["content-type", "application/proto"]] as const;
    const items = [
      { id: "p", method: "POST", url: PROFILE, headers, dependsOn: [], priority: 0 },
      { id: "q", method: "GET", url: "/{p.body.nickname}", headers: [], dependsOn: ["p"], priority: 0 },
    ];
    const reply = await send(server.url, "/$batch", {
      headers: { "content-type": "application/x-protobuf" },
      body: renderBatch(items, "protobuf"),
    });
    const [p, q] = (reply.json() as { responses: { body: unknown }[] }).responses;
    expect(Profile.decode(Buffer.from(p?.body as string, "base64")).nickname).toBe("Ada");
    expect(q?.body).toMatchObject({ detail: "there is nothing at /Ada" });
  });

  test("that fail leave the others alone, and are not followed by those that need them", async () => {
    const server = await startTestServer({
      handlers: { getProfile: () => Promise.reject(new Fault("permission_denied", "no")) },
    });
    const found = await replies(server, [
      call("bad", PROFILE),
      call("needs", UPDATE, {}, { dependsOn: ["bad"] }),
      call("good", UPDATE),
    ]);
    expect(found).toMatchObject({ bad: { status: 403 }, needs: { status: 424 }, good: { status: 200 } });
    expect(found.bad?.body).toEqual({ code: "permission_denied", message: "no" });
  });

  test("that are slow end at their own time, and their handlers are told", async () => {
    const reasons: unknown[] = [];
    const remaining: (number | undefined)[] = [];
    const server = await startTestServer({
      handlers: {
        getProfile: (_, context) =>
          new Promise(() => {
            remaining.push(context.remainingMs());
            context.signal.addEventListener("abort", () => reasons.push(context.signal.reason));
          }),
      },
    });
    const found = await replies(server, [call("slow", PROFILE, {}, { timeoutMs: 40 }), call("quick", UPDATE)]);
    expect(found).toMatchObject({ slow: { status: 504 }, quick: { status: 200 } });
    expect(reasons).toMatchObject([{ code: "deadline_exceeded" }]);
    expect(remaining[0]).toBeLessThanOrEqual(40);
  });

  test("beyond the limits of a message, of the kind or of the server are refused one by one", async () => {
    const server = await startTestServer({ limits: { messageBytesMax: 100 } });
    const found = await replies(server, [
      call("large", UPDATE, { nickname: "x".repeat(200) }),
      call("text", UPDATE, "aGk=", { headers: { "content-type": "text/plain" } }),
      call("good", UPDATE),
    ]);
    expect(found).toMatchObject({ large: { status: 429 }, text: { status: 415 }, good: { status: 200 } });

    const full = await startTestServer({
      limits: { inFlightMax: 2 },
      handlers: { getProfile: () => new Promise(() => undefined) },
    });
    const some = await replies(full, [call("in", PROFILE, {}, { timeoutMs: 50 }), call("out", UPDATE)]);
    expect(some).toMatchObject({ in: { status: 504 }, out: { status: 503, headers: { "retry-after": "1" } } });
  });

  test("are not packed one by one", async () => {
    const server = await startTestServer({ handlers: { getProfile: () => ({ nickname: "a".repeat(5_000) }) } });
    const found = await replies(server, [call("a", PROFILE, {}, { headers: { "accept-encoding": "gzip" } })]);
    expect(found.a?.headers["content-encoding"]).toBeUndefined();
    expect(found.a?.body).toMatchObject({ nickname: "a".repeat(5_000) });
  });
});

describe("an envelope", () => {
  test.each([
    ["that is no JSON", "{", 400],
    [
      "that repeats an id",
      JSON.stringify({
        requests: [
          { id: "a", url: "/x" },
          { id: "a", url: "/y" },
        ],
      }),
      400,
    ],
    [
      "that has a batch in it",
      JSON.stringify({ requests: [{ id: "a", method: "POST", url: "/$batch", body: {} }] }),
      400,
    ],
    [
      "of 51 items",
      JSON.stringify({ requests: Array.from({ length: 51 }, (_, i) => ({ id: String(i), url: "/x" })) }),
      400,
    ],
    ["of more than 1 MiB", " ".repeat(1024 * 1024 + 1), 413],
  ])("%s is refused as a problem", async (_, body, status) => {
    const { url, calls } = await startTestServer();
    const reply = await send(url, "/$batch", { headers: JSON_HEADERS, body });
    expect(reply.status).toBe(status);
    expect(reply.headers["content-type"]).toBe("application/problem+json");
    expect(calls()).toHaveLength(1);
  });

  test("may be packed, and is bounded when it is unpacked", async () => {
    const { url } = await startTestServer();
    const headers = { ...JSON_HEADERS, "content-encoding": "gzip" };
    const good = gzipSync(JSON.stringify({ requests: [call("a", PROFILE)] }));
    expect((await send(url, "/$batch", { headers, body: good })).status).toBe(200);
    expect((await send(url, "/$batch", { headers, body: gzipSync(Buffer.alloc(64 * 1024 * 1024)) })).status).toBe(413);
    expect((await send(url, "/$batch", { headers, body: good.subarray(0, 20) })).status).toBe(400);
  });

  test("may be packed with the dictionary, where it names the one that is known", async () => {
    const { url } = await startTestServer({ dictionaries: [DEFAULT_DICTIONARY] });
    const dictionary = Buffer.from(DEFAULT_DICTIONARY.bytes);
    const body = deflateRawSync(JSON.stringify({ requests: [call("a", PROFILE)] }), { dictionary });
    const headers = { ...JSON_HEADERS, "content-encoding": "x-dcd" };
    const named = { ...headers, "available-dictionary": renderAvailableDictionary(DEFAULT_DICTIONARY) };
    expect((await send(url, "/$batch", { headers: named, body })).status).toBe(200);
    const unnamed = await send(url, "/$batch", { headers, body });
    expect(unnamed.status).toBe(415);
    expect(unnamed.headers["accept-encoding"]).toContain("gzip");
  });

  test("is answered in the smallest coding that its client takes, unless an item carries a secret", async () => {
    const server = await startTestServer({
      dictionaries: [DEFAULT_DICTIONARY],
      handlers: { getProfile: () => ({ nickname: "ab".repeat(2_000) }) },
    });
    const plain = (await batch(server, [call("a", PROFILE)])).body;
    const packed = await batch(server, [call("a", PROFILE)], { "accept-encoding": "gzip" });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(packed.body)).toEqual(plain);
    const dense = await batch(server, [call("a", PROFILE)], {
      "accept-encoding": "gzip, x-dcd",
      "available-dictionary": renderAvailableDictionary(DEFAULT_DICTIONARY),
    });
    expect(dense.headers["content-encoding"]).toBe("x-dcd");
    expect(inflateRawSync(dense.body, { dictionary: Buffer.from(DEFAULT_DICTIONARY.bytes) })).toEqual(plain);
    const secret = await batch(server, [call("a", PROFILE), call("b", `${SERVICE}/SignInGuest`)], {
      "accept-encoding": "gzip",
    });
    expect(secret.headers["content-encoding"]).toBeUndefined();
  });
});

describe("a stream", () => {
  const FRAMES = "application/x-protobuf;delimited=true";

  test.each([
    ["jsonl" as const, "application/jsonl"],
    ["frames" as const, FRAMES],
  ])("of %s gives each reply when it is ready", async (format, accept) => {
    const finish = gate();
    const { port } = await startTestServer({ handlers: { getProfile: () => finish.opened.then(() => ({ uid: 1n })) } });
    const { socket, received } = await dial(port);
    const body = JSON.stringify({ requests: [call("slow", PROFILE), call("quick", UPDATE, { nickname: "now" })] });
    socket.write(
      `POST /$batch HTTP/1.1\r\nhost: x\r\naccept: ${accept}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await until(() => received().includes("now"));
    expect(received()).toContain("quick");
    expect(received()).not.toContain("slow");
    finish.open();
    await until(() => received().endsWith("\r\n0\r\n\r\n"));
    expect(readStream(format, received()).map(({ id }) => id)).toEqual(["quick", "slow"]);
  });

  test("puts replies that get ready together into one frame, packed for a client that has the dictionary", async () => {
    const { url } = await startTestServer({ dictionaries: [DEFAULT_DICTIONARY] });
    const items = ["a", "b"].map((id) => ({
      id,
      method: "POST",
      url: UPDATE,
      headers: [["content-type", "application/proto"]] as const,
      body: UpdateProfileRequest.encode({ nickname: "Grace Brewster Hopper" }),
      dependsOn: [],
      priority: 0,
    }));
    const ask = (more: Record<string, string>) =>
      send(url, "/$batch", {
        headers: { "content-type": "application/x-protobuf", accept: FRAMES, ...more },
        body: renderBatch(items, "protobuf"),
      });
    const plain = await ask({});
    const packed = await ask({
      "accept-encoding": "x-dcd",
      "available-dictionary": renderAvailableDictionary(DEFAULT_DICTIONARY),
    });
    expect(packed.headers["content-encoding"]).toBeUndefined();
    expect(packed.body.length).toBeLessThan(plain.body.length * 0.7);
    const unpacker = frameUnpacker(DEFAULT_DICTIONARY, zlibCompressor(zlib), 1_000_000);
    const found = batchReader("frames", 1_000_000, unpacker).push(packed.body);
    expect(found.map(({ id, body }) => [id, Profile.decode(body).nickname])).toEqual([
      ["a", "Grace Brewster Hopper"],
      ["b", "Grace Brewster Hopper"],
    ]);
  });

  test("keeps secrets out of what is packed", async () => {
    const server = await startTestServer({ dictionaries: [DEFAULT_DICTIONARY] });
    const found = await batch(server, [call("s", `${SERVICE}/SignInGuest`, { deviceId: "d" }), call("o", PROFILE)], {
      accept: FRAMES,
      "accept-encoding": "x-dcd",
      "available-dictionary": renderAvailableDictionary(DEFAULT_DICTIONARY),
    });
    expect(found.body.toString("latin1")).toContain("access of d");
    expect(found.body.toString("latin1")).not.toContain("Ada");
  });

  test("that nobody reads any more ends its items", async () => {
    const reasons: unknown[] = [];
    const { port, calls, log } = await startTestServer({
      handlers: {
        getProfile: (_, { signal }) =>
          new Promise(() => signal.addEventListener("abort", () => reasons.push(signal.reason))),
      },
    });
    const { socket, received } = await dial(port);
    const body = JSON.stringify({ requests: [call("slow", PROFILE), call("quick", UPDATE)] });
    socket.write(
      `POST /$batch HTTP/1.1\r\nhost: x\r\naccept: application/jsonl\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await until(() => received().includes("quick"));
    socket.destroy();
    await until(() => reasons.length === 1);
    expect(reasons).toMatchObject([{ code: "canceled" }]);
    await until(() => calls().length === 3);
    expect(calls().find(({ item }) => item === "slow")).toMatchObject({ code: "canceled" });
    expect(log().filter(({ level }) => level === "error")).toEqual([]);
  });
});

/** The replies in a chunked body. */
function readStream(format: "jsonl" | "frames", response: string): BatchReply[] {
  const reader = batchReader(format, 1_000_000);
  let rest = response.slice(response.indexOf("\r\n\r\n") + 4);
  const found: BatchReply[] = [];
  for (;;) {
    const end = rest.indexOf("\r\n");
    const length = Number.parseInt(rest.slice(0, end), 16);
    if (length === 0) return [...found, ...reader.end()];
    found.push(...reader.push(Buffer.from(rest.slice(end + 2, end + 2 + length), "latin1")));
    rest = rest.slice(end + 2 + length + 2);
  }
}

test("a merged request names its dictionary as a page does, in fairway-dictionary", async () => {
  const server = await startTestServer({ dictionaries: [DEFAULT_DICTIONARY] });
  const compressor = zlibCompressor(zlib);
  const items = ["a", "b"].map((id) => ({
    id,
    method: "GET",
    url: `${PROFILE}?encoding=json&message=%7B%7D`,
    headers: [],
    dependsOn: [],
    priority: 0,
  }));
  const reply = await send(server.url, "/$batch", {
    headers: {
      "content-type": "application/x-protobuf",
      "content-encoding": "x-dcd",
      accept: "application/x-protobuf;delimited=true",
      "fairway-dictionary": renderAvailableDictionary(DEFAULT_DICTIONARY),
    },
    body: compressor.deflateRaw(renderBatch(items, "protobuf"), DEFAULT_DICTIONARY.bytes),
  });
  expect(reply.status).toBe(200);
  expect(() => batchReader("frames", 1_000_000).push(reply.body)).toThrow(/packed/);
  const unpacker = frameUnpacker(DEFAULT_DICTIONARY, compressor, 1_000_000);
  const found = batchReader("frames", 1_000_000, unpacker).push(reply.body);
  expect(found.map(({ id, status }) => [id, status]).toSorted()).toEqual([
    ["a", 200],
    ["b", 200],
  ]);
});
