/**
 * The bounds of a cache and why they are what they are.
 * @module
 */

/** Each can be set in the configuration of the cache. */
export interface CacheLimits {
  /** What the values and keys in the process take together, roughly. */
  readonly localBytesMax: number;
  readonly localEntriesMax: number;
  /** With Redis, a value stays in the process this long before Redis is asked again; without Redis it stays for its whole TTL. */
  readonly localTtlSeconds: number;
  /** A value that is longer when encoded is returned, but not cached. */
  readonly valueBytesMax: number;
  /** A load may run this long; then its waiters get `deadline_exceeded`. */
  readonly loadTimeoutMs: number;
  /** Redis answers a command in this time or counts as failed. */
  readonly commandTimeoutMs: number;
  readonly connectTimeoutMs: number;
  /** Deletes kept at most while Redis is away. */
  readonly pendingDeletesMax: number;
}

export const DEFAULT_CACHE_LIMITS: CacheLimits = {
  localBytesMax: 64 * 1024 * 1024,
  localEntriesMax: 100_000,
  // The longest that another process may see a deleted value when Redis' message is lost; one Redis read per key and process in this time is cheap.
  localTtlSeconds: 5,
  // Redis is one thread: a megabyte holds it for about a millisecond (https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/).
  valueBytesMax: 1024 * 1024,
  // The store's own statement deadline.
  loadTimeoutMs: 10_000,
  // A healthy Redis answers within a millisecond; this is what a request pays at most before it goes to the source instead.
  commandTimeoutMs: 250,
  connectTimeoutMs: 2_000,
  // About 20 MB of keys, and a minute at a thousand deletes a second.
  pendingDeletesMax: 60_000,
};

/** A cached lifetime is shortened by up to this part of itself, so that what was cached together does not expire together. */
export const TTL_JITTER = 0.1;

/** Given limits over the defaults. @throws RangeError for a limit that is no positive number */
export function cacheLimits(given: Partial<CacheLimits> = {}): CacheLimits {
  const limits = { ...DEFAULT_CACHE_LIMITS, ...given };
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isFinite(value) || value <= 0) throw new RangeError(`cache limit ${name} must be a positive number`);
  }
  return limits;
}
