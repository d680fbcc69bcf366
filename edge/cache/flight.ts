/**
 * One question to the upstream and what becomes of the answer: a stored response validated, a new one on its way into the store, a reply
 * for one client alone, something stale for want of better, or a failure.
 *
 * workerd ends what a request began when that request ends, and a promise that it left behind is then never settled. So a flight is given
 * to its request's `waitUntil`, and others wait for it no longer than it may take ({@link followed}).
 * @module
 */
import { toFault } from "../../proto/fault.ts";
import { inTime } from "../invocation/invocation.ts";
import type { Reply } from "../route/call.ts";
import { LiveBody } from "./live-body.ts";
import { CLIENT_CONDITIONS, isAbout, validators } from "./policy/conditional.ts";
import type { RequestDirectives } from "./policy/directives.ts";
import type { Timing } from "./policy/freshness.ts";
import {
  type HeaderList,
  type StoredHead,
  storedHeaders,
  toldBy,
  updatedHeaders,
  withheldHeaders,
} from "./policy/head.ts";
import { type Assessment, assess } from "./policy/reuse.ts";
import { storability } from "./policy/storable.ts";
import type { PurgeLog } from "./purge-log.ts";
import type { CacheRequest, ForwardChange } from "./request.ts";
import type { Bytes, StoredEntry } from "./store.ts";
import type { Tiers } from "./tiers.ts";

/** Larger bodies are not stored: one of them would push hundreds of small ones out of an isolate's memory. */
export const BODY_BYTES_MAX = 8_388_608;
/** All bodies together that are on their way into the store. Beyond it bodies stream past it, so that a rush cannot use up the memory. */
export const LIVE_BYTES_MAX = 16_777_216;
/** A body of a known, small size is waited for: one array serves the client, those who wait along, and the store. */
const WHOLE_BYTES_MAX = 65_536;

const BODILESS: ReadonlySet<number> = new Set([204, 205]);
/** Server errors for which RFC 5861 §4 lets a stale response stand in. */
const ERROR_STATUSES: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** A question under way, or its answer while the body is still coming in. */
export interface Flight {
  readonly url: string;
  /** If there is no answer by then, none will come. */
  readonly deadAtMs: number;
  /** Of the purge log, from before the upstream was asked. */
  readonly mark: number;
  /** Set when the headers are there and are to be stored. */
  head: StoredHead | undefined;
  body: LiveBody | undefined;
  /** Never rejects; never settles where its request ended first. */
  fetched: Promise<Fetched>;
}

export type Fetched =
  | FetchedEntry
  /** A reply for the one who asked. Only the request that fetched it may touch it. */
  | {
      readonly kind: "private";
      readonly response: Reply;
      /** Why it is not for others. */
      readonly detail: string;
      readonly serverError: boolean;
    }
  | { readonly kind: "failed"; readonly fault: unknown };

export interface FetchedEntry {
  readonly kind: "entry";
  readonly entry: StoredEntry;
  /** The entry as it is now, to make a reply from. */
  open(): StoredEntry;
  /** Whether the body may still be had from its beginning. */
  joinable(): boolean;
  /** To be called once the reply of the request that fetched it is made: lets go of a body that the reply did not need. */
  settle(): void;
  /** Of the upstream's answer. */
  readonly status?: number;
  /** Settles when the store has it, or will not; absent where nothing new is stored. */
  readonly stored?: Promise<void>;
  /** Whether it came, fresh, from the shared store. */
  readonly far?: boolean;
  /** Fields that may not be stored and are for the one who asked: `private="…"`, `no-cache="…"` (RFC 9111 §5.2.2). */
  readonly own?: HeaderList;
  /** Why something stale is served. */
  readonly detail?: "stale-if-error" | "stale-if-disconnected";
}

/** What live bodies take together. */
export class LiveBudget {
  #bytes = 0;

  /** Counts one body: `grow` says whether its bytes so far may be kept, `free` gives them back. */
  body(bytesMax: number): { grow(bytes: number): boolean; free(): void } {
    let held = 0;
    const free = () => {
      this.#bytes -= held;
      held = 0;
    };
    return {
      grow: (bytes) => {
        this.#bytes += bytes - held;
        held = bytes;
        if (bytes <= bytesMax && this.#bytes <= LIVE_BYTES_MAX) return true;
        free();
        return false;
      },
      free,
    };
  }
}

export interface FetchDeps {
  readonly store: Tiers;
  readonly now: () => number;
  readonly budget: LiveBudget;
  readonly purges: PurgeLog;
}

export interface Asked {
  readonly request: CacheRequest;
  readonly directives: RequestDirectives;
  /** The stored response that is not fresh, where there is one, */
  readonly entry: StoredEntry | undefined;
  /** and what it may do if the upstream fails. */
  readonly assessment: Assessment | undefined;
  readonly change: ForwardChange;
  /** Whether the shared store may know more: the isolate's own had nothing. */
  readonly askFar: boolean;
}

/** Never rejects. */
export async function fetchAndStore(
  deps: FetchDeps,
  flight: Flight,
  asked: Asked,
  requestedAtMs = deps.now(),
): Promise<Fetched> {
  try {
    const known = await withFar(deps, asked);
    if (known.assessment?.use === "fresh" && known.entry !== undefined) {
      flight.head = known.entry.head;
      return { ...standIn(known.entry, {}), far: true };
    }
    const response = await answerOf(known);
    if ("kind" in response) return response;
    const timing = { requestedAtMs, respondedAtMs: deps.now() };
    if (response.status === 304 && known.entry !== undefined) {
      return await validated(deps, flight, known, known.entry, response, timing);
    }
    return await received(deps, flight, known, response, timing);
  } catch (fault) {
    return { kind: "failed", fault };
  }
}

/** The flight's outcome; undefined where it died with its request. */
export function followed(flight: Flight, now: () => number): Promise<Fetched | undefined> {
  return inTime(flight.fetched, Math.max(0, flight.deadAtMs - now()), () => undefined);
}

/** What is asked, with what the shared store knows of it. */
async function withFar({ store, now }: FetchDeps, asked: Asked): Promise<Asked> {
  const { request, directives } = asked;
  if (!asked.askFar || request.policy.shared !== true) return asked;
  const entry = await store.findFar(request.key, request.headers);
  if (entry === undefined || (request.authorized && !entry.head.forAuthorized)) return asked;
  const set = validators(entry.head) ?? [];
  const assessment = assess(entry.head, directives, now(), request.policy);
  return { ...asked, entry, assessment, change: { ...asked.change, set } };
}

/** The upstream's answer, or the stale response that stands in for it. */
async function answerOf({ request, entry, assessment, change }: Asked): Promise<Reply | FetchedEntry> {
  let response: Reply;
  try {
    response = await request.forward(change);
    if (response.status === 304 && entry !== undefined && !isAbout(entry.head, response.headers)) {
      // It speaks of something else than what is stored, which is then of no use.
      response = await request.forward({ ...change, set: [], remove: CLIENT_CONDITIONS });
    }
  } catch (thrown) {
    if (entry === undefined || assessment?.staleIfDisconnected !== true || !isDisconnection(thrown)) throw thrown;
    return standIn(entry, { detail: "stale-if-disconnected" });
  }
  if (entry === undefined || assessment?.staleIfError !== true || !ERROR_STATUSES.has(response.status)) return response;
  request.waitUntil(cancelled(response));
  return standIn(entry, { detail: "stale-if-error", status: response.status });
}

/** The stored response still holds: its headers are brought up to date, and its body stays (RFC 9111 §4.3.4). */
async function validated(
  { store, purges }: FetchDeps,
  flight: Flight,
  { request, directives }: Asked,
  entry: StoredEntry,
  response: Reply,
  timing: Timing,
): Promise<Fetched> {
  request.waitUntil(cancelled(response));
  const update = storedHeaders(response.headers, toldBy(response.headers).directives, timing.respondedAtMs);
  const headers = new Headers(updatedHeaders(entry.head.headers, update) as [string, string][]);
  const age = response.headers.get("age");
  if (age !== null) headers.set("age", age);
  const { status, statusText } = entry.head;
  const verdict = storability(
    storableRequest(request, directives),
    { status, statusText, headers },
    request.policy,
    timing,
  );
  const { key, policy } = request;
  if (verdict.kind === "refuse") {
    if (verdict.reason !== "request-no-store") await store.delete(key.url);
  } else if (!purges.hit(flight.mark, flight.url, verdict.head)) {
    await store.freshen(key, entry.head, verdict.head, policy.shared === true);
  }
  const head = verdict.kind === "store" ? verdict.head : entry.head;
  flight.head = head;
  return standIn({ head, bodyBytes: entry.bodyBytes, read: (start, end) => entry.read(start, end) }, { status: 304 });
}

async function received(
  deps: FetchDeps,
  flight: Flight,
  { request, directives, entry }: Asked,
  response: Reply,
  timing: Timing,
): Promise<Fetched> {
  const { policy } = request;
  const serverError = response.status >= 500;
  const verdict =
    response.sensitive === true
      ? ({ kind: "refuse", reason: "sensitive" } as const)
      : storability(storableRequest(request, directives), response, policy, timing);
  const bytesMax = policy.bodyBytesMax ?? BODY_BYTES_MAX;
  const bytesStated = statedBytes(response);
  const detail =
    verdict.kind === "refuse"
      ? verdict.reason
      : bytesStated !== undefined && bytesStated > bytesMax
        ? "too-large"
        : undefined;
  if (verdict.kind === "refuse" || detail !== undefined) {
    // What the upstream answers now has taken the place of what is stored, unless it only fails.
    if (entry !== undefined && !serverError && response.status !== 206) await deps.store.delete(request.key.url);
    return { kind: "private", response, detail: detail ?? "refused", serverError };
  }
  const { head } = verdict;
  flight.head = head;
  const own = withheldHeaders(response.headers);
  const held = wholeOf(response);
  if (held !== undefined) {
    await put(deps, flight, request, head, held);
    return { ...standIn(wholeEntry(head, held), { status: response.status }), own, stored: Promise.resolve() };
  }
  const body = response.body as ReadableStream<Uint8Array>; // There is one, or it would be held.
  const fetched = await receiveBody(deps, flight, request, head, body, {
    status: response.status,
    bytesStated,
    bytesMax,
  });
  return { ...fetched, own };
}

interface BodyFacts {
  readonly status: number;
  readonly bytesStated: number | undefined;
  readonly bytesMax: number;
}

async function receiveBody(
  deps: FetchDeps,
  flight: Flight,
  request: CacheRequest,
  head: StoredHead,
  body: ReadableStream<Uint8Array>,
  { status, bytesStated, bytesMax }: BodyFacts,
): Promise<FetchedEntry> {
  const share = deps.budget.body(bytesMax);
  const live = new LiveBody({ mayKeep: (bytes) => share.grow(bytes), now: deps.now });
  flight.body = live;
  // The one who asked is among the readers from the start: a body too large to keep goes on only while somebody reads it.
  let first: ReadableStream<Uint8Array> | undefined = live.stream();
  const stored = live.pump(body, bytesStated).then(async () => {
    const { whole } = live;
    if (whole !== undefined) await put(deps, flight, request, head, whole);
    share.free();
  });
  request.waitUntil(stored);
  if (bytesStated !== undefined && bytesStated <= WHOLE_BYTES_MAX) {
    await stored;
    if (live.whole !== undefined) {
      await first.cancel();
      return { ...standIn(wholeEntry(head, live.whole), { status }), stored };
    }
  }
  const read = () => {
    const stream = first ?? live.stream();
    first = undefined;
    return stream;
  };
  const entry: StoredEntry = { head, bodyBytes: undefined, bytesStated, read };
  return {
    kind: "entry",
    entry,
    open: () => (live.whole === undefined ? entry : wholeEntry(head, live.whole)),
    joinable: () => live.joinable,
    settle: () => {
      const unread = first;
      first = undefined;
      if (unread !== undefined) request.waitUntil(unread.cancel());
    },
    status,
    stored,
  };
}

async function put(
  { store, purges }: FetchDeps,
  flight: Flight,
  { key, policy }: CacheRequest,
  head: StoredHead,
  chunks: readonly Bytes[],
): Promise<void> {
  if (!purges.hit(flight.mark, flight.url, head)) await store.put(key, head, chunks, policy.shared === true);
}

function standIn(entry: StoredEntry, how: Pick<FetchedEntry, "status" | "detail">): FetchedEntry {
  return { kind: "entry", entry, open: () => entry, joinable: () => true, settle: () => undefined, ...how };
}

function wholeEntry(head: StoredHead, chunks: readonly Bytes[]): StoredEntry {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const body = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return { head, bodyBytes: bytes, read: (start, end) => (start === undefined ? body : body.subarray(start, end)) };
}

/** The body, where it is in memory, or where there is none. */
function wholeOf({ status, body, held }: Reply): readonly Bytes[] | undefined {
  if (BODILESS.has(status)) return [];
  if (held !== undefined) return [held];
  return body === null ? [] : undefined;
}

function storableRequest({ headers, authorized, key }: CacheRequest, directives: RequestDirectives) {
  return { headers, directives, authorized, url: key.url };
}

function statedBytes({ headers }: Reply): number | undefined {
  const value = headers.get("content-length");
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}

function isDisconnection(thrown: unknown): boolean {
  const { code } = toFault(thrown);
  return code === "unavailable" || code === "deadline_exceeded";
}

async function cancelled({ body }: Reply): Promise<void> {
  await body?.cancel().catch(() => undefined); // Whether the upstream hears of it changes nothing here.
}
