/**
 * Deadlines of the items of a batch. Those that start in the same millisecond and have the same time share one timer: a timer costs
 * several microseconds, and twenty items of one route would otherwise start twenty.
 * @module
 */
import { type Deadline, RacedDeadline, startDeadline } from "../upstream/upstream.ts";

/** @param now milliseconds since 1970 */
export function sharedDeadlines(now: () => number): (timeoutMs: number) => Deadline {
  const latest = new Map<number, Clock>();
  return (timeoutMs) => {
    const startedAtMs = now();
    let clock = latest.get(timeoutMs);
    if (clock === undefined || clock.startedAtMs !== startedAtMs || clock.users.size === 0) {
      clock = new Clock(timeoutMs, startedAtMs);
      latest.set(timeoutMs, clock);
    }
    return new SharedDeadline(clock);
  };
}

/** One timer; it runs until all its users have stopped it. */
class Clock {
  readonly startedAtMs: number;
  readonly users = new Set<SharedDeadline>();
  readonly deadline: Deadline;

  constructor(timeoutMs: number, startedAtMs: number) {
    this.startedAtMs = startedAtMs;
    this.deadline = startDeadline(timeoutMs);
    this.deadline.onPassed((fault) => {
      for (const user of this.users) user.pass(fault);
    });
  }
}

class SharedDeadline extends RacedDeadline {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    super();
    this.#clock = clock;
    clock.users.add(this);
  }

  override clear(): void {
    super.clear();
    const { users, deadline } = this.#clock;
    if (users.delete(this) && users.size === 0) deadline.clear();
  }
}
