/**
 * The reply to an item as it stands in the envelope: read whole, within what the batch may hold, and with the headers that mean
 * something there.
 * @module
 */
import type { BatchItem, BatchReply, HeaderField } from "../../proto/batch/batch.ts";
import { type Bytes, isProtobufType } from "../../proto/codec/codec.ts";
import { Fault } from "../../proto/fault.ts";
import { type Budget, readReply } from "../codec/codec.ts";
import type { Call } from "../route/call.ts";

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
  "x-powered-by",
]);
const EMPTY: Bytes = new Uint8Array(0);
/** The codings that the runtime takes off while a body is read. */
const INFLATED = new Set(["identity", "gzip", "br"]);

/**
 * @param budget what the bodies of the batch may still take
 * @param wanted whether another item may take a value from this reply
 * @throws Fault resource_exhausted (502) where the body is beyond the budget, and what {@link readReply} throws
 */
export async function itemReply(
  item: BatchItem,
  call: Call,
  response: Response,
  budget: Budget,
  wanted: boolean,
): Promise<BatchReply> {
  const body = item.method === "HEAD" ? EMPTY : await readWithin(call, response, budget);
  const headers = fieldsOf(response.headers);
  const json = wanted ? jsonOf(call, response, body) : undefined;
  return {
    id: item.id,
    status: response.status,
    headers,
    body,
    // A cookie is a secret too, and it stands in the same frame as the body.
    sensitive: call.sensitive === true || response.headers.has("set-cookie"),
    ...(json === undefined ? {} : { json }),
  };
}

async function readWithin(call: Call, response: Response, budget: Budget): Promise<Bytes> {
  const read = await readReply(call, response, budget);
  if (read.bytes !== undefined) return read.bytes;
  await read.rest.cancel();
  const message = `the replies of a batch have at most ${REPLY_BYTES_MAX} bytes; send this request on its own`;
  throw new Fault("resource_exhausted", message, { status: 502 });
}

function fieldsOf(headers: Headers): HeaderField[] {
  const fields: HeaderField[] = [];
  for (const [name, value] of headers) {
    if (DROPPED_HEADERS.has(name) || name === "set-cookie") continue;
    if (name === "content-encoding" && INFLATED.has(value.trim().toLowerCase())) continue;
    fields.push([name, value]);
  }
  for (const cookie of headers.getSetCookie()) fields.push(["set-cookie", cookie]);
  return fields;
}

/** How a protobuf body reads as JSON; undefined where it is JSON itself, or where nobody knows its message. */
function jsonOf(call: Call, response: Response, body: Bytes): (() => unknown) | undefined {
  if (call.json !== undefined) return call.json;
  const message = call.route?.rpc?.output;
  if (message === undefined || !isProtobufType(response.headers.get("content-type"))) return undefined;
  return () => message.toJson(message.decode(body) as never);
}
