/**
 * Whether a stored response may answer a request now (RFC 9111 §4, RFC 5861).
 * @module
 */
import type { RequestDirectives } from "./directives.ts";
import type { StoredHead } from "./head.ts";
import { type CachePolicy, lifetimeNow } from "./storable.ts";

/** While no upstream can be reached, old is better than nothing (RFC 9111 §4.2.4); but not as old as this. */
export const STALE_DISCONNECTED_SECONDS_MAX = 86_400;

export interface Assessment {
  readonly ageSeconds: number;
  /** Below zero: stale for so long. */
  readonly ttlSeconds: number;
  /**
   * `fresh`: may be used. `while-revalidate`: may be used, and is to be refreshed. `stale-allowed`: the client will have it.
   * `validate`: only after the upstream was asked.
   */
  readonly use: "fresh" | "while-revalidate" | "stale-allowed" | "validate";
  /** What it may do when the upstream, asked, answers with a server error, or cannot be reached. */
  readonly staleIfError: boolean;
  readonly staleIfDisconnected: boolean;
}

/** @param policy of the route as it is now, which may be another than the one that it was stored by */
export function assess(
  head: StoredHead,
  request: RequestDirectives,
  nowMs: number,
  policy: CachePolicy = {},
): Assessment {
  const ageSeconds = head.initialAgeSeconds + Math.max(0, nowMs - head.respondedAtMs) / 1000;
  const purgedSeconds = head.staleFromMs === undefined ? -Infinity : (nowMs - head.staleFromMs) / 1000;
  const ttlSeconds = Math.min(lifetimeNow(head, policy) - ageSeconds, -purgedSeconds);
  const staleSeconds = -ttlSeconds;
  const demanded = request.noCache || head.noCache || !isNewEnough(request, ageSeconds, ttlSeconds);
  const mayBeStale = !demanded && head.stale !== "forbidden";
  const errorWindow = Math.max(
    head.staleIfErrorSeconds,
    head.stale === "allowed" ? (request.staleIfErrorSeconds ?? 0) : 0,
  );
  return {
    ageSeconds,
    ttlSeconds,
    use: useOf(head, request, demanded, mayBeStale, staleSeconds),
    // A client that asks for something newer than it may get is better served by the error that it would get without a cache.
    staleIfError: mayBeStale && isWithin(staleSeconds, errorWindow),
    staleIfDisconnected:
      mayBeStale &&
      (isWithin(staleSeconds, errorWindow) ||
        (head.stale === "allowed" && staleSeconds <= STALE_DISCONNECTED_SECONDS_MAX)),
  };
}

function useOf(
  head: StoredHead,
  request: RequestDirectives,
  demanded: boolean,
  mayBeStale: boolean,
  staleSeconds: number,
): Assessment["use"] {
  if (demanded) return "validate";
  if (staleSeconds < 0) return "fresh";
  if (!mayBeStale) return "validate";
  if (isWithin(staleSeconds, head.staleWhileRevalidateSeconds)) return "while-revalidate";
  if (head.stale === "allowed" && request.maxStaleSeconds !== undefined && staleSeconds <= request.maxStaleSeconds) {
    return "stale-allowed";
  }
  return "validate";
}

/** No window is no second of staleness, not one of length nought. */
function isWithin(staleSeconds: number, windowSeconds: number): boolean {
  return windowSeconds > 0 && staleSeconds <= windowSeconds;
}

/** max-age and min-fresh of the request (RFC 9111 §5.2.1). max-stale takes max-age's edge off, as it says that old will do. */
function isNewEnough(request: RequestDirectives, ageSeconds: number, ttlSeconds: number): boolean {
  const { maxAgeSeconds, minFreshSeconds, maxStaleSeconds } = request;
  if (minFreshSeconds !== undefined && ttlSeconds < minFreshSeconds) return false;
  return maxAgeSeconds === undefined || ageSeconds <= maxAgeSeconds + (maxStaleSeconds ?? 0);
}
