/**
 * Latencies of some calls: their mean, and how far it may be off by chance.
 * @module
 */

export class Sample {
  #count = 0;
  #meanMs = 0;
  /** Of the differences to the mean, squared (Welford's method: what is summed up stays small). */
  #sum = 0;

  get count(): number {
    return this.#count;
  }

  get meanMs(): number {
    return this.#meanMs;
  }

  get variance(): number {
    return this.#sum / Math.max(1, this.#count);
  }

  /** The standard error of the mean. */
  get errorMs(): number {
    return Math.sqrt(this.variance / Math.max(1, this.#count));
  }

  note(latencyMs: number): void {
    this.#count++;
    const offMs = latencyMs - this.#meanMs;
    this.#meanMs += offMs / this.#count;
    this.#sum += offMs * (latencyMs - this.#meanMs);
  }
}
