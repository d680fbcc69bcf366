/**
 * A mean that forgets with time and believes bad news sooner than good: a value above it moves it at least half of the way at once.
 * The weight of what was before is exp(−Δt/τ), as in peak-EWMA balancers; a mean over the last n values would be hours old where
 * traffic is low.
 * @module
 */

/** Long beside a reply, short beside an outage. */
const TAU_MS = 600;
const PEAK_WEIGHT = 0.5;

export class PeakMean {
  /** Undefined before the first value. */
  value: number | undefined;
  #notedAtMs = 0;

  note(value: number, nowMs: number): void {
    const before = this.value;
    if (before === undefined) this.value = value;
    else {
      const decayed = 1 - Math.exp((this.#notedAtMs - nowMs) / TAU_MS);
      const weight = value > before ? Math.max(PEAK_WEIGHT, decayed) : decayed;
      this.value = before + (value - before) * weight;
    }
    this.#notedAtMs = nowMs;
  }

  /** A value for a node of which nothing is known, which the first real one replaces. */
  guess(value: number): void {
    this.value ??= value;
    this.#notedAtMs = Number.NEGATIVE_INFINITY;
  }
}
