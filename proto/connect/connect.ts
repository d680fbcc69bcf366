/**
 * Connect's unary form (https://connectrpc.com/docs/protocol) as far as it is the same at the edge and at the origin: what a head
 * says, the two codecs, and the handlers of a service. The front door of the room.
 * @module
 */
export { messageOfGet } from "./get.ts";
export { parseTimeout, type UnaryHead, unaryHead } from "./head.ts";
export { CONTENT_TYPES, type Codec, decodeMessage, encodeMessage } from "./message-codec.ts";
export { replyCheck } from "./reply-check.ts";
export { type HandlersOf, implementedMethods, type MethodOf } from "./service.ts";
