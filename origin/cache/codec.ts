/**
 * How values become bytes in a cache and come back.
 * @module
 */

export interface Codec<V> {
  encode(value: V): Uint8Array;
  /** @throws when the bytes are no such value; the cache then counts a corrupted value and loads again */
  decode(bytes: Uint8Array): V;
}

/**
 * The sign before a bigint in JSON. A string that begins with it gets a second one, so `"#5"` is the integer 5 and `"##5"` the text #5:
 * what goes in comes out, whatever the texts are.
 */
const SIGN = "#";

/** Bytes as they are; each caller gets a copy, so that none can change what is cached. */
export const bytesCodec: Codec<Uint8Array> = {
  encode: (value) => value.slice(),
  decode: (bytes) => Uint8Array.from(bytes),
};

/**
 * JSON that keeps `bigint`. What JSON would change silently (Date, Map, bytes, NaN, functions, class instances) is refused with a TypeError;
 * a property that is undefined is left out.
 * @param parse makes the typed value of what was read, or throws: what Redis holds is input like any other
 */
export function jsonCodec<V>(parse: (value: unknown) => V): Codec<V> {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return {
    encode: (value) => encoder.encode(JSON.stringify(packed(value))),
    decode: (bytes) => parse(JSON.parse(decoder.decode(bytes), unpack)),
  };
}

/** A copy for JSON.stringify; made before it runs, because its replacer only sees a Date after `toJSON` has made a string of it. */
function packed(value: unknown): unknown {
  switch (typeof value) {
    case "string":
      return value.startsWith(SIGN) ? SIGN + value : value;
    case "bigint":
      return `${SIGN}${value}`;
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) return value;
      throw new TypeError(`JSON has no ${value}`);
    case "object":
      return value === null ? null : packedObject(value);
    default:
      throw new TypeError(`JSON has no ${typeof value}`);
  }
}

function packedObject(value: object): unknown {
  if (Array.isArray(value)) return value.map(packed);
  const prototype: unknown = Object.getPrototypeOf(value);
  // A record from another realm, such as a sandbox of the test runner, has that realm's Object.prototype, whose own prototype is null.
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!isPlain) throw new TypeError(`JSON has no ${value.constructor?.name ?? "class instance"}`);
  const present = Object.entries(value).filter(([, property]) => property !== undefined);
  return Object.fromEntries(present.map(([name, property]) => [name, packed(property)]));
}

function unpack(_name: string, value: unknown): unknown {
  if (typeof value !== "string" || !value.startsWith(SIGN)) return value;
  return value.startsWith(SIGN + SIGN) ? value.slice(SIGN.length) : BigInt(value.slice(SIGN.length));
}
