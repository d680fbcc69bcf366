/**
 * The seam between a shard and the protocols that its connections speak. A protocol is pure: bytes and its own state in, commands, frames and
 * new state out. The shard knows connections, channels and rights, and no wire format.
 *
 * How the two go together, for each connection:
 * 1. `open` makes the first state, when the upgrade arrives.
 * 2. `onMessage` turns what the client sent into commands. The shard runs those of one connection in their order, one after the other.
 * 3. Each command with a `ref` is answered by one event with that `ref`; other events come unasked. `onEvent` turns an event into frames.
 * 4. Publications take a shorter way: connections are put together by `audience`, and `render` is called once for all of an audience.
 *
 * State is plain JSON and small: it is stored with the socket while the object sleeps ({@link STATE_BYTES_MAX}). What it says must hold on wake.
 * @module
 */

import type { ClientInfo, Data, Position, Publication, Refusal } from "../../proto/push/model.ts";
import type { Pass } from "./delivery.ts";
import type { ServiceReply } from "./gate.ts";

/** What a socket carries through sleep is limited to 16 384 bytes by the platform; the shard needs some of it itself. */
export const STATE_BYTES_MAX = 14_336;

/** Text becomes a text frame, bytes a binary one. A stream over HTTP gets either as it is. */
export type Frame = string | Uint8Array<ArrayBuffer>;

/** Plain JSON that a protocol finds again in the answer to its command: a request id, a sequence number. */
export type Ref = string | number | boolean | null | readonly Ref[] | { readonly [name: string]: Ref };

export interface Protocol<State = unknown> {
  /** The key under which it is registered, and that the edge names in an upgrade. */
  readonly name: string;
  /** A connection that is not `connected` by then is closed: `not-connected`. */
  readonly connectWithinMs: number;
  open(request: OpenRequest): Turn<State>;
  /** Bytes are valid until the call returns. Never throws: what is malformed is answered by `close` or an error frame. */
  onMessage(state: State, data: string | Uint8Array): Turn<State>;
  onEvent(state: State, event: ShardEvent): Turn<State>;
  /**
   * Connections of equal audience get equal frames for the publications of this channel. Asked when it subscribes, and again after each turn
   * that has a new state. At most a few: one of an operation filter, one for those without.
   */
  audience(state: State, channel: string): string;
  /**
   * Frames for a run of publications, rising by offset: as few as the protocol can. None where the audience wants nothing of them.
   * It is sent to hundreds of sockets: what it costs does not matter, what it weighs does.
   */
  render(audience: string, channel: string, publications: readonly Publication[]): readonly Frame[];
  /** Asks the client for a sign of life; undefined where the protocol has no such thing. */
  readonly ping?: Frame;
  /** It is asked at least so often, whatever the operator wants: nothing else tells that the other end is gone. */
  readonly pingMs?: number;
  /** Every client passes over it. Written by the clock where only a write that fails tells that the other end is gone: probes.ts. */
  readonly probe?: Frame;
}

/** What the edge knows of an upgrade or a stream's request. */
export interface OpenRequest {
  /** Random and unique. */
  readonly connection: string;
  /** The name of the shard's object: what `/emulation` needs to find it again. */
  readonly shard: string;
  /** Of the upgrade's URL, below the mount, with its query. */
  readonly url: string;
  /** The body of a POST that opens a stream. */
  readonly body?: string;
  /** Whether this edge lets goim and gopush clients say who they are without proof. */
  readonly clearAuth: boolean;
  /** How often `ping` will be sent; 0 where it is not sent by the clock. */
  readonly pingMs: number;
}

export interface Turn<State> {
  /** Unchanged where it is left out. */
  readonly state?: State;
  /** Sent at once, before any command runs. */
  readonly frames?: readonly Frame[];
  readonly commands?: readonly Command[];
  /** From now on the client is to be heard at least this often, or it is closed: `silent`. 0: it need not be. */
  readonly heartbeatMs?: number;
  /** After the frames. The rest of what the client sent is dropped. */
  readonly close?: Close;
}

export interface Close {
  /** 1000, or 3000 to 4999: RFC 6455 §7.4.2. */
  readonly code: number;
  readonly reason: string;
}

export type Command =
  | ConnectCommand
  | SubscribeCommand
  | { readonly kind: "unsubscribe"; readonly ref: Ref; readonly channel: string }
  | {
      readonly kind: "publish";
      readonly ref: Ref;
      readonly channel: string;
      readonly data: Data;
      readonly op?: number;
      readonly tags?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "presence" | "presence-stats"; readonly ref: Ref; readonly channel: string }
  | ({ readonly kind: "history"; readonly ref: Ref; readonly channel: string } & HistoryQuery)
  | { readonly kind: "refresh"; readonly ref: Ref; readonly token: string }
  | { readonly kind: "sub-refresh"; readonly ref: Ref; readonly channel: string; readonly token: string }
  /** How many connections a channel has; undefined for none: the answer is 0. At most 1 s old. */
  | { readonly kind: "count"; readonly ref: Ref; readonly channel: string | undefined }
  /** For a service behind a route: `data` is JSON. Others do not wait for it. */
  | { readonly kind: "rpc"; readonly ref: Ref; readonly method: string; readonly data: string }
  /** A pong. All that was sent before the ping has arrived. */
  | { readonly kind: "pong" };

export interface ConnectCommand {
  readonly kind: "connect";
  readonly ref: Ref;
  /** An access token of the passport or a connection token. */
  readonly token?: string;
  /** Who the client says it is, without proof. Refused where the operator has not turned that on; ignored where there is a token. */
  readonly claim?: { readonly uid?: string; readonly key?: string };
  /** Where the reader of its own channels stands; they are subscribed by the shard. By channel. */
  readonly positions?: Readonly<Record<string, Position>>;
  /** Further channels, with the connection's own rights. All, or the connect is refused. */
  readonly channels?: readonly string[];
  /** Whether an older connection that has the same key is closed: `replaced`. */
  readonly exclusiveKey?: boolean;
  /** The client's own word for itself, for the log and for presence. */
  readonly client?: { readonly name?: string; readonly version?: string; readonly platform?: string };
}

export interface SubscribeCommand {
  readonly kind: "subscribe";
  readonly ref: Ref;
  readonly channel: string;
  readonly token?: string;
  /** What was missed since is asked for. */
  readonly position?: Position;
  /** Leave these channels first; the answer stands for both. A goim client has one room. */
  readonly leave?: readonly string[];
  readonly joinLeave?: boolean;
}

export interface HistoryQuery {
  /** 0: only the position. */
  readonly limit: number;
  readonly since?: Position;
  readonly reverse?: boolean;
  /** Whether a connection asks for its user's own stream: what it is given, the user has. */
  readonly isOwn?: boolean;
  /** Of who asks for its own stream without a connection. */
  readonly pass?: Pass;
}

/** A subscription as it was made. */
export interface Subscribed {
  readonly channel: string;
  readonly position: Position;
  /** Whether the channel keeps history, so that a position is worth something. */
  readonly recoverable: boolean;
  readonly wasRecovering: boolean;
  /** False also where nothing was asked. */
  readonly recovered: boolean;
  /** What was missed, rising; empty unless `recovered`. */
  readonly publications: readonly Publication[];
  /** When the subscription's token ends; undefined where it has none. */
  readonly expiresAtMs?: number;
  /** JSON of the service that ordered it. */
  readonly data?: string;
}

export type ShardEvent =
  | {
      readonly kind: "connected";
      readonly ref: Ref;
      readonly connection: string;
      /** Empty for one who is not signed in. */
      readonly user: string;
      readonly key: string;
      /** Secret: whoever knows it may send in the name of the connection. For `/emulation`. */
      readonly session: string;
      readonly expiresAtMs: number | undefined;
      /** The channels that the shard has subscribed it to. */
      readonly subscriptions: readonly Subscribed[];
    }
  | { readonly kind: "subscribed"; readonly ref: Ref; readonly subscription: Subscribed }
  /** `ref` is undefined where nobody asked for it. */
  | {
      readonly kind: "unsubscribed";
      readonly ref: Ref | undefined;
      readonly channel: string;
      readonly reason: UnsubscribeReason;
    }
  | { readonly kind: "published"; readonly ref: Ref; readonly channel: string; readonly position: Position }
  | { readonly kind: "presence"; readonly ref: Ref; readonly channel: string; readonly clients: readonly ClientInfo[] }
  | {
      readonly kind: "presence-stats";
      readonly ref: Ref;
      readonly channel: string;
      readonly clients: number;
      readonly users: number;
    }
  | {
      readonly kind: "history";
      readonly ref: Ref;
      readonly channel: string;
      readonly position: Position;
      readonly publications: readonly Publication[];
    }
  | { readonly kind: "refreshed"; readonly ref: Ref; readonly expiresAtMs: number | undefined }
  | {
      readonly kind: "sub-refreshed";
      readonly ref: Ref;
      readonly channel: string;
      readonly expiresAtMs: number | undefined;
    }
  | { readonly kind: "count"; readonly ref: Ref; readonly channel: string | undefined; readonly count: number }
  /** What the service says, be it that it refuses. */
  | { readonly kind: "rpc"; readonly ref: Ref; readonly reply: ServiceReply }
  /** The command did nothing. After a failed `connect` the shard closes the connection unless the protocol does. */
  | {
      readonly kind: "failed";
      readonly ref: Ref;
      readonly command: Command["kind"];
      readonly failure: Failure;
      readonly refusal: Refusal;
    }
  | { readonly kind: "joined" | "left"; readonly channel: string; readonly client: ClientInfo }
  /** The server subscribed the connection to a channel, on someone else's request. What it recovered follows, as publications do. */
  | { readonly kind: "subscribed-by-server"; readonly subscription: Subscribed }
  /** The last event. The protocol says it in its own words, and with which code: `close` of its turn, which must be there. */
  | {
      readonly kind: "closing";
      readonly reason: CloseReason;
      /** A service's own words for it, where the protocol has room for such. */
      readonly close?: Close;
    };

/** Why a command failed, as far as protocols tell it apart. */
export type Failure =
  | "bad-request"
  | "unauthenticated"
  | "token-expired"
  | "not-connected"
  | "already-connected"
  | "permission-denied"
  | "unknown-channel"
  | "already-subscribed"
  | "not-subscribed"
  | "too-many-channels"
  | "too-large"
  | "rate-limited"
  | "not-available"
  /** The cursor is of another epoch, or reaches back further than what is kept. */
  | "unrecoverable"
  | "unavailable"
  | "internal";

export type UnsubscribeReason =
  | "asked"
  | "server"
  /** Publications are missing and cannot be had: the client must subscribe again, and is then told `recovered: false`. */
  | "insufficient-state"
  | "token-expired";

export type CloseReason =
  | "not-connected"
  | "bad-request"
  | "unauthenticated"
  | "token-expired"
  | "permission-denied"
  /** Signed out, or the operator's wish: not to come back with the same token. */
  | "revoked"
  /** By the server; it may say whether to come back. */
  | "kicked"
  /** The same key connected again. */
  | "replaced"
  /** It reads slower than it is sent to. */
  | "slow"
  /** It was not heard in time. */
  | "silent"
  | "flood"
  | "too-large"
  | "insufficient-state"
  | "shutdown"
  | "internal";
