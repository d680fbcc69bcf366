/**
 * What became of the calls that began in one short span of time.
 *
 * They are counted by when they began and judged when all have ended. Counted by when they end, a window would be full of quick calls,
 * since the slow ones of the same moment are still under way.
 * @module
 */

export class Window {
  /** Calls that begin before this are counted. */
  readonly untilMs: number;
  /** Most at once. */
  inFlight = 0;
  begun = 0;
  ended = 0;
  /** Of those that were answered. */
  samples = 0;
  /** How often the upstream said, or showed, that it is too much. */
  told = 0;
  readonly routes = new Map<string, { samples: number; sumMs: number }>();
  #sumMs = 0;
  #sumOfSquares = 0;

  constructor(untilMs: number) {
    this.untilMs = untilMs;
  }

  begin(inFlight: number): void {
    this.begun++;
    if (inFlight > this.inFlight) this.inFlight = inFlight;
  }

  end(): void {
    this.ended++;
  }

  note(route: string, latencyMs: number): void {
    this.samples++;
    this.#sumMs += latencyMs;
    this.#sumOfSquares += latencyMs * latencyMs;
    const own = this.routes.get(route);
    if (own === undefined) this.routes.set(route, { samples: 1, sumMs: latencyMs });
    else {
      own.samples++;
      own.sumMs += latencyMs;
    }
  }

  get meanMs(): number {
    return this.#sumMs / Math.max(1, this.samples);
  }

  /** The mean less twice its standard error: calls that differ much among themselves show little by a few. */
  get leastMeanMs(): number {
    const count = Math.max(1, this.samples);
    const variance = Math.max(0, this.#sumOfSquares / count - this.meanMs ** 2);
    return this.meanMs - 2 * Math.sqrt(variance / count);
  }
}
