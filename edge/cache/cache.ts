/**
 * The dynamic CDN: a shared cache of our own between a route and its upstream. The front door of the room.
 *
 *     cache.ts ─▶ ready-replies.ts   hits in the form in which they were sent before
 *              ─▶ quiet-routes.ts    routes of which nothing is to be stored
 *              ─▶ route-cache.ts     a call as a request to the cache, and what the cache asks as a request to the upstream
 *                   └▶ engine.ts     RFC 9111, RFC 5861, RFC 9213 over policy/: serve, validate, fetch
 *                        ├▶ methods.ts    HEAD, and what methods with effects do to what is stored
 *                        ├▶ flights.ts, flight.ts, live-body.ts   one question to the upstream for all who ask it
 *                        └▶ tiers.ts ─▶ memory-store.ts; durable-store.ts or cache-api-store.ts
 *              ─▶ purge-endpoint.ts, purge-feed.ts    purges, here and from other isolates
 * @module
 */
import type { PurgesSince } from "../../durable/cache/cache.ts";
import type { Call, IncomingRequest, PreparedRequest, Reply } from "../route/call.ts";
import type { Route } from "../route/route-table.ts";
import { cacheApiStore, type PlatformCache } from "./cache-api-store.ts";
import { durableStore, purgeOf, SHARDS, type Shard } from "./durable-store.ts";
import { type Engine, engine } from "./engine.ts";
import { memoryStore } from "./memory-store.ts";
import { silentOutcome } from "./policy/cache-status.ts";
import { purgeEndpoint } from "./purge-endpoint.ts";
import { type PurgeFeed, purgeFeed } from "./purge-feed.ts";
import { QuietRoutes } from "./quiet-routes.ts";
import { readyReplies } from "./ready-replies.ts";
import { cachedRoute, normaliseCoding, type SendPrepared } from "./route-cache.ts";
import type { CacheStore } from "./store.ts";
import { tiers } from "./tiers.ts";

export type { PlatformCache } from "./cache-api-store.ts";
export { keyedQuery } from "./key.ts";
export { type CacheOutcome, cacheStatus, outcomeWord } from "./policy/cache-status.ts";
export { TELLING } from "./policy/storable.ts";
export { PURGE_PATH } from "./purge-endpoint.ts";
export type { RouteCachePolicy } from "./route-cache.ts";

/** A shard of the shared store as it is called over RPC. */
export type CacheShardStub = Shard & { purgesSince(seq: number | undefined): Promise<PurgesSince> };

export interface CacheDeps {
  /** The shards of the shared store, by number; absent where this edge has none. */
  readonly shard: ((index: number) => CacheShardStub) | undefined;
  /** The platform's Cache API, which keeps what is shared where there are no shards; absent where it is not to be used. */
  readonly platformCache?: PlatformCache | undefined;
  /** Whether any route puts something into the shared store, or ever did. */
  readonly sharesAny: () => boolean;
  readonly now: () => number;
  readonly random: () => number;
  /** Another id each time. */
  readonly newId: () => string;
  readonly warn: (message: string, cause: unknown) => void;
}

export interface Cache {
  /**
   * A hit that was sent in the same form before, ready for the wire. To be asked before anything else, and once more when the call has
   * passed the checks of its route. Notes route and sizes in the call.
   */
  ready(call: Call, passed?: Route): Response | undefined;
  /**
   * The reply, from the store or the upstream. Notes in `call.cache` what was done.
   * @throws Fault deadline_exceeded (504) where only-if-cached forbids to ask, and whatever `send` throws
   */
  fetch(call: Call, route: Route, outgoing: PreparedRequest, send: SendPrepared): Reply | Promise<Reply>;
  /** Whether a plain GET of the route need not be looked up, because nothing of the route was ever to be stored. */
  passes(call: Call, route: Route): boolean;
  /** Asks the upstream for the codings that {@link fetch} would ask for. */
  chooseCoding(route: Route, outgoing: PreparedRequest): void;
  /** Notes in the call, as {@link fetch} does, that it was passed by, and that the reply has none of {@link TELLING}. */
  passed(call: Call, route: Route, status: number): void;
  /** Keeps a whole reply, as it goes to the client, for {@link ready}, where it was made of a hit. */
  keep(call: Call, route: Route, response: Response): Promise<void>;
  /** `POST` of {@link PURGE_PATH}, from an operator. @throws Fault */
  purge(request: IncomingRequest): Promise<Response>;
  /** The same store for another route table: without the replies that are ready, which were made by the routes of this one. */
  renewed(): Cache;
}

export function cache(deps: CacheDeps): Cache {
  return cacheOf(engineOf(deps));
}

function cacheOf(made: Engine): Cache {
  const replies = readyReplies(made);
  const quiet = new QuietRoutes();
  return {
    ready: (call, passed) => replies.find(call, passed),
    fetch: (call, route, outgoing, send) => cachedRoute(made, quiet, call, route, outgoing, send),
    passes: (call, route) => route.cache === undefined || quiet.isQuiet(route, call.entry.startedAtMs),
    chooseCoding(route, outgoing) {
      if (route.cache !== undefined) normaliseCoding(route, outgoing);
    },
    passed(call, { cache: policy }, status) {
      if (policy !== undefined) call.cache = silentOutcome(status);
    },
    keep: (call, route, response) => replies.keep(call, route, response),
    purge: (request) => purgeEndpoint(request, made.purge),
    renewed: () => cacheOf(made),
  };
}

/** In the isolate's memory; where there are shards, in them too, and then purges of other isolates are heard of. */
function engineOf({ shard: shardOf, platformCache, sharesAny, now, random, newId, warn }: CacheDeps): Engine {
  const far = shardOf === undefined ? platformStore() : durableStore(shardOf);
  const store = tiers({ near: memoryStore(), far, sharesAny, warn });
  const made = engine({ store, now, warn, feed: shardOf && feedOf(shardOf) });
  return made;

  function platformStore(): CacheStore | undefined {
    if (platformCache === undefined) return undefined;
    const store = cacheApiStore({ cache: platformCache, now, version: newId });
    // There may be a Cache API without a cache behind it, and it is not asked in vain.
    return { ...store, purge: (purge, nowMs) => (sharesAny() ? store.purge(purge, nowMs) : 0) };
  }

  function feedOf(shards: (index: number) => CacheShardStub): PurgeFeed {
    // Every shard has the whole log. An isolate stays with one, whose numbers it counts by; isolates spread over all.
    let index: number | undefined;
    return purgeFeed({
      purgesSince: (seq) => {
        index ??= Math.floor(random() * SHARDS);
        return shards(index).purgesSince(seq);
      },
      apply: (purge) => made.purgeHere(purge === undefined ? { target: { kind: "all" }, soft: false } : purgeOf(purge)),
      now,
      warn,
    });
  }
}
