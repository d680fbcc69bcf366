/**
 * The way of every call, a client's own request or an item of a batch: route, caller, request, upstream, reply, log. The front door
 * of the room.
 * @module
 */
import { Fault, toFault } from "../../proto/fault.ts";
import type { AccessLog } from "../access-log/access-log.ts";
import type { Authenticator } from "../auth/auth.ts";
import { type Cache, cacheStatus, keyedQuery } from "../cache/cache.ts";
import { type Codec, nativeHeaders } from "../codec/codec.ts";
import { fallbackFor, rankBehind, rankOf } from "../overload/overload.ts";
import type { RateLimiter } from "../rate-limit/rate-limit.ts";
import type { Call, PreparedRequest, Reply } from "../route/call.ts";
import type { FindRoute } from "../route/route.ts";
import type { Route } from "../route/route-table.ts";
import { type LateDeadlines, NEVER_ABORTS, type Send, type SendPolicy } from "../upstream/upstream.ts";
import { type Delivery, deliver, type Manner } from "./deliver.ts";
import { faultReply } from "./fault-reply.ts";
import { isStillSending, lingering } from "./linger.ts";
import { outgoingHeaders } from "./outgoing-headers.ts";
import { requestBody } from "./request-body.ts";
import { isPlain, type ShortWayDeps, shortWay } from "./short-way.ts";
import { trust } from "./trust.ts";

export { type Delivery, deliverOwn } from "./deliver.ts";
export { ClientCall, type Invocation } from "./incoming.ts";

export interface ProxyDeps {
  readonly findRoute: FindRoute;
  readonly authenticator: Pick<Authenticator, "verify">;
  readonly limiter: RateLimiter;
  readonly codec: Pick<Codec, "request" | "response">;
  readonly send: Send;
  readonly cache: Pick<Cache, "ready" | "fetch" | "keep" | "passes" | "chooseCoding" | "passed">;
  readonly late: Pick<LateDeadlines, "start" | "startYoung" | "isWatching">;
  readonly enter: ShortWayDeps["enter"];
  readonly sendsAtOnce: ShortWayDeps["sendsAtOnce"];
  readonly sendAtOnce: ShortWayDeps["sendAtOnce"];
  readonly now: () => number;
  readonly accessLog: AccessLog;
  /** Told of what is no fault of a peer: a bug of ours. */
  readonly warn: (message: string, cause: unknown) => void;
  /** @see BODY_IDLE_MS */
  readonly bodyIdleMs?: number;
}

/** Never rejects: what goes wrong is a reply. Its body may still be on its way; the access log has its line when it is there. */
export type Handle = (call: Call) => Promise<Response>;

/** How long a body may stand still, as in other proxies. A stream of events sends something in shorter intervals. */
export const BODY_IDLE_MS = 60_000;
/** RFC 9110 §9.2.2. */
const IDEMPOTENT = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);
/** RFC 9110 §9.2.1. */
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
/** https://connectrpc.com/docs/protocol#unary-request */
const CONNECT_TIMEOUT = /^\d{1,10}$/;

export function proxy(deps: ProxyDeps): Handle {
  const { findRoute, cache, accessLog, bodyIdleMs: idleMs = BODY_IDLE_MS } = deps;
  const known = new WeakMap<Route, Ways>();
  const short = shortWay(deps);
  return (call) => {
    const ready = cache.ready(call);
    if (ready === undefined) return logged(call, deps, () => answer(call));
    accessLog.ended(call, ready.status);
    return Promise.resolve(ready);
  };

  /** @throws Fault as {@link FindRoute} */
  function answer(call: Call): Promise<Delivery> {
    const { route, path } = findRoute(call.request.method, call.target.path);
    call.route = route;
    call.entry.route = route;
    const { takesShort, manner } = waysOf(route);
    return (takesShort ? short(call, path, route, manner) : undefined) ?? longWay(call, path, route, manner, deps);
  }

  function waysOf(route: Route): Ways {
    const ways = known.get(route);
    if (ways !== undefined) return ways;
    const { timeoutMs } = route;
    const made = { takesShort: isPlain(route), manner: { trust: trust(), idleMs, timeoutMs } };
    known.set(route, made);
    return made;
  }
}

/** What is known of a route for all its calls. */
interface Ways {
  readonly takesShort: boolean;
  readonly manner: Manner;
}

/** Begins and ends the call's line of the access log, and makes a reply of what `produce` throws. */
export function logged(call: Call, deps: LogDeps, produce: () => Promise<Delivery>): Promise<Response> {
  deps.accessLog.begin(call);
  let delivery: Promise<Delivery>;
  try {
    delivery = produce();
  } catch (thrown) {
    return failed(call, thrown, deps);
  }
  return delivery.then(
    ({ response, done }) => {
      if (done === undefined) deps.accessLog.end(call, response.status);
      else call.waitUntil(done.then(() => deps.accessLog.end(call, response.status)));
      return response;
    },
    (thrown) => failed(call, thrown, deps),
  );
}

type LogDeps = Pick<ProxyDeps, "accessLog" | "warn">;

async function failed(call: Call, thrown: unknown, { accessLog, warn }: LogDeps): Promise<Response> {
  const fault = toFault(thrown);
  if (fault.code === "internal") warn(`${call.request.method} ${call.target.path}`, fault.cause);
  const reply = faultReply(call, fault);
  accessLog.end(call, reply.status);
  return isStillSending(call.request) ? await lingering(reply, call.request) : reply;
}

async function longWay(
  call: Call,
  path: string,
  route: Route,
  manner: Manner,
  { authenticator, limiter, codec, send, late, cache }: ProxyDeps,
): Promise<Delivery> {
  const { request, target, entry } = call;
  if (request.headers.get("upgrade")?.toLowerCase() === "websocket") {
    throw new Fault("unimplemented", "the edge passes no WebSocket on");
  }
  if (route.auth !== "none") {
    const waitUntil = (promise: Promise<unknown>) => call.waitUntil(promise);
    const authorization = request.headers.get("authorization");
    const identity = call.vouched ?? (await authenticator.verify(authorization, route.auth, waitUntil));
    if (identity !== undefined) {
      call.identity = identity;
      entry.identity = identity;
    }
  }
  const { rateLimit } = route;
  if (rateLimit !== undefined) limiter.take(call, { name: route.name, rateLimit });
  const known = cache.ready(call, route);
  if (known !== undefined) return { response: known, done: undefined };
  const timeoutMs = timeoutOf(call, route);
  const deadline = call.item?.startDeadline(timeoutMs) ?? late.start(timeoutMs);
  call.deadline = deadline;
  const policy: SendPolicy = {
    timeoutMs,
    deadline,
    attempts: route.retry.attempts,
    idempotent: isIdempotent(call, route),
    signal: call.item === undefined ? NEVER_ABORTS : call.signal,
    entry,
    ...(mayHedge(call, route) && { hedge: route.name }),
    priority: rankOf(route.priority, call.item?.priority),
    ...(call.item && { batchId: call.item.batchId }),
  };
  try {
    const outgoing = await prepare(call, route, path + keyedQuery(target.query, route.cache?.key), policy, codec);
    const override = call.send?.takes(route.upstream) === true ? call.send : undefined;
    const asked = () =>
      cache.fetch(call, route, outgoing, (prepared, background) => {
        if (override !== undefined && !background) return override.send(route.upstream, prepared, policy);
        const native = { ...prepared, headers: nativeHeaders(prepared.headers) };
        return send(route.upstream, native, background ? backgroundPolicy(policy) : policy);
      });
    const raw = route.fallback === undefined ? await asked() : await orFallback(call, route, asked);
    const reply = await codec.response(call, raw);
    if (call.item !== undefined) {
      await call.item.read(reply);
      return { response: reply as Response, done: undefined }; // Its batch, which has read it, looks at the status alone.
    }
    const status = call.cache && cacheStatus(call.cache, reply.headers.get("cache-status"));
    const delivery = await deliver(reply, manner, { call, cacheStatus: status, deadline });
    if (delivery.done === undefined) await cache.keep(call, route, delivery.response);
    return delivery;
  } finally {
    deadline.clear();
  }
}

/** For a request that outlives its call: it has its own time, and what it does is no part of the call's line in the log. */
function backgroundPolicy({ timeoutMs, attempts, idempotent, entry, priority }: SendPolicy): SendPolicy {
  const { startedAtMs, route } = entry;
  const own = { startedAtMs, ...(route && { route }) };
  return { timeoutMs, attempts, idempotent, signal: NEVER_ABORTS, entry: own, priority: rankBehind(rankOf(priority)) };
}

/** What the upstream or the store answers, or what the route has ready for when neither does. */
async function orFallback(call: Call, route: Route, ask: () => Reply | Promise<Reply>): Promise<Reply> {
  let reply: Reply;
  try {
    reply = await ask();
  } catch (thrown) {
    const fallback = fallbackFor(call, route, toFault(thrown));
    if (fallback === undefined) throw thrown;
    return fallback;
  }
  const fallback = fallbackFor(call, route, reply);
  if (fallback === undefined) return reply;
  if (reply.held === undefined) await reply.body?.cancel().catch(() => undefined); // The upstream broke it off itself: it is free.
  return fallback;
}

async function prepare(
  call: Call,
  route: Route,
  target: string,
  policy: SendPolicy,
  codec: ProxyDeps["codec"],
): Promise<PreparedRequest> {
  const { method } = call.request;
  const headers = outgoingHeaders(call);
  if (route.rpc !== undefined) headers.set("connect-timeout-ms", String(policy.timeoutMs));
  const coded = codec.request(call, headers);
  if (method === "GET" || method === "HEAD") return { method, target, headers, body: null };
  const sent = await requestBody(
    call,
    route,
    coded instanceof Promise ? await coded : coded,
    policy.idempotent && policy.attempts > 1,
  );
  return { method, target, headers, ...sent };
}

/**
 * A caller of an RPC may ask for less time than the route grants, never for more.
 * @throws Fault invalid_argument for what is no time
 */
function timeoutOf(call: Call, { timeoutMs, rpc }: Route): number {
  const asked = rpc === undefined ? null : call.request.headers.get("connect-timeout-ms");
  if (asked === null) return timeoutMs;
  if (!CONNECT_TIMEOUT.test(asked)) {
    throw new Fault("invalid_argument", "connect-timeout-ms: 1 to 10 digits expected");
  }
  return Math.min(timeoutMs, Number(asked));
}

/** A client that sends an Idempotency-Key says by it that the request may arrive twice. */
function isIdempotent({ request }: Call, { rpc }: Route): boolean {
  if (rpc !== undefined) return rpc.idempotency !== "unsafe";
  return IDEMPOTENT.has(request.method) || request.headers.has("idempotency-key");
}

/** Whether a second request may run beside a slow first one. That it can be sent twice at all is edge/upstream's to see. */
function mayHedge({ request }: Call, { hedge = "safe", rpc }: Route): boolean {
  if (hedge === "safe") return rpc === undefined ? SAFE.has(request.method) : rpc.idempotency === "safe";
  return hedge === "idempotent";
}
