/** A sample of the schedules of `npm run chaos`: 20 of a fixed seed, on servers that are killed, put to sleep and misled meanwhile. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { buildEdge } from "../../scripts/build-edge.ts";
import { runRound } from "./round.ts";

const EDGE = resolve(import.meta.dirname, "../workers/push/chaos-edge.ts");
const SCHEDULES = 20;
/** One under which everything is done to the servers that can be. */
const SEED = 42;
/** They take 15 s where nothing else runs. */
const MS_MAX = 180_000;

test("of 20 schedules none loses, repeats, reorders or misdirects a message", { timeout: MS_MAX }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "fairway-chaos-edge-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const module = await buildEdge(folder, EDGE);
  const { failures, tally, events } = await runRound({ seed: SEED, schedules: SCHEDULES, module });
  for (const { seed, violations, lines } of failures) console.error(`schedule ${seed}`, violations, lines.join("\n"));
  expect(failures.map(({ seed, violations }) => ({ seed, violations }))).toEqual([]);
  // Or it would prove nothing.
  expect(tally.schedules).toBe(SCHEDULES);
  expect(tally.acked).toBeGreaterThan(SCHEDULES * 20);
  expect(tally.delivered).toBeGreaterThan(SCHEDULES * 20);
  expect(tally.recovered).toBeGreaterThan(SCHEDULES);
  expect(Object.entries(events).filter(([, count]) => count === 0)).toEqual([]);
});
