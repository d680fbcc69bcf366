/**
 * Readers that wait for a change of an object: long polls. They live in memory: with the object they end, and are asked again.
 * @module
 */

export interface Waiters {
  /** Resolves with the next change, or after so long. Undefined where too many wait already. */
  wait(timeoutMs: number): Promise<void> | undefined;
  /** After a change. */
  wake(): void;
}

/** @param max who is beyond it is told to come back later; each costs a timer and a promise */
export function waiters(max: number): Waiters {
  const waiting = new Set<() => void>();

  return {
    wait(timeoutMs) {
      if (waiting.size >= max) return undefined;
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
