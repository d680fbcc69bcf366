/**
 * A reserve of ids, handed out one by one without waiting, and filled up behind the caller's back.
 *
 *     next() ──▶ [ run │ run │ run ]        filled again at half; thrown away and replaced once a minute,
 *                          ▲                so that the time in an id is not much older than the id
 *                          └── fetch(count)
 *
 * It holds as many ids as were lately used in the time for which it is to do without its source. While that is away it uses up what
 * it has, and keeps trying.
 * @module
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { Fault } from "../../proto/fault.ts";
import { countOf, RUN_COUNT_MAX, type Run, TAKE_COUNT_MAX } from "../../proto/sequence.ts";

export interface IdBufferOptions {
  /** Asks for that many ids, 1 to {@link TAKE_COUNT_MAX}, and gets them all. */
  readonly fetch: (count: number) => Promise<readonly Run[]>;
  /** How long it is to last without its source, at the pace of the last minutes. */
  readonly holdMs: number;
  /** Milliseconds that only grow. */
  readonly monotonicNow: () => number;
  /** In [0, 1), for jitter. */
  readonly random: () => number;
  /** Told of each failed attempt to fill it. */
  readonly onWarning: (message: string, error: unknown) => void;
  readonly freshMs?: number;
}

export interface IdBuffer {
  /** @throws Fault unavailable where there is none left */
  next(): bigint;
  /** Ids in reserve. */
  size(): number;
  /** Whether it has been filled, waiting for that no longer than given. */
  ready(waitMs: number): Promise<boolean>;
  /** Asks for no more ids. */
  close(): void;
}

/** Three runs: a reserve for who was idle. */
const COUNT_MIN = 10_000;
/** A quarter second of a worker's ids, and 250 runs of memory. */
const COUNT_MAX = 1_000_000;
/** How old the time in an id may be on top. */
const FRESH_MS = 60_000;
const BACKOFF_MS = 100;
const BACKOFF_MS_MAX = 2_000;
/** What is used while a filling is on its way is not worth another one. */
const FULL = 0.9;
/** A burst is no pace. */
const PACE_MS_MIN = 1_000;
/** What is left of a pace after each second or more, so that a busy moment is remembered for some time. */
const PACE_KEPT = 0.9;

export function idBuffer(options: IdBufferOptions): IdBuffer {
  const { fetch, holdMs, monotonicNow, random, onWarning, freshMs = FRESH_MS } = options;
  // Filling belongs to no call that happens to take the last id of a half: not to its trace, its caller or its deadline.
  const outside = AsyncLocalStorage.snapshot();
  let queue: Run[] = [];
  /** The place in the first run of the queue. */
  let id = 0n;
  let inRun = 0;
  let left = 0;
  let target = COUNT_MIN;
  let low = COUNT_MIN / 2;
  let isFilling = false;
  let isClosed = false;
  let failures = 0;
  let backoff: NodeJS.Timeout | undefined;
  let pacePerMs = 0;
  let takenSince = 0;
  let pacedAtMs = monotonicNow();
  const filled = Promise.withResolvers<boolean>();

  /** Moves to the next run. @throws Fault unavailable */
  function advance(): void {
    const run = queue.shift();
    if (run === undefined) {
      fill();
      throw new Fault("unavailable", "there are no ids at the moment", { retryAfterSeconds: 1 });
    }
    id = run.start;
    inRun = run.count;
  }

  function pace(): void {
    const nowMs = monotonicNow();
    const elapsedMs = nowMs - pacedAtMs;
    const lately = takenSince / Math.max(PACE_MS_MIN, elapsedMs);
    const isWhole = elapsedMs >= PACE_MS_MIN; // Who fills it every few ms would else see a few ms of the pace.
    pacePerMs = Math.max(isWhole ? pacePerMs * PACE_KEPT : pacePerMs, lately);
    if (isWhole) {
      takenSince = 0;
      pacedAtMs = nowMs;
    }
    target = Math.min(COUNT_MAX, Math.max(COUNT_MIN, Math.ceil(pacePerMs * holdMs)));
    low = target / 2;
  }

  function fill(replace = false): void {
    if (isFilling || isClosed || (backoff !== undefined && !replace)) return;
    isFilling = true;
    clearTimeout(backoff);
    backoff = undefined;
    outside(() => void refill(replace));
  }

  async function refill(replace: boolean): Promise<void> {
    pace();
    let isStale = replace;
    try {
      while (!isClosed && (isStale || left < target * FULL)) {
        const count = Math.min(TAKE_COUNT_MAX, isStale ? target : target - left);
        const runs = checked(await fetch(count), count);
        if (isStale) drop();
        isStale = false;
        for (const run of runs) queue.push(run);
        left += count;
        failures = 0;
        filled.resolve(true);
      }
      isFilling = false;
    } catch (error) {
      isFilling = false;
      if (isClosed) return;
      onWarning("the reserve of ids cannot be filled", error);
      retry();
    }
  }

  function drop(): void {
    queue = [];
    inRun = 0;
    left = 0;
  }

  function retry(): void {
    const waitMs = Math.min(BACKOFF_MS_MAX, BACKOFF_MS * 2 ** failures++) * (0.5 + random() / 2);
    backoff = setTimeout(() => {
      backoff = undefined;
      fill();
    }, waitMs);
    backoff.unref();
  }

  const refresh = setInterval(() => fill(true), freshMs);
  refresh.unref();
  fill();

  return {
    next() {
      if (inRun === 0) advance();
      const given = id;
      id = given + 1n;
      inRun--;
      left--;
      takenSince++;
      if (left < low && !isFilling) fill();
      return given;
    },
    size: () => left,
    async ready(waitMs) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((settle) => {
        timer = setTimeout(settle, waitMs, false);
      });
      return await Promise.race([filled.promise, late]).finally(() => clearTimeout(timer));
    },
    close() {
      isClosed = true;
      clearInterval(refresh);
      clearTimeout(backoff);
    },
  };
}

/**
 * What came, where it is what was asked for: an id that is wrong would be in a database for good.
 * @throws Fault data_loss
 */
function checked(runs: readonly Run[], count: number): readonly Run[] {
  let previous = -1n;
  for (const { start, count: size } of runs) {
    const fits = size >= 1 && (start & 4095n) + BigInt(size) <= BigInt(RUN_COUNT_MAX);
    if (start <= previous || start >> 63n !== 0n || !fits) {
      throw new Fault("data_loss", `a run of ${size} ids from ${start} on is none`);
    }
    previous = start + BigInt(size) - 1n;
  }
  if (countOf(runs) === count) return runs;
  throw new Fault("data_loss", `${countOf(runs)} ids came in place of ${count}`);
}
