/**
 * Push, as edge, objects, origin and SDK share it: channels, publications, shards, settings, and the wire formats. The front door of the room.
 * @module
 */
export {
  CENTRIFUGO_API_PATHS,
  CENTRIFUGO_API_PREFIX,
  CENTRIFUGO_DISCONNECTS,
  CENTRIFUGO_PATHS,
  CENTRIFUGO_UNSUBSCRIBES,
  type CentrifugoError,
  type CentrifugoErrorCode,
  centrifugoError,
} from "./centrifugo-codes.ts";
export { type CentrifugoCommand, parseCentrifugoFrame } from "./centrifugo-commands.ts";
export {
  centrifugoClientInfo,
  centrifugoDisconnectPush,
  centrifugoErrorReply,
  centrifugoPage,
  centrifugoPresence,
  centrifugoPublication,
  centrifugoPush,
  centrifugoReply,
  jsonObject,
  oneLine,
} from "./centrifugo-replies.ts";
export {
  ALL_CHANNEL,
  isKeptByShard,
  keyChannel,
  parseChannel,
  roomChannel,
  roomOf,
  userChannel,
  userOf,
} from "./channel.ts";
export { exactJson } from "./exact-json.ts";
export { type GoimAuth, parseGoimAuth, parseGoimOperations } from "./goim-auth.ts";
export {
  decodeGoimPacket,
  encodeGoimBatch,
  encodeGoimPacket,
  GOIM_OP,
  GOIM_PACKET_BYTES_MAX,
  type GoimPacket,
  goimPacketBytes,
  unwrapGoimFrame,
} from "./goim-frame.ts";
export { GOIM_API_PREFIX, GOIM_PATHS, GOPUSH_API_PREFIX, GOPUSH_PATHS, GOPUSH_SERVERS_PATH } from "./goim-paths.ts";
export {
  GOPUSH_ERROR,
  GOPUSH_HEARTBEAT,
  GOPUSH_OK,
  gopushChannel,
  gopushMessage,
  PRIVATE_GROUP,
  PUBLIC_GROUP,
  parseGopushSubscription,
} from "./gopush.ts";
export {
  GOPUSH_COMMAND_BYTES_MAX,
  GOPUSH_UNREACHABLE,
  type GopushCommand,
  gopushQuery,
  gopushReply,
  parseGopushCommand,
} from "./gopush-resp.ts";
export { IDEMPOTENCY_MS } from "./model.ts";
export { newEpoch, randomText } from "./random.ts";
export {
  type Hosts,
  hosts,
  isYounger,
  type MapReader,
  type MapStub,
  type Moved,
  mapReader,
  OPEN_HEADER,
  shardNames,
} from "./routing.ts";
export { type ChannelOptions, optionsOf, type PushSettings, parsePushSettings } from "./settings.ts";
export { formerHomes, homeOf, type ShardMap, shardIndex, shardName, withCount } from "./shard-map.ts";
