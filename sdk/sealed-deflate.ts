/**
 * One raw deflate stream of which a part is secret. The secret part goes first, in stored blocks; the rest is compressed by a
 * compressor that never sees it:
 *
 *     [stored: secret][deflate of open, window = tail(dictionary ‖ filler of the secret's length)]
 *
 * - Nothing in the secret part is ever matched, by itself or by anything else: its length on the wire is its length.
 * - The filler keeps distances into the dictionary right, because the reader's window holds the secret there. It is a byte that
 *   does not occur in `open`, so no match can touch it.
 *
 * Any inflater that knows the dictionary reads it (RFC 1951 §3.2.4: stored blocks; §2: blocks share the window).
 * @module
 */
import { type Bytes, type Compressor, DICTIONARY_BYTES_MAX, type Dictionary } from "../proto/codec/codec.ts";

const STORED_BYTES_MAX = 65_535;
const STORED_HEADER_BYTES = 5;

/** @returns undefined where it would not be smaller than both parts plain, or `open` uses every byte there is */
export function sealedDeflate(
  secret: Bytes,
  open: Bytes,
  dictionary: Dictionary,
  compressor: Compressor,
): Bytes | undefined {
  const filler = secret.length === 0 ? 0 : absentByte(open);
  if (filler === undefined || open.length === 0) return undefined;
  const deflated = compressor.deflateRaw(open, windowAfter(dictionary.bytes, secret.length, filler));
  const blocks = Math.ceil(secret.length / STORED_BYTES_MAX);
  const size = secret.length + blocks * STORED_HEADER_BYTES + deflated.length;
  if (size >= secret.length + open.length) return undefined;
  const stream = new Uint8Array(size);
  let at = 0;
  for (let start = 0; start < secret.length; start += STORED_BYTES_MAX) {
    const block = secret.subarray(start, start + STORED_BYTES_MAX);
    stream.set(storedHeader(block.length), at);
    stream.set(block, at + STORED_HEADER_BYTES);
    at += STORED_HEADER_BYTES + block.length;
  }
  stream.set(deflated, at);
  return stream;
}

/** Not final (BFINAL 0), type 00, padded to the byte; then the length and its complement, little-endian. */
function storedHeader(length: number): number[] {
  const complement = ~length & 0xffff;
  return [0, length & 0xff, length >> 8, complement & 0xff, complement >> 8];
}

function windowAfter(dictionary: Bytes, length: number, filler: number): Bytes {
  if (length === 0) return dictionary;
  const pad = Math.min(length, DICTIONARY_BYTES_MAX);
  const kept = dictionary.subarray(Math.max(0, dictionary.length + pad - DICTIONARY_BYTES_MAX));
  const window = new Uint8Array(kept.length + pad).fill(filler);
  window.set(kept);
  return window;
}

function absentByte(bytes: Bytes): number | undefined {
  const seen = new Uint8Array(256);
  for (const byte of bytes) seen[byte] = 1;
  const absent = seen.indexOf(0);
  return absent < 0 ? undefined : absent;
}
