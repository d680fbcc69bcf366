import { describe, expect, test } from "vitest";
import {
  acceptedCodings,
  dictionary,
  parseAvailableDictionary,
  parseCoding,
  renderAvailableDictionary,
} from "../../../../proto/codec/codec.ts";
import { DEFAULT_DICTIONARY } from "../../../../proto/dictionary/dictionary.ts";

const known = await dictionary(new TextEncoder().encode("the words that both sides know"));
const AVAILABLE = renderAvailableDictionary(known);
const OTHER = renderAvailableDictionary(await dictionary(new TextEncoder().encode("others")));

describe("what a client accepts", () => {
  test.each([
    [null, true, false],
    ["", true, false],
    ["identity", true, false],
    ["gzip", true, true],
    ["GZIP", true, true],
    ["x-gzip", true, true],
    ["gzip;q=0.001", true, true],
    ["gzip;q=0", true, false],
    ["gzip;q=0, gzip", true, false],
    ["br, gzip, deflate", true, true],
    ["br", true, false],
    ["*", true, true],
    ["*;q=0", false, false],
    ["gzip, *;q=0", false, true],
    ["gzip, identity;q=0", false, true],
    ["*, gzip;q=0", true, false],
    ["identity;q=0.5, *;q=0", true, false],
    ["gzip;q=2", true, false],
  ])("Accept-Encoding: %s", (header, identity, gzip) => {
    expect(acceptedCodings(header, null, [known])).toEqual({ identity, gzip });
  });

  test("x-dcd takes the token and a dictionary that is known here", () => {
    expect(acceptedCodings("x-dcd, gzip", AVAILABLE, [known]).dictionary).toBe(known);
    expect(acceptedCodings("X-DCD", AVAILABLE, [DEFAULT_DICTIONARY, known]).dictionary).toBe(known);
  });

  test.each([
    ["x-dcd, gzip", null],
    ["x-dcd, gzip", OTHER],
    ["x-dcd;q=0, gzip", AVAILABLE],
    ["gzip, *", AVAILABLE],
    ["gzip", AVAILABLE],
    [null, AVAILABLE],
  ])("Accept-Encoding: %s with Available-Dictionary: %s gives none", (header, available) => {
    expect(acceptedCodings(header, available, [known]).dictionary).toBeUndefined();
  });
});

describe("Available-Dictionary", () => {
  const hash = known.hash;
  test.each([
    [`:${hash}:`, hash],
    [` :${hash}: `, hash],
    [`:${hash.replace("=", "")}:`, hash],
    [`:${hash}:;a=1`, hash],
    [hash, undefined],
    [`:${hash}`, undefined],
    [`:${hash.slice(4)}:`, undefined],
    ["::", undefined],
    [`:${hash}:, :${hash}:`, undefined],
    [`"${hash}"`, undefined],
    [`:${"=".repeat(43)}:`, undefined],
    [null, undefined],
  ])("%s", (header, parsed) => expect(parseAvailableDictionary(header)).toBe(parsed));
});

describe("the coding of a body", () => {
  test.each([
    [null, "identity"],
    ["", "identity"],
    ["identity", "identity"],
    [" GZip ", "gzip"],
    ["x-gzip", "gzip"],
    ["x-dcd", "x-dcd"],
  ])("Content-Encoding: %s is %s", (header, coding) => expect(parseCoding(header)).toBe(coding));

  test.each(["br", "deflate", "zstd", "gzip, gzip", "aws-chunked", "*"])(
    "Content-Encoding: %s is refused",
    (header) => {
      expect(() => parseCoding(header)).toThrow(
        expect.objectContaining({
          code: "invalid_argument",
          status: 415,
          headers: { "accept-encoding": "gzip, x-dcd" },
        }),
      );
    },
  );
});

describe("a dictionary", () => {
  test("is named by its SHA-256", () => {
    expect(known.hash).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(known.id).toBe(Buffer.from(known.hash, "base64").toString("hex").slice(0, 16));
  });

  test("has 1 to 32768 bytes", async () => {
    await expect(dictionary(new Uint8Array(0))).rejects.toThrow(/1 to 32768 bytes/);
    await expect(dictionary(new Uint8Array(32_769))).rejects.toThrow(/1 to 32768 bytes/);
    expect((await dictionary(new Uint8Array(32_768))).bytes).toHaveLength(32_768);
  });

  test("that everyone has from the start is the one that its name says", async () => {
    const { id, hash, bytes } = DEFAULT_DICTIONARY;
    expect(await dictionary(bytes)).toEqual({ id, hash, bytes });
    expect(DEFAULT_DICTIONARY.bytes).toBe(bytes);
  });

  test("that everyone has holds no word of the secrets that messages carry", () => {
    const text = Buffer.from(DEFAULT_DICTIONARY.bytes).toString("latin1");
    expect(text).not.toMatch(/eyJ[A-Za-z0-9_-]{8}/);
    expect(text).not.toMatch(/-----BEGIN/);
  });
});
