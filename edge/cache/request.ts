/**
 * A request as the cache sees it, and the way on to the upstream.
 * @module
 */
import type { Reply } from "../route/call.ts";
import type { CacheKey } from "./key.ts";
import type { CacheOutcome } from "./policy/cache-status.ts";
import { CLIENT_CONDITIONS, validators } from "./policy/conditional.ts";
import { parseDirectives, type RequestDirectives, requestDirectives } from "./policy/directives.ts";
import type { HeaderReader } from "./policy/freshness.ts";
import type { CachePolicy } from "./policy/storable.ts";
import type { StoredEntry } from "./store.ts";

/** A request on its way to the upstream. */
export interface CacheRequest {
  readonly key: CacheKey;
  readonly method: string;
  /** As the upstream will see them. */
  readonly headers: HeaderReader;
  /** A body is not part of the key: a request that has one is never answered from the store. */
  readonly hasBody: boolean;
  readonly authorized: boolean;
  /** Whether the reply carries a secret. */
  readonly sensitive: boolean;
  readonly policy: CachePolicy;
  /** From the request to the reply's headers. A request that has not got any after that is given up by those who wait for it. */
  readonly timeoutMs: number;
  readonly waitUntil: (promise: Promise<unknown>) => void;
  readonly forward: Forward;
  /** Told once, before the reply is there, what was done; not told where `handle` throws. */
  readonly note: (outcome: CacheOutcome) => void;
}

export interface ForwardChange {
  readonly set: readonly (readonly [string, string])[];
  readonly remove: readonly string[];
  /** Nobody waits for it: it outlives the request that began it. */
  readonly background: boolean;
}

/** Sends the request to the upstream. @throws Fault where no reply came */
export type Forward = (change: ForwardChange) => Promise<Reply>;

export const UNCHANGED: ForwardChange = { set: [], remove: [], background: false };
export const NO_DIRECTIVES: RequestDirectives = requestDirectives(parseDirectives(null));

/** The cache's own question in place of the client's. */
export function conditions(entry: StoredEntry | undefined, background: boolean): ForwardChange {
  const own = entry === undefined ? undefined : validators(entry.head);
  return { set: own ?? [], remove: CLIENT_CONDITIONS, background };
}

/** What is stored for everybody may still not be for those who carry credentials (RFC 9111 §3.5, taken in both directions). */
export function usable(request: CacheRequest, entry: StoredEntry | undefined): StoredEntry | undefined {
  return request.authorized && entry?.head.forAuthorized === false ? undefined : entry;
}
