/**
 * Nodes that were heard of while they read, on their way to the object: gathered for a moment, and sent together behind the readers' backs.
 * A report that is lost comes again with the node's next request.
 * @module
 */
import { LRUCache } from "lru-cache";
import type { NodeReport } from "../../durable/config/nodes.ts";
import { addressOf, ask, type ConfigStubs, type Place } from "./objects.ts";
import type { WaitUntil } from "./reads.ts";

/** As long as a status view may be behind. */
const GATHER_MS = 500;
/** A gathering that did not end by then has died with its request. */
const DEAD_AFTER_MS = 10_000;
/** A node that says the same again is only noted so often: each report is a write. */
const REPEAT_AFTER_MS = 30_000;
const NODES_REMEMBERED = 20_000;
const REPORTS_MAX = 1_000;

export type Report = (place: Place, report: NodeReport, waitUntil: WaitUntil) => void;

export interface ReportsDeps {
  readonly stubs: ConfigStubs;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly warn: (message: string, cause: unknown) => void;
}

export function reports({ stubs, now, sleep, warn }: ReportsDeps): Report {
  const gathered = new Map<string, Map<string, NodeReport>>();
  const said = new LRUCache<string, { readonly running: number | undefined; readonly atMs: number }>({
    max: NODES_REMEMBERED,
  });
  let gatheringSinceMs = Number.NEGATIVE_INFINITY;

  return (place, report, waitUntil) => {
    const nowMs = now();
    const address = addressOf(place);
    const name = `${address} ${report.node}`;
    const last = said.get(name);
    const isNew = report.running !== undefined && report.running !== last?.running;
    if (!isNew && last !== undefined && nowMs - last.atMs < REPEAT_AFTER_MS) return;
    const waiting = gathered.get(address) ?? new Map<string, NodeReport>();
    if (waiting.size >= REPORTS_MAX && !waiting.has(report.node)) return;
    said.set(name, { running: report.running ?? last?.running, atMs: nowMs });
    waiting.set(report.node, { ...waiting.get(report.node), ...report });
    gathered.set(address, waiting);
    if (nowMs - gatheringSinceMs < DEAD_AFTER_MS) return;
    gatheringSinceMs = nowMs;
    waitUntil(send());
  };

  async function send(): Promise<void> {
    await sleep(GATHER_MS);
    gatheringSinceMs = Number.NEGATIVE_INFINITY;
    const all = [...gathered];
    gathered.clear();
    for (const [address, nodes] of all) {
      try {
        await ask(stubs(address).reportMany(JSON.stringify([...nodes.values()])));
      } catch (cause) {
        warn(`${nodes.size} nodes of ${address} could not be noted`, cause);
      }
    }
  }
}
