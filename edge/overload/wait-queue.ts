/**
 * Who waits for an upstream: by rank, then by arrival.
 *
 * How long one may wait (patience.ts) follows CoDel (RFC 8289) in the form that servers use: a queue that was empty a moment ago is a
 * burst, and soon over; one that has stood for a while stands for ever, and everybody in it only gets older. The queue knows which it is,
 * for each rank with those above: who is below is no part of that, but the turns that these get show that there was room.
 * @module
 */
import { PRIORITY_HIGHEST } from "./priority.ts";

/** A queue that is empty for less than this is the same queue when it fills again. */
const CALM_MS = 100;
/** Who waits in a crowd is often gone in the next moment, let in or refused, and the next one not there yet. */
const LATELY_MS = 1_000;

export interface Waiting {
  /** 0 to {@link PRIORITY_HIGHEST}. */
  readonly rank: number;
  readonly sinceMs: number;
  /** The same for all items of a batch, which arrive with the most important one first. */
  readonly batchId?: string | undefined;
}

export class WaitQueue<W extends Waiting> {
  /** By rank. A Set keeps the order of arrival, and forgets anybody in no time. */
  readonly #ranks: readonly Set<W>[] = Array.from({ length: PRIORITY_HIGHEST + 1 }, () => new Set<W>());
  /** For each rank: since when some of it or above wait, moments apart, */
  readonly #standingSinceMs = this.#ranks.map(() => 0);
  /** and since when none of them does. */
  readonly #emptySinceMs = this.#ranks.map(() => Number.NEGATIVE_INFINITY);
  /** For each rank: when somebody of it was the last to go. */
  readonly #leftAtMs = this.#ranks.map(() => Number.NEGATIVE_INFINITY);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(waiting: W): void {
    const { rank, sinceMs } = waiting;
    for (let at = this.#highest + 1; at <= rank; at++) {
      if (sinceMs - (this.#emptySinceMs[at] ?? 0) >= CALM_MS) this.#standingSinceMs[at] = sinceMs;
    }
    this.#ranks[rank]?.add(waiting);
    this.#size++;
  }

  /** @returns whether it was there */
  delete(waiting: W, nowMs: number): boolean {
    const { rank } = waiting;
    if (this.#ranks[rank]?.delete(waiting) !== true) return false;
    this.#size--;
    this.#leftAtMs[rank] = nowMs;
    for (let at = this.#highest + 1; at <= rank; at++) this.#emptySinceMs[at] = nowMs;
    return true;
  }

  /** For how long some of this rank or above have waited, moments apart. */
  standingMs(rank: number, nowMs: number): number {
    return this.#highest < rank ? 0 : nowMs - (this.#standingSinceMs[rank] ?? 0);
  }

  /** One of this rank has a turn, which shows that there is room: the queue of each rank above counts as younger by so much. */
  noteTurn(rank: number, creditMs: number, nowMs: number): void {
    for (let at = rank + 1; at <= PRIORITY_HIGHEST; at++) {
      this.#standingSinceMs[at] = Math.min(nowMs, (this.#standingSinceMs[at] ?? 0) + creditMs);
    }
  }

  /** One of this rank is dropped, which shows that there is none: its queue counts as older by so much, up to an age. */
  noteDrop(rank: number, debitMs: number, ageMsMax: number, nowMs: number): void {
    const sinceMs = this.#standingSinceMs[rank] ?? 0;
    this.#standingSinceMs[rank] = Math.min(sinceMs, Math.max(sinceMs - debitMs, nowMs - ageMsMax));
  }

  /** Whether somebody waits, or did until lately, who is worth less. */
  hasBelow(rank: number, nowMs: number): boolean {
    for (let at = 0; at < rank; at++) {
      if ((this.#ranks[at]?.size ?? 0) > 0 || nowMs - (this.#leftAtMs[at] ?? 0) < LATELY_MS) return true;
    }
    return false;
  }

  /** The highest rank, and of that the oldest. */
  first(): W | undefined {
    return this.#ranks[this.#highest]?.values().next().value;
  }

  /**
   * Who is to be dropped first: of the lowest rank the oldest, whose wait has been the most useless. Of a batch that arrived as a whole it
   * is the least important item.
   */
  last(): W | undefined {
    const rank = this.#ranks.find(({ size }) => size > 0);
    let chosen: W | undefined;
    for (const waiting of rank ?? []) {
      if (chosen !== undefined && (waiting.batchId === undefined || waiting.batchId !== chosen.batchId)) break;
      chosen = waiting;
      if (waiting.batchId === undefined) break;
    }
    return chosen;
  }

  /** How many go before one of this rank that comes now. */
  ahead(rank: number): number {
    let count = 0;
    for (let at = rank; at <= PRIORITY_HIGHEST; at++) count += this.#ranks[at]?.size ?? 0;
    return count;
  }

  /** All who have been here since before that moment. */
  *before(sinceMs: number): Generator<W> {
    for (const rank of this.#ranks) {
      for (const waiting of rank) {
        if (waiting.sinceMs >= sinceMs) break;
        yield waiting;
      }
    }
  }

  /** The highest rank of which somebody waits; -1 where nobody does. */
  get #highest(): number {
    return this.#ranks.findLastIndex(({ size }) => size > 0);
  }
}
