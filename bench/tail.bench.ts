/**
 * The slowest of a thousand requests when one of four nodes now and then takes half a second: the edge, against the same runtime in
 * which nodes take turns.
 *
 * The rate is fixed, so a slow reply holds up no other request. Contenders take turns; the gain is the median of the rounds.
 * @module
 */
import { fileURLToPath } from "node:url";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { COMPATIBILITY_DATE, startEdge } from "../scripts/serve.ts";
import { startWorkerd } from "../scripts/workerd.ts";
import { median, medianRatio, takeTurns } from "./rounds.ts";
import { type ServerProcess, startServer } from "./server-process.ts";
import { countOf } from "./upstream/node.ts";
import { openLoop, percentile, type Reply } from "./upstream/open-loop.ts";

export const title = "p99.9 with four nodes, one slow in 5 % of calls by 500 ms, against round robin without hedging";
export const targets: Record<string, Target> = { p999_gain: { atLeast: 10 }, extra_requests: { atMost: 0.05 } };

const NODES = 4;
const PER_SECOND = 400;
const SLOW_EVERY = 20;
const SLOW_MS = 500;
const PATH = "/item";

interface Contender {
  readonly url: string;
  readonly nodes: readonly string[];
}

interface Run {
  readonly replies: readonly Reply[];
  /** How many more requests the nodes had than were sent, as a share. */
  readonly extra: number;
}

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const servers: ServerProcess[] = [];
  try {
    const edge = await startContender(servers, startFairway);
    const turns = await startContender(servers, startRoundRobin);
    const runs: Record<string, Run[]> = { edge: [], round_robin: [] };
    const measure = (name: string, contender: Contender) => async () => {
      const made = await measureRun(contender, quick ? 3_000 : 15_000);
      runs[name]?.push(made);
      return percentile(made.replies, 0.999);
    };
    for (const each of [edge, turns]) await measureRun(each, 2_000); // Until what runs is compiled, and the route's p95 known.
    const contenders = { edge: measure("edge", edge), round_robin: measure("round_robin", turns) };
    const p999 = await takeTurns(quick ? 1 : 5, contenders, say);
    return resultOf(runs, p999.edge, p999.round_robin);
  } finally {
    for (const server of servers.reverse()) await server.close();
  }
}

/** With nodes of its own, of which the last one is slow now and then. */
async function startContender(
  servers: ServerProcess[],
  start: (nodes: readonly string[]) => Promise<ServerProcess>,
): Promise<Contender> {
  const nodes: string[] = [];
  for (let index = 0; index < NODES; index++) {
    const slow = index === NODES - 1 ? { SLOW_EVERY: String(SLOW_EVERY), SLOW_MS: String(SLOW_MS) } : {};
    const server = await startServer(fileURLToPath(new URL("upstream/node.ts", import.meta.url)), [], slow);
    servers.push(server);
    nodes.push(server.url);
  }
  const gateway = await start(nodes);
  servers.push(gateway);
  return { url: gateway.url, nodes };
}

async function startFairway(nodes: readonly string[]): Promise<ServerProcess> {
  const table = {
    upstreams: { bench: { urls: nodes } },
    routes: [{ name: "bench", match: { path: "/{rest...}" }, upstream: "bench" }],
  };
  const edge = await startEdge({ port: 0, routes: JSON.stringify(table), bindings: {}, stdout: "ignore" });
  return { url: edge.url, pid: edge.pid, close: () => edge.stop() };
}

async function startRoundRobin(nodes: readonly string[]): Promise<ServerProcess> {
  const worker = await startWorkerd({
    module: fileURLToPath(new URL("upstream/round-robin-worker.js", import.meta.url)),
    host: "127.0.0.1",
    port: 0,
    compatibilityDate: COMPATIBILITY_DATE,
    compatibilityFlags: [],
    bindings: { NODES: nodes.join(",") },
    stdout: "ignore",
  });
  return { url: worker.url, pid: worker.pid, close: () => worker.stop() };
}

async function measureRun({ url, nodes }: Contender, forMs: number): Promise<Run> {
  const before = await countAll(nodes);
  const replies = await openLoop({ url, path: PATH, perSecond: PER_SECOND, forMs });
  const failed = replies.filter(({ outcome }) => outcome !== "ok");
  if (failed.length > 0) throw new Error(`${failed.length} requests failed, the first with ${failed[0]?.outcome}`);
  return { replies, extra: ((await countAll(nodes)) - before) / replies.length - 1 };
}

async function countAll(nodes: readonly string[]): Promise<number> {
  const counts = await Promise.all(nodes.map(countOf));
  return counts.reduce((sum, count) => sum + count, 0);
}

function resultOf(
  runs: Readonly<Record<string, readonly Run[]>>,
  edge: readonly number[],
  turns: readonly number[],
): BenchResult {
  const rows = Object.entries(runs).map(([name, made]) => {
    const at = (rank: number) => median(made.map(({ replies }) => percentile(replies, rank)));
    const extra = median(made.map((one) => one.extra));
    return [name.replaceAll("_", " "), at(0.5), at(0.95), at(0.99), at(0.999), `${(extra * 100).toFixed(1)} %`];
  });
  const extra_requests = Math.max(...(runs.edge ?? []).map(({ extra }) => extra));
  return {
    table: { columns: ["nodes chosen by", "p50 ms", "p95 ms", "p99 ms", "p99.9 ms", "more requests"], rows },
    figures: { p999_edge_ms: median(edge), p999_round_robin_ms: median(turns), extra_requests },
    ratios: { p999_gain: medianRatio(turns, edge) },
  };
}
