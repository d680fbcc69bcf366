/**
 * When a request that waits too long is sent a second time, and how often at all ("The Tail at Scale", Dean and Barroso 2013).
 *
 * The second goes out when the first has waited longer than 95 % of its route's requests do, so about one in twenty would get one. The
 * budget holds that to one in twenty of all requests of the upstream, in any stretch of time. Where it has run out, a request that
 * goes on waiting asks again: of all who wait, those that wait longest are left.
 * @module
 */
import { Quantile } from "./quantile.ts";

/** What each request adds to the budget. */
export const HEDGE_RATIO = 0.05;
/** As much as can be saved up, so that a pause of traffic does not end in a burst. */
export const HEDGES_SAVED_MAX = 2;
/** What is kept back from those who ask for the first time, for those who have waited for twice as long. */
const SPARE = 0.5;
const RANK = 0.95;
/** A second request that saves less is not worth it, and a timer of the runtime is no finer. */
const DELAY_MS_MIN = 5;
/** Routes of a table (1 000) and methods of the RPC that is built in. */
const ROUTES_MAX = 2000;

export interface Hedging {
  /** A request is sent for the first time: it is part of what the 5 % are of. */
  note(): void;
  /** Takes one from the budget. @param again whether the request has asked before, and was told no */
  allows(again: boolean): boolean;
  /** How long a request of the route waits before it is sent again; undefined while too little is known. */
  delayMs(route: string): number | undefined;
  /** How long a request of the route waited, until its reply or until it was given up for another one. */
  learn(route: string, ms: number): void;
}

export function hedging(): Hedging {
  const latencies = new Map<string, Quantile>();
  let saved = 0;
  return {
    note() {
      saved = Math.min(HEDGES_SAVED_MAX, saved + HEDGE_RATIO);
    },
    allows(again) {
      if (saved < (again ? 1 : 1 + SPARE)) return false;
      saved--;
      return true;
    },
    delayMs(route) {
      const p95Ms = latencies.get(route)?.value;
      return p95Ms === undefined ? undefined : Math.max(DELAY_MS_MIN, p95Ms);
    },
    learn(route, ms) {
      let latency = latencies.get(route);
      if (latency === undefined) {
        if (latencies.size >= ROUTES_MAX) return;
        latency = new Quantile(RANK);
        latencies.set(route, latency);
      }
      latency.note(ms);
    },
  };
}
