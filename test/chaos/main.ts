/**
 * `npm run chaos -- [--schedules 1000] [--seed N] [--only N]`: push under attack, by seeded schedules, and a check of every log. docs/chaos.md.
 *
 * Exits 1 where a schedule fails; it then prints how to run it again. `--only` runs one of the schedules alone.
 * @module
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildEdge } from "../../scripts/build-edge.ts";
import { type Failure, type RoundReport, runRound } from "./round.ts";

const CHAOS_EDGE = resolve(import.meta.dirname, "../workers/push/chaos-edge.ts");
/** On servers that they share. */
const ROUND_SIZE = 40;
const SCHEDULES = 1_000;
/** Ids of users are some digits longer. */
const SEED_MAX = 2 ** 32 - 1;
/** In the summary. */
const NAME_LENGTH = 34;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { schedules: { type: "string" }, seed: { type: "string" }, only: { type: "string" } },
  });
  const schedules = whole("schedules", values.schedules, SCHEDULES);
  const seed = whole("seed", values.seed, Math.floor(Math.random() * SEED_MAX));
  const only = values.only === undefined ? undefined : whole("only", values.only, 0);
  console.log(`${schedules} schedules from seed ${seed}`);
  const folder = await mkdtemp(join(tmpdir(), "fairway-chaos-edge-"));
  try {
    const module = await buildEdge(folder, CHAOS_EDGE);
    const reports: RoundReport[] = [];
    // Nothing that was started is left running, and what is known so far is told.
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        summarise(reports);
        process.exit(1);
      });
    }
    for (let at = 0; at < schedules; at += ROUND_SIZE) {
      const first = seed + at;
      const count = Math.min(ROUND_SIZE, schedules - at);
      if (only !== undefined && (only < first || only >= first + count)) continue;
      const report = await runRound({ seed: first, schedules: count, module, only });
      reports.push(report);
      const { tally, failures, seconds } = report;
      const done = `${at + count}/${schedules} schedules, ${seconds.toFixed(0)} s`;
      console.log(`${done}: ${tally.acked} acknowledged, ${tally.delivered} delivered, ${failures.length} failed`);
      for (const failure of failures) show(failure, first, count);
    }
    summarise(reports);
    process.exitCode = reports.some(({ failures }) => failures.length > 0) ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function show({ seed, violations, lines }: Failure, first: number, count: number): void {
  console.log(
    `\nschedule ${seed} fails; again: npm run chaos -- --seed ${first} --schedules ${count}, alone with --only ${seed}`,
  );
  for (const { rule, who = "", channel = "", detail } of violations)
    console.log(`  ${rule} ${who} ${channel}: ${detail}`);
  for (const line of lines) console.log(`    ${line}`);
}

function summarise(reports: readonly RoundReport[]): void {
  const sums = new Map<string, number>();
  for (const { tally, events, seconds, failures } of reports) {
    const { deliveredTo, ackedBy, ...counts } = tally;
    const figures = { ...counts, failed: failures.length, seconds, ...events };
    const parts = [...named("to", deliveredTo), ...named("by", ackedBy)];
    for (const [name, value] of [...Object.entries(figures), ...parts]) sums.set(name, (sums.get(name) ?? 0) + value);
  }
  console.log("");
  for (const [name, value] of sums) console.log(`${name.padEnd(NAME_LENGTH)} ${String(Math.round(value)).padStart(9)}`);
}

function named(prefix: string, counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts)
    .toSorted()
    .map(([name, count]) => [`${prefix} ${name}`, count]);
}

/** @throws Error whose message is for the user */
function whole(name: string, text: string | undefined, missing: number): number {
  if (text === undefined) return missing;
  if (!/^\d{1,10}$/.test(text) || Number(text) > SEED_MAX)
    throw new Error(`--${name}: a whole number expected, not '${text}'`);
  return Number(text);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
