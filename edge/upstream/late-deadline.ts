/**
 * Deadlines of clients' requests, of which nearly all are over long before. A timer costs a request 30 µs, a tenth of all that is done for
 * it, so only those that turn out to be slow get one.
 *
 * A timer belongs to the invocation that sets it. So an invocation of its own, which no client can end, watches while calls come: each tick
 * it wakes those that have been under way for one, and each of them sets a timer for the time that is left. workerd settles a promise in the
 * invocation that made it, and that is how they wake. Of one whose client has gone by then it writes a warning that a continuation was
 * canceled; that is as it should be.
 *
 * Only while the watch runs does a call rely on it: the first call, which has it begin, and all for which it does not come have their timers at
 * once.
 * @module
 */
import { type Deadline, RacedDeadline, startDeadline, tooLate } from "./deadline.ts";

/** A call is slow after one to two of them. */
const TICK_MS = 100;
/** A watch that has not ticked for so long is gone, or its thread is busy. */
const LOST_MS = 3 * TICK_MS;
/** Then another one begins: no invocation lives for ever. */
const WATCH_MS_MAX = 5_000;
/** A shorter time than this is watched from the beginning: a busy isolate may wake it late. */
const TIMEOUT_MS_MIN = 1_000;
/** One that does not come is asked for again after so long: it may be in another isolate. */
const ASK_EVERY_MS = 1_000;

export interface LateDeadlineDeps {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
  /** Calls {@link LateDeadlines.watch} in an invocation of its own, soon or never. Absent where that cannot be had. */
  readonly beginWatch?: (() => void) | undefined;
}

export interface LateDeadlines {
  start(timeoutMs: number): Deadline;
  /** Whether a call with so much time relies on the watch now, */
  isWatching(timeoutMs: number): boolean;
  /** and then this is enough for as long as it is not slow. */
  startYoung<T>(promise: Promise<T>): Young<T>;
  /** Watches until no calls are under way, or long enough; to be called in an invocation that lasts until it resolves. */
  watch(): Promise<void>;
}

/** What a call that is not slow yet waits for. */
export interface Young<T> {
  /** Settles as what it was made of does; with {@link SLOW} before that, where the call turns out to be slow. */
  readonly settled: Promise<T | typeof SLOW>;
  /** To be told when it has settled. */
  readonly sleeper: { over(): void };
}

export const SLOW = Symbol("slow");

/** Woken by the watch, from another invocation. */
interface Sleeper {
  wake(): void;
}

export function lateDeadlines({ now, sleep, beginWatch }: LateDeadlineDeps): LateDeadlines {
  let young: Sleeper[] = [];
  let old: Sleeper[] = [];
  let tickedAtMs = Number.NEGATIVE_INFINITY;
  let askedAtMs = Number.NEGATIVE_INFINITY;

  return {
    start(timeoutMs) {
      if (timeoutMs < TIMEOUT_MS_MIN || beginWatch === undefined) return startDeadline(timeoutMs);
      const nowMs = now();
      if (isWithin(LOST_MS, tickedAtMs, nowMs)) {
        const deadline = new LateDeadline(timeoutMs, nowMs, now);
        young.push(deadline);
        return deadline;
      }
      if (!isWithin(ASK_EVERY_MS, askedAtMs, nowMs)) {
        askedAtMs = nowMs;
        beginWatch();
      }
      return startDeadline(timeoutMs);
    },

    isWatching: (timeoutMs) => timeoutMs >= TIMEOUT_MS_MIN && isWithin(LOST_MS, tickedAtMs, now()),

    startYoung<T>(promise: Promise<T>) {
      const { promise: settled, resolve, reject } = Promise.withResolvers<T | typeof SLOW>();
      promise.then(resolve, reject);
      const sleeper = new YoungCall(resolve);
      young.push(sleeper);
      return { settled, sleeper };
    },

    async watch() {
      const sinceMs = now();
      tickedAtMs = sinceMs;
      while (isWithin(WATCH_MS_MAX, sinceMs, now())) {
        await sleep(TICK_MS);
        tickedAtMs = now();
        wake(old);
        [old, young] = [young, []];
        if (old.length === 0) break;
      }
      tickedAtMs = Number.NEGATIVE_INFINITY;
      askedAtMs = Number.NEGATIVE_INFINITY;
      wake(old);
      wake(young);
      [old, young] = [[], []];
    },
  };
}

function wake(sleepers: readonly Sleeper[]): void {
  for (const sleeper of sleepers) sleeper.wake();
}

/** A clock that went back is no proof of anything. */
function isWithin(ms: number, sinceMs: number, nowMs: number): boolean {
  return nowMs >= sinceMs && nowMs - sinceMs < ms;
}

/** It is remembered for a while longer than the call lasts, and must keep nothing of it: neither the reply nor a promise of it. */
class YoungCall implements Sleeper {
  #resolve: ((slow: typeof SLOW) => void) | undefined;

  constructor(resolve: (slow: typeof SLOW) => void) {
    this.#resolve = resolve;
  }

  wake(): void {
    this.#resolve?.(SLOW);
  }

  over(): void {
    this.#resolve = undefined;
  }
}

class LateDeadline extends RacedDeadline implements Sleeper {
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
    void promise.then(() => this.#begin());
  }

  /** From any invocation. */
  wake(): void {
    this.#resolve?.();
  }

  override whenSlow(listener: () => void): void {
    if (this.#isSlow) listener();
    else this.#listener = listener;
  }

  override clear(): void {
    super.clear();
    this.#resolve = undefined;
    this.#listener = undefined;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
  }

  #begin(): void {
    if (this.#resolve === undefined) return; // It was cleared when it had just been woken.
    this.#resolve = undefined;
    this.#isSlow = true;
    const leftMs = this.#timeoutMs - (this.#now() - this.#startedAtMs);
    this.#timer = setTimeout(() => this.pass(tooLate(this.#timeoutMs)), Math.max(0, leftMs));
    this.#listener?.();
  }
}
