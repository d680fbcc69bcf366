/**
 * Samples that wait to be sent, and what of them fits into the next report. The oldest go first, and are thrown away first where there are too many:
 * how many is told.
 * @module
 */
import { REPORT_AGE_MS_MAX, REPORT_PATTERN, REPORT_SAMPLES_MAX, REPORT_WEIGHT_MAX } from "../../proto/report.ts";
import { portableCompressor } from "../compressor.ts";
import type { NetworkType } from "../network/exchange.ts";
import type { Budget, Spent } from "./budget.ts";
import { encodeReport, type Letterhead, type Sample } from "./message.ts";

/** A string under a name of the app's choice: a file, `AsyncStorage`. What it throws is no trouble but that the string is gone. */
export interface ReportStore {
  get(): Promise<string | undefined> | string | undefined;
  set(text: string): Promise<void> | void;
}

export interface PendingDeps {
  readonly budget: Budget;
  readonly store: ReportStore | undefined;
  readonly now: () => number;
}

/** A report that is to be sent. */
export interface Taken {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
  /** It was not taken: its samples wait again. */
  putBack(): void;
}

/** What a store keeps. */
interface Kept {
  readonly spent: Spent;
  readonly samples: readonly Sample[];
  readonly dropped: number;
  /** Of an older SDK absent. */
  readonly oneIn?: number;
}

/** Two reports full; 40 KB of memory. */
const SAMPLES_MAX = 2 * REPORT_SAMPLES_MAX;
/** Heads of request and reply, as far as they are not the same each time and a connection is there. */
const OVERHEAD_BYTES = 400;
const GZIP = portableCompressor().gzip;

export class Pending {
  readonly #deps: PendingDeps;
  #samples: Sample[] = [];
  #dropped = 0;
  /** What the edge has said: one in so many is to be told; 0 where it leaves it to the app. */
  oneIn = 0;
  /** Resolves when what the store has is here. */
  readonly loaded: Promise<void>;

  constructor(deps: PendingDeps) {
    this.#deps = deps;
    this.loaded = this.#load();
  }

  get isEmpty(): boolean {
    return this.#samples.length === 0;
  }

  add(sample: Sample): void {
    this.#samples.push(sample);
    this.#trim();
  }

  /**
   * As many of the oldest as the budget has bytes for.
   * @returns undefined where it has not even bytes for one
   */
  take(head: Letterhead, network: NetworkType): Taken | undefined {
    const { budget, now } = this.#deps;
    const sinceMs = now() - REPORT_AGE_MS_MAX;
    const fresh = this.#samples.filter(({ endedAtMs }) => endedAtMs >= sinceMs);
    this.#dropped += this.#samples.length - fresh.length;
    this.#samples = fresh;
    const room = budget.left(network) - OVERHEAD_BYTES;
    for (let count = Math.min(REPORT_SAMPLES_MAX, fresh.length); count > 0; count = Math.floor(count / 2)) {
      const samples = fresh.slice(0, count);
      const dropped = this.#dropped;
      const { body, headers } = packed(encodeReport(head, samples, dropped, now()));
      if (body.length > room) continue;
      budget.spend(body.length + OVERHEAD_BYTES, network);
      this.#samples = fresh.slice(count);
      this.#dropped = 0;
      return {
        body,
        headers,
        putBack: () => {
          this.#samples.unshift(...samples);
          this.#dropped += dropped;
          this.#trim();
        },
      };
    }
    return undefined;
  }

  async save(): Promise<void> {
    const { store, budget } = this.#deps;
    if (store === undefined) return;
    await this.loaded;
    const kept: Kept = { spent: budget.spent, samples: this.#samples, dropped: this.#dropped, oneIn: this.oneIn };
    try {
      await store.set(JSON.stringify(kept));
    } catch {
      // It is forgotten with the app's end, as without a store.
    }
  }

  async #load(): Promise<void> {
    const { store, budget } = this.#deps;
    try {
      const kept = keptOf(await store?.get());
      if (kept === undefined) return;
      budget.restore(kept.spent);
      this.#samples.unshift(...kept.samples);
      this.#dropped += kept.dropped;
      this.oneIn ||= kept.oneIn ?? 0;
      this.#trim();
    } catch {
      // What was kept cannot be read: this start begins with nothing.
    }
  }

  #trim(): void {
    const over = this.#samples.length - SAMPLES_MAX;
    if (over <= 0) return;
    this.#samples.splice(0, over);
    this.#dropped += over;
  }
}

/** Undefined where it is not what this SDK, or one like it, has kept. */
function keptOf(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  const { spent, samples, dropped, oneIn } = JSON.parse(text) as Partial<Kept>;
  if (!Array.isArray(samples) || typeof spent?.day !== "number" || typeof spent.bytes !== "object") return undefined;
  return { spent, samples: samples.filter(isSample), dropped: countIn(dropped), oneIn: countIn(oneIn) };
}

function isSample(value: unknown): value is Sample {
  const { endedAtMs, path, way } = (value ?? {}) as Partial<Sample>;
  return typeof endedAtMs === "number" && typeof way?.edge === "string" && REPORT_PATTERN.test(String(path));
}

function countIn(value: unknown): number {
  return typeof value === "number" && value > 0 ? Math.min(REPORT_WEIGHT_MAX, Math.floor(value)) : 0;
}

/** In gzip where that is smaller. Some kilobytes a minute at most, and at rest: a compressor of the platform's would not be felt. */
function packed(plain: Uint8Array<ArrayBuffer>): Pick<Taken, "body" | "headers"> {
  const headers = { "content-type": "application/x-protobuf" };
  const body = GZIP(plain);
  return body.length < plain.length
    ? { body, headers: { ...headers, "content-encoding": "gzip" } }
    : { body: plain, headers };
}
