/** Random numbers that a seed repeats. @module */

export interface SeededRandom {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`. */
  whole(min: number, max: number): number;
  /** Small and large alike: as likely between 1 and 10 as between 1 000 and 10 000. */
  anyScale(min: number, max: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
}

/** Mulberry32 (public domain): 32 bits of state are enough to choose events. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    whole: (min, max) => min + Math.floor(next() * (max - min + 1)),
    anyScale: (min, max) => Math.round(min * (max / min) ** next()),
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[0],
  };
}
