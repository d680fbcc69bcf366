/**
 * A name's addresses, by the best way there is: what is known and fresh, what a resolver says, what was known and is stale; where there is
 * none of it, the platform's own DNS is the caller's last way.
 *
 * One question at a time is under way in a network, and it is about all names that the app uses and are due: so they are asked together,
 * and ahead of time. A resolver that fails is left alone for a while that doubles; an edge is found without it.
 * @module
 */
import { NAMES_MAX } from "../../proto/httpdns/httpdns.ts";
import { type AddressStore, Answers, isServer, SERVERS_MAX } from "./answers.ts";
import { backOffMs, type Clock } from "./clock.ts";
import type { Found } from "./exchange.ts";
import type { AskResolver } from "./resolver.ts";

export interface LookupOptions {
  readonly clock: Clock;
  /** Absent where a connection cannot be made to an address anyway. */
  readonly ask: AskResolver | undefined;
  /** Built in. */
  readonly servers: readonly string[];
  readonly store: AddressStore | undefined;
  readonly staleMs: number;
  readonly onStoreFailed: (cause: unknown) => void;
}

export interface Addresses {
  readonly ips: readonly string[];
  readonly found: Found;
}

/** Whoever has nothing else waits so long for a resolver, before the platform's DNS is asked. */
const WAIT_MS = 2_000;
/** Who has a stale answer, or one of another network, gains little by a better one: a race finds what of it is alive. */
const STALE_WAIT_MS = 100;
const PAUSE_MS = 1_000;
const PAUSE_MS_MAX = 60_000;
/** Of which addresses are kept fresh: edges, and what the app resolves ahead. */
const NAMES_KEPT_MAX = 16;

interface Question {
  readonly names: readonly string[];
  readonly done: Promise<void>;
  readonly controller: AbortController;
}

const SYSTEM: Addresses = { ips: [], found: "system" };

export class Lookup {
  readonly #options: LookupOptions;
  readonly #answers: Answers;
  readonly #names = new Set<string>();
  readonly #loaded: Promise<void> | undefined;
  #networkId = "";
  #question: Question | undefined;
  #failures = 0;
  #pausedUntilMs = 0;
  #stopTimer = () => {};
  #isAwake = true;

  constructor(options: LookupOptions) {
    this.#options = options;
    this.#answers = new Answers(options.clock, options.staleMs);
    this.#loaded = options.store && this.#load(options.store);
  }

  /** Answers of another network stay with it, for when the device is back. */
  enter(networkId: string): void {
    this.#networkId = networkId;
    this.#failures = 0;
    this.#pausedUntilMs = 0;
    this.#question?.controller.abort();
    this.#question = undefined;
    this.#wake();
  }

  /** While the app is not used, nothing is asked ahead. */
  setAwake(isAwake: boolean): void {
    this.#isAwake = isAwake;
    this.#wake();
  }

  /** These are asked together with the next question, and kept fresh from then on. */
  add(names: readonly string[]): void {
    for (const name of names) if (this.#names.size < NAMES_KEPT_MAX) this.#names.add(name);
  }

  /** Never rejects. */
  async find(name: string): Promise<Addresses> {
    if (this.#options.ask === undefined) return SYSTEM;
    await this.#loaded;
    this.add([name]);
    const known = this.#answers.get(this.#networkId, name);
    if (known !== undefined && known.age !== "stale") {
      this.#wake();
      return { ips: known.ips, found: known.from };
    }
    const before = known ?? this.#answers.anywhere(name);
    await this.#waitFor(this.#ask(name), before === undefined ? WAIT_MS : STALE_WAIT_MS);
    const now = this.#answers.get(this.#networkId, name);
    if (now !== undefined && now.age !== "stale") return { ips: now.ips, found: "httpdns" };
    return before === undefined ? SYSTEM : { ips: before.ips, found: "stale" };
  }

  /** What the edge itself has named, over a connection that TLS has proven. Those that are built in stay behind them. */
  learnServers(servers: readonly string[]): void {
    const good = servers.filter(isServer).slice(0, SERVERS_MAX);
    if (good.length === 0) return;
    this.#answers.servers = good;
    this.#save();
  }

  close(): void {
    this.#stopTimer();
    this.#isAwake = false;
    this.#question?.controller.abort();
  }

  /** @param wanted is asked in any case; the others where they are due */
  #ask(wanted?: string): Promise<void> {
    const { clock, ask, servers: builtIn } = this.#options;
    if (this.#question !== undefined) {
      const { names, done } = this.#question;
      return wanted === undefined || names.includes(wanted) ? done : done.then(() => this.#ask(wanted));
    }
    if (ask === undefined || clock.ticks() < this.#pausedUntilMs) return Promise.resolve();
    const networkId = this.#networkId;
    const due = [...this.#names].filter((name) => name !== wanted && this.#dueInMs(name) <= 0);
    const names = [...(wanted === undefined ? [] : [wanted]), ...due].slice(0, NAMES_MAX);
    if (names.length === 0) return Promise.resolve();
    const servers = [...new Set([...this.#answers.servers, ...builtIn])];
    const controller = new AbortController();
    const done = ask(names, servers, controller.signal).then(
      (answers) => {
        for (const [name, { ips, ttlMs }] of answers) this.#answers.put(networkId, name, ips, ttlMs);
        this.#failures = 0;
        this.#save();
      },
      () => {
        if (controller.signal.aborted) return;
        this.#failures++;
        this.#pausedUntilMs = clock.ticks() + backOffMs(this.#failures, PAUSE_MS, PAUSE_MS_MAX, clock);
      },
    );
    const question = { names, done, controller };
    this.#question = question;
    void done.then(() => {
      if (this.#question === question) this.#question = undefined;
      this.#wake();
    });
    return done;
  }

  /** Sets the timer for the name that is due first. */
  #wake(): void {
    this.#stopTimer();
    if (!this.#isAwake || this.#options.ask === undefined || this.#names.size === 0) return;
    const { clock } = this.#options;
    const dueMs = Math.min(...[...this.#names].map((name) => this.#dueInMs(name)));
    const ms = Math.max(dueMs, this.#pausedUntilMs - clock.ticks(), 0);
    this.#stopTimer = clock.after(ms, () => void this.#ask());
  }

  #dueInMs(name: string): number {
    const known = this.#answers.get(this.#networkId, name);
    return known === undefined ? 0 : this.#answers.dueInMs(known);
  }

  #waitFor(done: Promise<void>, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const stopTimer = this.#options.clock.after(ms, resolve);
      void done.then(() => {
        stopTimer();
        resolve();
      });
    });
  }

  async #load(store: AddressStore): Promise<void> {
    try {
      this.#answers.parse(await store.get());
    } catch (cause) {
      this.#options.onStoreFailed(cause);
    }
  }

  #save(): void {
    const { store, onStoreFailed } = this.#options;
    if (store !== undefined)
      Promise.resolve(this.#answers.render())
        .then((text) => store.set(text))
        .catch(onStoreFailed);
  }
}
