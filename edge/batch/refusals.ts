/**
 * Which upstreams lately refused a batch although they declare that they take one, as after a roll-back.
 *
 * It lives as long as the isolate. Its loss costs one request that is refused again.
 * @module
 */

/** How long an upstream is spared; then one wave finds out whether it has learned. */
const REFUSED_MS = 60_000;

export interface Refusals {
  has(upstream: string): boolean;
  note(upstream: string): void;
}

export function refusals(now: () => number): Refusals {
  const until = new Map<string, number>(); // Bounded by the names in the route table.
  return {
    has: (upstream) => (until.get(upstream) ?? 0) > now(),
    note: (upstream) => void until.set(upstream, now() + REFUSED_MS),
  };
}
