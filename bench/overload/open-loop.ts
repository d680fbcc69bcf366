/**
 * Calls that come when they come, whatever has become of those before: the load that a crowd makes, and that a fixed number of
 * connections never does. In a process of its own; the parent's side is {@link openLoop}, and this same file is what the child runs.
 * @module
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export interface OpenLoopPlan {
  readonly url: string;
  /** Calls per second, by path. */
  readonly perSecond: Readonly<Record<string, number>>;
  readonly forMs: number;
  /** Calls of this first part are not in the latencies and the goodput. */
  readonly settleMs: number;
}

export interface PathReport {
  /** Good replies per second, after settling. */
  readonly goodPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of all calls, settling included: how many got no good reply. */
  readonly lost: number;
  readonly sent: number;
  /** What they got instead. */
  readonly outcomes: Readonly<Record<string, number>>;
}

export interface OpenLoopReport {
  /** `all`, and each path. */
  readonly paths: Readonly<Record<string, PathReport>>;
  /** How much later than planned the calls were sent, at worst: more than a few ms, and it is the generator that was measured. */
  readonly latestMs: number;
}

interface Outcome {
  readonly path: string;
  readonly atMs: number;
  readonly status: string;
  readonly tookMs: number;
}

/** How often calls that are due are sent. */
const TICK_MS = 2;
/** A client that has waited for so long is gone. */
const PATIENCE_MS = 10_000;

export async function openLoop(plan: OpenLoopPlan): Promise<OpenLoopReport> {
  const child = fork(fileURLToPath(import.meta.url), { serialization: "advanced", execArgv: [] });
  try {
    child.send(plan);
    const [report] = await Promise.race([
      once(child, "message"),
      once(child, "exit").then(([code]) => {
        throw new Error(`the load generator exited with ${code}`);
      }),
    ]);
    return report as OpenLoopReport;
  } finally {
    child.kill();
  }
}

async function run({ url, perSecond, forMs, settleMs }: OpenLoopPlan): Promise<OpenLoopReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const outcomes: Promise<Outcome>[] = [];
  const startMs = performance.now();
  const due = new Map(Object.keys(perSecond).map((path) => [path, 0]));
  let latestMs = 0;
  for (let nowMs = 0; nowMs < forMs; nowMs = performance.now() - startMs) {
    for (const [path, rate] of Object.entries(perSecond)) {
      let sent = due.get(path) ?? 0;
      for (; (sent * 1000) / rate <= nowMs; sent++) {
        latestMs = Math.max(latestMs, nowMs - (sent * 1000) / rate);
        outcomes.push(call(agent, url, path, nowMs));
      }
      due.set(path, sent);
    }
    await delay(TICK_MS);
  }
  const all = await Promise.all(outcomes);
  agent.destroy();
  const seconds = (forMs - settleMs) / 1000;
  const paths = Object.fromEntries(
    ["all", ...Object.keys(perSecond)].map((path) => [
      path,
      reportOf(path === "all" ? all : all.filter((outcome) => outcome.path === path), settleMs, seconds),
    ]),
  );
  return { paths, latestMs };
}

/** Never rejects. */
function call(agent: Agent, url: string, path: string, atMs: number): Promise<Outcome> {
  const sentMs = performance.now();
  return new Promise((settle) => {
    const end = (status: string) => settle({ path, atMs, status, tookMs: performance.now() - sentMs });
    const request = get(new URL(path, url), { agent, timeout: PATIENCE_MS }, (reply) => {
      reply.on("error", (error: NodeJS.ErrnoException) => end(error.code ?? "error"));
      reply.on("end", () => end(String(reply.statusCode)));
      reply.resume();
    });
    request.on("timeout", () => request.destroy(new Error("timeout")));
    request.on("error", (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  });
}

function reportOf(all: readonly Outcome[], settleMs: number, seconds: number): PathReport {
  const good = all.filter(({ status, atMs }) => status === "200" && atMs >= settleMs).map(({ tookMs }) => tookMs);
  good.sort((a, b) => a - b);
  const at = (part: number) => good[Math.floor(good.length * part)] ?? Number.NaN;
  const outcomes: Record<string, number> = {};
  for (const { status } of all) outcomes[status] = (outcomes[status] ?? 0) + 1;
  return {
    goodPerSecond: good.length / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    lost: all.length - (outcomes["200"] ?? 0),
    sent: all.length,
    outcomes,
  };
}

if (import.meta.main && process.send !== undefined) {
  process.once("disconnect", () => process.exit());
  process.once("message", async (plan: OpenLoopPlan) => {
    const report = await run(plan);
    process.send?.(report, () => process.disconnect?.());
  });
}
