import zlib from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BATCH_OFFERS,
  type BatchFormat,
  type BatchItem,
  type BatchReader,
  type BatchReply,
  batchReader,
  batchWriter,
  parseBatch,
  renderBatch,
} from "../../../../proto/batch/batch.ts";
import { urlProblem } from "../../../../proto/batch/url.ts";
import { framePacker, frameUnpacker, preferredMedia, zlibCompressor } from "../../../../proto/codec/codec.ts";
import { DEFAULT_DICTIONARY } from "../../../../proto/dictionary/dictionary.ts";
import { BatchFrame } from "../../../../proto/gen/batch.contract.ts";
import { bytesOf, hexOf, vectors } from "../vectors.ts";

interface GoldenReply extends Omit<BatchReply, "body"> {
  readonly body: string;
}

interface Vectors {
  readonly requests: readonly {
    readonly format: "json" | "protobuf";
    readonly hex: string;
    readonly items: readonly (Omit<BatchItem, "body"> & { body?: string })[];
  }[];
  readonly replies: readonly {
    readonly format: BatchFormat;
    readonly hex: string;
    readonly replies: readonly GoldenReply[];
  }[];
}

const TEXT = new TextEncoder();
const FORMATS: readonly BatchFormat[] = ["json", "jsonl", "protobuf", "frames"];
const CONTENT_TYPES = { json: "application/json", protobuf: "application/x-protobuf" };
const compressor = zlibCompressor(zlib);

const name = fc
  .stringMatching(/^[a-z][a-z0-9-]{0,12}$/)
  .filter((candidate) => !CONNECTION.has(candidate) && candidate !== "content-type");
const value = fc.stringMatching(/^[\t -~\u00a0-\u00ff]{0,30}$/);
const fields = fc.array(fc.tuple(name, value), { maxLength: 5 });
const json = fc.json().map((text) => ({ type: "application/json", body: TEXT.encode(text) }));
const binary = fc
  .uint8Array({ maxLength: 200 })
  .map((bytes) => ({ type: "application/x-protobuf", body: new Uint8Array(bytes) }));
const content = fc.oneof(json, binary);
const id = fc.stringMatching(/^[A-Za-z0-9._~-]{1,64}$/);

const reply: fc.Arbitrary<BatchReply> = fc
  .tuple(id, fc.integer({ min: 200, max: 599 }), fields, content, fc.boolean())
  .map(([replyId, status, headers, { type, body }, sensitive]) => ({
    id: replyId,
    status,
    headers: [["content-type", type], ...headers],
    body,
    sensitive,
  }));
const replies = fc.array(reply, { maxLength: 8 });

const item: fc.Arbitrary<BatchItem> = fc
  .tuple(fields, fc.option(content), fc.nat(60_000), fc.integer({ min: -5, max: 5 }), fc.webPath(), fc.boolean())
  .filter(([, , , , path]) => urlProblem(path) === undefined)
  .map(([headers, withBody, timeoutMs, priority, url, bare]) => ({
    id: "",
    method: withBody === null ? "GET" : "POST",
    url,
    headers: withBody === null ? headers : [["content-type", withBody.type], ...headers],
    ...(withBody === null || withBody.body.length === 0 ? {} : { body: withBody.body }),
    dependsOn: [],
    ...(timeoutMs === 0 ? {} : { timeoutMs }),
    priority,
    ...(bare ? { bare } : {}),
  }));
const items = fc
  .array(item, { minLength: 1, maxLength: 6 })
  .map((all) =>
    all.map((one, index) => ({ ...one, id: `i${index}`, dependsOn: index === 0 ? [] : [`i${index - 1}`] })),
  );

describe("the golden envelopes", () => {
  const { requests, replies: answers } = vectors<Vectors>("batch");

  test.each(requests)("request $#, $format", ({ format, hex, items: expected }) => {
    const parsed = parseBatch(bytesOf(hex), CONTENT_TYPES[format]);
    expect(parsed.map(({ body, ...rest }) => ({ ...rest, ...(body && { body: hexOf(body) }) }))).toEqual(expected);
    expect(hexOf(renderBatch(parsed, format))).toBe(hex);
  });

  test.each(answers)("reply $#, $format", ({ format, hex, replies: expected }) => {
    const read = readAll(batchReader(format, 100_000), [bytesOf(hex)]);
    expect(read.map(({ body, ...rest }) => ({ ...rest, body: hexOf(body) }))).toEqual(expected);
    const writer = batchWriter(format);
    expect(hexOf(writer.write(read)) + hexOf(writer.end())).toBe(hex);
  });
});

describe("items", () => {
  test.each(["json", "protobuf"] as const)("come back from %s as they went in", (format) => {
    fc.assert(
      fc.property(items, (given) => {
        fc.pre(!given.some(({ body }) => textOf(body).trim() === "null"));
        const sorted = (all: readonly BatchItem[]) =>
          all.map(({ headers, ...rest }) => ({ ...rest, headers: byName(headers) }));
        expect(sorted(parseBatch(renderBatch(given, format), CONTENT_TYPES[format]))).toEqual(sorted(given));
      }),
    );
  });

  test("keep a JSON body digit for digit", () => {
    const text =
      '{"requests":[{"id":"a","url":"/x","method":"POST","body": {"n": 12345678901234567890, "x":1.10, "s":"\\u00e9"} }]}';
    const [parsed] = parseBatch(TEXT.encode(text), "application/json");
    expect(textOf(parsed?.body)).toBe('{"n": 12345678901234567890, "x":1.10, "s":"\\u00e9"}');
    expect(parsed?.headers).toEqual([["content-type", "application/json"]]);
  });

  test("have a JSON body of any kind, and a string of JSON is not base64", () => {
    const bodies = ['"aGk="', "0", "false", "[]", '""'];
    const text = `{"requests":[${bodies.map((body, index) => `{"id":"${index}","url":"/","method":"PUT","body":${body}}`)}]}`;
    expect(parseBatch(TEXT.encode(text), "application/json").map(({ body }) => textOf(body))).toEqual(bodies);
  });

  test("keep a content type of their own that is JSON too", () => {
    const headers = { "Content-Type": "application/merge-patch+json" };
    const text = JSON.stringify({ requests: [{ id: "a", url: "/", method: "PATCH", headers, body: { a: 1 } }] });
    const [parsed] = parseBatch(TEXT.encode(text), "application/json");
    expect(parsed?.headers).toEqual([["content-type", "application/merge-patch+json"]]);
    expect(textOf(parsed?.body)).toBe('{"a":1}');
  });

  test("have another body in base64, of either alphabet, padded or not", () => {
    const bodies = ["+/8=", "-_8", "+/8", "-_8="];
    const requests = bodies.map((body, index) => ({
      id: `${index}`,
      url: "/",
      method: "POST",
      headers: { "content-type": "a/b" },
      body,
    }));
    for (const { body } of parseBatch(TEXT.encode(JSON.stringify({ requests })), "application/json")) {
      expect(hexOf(body ?? new Uint8Array(0))).toBe("fbff");
    }
  });

  test("in JSON: a body without a type is sent as bytes", () => {
    const given: BatchItem = {
      id: "a",
      method: "POST",
      url: "/",
      headers: [],
      body: Uint8Array.of(1),
      dependsOn: [],
      priority: 0,
    };
    const [parsed] = parseBatch(renderBatch([given], "json"), "application/json");
    expect(parsed).toMatchObject({ headers: [["content-type", "application/octet-stream"]], body: Uint8Array.of(1) });
  });

  test.each(["{", "null", " null "])("in JSON: a body '%s' of type JSON cannot be sent", (text) => {
    const headers = [["content-type", "application/json"]] as const;
    const given: BatchItem = {
      id: "a",
      method: "POST",
      url: "/",
      headers,
      body: TEXT.encode(text),
      dependsOn: [],
      priority: 0,
    };
    expect(() => renderBatch([given], "json")).toThrow(/the body of 'a' is/);
  });
});

describe("replies", () => {
  test.each(FORMATS)("come back from %s in any chunks, whichever of them were written together", (format) => {
    const cuts = fc.array(fc.nat(40), { maxLength: 30 });
    fc.assert(
      fc.property(replies, cuts, fc.nat(4), fc.boolean(), (given, sizes, together, packing) => {
        const packer = packing && format === "frames" ? framePacker(DEFAULT_DICTIONARY, compressor) : undefined;
        const unpacker = packer && frameUnpacker(DEFAULT_DICTIONARY, compressor, 1_000_000);
        const bytes = written(format, given, together + 1, packer);
        const read = readAll(batchReader(format, bytes.length, unpacker), cut(bytes, sizes));
        expect(comparable(read)).toEqual(comparable(given));
      }),
    );
  });

  test("in JSON keep the body's own text, in one line", () => {
    const body = TEXT.encode('{\r\n  "n": 12345678901234567890,\n\n "s":"a\\nb"}\n');
    const written = batchWriter("jsonl").write([
      { id: "a", status: 200, headers: [["content-type", "application/json"]], body },
    ]);
    expect(textOf(written)).toBe(
      '{"id":"a","status":200,"headers":{"content-type":"application/json"},"body":{   "n": 12345678901234567890,   "s":"a\\nb"} }\n'
        .replace("{   ", "{   ")
        .replace("890,   ", "890,  "),
    );
  });

  test.each([
    ["no JSON", "{oops"],
    ["a JSON that ends too early", '{"a":'],
    ["not in UTF-8", "\u00ff"],
  ])("in JSON: a body that claims to be JSON and is %s travels as bytes", (_, text) => {
    const body = Uint8Array.from(Buffer.from(text, "latin1"));
    const headers = [["content-type", "application/json"]] as const;
    const [read] = readAll(batchReader("json", 1000), [written("json", [{ id: "a", status: 200, headers, body }], 1)]);
    expect(read).toEqual({ id: "a", status: 200, headers: [["content-type", "application/octet-stream"]], body });
  });

  test("in JSON: a body of 'null' is not an absent one", () => {
    const headers = [["content-type", "application/json"]] as const;
    const given = [
      { id: "a", status: 200, headers, body: TEXT.encode("null") },
      { id: "b", status: 204, headers: [], body: new Uint8Array(0) },
    ];
    const bytes = written("json", given, 2);
    expect(textOf(bytes)).toBe(
      '{"responses":[{"id":"a","status":200,"headers":{"content-type":"application/json"},"body":null},{"id":"b","status":204,"headers":{}}]}',
    );
    expect(readAll(batchReader("json", 1000), [bytes])).toEqual(given);
  });

  test("a header that comes more than once is a list", () => {
    const headers = [
      ["set-cookie", "a=1"],
      ["x", "1"],
      ["set-cookie", "b=2"],
    ] as const;
    const text = textOf(batchWriter("jsonl").write([{ id: "a", status: 200, headers, body: new Uint8Array(0) }]));
    expect(JSON.parse(text).headers).toEqual({ "set-cookie": ["a=1", "b=2"], x: "1" });
  });

  test.each(FORMATS)("none of them are still a body that %s can read", (format) => {
    const writer = batchWriter(format);
    const bytes = Buffer.concat([writer.write([]), writer.end()]);
    expect(readAll(batchReader(format, 100), [bytes])).toEqual([]);
  });

  test("of a stream come out as soon as they are complete", () => {
    for (const format of ["jsonl", "frames"] as const) {
      const writer = batchWriter(format);
      const first = writer.write([simple("a")]);
      const second = writer.write([simple("b")]);
      const reader = batchReader(format, 1000);
      expect(reader.push(first.slice(0, -1))).toEqual([]);
      expect(reader.push(Buffer.concat([first.slice(-1), second.slice(0, 3)])).map(({ id: one }) => one)).toEqual([
        "a",
      ]);
      expect(reader.push(second.slice(3)).map(({ id: one }) => one)).toEqual(["b"]);
      expect(reader.end()).toEqual([]);
    }
  });

  test("lines may end in CRLF, be blank, and the last needs no end", () => {
    const line = '{"id":"a","status":200}';
    const read = readAll(batchReader("jsonl", 1000), [TEXT.encode(`\n${line}\r\n  \r\n${line}`)]);
    expect(read.map(({ id: one }) => one)).toEqual(["a", "a"]);
  });
});

describe("frames", () => {
  const packer = () => framePacker(DEFAULT_DICTIONARY, compressor);
  const words = TEXT.encode("the Republic of words and more words, the Republic of words");

  test("pack what is open and leave a secret plain", () => {
    const writer = batchWriter("frames", packer());
    const frame = decodeFrame(writer.write([simple("open", words), { ...simple("secret", words), sensitive: true }]));
    expect(frame.plain.map(({ id: one }) => one)).toEqual(["secret"]);
    expect(frame.packed.length).toBeGreaterThan(0);
  });

  test("without a dictionary leave all plain", () => {
    const frame = decodeFrame(batchWriter("frames").write([simple("open", words)]));
    expect(frame.plain.map(({ id: one }) => one)).toEqual(["open"]);
    expect(frame.packed).toHaveLength(0);
  });

  test("leave plain what would grow", () => {
    const noise = Uint8Array.from({ length: 60 }, (_, index) => (index * 167 + 13) % 256);
    const headers = [] as const;
    const frame = decodeFrame(batchWriter("frames", packer()).write([{ id: "~", status: 599, headers, body: noise }]));
    expect(frame.packed).toHaveLength(0);
  });

  test("a secret's bytes never change the length of what is packed", () => {
    const lengths = ["aaaa", "zq7x"].map((secret) => {
      const writer = batchWriter("frames", packer());
      const secretReply = { ...simple("s", TEXT.encode(secret.repeat(20))), sensitive: true };
      const first = writer.write([secretReply, simple("a", words)]).length;
      return [first, writer.write([simple("b", TEXT.encode("aaaa".repeat(20)))]).length];
    });
    expect(lengths[0]).toEqual(lengths[1]);
  });

  test("a packed frame without an unpacker is refused", () => {
    const bytes = batchWriter("frames", packer()).write([simple("a", words)]);
    expect(() => batchReader("frames", 1000).push(bytes)).toThrow(/no dictionary was offered/);
  });

  test("what they hold unpacked is limited", () => {
    const bytes = batchWriter("frames", packer()).write([simple("a", TEXT.encode("x".repeat(10_000)))]);
    const reader = batchReader("frames", 1000, frameUnpacker(DEFAULT_DICTIONARY, compressor, 5000));
    expect(() => reader.push(bytes)).toThrow(expect.objectContaining({ status: 413 }));
  });

  test("whose length no frame has are refused", () => {
    expect(() => batchReader("frames", 1000).push(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0x01))).toThrow(
      /too large/,
    );
  });

  test("a reply's status that is none of HTTP's is refused", () => {
    const bytes = batchWriter("frames").write([{ ...simple("a"), status: 42 }]);
    expect(() => batchReader("frames", 1000).push(bytes)).toThrow(/status of 'a' is 42/);
  });
});

describe("a reader", () => {
  test.each(FORMATS)("of %s takes no more than its limit", (format) => {
    const bytes = written(format, [simple("a", TEXT.encode("x".repeat(5000)))], 1);
    const reader = batchReader(format, 1000);
    expect(() => {
      for (const chunk of cut(
        bytes,
        Array.from({ length: 100 }, () => 100),
      ))
        reader.push(chunk);
    }).toThrow(expect.objectContaining({ code: "resource_exhausted", status: 413 }));
  });

  test.each(["json", "jsonl", "frames"] as const)("of %s says when the body is cut short", (format) => {
    const bytes = written(format, [simple("a"), simple("b")], 1);
    for (let length = 1; length < bytes.length - 1; length++) {
      const reader = batchReader(format, 1000);
      let count = 0;
      try {
        count += reader.push(bytes.slice(0, length)).length;
        count += reader.end().length;
      } catch (thrown) {
        expect(thrown).toMatchObject({ name: "Fault", code: "invalid_argument" });
        continue;
      }
      expect(count, `${length} bytes`).toBe(1); // Cut exactly between two replies.
    }
  });

  test.each([
    ["{}", /responses must be a list/],
    ['{"responses":[null]}', /responses\[0\] must be an object/],
    ['{"responses":[{"status":200}]}', /responses\[0\]: id must be a string/],
    ['{"responses":[{"id":"a","status":"200"}]}', /status must be an HTTP status/],
    ['{"responses":[{"id":"a","status":20}]}', /status must be an HTTP status/],
    ['{"responses":[{"id":"a","status":200,"headers":{"a":1}}]}', /the value of 'a' must be a string/],
    ['{"responses":[{"id":"a","status":200,"headers":{"content-type":"a/b"},"body":{}}]}', /body must be base64/],
  ])("of json refuses %s", (text, message) => {
    expect(() => readAll(batchReader("json", 1000), [TEXT.encode(text)])).toThrow(message);
  });

  test("reads a large reply in small chunks in linear time", () => {
    for (const format of ["jsonl", "frames"] as const) {
      const bytes = written(format, [simple("a", TEXT.encode("x".repeat(2_000_000)))], 1);
      const started = performance.now();
      readAll(
        batchReader(format, 4_000_000),
        cut(
          bytes,
          Array.from({ length: bytes.length / 100 }, () => 100),
        ),
      );
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});

describe("the format of a reply", () => {
  test.each([
    [null, "json"],
    ["application/json", "json"],
    ["application/jsonl", "jsonl"],
    ["application/x-ndjson", "jsonl"],
    ["application/x-protobuf", "protobuf"],
    ["application/x-protobuf;delimited=true", "frames"],
    ["application/x-protobuf;delimited=true, application/json;q=0.5", "frames"],
    ["text/html", undefined],
  ])("Accept: %s is %s", (accept, format) => expect(preferredMedia(accept, BATCH_OFFERS)?.kind).toBe(format));
});

const CONNECTION = new Set([
  "accept-encoding",
  "available-dictionary",
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "te",
  "trailer",
  "upgrade",
  "proxy-connection",
  "transfer-encoding",
]);

function simple(replyId: string, body = TEXT.encode("hi")): BatchReply {
  return { id: replyId, status: 200, headers: [["content-type", "text/plain"]], body };
}

function written(
  format: BatchFormat,
  all: readonly BatchReply[],
  together: number,
  packer?: ReturnType<typeof framePacker>,
) {
  const writer = batchWriter(format, packer);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < all.length; at += together) parts.push(writer.write(all.slice(at, at + together)));
  parts.push(writer.end());
  return new Uint8Array(Buffer.concat(parts));
}

function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (const size of sizes) {
    chunks.push(bytes.slice(at, at + size));
    at += size;
  }
  chunks.push(bytes.slice(at));
  return chunks;
}

function readAll(reader: BatchReader, chunks: readonly Uint8Array[]): BatchReply[] {
  return [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()];
}

/** Replies of one frame may change places, JSON objects group their headers, and neither format says what is a secret. */
function comparable(all: readonly BatchReply[]): unknown[] {
  return all
    .map(({ id: replyId, status, headers, body }) => ({
      id: replyId,
      status,
      headers: byName(headers),
      body: hexOf(body),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function byName(headers: readonly (readonly [string, string])[]): unknown[] {
  const names = [...new Set(headers.map(([one]) => one))].sort();
  return names.map((one) => [one, headers.filter(([other]) => other === one).map(([, text]) => text)]);
}

function decodeFrame(bytes: Uint8Array): BatchFrame {
  let at = 0;
  while ((bytes[at] ?? 0) >= 0x80) at++;
  return BatchFrame.decode(bytes.subarray(at + 1));
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}
