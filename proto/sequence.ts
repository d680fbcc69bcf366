/**
 * The ids of one worker, unique for as long as its lease is remembered: across restarts, a second instance that does not know of the
 * first, and whatever its clock does. A pure state machine: durable/sequence gives it a clock and a place to write to.
 *
 *     elapsed ms ──────────────┬───────────────────┬────────────────▶
 *                 issued so far│  may be issued    │ never, before a new lease is written
 *                              last                leasedUntil
 *
 * - **Lease.** No id is composed whose ms is not below `leasedUntil`, and that is written before. Who starts anew begins at what is
 *   written. So an instance that was superseded ends inside its old lease, and the new one begins behind it.
 * - **Logical clock.** The ms of an id is that of the clock, or of the last id where the clock is behind it. When the 4096 ids of a ms
 *   are used up, the next ms begins, whatever the clock says.
 * - **Drift.** A burst may run that far ahead of time that has passed. Time that passes counts also while the clock is behind: one
 *   that went back by an hour makes ids that are up to an hour ahead of it, and no outage of an hour.
 *
 * All times are ms since the epoch of the ids, as in the id itself. So a lease also protects from an epoch that was changed.
 * @module
 */
import { Fault } from "./fault.ts";
import { ELAPSED_MS_MAX, SEQUENCE_MAX, snowflakeBase, snowflakeNode } from "./snowflake.ts";

/** Ids that follow each other: `start`, `start + 1n`, … All are of one ms, so there are at most 4096. */
export interface Run {
  readonly start: bigint;
  readonly count: number;
}

/** Of one `take`: 25 ms of logical time, and 25 or 26 runs. */
export const TAKE_COUNT_MAX = 100_000;
/** The sequence of one ms. */
export const RUN_COUNT_MAX = SEQUENCE_MAX + 1;
/**
 * How much a write reserves. A restart skips what is left of it, so that ids are ahead of the clock by no more; and a busy worker
 * writes that seldom.
 */
export const LEASE_MS = 3_000;
/** 4 096 000 ids at once. A Worker's clock stands still between two I/O operations, so bursts must not need it. */
const DRIFT_MS_MAX = 1_000;

export interface SequenceOptions {
  /** 0 to 31. */
  readonly datacenterId: number;
  /** 0 to 31. */
  readonly workerId: number;
  /** As it is written: every ms below it may have been used. 0 for a worker that was never used. */
  readonly leasedUntilMs: number;
  readonly leaseMs?: number;
  readonly driftMsMax?: number;
}

export interface Sequence {
  /**
   * The next ids, all or none.
   * @param count 1 to {@link TAKE_COUNT_MAX}
   * @param elapsedMs the clock, minus the epoch. It may stand still and may go back
   * @param extend writes the new lease durably, before it returns or before anything that follows gets out. Where it throws, no id
   *   was issued
   * @throws Fault invalid_argument for the count, resource_exhausted beyond the drift, unavailable where the clock shows a time that no
   *   id can hold
   */
  take(count: number, elapsedMs: number, extend: (leasedUntilMs: number) => void): readonly Run[];
  /** How far the next id would be ahead of the clock; 0 where it is not. */
  aheadMs(elapsedMs: number): number;
}

/** @throws Error where an option is out of its range */
export function sequence(options: SequenceOptions): Sequence {
  const { datacenterId, workerId, leaseMs = LEASE_MS, driftMsMax = DRIFT_MS_MAX } = options;
  const node = snowflakeNode(datacenterId, workerId);
  const floorMs = options.leasedUntilMs;
  if (!Number.isSafeInteger(floorMs) || floorMs < 0) throw new Error(`no lease ends at ${floorMs}`);
  let leasedUntilMs = floorMs;
  /** Of the last id; the one before the first that may be used. */
  let lastMs = floorMs - 1;
  /** Ids of that ms that are used. */
  let used = RUN_COUNT_MAX;
  /** The clock when it was last looked at, and a clock made of it that never goes back. */
  let seenMs: number | undefined;
  let steadyMs = floorMs;

  function watch(elapsedMs: number): void {
    steadyMs = Math.max(steadyMs + Math.max(0, elapsedMs - (seenMs ?? elapsedMs)), elapsedMs);
    seenMs = elapsedMs;
  }

  return {
    take(count, elapsedMs, extend) {
      requireCount(count);
      const clockMs = Math.floor(elapsedMs);
      // Before its first lease a worker has nothing to go on but the clock.
      if (!Number.isFinite(clockMs) || clockMs > ELAPSED_MS_MAX || (clockMs < 0 && leasedUntilMs === 0)) throw noTime();
      watch(clockMs);
      const fresh = clockMs > lastMs;
      const startMs = fresh ? clockMs : lastMs;
      const startUsed = fresh ? 0 : used;
      const endMs = startMs + Math.ceil((startUsed + count) / RUN_COUNT_MAX) - 1;
      if (endMs > ELAPSED_MS_MAX) throw noTime();
      if (endMs > steadyMs + driftMsMax) throw tooFast(driftMsMax, endMs - steadyMs - driftMsMax);
      if (endMs >= leasedUntilMs) {
        const untilMs = endMs + leaseMs;
        extend(untilMs);
        leasedUntilMs = untilMs;
      }
      lastMs = endMs;
      used = startUsed + count - (endMs - startMs) * RUN_COUNT_MAX;
      return runsOf(startMs, startUsed, count, node);
    },

    aheadMs: (elapsedMs) => Math.max(0, (used < RUN_COUNT_MAX ? lastMs : lastMs + 1) - Math.floor(elapsedMs)),
  };
}

/** How many ids these are. */
export function countOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { count }) => sum + count, 0);
}

/** The ids of the runs, one by one. An array, because a generator takes three times as long. */
export function idsOf(runs: readonly Run[]): bigint[] {
  const ids: bigint[] = [];
  for (const { start, count } of runs) {
    let id = start;
    for (let left = count; left > 0; left--) ids.push(id++);
  }
  return ids;
}

/** @param name what the caller calls it @throws Fault invalid_argument */
export function requireCount(count: number, name = "count"): void {
  if (Number.isInteger(count) && count >= 1 && count <= TAKE_COUNT_MAX) return;
  throw new Fault("invalid_argument", `${name}: a whole number from 1 to ${TAKE_COUNT_MAX} expected`);
}

function runsOf(startMs: number, startUsed: number, count: number, node: bigint): Run[] {
  const runs: Run[] = [];
  let left = count;
  for (let ms = startMs, first = startUsed; left > 0; ms++, first = 0) {
    const size = Math.min(left, RUN_COUNT_MAX - first);
    if (size === 0) continue; // The ms is used up.
    runs.push({ start: snowflakeBase(ms, node) | BigInt(first), count: size });
    left -= size;
  }
  return runs;
}

function noTime(): Fault {
  return new Fault("unavailable", "the clock shows a time that no id can hold");
}

function tooFast(driftMsMax: number, tooFarMs: number): Fault {
  return new Fault("resource_exhausted", `ids run ${driftMsMax} ms ahead of the clock`, {
    retryAfterSeconds: Math.max(1, Math.ceil(tooFarMs / 1_000)),
  });
}
