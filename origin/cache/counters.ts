/**
 * What a cache counts, for metrics and tests.
 * @module
 */

/** Since the start of the process; all only grow, except those that say they are a level. Gets are localHits + joins + redisHits + misses. */
export interface CacheCounters {
  localHits: number;
  redisHits: number;
  /** Gets that waited for one under way for the same key. */
  joins: number;
  /** Gets that neither level could answer, each of which began a load. */
  misses: number;
  /** Hits of either level that said "there is none"; counted in the hits too. */
  negativeHits: number;
  /** Loads that threw or took too long. */
  loadErrors: number;
  /** Commands that failed or timed out; those not sent while Redis is away are in `redisSkips`. */
  redisErrors: number;
  redisSkips: number;
  corruptedValues: number;
  /** Loaded values too large to be cached. */
  oversizedValues: number;
  /** Loads whose value was not stored because the key was deleted, or stored by another process, meanwhile. */
  staleLoads: number;
  deletes: number;
  /** Deletes that could not be kept while Redis was away. */
  deletesLost: number;
  /** Level: deletes that Redis does not know of yet. */
  pendingDeletes: number;
  /** Level. */
  localEntries: number;
  /** Level. */
  localBytes: number;
}

export type Counter = Exclude<keyof CacheCounters, "pendingDeletes" | "localEntries" | "localBytes">;

export type Counts = Record<Counter, number>;

export function zeroCounts(): Counts {
  return {
    localHits: 0,
    redisHits: 0,
    joins: 0,
    misses: 0,
    negativeHits: 0,
    loadErrors: 0,
    redisErrors: 0,
    redisSkips: 0,
    corruptedValues: 0,
    oversizedValues: 0,
    staleLoads: 0,
    deletes: 0,
    deletesLost: 0,
  };
}
