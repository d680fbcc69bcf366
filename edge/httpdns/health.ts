/**
 * Which addresses are down, as an isolate knows it: it follows the objects that probe them (durable/httpdns), by turns that its own requests
 * begin. Where no object can be asked, what is known holds; where nothing is known, nothing is down.
 *
 * Only addresses of the configuration are probed. Instances of the registry tell of themselves by their leases.
 * @module
 */
import type { HealthPlan, HealthView } from "../../durable/httpdns/httpdns.ts";
import { renderHex, sha256 } from "../../proto/digest.ts";
import { HOLD_MS, type Outcome, Turns } from "../live/live.ts";
import type { HttpdnsDocument } from "./document.ts";
import type { WaitUntil } from "./question.ts";
import type { IsDown } from "./sets.ts";

/** An object on Cloudflare may open so many connections at once (https://developers.cloudflare.com/workers/platform/limits/): none waits. */
const ADDRESSES_PER_OBJECT = 6;

/** What RPC makes of the object. */
export interface HealthStub {
  watch(plan: HealthPlan, known: string, holdMs: number): Promise<HealthView>;
}

/** @param name the rest of the address, after `httpdns/` */
export type HealthStubs = (name: string) => HealthStub;

export interface HealthDeps {
  /** Absent where this edge has none: then nothing is probed. */
  readonly health: HealthStubs | undefined;
  /** Objects of another idc stand elsewhere, and see another network. */
  readonly idc: string;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly warn: (message: string, cause: unknown) => void;
}

export interface KnownHealth {
  readonly isDown: IsDown;
  /** To be called with each request that needs to know. @returns what it has to wait for, where what is known is too old */
  touch(set: string, waitUntil: WaitUntil): Promise<unknown> | undefined;
  /** By the text of their plans, for who takes its place. */
  readonly followers: ReadonlyMap<string, Follower>;
}

export function knownHealth(
  { sets, health: damping }: Pick<HttpdnsDocument, "sets" | "health">,
  deps: HealthDeps,
  before: Pick<KnownHealth, "followers"> | undefined,
): KnownHealth {
  const { health: stubs } = deps;
  if (stubs === undefined) return { isDown: () => false, touch: () => undefined, followers: new Map() };
  const followers = new Map<string, Follower>();
  const bySet = new Map<string, readonly Follower[]>();
  for (const [set, { addresses, check }] of sets) {
    if (check === undefined || addresses.length === 0) continue;
    const all: Follower[] = [];
    for (let at = 0; at < addresses.length; at += ADDRESSES_PER_OBJECT) {
      const some = addresses.slice(at, at + ADDRESSES_PER_OBJECT).map(({ address }) => address);
      const plan: HealthPlan = { addresses: some, check, damping };
      const text = JSON.stringify(plan);
      const follower = followers.get(text) ?? before?.followers.get(text) ?? new Follower(plan, text, stubs, deps);
      followers.set(text, follower);
      all.push(follower);
    }
    bySet.set(set, all);
  }

  return {
    followers,
    isDown: (set, address) => bySet.get(set)?.some(({ down }) => down.has(address)) ?? false,
    touch(set, waitUntil) {
      let all: Promise<unknown> | undefined;
      for (const follower of bySet.get(set) ?? []) {
        const one = follower.touch(waitUntil);
        if (one !== undefined) all = all === undefined ? one : Promise.all([all, one]);
      }
      return all;
    },
  };
}

class Follower {
  readonly #plan: HealthPlan;
  readonly #text: string;
  readonly #stubs: HealthStubs;
  readonly #deps: HealthDeps;
  readonly #turns: Turns;
  #name: string | undefined;
  #state = "";
  #isAway = false;
  down: ReadonlySet<string> = new Set();

  constructor(plan: HealthPlan, text: string, stubs: HealthStubs, deps: HealthDeps) {
    this.#plan = plan;
    this.#text = text;
    this.#stubs = stubs;
    this.#deps = deps;
    const { now, sleep } = deps;
    this.#turns = new Turns({ ask: (holds, isCurrent) => this.#ask(holds, isCurrent), now, sleep });
  }

  touch(waitUntil: WaitUntil): Promise<void> | undefined {
    return this.#turns.touch(waitUntil);
  }

  async #ask(holds: boolean, isCurrent: () => boolean): Promise<Outcome> {
    try {
      this.#name ??= `${this.#deps.idc}/${renderHex(await sha256(this.#text))}`;
      const { state, down } = await this.#stubs(this.#name).watch(this.#plan, this.#state, holds ? HOLD_MS : 0);
      if (!isCurrent()) return "known";
      this.#state = state;
      this.down = new Set(down);
      this.#isAway = false;
      return "known";
    } catch (cause) {
      if (!isCurrent()) return "known";
      const { addresses } = this.#plan;
      if (!this.#isAway) this.#deps.warn(`the health of ${addresses.join(", ")} cannot be asked for`, cause);
      this.#isAway = true;
      return "away";
    }
  }
}
