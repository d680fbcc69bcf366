/**
 * Questions to the upstream that are under way, by what those who may share the answer have in common.
 * @module
 */
import { type FetchDeps, type Fetched, type Flight, fetchAndStore } from "./flight.ts";
import type { RequestDirectives } from "./policy/directives.ts";
import type { Assessment } from "./policy/reuse.ts";
import { type CacheRequest, conditions } from "./request.ts";
import type { StoredEntry } from "./store.ts";

/** What comes of a flight that nobody follows: most are of one request alone. */
const NOT_BEGUN = new Promise<Fetched>(() => undefined);

/** What is asked for, and what is there already. */
export interface Question {
  readonly request: CacheRequest;
  readonly directives: RequestDirectives;
  readonly entry: StoredEntry | undefined;
  readonly assessment: Assessment | undefined;
  /** Whether nobody waits for the answer. */
  readonly background: boolean;
}

export class Flights {
  readonly #flights = new Map<string, Flight>();
  readonly #deps: FetchDeps;

  constructor(deps: FetchDeps) {
    this.#deps = deps;
  }

  /** The one that can still be joined: neither dead with its request, nor overtaken by a purge, nor too large to be read along. */
  running(key: string): Flight | undefined {
    const flight = this.#flights.get(key);
    if (flight === undefined) return undefined;
    const { now, purges } = this.#deps;
    const alive = flight.body === undefined ? now() < flight.deadAtMs : flight.body.joinable;
    if (alive && !purges.hit(flight.mark, flight.url, flight.head)) return flight;
    this.#flights.delete(key);
    return undefined;
  }

  /** @param landed told of the outcome before those who wait for it */
  start(key: string, question: Question, landed: (fetched: Fetched) => void): Flight {
    const { request, directives, entry, assessment, background } = question;
    const flight = this.of(request);
    this.#flights.set(key, flight);
    const change = conditions(entry, background);
    const asked = { request, directives, entry, assessment, change, askFar: entry === undefined };
    flight.fetched = fetchAndStore(this.#deps, flight, asked).then((fetched) => {
      landed(fetched);
      if (fetched.kind !== "entry" || fetched.stored === undefined) this.land(key, flight);
      else request.waitUntil(fetched.stored.then(() => this.land(key, flight)));
      return fetched;
    });
    // The client may go: those who wait, and the store, still want it.
    request.waitUntil(flight.fetched);
    return flight;
  }

  /** Nobody joins it any more. */
  land(key: string, flight: Flight): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }

  /** A flight that nobody can join. */
  of(request: CacheRequest): Flight {
    const { now, purges } = this.#deps;
    return {
      url: request.key.url,
      deadAtMs: now() + request.timeoutMs,
      mark: purges.mark,
      head: undefined,
      body: undefined,
      fetched: NOT_BEGUN,
    };
  }
}
