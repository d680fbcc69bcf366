/**
 * Who may ask what, and how often: the part that the dialects have in common.
 * @module
 */
import { isSameBytes } from "../../../proto/digest.ts";
import type { LimitedRoute, RateLimiter } from "../../rate-limit/rate-limit.ts";
import type { Call } from "../../route/call.ts";
import { isBelow } from "../document.ts";
import type { Account, AccountKey, Allowance } from "./accounts.ts";

const TEXT = new TextEncoder();

/** What quotas are counted by, beside the routes of a table. */
const QUOTA = "httpdns";

/** Keys that have not ended, the newest first as they are configured. */
export function liveKeys({ keys }: Account, nowMs: number): readonly AccountKey[] {
  return keys.every(({ notAfterMs }) => notAfterMs === undefined)
    ? keys
    : keys.filter(({ notAfterMs }) => notAfterMs === undefined || nowMs < notAfterMs);
}

/** @param name in its normal form */
export function mayAsk({ names }: Allowance, name: string): boolean {
  return names === undefined || names.some((suffix) => isBelow(name, suffix));
}

/**
 * Counts a request.
 * @param account its id, or undefined for what is open to anybody: that is counted by network
 * @throws Fault resource_exhausted (429)
 */
export function takeQuota(
  limiter: Pick<RateLimiter, "take" | "takeAs">,
  call: Pick<Call, "client">,
  account: string | undefined,
  allowance: Allowance,
): void {
  const limits = limitsOf(allowance);
  if (account === undefined) limiter.take(call, limits);
  else limiter.takeAs(account, limits);
}

/** Made once for each allowance, and gone with it. */
const known = new WeakMap<Allowance, LimitedRoute>();

function limitsOf(allowance: Allowance): LimitedRoute {
  const before = known.get(allowance);
  if (before !== undefined) return before;
  const { requestsPerSecond: requests } = allowance;
  const limits: LimitedRoute = {
    name: QUOTA,
    rateLimit: { requests, windowSeconds: 1, by: "network", publicOnly: true },
  };
  known.set(allowance, limits);
  return limits;
}

/** In a time that does not depend on where they differ. */
export function isSameText(a: string, b: string): boolean {
  return isSameBytes(TEXT.encode(a), TEXT.encode(b));
}
