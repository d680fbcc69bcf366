/**
 * How long a killed instance goes on getting requests, and how many fail while instances are replaced one by one.
 *
 * One edge, three instances that register with it, 500 requests/s through a route whose nodes come from the registry. After the kill
 * somebody else takes the dead instance's port at once and notes each connection that still comes: the last one tells when nothing was
 * sent there any more.
 * @module
 */
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { startEdge } from "../scripts/serve.ts";
import { steadyTraffic, type TrafficReport } from "./discovery/traffic.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

export const title = "ms until a killed instance gets no request, and requests lost in a rolling restart at 500/s";
export const targets: Record<string, Target> = { gone_ms: { atMost: 3_000 }, failed: { atMost: 0 } };

const PER_SECOND = 500;
const INSTANCES = 3;
const TOKEN = "token-of-the-bench-0123456789";
/** How long the grave is watched: twice what is promised. */
const WATCH_MS = 6_000;
/** Of steady traffic before anything happens. */
const SETTLE_MS = 2_000;
const POLL_MS = 20;
const LISTED_MS_MAX = 10_000;

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const edge = await startEdge({ port: 0, routes: ROUTES, bindings: BINDINGS, stdout: "ignore" });
  const instances: ServerProcess[] = [];
  try {
    for (let count = 0; count < INSTANCES; count++) instances.push(await startInstance(edge.url));
    await listed(edge.url, INSTANCES);
    const gone: number[] = [];
    const unlisted: number[] = [];
    for (let round = 0; round < (quick ? 1 : 5); round++) {
      const kill = await killOne(edge.url, instances);
      say(`killed: no request after ${kill.goneMs.toFixed(0)} ms, not listed after ${kill.unlistedMs.toFixed(0)} ms`);
      gone.push(kill.goneMs);
      unlisted.push(kill.unlistedMs);
    }
    const rolling = await restartAll(edge.url, instances, quick ? 1 : 2);
    say(`rolling restart: ${rolling.failed} of ${rolling.sent} failed ${JSON.stringify(rolling.reasons)}`);
    const figures = {
      gone_ms: Math.max(...gone),
      unlisted_ms: Math.max(...unlisted),
      failed: rolling.failed,
      sent: rolling.sent,
    };
    return {
      table: { columns: ["discovery", "worst"], rows: Object.entries(figures) },
      figures,
      ratios: {},
    };
  } finally {
    await Promise.all(instances.map((instance) => instance.close()));
    await edge.stop();
  }
}

/** Kills one with SIGKILL under load, and starts another in its place. */
async function killOne(url: string, instances: ServerProcess[]) {
  const traffic = steadyTraffic(`${url}/service`, PER_SECOND);
  await sleep(SETTLE_MS);
  const victim = instances.shift();
  if (victim === undefined) throw new Error("nobody is left");
  const killedMs = performance.now();
  process.kill(victim.pid, "SIGKILL");
  const grave = await watch(Number(new URL(victim.url).port));
  const unlistedMs = (await listed(url, INSTANCES - 1)) - killedMs;
  await sleep(killedMs + WATCH_MS - performance.now());
  const visits = grave.visitsMs.length;
  const goneMs = (grave.visitsMs.at(-1) ?? killedMs) - killedMs;
  grave.close();
  await traffic.stop();
  instances.push(await startInstance(url));
  await listed(url, INSTANCES);
  return { goneMs, unlistedMs, visits };
}

/** As a deployment does it: one more, and then one fewer. */
async function restartAll(url: string, instances: ServerProcess[], times: number): Promise<TrafficReport> {
  const traffic = steadyTraffic(`${url}/service`, PER_SECOND);
  await sleep(SETTLE_MS);
  for (let count = 0; count < times * INSTANCES; count++) {
    instances.push(await startInstance(url));
    await listed(url, INSTANCES + 1);
    await instances.shift()?.close();
    await listed(url, INSTANCES);
  }
  return await traffic.stop();
}

interface Grave {
  readonly visitsMs: number[];
  close(): void;
}

/** Takes the port of a process that was killed, as soon as the system gives it away, and refuses all who come. */
async function watch(port: number): Promise<Grave> {
  const visitsMs: number[] = [];
  for (;;) {
    const server = createServer((socket) => {
      visitsMs.push(performance.now());
      socket.resetAndDestroy();
    });
    server.listen(port, "127.0.0.1");
    try {
      await once(server, "listening");
      return { visitsMs, close: () => void server.close() };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      await sleep(1);
    }
  }
}

async function startInstance(url: string): Promise<ServerProcess> {
  const file = fileURLToPath(new URL("discovery/instance.ts", import.meta.url));
  return await startServer(file, [], { REGISTRY_URL: url, REGISTRY_TOKEN: TOKEN });
}

/** @returns when so many instances were listed */
async function listed(url: string, count: number): Promise<number> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const query = "env=bench&appid=bench.service&status=1&zone=z";
  const untilMs = performance.now() + LISTED_MS_MAX;
  while (performance.now() < untilMs) {
    const response = await fetch(`${url}/discovery/fetch?${query}`, { headers });
    const { data } = (await response.json()) as { data?: { instances: { z?: object[] } } };
    if ((data?.instances.z?.length ?? 0) === count) return performance.now();
    await sleep(POLL_MS);
  }
  throw new Error(`there are not ${count} instances after ${LISTED_MS_MAX} ms`);
}

function sleep(ms: number): Promise<unknown> {
  return new Promise((settle) => setTimeout(settle, ms));
}

const BINDINGS = {
  PROTOCOLS: '{"discovery":true}',
  REGISTRY_TOKENS: JSON.stringify({ "bench.service": { token: TOKEN } }),
};

const ROUTES = JSON.stringify({
  // What is shed because the machine stood still tells nothing of discovery.
  upstreams: { service: { registry: { appid: "bench.service", env: "bench" }, concurrency: false } },
  routes: [
    {
      name: "service",
      match: { methods: ["GET"], path: "/service/{id}" },
      upstream: "service",
      timeoutMs: 5_000,
      cache: false,
    },
  ],
});
