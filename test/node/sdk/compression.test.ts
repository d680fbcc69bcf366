import zlib, { deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dictionary, zlibCompressor } from "../../../proto/codec/codec.ts";
import { portableCompressor } from "../../../sdk/compressor.ts";
import { sealedDeflate } from "../../../sdk/sealed-deflate.ts";

const portable = portableCompressor();
const bytes = (text: string) => new TextEncoder().encode(text);
const own = (value: Uint8Array) => new Uint8Array(value);

describe("portableCompressor()", () => {
  test("reads what zlib writes and writes what zlib reads, with a dictionary and without", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 5000 }),
        fc.uint8Array({ minLength: 1, maxLength: 2000 }),
        (data, words) => {
          expect(own(gunzipSync(portable.gzip(data)))).toEqual(own(data));
          expect(own(portable.gunzip(gzipSync(data), data.length))).toEqual(own(data));
          expect(own(inflateRawSync(portable.deflateRaw(data)))).toEqual(own(data));
          expect(own(inflateRawSync(portable.deflateRaw(data, words), { dictionary: words }))).toEqual(own(data));
          expect(own(portable.inflateRaw(deflateRawSync(data, { dictionary: words }), data.length, words))).toEqual(
            own(data),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  test("stops at the limit, long before a bomb has gone off", () => {
    const bomb = gzipSync(new Uint8Array(100_000_000));
    const startedMs = performance.now();
    expect(() => portable.gunzip(bomb, 100_000)).toThrow("larger than 100000 bytes");
    expect(performance.now() - startedMs).toBeLessThan(500);
    expect(portable.gunzip(gzipSync(new Uint8Array(1000)), 1000)).toHaveLength(1000);
    expect(() => portable.gunzip(gzipSync(new Uint8Array(1001)), 1000)).toThrow("larger than 1000 bytes");
  });

  test.each([
    ["cut short", (whole: Buffer) => whole.subarray(0, -5)],
    ["with a byte changed", (whole: Buffer) => Buffer.from(whole.map((byte, at) => (at === 12 ? byte ^ 0xff : byte)))],
    ["empty", () => Buffer.alloc(0)],
  ])("refuses gzip %s", (_, damage) => {
    const whole = gzipSync("some text that is long enough to be compressed, compressed, compressed");
    expect(() => portable.gunzip(damage(whole), 1000)).toThrow("not what its content coding says");
  });
});

describe("portableCompressor() and large or hostile bodies", () => {
  const text = (length: number, step: number) => Buffer.from(Array.from({ length }, (_, at) => (at * at * step) % 97));

  test.each([0, 1, 31_000, 32_768, 40_000])(
    "reads and writes what zlib does, with a dictionary of %i bytes",
    (size) => {
      const words = text(size, 3);
      const dictionary = words.length === 0 ? {} : { dictionary: words.subarray(-32_768) };
      for (const length of [1, 1023, 1024, 8192, 70_000, 400_000]) {
        const data = text(length, 7);
        const deflated = deflateRawSync(data, dictionary);
        expect(Buffer.from(portable.inflateRaw(deflated, length, dictionary.dictionary)).equals(data)).toBe(true);
        expect(() => portable.inflateRaw(deflated, length - 1, dictionary.dictionary)).toThrow(
          "once it is decompressed",
        );
        const written = portable.deflateRaw(data, dictionary.dictionary);
        expect(inflateRawSync(written, dictionary).equals(data)).toBe(true);
      }
    },
  );

  test("reads what is stored, and what hardly compresses, in slices", () => {
    const noise = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (Math.imul(at, 2_654_435_761) >>> 13) & 0xff));
    for (const level of [0, 1, 9]) {
      expect(Buffer.from(portable.inflateRaw(deflateRawSync(noise, { level }), 1_000_000)).equals(noise)).toBe(true);
      expect(Buffer.from(portable.gunzip(gzipSync(noise, { level }), 300_000)).equals(noise)).toBe(true);
    }
  });

  test("reads gzip with all that its head may have", () => {
    const plain = gzipSync("hello");
    const head = [...plain.subarray(0, 10)];
    head[3] = 2 + 4 + 8 + 16;
    const named = Buffer.from([...head, 3, 0, 1, 2, 3, ...Buffer.from("name\0comment\0"), 9, 9, ...plain.subarray(10)]);
    expect(gunzipSync(plain).toString()).toBe("hello");
    expect(Buffer.from(portable.gunzip(named, 100)).toString()).toBe("hello");
    expect(() => portable.gunzip(named.subarray(0, 20), 100)).toThrow("not what its content coding says");
    expect(() => portable.gunzip(Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 0, 65, 65]), 100)).toThrow(
      "is cut short",
    );
  });

  test("refuses what is cut short, wherever, and bytes that are nothing as what they are, in a moment", () => {
    const data = text(3_000, 11);
    const deflated = deflateRawSync(data);
    const zipped = gzipSync(data);
    for (let at = 0; at < deflated.length; at++) {
      expect(() => portable.inflateRaw(deflated.subarray(0, at), 10_000)).toThrow("is cut short");
    }
    for (let at = 0; at < zipped.length; at++) {
      expect(() => portable.gunzip(zipped.subarray(0, at), 10_000)).toThrow("is cut short");
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          expect(portable.inflateRaw(bytes, 5_000).length).toBeLessThanOrEqual(5_000);
        } catch (thrown) {
          expect(["invalid_argument", "resource_exhausted"]).toContain((thrown as { code: string }).code);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("sealedDeflate()", () => {
  test("is read by any inflater, and holds the secret as it is", async () => {
    const words = await dictionary(bytes("the quick brown fox jumps over the lazy dog ".repeat(40)));
    const text = fc.array(fc.constantFrom("the quick ", "brown fox ", "jumps over ", "x", "\0\0\0\0", "ÿÿÿ"), {
      maxLength: 200,
    });
    let sealed = 0;
    fc.assert(
      fc.property(text, text, fc.boolean(), (secretParts, openParts, native) => {
        const secret = bytes(secretParts.join(""));
        const open = bytes(openParts.join(""));
        const compressor = native ? zlibCompressor(zlib) : portable;
        const stream = sealedDeflate(secret, open, words, compressor);
        if (stream === undefined) return;
        sealed++;
        expect(stream.length).toBeLessThan(secret.length + open.length);
        expect(Buffer.from(stream).indexOf(secret)).toBe(secret.length === 0 ? 0 : 5);
        const whole = Buffer.concat([secret, open]);
        expect(inflateRawSync(stream, { dictionary: words.bytes })).toEqual(whole);
        expect(Buffer.from(portable.inflateRaw(stream, whole.length, words.bytes))).toEqual(whole);
      }),
      { numRuns: 300 },
    );
    expect(sealed).toBeGreaterThan(100);
  });

  test("has a length that does not tell what the secret has in common with the rest", async () => {
    const words = await dictionary(bytes("session=0123456789abcdef"));
    const guess = bytes(`session=0123456789abcdef ${"filling ".repeat(20)}`);
    const lengths = ["session=0123456789abcdef", "session=fedcba9876543210", "zzzzzzzz=zzzzzzzzzzzzzzz"].map(
      (secret) => sealedDeflate(bytes(secret), guess, words, portable)?.length,
    );
    expect(new Set(lengths).size).toBe(1);
    expect(lengths[0]).toBeGreaterThan(0);
  });

  test("takes secrets longer than a stored block", async () => {
    const words = await dictionary(bytes("abcabcabc"));
    const secret = new Uint8Array(150_000).map((_, index) => index % 251);
    const open = bytes("abcabcabc".repeat(100));
    const stream = sealedDeflate(secret, open, words, portable) ?? new Uint8Array();
    expect(inflateRawSync(stream, { dictionary: words.bytes })).toEqual(Buffer.concat([secret, open]));
  });

  test("gives nothing where nothing is gained, or no byte is left to stand for the secret", async () => {
    const words = await dictionary(bytes("abc"));
    expect(sealedDeflate(bytes("secret"), new Uint8Array(), words, portable)).toBeUndefined();
    expect(sealedDeflate(new Uint8Array(), bytes("zq"), words, portable)).toBeUndefined();
    const all = new Uint8Array(2560).map((_, index) => index % 256);
    expect(sealedDeflate(bytes("secret"), all, words, portable)).toBeUndefined();
  });
});
