/** What a body weighs in each way of sending it. @module */
import zlib from "node:zlib";
import { compressSmallestOf, zlibCompressor } from "../../proto/codec/codec.ts";
import { DEFAULT_DICTIONARY } from "../../proto/dictionary/dictionary.ts";
import type { Sample } from "../../scripts/dictionary/samples.ts";

export const WAYS = ["json", "json+gzip", "pb", "pb+gzip", "ours"] as const;
export type Way = (typeof WAYS)[number];
export type Sizes = Readonly<Record<Way, number>>;

/** As the SDK asks for a message: protobuf, or JSON where that is smaller, in any coding. */
const compressor = zlibCompressor(zlib);
const ACCEPTED = { identity: true, gzip: true, dictionary: DEFAULT_DICTIONARY };

export function sizesOf({ json, protobuf }: Sample): Sizes {
  return {
    json: json.length,
    "json+gzip": zlib.gzipSync(json).length,
    pb: protobuf.length,
    "pb+gzip": zlib.gzipSync(protobuf).length,
    ours: compressSmallestOf([protobuf, json], { accepted: ACCEPTED, compressor, sensitive: false }).bytes.length,
  };
}

export function sumOf(all: readonly Sizes[]): Sizes {
  const sum = (way: Way) => all.reduce((total, sizes) => total + sizes[way], 0);
  return {
    json: sum("json"),
    "json+gzip": sum("json+gzip"),
    pb: sum("pb"),
    "pb+gzip": sum("pb+gzip"),
    ours: sum("ours"),
  };
}

/** Ours against the best of the others, for one body. */
export function ofBest(sizes: Sizes): number {
  return sizes.ours / Math.min(...WAYS.filter((way) => way !== "ours").map((way) => sizes[way]));
}
