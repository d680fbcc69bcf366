/**
 * A request on its way in: inflated under a limit, and JSON where the upstream speaks JSON.
 *
 * Only what the edge must understand is read: a body whose route names a message, or one in the edge's private coding. Any
 * other body streams on as the client coded it, because `Content-Encoding` is between the client and the upstream
 * (RFC 9110 §8.4), and its limit is the proxy's.
 * @module
 */
import {
  type Bytes,
  DICTIONARY_CODING,
  decompress,
  findDictionary,
  isJsonType,
  isProtobufType,
  JSON_TYPE,
  PROTOBUF_TYPES,
  parseCoding,
} from "../../proto/codec/codec.ts";
import { Fault } from "../../proto/fault.ts";
import type { AnyMessage } from "../../proto/message/message.ts";
import type { Call, EditableHeaders, IncomingRequest, ReadableHeaders } from "../route/call.ts";
import type { OutgoingRequest } from "../upstream/upstream.ts";
import { type BoundedBody, readBounded } from "./bounded-body.ts";
import { chunkReader } from "./chunk-reader.ts";
import type { CodecDeps } from "./codec.ts";
import { conditionsForUpstream } from "./etag.ts";
import { wishOf } from "./wish.ts";

/** A body that is read here is in memory three times over: bytes, message, JSON. An isolate has 128 MB. */
const READ_BYTES_MAX = 4_194_304;
/** They speak of bytes that the edge has replaced (RFC 9530; the older two were its forerunners). */
const DIGEST_HEADERS = ["content-digest", "repr-digest", "digest", "content-md5"];
const TEXT = new TextEncoder();
const EMPTY = new Uint8Array(0);

type Body = OutgoingRequest["body"];

export function codeRequest(call: Call, headers: EditableHeaders, deps: CodecDeps): Body | Promise<Body> {
  const { route } = call;
  if (route === undefined) throw new Error("a call is routed before its request is coded");
  const { request, response } = route.messages;
  // A reply may repeat what the request said.
  if (route.sensitive || request?.sensitive === true || response?.sensitive === true) call.sensitive = true;
  prepareReply(call, headers, deps);
  const message = route.messages.request;
  const protobuf = message !== undefined && isProtobufType(headers.get("content-type"));
  // No bytes at all are a protobuf message too: the one with nothing but defaults.
  const body = call.item?.body ?? call.request.body ?? (protobuf ? EMPTY : null);
  // That of an item is here already, and may have grown by the values that were put into it.
  if (body instanceof Uint8Array && body.length > route.bodyBytesMax) throw tooLarge(route.bodyBytesMax);
  const coded = (headers.get("content-encoding") ?? "").trim().toLowerCase();
  if (body === null || (message === undefined && coded !== DICTIONARY_CODING)) return body;
  if (message !== undefined && !protobuf) {
    requireJson(call.request.headers);
    if (parseCoding(coded) === "identity") return body;
  }
  return readRequest(call, body, headers, deps);
}

/** Asks the upstream for a reply that the edge can work with. */
function prepareReply(call: Call, headers: EditableHeaders, { dictionaries }: CodecDeps): void {
  const wish = wishOf(call, dictionaries);
  conditionsForUpstream(headers, wish.media, wish.codings);
  if (wish.protobuf !== undefined) {
    headers.set("accept", JSON_TYPE);
    // A part of the JSON is no part of the message.
    headers.delete("range");
    headers.delete("if-range");
  }
  const acceptEncoding = headers.get("accept-encoding");
  if (acceptEncoding === null) return;
  if (findDictionary(headers.get("available-dictionary"), dictionaries) !== undefined) {
    headers.delete("available-dictionary"); // It was meant for the edge.
  }
  const others = acceptEncoding.split(",").filter((choice) => !isOurs(choice));
  // A reply that is transcoded here would be inflated first, and a secret is not compressed by anyone.
  if (wish.protobuf !== undefined || call.sensitive === true || others.length === 0) headers.delete("accept-encoding");
  else if (acceptEncoding.includes(DICTIONARY_CODING)) headers.set("accept-encoding", others.join(",").trim());
}

function isOurs(choice: string): boolean {
  return choice.split(";", 1)[0]?.trim().toLowerCase() === DICTIONARY_CODING;
}

async function readRequest(
  call: Call,
  body: NonNullable<Body>,
  headers: EditableHeaders,
  deps: CodecDeps,
): Promise<Bytes> {
  const bytesMax = Math.min(READ_BYTES_MAX, call.route?.bodyBytesMax ?? READ_BYTES_MAX);
  const held = body instanceof Uint8Array ? body : undefined;
  const plain = await readPlain(call, held, headers.get("content-encoding"), bytesMax, deps);
  const message = call.route?.messages.request;
  const transcoded = message !== undefined && isProtobufType(headers.get("content-type"));
  const result = transcoded ? jsonOf(message, plain) : plain;
  if (transcoded) headers.set("content-type", JSON_TYPE);
  for (const name of ["content-encoding", "content-length", "available-dictionary", ...DIGEST_HEADERS]) {
    headers.delete(name);
  }
  return result;
}

/** @param held the body where it is in memory already */
export async function readPlain(
  call: Call,
  held: Bytes | undefined,
  coding: string | null,
  bytesMax: number,
  { compressor, dictionaries }: CodecDeps,
): Promise<Bytes> {
  const wire = held ?? (await readWhole(call.request, bytesMax));
  if (wire.length > bytesMax) throw tooLarge(bytesMax);
  const availableDictionary = call.request.headers.get("available-dictionary");
  const plain = decompress(wire, coding, { compressor, bytesMax, dictionaries, availableDictionary });
  call.entry.bytesIn = wire.length;
  call.entry.bytesInPlain = plain.length;
  return plain;
}

/**
 * A body that is read whole has this long to arrive, or a client that sends a byte an hour would hold an invocation for days. A MiB at
 * 0.3 Mbit/s, which is a bad 2G, takes 28 s.
 */
const ARRIVAL_MS_MAX = 30_000;

/**
 * The body of a request, as it is coded.
 * @throws Fault resource_exhausted (413), invalid_argument where the client breaks off, deadline_exceeded (408) where it dawdles
 */
export async function readWhole(
  request: IncomingRequest,
  bytesMax: number,
  arrivalMsMax = ARRIVAL_MS_MAX,
): Promise<Bytes> {
  const { body, headers } = request;
  if (body === null) return EMPTY;
  const declared = headers.get("content-length");
  if (Number(declared ?? 0) > bytesMax) throw tooLarge(bytesMax);
  let read: BoundedBody;
  try {
    // A body of known length is read by the runtime in one go, in half the time.
    read = await inTime(
      declared === null
        ? readBounded(chunkReader(body), { bytesLeft: bytesMax })
        : request.arrayBuffer().then((buffer) => ({ bytes: new Uint8Array(buffer) })),
      arrivalMsMax,
    );
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault("invalid_argument", "the body breaks off", { cause });
  }
  if (read.bytes !== undefined) return read.bytes;
  await read.rest.cancel();
  throw tooLarge(bytesMax);
}

/** @throws Fault deadline_exceeded (408) */
async function inTime<T>(arriving: Promise<T>, ms: number): Promise<T> {
  let timer: number | null = null;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () => fail(new Fault("deadline_exceeded", `the body did not arrive in ${ms} ms`, { status: 408 })),
      ms,
    );
  });
  try {
    return await Promise.race([arriving, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(bytesMax: number): Fault {
  return new Fault("resource_exhausted", `the body is larger than ${bytesMax} bytes`, { status: 413 });
}

function jsonOf(message: AnyMessage, bytes: Bytes): Bytes {
  return TEXT.encode(JSON.stringify(message.toJson(message.decode(bytes) as never))) as Bytes;
}

function requireJson(headers: ReadableHeaders): void {
  if (isJsonType(headers.get("content-type")) || headers.get("content-length") === "0") return;
  throw new Fault("invalid_argument", "the body is neither JSON nor protobuf", {
    status: 415,
    headers: { accept: [JSON_TYPE, ...PROTOBUF_TYPES].join(", ") },
  });
}
