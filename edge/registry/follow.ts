/**
 * One service's instances, as an isolate follows them: by polls that its own requests start and that outlive them. While requests come,
 * a poll is always waiting at the registry, so a change is known within milliseconds; while none come nothing is asked, and the first
 * request after a pause waits for the answer.
 *
 * Where the registry cannot be asked, the last list holds, however long that takes, and nobody waits.
 * @module
 */
import type { InstanceList, ServiceName } from "../../durable/registry/registry.ts";
import { inTime } from "../invocation/invocation.ts";
import { type RegistryObjects, type ServiceStub, twice } from "./objects.ts";

/** How long a poll waits for a change. A poll is lost when its request is; that should not go unnoticed for longer. */
const HOLD_MS = 1_000;
/** What an answer takes at the most, beyond what it was asked to wait. */
const LATE_MS = 500;
/** Beyond this it is lost. */
const POLL_MS_MAX = HOLD_MS + LATE_MS + 100;
/** An invocation may outlive its reply by 30 s; a younger request's takes over before that. */
const TURN_MS_MAX = 20_000;
/** Without a request for so long nobody needs to know. */
const IDLE_MS = 2_000;
/** A list that was known to hold so recently is used; an older one is asked about first. */
const OLD_MS = 800;
/** What a request waits for the answer. A registry in reach has given it by then. */
const ANSWER_MS_MAX = 500;
/** After a failure, before the next attempt. */
const AWAY_MS = 500;

export interface FollowDeps {
  readonly objects: RegistryObjects;
  /** Keeps the invocation that runs alive until the promise settles. */
  readonly waitUntil: (promise: Promise<unknown>) => void;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly warn: (message: string, cause: unknown) => void;
}

export class Follower {
  readonly #service: ServiceName;
  readonly #deps: FollowDeps;
  #list: InstanceList | undefined;
  #lastListed: InstanceList | undefined;
  /** Until when nothing had changed, at the least. */
  #knownAtMs = Number.NEGATIVE_INFINITY;
  #touchedAtMs = Number.NEGATIVE_INFINITY;
  /** When the last poll was sent, or the last pause began; while {@link #turn} is set. */
  #aliveAtMs = Number.NEGATIVE_INFINITY;
  /** Who polls now; a number, so that one that was lost and comes back knows that it was replaced. */
  #turn: number | undefined;
  #turns = 0;
  #first: Promise<void> = Promise.resolve();
  #isAway = false;

  constructor(service: ServiceName, deps: FollowDeps) {
    this.#service = service;
    this.#deps = deps;
  }

  /** Undefined until the registry has answered once. */
  get list(): InstanceList | undefined {
    return this.#list;
  }

  /** The last one with anybody in it. */
  get lastListed(): InstanceList | undefined {
    return this.#lastListed;
  }

  /** To be called with each request that needs the list. @returns what it has to wait for, where the list is too old */
  touch(): Promise<void> | undefined {
    const nowMs = this.#deps.now();
    this.#touchedAtMs = nowMs;
    if (this.#turn === undefined || nowMs - this.#aliveAtMs > POLL_MS_MAX) this.#begin(nowMs);
    const isWaiting = nowMs - this.#knownAtMs <= POLL_MS_MAX && this.#list !== undefined;
    return isWaiting || this.#isAway ? undefined : inTime(this.#first, ANSWER_MS_MAX, () => undefined);
  }

  #begin(nowMs: number): void {
    const turn = ++this.#turns;
    this.#turn = turn;
    this.#aliveAtMs = nowMs;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#first = promise;
    this.#deps.waitUntil(this.#poll(turn, nowMs, resolve));
  }

  async #poll(turn: number, startedAtMs: number, answered: () => void): Promise<void> {
    const { now, sleep } = this.#deps;
    const goesOn = () =>
      this.#turn === turn && now() - startedAtMs < TURN_MS_MAX && now() - this.#touchedAtMs < IDLE_MS;
    do {
      this.#aliveAtMs = now();
      const answers = await this.#ask(this.#aliveAtMs - this.#knownAtMs > OLD_MS ? 0 : HOLD_MS, turn);
      answered();
      if (!answers && goesOn()) {
        this.#aliveAtMs = now();
        await sleep(AWAY_MS);
      }
    } while (goesOn());
    if (this.#turn === turn) this.#turn = undefined;
  }

  /** @returns whether the registry answered */
  async #ask(waitMs: number, turn: number): Promise<boolean> {
    const { objects, now, warn } = this.#deps;
    const stub = objects.service(this.#service);
    try {
      const list = await Promise.race([this.#changed(stub, waitMs), this.#late(waitMs + LATE_MS)]);
      if (this.#turn !== turn) return true;
      if (list !== undefined) this.#list = list;
      if (list !== undefined && list.instances.length > 0) this.#lastListed = list;
      this.#knownAtMs = now();
      this.#isAway = false;
      return true;
    } catch (cause) {
      if (!this.#isAway) warn(`the registry cannot be asked for ${this.#service.appid}; its last list holds`, cause);
      this.#isAway = true;
      return false;
    }
  }

  /** One that hangs is as good as away: or each request would wait for it anew. */
  async #late(afterMs: number): Promise<never> {
    await this.#deps.sleep(afterMs);
    throw new Error(`no answer within ${afterMs} ms`);
  }

  async #changed(stub: ServiceStub, waitMs: number): Promise<InstanceList | undefined> {
    const sinceUs = this.#list?.latestUs ?? UNKNOWN_US;
    const { latestUs } = await twice(() => stub.changed(sinceUs, waitMs, true));
    return latestUs === undefined ? undefined : await twice(() => stub.list());
  }
}

/** No list is of this time, not even that of a service that nobody ever registered for. */
const UNKNOWN_US = -1;
