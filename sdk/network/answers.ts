/**
 * What resolvers have answered, by network and name: good for its TTL, due for another question at three quarters of it, and of use as
 * stale for a while longer, when nobody else answers.
 *
 *     asked ────────── 75 % ─ due ─── TTL ─ stale ───────────── 24 h ─ forgotten
 *
 * It may be kept between two starts of the app, in a store that the app gives: one text, JSON
 * `{"v":1,"answers":[[network, name, [address, …], askedAtMs, ttlMs], …],"servers":[host, …]}`. What cannot be read is passed over,
 * entry by entry, for a store is written by many versions of an app, and some of them die while they write.
 * @module
 */
import { keep } from "./bounded.ts";
import type { Clock } from "./clock.ts";
import { isAddress } from "./path.ts";

/** `AsyncStorage`, `localStorage`, a file. Nothing in it is secret, or believed: TLS says who is at an address. */
export interface AddressStore {
  get(): Promise<string | undefined> | string | undefined;
  set(text: string): Promise<void> | void;
}

export interface Answer {
  readonly ips: readonly string[];
  readonly askedAtMs: number;
  readonly ttlMs: number;
  readonly from: "memory" | "persistent";
}

export type Age = "fresh" | "due" | "stale";

/** A shorter TTL would have the phone ask all the time; racing and circuits find out sooner what is dead. */
const TTL_MS_MIN = 60_000;
const TTL_MS_MAX = 86_400_000;
const DUE_PART = 0.75;
/** Addresses of edges change over weeks; and who is at one is told by TLS. */
export const STALE_MS_MAX = 86_400_000;
/** Networks × names: eight of the one with eight of the other. The oldest is forgotten. */
const ANSWERS_MAX = 64;
const IPS_MAX = 16;
export const SERVERS_MAX = 16;
/** All of the above at their longest, and room; what is longer was not written here. */
const TEXT_LENGTH_MAX = 131_072;
const VERSION = 1;
/** RFC 1035 §2.3.4; an id of a network may be as long. */
const NAME_LENGTH_MAX = 253;

export class Answers {
  readonly #clock: Clock;
  readonly #staleMs: number;
  readonly #answers = new Map<string, Answer>();
  /** What the edge has last named as its resolvers. */
  servers: readonly string[] = [];

  constructor(clock: Clock, staleMs: number) {
    this.#clock = clock;
    this.#staleMs = staleMs;
  }

  get(networkId: string, name: string): (Answer & { readonly age: Age }) | undefined {
    const answer = this.#answers.get(keyOf(networkId, name));
    if (answer === undefined) return undefined;
    const age = this.#ageOf(answer);
    return age === undefined ? undefined : { ...answer, age };
  }

  /** What was answered last, in whatever network: perhaps not the nearest here, but TLS tells whether it is the one. */
  anywhere(name: string): Answer | undefined {
    const known = [...this.#answers].filter(([key]) => key.endsWith(`\n${name}`)).map(([, answer]) => answer);
    return known.filter((answer) => this.#ageOf(answer) !== undefined).sort((a, b) => b.askedAtMs - a.askedAtMs)[0];
  }

  put(networkId: string, name: string, ips: readonly string[], ttlMs: number): void {
    const kept = Math.min(TTL_MS_MAX, Math.max(TTL_MS_MIN, ttlMs));
    const answer = { ips: ips.slice(0, IPS_MAX), askedAtMs: this.#clock.now(), ttlMs: kept, from: "memory" } as const;
    keep(this.#answers, keyOf(networkId, name), answer, ANSWERS_MAX);
  }

  /** How long until it is due. */
  dueInMs({ askedAtMs, ttlMs }: Answer): number {
    return askedAtMs + DUE_PART * ttlMs - this.#clock.now();
  }

  render(): string {
    const answers = Array.from(this.#answers, ([key, { ips, askedAtMs, ttlMs }]) => {
      return [...key.split("\n"), ips, askedAtMs, ttlMs];
    });
    return JSON.stringify({ v: VERSION, answers, servers: this.servers });
  }

  /** Takes over what an earlier start has kept, where nothing newer is known. */
  parse(text: unknown): void {
    if (typeof text !== "string" || text.length > TEXT_LENGTH_MAX) return;
    let kept: { v?: unknown; answers?: unknown; servers?: unknown } | null;
    try {
      kept = JSON.parse(text);
    } catch {
      return; // Half written, or another's: as if nothing had been kept.
    }
    if (kept?.v !== VERSION) return;
    for (const entry of listOf(kept.answers).slice(-ANSWERS_MAX)) this.#take(listOf(entry));
    if (this.servers.length === 0) this.servers = listOf(kept.servers).filter(isServer).slice(0, SERVERS_MAX);
  }

  #take([networkId, name, ips, askedAtMs, ttlMs]: readonly unknown[]): void {
    if (!isName(networkId) || !isName(name) || !isTime(askedAtMs) || !isTime(ttlMs) || ttlMs > TTL_MS_MAX) return;
    const key = keyOf(networkId, name);
    const good = listOf(ips).filter(isAddress).slice(0, IPS_MAX);
    const answer = { ips: good, askedAtMs, ttlMs, from: "persistent" } as const;
    // Of the future: the clock was set meanwhile, and nobody knows how old it is.
    if (good.length === 0 || askedAtMs > this.#clock.now() || this.#answers.has(key)) return;
    if (this.#ageOf(answer) !== undefined) keep(this.#answers, key, answer, ANSWERS_MAX);
  }

  #ageOf(answer: Answer): Age | undefined {
    const ageMs = this.#clock.now() - answer.askedAtMs;
    if (ageMs < 0 || ageMs >= answer.ttlMs + this.#staleMs) return undefined;
    if (ageMs >= answer.ttlMs) return "stale";
    return ageMs >= DUE_PART * answer.ttlMs ? "due" : "fresh";
  }
}

/** `203.0.113.1`, `203.0.113.1:8080`, `[2001:db8::1]:8080`; IPv6 without a port may stand without brackets. */
export function isServer(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const [, six, four, port] = /^(?:\[(.*)\]|([^:]*))(?::(\d{1,5}))?$/.exec(value) ?? [];
  if (six === undefined && four === undefined) return isAddress(value);
  return isAddress(six ?? four) && (six === undefined || six.includes(":")) && Number(port ?? 80) <= 65_535;
}

function keyOf(networkId: string, name: string): string {
  return `${networkId}\n${name}`;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= NAME_LENGTH_MAX && !value.includes("\n");
}

function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
