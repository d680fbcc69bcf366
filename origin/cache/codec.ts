/**
 * How values become bytes in a cache and come back.
 * @module
 */

export interface Codec<V> {
  encode(value: V): Uint8Array;
  /** @throws when the bytes are no such value; the cache then counts a corrupted value and loads again */
  decode(bytes: Uint8Array): V;
}

/** Bytes as they are, copied on the way out so that no caller can change what is cached. */
export declare const bytesCodec: Codec<Uint8Array>;

/**
 * JSON that keeps `bigint`. Values JSON would lose silently (Date, Map, bytes, NaN, functions) are refused with a TypeError.
 * @param parse makes the typed value of what was read, or throws: what Redis holds is input like any other
 */
export declare function jsonCodec<V>(parse: (value: unknown) => V): Codec<V>;
