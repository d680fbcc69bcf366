/** A clock that stands until it is told to go on. @module */
import type { Clock } from "../../../../sdk/network/clock.ts";

export interface TestClock extends Clock {
  /** Rings what is due on the way, each at its moment, and lets what waits for promises run in between. */
  advance(ms: number): Promise<void>;
  /** Sets what people call the time, as a user may, without any of it passing. */
  setNow(ms: number): void;
}

export function testClock(random: () => number = () => 0.5): TestClock {
  let ticks = 1_000;
  let offset = 1_800_000_000_000;
  const timers = new Set<{ readonly atMs: number; readonly ring: () => void }>();
  return {
    now: () => offset + ticks,
    ticks: () => ticks,
    random,
    after(ms, ring) {
      const timer = { atMs: ticks + ms, ring };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const untilMs = ticks + ms;
      for (;;) {
        await settled();
        const [next] = [...timers].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs);
        if (next === undefined) break;
        timers.delete(next);
        ticks = Math.max(ticks, next.atMs);
        next.ring();
      }
      ticks = untilMs;
    },
    setNow(ms) {
      offset = ms - ticks;
    },
  };
}

/** All that promises have to do is done. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
