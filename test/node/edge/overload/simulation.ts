/**
 * An upstream, its callers and a clock that are all made up: so many workers, a queue before them without end, calls that come by chance.
 * Nothing waits for real time, and the same seed gives the same run.
 * @module
 */
import { type ConcurrencyBounds, Gate } from "../../../../edge/overload/gate.ts";
import { toFault } from "../../../../proto/fault.ts";
import { seeded } from "../../../seeded.ts";

/** When a simulation begins. */
export const START_MS = 1_000_000;

export interface Load {
  readonly fromMs: number;
  readonly toMs: number;
  readonly perSecond: number;
  readonly rank?: number;
  readonly route?: string;
}

export interface World {
  readonly seed?: number;
  /** How many calls the upstream works on at a time, at this moment. */
  readonly workers: (nowMs: number) => number;
  /** How long it works on one. */
  readonly serviceMs: (route: string, nowMs: number, random: () => number) => number;
  readonly loads: readonly Load[];
  readonly untilMs: number;
  readonly timeoutMs?: number;
  /** What each step of a call (it comes, it is sent, its reply is read) takes of the edge's one thread; by default nothing. */
  readonly edgeMs?: (nowMs: number) => number;
}

export interface Call {
  readonly route: string;
  readonly rank: number;
  readonly atMs: number;
  /** Whether it was answered in time. */
  ok: boolean;
  /** From the call to its answer or refusal. */
  tookMs: number;
}

/** What stands before the upstream: the gate, or something it is compared with. */
export interface Door {
  /** Resolves when the call may go; rejects where it is refused. */
  enter(route: string, rank: number, timeLeftMs: number): Promise<(ending: "answered" | "overloaded") => void>;
}

export interface Clock {
  readonly now: () => number;
  readonly random: () => number;
  readonly after: (ms: number, callback: () => void) => () => void;
}

export const OPEN: Door = { enter: async () => () => undefined };

export function gateDoor(config: ConcurrencyBounds = {}): (clock: Clock) => Door {
  return (clock) => {
    const gate = new Gate(config, clock);
    return {
      async enter(route, rank, timeLeftMs) {
        const permit = gate.enter(route) ?? (await gate.wait({ route, rank, timeLeftMs }));
        permit.listen();
        return (ending) => gate.leave(permit, ending);
      },
    };
  };
}

export async function simulate(world: World, doorOf: (clock: Clock) => Door): Promise<Call[]> {
  const { workers, serviceMs, loads, untilMs, timeoutMs = 5_000, edgeMs = () => 0 } = world;
  const random = seeded(world.seed ?? 1);
  const timers = new Timers();
  const thread = threadOf(timers);
  const step = () => new Promise<void>((done) => thread(edgeMs(timers.nowMs), done));
  const clock: Clock = {
    now: () => timers.nowMs,
    random,
    after: (ms, callback) => timers.after(ms, () => thread(0, callback)),
  };
  const door = doorOf(clock);
  const calls: Call[] = [];
  const queue: { readonly route: string; readonly done: () => void }[] = [];
  let busy = 0;

  const work = () => {
    while (queue.length > 0 && busy < workers(timers.nowMs)) {
      const next = queue.shift();
      if (next === undefined) return;
      busy++;
      timers.after(serviceMs(next.route, timers.nowMs, random), () => {
        busy--;
        next.done();
        work();
      });
    }
  };
  const begin = async (route: string, rank: number) => {
    const call: Call = { route, rank, atMs: timers.nowMs, ok: false, tookMs: Number.POSITIVE_INFINITY };
    calls.push(call);
    await step();
    let leave: (ending: "answered" | "overloaded") => void;
    try {
      leave = await door.enter(route, rank, timeoutMs);
    } catch (thrown) {
      if (toFault(thrown).code !== "unavailable") throw thrown;
      call.tookMs = timers.nowMs - call.atMs;
      return;
    }
    await step();
    let over = false;
    const leftMs = timeoutMs - (timers.nowMs - call.atMs);
    const stop = timers.after(leftMs, () => {
      over = true;
      call.tookMs = timeoutMs;
      leave("overloaded");
    });
    queue.push({
      route,
      async done() {
        await step();
        if (over) return;
        stop();
        call.ok = true;
        call.tookMs = timers.nowMs - call.atMs;
        leave("answered");
      },
    });
    work();
  };
  for (const { fromMs, toMs, perSecond, rank = 5, route = "main" } of loads) {
    let atMs = fromMs + (-Math.log(1 - random()) * 1000) / perSecond;
    const next = () => {
      void begin(route, rank);
      atMs += (-Math.log(1 - random()) * 1000) / perSecond;
      if (atMs < toMs) timers.at(atMs, next);
    };
    if (atMs < toMs) timers.at(atMs, next);
  }
  await timers.run(untilMs);
  return calls;
}

export interface Summary {
  readonly goodput: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly refused: number;
  readonly lateRefusals: number;
}

/** Of calls that began in a span of time. @param perSecondMax what the upstream can do */
export function summary(calls: readonly Call[], fromMs: number, toMs: number, perSecondMax: number): Summary {
  const these = calls.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
  const good = these.filter(({ ok }) => ok).map(({ tookMs }) => tookMs);
  good.sort((a, b) => a - b);
  const at = (part: number) => good[Math.min(good.length - 1, Math.floor(good.length * part))] ?? Number.NaN;
  const refused = these.filter(({ ok }) => !ok);
  return {
    goodput: good.length / ((toMs - fromMs) / 1000) / perSecondMax,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    refused: refused.length / Math.max(1, these.length),
    lateRefusals: refused.filter(({ tookMs }) => tookMs > 1_000).length,
  };
}

/** A thread does one thing after the other: whatever comes while it is busy waits. */
function threadOf(timers: Timers): (takesMs: number, done: () => void) => void {
  let freeAtMs = 0;
  return (takesMs, done) => {
    freeAtMs = Math.max(freeAtMs, timers.nowMs) + takesMs;
    if (freeAtMs <= timers.nowMs) done();
    else timers.after(freeAtMs - timers.nowMs, done);
  };
}

/** A clock that jumps from one event to the next, and lets promises settle in between. */
class Timers {
  nowMs = START_MS;
  readonly #originMs = START_MS;
  #heap: { atMs: number; order: number; callback: (() => void) | undefined }[] = [];
  #order = 0;

  after(ms: number, callback: () => void): () => void {
    const entry = { atMs: this.nowMs + ms, order: this.#order++, callback: callback as (() => void) | undefined };
    this.#push(entry);
    return () => {
      entry.callback = undefined;
    };
  }

  /** @param atMs since the beginning */
  at(atMs: number, callback: () => void): void {
    this.#push({ atMs: this.#originMs + atMs, order: this.#order++, callback });
  }

  async run(untilMs: number): Promise<void> {
    for (let next = this.#pop(); next !== undefined; next = this.#pop()) {
      if (next.atMs > this.#originMs + untilMs) return;
      this.nowMs = next.atMs;
      if (next.callback === undefined) continue;
      next.callback();
      for (let turn = 0; turn < 8; turn++) await null;
    }
  }

  #push(entry: { atMs: number; order: number; callback: (() => void) | undefined }): void {
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(heap[at], heap[parent])) return;
      swap(heap, at, parent);
      at = parent;
    }
  }

  #pop() {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && isBefore(heap[child], heap[least])) least = child;
      }
      if (least === at) return first;
      swap(heap, at, least);
      at = least;
    }
  }
}

interface Timed {
  readonly atMs: number;
  readonly order: number;
}

function isBefore(a: Timed | undefined, b: Timed | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}

function swap<T>(list: T[], a: number, b: number): void {
  [list[a], list[b]] = [list[b] as T, list[a] as T];
}
