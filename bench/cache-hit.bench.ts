/**
 * Requests per second that are answered from the store: a kilobyte of JSON, against a bare workerd Worker whose one route returns a
 * constant of the same size, and against nginx's proxy_cache and Varnish where they are installed.
 * @module
 */
import { fileURLToPath } from "node:url";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { startEdge } from "../scripts/serve.ts";
import { startBare } from "./cache/bare.ts";
import { startNginx, startVarnish } from "./cache/proxies.ts";
import { type LoadReport, load } from "./load/load.ts";
import { median, medianRatio, takeTurns } from "./rounds.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

export const title = "requests/s of 1 KB cache hits, against a bare workerd route with a constant, nginx and Varnish";
export const targets: Record<string, Target> = { vs_bare: { atLeast: 0.7 } };

const CONNECTIONS = 32;
const PATH = "/kilobyte";

interface Contender {
  readonly name: string;
  /** Starts it in front of `origin`; undefined where it is not installed. */
  start(origin: string): Promise<ServerProcess | undefined>;
}

const CONTENDERS: readonly Contender[] = [
  { name: "edge", start: startFairway },
  { name: "bare", start: () => startBare() },
  { name: "nginx", start: startNginx },
  { name: "varnish", start: startVarnish },
];

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const servers: ServerProcess[] = [];
  try {
    const origin = await startServer(fileURLToPath(new URL("cache/origin.ts", import.meta.url)));
    servers.push(origin);
    const urls: Record<string, string> = {};
    for (const { name, start } of CONTENDERS) {
      const server = await start(origin.url);
      if (server === undefined) {
        say(`${name} is not installed, and is left out`);
        continue;
      }
      servers.push(server);
      urls[name] = server.url;
    }
    const body = await bodyOf(origin.url);
    for (const [name, url] of Object.entries(urls)) {
      if ((await bodyOf(url)) !== body) throw new Error(`${name} does not answer what the origin does`);
    }
    await fetch(`${origin.url}/-/answers`);
    const result = await compare(urls, quick, say);
    const answered = (await (await fetch(`${origin.url}/-/answers`)).json()) as unknown[];
    if (answered.length > 0) throw new Error(`${answered.length} requests were no hits`);
    return result;
  } finally {
    for (const server of servers.reverse()) await server.close();
  }
}

/** The edge as `npm run serve` runs it, with one route that takes everything. Its access log is written, and nobody reads it. */
async function startFairway(origin: string): Promise<ServerProcess> {
  const table = {
    upstreams: { bench: { urls: [origin] } },
    routes: [{ name: "bench", match: { path: "/{rest...}" }, upstream: "bench" }],
  };
  const edge = await startEdge({ port: 0, routes: JSON.stringify(table), bindings: {}, stdout: "ignore" });
  return { url: edge.url, pid: edge.pid, close: () => edge.stop() };
}

async function compare(
  urls: Readonly<Record<string, string>>,
  quick: boolean,
  say: BenchContext["say"],
): Promise<BenchResult> {
  const reports: Record<string, LoadReport[]> = {};
  const contenders = Object.entries(urls).map(([name, url]) => {
    const measure = async () => {
      const report = await measureHits(name, url, quick);
      reports[name] = [...(reports[name] ?? []), report];
      return report.perSecond;
    };
    return [name, measure] as const;
  });
  const perSecond: Record<string, number[]> = await takeTurns(quick ? 1 : 9, Object.fromEntries(contenders), say);
  const { edge = [], bare = [] } = perSecond;
  const rows = Object.entries(perSecond).map(([name, values]) => {
    const latency = (rank: "p50" | "p99") => median((reports[name] ?? []).map(({ latencyMs }) => latencyMs[rank]));
    return [name, median(values), medianRatio(values, bare), latency("p50"), latency("p99")];
  });
  const others = Object.entries(perSecond).filter(([name]) => name !== "edge");
  return {
    table: { columns: ["cache", "requests/s", "of bare", "p50 ms", "p99 ms"], rows },
    figures: Object.fromEntries(
      Object.entries(perSecond).map(([name, values]) => [`${name}_requests_per_second`, median(values)]),
    ),
    ratios: Object.fromEntries(others.map(([name, values]) => [`vs_${name}`, medianRatio(edge, values)])),
  };
}

async function measureHits(name: string, url: string, quick: boolean): Promise<LoadReport> {
  const report = await load({
    url,
    connections: CONNECTIONS,
    warmupMs: quick ? 200 : 500,
    until: { ms: quick ? 500 : 1500 },
    traffic: { protocol: "http1", requests: [{ path: PATH }] },
  });
  const failures = Object.entries(report.failed);
  if (failures.length > 0) throw new Error(`${name} failed: ${failures.map((pair) => pair.join(" × ")).join(", ")}`);
  return report;
}

async function bodyOf(url: string): Promise<string> {
  const response = await fetch(url + PATH);
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
  return await response.text();
}
