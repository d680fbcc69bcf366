/**
 * Replies to hits, ready for the wire: format, coding and headers as they went to the last client that wanted the same. Without this
 * every hit would be routed, transcoded, compressed and have its headers gone through again, which costs several times what finding it
 * does.
 *
 * It is for the common hit alone: a GET without credentials, conditions, ranges or directives. Everything else takes the long way,
 * which is right for all; what is here was made by it. A ready reply is of one stored head, and is of no use as soon as that has been
 * replaced, freshened or purged: it is looked up again whenever the store has changed, and whenever its `Age` does.
 * @module
 */
import { LRUCache } from "lru-cache";
import type { Call, ReadableHeaders } from "../route/call.ts";
import type { Route } from "../route/route-table.ts";
import type { Engine, Fresh } from "./engine.ts";
import { cacheKey } from "./key.ts";
import { type CacheOutcome, renderCacheStatus } from "./policy/cache-status.ts";
import type { HeaderReader } from "./policy/freshness.ts";
import type { StoredHead } from "./policy/head.ts";
import { upstreamCoding } from "./route-cache.ts";
import type { Bytes } from "./store.ts";

/** Together; a sixth of what memory-store.ts keeps. */
const READY_BYTES_MAX = 8_388_608;
/** Larger replies spend their time in being sent. */
const REPLY_BYTES_MAX = 65_536;
const OVERHEAD_BYTES = 1_024;
/** Of one URL: clients ask in a few ways, and who asks in ever new ones takes the long way. */
const FORMS_MAX = 16;

/** A request with one of these may have an answer of its own. */
const SPECIAL: ReadonlySet<string> = new Set([
  "authorization",
  "cache-control",
  "content-length",
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-unmodified-since",
  "range",
  "transfer-encoding",
  "upgrade",
]);
/** Headers that reach the upstream as the client sent them, or as {@link upstreamCoding} says. */
const PLAIN_SELECTING: ReadonlySet<string> = new Set(["accept-encoding", "accept-language", "origin", "user-agent"]);

/** The headers by which edge/codec chooses format and coding, one after another. */
type Wish = string;

interface Ready {
  readonly wish: Wish;
  readonly route: Route;
  readonly head: StoredHead;
  /** Without what changes from second to second. */
  readonly headers: Headers;
  readonly bytes: Bytes;
  readonly bytesOutPlain: number | undefined;
  moment: Moment | undefined;
}

/** What a ready reply is while the store stays as it is and no second has passed. */
interface Moment {
  readonly fromMs: number;
  readonly untilMs: number;
  /** Of the store, see {@link Engine.mark}. */
  readonly mark: number;
  readonly outcome: CacheOutcome;
  readonly init: ResponseInit;
}

export interface ReadyReplies {
  /**
   * The reply, where a stored one is fresh and was sent in this form before. Notes in `call` what the router, edge/cache and edge/codec
   * would.
   * @param passed the route whose checks the call has passed; before that only routes without checks are found
   */
  find(call: Call, passed?: Route): Response | undefined;
  /** Keeps what was made of a hit. The response is whole, and goes on to the client as it is. */
  keep(call: Call, route: Route, response: Response): Promise<void>;
}

export function readyReplies({ peek, mark }: Pick<Engine, "peek" | "mark">): ReadyReplies {
  const replies = new LRUCache<string, readonly Ready[]>({
    maxSize: READY_BYTES_MAX,
    sizeCalculation: (forms, url) =>
      forms.reduce((sum, { bytes, wish }) => sum + bytes.length + wish.length * 2 + OVERHEAD_BYTES, url.length * 2),
  });

  return {
    find(call, passed) {
      const { request, entry } = call;
      if (replies.size === 0 || request.method !== "GET" || call.item !== undefined) return undefined;
      const forms = replies.get(urlOf(call));
      if (forms === undefined) return undefined;
      const wish = commonWish(request.headers);
      const ready = wish === undefined ? undefined : forms.find((form) => form.wish === wish);
      if (ready === undefined || (passed === undefined ? hasChecks(ready.route) : passed !== ready.route))
        return undefined;
      const moment = momentOf(ready, call);
      if (moment === undefined) return undefined;
      call.route = ready.route;
      entry.route = ready.route;
      call.cache = moment.outcome;
      entry.bytesOut = ready.bytes.length;
      if (ready.bytesOutPlain !== undefined) entry.bytesOutPlain = ready.bytesOutPlain;
      return new Response(ready.bytes, moment.init);
    },

    async keep(call, route, response) {
      if (call.cache?.kind !== "hit" || call.cache.detail !== undefined || !isCommon(call, route)) return;
      if (response.body === null || response.status !== 200 || (call.entry.bytesOut ?? Infinity) > REPLY_BYTES_MAX)
        return;
      const wish = commonWish(call.request.headers);
      const hit = wish === undefined ? undefined : peekFor(call, route);
      if (wish === undefined || hit === undefined) return;
      const bytes = new Uint8Array(await response.clone().arrayBuffer());
      const { head } = hit.entry;
      const { bytesOutPlain } = call.entry;
      const headers = withoutOwnStatus(response.headers, head);
      const url = urlOf(call);
      const others = (replies.peek(url) ?? []).filter((form) => form.wish !== wish && form.head === head);
      const ready: Ready = { wish, route, head, headers, bytes, bytesOutPlain, moment: undefined };
      replies.set(url, [ready, ...others].slice(0, FORMS_MAX));
    },
  };

  function momentOf(ready: Ready, call: Call): Moment | undefined {
    const now = mark((promise) => call.waitUntil(promise));
    if (now === undefined) return undefined;
    const { moment } = ready;
    const nowMs = call.entry.startedAtMs;
    if (moment?.mark === now && moment.fromMs <= nowMs && nowMs < moment.untilMs) return moment;
    const hit = peekFor(call, ready.route);
    if (hit?.entry.head !== ready.head) return undefined;
    const made = madeMoment(ready, hit, nowMs, now);
    // What other headers select has to be compared each time.
    if (ready.head.vary.every((name) => name === "accept-encoding")) ready.moment = made;
    return made;
  }

  function peekFor(call: Call, route: Route): Fresh | undefined {
    const { client, target, request } = call;
    const reader: HeaderReader = {
      get: (name) => {
        const value = request.headers.get(name);
        return name === "accept-encoding" ? upstreamCoding(route, value) : value;
      },
    };
    const key = cacheKey(client, target, route.cache?.key, request.headers);
    const hit = peek(key, reader, route.cache ?? {}, (promise) => call.waitUntil(promise));
    return hit?.entry.head.vary.every((name) => PLAIN_SELECTING.has(name)) === true ? hit : undefined;
  }
}

function madeMoment(ready: Ready, { ageSeconds, ttlSeconds }: Fresh, nowMs: number, mark: number): Moment {
  const outcome: CacheOutcome = { kind: "hit", ttlSeconds };
  const headers = new Headers(ready.headers);
  headers.set("age", String(Math.floor(ageSeconds)));
  headers.set("cache-status", renderCacheStatus(outcome, headers.get("cache-status")));
  const leftSeconds = Math.min(1 - (ageSeconds % 1), ttlSeconds % 1);
  // The coding of bytes that have none need not be told, and each member costs.
  const init: ResponseInit = headers.has("content-encoding") ? { headers, encodeBody: "manual" } : { headers };
  return { fromMs: nowMs, untilMs: nowMs + leftSeconds * 1_000, mark, outcome, init };
}

/** The headers as they went out, with the `Cache-Status` of caches before this one alone. */
function withoutOwnStatus(sent: Headers, head: StoredHead): Headers {
  const headers = new Headers(sent);
  const before = head.headers.find(([name]) => name === "cache-status");
  if (before === undefined) headers.delete("cache-status");
  else headers.set("cache-status", before[1]);
  return headers;
}

function isCommon({ request, item, identity }: Call, route: Route): boolean {
  if (request.method !== "GET" || route.cache === undefined || route.rpc !== undefined) return false;
  if (item !== undefined || identity !== undefined || route.sensitive || route.messages.response?.sensitive)
    return false;
  // Headers that the edge may change, or sets, are no part of a key that is read before it does.
  return route.cache.key?.headers === undefined && route.cache.key?.cookies === undefined;
}

/** Whether a call may be refused by its route before the cache is asked. */
function hasChecks({ auth, rateLimit }: Route): boolean {
  return auth === "required" || rateLimit !== undefined;
}

/** Undefined where the request may have an answer of its own. One pass, because each header that is asked for by name costs as much. */
function commonWish(headers: ReadableHeaders): Wish | undefined {
  let [accept, coding, dictionary] = ["", "", ""];
  let special = false;
  headers.forEach((value, name) => {
    if (name === "accept") accept = value;
    else if (name === "accept-encoding") coding = value;
    else if (name === "available-dictionary") dictionary = value;
    else if (SPECIAL.has(name)) special = true;
  });
  return special ? undefined : `${accept}\n${coding}\n${dictionary}`;
}

function urlOf({ target, client }: Call): string {
  return `${client.proto}://${client.host}${target.path}${target.query}`;
}
