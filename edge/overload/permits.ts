/**
 * The requests that are under way to one upstream.
 *
 * A client that resets its connection takes its invocation with it: no code of that runs any more, not even a `finally`, and what it held
 * would be held for ever. So a permit can be asked whether its holder is still there. workerd settles a promise in the request that made
 * it, and only while that lives: the answer comes at once, or never. Holders are asked only while others wait, and only those that take
 * longer than is usual. Nor does a holder listen before it turns out to be slow (edge/upstream/late-deadline.ts), since that is what costs: one
 * of whom nothing was heard by then is gone too.
 * @module
 */
import type { Window } from "./window.ts";

/**
 * A holder that lives answers with its next turn. A busy isolate may take its time for that; whoever is given up too soon only makes room
 * for one more than there is.
 */
const ANSWER_MS = 100;
/** One that lives listens after 200 ms at the most, where the isolate is not busy. Clients that leave must not take up places for long. */
const HEARD_WITHIN_MS = 300;
/** How often a holder is asked again, which is also how often all are looked through. */
const ASK_EVERY_MS = 1_000;
/** A holder that takes so many times the usual time is asked, */
const SLOW_FACTOR = 3;
/** but not sooner than this: most calls are over by then. */
const SLOW_MS_MIN = 250;

export interface Permit {
  /** The key under which its latency is noted, */
  readonly route: string;
  /** and the window in which it counts. */
  readonly window: Window | undefined;
  readonly startedAtMs: number;
  /** From now on its holder can be asked; to be called in the holder's own request, before {@link HEARD_WITHIN_MS} have passed. */
  listen(): void;
}

export class Permits {
  readonly #held = new Set<HeldPermit>();
  #sweptAtMs = 0;

  get size(): number {
    return this.#held.size;
  }

  take(route: string, window: Window | undefined, nowMs: number): Permit {
    const permit = new HeldPermit(route, window, nowMs);
    this.#held.add(permit);
    return permit;
  }

  /** For a holder in another request, who is to {@link claim} it. */
  grant(route: string, window: Window | undefined, nowMs: number): Permit {
    const permit = new HeldPermit(route, window, nowMs);
    permit.askedAtMs = nowMs;
    this.#held.add(permit);
    return permit;
  }

  /**
   * Its time begins now: a busy isolate comes to its holder some time after it was granted, and that is not the upstream's doing.
   * @returns false where it took too long, and the permit is somebody else's
   */
  claim(permit: Permit, nowMs: number): boolean {
    if (!(permit instanceof HeldPermit) || !this.#held.has(permit)) return false;
    permit.askedAtMs = undefined;
    permit.startedAtMs = nowMs;
    return true;
  }

  /** @returns false where its holder was believed dead */
  release(permit: Permit): boolean {
    return this.#held.delete(permit as HeldPermit);
  }

  /**
   * Asks those that take long whether they are still there, and takes back what belongs to nobody.
   * @param usualMs how long requests take at the moment
   */
  sweep(nowMs: number, usualMs: number): void {
    if (nowMs - this.#sweptAtMs < ANSWER_MS) return;
    this.#sweptAtMs = nowMs;
    const slowMs = Math.max(SLOW_MS_MIN, SLOW_FACTOR * usualMs);
    for (const permit of this.#held) {
      if (permit.askedAtMs !== undefined) {
        if (nowMs - permit.askedAtMs >= ANSWER_MS) this.#held.delete(permit);
      } else if (!permit.listens) {
        if (nowMs - permit.startedAtMs >= HEARD_WITHIN_MS) this.#held.delete(permit);
      } else if (nowMs - permit.startedAtMs > slowMs && nowMs - permit.askedBeforeMs >= ASK_EVERY_MS) {
        permit.ask(nowMs);
      }
    }
  }
}

class HeldPermit implements Permit {
  readonly route: string;
  readonly window: Window | undefined;
  startedAtMs: number;
  /** When its holder was asked, who has not answered yet. */
  askedAtMs: number | undefined;
  askedBeforeMs = 0;
  #question: (() => void) | undefined;

  constructor(route: string, window: Window | undefined, startedAtMs: number) {
    this.route = route;
    this.window = window;
    this.startedAtMs = startedAtMs;
  }

  get listens(): boolean {
    return this.#question !== undefined;
  }

  listen(): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#question = resolve;
    void promise.then(() => {
      this.askedAtMs = undefined;
      this.listen();
    });
  }

  ask(nowMs: number): void {
    this.askedAtMs = nowMs;
    this.askedBeforeMs = nowMs;
    this.#question?.();
  }
}
