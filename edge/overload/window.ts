/**
 * What became of the calls that began in one short span of time.
 *
 * They are counted by when they began and judged when all have ended. Counted by when they end, a window would be full of quick calls,
 * since the slow ones of the same moment are still under way.
 * @module
 */
import { Sample } from "./sample.ts";

export class Window {
  /** Calls that begin before this are counted. */
  readonly untilMs: number;
  /** Most at once. */
  inFlight = 0;
  begun = 0;
  ended = 0;
  /** How often the upstream said, or showed, that it is too much. */
  told = 0;
  /** Those that were answered, */
  readonly answered = new Sample();
  /** and the same by route. */
  readonly routes = new Map<string, Sample>();

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
    this.answered.note(latencyMs);
    let own = this.routes.get(route);
    if (own === undefined) {
      own = new Sample();
      this.routes.set(route, own);
    }
    own.note(latencyMs);
  }
}
