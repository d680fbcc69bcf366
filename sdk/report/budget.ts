/** What reports may cost: so many bytes a minute, and so many a day for each type of network. @module */
import type { NetworkType } from "../network/exchange.ts";

export interface BudgetLimits {
  readonly perMinute: number;
  readonly perDay: Readonly<Record<NetworkType, number>>;
}

/** What is kept between starts of an app, so that a day is one however often the app is started. */
export interface Spent {
  /** Since 1970. */
  readonly day: number;
  readonly bytes: Partial<Record<NetworkType, number>>;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export class Budget {
  readonly #limits: BudgetLimits;
  readonly #now: () => number;
  #minute = { number: Number.NaN, bytes: 0 };
  #day: { day: number; bytes: Partial<Record<NetworkType, number>> } = { day: Number.NaN, bytes: {} };

  constructor(limits: BudgetLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** What may still be sent now. */
  left(network: NetworkType): number {
    this.#turn();
    const today = this.#limits.perDay[network] - (this.#day.bytes[network] ?? 0);
    return Math.max(0, Math.min(this.#limits.perMinute - this.#minute.bytes, today));
  }

  /** What was sent is spent, whether it arrived or not. */
  spend(bytes: number, network: NetworkType): void {
    this.#turn();
    this.#minute.bytes += bytes;
    this.#day.bytes[network] = (this.#day.bytes[network] ?? 0) + bytes;
  }

  get spent(): Spent {
    this.#turn();
    return { day: this.#day.day, bytes: { ...this.#day.bytes } };
  }

  /** Adds what was spent before this start, if that was today. */
  restore({ day, bytes }: Spent): void {
    this.#turn();
    if (day !== this.#day.day) return;
    for (const [network, spent] of Object.entries(bytes)) {
      const type = network as NetworkType;
      this.#day.bytes[type] = (this.#day.bytes[type] ?? 0) + spent;
    }
  }

  #turn(): void {
    const nowMs = this.#now();
    const minute = Math.floor(nowMs / MINUTE_MS);
    const day = Math.floor(nowMs / DAY_MS);
    if (minute !== this.#minute.number) this.#minute = { number: minute, bytes: 0 };
    if (day !== this.#day.day) this.#day = { day, bytes: {} };
  }
}
