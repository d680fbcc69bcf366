/**
 * The work of the two sides of a reply, over and over: what the edge does to a JSON reply, and what an app does to what it gets.
 * Runs on Node and, bundled, in workerd.
 * @module
 */
import zlib from "node:zlib";
import {
  type Bytes,
  type Compressor,
  compressSmallestOf,
  type Dictionary,
  zlibCompressor,
} from "../../proto/codec/codec.ts";
import { DEFAULT_DICTIONARY } from "../../proto/dictionary/dictionary.ts";
import { Borders, Country, CountryPage, SearchResult } from "../../proto/gen/countries.contract.ts";
import type { AnyMessage } from "../../proto/message/message.ts";

export interface Text {
  readonly type: keyof typeof TYPES;
  readonly json: string;
}

export type Work = "encode" | "decode";

const TYPES = { Borders, Country, CountryPage, SearchResult } satisfies Record<string, AnyMessage>;
const dictionary: Dictionary = DEFAULT_DICTIONARY;
const ACCEPTED = { identity: true, gzip: true, dictionary };
const TEXT = new TextEncoder();
const UTF8 = new TextDecoder();
const BYTES_MAX = 16_777_216;

/** @returns a function that does all texts once */
export function worker(
  work: Work,
  texts: readonly Text[],
  compressor: Compressor = zlibCompressor(zlib),
): () => number {
  const encode = ({ type, json }: Text) => {
    const plain = TEXT.encode(json);
    const body = TYPES[type].encode(TYPES[type].fromJson(JSON.parse(json)) as never);
    return compressSmallestOf([body, plain], { accepted: ACCEPTED, compressor, sensitive: false });
  };
  if (work === "encode") return () => texts.reduce((bytes, text) => bytes + encode(text).bytes.length, 0);
  const coded = texts.map((text) => ({ type: text.type, ...encode(text) }));
  const plain = (coding: string, bytes: Bytes) => {
    if (coding === "gzip") return compressor.gunzip(bytes, BYTES_MAX);
    return coding === "identity" ? bytes : compressor.inflateRaw(bytes, BYTES_MAX, dictionary.bytes);
  };
  return () => {
    let fields = 0;
    for (const { type, index, coding, bytes } of coded) {
      const body = plain(coding, bytes);
      const message = index === 0 ? TYPES[type].decode(body) : TYPES[type].fromJson(JSON.parse(UTF8.decode(body)));
      fields += Object.keys(message as object).length;
    }
    return fields;
  };
}
