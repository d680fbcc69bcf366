/**
 * The configuration of a service whose reader is the edge itself, as an isolate follows it: by questions that its own requests start and that outlive them. While
 * requests come, a question is always waiting at the object, so a release is known within milliseconds; while none come nothing is asked,
 * and the first request after a pause waits for the answer, so that no request is served by what was released over a second before.
 *
 * Where the object cannot be asked, or takes long, what is known holds, however long that takes, and nobody waits a second time.
 * @module
 */
import type { NodeReport } from "../../durable/config/nodes.ts";
import type { SealedRow } from "../../durable/config/secrets.ts";
import type { Head } from "../../durable/config/views.ts";
import { type Content, isGray, type Reader } from "../../proto/config/config.ts";
import type { ConfigStub } from "../config/config.ts";

/** How long a question waits for a release. One that is lost with its request should not go unnoticed for longer. */
const HOLD_MS = 500;
/** Beyond this it is lost. With the time of an answer it is under the second that is promised. */
const LOST_AFTER_MS = 850;
/** An invocation may outlive its reply by 30 s; a younger request's takes over before that. */
const TURN_MS_MAX = 20_000;
/** Without a request for so long nobody needs to know. */
const IDLE_MS = 2_000;
/** What a request waits for the answer. An object in reach has given it by then. */
const ANSWER_MS_MAX = 500;
/** After a failure, and while there is no such service, before the next question. */
const AWAY_MS = 500;
/** So often the status view hears of a node that goes on as before: each report is a write. */
const REPORT_MS = 60_000;
/** No release has this number: what is asked with it is answered at once. */
const NO_RELEASE = -1;

export type WaitUntil = (promise: Promise<unknown>) => void;

/** What is visible to this node. */
export interface Release {
  readonly version: number;
  readonly content: Content;
  /** Those that the content names. */
  readonly secrets: readonly SealedRow[];
}

export interface FollowDeps {
  /** For the log. */
  readonly service: string;
  readonly object: () => Pick<ConfigStub, "headAfter" | "report">;
  /** Who this isolate is to the object. */
  readonly node: Reader & Pick<NodeReport, "address">;
  /**
   * Takes what was released; undefined where nothing is.
   * @returns the version that runs now, which is the one before where this one cannot be taken
   */
  readonly apply: (release: Release | undefined) => number | Promise<number>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly warn: (message: string, cause: unknown) => void;
}

export class Follower {
  readonly #deps: FollowDeps;
  #epoch = "";
  #access = -1;
  #release = NO_RELEASE;
  #known: ReadonlyMap<number, Omit<Release, "version">> = new Map();
  /** The version that was given to `apply` last; undefined before the first answer. */
  #applied: number | undefined;
  #running = 0;
  #reportedAtMs = Number.NEGATIVE_INFINITY;
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

  constructor(deps: FollowDeps) {
    this.#deps = deps;
  }

  /** To be called with each request. @returns what it has to wait for, where what is known is too old */
  touch(waitUntil: WaitUntil): Promise<void> | undefined {
    const nowMs = this.#deps.now();
    this.#touchedAtMs = nowMs;
    if (this.#turn === undefined || nowMs - this.#aliveAtMs > LOST_AFTER_MS) this.#begin(nowMs, waitUntil);
    return this.#isAway || nowMs - this.#knownAtMs <= LOST_AFTER_MS ? undefined : this.#inTime(this.#first);
  }

  #begin(nowMs: number, waitUntil: WaitUntil): void {
    const turn = ++this.#turns;
    this.#turn = turn;
    this.#aliveAtMs = nowMs;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#first = promise;
    waitUntil(this.#follow(turn, nowMs, resolve));
  }

  async #follow(turn: number, startedAtMs: number, answered: () => void): Promise<void> {
    const { now, sleep } = this.#deps;
    const goesOn = () =>
      this.#turn === turn && now() - startedAtMs < TURN_MS_MAX && now() - this.#touchedAtMs < IDLE_MS;
    let holdMs = 0;
    do {
      this.#aliveAtMs = now();
      const isThere = await this.#ask(holdMs, turn);
      answered();
      holdMs = isThere ? HOLD_MS : 0;
      if (isThere) await this.#report();
      else if (goesOn()) {
        this.#aliveAtMs = now();
        await sleep(AWAY_MS);
      }
    } while (goesOn());
    if (this.#turn === turn) this.#turn = undefined;
  }

  /** @returns whether there is something to wait for: the object answers, and knows the service. Never throws. */
  async #ask(holdMs: number, turn: number): Promise<boolean> {
    const { object, now, warn } = this.#deps;
    const known = { epoch: this.#epoch, access: this.#access, versions: [...this.#known.keys()] };
    try {
      const { value, refused } = await object().headAfter(known, holdMs === 0 ? NO_RELEASE : this.#release, holdMs);
      if (this.#turn !== turn) return true; // A younger one knows more.
      if (refused !== undefined && refused.code !== "not_found") throw new Error(`${refused.code}: ${refused.message}`);
      if (value === undefined) await this.#take(undefined);
      else await this.#learn(value);
      this.#knownAtMs = now();
      this.#isAway = false;
      return value !== undefined;
    } catch (cause) {
      if (this.#turn !== turn) return true;
      if (!this.#isAway)
        warn(`the configuration of service ${this.#deps.service} cannot be asked for; what runs goes on`, cause);
      this.#isAway = true;
      return false;
    }
  }

  async #learn({ epoch, release, main, gray, access, snapshots }: Head): Promise<void> {
    const isSame = epoch === this.#epoch;
    const known = new Map(isSame ? this.#known : []);
    for (const { version, entries, secrets } of snapshots) {
      known.set(version, { content: JSON.parse(entries) as Content, secrets });
    }
    const version = gray !== undefined && isGray(gray.rule, this.#deps.node) ? gray.version : main;
    const visible = new Set([main, gray?.version]);
    this.#known = new Map([...known].filter(([each]) => visible.has(each)));
    this.#access = access?.revision ?? this.#access;
    this.#epoch = epoch;
    this.#release = release;
    const seen = known.get(version);
    if (version !== 0 && seen === undefined) throw new Error(`version ${version} was not sent`);
    // A service that was made anew counts from the beginning: a number that is known may stand for something else there.
    if (!isSame) this.#applied = undefined;
    await this.#take(seen === undefined ? undefined : { version, ...seen });
  }

  async #take(release: Release | undefined): Promise<void> {
    const version = release?.version ?? 0;
    if (version === this.#applied) return;
    this.#applied = version;
    this.#running = await this.#deps.apply(release);
    this.#reportedAtMs = Number.NEGATIVE_INFINITY;
  }

  async #report(): Promise<void> {
    const { object, node, now, warn } = this.#deps;
    if (now() - this.#reportedAtMs < REPORT_MS) return;
    this.#reportedAtMs = now();
    try {
      await object().report([{ ...node, running: this.#running }]);
    } catch (cause) {
      warn("the status view could not be told what runs here", cause); // The next one is due in a minute.
    }
  }

  /** The answer may belong to another request, which may be gone. */
  #inTime(answer: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const late = () => {
        this.#isAway = true; // Whoever comes next need not find that out again.
        resolve();
      };
      const timer = setTimeout(late, ANSWER_MS_MAX);
      void answer.then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
