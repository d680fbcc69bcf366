/**
 * Sends messages, several in a request where they come faster than requests return, and repeats what may have been lost on its way.
 *
 * - A message that comes while fewer than {@link REQUESTS_MAX} requests are under way goes at once. Others wait for the next that is free, and go
 *   together: nobody waits for the sake of merging.
 * - Each message has a key by which the edge knows it again, so that a request whose reply was lost is simply repeated. Targets that were
 *   published are not tried again.
 * @module
 */
import { Fault, toFault } from "../../proto/fault.ts";
import type { Message, PublishRequest, PublishResponse } from "../../proto/gen/push.contract.ts";
import type { Init } from "../../proto/message/message.ts";
import { type Receipt, receiptOf } from "./message.ts";

/** Two keep an edge busy while replies travel; more would only make requests smaller. */
const REQUESTS_MAX = 4;
/** The edge's limits of one call (edge/push/service.ts), with room for what is around a message. */
const MESSAGES_MAX = 1_000;
const TARGETS_MAX = 10_000;
const BYTES_MAX = 2_097_152;
/** Around a target, and around a message. */
const ITEM_BYTES = 64;
/** Some seconds of work for an edge; a service that publishes more than an edge takes has to hear of it. */
const WAITING_MAX = 20_000;
const BACKOFF_MS = 50;
const BACKOFF_MS_MAX = 2_000;
/** What passes by itself. Whether the message was taken may be unknown; its key makes that harmless. */
const TRANSIENT: ReadonlySet<string> = new Set(["unavailable", "deadline_exceeded", "resource_exhausted", "aborted"]);

export interface PublisherDeps {
  /** One request. @throws Fault */
  readonly send: (messages: readonly Init<PublishRequest>[]) => Promise<readonly PublishResponse[]>;
  /** In [0, 1), for jitter. */
  readonly random: () => number;
}

export interface Publisher {
  /**
   * @param timeoutMs after which it fails with what was last heard; it may have been published all the same
   * @throws Fault resource_exhausted where too many wait
   */
  publish(channels: readonly string[], message: Init<Message>, timeoutMs: number): Promise<readonly Receipt[]>;
  /** Takes no more, and settles when all that wait have their answer. */
  close(): Promise<void>;
}

class Entry {
  readonly message: Init<Message>;
  readonly order: readonly string[];
  readonly bytes: number;
  readonly outcome = Promise.withResolvers<readonly Receipt[]>();
  readonly #receipts = new Map<string, Receipt>();
  readonly #timer: NodeJS.Timeout;
  /** Channels that have no answer yet. */
  left: readonly string[];
  isSettled = false;
  lastFault: Fault | undefined;

  constructor(channels: readonly string[], message: Init<Message>, timeoutMs: number) {
    this.order = [...new Set(channels)];
    this.left = this.order;
    this.message = message;
    const names = this.order.reduce((sum, name) => sum + name.length + ITEM_BYTES, ITEM_BYTES);
    this.bytes = names + (message.json?.length ?? message.binary?.length ?? 0);
    const late = () => this.fail(this.lastFault ?? new Fault("deadline_exceeded", "the edge did not answer in time"));
    this.#timer = setTimeout(late, timeoutMs);
  }

  get request(): Init<PublishRequest> {
    return { targets: { channels: this.left }, message: this.message };
  }

  take({ results }: PublishResponse): void {
    const again: string[] = [];
    for (const receipt of results.map(receiptOf)) {
      if (receipt.fault !== undefined && TRANSIENT.has(receipt.fault.code)) {
        again.push(receipt.channel);
        this.lastFault = receipt.fault;
      }
      this.#receipts.set(receipt.channel, receipt);
    }
    this.left = again;
    if (again.length === 0) this.#settle(() => this.outcome.resolve(this.#inOrder()));
  }

  /** Where some targets have it, that is what is to be told. */
  fail(fault: Fault): void {
    const anyTaken = [...this.#receipts.values()].some((receipt) => receipt.fault === undefined);
    this.#settle(() => (anyTaken ? this.outcome.resolve(this.#inOrder()) : this.outcome.reject(fault)));
  }

  #inOrder(): readonly Receipt[] {
    return this.order.flatMap((channel) => this.#receipts.get(channel) ?? []);
  }

  #settle(how: () => void): void {
    if (this.isSettled) return;
    this.isSettled = true;
    clearTimeout(this.#timer);
    how();
  }
}

export function publisher({ send, random }: PublisherDeps): Publisher {
  const waiting: Entry[] = [];
  const running = new Set<Promise<void>>();
  let isClosed = false;

  return {
    async publish(channels, message, timeoutMs) {
      if (isClosed) throw new Fault("unavailable", "this service is stopping");
      if (channels.length > TARGETS_MAX) throw new Fault("invalid_argument", `targets: more than ${TARGETS_MAX}`);
      if (waiting.length >= WAITING_MAX) throw new Fault("resource_exhausted", "too many messages wait for the edge");
      const entry = new Entry(channels, message, timeoutMs);
      waiting.push(entry);
      pump();
      return await entry.outcome.promise;
    },

    async close() {
      isClosed = true;
      while (running.size > 0) await Promise.all(running);
    },
  };

  function pump(): void {
    while (waiting.length > 0 && running.size < REQUESTS_MAX) {
      const batch = nextBatch(waiting);
      if (batch.length === 0) continue;
      const run = deliver(batch).finally(() => {
        running.delete(run);
        pump();
      });
      running.add(run);
    }
  }

  /** Never rejects. */
  async function deliver(batch: readonly Entry[]): Promise<void> {
    let left = batch;
    for (let attempt = 1; ; attempt++) {
      await attemptAll(left);
      left = left.filter((entry) => !entry.isSettled);
      if (left.length === 0) return;
      const retryAfterSeconds = Math.max(...left.map((entry) => entry.lastFault?.retryAfterSeconds ?? 0));
      const waitMs = random() * Math.min(BACKOFF_MS_MAX, BACKOFF_MS * 2 ** attempt);
      const ends = Promise.allSettled(left.map((entry) => entry.outcome.promise));
      await pause(Math.max(waitMs, retryAfterSeconds * 1_000), ends);
      left = left.filter((entry) => !entry.isSettled);
      if (left.length === 0) return;
    }
  }

  async function attemptAll(entries: readonly Entry[]): Promise<void> {
    try {
      const responses = await send(entries.map((entry) => entry.request));
      for (const [at, entry] of entries.entries()) {
        const response = responses[at];
        if (response === undefined) entry.fail(new Fault("internal", "the edge left a message without an answer"));
        else entry.take(response);
      }
    } catch (thrown) {
      const fault = toFault(thrown);
      // One that is wrong must not keep the others from where they go.
      if (fault.code === "invalid_argument" && entries.length > 1) {
        const middle = Math.ceil(entries.length / 2);
        for (const half of [entries.slice(0, middle), entries.slice(middle)]) await attemptAll(half);
        return;
      }
      for (const entry of entries) {
        entry.lastFault = fault;
        if (!TRANSIENT.has(fault.code)) entry.fail(fault);
      }
    }
  }
}

/** As many as one request takes; those whose time is over are left out. */
function nextBatch(waiting: Entry[]): Entry[] {
  const batch: Entry[] = [];
  let [targets, bytes] = [0, 0];
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    targets += next.left.length;
    bytes += next.bytes;
    const fits = batch.length < MESSAGES_MAX && targets <= TARGETS_MAX && bytes <= BYTES_MAX;
    if (batch.length > 0 && !fits) break;
    waiting.shift();
    if (!next.isSettled) batch.push(next);
  }
  return batch;
}

/** Not longer than until nobody waits any more. */
async function pause(ms: number, ends: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise((settle) => {
    timer = setTimeout(settle, ms);
  });
  await Promise.race([elapsed, ends]).finally(() => clearTimeout(timer));
}
