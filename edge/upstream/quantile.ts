/**
 * A quantile of values as they stream in, such as the p95 of a route's latency: a histogram with buckets that grow by a tenth, halved
 * each time it is full. So it is right within a tenth, knows about the last thousand values, and takes half a kilobyte.
 * @module
 */

const GROWTH = 1.1;
const LOG_GROWTH = Math.log(GROWTH);
/** Up to a minute and a half in milliseconds; what is above counts as that. */
const BUCKETS = 120;
/** Of so many values half is kept. */
const COUNT_MAX = 1000;
/** Below it a quantile near 1 is the word of one or two values. */
const COUNT_MIN = 50;
/** How often the quantile is computed anew, in values. */
const REFRESH_EVERY = 25;

export class Quantile {
  readonly #rank: number;
  readonly #counts = new Float32Array(BUCKETS);
  #count = 0;
  #sinceRefresh = 0;
  #value: number | undefined;

  /** @param rank 0.95 for the p95 */
  constructor(rank: number) {
    this.#rank = rank;
  }

  /** The upper bound of its bucket; undefined while too few values are known. */
  get value(): number | undefined {
    return this.#value;
  }

  note(value: number): void {
    const bucket = value <= 1 ? 0 : Math.min(BUCKETS - 1, Math.ceil(Math.log(value) / LOG_GROWTH));
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    if (++this.#count >= COUNT_MAX) this.#halve();
    if (this.#count < COUNT_MIN || ++this.#sinceRefresh < REFRESH_EVERY) return;
    this.#sinceRefresh = 0;
    this.#value = this.#compute();
  }

  #halve(): void {
    this.#count = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const half = (this.#counts[bucket] ?? 0) / 2;
      this.#counts[bucket] = half;
      this.#count += half;
    }
  }

  #compute(): number {
    let left = this.#count * this.#rank;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      left -= this.#counts[bucket] ?? 0;
      if (left <= 0) return GROWTH ** bucket;
    }
    return GROWTH ** (BUCKETS - 1);
  }
}
