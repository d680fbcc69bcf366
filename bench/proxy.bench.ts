/**
 * Requests per second through a gateway, a kilobyte of JSON from a node:http origin on loopback.
 * @module
 */
import { fileURLToPath } from "node:url";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { startEdge } from "../scripts/serve.ts";
import { type LoadReport, load } from "./load/load.ts";
import { median, medianRatio, takeTurns } from "./rounds.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

export const title =
  "requests/s through the edge, 1 KB JSON, against a bare workerd pass-through and @fastify/http-proxy";
export const needsPeers = true;
export const targets: Record<string, Target> = { vs_bare: { atLeast: 0.8 } };

const CONNECTIONS = 32;
const PATH = "/";

interface Gateway {
  readonly name: string;
  /** Starts it in front of `origin`. */
  start(origin: string): Promise<ServerProcess>;
}

/** Beside the origin without a gateway, to see that it is not the bottleneck. */
const GATEWAYS: readonly Gateway[] = [
  { name: "edge", start: startFairway },
  { name: "bare_workerd", start: (origin) => startServer(peer("workerd-server.mjs"), [], { ORIGIN: origin }) },
  { name: "fastify_http_proxy", start: (origin) => startServer(peer("fastify-server.mjs"), [], { ORIGIN: origin }) },
];

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const servers: ServerProcess[] = [];
  try {
    const origin = await startServer(peer("origin.mjs"));
    servers.push(origin);
    const urls: Record<string, string> = { origin_alone: origin.url };
    for (const { name, start } of GATEWAYS) {
      const gateway = await start(origin.url);
      servers.push(gateway);
      urls[name] = gateway.url;
    }
    const body = await bodyOf(origin.url);
    for (const [name, url] of Object.entries(urls)) {
      if ((await bodyOf(url)) !== body) throw new Error(`${name} does not pass the origin's reply on`);
    }
    return await compare(urls, quick, say);
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
      const report = await measureGateway(name, url, quick);
      reports[name] = [...(reports[name] ?? []), report];
      return report.perSecond;
    };
    return [name, measure] as const;
  });
  const perSecond: Record<string, number[]> = await takeTurns(quick ? 1 : 9, Object.fromEntries(contenders), say);
  const bare = perSecond.bare_workerd ?? [];
  const rows = Object.entries(perSecond).map(([name, values]) => {
    const latency = (rank: "p50" | "p99") => median((reports[name] ?? []).map(({ latencyMs }) => latencyMs[rank]));
    return [name.replaceAll("_", " "), median(values), medianRatio(values, bare), latency("p50"), latency("p99")];
  });
  const { edge, fastify_http_proxy: gateway } = perSecond;
  return {
    table: { columns: ["gateway", "requests/s", "of bare", "p50 ms", "p99 ms"], rows },
    figures: Object.fromEntries(
      Object.entries(perSecond).map(([name, values]) => [`${name}_requests_per_second`, median(values)]),
    ),
    ratios:
      edge === undefined || gateway === undefined
        ? {}
        : { vs_bare: medianRatio(edge, bare), vs_node_gateway: medianRatio(edge, gateway) },
  };
}

async function measureGateway(name: string, url: string, quick: boolean): Promise<LoadReport> {
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

function peer(file: string): string {
  return fileURLToPath(new URL(`peers/proxy/${file}`, import.meta.url));
}
