/** The codings on workerd's own zlib, which differs from Node's in what it throws: the same rules as in test/node/proto/codec. */
import { describe, expect, test } from "vitest";
import { COMPRESSOR as compressor } from "../../../edge/codec/codec.ts";
import {
  type Bytes,
  compressSmallest,
  decompress,
  dictionary,
  framePacker,
  frameUnpacker,
  renderAvailableDictionary,
} from "../../../proto/codec/codec.ts";
import { DEFAULT_DICTIONARY } from "../../../proto/dictionary/dictionary.ts";

const options = {
  compressor,
  bytesMax: 10_000,
  dictionaries: [DEFAULT_DICTIONARY],
  availableDictionary: renderAvailableDictionary(DEFAULT_DICTIONARY),
};
const LARGE = bytesOf("a country of words, ".repeat(400));

describe("a body", () => {
  test.each([
    ["gzip", { identity: true, gzip: true }],
    ["x-dcd", { identity: true, gzip: true, dictionary: DEFAULT_DICTIONARY }],
  ] as const)("comes back from %s", (coding, accepted) => {
    const coded = compressSmallest(LARGE, { accepted, compressor, sensitive: false });
    expect(coded.coding).toBe(coding);
    expect(decompress(coded.bytes, coding, options)).toEqual(LARGE);
  });

  test("of exactly the limit passes, and one byte more is a 413", () => {
    const coded = compressor.gzip(new Uint8Array(10_000));
    expect(decompress(coded, "gzip", options)).toHaveLength(10_000);
    expect(() => decompress(coded, "gzip", { ...options, bytesMax: 9_999 })).toThrow(
      expect.objectContaining({ code: "resource_exhausted", status: 413 }),
    );
  });

  test("of 1 GB out of 1 MB is refused at once", () => {
    const part = compressor.gzip(new Uint8Array(2 ** 26)); // One gzip after the other is a gzip (RFC 1952 §2.2).
    const bomb = new Uint8Array(part.length * 16);
    for (let index = 0; index < 16; index++) bomb.set(part, index * part.length);
    const limit = { ...options, bytesMax: 8_388_608 };
    expect(() => decompress(bomb, "gzip", limit)).toThrow(expect.objectContaining({ status: 413 }));
  });

  test.each([
    ["no gzip", bytesOf("hello hello hello")],
    ["cut short", compressor.gzip(LARGE).slice(0, -1)],
    ["damaged", damaged(compressor.gzip(LARGE))],
  ])("that is %s is a 400", (_, bytes) => {
    expect(() => decompress(bytes, "gzip", options)).toThrow(
      expect.objectContaining({ code: "invalid_argument", status: 400 }),
    );
  });

  test("whose dictionary is unknown is a 415", async () => {
    const other = await dictionary(bytesOf("other words"));
    const availableDictionary = renderAvailableDictionary(other);
    expect(() => decompress(LARGE, "x-dcd", { ...options, availableDictionary })).toThrow(
      expect.objectContaining({ status: 415 }),
    );
  });
});

test("packed frames share a window beyond 32 KiB", () => {
  const packer = framePacker(DEFAULT_DICTIONARY, compressor);
  const unpacker = frameUnpacker(DEFAULT_DICTIONARY, compressor, 1_000_000);
  for (let round = 0; round < 12; round++) {
    const bytes = bytesOf(`${round}: ${"the Republic of countries ".repeat(150 * (round + 1))}`);
    const packed = packer.pack(bytes) as Bytes;
    expect(packed.length).toBeLessThan(bytes.length / 10);
    expect(unpacker.unpack(packed)).toEqual(bytes);
  }
});

test("the dictionary that everyone has is the one that its name says", async () => {
  const { id, hash, bytes } = DEFAULT_DICTIONARY;
  expect(await dictionary(bytes)).toMatchObject({ id, hash });
});

function damaged(bytes: Bytes): Bytes {
  const copy = bytes.slice();
  copy[copy.length - 6] = (copy.at(-6) ?? 0) ^ 1;
  return copy;
}

function bytesOf(text: string): Bytes {
  return new Uint8Array(new TextEncoder().encode(text));
}
