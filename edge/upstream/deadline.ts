/**
 * A moment after which nobody waits any more, made of one timer and a promise. Cheaper than `AbortSignal.timeout`, which costs 60 µs
 * a request; what it does not do is to end the work: the end of the invocation does, or {@link Deadline.onPassed}.
 * @module
 */
import { Fault } from "../../proto/fault.ts";

export interface Deadline {
  /** Settles as the promise does, unless the deadline passes first. @throws Fault deadline_exceeded */
  race<T>(promise: Promise<T>): Promise<T>;
  isPassed(): boolean;
  onPassed(listener: (reason: Fault) => void): void;
  /** Stops the clock: the deadline never passes. */
  clear(): void;
}

export function startDeadline(timeoutMs: number): Deadline {
  const listeners: ((reason: Fault) => void)[] = [];
  let fault: Fault | undefined;
  const timer = setTimeout(() => {
    fault = new Fault("deadline_exceeded", `the upstream did not answer within ${timeoutMs} ms`);
    for (const listener of listeners) listener(fault);
  }, timeoutMs);
  return {
    race: (promise) =>
      new Promise((resolve, reject) => {
        if (fault !== undefined) reject(fault);
        listeners.push(reject);
        promise.then(resolve, reject);
      }),
    isPassed: () => fault !== undefined,
    onPassed: (listener) => void listeners.push(listener),
    clear: () => clearTimeout(timer),
  };
}
