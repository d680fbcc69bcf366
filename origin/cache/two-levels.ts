/**
 * How the two levels and the source work together, for encoded values under full keys.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { Counts } from "./counters.ts";
import { type CacheLimits, TTL_JITTER } from "./limits.ts";
import type { LocalLevel } from "./local-level.ts";
import type { RedisLevel } from "./redis-level.ts";

export interface EntryPolicy {
  readonly ttlMs: number;
  /** 0: absent values are not remembered. */
  readonly negativeTtlMs: number;
  readonly isValid: (value: Uint8Array) => boolean;
}

export type LoadBytes = (signal: AbortSignal) => Promise<Uint8Array | undefined>;

export interface TwoLevelsDeps {
  readonly local: LocalLevel;
  readonly redis: RedisLevel | undefined;
  readonly limits: CacheLimits;
  readonly counts: Counts;
  readonly random: () => number;
}

/** One get under way, which further gets of the same key join. */
interface Flight {
  readonly value: Promise<Uint8Array | undefined>;
  /** The key was deleted since it began: its value still goes to those that asked before, and is kept nowhere. */
  overtaken: boolean;
}

/**
 * Invariants:
 * - At most one flight per key can be joined, and it began after the key's last delete that this process knows of.
 * - A value enters the local level only from a flight that was not overtaken, and that Redis did not find overtaken.
 */
export class TwoLevels {
  readonly #deps: TwoLevelsDeps;
  readonly #flights = new Map<string, Flight>();

  constructor(deps: TwoLevelsDeps) {
    this.#deps = deps;
  }

  get(key: string, policy: EntryPolicy, load: LoadBytes): Promise<Uint8Array | undefined> | Uint8Array | undefined {
    const { local, counts } = this.#deps;
    const held = local.get(key);
    if (held !== undefined) {
      counts.localHits++;
      if (held.value === undefined) counts.negativeHits++;
      return held.value;
    }
    const underway = this.#flights.get(key);
    if (underway === undefined) return this.#takeOff(key, policy, load);
    counts.joins++;
    return underway.value;
  }

  async delete(key: string): Promise<void> {
    this.#deps.counts.deletes++;
    this.forget(key);
    await this.#deps.redis?.delete(key);
  }

  /** The part of a delete that concerns this process. */
  forget(key: string): void {
    this.#deps.local.delete(key);
    const flight = this.#flights.get(key);
    if (flight === undefined) return;
    flight.overtaken = true;
    this.#flights.delete(key);
  }

  /** Deletes may have been missed. */
  forgetAll(): void {
    for (const key of [...this.#flights.keys()]) this.forget(key);
    this.#deps.local.clear();
  }

  #takeOff(key: string, policy: EntryPolicy, load: LoadBytes): Promise<Uint8Array | undefined> {
    // The flight is in the map before its first step, which may already be overtaken.
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array | undefined>();
    const flight: Flight = { value: promise, overtaken: false };
    this.#flights.set(key, flight);
    const land = () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    };
    this.#fly(key, policy, load, flight).finally(land).then(resolve, reject);
    return promise;
  }

  async #fly(key: string, policy: EntryPolicy, load: LoadBytes, flight: Flight): Promise<Uint8Array | undefined> {
    const { local, redis, counts } = this.#deps;
    const reading = await redis?.read(key, policy.isValid);
    if (reading?.state === "hit") {
      counts.redisHits++;
      if (reading.value === undefined) counts.negativeHits++;
      if (!flight.overtaken) local.set(key, reading.value, this.#localTtlMs(ttlOf(policy, reading.value)));
      return reading.value;
    }
    counts.misses++;
    const value = await this.#load(load);
    const ttlMs = ttlOf(policy, value) * (1 - TTL_JITTER * this.#deps.random());
    if (!this.#isCacheable(value, ttlMs)) return value;
    const localTtlMs = this.#localTtlMs(ttlMs);
    const stored =
      flight.overtaken ||
      reading?.state !== "miss" ||
      (await redis?.store(key, reading.found, value, ttlMs - localTtlMs));
    if (flight.overtaken || stored === false) counts.staleLoads++;
    else local.set(key, value, localTtlMs);
    return value;
  }

  async #load(load: LoadBytes): Promise<Uint8Array | undefined> {
    const abort = new AbortController();
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      const fault = new Fault("deadline_exceeded", "a value took too long to load");
      late.reject(fault);
      abort.abort(fault);
    }, this.#deps.limits.loadTimeoutMs);
    try {
      return await Promise.race([load(abort.signal), late.promise]);
    } catch (error) {
      this.#deps.counts.loadErrors++;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  #isCacheable(value: Uint8Array | undefined, ttlMs: number): boolean {
    if (ttlMs <= 0) return false;
    if (value === undefined || value.length <= this.#deps.limits.valueBytesMax) return true;
    this.#deps.counts.oversizedValues++;
    return false;
  }

  /** With Redis the lifetime is split between the levels, so that a value read from Redis in its last moment still does not outlive it. */
  #localTtlMs(ttlMs: number): number {
    if (this.#deps.redis === undefined) return ttlMs;
    return Math.min(this.#deps.limits.localTtlSeconds * 1_000, ttlMs / 2);
  }
}

function ttlOf(policy: EntryPolicy, value: Uint8Array | undefined): number {
  return value === undefined ? policy.negativeTtlMs : policy.ttlMs;
}
