/**
 * What happens to a connection, in Centrifugo's JSON: replies, pushes and closes.
 *
 * Channels that the server subscribed a connection to are remembered, because for them a loss is told otherwise: the client cannot subscribe
 * again by itself, so it is sent away and comes back with its positions.
 * @module
 */
import type { Publication } from "../../proto/push/model.ts";
import {
  CENTRIFUGO_DISCONNECTS,
  CENTRIFUGO_UNSUBSCRIBES,
  type CentrifugoErrorCode,
  centrifugoClientInfo,
  centrifugoError,
  centrifugoErrorReply,
  centrifugoPage,
  centrifugoPresence,
  centrifugoPublication,
  centrifugoPush,
  centrifugoReply,
  jsonObject,
  oneLine,
} from "../../proto/push/push.ts";
import type { Close, CloseReason, Failure, Ref, ShardEvent, Subscribed, Turn } from "./protocol.ts";

export interface CentrifugoState {
  /** How often the client is pinged; 0: only while it is sent much. */
  readonly pingMs: number;
  /** Where `/emulation` finds a stream; empty for a socket. */
  readonly shard: string;
  /** Channels that the client did not ask for; null where they are too many to remember, and any may be one. */
  readonly serverSide: readonly string[] | null;
}

/**
 * A client answers pings only where it was promised some. Without a clock for them it is promised the next in 11 days, as late as clients can
 * count in milliseconds, and pinged when the shard must know whether it reads.
 */
const NEVER_SECONDS = 1_000_000;
/** The client renews its token when the time is up that it was told, and the new one must be here before the old one ends. */
const RENEWAL_MS = 10_000;
/** Of the names in the state, which has to fit beside all else that a sleeping socket carries. */
const SERVER_SIDE_LENGTH_MAX = 8_192;
const VERSION = JSON.stringify("fairway");

export function eventTurn(state: CentrifugoState, event: ShardEvent, nowMs: number): Turn<CentrifugoState> {
  switch (event.kind) {
    case "connected":
      return {
        state: { ...state, serverSide: remembered(event.subscriptions.map(({ channel }) => channel)) },
        frames: [reply(event.ref, "connect", connectResult(state, event, nowMs))],
      };
    case "subscribed":
      return subscribedTurn(event, nowMs);
    case "unsubscribed":
      return unsubscribedTurn(state, event);
    case "published":
      return { frames: [reply(event.ref, "publish", "{}")] };
    case "presence":
      return { frames: [reply(event.ref, "presence", `{"presence":${centrifugoPresence(event.clients)}}`)] };
    case "presence-stats": {
      const counts = JSON.stringify({ num_clients: event.clients, num_users: event.users });
      return { frames: [reply(event.ref, "presence_stats", counts)] };
    }
    case "history":
      return { frames: [reply(event.ref, "history", centrifugoPage(event.position, event.publications))] };
    case "refreshed":
      return {
        frames: [reply(event.ref, "refresh", jsonObject({ version: VERSION, ...expiry(event.expiresAtMs, nowMs) }))],
      };
    case "sub-refreshed":
      return { frames: [reply(event.ref, "sub_refresh", jsonObject(expiry(event.expiresAtMs, nowMs)))] };
    case "rpc":
      return { frames: [rpcLine(event)] };
    case "failed":
      return failedTurn(event);
    case "joined":
    case "left": {
      const kind = event.kind === "joined" ? "join" : "leave";
      return { frames: [centrifugoPush(event.channel, kind, `{"info":${centrifugoClientInfo(event.client)}}`)] };
    }
    case "subscribed-by-server": {
      const { subscription } = event;
      const { channel } = subscription;
      return {
        state: { ...state, serverSide: state.serverSide && remembered([...state.serverSide, channel]) },
        frames: [centrifugoPush(channel, "subscribe", jsonObject(subscriptionFields(subscription, nowMs)))],
      };
    }
    case "closing":
      return { close: event.close ?? closeOf(event.reason) };
    case "count":
      return {}; // Nothing in this protocol asks for it.
  }
}

function connectResult(
  { pingMs, shard }: CentrifugoState,
  event: Extract<ShardEvent, { kind: "connected" }>,
  nowMs: number,
): string {
  const subs = Object.fromEntries(event.subscriptions.map((each) => [each.channel, subscribeResult(each, nowMs)]));
  return jsonObject({
    client: JSON.stringify(event.connection),
    version: VERSION,
    ...expiry(event.expiresAtMs, nowMs),
    subs: event.subscriptions.length === 0 ? undefined : jsonObject(subs),
    ping: String(pingMs === 0 ? NEVER_SECONDS : Math.ceil(pingMs / 1_000)),
    pong: "true",
    // Only for who needs them: they are the right to speak for the connection.
    session: shard === "" ? undefined : JSON.stringify(event.session),
    node: shard === "" ? undefined : JSON.stringify(shard),
  });
}

function subscribedTurn(
  { ref, subscription }: Extract<ShardEvent, { kind: "subscribed" }>,
  nowMs: number,
): Turn<CentrifugoState> {
  const [id, rejectUnrecovered] = ref as readonly [number, boolean];
  if (rejectUnrecovered && subscription.wasRecovering && !subscription.recovered) {
    return {
      frames: [centrifugoErrorReply(id, centrifugoError(112))],
      commands: [{ kind: "unsubscribe", ref: null, channel: subscription.channel }],
    };
  }
  return { frames: [reply(id, "subscribe", subscribeResult(subscription, nowMs))] };
}

function subscribeResult(subscription: Subscribed, nowMs: number): string {
  const { publications } = subscription;
  return jsonObject({
    ...subscriptionFields(subscription, nowMs),
    publications: publications.length === 0 ? undefined : publicationList(publications),
  });
}

/** The offset is that from which on publications follow: a client that stops among them comes back to where it stopped. */
function subscriptionFields(subscription: Subscribed, nowMs: number): Readonly<Record<string, string | undefined>> {
  const { position, recoverable, wasRecovering, recovered, publications, expiresAtMs, data } = subscription;
  const [first] = publications;
  const offset = first === undefined ? position.offset : first.offset - 1;
  return {
    ...expiry(expiresAtMs, nowMs),
    ...(recoverable && {
      recoverable: "true",
      positioned: "true",
      epoch: JSON.stringify(position.epoch),
      offset: String(offset),
    }),
    ...(wasRecovering && { was_recovering: "true", recovered: String(recovered) }),
    data: data && oneLine(data),
  };
}

function publicationList(publications: readonly Publication[]): string {
  return `[${publications.map(centrifugoPublication).join(",")}]`;
}

function unsubscribedTurn(
  state: CentrifugoState,
  { ref, channel, reason }: Extract<ShardEvent, { kind: "unsubscribed" }>,
): Turn<CentrifugoState> {
  if (ref === null) return {}; // What this adapter took back itself.
  const isServerSide = state.serverSide === null || state.serverSide.includes(channel);
  if (reason === "insufficient-state" && isServerSide) return { close: CENTRIFUGO_DISCONNECTS.insufficient };
  const serverSide = state.serverSide?.filter((each) => each !== channel) ?? null;
  const known = isServerSide ? { state: { ...state, serverSide } } : {};
  if (ref !== undefined) return { ...known, frames: [reply(ref, "unsubscribe", "{}")] };
  return { ...known, frames: [centrifugoPush(channel, "unsubscribe", JSON.stringify(unsubscribeOf(reason)))] };
}

function unsubscribeOf(reason: Extract<ShardEvent, { kind: "unsubscribed" }>["reason"]) {
  switch (reason) {
    case "insufficient-state":
      return CENTRIFUGO_UNSUBSCRIBES.insufficient;
    case "token-expired":
      return CENTRIFUGO_UNSUBSCRIBES.expired;
    case "server":
    case "asked":
      return CENTRIFUGO_UNSUBSCRIBES.server;
  }
}

function failedTurn({
  ref,
  command,
  failure,
  refusal,
}: Extract<ShardEvent, { kind: "failed" }>): Turn<CentrifugoState> {
  if (ref === null) return {};
  const id = Array.isArray(ref) ? ref[0] : ref;
  const frames = [centrifugoErrorReply(id as number, centrifugoError(errorCodeOf(failure), refusal.message))];
  if (failure === "not-connected" || failure === "already-connected")
    return { close: CENTRIFUGO_DISCONNECTS.badRequest };
  if (command !== "connect" && command !== "refresh") return { frames };
  switch (failure) {
    case "unauthenticated":
      return { close: CENTRIFUGO_DISCONNECTS.invalidToken };
    case "permission-denied":
      return { close: CENTRIFUGO_DISCONNECTS.denied };
    case "token-expired":
      // After an error the client connects with a new token; for a refresh it is that one that has expired.
      return command === "connect"
        ? { frames, close: CENTRIFUGO_DISCONNECTS.expired }
        : { close: CENTRIFUGO_DISCONNECTS.expired };
    case "unavailable":
    case "internal":
      return command === "connect" ? { frames, close: CENTRIFUGO_DISCONNECTS.internal } : { frames };
    default:
      return command === "connect" ? { frames, close: CENTRIFUGO_DISCONNECTS.badRequest } : { frames };
  }
}

/** A refusal has HTTP's status as its code: Centrifugo leaves codes from 400 on to services. */
function rpcLine({ ref, reply: { status, data, message } }: Extract<ShardEvent, { kind: "rpc" }>): string {
  if (status < 400) return reply(ref, "rpc", `{"data":${oneLine(data)}}`);
  const temporary = status === 429 || status >= 500;
  return `{"id":${JSON.stringify(ref)},"error":${JSON.stringify({ code: status, message, ...(temporary && { temporary }) })}}`;
}

function errorCodeOf(failure: Failure): CentrifugoErrorCode {
  switch (failure) {
    case "unauthenticated":
      return 101;
    case "unknown-channel":
      return 102;
    case "permission-denied":
    case "not-subscribed":
      return 103;
    case "already-subscribed":
      return 105;
    case "too-many-channels":
      return 106;
    case "bad-request":
    case "too-large":
    case "not-connected":
    case "already-connected":
      return 107;
    case "not-available":
      return 108;
    case "token-expired":
      return 109;
    case "rate-limited":
      return 111;
    case "unrecoverable":
      return 112;
    case "unavailable":
    case "internal":
      return 100;
  }
}

function closeOf(reason: CloseReason): Close {
  switch (reason) {
    case "not-connected":
      return CENTRIFUGO_DISCONNECTS.stale;
    case "bad-request":
    case "too-large":
      return CENTRIFUGO_DISCONNECTS.badRequest;
    case "unauthenticated":
      return CENTRIFUGO_DISCONNECTS.invalidToken;
    case "token-expired":
      return CENTRIFUGO_DISCONNECTS.expired;
    case "permission-denied":
      return CENTRIFUGO_DISCONNECTS.denied;
    case "revoked":
      return CENTRIFUGO_DISCONNECTS.final;
    case "kicked":
      return CENTRIFUGO_DISCONNECTS.reconnect;
    case "replaced":
      return CENTRIFUGO_DISCONNECTS.limit;
    case "slow":
      return CENTRIFUGO_DISCONNECTS.slow;
    case "silent":
      return CENTRIFUGO_DISCONNECTS.noPong;
    case "flood":
      return CENTRIFUGO_DISCONNECTS.tooMany;
    case "insufficient-state":
      return CENTRIFUGO_DISCONNECTS.insufficient;
    case "shutdown":
      return CENTRIFUGO_DISCONNECTS.shutdown;
    case "internal":
      return CENTRIFUGO_DISCONNECTS.internal;
  }
}

/** So much before the end that a renewal comes in time, and half of the time for what ends soon. */
function expiry(expiresAtMs: number | undefined, nowMs: number): Readonly<Record<string, string>> {
  if (expiresAtMs === undefined) return {};
  const leftMs = Math.max(0, expiresAtMs - nowMs);
  const toldMs = leftMs - Math.min(RENEWAL_MS, leftMs / 2);
  return { expires: "true", ttl: String(Math.max(1, Math.floor(toldMs / 1_000))) };
}

function remembered(channels: readonly string[]): readonly string[] | null {
  return JSON.stringify(channels).length > SERVER_SIDE_LENGTH_MAX ? null : channels;
}

function reply(ref: Ref, method: string, result: string): string {
  return centrifugoReply(ref as number, method, result);
}
