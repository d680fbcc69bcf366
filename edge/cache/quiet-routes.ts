/**
 * Routes whose replies say nothing of caching, one like the other. To look up what cannot be stored, and to remember of each URL that it was
 * not, takes a fifth of the time of a request; so a route that was silent for long is taken at its word.
 *
 * The first reply that does say something ends that for a long time: until its headers are there a crowd that asks for the same costs the
 * upstream a request each, and a route of which only some replies are stored would pay that again and again.
 *
 * It is the memory of one isolate. Losing it costs time and nothing else.
 * @module
 */
import type { Route } from "../route/route-table.ts";
import type { CacheOutcome } from "./policy/cache-status.ts";

/** So many replies in a row. */
const SILENT_MIN = 64;
const LOUD_MS = 600_000;

interface Known {
  silentInARow: number;
  loudUntilMs: number;
}

export class QuietRoutes {
  readonly #known = new WeakMap<Route, Known>();

  isQuiet(route: Route, nowMs: number): boolean {
    const known = this.#known.get(route);
    return known !== undefined && known.silentInARow >= SILENT_MIN && nowMs >= known.loudUntilMs;
  }

  note(route: Route, outcome: CacheOutcome, nowMs: number): void {
    let known = this.#known.get(route);
    if (known === undefined) {
      known = { silentInARow: 0, loudUntilMs: 0 };
      this.#known.set(route, known);
    }
    if (outcome.kind === "forward" && outcome.silent === true) {
      known.silentInARow++;
      return;
    }
    // One that was not looked up says nothing of the route.
    if (outcome.kind === "forward" && (outcome.reason === "bypass" || outcome.reason === "method")) return;
    known.silentInARow = 0;
    known.loudUntilMs = nowMs + LOUD_MS;
  }
}
