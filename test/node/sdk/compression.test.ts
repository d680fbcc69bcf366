import zlib, { deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dictionary, zlibCompressor } from "../../../proto/codec/codec.ts";
import { pakoCompressor } from "../../../sdk/pako-compressor.ts";
import { sealedDeflate } from "../../../sdk/sealed-deflate.ts";

const pako = pakoCompressor();
const bytes = (text: string) => new TextEncoder().encode(text);
const own = (value: Uint8Array) => new Uint8Array(value);

describe("pakoCompressor()", () => {
  test("reads what zlib writes and writes what zlib reads, with a dictionary and without", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 5000 }),
        fc.uint8Array({ minLength: 1, maxLength: 2000 }),
        (data, words) => {
          expect(own(gunzipSync(pako.gzip(data)))).toEqual(own(data));
          expect(own(pako.gunzip(gzipSync(data), data.length))).toEqual(own(data));
          expect(own(inflateRawSync(pako.deflateRaw(data)))).toEqual(own(data));
          expect(own(inflateRawSync(pako.deflateRaw(data, words), { dictionary: words }))).toEqual(own(data));
          expect(own(pako.inflateRaw(deflateRawSync(data, { dictionary: words }), data.length, words))).toEqual(
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
    expect(() => pako.gunzip(bomb, 100_000)).toThrow("larger than 100000 bytes");
    expect(performance.now() - startedMs).toBeLessThan(500);
    expect(pako.gunzip(gzipSync(new Uint8Array(1000)), 1000)).toHaveLength(1000);
    expect(() => pako.gunzip(gzipSync(new Uint8Array(1001)), 1000)).toThrow("larger than 1000 bytes");
  });

  test.each([
    ["cut short", (whole: Buffer) => whole.subarray(0, -5)],
    ["with a byte changed", (whole: Buffer) => Buffer.from(whole.map((byte, at) => (at === 12 ? byte ^ 0xff : byte)))],
    ["empty", () => Buffer.alloc(0)],
  ])("refuses gzip %s", (_, damage) => {
    const whole = gzipSync("some text that is long enough to be compressed, compressed, compressed");
    expect(() => pako.gunzip(damage(whole), 1000)).toThrow("not what its content coding says");
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
        const compressor = native ? zlibCompressor(zlib) : pako;
        const stream = sealedDeflate(secret, open, words, compressor);
        if (stream === undefined) return;
        sealed++;
        expect(stream.length).toBeLessThan(secret.length + open.length);
        expect(Buffer.from(stream).indexOf(secret)).toBe(secret.length === 0 ? 0 : 5);
        const whole = Buffer.concat([secret, open]);
        expect(inflateRawSync(stream, { dictionary: words.bytes })).toEqual(whole);
        expect(Buffer.from(pako.inflateRaw(stream, whole.length, words.bytes))).toEqual(whole);
      }),
      { numRuns: 300 },
    );
    expect(sealed).toBeGreaterThan(100);
  });

  test("has a length that does not tell what the secret has in common with the rest", async () => {
    const words = await dictionary(bytes("session=0123456789abcdef"));
    const guess = bytes(`session=0123456789abcdef ${"filling ".repeat(20)}`);
    const lengths = ["session=0123456789abcdef", "session=fedcba9876543210", "zzzzzzzz=zzzzzzzzzzzzzzz"].map(
      (secret) => sealedDeflate(bytes(secret), guess, words, pako)?.length,
    );
    expect(new Set(lengths).size).toBe(1);
    expect(lengths[0]).toBeGreaterThan(0);
  });

  test("takes secrets longer than a stored block", async () => {
    const words = await dictionary(bytes("abcabcabc"));
    const secret = new Uint8Array(150_000).map((_, index) => index % 251);
    const open = bytes("abcabcabc".repeat(100));
    const stream = sealedDeflate(secret, open, words, pako) ?? new Uint8Array();
    expect(inflateRawSync(stream, { dictionary: words.bytes })).toEqual(Buffer.concat([secret, open]));
  });

  test("gives nothing where nothing is gained, or no byte is left to stand for the secret", async () => {
    const words = await dictionary(bytes("abc"));
    expect(sealedDeflate(bytes("secret"), new Uint8Array(), words, pako)).toBeUndefined();
    expect(sealedDeflate(new Uint8Array(), bytes("zq"), words, pako)).toBeUndefined();
    const all = new Uint8Array(2560).map((_, index) => index % 256);
    expect(sealedDeflate(bytes("secret"), all, words, pako)).toBeUndefined();
  });
});
