/**
 * Who waits for the next release: isolates of the edge, each for all its clients. They live in memory: with the object they end, and are asked
 * again.
 * @module
 */
import { Fault } from "../../proto/fault.ts";

/** Isolates, not clients. What is beyond it is told to come back later. */
const WAITS_MAX = 2_000;

export interface Waits {
  /**
   * Until there was another release than the one that was seen, at most so long.
   * @throws Fault resource_exhausted
   */
  wait(seen: number, timeoutMs: number): Promise<void>;
  /** After a release. */
  wake(): void;
}

/** @param current counts releases */
export function waits(current: () => number): Waits {
  const waiting = new Set<() => void>();

  return {
    wait(seen, timeoutMs) {
      if (seen !== current()) return Promise.resolve();
      if (waiting.size >= WAITS_MAX) throw new Fault("resource_exhausted", `${WAITS_MAX} edges wait already`);
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve();
        };
        const timer = setTimeout(end, timeoutMs);
        waiting.add(end);
      });
    },

    wake() {
      for (const end of [...waiting]) end();
    },
  };
}
