/**
 * What becomes of a request: a shared cache by RFC 9111, RFC 5861 and RFC 9213 over a store.
 *
 *     request ─▶ find ─▶ fresh?            ─▶ reply from the store
 *                        stale, may be used ─▶ reply from the store; refreshed behind it, once at a time
 *                        stale or none      ─▶ one request asks the upstream, the others of the same key wait for its headers
 *                                              and then read the body along with it
 *
 * What is learned of a key while it is not stored is remembered for a short time (traits.ts).
 * @module
 */
import { Fault, toFault } from "../../proto/fault.ts";
import type { Reply } from "../route/call.ts";
import { type Asked, type FetchDeps, type Fetched, fetchAndStore, followed, LiveBudget } from "./flight.ts";
import { Flights } from "./flights.ts";
import { type CacheKey, changesMeaning } from "./key.ts";
import { head, type MethodsDeps, passOn } from "./methods.ts";
import { type ForwardReason, silentOutcome } from "./policy/cache-status.ts";
import { parseDirectives, type RequestDirectives, requestDirectives } from "./policy/directives.ts";
import type { HeaderReader } from "./policy/freshness.ts";
import { type Assessment, assess } from "./policy/reuse.ts";
import { type CachePolicy, saysNothing } from "./policy/storable.ts";
import { matches } from "./policy/vary.ts";
import type { PurgeFeed } from "./purge-feed.ts";
import { PurgeLog } from "./purge-log.ts";
import { replyFrom } from "./reply.ts";
import { type CacheRequest, conditions, NO_DIRECTIVES, UNCHANGED, usable } from "./request.ts";
import type { Purge, StoredEntry } from "./store.ts";
import type { Tiers } from "./tiers.ts";
import { Traits } from "./traits.ts";

/** A follower waits for a leader, once more for the next one where that failed, and then goes by itself. */
const ROUNDS_MAX = 2;

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
  peek(
    key: CacheKey,
    headers: HeaderReader,
    policy: CachePolicy,
    waitUntil: CacheRequest["waitUntil"],
  ): Fresh | undefined;
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

export function engine(deps: EngineDeps): Engine {
  const { store, now, warn, feed } = deps;
  const traits = new Traits(now);
  const purges = new PurgeLog();
  const fetchDeps: FetchDeps = { store, now, budget: new LiveBudget(), purges };
  const flights = new Flights(fetchDeps);
  const methodsDeps: MethodsDeps = { ...fetchDeps, flights };

  return {
    handle(request) {
      if (request.method !== "GET" && request.method !== "HEAD") {
        return passOn(methodsDeps, request, (fetched, asked, reason) =>
          replyOf(fetched, asked, NO_DIRECTIVES, reason, false),
        );
      }
      if (request.hasBody || request.sensitive || request.headers.get("if-match") !== null) return bypass(request);
      const heard = feed?.(request.waitUntil);
      if (heard !== undefined) return heard.then(() => lookUp(request));
      return lookUp(request);
    },

    peek(key, headers, policy, waitUntil) {
      if (feed?.(waitUntil) !== undefined) return undefined;
      const entry = store.find(key, headers);
      if (entry === undefined || entry instanceof Promise) return undefined;
      const { use, ageSeconds, ttlSeconds } = assess(entry.head, NO_DIRECTIVES, now(), policy);
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
    const found = find(request) ?? (isOfAWhole(request) ? findFar(request) : undefined);
    return found instanceof Promise ? found.then((entry) => answer(request, entry)) : answer(request, found);
  }

  async function findFar(request: CacheRequest): Promise<StoredEntry | undefined> {
    return usable(request, await store.findFar(request.key, request.headers));
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
    const assessment = assess(entry.head, directives, nowMs, request.policy);
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
        if (request.method === "HEAD") return head(methodsDeps, request, directives, entry, "stale");
        const demanded = assessment.ttlSeconds > 0 && !entry.head.noCache;
        if (demanded) return alone(request, directives, entry, "request");
        return together(request, directives, entry, assessment, "stale");
      }
    }
  }

  function miss(request: CacheRequest, directives: RequestDirectives): Reply | Promise<Reply> {
    if (directives.onlyIfCached) throw notStored();
    if (changesMeaning(request.headers)) return bypass(request);
    if (request.method === "HEAD") return head(methodsDeps, request, directives, undefined, "uri-miss");
    // A part is the client's own: the whole may be far more than anyone wants.
    if (request.headers.get("range") !== null) return alone(request, directives, undefined, "partial");
    if (directives.noCache || directives.maxAgeSeconds === 0) return alone(request, directives, undefined, "request");
    if (traits.isPrivate(request)) return ownOnce(request, directives);
    return together(request, directives, undefined, undefined, "uri-miss");
  }

  /**
   * Of a key whose replies were nobody else's a moment ago. One that says nothing of caching this time either goes on as it is: to find
   * out all that the standard asks for takes a quarter of the time of a request.
   */
  async function ownOnce(request: CacheRequest, directives: RequestDirectives): Promise<Reply> {
    const flight = flights.of(request);
    const requestedAtMs = now();
    const response = await request.forward(UNCHANGED);
    const { status } = response;
    if (request.authorized || !saysNothing(response.headers, request.policy)) {
      const sent = { ...request, forward: () => Promise.resolve(response) };
      return alone(sent, directives, undefined, "uri-miss", { flight, requestedAtMs });
    }
    if (status !== 206 && status !== 304 && status < 500) traits.staysPrivate(request);
    request.note(silentOutcome(status));
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
      if (traits.isPrivate(request)) break;
      const key = traits.flightKey(request);
      const flight = flights.running(key);
      if (flight === undefined) {
        const question = { request, directives, entry, assessment, background: false };
        const started = flights.start(key, question, (landed) => traits.remember(request, landed));
        return replyOf(await started.fetched, request, directives, reason, false);
      }
      const fetched = await followed(flight, now);
      if (fetched === undefined) {
        flights.land(key, flight);
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
    { flight, requestedAtMs } = { flight: flights.of(request), requestedAtMs: now() },
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
    if (isWhole && !directives.noStore) traits.remember(request, fetched);
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
    const key = traits.flightKey(request, entry.head.vary);
    if (flights.running(key) !== undefined || !traits.mayRefresh(request)) return;
    const question = { request, directives, entry, assessment, background: true };
    const flight = flights.start(key, question, (landed) => traits.remember(request, landed));
    request.waitUntil(
      flight.fetched.then((fetched) => {
        if (fetched.kind === "entry") fetched.settle();
        if (fetched.kind === "entry" && fetched.detail === undefined) return;
        traits.refreshFailed(request);
        if (fetched.kind === "private") return fetched.response.body?.cancel();
      }),
    );
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
        const silent = saysNothing(response.headers, request.policy);
        request.note({ kind: "forward", reason, status: response.status, detail, silent });
        return response;
      }
      case "entry": {
        const { entry, detail, status, stored } = fetched;
        const { ageSeconds, ttlSeconds } = assess(entry.head, directives, now(), request.policy);
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

  async function bypass(request: CacheRequest): Promise<Reply> {
    const response = await request.forward(UNCHANGED);
    request.note({ kind: "forward", reason: "bypass", status: response.status });
    return response;
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
    return assess(head, directives, now(), request.policy).use !== "validate" && fetched.joinable();
  }
}

/**
 * Whether it asks for less than there is. It leads nobody, so it asks the shared store by itself: a plain GET leaves that to the one of its
 * crowd that would otherwise ask the upstream.
 */
function isOfAWhole({ method, headers, policy }: CacheRequest): boolean {
  return policy.shared === true && (method === "HEAD" || headers.get("range") !== null);
}

/** RFC 9111 §5.2.1.7. */
function notStored(): Fault {
  return new Fault(
    "deadline_exceeded",
    "nothing is stored that may answer this, and only-if-cached forbids to ask for it",
  );
}
