/**
 * Content codings of RPC bodies: identity and gzip.
 *
 * Small bodies are coded on the spot; larger ones in the thread pool, so that one call does not hold up all others.
 * @module
 */
import { gunzip, gunzipSync, gzip, gzipSync } from "node:zlib";
import { acceptedCodings } from "../../proto/codec/codec.ts";
import { Fault } from "../../proto/fault.ts";

/** About 0.2 ms of gzip: what handing the work to the pool and back costs under load. */
const ON_THE_SPOT_BYTES_MAX = 16 * 1024;

export type Coding = "identity" | "gzip";

/** @throws Fault unimplemented, naming the supported codings as the protocol asks */
export function parseCoding(value: string | undefined): Coding {
  if (value === undefined || value === "" || value === "identity") return "identity";
  if (value === "gzip" || value.toLowerCase() === "gzip") return "gzip";
  throw new Fault("unimplemented", `content coding ${JSON.stringify(value)} is not supported, only gzip and identity`);
}

/**
 * Whether the client takes gzip. Without Accept-Encoding it takes what it sent; quality values are honoured, though the
 * protocol does without them, because proxies on the way may use them.
 */
export function acceptsGzip(acceptEncoding: string | undefined, sent: Coding): boolean {
  if (acceptEncoding === undefined) return sent === "gzip";
  return acceptEncoding === "gzip" || acceptedCodings(acceptEncoding, null, []).gzip;
}

/**
 * @param bytesMax of the result; unpacking stops there, so a bomb costs no more than an honest body of that size
 * @throws Fault invalid_argument for bytes that are not gzip, resource_exhausted beyond the limit
 */
export function unpack(body: Uint8Array, bytesMax: number): Uint8Array | Promise<Uint8Array> {
  const options = { maxOutputLength: bytesMax };
  // What comes out may be a thousand times what goes in: only a body that is tiny is also quick.
  if (body.length * 16 <= ON_THE_SPOT_BYTES_MAX) {
    try {
      return gunzipSync(body, options);
    } catch (error) {
      throw unpackFault(error, bytesMax);
    }
  }
  return new Promise((settle, fail) => {
    gunzip(body, options, (error, bytes) => (error === null ? settle(bytes) : fail(unpackFault(error, bytesMax))));
  });
}

function unpackFault(cause: unknown, bytesMax: number): Fault {
  const { code } = cause as NodeJS.ErrnoException;
  return code === "ERR_BUFFER_TOO_LARGE"
    ? new Fault("resource_exhausted", `the body is larger than ${bytesMax} bytes when unpacked`, { cause })
    : new Fault("invalid_argument", "the body is not valid gzip", { cause });
}

/** @returns undefined where gzip would not make it smaller */
export function pack(body: Uint8Array): Uint8Array | undefined | Promise<Uint8Array | undefined> {
  if (body.length <= ON_THE_SPOT_BYTES_MAX) return smaller(gzipSync(body), body);
  return new Promise((settle, fail) => {
    gzip(body, (error, packed) => (error === null ? settle(smaller(packed, body)) : fail(error)));
  });
}

function smaller(packed: Uint8Array, body: Uint8Array): Uint8Array | undefined {
  return packed.length < body.length ? packed : undefined;
}
