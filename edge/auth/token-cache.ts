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
