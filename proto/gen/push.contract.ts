// Generated from proto/*.proto by `npm run gen`. Do not edit.

import { message } from "../message/message.ts";
import type { MessageType, MethodType, ServiceType } from "../message/message.ts";
import { fairway as fairwayCode, google as googleCode } from "./push.js";


export interface AddShardsRequest {
  /** How many there are to be, at least as many as there are. */
  readonly shards: number;
}
export const AddShardsRequest: MessageType<AddShardsRequest> = message<AddShardsRequest>("fairway.push.v1.AddShardsRequest", fairwayCode.push.v1.AddShardsRequest, [
  { name: "shards", type: "uint32" },
]);


export interface Ban {
  readonly user?: string;
  readonly key?: string;
  readonly until: Timestamp | null;
  /** Absent where it keeps out whatever is shown. */
  readonly issuedBefore: Timestamp | null;
  readonly reason: string;
  readonly bannedAt: Timestamp | null;
}
export const Ban: MessageType<Ban> = message<Ban>("fairway.push.v1.Ban", fairwayCode.push.v1.Ban, [
  { name: "user", type: "string", rule: "optional", oneof: "who" },
  { name: "key", type: "string", rule: "optional", oneof: "who" },
  { name: "until", type: "message", of: () => Timestamp, rule: "optional" },
  { name: "issuedBefore", proto: "issued_before", type: "message", of: () => Timestamp, rule: "optional" },
  { name: "reason", type: "string" },
  { name: "bannedAt", proto: "banned_at", type: "message", of: () => Timestamp, rule: "optional" },
], { longs: true });


export interface BanRequest {
  readonly user?: string;
  readonly key?: string;
  /** At most a year from now, and absent: a year. */
  readonly until: Timestamp | null;
  /** Only with tokens that were made up to then, or that do not say when they were; absent: with any, and without one. */
  readonly issuedBefore: Timestamp | null;
  /** For who looks at the list: at most 200 characters. */
  readonly reason: string;
}
export const BanRequest: MessageType<BanRequest> = message<BanRequest>("fairway.push.v1.BanRequest", fairwayCode.push.v1.BanRequest, [
  { name: "user", type: "string", rule: "optional", oneof: "who" },
  { name: "key", type: "string", rule: "optional", oneof: "who" },
  { name: "until", type: "message", of: () => Timestamp, rule: "optional" },
  { name: "issuedBefore", proto: "issued_before", type: "message", of: () => Timestamp, rule: "optional" },
  { name: "reason", type: "string" },
], { longs: true });


export interface BanResponse {
  /** How many it closed. */
  readonly connections: number;
}
export const BanResponse: MessageType<BanResponse> = message<BanResponse>("fairway.push.v1.BanResponse", fairwayCode.push.v1.BanResponse, [
  { name: "connections", type: "uint32" },
]);


export interface BansRequest {
  readonly user?: string;
  readonly key?: string;
  /** Users and devices of a page, 1 to 1 000; 0 is 100. */
  readonly limit: number;
  /** What the last page said. */
  readonly pageToken: string;
}
export const BansRequest: MessageType<BansRequest> = message<BansRequest>("fairway.push.v1.BansRequest", fairwayCode.push.v1.BansRequest, [
  { name: "user", type: "string", rule: "optional", oneof: "who" },
  { name: "key", type: "string", rule: "optional", oneof: "who" },
  { name: "limit", type: "uint32" },
  { name: "pageToken", proto: "page_token", type: "string" },
]);


export interface BansResponse {
  readonly bans: readonly Ban[];
  /** Empty on the last page. */
  readonly nextPageToken: string;
}
export const BansResponse: MessageType<BansResponse> = message<BansResponse>("fairway.push.v1.BansResponse", fairwayCode.push.v1.BansResponse, [
  { name: "bans", type: "message", of: () => Ban, rule: "repeated" },
  { name: "nextPageToken", proto: "next_page_token", type: "string" },
], { longs: true });


export interface ChannelCount {
  readonly channel: string;
  readonly connections: number;
}
export const ChannelCount: MessageType<ChannelCount> = message<ChannelCount>("fairway.push.v1.ChannelCount", fairwayCode.push.v1.ChannelCount, [
  { name: "channel", type: "string" },
  { name: "connections", type: "uint32" },
]);


export interface ClearHistoryRequest {
  readonly channel: string;
}
export const ClearHistoryRequest: MessageType<ClearHistoryRequest> = message<ClearHistoryRequest>("fairway.push.v1.ClearHistoryRequest", fairwayCode.push.v1.ClearHistoryRequest, [
  { name: "channel", type: "string" },
]);


export interface ClearHistoryResponse {
}
export const ClearHistoryResponse: MessageType<ClearHistoryResponse> = message<ClearHistoryResponse>("fairway.push.v1.ClearHistoryResponse", fairwayCode.push.v1.ClearHistoryResponse, [
]);


export interface ClientInfo {
  readonly client: string;
  readonly user: string;
  /** JSON. */
  readonly connInfo: string;
  readonly chanInfo: string;
}
export const ClientInfo: MessageType<ClientInfo> = message<ClientInfo>("fairway.push.v1.ClientInfo", fairwayCode.push.v1.ClientInfo, [
  { name: "client", type: "string" },
  { name: "user", type: "string" },
  { name: "connInfo", proto: "conn_info", type: "string" },
  { name: "chanInfo", proto: "chan_info", type: "string" },
]);


export interface DisconnectRequest {
  readonly user?: string;
  readonly key?: string;
  /** Only connections of this session of the user. */
  readonly session: string;
  /** Whether their clients are told not to come back. What they showed then opens no connection for an hour: the session, or where none is named every token that was made until now, or that does not say when it was. Be they connected or not. */
  readonly final: boolean;
}
export const DisconnectRequest: MessageType<DisconnectRequest> = message<DisconnectRequest>("fairway.push.v1.DisconnectRequest", fairwayCode.push.v1.DisconnectRequest, [
  { name: "user", type: "string", rule: "optional", oneof: "who" },
  { name: "key", type: "string", rule: "optional", oneof: "who" },
  { name: "session", type: "string" },
  { name: "final", type: "bool" },
]);


export interface DisconnectResponse {
  readonly connections: number;
}
export const DisconnectResponse: MessageType<DisconnectResponse> = message<DisconnectResponse>("fairway.push.v1.DisconnectResponse", fairwayCode.push.v1.DisconnectResponse, [
  { name: "connections", type: "uint32" },
]);


export interface HandOverRequest {
  /** At most 100. */
  readonly missed: readonly Missed[];
}
export const HandOverRequest: MessageType<HandOverRequest> = message<HandOverRequest>("fairway.push.v1.HandOverRequest", fairwayCode.push.v1.HandOverRequest, [
  { name: "missed", type: "message", of: () => Missed, rule: "repeated" },
], { longs: true });


export interface HandOverResponse {
}
export const HandOverResponse: MessageType<HandOverResponse> = message<HandOverResponse>("fairway.push.v1.HandOverResponse", fairwayCode.push.v1.HandOverResponse, [
]);


export interface HistoryRequest {
  readonly channel: string;
  /** 0: only where it stands. At most 1 000. */
  readonly limit: number;
  /** Only what comes after, or before where it is reversed. */
  readonly since: Position | null;
  readonly reverse: boolean;
}
export const HistoryRequest: MessageType<HistoryRequest> = message<HistoryRequest>("fairway.push.v1.HistoryRequest", fairwayCode.push.v1.HistoryRequest, [
  { name: "channel", type: "string" },
  { name: "limit", type: "uint32" },
  { name: "since", type: "message", of: () => Position, rule: "optional" },
  { name: "reverse", type: "bool" },
], { longs: true });


export interface HistoryResponse {
  readonly position: Position | null;
  readonly publications: readonly Publication[];
}
export const HistoryResponse: MessageType<HistoryResponse> = message<HistoryResponse>("fairway.push.v1.HistoryResponse", fairwayCode.push.v1.HistoryResponse, [
  { name: "position", type: "message", of: () => Position, rule: "optional" },
  { name: "publications", type: "message", of: () => Publication, rule: "repeated" },
], { longs: true });


export interface LiftBanRequest {
  readonly user?: string;
  readonly key?: string;
}
export const LiftBanRequest: MessageType<LiftBanRequest> = message<LiftBanRequest>("fairway.push.v1.LiftBanRequest", fairwayCode.push.v1.LiftBanRequest, [
  { name: "user", type: "string", rule: "optional", oneof: "who" },
  { name: "key", type: "string", rule: "optional", oneof: "who" },
]);


export interface LiftBanResponse {
  /** Whether there was one. */
  readonly lifted: boolean;
}
export const LiftBanResponse: MessageType<LiftBanResponse> = message<LiftBanResponse>("fairway.push.v1.LiftBanResponse", fairwayCode.push.v1.LiftBanResponse, [
  { name: "lifted", type: "bool" },
]);


export interface Message {
  /** JSON, which every protocol can deliver. */
  readonly json?: string;
  /** Anything else. Protocols of text deliver it as a string in base64. */
  readonly binary?: Uint8Array;
  /** goim's operation. */
  readonly op: number;
  readonly tags: Readonly<Record<string, string>>;
  /** From then on nobody is given it. */
  readonly expiresAt: Timestamp | null;
  /** A message whose key the channel has seen in the last five minutes is not published again. */
  readonly idempotencyKey: string;
  /** For who is connected now and nobody else. It has no offset. */
  readonly transient: boolean;
  /** What the phone shows when its user did not come and take the message in time: docs/push.md. Only users among the targets get it, and a message without one is never handed over. */
  readonly notification: Notification | null;
}
export const Message: MessageType<Message> = message<Message>("fairway.push.v1.Message", fairwayCode.push.v1.Message, [
  { name: "json", type: "string", rule: "optional", oneof: "data" },
  { name: "binary", type: "bytes", rule: "optional", oneof: "data" },
  { name: "op", type: "int32" },
  { name: "tags", type: "string", rule: "map", key: "string" },
  { name: "expiresAt", proto: "expires_at", type: "message", of: () => Timestamp, rule: "optional" },
  { name: "idempotencyKey", proto: "idempotency_key", type: "string" },
  { name: "transient", type: "bool" },
  { name: "notification", type: "message", of: () => Notification, rule: "optional" },
], { longs: true });

/** A message that its user did not take in time. */

export interface Missed {
  readonly id: string;
  readonly user: string;
  readonly notification: Notification | null;
  /** From then on it is worth nothing. */
  readonly expiresAt: Timestamp | null;
}
export const Missed: MessageType<Missed> = message<Missed>("fairway.push.v1.Missed", fairwayCode.push.v1.Missed, [
  { name: "id", type: "string" },
  { name: "user", type: "string" },
  { name: "notification", type: "message", of: () => Notification, rule: "optional" },
  { name: "expiresAt", proto: "expires_at", type: "message", of: () => Timestamp, rule: "optional" },
], { longs: true });

/** What FCM's and APNs' notifications have in common. All of it together weighs 3 KB at most, as those services take 4 KB. */

export interface Notification {
  readonly title: string;
  readonly body: string;
  /** A later one with the same key takes this one's place, also on the phone. At most 64 bytes, APNs' limit. */
  readonly collapseKey: string;
  /** How long it is worth something, from when it was published: at most 28 days, FCM's limit; 0 is a day. */
  readonly ttlSeconds: number;
  /** For the app. Without title and body it is all that there is, and nothing is shown. */
  readonly data: Readonly<Record<string, string>>;
  /** A sound of the app, or `default`. */
  readonly sound: string;
  /** The number at the app's icon. */
  readonly badge?: number;
}
export const Notification: MessageType<Notification> = message<Notification>("fairway.push.v1.Notification", fairwayCode.push.v1.Notification, [
  { name: "title", type: "string" },
  { name: "body", type: "string" },
  { name: "collapseKey", proto: "collapse_key", type: "string" },
  { name: "ttlSeconds", proto: "ttl_seconds", type: "uint32" },
  { name: "data", type: "string", rule: "map", key: "string" },
  { name: "sound", type: "string" },
  { name: "badge", type: "uint32", rule: "optional" },
]);


export interface OnlineRequest {
  /** At most 1 000. */
  readonly channels: readonly string[];
}
export const OnlineRequest: MessageType<OnlineRequest> = message<OnlineRequest>("fairway.push.v1.OnlineRequest", fairwayCode.push.v1.OnlineRequest, [
  { name: "channels", type: "string", rule: "repeated" },
]);


export interface OnlineResponse {
  readonly connections: Readonly<Record<string, number>>;
}
export const OnlineResponse: MessageType<OnlineResponse> = message<OnlineResponse>("fairway.push.v1.OnlineResponse", fairwayCode.push.v1.OnlineResponse, [
  { name: "connections", type: "uint32", rule: "map", key: "string" },
]);


export interface Position {
  readonly epoch: string;
  readonly offset: bigint;
}
export const Position: MessageType<Position> = message<Position>("fairway.push.v1.Position", fairwayCode.push.v1.Position, [
  { name: "epoch", type: "string" },
  { name: "offset", type: "uint64" },
], { longs: true });


export interface PresenceRequest {
  readonly channel: string;
}
export const PresenceRequest: MessageType<PresenceRequest> = message<PresenceRequest>("fairway.push.v1.PresenceRequest", fairwayCode.push.v1.PresenceRequest, [
  { name: "channel", type: "string" },
]);


export interface PresenceResponse {
  /** At most 10 000 of them. */
  readonly clients: readonly ClientInfo[];
}
export const PresenceResponse: MessageType<PresenceResponse> = message<PresenceResponse>("fairway.push.v1.PresenceResponse", fairwayCode.push.v1.PresenceResponse, [
  { name: "clients", type: "message", of: () => ClientInfo, rule: "repeated" },
]);


export interface Publication {
  readonly offset: bigint;
  readonly json?: string;
  readonly binary?: Uint8Array;
  readonly op: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly publishedAt: Timestamp | null;
  readonly expiresAt: Timestamp | null;
  readonly from: ClientInfo | null;
}
export const Publication: MessageType<Publication> = message<Publication>("fairway.push.v1.Publication", fairwayCode.push.v1.Publication, [
  { name: "offset", type: "uint64" },
  { name: "json", type: "string", rule: "optional", oneof: "data" },
  { name: "binary", type: "bytes", rule: "optional", oneof: "data" },
  { name: "op", type: "int32" },
  { name: "tags", type: "string", rule: "map", key: "string" },
  { name: "publishedAt", proto: "published_at", type: "message", of: () => Timestamp, rule: "optional" },
  { name: "expiresAt", proto: "expires_at", type: "message", of: () => Timestamp, rule: "optional" },
  { name: "from", type: "message", of: () => ClientInfo, rule: "optional" },
], { longs: true });


export interface PublishBatchRequest {
  /** At most 1 000. */
  readonly messages: readonly PublishRequest[];
}
export const PublishBatchRequest: MessageType<PublishBatchRequest> = message<PublishBatchRequest>("fairway.push.v1.PublishBatchRequest", fairwayCode.push.v1.PublishBatchRequest, [
  { name: "messages", type: "message", of: () => PublishRequest, rule: "repeated" },
], { longs: true });


export interface PublishBatchResponse {
  /** In the order of the messages. */
  readonly responses: readonly PublishResponse[];
}
export const PublishBatchResponse: MessageType<PublishBatchResponse> = message<PublishBatchResponse>("fairway.push.v1.PublishBatchResponse", fairwayCode.push.v1.PublishBatchResponse, [
  { name: "responses", type: "message", of: () => PublishResponse, rule: "repeated" },
], { longs: true });


export interface PublishRequest {
  readonly targets: Targets | null;
  readonly message: Message | null;
}
export const PublishRequest: MessageType<PublishRequest> = message<PublishRequest>("fairway.push.v1.PublishRequest", fairwayCode.push.v1.PublishRequest, [
  { name: "targets", type: "message", of: () => Targets, rule: "optional" },
  { name: "message", type: "message", of: () => Message, rule: "optional" },
], { longs: true });


export interface PublishResponse {
  /** One for each target, in their order: users, keys, channels, all. */
  readonly results: readonly Result[];
  /** Shards that have subscribers among the targets, each counted once a target. */
  readonly shards: number;
}
export const PublishResponse: MessageType<PublishResponse> = message<PublishResponse>("fairway.push.v1.PublishResponse", fairwayCode.push.v1.PublishResponse, [
  { name: "results", type: "message", of: () => Result, rule: "repeated" },
  { name: "shards", type: "uint32" },
], { longs: true });


export interface RegisterDeviceRequest {
  /** Firebase Cloud Messaging's registration token. */
  readonly fcm?: string;
  /** Apple Push Notification service's device token, in hexadecimal. */
  readonly apns?: string;
}
export const RegisterDeviceRequest: MessageType<RegisterDeviceRequest> = message<RegisterDeviceRequest>("fairway.push.v1.RegisterDeviceRequest", fairwayCode.push.v1.RegisterDeviceRequest, [
  { name: "fcm", type: "string", rule: "optional", oneof: "token" },
  { name: "apns", type: "string", rule: "optional", oneof: "token" },
], { sensitive: true });


export interface RegisterDeviceResponse {
}
export const RegisterDeviceResponse: MessageType<RegisterDeviceResponse> = message<RegisterDeviceResponse>("fairway.push.v1.RegisterDeviceResponse", fairwayCode.push.v1.RegisterDeviceResponse, [
]);


export interface Result {
  readonly channel: string;
  /** Where the message is; absent where it was refused. */
  readonly position: Position | null;
  readonly shards: number;
  readonly duplicate: boolean;
  /** A code of Connect; empty where it was published. */
  readonly refused: string;
  readonly reason: string;
}
export const Result: MessageType<Result> = message<Result>("fairway.push.v1.Result", fairwayCode.push.v1.Result, [
  { name: "channel", type: "string" },
  { name: "position", type: "message", of: () => Position, rule: "optional" },
  { name: "shards", type: "uint32" },
  { name: "duplicate", type: "bool" },
  { name: "refused", type: "string" },
  { name: "reason", type: "string" },
], { longs: true });


export interface ShardsRequest {
}
export const ShardsRequest: MessageType<ShardsRequest> = message<ShardsRequest>("fairway.push.v1.ShardsRequest", fairwayCode.push.v1.ShardsRequest, [
]);


export interface ShardsResponse {
  readonly region: string;
  /** All counts that there were, rising; the last is in force. */
  readonly counts: readonly number[];
}
export const ShardsResponse: MessageType<ShardsResponse> = message<ShardsResponse>("fairway.push.v1.ShardsResponse", fairwayCode.push.v1.ShardsResponse, [
  { name: "region", type: "string" },
  { name: "counts", type: "uint32", rule: "repeated" },
]);


export interface SubscribeRequest {
  readonly user: string;
  readonly channel: string;
}
export const SubscribeRequest: MessageType<SubscribeRequest> = message<SubscribeRequest>("fairway.push.v1.SubscribeRequest", fairwayCode.push.v1.SubscribeRequest, [
  { name: "user", type: "string" },
  { name: "channel", type: "string" },
]);


export interface SubscribeResponse {
  readonly connections: number;
}
export const SubscribeResponse: MessageType<SubscribeResponse> = message<SubscribeResponse>("fairway.push.v1.SubscribeResponse", fairwayCode.push.v1.SubscribeResponse, [
  { name: "connections", type: "uint32" },
]);

/** Where a message goes: at least one target, each once. */

export interface Targets {
  /** Private streams: all devices of a user. */
  readonly users: readonly string[];
  /** Private streams of devices. */
  readonly keys: readonly string[];
  readonly channels: readonly string[];
  /** Everybody who is connected: the channel all. */
  readonly all: boolean;
}
export const Targets: MessageType<Targets> = message<Targets>("fairway.push.v1.Targets", fairwayCode.push.v1.Targets, [
  { name: "users", type: "string", rule: "repeated" },
  { name: "keys", type: "string", rule: "repeated" },
  { name: "channels", type: "string", rule: "repeated" },
  { name: "all", type: "bool" },
]);


export interface TopRequest {
  /** Only channels that begin with it. */
  readonly prefix: string;
  /** At most 1 000. */
  readonly limit: number;
}
export const TopRequest: MessageType<TopRequest> = message<TopRequest>("fairway.push.v1.TopRequest", fairwayCode.push.v1.TopRequest, [
  { name: "prefix", type: "string" },
  { name: "limit", type: "uint32" },
]);


export interface TopResponse {
  readonly channels: readonly ChannelCount[];
}
export const TopResponse: MessageType<TopResponse> = message<TopResponse>("fairway.push.v1.TopResponse", fairwayCode.push.v1.TopResponse, [
  { name: "channels", type: "message", of: () => ChannelCount, rule: "repeated" },
]);


export interface TotalRequest {
}
export const TotalRequest: MessageType<TotalRequest> = message<TotalRequest>("fairway.push.v1.TotalRequest", fairwayCode.push.v1.TotalRequest, [
]);


export interface TotalResponse {
  readonly connections: number;
  /** Different addresses that they come from, as far as a shard tells them apart. */
  readonly addresses: number;
}
export const TotalResponse: MessageType<TotalResponse> = message<TotalResponse>("fairway.push.v1.TotalResponse", fairwayCode.push.v1.TotalResponse, [
  { name: "connections", type: "uint32" },
  { name: "addresses", type: "uint32" },
]);


export interface UnregisterDeviceRequest {
  readonly fcm?: string;
  readonly apns?: string;
}
export const UnregisterDeviceRequest: MessageType<UnregisterDeviceRequest> = message<UnregisterDeviceRequest>("fairway.push.v1.UnregisterDeviceRequest", fairwayCode.push.v1.UnregisterDeviceRequest, [
  { name: "fcm", type: "string", rule: "optional", oneof: "token" },
  { name: "apns", type: "string", rule: "optional", oneof: "token" },
], { sensitive: true });


export interface UnregisterDeviceResponse {
}
export const UnregisterDeviceResponse: MessageType<UnregisterDeviceResponse> = message<UnregisterDeviceResponse>("fairway.push.v1.UnregisterDeviceResponse", fairwayCode.push.v1.UnregisterDeviceResponse, [
]);


export interface UnsubscribeRequest {
  readonly user: string;
  readonly channel: string;
}
export const UnsubscribeRequest: MessageType<UnsubscribeRequest> = message<UnsubscribeRequest>("fairway.push.v1.UnsubscribeRequest", fairwayCode.push.v1.UnsubscribeRequest, [
  { name: "user", type: "string" },
  { name: "channel", type: "string" },
]);


export interface UnsubscribeResponse {
  readonly connections: number;
}
export const UnsubscribeResponse: MessageType<UnsubscribeResponse> = message<UnsubscribeResponse>("fairway.push.v1.UnsubscribeResponse", fairwayCode.push.v1.UnsubscribeResponse, [
  { name: "connections", type: "uint32" },
]);


export interface Timestamp {
  readonly seconds: bigint;
  readonly nanos: number;
}
export const Timestamp: MessageType<Timestamp> = message<Timestamp>("google.protobuf.Timestamp", googleCode.protobuf.Timestamp, [
  { name: "seconds", type: "int64" },
  { name: "nanos", type: "int32" },
], { longs: true });

/** Devices of the caller that mobile notification services reach. Source of truth: origin/notify. */

export const DeviceService = {
  name: "fairway.push.v1.DeviceService",
  methods: {
    /** To be called with each start of the app, and when the service gives it another token. A token belongs to who registered it last. */
    registerDevice: { name: "RegisterDevice", input: RegisterDeviceRequest, output: RegisterDeviceResponse, idempotency: "idempotent" } as MethodType<RegisterDeviceRequest, RegisterDeviceResponse>,
    unregisterDevice: { name: "UnregisterDevice", input: UnregisterDeviceRequest, output: UnregisterDeviceResponse, idempotency: "idempotent" } as MethodType<UnregisterDeviceRequest, UnregisterDeviceResponse>,
  },
} as const satisfies ServiceType;

/** What an edge hands over to the origin. For edges, with a token of theirs in the header authorization: Bearer. */

export const NotificationService = {
  name: "fairway.push.v1.NotificationService",
  methods: {
    /** Each id is taken once, however often it comes. All of them are taken, or none. */
    handOver: { name: "HandOver", input: HandOverRequest, output: HandOverResponse, idempotency: "idempotent" } as MethodType<HandOverRequest, HandOverResponse>,
  },
} as const satisfies ServiceType;


export const PushService = {
  name: "fairway.push.v1.PushService",
  methods: {
    /** Answered when the message is on disk for each of its targets. A target that refuses it does not keep it from the others. */
    publish: { name: "Publish", input: PublishRequest, output: PublishResponse, idempotency: "unsafe" } as MethodType<PublishRequest, PublishResponse>,
    /** Many messages at once, each with targets of its own: one request, and one commit for all that a shard keeps. */
    publishBatch: { name: "PublishBatch", input: PublishBatchRequest, output: PublishBatchResponse, idempotency: "unsafe" } as MethodType<PublishBatchRequest, PublishBatchResponse>,
    /** What a channel has kept, with where it stands. */
    history: { name: "History", input: HistoryRequest, output: HistoryResponse, idempotency: "safe" } as MethodType<HistoryRequest, HistoryResponse>,
    /** Forgets what a channel has kept. Readers behind that are told so, by recovered: false. */
    clearHistory: { name: "ClearHistory", input: ClearHistoryRequest, output: ClearHistoryResponse, idempotency: "idempotent" } as MethodType<ClearHistoryRequest, ClearHistoryResponse>,
    /** Who is in a channel. */
    presence: { name: "Presence", input: PresenceRequest, output: PresenceResponse, idempotency: "safe" } as MethodType<PresenceRequest, PresenceResponse>,
    /** How many connections each of the channels has, 0 where it has none. At most 1 s old. */
    online: { name: "Online", input: OnlineRequest, output: OnlineResponse, idempotency: "safe" } as MethodType<OnlineRequest, OnlineResponse>,
    /** The channels with the most connections. At most 1 s old. */
    top: { name: "Top", input: TopRequest, output: TopResponse, idempotency: "safe" } as MethodType<TopRequest, TopResponse>,
    /** All connections. At most 1 s old. */
    total: { name: "Total", input: TotalRequest, output: TotalResponse, idempotency: "safe" } as MethodType<TotalRequest, TotalResponse>,
    /** Closes connections of a user or a device: also what signing out calls. */
    disconnect: { name: "Disconnect", input: DisconnectRequest, output: DisconnectResponse, idempotency: "idempotent" } as MethodType<DisconnectRequest, DisconnectResponse>,
    /** Keeps a user or a device out until then, connected or not: closes its connections, and opens none. Messages are kept for it all the same. */
    ban: { name: "Ban", input: BanRequest, output: BanResponse, idempotency: "idempotent" } as MethodType<BanRequest, BanResponse>,
    /** Lets it in again, also with tokens that were taken back. Sessions that have ended stay so. */
    liftBan: { name: "LiftBan", input: LiftBanRequest, output: LiftBanResponse, idempotency: "idempotent" } as MethodType<LiftBanRequest, LiftBanResponse>,
    /** Who is kept out: one, or all by pages. */
    bans: { name: "Bans", input: BansRequest, output: BansResponse, idempotency: "safe" } as MethodType<BansRequest, BansResponse>,
    /** Subscribes the connections that a user has now to a channel, whatever the rights are. */
    subscribe: { name: "Subscribe", input: SubscribeRequest, output: SubscribeResponse, idempotency: "idempotent" } as MethodType<SubscribeRequest, SubscribeResponse>,
    unsubscribe: { name: "Unsubscribe", input: UnsubscribeRequest, output: UnsubscribeResponse, idempotency: "idempotent" } as MethodType<UnsubscribeRequest, UnsubscribeResponse>,
    /** How many shards there are. For operators. */
    shards: { name: "Shards", input: ShardsRequest, output: ShardsResponse, idempotency: "safe" } as MethodType<ShardsRequest, ShardsResponse>,
    /** Adds shards while everything runs: streams move when they are next asked for. For operators. */
    addShards: { name: "AddShards", input: AddShardsRequest, output: ShardsResponse, idempotency: "idempotent" } as MethodType<AddShardsRequest, ShardsResponse>,
  },
} as const satisfies ServiceType;
