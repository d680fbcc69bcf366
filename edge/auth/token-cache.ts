/**
 * Tokens that were found good, by their SHA-256: whoever reads this memory finds no token, and a key has one size.
 * @module
 */
import { LRUCache } from "lru-cache";

/** About 1 KB each, so 10 MB of a Worker's 128 MB; one process meets fewer callers than this in the ten minutes that a token lives. */
const TOKENS_MAX = 10_000;

export interface TokenCache<V extends object> {
  get(digest: string): V | undefined;
  set(digest: string, value: V): void;
  delete(digest: string): void;
}

export function tokenCache<V extends object>(): TokenCache<V> {
  return new LRUCache<string, V>({ max: TOKENS_MAX });
}

/** SHA-256 of a token as a string of 16 UTF-16 units: the cheapest form of 32 bytes that a Map takes for a key. */
export async function tokenDigest(token: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return String.fromCharCode(...new Uint16Array(hash));
}
