/**
 * Gives out the dictionary, the way RFC 9842 §2.1 announces one. An app usually ships with it and never asks.
 * @module
 */
import type { Dictionary } from "../../proto/codec/codec.ts";
import { Fault } from "../../proto/fault.ts";
import type { IncomingRequest } from "../route/call.ts";

/** An edge must go on knowing each dictionary it gave out for this long after it was replaced: 30 days. */
const MAX_AGE_SECONDS = 2_592_000;

/** @throws Fault not_found where there is none, unimplemented (405) for another method */
export function dictionaryReply(request: IncomingRequest, dictionary: Dictionary | undefined): Response {
  if (dictionary === undefined) throw new Fault("not_found", "this edge has no dictionary");
  if (request.method !== "GET" && request.method !== "HEAD") {
    throw new Fault("unimplemented", "the dictionary can only be read", {
      status: 405,
      headers: { allow: "GET, HEAD" },
    });
  }
  const etag = `"${dictionary.id}"`;
  const headers = {
    etag,
    "cache-control": `public, max-age=${MAX_AGE_SECONDS}, immutable`,
    "use-as-dictionary": `match="/*", id="${dictionary.id}"`,
  };
  if (isNamed(etag, request.headers.get("if-none-match"))) return new Response(null, { status: 304, headers });
  const content = {
    ...headers,
    "content-type": "application/octet-stream",
    "content-length": String(dictionary.bytes.length),
  };
  return new Response(request.method === "HEAD" ? null : dictionary.bytes, { headers: content });
}

/** RFC 9110 §13.1.2: the weak comparison. */
function isNamed(etag: string, ifNoneMatch: string | null): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}
