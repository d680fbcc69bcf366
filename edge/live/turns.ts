/**
 * Questions that follow one another behind the backs of requests: each waits at an object until there is something new. While requests come,
 * one question is always under way, so what changes is known within milliseconds; while none come nothing is asked, and the first request
 * after a pause waits for the answer.
 *
 * A question runs in the invocation of the request that began it, and is lost with it: then the next request begins another.
 * @module
 */
import { inTime } from "../invocation/invocation.ts";

/** How long a question may wait at the object. One that is lost with its request should not go unnoticed for longer. */
export const HOLD_MS = 500;
/** Beyond this it is lost. With the time of an answer it is under a second. */
const LOST_AFTER_MS = 850;
/** An invocation may outlive its reply by 30 s; a younger request's takes over before that. */
const TURN_MS_MAX = 20_000;
/** Without a request for so long nobody needs to know. */
const IDLE_MS = 2_000;
/** What a request waits for the answer. An object in reach has given it by then. */
const ANSWER_MS_MAX = 500;
/** After a failure, and while there is nothing to wait for, before the next question. */
const AWAY_MS = 500;

export type WaitUntil = (promise: Promise<unknown>) => void;

/** `nothing`: the object answers at once, and has nothing that could be waited for. */
export type Outcome = "known" | "nothing" | "away";

export interface TurnsDeps {
  /**
   * Puts one question. Never rejects.
   * @param holds whether the object may wait for something new; otherwise it is to answer at once
   * @param isCurrent whether no younger question has taken this one's place: then what comes back is of no use
   */
  readonly ask: (holds: boolean, isCurrent: () => boolean) => Promise<Outcome>;
  /** After each answer that tells something; nobody waits for it. Never rejects. */
  readonly after?: () => Promise<void>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

export class Turns {
  readonly #deps: TurnsDeps;
  #touchedAtMs = Number.NEGATIVE_INFINITY;
  /** When the last question was put, or the last pause began; while {@link #turn} is set. */
  #aliveAtMs = Number.NEGATIVE_INFINITY;
  /** When the last answer came. */
  #knownAtMs = Number.NEGATIVE_INFINITY;
  /** Who asks now; a number, so that one that was lost and comes back knows that it was replaced. */
  #turn: number | undefined;
  #turns = 0;
  #first: Promise<void> = Promise.resolve();
  #isAway = false;

  constructor(deps: TurnsDeps) {
    this.#deps = deps;
  }

  /** To be called with each request. @returns what it has to wait for, where what is known is too old */
  touch(waitUntil: WaitUntil): Promise<void> | undefined {
    const nowMs = this.#deps.now();
    this.#touchedAtMs = nowMs;
    if (this.#turn === undefined || nowMs - this.#aliveAtMs > LOST_AFTER_MS) this.#begin(nowMs, waitUntil);
    return this.#isAway || nowMs - this.#knownAtMs <= LOST_AFTER_MS
      ? undefined
      : inTime(this.#first, ANSWER_MS_MAX, () => this.#giveUp());
  }

  #begin(nowMs: number, waitUntil: WaitUntil): void {
    const turn = ++this.#turns;
    this.#turn = turn;
    this.#aliveAtMs = nowMs;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#first = promise;
    waitUntil(this.#run(turn, nowMs, resolve));
  }

  async #run(turn: number, startedAtMs: number, answered: () => void): Promise<void> {
    const { ask, after, now, sleep } = this.#deps;
    const isCurrent = () => this.#turn === turn;
    const goesOn = () => isCurrent() && now() - startedAtMs < TURN_MS_MAX && now() - this.#touchedAtMs < IDLE_MS;
    let holds = false;
    do {
      this.#aliveAtMs = now();
      const outcome = await ask(holds, isCurrent);
      if (isCurrent()) {
        this.#isAway = outcome === "away";
        if (outcome !== "away") this.#knownAtMs = now();
      }
      answered();
      holds = outcome === "known";
      if (holds) await after?.();
      else if (goesOn()) {
        this.#aliveAtMs = now();
        await sleep(AWAY_MS);
      }
    } while (goesOn());
    if (isCurrent()) this.#turn = undefined;
  }

  #giveUp(): void {
    this.#isAway = true; // Whoever comes next need not find that out again.
  }
}
