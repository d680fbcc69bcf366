/**
 * A crowd that misses: a thousand clients ask at once for what is not stored, ten keys one after another. What the origin sees of them,
 * and how much longer the last one waits than the one whose request it was.
 *
 * A thousand replies take their time to be written and read, whatever a cache does. So a crowd of the same size, right after each, asks a bare
 * workerd for a constant, which all of them get at one moment: how long the last of these waits after the first is the machine's doing, and only
 * what comes on top of it counts, the median over the keys.
 * @module
 */
import { fileURLToPath } from "node:url";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { startEdge } from "../scripts/serve.ts";
import { startBare } from "./cache/bare.ts";
import { type Arrival, type Crowd, gather } from "./cache/crowd.ts";
import { median } from "./rounds.ts";
import { startServer } from "./server-process.ts";

export const title = "1 000 concurrent misses of each of 10 keys";
export const targets: Record<string, Target> = {
  origin_requests: { atMost: 10 },
  wait_over_leader_ms: { atMost: 10 },
};

const KEYS = 10;
const CROWD = 1_000;
const CROWD_QUICK = 100;
/** Long enough for the whole crowd to have asked before the answer is there. */
const ORIGIN_DELAY_MS = 500;

interface Rush {
  readonly originRequests: number;
  readonly collapsed: number;
  /** From the leader's reply to the last one, */
  readonly spreadMs: number;
  /** and from the first to the last of the bare workerd's. */
  readonly bareSpreadMs: number;
}

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const file = fileURLToPath(new URL("cache/origin.ts", import.meta.url));
  const origin = await startServer(file, [], { DELAY_MS: String(ORIGIN_DELAY_MS) });
  try {
    const bare = await startBare();
    try {
      const edge = await startEdge({ port: 0, routes: routesTo(origin.url), bindings: {}, stdout: "ignore" });
      try {
        return await rushes(edge.url, bare.url, origin.url, quick ? CROWD_QUICK : CROWD, say);
      } finally {
        await edge.stop();
      }
    } finally {
      await bare.close();
    }
  } finally {
    await origin.close();
  }
}

function routesTo(url: string): string {
  return JSON.stringify({
    upstreams: { bench: { urls: [url] } },
    routes: [{ name: "bench", match: { path: "/{rest...}" }, upstream: "bench" }],
  });
}

async function rushes(
  edge: string,
  bare: string,
  origin: string,
  size: number,
  say: BenchContext["say"],
): Promise<BenchResult> {
  const crowd = await gather(edge, size);
  const control = await gather(bare, size);
  try {
    await rush(crowd, control, "/warm-up", origin);
    const all: Rush[] = [];
    for (let key = 1; key <= KEYS; key++) {
      const one = await rush(crowd, control, `/key/${key}`, origin);
      all.push(one);
      say(`key ${key} of ${KEYS}: ${one.originRequests} to the origin, ${one.collapsed} of ${size} collapsed`);
    }
    return resultOf(all, size);
  } finally {
    crowd.close();
    control.close();
  }
}

async function rush(crowd: Crowd, control: Crowd, path: string, origin: string): Promise<Rush> {
  const misses = await crowd.ask(path);
  const answered = (await (await fetch(`${origin}/-/answers`)).json()) as unknown[];
  const [stored] = await crowd.ask(path);
  if (stored?.cacheStatus.includes("hit") !== true) throw new Error(`${path} was not stored`);
  const constants = await control.ask(`/at/${Date.now() + ORIGIN_DELAY_MS}`);
  const leaders = misses.filter(({ cacheStatus }) => !cacheStatus.includes("collapsed"));
  return {
    originRequests: answered.length,
    collapsed: misses.length - leaders.length,
    spreadMs: last(misses) - first(leaders),
    bareSpreadMs: last(constants) - first(constants),
  };
}

function resultOf(all: readonly Rush[], size: number): BenchResult {
  const originRequests = all.reduce((sum, rush) => sum + rush.originRequests, 0);
  const spreadMs = median(all.map((rush) => rush.spreadMs));
  const bareSpreadMs = median(all.map((rush) => rush.bareSpreadMs));
  return {
    table: {
      columns: ["crowd", "to the origin", "last after first ms"],
      rows: [
        [`${size} misses × ${all.length}`, originRequests, spreadMs],
        [`${size} at a bare workerd × ${all.length}`, "", bareSpreadMs],
      ],
    },
    figures: {
      origin_requests: originRequests,
      collapsed_requests: all.reduce((sum, rush) => sum + rush.collapsed, 0),
      wait_over_leader_ms: median(all.map((rush) => rush.spreadMs - rush.bareSpreadMs)),
      spread_ms: spreadMs,
      bare_spread_ms: bareSpreadMs,
    },
    ratios: {},
  };
}

function first(arrivals: readonly Arrival[]): number {
  return arrivals.reduce((least, { atMs }) => Math.min(least, atMs), Infinity);
}

function last(arrivals: readonly Arrival[]): number {
  return arrivals.reduce((most, { atMs }) => Math.max(most, atMs), -Infinity);
}
