/**
 * How a node's requests went in the last three seconds, in ten buckets: what breaker.ts and outlier.ts judge by.
 * @module
 */

const BUCKETS = 10;
const BUCKET_MS = 300;

/** Sums over the window, brought up to date by {@link OutcomeWindow.advance}. */
export class OutcomeWindow {
  /** Requests that the breaker held back. */
  dropped = 0;
  /** Requests that the node took: it answered, and not that it cannot. */
  accepted = 0;
  /** Requests that were sent and are over. */
  ended = 0;
  /** Of these, those that went wrong in any way, a 500 included. */
  failed = 0;
  readonly #buckets = new Uint32Array(BUCKETS * 4);
  #bucket = 0;

  /** Lets go of what is older than the window. */
  advance(nowMs: number): void {
    const bucket = Math.floor(nowMs / BUCKET_MS);
    if (bucket === this.#bucket) return;
    if (bucket < this.#bucket) this.clear(); // The clock was set back: nobody knows how old anything is.
    const steps = Math.min(BUCKETS, bucket - this.#bucket);
    for (let step = 1; step <= steps; step++) this.#forget((this.#bucket + step) % BUCKETS);
    this.#bucket = bucket;
  }

  drop(nowMs: number): void {
    this.advance(nowMs);
    this.dropped++;
    this.#add(0);
  }

  end(nowMs: number, accepted: boolean, failed: boolean): void {
    this.advance(nowMs);
    this.ended++;
    this.#add(2);
    if (accepted) {
      this.accepted++;
      this.#add(1);
    }
    if (failed) {
      this.failed++;
      this.#add(3);
    }
  }

  clear(): void {
    this.#buckets.fill(0);
    this.dropped = this.accepted = this.ended = this.failed = 0;
  }

  #add(sum: number): void {
    const index = (this.#bucket % BUCKETS) * 4 + sum;
    this.#buckets[index] = (this.#buckets[index] ?? 0) + 1;
  }

  #forget(slot: number): void {
    const first = slot * 4;
    this.dropped -= this.#buckets[first] ?? 0;
    this.accepted -= this.#buckets[first + 1] ?? 0;
    this.ended -= this.#buckets[first + 2] ?? 0;
    this.failed -= this.#buckets[first + 3] ?? 0;
    this.#buckets.fill(0, first, first + 4);
  }
}
