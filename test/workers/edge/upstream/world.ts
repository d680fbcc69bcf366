/** An upstream `main` whose nodes do what a test says, with a clock that stands still and chances that are given. @module */
import type { AccessEntry } from "../../../../edge/route/call.ts";
import type { NodeSource } from "../../../../edge/upstream/nodes.ts";
import {
  NEVER_ABORTS,
  type OutgoingRequest,
  type SendPolicy,
  type UpstreamConfig,
  type UpstreamDeps,
  type Upstreams,
  upstreams,
} from "../../../../edge/upstream/upstream.ts";

export type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

export interface World extends Upstreams {
  /** Names of the nodes that were asked, oldest first. */
  readonly asked: string[];
  readonly slept: number[];
  /** What was given to `waitUntil`. */
  readonly background: Promise<unknown>[];
  nowMs: number;
  /** 0 by default: of nodes that are alike the first one is chosen. */
  random: () => number;
  entry: AccessEntry;
  request(changes?: Changes): Promise<Response>;
}

export type Changes = Partial<OutgoingRequest & SendPolicy>;

export interface WorldOptions extends Partial<UpstreamConfig> {
  readonly zone?: string;
  readonly source?: NodeSource;
}

/** @param names a letter each: `ab` is the nodes `http://a` and `http://b` */
export function world(names: string, answer: Answer, { zone, source, ...config }: WorldOptions = {}): World {
  const it: World = {
    asked: [],
    slept: [],
    background: [],
    nowMs: 1_000_000,
    random: () => 0,
    entry: { startedAtMs: 0 },
    send: (...sent) => made.send(...sent),
    sendsAtOnce: (upstream) => made.sendsAtOnce(upstream),
    sendAtOnce: (...sent) => made.sendAtOnce(...sent),
    state: (upstream) => made.state(upstream),
    request({ method = "GET", target = "/x?y", headers = new Headers(), body = null, broken, ...policy } = {}) {
      it.entry = { startedAtMs: 0 };
      return made.send(
        "main",
        { method, target, headers, body, ...(broken && { broken }) },
        { timeoutMs: 10_000, attempts: 2, idempotent: true, signal: NEVER_ABORTS, entry: it.entry, ...policy },
      );
    },
  };
  const deps: UpstreamDeps = {
    async fetch(url, init) {
      it.asked.push(new URL(url).hostname);
      return await answer(url, init);
    },
    now: () => it.nowMs,
    random: () => it.random(),
    sleep: async (ms) => void it.slept.push(ms),
    waitUntil: (promise) => void it.background.push(promise),
    zone,
    ...(source && { nodes: source }),
  };
  const urls = config.nodes === undefined ? Array.from(names, (name) => `http://${name}`) : undefined;
  const made = upstreams(new Map([["main", { urls, batch: false, ...config }]]), deps);
  return it;
}

export function ok(): Response {
  return new Response("ok");
}

export function broken(): never {
  throw new TypeError("connection refused");
}

/** Answers as each node's own function does. */
export function each(answers: Record<string, Answer>): Answer {
  return (url, init) => (answers[new URL(url).hostname] ?? ok)(url, init);
}

export function statusAnswer(status: number, headers: Record<string, string> = {}): Answer {
  return () => new Response("not I", { status, headers });
}

/** Answers never, and ends as `fetch` does when it is aborted. */
export const never: Answer = (_, init) =>
  new Promise((_resolve, reject) => {
    init.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });

export function faultOf(sent: Promise<Response>): Promise<unknown> {
  return sent.then(
    () => Promise.reject(new Error("it was answered")),
    (fault) => fault,
  );
}

export async function requestTimes(count: number, it: World, changes?: Changes): Promise<void> {
  for (let turn = 0; turn < count; turn++) await it.request(changes).catch(() => undefined);
}

/** How often each node is asked by the next requests. */
export async function sharesOf(count: number, it: World, changes?: Changes): Promise<Record<string, number>> {
  it.asked.length = 0;
  await requestTimes(count, it, changes);
  const shares: Record<string, number> = {};
  for (const name of it.asked) shares[name] = (shares[name] ?? 0) + 1;
  return shares;
}
