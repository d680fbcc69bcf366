/**
 * When a failed call is tried again: how often, after what wait, and only while most calls succeed.
 * @module
 */

/** First wait at most; doubled with each attempt. About a round trip between data centres. */
const BACKOFF_MS = 25;
const BACKOFF_MS_MAX = 1_000;
/** Retries that a channel has in hand: enough for one upstream to restart under a trickle of calls. */
const BUDGET_MAX = 20;
/** Each call earns this much of a retry: when everything fails, retries add a tenth to the load and no more. */
const BUDGET_PER_CALL = 0.1;

export interface RetryBudget {
  /** To be told of each call, not of its retries. */
  earn(): void;
  /** Takes one retry, where there is one left. */
  spend(): boolean;
}

export function retryBudget(): RetryBudget {
  let left = BUDGET_MAX;
  return {
    earn() {
      left = Math.min(BUDGET_MAX, left + BUDGET_PER_CALL);
    },
    spend() {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}

/** Full jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/): anywhere up to the bound. */
export function backoffMs(attempt: number, random: () => number): number {
  return random() * Math.min(BACKOFF_MS_MAX, BACKOFF_MS * 2 ** (attempt - 1));
}
