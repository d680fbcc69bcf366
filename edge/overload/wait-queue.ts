/**
 * Who waits for an upstream: by rank, then by arrival.
 *
 * How long one may wait follows CoDel (RFC 8289) in the form that servers use: a queue that was empty a moment ago is a burst, and soon
 * over; one that has stood for a while stands for ever, and everybody in it only gets older. So in a burst a wait may be long, and in a
 * standing queue short; who has waited longer is dropped, and only ever from the lowest rank.
 * @module
 */
import { PRIORITY_HIGHEST } from "./priority.ts";

/** A queue that is empty for less than this is the same queue when it fills again. */
const CALM_MS = 100;

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
  #size = 0;
  #standingSinceMs = 0;
  #emptySinceMs = 0;

  get size(): number {
    return this.#size;
  }

  add(waiting: W): void {
    if (this.#size === 0 && waiting.sinceMs - this.#emptySinceMs >= CALM_MS) this.#standingSinceMs = waiting.sinceMs;
    this.#ranks[waiting.rank]?.add(waiting);
    this.#size++;
  }

  /** @returns whether it was there */
  delete(waiting: W, nowMs: number): boolean {
    const was = this.#ranks[waiting.rank]?.delete(waiting) === true;
    if (was && --this.#size === 0) this.#emptySinceMs = nowMs;
    return was;
  }

  /** For how long it has not been empty, moments apart. */
  standingMs(nowMs: number): number {
    return this.#size === 0 ? 0 : nowMs - this.#standingSinceMs;
  }

  /** The highest rank, and of that the oldest. */
  first(): W | undefined {
    return this.#oldest(this.#ranks.findLastIndex(({ size }) => size > 0));
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

  #oldest(rank: number): W | undefined {
    return this.#ranks[rank]?.values().next().value;
  }
}
