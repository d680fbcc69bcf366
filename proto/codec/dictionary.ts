/**
 * Preset dictionaries: bytes that both sides have before the first message, so that even a small message finds its words in
 * them. They are named as in Compression Dictionary Transport (RFC 9842): by their SHA-256, in `Available-Dictionary`.
 *
 * The coding is private, `x-dcd`: raw deflate (RFC 1951) whose window starts with the dictionary. RFC 9842's own codings need
 * Brotli or Zstandard with a dictionary, which workerd has not.
 * @module
 */
import { parseBase64, renderBase64 } from "../base64.ts";
import { renderHex } from "../digest.ts";
import type { Bytes } from "./compressor.ts";

/** RFC 1951: no distance is longer, so no byte before these is ever used. */
export const DICTIONARY_BYTES_MAX = 32_768;

export interface Dictionary {
  /** For `Dictionary-ID` and for people: the first 16 hex digits of the hash. */
  readonly id: string;
  /** SHA-256 in padded base64. */
  readonly hash: string;
  readonly bytes: Bytes;
}

const SHA256_BYTES = 32;
/** A byte sequence of Structured Fields (RFC 9651 §3.3.5), with parameters, which are ignored. */
const BYTE_SEQUENCE = /^[ \t]*:([A-Za-z0-9+/]*={0,2}):[ \t]*(?:;.*)?$/;

/** @throws Error where it is empty or longer than a window: such a dictionary would not do what its owner expects */
export async function dictionary(bytes: Bytes): Promise<Dictionary> {
  if (bytes.length === 0 || bytes.length > DICTIONARY_BYTES_MAX) {
    throw new Error(`a dictionary has 1 to ${DICTIONARY_BYTES_MAX} bytes, not ${bytes.length}`);
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return { id: dictionaryId(digest), hash: renderBase64(digest), bytes };
}

/** The id that goes with a SHA-256. */
export function dictionaryId(digest: Uint8Array): string {
  return renderHex(digest.subarray(0, 8));
}

/** The hash that the header names, in padded base64; undefined where it is missing or no SHA-256. */
export function parseAvailableDictionary(header: string | null): string | undefined {
  const match = header === null ? null : BYTE_SEQUENCE.exec(header);
  const digest = match === null ? undefined : parseBase64(match[1] ?? "");
  return digest?.length === SHA256_BYTES ? renderBase64(digest) : undefined;
}

/** The value of `Available-Dictionary` that names this dictionary. */
export function renderAvailableDictionary({ hash }: Pick<Dictionary, "hash">): string {
  return `:${hash}:`;
}

/** The dictionary that the header names, if it is one of these. */
export function findDictionary(header: string | null, known: readonly Dictionary[]): Dictionary | undefined {
  if (header === null || known.length === 0) return undefined;
  const usual = known.find((candidate) => header === renderAvailableDictionary(candidate));
  if (usual !== undefined) return usual; // Most clients write it as we do, and need not wait for base64 to be taken apart.
  const hash = parseAvailableDictionary(header);
  return known.find((candidate) => candidate.hash === hash);
}
