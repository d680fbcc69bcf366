/**
 * The two compressed codings as four functions, so that every runtime brings its own: `node:zlib` at the edge and the origin,
 * whatever the device has in the SDK. Bodies are bounded and whole, therefore nothing here streams and nothing waits.
 * @module
 */
import { Fault } from "../fault.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** A single chunk is handed on as it is. */
export function concat(chunks: readonly Bytes[]): Bytes {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** What a runtime's zlib can do. The dictionary of a deflate call is given raw, without a header (RFC 1951 with a preset window). */
export interface Compressor {
  gzip(bytes: Uint8Array): Bytes;
  /** @throws Fault resource_exhausted (413) above `bytesMax`, invalid_argument where it is no gzip or is cut short */
  gunzip(bytes: Uint8Array, bytesMax: number): Bytes;
  deflateRaw(bytes: Uint8Array, dictionary?: Uint8Array): Bytes;
  /** @throws Fault resource_exhausted (413) above `bytesMax`, invalid_argument where it is no deflate or is cut short */
  inflateRaw(bytes: Uint8Array, bytesMax: number, dictionary?: Uint8Array): Bytes;
}

export interface ZlibOptions {
  readonly dictionary?: Uint8Array;
  readonly maxOutputLength?: number;
}

/** The part of `node:zlib` that is used, typed by its shape, because this tier knows no Node. */
export interface Zlib {
  gzipSync(bytes: Uint8Array, options?: ZlibOptions): Bytes;
  gunzipSync(bytes: Uint8Array, options?: ZlibOptions): Bytes;
  deflateRawSync(bytes: Uint8Array, options?: ZlibOptions): Bytes;
  inflateRawSync(bytes: Uint8Array, options?: ZlibOptions): Bytes;
}

/** workerd takes no greater `maxOutputLength`; a body of that size has no place in memory anyway. */
const OUTPUT_BYTES_MAX = 134_217_728;

/** @param zlib `node:zlib`, of Node or of workerd with `nodejs_compat` */
export function zlibCompressor(zlib: Zlib): Compressor {
  return {
    gzip: (bytes) => plain(zlib.gzipSync(bytes)),
    gunzip: (bytes, bytesMax) => unpack(bytesMax, (options) => zlib.gunzipSync(bytes, options)),
    deflateRaw: (bytes, dictionary) =>
      plain(zlib.deflateRawSync(bytes, dictionary === undefined ? {} : { dictionary })),
    inflateRaw: (bytes, bytesMax, dictionary) =>
      unpack(bytesMax, (options) =>
        zlib.inflateRawSync(bytes, dictionary === undefined ? options : { ...options, dictionary }),
      ),
  };
}

/** Output above `maxOutputLength` is a RangeError in Node and in workerd, which agree on nothing else about it. */
function unpack(bytesMax: number, run: (options: ZlibOptions) => Bytes): Bytes {
  if (bytesMax < 1) throw overLimit(bytesMax);
  try {
    return plain(run({ maxOutputLength: Math.min(bytesMax, OUTPUT_BYTES_MAX) }));
  } catch (cause) {
    throw (cause as { name?: unknown }).name === "RangeError" ? overLimit(bytesMax) : corrupt(cause);
  }
}

/** The same memory without Node's Buffer around it, whose `slice` is another than that of every other array of bytes. */
function plain({ buffer, byteOffset, length }: Bytes): Bytes {
  return new Uint8Array(buffer, byteOffset, length);
}

/** What a {@link Compressor} throws for output above its limit. */
export function overLimit(bytesMax: number): Fault {
  return new Fault("resource_exhausted", `the body is larger than ${bytesMax} bytes once it is decompressed`, {
    status: 413,
  });
}

/** What a {@link Compressor} throws for input that it cannot read. */
export function corrupt(cause: unknown): Fault {
  return new Fault("invalid_argument", "the body is not what its content coding says, or is cut short", { cause });
}
