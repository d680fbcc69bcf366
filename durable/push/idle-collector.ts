/**
 * Collects garbage while nobody waits for a message.
 *
 * V8 collects when memory is used up, which is in the middle of a message: it used it. In workerd each write to a WebSocket leaves what a collection
 * of the young generation has to copy, 4 to 7 ms of it, and what only a full one finds, which stops everything for 20 to 60 ms. Done between two
 * messages it is the same work, and done sooner it is less at a time.
 *
 * A short rest is enough for the young generation. A full collection waits for a long one: what follows it within the time that it takes would have
 * to wait, and a room that gets a message every 25 ms would meet more of them than V8 makes (scripts/workerd.ts has it wait for 400 messages).
 *
 * Where the runtime offers no `gc` (on Cloudflare it does not; scripts/workerd.ts turns it on), nothing happens here. An object that is never at
 * rest, or writes so much that it hardly is, collects nothing here either, and V8 does.
 * @module
 */

/** `globalThis.gc` with V8's `--expose-gc`. */
export type Collect = (options: { readonly type: "minor" | "major" }) => void;

/** What was written last is with the network by then, and its acknowledgement as well. */
const REST_MS = 5;
/** 540 bytes each that have to be copied: a collection then takes about 1 ms, most of which it would take for one. */
const MINOR_WRITES = 500;
/** Ten times what a full collection takes with a thousand connections: whoever was quiet so long is mostly quiet a while longer. */
const LONG_REST_MS = 250;
/** An eighth of what V8 collects at: 5 MiB that only a full collection finds, and as much outside of its heap. */
const MAJOR_WRITES = 5_000;
/** A large heap takes long: of all time no more than one part in so many is spent on full collections asked for here. */
const MAJOR_TIME_PARTS = 50;

/**
 * Beyond it a third of the processor goes into writing, and what looks like rest is a round that waits for the next: to collect in it took a tenth
 * of what a channel with 2 000 sockets can carry.
 */
const WRITES_PER_MS_MAX = 5;

/** Of all objects of an isolate, since they share its heap. */
export interface WritesTally {
  /** Since `sinceMs`. */
  minor: number;
  /** When there was last rest. */
  sinceMs: number;
  /** Since the last full one. */
  major: number;
  /** Rises with every delivery. */
  turn: number;
  /** When the last one was. */
  wroteMs: number;
  /** No full collection is asked for before. */
  majorAfterMs: number;
}

/** Mutable module state, whose loss is harmless: counts of garbage that is lost with it. */
const ISOLATE_TALLY: WritesTally = { minor: 0, sinceMs: 0, major: 0, turn: 0, wroteMs: 0, majorAfterMs: 0 };

export interface IdleCollectorDeps {
  readonly collect: Collect | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly later: (ms: number, work: () => void) => unknown;
  readonly tally?: WritesTally;
}

export class IdleCollector {
  readonly #deps: IdleCollectorDeps;
  readonly #tally: WritesTally;
  #isWaiting = false;
  #isWaitingLong = false;

  constructor(deps: IdleCollectorDeps) {
    this.#deps = deps;
    this.#tally = deps.tally ?? ISOLATE_TALLY;
  }

  /** @param writes to sockets, of one delivery */
  wrote(writes: number): void {
    const { collect } = this.#deps;
    if (collect === undefined) return;
    const tally = this.#tally;
    tally.minor += writes;
    tally.major += writes;
    const turn = ++tally.turn;
    tally.wroteMs = this.#deps.now();
    if (tally.minor < MINOR_WRITES || this.#isWaiting) return;
    this.#isWaiting = true;
    this.#deps.later(REST_MS, () => {
      this.#isWaiting = false;
      if (tally.turn === turn) this.#rest(collect);
    });
  }

  #rest(collect: Collect): void {
    const tally = this.#tally;
    const nowMs = this.#deps.now();
    const isBusy = tally.minor > (nowMs - tally.sinceMs) * WRITES_PER_MS_MAX;
    tally.minor = 0;
    tally.sinceMs = nowMs;
    if (!isBusy) collect({ type: "minor" });
    if (tally.major >= MAJOR_WRITES) this.#awaitLongRest(collect, LONG_REST_MS);
  }

  #awaitLongRest(collect: Collect, ms: number): void {
    if (this.#isWaitingLong) return;
    this.#isWaitingLong = true;
    const { now, later } = this.#deps;
    later(ms, () => {
      this.#isWaitingLong = false;
      const restedMs = Math.max(0, now() - this.#tally.wroteMs); // A clock may be set back.
      if (restedMs < LONG_REST_MS) this.#awaitLongRest(collect, LONG_REST_MS - restedMs);
      else this.#collectAll(collect);
    });
  }

  #collectAll(collect: Collect): void {
    const { now } = this.#deps;
    const tally = this.#tally;
    const startedMs = now();
    if (tally.major < MAJOR_WRITES || startedMs < tally.majorAfterMs) return;
    tally.major = 0;
    collect({ type: "major" });
    const endedMs = now();
    tally.majorAfterMs = endedMs + (endedMs - startedMs) * MAJOR_TIME_PARTS;
  }
}
