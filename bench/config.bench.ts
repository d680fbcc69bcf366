/**
 * From a publish to a thousand watchers that run the new value: half of them hold a long poll, half a WebSocket.
 *
 * The time of a watcher is from the moment before a publish is sent, whose edit is there already, to the one in which the watcher has the
 * value in its hands. What it does then, to poll again or to report what it runs, it does when the server asked for it. A bare Worker is
 * there twice: one that asks for the same as Fairway, and one that asks for nothing, so that everyone is back at once. Apollo's own protocol, whose polls only say that there is something to read, the bare Workers with the same watchers, and
 * the watches of etcd and ZooKeeper, where they are installed, take turns with it: the same number of watchers on a connection each, in the
 * same process.
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { quantile } from "../scripts/quantile.ts";
import { COMPATIBILITY_DATE, COMPATIBILITY_FLAGS, startEdge } from "../scripts/serve.ts";
import { startWorkerd } from "../scripts/workerd.ts";
import { putEtcd, watchEtcd } from "./config/etcd.ts";
import { startEtcd, startZookeeper } from "./config/peers.ts";
import { type Applied, agentPoll, apolloPoll, type Watched, type Watcher, watchSocket } from "./config/watchers.ts";
import { type Session, zookeeper } from "./config/zookeeper.ts";
import { median } from "./rounds.ts";

export const title = "a publish until 1000 watchers run it, beside the watches of etcd and ZooKeeper";
export const targets: Record<string, Target> = { p99_ms: { atMost: 100 } };

const WATCHERS = 1_000;
const WATCHERS_QUICK = 100;
const ROUNDS = 15;
const ROUNDS_QUICK = 3;
/** Watchers are started a few at a time, as they would come. */
const STARTED_AT_ONCE = 50;
/** Longer than it takes the edge to note which node runs what. */
const REST_MS = 1_500;
const LOST_AFTER_MS = 30_000;
const SESSION_ATTEMPTS_MAX = 100;
const SESSION_RETRY_MS = 200;
const ROUTES = '{"upstreams":{"main":{"urls":["http://127.0.0.1:9"]}},"routes":[]}';

/** Watchers of one kind on one server, and how their value is changed. */
interface Contender {
  readonly name: string;
  readonly label: string;
  /** What is done before the change, and not measured. */
  prepare?(value: string): Promise<void>;
  change(value: string): Promise<void>;
  watch(at: number, applied: Applied): Watcher | Promise<Watcher>;
  stop(): Promise<void>;
}

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const watchers = quick ? WATCHERS_QUICK : WATCHERS;
  const contenders: Contender[] = [];
  try {
    contenders.push(await fairway("fairway", "long polls and WebSockets, half and half", mixed));
    contenders.push(await bare("bare", "the same of a bare Worker", true));
    contenders.push(await bare("bare_at_once", "a bare Worker, everyone back at once", false));
    contenders.push(await fairway("apollo", "Apollo's long polls, each with a read behind it", apolloPoll));
    for (const peer of [await etcd(), await zookeeperPeer()]) if (peer !== undefined) contenders.push(peer);
    for (const name of ["etcd", "zookeeper"]) {
      if (!contenders.some((contender) => contender.name === name)) say(`${name} is not installed, and not measured`);
    }
    const measured = new Map<string, number[][]>();
    // One after the other: a thousand watchers that rest still take part of the machine.
    for (const contender of contenders) {
      measured.set(contender.name, await measure(contender, watchers, quick ? ROUNDS_QUICK : ROUNDS, say));
    }
    return resultOf(contenders, measured);
  } finally {
    for (const contender of contenders) await contender.stop();
  }
}

/** @returns the times of all watchers, a round each */
async function measure(
  { name, prepare, change, watch }: Contender,
  count: number,
  rounds: number,
  say: BenchContext["say"],
) {
  let round: { readonly value: string; readonly sentAt: number; readonly times: number[]; done(): void } | undefined;
  const applied = (value: string) => {
    if (round === undefined || value !== round.value) return;
    round.times.push(performance.now() - round.sentAt);
    if (round.times.length === count) round.done();
  };
  const publish = async (value: string, act: () => Promise<unknown>): Promise<number[]> => {
    const times: number[] = [];
    const all = new Promise<void>((done) => {
      round = { value, sentAt: performance.now(), times, done };
    });
    await act();
    const late = new AbortController();
    const lost = delay(LOST_AFTER_MS, undefined, { signal: late.signal }).then(
      () => {
        throw new Error(`${name}: ${times.length} of ${count} watchers run the value after ${LOST_AFTER_MS} ms`);
      },
      () => undefined, // All of them do.
    );
    await Promise.race([all, lost]);
    late.abort();
    return times;
  };
  const watchers: Watcher[] = [];
  try {
    await prepare?.("0");
    await change("0");
    await publish("0", async () => {
      for (let at = 0; at < count; at += STARTED_AT_ONCE) {
        const ends = Math.min(count, at + STARTED_AT_ONCE);
        for (let each = at; each < ends; each++) watchers.push(await watch(each, applied));
        await delay(20);
      }
    });
    const results: number[][] = [];
    for (let at = 1; at <= rounds; at++) {
      await prepare?.(String(at));
      await delay(REST_MS);
      const times = await publish(String(at), () => change(String(at)));
      results.push(times);
      say(
        `${name}, round ${at} of ${rounds}: p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`,
      );
    }
    return results;
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

function resultOf(contenders: readonly Contender[], measured: ReadonlyMap<string, number[][]>): BenchResult {
  const at = (name: string, share: number) => median((measured.get(name) ?? []).map((times) => quantile(times, share)));
  const figures: Record<string, number> = {};
  for (const { name } of contenders) {
    const prefix = name === "fairway" ? "" : `${name}_`;
    figures[`${prefix}p50_ms`] = at(name, 0.5);
    figures[`${prefix}p99_ms`] = at(name, 0.99);
  }
  return {
    table: {
      columns: ["watchers", "p50 ms", "p99 ms", "worst ms"],
      rows: contenders.map(({ name, label }) => [label, at(name, 0.5), at(name, 0.99), at(name, 1)]),
    },
    figures,
    ratios: {
      p99_vs_bare: at("fairway", 0.99) / at("bare", 0.99),
      p99_vs_bare_at_once: at("fairway", 0.99) / at("bare_at_once", 0.99),
    },
  };
}

const mixed = (watched: Watched, node: string, applied: Applied, at: number) =>
  at % 2 === 0 ? watchSocket(watched, node, applied) : agentPoll(watched, node, applied);

type Watch = (watched: Watched, node: string, applied: Applied, at: number) => Watcher;

/** An edge of its own. What is measured is the publish; its edit is there before. */
async function fairway(name: string, label: string, watch: Watch): Promise<Contender> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-bench-"));
  const opsToken = randomBytes(32).toString("base64url");
  const bindings = { OPS_TOKEN: opsToken, PROTOCOLS: '{"config":true,"apollo":true}' };
  const edge = await startEdge({ port: 0, routes: ROUTES, bindings, objectsFolder: folder, stdout: "ignore" });
  const service = { service: "bench", idc: "here" };
  const call = async (method: string, request: object): Promise<{ readonly revision?: number }> => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${opsToken}` };
    const body = JSON.stringify({ service, ...request });
    const response = await fetch(`${edge.url}/fairway.config.v1.ConfigService/${method}`, {
      method: "POST",
      headers,
      body,
    });
    if (response.status !== 200) throw new Error(`${method}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { readonly revision?: number };
  };
  await call("CreateService", {});
  await call("SetOpen", { open: true });
  let edited = 0;
  const watched = { url: edge.url, ...service, key: "value" };
  return {
    name,
    label,
    async prepare(value) {
      const edits = [{ section: "application", key: "value", value, revision: edited }];
      edited = (await call("Edit", { edits })).revision ?? 0;
    },
    async change() {
      await call("Publish", { revision: edited });
    },
    watch: (at, applied) => watch(watched, `node-${at}`, applied, at),
    async stop() {
      await edge.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function bare(name: string, label: string, spreads: boolean): Promise<Contender> {
  const worker = await startWorkerd({
    module: fileURLToPath(new URL("config/bare-worker.js", import.meta.url)),
    host: "127.0.0.1",
    port: 0,
    compatibilityDate: COMPATIBILITY_DATE,
    compatibilityFlags: COMPATIBILITY_FLAGS,
    bindings: { SPREADS: spreads ? "yes" : "no" },
    objects: { VERSIONS: "Versions" },
  });
  const watched = { url: worker.url, service: "bench", idc: "here", key: "value" };
  return {
    name,
    label,
    async change(value) {
      const response = await fetch(`${worker.url}/publish`, { method: "POST", body: value });
      if (response.status !== 204) throw new Error(`bare: ${response.status} ${await response.text()}`);
    },
    watch: (at, applied) => mixed(watched, `node-${at}`, applied, at),
    stop: () => worker.stop(),
  };
}

async function etcd(): Promise<Contender | undefined> {
  const peer = await startEtcd();
  if (peer === undefined) return undefined;
  return {
    name: "etcd",
    label: "etcd, JSON watch",
    change: (value) => putEtcd(peer.port, value),
    // A watch tells of changes, and not of what is there: it counts as started when etcd says so.
    watch: (_at, applied) => watchEtcd(peer.port, (value) => applied(value === "" ? "0" : value)),
    stop: () => peer.stop(),
  };
}

/** It listens before it serves. */
async function firstSession(port: number): Promise<Session> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await zookeeper(port);
    } catch (error) {
      if (attempt === SESSION_ATTEMPTS_MAX) throw error;
      await delay(SESSION_RETRY_MS);
    }
  }
}

async function zookeeperPeer(): Promise<Contender | undefined> {
  const peer = await startZookeeper();
  if (peer === undefined) return undefined;
  const writer = await firstSession(peer.port);
  await writer.create();
  return {
    name: "zookeeper",
    label: "ZooKeeper, watch and read",
    change: (value) => writer.set(value),
    watch: (_at, applied) => zookeeper(peer.port, applied),
    async stop() {
      writer.close();
      await peer.stop();
    },
  };
}
