import zlib from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AcceptedCodings,
  type Bytes,
  type Compressor,
  compressSmallest,
  compressSmallestOf,
  decompress,
  dictionary,
  renderAvailableDictionary,
  zlibCompressor,
} from "../../../../proto/codec/codec.ts";
import { DEFAULT_DICTIONARY } from "../../../../proto/dictionary/dictionary.ts";
import { bytesOf, vectors } from "../vectors.ts";

interface Vectors {
  readonly dictionary: { readonly hex: string; readonly hash: string; readonly id: string };
  readonly bodies: readonly { readonly coding: string; readonly hex: string; readonly plain: string }[];
}

const TEXT = new TextEncoder();
const compressor = zlibCompressor(zlib);
const golden = vectors<Vectors>("codec");
const small = await dictionary(bytesOf(golden.dictionary.hex));
const all: AcceptedCodings = { identity: true, gzip: true, dictionary: small };
const limits = { compressor, bytesMax: 1_048_576, dictionaries: [small], availableDictionary: null };
const body = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ maxLength: 2000 }).map((text) => TEXT.encode(text)),
  fc.tuple(fc.constantFrom("a", "country", '{"id":1},'), fc.nat(500)).map(([word, n]) => TEXT.encode(word.repeat(n))),
) as fc.Arbitrary<Bytes>;

function smallest(bytes: Bytes, accepted: AcceptedCodings = all) {
  return compressSmallest(bytes, { accepted, compressor, sensitive: false });
}

describe("golden bodies", () => {
  test("the dictionary has its name", () =>
    expect(small).toMatchObject({ hash: golden.dictionary.hash, id: golden.dictionary.id }));

  test.each(golden.bodies)("$coding of '$plain' is read", ({ coding, hex, plain }) => {
    const options = { ...limits, availableDictionary: renderAvailableDictionary(small) };
    expect(new TextDecoder().decode(decompress(bytesOf(hex), coding, options))).toBe(plain);
  });
});

describe("compressSmallest()", () => {
  test("is never larger than any other coding that the client accepts, and comes back", () => {
    fc.assert(
      fc.property(body, fc.boolean(), fc.boolean(), (bytes, gzip, withDictionary) => {
        const accepted = { identity: true, gzip, ...(withDictionary ? { dictionary: small } : {}) };
        const coded = smallest(bytes, accepted);
        const others = [bytes.length];
        if (gzip && bytes.length > 0) others.push(compressor.gzip(bytes).length);
        if (withDictionary && bytes.length > 0) others.push(compressor.deflateRaw(bytes, small.bytes).length);
        expect(coded.bytes.length).toBe(Math.min(...others));
        const options = { ...limits, availableDictionary: renderAvailableDictionary(small) };
        expect(decompress(coded.bytes, coded.coding, options)).toEqual(bytes);
      }),
      { numRuns: 500 },
    );
  });

  test("uses a coding only where the client takes it", () => {
    const bytes = TEXT.encode("country ".repeat(100));
    expect(smallest(bytes, { identity: true, gzip: false }).coding).toBe("identity");
    expect(smallest(bytes, { identity: true, gzip: true }).coding).toBe("gzip");
    expect(smallest(bytes).coding).toBe("x-dcd");
  });

  test("leaves a body that gzip would make larger as it is, the very same bytes", () => {
    const bytes = TEXT.encode('{"a":1,"b":22}');
    const coded = smallest(bytes, { identity: true, gzip: true });
    expect(coded.coding).toBe("identity");
    expect(coded.bytes).toBe(bytes);
  });

  test("never compresses a body with a secret, even for a client that refuses it plain", () => {
    const bytes = TEXT.encode("token ".repeat(1000));
    for (const identity of [true, false]) {
      const accepted = { ...all, identity };
      expect(compressSmallest(bytes, { accepted, compressor: unused, sensitive: true })).toEqual({
        coding: "identity",
        bytes,
      });
    }
  });

  test("never compresses nothing", () => {
    expect(compressSmallest(new Uint8Array(0), { accepted: all, compressor: unused, sensitive: false }).coding).toBe(
      "identity",
    );
  });

  test("tries a small body that may win", () => {
    expect(smallest(TEXT.encode("a".repeat(40)), { identity: true, gzip: true }).coding).toBe("gzip");
    expect(smallest(TEXT.encode("country"), { identity: true, gzip: false, dictionary: small }).coding).toBe("x-dcd");
  });

  test("does not try what cannot win", () => {
    const bytes = TEXT.encode("abc");
    expect(compressSmallest(bytes, { accepted: all, compressor: unused, sensitive: false }).coding).toBe("identity");
    const twenty = TEXT.encode("a".repeat(20));
    const gzipOnly = { accepted: { identity: true, gzip: true }, compressor: unused, sensitive: false };
    expect(compressSmallest(twenty, gzipOnly).coding).toBe("identity");
  });

  test("gives a client that refuses a plain body the smallest of the rest, though it is larger", () => {
    expect(smallest(TEXT.encode("abc"), { identity: false, gzip: true }).coding).toBe("gzip");
    expect(smallest(TEXT.encode("abc"), { identity: false, gzip: false }).coding).toBe("identity");
  });
});

describe("compressSmallestOf()", () => {
  const options = { accepted: all, compressor, sensitive: false };
  const noise = (length: number) => Uint8Array.from({ length }, (_, index) => (index * index * 2_654_435_761) >>> 13);

  test("takes the format that ends up smaller, once the first is large", () => {
    const large = noise(20_000);
    const better = TEXT.encode("country ".repeat(4000));
    expect(compressSmallestOf([large, better], options)).toMatchObject({ index: 1, coding: "x-dcd" });
    expect(compressSmallestOf([better, large], options)).toMatchObject({ index: 0, coding: "x-dcd" });
    expect(compressSmallestOf([large, large], options)).toMatchObject({ index: 0 });
  });

  test("does not try others where the first is small already", () => {
    expect(compressSmallestOf([noise(4000), TEXT.encode("a")], options).index).toBe(0);
  });

  test("takes the smaller one of two with a secret, uncompressed", () => {
    const chosen = compressSmallestOf([noise(9000), noise(8000)], { ...options, compressor: unused, sensitive: true });
    expect(chosen).toMatchObject({ index: 1, coding: "identity" });
  });
});

describe("decompress()", () => {
  test.each([null, "identity", "gzip", "x-dcd"])("an empty body is empty in %s", (coding) => {
    expect(
      decompress(new Uint8Array(0), coding, { ...limits, availableDictionary: renderAvailableDictionary(small) }),
    ).toHaveLength(0);
  });

  test.each([
    ["no gzip at all", TEXT.encode("hello hello hello hello hello")],
    ["a gzip that is cut short", gzipped("x".repeat(1000)).subarray(0, 20)],
    ["a gzip without its last byte", gzipped("x".repeat(1000)).slice(0, -1)],
    ["a gzip with a wrong checksum", flip(gzipped("x".repeat(1000)), -6)],
  ])("%s is invalid", (_, bytes) => {
    expect(() => decompress(bytes as Bytes, "gzip", limits)).toThrow(
      expect.objectContaining({ name: "Fault", code: "invalid_argument", status: 400 }),
    );
  });

  test("a body of another dictionary is invalid or not the one that was sent, but never more than the limit", () => {
    const coded = compressor.deflateRaw(TEXT.encode("x".repeat(3000)), DEFAULT_DICTIONARY.bytes);
    const options = { ...limits, bytesMax: 4000, availableDictionary: renderAvailableDictionary(small) };
    try {
      expect(decompress(coded, "x-dcd", options).length).toBeLessThanOrEqual(4000);
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: "invalid_argument" });
    }
  });

  test.each([null, renderAvailableDictionary(DEFAULT_DICTIONARY), "nonsense"])(
    "a body whose dictionary is unknown (%s) is a 415 that says what is taken",
    (availableDictionary) => {
      const coded = compressor.deflateRaw(TEXT.encode("hello"), small.bytes);
      expect(() => decompress(coded, "x-dcd", { ...limits, availableDictionary })).toThrow(
        expect.objectContaining({ status: 415, headers: { "accept-encoding": "gzip, x-dcd" } }),
      );
    },
  );

  test("any bytes are either read or refused with a Fault", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.constantFrom("gzip", "x-dcd"),
        (bytes, coding) => {
          try {
            decompress(bytes as Bytes, coding, { ...limits, availableDictionary: renderAvailableDictionary(small) });
          } catch (thrown) {
            expect(thrown).toMatchObject({ name: "Fault" });
          }
        },
      ),
    );
  });

  test.each(["identity", "gzip", "x-dcd"])(
    "%s: a body of exactly the limit passes, one byte more does not",
    (coding) => {
      const plain = TEXT.encode("y".repeat(1000));
      const coded = {
        identity: plain,
        gzip: compressor.gzip(plain),
        "x-dcd": compressor.deflateRaw(plain, small.bytes),
      }[coding] as Bytes;
      const options = { ...limits, availableDictionary: renderAvailableDictionary(small) };
      expect(decompress(coded, coding, { ...options, bytesMax: 1000 })).toHaveLength(1000);
      expect(() => decompress(coded, coding, { ...options, bytesMax: 999 })).toThrow(
        expect.objectContaining({ code: "resource_exhausted", status: 413 }),
      );
      expect(() => decompress(coded, coding, { ...options, bytesMax: 0 })).toThrow(
        expect.objectContaining({ status: 413 }),
      );
    },
  );

  test("1 GB out of 1 MB is refused at once and without the memory for it", () => {
    const bomb = bombOfOneGigabyte();
    expect(bomb.length).toBeLessThan(1_100_000);
    const options = { ...limits, bytesMax: 8 * 1_048_576, availableDictionary: renderAvailableDictionary(small) };
    const rssBefore = process.memoryUsage().rss;
    const started = performance.now();
    expect(() => decompress(bomb, "x-dcd", options)).toThrow(expect.objectContaining({ status: 413 }));
    expect(() => decompress(asGzip(bomb), "gzip", options)).toThrow(expect.objectContaining({ status: 413 }));
    expect(performance.now() - started).toBeLessThan(200); // 2 × 100 ms
    expect(process.memoryUsage().rss - rssBefore).toBeLessThan(100 * 1_048_576);
  });
});

/** A compressor that must not be asked. */
const unused: Compressor = {
  gzip: () => expect.fail("gzip() was tried"),
  gunzip: () => expect.fail("gunzip() was tried"),
  deflateRaw: () => expect.fail("deflateRaw() was tried"),
  inflateRaw: () => expect.fail("inflateRaw() was tried"),
};

function gzipped(text: string): Bytes {
  return compressor.gzip(TEXT.encode(text));
}

function flip(bytes: Bytes, at: number): Bytes {
  const copy = bytes.slice();
  const index = copy.length + at;
  copy[index] = (copy[index] ?? 0) ^ 1;
  return copy;
}

/** A flushed deflate may be repeated: 16 times 64 MB of zeros, made by compressing them once. */
function bombOfOneGigabyte(): Bytes {
  const part = zlib.deflateRawSync(new Uint8Array(2 ** 26), { finishFlush: zlib.constants.Z_FULL_FLUSH });
  const EMPTY_LAST_BLOCK = [3, 0];
  return new Uint8Array(Buffer.concat([...Array.from({ length: 16 }, () => part), Buffer.from(EMPTY_LAST_BLOCK)]));
}

/** With a header and a checksum that is never reached. */
function asGzip(deflated: Bytes): Bytes {
  const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
  return new Uint8Array(Buffer.concat([Buffer.from(header), deflated, Buffer.alloc(8)]));
}
