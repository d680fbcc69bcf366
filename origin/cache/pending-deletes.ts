/**
 * Deletes that Redis does not know of yet: under way, or kept while it is away and repeated until it has them.
 * @module
 */
import type { Counts } from "./counters.ts";

/** Keys in one go when Redis is back. */
const BATCH_LENGTH = 100;

/** After a failure without a lost connection, such as one slow command; otherwise the new connection starts the repetition. */
const RETRY_DELAY_MS = 1_000;

export interface PendingDeletesDeps {
  readonly lengthMax: number;
  readonly counts: Counts;
  /** Tells Redis; resolves to whether it knows now, and never rejects. */
  readonly send: (key: string) => Promise<boolean>;
}

export class PendingDeletes {
  readonly #deps: PendingDeletesDeps;
  /** A key's latest delete: an earlier one that succeeds must not cross out a later one that did not. */
  readonly #latest = new Map<string, symbol>();
  #repeating: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(deps: PendingDeletesDeps) {
    this.#deps = deps;
  }

  get size(): number {
    return this.#latest.size;
  }

  /** Whether Redis may still hold a value of `key` that was deleted, so that it must not be asked. */
  has(key: string): boolean {
    return this.#latest.has(key);
  }

  /** Resolves after one attempt; when that failed, more follow by themselves. */
  async add(key: string): Promise<void> {
    const token = Symbol();
    const keeps = this.#latest.has(key) || this.#latest.size < this.#deps.lengthMax;
    if (keeps) this.#latest.set(key, token);
    const known = await this.#deps.send(key);
    if (known) return this.#settle(key, token);
    if (!keeps) this.#deps.counts.deletesLost++;
    this.#repeatLater();
  }

  /** Repeats all that are kept, until one fails. */
  repeat(): Promise<void> {
    this.#repeating ??= this.#repeatAll().finally(() => {
      this.#repeating = undefined;
    });
    return this.#repeating;
  }

  /** One last attempt. */
  async close(): Promise<void> {
    await this.repeat();
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #repeatAll(): Promise<void> {
    const kept = [...this.#latest];
    for (let start = 0; start < kept.length; start += BATCH_LENGTH) {
      const batch = kept.slice(start, start + BATCH_LENGTH);
      const known = await Promise.all(batch.map(([key]) => this.#deps.send(key)));
      for (const [index, [key, token]] of batch.entries()) if (known[index]) this.#settle(key, token);
      if (known.includes(false)) return this.#repeatLater();
    }
  }

  #settle(key: string, token: symbol): void {
    if (this.#latest.get(key) === token) this.#latest.delete(key);
  }

  #repeatLater(): void {
    if (this.#closed || this.#latest.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.repeat(), RETRY_DELAY_MS).unref();
  }
}
