/**
 * One line of the access log. Fields that do not apply are left out.
 * @module
 */

import { networkOf } from "../../proto/network.ts";
import { outcomeWord } from "../cache/cache.ts";
import type { AccessEntry, Call } from "../route/call.ts";

export interface AccessLine {
  /** When the request was there, RFC 3339. */
  readonly time: string;
  readonly traceId: string;
  /** The edge's own span of the request, or of the item. */
  readonly spanId: string;
  readonly batch?: string;
  /** The client's id of the item. */
  readonly item?: string;
  readonly route?: string;
  readonly upstream?: string;
  readonly address?: string;
  readonly attempts?: number;
  readonly hedge?: "won" | "lost";
  readonly method: string;
  /** Without the query, where secrets may stand. */
  readonly path: string;
  /** Absent where the client left before there was one. */
  readonly status?: number;
  /** The code of a fault that the edge itself answered, and what the client was not told about it. */
  readonly fault?: string;
  readonly reason?: string;
  readonly misfit?: string;
  /** What edge/cache did with it: see {@link outcomeWord}. */
  readonly cache?: string;
  readonly bytesIn?: number;
  readonly bytesInPlain?: number;
  readonly bytesOut?: number;
  readonly bytesOutPlain?: number;
  /** To the last byte of the body. */
  readonly totalMs?: number;
  readonly upstreamMs?: number;
  /** The wait until the upstream had room. */
  readonly queueMs?: number;
  /** What was answered in place of what was asked for: something old, what the route has ready, or a refusal. */
  readonly degraded?: "stale" | "fallback" | "shed";
  readonly client?: string;
  readonly uid?: string;
  readonly ended?: "truncated" | "aborted";
}

/**
 * What a line says of a call itself: not the call, which holds what the runtime has of a request, ten times as much memory. All its fields are
 * there from the beginning, because an object that grows is made anew each time.
 */
export class LoggedCall {
  readonly method: string;
  readonly target: Call["target"];
  readonly client: Call["client"];
  readonly trace: Call["trace"];
  readonly entry: AccessEntry;
  readonly batchId: string | undefined;
  readonly itemId: string | undefined;
  route: Call["route"];
  identity: Call["identity"];
  cache: Call["cache"];
  /** Undefined, as the status is, where nobody knows when it ended, nor how. */
  endedAtMs: number | undefined;
  status: number | undefined;

  constructor({ request, target, client, trace, entry, item }: Call) {
    this.method = request.method;
    this.target = target;
    this.client = client;
    this.trace = trace;
    this.entry = entry;
    this.batchId = item?.batchId;
    this.itemId = item?.id;
  }

  /** What was found out since it began. */
  learn({ route, identity, cache }: Pick<Call, "route" | "identity" | "cache">): void {
    this.route = route;
    this.identity = identity;
    this.cache = cache;
  }
}

const PATH_LENGTH_MAX = 1024; // A path may have 64 KiB; the log is no place for it.

export function lineOf(call: LoggedCall): AccessLine {
  const { method, entry, route, batchId, itemId, trace, target, client, identity, cache, endedAtMs, status } = call;
  return {
    time: new Date(entry.startedAtMs).toISOString(),
    traceId: trace.traceId,
    spanId: trace.spanId,
    batch: batchId,
    item: itemId,
    route: route?.name,
    upstream: entry.upstream,
    address: entry.address,
    attempts: entry.attempts,
    hedge: entry.hedge,
    method,
    path: target.path.length > PATH_LENGTH_MAX ? `${target.path.slice(0, PATH_LENGTH_MAX)}…` : target.path,
    status,
    fault: entry.fault,
    reason: entry.reason,
    misfit: entry.misfit,
    cache: cache === undefined ? undefined : outcomeWord(cache),
    bytesIn: entry.bytesIn,
    bytesInPlain: entry.bytesInPlain,
    bytesOut: entry.bytesOut,
    bytesOutPlain: entry.bytesOutPlain,
    totalMs: endedAtMs === undefined ? undefined : endedAtMs - entry.startedAtMs,
    upstreamMs: entry.upstreamMs,
    queueMs: entry.queuedMs,
    degraded: isStandIn(cache) ? "stale" : entry.degraded,
    client: client.ip === undefined ? undefined : networkOf(client.ip),
    uid: identity?.uid.toString(),
    ended: entry.ended,
    // JSON leaves out what is undefined; a type with exact optional properties does not see that.
  } as AccessLine;
}

/** Whether what is stored stood in for an upstream that failed. Under stale-while-revalidate nothing did. */
function isStandIn(cache: LoggedCall["cache"]): boolean {
  return cache?.kind === "forward" && cache.detail?.startsWith("stale-if-") === true;
}
