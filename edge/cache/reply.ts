/**
 * A reply from the store: whole, a part of it, or word that the client has it already (RFC 9110 §13, §14; RFC 9111 §4, §5.1).
 * @module
 */
import { HeldReply } from "../codec/codec.ts";
import type { Reply } from "../route/call.ts";
import { ifRangeHolds, isNotModified, isNotModifiedField } from "./policy/conditional.ts";
import type { HeaderReader } from "./policy/freshness.ts";
import type { HeaderList, StoredHead } from "./policy/head.ts";
import { chooseRange, type RangeChoice } from "./policy/range.ts";
import type { Bytes, StoredEntry } from "./store.ts";

/** Statuses that never have a body (RFC 9110 §6.4.1); a `Response` refuses to have one with them. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** `Headers` of stored heads, so that a hit copies one object instead of setting each field. Lost without harm. */
const templates = new WeakMap<HeaderList, Headers>();

export interface ReplyTo {
  readonly method: string;
  readonly headers: HeaderReader;
}

export function replyFrom(entry: StoredEntry, request: ReplyTo, ageSeconds: number, nowMs: number): Reply {
  const { head } = entry;
  if (isNotModified(request.headers, head, nowMs)) return notModified(head, ageSeconds);
  const headers = headersOf(head, ageSeconds);
  const choice = rangeOf(entry, request, nowMs);
  if (choice.kind === "part") return part(entry, headers, choice);
  if (choice.kind === "unsatisfiable") return unsatisfiable(entry, headers);
  const { status, statusText } = head;
  if (BODILESS.has(status)) return new Response(null, { status, statusText, headers });
  const bytes = entry.bodyBytes ?? entry.bytesStated;
  if (bytes !== undefined) headers.set("content-length", String(bytes));
  if (request.method === "HEAD") return new Response(null, { status, statusText, headers });
  return replyOf(entry.read(), { status, statusText, headers });
}

/** Bytes go on as bytes; a batch would only read them again. */
function replyOf(
  body: Bytes | ReadableStream<Uint8Array>,
  init: { readonly status: number; readonly statusText: string; readonly headers: Headers },
): Reply {
  if (body instanceof Uint8Array) return new HeldReply(body, init);
  return new Response(body, { ...init, encodeBody: "manual" });
}

function headersOf(head: StoredHead, ageSeconds: number): Headers {
  let template = templates.get(head.headers);
  if (template === undefined) {
    template = new Headers(head.headers as [string, string][]);
    templates.set(head.headers, template);
  }
  const headers = new Headers(template);
  headers.set("age", String(Math.floor(ageSeconds)));
  return headers;
}

function notModified(head: StoredHead, ageSeconds: number): Response {
  const headers = new Headers(head.headers.filter(([name]) => isNotModifiedField(name)) as [string, string][]);
  headers.set("age", String(Math.floor(ageSeconds)));
  return new Response(null, { status: 304, headers });
}

/** Ranges are for GET of a whole whose length is known (RFC 9110 §14.2). */
function rangeOf({ head, bodyBytes }: StoredEntry, { method, headers }: ReplyTo, nowMs: number): RangeChoice {
  const range = method === "GET" && head.status === 200 && bodyBytes !== undefined ? headers.get("range") : null;
  if (range === null || bodyBytes === undefined || !ifRangeHolds(headers.get("if-range"), head, nowMs)) {
    return { kind: "whole" };
  }
  return chooseRange(range, bodyBytes);
}

function part(entry: StoredEntry, headers: Headers, { start, end }: { start: number; end: number }): Reply {
  headers.set("content-range", `bytes ${start}-${end - 1}/${entry.bodyBytes}`);
  headers.set("content-length", String(end - start));
  return replyOf(entry.read(start, end), { status: 206, statusText: "Partial Content", headers });
}

function unsatisfiable(entry: StoredEntry, headers: Headers): Response {
  for (const name of ["content-encoding", "content-type", "etag", "last-modified"]) headers.delete(name);
  headers.set("content-range", `bytes */${entry.bodyBytes}`);
  return new Response(null, { status: 416, headers });
}
