/**
 * Tells the edge how calls went as the phone saw it: the client's half of API quality. An entry point of its own.
 *
 *     const reports = createReports({ network, appVersion: "4.2.0" });
 *
 * It draws some of the exchanges that a network tells of, gathers them, and sends them together when nothing else is under way. It never
 * delays a call, wakes no radio that is not awake, keeps within a number of bytes, and is silent where it cannot be heard. Nothing of it names anybody:
 * docs/quality.md.
 * @module
 */
import { REPORT_PATH, REPORT_WEIGHT_MAX, REPORT_WORD } from "../../proto/report.ts";
import type { Exchange, LifeEvent, Network, NetworkType } from "../network/exchange.ts";
import { SDK_VERSION } from "../version.ts";
import { Budget, type BudgetLimits } from "./budget.ts";
import { draw } from "./draw.ts";
import type { Letterhead } from "./message.ts";
import { pathOf, pathPattern, tellable } from "./path-pattern.ts";
import { Pending, type ReportStore } from "./pending.ts";
import { type Post, posting, type Verdict } from "./post.ts";

export type { BudgetLimits } from "./budget.ts";
export type { ReportStore } from "./pending.ts";

export interface ReportsOptions {
  /** What `createNetwork` made. */
  readonly network: Pick<Network, "edges" | "listen" | "watch" | "send">;
  /** Where the edge takes reports: `/report` by default. */
  readonly path?: string;
  /** At most 32 letters, digits and `.+_-`. */
  readonly appVersion?: string;
  /** `ios`, `android`, …; `web`, `react-native` or `node` by default. */
  readonly platform?: string;
  /** Tells one in so many of the exchanges that went well: 100 by default, 1 tells all. What the edge says counts more. */
  readonly oneIn?: number;
  /** Of those that did not go well, each is told up to so many a minute: 10 by default. */
  readonly troublesPerMinuteMax?: number;
  /** What a path is called; by default its words, and `{}` for all else. */
  readonly pathOf?: (path: string, method: string) => string;
  readonly budget?: Partial<BudgetLimits>;
  /** Keeps what is not sent yet between starts of the app; without one it is forgotten. */
  readonly store?: ReportStore;
  /** Epoch milliseconds; the platform's clock by default. */
  readonly now?: () => number;
  /** Uniform in [0, 1). */
  readonly random?: () => number;
}

export interface Reports {
  /** Sends what waits, if it may. For an app that is about to end and does not tell its network so. Never rejects. */
  flush(): Promise<void>;
  /** Nothing is told any more. */
  close(): void;
}

const ONE_IN = 100;
const TROUBLES_PER_MINUTE_MAX = 10;
/** As much as one reply of an API. */
const BYTES_PER_MINUTE_MAX = 4_096;
/** A user who pays by the megabyte does not notice 64 KiB a day. */
const BYTES_PER_DAY_MAX: BudgetLimits["perDay"] = {
  wifi: 262_144,
  ethernet: 262_144,
  cellular: 65_536,
  other: 65_536,
  none: 0,
};
/** From the end of an exchange: calls that follow one another have done so by then, and a radio sleeps no sooner than after some 5 s. */
const QUIET_MS = 1_500;
/** An app whose calls never pause is not waited for any longer. */
const WAIT_MS_MAX = 15_000;
/** Between two reports. */
const INTERVAL_MS = 60_000;
/** What cannot be delivered is tried again after the interval, then twice, four times as long, up to this. */
const INTERVAL_MS_MAX = 3_600_000;
/** An edge that takes no reports is asked again after this. */
const UNSUPPORTED_MS = 6 * 3_600_000;

/** @throws TypeError for options that make no sense */
export function createReports(options: ReportsOptions): Reports {
  const { network, store, path = REPORT_PATH, random = Math.random } = options;
  const now = options.now ?? (() => Date.now());
  const head = letterheadOf(options);
  const ownOneIn = checkOneIn(options.oneIn ?? ONE_IN);
  const weightOf = draw({
    oneIn: () => pending.oneIn || ownOneIn,
    troublesPerMinuteMax: options.troublesPerMinuteMax ?? TROUBLES_PER_MINUTE_MAX,
    now,
    random,
  });
  const limits = {
    perMinute: options.budget?.perMinute ?? BYTES_PER_MINUTE_MAX,
    perDay: options.budget?.perDay ?? BYTES_PER_DAY_MAX,
  };
  const pending = new Pending({ budget: new Budget(limits, now), store, now });
  const post: Post = posting(network, path, now);
  let type: NetworkType = "other";
  let isOnline = true;
  let isClosed = false;
  let underWay: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSinceMs = 0;
  let notBeforeMs = 0;
  let failures = 0;

  const ignoreExchanges = network.listen(onExchange);
  const ignoreLife = network.watch(onLife);

  function onExchange(exchange: Exchange): void {
    type = exchange.network.type;
    if (pathOf(exchange.target) === path) return; // Its own.
    const weight = weightOf(exchange);
    if (weight > 0) pending.add(sampleOf(exchange, weight));
    wait();
  }

  function sampleOf({ target, network: state, ...exchange }: Exchange, weight: number) {
    const named = options.pathOf?.(pathOf(target), exchange.method);
    const pattern = named === undefined ? pathPattern(target) : tellable(named);
    return { ...exchange, path: pattern, network: state.type, weight, endedAtMs: now() };
  }

  function onLife(event: LifeEvent): void {
    if (event.type === "network") type = event.state.type;
    else if (event.type === "online") isOnline = event.isOnline;
    // Its connections were closed just now, and a new one costs more than a report.
    else if (event.state === "background") void (store === undefined ? flush() : pending.save());
  }

  /** Until calls are quiet: each that ends puts it off, but not for ever. */
  function wait(): void {
    if (isClosed || pending.isEmpty) return;
    if (timer === undefined) waitingSinceMs = now();
    else if (now() - waitingSinceMs > WAIT_MS_MAX) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void flush();
    }, QUIET_MS);
    (timer as { unref?(): void }).unref?.(); // On Node a report is no reason to go on running.
  }

  function flush(): Promise<void> {
    underWay ??= sendDue().finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  async function sendDue(): Promise<void> {
    await pending.loaded;
    if (isClosed || pending.isEmpty || !isOnline || type === "none" || now() < notBeforeMs) return;
    const report = pending.take(head, type);
    if (report === undefined) return;
    const verdict = await post(report.body, report.headers);
    settle(verdict);
    if (verdict.oneIn !== undefined) pending.oneIn = verdict.oneIn;
    if (verdict.kind === "later") report.putBack();
    await pending.save();
  }

  function settle(verdict: Verdict): void {
    failures = verdict.kind === "later" ? failures + 1 : 0;
    const backOffMs = Math.min(INTERVAL_MS_MAX, INTERVAL_MS * 2 ** Math.max(0, failures - 1));
    const pauseMs = verdict.kind === "unsupported" ? UNSUPPORTED_MS : Math.max(backOffMs, verdict.retryAfterMs ?? 0);
    notBeforeMs = now() + pauseMs;
  }

  return {
    flush,
    close() {
      isClosed = true;
      clearTimeout(timer);
      ignoreExchanges();
      ignoreLife();
    },
  };
}

function letterheadOf({ appVersion = "", platform = platformName() }: ReportsOptions): Letterhead {
  for (const [name, word] of Object.entries({ appVersion, platform })) {
    if (!REPORT_WORD.test(word)) throw new TypeError(`${name} is '${word}', but must match ${REPORT_WORD.source}`);
  }
  return { sdkVersion: SDK_VERSION, appVersion, platform };
}

function platformName(): string {
  const { navigator, document, process } = globalThis as {
    readonly navigator?: { readonly product?: string };
    readonly document?: unknown;
    readonly process?: { readonly versions?: { readonly node?: string } };
  };
  if (navigator?.product === "ReactNative") return "react-native";
  if (document !== undefined) return "web";
  return process?.versions?.node === undefined ? "" : "node";
}

function checkOneIn(oneIn: number): number {
  if (Number.isInteger(oneIn) && oneIn >= 1 && oneIn <= REPORT_WEIGHT_MAX) return oneIn;
  throw new TypeError(`oneIn is ${oneIn}, but must be 1 to ${REPORT_WEIGHT_MAX}`);
}
