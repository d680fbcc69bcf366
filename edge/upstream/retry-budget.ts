/**
 * How often an upstream's requests may be sent again: a token bucket as in gRPC's retry throttling
 * (https://github.com/grpc/proposal/blob/master/A6-client-retries.md#throttling-retry-attempts-and-hedged-rpcs). While most
 * requests fail, sending them twice only keeps the upstream down.
 *
 * gRPC's bucket is one client's; this one serves all clients of an edge. An address that dies takes along what is under way to it at
 * that moment, and every one of these requests should find its way to the next address.
 * @module
 */

/** Two thousand requests a second that take 50 ms each: a hundred are under way. */
const TOKENS_MAX = 100;
/** What a success gives back: in the long run at most one retry for ten requests that went well. */
const TOKEN_RATIO = 0.1;
/** However long an upstream was down, fifty requests that went well show that it is back. */
const DEBT_MAX = 5;

export interface RetryBudget {
  /** Each attempt's outcome, the first one's too. */
  note(succeeded: boolean): void;
  allows(): boolean;
  /** Whether there is enough for requests whose first has not failed yet: those that have failed go first. */
  isHalfFull(): boolean;
}

export function retryBudget(): RetryBudget {
  let tokens = TOKENS_MAX;
  return {
    note(succeeded) {
      tokens = succeeded ? Math.min(TOKENS_MAX, tokens + TOKEN_RATIO) : Math.max(-DEBT_MAX, tokens - 1);
    },
    allows: () => tokens > 0,
    isHalfFull: () => tokens > TOKENS_MAX / 2,
  };
}
