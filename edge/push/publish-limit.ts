/**
 * How much one publisher may publish through this isolate: a bucket each, so that one service's mistake is not everybody's.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import { TokenBucket } from "../../proto/token-bucket.ts";
import { OPERATOR } from "./publishers.ts";

/** Messages in one go, counted by target: a batch as large as may be sent, and more. */
const BURST = 50_000;
/** Messages a second after that. */
const PER_SECOND = 20_000;

export interface PublishLimit {
  /** @throws Fault resource_exhausted */
  take(publisher: string, messages: number): void;
}

/** Operators are not limited: they are who has to act when something goes wrong. */
export function publishLimit(now: () => number, burst = BURST, perSecond = PER_SECOND): PublishLimit {
  const flow = { size: burst, perSecond };
  const buckets = new Map<string, TokenBucket>();
  return {
    take(publisher, messages) {
      if (publisher === OPERATOR) return;
      const nowMs = now();
      const bucket = buckets.get(publisher) ?? new TokenBucket(flow, nowMs);
      buckets.set(publisher, bucket);
      bucket.fill(flow, nowMs);
      const retryAfterSeconds = bucket.secondsUntil(messages);
      if (retryAfterSeconds > 0) {
        throw new Fault("resource_exhausted", "this publisher publishes too much", { retryAfterSeconds });
      }
      bucket.take(messages);
    },
  };
}
