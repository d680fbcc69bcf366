/**
 * The protobuf envelope, `proto/batch.proto`, and the length-delimited sequences that replies stream in:
 *
 *     frames  = *( varint length, BatchFrame )
 *     packed  = deflate( *( varint length, BatchReply ) )
 * @module
 */
import { type Bytes, concat } from "../codec/codec.ts";
import { Fault } from "../fault.ts";
import type { RawItem } from "./check.ts";
import { decodeReply, decodeRequest, encodeReply, encodeRequest, type ReplyMessage } from "./envelope.ts";
import type { BatchItem, BatchReply, HeaderField } from "./model.ts";

/** The usual status, which is 0 on the wire and so takes no byte. */
const USUAL_STATUS = 200;
/** Protobuf's own limit for a message is 2 GiB, whose length has 5 bytes. */
const VARINT_BYTES_MAX = 5;

/** @throws Fault invalid_argument */
export function parseItems(bytes: Uint8Array): RawItem[] {
  return decodeRequest(bytes).map(({ body, ...rest }) => ({ ...rest, body: copyOf(body) }));
}

export function renderItems(items: readonly BatchItem[]): Bytes {
  return encodeRequest(items.map(({ method, ...rest }) => ({ ...rest, method: method === "GET" ? "" : method })));
}

/** The message of a reply; the usual status is left out. */
export function replyMessage({ id, status, headers, body, sensitive = false }: BatchReply) {
  return { id, status: status === USUAL_STATUS ? 0 : status, headers, body, sensitive };
}

/** @throws Fault invalid_argument for a status that is none of HTTP's */
export function replyOf({ id, status, headers, body, sensitive }: ReplyMessage): BatchReply {
  if (status !== 0 && (status < 100 || status > 999)) {
    throw new Fault("invalid_argument", `the status of '${id}' is ${status}, which is none of HTTP's`);
  }
  return {
    id,
    status: status === 0 ? USUAL_STATUS : status,
    headers: headers.map(([name, value]): HeaderField => [name.toLowerCase(), value]),
    body: copyOf(body),
    ...(sensitive ? { sensitive } : {}),
  };
}

/** Replies one after the other, each with its length. */
export function renderDelimited(replies: readonly BatchReply[]): Bytes {
  return concat(replies.map((reply) => delimited(encodeReply(replyMessage(reply)))));
}

/** @throws Fault invalid_argument where it does not end with a reply */
export function parseDelimited(bytes: Uint8Array): BatchReply[] {
  const replies: BatchReply[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = endOfDelimited(bytes, at);
    if (end === undefined) throw new Fault("invalid_argument", "the replies are cut short");
    replies.push(replyOf(decodeReply(bytes.subarray(end.start, end.end))));
    at = end.end;
  }
  return replies;
}

/** A message with its length in front. */
export function delimited(message: Bytes): Bytes {
  const prefix: number[] = [];
  for (let rest = message.length; ; rest >>>= 7) {
    if (rest < 0x80) {
      prefix.push(rest);
      break;
    }
    prefix.push((rest & 0x7f) | 0x80);
  }
  const bytes = new Uint8Array(prefix.length + message.length);
  bytes.set(prefix);
  bytes.set(message, prefix.length);
  return bytes;
}

/**
 * Where the next delimited message stands; undefined where it is not all there yet.
 * @throws Fault invalid_argument for a length that no message has
 */
export function endOfDelimited(bytes: Uint8Array, at: number): { start: number; end: number } | undefined {
  let length = 0;
  for (let i = 0; i < VARINT_BYTES_MAX; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return undefined;
    length += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) {
      const start = at + i + 1;
      return start + length <= bytes.length ? { start, end: start + length } : undefined;
    }
  }
  throw new Fault("invalid_argument", "the length of a frame is too large");
}

/** A body of its own: what was read is a view of the whole envelope. */
function copyOf(body: Uint8Array): Bytes {
  return new Uint8Array(body);
}
