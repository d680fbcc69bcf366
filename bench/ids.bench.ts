/**
 * Ids per second: made by the state machine of a worker, through HTTP and a worker's object on workerd, and one by one out of an
 * origin's reserve; beside generators of npm, which make them in the process and remember nothing.
 * @module
 */
import { setImmediate } from "node:timers/promises";
import { edgeIds } from "../origin/ids/ids.ts";
import { NextIdsRequest, NextIdsResponse } from "../proto/gen/ids.contract.ts";
import { countOf, idsOf, sequence } from "../proto/sequence.ts";
import { snowflake } from "../proto/snowflake.ts";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { startEdge } from "../scripts/serve.ts";
import { load } from "./load/load.ts";
import { type Measure, median, medianRatio, takeTurns } from "./rounds.ts";

export const title =
  "ids/s: composed, through HTTP in runs of 1 000, one by one from an origin's reserve; against npm's";
export const needsPeers = true;
export const targets: Record<string, Target> = {
  per_second_compose: { atLeast: 10_000_000 },
  per_second_http: { atLeast: 1_000_000 },
  per_second_origin: { atLeast: 500_000 },
};

const RUN = 1_000;
const CONNECTIONS = 16;
/** Of one turn of the event loop: what a busy origin's calls take in it. */
const TURN = 1_000;
const NEXT_IDS = "/fairway.ids.v1.IdService/NextIds";
const HEADERS = { "content-type": "application/proto" };

/** Installed with the first run. */
const PEERS = "peers/ids/snowflakes.mjs";

interface Peers {
  readonly generators: Readonly<Record<string, () => () => bigint>>;
}

const LABELS: Readonly<Record<string, string>> = {
  compose: "composed, each as a bigint",
  runs: "composed, as runs of 1 000",
  http: "through HTTP and one worker's object, in runs of 1 000",
  origin: "one by one, from an origin's reserve",
  in_process: "one by one, from the generator of a process",
  sapphire_snowflake: "@sapphire/snowflake, in the process",
  nodejs_snowflake: "nodejs-snowflake, in the process",
};

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const { generators } = (await import(new URL(PEERS, import.meta.url).href)) as Peers;
  const ms = quick ? 200 : 1_000;
  const edge = await startEdge({
    port: 0,
    bindings: { PROTOCOLS: '{"ids":true}', IDS_TOKENS: "*", IDENTITY_KEY: btoa("k".repeat(32)) },
    stdout: "ignore",
  });
  const ids = edgeIds({ edgeUrl: edge.url, token: undefined, holdMs: 2_000, log: { warn: say } });
  try {
    await check(edge.url);
    if (!(await ids.ready(5_000))) throw new Error("the reserve is not filled");
    const contenders: Record<string, Measure> = {
      compose: async () => compose(ms, true),
      runs: async () => compose(ms, false),
      http: () => throughHttp(edge.url, ms),
      origin: () => oneByOne(() => ids.next(), ms),
      in_process: () => oneByOne(snowflake({ datacenterId: 0, workerId: 0, now: Date.now }), ms),
    };
    for (const [name, make] of Object.entries(generators)) contenders[name] = () => oneByOne(make(), ms);
    const perSecond: Record<string, number[]> = await takeTurns(quick ? 1 : 7, contenders, say);
    const { origin = [], sapphire_snowflake: sapphire = [] } = perSecond;
    return {
      table: {
        columns: ["ids", "per second"],
        rows: Object.entries(perSecond).map(([name, values]) => [LABELS[name] ?? name, median(values)]),
      },
      figures: Object.fromEntries(
        Object.entries(perSecond).map(([name, values]) => [`per_second_${name}`, median(values)]),
      ),
      ratios: { origin_vs_sapphire: medianRatio(origin, sapphire) },
    };
  } finally {
    await ids.close();
    await edge.stop();
  }
}

/** A worker whose clock moves on by a ms with each run, as it does under that load. */
function compose(ms: number, spelled: boolean): number {
  const machine = sequence({ datacenterId: 1, workerId: 1, leasedUntilMs: 0 });
  let elapsedMs = 500_000_000_000;
  return perSecondOf(ms, () => {
    const runs = machine.take(RUN, ++elapsedMs, () => undefined);
    return spelled ? idsOf(runs).length : countOf(runs);
  });
}

/** @param work gives how many it made */
function perSecondOf(ms: number, work: () => number): number {
  const startedMs = performance.now();
  let count = 0;
  let elapsedMs = 0;
  while (elapsedMs < ms) {
    for (let round = 0; round < 100; round++) count += work();
    elapsedMs = performance.now() - startedMs;
  }
  return (count / elapsedMs) * 1_000;
}

async function throughHttp(url: string, ms: number): Promise<number> {
  const body = NextIdsRequest.encode({ count: RUN, asRuns: true, worker: 0 });
  const report = await load({
    url,
    connections: CONNECTIONS,
    warmupMs: ms / 2,
    until: { ms },
    traffic: { protocol: "http1", requests: [{ method: "POST", path: NEXT_IDS, headers: HEADERS, body }] },
  });
  const failures = Object.entries(report.failed);
  if (failures.length > 0) throw new Error(`calls failed: ${failures.map((pair) => pair.join(" × ")).join(", ")}`);
  return report.perSecond * RUN;
}

/** With room for others between two turns, as in a server. Where there is none at the moment, it waits for the next turn. */
async function oneByOne(next: () => bigint, ms: number): Promise<number> {
  const startedMs = performance.now();
  let count = 0;
  let last = -1n;
  let elapsedMs = 0;
  while (elapsedMs < ms) {
    try {
      for (let at = 0; at < TURN; at++) {
        last = next();
        count++;
      }
    } catch (error) {
      if ((error as { code?: unknown }).code === undefined) throw error;
    }
    await setImmediate();
    elapsedMs = performance.now() - startedMs;
  }
  if (last < 0n) throw new Error("there were no ids");
  return (count / elapsedMs) * 1_000;
}

/** That what is counted are ids: the load generator looks at the status alone. */
async function check(url: string): Promise<void> {
  const body = NextIdsRequest.encode({ count: RUN, asRuns: true, worker: 0 });
  const response = await fetch(url + NEXT_IDS, { method: "POST", headers: HEADERS, body });
  const { runs } = NextIdsResponse.decode(new Uint8Array(await response.arrayBuffer()));
  if (countOf(runs) !== RUN) throw new Error(`${countOf(runs)} ids come in place of ${RUN}: ${response.status}`);
}
