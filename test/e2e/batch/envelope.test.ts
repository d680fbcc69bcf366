/** Envelopes that are wrong, and the last ones that are right. */
import { constants, deflateRawSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_DICTIONARY } from "../../../proto/dictionary/dictionary.ts";
import { request } from "../edge/world.ts";
import {
  type JsonItem,
  PROTOBUF,
  post,
  postItems,
  protobufEnvelope,
  runItems,
  startWorld,
  type World,
} from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world?.stop();
});

const ONE: JsonItem = { id: "one", url: "/plain/one" };
const AVAILABLE = `:${DEFAULT_DICTIONARY.hash}:`;

function numbered(count: number): JsonItem[] {
  return Array.from({ length: count }, (_, at) => ({ id: `i${at}`, url: `/plain/${at}` }));
}

async function refused(reply: ReturnType<typeof post>) {
  const { status, headers, body } = await reply;
  expect(headers["content-type"]).toBe("application/problem+json");
  const problem = JSON.parse(body.toString()) as { status: number; detail: string; code: string };
  expect(problem.status).toBe(status);
  return { ...problem, headers };
}

describe("a batch has at most", () => {
  test("50 items", async () => {
    expect(Object.values(await runItems(world, numbered(50))).map(({ status }) => status)).toEqual(Array(50).fill(200));
    const { status, detail } = await refused(postItems(world, numbered(51)));
    expect(status).toBe(400);
    expect(detail).toContain("51");
  });

  test("1 MiB, as it comes and as it is unpacked", async () => {
    const padded = (bytes: number) => {
      const envelope = JSON.stringify({ requests: [ONE] });
      return envelope + " ".repeat(bytes - envelope.length);
    };
    expect((await post(world, padded(1_048_576))).status).toBe(200);
    expect((await refused(post(world, padded(1_048_577)))).status).toBe(413);
    const packed = gzipSync(padded(1_048_577));
    expect((await refused(post(world, packed, { "content-encoding": "gzip" }))).status).toBe(413);
  });
});

/** Deflate that ends on a byte and knows nothing of what was before, so that it can be repeated. */
const ONE_MEGABYTE = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
const GZIP_HEADER = gzipSync("").subarray(0, 10);

describe("a bomb of 1 GB is refused without being unpacked:", () => {
  test("gzip", async () => {
    const bomb = Buffer.concat([GZIP_HEADER, ...Array<Buffer>(1000).fill(ONE_MEGABYTE)]);
    expect(bomb.length).toBeLessThan(1_048_576);
    const before = await world.edge.residentBytes();
    expect((await refused(post(world, bomb, { "content-encoding": "gzip" }))).status).toBe(413);
    expect((await world.edge.residentBytes()) - before).toBeLessThan(100 << 20);
  });

  test("with the dictionary", async () => {
    const bomb = Buffer.concat(Array<Buffer>(1000).fill(ONE_MEGABYTE));
    const headers = { "content-encoding": "x-dcd", "available-dictionary": AVAILABLE };
    expect((await refused(post(world, bomb, headers))).status).toBe(413);
  });
});

describe("bytes that are not what they claim to be are refused with 400:", () => {
  const envelope = JSON.stringify({ requests: [ONE] });
  test.each<[string, string | Uint8Array, Record<string, string>]>([
    ["JSON cut short", envelope.slice(0, -1), {}],
    ["JSON not in UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), {}],
    ["nothing", "", {}],
    ["a list", "[]", {}],
    ["no list", '{"requests":{}}', {}],
    ["protobuf of another message", Buffer.from([0xff, 0xff, 0xff, 0xff]), { "content-type": PROTOBUF }],
    ["protobuf cut short", protobufEnvelope([ONE as never]).subarray(0, -2), { "content-type": PROTOBUF }],
    ["no gzip", envelope, { "content-encoding": "gzip" }],
    ["gzip cut short", gzipSync(envelope).subarray(0, -6), { "content-encoding": "gzip" }],
    [
      "gzip with something after it",
      Buffer.concat([gzipSync(envelope), Buffer.from("x")]),
      { "content-encoding": "gzip" },
    ],
    ["no deflate", envelope, { "content-encoding": "x-dcd", "available-dictionary": AVAILABLE }],
  ])("%s", async (_, body, headers) => {
    expect((await refused(post(world, body, headers))).status).toBe(400);
  });

  test("deflate with another dictionary than the header names", async () => {
    const dictionary = Buffer.from(DEFAULT_DICTIONARY.bytes).reverse();
    const packed = deflateRawSync(envelope.repeat(3), { dictionary });
    const headers = { "content-encoding": "x-dcd", "available-dictionary": AVAILABLE };
    expect((await refused(post(world, packed, headers))).status).toBe(400);
  });
});

describe("what the edge does not take is refused with 415, and it says what it takes:", () => {
  test.each(["text/plain", "multipart/mixed; boundary=x", "application/x-www-form-urlencoded"])("%s", async (type) => {
    const { status, headers } = await refused(postItems(world, [ONE], { "content-type": type }));
    expect([status, headers.accept]).toEqual([415, "application/json, application/x-protobuf"]);
  });

  test.each<Record<string, string>>([
    { "content-encoding": "br" },
    { "content-encoding": "gzip, gzip" },
    { "content-encoding": "x-dcd" },
    { "content-encoding": "x-dcd", "available-dictionary": ":AAAA:" },
    { "content-encoding": "x-dcd", "available-dictionary": `:${"A".repeat(43)}=:` },
  ])("%j", async (coding) => {
    const { status, headers } = await refused(postItems(world, [ONE], coding));
    expect([status, headers["accept-encoding"]]).toEqual([415, "gzip, x-dcd"]);
  });
});

test.each(["GET", "PUT", "DELETE"])("%s is refused with 405", async (method) => {
  const { status, headers } = await request(world.edge.url, "/$batch", { method });
  expect([status, headers.allow]).toEqual([405, "POST"]);
});

test.each<[string, Record<string, string>, (json: string) => Uint8Array]>([
  ["gzip", { "content-encoding": "gzip" }, (json) => gzipSync(json)],
  [
    "the dictionary",
    { "content-encoding": "x-dcd", "available-dictionary": AVAILABLE },
    (json) => deflateRawSync(json, { dictionary: Buffer.from(DEFAULT_DICTIONARY.bytes) }),
  ],
])("an envelope packed with %s is understood, also chunked", async (_, headers, pack) => {
  const { status, body } = await post(world, pack(JSON.stringify({ requests: [ONE] })), headers);
  expect(status).toBe(200);
  expect(JSON.parse(body.toString()).responses).toMatchObject([{ id: "one", status: 200 }]);
});

test("the escaped path is the same", async () => {
  const options = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ requests: [ONE] }),
  };
  expect((await request(world.edge.url, "/%24batch", options)).status).toBe(200);
});

describe("a refusal names the item and what is wrong with it:", () => {
  test.each<[string, readonly JsonItem[], string]>([
    ["an id twice", [ONE, { id: "two", url: "/plain/2" }, ONE], "requests[2] 'one'"],
    ["no id", [ONE, { url: "/plain/2" } as never], "requests[1]"],
    ["an id that is no string", [{ id: 7 as never, url: "/plain/7" }], "requests[0]"],
    ["a dependency on itself", [{ ...ONE, dependsOn: ["one"] }], "requests[0] 'one'"],
    ["a dependency on nobody", [{ ...ONE, dependsOn: ["two"] }], '"two"'],
    [
      "a cycle of three",
      ["a", "b", "c"].map((id, at) => ({ id, url: "/plain/x", dependsOn: [["b", "c", "a"][at]] })),
      "cycle among a, b, c",
    ],
    [
      "a value of an item that it does not depend on",
      [
        ONE,
        { id: "b", url: "/x/{one.body.id}", dependsOn: [] },
        { id: "c", url: "/plain/{one.body.id}", dependsOn: ["b"] },
      ],
      "'one'",
    ],
    ["no URL", [{ id: "one" }], "requests[0] 'one'"],
    ["a body for GET", [{ ...ONE, body: {} }], "requests[0] 'one'"],
    ["a time-out that is none", [{ ...ONE, timeoutMs: -1 }], "timeoutMs"],
    ["a header with a line break", [{ ...ONE, headers: { "x-a": "1\r\nx-fairway-uid: 7" } }], "x-a"],
    ["a header that is none", [{ ...ONE, headers: { "x a": "1" } }], "x a"],
    ["a method that no one may send", [{ ...ONE, method: "TRACE" }], "TRACE"],
  ])("%s", async (_, items, named) => {
    const { status, detail } = await refused(postItems(world, items));
    expect(status).toBe(400);
    expect(detail).toContain(named);
  });
});

describe("a batch in a batch is refused, however it is spelled:", () => {
  test.each([
    "/$batch",
    "/%24batch",
    "/%2524batch",
    "/$BATCH",
    "/$batch/",
    "/$batch?x",
    "/./$batch",
    "/plain/../$batch",
    "/plain/%2e%2e/$batch",
    "/%24%62atch",
    "/plain/$batch",
    "/$batch;x=1",
    "$batch",
  ])("%s", async (url) => {
    const { status, detail } = await refused(
      postItems(world, [{ id: "one", method: "POST", url, body: { requests: [ONE] } }]),
    );
    expect(status).toBe(400);
    expect(detail).toContain("'one'");
  });
});

describe("a URL that leaves the host is refused:", () => {
  test.each([
    "http://127.0.0.1:1/plain",
    "HTTPS://evil.test",
    "//evil.test/plain",
    "///evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "/plain\t/x",
    "/plain /x",
    "/plain\u0000",
    "/plain#fragment",
    "/../x",
    "/plain/../../x",
  ])("%j", async (url) => {
    expect((await refused(postItems(world, [{ id: "one", url }]))).status).toBe(400);
  });

  test("and no upstream has seen anything of it", async () => {
    expect(world.plain.seen.filter(({ url }) => !url.startsWith("/plain/"))).toEqual([]);
  });
});
