// Generated from proto/*.proto by `npm run gen`. Do not edit.

import { message } from "../message/message.ts";
import type { MessageType } from "../message/message.ts";
import { fairway as fairwayCode } from "./batch.js";

/** One frame of a streamed reply, length-delimited. Replies that carry a secret travel in `plain`, never compressed; the others may travel in `packed`: a delimited sequence of BatchReply, as raw deflate whose dictionary is the last 32 KiB of (preset dictionary + everything unpacked so far in this reply). */

export interface BatchFrame {
  readonly plain: readonly BatchReply[];
  readonly packed: Uint8Array;
}
export const BatchFrame: MessageType<BatchFrame> = message<BatchFrame>("fairway.batch.v1.BatchFrame", fairwayCode.batch.v1.BatchFrame, [
  { name: "plain", type: "message", of: () => BatchReply, rule: "repeated" },
  { name: "packed", type: "bytes" },
]);


export interface BatchItem {
  /** Unique in the batch. */
  readonly id: string;
  /** "" = GET. */
  readonly method: string;
  /** Relative: a path with its query. */
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  /** Ids of items that must have succeeded first. */
  readonly dependsOn: readonly string[];
  /** 0 = the route's own time-out. */
  readonly timeoutMs: number;
  /** Higher is more important; 0 is usual. */
  readonly priority: number;
  /** The sender reads nothing of a success but its status, its body and how to read that: other headers may be left out, and the content type too where it is protobuf. */
  readonly bare: boolean;
}
export const BatchItem: MessageType<BatchItem> = message<BatchItem>("fairway.batch.v1.BatchItem", fairwayCode.batch.v1.BatchItem, [
  { name: "id", type: "string" },
  { name: "method", type: "string" },
  { name: "url", type: "string" },
  { name: "headers", type: "message", of: () => Header, rule: "repeated" },
  { name: "body", type: "bytes" },
  { name: "dependsOn", proto: "depends_on", type: "string", rule: "repeated" },
  { name: "timeoutMs", proto: "timeout_ms", type: "uint32" },
  { name: "priority", type: "int32" },
  { name: "bare", type: "bool" },
]);


export interface BatchReply {
  readonly id: string;
  /** HTTP status; 0 = 200. */
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  /** It carries a secret: whoever passes it on must neither store it nor compress it together with anything else. */
  readonly sensitive: boolean;
}
export const BatchReply: MessageType<BatchReply> = message<BatchReply>("fairway.batch.v1.BatchReply", fairwayCode.batch.v1.BatchReply, [
  { name: "id", type: "string" },
  { name: "status", type: "uint32" },
  { name: "headers", type: "message", of: () => Header, rule: "repeated" },
  { name: "body", type: "bytes" },
  { name: "sensitive", type: "bool" },
]);


export interface BatchRequest {
  readonly requests: readonly BatchItem[];
}
export const BatchRequest: MessageType<BatchRequest> = message<BatchRequest>("fairway.batch.v1.BatchRequest", fairwayCode.batch.v1.BatchRequest, [
  { name: "requests", type: "message", of: () => BatchItem, rule: "repeated" },
]);


export interface BatchResponse {
  readonly responses: readonly BatchReply[];
}
export const BatchResponse: MessageType<BatchResponse> = message<BatchResponse>("fairway.batch.v1.BatchResponse", fairwayCode.batch.v1.BatchResponse, [
  { name: "responses", type: "message", of: () => BatchReply, rule: "repeated" },
]);


export interface Header {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}
export const Header: MessageType<Header> = message<Header>("fairway.batch.v1.Header", fairwayCode.batch.v1.Header, [
  { name: "name", type: "string" },
  { name: "value", type: "string" },
]);
