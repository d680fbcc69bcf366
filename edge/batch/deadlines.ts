/**
 * Deadlines of the items of a batch. Those that start in the same millisecond and have the same time share one timer: a timer costs
 * several microseconds, and twenty items of one route would otherwise start twenty.
 * @module
 */
import { type Deadline, startDeadline } from "../upstream/upstream.ts";

interface Shared {
  readonly deadline: Deadline;
  readonly startedAtMs: number;
  users: number;
}

/** @param now milliseconds since 1970 */
export function sharedDeadlines(now: () => number): (timeoutMs: number) => Deadline {
  const latest = new Map<number, Shared>();
  return (timeoutMs) => {
    const startedAtMs = now();
    let shared = latest.get(timeoutMs);
    if (shared === undefined || shared.startedAtMs !== startedAtMs || shared.users === 0) {
      shared = { deadline: startDeadline(timeoutMs), startedAtMs, users: 0 };
      latest.set(timeoutMs, shared);
    }
    return useOf(shared);
  };
}

/** One user's side: the clock stops when all have stopped it, and for each when it did. */
function useOf(shared: Shared): Deadline {
  const { deadline } = shared;
  let over = false;
  shared.users++;
  return {
    race: (promise) => deadline.race(promise),
    isPassed: () => deadline.isPassed(),
    onPassed: (listener) => {
      deadline.onPassed((reason) => {
        if (!over) listener(reason);
      });
    },
    clear: () => {
      if (over) return;
      over = true;
      if (--shared.users === 0) deadline.clear();
    },
  };
}
