/**
 * How long the requests of one route take where nothing makes them wait: the measure by which queueing at the upstream is seen.
 *
 * It is a mean, not a minimum: a route that answers some calls in 2 ms and others in 50 would look overloaded all day beside its fastest.
 * And it follows slowly: the mean of a few seconds of overload must not become what is usual.
 * @module
 */

/** So many calls give a first mean. */
const FIRST_SAMPLES = 16;
/** Then it follows what is seen with this time constant. */
const FOLLOW_MS = 20_000;
/** What a look at an emptier upstream may add to it at a time. More of it is more likely others' load. */
const RAISE_MAX = 1.5;

export class UsualLatency {
  #meanMs = 0;
  #samples = 0;
  #notedAtMs = 0;
  #probeSumMs = 0;
  #probeSamples = 0;

  get meanMs(): number {
    return this.#meanMs;
  }

  /** Whether there were enough calls to know. */
  get isKnown(): boolean {
    return this.#samples >= FIRST_SAMPLES;
  }

  /** A call while the upstream had room. */
  note(latencyMs: number, nowMs: number): void {
    this.#samples++;
    const gain =
      this.#samples <= FIRST_SAMPLES
        ? 1 / this.#samples
        : 1 - Math.exp(-Math.max(0, nowMs - this.#notedAtMs) / FOLLOW_MS);
    this.#meanMs += (latencyMs - this.#meanMs) * gain;
    this.#notedAtMs = nowMs;
  }

  /** A call of a moment in which the upstream was given less than it can do, to see what is usual: {@link learn} sums them up. */
  probe(latencyMs: number): void {
    this.#probeSumMs += latencyMs;
    this.#probeSamples++;
  }

  /** @param nowMs when the probing ended */
  learn(nowMs: number): void {
    if (this.#probeSamples > 0) {
      const weight = Math.min(1, this.#probeSamples / FIRST_SAMPLES);
      const seenMs = this.#probeSumMs / this.#probeSamples;
      const wantedMs = this.#meanMs + (seenMs - this.#meanMs) * weight;
      this.#meanMs = Math.min(wantedMs, this.#meanMs * RAISE_MAX);
      this.#notedAtMs = nowMs;
    }
    this.#probeSumMs = 0;
    this.#probeSamples = 0;
  }
}
