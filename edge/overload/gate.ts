/**
 * The way into one upstream: so many at a time, the others in a queue, the hopeless refused.
 *
 *     enter ─▶ room?  ─▶ permit at once
 *              none   ─▶ queue: by rank, then by arrival ─▶ permit, when somebody leaves
 *                                                        └▶ refused: waited too long, pushed out, no time left
 *
 * It lives as long as the isolate. Its loss costs the time in which it learns again.
 * @module
 */
import type { Fault } from "../../proto/fault.ts";
import { AdaptiveLimit } from "./adaptive-limit.ts";
import { Patience } from "./patience.ts";
import { type Permit, Permits } from "./permits.ts";
import { refusal } from "./refusal.ts";
import { type Waiting, WaitQueue } from "./wait-queue.ts";
import type { Window } from "./window.ts";

/** What a table may say of an upstream; false: it is given whatever comes. */
export type ConcurrencyConfig = ConcurrencyBounds | false;

export interface ConcurrencyBounds {
  /** Never more than so many at once from one isolate; by default only what is observed limits them. */
  readonly max?: number | undefined;
  /** How many may wait; 0 refuses at once. */
  readonly queue?: number | undefined;
}

/** A request that waits holds some 10 KB of the runtime's memory. */
const QUEUE_MAX = 1_000;
/** How often the edge looks how late it is itself: a timer costs a few microseconds. */
const LAG_EVERY_MS = 50;
/** After its time is over somebody who lives has left: who has not is a client that is gone (see permits.ts). */
const GONE_GRACE_MS = 500;

export interface GateDeps {
  readonly now: () => number;
  /** From 0 to less than 1. */
  readonly random: () => number;
  /** Calls back after so many milliseconds. @returns what stops that */
  readonly after: (ms: number, callback: () => void) => () => void;
}

export interface Ask {
  /** The key under which its latency is noted. */
  readonly route: string;
  readonly rank: number;
  readonly batchId?: string | undefined;
  /** After which nobody wants the reply any more. */
  readonly timeLeftMs: number;
}

/** How a request ended: `answered` tells how fast the upstream is, `overloaded` that it is too much, `unknown` nothing. */
export type Ending = "answered" | "overloaded" | "unknown";

/** Room for one request, which has it until it leaves. */
export interface Place {
  /** It is none of the quick ones; to be called in its own invocation. */
  listen(): void;
  leave(ending: Ending): void;
}

interface Waiter extends Waiting, Ask {
  readonly grant: (permit: Permit) => void;
  readonly refuse: (fault: Fault) => void;
}

export class Gate {
  readonly #limit: AdaptiveLimit;
  readonly #permits = new Permits();
  readonly #queue = new WaitQueue<Waiter>();
  readonly #queueMax: number;
  readonly #deps: GateDeps;
  readonly #patience: Patience;
  #lagAskedAtMs = 0;

  constructor({ max, queue = QUEUE_MAX }: ConcurrencyBounds, deps: GateDeps) {
    this.#limit = new AdaptiveLimit({ max });
    this.#patience = new Patience(this.#limit, this.#queue);
    this.#queueMax = queue;
    this.#deps = deps;
  }

  get limit(): number {
    return this.#limit.now;
  }

  get inFlight(): number {
    return this.#permits.size;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /**
   * A permit where there is room, undefined where one must {@link wait}.
   * @param route the key under which its latency is noted
   */
  enter(route: string): Permit | undefined {
    if (this.#queue.size > 0 || this.#permits.size >= this.#limit.now) return undefined;
    const nowMs = this.#deps.now();
    return this.#permits.take(route, this.#begin(nowMs), nowMs);
  }

  /** {@link enter}, and {@link leave} with it. */
  place(route: string): Place | undefined {
    const permit = this.enter(route);
    return permit === undefined ? undefined : new TakenPlace(this, permit);
  }

  /**
   * @param gone aborts when nobody wants the permit any more
   * @throws Fault unavailable (503), see refusal.ts; whatever `gone` aborts with
   */
  async wait(ask: Ask, gone?: AbortSignal): Promise<Permit> {
    const nowMs = this.#deps.now();
    this.#limit.noteHeld(nowMs);
    this.#permits.sweep(nowMs, this.#limit.meanMs);
    this.#serve(nowMs);
    const entered = this.enter(ask.route);
    if (entered !== undefined) return entered;
    this.#turnAway(ask, nowMs);
    const { promise, resolve, reject } = Promise.withResolvers<Permit>();
    const waiter: Waiter = { ...ask, sinceMs: nowMs, grant: resolve, refuse: reject };
    this.#queue.add(waiter);
    const leave = (fault: unknown) => {
      if (this.#queue.delete(waiter, this.#deps.now())) reject(fault);
    };
    const leftMs = Math.max(0, ask.timeLeftMs - this.#limit.usualMs(ask.route));
    const onLate = () => {
      const lateMs = this.#deps.now();
      this.#permits.sweep(lateMs, this.#limit.meanMs);
      this.#serve(lateMs);
      const waitedMs = lateMs - nowMs;
      const restMs = Math.ceil(Math.min(this.#patience.longestMs(ask.rank, lateMs), leftMs) - waitedMs);
      if (restMs <= 0) leave(this.#refusal(`nobody left within ${waitedMs} ms`));
      else stop = this.#deps.after(Math.min(restMs, this.#patience.burstMs), onLate);
    };
    let stop = this.#deps.after(Math.min(leftMs, this.#patience.burstMs), onLate);
    const onGone = () => leave(gone?.reason);
    gone?.addEventListener("abort", onGone);
    try {
      const permit = await promise;
      if (!this.#permits.claim(permit, this.#deps.now())) throw this.#refusal("its turn was over before it came");
      return permit;
    } finally {
      stop();
      gone?.removeEventListener("abort", onGone);
    }
  }

  leave(permit: Permit, ending: Ending): void {
    if (!this.#permits.release(permit)) return;
    const nowMs = this.#deps.now();
    const outcome = ending === "answered" ? Math.max(0, nowMs - permit.startedAtMs) : ending;
    this.#limit.end(permit.window, permit.route, outcome, nowMs);
    this.#limit.left(this.#permits.size);
    if (this.#queue.size > 0) this.#serve(nowMs);
  }

  /** @throws Fault where waiting would be in vain, or there is no place to wait */
  #turnAway({ rank, route, timeLeftMs }: Ask, nowMs: number): void {
    const { meanMs, now: limit } = this.#limit;
    const waitMs = ((this.#queue.ahead(rank) + 1) * meanMs) / limit;
    if (waitMs + this.#limit.usualMs(route) > timeLeftMs) {
      throw this.#refusal(`about ${Math.ceil(waitMs)} ms to wait, ${Math.floor(timeLeftMs)} ms left`);
    }
    if (this.#queue.size < this.#queueMax) return;
    const deadSinceMs = nowMs - this.#patience.burstMs - GONE_GRACE_MS;
    for (const dead of this.#queue.before(deadSinceMs)) this.#queue.delete(dead, nowMs);
    if (this.#queue.size < this.#queueMax) return;
    const last = this.#queue.last();
    if (last === undefined || last.rank >= rank) throw this.#refusal("as many wait as may");
    this.#queue.delete(last, nowMs);
    last.refuse(this.#refusal("pushed out by something more important"));
  }

  /** Lets in whoever is next, as long as there is room, and drops those who have waited too long before that. */
  #serve(nowMs: number): void {
    while (this.#queue.size > 0 && this.#permits.size < this.#limit.now) {
      if (this.#drop(this.#queue.last(), nowMs)) continue;
      const next = this.#queue.first();
      if (next === undefined) return;
      if (this.#drop(next, nowMs)) continue;
      this.#queue.delete(next, nowMs);
      this.#patience.noteTurn(next.rank, nowMs);
      next.grant(this.#permits.grant(next.route, this.#begin(nowMs), nowMs));
    }
  }

  /** @returns whether that was to be done */
  #drop(waiter: Waiter | undefined, nowMs: number): boolean {
    if (waiter === undefined) return false;
    const longestMs = this.#patience.longestMs(waiter.rank, nowMs);
    if (nowMs - waiter.sinceMs <= longestMs) return false;
    this.#queue.delete(waiter, nowMs);
    this.#patience.noteDrop(waiter.rank, nowMs);
    waiter.refuse(this.#refusal(`waited for more than ${Math.round(longestMs)} ms`));
    return true;
  }

  #begin(nowMs: number): Window | undefined {
    const window = this.#limit.begin(this.#permits.size + 1, nowMs);
    if (nowMs - this.#lagAskedAtMs >= LAG_EVERY_MS) this.#askLag(nowMs);
    return window;
  }

  /** Once in a while a timer without delay tells how late the edge's own thread is. */
  #askLag(nowMs: number): void {
    this.#lagAskedAtMs = nowMs;
    this.#deps.after(0, () => this.#limit.noteLag(this.#deps.now() - nowMs));
  }

  #refusal(why: string): Fault {
    const state = `${this.#permits.size} of ${this.#limit.now} under way, ${this.#queue.size} wait`;
    this.#patience.noteRefusal();
    return refusal(`${why}; ${state}`, this.#deps.random());
  }
}

class TakenPlace implements Place {
  readonly #gate: Gate;
  readonly #permit: Permit;

  constructor(gate: Gate, permit: Permit) {
    this.#gate = gate;
    this.#permit = permit;
  }

  listen(): void {
    this.#permit.listen();
  }

  leave(ending: Ending): void {
    this.#gate.leave(this.#permit, ending);
  }
}
