/** Random numbers that a seed repeats. @module */
import { seeded } from "../../test/seeded.ts";

export interface SeededRandom {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`. */
  whole(min: number, max: number): number;
  /** Small and large alike: as likely between 1 and 10 as between 1 000 and 10 000. */
  anyScale(min: number, max: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
}

export function seededRandom(seed: number): SeededRandom {
  const next = seeded(seed);
  return {
    next,
    whole: (min, max) => min + Math.floor(next() * (max - min + 1)),
    anyScale: (min, max) => Math.round(min * (max / min) ** next()),
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[0],
  };
}
