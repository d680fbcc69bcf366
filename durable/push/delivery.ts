/**
 * What passes between the objects of push. Types alone: all of it is cloned on its way.
 * @module
 */
import type {
  ChannelMessage,
  ClientInfo,
  Position,
  Publication,
  PublishOutcome,
  Version,
} from "../../proto/push/model.ts";
import type { Moved } from "../../proto/push/push.ts";
import type { AdmissionRows } from "./admission.ts";
import type { MissedRow } from "./missed-rows.ts";
import type { Close, HistoryQuery } from "./protocol.ts";

/** A run of publications for the subscribers of a channel. */
export interface Delivery {
  readonly channel: string;
  readonly epoch: string;
  /** The run follows this offset, and who does not have all up to it lacks something. */
  readonly after: number;
  /** The last offset of the run; `after` where none of it has one. */
  readonly upTo: number;
  readonly publications: readonly Publication[];
  /** Who came and went, where the channel tells. */
  readonly moves: readonly Move[];
}

export interface Move {
  readonly kind: "joined" | "left";
  readonly client: ClientInfo;
}

export interface DeliveryReport {
  /** Shards that have no subscriber any more. */
  readonly gone: readonly string[];
  /** Shards that did not take it. */
  readonly failed: readonly string[];
  /** How many connections got it. */
  readonly connections: number;
}

export interface Joined {
  readonly position: Position;
  /** Whether `publications` is all that came after the position asked for. */
  readonly recovered: boolean;
  readonly publications: readonly Publication[];
  /** Whether nobody heard it, and nothing was kept of it. */
  readonly isNew?: boolean;
}

export interface HistoryPage {
  readonly position: Position;
  readonly complete: boolean;
  readonly publications: readonly Publication[];
}

export interface KickQuery {
  readonly session?: string;
  /** Only this one. */
  readonly connection?: string;
  /** Only those whose token was made up to then, or does not say when. */
  readonly issuedBeforeMs?: number;
  /** Connections that are spared. */
  readonly except?: readonly string[];
  /** Only connections that came before this one. */
  readonly before?: { readonly openedMs: number; readonly connection: string };
  readonly reason: "revoked" | "kicked" | "replaced" | "token-expired";
  /** What their clients are told, in protocols that have room for it. */
  readonly close?: Close;
  /** Not now: this is when their tokens end, whatever they said themselves. With the reason `token-expired`. */
  readonly atMs?: number;
  /** Not at all: this is what others see of them from now on, in JSON. */
  readonly connInfo?: string;
}

/** What a service orders for connections. */
export interface DirectQuery {
  readonly channel: string;
  /** Or taken away. */
  readonly subscribed: boolean;
  /** Only this one. */
  readonly connection?: string;
  readonly options?: DirectOptions;
}

/** How a subscription is made that the client did not ask for. */
export interface DirectOptions {
  /** Where its reader stands: it is given what came after. */
  readonly position?: Position;
  readonly expiresAtMs?: number;
  /** JSON for others to see. */
  readonly chanInfo?: string;
  /** JSON for the client, where its protocol has room for it. */
  readonly data?: string;
  /** Whether others are told that it comes and goes; otherwise as the channel has it. */
  readonly joinLeave?: boolean;
  /** Whether the client is told positions to recover from; otherwise wherever the channel keeps history. */
  readonly recoverable?: boolean;
}

/** Of a connection that joins its own stream: what decides whether it is let in. */
export interface Pass {
  /** Empty where it has none. */
  readonly session: string;
  /** When its token was made; undefined where it does not say, or there is none. */
  readonly issuedMs: number | undefined;
}

/** Keeps a user or a device out, be it connected or not. */
export interface Ban {
  /** Only with tokens that were made up to then, or do not say when; undefined: with any. */
  readonly issuedBeforeMs?: number;
  readonly untilMs: number;
  /** For who looks at the list. */
  readonly reason: string;
}

export interface BanRow extends Ban {
  readonly channel: string;
  readonly sinceMs: number;
}

/** An object that keeps streams, as others call it. */
export interface HostStub {
  publish(items: readonly ChannelMessage[]): Promise<readonly (PublishOutcome | Moved)[]>;
  /** @param pass of a connection that joins its own stream @throws Fault unauthenticated, permission_denied where it is kept out */
  join(channel: string, shard: string, since: Position | undefined, pass?: Pass): Promise<Joined | Moved>;
  renew(channel: string, shard: string): Promise<Position | Moved>;
  recover(channel: string, since: Position): Promise<HistoryPage | Moved>;
  history(channel: string, query: HistoryQuery): Promise<HistoryPage | Moved>;
  clear(channel: string): Promise<Position | Moved>;
  move(channel: string, moves: readonly Move[]): Promise<Moved | null>;
  presence(channel: string, limit: number): Promise<readonly ClientInfo[] | Moved>;
  count(channel: string): Promise<ChannelCounts | Moved>;
  kick(channel: string, query: KickQuery): Promise<number | Moved>;
  /** Subscribes connections that have `channel` now to another, or takes it from them. */
  direct(channel: string, query: DirectQuery): Promise<number | Moved>;
}

export interface ChannelCounts {
  readonly connections: number;
  readonly users: number;
}

/** For looking at one shard. */
export interface ShardCensus {
  readonly connections: number;
  readonly users: number;
  readonly channels: number;
  readonly subscriptions: number;
}

export interface ShardTotals {
  readonly connections: number;
  readonly addresses: number;
}

/** One page of a stream that moves. */
export interface HandOver {
  readonly stream?: {
    readonly epoch: string;
    readonly top: number;
    readonly floor: number;
    readonly fanned: number;
    readonly members: readonly string[];
    readonly idempotency: readonly { key: string; offset: number; until_ms: number }[];
    readonly version: Version | undefined;
    readonly missed: readonly MissedRow[];
    readonly admission: AdmissionRows;
  };
  readonly publications: readonly Publication[];
  readonly done: boolean;
}

/** A shard as others call it. */
export interface ShardStub extends HostStub {
  deliver(delivery: Delivery): Promise<DeliveryReport>;
  localPresence(channel: string, limit: number): Promise<readonly ClientInfo[]>;
  localCounts(channel: string): Promise<ChannelCounts>;
  /** How many connections of those that were there by then are alive. */
  localReaders(channel: string, sinceMs: number): Promise<number>;
  localKick(channel: string, query: KickQuery): Promise<number>;
  localDirect(channel: string, query: DirectQuery): Promise<number>;
  totals(): Promise<ShardTotals>;
  census(): Promise<ShardCensus>;
  top(prefix: string, limit: number): Promise<readonly (readonly [channel: string, connections: number])[]>;
  /** @returns how many connections it closed @throws Fault resource_exhausted */
  ban(channel: string, ban: Ban): Promise<number | Moved>;
  /** @returns whether there was one */
  liftBan(channel: string): Promise<boolean | Moved>;
  bansOf(channel: string): Promise<readonly BanRow[] | Moved>;
  /** Those that are kept here, by their channels, of so many channels that come after one. */
  bans(after: string, limit: number): Promise<readonly BanRow[]>;
  handOver(channel: string, to: string, afterOffset: number): Promise<HandOver>;
  handedOver(channel: string): Promise<void>;
  fetch(request: Request): Promise<Response>;
}

export interface RelayStub {
  deliver(shards: readonly string[], delivery: Delivery): Promise<DeliveryReport>;
}
