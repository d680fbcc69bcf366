/**
 * A subscriber that comes back whatever happens to it, and logs what it is given. What it says and understands is its protocol's.
 * @module
 */
import type { SeededRandom } from "../../bench/ids/random.ts";
import { openStream } from "./emulation.ts";
import { type Line, type LineEvents, openTcp, openWebSocket } from "./line.ts";
import type { Log, Position, SubscribedEntry } from "./log.ts";
import type { SubscriberPlan } from "./schedule.ts";
import type { Wire } from "./wire.ts";

export interface SubscriberDeps {
  readonly plan: SubscriberPlan;
  readonly log: Log;
  readonly wire: Wire;
  /** Of its user or device. @throws Error while nobody gives one */
  readonly token: () => Promise<string>;
  /** For a private channel. */
  readonly channelToken: (channel: string) => Promise<string>;
  /** A call of an HTTP API; undefined where there was no good answer. */
  readonly get: (path: string) => Promise<unknown>;
  readonly random: SeededRandom;
}

/** Who takes part in a schedule and hears something, as the schedule sees it. */
export interface Client {
  /** Whether it is let in, and all it wants is subscribed. */
  readonly isReady: boolean;
  /** It was told not to come back. */
  readonly isGone: boolean;
  /** What it hears now. */
  readonly channels: readonly string[];
  start(): void;
  stop(): Promise<void>;
  /** The client goes without a word that would arrive. */
  vanish(): void;
  /** It comes back where it is not connected after all. */
  probe(): Promise<void>;
  /** @param id of a message that began to be published at this place of the log */
  has(channel: string, id: string, at: number): boolean;
  logEnd(): void;
}

const BACK_OFF_MS = [10, 200] as const;
/** Each pause is longer than the one before, up to this many times the first. */
const FAILURES_SLOWED_MAX = 8;
/** In which it is connected and has its channels, or begins again. */
const READY_MS_MAX = 15_000;
/** For a sign of life. */
const PROBE_MS_MAX = 5_000;

export abstract class Subscriber implements Client {
  protected readonly deps: SubscriberDeps;
  protected readonly name: string;
  /** Of this attempt, from 1. */
  protected connection = 0;
  protected line: Line | undefined;
  isReady = false;
  #isTurnedAway = false;
  #isStopped = false;
  #heard = 0;
  /** Since it was last ready. */
  #failures = 0;
  #running: Promise<void> | undefined;
  #late: NodeJS.Timeout | undefined;
  readonly #taken = new Set<string>();
  /** Since when, as a place in the log, it hears a channel. */
  readonly #openedAt = new Map<string, number>();

  constructor(deps: SubscriberDeps) {
    this.deps = deps;
    this.name = deps.plan.facts.name;
  }

  /** Of the upgrade. */
  protected abstract path(token: string): string;
  protected abstract hello(token: string): void;
  protected abstract received(data: string | Buffer): void;
  /** The connection is gone; what is remembered beyond it stays. */
  protected abstract reset(): void;
  /** Asks for a sign of life. */
  protected abstract ask(): void;

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.line?.drop();
    await this.#running;
  }

  get isGone(): boolean {
    return this.#isTurnedAway;
  }

  get channels(): readonly string[] {
    return [...this.#openedAt.keys()];
  }

  vanish(): void {
    this.deps.wire.darken();
    this.line?.drop();
  }

  async probe(): Promise<void> {
    const heard = this.#heard;
    const connection = this.connection;
    if (!this.isReady) return;
    this.ask();
    const endMs = performance.now() + PROBE_MS_MAX;
    while (this.#heard === heard && this.connection === connection && performance.now() < endMs) await pause(10);
    if (this.#heard === heard && this.connection === connection) this.line?.drop();
  }

  has(channel: string, id: string, at: number): boolean {
    return this.#taken.has(id) || (this.#openedAt.get(channel) ?? -1) > at;
  }

  logEnd(): void {
    const { log } = this.deps;
    if (this.isReady) log.add({ kind: "alive", who: this.name, connection: this.connection });
    else if (!this.#isTurnedAway) log.add({ kind: "stuck", who: this.name, why: "it is not connected at the end" });
  }

  protected subscribed(entry: Pick<SubscribedEntry, "channel"> & Partial<SubscribedEntry>): void {
    const { name: who, connection } = this;
    this.#openedAt.set(entry.channel, this.deps.log.entries.length);
    this.deps.log.add({ publications: [], ...entry, kind: "subscribed", who, connection });
  }

  protected left(channel: string, code?: number): void {
    if (!this.#openedAt.delete(channel)) return;
    const { name: who, connection } = this;
    this.deps.log.add({ kind: "left", who, connection, channel, ...(code !== undefined && { code }) });
  }

  protected got(channel: string, id: string, position: Partial<Position> = {}): void {
    this.deps.log.add({ kind: "got", who: this.name, connection: this.connection, channel, id, ...position });
  }

  protected take(channel: string, id: string, offset?: number): void {
    this.#taken.add(id);
    this.deps.log.add({ kind: "taken", who: this.name, channel, id, ...(offset !== undefined && { offset }) });
  }

  /** It was told not to come back. */
  protected turnAway(why: string): void {
    if (this.#isTurnedAway) return;
    this.#isTurnedAway = true;
    this.deps.log.add({ kind: "turned-away", who: this.name, why });
    this.line?.drop();
  }

  protected ready(): void {
    this.isReady = true;
    this.#failures = 0;
    clearTimeout(this.#late);
  }

  async #run(): Promise<void> {
    while (!this.#isStopped && !this.#isTurnedAway) {
      await this.#once();
      this.#failures++;
      await pause(this.deps.random.whole(...BACK_OFF_MS) * Math.min(this.#failures, FAILURES_SLOWED_MAX));
    }
  }

  async #once(): Promise<void> {
    let token: string;
    try {
      token = await this.deps.token();
    } catch {
      return; // The service that signs in is away; it tries again.
    }
    if (this.#isStopped) return;
    this.connection++;
    const code = await new Promise<number | undefined>((closed) => {
      const events = {
        opened: () => this.hello(token),
        received: (data: string | Buffer) => {
          this.#heard++;
          if (this.line !== undefined) this.received(data);
        },
        closed,
      };
      this.line = this.#open(token, events);
      this.#late = setTimeout(() => this.line?.drop(), READY_MS_MAX);
    });
    clearTimeout(this.#late);
    this.line = undefined;
    this.isReady = false;
    this.#openedAt.clear();
    this.reset();
    if (!this.#isStopped) this.deps.log.add({ kind: "closed", who: this.name, connection: this.connection, code });
    if (code !== undefined && this.isFinal(code)) this.turnAway(`closed with ${code}`);
  }

  #open(token: string, events: LineEvents): Line {
    const { plan, wire } = this.deps;
    const { transport } = plan;
    if (transport === "tcp") return openTcp(wire.port, events);
    if (transport === "sse" || transport === "http_stream")
      return openStream(transport, wire.port, this.path(token), events);
    return openWebSocket(`ws://127.0.0.1:${wire.port}${this.path(token)}`, events);
  }

  /** Whether a client that is closed with the code stays away. */
  protected abstract isFinal(code: number): boolean;
}

export function pause(ms: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, Math.max(0, ms)));
}

/** What is published everywhere: JSON with the message's id and its channel. */
export function payloadOf(id: string, channel: string, bytes: number): string {
  return JSON.stringify({ id, channel, pad: "x".repeat(Math.max(0, bytes - id.length - channel.length)) });
}

export interface Payload {
  readonly id: string;
  readonly channel: string;
}
