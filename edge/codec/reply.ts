/**
 * A reply on its way out: protobuf where the client likes it best and the reply fits its message, in the smallest coding that
 * the client takes.
 *
 * What cannot be told from a reply's headers is told by reading it, which is why only replies of known or bounded size are
 * read. All others stream through untouched, as the very same object.
 * @module
 */
import { type Bytes, type Coded, compressSmallest, isJsonType, parseMediaType, VARY } from "../../proto/codec/codec.ts";
import { toFault } from "../../proto/fault.ts";
import type { AnyMessage } from "../../proto/message/message.ts";
import type { Call } from "../route/call.ts";
import type { CodecDeps } from "./codec.ts";
import { tagOfNotModified, tagOfVariant } from "./etag.ts";
import { readReply } from "./read-reply.ts";
import { codingTag, type Wish, wishOf } from "./wish.ts";

/**
 * A larger JSON reply goes on as JSON. An isolate has 128 MB, and a batch may have 50 replies in hand at a time; a page of 100
 * full records of the example API has 230 KB.
 */
export const TRANSCODE_BYTES_MAX = 1_048_576;
/** About 5 ms of gzip, in which the isolate serves nobody else. A larger reply goes on as the upstream coded it. */
export const COMPRESS_BYTES_MAX = 262_144;

const CODING_VARY = "Accept-Encoding, Available-Dictionary";
/** They speak of bytes that the edge has replaced: of the content, of its ranges, of its digests (RFC 9110 §14.3, RFC 9530). */
const CONTENT_HEADERS = [
  "content-length",
  "accept-ranges",
  "content-digest",
  "repr-digest",
  "digest",
  "content-md5",
] as const;
const COMPRESSIBLE =
  /^(?:text\/(?!event-stream)|image\/svg\+xml$|application\/(?:[^;]*\+)?(?:json|xml)$|application\/(?:javascript|jsonl|x-ndjson|protobuf|x-protobuf|proto|wasm)$)/;
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

export function codeReply(call: Call, response: Response, deps: CodecDeps): Response | Promise<Response> {
  const message = call.route?.messages.response;
  const { status } = response;
  if (message === undefined && status !== 304 && call.sensitive !== true) {
    // The way of most replies, and the shortest: nothing to negotiate.
    if (call.request.headers.get("accept-encoding") === null) return response;
  }
  const wish = wishOf(call, deps.dictionaries);
  if (status === 304) return notModified(call, response, wish, message !== undefined);
  if (message !== undefined && isSuccess(response)) return successOf(call, response, wish, deps);
  return plainReply(call, response, wish, deps);
}

/** A success of a route with a message: it varies by `Accept`, whichever format it ends up in. */
function successOf(call: Call, response: Response, wish: Wish, deps: CodecDeps): Response | Promise<Response> {
  const protobuf = isTransformable(response) && isJson(response) ? wish.protobuf : undefined;
  if (protobuf === undefined) return vary(plainReply(call, response, wish, deps));
  if (call.request.method === "HEAD" || response.body === null) {
    // Neither length nor coding of what GET would give is known without making it (RFC 9110 §9.3.2 lets both be left out).
    const headers = transformed(response, wish.media, "");
    headers.set("content-type", protobuf.contentType);
    return rebuilt(response, headers, null);
  }
  return transcode(call, response, wish, protobuf, deps);
}

async function vary(reply: Response | Promise<Response>): Promise<Response> {
  const response = await reply;
  const headers = new Headers(response.headers);
  addVary(headers, VARY);
  return rebuilt(response, headers, response.body);
}

async function transcode(
  call: Call,
  response: Response,
  wish: Wish,
  { message, contentType }: NonNullable<Wish["protobuf"]>,
  deps: CodecDeps,
): Promise<Response> {
  const read = await readReply(call, response, { bytesLeft: TRANSCODE_BYTES_MAX });
  const coded = response.headers.has("content-encoding");
  if (read.rest !== undefined) {
    call.entry.misfit = `longer than ${TRANSCODE_BYTES_MAX} bytes`;
    const headers = coded ? transformed(response, "", "") : new Headers(response.headers);
    headers.delete("content-encoding");
    addVary(headers, VARY);
    return rebuilt(response, headers, read.rest);
  }
  const fit = fitOf(message, read.bytes);
  if ("misfit" in fit) call.entry.misfit = fit.misfit;
  else call.json = () => JSON.parse(UTF8.decode(read.bytes)); // Parsed again if need be: values take far more memory than text.
  const body = "misfit" in fit ? read.bytes : fit.bytes;
  const media = "misfit" in fit ? "" : wish.media;
  const result = compress(call, body, wish, deps);
  call.entry.bytesOutPlain = read.bytes.length;
  const headers =
    media === "" && result.coding === "identity" && !coded
      ? new Headers(response.headers)
      : transformed(response, media, tagPart(result, wish));
  headers.delete("content-encoding");
  if (media !== "") headers.set("content-type", contentType);
  return withContent(response, headers, result, VARY);
}

/** The reply as its message. What comes back as `misfit` says why it is none, naming the field. */
function fitOf(message: AnyMessage, bytes: Bytes): { bytes: Bytes } | { misfit: string } {
  let json: unknown;
  try {
    json = JSON.parse(UTF8.decode(bytes));
  } catch {
    return { misfit: "no JSON" };
  }
  try {
    return { bytes: message.encode(message.fromJson(json) as never) };
  } catch (error) {
    return { misfit: toFault(error).message };
  }
}

/** A reply whose format stays. */
function plainReply(call: Call, response: Response, wish: Wish, deps: CodecDeps): Response | Promise<Response> {
  if (call.sensitive === true) return uncompressed(response);
  const length = response.headers.get("content-length");
  if (wish.codings.length === 0 || length === null || !(Number(length) <= COMPRESS_BYTES_MAX)) return response;
  if (response.headers.has("content-encoding") || !isTransformable(response)) return response;
  if (!COMPRESSIBLE.test(parseMediaType(response.headers.get("content-type")).type)) return response;
  if (call.request.method === "HEAD" || response.body === null) {
    const headers = new Headers(response.headers);
    headers.delete("content-length"); // That of GET may be less, and is not known without making it.
    addVary(headers, CODING_VARY);
    return rebuilt(response, headers, null);
  }
  return compressed(call, response, wish, deps);
}

async function compressed(call: Call, response: Response, wish: Wish, deps: CodecDeps): Promise<Response> {
  const read = await readReply(call, response, { bytesLeft: COMPRESS_BYTES_MAX });
  if (read.rest !== undefined) return rebuilt(response, new Headers(response.headers), read.rest);
  const result = compress(call, read.bytes, wish, deps);
  call.entry.bytesOutPlain = read.bytes.length;
  const headers =
    result.coding === "identity" ? new Headers(response.headers) : transformed(response, "", tagPart(result, wish));
  return withContent(response, headers, result, CODING_VARY);
}

/** An upstream that compresses a secret although it was not asked to is undone; inflating is the runtime's work. */
function uncompressed(response: Response): Response {
  const coding = response.headers.get("content-encoding");
  if (coding === null || response.body === null || !isInflatable(coding)) return response;
  const headers = transformed(response, "", "");
  headers.delete("content-encoding");
  return rebuilt(response, headers, response.body);
}

function notModified(call: Call, response: Response, wish: Wish, negotiated: boolean): Response {
  const etag = response.headers.get("etag");
  const ifNoneMatch = call.request.headers.get("if-none-match");
  const tag = etag === null ? null : tagOfNotModified(etag, ifNoneMatch, wish.media, wish.codings);
  if (tag === etag && !negotiated) return response;
  const headers = new Headers(response.headers);
  if (tag !== null) headers.set("etag", tag);
  addVary(headers, negotiated ? VARY : CODING_VARY);
  return rebuilt(response, headers, null);
}

function compress(call: Call, bytes: Bytes, { accepted }: Wish, { compressor }: CodecDeps): Coded {
  const sensitive = call.sensitive === true;
  if (bytes.length > COMPRESS_BYTES_MAX) return { coding: "identity", bytes };
  return compressSmallest(bytes, { accepted, compressor, sensitive });
}

function withContent(response: Response, headers: Headers, { coding, bytes }: Coded, varyBy: string): Response {
  headers.set("content-length", String(bytes.length));
  if (coding !== "identity") headers.set("content-encoding", coding);
  addVary(headers, varyBy);
  return rebuilt(response, headers, bytes);
}

/** The headers of a reply whose bytes are no longer the upstream's. */
function transformed(response: Response, media: string, coding: string): Headers {
  const headers = new Headers(response.headers);
  for (const name of CONTENT_HEADERS) headers.delete(name);
  const etag = headers.get("etag");
  if (etag !== null) headers.set("etag", tagOfVariant(etag, { media, coding }));
  return headers;
}

function tagPart({ coding }: Coded, { accepted }: Wish): string {
  if (coding === "identity") return "";
  return coding === "gzip" || accepted.dictionary === undefined ? coding : codingTag(accepted.dictionary);
}

/** @param body its bytes are already in the coding that the headers name: the runtime must not code them again */
function rebuilt(response: Response, headers: Headers, body: BodyInit | null): Response {
  const { status, statusText } = response;
  return new Response(body, { status, statusText, headers, encodeBody: "manual" });
}

function isSuccess({ status }: Response): boolean {
  return status >= 200 && status < 300;
}

/** Whether the reply is a whole representation that its upstream lets others transform (RFC 9110 §7.7, RFC 9111 §5.2.2.6). */
function isTransformable({ status, headers }: Response): boolean {
  if (status === 204 || status === 205 || status === 206 || headers.has("content-range")) return false;
  const directives = headers.get("cache-control");
  return directives === null || !/(?:^|[,\s])no-transform(?:$|[,\s])/i.test(directives);
}

/** Whether the reply can be read as JSON here. The runtime inflates gzip and Brotli while a body is read, and no other coding. */
function isJson({ headers }: Response): boolean {
  const coding = headers.get("content-encoding");
  return isJsonType(headers.get("content-type")) && (coding === null || isInflatable(coding));
}

function isInflatable(coding: string): boolean {
  return /^(?:identity|gzip|br)$/i.test(coding.trim());
}

function addVary(headers: Headers, names: string): void {
  const present = headers.get("vary");
  if (present === null) {
    headers.set("vary", names);
    return;
  }
  const known = new Set(present.split(",").map((name) => name.trim().toLowerCase()));
  if (known.has("*")) return;
  const missing = names.split(", ").filter((name) => !known.has(name.toLowerCase()));
  if (missing.length > 0) headers.set("vary", [present, ...missing].join(", "));
}
