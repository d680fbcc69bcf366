/**
 * A bounded wait for a bounded number of permits, first come first served: the queue in front of a pool.
 * @module
 */
import { Fault } from "../../proto/fault.ts";

export interface SemaphoreLimits {
  readonly permitsMax: number;
  readonly queueLengthMax: number;
  readonly acquireTimeoutMs: number;
}

interface Waiter {
  readonly admit: () => void;
  readonly refuse: (fault: Fault) => void;
}

/** Invariant: while anyone waits, no permit is free. */
export class Semaphore {
  readonly #limits: SemaphoreLimits;
  /** A Set keeps the order of arrival and lets a waiter that gives up leave at once. */
  readonly #queue = new Set<Waiter>();
  #held = 0;
  #closed = false;
  #idle: (() => void) | undefined;

  constructor(limits: SemaphoreLimits) {
    this.#limits = limits;
  }

  /**
   * Takes a permit, which the caller must {@link release} exactly once.
   * @throws Fault resource_exhausted at once when the queue is full, deadline_exceeded after the time-out, unavailable when closed
   */
  async acquire(): Promise<void> {
    if (this.#closed) throw closedFault();
    if (this.#held < this.#limits.permitsMax) {
      this.#held++;
      return;
    }
    if (this.#queue.size >= this.#limits.queueLengthMax) {
      throw new Fault("resource_exhausted", "too many callers wait for the database");
    }
    await this.#wait();
  }

  /** Hands the permit to the longest waiter, or back. */
  release(): void {
    if (this.#held === 0) throw new Error("a permit was released twice");
    const [next] = this.#queue;
    if (next !== undefined) {
      this.#queue.delete(next);
      next.admit();
      return;
    }
    this.#held--;
    if (this.#held === 0) this.#idle?.();
  }

  /** Refuses all that wait or come, and resolves when every permit is back. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#queue) waiter.refuse(closedFault());
    this.#queue.clear();
    if (this.#held === 0) return;
    await new Promise<void>((resolve) => {
      this.#idle = resolve;
    });
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#queue.delete(waiter);
        reject(new Fault("deadline_exceeded", "no database connection became free in time"));
      }, this.#limits.acquireTimeoutMs);
      const waiter: Waiter = {
        admit: () => {
          clearTimeout(timer);
          resolve();
        },
        refuse: (fault) => {
          clearTimeout(timer);
          reject(fault);
        },
      };
      this.#queue.add(waiter);
    });
  }
}

function closedFault(): Fault {
  return new Fault("unavailable", "the database connection is closing");
}
