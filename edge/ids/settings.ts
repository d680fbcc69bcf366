/**
 * Which ids this edge hands out, and to whom, from its bindings.
 *
 * | binding | meaning |
 * |---|---|
 * | `IDS_DATACENTER` | 0 to 31; 1 by default. No process may make ids of its own with this number: origin/config.ts |
 * | `IDS_WORKERS` | those of the datacenter's workers 0 to 31 that are used: `0-3,8`; `0-3` by default |
 * | `IDS_EPOCH_MS` | Unix time in ms from which ids count; 1288834974657 by default |
 * | `IDS_TOKENS` | bearer tokens of services that may take ids, with commas in between; `*` lets in everybody. Operators always may |
 * @module
 */
import { SECRET_TOKEN_LENGTH_MIN } from "../../proto/bearer.ts";
import { DATACENTER_ID_MAX, EPOCH_TWITTER_MS, WORKER_ID_MAX } from "../../proto/snowflake.ts";

/** Not 0, which an origin that makes its own ids has by default. */
const DATACENTER_DEFAULT = 1;
/** An object answers some 1 000 calls a second; each may be for 100 000 ids. */
const WORKERS_DEFAULT = "0-3";
const EVERYBODY = "*";

export interface IdsSettings {
  readonly datacenterId: number;
  /** At least one, rising. */
  readonly workerIds: readonly number[];
  readonly epochMs: number;
  readonly tokens: readonly string[];
  /** Whether nobody is asked for a token. */
  readonly open: boolean;
}

/** @param flaws gets a line for each bad binding, without its value where that is a secret */
export function parseIdsSettings(text: (name: string) => string | undefined, flaws: string[]): IdsSettings {
  const datacenterId = wholeOf(text("IDS_DATACENTER") ?? String(DATACENTER_DEFAULT), DATACENTER_ID_MAX);
  if (datacenterId === undefined) flaws.push(`IDS_DATACENTER: a whole number from 0 to ${DATACENTER_ID_MAX} expected`);
  const workerIds = workersOf(text("IDS_WORKERS") ?? WORKERS_DEFAULT);
  if (workerIds === undefined) {
    flaws.push(`IDS_WORKERS: numbers from 0 to ${WORKER_ID_MAX} and ranges of them expected, such as 0-3,8`);
  }
  const epochMs = wholeOf(text("IDS_EPOCH_MS") ?? String(EPOCH_TWITTER_MS), Number.MAX_SAFE_INTEGER);
  if (epochMs === undefined) flaws.push("IDS_EPOCH_MS: Unix time in ms expected");
  const listed = (text("IDS_TOKENS") ?? "").split(",").flatMap((item) => (item.trim() === "" ? [] : [item.trim()]));
  const tokens = listed.filter((token) => token !== EVERYBODY);
  if (tokens.some((token) => token.length < SECRET_TOKEN_LENGTH_MIN)) {
    flaws.push(`IDS_TOKENS: each must have at least ${SECRET_TOKEN_LENGTH_MIN} characters`);
  }
  return {
    datacenterId: datacenterId ?? DATACENTER_DEFAULT,
    workerIds: workerIds ?? [0],
    epochMs: epochMs ?? EPOCH_TWITTER_MS,
    tokens,
    open: listed.includes(EVERYBODY),
  };
}

function workersOf(list: string): number[] | undefined {
  const ids = new Set<number>();
  for (const part of list.split(",")) {
    const [, first = "", last = first] = /^\s*(\d{1,2})(?:-(\d{1,2}))?\s*$/.exec(part) ?? [];
    const [from, to] = [wholeOf(first, WORKER_ID_MAX), wholeOf(last, WORKER_ID_MAX)];
    if (from === undefined || to === undefined || from > to) return undefined;
    for (let id = from; id <= to; id++) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}

function wholeOf(text: string, max: number): number | undefined {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return value <= max ? value : undefined;
}
