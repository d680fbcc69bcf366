/**
 * Nodes that were heard of while they read, on their way to the object: gathered for a moment, and sent together behind the readers' backs.
 * A report that is lost comes again with the node's next request.
 * @module
 */
import { LRUCache } from "lru-cache";
import type { NodeReport } from "../../durable/config/nodes.ts";
import type { Reader } from "../../proto/config/config.ts";
import type { Call } from "../route/call.ts";
import { addressOf, ask, type ConfigStubs, type Place } from "./objects.ts";

/** As long as a status view may be behind. */
const GATHER_MS = 500;
/** A gathering that did not end by then has died with its request. */
const DEAD_AFTER_MS = 10_000;
/** A node that says the same again is only noted so often: each report is a write. */
const REPEAT_AFTER_MS = 30_000;
const NODES_REMEMBERED = 20_000;
/** Of a service, at a time. */
const REPORTS_MAX = 1_000;
/** In all, between two sendings: 40 000 requests a second, a few hundred bytes each. */
const HEARD_MAX = 20_000;

/** A node that was heard of. */
export interface Heard {
  readonly place: Place;
  /** Not without a name. */
  readonly reader: Reader;
  readonly address: string;
  /** The version that it runs; undefined where it does not say. */
  readonly running: number | undefined;
}

/** @param call whose invocation may be the one that sends */
export type Report = (heard: Heard, call: Pick<Call, "waitUntil">) => void;

export interface ReportsDeps {
  readonly stubs: ConfigStubs;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly warn: (message: string, cause: unknown) => void;
}

export function reports({ stubs, now, sleep, warn }: ReportsDeps): Report {
  /** Since the last sending. They are looked at later: who reads after a release comes with a thousand others, and each waits for all. */
  let heard: Heard[] = [];
  const said = new LRUCache<string, { readonly running: number | undefined; readonly atMs: number }>({
    max: NODES_REMEMBERED,
  });
  let gatheringSinceMs = Number.NEGATIVE_INFINITY;

  return (each, call) => {
    if (heard.length < HEARD_MAX) heard.push(each);
    const nowMs = now();
    if (nowMs - gatheringSinceMs < DEAD_AFTER_MS) return;
    gatheringSinceMs = nowMs;
    call.waitUntil(send());
  };

  async function send(): Promise<void> {
    await sleep(GATHER_MS);
    gatheringSinceMs = Number.NEGATIVE_INFINITY;
    const all = heard;
    heard = [];
    for (const [address, nodes] of newsOf(all)) {
      try {
        await ask(stubs(address).reportMany(JSON.stringify([...nodes.values()])));
      } catch (cause) {
        warn(`${nodes.size} nodes of ${address} could not be noted`, cause);
      }
    }
  }

  /** What the objects are to be told, by address and node. */
  function newsOf(all: readonly Heard[]): Map<string, Map<string, NodeReport>> {
    const nowMs = now();
    const news = new Map<string, Map<string, NodeReport>>();
    for (const { place, reader, address, running } of all) {
      const object = addressOf(place);
      const name = `${object} ${reader.node}`;
      const last = said.get(name);
      const isNew = running !== undefined && running !== last?.running;
      if (!isNew && last !== undefined && nowMs - last.atMs < REPEAT_AFTER_MS) continue;
      const nodes = news.get(object) ?? new Map<string, NodeReport>();
      if (nodes.size >= REPORTS_MAX && !nodes.has(reader.node)) continue;
      said.set(name, { running: running ?? last?.running, atMs: nowMs });
      const version = running === undefined ? {} : { running };
      nodes.set(reader.node, { ...nodes.get(reader.node), ...reader, address, ...version });
      news.set(object, nodes);
    }
    return news;
  }
}
