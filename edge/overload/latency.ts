/**
 * How long the requests of one route take where nothing makes them wait: the measure by which queueing at the upstream is seen.
 *
 * It is a mean, not a minimum: a route that answers some calls in 2 ms and others in 50 would look overloaded all day beside its fastest.
 * And it follows slowly: the mean of a few seconds of overload must not become what is usual.
 * By chance it is off at first, and so is whatever it is compared with. Both have their error, and a difference that is no larger than these
 * is none: calls that differ much among themselves would otherwise ratchet it down, since only what is faster is believed at once.
 * @module
 */
import type { Sample } from "./sample.ts";

/** So many calls give a first mean. */
const FIRST_SAMPLES = 16;
/** and more than so many make it no surer: it changes with the day. */
const SAMPLES_MAX = 256;
/** Off by more than so many standard errors is not off by chance. */
export const SURE_ERRORS = 2;
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
  #variance = 0;
  #samples = 0;
  #notedAtMs = 0;

  get meanMs(): number {
    return this.#meanMs;
  }

  /** By how much that may be off. */
  get errorMs(): number {
    return Math.sqrt(this.#variance / Math.max(1, this.#samples));
  }

  /** Whether there were enough calls to know. */
  get isKnown(): boolean {
    return this.#samples >= FIRST_SAMPLES;
  }

  /** The first calls, of which nobody can say whether they had to wait. */
  begin(seen: Sample, nowMs: number): void {
    this.#set(this.#merge(seen), nowMs);
    this.#leastMs = this.#meanMs;
  }

  /** Calls while the upstream had room. */
  follow(seen: Sample, nowMs: number): void {
    const meanMs = this.#meanMs + (seen.meanMs - this.#meanMs) * this.#gain(FOLLOW_MS, nowMs);
    this.#merge(seen);
    this.#set(meanMs, nowMs);
  }

  /**
   * Calls while the upstream was given less than before.
   * @param hadRoom whether that made no difference, so that whatever they took was not for waiting
   * @returns whether more is usual now than before
   */
  learn(seen: Sample, hadRoom: boolean, nowMs: number): boolean {
    const beforeMs = this.#meanMs;
    if (seen.meanMs > beforeMs && !hadRoom) return false;
    const offMs = seen.meanMs - beforeMs;
    let wantedMs: number;
    if (Math.abs(offMs) <= SURE_ERRORS * Math.hypot(this.errorMs, seen.errorMs)) wantedMs = this.#merge(seen);
    else {
      wantedMs = beforeMs + offMs * Math.min(1, seen.count / FIRST_SAMPLES);
      this.#samples = Math.max(FIRST_SAMPLES, seen.count);
      this.#variance = seen.variance;
    }
    this.#set(Math.min(wantedMs, beforeMs * RAISE_MAX), nowMs);
    return this.#meanMs > beforeMs * RAISED;
  }

  /** @returns the mean of what was known and these */
  #merge({ count, meanMs, variance }: Sample): number {
    const all = this.#samples + count;
    const part = count / all;
    const offMs = meanMs - this.#meanMs;
    this.#variance += (variance - this.#variance) * part + offMs * offMs * part * (1 - part);
    this.#samples = Math.min(SAMPLES_MAX, all);
    return this.#meanMs + offMs * part;
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
