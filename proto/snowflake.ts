/**
 * Snowflake ids: 64-bit numbers that rise with time and need no agreement between their makers.
 *
 *     63   62 … 22            21 … 17     16 … 12   11 … 0
 *     0    ms since epoch     datacenter  worker    sequence
 *          41 bits            5           5         12
 *
 * An id is a `bigint` in code and a decimal string in JSON, never a number: most ids are beyond 2^53.
 * @module
 */
import { Fault } from "./fault.ts";

/** 2010-11-04T01:42:54.657Z, Twitter's, and the default of the libraries. */
export const EPOCH_TWITTER_MS = 1_288_834_974_657;
/** 2010-11-04T09:42:54.000Z, the one that gosnowflake's shipped configuration sets. */
export const EPOCH_GOSNOWFLAKE_MS = 1_288_863_774_000;

export const DATACENTER_ID_MAX = 31;
export const WORKER_ID_MAX = 31;
export const SEQUENCE_MAX = 4095;
/** 41 bits of ms, which is 69 years after the epoch. */
export const ELAPSED_MS_MAX = 2 ** 41 - 1;

const DATACENTER_SHIFT = 17n;
const WORKER_SHIFT = 12n;
const TIME_SHIFT = 22n;

/** What an id is made of. */
export interface SnowflakeParts {
  /** Unix time. */
  readonly timestampMs: number;
  readonly datacenterId: number;
  readonly workerId: number;
  readonly sequence: number;
}

export interface SnowflakeOptions {
  /** 0 to 31. No two generators may have the same pair of datacenter and worker at the same time. */
  readonly datacenterId: number;
  /** 0 to 31. */
  readonly workerId: number;
  readonly epochMs?: number;
  /** Unix time in ms. It may stand still and may go back. */
  readonly now: () => number;
  /** How far ids may run ahead of the highest time that the clock has shown. */
  readonly driftMsMax?: number;
  /** Unix time before which no id is made: a restart gives the last time that its predecessor may have used. */
  readonly notBeforeMs?: number;
}

/**
 * A Worker's clock stands still between two I/O operations, and a second is more than any of its bursts may need: 4 096 000 ids.
 * It is also how long a process must have been away before another may use its worker id without `notBeforeMs`.
 */
const DRIFT_MS_MAX = 1000;

/** @throws Error where a part is out of its range */
export function composeSnowflake(parts: SnowflakeParts, epochMs = EPOCH_TWITTER_MS): bigint {
  const elapsedMs = parts.timestampMs - epochMs;
  checkRange("timestampMs - epochMs", elapsedMs, ELAPSED_MS_MAX);
  checkRange("sequence", parts.sequence, SEQUENCE_MAX);
  const node = snowflakeNode(parts.datacenterId, parts.workerId);
  return (BigInt(elapsedMs) << TIME_SHIFT) | node | BigInt(parts.sequence);
}

/** The bits of datacenter and worker. @throws Error where one is out of its range */
export function snowflakeNode(datacenterId: number, workerId: number): bigint {
  checkRange("datacenterId", datacenterId, DATACENTER_ID_MAX);
  checkRange("workerId", workerId, WORKER_ID_MAX);
  return (BigInt(datacenterId) << DATACENTER_SHIFT) | (BigInt(workerId) << WORKER_SHIFT);
}

/** @throws Error where it is no positive 63-bit number */
export function describeSnowflake(id: bigint, epochMs = EPOCH_TWITTER_MS): SnowflakeParts {
  if (id < 0n || id >> 63n !== 0n) throw new Error(`not a snowflake: ${id}`);
  return {
    timestampMs: Number(id >> TIME_SHIFT) + epochMs,
    datacenterId: Number((id >> DATACENTER_SHIFT) & 31n),
    workerId: Number((id >> WORKER_SHIFT) & 31n),
    sequence: Number(id & 4095n),
  };
}

/**
 * A generator for one process. Its time is logical: the highest that the clock has shown, or later where a ms was used up. So ids
 * rise strictly and none comes twice, also while the clock stands still and after it went back.
 *
 * It remembers nothing beyond its process: a restart must come later than the last id's time, or give `notBeforeMs`.
 * @returns gives the next id. @throws Fault resource_exhausted where ids would run too far ahead of the clock, unavailable where
 *   the clock shows a time that no id can hold
 * @throws Error where an option is out of its range
 */
export function snowflake({
  datacenterId,
  workerId,
  epochMs = EPOCH_TWITTER_MS,
  now,
  driftMsMax = DRIFT_MS_MAX,
  notBeforeMs = 0,
}: SnowflakeOptions): () => bigint {
  const node = snowflakeNode(datacenterId, workerId);
  checkRange("driftMsMax", driftMsMax, ELAPSED_MS_MAX);
  let highestMs = notBeforeMs;
  let lastMs = -1;
  let sequence = 0;
  let base = 0n; // Of the current ms: only the sequence is added per id.
  const enter = (ms: number) => {
    base = snowflakeBase(ms - epochMs, node);
    lastMs = ms;
    sequence = 0;
  };
  return () => {
    const ms = Math.max(highestMs, Math.floor(now()));
    if (!(ms <= lastMs)) {
      enter(ms);
    } else if (sequence < SEQUENCE_MAX) {
      sequence++;
    } else {
      if (lastMs - ms >= driftMsMax) throw tooFast(driftMsMax);
      enter(lastMs + 1);
    }
    highestMs = ms; // Only now: a time that no id can hold must not stay.
    return base | BigInt(sequence);
  };
}

/**
 * The first id of a ms, to which the sequence is added.
 * @param node of {@link snowflakeNode}
 * @throws Fault unavailable for a time that no id can hold
 */
export function snowflakeBase(elapsedMs: number, node: bigint): bigint {
  if (!(elapsedMs >= 0 && elapsedMs <= ELAPSED_MS_MAX)) {
    throw new Fault("unavailable", "the clock shows a time that no id can hold");
  }
  return (BigInt(elapsedMs) << TIME_SHIFT) | node;
}

function tooFast(driftMsMax: number): Fault {
  return new Fault("resource_exhausted", `ids run ${driftMsMax} ms ahead of the clock`, {
    retryAfterSeconds: 1,
  });
}

function checkRange(name: string, value: number, max: number): void {
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new Error(`${name} must be a whole number from 0 to ${max}, not ${value}`);
  }
}
