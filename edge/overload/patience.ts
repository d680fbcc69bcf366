/**
 * How long one may wait for an upstream.
 *
 * A queue is worth what it bridges: the moments in which nobody comes. In a burst that is all of it, and a wait may be long. Where it stands,
 * whoever goes has waited for as long as one may, and the shorter that is, the better for everybody. But too short, and the upstream runs
 * dry between two arrivals. With a load of ρ times what is done, a queue of K is found empty about once in ρ^K; so it need hold no more
 * than ln(1/ε) / ln ρ, and ρ shows in who must be refused: 1 - 1/ρ of all. A little too much is offered: many wait. Twice too much: some do.
 *
 * Who goes before others is no part of that, since these make room: such a rank may wait for long, until it is clear that it alone is more
 * than can be done, because hardly any of those below get a turn.
 * @module
 */
import type { AdaptiveLimit } from "./adaptive-limit.ts";
import type { Waiting, WaitQueue } from "./wait-queue.ts";

/** In a burst: what a person just notices, or as long as a call takes anyway. */
const BURST_WAIT_MS = 300;
/** A queue that has not been empty for so long, or for as long as a call takes, is no burst any more. */
const STANDING_AFTER_MS = 300;
/** Then at most: what nobody notices, or a part of what a call takes anyway; */
const STANDING_WAIT_MS_MAX = 100;
const STANDING_WAIT_PART = 0.3;
/** and at least: what bridges the pauses of a machine that is not quite idle. */
const STANDING_WAIT_MS_MIN = 20;
/** ln(1/ε): the upstream is to run dry in one moment of a hundred. */
const DRY_LOG = Math.log(100);
/** The refused part is of about the last two hundred who waited. */
const REFUSED_GAIN = 1 / 200;

/** Who goes before others may wait for so long: a client will hardly wait for longer. */
const AHEAD_WAIT_MS_MAX = 2_000;
/** and for less where its own queue has stood for nearly so long: after a pause, or a look at an emptier upstream, it is gone before that. */
const AHEAD_STANDING_MS_MAX = 5_000;
/** It does not stand as long as those below get so much of all turns, and more of them than are dropped of it. */
const BELOW_PART_MIN = 0.05;

export class Patience {
  readonly #limit: AdaptiveLimit;
  readonly #queue: WaitQueue<Waiting>;
  #refusedPart = 0;

  constructor(limit: AdaptiveLimit, queue: WaitQueue<Waiting>) {
    this.#limit = limit;
    this.#queue = queue;
  }

  /** One who waited has a turn. */
  noteTurn(rank: number, nowMs: number): void {
    this.#refusedPart -= this.#refusedPart * REFUSED_GAIN;
    this.#queue.noteTurn(rank, this.#turnMs / BELOW_PART_MIN, nowMs);
  }

  /** One has waited for too long, and is dropped. */
  noteDrop(rank: number, nowMs: number): void {
    if (!this.#queue.hasBelow(rank, nowMs)) return;
    this.#queue.noteDrop(rank, this.#turnMs / BELOW_PART_MIN, AHEAD_STANDING_MS_MAX, nowMs);
  }

  /** One who waited gets none, or does not even wait. */
  noteRefusal(): void {
    this.#refusedPart += (1 - this.#refusedPart) * REFUSED_GAIN;
  }

  /** In a burst. Nobody who has no one below waits longer. */
  get burstMs(): number {
    return Math.max(BURST_WAIT_MS, this.#limit.meanMs) + this.#limit.lagMs;
  }

  /** At this moment, for one of this rank. */
  longestMs(rank: number, nowMs: number): number {
    if (this.#queue.hasBelow(rank, nowMs)) {
      const leftMs = AHEAD_STANDING_MS_MAX - this.#queue.standingMs(rank, nowMs);
      return Math.max(this.#standingMsMax, Math.min(AHEAD_WAIT_MS_MAX, leftMs));
    }
    const isBurst = this.#queue.standingMs(rank, nowMs) < Math.max(STANDING_AFTER_MS, this.#limit.meanMs);
    return isBurst ? this.burstMs : this.#standingMs;
  }

  get #standingMs(): number {
    if (this.#limit.meanMs === 0) return this.#standingMsMax; // Nothing has been answered yet.
    const length = DRY_LOG / -Math.log(1 - this.#refusedPart);
    return Math.min(this.#standingMsMax, Math.max(STANDING_WAIT_MS_MIN, length * this.#turnMs) + this.#limit.lagMs);
  }

  get #standingMsMax(): number {
    return Math.max(STANDING_WAIT_MS_MAX, STANDING_WAIT_PART * this.#limit.meanMs) + this.#limit.lagMs;
  }

  /** From one turn to the next. */
  get #turnMs(): number {
    return this.#limit.meanMs / this.#limit.now;
  }
}
