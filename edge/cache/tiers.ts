/**
 * Two stores, one behind the other: the isolate's own memory, and one that isolates share and that outlives them, where there is one.
 *
 * The near one answers at once and is asked first, for every request. The far one is asked by the one request of a crowd that would
 * otherwise ask the upstream, and only for routes that say so. It can fail; then it is as if it were not there, and `warn` hears of it.
 * @module
 */
import type { CacheKey } from "./key.ts";
import type { HeaderReader } from "./policy/freshness.ts";
import type { StoredHead } from "./policy/head.ts";
import type { Bytes, CacheStore, Purge, StoredEntry } from "./store.ts";

/** The far store is a call away: one that does not answer must cost less than the upstream does. */
const FAR_MS_MAX = 1_000;

export interface TiersDeps {
  readonly near: CacheStore;
  readonly far: CacheStore | undefined;
  /** Whether any route puts something into the far store, or ever did: else nothing need be taken out of it. */
  readonly sharesAny: () => boolean;
  readonly warn: (message: string, cause: unknown) => void;
}

export interface Tiers {
  /** How often the near store was changed. */
  changes(): number;
  find: CacheStore["find"];
  /** What the far store has; put into the near one where it comes whole. */
  findFar(key: CacheKey, request: HeaderReader): Promise<StoredEntry | undefined>;
  put(key: CacheKey, head: StoredHead, chunks: readonly Bytes[], shared: boolean): Promise<void>;
  freshen(key: CacheKey, before: StoredHead, head: StoredHead, shared: boolean): Promise<void>;
  delete(url: string): Promise<void>;
  /** @throws whatever the far store throws: a purge that did not happen must not look as if it had */
  purge(purge: Purge, nowMs: number): Promise<number>;
  /** Of this isolate alone, after another one has purged the far store. */
  purgeNear(purge: Purge, nowMs: number): Promise<void>;
}

export function tiers({ near, far, sharesAny, warn }: TiersDeps): Tiers {
  let changes = 0;
  return {
    changes: () => changes,

    find: (key, request) => near.find(key, request),

    async findFar(key, request) {
      if (far === undefined) return undefined;
      try {
        const found = await inTime(Promise.resolve(far.find(key, request)));
        const body = found?.read();
        if (found !== undefined && body instanceof Uint8Array) {
          changes += 1;
          await near.put(key, found.head, [body as Bytes]);
        }
        return found;
      } catch (cause) {
        warn("the shared store could not be asked", cause);
        return undefined;
      }
    },

    async put(key, head, chunks, shared) {
      changes += 1;
      await near.put(key, head, chunks);
      if (shared) await attempt((store) => store.put(key, head, chunks));
    },

    async freshen(key, before, head, shared) {
      changes += 1;
      await near.freshen(key, before, head);
      if (shared) await attempt((store) => store.freshen(key, before, head));
    },

    async delete(url) {
      changes += 1;
      await near.delete(url);
      if (sharesAny()) await attempt((store) => store.delete(url));
    },

    async purge(purge, nowMs) {
      changes += 1;
      const [here, there] = await Promise.all([near.purge(purge, nowMs), far?.purge(purge, nowMs) ?? 0]);
      return Math.max(here, there);
    },

    async purgeNear(purge, nowMs) {
      changes += 1;
      await near.purge(purge, nowMs);
    },
  };

  async function attempt(change: (store: CacheStore) => void | Promise<void>): Promise<void> {
    if (far === undefined) return;
    try {
      await inTime(Promise.resolve(change(far)));
    } catch (cause) {
      warn("the shared store could not be changed", cause);
    }
  }
}

async function inTime<T>(promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`the shared store took longer than ${FAR_MS_MAX} ms`)), FAR_MS_MAX);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
