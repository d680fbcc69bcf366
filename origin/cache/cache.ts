/**
 * A cache of two levels before a slow source: a bounded LRU in the process over Redis, where Redis is configured.
 *
 * Redis only caches and is never the truth: while it is down, hanging or wrong, values come from the source, and nothing throws because of it.
 *
 * How stale a value may be:
 * - A value lives `ttlSeconds` at most, less a random part of up to a tenth, so that values cached together do not expire together.
 * - `delete(key)` takes effect in its own process at once. Other processes drop their copy when Redis' message arrives, normally within
 *   milliseconds, and at worst (message lost) when their copy expires: `localTtlSeconds`, 5 s by default. Processes without Redis do not hear
 *   of each other's deletes at all: `ttlSeconds` is the bound there.
 * - A load that began before a `delete` never stores its value after it, in this process or another: a delete leaves a short-lived
 *   tombstone in Redis, and storing is a compare-and-set against what was seen before the load.
 * - A `delete` while Redis is away is kept and repeated when it is back; until then this process passes Redis by for that key. Only when this
 *   process also dies before that does Redis keep the old value, for its `ttlSeconds` at most.
 *
 * Delete after the source has committed, never before.
 * @module
 */
import { createHash } from "node:crypto";
import type { Codec } from "./codec.ts";
import { type CacheCounters, zeroCounts } from "./counters.ts";
import { type CacheLimits, cacheLimits } from "./limits.ts";
import { LocalLevel } from "./local-level.ts";
import { redisAddress } from "./redis-address.ts";
import { RedisLevel } from "./redis-level.ts";
import { type EntryPolicy, TwoLevels } from "./two-levels.ts";

export { bytesCodec, type Codec, jsonCodec } from "./codec.ts";
export type { CacheCounters } from "./counters.ts";
export type { CacheLimits } from "./limits.ts";

const DEFAULT_PREFIX = "fairway";

/** Parts of a key before its last are joined by colons, so they contain none. */
const NAME_PATTERN = /^[a-z][a-z0-9-]*$/;

/** Longer keys go by their hash: what a caller sends in must not take memory in both levels as it pleases. */
const KEY_LENGTH_MAX = 200;
const HASH_SIGN = "#";

export interface CacheConfig {
  /** `redis://user:password@host:port/database`, or `rediss://` for TLS. Empty counts as not given. */
  readonly redisUrl?: string | undefined;
  /** `[redis-sentinel://[user:password@]]host:port,host:port[/database][#master]`; wins over `redisUrl`. */
  readonly redisSentinels?: string | undefined;
  /** First part of every key in Redis, so that several systems can share one. Default `fairway`. */
  readonly prefix?: string;
  readonly limits?: Partial<CacheLimits>;
  /** Milliseconds that only grow; for expiry. */
  readonly monotonicNow?: () => number;
  /** In [0, 1), for the jitter of lifetimes and of attempts to connect. */
  readonly random?: () => number;
  /** Told when Redis goes away, is back, or refuses commands, for the log; a few times a second at most. */
  readonly onWarning?: (message: string, cause: unknown) => void;
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

/**
 * Gets the value from its source; undefined says that there is none. The signal aborts when the load takes too long. It runs in the asynchronous context
 * of the get that began it, for all that share it: it must not depend on that one caller's deadline.
 */
export type Load<V> = (signal: AbortSignal) => Promise<V | undefined>;

export interface Region<V> {
  /**
   * The value of `key`, from the process, from Redis or from `load`; undefined where there is none. Each caller gets a value of its own.
   * All callers that ask for one key while it is being loaded share that load. When it fails they all get its error, and nothing is cached.
   * @param signal lets this caller leave early; the load goes on for the others
   * @throws what `load` throws; Fault deadline_exceeded when it takes too long; the signal's reason
   */
  get(key: string, load: Load<V>, signal?: AbortSignal): Promise<V | undefined>;
  /** Forgets the value everywhere (see the module's comment on when). Never throws because of Redis. */
  delete(key: string): Promise<void>;
}

export interface Cache {
  /** @throws Error for a malformed name or lifetime, or a name and version that are in use */
  region<V>(options: RegionOptions<V>): Region<V>;
  counters(): Readonly<CacheCounters>;
  /** Whether Redis answers; undefined when none is configured. Readiness must not depend on it: without Redis the origin still serves. */
  redisUp(): boolean | undefined;
  /** Tells Redis of the deletes that are kept, if it can be told now, and closes the connections. */
  close(): Promise<void>;
}

/**
 * Connects to Redis for at most `connectTimeoutMs` and returns in any case; a Redis that is away is tried again in the background.
 * @throws Error when the configuration is malformed (a message that names the key, without the password)
 */
export async function openCache(config: CacheConfig): Promise<Cache> {
  const limits = cacheLimits(config.limits);
  const prefix = config.prefix ?? DEFAULT_PREFIX;
  if (!NAME_PATTERN.test(prefix)) throw new Error(`"${prefix}" is no prefix for a cache`);
  const address = redisAddress(config.redisUrl, config.redisSentinels);
  const random = config.random ?? Math.random;
  const counts = zeroCounts();
  const local = new LocalLevel(limits, config.monotonicNow ?? (() => performance.now()));
  const redis =
    address &&
    new RedisLevel({
      address,
      prefix,
      limits,
      counts,
      random,
      onWarning: config.onWarning ?? (() => undefined),
      onDeleted: (key) => levels.forget(key),
      onGap: () => levels.forgetAll(),
    });
  const levels = new TwoLevels({ local, redis, limits, counts, random });
  await redis?.connect();
  const names = new Set<string>();
  return {
    region(options) {
      const name = `${prefix}:${regionName(options)}`;
      if (names.has(name)) throw new Error(`there are two cache regions ${name}`);
      names.add(name);
      return regionOf(options, name, levels);
    },
    counters: () => ({
      ...counts,
      pendingDeletes: redis?.pendingDeletes ?? 0,
      localEntries: local.entryCount,
      localBytes: local.byteCount,
    }),
    redisUp: () => redis?.isUp(),
    close: async () => redis?.close(),
  };
}

function regionName<V>({ name, version, ttlSeconds, negativeTtlSeconds }: RegionOptions<V>): string {
  if (!NAME_PATTERN.test(name)) throw new Error(`"${name}" is no name for a cache region`);
  if (!Number.isSafeInteger(version) || version < 0)
    throw new Error(`cache region ${name}: the version must be a whole number`);
  if (!(ttlSeconds > 0) || !(negativeTtlSeconds >= 0))
    throw new Error(`cache region ${name}: lifetimes must not be negative`);
  return `${name}:${version}`;
}

function regionOf<V>(options: RegionOptions<V>, name: string, levels: TwoLevels): Region<V> {
  const { codec } = options;
  const policy: EntryPolicy = {
    ttlMs: options.ttlSeconds * 1_000,
    negativeTtlMs: options.negativeTtlSeconds * 1_000,
    isValid: (bytes) => decodes(codec, bytes),
  };
  return {
    async get(key, load, signal) {
      signal?.throwIfAborted();
      const found = levels.get(fullKey(name, key), policy, async (aborted) => {
        const value = await load(aborted);
        return value === undefined ? undefined : codec.encode(value);
      });
      const bytes = await untilAborted(found, signal);
      return bytes === undefined ? undefined : codec.decode(bytes);
    },
    delete: (key) => levels.delete(fullKey(name, key)),
  };
}

function decodes<V>(codec: Codec<V>, bytes: Uint8Array): boolean {
  try {
    codec.decode(bytes);
    return true;
  } catch {
    return false; // Counted as corrupted and loaded again by who asks.
  }
}

function fullKey(name: string, key: string): string {
  if (key.length <= KEY_LENGTH_MAX && !key.startsWith(HASH_SIGN)) return `${name}:${key}`;
  return `${name}:${HASH_SIGN}${createHash("sha256").update(key).digest("base64url")}`;
}

async function untilAborted<T>(work: Promise<T> | T, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined || !(work instanceof Promise)) return work;
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => aborted.reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
