/**
 * When a failed call is repeated: only if it is idempotent, never once its reply has begun, after a random part of a growing
 * time (full jitter), and within a budget that a failing server empties (https://sre.google/sre-book/addressing-cascading-failures/).
 *
 * Calls that fail together because their one request failed are one failure: they share a {@link Round}, hence one token and
 * one delay, and meet again in one batch.
 * @module
 */

export interface RetryOptions {
  /** Tries in all, the first included. 1 never repeats. */
  readonly attemptsMax?: number;
  /** The first delay is up to this, and each further one up to twice the one before. */
  readonly delayMs?: number;
  readonly delayMsMax?: number;
}

const ATTEMPTS_MAX = 3;
/** About one round trip of a bad mobile network: sooner, the same fault is likely still there. */
const DELAY_MS = 200;
const DELAY_MS_MAX = 5_000;
/** Tokens of a full bucket, and what a success gives back: gRPC's defaults (gRFC A6), so that at most a tenth is added to load. */
const BUDGET_MAX = 10;
const BUDGET_PER_SUCCESS = 0.1;

/** Statuses that say that the peer could not do it now. */
export function isTransient(status: number): boolean {
  return status === 429 || status === 502 || status === 503 || status === 504;
}

export class Retries {
  readonly #options: Required<RetryOptions>;
  readonly #random: () => number;
  #budget = BUDGET_MAX;

  /** @param random uniform in [0, 1) */
  constructor(options: RetryOptions, random: () => number) {
    this.#options = { attemptsMax: ATTEMPTS_MAX, delayMs: DELAY_MS, delayMsMax: DELAY_MS_MAX, ...options };
    this.#random = random;
  }

  /** One request on the wire, and what becomes of the calls in it. */
  round(): Round {
    const delays = new Map<number, number | undefined>();
    let succeeded = false;
    return {
      succeed: () => {
        if (!succeeded) this.#budget = Math.min(BUDGET_MAX, this.#budget + BUDGET_PER_SUCCESS);
        succeeded = true;
      },
      delayMs: (attempt) => {
        if (!delays.has(attempt)) delays.set(attempt, this.#spend(attempt));
        return delays.get(attempt);
      },
    };
  }

  /** Half the bucket is kept back: a server that fails half of all requests gets no repeats at all (gRFC A6). */
  #spend(attempt: number): number | undefined {
    if (attempt >= this.#options.attemptsMax || this.#budget <= BUDGET_MAX / 2) return undefined;
    this.#budget -= 1;
    const most = Math.min(this.#options.delayMsMax, this.#options.delayMs * 2 ** (attempt - 1));
    return most * this.#random();
  }
}

export interface Round {
  succeed(): void;
  /**
   * How long to wait after the given attempt has failed; the same for all calls of the round.
   * @param attempt counted from 1
   * @returns undefined where there is no further one
   */
  delayMs(attempt: number): number | undefined;
}
