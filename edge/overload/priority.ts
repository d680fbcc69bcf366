/**
 * How important a request is: its rank, 0 to 9. While an upstream has more to do than it can, a higher rank goes first, and the lowest one
 * is refused first.
 *
 * The rank is the route's, and the operator sets that. A client can only take away from it: an item of a batch with a priority below zero
 * is worth so much less than its route. One above zero lifts nothing, or every app would soon claim the most; it only says which of the
 * items of its own batch come first, and then go last when something must be refused.
 * @module
 */

/** The names that a route table may use. Ranks in between are for whoever needs them. */
export const PRIORITY_NAMES = { background: 1, low: 3, normal: 5, high: 7, critical: 9 } as const;

/** Of a route that does not say. */
export const PRIORITY_USUAL = PRIORITY_NAMES.normal;

/** Of what asks only how an upstream is: the first that an overloaded one is to be spared. */
export const PRIORITY_LOWEST = 0;

/** Of what all other requests need, such as the keys by which tokens are checked. */
export const PRIORITY_HIGHEST = 9;

/**
 * @param ofRoute its rank, 0 to 9
 * @param ofItem what an item of a batch says of itself, any whole number; absent for a request of its own
 */
export function rankOf(ofRoute: number = PRIORITY_USUAL, ofItem = 0): number {
  return Math.max(PRIORITY_LOWEST, ofRoute + Math.min(0, ofItem));
}

/** Of a refresh behind somebody's back: who waits himself for the same comes before it. */
export function rankBehind(rank: number): number {
  return Math.max(PRIORITY_LOWEST, rank - 1);
}
