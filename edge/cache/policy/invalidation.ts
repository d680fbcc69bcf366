/**
 * What a request that changes things makes of what is stored (RFC 9111 §4.4).
 * @module
 */
import type { HeaderReader } from "./freshness.ts";

/** RFC 9110 §9.2.1. Any other method, an unknown one too, may have changed something. */
const SAFE_METHODS: ReadonlySet<string> = new Set([
  "GET",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "PROPFIND",
  "REPORT",
  "SEARCH",
  "QUERY",
]);

export function isSafe(method: string): boolean {
  return SAFE_METHODS.has(method);
}

/**
 * The URLs whose stored responses may be wrong now: the target, and where the response points to on the same origin. A URL of another
 * origin stays, or anyone could empty the cache of anyone else.
 */
export function invalidatedUrls(url: string, status: number, response: HeaderReader): string[] {
  if (status < 200 || status >= 400) return [];
  const urls = new Set([url]);
  for (const field of ["location", "content-location"]) {
    const value = response.get(field);
    if (value === null || !URL.canParse(value, url)) continue;
    const target = new URL(value, url);
    target.hash = "";
    if (target.origin === new URL(url).origin) urls.add(target.href);
  }
  return [...urls];
}
