/** Time and chance as the room takes them: arguments, so that every rule can be tested at any moment. @module */

export interface Clock {
  /** Epoch milliseconds, for what outlives the app or is told to others. */
  now(): number;
  /** Milliseconds that only grow, for how long something took: a phone's clock is set while it runs. */
  ticks(): number;
  /** Rings once. @returns takes the ring away */
  after(ms: number, ring: () => void): () => void;
  /** Uniform in [0, 1). */
  random(): number;
}

export const platformClock: Clock = {
  now: () => Date.now(),
  ticks: () => performance.now(),
  after(ms, ring) {
    const timer = setTimeout(ring, ms) as unknown as { unref?: () => void };
    timer.unref?.(); // A Node process that has nothing else to do may end.
    return () => clearTimeout(timer as unknown as number);
  },
  random: () => Math.random(),
};

/** Equal jitter: half of a time that doubles, and a random part of the other half (https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/). */
export function backOffMs(failures: number, firstMs: number, mostMs: number, { random }: Clock): number {
  return Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 16)) * (0.5 + random() / 2);
}
