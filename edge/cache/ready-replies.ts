/**
 * Replies to hits, ready for the wire: format, coding and headers as they went to the last client that wanted the same. Without this
 * every hit would be transcoded, compressed and have its headers gone through again, which costs several times what finding it does.
 *
 * It is for the common hit alone: a GET without credentials, conditions, ranges or directives. Everything else takes the long way,
 * which is right for all; what is here was made by it. A ready reply is of one stored head, and is of no use as soon as that has been
 * replaced, freshened or purged.
 * @module
 */
import { LRUCache } from "lru-cache";
import type { Call } from "../route/call.ts";
import type { Route } from "../route/route-table.ts";
import type { Engine } from "./engine.ts";
import { cacheKey } from "./key.ts";
import { renderCacheStatus } from "./policy/cache-status.ts";
import type { HeaderReader } from "./policy/freshness.ts";
import type { StoredHead } from "./policy/head.ts";
import { upstreamCoding } from "./route-cache.ts";
import type { Bytes } from "./store.ts";

/** Together; a sixth of what memory-store.ts keeps. */
const READY_BYTES_MAX = 8_388_608;
/** Larger replies spend their time in being sent. */
const REPLY_BYTES_MAX = 65_536;
const OVERHEAD_BYTES = 1_024;

/** A request with one of these may have an answer of its own. */
const SPECIAL = [
  "cache-control",
  "authorization",
  "if-none-match",
  "if-modified-since",
  "if-match",
  "if-unmodified-since",
  "range",
  "content-length",
  "transfer-encoding",
] as const;
/** By these edge/codec chooses format and coding. */
const CHOOSING = ["accept", "accept-encoding", "available-dictionary"] as const;
/** Headers that reach the upstream as the client sent them, or as {@link upstreamCoding} says. */
const PLAIN_SELECTING: ReadonlySet<string> = new Set(["accept-encoding", "accept-language", "origin", "user-agent"]);

interface Ready {
  readonly head: StoredHead;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly bytes: Bytes;
  readonly bytesOutPlain: number | undefined;
}

export interface ReadyReplies {
  /** The reply, where a stored one is fresh and was sent in this form before. Notes in `call` what edge/cache and edge/codec would. */
  find(call: Call, route: Route): Response | undefined;
  /** Keeps what was made of a hit. The response is whole, and goes on to the client as it is. */
  keep(call: Call, route: Route, response: Response): Promise<void>;
}

export function readyReplies({ peek }: Pick<Engine, "peek">): ReadyReplies {
  const replies = new LRUCache<string, Ready>({
    maxSize: READY_BYTES_MAX,
    sizeCalculation: ({ bytes }, id) => bytes.length + id.length * 2 + OVERHEAD_BYTES,
  });

  return {
    find(call, route) {
      if (replies.size === 0 || !isCommon(call, route)) return undefined;
      const ready = replies.get(idOf(call, route));
      if (ready === undefined) return undefined;
      const hit = peekFor(call, route);
      if (hit?.entry.head !== ready.head) return undefined;
      const { status, statusText, bytes, bytesOutPlain } = ready;
      call.cache = { kind: "hit", ttlSeconds: hit.ttlSeconds };
      const { entry } = call;
      entry.bytesOut = bytes.length;
      if (bytesOutPlain !== undefined) entry.bytesOutPlain = bytesOutPlain;
      const headers = new Headers(ready.headers);
      headers.set("age", String(Math.floor(hit.ageSeconds)));
      headers.set("cache-status", renderCacheStatus(call.cache, headers.get("cache-status")));
      return new Response(bytes, { status, statusText, headers, encodeBody: "manual" });
    },

    async keep(call, route, response) {
      if (call.cache?.kind !== "hit" || call.cache.detail !== undefined || !isCommon(call, route)) return;
      const { status, statusText, body } = response;
      if (body === null || status !== 200 || (call.entry.bytesOut ?? Infinity) > REPLY_BYTES_MAX) return;
      const hit = peekFor(call, route);
      if (hit === undefined) return;
      const { head } = hit.entry;
      const bytes = new Uint8Array(await response.clone().arrayBuffer());
      const headers = new Headers(response.headers);
      const own = head.headers.find(([name]) => name === "cache-status");
      headers.delete("cache-status");
      if (own !== undefined) headers.set("cache-status", own[1]);
      replies.set(idOf(call, route), {
        head,
        status,
        statusText,
        headers,
        bytes,
        bytesOutPlain: call.entry.bytesOutPlain,
      });
    },
  };

  function peekFor(call: Call, route: Route) {
    const { client, target, request } = call;
    const reader: HeaderReader = {
      get: (name) => {
        const value = request.headers.get(name);
        return name === "accept-encoding" ? upstreamCoding(route, value) : value;
      },
    };
    const key = cacheKey(client, target, route.cache?.key, request.headers);
    const hit = peek(key, reader, (promise) => call.waitUntil(promise));
    return hit?.entry.head.vary.every((name) => PLAIN_SELECTING.has(name)) === true ? hit : undefined;
  }
}

function isCommon({ request, item, identity }: Call, route: Route): boolean {
  if (request.method !== "GET" || route.cache === undefined || route.rpc !== undefined) return false;
  if (item !== undefined || identity !== undefined || route.sensitive || route.messages.response?.sensitive)
    return false;
  // Headers that the edge may change, or sets, are no part of a key that is read before it does.
  if (route.cache.key?.headers !== undefined || route.cache.key?.cookies !== undefined) return false;
  const { headers } = request;
  return SPECIAL.every((name) => headers.get(name) === null);
}

function idOf({ target, client, request }: Call, route: Route): string {
  const { headers } = request;
  let id = `${client.proto}://${client.host}${target.path}${target.query}\n${route.name}`;
  for (const name of CHOOSING) id += `\n${headers.get(name) ?? ""}`;
  return id;
}
