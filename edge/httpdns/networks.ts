/**
 * Which network of the configuration a subnet lies in: the one with the longest prefix.
 *
 * Networks lie in one another or apart, so they cut the range of all addresses into stretches of which each belongs to the innermost
 * network. Stretches are sorted by their beginnings, and a search of them takes some twenty steps however many there are.
 * @module
 */
import type { Subnet } from "./question.ts";

/** Of both families no more than 56 bits matter: as two numbers that compare exactly. */
const HIGH_BYTES = 4;
const LOW_BYTES = 3;
const LOW_LIMIT = 2 ** (LOW_BYTES * 8);
const HIGH_LIMIT = 2 ** (HIGH_BYTES * 8);

export interface NetworkTable<T> {
  /** What belongs to the smallest network that contains the whole subnet. */
  find(subnet: Subnet): T | undefined;
}

interface Point {
  readonly high: number;
  readonly low: number;
}

interface Range<T> extends Point {
  readonly end: Point;
  readonly prefix: number;
  readonly value: T;
  /** The one that it lies in. */
  outer?: Range<T> | undefined;
}

/** @param entries no network twice; one that stands twice belongs to the later one */
export function networkTable<T>(entries: readonly (readonly [Subnet, T])[]): NetworkTable<T> {
  const v4 = stretches(entries.filter(([{ family }]) => family === 4));
  const v6 = stretches(entries.filter(([{ family }]) => family === 6));
  return { find: (subnet) => (subnet.family === 4 ? v4 : v6)(subnet) };
}

function stretches<T>(entries: readonly (readonly [Subnet, T])[]): (subnet: Subnet) => T | undefined {
  if (entries.length === 0) return () => undefined;
  const ranges = entries
    .map(
      ([subnet, value]): Range<T> => ({ ...startOf(subnet.bytes), end: endOf(subnet), prefix: subnet.prefix, value }),
    )
    .sort((a, b) => compare(a, b) || a.prefix - b.prefix);
  const highs: number[] = [];
  const lows: number[] = [];
  const owners: (Range<T> | undefined)[] = [];
  const open: Range<T>[] = [];
  const begin = ({ high, low }: Point, owner: Range<T> | undefined) => {
    const last = highs.length - 1;
    if (last >= 0 && highs[last] === high && lows[last] === low) {
      owners[last] = owner;
      return;
    }
    highs.push(high);
    lows.push(low);
    owners.push(owner);
  };
  const closeUntil = (point: Point) => {
    for (let top = open.at(-1); top !== undefined && compare(top.end, point) <= 0; top = open.at(-1)) {
      open.pop();
      begin(top.end, open.at(-1));
    }
  };
  for (const range of ranges) {
    closeUntil(range);
    range.outer = open.at(-1);
    open.push(range);
    begin(range, range);
  }
  closeUntil({ high: HIGH_LIMIT, low: 0 });
  const [highAt, lowAt] = [Float64Array.from(highs), Float64Array.from(lows)];

  return (subnet) => {
    const { high, low } = startOf(subnet.bytes);
    let [from, to] = [0, highAt.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const at = highAt[middle] ?? 0;
      if (at < high || (at === high && (lowAt[middle] ?? 0) <= low)) from = middle + 1;
      else to = middle;
    }
    let owner = owners[from - 1];
    // A subnet wider than the stretch that it begins in belongs to what contains all of it.
    while (owner !== undefined && owner.prefix > subnet.prefix) owner = owner.outer;
    return owner?.value;
  };
}

function startOf(bytes: Uint8Array): Point {
  const high = (bytes[0] ?? 0) * 0x1_00_00_00 + (((bytes[1] ?? 0) << 16) | ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0));
  if (bytes.length === HIGH_BYTES) return { high, low: 0 };
  return { high, low: ((bytes[4] ?? 0) << 16) | ((bytes[5] ?? 0) << 8) | (bytes[6] ?? 0) };
}

/** The first that does not belong to it any more. */
function endOf({ bytes, prefix }: Subnet): Point {
  const { high, low } = startOf(bytes);
  if (prefix <= HIGH_BYTES * 8) return { high: high + 2 ** (HIGH_BYTES * 8 - prefix), low: 0 };
  const next = low + 2 ** ((HIGH_BYTES + LOW_BYTES) * 8 - prefix);
  return next === LOW_LIMIT ? { high: high + 1, low: 0 } : { high, low: next };
}

function compare(a: Point, b: Point): number {
  return a.high - b.high || a.low - b.low;
}
