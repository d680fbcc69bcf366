/**
 * Deadlines of clients' requests, of which nearly all are over long before. A timer costs a request 30 µs, a tenth of all that is done for
 * it, so only those that turn out to be slow get one.
 *
 * A timer belongs to the invocation that sets it. So the calls of an isolate that begin in the same moment have one of them watch: its
 * invocation is kept alive for {@link SLOW_MS}, also when its client leaves, and then wakes those that are still under way, each of which
 * sets a timer of its own for the time that is left. workerd settles a promise in the invocation that made it, and that is how they wake. Of
 * one whose client has gone by then, workerd writes a warning that its continuation was canceled; that is as it should be.
 * @module
 */
import { type Deadline, RacedDeadline, startDeadline, tooLate } from "./deadline.ts";

/** Whose calls have one watch: they begin within this time. */
const GATHER_MS = 50;
/** After that long the first of them is slow. */
const SLOW_MS = 150;
/** A shorter time than this is watched from the beginning: a busy isolate may wake it late. */
const TIMEOUT_MS_MIN = 1_000;

export interface LateDeadlineDeps {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** @param keeper the call's own: keeps its invocation alive until the promise settles */
export type StartLate = (timeoutMs: number, keeper: { waitUntil(promise: Promise<unknown>): void }) => Deadline;

export function lateDeadlines({ now, sleep }: LateDeadlineDeps): StartLate {
  let watch = { fromMs: Number.NEGATIVE_INFINITY, deadlines: [] as LateDeadline[] };
  return (timeoutMs, keeper) => {
    if (timeoutMs < TIMEOUT_MS_MIN) return startDeadline(timeoutMs);
    const nowMs = now();
    const deadline = new LateDeadline(timeoutMs, nowMs, now);
    if (nowMs >= watch.fromMs && nowMs - watch.fromMs < GATHER_MS) {
      watch.deadlines.push(deadline);
      return deadline;
    }
    const deadlines = [deadline];
    watch = { fromMs: nowMs, deadlines };
    keeper.waitUntil(
      sleep(SLOW_MS).then(() => {
        for (const each of deadlines) each.wake();
      }),
    );
    return deadline;
  };
}

class LateDeadline extends RacedDeadline {
  readonly #timeoutMs: number;
  readonly #startedAtMs: number;
  readonly #now: () => number;
  /** Undefined once it is slow, or over. */
  #resolve: (() => void) | undefined;
  #isSlow = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listener: (() => void) | undefined;

  constructor(timeoutMs: number, startedAtMs: number, now: () => number) {
    super();
    this.#timeoutMs = timeoutMs;
    this.#startedAtMs = startedAtMs;
    this.#now = now;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#resolve = resolve;
    void promise.then(() => this.#watch());
  }

  /** From any invocation. */
  wake(): void {
    this.#resolve?.();
  }

  override whenSlow(listener: () => void): void {
    if (this.#isSlow) listener();
    else this.#listener = listener;
  }

  clear(): void {
    this.#resolve = undefined;
    this.#listener = undefined;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
  }

  #watch(): void {
    if (this.#resolve === undefined) return; // It was cleared when it had just been woken.
    this.#resolve = undefined;
    this.#isSlow = true;
    const leftMs = this.#timeoutMs - (this.#now() - this.#startedAtMs);
    this.#timer = setTimeout(() => this.pass(tooLate(this.#timeoutMs)), Math.max(0, leftMs));
    this.#listener?.();
  }
}
