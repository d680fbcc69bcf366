/**
 * How long the requests of one route take where nothing makes them wait: the measure by which queueing at the upstream is seen.
 *
 * It is a mean, not a minimum: a route that answers some calls in 2 ms and others in 50 would look overloaded all day beside its fastest.
 * And it follows slowly: the mean of a few seconds of overload must not become what is usual.
 * @module
 */

/** So many calls give a first mean. */
const FIRST_SAMPLES = 16;
/** Then it follows what is seen while there is room with this time constant, */
const FOLLOW_MS = 20_000;
/** and forgets with this one how fast the route once was. */
const FORGET_MS = 600_000;
/** What a look at an emptier upstream may add at a time, and all of them to what the route once took: more is more likely others' load. */
const RAISE_MAX = 1.5;
const RAISE_ALL_MAX = 3;
/** Less than this is noise. */
const RAISED = 1.05;

export class UsualLatency {
  #meanMs = 0;
  #leastMs = 0;
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
    this.#leastMs = this.#meanMs;
  }

  /** Calls while the upstream had room. */
  follow(seenMs: number, nowMs: number): void {
    this.#set(this.#meanMs + (seenMs - this.#meanMs) * this.#gain(FOLLOW_MS, nowMs), nowMs);
  }

  /**
   * Calls while the upstream was given less than before.
   * @param hadRoom whether that made no difference, so that whatever they took was not for waiting
   * @returns whether more is usual now than before
   */
  learn(seenMs: number, samples: number, hadRoom: boolean, nowMs: number): boolean {
    const beforeMs = this.#meanMs;
    if (seenMs > beforeMs && !hadRoom) return false;
    const wantedMs = beforeMs + (seenMs - beforeMs) * Math.min(1, samples / FIRST_SAMPLES);
    this.#set(Math.min(wantedMs, beforeMs * RAISE_MAX), nowMs);
    return this.#meanMs > beforeMs * RAISED;
  }

  #set(meanMs: number, nowMs: number): void {
    this.#leastMs = Math.min(meanMs, this.#leastMs + (meanMs - this.#leastMs) * this.#gain(FORGET_MS, nowMs));
    this.#meanMs = this.isKnown ? Math.min(meanMs, RAISE_ALL_MAX * this.#leastMs) : meanMs;
    this.#notedAtMs = nowMs;
  }

  #gain(constantMs: number, nowMs: number): number {
    return 1 - Math.exp(-Math.max(0, nowMs - this.#notedAtMs) / constantMs);
  }
}
