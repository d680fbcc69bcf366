/**
 * The reply to an item as it stands in the envelope: read whole, within what the batch may hold, and with the headers that mean
 * something there.
 * @module
 */
import { type BatchItem, type BatchReply, type HeaderField, headerOf } from "../../proto/batch/batch.ts";
import { type Bytes, type Compressor, isProtobufType } from "../../proto/codec/codec.ts";
import { Fault } from "../../proto/fault.ts";
import { cacheStatus } from "../cache/cache.ts";
import { type Budget, fieldsOfReply, readReply } from "../codec/codec.ts";
import type { Call, Reply } from "../route/call.ts";

/** All bodies of a batch together. An isolate has 128 MB and serves many; a cold start of 20 calls has some 100 KB. */
export const REPLY_BYTES_MAX = 8_388_608;

/** They speak of a connection that ends at the edge, of its server, or of a length that the envelope tells itself. */
const DROPPED_HEADERS = new Set([
  "accept-ranges",
  "alt-svc",
  "connection",
  "content-length",
  "date",
  "keep-alive",
  "nel",
  "proxy-authenticate",
  "proxy-connection",
  "report-to",
  "server",
  "server-timing",
  "strict-transport-security",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "vary",
  "via",
  "x-aspnet-version",
  "x-powered-by",
]);
const EMPTY: Bytes = new Uint8Array(0);

export interface ItemReplyContext {
  readonly compressor: Compressor;
  /** What the bodies of the batch may still take. */
  readonly budget: Budget;
  /** Ids of the items whose replies others may take a value from. */
  readonly wanted: ReadonlySet<string>;
}

/**
 * @throws Fault resource_exhausted (502) where the body is beyond the budget, unavailable (502) where it is not what its coding
 *   says, and what {@link readReply} throws
 */
export async function itemReply(
  { id, method }: BatchItem,
  call: Call,
  response: Reply,
  { compressor, budget, wanted }: ItemReplyContext,
): Promise<BatchReply> {
  const fields = fieldsOfReply(response);
  const wire = method === "HEAD" ? EMPTY : await readWithin(call, response, budget);
  const gzip = wire.length > 0 && headerOf(fields, "content-encoding")?.trim().toLowerCase() === "gzip";
  const body = gzip ? inflated(wire, compressor, budget) : wire;
  const json = wanted.has(id) ? jsonOf(call, fields, body) : undefined;
  return {
    id,
    status: response.status,
    headers: keptOf(call, fields, gzip),
    body,
    // A cookie is a secret too, and it stands in the same frame as the body.
    sensitive: call.sensitive === true || headerOf(fields, "set-cookie") !== null,
    ...(json === undefined ? {} : { json }),
  };
}

async function readWithin(call: Call, response: Reply, budget: Budget): Promise<Bytes> {
  const read = await readReply(call, response, budget);
  if (read.bytes !== undefined) return read.bytes;
  await read.rest.cancel();
  throw tooMuch();
}

/** An upstream may compress although no item asks for it. */
function inflated(bytes: Bytes, compressor: Compressor, budget: Budget): Bytes {
  let plain: Bytes;
  try {
    plain = compressor.gunzip(bytes, bytes.length + budget.bytesLeft);
  } catch (cause) {
    if (cause instanceof Fault && cause.code === "resource_exhausted") throw tooMuch();
    throw new Fault("unavailable", "the upstream's reply is not the gzip that it claims to be", { status: 502, cause });
  }
  budget.bytesLeft -= plain.length - bytes.length;
  return plain;
}

function tooMuch(): Fault {
  const message = `the replies of a batch have at most ${REPLY_BYTES_MAX} bytes; send this request on its own`;
  return new Fault("resource_exhausted", message, { status: 502 });
}

/** @param inflated whether the coding was taken off */
function keptOf({ cache }: Call, fields: readonly HeaderField[], inflated: boolean): HeaderField[] {
  const connection = headerOf(fields, "connection"); // What it names is of that connection too (RFC 9110 §7.6.1).
  const named = new Set(connection?.split(",").map((name) => name.trim().toLowerCase()));
  const status = cache && cacheStatus(cache, headerOf(fields, "cache-status"));
  const kept = fields.filter(([name]) => {
    if (DROPPED_HEADERS.has(name) || named.has(name)) return false;
    if (name === "cache-status" && status !== undefined) return false;
    return !(inflated && name === "content-encoding");
  });
  if (status !== undefined) kept.push(["cache-status", status]);
  return kept;
}

/** How a protobuf body reads as JSON; undefined where it is JSON itself, or where nobody knows its message. */
function jsonOf(call: Call, fields: readonly HeaderField[], body: Bytes): (() => unknown) | undefined {
  if (call.json !== undefined) return call.json;
  const message = call.route?.rpc?.output;
  if (message === undefined || !isProtobufType(headerOf(fields, "content-type"))) return undefined;
  return () => message.toJson(message.decode(body) as never);
}

/**
 * The reply to an item that asks for no more than is needed: for a typed call, whose caller never sees headers, they are often
 * more bytes than the body. What is left says how to read the body, unless it is protobuf in an envelope of protobuf. A failure
 * keeps all that it has, because a client acts on its headers.
 * @param protobuf whether the envelope is protobuf
 */
export function bareReply(reply: BatchReply, protobuf: boolean): BatchReply {
  if (reply.status >= 300) return reply;
  const kept = ([name, value]: HeaderField): boolean => {
    if (name === "content-type") return !(protobuf && isProtobufType(value));
    return name === "content-encoding" || name === "set-cookie";
  };
  return { ...reply, headers: reply.headers.filter(kept) };
}
