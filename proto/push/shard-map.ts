/**
 * Which shard keeps the stream of a user or a device, and how that changes when shards are added.
 *
 * The map is the list of counts that there ever were, rising: `[4, 8]` says that there are eight, and that a stream which the eight do not know
 * may still lie where the four had it. Jump consistent hashing (Lamping and Veach, https://arxiv.org/abs/1406.2294) moves a stream only to a shard
 * that is new, so a count that rises from n to m moves (m − n)/m of them and no other.
 * @module
 */

export interface ShardMap {
  readonly region: string;
  /** Rising, at least one. */
  readonly counts: readonly number[];
}

/** 64 branches of 64 shards: more would need another level of relays, see durable/push/fan-out.ts. */
export const SHARDS_MAX = 4_096;

/** @returns the name of the object */
export function shardName(region: string, index: number): string {
  return `shard/${region}/${index}`;
}

/** @returns -1 for what is no name of a shard */
export function shardIndex(name: string): number {
  const text = /^shard\/[^/]+\/(\d{1,4})$/.exec(name)?.[1];
  return text === undefined ? -1 : Number(text);
}

/** The shard that keeps the stream, or takes it over when it is first asked for it. */
export function homeOf(channel: string, { region, counts }: ShardMap): string {
  return shardName(region, jumpHash(fnv1a64(channel), counts.at(-1) ?? 1));
}

/** Where the stream may lie that its home does not know, the latest first. */
export function formerHomes(channel: string, { region, counts }: ShardMap): readonly string[] {
  const hash = fnv1a64(channel);
  const homes = counts.map((count) => shardName(region, jumpHash(hash, count)));
  const home = homes.at(-1);
  return [...new Set(homes.reverse())].filter((name) => name !== home);
}

/** @param counts of a map @throws RangeError where the new count does not continue it */
export function withCount(counts: readonly number[], count: number): readonly number[] {
  const last = counts.at(-1) ?? 0;
  if (count === last) return counts;
  if (!Number.isInteger(count) || count < last || count > SHARDS_MAX) {
    throw new RangeError(`shards: a whole number from ${last} to ${SHARDS_MAX} expected`);
  }
  return [...counts, count];
}

const MULTIPLIER = 2862933555777941757n;
const MASK = (1n << 64n) - 1n;

function jumpHash(seed: bigint, count: number): number {
  let key = seed;
  let bucket = -1;
  let next = 0;
  while (next < count) {
    bucket = next;
    key = (key * MULTIPLIER + 1n) & MASK;
    next = Math.floor(((bucket + 1) * 2 ** 31) / (Number(key >> 33n) + 1));
  }
  return bucket;
}

/** FNV-1a, 64 bits, over UTF-16 units: names of channels are ASCII. */
function fnv1a64(text: string): bigint {
  // In halves, because bigint arithmetic for each character would cost more than all the rest.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let at = 0; at < text.length; at++) {
    low = (low ^ text.charCodeAt(at)) >>> 0;
    // The prime is 2^40 + 0x1b3.
    const lowProduct = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(lowProduct / 2 ** 32) + (low << 8)) >>> 0;
    low = lowProduct >>> 0;
  }
  return (BigInt(high) << 32n) | BigInt(low);
}
