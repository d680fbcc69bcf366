/**
 * How long an answer may take before its connection is in doubt: TCP's own rule (RFC 6298 §2), of the time from a request to its first
 * byte, in the network where the device is. And how many requests may be sent twice for it: a tenth, as of repeats (gRFC A6), so that
 * a server that is slow gets little more to do.
 * @module
 */

/** Below, jitter of a mobile network alone would be taken for silence. */
const DOUBT_MS_MIN = 200;
export const DOUBT_MS_MAX = 3_000;
/** Nothing is known yet. */
const DOUBT_MS_FIRST = 1_000;
const BUDGET_MAX = 10;
const BUDGET_PER_ANSWER = 0.1;

export class Pace {
  #meanMs: number | undefined;
  #spreadMs = 0;
  #budget = BUDGET_MAX;

  /** Another network has another pace. */
  reset(): void {
    this.#meanMs = undefined;
    this.#budget = BUDGET_MAX;
  }

  answered(firstByteMs: number): void {
    this.#budget = Math.min(BUDGET_MAX, this.#budget + BUDGET_PER_ANSWER);
    if (this.#meanMs === undefined) {
      this.#meanMs = firstByteMs;
      this.#spreadMs = firstByteMs / 2;
      return;
    }
    this.#spreadMs += (Math.abs(firstByteMs - this.#meanMs) - this.#spreadMs) / 4;
    this.#meanMs += (firstByteMs - this.#meanMs) / 8;
  }

  /** @param attempts of this request before: each waits twice as long */
  doubtMs(attempts: number): number {
    const ms = this.#meanMs === undefined ? DOUBT_MS_FIRST : this.#meanMs + 4 * this.#spreadMs;
    return Math.min(DOUBT_MS_MAX, Math.max(DOUBT_MS_MIN, ms) * 2 ** attempts);
  }

  /** @returns whether one more request may be sent twice */
  spend(): boolean {
    if (this.#budget < 1) return false;
    this.#budget -= 1;
    return true;
  }
}
