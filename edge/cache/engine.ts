/**
 * What becomes of a request: a shared cache by RFC 9111, RFC 5861 and RFC 9213 over a store.
 *
 *     request ─▶ find ─▶ fresh?            ─▶ reply from the store
 *                        stale, may be used ─▶ reply from the store; refreshed behind it, once at a time
 *                        stale or none      ─▶ one request asks the upstream, the others of the same key wait for its headers
 *                                              and then read the body along with it
 *
 * What is learned of a key while it is not stored is remembered for a short time ({@link Traits}): that its replies are nobody
 * else's, so that nobody waits for another in vain; and by which headers they vary, so that only those wait together that will get the
 * same.
 * @module
 */
import { LRUCache } from "lru-cache";
import { Fault, toFault } from "../../proto/fault.ts";
import type { Reply } from "../route/call.ts";
import {
  type Asked,
  type FetchDeps,
  type Fetched,
  type Flight,
  fetchAndStore,
  followed,
  LiveBudget,
} from "./flight.ts";
import { type CacheKey, changesMeaning } from "./key.ts";
import type { CacheOutcome, ForwardReason } from "./policy/cache-status.ts";
import { CLIENT_CONDITIONS, isUnchangedBy, validators } from "./policy/conditional.ts";
import { parseDirectives, type RequestDirectives, requestDirectives } from "./policy/directives.ts";
import type { HeaderReader } from "./policy/freshness.ts";
import { invalidatedUrls, isSafe } from "./policy/invalidation.ts";
import { type Assessment, assess } from "./policy/reuse.ts";
import { type CachePolicy, saysNothing, storability } from "./policy/storable.ts";
import { matches, selectingValues } from "./policy/vary.ts";
import type { PurgeFeed } from "./purge-feed.ts";
import { PurgeLog } from "./purge-log.ts";
import { replyFrom } from "./reply.ts";
import type { Purge, StoredEntry } from "./store.ts";
import type { Tiers } from "./tiers.ts";

/**
 * How long replies of a key are taken to be nobody else's, counted from the last one that was. Short, because in that time a crowd costs
 * the upstream a request each; renewed, because those who wait together for a long poll would each wait for two.
 */
const PRIVATE_MS = 10_000;
/** A refresh that failed is tried again after so long at the earliest, while stale replies go on being served. */
const REFRESH_RETRY_MS = 1_000;
/** Keys about which something is remembered without anything being stored. */
const TRAITS_MAX = 10_000;
/** A follower waits for a leader, once more for the next one where that failed, and then goes by itself. */
const ROUNDS_MAX = 2;

/** A request on its way to the upstream. */
export interface CacheRequest {
  readonly key: CacheKey;
  readonly method: string;
  /** As the upstream will see them. */
  readonly headers: HeaderReader;
  /** A body is not part of the key: a request that has one is never answered from the store. */
  readonly hasBody: boolean;
  readonly authorized: boolean;
  /** Whether the reply carries a secret. */
  readonly sensitive: boolean;
  readonly policy: CachePolicy;
  /** From the request to the reply's headers. A request that has not got any after that is given up by those who wait for it. */
  readonly timeoutMs: number;
  readonly waitUntil: (promise: Promise<unknown>) => void;
  readonly forward: Forward;
  /** Told once, before the reply is there, what was done; not told where `handle` throws. */
  readonly note: (outcome: CacheOutcome) => void;
}

export interface ForwardChange {
  readonly set: readonly (readonly [string, string])[];
  readonly remove: readonly string[];
  /** Nobody waits for it: it outlives the request that began it. */
  readonly background: boolean;
}

/** Sends the request to the upstream. @throws Fault where no reply came */
export type Forward = (change: ForwardChange) => Promise<Reply>;

export interface EngineDeps {
  readonly store: Tiers;
  /** @see PurgeFeed; absent where purges come from this isolate alone */
  readonly feed?: PurgeFeed | undefined;
  readonly now: () => number;
  /** Told of failures that clients do not see. */
  readonly warn: (message: string, cause: unknown) => void;
}

export interface Fresh {
  readonly entry: StoredEntry;
  readonly ageSeconds: number;
  readonly ttlSeconds: number;
}

export interface Engine {
  /** The reply, from the store or the upstream's very own. @throws whatever `forward` throws */
  handle(request: CacheRequest): Reply | Promise<Reply>;
  /** What `handle` would answer a plain GET with, where that is fresh and at hand; it changes nothing. */
  peek(key: CacheKey, headers: HeaderReader, waitUntil: CacheRequest["waitUntil"]): Fresh | undefined;
  /**
   * A number that changes whenever `peek` might answer otherwise for another reason than that time has passed; undefined while purges of
   * other isolates have to be waited for.
   */
  mark(waitUntil: CacheRequest["waitUntil"]): number | undefined;
  /** Forgets, or makes stale, what is stored and what is about to be. @returns how many stored responses it changed */
  purge(purge: Purge): Promise<number>;
  /** The same for this isolate alone, where another one has purged what is shared. */
  purgeHere(purge: Purge): Promise<void>;
}

/** What is known of a key whose replies are not in the store, or not yet. */
interface Traits {
  /** Until then its replies are taken to be nobody else's. */
  readonly privateUntilMs: number;
  readonly vary: readonly string[];
  readonly refreshFromMs: number;
}

const NO_TRAITS: Traits = { privateUntilMs: 0, vary: [], refreshFromMs: 0 };
const UNCHANGED: ForwardChange = { set: [], remove: [], background: false };
const NO_DIRECTIVES = requestDirectives(parseDirectives(null));

export function engine(deps: EngineDeps): Engine {
  const { store, now, warn, feed } = deps;
  const flights = new Map<string, Flight>();
  const traits = new LRUCache<string, Traits>({ max: TRAITS_MAX });
  const purges = new PurgeLog();
  const fetchDeps: FetchDeps = { store, now, budget: new LiveBudget(), purges };

  return {
    handle(request) {
      if (request.method !== "GET" && request.method !== "HEAD") return passOn(request);
      if (request.hasBody || request.sensitive || request.headers.get("if-match") !== null) return bypass(request);
      const heard = feed?.(request.waitUntil);
      if (heard !== undefined) return heard.then(() => lookUp(request));
      return lookUp(request);
    },

    peek(key, headers, waitUntil) {
      if (feed?.(waitUntil) !== undefined) return undefined;
      const entry = store.find(key, headers);
      if (entry === undefined || entry instanceof Promise) return undefined;
      const { use, ageSeconds, ttlSeconds } = assess(entry.head, NO_DIRECTIVES, now());
      return use === "fresh" ? { entry, ageSeconds, ttlSeconds } : undefined;
    },

    mark: (waitUntil) => (feed?.(waitUntil) === undefined ? store.changes() : undefined),

    async purge(purge) {
      purges.add(purge.target);
      return await store.purge(purge, now());
    },

    async purgeHere(purge) {
      purges.add(purge.target);
      await store.purgeNear(purge, now());
    },
  };

  function lookUp(request: CacheRequest): Reply | Promise<Reply> {
    const found = find(request);
    return found instanceof Promise ? found.then((entry) => answer(request, entry)) : answer(request, found);
  }

  function find(request: CacheRequest): StoredEntry | undefined | Promise<StoredEntry | undefined> {
    const found = store.find(request.key, request.headers);
    if (!(found instanceof Promise)) return usable(request, found);
    return found.then(
      (entry) => usable(request, entry),
      (cause) => {
        warn("the store could not be asked", cause);
        return undefined;
      },
    );
  }

  function answer(request: CacheRequest, entry: StoredEntry | undefined): Reply | Promise<Reply> {
    const header = request.headers.get("cache-control");
    const directives = header === null ? NO_DIRECTIVES : requestDirectives(parseDirectives(header));
    if (directives.noStore) return alone(request, directives, undefined, "request");
    if (entry === undefined) return miss(request, directives);
    const nowMs = now();
    const assessment = assess(entry.head, directives, nowMs);
    switch (assessment.use) {
      case "fresh":
        return hit(request, entry, assessment, undefined);
      case "stale-allowed":
        return hit(request, entry, assessment, "max-stale");
      case "while-revalidate":
        refresh(request, directives, entry, assessment);
        return hit(request, entry, assessment, "stale-while-revalidate");
      case "validate": {
        if (directives.onlyIfCached) throw notStored();
        if (request.method === "HEAD") return head(request, directives, entry, "stale");
        const demanded = assessment.ttlSeconds > 0 && !entry.head.noCache;
        if (demanded) return alone(request, directives, entry, "request");
        return together(request, directives, entry, assessment, "stale");
      }
    }
  }

  function miss(request: CacheRequest, directives: RequestDirectives): Reply | Promise<Reply> {
    if (directives.onlyIfCached) throw notStored();
    if (changesMeaning(request.headers)) return bypass(request);
    if (request.method === "HEAD") return head(request, directives, undefined, "uri-miss");
    // A part is the client's own: the whole may be far more than anyone wants.
    if (request.headers.get("range") !== null) return alone(request, directives, undefined, "partial");
    if (directives.noCache || directives.maxAgeSeconds === 0) return alone(request, directives, undefined, "request");
    const known = traits.get(traitKey(request));
    if (known !== undefined && known.privateUntilMs > now()) return ownOnce(request, directives, known);
    return together(request, directives, undefined, undefined, "uri-miss");
  }

  /**
   * Of a key whose replies were nobody else's a moment ago. One that says nothing of caching this time either goes on as it is: to find
   * out all that the standard asks for takes a quarter of the time of a request.
   */
  async function ownOnce(request: CacheRequest, directives: RequestDirectives, known: Traits): Promise<Reply> {
    const flight = newFlight(request);
    const requestedAtMs = now();
    const response = await request.forward(UNCHANGED);
    const { status } = response;
    if (request.authorized || !saysNothing(response.headers, request.policy)) {
      const sent = { ...request, forward: () => Promise.resolve(response) };
      return alone(sent, directives, undefined, "uri-miss", { flight, requestedAtMs });
    }
    const nowMs = now();
    const isWhole = status !== 206 && status !== 304 && status < 500;
    if (isWhole && known.privateUntilMs - nowMs < PRIVATE_MS / 2) {
      traits.set(traitKey(request), { ...known, privateUntilMs: nowMs + PRIVATE_MS });
    }
    request.note({ kind: "forward", reason: "uri-miss", status, detail: "no-freshness" });
    return response;
  }

  function hit(
    request: CacheRequest,
    entry: StoredEntry,
    { ageSeconds, ttlSeconds }: Pick<Assessment, "ageSeconds" | "ttlSeconds">,
    detail: string | undefined,
  ): Reply {
    request.note({ kind: "hit", ttlSeconds, ...(detail === undefined ? {} : { detail }) });
    return replyFrom(entry, request, ageSeconds, now());
  }

  /** Leads, or follows whoever asks the upstream for the same already. */
  async function together(
    request: CacheRequest,
    directives: RequestDirectives,
    entry: StoredEntry | undefined,
    assessment: Assessment | undefined,
    reason: ForwardReason,
  ): Promise<Reply> {
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const known = traits.get(traitKey(request)) ?? NO_TRAITS;
      if (known.privateUntilMs > now()) break;
      const key = flightKey(request, known.vary);
      const flight = running(key);
      if (flight === undefined) {
        const started = start(key, request, directives, entry, assessment, false);
        return replyOf(await started.fetched, request, directives, reason, false);
      }
      const fetched = await followed(flight, now);
      if (fetched === undefined) {
        if (flights.get(key) === flight) flights.delete(key);
        continue;
      }
      if (fetched.kind === "entry" && mayShare(request, directives, fetched)) {
        return replyOf(fetched, request, directives, reason, true);
      }
      // Who was merely let down by a leader that left goes by itself.
      if (fetched.kind === "failed" && round > 0 && toFault(fetched.fault).code !== "canceled") throw fetched.fault;
    }
    return alone(request, directives, entry, reason);
  }

  /** For this client only; what comes back is stored all the same where it may be. */
  async function alone(
    request: CacheRequest,
    directives: RequestDirectives,
    entry: StoredEntry | undefined,
    reason: ForwardReason,
    { flight, requestedAtMs } = { flight: newFlight(request), requestedAtMs: now() },
  ): Promise<Reply> {
    const asked: Asked = {
      request,
      directives,
      entry,
      assessment: undefined,
      // Without anything stored the client's conditions are as good as any, and spare the body.
      change: entry === undefined ? UNCHANGED : conditions(entry, false),
      askFar: false,
    };
    const fetched = await fetchAndStore(fetchDeps, flight, asked, requestedAtMs);
    // A part, or word that nothing changed, says nothing of the whole.
    const isWhole = fetched.kind !== "private" || (fetched.response.status !== 206 && fetched.response.status !== 304);
    if (isWhole && !directives.noStore) remember(request, fetched);
    return replyOf(fetched, request, directives, reason, false);
  }

  /** Refreshes a stale response behind the back of those who get it. */
  function refresh(
    request: CacheRequest,
    directives: RequestDirectives,
    entry: StoredEntry,
    assessment: Assessment,
  ): void {
    if (request.method !== "GET" || changesMeaning(request.headers)) return;
    const known = traits.get(traitKey(request)) ?? NO_TRAITS;
    const key = flightKey(request, entry.head.vary);
    if (running(key) !== undefined || known.refreshFromMs > now()) return;
    const flight = start(key, request, directives, entry, assessment, true);
    request.waitUntil(
      flight.fetched.then((fetched) => {
        if (fetched.kind === "entry") fetched.settle();
        if (fetched.kind === "entry" && fetched.detail === undefined) return;
        traits.set(traitKey(request), { ...known, refreshFromMs: now() + REFRESH_RETRY_MS });
        if (fetched.kind === "private") return fetched.response.body?.cancel();
      }),
    );
  }

  function start(
    key: string,
    request: CacheRequest,
    directives: RequestDirectives,
    entry: StoredEntry | undefined,
    assessment: Assessment | undefined,
    background: boolean,
  ): Flight {
    const flight = newFlight(request);
    flights.set(key, flight);
    flight.fetched = fetchAndStore(fetchDeps, flight, {
      request,
      directives,
      entry,
      assessment,
      change: conditions(entry, background),
      askFar: entry === undefined,
    }).then((fetched) => {
      remember(request, fetched);
      if (fetched.kind !== "entry" || fetched.stored === undefined) land(key, flight);
      else request.waitUntil(fetched.stored.then(() => land(key, flight)));
      return fetched;
    });
    // The client may go: those who wait, and the store, still want it.
    request.waitUntil(flight.fetched);
    return flight;
  }

  function land(key: string, flight: Flight): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  function running(key: string): Flight | undefined {
    const flight = flights.get(key);
    if (flight === undefined) return undefined;
    const alive = flight.body === undefined ? now() < flight.deadAtMs : flight.body.joinable;
    if (alive && !purges.hit(flight.mark, flight.url, flight.head)) return flight;
    flights.delete(key);
    return undefined;
  }

  function remember(request: CacheRequest, fetched: Fetched): void {
    if (fetched.kind === "failed") return;
    if (fetched.kind === "entry") {
      const { vary, noCache, lifetimeSeconds } = fetched.entry.head;
      const privateUntilMs = noCache || lifetimeSeconds === 0 ? now() + PRIVATE_MS : 0;
      if (privateUntilMs === 0 && vary.length === 0) traits.delete(traitKey(request));
      else traits.set(traitKey(request), { privateUntilMs, vary, refreshFromMs: 0 });
    } else if (!fetched.serverError) {
      const known = traits.get(traitKey(request)) ?? NO_TRAITS;
      traits.set(traitKey(request), { ...known, privateUntilMs: now() + PRIVATE_MS });
    }
  }

  function replyOf(
    fetched: Fetched,
    request: CacheRequest,
    directives: RequestDirectives,
    reason: ForwardReason,
    collapsed: boolean,
  ): Reply {
    switch (fetched.kind) {
      case "failed":
        throw fetched.fault;
      case "private": {
        const { response, detail } = fetched;
        request.note({ kind: "forward", reason, status: response.status, detail });
        return response;
      }
      case "entry": {
        const { entry, detail, status, stored } = fetched;
        const { ageSeconds, ttlSeconds } = assess(entry.head, directives, now());
        if (fetched.far === true) return hit(request, entry, { ageSeconds, ttlSeconds }, "shared");
        request.note({
          kind: "forward",
          reason,
          ...(status === undefined ? {} : { status }),
          ttlSeconds,
          stored: stored !== undefined && !collapsed,
          collapsed,
          ...(detail === undefined ? {} : { detail }),
        });
        const reply = replyFrom(fetched.open(), request, ageSeconds, now());
        if (collapsed) return reply;
        fetched.settle();
        for (const [name, value] of fetched.own ?? []) reply.headers.append(name, value);
        return reply;
      }
    }
  }

  /** HEAD of what is not fresh: asked as HEAD, and told to the stored GET (RFC 9111 §4.3.5). */
  async function head(
    request: CacheRequest,
    directives: RequestDirectives,
    entry: StoredEntry | undefined,
    reason: ForwardReason,
  ): Promise<Reply> {
    const requestedAtMs = now();
    const response = await request.forward(UNCHANGED);
    request.note({ kind: "forward", reason, status: response.status });
    if (entry === undefined || response.status !== 200) return response;
    if (!isUnchangedBy(entry.head, entry.bodyBytes, response.headers)) {
      await forget(request.key.url);
      return response;
    }
    const { headers, policy } = request;
    const asked = { headers, directives, authorized: request.authorized, url: request.key.url };
    const merged = mergedResponse(entry, response);
    const verdict = storability(asked, merged, policy, { requestedAtMs, respondedAtMs: now() });
    if (verdict.kind === "store") {
      await store.freshen(request.key, entry.head, verdict.head, policy.shared === true);
    }
    return new Response(null, merged);
  }

  async function passOn(request: CacheRequest): Promise<Reply> {
    const requestedAtMs = now();
    const response = await request.forward(UNCHANGED);
    request.note({ kind: "forward", reason: "method", status: response.status });
    if (isSafe(request.method)) return response;
    const urls = invalidatedUrls(request.key.url, response.status, response.headers);
    for (const url of urls) await forget(url);
    if (request.method !== "POST" || !isOfTarget(request, response)) return response;
    return storedPost(request, response, requestedAtMs);
  }

  /** A reply to POST that says it is what GET would give, and for how long (RFC 9110 §9.3.3). */
  async function storedPost(request: CacheRequest, response: Reply, requestedAtMs: number): Promise<Reply> {
    const flight = newFlight(request);
    const plain = { ...request, forward: () => Promise.resolve(response) };
    const fetched = await fetchAndStore(
      fetchDeps,
      flight,
      {
        request: plain,
        directives: NO_DIRECTIVES,
        entry: undefined,
        assessment: undefined,
        change: UNCHANGED,
        askFar: false,
      },
      requestedAtMs,
    );
    // The client's conditions and ranges were about its POST.
    return replyOf(fetched, { ...request, headers: { get: () => null } }, NO_DIRECTIVES, "method", false);
  }

  async function bypass(request: CacheRequest): Promise<Reply> {
    const response = await request.forward(UNCHANGED);
    request.note({ kind: "forward", reason: "bypass", status: response.status });
    return response;
  }

  /** Stored responses under a URL, and those on their way, are not to be used any more. */
  async function forget(url: string): Promise<void> {
    purges.add({ kind: "url", url });
    await store.delete(url);
  }

  function newFlight(request: CacheRequest): Flight {
    return {
      url: request.key.url,
      deadAtMs: now() + request.timeoutMs,
      mark: purges.mark,
      head: undefined,
      body: undefined,
      fetched: Promise.resolve({ kind: "failed", fault: toFault(undefined) }),
    };
  }

  /** Whether what another request got is what this one would have got from the store. */
  function mayShare(
    request: CacheRequest,
    directives: RequestDirectives,
    fetched: Fetched & { kind: "entry" },
  ): boolean {
    const { head } = fetched.entry;
    if (!matches(head.vary, head.selecting, request.headers) || usable(request, fetched.entry) === undefined)
      return false;
    if (fetched.detail !== undefined) return true; // Stale for want of anything better, for the leader and for everyone.
    return assess(head, directives, now()).use !== "validate" && fetched.joinable();
  }
}

/** What is stored for everybody may still not be for those who carry credentials (RFC 9111 §3.5, taken in both directions). */
function usable(request: CacheRequest, entry: StoredEntry | undefined): StoredEntry | undefined {
  return request.authorized && entry?.head.forAuthorized === false ? undefined : entry;
}

/** The cache's own question in place of the client's. */
function conditions(entry: StoredEntry | undefined, background: boolean): ForwardChange {
  const own = entry === undefined ? undefined : validators(entry.head);
  return { set: own ?? [], remove: CLIENT_CONDITIONS, background };
}

function traitKey({ key, authorized }: CacheRequest): string {
  return `${key.url}\n${key.parts}\n${authorized}`;
}

function flightKey(request: CacheRequest, vary: readonly string[]): string {
  const trait = traitKey(request);
  return vary.length === 0 ? trait : `${trait}\n${JSON.stringify(selectingValues(vary, request.headers))}`;
}

function isOfTarget({ key }: CacheRequest, { headers }: Reply): boolean {
  const location = headers.get("content-location");
  return (
    location !== null && URL.canParse(location, key.url) && new URL(location, key.url).href === new URL(key.url).href
  );
}

function mergedResponse(entry: StoredEntry, response: Reply): { status: number; statusText: string; headers: Headers } {
  const headers = new Headers(entry.head.headers as [string, string][]);
  for (const [name, value] of response.headers) headers.set(name, value);
  return { status: entry.head.status, statusText: entry.head.statusText, headers };
}

/** RFC 9111 §5.2.1.7. */
function notStored(): Fault {
  return new Fault(
    "deadline_exceeded",
    "nothing is stored that may answer this, and only-if-cached forbids to ask for it",
  );
}
