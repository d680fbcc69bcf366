/**
 * A token bucket: who was quiet may do as much at once as it holds, and from then on what flows in. Who keeps buckets bounds how many.
 * @module
 */

export interface TokenFlow {
  /** What the bucket holds. */
  readonly size: number;
  readonly perSecond: number;
}

/** Of a token: what sums of parts of tokens may be off by. */
const ROUNDING = 1e-6;

export class TokenBucket {
  #flow: TokenFlow;
  #tokens: number;
  #filledAtMs: number;

  /** A full one. */
  constructor(flow: TokenFlow, nowMs: number) {
    this.#flow = flow;
    this.#tokens = flow.size;
    this.#filledAtMs = nowMs;
  }

  /** Lets in what has flowed since the last time; `flow` may be another by now. */
  fill(flow: TokenFlow, nowMs: number): void {
    const passedMs = Math.max(0, nowMs - this.#filledAtMs); // A clock may be set back.
    this.#flow = flow;
    this.#tokens = Math.min(flow.size, this.#tokens + (passedMs * flow.perSecond) / 1_000);
    this.#filledAtMs = nowMs;
  }

  /** @returns whole seconds until it has so many; 0 = it has */
  secondsUntil(tokens: number): number {
    return Math.max(0, Math.ceil((tokens - this.#tokens - ROUNDING) / this.#flow.perSecond));
  }

  take(tokens: number): void {
    this.#tokens -= tokens;
  }

  /** What was taken and not used. */
  giveBack(tokens: number): void {
    this.#tokens += tokens;
  }
}
