/**
 * Whether an id is ever given twice, or out of order, whatever happens to those who make them.
 *
 * A hundred million ids are taken by eight callers from edges on workerd, with 200 events from a seed: kill -9, an object thrown out, a
 * clock that goes back by 1 ms to 1 h or stands still, a second process on the same storage. `--seed` repeats the events of a run.
 * @module
 */
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { chaos } from "./ids/chaos.ts";

export const title = "10^8 ids under 200 kills, evictions, clock jumps and twins: duplicates and disorder";
export const targets: Record<string, Target> = {
  duplicates: { atMost: 0 },
  disorder: { atMost: 0 },
  ids: { atLeast: 100_000_000 },
};

const CALLERS = 8;
const FULL = { ids: 100_000_000, events: 200 };
const QUICK = { ids: 2_000_000, events: 12 };

export async function run({ quick, say, seed }: BenchContext): Promise<BenchResult> {
  say(`seed ${seed}`); // Told before anything can go wrong.
  const report = await chaos({ seed, callers: CALLERS, say, ...(quick ? QUICK : FULL) });
  const { ids, duplicates, disorder, refused, seconds, events } = report;
  const figures = { ids, duplicates, disorder, refused, seconds, ids_per_second: ids / seconds };
  return {
    table: {
      columns: ["what", "how many"],
      rows: [["seed", String(seed)], ...Object.entries(events), ...Object.entries(figures)],
    },
    figures: { ...figures, ...events },
    ratios: {},
  };
}
