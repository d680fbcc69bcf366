/**
 * What the cache knows of a stored response without its body: read once when the response arrives, so that a hit parses nothing.
 * It is plain data, and any store may keep it as JSON.
 * @module
 */

import { parseDirectives, type ResponseDirectives, responseDirectives } from "./directives.ts";
import { type HeaderReader, initialAgeSeconds, type Timing } from "./freshness.ts";
import { parseHttpDate, renderHttpDate } from "./http-date.ts";
import { targetedDirectives } from "./targeted.ts";
import { selectingValues } from "./vary.ts";

/** In lower case, in the order of arrival; `set-cookie` may come several times. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

export interface StoredHead {
  readonly status: number;
  readonly statusText: string;
  /** Without the fields of a single connection, without `Age` and `Content-Length`. */
  readonly headers: HeaderList;
  /** Names of the selecting headers, and their normalised values in the request that this answers. */
  readonly vary: readonly string[];
  readonly selecting: readonly (string | null)[];
  readonly respondedAtMs: number;
  readonly initialAgeSeconds: number;
  readonly lifetimeSeconds: number;
  /** Never used without asking the upstream. */
  readonly noCache: boolean;
  /** `forbidden` by must-revalidate or proxy-revalidate; `stated` by s-maxage: only within the windows that somebody stated. */
  readonly stale: "allowed" | "stated" | "forbidden";
  readonly staleWhileRevalidateSeconds: number;
  readonly staleIfErrorSeconds: number;
  readonly immutable: boolean;
  /** Whether it may answer requests that carry credentials (RFC 9111 §3.5). */
  readonly forAuthorized: boolean;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** For purges. */
  readonly url: string;
  readonly tags: readonly string[];
  /** Set by a soft purge: from then on it is stale. */
  readonly staleFromMs?: number;
}

/** The directives that count for this cache, and whether they are from a field for caches such as this one alone. */
export interface Told {
  readonly directives: ResponseDirectives;
  readonly targeted: boolean;
}

/** Fields of one connection (RFC 9110 §7.6.1) and for one proxy (RFC 9111 §3.1), and those that a cache makes itself. */
const UNSTORED_FIELDS: ReadonlySet<string> = new Set([
  "age",
  "connection",
  "content-length",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authentication-info",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
/** A 304 speaks of the stored bytes only; these describe the bytes, and stay as they were (RFC 9111 §3.2). */
const KEPT_FIELDS: ReadonlySet<string> = new Set(["content-encoding", "content-range", "content-type"]);

export function toldBy(headers: HeaderReader): Told {
  const targeted = targetedDirectives(headers.get("cdn-cache-control"));
  if (targeted !== undefined) return { directives: responseDirectives(targeted), targeted: true };
  return { directives: responseDirectives(parseDirectives(headers.get("cache-control"))), targeted: false };
}

/** The fields of a response that may be stored. A response without a `Date` gets one, as RFC 9110 §6.6.1 asks of a recipient. */
export function storedHeaders(headers: Headers, directives: ResponseDirectives, respondedAtMs: number): HeaderList {
  const listed = connectionFields(headers.get("connection"));
  const kept: [string, string][] = [];
  for (const [name, value] of headers) {
    if (UNSTORED_FIELDS.has(name) || listed.has(name) || directives.withheldFields.includes(name)) continue;
    kept.push([name, value]);
  }
  if (headers.get("date") === null) kept.push(["date", renderHttpDate(respondedAtMs)]);
  return kept;
}

/** The fields that the response withholds from the store. */
export function withheldHeaders(headers: Headers): HeaderList {
  const { withheldFields } = toldBy(headers).directives;
  return withheldFields.length === 0 ? [] : [...headers].filter(([name]) => withheldFields.includes(name));
}

/** The stored fields as a 304, or the response to HEAD, has updated them (RFC 9111 §3.2). */
export function updatedHeaders(stored: HeaderList, update: HeaderList): HeaderList {
  const changed = update.filter(([name]) => !KEPT_FIELDS.has(name));
  const names = new Set(changed.map(([name]) => name));
  return [...stored.filter(([name]) => !names.has(name)), ...changed];
}

/** Of a list; `Headers` is used where there is one. */
export function reader(list: HeaderList): HeaderReader {
  return {
    get(wanted) {
      let value: string | null = null;
      for (const [name, part] of list) if (name === wanted) value = value === null ? part : `${value}, ${part}`;
      return value;
    },
  };
}

export interface HeadParts {
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderList;
  readonly told: Told;
  /** `Age` of this very response. */
  readonly age: string | null;
  readonly timing: Timing;
  readonly lifetimeSeconds: number;
  readonly staleWhileRevalidateSeconds: number | undefined;
  readonly staleIfErrorSeconds: number | undefined;
  readonly vary: readonly string[];
  readonly request: HeaderReader;
  readonly url: string;
  readonly tags: readonly string[];
}

export function headOf(parts: HeadParts): StoredHead {
  const { told, timing, vary } = parts;
  const { directives } = told;
  const headers = reader(parts.headers);
  const stated = parts.staleWhileRevalidateSeconds !== undefined || parts.staleIfErrorSeconds !== undefined;
  const swr = parts.staleWhileRevalidateSeconds ?? directives.staleWhileRevalidateSeconds ?? 0;
  const sie = parts.staleIfErrorSeconds ?? directives.staleIfErrorSeconds ?? 0;
  const lastModified = headers.get("last-modified");
  return {
    status: parts.status,
    statusText: parts.statusText,
    headers: parts.headers,
    vary,
    selecting: selectingValues(vary, parts.request),
    respondedAtMs: timing.respondedAtMs,
    initialAgeSeconds: initialAgeSeconds({ get: (name) => (name === "age" ? parts.age : headers.get(name)) }, timing),
    lifetimeSeconds: parts.lifetimeSeconds,
    noCache: directives.noCache,
    stale: staleness(directives, stated),
    staleWhileRevalidateSeconds: swr,
    staleIfErrorSeconds: sie,
    immutable: directives.immutable,
    forAuthorized: sharedExplicitly(directives),
    etag: headers.get("etag") ?? undefined,
    lastModified:
      parseHttpDate(lastModified, timing.respondedAtMs) === undefined ? undefined : (lastModified ?? undefined),
    url: parts.url,
    tags: parts.tags,
  };
}

/** RFC 9111 §3.5: what a shared cache may use for requests with credentials. */
export function sharedExplicitly({
  public: isPublic,
  mustRevalidate,
  sharedMaxAgeSeconds,
}: ResponseDirectives): boolean {
  return isPublic || mustRevalidate || sharedMaxAgeSeconds !== undefined;
}

function staleness(directives: ResponseDirectives, stated: boolean): StoredHead["stale"] {
  if (directives.mustRevalidate || directives.proxyRevalidate) return "forbidden";
  if (directives.sharedMaxAgeSeconds === undefined) return "allowed";
  const own = directives.staleWhileRevalidateSeconds !== undefined || directives.staleIfErrorSeconds !== undefined;
  return stated || own ? "stated" : "forbidden";
}

function connectionFields(connection: string | null): ReadonlySet<string> {
  return new Set(connection === null ? [] : connection.split(",").map((name) => name.trim().toLowerCase()));
}
