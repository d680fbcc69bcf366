/**
 * Rate limits: how many requests of a route one network or one user may make in a while. The front door of the room.
 *
 * A token bucket for each route and each who, that holds `requests` and fills up again in `windowSeconds`: who was quiet may
 * make all of them at once, and from then on as many as flow in. Buckets live in the isolate. An edge of several isolates allows as
 * much in each; what must hold exactly belongs to the service behind.
 * @module
 */
import { LRUCache } from "lru-cache";
import { Fault } from "../../proto/fault.ts";
import { isPublicNetwork, networkOf } from "../../proto/network.ts";
import { TokenBucket } from "../../proto/token-bucket.ts";
import type { Call } from "../route/call.ts";

export interface RateLimit {
  readonly requests: number;
  readonly windowSeconds: number;
  /** `user`: by uid, and for a caller without a token by network. */
  readonly by: "network" | "user";
  /**
   * Whether networks that are not on the internet are not counted. Such a caller is mostly a balancer or proxy before this edge, and
   * then all clients would share its bucket.
   */
  readonly publicOnly?: boolean;
}

/** The part of a route that is looked at. */
export interface LimitedRoute {
  readonly name: string;
  readonly rateLimit: RateLimit;
}

export interface RateLimiter {
  /**
   * Counts a call whose caller is known by now.
   * @throws Fault resource_exhausted (429) with the seconds after which the next one may come
   */
  take(call: Pick<Call, "client" | "identity">, route: LimitedRoute): void;
  /**
   * Counts for somebody whom the caller knows by another name than `take` does, such as an account of a protocol.
   * @throws Fault resource_exhausted, as {@link take}
   */
  takeAs(
    who: string,
    route: { readonly name: string; readonly rateLimit: Pick<RateLimit, "requests" | "windowSeconds"> },
  ): void;
}

/**
 * Some 200 bytes each, so 10 MB of a Worker's 128 MB. Beyond it those are forgotten that were quiet longest; their buckets would be
 * the fullest.
 */
const BUCKETS_MAX = 50_000;

/** @param now milliseconds since 1970 */
export function rateLimiter(now: () => number, bucketsMax: number = BUCKETS_MAX): RateLimiter {
  const buckets = new LRUCache<string, TokenBucket>({ max: bucketsMax });
  const limiter: RateLimiter = {
    take(call, route) {
      const who = whoOf(call, route.rateLimit);
      if (who !== undefined) limiter.takeAs(who, route);
    },
    takeAs(who, { name, rateLimit }) {
      const flow = { size: rateLimit.requests, perSecond: rateLimit.requests / rateLimit.windowSeconds };
      const nowMs = now();
      const key = `${name} ${who}`;
      let bucket = buckets.get(key);
      if (bucket === undefined) {
        bucket = new TokenBucket(flow, nowMs);
        buckets.set(key, bucket);
      }
      bucket.fill(flow, nowMs);
      const retryAfterSeconds = bucket.secondsUntil(1);
      if (retryAfterSeconds > 0) {
        throw new Fault("resource_exhausted", "too many requests of this kind", { retryAfterSeconds });
      }
      bucket.take(1);
    },
  };
  return limiter;
}

/** Undefined where the call is not counted: for want of an address, all those without one would share a bucket. */
function whoOf({ client, identity }: Pick<Call, "client" | "identity">, limit: RateLimit): string | undefined {
  if (limit.by === "user" && identity !== undefined) return String(identity.uid);
  const network = client.ip === undefined ? undefined : networkOf(client.ip);
  if (network === undefined || (limit.publicOnly === true && !isPublicNetwork(network))) return undefined;
  return network;
}
