/**
 * The objects of push, and what the edge needs to reach them. The front door of the room: docs/push.md.
 * @module
 */
export { PushChannel } from "./channel.ts";
export type {
  ChannelCounts,
  HistoryPage,
  HostStub,
  KickQuery,
  MapStub,
  Moved,
  ShardStub,
  ShardTotals,
} from "./delivery.ts";
export { randomText } from "./effects.ts";
export type { Denied, GateStub, Grant, Identity } from "./gate.ts";
export { shardNames } from "./host.ts";
export { type Hosts, hosts } from "./hosts.ts";
export { type MapReader, mapReader, PushMap } from "./map.ts";
export type { HistoryQuery } from "./protocol.ts";
export { PushRelay } from "./relay.ts";
export type { Opening } from "./sessions.ts";
export { OPEN_HEADER, PushShard } from "./shard.ts";
