/**
 * The rooms that depend on the route table, wired for one table. Another table gets a set of its own, which takes over what is known of
 * upstreams that stay; requests that are under way end in the set that they began in.
 * @module
 */

import type { AccessLog } from "./access-log/access-log.ts";
import type { AppDeps } from "./app.ts";
import type { Authenticator } from "./auth/auth.ts";
import { batch } from "./batch/batch.ts";
import type { Cache } from "./cache/cache.ts";
import type { Codec } from "./codec/codec.ts";
import { type Overload, overload } from "./overload/overload.ts";
import { type Handle, proxy } from "./proxy/proxy.ts";
import type { RateLimiter } from "./rate-limit/rate-limit.ts";
import { type FollowedNodes, registryNodes } from "./registry/registry.ts";
import type { Call } from "./route/call.ts";
import { findRoute } from "./route/route.ts";
import type { RouteTable } from "./route/route-table.ts";
import { type KnownUpstreams, type LateDeadlines, type Send, staticNodes, upstreams } from "./upstream/upstream.ts";

/** What stays whatever the table is. */
export interface LastingRooms {
  readonly cache: Cache;
  readonly codec: Codec;
  readonly authenticator: Pick<Authenticator, "verify">;
  readonly limiter: RateLimiter;
  readonly late: LateDeadlines;
  readonly log: AccessLog;
  /** Answers a call that a protocol of the edge takes; undefined where none does. */
  readonly byFace: (call: Call) => Promise<Response> | undefined;
  readonly zone: string | undefined;
}

export interface TableRooms {
  readonly table: RouteTable;
  /** A client's request, or an item of a batch. */
  readonly handle: Handle;
  /** Takes a batch apart. */
  readonly batch: (call: Call) => Promise<Response>;
  /** To an upstream of the table, under its limit. */
  readonly send: Send;
  readonly known: { readonly upstreams: KnownUpstreams; readonly overload: Overload; readonly nodes: FollowedNodes };
}

export function tableRooms(
  table: RouteTable,
  before: TableRooms | undefined,
  { cache, codec, authenticator, limiter, late, log, byFace, zone }: LastingRooms,
  deps: AppDeps,
): TableRooms {
  const { compressor, dictionaries, randomHex, now, warn } = deps;
  const nodes = nodesOf(table, deps, before?.known.nodes);
  const toNodes = upstreams(table.upstreams, { ...deps, zone, nodes }, before?.known.upstreams);
  const unlimited: Send = (upstream, request, policy) => {
    const behind = nodes.fresh(upstream);
    return behind === undefined
      ? toNodes.send(upstream, request, policy)
      : behind.then(() => toNodes.send(upstream, request, policy));
  };
  const limits = overload(table.upstreams, { now, random: deps.random, after }, before?.known.overload);
  const send = limits.limited(unlimited);
  const proxied = proxy({
    cache: before === undefined ? cache : cache.renewed(),
    findRoute: findRoute(table),
    authenticator,
    limiter,
    codec,
    send,
    late,
    enter: limits.enter,
    sendsAtOnce: (upstream) => toNodes.sendsAtOnce(upstream) && nodes.fresh(upstream) === undefined,
    sendAtOnce: toNodes.sendAtOnce,
    now,
    accessLog: log,
    warn,
  });
  const handle: Handle = (call) => byFace(call) ?? proxied(call);
  const takesBatch = (upstream: string) => table.upstreams.get(upstream)?.batch === true;
  const { admit } = limits;
  const merged = batch({
    handle,
    send: unlimited,
    admit,
    takesBatch,
    compressor,
    dictionaries,
    random: randomHex,
    now,
  });
  return { table, handle, batch: merged, send, known: { upstreams: toNodes, overload: limits, nodes } };
}

function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}

/** From the table, and from the registry where the table says so and this edge has one. */
function nodesOf(
  { upstreams: configs }: RouteTable,
  { registry: objects, waitUntil, ...deps }: AppDeps,
  before: FollowedNodes | undefined,
): FollowedNodes {
  const fixed = staticNodes(configs);
  if (objects === undefined || waitUntil === undefined) {
    return { nodes: fixed.nodes, fresh: () => undefined, followers: new Map() };
  }
  return registryNodes(configs, fixed, { ...deps, objects, waitUntil }, before);
}
