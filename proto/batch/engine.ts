/**
 * Runs the items of a batch: each as soon as what it depends on is there, the important ones first, none hurt by another.
 *
 * Invariants:
 * - Every item gets exactly one reply, unless the whole batch is aborted; then none comes any more.
 * - An item starts in the same tick in which the last item that it depends on got its reply (as long as there is a free slot), so
 *   items that get ready together can be sent on together.
 * - Safe items (GET, HEAD) with the same URL, headers and dependencies are one dispatch. The dependencies belong to the identity,
 *   because a read after a write must not get the answer of the read before it.
 * - Nobody waits for a dispatch that is past its time: its item is answered, its slot freed and its signal aborted.
 * @module
 */
import { Fault, toFault } from "../fault.ts";
import type { BatchItem, BatchReply } from "./model.ts";
import { problemReply } from "./problem-reply.ts";
import { echoes, type Resolved, resolveReferences } from "./reference.ts";

export interface BatchRun {
  /**
   * Answers one item, whose references are already replaced. Called once for identical safe items. What it throws becomes the
   * item's problem. The signal aborts when nobody waits for the reply any more: time-out, or the whole batch gone.
   */
  dispatch(item: BatchItem, signal: AbortSignal): Promise<BatchReply>;
  /** The client's: aborts all. */
  readonly signal?: AbortSignal;
  /** Dispatches at the same time; all of them by default, since a batch is bounded itself. */
  readonly concurrencyMax?: number;
  /** Called with each reply as it gets ready, in any order. What it throws ends the batch. */
  onReply?(reply: BatchReply): void;
  /** Calls back after so many ms, unless cancelled; `setTimeout` by default. */
  after?(delayMs: number, callback: () => void): () => void;
}

/** One dispatch and the items that wait for it. */
interface Flight {
  readonly controller: AbortController;
  /** By item, what cancels the item's time-out. */
  readonly waiting: Map<BatchItem, () => void>;
  /** What became of it. */
  reply?: BatchReply;
}

/** A reply with this status or above is a failure, and what depends on it is not run. */
const FAILED_STATUS_MIN = 400;

/**
 * Runs items (parsed, hence checked) and gives their replies in the order of the items.
 * @throws Fault canceled where `signal` aborts; no reply is given after that
 */
export async function runBatch(items: readonly BatchItem[], run: BatchRun): Promise<BatchReply[]> {
  return await new Batch(items, run).replies();
}

class Batch {
  readonly #items: readonly BatchItem[];
  readonly #run: BatchRun;
  readonly #replies = new Map<string, BatchReply>();
  /** By what makes safe items identical; kept when they are done, for those that have no slot yet. */
  readonly #joinable = new Map<string, Flight>();
  /** What holds a slot. */
  readonly #inFlight = new Set<Flight>();
  /** By item, the ids that it still waits for. */
  readonly #missing: Map<BatchItem, Set<string>>;
  readonly #ready: BatchItem[];
  readonly #done = Promise.withResolvers<void>();
  #over = false;

  constructor(items: readonly BatchItem[], run: BatchRun) {
    this.#items = items;
    this.#run = run;
    this.#missing = new Map(items.map((item) => [item, new Set(item.dependsOn)]));
    this.#ready = items.filter(({ dependsOn }) => dependsOn.length === 0);
  }

  async replies(): Promise<BatchReply[]> {
    const { signal } = this.#run;
    if (signal?.aborted === true) throw canceled(signal);
    const onAbort = () => this.#stop(canceled(signal));
    signal?.addEventListener("abort", onAbort);
    try {
      this.#advance();
      await this.#done.promise;
      return this.#items.map(({ id }) => this.#replyOf(id));
    } finally {
      signal?.removeEventListener("abort", onAbort);
    }
  }

  /** Starts what is ready, as far as slots are free. Everything that gives a reply or frees a slot ends with this. */
  #advance(): void {
    const slots = this.#run.concurrencyMax ?? this.#items.length;
    while (!this.#over && this.#inFlight.size < slots && this.#ready.length > 0) this.#begin(takeFirst(this.#ready));
    if (this.#over || this.#replies.size < this.#items.length) return;
    this.#over = true;
    this.#done.resolve();
  }

  #begin(item: BatchItem): void {
    const resolved = this.#resolve(item);
    if (resolved === undefined) return;
    const key = joinKey(resolved.item);
    const joined = key === undefined ? undefined : this.#joinable.get(key);
    if (joined?.reply !== undefined) {
      this.#settle(item, joined.reply);
      return;
    }
    const flight = joined ?? { controller: new AbortController(), waiting: new Map() };
    flight.waiting.set(item, this.#startTimeout(item, flight, key));
    if (joined !== undefined) return;
    if (key !== undefined) this.#joinable.set(key, flight);
    this.#inFlight.add(flight);
    void this.#fly(flight, resolved);
  }

  #resolve(item: BatchItem): Resolved | undefined {
    try {
      return resolveReferences(item, (id) => this.#replyOf(id));
    } catch (thrown) {
      this.#settle(item, problemReply(item.id, toFault(thrown)));
      return undefined;
    }
  }

  /** Never rejects. */
  async #fly(flight: Flight, { item, secrets }: Resolved): Promise<void> {
    const reply = await dispatched(this.#run, item, flight.controller.signal);
    if (this.#over || !this.#inFlight.delete(flight)) return;
    flight.reply = secrets.length > 0 && echoes(reply, secrets) ? { ...reply, sensitive: true } : reply;
    for (const [waiter, cancel] of flight.waiting) {
      cancel();
      this.#settle(waiter, flight.reply);
    }
    this.#advance();
  }

  #startTimeout(item: BatchItem, flight: Flight, key: string | undefined): () => void {
    const { timeoutMs } = item;
    if (timeoutMs === undefined) return () => {};
    return (this.#run.after ?? timer)(timeoutMs, () => {
      if (this.#over || !flight.waiting.delete(item)) return;
      const fault = new Fault("deadline_exceeded", `no answer within ${timeoutMs} ms`);
      if (flight.waiting.size === 0) {
        this.#inFlight.delete(flight);
        if (key !== undefined) this.#joinable.delete(key);
        flight.controller.abort(fault);
      }
      this.#settle(item, problemReply(item.id, fault));
      this.#advance();
    });
  }

  /** The item's one reply; also fails what depends on it, or frees it. */
  #settle(item: BatchItem, reply: BatchReply): void {
    if (this.#over) return;
    const own = reply.id === item.id ? reply : { ...reply, id: item.id };
    this.#replies.set(item.id, own);
    try {
      this.#run.onReply?.(own);
    } catch (thrown) {
      this.#stop(thrown);
      return;
    }
    for (const [dependent, missing] of this.#missing) {
      if (!missing.delete(item.id) || this.#replies.has(dependent.id)) continue;
      if (own.status >= FAILED_STATUS_MIN) this.#settle(dependent, dependencyFailed(dependent, own));
      else if (missing.size === 0) this.#ready.push(dependent);
    }
  }

  #stop(reason: unknown): void {
    if (this.#over) return;
    this.#over = true;
    this.#done.reject(reason);
    for (const flight of this.#inFlight) {
      for (const cancel of flight.waiting.values()) cancel();
      flight.controller.abort(reason);
    }
  }

  /** Of an item that has one. */
  #replyOf(id: string): BatchReply {
    return this.#replies.get(id) as BatchReply;
  }
}

/** The reply, or the problem that stands for one; it never rejects. */
async function dispatched(run: BatchRun, item: BatchItem, signal: AbortSignal): Promise<BatchReply> {
  try {
    return await run.dispatch(item, signal);
  } catch (thrown) {
    return problemReply(item.id, toFault(thrown));
  }
}

/** The most important item; between equals, the one that has been ready for longest. */
function takeFirst(ready: BatchItem[]): BatchItem {
  let first = 0;
  for (const [index, { priority }] of ready.entries()) {
    if (priority > (ready[first] as BatchItem).priority) first = index;
  }
  return ready.splice(first, 1)[0] as BatchItem;
}

/** Equal for items that one dispatch answers; undefined for an item that must be dispatched itself. */
function joinKey({ method, url, headers, dependsOn }: BatchItem): string | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined;
  const fields = headers.map(([name, value]) => `${name}: ${value}`).sort();
  return JSON.stringify([method, url, fields, [...dependsOn].sort()]);
}

function dependencyFailed(dependent: BatchItem, { id, status }: BatchReply): BatchReply {
  const message = `not run, because '${id}' failed with ${status}`;
  return problemReply(dependent.id, new Fault("failed_precondition", message, { status: 424 }));
}

function canceled(signal: AbortSignal | undefined): Fault {
  return new Fault("canceled", "the batch was aborted", { cause: signal?.reason });
}

function timer(delayMs: number, callback: () => void): () => void {
  const id = setTimeout(callback, delayMs);
  return () => clearTimeout(id);
}
