/**
 * The way of a plain GET: its route asks for no token, no limit and no message, its replies were never to be stored, its upstream has room and
 * one good node. Nearly all that the long way is prepared for cannot happen then, and being prepared costs as much as the request itself.
 *
 * Nothing is decided here in another way than there: what is unusual about a request is seen before it is sent, and takes the long way; what
 * turns out to be slow, refused or cacheable goes on with the request that is under way (docs/decisions/0023-short-way.md).
 * @module
 */
import { toFault } from "../../proto/fault.ts";
import { type Cache, cacheStatus } from "../cache/cache.ts";
import type { Codec } from "../codec/codec.ts";
import { type Ending, endingOf, endingOfFault, type Overload, type Place, rankOf } from "../overload/overload.ts";
import type { Call, Reply } from "../route/call.ts";
import type { Route } from "../route/route-table.ts";
import {
  type LateDeadlines,
  type Launch,
  NEVER_ABORTS,
  type OutgoingRequest,
  type Send,
  type SendAtOnce,
  type SendPolicy,
  SLOW,
  startDeadline,
  type Upstreams,
  type Young,
} from "../upstream/upstream.ts";
import { type Delivery, deliver, type Manner } from "./deliver.ts";
import { usualHeaders } from "./outgoing-headers.ts";
import { lookAt } from "./reply-headers.ts";

export interface ShortWayDeps {
  readonly codec: Pick<Codec, "request" | "response">;
  readonly cache: Pick<Cache, "passes" | "chooseCoding" | "passed" | "fetch">;
  readonly enter: Overload["enter"];
  readonly sendsAtOnce: Upstreams["sendsAtOnce"];
  readonly sendAtOnce: SendAtOnce;
  readonly send: Send;
  readonly late: Pick<LateDeadlines, "isWatching" | "startYoung">;
  readonly now: () => number;
}

/** @returns undefined where the call is to take the long way; then nothing has been done. @throws Fault, by its promise, as the long way */
export type ShortWay = (call: Call, path: string, route: Route, manner: Manner) => Promise<Delivery> | undefined;

/** For calls of routes that are {@link isPlain}. */
export function shortWay(deps: ShortWayDeps): ShortWay {
  const { codec, cache, enter, sendsAtOnce, sendAtOnce, late } = deps;
  return (call, path, route, manner) => {
    if (call.request.method !== "GET" || call.item !== undefined || call.send !== undefined) return undefined;
    if (!late.isWatching(route.timeoutMs) || !cache.passes(call, route) || !sendsAtOnce(route.upstream)) {
      return undefined;
    }
    const headers = usualHeaders(call);
    if (headers === undefined) return undefined;
    const request: OutgoingRequest = { method: "GET", target: path + call.target.query, headers, body: null };
    const isCoded = headers.get("accept-encoding") !== null;
    if (isCoded) {
      codec.request(call, headers);
      cache.chooseCoding(route, request);
    }
    const place = enter(route.upstream, route.name);
    if (place === undefined) return undefined;
    const launch = sendAtOnce(route.upstream, request, route.timeoutMs, call.entry);
    if (launch === undefined) {
      place.leave("unknown");
      return undefined;
    }
    const { settled, sleeper } = late.startYoung(launch.fetched);
    const going: Going = { call, route, manner, request, isCoded, place, launch, sleeper };
    // In as few turns and objects as it takes; a node that cannot be reached is found out about by what follows.
    return settled.then(
      (landed) => land(going, landed, deps),
      () => land(going, SLOW, deps),
    );
  };
}

/** Nothing of the route needs more than to be sent and passed on. */
export function isPlain({ auth, rateLimit, fallback, rpc, messages, sensitive, cache = {} }: Route): boolean {
  if (auth !== "none" || rateLimit !== undefined || fallback !== undefined || rpc !== undefined || sensitive)
    return false;
  if (messages.request !== undefined || messages.response !== undefined) return false;
  return Object.values(cache).every((value) => value === undefined);
}

/** A request under way. */
interface Going {
  readonly call: Call;
  readonly route: Route;
  readonly manner: Manner;
  readonly request: OutgoingRequest;
  /** Whether the client takes any coding. */
  readonly isCoded: boolean;
  readonly place: Place;
  readonly launch: Launch;
  readonly sleeper: Young<Response>["sleeper"];
}

function land(going: Going, landed: Response | typeof SLOW, deps: ShortWayDeps): Delivery | Promise<Delivery> {
  const { call, place, launch } = going;
  going.sleeper.over();
  if (landed === SLOW) return goOn(going, deps);
  const { status } = landed;
  if (!launch.takes(status)) return goOn(going, deps);
  place.leave(endingOf(status, call));
  return passOn(going, landed, status, deps);
}

async function goOn(going: Going, deps: ShortWayDeps): Promise<Delivery> {
  const reply = await rest(going, deps);
  return await passOn(going, reply, reply.status, deps);
}

function passOn(going: Going, reply: Reply, status: number, deps: ShortWayDeps): Delivery | Promise<Delivery> {
  const { call, route, launch } = going;
  call.entry.upstreamMs = deps.now() - launch.startedAtMs;
  const look = lookAt(reply.headers);
  if (look.tells && route.cache !== undefined) return stored(going, reply, deps);
  deps.cache.passed(call, route, status);
  if (going.isCoded || status === 304) return coded(going, reply, deps);
  return deliver(reply, going.manner, { call, cacheStatus: undefined }, look);
}

/** What the long way would do with a request that is slow, or was refused. */
async function rest({ call, route, place, launch }: Going, { now }: ShortWayDeps): Promise<Response> {
  const leftMs = Math.max(1, route.timeoutMs - (now() - launch.startedAtMs));
  const deadline = startDeadline(leftMs, route.timeoutMs);
  let ending: Ending = "unknown";
  place.listen();
  try {
    const reply = await launch.rest({ ...policyOf(call, route), timeoutMs: leftMs }, deadline);
    ending = endingOf(reply.status, call);
    return reply;
  } catch (thrown) {
    ending = endingOfFault(toFault(thrown));
    throw thrown;
  } finally {
    deadline.clear();
    place.leave(ending);
  }
}

/** The reply says how it is to be stored, which is news of this route. */
async function stored(going: Going, reply: Reply, deps: ShortWayDeps): Promise<Delivery> {
  const { call, route, request } = going;
  let isGiven = false;
  const answer = await deps.cache.fetch(call, route, request, (prepared) => {
    if (isGiven) return deps.send(route.upstream, prepared as OutgoingRequest, policyOf(call, route));
    isGiven = true;
    return Promise.resolve(reply);
  });
  if (!isGiven) await reply.body?.cancel();
  return await coded(going, answer, deps);
}

async function coded({ call, manner }: Going, reply: Reply, { codec }: ShortWayDeps): Promise<Delivery> {
  const made = await codec.response(call, reply);
  const status = call.cache && cacheStatus(call.cache, made.headers.get("cache-status"));
  return await deliver(made, manner, { call, cacheStatus: status });
}

function policyOf({ entry }: Call, { timeoutMs, retry, priority }: Route): SendPolicy {
  return {
    timeoutMs,
    attempts: retry.attempts,
    idempotent: true,
    signal: NEVER_ABORTS,
    entry,
    priority: rankOf(priority),
  };
}
