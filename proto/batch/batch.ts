/**
 * Requests merged into one: `POST /$batch`. The front door of the room.
 *
 * A server parses the envelope ({@link parseBatch}), runs it ({@link runBatch}) and writes each reply as it gets ready
 * ({@link batchWriter}); a client renders the envelope ({@link renderBatch}) and reads the replies ({@link batchReader}).
 *
 * | format | request | reply | for |
 * |---|---|---|---|
 * | `json` | `application/json` | `{"responses":[…]}` | clients of OData and Microsoft Graph |
 * | `jsonl` | – | one JSON object a line | browsers, curl |
 * | `protobuf` | `application/x-protobuf` | `BatchResponse` | whoever wants it whole |
 * | `frames` | – | length-delimited `BatchFrame` | the SDK, and one tier to the next |
 * @module
 */
export { type BatchRun, runBatch } from "./engine.ts";
export {
  BATCH_OFFERS,
  type BatchFormat,
  type BatchReader,
  type BatchWriter,
  batchReader,
  batchWriter,
  parseBatch,
  renderBatch,
} from "./format.ts";
export {
  BATCH_BYTES_MAX,
  BATCH_ITEMS_MAX,
  type BatchItem,
  type BatchReply,
  type HeaderField,
  headerOf,
  ITEM_TIMEOUT_MS_MAX,
} from "./model.ts";
export { problemReply } from "./problem-reply.ts";
export { readyReplies } from "./ready-replies.ts";
export { escapeReference } from "./reference.ts";
export { batchFormat, wholeReply } from "./whole-reply.ts";
