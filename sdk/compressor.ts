/**
 * Compression for platforms without a zlib of their own, browsers and phones: fflate, which has a third of pako's size and reads frames with a
 * dictionary in a third of its time.
 * @module
 */
import { deflateSync, gzipSync, Inflate, inflateSync } from "fflate";
import { type Bytes, type Compressor, concat, corrupt, overLimit } from "../proto/codec/codec.ts";

/** A body up to here is unpacked in one go, which may go on for 8 MB after it was too much; larger ones slice by slice. */
const ONE_GO_BYTES_MAX = 8192;
/** Most bodies unpack to less than this, into memory that has the size already. */
const USUAL_EXPANSION = 8;
const USUAL_BYTES_MIN = 1024;
/** Deflate makes at most 1 032 bytes of one (https://zlib.net/zlib_tech.html). */
const EXPANSION_MAX = 1032;
const SLICE_BYTES_MIN = 256;

const GZIP_HEAD_BYTES = 10;
const GZIP_TAIL_BYTES = 8;
const GZIP_EXTRA = 4;
const GZIP_NAME = 8;
const GZIP_COMMENT = 16;
const GZIP_HEAD_CRC = 2;

export function portableCompressor(): Compressor {
  return {
    gzip: (bytes) => gzipSync(bytes, { mtime: 0 }),
    gunzip,
    deflateRaw: (bytes, dictionary) => deflateSync(bytes, dictionary && { dictionary }),
    inflateRaw: inflate,
  };
}

function inflate(bytes: Uint8Array, bytesMax: number, dictionary?: Uint8Array): Bytes {
  if (bytes.length === 0) throw corrupt(new Error("nothing is no deflate"));
  if (bytes.length > ONE_GO_BYTES_MAX) return inflateSlices(bytes, bytesMax, dictionary);
  const usual = new Uint8Array(Math.min(bytesMax, Math.max(USUAL_BYTES_MIN, bytes.length * USUAL_EXPANSION)) + 1);
  const unpacked = readable(() => inflateSync(bytes, { out: usual, ...(dictionary && { dictionary }) }));
  // What is full may be cut.
  return unpacked.length < usual.length ? unpacked.slice() : inflateSlices(bytes, bytesMax, dictionary);
}

/** Stops at the limit and not after it: a small body may hold a huge one. */
function inflateSlices(bytes: Uint8Array, bytesMax: number, dictionary: Uint8Array | undefined): Bytes {
  const chunks: Bytes[] = [];
  let size = 0;
  const stream = new Inflate(dictionary === undefined ? {} : { dictionary }, (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  const step = Math.max(SLICE_BYTES_MIN, Math.ceil(bytesMax / EXPANSION_MAX));
  for (let at = 0; at < bytes.length; at += step) {
    readable(() => stream.push(bytes.subarray(at, at + step), at + step >= bytes.length));
    if (size > bytesMax) throw overLimit(bytesMax);
  }
  return concat(chunks);
}

/** RFC 1952, one member. fflate takes its checksum on trust. */
function gunzip(bytes: Uint8Array, bytesMax: number): Bytes {
  const start = endOfGzipHead(bytes);
  const end = bytes.length - GZIP_TAIL_BYTES;
  if (start === undefined || start >= end) throw corrupt(new Error("no gzip, or cut short"));
  const unpacked = inflate(bytes.subarray(start, end), bytesMax);
  const tail = new DataView(bytes.buffer, bytes.byteOffset + end);
  if (tail.getUint32(0, true) !== crc32(unpacked) || tail.getUint32(4, true) !== unpacked.length) {
    throw corrupt(new Error("the checksum is another"));
  }
  return unpacked;
}

function endOfGzipHead(bytes: Uint8Array): number | undefined {
  const [first, second, method, flags = 0] = bytes;
  if (first !== 0x1f || second !== 0x8b || method !== 8) return undefined;
  let at = GZIP_HEAD_BYTES;
  if (flags & GZIP_EXTRA) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const text of [GZIP_NAME, GZIP_COMMENT]) {
    if ((flags & text) === 0) continue;
    const zero = bytes.indexOf(0, at);
    if (zero < 0) return undefined;
    at = zero + 1;
  }
  return flags & GZIP_HEAD_CRC ? at + 2 : at;
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw corrupt(cause);
  }
}
