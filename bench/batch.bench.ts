/**
 * Calls per second through the edge, merged by twenty and one by one.
 *
 * The calls are the same every time: twenty different paths of one node:http upstream, a kilobyte of JSON each. What changes is
 * whether they come in one envelope, and whether the upstream declares `batch: true`, so that the edge sends them on in one.
 * @module
 */
import { fileURLToPath } from "node:url";
import { type BatchItem, batchReader, renderBatch } from "../proto/batch/batch.ts";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { startEdge } from "../scripts/serve.ts";
import { type LoadReport, load, type Traffic } from "./load/load.ts";
import { median, medianRatio, takeTurns } from "./rounds.ts";
import { startServer } from "./server-process.ts";

export const title = "calls/s through the edge as batches of 20, against 20 single requests";
export const targets: Record<string, Target> = { vs_single: { atLeast: 3 } };

const BATCH_SIZE = 20;
/** Either keeps the edge busy. A connection with batches has twenty calls in flight: more of them only make the queue longer. */
const CONNECTIONS_SINGLE = 32;
const CONNECTIONS_BATCH = 8;
const FRAMES = "application/x-protobuf;delimited=true";

/** How the twenty calls come to the edge. A path begins with the name of its upstream. */
const WAYS: Readonly<Record<string, readonly string[] | "single">> = {
  single: "single",
  merged: paths(() => "merging"),
  fan_out: paths(() => "plain"),
  mixed: paths((at) => (at % 2 === 0 ? "merging" : "plain")),
};

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const upstream = await startServer(fileURLToPath(new URL("batch/upstream.ts", import.meta.url)));
  try {
    const edge = await startEdge({ port: 0, routes: routesTo(upstream.url), bindings: {}, stdout: "ignore" });
    try {
      for (const way of Object.values(WAYS)) await check(edge.url, way);
      return await compare(edge.url, quick, say);
    } finally {
      await edge.stop();
    }
  } finally {
    await upstream.close();
  }
}

async function compare(url: string, quick: boolean, say: BenchContext["say"]): Promise<BenchResult> {
  const reports: Record<string, LoadReport[]> = {};
  const contenders = Object.entries(WAYS).map(([name, way]) => {
    const measure = async () => {
      const report = await measureWay(url, name, way, quick);
      reports[name] = [...(reports[name] ?? []), report];
      return report.perSecond * (way === "single" ? 1 : BATCH_SIZE);
    };
    return [name, measure] as const;
  });
  const perSecond: Record<string, number[]> = await takeTurns(quick ? 1 : 9, Object.fromEntries(contenders), say);
  const { single = [], merged = [], fan_out: fanOut = [], mixed = [] } = perSecond;
  const rows = Object.entries(perSecond).map(([name, values]) => {
    const latency = (rank: "p50" | "p99") => median((reports[name] ?? []).map(({ latencyMs }) => latencyMs[rank]));
    return [LABELS[name] ?? name, median(values), medianRatio(values, single), latency("p50"), latency("p99")];
  });
  return {
    table: { columns: ["twenty calls", "calls/s", "of single", "p50 ms", "p99 ms"], rows },
    figures: Object.fromEntries(
      Object.entries(perSecond).map(([name, values]) => [`${name}_calls_per_second`, median(values)]),
    ),
    ratios: {
      vs_single: medianRatio(merged, single),
      fan_out_vs_single: medianRatio(fanOut, single),
      mixed_vs_single: medianRatio(mixed, single),
    },
  };
}

const LABELS: Readonly<Record<string, string>> = {
  single: "one request each",
  merged: "one batch, upstream takes batches",
  fan_out: "one batch, upstream does not",
  mixed: "one batch, half and half",
};

async function measureWay(url: string, name: string, way: readonly string[] | "single", quick: boolean) {
  const report = await load({
    url,
    connections: way === "single" ? CONNECTIONS_SINGLE : CONNECTIONS_BATCH,
    warmupMs: quick ? 200 : 500,
    until: { ms: quick ? 500 : 1500 },
    traffic: trafficOf(way),
  });
  const failures = Object.entries(report.failed);
  if (failures.length > 0) throw new Error(`${name} failed: ${failures.map((pair) => pair.join(" × ")).join(", ")}`);
  return report;
}

function trafficOf(way: readonly string[] | "single"): Traffic {
  if (way === "single") return { protocol: "http1", requests: paths(() => "plain").map((path) => ({ path })) };
  return {
    protocol: "http1",
    requests: [{ method: "POST", path: "/$batch", headers: HEADERS, body: envelopeOf(way) }],
  };
}

/** As the SDK asks. */
const HEADERS = { "content-type": "application/x-protobuf", accept: FRAMES };

function envelopeOf(way: readonly string[]): Uint8Array<ArrayBuffer> {
  const items = way.map((url, at): BatchItem => {
    return { id: String(at), method: "GET", url, headers: [], dependsOn: [], priority: 0 };
  });
  return renderBatch(items, "protobuf");
}

/** That what will be counted are good replies: the load generator looks at the outer status alone. */
async function check(url: string, way: readonly string[] | "single"): Promise<void> {
  if (way === "single") return;
  const response = await fetch(`${url}/$batch`, { method: "POST", headers: HEADERS, body: envelopeOf(way) });
  const reader = batchReader("frames", 1_000_000);
  const replies = [...reader.push(new Uint8Array(await response.arrayBuffer())), ...reader.end()];
  const good = replies.filter(({ status, body }) => status === 200 && body.length > 1_000);
  if (good.length !== BATCH_SIZE) throw new Error(`${good.length} of ${BATCH_SIZE} items are good, ${response.status}`);
}

function paths(upstreamAt: (at: number) => string): string[] {
  return Array.from({ length: BATCH_SIZE }, (_, at) => `/${upstreamAt(at)}/${at}`);
}

function routesTo(url: string): string {
  return JSON.stringify({
    upstreams: { merging: { urls: [url], batch: true }, plain: { urls: [url] } },
    routes: ["merging", "plain"].map((name) => ({
      name,
      match: { methods: ["GET"], path: `/${name}/{id}` },
      upstream: name,
      rewrite: "/{id}",
      timeoutMs: 5_000,
      cache: false, // What merging saves is looked at, not what storing does.
    })),
  });
}
