import zlib from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Bytes,
  DICTIONARY_BYTES_MAX,
  dictionary,
  framePacker,
  frameUnpacker,
  zlibCompressor,
} from "../../../../proto/codec/codec.ts";
import { bytesOf, vectors } from "../vectors.ts";

interface Vectors {
  readonly dictionary: { readonly hex: string };
  readonly frames: readonly { readonly packed: string; readonly plain: string }[];
}

const TEXT = new TextEncoder();
const compressor = zlibCompressor(zlib);
const golden = vectors<Vectors>("codec");
const words = await dictionary(bytesOf(golden.dictionary.hex));
const full = await dictionary(Uint8Array.from({ length: DICTIONARY_BYTES_MAX }, (_, index) => (index * 31) % 251));

test("the golden stream is read, frame by frame", () => {
  const unpacker = frameUnpacker(words, compressor, 100_000);
  for (const { packed, plain } of golden.frames) {
    expect(new TextDecoder().decode(unpacker.unpack(bytesOf(packed)))).toBe(plain);
  }
});

describe("frames of one stream", () => {
  const frames = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ maxLength: 400 }).map((text) => TEXT.encode(text)),
      fc
        .integer({ min: 1, max: 40_000 })
        .map((length) => TEXT.encode('{"country":"Österreich","n":1}'.repeat(length / 30))),
    ) as fc.Arbitrary<Bytes>,
    { maxLength: 12 },
  );

  test("come back as they were, whatever window they have left behind", () => {
    fc.assert(
      fc.property(frames, fc.constantFrom(words, full), (bodies, preset) => {
        const packer = framePacker(preset, compressor);
        const unpacker = frameUnpacker(preset, compressor, 1_000_000);
        for (const bytes of bodies) {
          const packed = packer.pack(bytes);
          if (packed === undefined) continue;
          expect(packed.length).toBeLessThan(bytes.length);
          expect(unpacker.unpack(packed)).toEqual(bytes);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("cost little once they repeat an earlier frame", () => {
    const packer = framePacker(words, compressor);
    const random = new Uint8Array(4000).map((_, index) => (index * index * 2_654_435_761) >>> 13);
    const text = TEXT.encode(Buffer.from(random).toString("base64"));
    const first = packer.pack(text)?.length ?? 0;
    const again = packer.pack(text)?.length ?? 0;
    expect(first).toBeGreaterThan(3000);
    expect(again).toBeLessThan(100);
  });

  test("that would grow are given back unpacked, and are not part of the window", () => {
    const packer = framePacker(words, compressor);
    const unpacker = frameUnpacker(words, compressor, 100_000);
    const incompressible = Uint8Array.from({ length: 64 }, (_, index) => (index * 167 + 13) % 256);
    expect(packer.pack(incompressible)).toBeUndefined();
    expect(packer.pack(new Uint8Array(0))).toBeUndefined();
    const text = TEXT.encode("country country country country country");
    expect(unpacker.unpack(packer.pack(text) as Bytes)).toEqual(text);
  });

  test("are limited together, not one by one", () => {
    const packer = framePacker(words, compressor);
    const unpacker = frameUnpacker(words, compressor, 2500);
    const frame = () => packer.pack(TEXT.encode("z".repeat(1000))) as Bytes;
    unpacker.unpack(frame());
    unpacker.unpack(frame());
    expect(() => unpacker.unpack(frame())).toThrow(
      expect.objectContaining({ code: "resource_exhausted", status: 413 }),
    );
  });

  test("are refused once the limit is reached to the byte", () => {
    const packer = framePacker(words, compressor);
    const unpacker = frameUnpacker(words, compressor, 1000);
    unpacker.unpack(packer.pack(TEXT.encode("z".repeat(1000))) as Bytes);
    const next = packer.pack(TEXT.encode("country country")) as Bytes;
    expect(() => unpacker.unpack(next)).toThrow(expect.objectContaining({ status: 413 }));
  });

  test("out of order do not pass for what they are not", () => {
    const packer = framePacker(words, compressor);
    const unpacker = frameUnpacker(words, compressor, 100_000);
    packer.pack(TEXT.encode("a sentence that nobody has said before, about herons"));
    const second = TEXT.encode("a sentence that nobody has said before, about herons, twice");
    const packed = packer.pack(second) as Bytes;
    let read: Bytes | undefined;
    try {
      read = unpacker.unpack(packed);
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: "invalid_argument" });
    }
    expect(read).not.toEqual(second);
  });

  test("that are damaged are refused", () => {
    const unpacker = frameUnpacker(words, compressor, 100_000);
    expect(() => unpacker.unpack(Uint8Array.of(0xff, 0xff, 0xff))).toThrow(
      expect.objectContaining({ code: "invalid_argument" }),
    );
  });
});
