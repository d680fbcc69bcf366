/**
 * Whether configurations tell the truth: short histories of edits, releases and reads at the same time, with the edge killed at random, each
 * checked for linearizability.
 *
 * `SEED` is the first history's seed, so that one that failed can be run again; how operations interleave is up to the machine.
 */
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { describeCall } from "./config/histories/checker.ts";
import { runHistories } from "./config/histories/run.ts";

export const title = "histories of a configuration under kill -9, checked for linearizability";
export const targets: Record<string, Target> = { violations: { atMost: 0 }, histories: { atLeast: 10_000 } };

const HISTORIES = 10_000;
const HISTORIES_QUICK = 200;
const SEED_DEFAULT = 1;

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const seed = Number(process.env.SEED ?? SEED_DEFAULT);
  const startedAt = performance.now();
  const report = await runHistories({ histories: quick ? HISTORIES_QUICK : HISTORIES, seed, say });
  const seconds = (performance.now() - startedAt) / 1000;
  for (const { history, verdict } of report.violations.slice(0, 3)) {
    say(`seed ${history.seed} is not linearizable. What makes sense:`);
    for (const call of verdict.explained) say(`  ${describeCall(call)}`);
    say("and none of these can come next:");
    for (const call of verdict.stuck) say(`  ${describeCall(call)}`);
  }
  const { histories, operations, lost, kills, released } = report;
  const violations = report.violations.length;
  return {
    table: {
      columns: ["what", "how many"],
      rows: Object.entries({ histories, operations, "lost in kills": lost, kills, ...released, violations, seconds }),
    },
    figures: { histories, operations, lost, kills, ...released, violations },
    ratios: {},
  };
}
