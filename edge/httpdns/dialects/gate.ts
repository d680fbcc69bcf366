/**
 * Who may ask what, and how often: the part that the dialects have in common.
 * @module
 */
import type { RateLimiter } from "../../rate-limit/rate-limit.ts";
import type { Call } from "../../route/call.ts";
import { isBelow } from "../document.ts";
import type { Account, AccountKey, Allowance } from "./accounts.ts";

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
  { requestsPerSecond: requests }: Allowance,
): void {
  const rateLimit = { requests, windowSeconds: 1 } as const;
  if (account !== undefined) limiter.takeAs(account, { name: QUOTA, rateLimit });
  else limiter.take(call, { name: QUOTA, rateLimit: { ...rateLimit, by: "network", publicOnly: true } });
}
