/**
 * A reply whose format stays: compressed where that is worth it, and never where it carries a secret.
 * @module
 */
import { type Bytes, type Coded, compressSmallest, parseMediaType } from "../../proto/codec/codec.ts";
import type { Call, Reply } from "../route/call.ts";
import type { CodecDeps } from "./codec.ts";
import { readReply } from "./read-reply.ts";
import { addVary, CODING_VARY, isTransformable, rebuilt, transformed, unchanged, withContent } from "./rebuild.ts";
import { codingTag, type Wish } from "./wish.ts";

/** About 5 ms of gzip, in which the isolate serves nobody else. A larger reply goes on as the upstream coded it. */
export const COMPRESS_BYTES_MAX = 262_144;

const COMPRESSIBLE =
  /^(?:text\/(?!event-stream)|image\/svg\+xml$|application\/(?:[^;]*\+)?(?:json|xml)$|application\/(?:javascript|jsonl|x-ndjson|protobuf|x-protobuf|proto|wasm)$)/;

export function plainReply(call: Call, response: Reply, wish: Wish, deps: CodecDeps): Reply | Promise<Reply> {
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
  return readAndCompress(call, response, wish, deps);
}

async function readAndCompress(call: Call, response: Reply, wish: Wish, deps: CodecDeps): Promise<Reply> {
  const read = await readReply(call, response, { bytesLeft: COMPRESS_BYTES_MAX });
  if (read.rest !== undefined) return unchanged(response, read.rest, CODING_VARY);
  return compressedReply(call, response, read.bytes, CODING_VARY, wish, deps);
}

/** @param bytes of a reply without a coding */
export function compressedReply(
  call: Call,
  response: Reply,
  bytes: Bytes,
  varyBy: string,
  wish: Wish,
  deps: CodecDeps,
): Reply {
  const coded = isTransformable(response)
    ? compress(call, bytes, wish, deps)
    : ({ coding: "identity", bytes } as const);
  call.entry.bytesOutPlain = bytes.length;
  if (coded.coding === "identity") return unchanged(response, bytes, varyBy);
  return withContent(response, transformed(response, { media: "", coding: tagPart(coded, wish) }), coded, varyBy);
}

export function compress(call: Call, bytes: Bytes, { accepted }: Wish, { compressor }: CodecDeps): Coded {
  if (bytes.length > COMPRESS_BYTES_MAX) return { coding: "identity", bytes };
  return compressSmallest(bytes, { accepted, compressor, sensitive: call.sensitive === true });
}

/** The coding part of a variant's tag. */
export function tagPart({ coding }: Coded, { accepted }: Wish): string {
  if (coding === "identity") return "";
  return coding === "gzip" || accepted.dictionary === undefined ? coding : codingTag(accepted.dictionary);
}

/** What an upstream compressed although it carries a secret, and although it was not asked to, is inflated again. */
function uncompressed(response: Reply): Reply {
  if (response.headers.get("content-encoding")?.trim().toLowerCase() !== "gzip" || response.body === null) {
    return response;
  }
  const plain = response.body.pipeThrough(new DecompressionStream("gzip"));
  return rebuilt(response, transformed(response, { media: "", coding: "" }), plain);
}
