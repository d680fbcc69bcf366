/**
 * Whether a response may be stored for everybody (RFC 9111 §3), and as what.
 *
 * Beyond the standard, for the sake of those whose origin says less than it means:
 * - A response that sets a cookie is stored only where the origin names shared caches: `public`, `s-maxage` or `CDN-Cache-Control`. The
 *   standard leaves it to the origin to forbid it (§7.3), and origins forget to.
 * - Nothing is guessed to be fresh (§4.2.2) that answers a request with a cookie.
 * @module
 */
import type { RequestDirectives } from "./directives.ts";
import { type HeaderReader, type Lifetime, lifetime, type Timing } from "./freshness.ts";
import { headOf, type StoredHead, sharedExplicitly, storedHeaders, type Told, toldBy } from "./head.ts";
import { parseVary } from "./vary.ts";

/** What the route table may say of a route's caching. Without any of it the standard decides. */
export interface CachePolicy {
  /** Lifetime of what may be stored, in place of what the response says of its own lifetime. */
  readonly ttlSeconds?: number | undefined;
  readonly staleWhileRevalidateSeconds?: number | undefined;
  readonly staleIfErrorSeconds?: number | undefined;
  /** The response header that lists tags, for purges; separated by commas or spaces. */
  readonly tagsHeader?: string | undefined;
  /** Whether isolates share what is stored, and find it again after a restart; costs a call to the shared store for each miss. */
  readonly shared?: boolean | undefined;
  /** Larger bodies stream past the store. */
  readonly bodyBytesMax?: number | undefined;
}

export interface StorableRequest {
  readonly headers: HeaderReader;
  readonly directives: RequestDirectives;
  /** Whether it carries credentials: an Authorization header, or a caller that the edge verified. */
  readonly authorized: boolean;
  readonly url: string;
}

export type Refusal =
  | "request-no-store"
  | "status"
  | "not-understood"
  | "no-store"
  | "private"
  | "authorization"
  | "set-cookie"
  | "vary"
  | "no-freshness";

export type Storability =
  | { readonly kind: "store"; readonly head: StoredHead }
  | { readonly kind: "refuse"; readonly reason: Refusal };

/** More tags than this is a mistake: each one is compared at each purge. */
const TAGS_MAX = 128;

/** Statuses whose meaning for a cache this code knows: must-understand asks for it (§5.2.2.3). */
const UNDERSTOOD: ReadonlySet<number> = new Set([
  200, 201, 202, 203, 204, 205, 300, 301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411,
  413, 414, 415, 417, 421, 422, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505,
]);
/** Statuses that may be stored without a word from the origin (RFC 9110 §15.1), apart from 206. */
const CACHEABLE_BY_DEFAULT: ReadonlySet<number> = new Set([200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501]);

export function storability(
  request: StorableRequest,
  response: { readonly status: number; readonly statusText: string; readonly headers: Headers },
  policy: CachePolicy,
  timing: Timing,
): Storability {
  const { status, headers } = response;
  const told = toldBy(headers);
  const reason = forbidden(request, status, headers, told);
  if (reason !== undefined) return { kind: "refuse", reason };
  const vary = variesBy(headers);
  if (vary === undefined) return { kind: "refuse", reason: "vary" };
  const life = lifetimeOf(request, status, headers, told, policy, timing);
  const { directives } = told;
  if (life.kind === "none" && !directives.public && !CACHEABLE_BY_DEFAULT.has(status)) {
    return { kind: "refuse", reason: "no-freshness" };
  }
  const head = headOf({
    status,
    statusText: response.statusText,
    headers: storedHeaders(headers, directives, timing.respondedAtMs),
    told,
    age: headers.get("age"),
    timing,
    lifetimeSeconds: life.kind === "none" ? 0 : life.seconds,
    staleWhileRevalidateSeconds: policy.staleWhileRevalidateSeconds,
    staleIfErrorSeconds: policy.staleIfErrorSeconds,
    vary,
    request: request.headers,
    url: request.url,
    tags: tagsOf(headers, policy),
  });
  return isOfUse(head) ? { kind: "store", head } : { kind: "refuse", reason: "no-freshness" };
}

/** Without one of these a response says nothing by which it could be stored. */
export const TELLING = [
  "cache-control",
  "cdn-cache-control",
  "expires",
  "etag",
  "last-modified",
  "set-cookie",
] as const;

/** Whether {@link storability} would refuse it for want of freshness: told in a fraction of the time. */
export function saysNothing(headers: HeaderReader, policy: CachePolicy): boolean {
  if (policy.ttlSeconds !== undefined || policy.staleWhileRevalidateSeconds !== undefined) return false;
  return policy.staleIfErrorSeconds === undefined && TELLING.every((name) => headers.get(name) === null);
}

/** The tags that a response names for purges. */
export function tagsOf(headers: HeaderReader, { tagsHeader }: CachePolicy): string[] {
  if (tagsHeader === undefined) return [];
  const tags = (headers.get(tagsHeader) ?? "").split(/[\s,]+/).filter((tag) => tag !== "");
  return tags.slice(0, TAGS_MAX);
}

/** The lifetime that counts, once the response is known to be one that may be stored. */
export function lifetimeOf(
  request: Pick<StorableRequest, "headers">,
  status: number,
  headers: HeaderReader,
  { directives, targeted }: Told,
  { ttlSeconds }: CachePolicy,
  { respondedAtMs }: Timing,
): Lifetime {
  if (ttlSeconds !== undefined && CACHEABLE_BY_DEFAULT.has(status)) return { kind: "explicit", seconds: ttlSeconds };
  const life = lifetime(status, headers, directives, targeted, respondedAtMs);
  return life.kind === "heuristic" && request.headers.get("cookie") !== null ? { kind: "none" } : life;
}

/**
 * The lifetime of what is stored, by the policy of now: one that has become shorter counts at once, one that has become longer when the
 * reply is stored again.
 */
export function lifetimeNow({ status, lifetimeSeconds }: StoredHead, { ttlSeconds }: CachePolicy): number {
  if (ttlSeconds === undefined || !CACHEABLE_BY_DEFAULT.has(status)) return lifetimeSeconds;
  return Math.min(lifetimeSeconds, ttlSeconds);
}

function forbidden(
  request: StorableRequest,
  status: number,
  headers: HeaderReader,
  { directives, targeted }: Told,
): Refusal | undefined {
  if (request.directives.noStore) return "request-no-store";
  if (status < 200 || status === 206 || status === 304 || status > 599) return "status";
  if (directives.mustUnderstand) {
    if (!UNDERSTOOD.has(status)) return "not-understood";
  } else if (directives.noStore) return "no-store";
  if (directives.private) return "private";
  if (request.authorized && !sharedExplicitly(directives)) return "authorization";
  if (headers.get("set-cookie") !== null && !directives.withheldFields.includes("set-cookie")) {
    if (!targeted && !directives.public && directives.sharedMaxAgeSeconds === undefined) return "set-cookie";
  }
  return undefined;
}

/** A body that is coded is for those who take its coding, whether the upstream says so or not. */
function variesBy(headers: HeaderReader): readonly string[] | undefined {
  const names = parseVary(headers.get("vary"));
  if (names === undefined || headers.get("content-encoding") === null || names.includes("accept-encoding"))
    return names;
  return [...names, "accept-encoding"];
}

/** Something that is stale at once and cannot be validated either would only take room. */
function isOfUse(head: StoredHead): boolean {
  if (head.etag !== undefined || head.lastModified !== undefined) return true;
  if (head.noCache) return false;
  const windowSeconds = Math.max(head.staleWhileRevalidateSeconds, head.staleIfErrorSeconds);
  return head.lifetimeSeconds + windowSeconds > head.initialAgeSeconds || head.lifetimeSeconds > 0;
}
