/**
 * The health of a set's addresses: they are probed here, once for all isolates, which are told what is down. The front door of the room.
 *
 * Owns: what the probes of one plan found out: of six addresses at the most, because an object on
 * Cloudflare may open so many connections at once. Address: `httpdns/<idc>/<digest of the plan>`,
 * so that another plan is another object, and two that run at the same time (a gray release) do not disturb one another.
 *
 * Storage:
 *     plan(id = 0, text, asked_at_ms)    what is probed, and when somebody last wanted to know
 *     health(address, is_up, down_at_ms, falls)    written when an address goes up or down
 * Invariants:
 * - While somebody wants to know, and for {@link KEPT_MS} after, an alarm is set or runs; then all that is stored goes.
 * - An alarm probes for {@link ROUND_MS} and sets the next one: so probes survive the death of the process, and cost a write in that time.
 * - What is not known yet is no reason to leave an address out.
 * RPC: {@link watch}.
 * @module
 */
import { connect } from "cloudflare:sockets";
import { DurableObject } from "cloudflare:workers";
import { waiters } from "../waiters.ts";
import { type Health, noted, UNKNOWN } from "./health.ts";
import type { HealthPlan } from "./plan.ts";
import { probe } from "./probe.ts";

export type { Check, Damping, HealthPlan } from "./plan.ts";

/** Nobody has to know for so long: probes end. Shorter pauses find the state of now. */
const KEPT_MS = 300_000;
const ROUND_MS = 10_000;
/** That somebody wants to know is written down this often. */
const ASKED_STEP_MS = 60_000;
/** Before anything is known of an address, its probes follow one another so soon. */
const FIRST_STEP_MS = 100;
/** Isolates that wait for a change. */
const WAITERS_MAX = 10_000;
/** What the first who asks waits at the most for the first probes; requests wait for no longer than half a second. */
const FIRST_MS_MAX = 350;
/** Of an interval, by chance left out, so that addresses are not probed in step. */
const JITTER = 0.2;
/** How late a probe may begin. */
const TICK_MS = 50;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS plan (
    id INTEGER PRIMARY KEY CHECK (id = 0), text TEXT NOT NULL, asked_at_ms INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS health (
    address TEXT PRIMARY KEY, is_up INTEGER NOT NULL, down_at_ms INTEGER NOT NULL, falls INTEGER NOT NULL
  );
`;

/** What an isolate is told. */
export interface HealthView {
  /** Another one is another state. */
  readonly state: string;
  readonly down: readonly string[];
}

interface Target {
  readonly address: string;
  health: Health;
  dueAtMs: number;
  isProbed: boolean;
}

export class AddressHealth extends DurableObject {
  readonly #sql: SqlStorage;
  readonly #changes = waiters(WAITERS_MAX);
  /** Of this instance: another one counts anew. */
  readonly #instance = crypto.randomUUID();
  #changed = 0;
  #plan: HealthPlan | undefined;
  #targets: readonly Target[] = [];
  #askedAtMs = 0;
  #writtenAtMs = 0;
  #isRunning = false;

  constructor(context: DurableObjectState, env: unknown) {
    super(context, env as never);
    this.#sql = context.storage.sql;
    this.#sql.exec(SCHEMA);
    const [row] = this.#sql.exec<{ text: string; asked_at_ms: number }>("SELECT text, asked_at_ms FROM plan");
    if (row === undefined) return;
    this.#askedAtMs = this.#writtenAtMs = row.asked_at_ms;
    this.#adopt(JSON.parse(row.text) as HealthPlan);
  }

  /**
   * What is down. Answers when that is another state than the one that is known, or after `holdMs`.
   * @param plan always the same
   * @param known the state that the caller has; empty for none
   */
  async watch(plan: HealthPlan, known: string, holdMs: number): Promise<HealthView> {
    this.#askedAtMs = Date.now();
    if (this.#plan === undefined) this.#adopt(plan);
    if (this.#askedAtMs - this.#writtenAtMs >= ASKED_STEP_MS) {
      const text = JSON.stringify(this.#plan);
      this.#sql.exec("INSERT OR REPLACE INTO plan (id, text, asked_at_ms) VALUES (0, ?, ?)", text, this.#askedAtMs);
      this.#writtenAtMs = this.#askedAtMs;
    }
    if (!this.#isRunning && (await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(Date.now());
    if (this.#isUndecided() && known === "") await this.#decided();
    else if (known === this.#state()) await this.#changes.wait(holdMs);
    return this.#view();
  }

  override async alarm(): Promise<void> {
    if (this.#plan === undefined) return;
    if (Date.now() - this.#askedAtMs >= KEPT_MS) {
      await this.ctx.storage.deleteAll();
      this.#forget();
      return;
    }
    this.#isRunning = true;
    try {
      await this.#probeFor(ROUND_MS, this.#plan);
    } finally {
      this.#isRunning = false;
      await this.ctx.storage.setAlarm(Date.now());
    }
  }

  #adopt(plan: HealthPlan): void {
    const rows = this.#sql.exec<{ address: string; is_up: number; down_at_ms: number; falls: number }>(
      "SELECT address, is_up, down_at_ms, falls FROM health",
    );
    const stored = new Map(
      Array.from(rows, ({ address, is_up, down_at_ms, falls }): [string, Health] => [
        address,
        { ...UNKNOWN, isUp: is_up === 1, downAtMs: down_at_ms, falls },
      ]),
    );
    this.#plan = plan;
    this.#targets = plan.addresses.map((address) => ({
      address,
      health: stored.get(address) ?? UNKNOWN,
      dueAtMs: 0,
      isProbed: false,
    }));
  }

  /** After all that was stored has gone. */
  #forget(): void {
    this.#sql.exec(SCHEMA);
    this.#plan = undefined;
    this.#targets = [];
    this.#writtenAtMs = 0;
  }

  /** What is under way at the end goes on: the next alarm is near. */
  async #probeFor(ms: number, plan: HealthPlan): Promise<void> {
    const untilMs = Date.now() + ms;
    for (let nowMs = Date.now(); nowMs < untilMs; nowMs = Date.now()) {
      for (const target of this.#targets) {
        if (!target.isProbed && target.dueAtMs <= nowMs) void this.#probe(target, plan);
      }
      await scheduler.wait(TICK_MS);
    }
  }

  /** Never rejects. */
  async #probe(target: Target, { check, damping }: HealthPlan): Promise<void> {
    target.isProbed = true;
    const startedAtMs = Date.now();
    const isGood = await probe(target.address, check, damping.timeoutMs, {
      connect,
      sleep: (ms) => scheduler.wait(ms),
    });
    target.isProbed = false;
    const before = target.health;
    target.health = noted(before, isGood, Date.now(), damping);
    const stepMs = target.health.isUp === undefined ? FIRST_STEP_MS : damping.intervalMs;
    target.dueAtMs = startedAtMs + stepMs * (1 - JITTER * Math.random());
    if (target.health.isUp !== before.isUp) this.#note(target);
  }

  #note({ address, health: { isUp, downAtMs, falls } }: Target): void {
    this.#sql.exec(
      "INSERT OR REPLACE INTO health (address, is_up, down_at_ms, falls) VALUES (?, ?, ?, ?)",
      address,
      isUp === true ? 1 : 0,
      downAtMs,
      falls,
    );
    this.#changed++;
    this.#changes.wake();
  }

  #isUndecided(): boolean {
    return this.#targets.some(({ health }) => health.isUp === undefined);
  }

  async #decided(): Promise<void> {
    const untilMs = Date.now() + FIRST_MS_MAX;
    for (let leftMs = FIRST_MS_MAX; leftMs > 0 && this.#isUndecided(); leftMs = untilMs - Date.now()) {
      await this.#changes.wait(leftMs);
    }
  }

  #state(): string {
    return `${this.#instance}/${this.#changed}`;
  }

  #view(): HealthView {
    const down = this.#targets.filter(({ health }) => health.isUp === false).map(({ address }) => address);
    return { state: this.#state(), down };
  }
}
