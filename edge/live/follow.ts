/**
 * The configuration of a service whose reader is the edge itself, as an isolate follows it: a question is always waiting at the object
 * (turns.ts), so that no request is served by what was released over a second before.
 *
 * Where the object cannot be asked, or takes long, what is known holds, however long that takes, and nobody waits a second time.
 * @module
 */
import type { NodeReport } from "../../durable/config/nodes.ts";
import type { SealedRow } from "../../durable/config/secrets.ts";
import type { Head } from "../../durable/config/views.ts";
import { type Content, isGray, type Reader } from "../../proto/config/config.ts";
import type { ConfigStub } from "../config/config.ts";
import { HOLD_MS, type Outcome, Turns, type WaitUntil } from "./turns.ts";

/** So often the status view hears of a node that goes on as before: each report is a write. */
const REPORT_MS = 60_000;
/** No release has this number: what is asked with it is answered at once. */
const NO_RELEASE = -1;

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
  readonly #turns: Turns;
  #isAway = false;

  constructor(deps: FollowDeps) {
    this.#deps = deps;
    const { now, sleep } = deps;
    this.#turns = new Turns({
      ask: (holds, isCurrent) => this.#ask(holds, isCurrent),
      after: () => this.#report(),
      now,
      sleep,
    });
  }

  /** To be called with each request. @returns what it has to wait for, where what is known is too old */
  touch(waitUntil: WaitUntil): Promise<void> | undefined {
    return this.#turns.touch(waitUntil);
  }

  async #ask(holds: boolean, isCurrent: () => boolean): Promise<Outcome> {
    const { object, service, warn } = this.#deps;
    const known = { epoch: this.#epoch, access: this.#access, versions: [...this.#known.keys()] };
    try {
      const asked = object().headAfter(known, holds ? this.#release : NO_RELEASE, holds ? HOLD_MS : 0);
      const { value, refused } = await asked;
      if (!isCurrent()) return "known"; // A younger one knows more.
      if (refused !== undefined && refused.code !== "not_found") throw new Error(`${refused.code}: ${refused.message}`);
      if (value === undefined) await this.#take(undefined);
      else await this.#learn(value);
      this.#isAway = false;
      return value === undefined ? "nothing" : "known";
    } catch (cause) {
      if (!isCurrent()) return "known";
      if (!this.#isAway) warn(`the configuration of service ${service} cannot be asked for; what runs goes on`, cause);
      this.#isAway = true;
      return "away";
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
    this.#running = await this.#deps.apply(release);
    this.#applied = version; // Not before: to open a secret takes time, in which the invocation may be lost.
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
}
