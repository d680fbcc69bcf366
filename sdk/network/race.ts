/**
 * Happy eyeballs (RFC 8305 §5): what is likely the best begins, the next joins when that takes long or fails, and the first that
 * succeeds wins.
 *
 *     a ─────────────────────┤ called off
 *       250 ms ─▶ b ───────▶ wins
 *                 250 ms ─▶ c ┤ called off
 *
 * @module
 */
import type { Clock } from "./clock.ts";

/** RFC 8305 §8: the recommended connection attempt delay. */
export const STAGGER_MS = 250;

export interface RaceOptions<T> {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** For one that succeeded in the moment in which another had won. */
  readonly discard?: (value: T) => void;
}

/**
 * @param attempt must reject soon when its signal aborts
 * @throws what the last attempt that failed threw; the signal's reason
 */
export function race<C, T>(
  candidates: readonly C[],
  attempt: (candidate: C, signal: AbortSignal) => Promise<T>,
  { clock, signal, discard }: RaceOptions<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const running = new Set<AbortController>();
    let next = 0;
    let isOver = false;
    let failure: unknown = new Error("there is nobody to ask");
    let stopTimer = () => {};

    const finish = (settle: () => void) => {
      isOver = true;
      stopTimer();
      signal?.removeEventListener("abort", abort);
      for (const controller of running) controller.abort();
      settle();
    };
    const abort = () => finish(() => reject(signal?.reason));
    const start = () => {
      stopTimer();
      if (next >= candidates.length) {
        if (running.size === 0) finish(() => reject(failure));
        return;
      }
      const controller = new AbortController();
      running.add(controller);
      stopTimer = clock.after(STAGGER_MS, start);
      attempt(candidates[next++] as C, controller.signal).then(
        (value) => {
          running.delete(controller);
          if (isOver) discard?.(value);
          else finish(() => resolve(value));
        },
        (thrown: unknown) => {
          running.delete(controller);
          if (isOver) return;
          failure = thrown;
          start();
        },
      );
    };
    if (signal?.aborted) return abort();
    signal?.addEventListener("abort", abort);
    start();
  });
}
