/**
 * `Cache-Status` (RFC 9211): what this cache did with a request, for whoever debugs it.
 * @module
 */
const CACHE_NAME = "fairway";

/** RFC 9211 §2.2. */
export type ForwardReason = "bypass" | "method" | "uri-miss" | "vary-miss" | "miss" | "request" | "stale" | "partial";

export type CacheOutcome =
  | { readonly kind: "hit"; readonly ttlSeconds: number; readonly detail?: string }
  | {
      readonly kind: "forward";
      readonly reason: ForwardReason;
      readonly status?: number;
      readonly stored?: boolean;
      readonly collapsed?: boolean;
      readonly ttlSeconds?: number;
      /** A token: why nothing was stored, or why something stale was served. */
      readonly detail?: string;
      /** The upstream's reply said nothing of caching, and goes on as it came. */
      readonly silent?: boolean;
    };

/** Of a request whose reply says nothing of caching. @param status of the reply */
export function silentOutcome(status: number): CacheOutcome {
  return { kind: "forward", reason: "uri-miss", status, detail: "no-freshness", silent: true };
}

/** One word for the access log. */
export function outcomeWord(outcome: CacheOutcome): string {
  if (outcome.kind === "hit") return outcome.detail ?? "hit";
  if (outcome.collapsed === true) return "collapsed";
  return outcome.detail?.startsWith("stale-") === true ? outcome.detail : outcome.reason;
}

/**
 * Undefined where there is nothing to explain: a reply that says nothing of caching is passed on untouched, which takes a tenth less of the
 * time of a request.
 * @param upstream the same field of the upstream's reply: other caches come before this one, in the order of the way back
 */
export function cacheStatus(outcome: CacheOutcome, upstream: string | null): string | undefined {
  return outcome.kind === "forward" && outcome.silent === true ? undefined : renderCacheStatus(outcome, upstream);
}

/** As {@link cacheStatus}, for an outcome that is always told. */
export function renderCacheStatus(outcome: CacheOutcome, upstream: string | null): string {
  const own = `${CACHE_NAME}${parameters(outcome)}`;
  return upstream === null || upstream === "" ? own : `${upstream}, ${own}`;
}

function parameters(outcome: CacheOutcome): string {
  const detail = outcome.detail === undefined ? "" : `; detail=${outcome.detail}`;
  if (outcome.kind === "hit") return `; hit; ttl=${whole(outcome.ttlSeconds)}${detail}`;
  let text = `; fwd=${outcome.reason}`;
  if (outcome.status !== undefined) text += `; fwd-status=${outcome.status}`;
  if (outcome.ttlSeconds !== undefined) text += `; ttl=${whole(outcome.ttlSeconds)}`;
  if (outcome.stored === true) text += "; stored";
  if (outcome.collapsed === true) text += "; collapsed";
  return text + detail;
}

/** An integer of a structured field has at most 15 digits. */
function whole(seconds: number): number {
  return Math.max(-1e15 + 1, Math.min(1e15 - 1, Math.floor(seconds)));
}
