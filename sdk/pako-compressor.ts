/** Compression for platforms without a zlib of their own: browsers and phones. @module */
import { Deflate, Inflate } from "pako";
import { type Bytes, type Compressor, corrupt, overLimit } from "../proto/codec/codec.ts";

export function pakoCompressor(): Compressor {
  return {
    gzip: (bytes) => deflate(bytes, { gzip: true }),
    gunzip: (bytes, bytesMax) => inflate(bytes, bytesMax, {}),
    deflateRaw: (bytes, dictionary) => deflate(bytes, { raw: true, ...(dictionary && { dictionary }) }),
    inflateRaw: (bytes, bytesMax, dictionary) =>
      inflate(bytes, bytesMax, { raw: true, ...(dictionary && { dictionary }) }),
  };
}

function deflate(bytes: Uint8Array, options: ConstructorParameters<typeof Deflate>[0]): Bytes {
  const stream = new Deflate(options);
  if (!stream.push(bytes, true)) throw new Error(`deflate failed: ${stream.msg || stream.err}`);
  return stream.result;
}

/** Stops at the limit and not after it: a small body may hold a huge one. */
function inflate(bytes: Uint8Array, bytesMax: number, options: ConstructorParameters<typeof Inflate>[0]): Bytes {
  const stream = new Inflate(options);
  const chunks: Bytes[] = [];
  let size = 0;
  stream.onData = (chunk) => {
    size += chunk.length;
    if (size > bytesMax) throw overLimit(bytesMax);
    chunks.push(chunk);
  };
  stream.push(bytes, true);
  if (stream.err !== 0 || !stream.ended) throw corrupt(new Error(stream.msg || `inflate ended with ${stream.err}`));
  return join(chunks, size);
}

function join(chunks: readonly Bytes[], size: number): Bytes {
  if (chunks.length === 1) return chunks[0] as Bytes;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
