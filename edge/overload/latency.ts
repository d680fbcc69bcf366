/**
 * How long the requests of one route take where nothing makes them wait: the measure by which queueing at the upstream is seen.
 *
 * It is a mean, not a minimum: a route that answers some calls in 2 ms and others in 50 would look overloaded all day beside its fastest.
 * And it follows slowly: the mean of a few seconds of overload must not become what is usual.
 * @module
 */

/** So many calls give a first mean. */
const FIRST_SAMPLES = 16;
/** Then it follows what is seen while there is room with this time constant. */
const FOLLOW_MS = 20_000;
/** By so much a look at an emptier upstream raises it at the most: if it was wrong, the next one is not far. */
const RAISE_MAX = 4;
/** Less than this is noise. */
const RAISED = 1.05;

export class UsualLatency {
  #meanMs = 0;
  #samples = 0;
  #notedAtMs = 0;

  get meanMs(): number {
    return this.#meanMs;
  }

  /** Whether there were enough calls to know. */
  get isKnown(): boolean {
    return this.#samples >= FIRST_SAMPLES;
  }

  /** The first calls, of which nobody can say whether they had to wait. */
  begin(seenMs: number, samples: number, nowMs: number): void {
    this.#samples += samples;
    this.#set(this.#meanMs + ((seenMs - this.#meanMs) * samples) / this.#samples, nowMs);
  }

  /** Calls while the upstream had room. */
  follow(seenMs: number, nowMs: number): void {
    const gain = 1 - Math.exp(-Math.max(0, nowMs - this.#notedAtMs) / FOLLOW_MS);
    this.#set(this.#meanMs + (seenMs - this.#meanMs) * gain, nowMs);
  }

  /**
   * Calls while the upstream was given less than before.
   * @param workPart how much of what they took was not for waiting, as far as the difference that it made tells, 0 to 1
   * @returns whether more is usual now than before
   */
  learn(seenMs: number, samples: number, workPart: number, nowMs: number): boolean {
    const beforeMs = this.#meanMs;
    const workMs = seenMs > beforeMs ? Math.max(beforeMs, seenMs * workPart) : seenMs;
    const wantedMs = beforeMs + (workMs - beforeMs) * Math.min(1, samples / FIRST_SAMPLES);
    this.#set(Math.min(wantedMs, beforeMs * RAISE_MAX), nowMs);
    return this.#meanMs > beforeMs * RAISED;
  }

  #set(meanMs: number, nowMs: number): void {
    this.#meanMs = meanMs;
    this.#notedAtMs = nowMs;
  }
}
