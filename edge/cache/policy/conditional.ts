/**
 * Conditional requests, in both directions (RFC 9110 §13, RFC 9111 §4.3): those that the cache sends to validate what it has, and
 * those that clients send and the store can answer.
 * @module
 */
import type { HeaderReader } from "./freshness.ts";
import { reader, type StoredHead } from "./head.ts";
import { parseHttpDate } from "./http-date.ts";

/** They are the client's; the cache asks its own question. */
export const CLIENT_CONDITIONS = ["if-none-match", "if-modified-since", "range", "if-range"] as const;

/** Fields of a 304 (RFC 9110 §15.4.5), and those that other caches learn from. */
const NOT_MODIFIED_FIELDS: ReadonlySet<string> = new Set([
  "cache-control",
  "cdn-cache-control",
  "content-location",
  "date",
  "etag",
  "expires",
  "vary",
  "last-modified",
  "set-cookie",
]);

/** The question whether the stored response still holds; undefined where it has nothing to be recognised by. */
export function validators({ etag, lastModified }: StoredHead): readonly (readonly [string, string])[] | undefined {
  const fields: [string, string][] = [];
  if (etag !== undefined) fields.push(["if-none-match", etag]);
  if (lastModified !== undefined) fields.push(["if-modified-since", lastModified]);
  return fields.length === 0 ? undefined : fields;
}

/** Whether a 304 is about this stored response (RFC 9111 §4.3.4). */
export function isAbout(head: StoredHead, response: HeaderReader): boolean {
  const etag = response.get("etag");
  if (etag !== null) return head.etag !== undefined && weakEqual(etag, head.etag);
  const lastModified = response.get("last-modified");
  return lastModified === null || head.lastModified === undefined || lastModified === head.lastModified;
}

/** Whether the response to HEAD is about the stored response to GET (RFC 9111 §4.3.5). */
export function isUnchangedBy(head: StoredHead, bodyBytes: number | undefined, response: HeaderReader): boolean {
  const etag = response.get("etag");
  if (etag !== null && etag !== head.etag) return false;
  const lastModified = response.get("last-modified");
  if (lastModified !== null && lastModified !== head.lastModified) return false;
  const length = response.get("content-length");
  return length === null || bodyBytes === undefined || Number(length) === bodyBytes;
}

/** Whether the client already has what is stored. If-None-Match silences If-Modified-Since (RFC 9110 §13.2.2). */
export function isNotModified(request: HeaderReader, head: StoredHead, nowMs: number): boolean {
  if (head.status !== 200) return false;
  const tags = request.get("if-none-match");
  if (tags !== null) return listsTag(tags, head.etag);
  const since = parseHttpDate(request.get("if-modified-since"), nowMs);
  if (since === undefined) return false;
  const changed = head.lastModified ?? reader(head.headers).get("date");
  const changedMs = parseHttpDate(changed, nowMs) ?? head.respondedAtMs;
  return changedMs <= since;
}

export function isNotModifiedField(name: string): boolean {
  return NOT_MODIFIED_FIELDS.has(name);
}

/** Whether the range still belongs to what the client has (RFC 9110 §13.1.5): then a part will do. */
export function ifRangeHolds(condition: string | null, head: StoredHead, nowMs: number): boolean {
  if (condition === null) return true;
  if (condition.trimEnd().endsWith('"')) return head.etag !== undefined && strongEqual(condition.trim(), head.etag);
  const askedMs = parseHttpDate(condition, nowMs);
  const changedMs = parseHttpDate(head.lastModified, nowMs);
  const dateMs = parseHttpDate(reader(head.headers).get("date"), nowMs);
  if (askedMs === undefined || changedMs === undefined || dateMs === undefined) return false;
  // A date is a strong validator only where nothing can have changed twice within its second (RFC 9110 §8.8.2.2).
  return askedMs === changedMs && dateMs - changedMs >= 1000;
}

function listsTag(list: string, etag: string | undefined): boolean {
  if (list.trim() === "*") return true;
  if (etag === undefined) return false;
  if (weakEqual(list.trim(), etag)) return true;
  for (const [tag] of list.matchAll(/(?:W\/)?"[^"]*"/g)) if (weakEqual(tag, etag)) return true;
  return false;
}

function weakEqual(a: string, b: string): boolean {
  return a === b || opaque(a) === opaque(b);
}

function strongEqual(a: string, b: string): boolean {
  return a === b && !a.startsWith("W/");
}

function opaque(tag: string): string {
  return tag.startsWith("W/") ? tag.slice(2) : tag;
}
