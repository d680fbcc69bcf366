/**
 * How often an upstream's requests may be sent again: the token bucket of gRPC's retry throttling
 * (https://github.com/grpc/proposal/blob/master/A6-client-retries.md#throttling-retry-attempts-and-hedged-rpcs). While most
 * requests fail, sending them twice only keeps the upstream down.
 * @module
 */

const TOKENS_MAX = 10;
/** What a success gives back: in the long run at most one retry for ten requests that went well. */
const TOKEN_RATIO = 0.1;

export interface RetryBudget {
  /** Each attempt's outcome, the first one's too. */
  note(succeeded: boolean): void;
  allows(): boolean;
}

export function retryBudget(): RetryBudget {
  let tokens = TOKENS_MAX;
  return {
    note(succeeded) {
      tokens = succeeded ? Math.min(TOKENS_MAX, tokens + TOKEN_RATIO) : Math.max(0, tokens - 1);
    },
    allows: () => tokens > TOKENS_MAX / 2,
  };
}
