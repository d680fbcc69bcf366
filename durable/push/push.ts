/**
 * The objects of push, and what the edge must know of them. The front door of the room: docs/push.md.
 * @module
 */
export { PushChannel } from "./channel.ts";
export type {
  Ban,
  BanRow,
  ChannelCounts,
  DirectOptions,
  DirectQuery,
  HistoryPage,
  HostStub,
  KickQuery,
  Pass,
  ShardCensus,
  ShardStub,
  ShardTotals,
} from "./delivery.ts";
export type { Denied, GateStub, Grant, Identity, ServiceCall, ServiceReply } from "./gate.ts";
export { PushMap } from "./map.ts";
export type { HistoryQuery } from "./protocol.ts";
export { PushRelay } from "./relay.ts";
export type { Opening } from "./sessions.ts";
export { PushShard } from "./shard.ts";
