/**
 * One request until its reply has come, on as many connections as it takes:
 *
 *     attempt on lane a ──── silence ────────────────▶ called off, and its path has failed
 *                              └▶ attempt on lane b ──▶ the reply
 *
 * Only a request that may be repeated leaves its lane: when that dies, when it is silent for longer than answers take here, or when the
 * device is in another network. The silent attempt goes on meanwhile, and whichever answers first is the one.
 *
 * A reply that is given out in parts cannot be asked for again here. It breaks off where its connection is certainly dead, and whoever
 * reads it knows what is still missing.
 * @module
 */
import { overLimit } from "../../proto/codec/codec.ts";
import { Fault } from "../../proto/fault.ts";
import { backOffMs, type Clock } from "./clock.ts";
import type { NetworkRequest } from "./exchange.ts";
import type { Lane, Lanes } from "./lanes.ts";
import { DOUBT_MS_MAX, type Pace } from "./pace.ts";
import { keyOf } from "./path.ts";
import type { Ranking } from "./ranking.ts";
import { replyWith, watchedBody, wholeBody } from "./reply-body.ts";

export interface DeliverDeps {
  readonly lanes: Lanes;
  readonly ranking: Ranking;
  readonly pace: Pace;
  readonly clock: Clock;
  /** Calls back when the device is in another network. @returns takes the listener away */
  readonly onLeft: (listener: () => void) => () => void;
  /** Once, when the reply has ended: with the fault where there is none, or it breaks off. */
  readonly onOver: (delivery: Delivery, fault?: Fault) => void;
}

interface Attempt {
  readonly controller: AbortController;
  readonly lane: Lane;
  /** Whether the lane was made for it. */
  readonly isFirst: boolean;
  readonly sentMs: number;
  heardMs: number;
  readonly before: { readonly in: number; readonly out: number } | undefined;
  size: number;
  isDoubted: boolean;
  stopTimer: () => void;
}

/** A request whose connection dies so often is perhaps what kills it. */
const ATTEMPTS_MAX = 5;
/** Between attempts where the platform's `fetch` fails; lanes pause by themselves where they connect. */
const AGAIN_MS = 200;
const AGAIN_MS_MAX = 1_000;
/** What cannot be sent again goes on a connection of which something was heard lately: some networks forget them without a word. */
const SURE_MS_MAX = 15_000;

export class Delivery {
  attempts = 0;
  moved = false;
  /** That which has answered; while none has, the last on which it was sent. */
  last: Attempt | undefined;
  status: number | undefined;
  firstByteMs: number | undefined;
  bytesIn = 0;
  bytesOut = 0;

  readonly #target: string;
  readonly #request: NetworkRequest;
  readonly #deps: DeliverDeps;
  readonly #running = new Set<Attempt>();
  /** Ends the wait for a lane. */
  readonly #waiting = new Set<AbortController>();
  readonly #avoid = new Set<Lane>();
  /** When that was sent which is silent. */
  #silentSinceMs = 0;
  #isSettled = false;
  #resolve: (response: Response) => void = () => {};
  #reject: (fault: Fault) => void = () => {};
  #stops: (() => void)[] = [];

  /** @param target path and query */
  constructor(target: string, request: NetworkRequest, deps: DeliverDeps) {
    this.#target = target;
    this.#request = request;
    this.#deps = deps;
  }

  /**
   * @returns when the headers are here, and of a reply that is not streamed the whole of it
   * @throws Fault unavailable, canceled, resource_exhausted
   */
  start(): Promise<Response> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      const { signal } = this.#request;
      const cancel = () => this.#fail(signal?.reason);
      if (signal?.aborted) return cancel();
      signal?.addEventListener("abort", cancel);
      this.#stops = [() => signal?.removeEventListener("abort", cancel), this.#deps.onLeft(() => this.#left())];
      void this.#attempt();
    });
  }

  async #attempt(): Promise<void> {
    const controller = new AbortController();
    this.#waiting.add(controller);
    let lane: Lane;
    try {
      const { signal } = controller;
      const heardSinceMs = this.#request.idempotent ? this.#silentSinceMs : this.#deps.clock.ticks() - SURE_MS_MAX;
      lane = await this.#deps.lanes.acquire({ signal, avoid: this.#avoid, heardSinceMs });
    } catch (thrown) {
      this.#waiting.delete(controller);
      if (this.#running.size + this.#waiting.size === 0) this.#fail(thrown);
      return;
    }
    this.#waiting.delete(controller);
    if (this.#isSettled) return this.#deps.lanes.release(lane, true);
    const nowMs = this.#deps.clock.ticks();
    const attempt: Attempt = {
      controller,
      lane,
      isFirst: lane.sent++ === 0,
      sentMs: nowMs,
      heardMs: nowMs,
      before: lane.connection.bytes?.(),
      size: 0,
      isDoubted: false,
      stopTimer: () => {},
    };
    this.attempts++;
    this.last = attempt;
    this.#running.add(attempt);
    try {
      await this.#send(attempt);
    } catch (thrown) {
      this.#leave(attempt, false);
      this.#lost(attempt, thrown);
    }
  }

  async #send(attempt: Attempt): Promise<void> {
    const { lane, controller } = attempt;
    const { idempotent, streamed, bytesMax, ...init } = this.#request;
    const { ranking, pace, clock } = this.#deps;
    const doubtMs = pace.doubtMs(this.attempts - 1);
    this.#watch(attempt, doubtMs);
    const response = await lane.connection.fetch(lane.path.edge + this.#target, { ...init, signal: controller.signal });
    if (this.#isSettled) throw new Error("another has answered");
    const firstByteMs = clock.ticks() - attempt.sentMs;
    ranking.spoke(lane.path);
    pace.answered(firstByteMs);
    const onChunk = ({ length }: Uint8Array) => {
      attempt.size += length;
      if (attempt.size > bytesMax) throw overLimit(bytesMax);
      this.#heard(attempt, doubtMs);
    };
    this.#heard(attempt, doubtMs);
    const body = response.body?.getReader?.();
    const bytes = streamed && body !== undefined ? undefined : await wholeBody(response, body, onChunk);
    if (this.#isSettled) throw new Error("another has answered");
    this.firstByteMs = firstByteMs;
    this.status = response.status;
    this.#win(attempt);
    if (bytes !== undefined || body === undefined) {
      this.#leave(attempt, true);
      this.#deps.onOver(this);
      this.#resolve(replyWith(response, bytes ?? null));
      return;
    }
    const end = (fault?: Fault) => {
      for (const stop of this.#stops) stop();
      this.#leave(attempt, fault === undefined);
      this.#deps.onOver(this, fault);
    };
    const abort = () => controller.abort();
    this.#request.signal?.addEventListener("abort", abort);
    this.#stops = [
      () => this.#request.signal?.removeEventListener("abort", abort),
      this.#deps.onLeft(() => this.#breakIfSilent(attempt)),
    ];
    this.#resolve(replyWith(response, watchedBody(body, onChunk, end, this.#request.signal)));
  }

  /** Something came: its connection is in doubt when nothing more does for so long. */
  #heard(attempt: Attempt, doubtMs: number): void {
    if (attempt.isDoubted) this.#deps.ranking.spoke(attempt.lane.path);
    attempt.isDoubted = false;
    attempt.heardMs = this.#deps.clock.ticks();
    attempt.lane.heardAtMs = attempt.heardMs;
    this.#watch(attempt, doubtMs);
  }

  #watch(attempt: Attempt, doubtMs: number): void {
    attempt.stopTimer();
    attempt.stopTimer = this.#deps.clock.after(doubtMs, () => {
      const { ranking, pace } = this.#deps;
      const { path } = attempt.lane;
      attempt.isDoubted = true;
      // One of a network that the device has left says nothing about the path here.
      if (!attempt.lane.isRetired) ranking.suspect(path, attempt.heardMs);
      if (this.#isSettled) return void this.#probe(attempt, doubtMs);
      // That a path is dead needs to be found out once; then all leave it.
      if (this.#mayMove() && !this.#hasHope() && (ranking.hasFailed(path) || pace.spend())) {
        this.#silentSinceMs = attempt.heardMs;
        this.#move();
      } else this.#watch(attempt, doubtMs);
    });
  }

  /** Of a reply that is read in parts: whether there is nobody any more at the other end, or only nothing to say. */
  async #probe(attempt: Attempt, ms: number): Promise<void> {
    const isThere = await this.#deps.lanes.probe(attempt.lane.path);
    if (!this.#running.has(attempt)) return;
    if (isThere) this.#heard(attempt, ms * 2);
    else attempt.controller.abort();
  }

  /** The device is in another network; the connection of before may still be good, as where Wi-Fi is there beside mobile data. */
  #left(): void {
    if (this.#mayMove() && this.#waiting.size === 0) this.#move();
  }

  #breakIfSilent(attempt: Attempt): void {
    const { size } = attempt;
    attempt.stopTimer();
    attempt.stopTimer = this.#deps.clock.after(DOUBT_MS_MAX, () => {
      if (attempt.size === size) attempt.controller.abort();
    });
  }

  /** Whether something is under way that may well bring the answer. */
  #hasHope(): boolean {
    return this.#waiting.size > 0 || [...this.#running].some(({ isDoubted }) => !isDoubted);
  }

  #mayMove(): boolean {
    return this.#request.idempotent && !this.#isSettled && this.attempts < ATTEMPTS_MAX;
  }

  #move(): void {
    for (const { lane } of this.#running) this.#avoid.add(lane);
    this.moved = true;
    void this.#attempt();
  }

  #lost({ lane }: Attempt, thrown: unknown): void {
    if (this.#isSettled) return;
    if (thrown instanceof Fault && thrown.code === "resource_exhausted") {
      this.#fail(thrown);
      return;
    }
    // A platform that connects by itself tells here that it could not.
    const isUnreached = lane.connection.connectMs === undefined;
    if (isUnreached) this.#deps.ranking.failed(lane.path);
    if (this.#hasHope()) return;
    if (this.#mayMove() && isUnreached && this.attempts > 1) this.#moveLater();
    else if (this.#mayMove()) this.#move();
    else if (this.#running.size === 0) this.#fail(thrown);
  }

  /** Where nobody can be reached, asking at once again is of no use. */
  #moveLater(): void {
    const { clock } = this.#deps;
    const pause = new AbortController();
    this.#waiting.add(pause);
    const stopTimer = clock.after(backOffMs(this.attempts - 1, AGAIN_MS, AGAIN_MS_MAX, clock), () => {
      this.#waiting.delete(pause);
      if (this.#mayMove()) this.#move();
    });
    pause.signal.addEventListener("abort", stopTimer);
  }

  #win(attempt: Attempt): void {
    this.last = attempt;
    for (const { lane, isDoubted } of this.#running) {
      // It was silent for all the time in which another was made, and answered.
      const isElsewhere = keyOf(lane.path) !== keyOf(attempt.lane.path);
      if (isDoubted && isElsewhere && !lane.isRetired) this.#deps.ranking.failed(lane.path);
    }
    this.#settle(attempt);
  }

  #fail(thrown: unknown): void {
    if (this.#isSettled) return;
    this.#settle(undefined);
    const fault = faultOf(thrown, this.#request.signal);
    this.#deps.onOver(this, fault);
    this.#reject(fault);
  }

  #settle(winner: Attempt | undefined): void {
    this.#isSettled = true;
    for (const stop of this.#stops) stop();
    for (const controller of this.#waiting) controller.abort();
    for (const attempt of this.#running) if (attempt !== winner) attempt.controller.abort();
  }

  #leave(attempt: Attempt, isGood: boolean): void {
    const { lane, before, size, controller } = attempt;
    if (!this.#running.delete(attempt)) return;
    attempt.stopTimer();
    const after = lane.connection.bytes?.();
    this.bytesIn += before && after ? after.in - before.in : size;
    this.bytesOut += before && after ? after.out - before.out : (this.#request.body?.length ?? 0);
    // Where requests share a connection, one that was called off says nothing against it.
    const isOnlyOff = controller.signal.aborted && lane.connection.requestsMax > 1;
    this.#deps.lanes.release(lane, isGood || isOnlyOff);
  }
}

function faultOf(thrown: unknown, signal: AbortSignal | undefined): Fault {
  if (signal?.aborted) return new Fault("canceled", "the request was called off", { cause: thrown });
  if (thrown instanceof Fault) return thrown;
  return new Fault("unavailable", "the connection was lost", { cause: thrown });
}
