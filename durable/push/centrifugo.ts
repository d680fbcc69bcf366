/**
 * Centrifugo's client protocol in JSON (https://centrifugal.dev/docs/transports/client_protocol), over WebSocket.
 *
 * A frame holds commands, one a line; `{}` is a pong.
 * @module
 */
import type { Publication } from "../../proto/push/model.ts";
import type { Close, CloseReason, Command, Failure, Frame, Protocol, ShardEvent, Subscribed } from "./protocol.ts";

/** Nothing is remembered: all that a connection is, the shard knows. */
type State = null;

/** Centrifugo's own: a connection that says nothing is stale. */
const STALE_MS = 10_000;

export const CENTRIFUGO: Protocol<State> = {
  name: "centrifugo",
  connectWithinMs: STALE_MS,
  ping: "{}",

  open: () => ({ state: null }),

  onMessage(_state, data) {
    if (typeof data !== "string") return { close: BAD_REQUEST };
    const commands: Command[] = [];
    for (const line of data.split("\n")) {
      if (line === "") continue;
      const command = commandOf(line);
      if (command === undefined) return { close: BAD_REQUEST };
      commands.push(command);
    }
    return { commands };
  },

  onEvent(_state, event) {
    if (event.kind === "closing") return { close: CLOSES[event.reason] ?? { code: 3000, reason: event.reason } };
    const frame = frameOf(event);
    return frame === undefined ? {} : { frames: [JSON.stringify(frame)] };
  },

  audience: () => "",

  render: (_audience, channel, publications): readonly Frame[] => [
    publications.map((each) => JSON.stringify({ push: { channel, pub: publicationOf(each) } })).join("\n"),
  ],
};

const BAD_REQUEST: Close = { code: 3501, reason: "bad request" };
const CLOSES: Partial<Record<CloseReason, Close>> = {
  "not-connected": { code: 3502, reason: "stale" },
  "bad-request": BAD_REQUEST,
  slow: { code: 3008, reason: "slow" },
  silent: { code: 3012, reason: "no pong" },
  revoked: { code: 3504, reason: "force disconnect" },
  replaced: { code: 3504, reason: "force disconnect" },
  kicked: { code: 3004, reason: "force reconnect" },
  unauthenticated: { code: 3500, reason: "invalid token" },
  "token-expired": { code: 3005, reason: "expired" },
  "insufficient-state": { code: 3010, reason: "insufficient state" },
  shutdown: { code: 3001, reason: "shutdown" },
};

const ERRORS: Partial<Record<Failure, number>> = {
  unauthenticated: 101,
  "unknown-channel": 102,
  "permission-denied": 103,
  "already-subscribed": 105,
  "too-many-channels": 106,
  "bad-request": 107,
  "not-available": 108,
  "token-expired": 109,
  "rate-limited": 111,
  unrecoverable: 112,
};

function commandOf(line: string): Command | undefined {
  let parsed: Record<string, Record<string, unknown>>;
  try {
    parsed = JSON.parse(line) as typeof parsed;
  } catch {
    return undefined;
  }
  if (Object.keys(parsed).length === 0) return { kind: "pong" };
  const id = parsed.id as unknown as number;
  const { connect, subscribe, unsubscribe, publish, presence } = parsed;
  if (connect !== undefined) {
    const positions = Object.fromEntries(
      Object.entries((connect.subs ?? {}) as Record<string, { epoch?: string; offset?: number }>).map(
        ([channel, { epoch = "", offset = 0 }]) => [channel, { epoch, offset }],
      ),
    );
    const token = connect.token as string | undefined;
    return { kind: "connect", ref: id, positions, ...(token !== undefined && { token }) };
  }
  if (subscribe !== undefined) {
    const { channel, token, recover, epoch, offset } = subscribe;
    return {
      kind: "subscribe",
      ref: id,
      channel: String(channel),
      ...(typeof token === "string" && { token }),
      ...(recover === true && { position: { epoch: String(epoch ?? ""), offset: Number(offset ?? 0) } }),
    };
  }
  if (unsubscribe !== undefined) return { kind: "unsubscribe", ref: id, channel: String(unsubscribe.channel) };
  if (publish !== undefined) {
    return { kind: "publish", ref: id, channel: String(publish.channel), data: JSON.stringify(publish.data) };
  }
  if (presence !== undefined) return { kind: "presence", ref: id, channel: String(presence.channel) };
  return undefined;
}

function frameOf(event: Exclude<ShardEvent, { kind: "closing" }>): unknown {
  switch (event.kind) {
    case "connected": {
      const subs = Object.fromEntries(event.subscriptions.map((each) => [each.channel, subscribeResult(each)]));
      return { id: event.ref, connect: { client: event.connection, version: "fairway", subs, ping: 0 } };
    }
    case "subscribed":
      return { id: event.ref, subscribe: subscribeResult(event.subscription) };
    case "unsubscribed":
      return event.ref === undefined
        ? {
            push: {
              channel: event.channel,
              unsubscribe: { code: event.reason === "insufficient-state" ? 2500 : 2000, reason: event.reason },
            },
          }
        : { id: event.ref, unsubscribe: {} };
    case "published":
      return { id: event.ref, publish: {} };
    case "presence":
      return {
        id: event.ref,
        presence: { presence: Object.fromEntries(event.clients.map((each) => [each.client, each])) },
      };
    case "joined":
      return { push: { channel: event.channel, join: { info: event.client } } };
    case "left":
      return { push: { channel: event.channel, leave: { info: event.client } } };
    case "failed":
      return { id: event.ref, error: { code: ERRORS[event.failure] ?? 100, message: event.refusal.message } };
    default:
      return undefined;
  }
}

function subscribeResult({ position, recoverable, wasRecovering, recovered, publications }: Subscribed) {
  return {
    ...(recoverable && { recoverable, positioned: true, epoch: position.epoch, offset: position.offset }),
    ...(wasRecovering && { was_recovering: true, recovered }),
    publications: publications.map(publicationOf),
  };
}

function publicationOf({ data, offset }: Publication) {
  return {
    data: typeof data === "string" ? (JSON.parse(data) as unknown) : btoa(String.fromCharCode(...data)),
    offset,
  };
}
