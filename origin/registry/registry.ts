/**
 * This process as an instance in the registry: registered while it serves, renewed every second, gone when it leaves. The front door of
 * the room.
 *
 *     register ─▶ a socket is held, a ping a second ──▶ set status 2 ──▶ cancel
 *        ▲          │ it cannot be held: renew by HTTP      (SIGTERM)
 *        └──────────┘ unknown there
 *
 * The registry may be away for any time, from the beginning on: nothing here throws, and the origin serves without it. All that is done
 * is done again until it succeeds, one call at a time.
 * @module
 */
import { setTimeout as wait } from "node:timers/promises";
import {
  DISCOVERY_CODES,
  HOLD_CLOSED,
  LEASE_MS_SHORT,
  RENEW_MS,
  STATUS_DRAINING,
  STATUS_UP,
} from "../../proto/discovery.ts";
import type { Log } from "../log/log.ts";
import { type InstanceName, registryApi } from "./api.ts";
import { type Hold, openHold } from "./hold.ts";

/** After a newer process took this one's name: this one waits until that has gone. */
const SUPERSEDED_MS = 5_000;
/** While the registry is away: it, and all its instances with it, should not be met by all at once when it is back. */
const AWAY_MS_MIN = 500;
const AWAY_MS_SPREAD = 1_000;
/** After a socket could not be held: some proxies let none through, and renewals do as well. */
const HOLD_AGAIN_MS = 5_000;
/** The registry forgets an instance a second after its socket closed. */
const RECONNECT_MS_SPREAD = 200;
/** What a process that leaves spends on saying so. */
const FAREWELL_ATTEMPTS = 2;

export interface RegistrationOptions extends InstanceName {
  readonly url: string;
  readonly token: string;
  readonly region: string;
  /** `http://10.0.0.1:8788`: where callers reach this process. */
  readonly addrs: readonly string[];
  readonly version: string;
  readonly color: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Rises from start to start of the same hostname: the time in microseconds. */
  readonly generation: number;
  readonly log: Log;
  readonly random: () => number;
  readonly monotonicNow?: () => number;
}

export interface Registration {
  /** Tells callers to send nothing new. Takes a second or two where the registry is away. Never throws. */
  drain(): Promise<void>;
  /** Leaves the registry, for good. Never throws. */
  cancel(): Promise<void>;
}

/** Begins at once, and goes on until {@link Registration.cancel}. */
export function register(options: RegistrationOptions): Registration {
  const registration = new RunningRegistration(options);
  void registration.run();
  return registration;
}

class RunningRegistration implements Registration {
  readonly #options: RegistrationOptions;
  readonly #api: ReturnType<typeof registryApi>;
  readonly #name: Readonly<Record<string, string>>;
  readonly #now: () => number;
  #generation: number;
  #status = STATUS_UP;
  #registered = false;
  #wasRegistered = false;
  #superseded = false;
  #away = false;
  #hold: Hold | undefined;
  #holdNotBeforeMs = 0;
  #leaving = false;
  #ended = Promise.resolve();
  #wake = new AbortController();

  constructor(options: RegistrationOptions) {
    const { env, appid, zone, hostname, generation } = options;
    this.#options = options;
    this.#api = registryApi(options);
    this.#name = { env, appid, zone, hostname };
    this.#generation = generation;
    this.#now = options.monotonicNow ?? (() => performance.now());
  }

  async run(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ended = promise;
    while (!this.#leaving) {
      const pauseMs = await this.#step();
      if (!this.#leaving) await this.#pause(pauseMs);
    }
    resolve();
  }

  async drain(): Promise<void> {
    this.#status = STATUS_DRAINING; // What registers it anew says so too.
    if (!this.#registered) return;
    await this.#farewell("set", { status: String(STATUS_DRAINING) });
  }

  async cancel(): Promise<void> {
    this.#leaving = true;
    this.#wake.abort();
    await this.#ended;
    if (this.#registered) await this.#farewell("cancel", {});
    this.#registered = false;
    this.#hold?.close();
  }

  /** @returns how long to wait before the next one */
  async #step(): Promise<number> {
    try {
      const pauseMs = this.#registered ? await this.#beat() : await this.#register();
      if (this.#away) this.#options.log.info("the registry is back");
      this.#away = false;
      return pauseMs;
    } catch (error) {
      if (!this.#away) this.#options.log.warn("the registry is away", { error });
      this.#away = true;
      return AWAY_MS_MIN + this.#options.random() * AWAY_MS_SPREAD;
    }
  }

  async #register(): Promise<number> {
    const { region, addrs, version, color, metadata, log } = this.#options;
    const answer = await this.#api.post("register", {
      ...this.#name,
      region,
      addrs,
      version,
      color,
      metadata: JSON.stringify(metadata),
      status: String(this.#status),
      lease_ms: String(LEASE_MS_SHORT),
      generation: String(this.#generation),
    });
    switch (answer.code) {
      case DISCOVERY_CODES.ok:
        log.info("registered", { ...this.#name, addrs, generation: this.#generation });
        this.#registered = true;
        this.#wasRegistered = true;
        this.#superseded = false;
        return 0;
      case DISCOVERY_CODES.conflict:
        // Before it was ever registered it is the newer one, whatever the clock says that its generation was taken from.
        if (this.#wasRegistered || answer.generation === undefined) return this.#supersede();
        this.#generation = answer.generation + 1;
        return 0;
      default:
        throw new Error(`the registry refuses the registration: ${answer.code} ${answer.message}`);
    }
  }

  async #beat(): Promise<number> {
    if (this.#hold?.beat() === true) return RENEW_MS;
    const answer = await this.#api.post("renew", { ...this.#name, generation: String(this.#generation) });
    switch (answer.code) {
      case DISCOVERY_CODES.ok:
        this.#superseded = false;
        await this.#openHold();
        return RENEW_MS;
      case DISCOVERY_CODES.notFound:
        this.#registered = false;
        return 0;
      case DISCOVERY_CODES.conflict:
        return this.#supersede();
      default:
        throw new Error(`the registry refuses a renewal: ${answer.code} ${answer.message}`);
    }
  }

  /** Two processes of one name: the newer one has it. */
  #supersede(): number {
    if (!this.#superseded) this.#options.log.warn("a newer process is registered under this name", this.#name);
    this.#superseded = true;
    return SUPERSEDED_MS;
  }

  async #openHold(): Promise<void> {
    const nowMs = this.#now();
    if (this.#leaving || this.#hold?.isOpening() === true || nowMs < this.#holdNotBeforeMs) return;
    this.#holdNotBeforeMs = nowMs + HOLD_AGAIN_MS;
    const { url, headers } = this.#api.hold;
    const query = new URLSearchParams({ ...this.#name, generation: String(this.#generation) });
    const hold: Hold = await openHold({
      url: `${url}?${query}`,
      headers,
      monotonicNow: this.#now,
      onClosed: (code) => this.#lost(hold, code),
    });
    this.#hold = hold;
    if (this.#leaving) hold.close();
  }

  /** The next beat renews, and holds a new socket: soon, but not together with all others whose sockets closed in that moment. */
  #lost(hold: Hold, code: number): void {
    if (this.#hold !== hold || this.#leaving) return;
    this.#hold = undefined;
    if (code === HOLD_CLOSED.unknown) this.#registered = false;
    setTimeout(() => this.#wake.abort(), this.#options.random() * RECONNECT_MS_SPREAD).unref();
  }

  async #pause(ms: number): Promise<void> {
    try {
      await wait(ms, undefined, { signal: this.#wake.signal, ref: false });
    } catch {
      this.#wake = new AbortController(); // Woken: that is all that it can throw.
    }
  }

  async #farewell(operation: "set" | "cancel", fields: Readonly<Record<string, string>>): Promise<void> {
    for (let attempt = 1; attempt <= FAREWELL_ATTEMPTS; attempt++) {
      try {
        await this.#api.post(operation, { ...this.#name, ...fields, generation: String(this.#generation) });
        return;
      } catch (error) {
        if (attempt === FAREWELL_ATTEMPTS)
          this.#options.log.warn("the registry did not hear that this one leaves", { error });
      }
    }
  }
}
