/**
 * A timer that rings at its moment, not up to a millisecond or two after it: it sleeps until shortly before and then lets the
 * event loop turn until the moment has come. Never early.
 * @module
 */

/** setTimeout counts whole milliseconds and is late by up to one more on an idle machine. */
const TURN_MS = 1.5;

export class Alarm {
  readonly #now: () => number;
  readonly #ring: () => void;
  #atMs = Number.POSITIVE_INFINITY;
  #timeout: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;

  /** @param now monotonic milliseconds with fractions, as `performance.now()` */
  constructor(now: () => number, ring: () => void) {
    this.#now = now;
    this.#ring = ring;
  }

  /** Replaces what was set before. Infinity sets nothing. The ring never comes from within this call. */
  set(atMs: number): void {
    if (atMs === this.#atMs) return;
    this.clear();
    this.#atMs = atMs;
    if (atMs !== Number.POSITIVE_INFINITY) this.#sleep();
  }

  clear(): void {
    clearTimeout(this.#timeout);
    clearImmediate(this.#immediate);
    this.#timeout = undefined;
    this.#immediate = undefined;
    this.#atMs = Number.POSITIVE_INFINITY;
  }

  #sleep(): void {
    const leftMs = this.#atMs - this.#now();
    if (leftMs > TURN_MS) this.#timeout = setTimeout(() => this.#wake(), Math.floor(leftMs - TURN_MS));
    else this.#immediate = setImmediate(() => this.#wake());
  }

  #wake(): void {
    if (this.#now() < this.#atMs) {
      this.#sleep();
      return;
    }
    this.clear();
    this.#ring();
  }
}
