import zlib from "node:zlib";
import { describe, expect, test } from "vitest";
import { compressSmallest, zlibCompressor } from "../../../proto/codec/codec.ts";
import { DEFAULT_DICTIONARY } from "../../../proto/dictionary/dictionary.ts";
import { samples } from "../../../scripts/dictionary/samples.ts";
import { trainDictionary } from "../../../scripts/dictionary/trainer.ts";

const TEXT = new TextEncoder();
const texts = (...all: string[]) => all.map((text) => TEXT.encode(text));
const compressor = zlibCompressor(zlib);

describe("trainDictionary()", () => {
  const greetings = texts(
    "Lisbon: hello dear reader, how are you today? And tomorrow?",
    "Oslo: hello dear reader, how are you today? I am well.",
    "Rome: hello dear reader, how are you today? 123",
  );

  test("keeps what samples share and leaves out what is one sample's own", () => {
    const text = Buffer.from(trainDictionary(greetings, 1000)).toString();
    expect(text).toContain(": hello dear reader, how are you today? ");
    expect(text).not.toMatch(/Lisbon|Oslo|Rome|tomorrow|123/);
  });

  test("gives the same bytes for the same samples", () => {
    expect(trainDictionary(greetings, 1000)).toEqual(trainDictionary(greetings, 1000));
  });

  test("keeps to its size, and drops the least useful", () => {
    const small = trainDictionary(greetings, 20);
    expect(small).toHaveLength(20);
    expect(Buffer.from(trainDictionary(greetings, 1000)).toString().endsWith(Buffer.from(small).toString())).toBe(true);
  });

  test("has nothing to give where samples share nothing, repeat only themselves, or are too short", () => {
    expect(trainDictionary([], 100)).toHaveLength(0);
    expect(trainDictionary(texts("abcabcabcabcabcabc"), 100)).toHaveLength(0);
    expect(trainDictionary(texts("abcdefghij", "klmnopqrst"), 100)).toHaveLength(0);
    expect(trainDictionary(texts("abc", "abc"), 100)).toHaveLength(0);
  });
});

describe("the default dictionary", () => {
  const { trained, heldOut } = samples();

  test("makes replies that it was not trained on at most a quarter of their JSON", () => {
    const accepted = { identity: true, gzip: true, dictionary: DEFAULT_DICTIONARY };
    let json = 0;
    let coded = 0;
    for (const sample of heldOut) {
      json += sample.json.length;
      coded += compressSmallest(sample.protobuf, { accepted, compressor, sensitive: false }).bytes.length;
    }
    expect(coded / json).toBeLessThanOrEqual(0.25);
  });

  test("was not measured on what it was trained on", () => {
    const known = new Set(
      trained.filter(({ kind }) => kind === "country").map(({ json }) => Buffer.from(json).toString()),
    );
    expect(known.size).toBe(125);
    for (const { kind, json } of heldOut)
      if (kind === "country") expect(known.has(Buffer.from(json).toString())).toBe(false);
  });
});
