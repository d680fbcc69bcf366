/** A sample of what bench/config-histories.bench.ts does at length. */
import { expect, test } from "vitest";
import { describeCall } from "../../../bench/config/histories/checker.ts";
import { runHistories } from "../../../bench/config/histories/run.ts";

test("histories of edits, releases and reads are linearizable while the edge is killed again and again", async () => {
  const report = await runHistories({ histories: 40, seed: 20_261_122, life: 300 });
  const told = report.violations.map(({ history, verdict }) => ({
    seed: history.seed,
    explained: verdict.explained.map(describeCall),
    stuck: verdict.stuck.map(describeCall),
  }));
  expect(told).toEqual([]);
  expect(report.histories).toBe(40);
  expect(report.kills).toBeGreaterThan(0);
  expect(report.released).toMatchObject({ publish: expect.any(Number), gray: expect.any(Number) });
}, 120_000);
