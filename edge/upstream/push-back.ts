/**
 * What a node that refuses a request says about asking again.
 *
 * - `grpc-retry-pushback-ms` (gRFC A6): a number is how long to wait, whoever is asked then; anything else forbids to ask again.
 * - `Retry-After` (RFC 9110 §10.2.3) speaks of the server that says it: others may be asked at once, this one not before that.
 * @module
 */

export interface PushBack {
  /** Nobody is to be asked again. */
  readonly never: boolean;
  /** Until anybody is asked again. */
  readonly waitMs: number;
  /** Until the same node is asked again. */
  readonly sameNodeMs: number;
}

const NONE: PushBack = { never: false, waitMs: 0, sameNodeMs: 0 };
const NEVER: PushBack = { never: true, waitMs: 0, sameNodeMs: 0 };
const DIGITS = /^\d{1,9}$/;

export function pushBackOf(headers: Headers, nowMs: number): PushBack {
  const asked = headers.get("grpc-retry-pushback-ms");
  if (asked !== null) return DIGITS.test(asked) ? { ...NONE, waitMs: Number(asked), sameNodeMs: Number(asked) } : NEVER;
  const retryAfter = headers.get("retry-after");
  if (retryAfter === null) return NONE;
  const ms = DIGITS.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - nowMs;
  return ms > 0 ? { ...NONE, sameNodeMs: ms } : NONE;
}
