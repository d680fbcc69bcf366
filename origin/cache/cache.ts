/**
 * A cache of two levels before a slow source: a bounded LRU in the process over Redis, where Redis is configured.
 *
 * Redis only caches and is never the truth: while it is down, hanging or wrong, values come from the source, and nothing throws because of it.
 *
 * How stale a value may be:
 * - A value lives `ttlSeconds` at most, less a random part of up to a tenth, so that values cached together do not expire together.
 * - `delete(key)` takes effect in its own process at once. Other processes drop their copy when Redis' message arrives, normally within
 *   milliseconds, and at worst (message lost) when their copy expires: `localTtlSeconds`, 5 s by default.
 * - A load that began before a `delete` never stores its value after it, in this process or another: a delete leaves a short-lived
 *   tombstone in Redis, and storing is a compare-and-set against what was seen before the load.
 * - A `delete` while Redis is away is kept and repeated when it is back; until then this process passes Redis by for that key. Only when this
 *   process also dies before that does Redis keep the old value, for its `ttlSeconds` at most.
 *
 * Delete after the source has committed, never before.
 * @module
 */
import type { Codec } from "./codec.ts";

export interface CacheConfig {
  /** `redis://…` or `rediss://…`. */
  readonly redisUrl?: string | undefined;
  /** `[redis-sentinel://[user:password@]]host:port,host:port[/database][#master]`; wins over `redisUrl`. */
  readonly redisSentinels?: string | undefined;
  /** First part of every key in Redis, so that several systems can share one. Default `fairway`. */
  readonly prefix?: string;
  readonly limits?: Partial<CacheLimits>;
  /** Milliseconds that only grow; for expiry. */
  readonly monotonicNow?: () => number;
  /** In [0, 1), for TTL jitter. */
  readonly random?: () => number;
  /** Told of each change of Redis' state and of corrupted values, for the log; never called more than a few times a second. */
  readonly onWarning?: (message: string, cause: unknown) => void;
}

/** Bounds; the defaults and their reasons are in `limits.ts`. */
export interface CacheLimits {
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

export interface RegionOptions<V> {
  /** One kind of value: `profile`. Lower-case letters, digits and dashes. */
  readonly name: string;
  /** Raise it whenever the shape of the values changes: old ones are then never read. */
  readonly version: number;
  readonly codec: Codec<V>;
  readonly ttlSeconds: number;
  /** How long an absent value (load returned undefined) is remembered; 0 for not at all. */
  readonly negativeTtlSeconds: number;
}

/** Gets the value from its source; undefined says that there is none. The signal aborts when the load took too long. */
export type Load<V> = (signal: AbortSignal) => Promise<V | undefined>;

export interface Region<V> {
  /**
   * The value of `key`, from the process, from Redis or from `load`; undefined where there is none.
   * All callers that ask for one key while it is being loaded share that load. When it fails they all get its error, and nothing is cached.
   * @param signal lets this caller leave early; the load goes on for the others
   * @throws what `load` throws; Fault deadline_exceeded when it took too long; the signal's reason
   */
  get(key: string, load: Load<V>, signal?: AbortSignal): Promise<V | undefined>;
  /** Forgets the value everywhere (see the module's comment on when). Never throws because of Redis. */
  delete(key: string): Promise<void>;
}

/** Since the start of the process; all only grow, except those that say they are a level. */
export interface CacheCounters {
  localHits: number;
  redisHits: number;
  /** Gets that neither level could answer; several may share a load. */
  misses: number;
  /** Hits of either level that said "there is none"; counted in the hits too. */
  negativeHits: number;
  loads: number;
  loadErrors: number;
  /** Commands that failed or timed out; those not sent while Redis is away are in `redisSkips`. */
  redisErrors: number;
  redisSkips: number;
  corruptedValues: number;
  oversizedValues: number;
  /** Loads whose value was not stored because the key was deleted meanwhile. */
  staleLoads: number;
  deletes: number;
  /** Deletes that could not be kept while Redis was away. */
  deletesLost: number;
  /** Level. */
  pendingDeletes: number;
  /** Level. */
  localEntries: number;
  /** Level. */
  localBytes: number;
}

export interface Cache {
  region<V>(options: RegionOptions<V>): Region<V>;
  counters(): Readonly<CacheCounters>;
  /** Whether Redis answers; undefined when none is configured. For readyz as information only: without Redis the origin still serves. */
  redisUp(): boolean | undefined;
  close(): Promise<void>;
}

/**
 * Connects to Redis for at most `connectTimeoutMs` and returns in any case; a Redis that is away is tried again in the background.
 * @throws Error when the configuration is malformed (a message that names the key, without the password)
 */
export declare function openCache(config: CacheConfig): Promise<Cache>;
