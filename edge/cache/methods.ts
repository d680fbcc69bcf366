/**
 * Requests that are no plain GET: HEAD of what is not fresh, and methods that change things.
 * @module
 */
import type { Reply } from "../route/call.ts";
import { type FetchDeps, type Fetched, fetchAndStore } from "./flight.ts";
import type { Flights } from "./flights.ts";
import type { ForwardReason } from "./policy/cache-status.ts";
import { isUnchangedBy } from "./policy/conditional.ts";
import type { RequestDirectives } from "./policy/directives.ts";
import { invalidatedUrls, isSafe } from "./policy/invalidation.ts";
import { storability } from "./policy/storable.ts";
import { type CacheRequest, NO_DIRECTIVES, UNCHANGED } from "./request.ts";
import type { StoredEntry } from "./store.ts";

export interface MethodsDeps extends FetchDeps {
  readonly flights: Flights;
}

/** A question of its own, and its answer: what `fetchAndStore` makes of a POST has to become a reply elsewhere. */
export type FetchedReply = (fetched: Fetched, request: CacheRequest, reason: ForwardReason) => Reply;

/** HEAD of what is not fresh: asked as HEAD, and told to the stored GET (RFC 9111 §4.3.5). */
export async function head(
  deps: MethodsDeps,
  request: CacheRequest,
  directives: RequestDirectives,
  entry: StoredEntry | undefined,
  reason: ForwardReason,
): Promise<Reply> {
  const { store, now } = deps;
  const requestedAtMs = now();
  const response = await request.forward(UNCHANGED);
  request.note({ kind: "forward", reason, status: response.status });
  if (entry === undefined || response.status !== 200) return response;
  if (!isUnchangedBy(entry.head, entry.bodyBytes, response.headers)) {
    await forget(deps, request.key.url);
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

/** A method that the store does not answer, and what it does to what is stored (RFC 9111 §4.4). */
export async function passOn(deps: MethodsDeps, request: CacheRequest, replyOf: FetchedReply): Promise<Reply> {
  const requestedAtMs = deps.now();
  const response = await request.forward(UNCHANGED);
  request.note({ kind: "forward", reason: "method", status: response.status });
  if (isSafe(request.method)) return response;
  const urls = invalidatedUrls(request.key.url, response.status, response.headers);
  for (const url of urls) await forget(deps, url);
  if (request.method !== "POST" || !isOfTarget(request, response)) return response;
  const fetched = await storedPost(deps, request, response, requestedAtMs);
  // The client's conditions and ranges were about its POST.
  return replyOf(fetched, { ...request, headers: { get: () => null } }, "method");
}

/** A reply to POST that says it is what GET would give, and for how long (RFC 9110 §9.3.3). */
function storedPost(
  deps: MethodsDeps,
  request: CacheRequest,
  response: Reply,
  requestedAtMs: number,
): Promise<Fetched> {
  const asked = {
    request: { ...request, forward: () => Promise.resolve(response) },
    directives: NO_DIRECTIVES,
    entry: undefined,
    assessment: undefined,
    change: UNCHANGED,
    askFar: false,
  };
  return fetchAndStore(deps, deps.flights.of(request), asked, requestedAtMs);
}

/** Stored responses under a URL, and those on their way, are not to be used any more. */
async function forget({ purges, store }: MethodsDeps, url: string): Promise<void> {
  purges.add({ kind: "url", url });
  await store.delete(url);
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
