/**
 * A request that the edge refuses because its upstream has more to do than it can: 503 with `Retry-After`.
 *
 * The code is `unavailable`, not `resource_exhausted`: the latter is 429 at Connect and says that this one caller asks for too much, which
 * a client would take for its own fault. Both halves of what must not happen are kept apart by where the refusal is made: before
 * edge/upstream, so that no retry of ours ever follows it, and with a time to wait, so that clients come back neither at once nor
 * together.
 * @module
 */
import { Fault } from "../../proto/fault.ts";

/** At least this, */
const RETRY_AFTER_SECONDS_MIN = 1;
/** and up to this, by chance: who was refused together must not return together. */
const RETRY_AFTER_SECONDS_MAX = 4;

/** Why, for the log. */
export class Overloaded extends Error {
  override readonly name = "Overloaded";
}

/** @param random from 0 to less than 1 */
export function refusal(why: string, random: number): Fault {
  const span = RETRY_AFTER_SECONDS_MAX - RETRY_AFTER_SECONDS_MIN + 1;
  return new Fault("unavailable", "too much is asked of this service at the moment", {
    cause: new Overloaded(why),
    retryAfterSeconds: RETRY_AFTER_SECONDS_MIN + Math.floor(random * span),
    // RFC 9209 §2.3.12, §2.1.2.
    headers: { "proxy-status": "fairway; error=connection_limit_reached" },
  });
}

/** Whether it is a refusal of ours, made without asking the upstream. */
export function isRefusal({ cause }: Fault): boolean {
  return cause instanceof Overloaded;
}
