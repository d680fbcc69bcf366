/**
 * Readers that wait for a change: long polls. They are gone with the object, and their callers ask anew.
 * @module
 */

/** What an object holds is a timer and a promise each; beyond this a caller is told to come back later. */
const WAITERS_MAX = 10_000;

export interface Waiters {
  /** Resolves with the next change, or after so long. False where too many wait already. */
  wait(waitMs: number): Promise<void> | false;
  wake(): void;
}

export function waiters(): Waiters {
  const waiting = new Set<() => void>();
  return {
    wait(waitMs) {
      if (waiting.size >= WAITERS_MAX) return false;
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, waitMs);
        waiting.add(done);
      });
    },
    wake() {
      for (const done of [...waiting]) done();
    },
  };
}
