/**
 * The cache between a route and its upstream: makes a {@link CacheRequest} of a call, and a request to the upstream of what the cache
 * wants to know. It sits behind edge/auth and before edge/codec's work on replies, so that one entry serves every format and coding.
 * @module
 */
import { acceptedCodings } from "../../proto/codec/codec.ts";
import { HeaderBag } from "../codec/codec.ts";
import type { Call, EditableHeaders, IncomingRequest, PreparedRequest, Reply } from "../route/call.ts";
import type { Route } from "../route/route-table.ts";
import type { Engine } from "./engine.ts";
import { cacheKey, type KeyPolicy } from "./key.ts";
import type { CachePolicy } from "./policy/storable.ts";
import type { QuietRoutes } from "./quiet-routes.ts";
import type { CacheRequest, ForwardChange } from "./request.ts";

/** A route's `cache` in the route table; without any of it the standard decides. */
export interface RouteCachePolicy extends CachePolicy {
  readonly key?: KeyPolicy | undefined;
}

/** Longer than a route's own time: a flight that has not landed by then never will. */
const FLIGHT_GRACE_MS = 500;

/**
 * @param background whether the request outlives the call: then it may neither join the call's batch nor end with it
 * @throws Fault as edge/upstream's `send`
 */
export type SendPrepared = (request: PreparedRequest, background: boolean) => Promise<Reply>;

export function cachedRoute(
  { handle }: Pick<Engine, "handle">,
  quiet: QuietRoutes,
  call: Call,
  route: Route,
  outgoing: PreparedRequest,
  send: SendPrepared,
): Reply | Promise<Reply> {
  const { cache: policy } = route;
  const { method } = outgoing;
  // What a method with side effects does to stored replies does not depend on whether its own route stores any.
  if (route.rpc !== undefined || (policy === undefined && (method === "GET" || method === "HEAD"))) {
    return send(outgoing, false);
  }
  const { client, target, request } = call;
  normaliseCoding(route, outgoing);
  const cacheRequest: CacheRequest = {
    key: cacheKey(client, target, policy?.key, outgoing.headers),
    method,
    headers: outgoing.headers,
    hasBody: hasBody(request),
    authorized: call.identity !== undefined || request.headers.get("authorization") !== null,
    sensitive: call.sensitive === true,
    policy: policy ?? {},
    timeoutMs: route.timeoutMs + FLIGHT_GRACE_MS,
    waitUntil: (promise) => call.waitUntil(promise),
    forward: (change) => send(changed(outgoing, change), change.background),
    note: (outcome) => {
      call.cache = outcome;
      quiet.note(route, outcome, call.entry.startedAtMs);
    },
  };
  return handle(cacheRequest);
}

/**
 * One coding for all clients where the edge codes the reply anyway, one of two where it does not: an entry for each way to write
 * `Accept-Encoding` would be an entry for each app.
 */
export function normaliseCoding(route: Route, { method, headers }: PreparedRequest): void {
  const accepted = headers.get("accept-encoding");
  if (accepted === null || (method !== "GET" && method !== "HEAD")) return;
  const coding = upstreamCoding(route, accepted);
  if (coding === null) headers.delete("accept-encoding");
  else headers.set("accept-encoding", coding);
}

/** `Accept-Encoding` as the upstream gets it. */
export function upstreamCoding({ messages }: Route, accepted: string | null): string | null {
  if (accepted === null || messages.response !== undefined) return null;
  return acceptedCodings(accepted, null, []).gzip ? "gzip" : null;
}

function changed(outgoing: PreparedRequest, { set, remove }: ForwardChange): PreparedRequest {
  if (set.length === 0 && remove.length === 0) return outgoing;
  const headers = copyOf(outgoing.headers);
  for (const name of remove) headers.delete(name);
  for (const [name, value] of set) headers.set(name, value);
  return { ...outgoing, headers };
}

function copyOf(headers: EditableHeaders): EditableHeaders {
  return headers instanceof HeaderBag ? new HeaderBag(headers) : new Headers(headers as Headers);
}

/** A GET with a body means something only to its upstream (RFC 9110 §9.3.1), and is answered by nobody else. */
function hasBody({ method, headers, body }: IncomingRequest): boolean {
  if (method !== "GET" && method !== "HEAD") return body !== null;
  const length = headers.get("content-length");
  return (length !== null && length !== "0") || headers.get("transfer-encoding") !== null;
}
