/**
 * A reply on its way out: protobuf where the client likes it best and the reply fits its message, in the smallest coding that
 * the client takes.
 *
 * What cannot be told from a reply's headers is told by reading it, which is why only replies of known or bounded size are
 * read. All others stream through untouched, as the very same object.
 * @module
 */
import { type Bytes, isJsonType, VARY } from "../../proto/codec/codec.ts";
import { toFault } from "../../proto/fault.ts";
import type { AnyMessage } from "../../proto/message/message.ts";
import type { Call, Reply } from "../route/call.ts";
import type { CodecDeps } from "./codec.ts";
import { tagOfNotModified } from "./etag.ts";
import { compress, compressedReply, plainReply, tagPart } from "./plain-reply.ts";
import { readReply } from "./read-reply.ts";
import { addVary, CODING_VARY, isTransformable, rebuilt, transformed, unchanged, withContent } from "./rebuild.ts";
import { type Wish, wishOf } from "./wish.ts";

/**
 * A larger JSON reply goes on as JSON. An isolate has 128 MB, and a batch may have 50 replies in hand at a time; a page of 100
 * full records of the example API has 230 KB.
 */
export const TRANSCODE_BYTES_MAX = 1_048_576;

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

export function codeReply(call: Call, response: Reply, deps: CodecDeps): Reply | Promise<Reply> {
  const message = call.route?.messages.response;
  const { status } = response;
  if (message === undefined && status !== 304 && call.sensitive !== true) {
    // The way of most replies, and the shortest: nothing to negotiate.
    if (call.route?.compress === false || call.request.headers.get("accept-encoding") === null) return response;
  }
  const wish = wishOf(call, deps.dictionaries);
  if (status === 304) return notModified(call, response, wish, message !== undefined);
  const success = status >= 200 && status < 300;
  if (message === undefined || !success) return plainReply(call, response, wish, deps);
  return messageReply(call, response, wish, deps);
}

/** A success of a route with a message: it varies by `Accept`, whichever format it ends up in. */
async function messageReply(call: Call, response: Reply, wish: Wish, deps: CodecDeps): Promise<Reply> {
  const protobuf = isTransformable(response) && isJson(response) ? wish.protobuf : undefined;
  if (protobuf === undefined) {
    const plain = await plainReply(call, response, wish, deps);
    return unchanged(plain, plain.body, VARY);
  }
  if (call.request.method === "HEAD" || response.body === null) {
    // Neither length nor coding of what GET would give is known without making it (RFC 9110 §9.3.2 lets both be left out).
    const headers = transformed(response, { media: wish.media, coding: "" });
    headers.set("content-type", protobuf.contentType);
    addVary(headers, VARY);
    return rebuilt(response, headers, null);
  }
  return await transcode(call, response, wish, protobuf, deps);
}

async function transcode(
  call: Call,
  response: Reply,
  wish: Wish,
  { message, contentType }: NonNullable<Wish["protobuf"]>,
  deps: CodecDeps,
): Promise<Reply> {
  const read = await readReply(call, response, { bytesLeft: TRANSCODE_BYTES_MAX });
  if (read.rest !== undefined) {
    call.entry.misfit = `longer than ${TRANSCODE_BYTES_MAX} bytes`;
    return unchanged(response, read.rest, VARY);
  }
  const coded = response.headers.has("content-encoding");
  const plain = coded ? inflated(read.bytes, deps) : read.bytes;
  const fit = plain === undefined ? { misfit: "no gzip, or too much of it" } : fitOf(message, plain);
  if ("misfit" in fit) {
    call.entry.misfit = fit.misfit;
    if (coded) return unchanged(response, read.bytes, VARY);
    return compressedReply(call, response, read.bytes, VARY, wish, deps);
  }
  call.json = fit.json;
  call.entry.bytesOutPlain = fit.bytesPlain;
  const result = compress(call, fit.bytes, wish, deps);
  const headers = transformed(response, { media: wish.media, coding: tagPart(result, wish) });
  headers.set("content-type", contentType);
  return withContent(response, headers, result, VARY);
}

/** A reply that is its message. */
interface Fit {
  readonly bytes: Bytes;
  /** Of the JSON. */
  readonly bytesPlain: number;
  readonly json: () => unknown;
}

/** The reply as its message. What comes back as `misfit` says why it is none, naming the field. */
function fitOf(message: AnyMessage, bytes: Bytes): Fit | { misfit: string } {
  let json: unknown;
  try {
    json = JSON.parse(UTF8.decode(bytes));
  } catch {
    return { misfit: "no JSON" };
  }
  try {
    return {
      bytes: message.encode(message.fromJson(json) as never),
      bytesPlain: bytes.length,
      json: () => JSON.parse(UTF8.decode(bytes)), // Parsed again where it is asked for: values take far more memory than text.
    };
  } catch (error) {
    return { misfit: toFault(error).message };
  }
}

function inflated(bytes: Bytes, { compressor }: CodecDeps): Bytes | undefined {
  try {
    return compressor.gunzip(bytes, TRANSCODE_BYTES_MAX);
  } catch {
    return undefined; // The caller passes on what it cannot read.
  }
}

function notModified(call: Call, response: Reply, wish: Wish, negotiated: boolean): Reply {
  const etag = response.headers.get("etag");
  const ifNoneMatch = call.request.headers.get("if-none-match");
  const tag = etag === null ? null : tagOfNotModified(etag, ifNoneMatch, wish.media, wish.codings);
  if (tag === etag && !negotiated) return response;
  const headers = new Headers(response.headers);
  if (tag !== null) headers.set("etag", tag);
  addVary(headers, negotiated ? VARY : CODING_VARY);
  return rebuilt(response, headers, null);
}

/** Whether the reply can be read as JSON here. Nobody asked for a coding, so another one than gzip is not worth knowing. */
function isJson({ headers }: Reply): boolean {
  const coding = headers.get("content-encoding");
  return isJsonType(headers.get("content-type")) && (coding === null || coding.trim().toLowerCase() === "gzip");
}
