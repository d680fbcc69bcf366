/**
 * An upstream that is offered twice what it can do, behind the edge with and without its limit (`"concurrency": false`). The upstream is a
 * node:http server that works on so many calls at a time and takes as long for each; calls come in an open loop.
 *
 * A fifth of the calls are for a route of higher priority: less than the upstream can do, so none of them has to be lost.
 * @module
 */
import { fileURLToPath } from "node:url";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { buildEdge } from "../scripts/build-edge.ts";
import { startEdge } from "../scripts/serve.ts";
import { load } from "./load/load.ts";
import { type OpenLoopReport, openLoop, type PathReport } from "./overload/open-loop.ts";
import { median } from "./rounds.ts";
import { startServer } from "./server-process.ts";

export const title = "an upstream offered twice what it can do, behind the edge with and without its limit";
export const targets: Record<string, Target> = {
  goodput: { atLeast: 0.9 },
  p99_of_normal: { atMost: 2 },
  priority_lost: { atMost: 0 },
};

const WORKERS = 100;
const SERVICE_MS = 250;
const CAPACITY_PER_SECOND = (WORKERS * 1000) / SERVICE_MS;
const NORMAL = 0.5;
const OVERLOAD = 2;
/** Of the calls that are offered. */
const IMPORTANT = 0.2;
/** After which the edge gives up; a client that still waits gets nothing. */
const TIMEOUT_MS = 3_000;
/** In which the edge finds out, and the upstream's queue of before is worked off. */
const SETTLE_MS = 3_000;

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const module = await buildEdge();
  const forMs = SETTLE_MS + (quick ? 4_000 : 10_000);
  const peak = await peakOf(quick ? 2_000 : 5_000);
  say(`alone: ${peak.toFixed(0)} calls/s`);
  const reports: Record<Run, OpenLoopReport[]> = { normal: [], limited: [], unlimited: [] };
  for (let round = 1; round <= (quick ? 1 : 3); round++) {
    for (const name of ["normal", "limited", "unlimited"] as const) {
      const report = await offered(module, name !== "unlimited", name === "normal" ? NORMAL : OVERLOAD, forMs);
      reports[name].push(report);
      const { goodPerSecond, p99Ms, outcomes } = pathOf(report, "all");
      say(
        `round ${round}: ${name} ${goodPerSecond.toFixed(0)} good calls/s, p99 ${p99Ms.toFixed(0)} ms, ${JSON.stringify(outcomes)}`,
      );
      say(`  sent ${report.latestMs.toFixed(0)} ms late at worst`);
    }
  }
  return result(peak, reports);
}

type Run = "normal" | "limited" | "unlimited";

/** What it does when it has as much to do as it can, and no more. */
async function peakOf(ms: number): Promise<number> {
  const upstream = await startUpstream();
  try {
    const { perSecond } = await load({
      url: upstream.url,
      connections: WORKERS,
      warmupMs: 2 * SERVICE_MS,
      until: { ms },
      traffic: { protocol: "http1", requests: [{ path: "/" }] },
    });
    return perSecond;
  } finally {
    await upstream.close();
  }
}

async function offered(module: string, limited: boolean, part: number, forMs: number): Promise<OpenLoopReport> {
  const upstream = await startUpstream();
  try {
    const edge = await startEdge({
      port: 0,
      module,
      routes: routesTo(upstream.url, limited),
      bindings: {},
      stdout: "ignore",
    });
    try {
      const perSecond = CAPACITY_PER_SECOND * part;
      return await openLoop({
        url: edge.url,
        perSecond: { "/usual": perSecond * (1 - IMPORTANT), "/important": perSecond * IMPORTANT },
        forMs,
        settleMs: SETTLE_MS,
      });
    } finally {
      await edge.stop();
    }
  } finally {
    await upstream.close();
  }
}

function startUpstream() {
  return startServer(fileURLToPath(new URL("overload/upstream.ts", import.meta.url)), [], {
    WORKERS: String(WORKERS),
    SERVICE_MS: String(SERVICE_MS),
  });
}

function routesTo(url: string, limited: boolean): string {
  return JSON.stringify({
    upstreams: { main: { urls: [url], ...(limited ? {} : { concurrency: false }) } },
    routes: [
      { name: "usual", match: { path: "/usual" }, upstream: "main", timeoutMs: TIMEOUT_MS },
      { name: "important", match: { path: "/important" }, upstream: "main", timeoutMs: TIMEOUT_MS, priority: "high" },
    ],
  });
}

function result(peak: number, reports: Readonly<Record<Run, readonly OpenLoopReport[]>>): BenchResult {
  const of = (run: Run, value: (report: PathReport) => number, path = "all") =>
    median(reports[run].map((report) => value(pathOf(report, path))));
  // Without the limit there may be no good call at all, and so no latency of one.
  const late = p99Of(reports, "unlimited");
  const goodput = (run: Run) => of(run, ({ goodPerSecond }) => goodPerSecond) / peak;
  const p99 = (run: Run) => p99Of(reports, run);
  const lost = (run: Run) => Math.max(...reports[run].map((report) => pathOf(report, "/important").lost));
  const rows = (Object.keys(reports) as Run[]).map((run) => [
    LABELS[run],
    of(run, ({ goodPerSecond }) => goodPerSecond),
    of(run, ({ p50Ms }) => p50Ms),
    p99(run),
    of(run, ({ p99Ms }) => p99Ms, "/important"),
    lost(run),
  ]);
  return {
    table: { columns: ["", "good calls/s", "p50 ms", "p99 ms", "important p99 ms", "important lost"], rows },
    figures: {
      peak_calls_per_second: peak,
      limited_calls_per_second: of("limited", ({ goodPerSecond }) => goodPerSecond),
      unlimited_calls_per_second: of("unlimited", ({ goodPerSecond }) => goodPerSecond),
      priority_lost: lost("limited"),
      priority_lost_without: lost("unlimited"),
    },
    ratios: {
      goodput: goodput("limited"),
      goodput_without: goodput("unlimited"),
      p99_of_normal: p99("limited") / p99("normal"),
      ...(Number.isFinite(late) ? { p99_of_normal_without: late / p99("normal") } : {}),
    },
  };
}

function p99Of(reports: Readonly<Record<Run, readonly OpenLoopReport[]>>, run: Run): number {
  return median(reports[run].map((report) => pathOf(report, "all").p99Ms));
}

const LABELS: Readonly<Record<Run, string>> = {
  normal: "half of what it can do",
  limited: "twice, with the limit",
  unlimited: "twice, without it",
};

function pathOf({ paths }: OpenLoopReport, path: string): PathReport {
  const report = paths[path];
  if (report === undefined) throw new Error(`nothing is known of ${path}`);
  return report;
}
