/**
 * The breaker of a node: what is under way to a node that takes less than half of it is held back by chance, so that the node is asked
 * about twice as much as it takes. Client-side throttling of "Handling Overload", Site Reliability Engineering, Google 2016
 * (https://sre.google/sre-book/handling-overload/). It has no states and no timer. By the formula alone a node that is back gets twice as
 * much every three seconds, which takes twenty from one request in a hundred; so one in ten always passes, and a row of successes
 * ends it.
 * @module
 */
import type { OutcomeWindow } from "./outcome-window.ts";

/** K of the formula: with 2 a node that takes half of all requests is not throttled yet. */
const ACCEPTED_FACTOR = 2;
/** Below so many requests in the window a ratio says nothing, and nothing is saved. */
const REQUESTS_MIN = 20;
const DROPPED_MAX = 0.9;
/** So many successes in a row are no luck any more: what was before is forgotten, else the last failures still cost requests. */
export const SUCCESSES_TO_CLOSE = 10;

/** How likely a request is to be held back, from 0 to {@link DROPPED_MAX}. The window is up to date. */
export function dropProbability({ dropped, ended, accepted }: OutcomeWindow): number {
  const wanted = dropped + ended; // What is under way is neither: a slow node is no node that refuses.
  if (wanted < REQUESTS_MIN) return 0;
  return Math.min(DROPPED_MAX, Math.max(0, (wanted - ACCEPTED_FACTOR * accepted) / (wanted + 1)));
}
