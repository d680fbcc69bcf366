/**
 * A key that expires every second under a thousand requests a second, from an origin that takes 200 ms: whom its refreshes hold up.
 *
 * On a busy machine some requests take long for no fault of the cache. What tells them apart: one that a refresh holds up was sent before the
 * refresh ended, and answered after. Of those the ones count that took longer than 5 ms, and longer than the slowest request of the same run
 * over a key that never expires. A cache that let refreshes be waited for would show some 200 a second.
 * @module
 */
import { fileURLToPath } from "node:url";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { startEdge } from "../scripts/serve.ts";
import type { Answered } from "./cache/origin.ts";
import { type Sent, steadily } from "./cache/steady.ts";
import { startServer } from "./server-process.ts";

export const title = "1 000 requests/s over a key that expires every second, origin 200 ms";
export const targets: Record<string, Target> = { blocked: { atMost: 0 } };

const PER_SECOND = 1_000;
const ORIGIN_DELAY_MS = 200;
const SLOW_MS = 5;
const EXPIRING = "/expiring";
const LASTING = "/lasting";

interface Run {
  readonly requests: readonly Sent[];
  readonly refreshes: readonly Answered[];
}

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const origin = await startServer(fileURLToPath(new URL("cache/origin.ts", import.meta.url)), [], {
    DELAY_MS: String(ORIGIN_DELAY_MS),
    CACHE_CONTROL: "max-age=1, stale-while-revalidate=60",
  });
  try {
    const edge = await startEdge({ port: 0, routes: routesTo(origin.url), bindings: {}, stdout: "ignore" });
    try {
      const forMs = quick ? 3_000 : 15_000;
      await measure(edge.url, origin.url, LASTING, 2_000); // Until the edge has compiled what it runs.
      say("a key that never expires");
      const lasting = await measure(edge.url, origin.url, LASTING, forMs);
      say("a key that expires every second");
      const expiring = await measure(edge.url, origin.url, EXPIRING, forMs);
      return resultOf(lasting, expiring);
    } finally {
      await edge.stop();
    }
  } finally {
    await origin.close();
  }
}

function routesTo(url: string): string {
  const route = (path: string) => ({ name: path.slice(1), match: { path }, upstream: "bench" });
  return JSON.stringify({
    upstreams: { bench: { urls: [url] } },
    routes: [route(EXPIRING), { ...route(LASTING), cache: { ttlSeconds: 86_400 } }],
  });
}

async function measure(edge: string, origin: string, path: string, forMs: number): Promise<Run> {
  await (await fetch(edge + path)).arrayBuffer();
  await fetch(`${origin}/-/answers`);
  const requests = await steadily(edge, path, PER_SECOND, forMs);
  const refreshes = (await (await fetch(`${origin}/-/answers`)).json()) as Answered[];
  return { requests, refreshes };
}

function resultOf(lasting: Run, expiring: Run): BenchResult {
  const noiseMs = lasting.requests.reduce((most, one) => Math.max(most, waitOf(one)), 0);
  const { refreshes } = expiring;
  if (refreshes.length === 0) throw new Error("nothing was refreshed: the run shows nothing");
  const heldUp = expiring.requests.filter((one) => refreshes.some((refresh) => isAcrossItsEnd(one, refresh)));
  const blocked = heldUp.filter((one) => waitOf(one) > Math.max(SLOW_MS, noiseMs)).length;
  const rows = [
    ["never expires", ...rowOf(lasting)],
    ["expires every second", ...rowOf(expiring)],
  ];
  return {
    table: { columns: ["key", "requests", "refreshes", `over ${SLOW_MS} ms`, "p50 ms", "p99 ms", "slowest ms"], rows },
    figures: {
      blocked,
      refreshes: refreshes.length,
      over_5_ms_expiring_requests: slow(expiring),
      over_5_ms_lasting_requests: slow(lasting),
      slowest_expiring_ms: expiring.requests.reduce((most, one) => Math.max(most, waitOf(one)), 0),
      slowest_lasting_ms: noiseMs,
    },
    ratios: {},
  };
}

function rowOf(run: Run): number[] {
  const waits = run.requests.map(waitOf).toSorted((a, b) => a - b);
  const at = (rank: number) => waits[Math.floor(rank * (waits.length - 1))] ?? Number.NaN;
  return [waits.length, run.refreshes.length, slow(run), at(0.5), at(0.99), at(1)];
}

function slow({ requests }: Run): number {
  return requests.filter((one) => waitOf(one) > SLOW_MS).length;
}

function waitOf({ sentMs, doneMs }: Sent): number {
  return doneMs - sentMs;
}

function isAcrossItsEnd({ sentMs, doneMs }: Sent, { untilMs }: Answered): boolean {
  return sentMs < untilMs && untilMs <= doneMs;
}
