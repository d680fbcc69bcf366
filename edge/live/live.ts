/**
 * The route table that runs: what is published in the configuration service `edge`, and the edge's own table while nothing is. The front
 * door of the room.
 *
 *     live.ts ─▶ follow.ts     asks the object of the configuration, from request to request
 *             ─▶ document.ts   a version's entries as a route table
 *
 * A new table is a new set of rooms beside the old one (copy-on-write): a request is served to its end by the set that it began with, and
 * what was learned of an upstream that stays is taken over by the new set. A version that is wrong, or that this edge cannot take, changes
 * nothing: it is told of, and the one before goes on.
 * @module
 */
import type { RandomHex } from "../../proto/trace.ts";
import type { ConfigStubs } from "../config/config.ts";
import type { RouteTable } from "../route/route-table.ts";
import { type CheckTable, tableOf } from "./document.ts";
import { Follower, type Release, type WaitUntil } from "./follow.ts";
import type { LiveSettings } from "./settings.ts";

export { tableOf } from "./document.ts";
export { type LiveSettings, parseLiveSettings } from "./settings.ts";

/** The service whose configuration is the edge's own. */
export const EDGE_SERVICE = "edge";
/** Of an isolate's name: enough to tell those of one machine apart, and short enough to be read out. */
const ISOLATE_BYTES = 4;

export interface LiveDeps<T> {
  /** Of the objects; absent where this edge has none, and then its own table is all that there is. */
  readonly stubs: ConfigStubs | undefined;
  readonly settings: LiveSettings;
  /** The edge's own. */
  readonly table: RouteTable;
  readonly check: CheckTable;
  /** What serves by a table. @param before what it replaces */
  readonly build: (table: RouteTable, before: T | undefined) => T;
  readonly randomHex: RandomHex;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly warn: (message: string, cause: unknown) => void;
}

export interface Live<T> {
  /** What serves now. A request asks once, and stays with it. */
  current(): T;
  /** To be called with each request. @returns what it has to wait for, where nobody knows whether another table was published meanwhile */
  touch(waitUntil: WaitUntil): Promise<void> | undefined;
}

export function live<T>({ stubs, settings, table: own, check, build, ...deps }: LiveDeps<T>): Live<T> {
  let current = build(own, undefined);
  let table = own;
  let running = 0;
  if (stubs === undefined) return { current: () => current, touch: () => undefined };
  const address = `config/${EDGE_SERVICE}/${settings.idc}`;
  const node = `${settings.node}-${deps.randomHex(ISOLATE_BYTES)}`;
  const follower = new Follower({
    ...deps,
    object: () => stubs(address),
    node: { node, labels: settings.labels, address: "" },
    apply,
  });
  return { current: () => current, touch: (waitUntil) => follower.touch(waitUntil) };

  function apply(release: Release | undefined): number {
    const version = release?.version ?? 0;
    const read = tableOf(release?.content ?? [], check);
    if (read.flaws !== undefined) {
      const words = `version ${version} of the edge's configuration is not taken, and version ${running} goes on`;
      deps.warn(words, read.flaws.join("; "));
      return running;
    }
    running = version;
    const next = read.table ?? own;
    if (next === table) return running;
    current = build(next, current);
    table = next;
    return running;
  }
}
