/**
 * Deadlines of the items of a batch. Those that start in the same millisecond and have the same time share one timer: a timer costs
 * several microseconds, and twenty items of one route would otherwise start twenty.
 * @module
 */
import type { Fault } from "../../proto/fault.ts";
import { type Deadline, startDeadline } from "../upstream/upstream.ts";

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

class SharedDeadline implements Deadline {
  readonly #clock: Clock;
  #fault: Fault | undefined;
  #reject: ((reason: Fault) => void) | undefined;
  #listener: ((reason: Fault) => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
    clock.users.add(this);
  }

  pass(fault: Fault): void {
    this.#fault = fault;
    this.#reject?.(fault);
    this.#listener?.(fault);
  }

  race<T>(promise: Promise<T>): Promise<T> {
    if (this.#fault !== undefined) return Promise.reject(this.#fault);
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      promise.then(resolve, reject);
    });
  }

  isPassed(): boolean {
    return this.#fault !== undefined;
  }

  onPassed(listener: (reason: Fault) => void): void {
    this.#listener = listener;
  }

  clear(): void {
    const { users, deadline } = this.#clock;
    if (users.delete(this) && users.size === 0) deadline.clear();
  }
}
