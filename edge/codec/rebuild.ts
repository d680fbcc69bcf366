/**
 * Puts a reply together again, with the headers that are still true of it.
 * @module
 */
import type { Bytes, Coded } from "../../proto/codec/codec.ts";
import type { Reply } from "../route/call.ts";
import { tagOfVariant, type Variant } from "./etag.ts";
import { HeldReply } from "./held.ts";

type Body = ReadableStream<Uint8Array> | Bytes | null;

/** What a reply varies by whose coding is chosen here; proto/codec's VARY holds where its format is too. */
export const CODING_VARY = "Accept-Encoding, Available-Dictionary";
/** They speak of bytes that the edge has replaced: of the content, of its ranges, of its digests (RFC 9110 §14.3, RFC 9530). */
const CONTENT_HEADERS = [
  "content-length",
  "accept-ranges",
  "content-digest",
  "repr-digest",
  "digest",
  "content-md5",
] as const;

/** The same reply around the same bytes. */
export function unchanged(response: Reply, body: Body, varyBy: string): Reply {
  const headers = new Headers(response.headers);
  addVary(headers, varyBy);
  return rebuilt(response, headers, body);
}

/** The headers of a reply whose bytes are no longer the upstream's; those of the new content are still to be set. */
export function transformed(response: Reply, variant: Variant): Headers {
  const headers = new Headers(response.headers);
  for (const name of CONTENT_HEADERS) headers.delete(name);
  headers.delete("content-encoding");
  const etag = headers.get("etag");
  if (etag !== null) headers.set("etag", tagOfVariant(etag, variant));
  return headers;
}

export function withContent(response: Reply, headers: Headers, { coding, bytes }: Coded, varyBy: string): Reply {
  headers.set("content-length", String(bytes.length));
  if (coding !== "identity") headers.set("content-encoding", coding);
  addVary(headers, varyBy);
  return rebuilt(response, headers, bytes);
}

/** @param body its bytes are already in the coding that the headers name: the runtime must not code them again */
export function rebuilt(response: Reply, headers: Headers, body: Body): Reply {
  const { status, statusText } = response;
  if (body instanceof Uint8Array) return new HeldReply(body, { status, statusText, headers });
  return new Response(body, { status, statusText, headers, encodeBody: "manual" });
}

export function addVary(headers: Headers, names: string): void {
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

/** Whether the reply is a whole representation that its upstream lets others transform (RFC 9110 §7.7, RFC 9111 §5.2.2.6). */
export function isTransformable({ status, headers }: Reply): boolean {
  if (status === 204 || status === 205 || status === 206 || headers.has("content-range")) return false;
  const directives = headers.get("cache-control");
  return directives === null || !/(?:^|[,\s])no-transform(?:$|[,\s])/i.test(directives);
}
