/**
 * How many requests may be under way to one upstream at once: as many as keep it busy, and few that only wait in it.
 *
 * An upstream that works on N requests at a time answers the N+1st no sooner, only later. So as long as latency is what it usually is, a
 * limit that was reached grows; where latency exceeds the usual by more than {@link slackOf}, the number under way shrinks by that ratio
 * (as Vegas and Netflix's gradient do, https://github.com/Netflix/concurrency-limits). Upstreams that say themselves that they are
 * overloaded, or do not answer in time, shrink it at once.
 *
 * What is usual cannot be seen while there is overload. So from time to time, while the limit holds requests back, it is halved for a
 * moment: where latency falls, that was queueing; where it stays, the upstream has become slower, and that is what is usual now.
 *
 * Compared with the alternatives in docs/decisions/0008-concurrency-limit.md. Pure: time comes with each call.
 * @module
 */
import { UsualLatency } from "./latency.ts";

/** Before anything is known: generous, because it takes a window to see that it is too much, and longer to see that it is too little. */
const LIMIT_START = 128;
/** An upstream that cannot do so many at once is still not hurt by as many that wait in it; fewer would make noise an overload. */
const LIMIT_MIN = 8;
/** Of one isolate. More connections than this to one upstream are the runtime's trouble before they are the upstream's. */
const LIMIT_MAX = 10_000;

/** Queueing in the upstream, and noise of the network and of the edge's own thread, that is no overload: this long, */
const SLACK_MS = 20;
/** or this part of the usual latency, whichever is more. */
const SLACK_PART = 0.15;
/** A window shrinks the limit to half at the most: one slow window may be an accident. */
const SHRINK_MIN = 0.5;
/** Where the upstream itself says that it is too much. */
const SHRINK_TOLD = 0.8;
/** By so much grows in a window what was reached without harm. */
const GROW_PART = 0.1;

/** A window is so long, or twice the latency where that is longer, so that it sees what the last change did. */
const WINDOW_MS = 100;
const WINDOW_SAMPLES_MIN = 8;

/** The first look at an emptier upstream comes so long after the limit began to hold requests back; the next ones in doubled intervals. */
const PROBE_AFTER_MS = 1_000;
const PROBE_AFTER_MS_MAX = 16_000;
/** An upstream that is slow takes long to look at; so it is looked at less often, at most for this part of the time. */
const PROBE_PART_MAX = 0.05;
const PROBE_SAMPLES = 16;

export interface Finished {
  readonly route: string;
  readonly startedAtMs: number;
  /** Under way when it started, itself included. */
  readonly inFlight: number;
}

export interface LimitBounds {
  readonly max?: number | undefined;
}

interface Probe {
  readonly startedAtMs: number;
  readonly limitBefore: number;
  samples: number;
}

export class AdaptiveLimit {
  readonly #max: number;
  readonly #min: number;
  readonly #routes = new Map<string, UsualLatency>(); // Bounded by the routes of the table and the methods of RPC.
  #limit: number;
  /** Calls that started before this were made under another limit, and say nothing of this one. */
  #since = 0;
  #window = { startedAtMs: 0, samples: 0, sumMs: 0, usualMs: 0, inFlight: 0, told: 0 };
  #meanMs = 0;
  /** How long the edge itself lets a reply wait. */
  #lagMs = 0;
  #holding = false;
  #probe: Probe | undefined;
  #probeAtMs = 0;
  #probeAfterMs = PROBE_AFTER_MS;

  constructor({ max = LIMIT_MAX }: LimitBounds = {}) {
    this.#max = max;
    this.#min = Math.min(LIMIT_MIN, max);
    this.#limit = Math.min(LIMIT_START, max);
  }

  /** Whole, at least 1. */
  get now(): number {
    return Math.floor(this.#limit);
  }

  /** Of late, whatever the route; 0 where nothing is known. */
  get meanMs(): number {
    return this.#meanMs;
  }

  /** What calls of a route take where nothing makes them wait; 0 where that is not known. */
  usualMs(route: string): number {
    return this.#routes.get(route)?.meanMs ?? 0;
  }

  /** What somebody who waited for a permit saw between its grant and his own turn. */
  noteLag(lagMs: number): void {
    this.#lagMs += (lagMs - this.#lagMs) * 0.1;
  }

  /** Somebody has to wait. */
  noteHeld(nowMs: number): void {
    if (!this.#holding) {
      this.#holding = true;
      this.#probeAtMs = nowMs + this.#probeAfterMs;
    } else if (this.#probe === undefined && nowMs >= this.#probeAtMs && this.#limit >= 2 * this.#min) {
      this.#probe = { startedAtMs: nowMs, limitBefore: this.#limit, samples: 0 };
      this.#change(this.#limit / 2, nowMs);
    }
  }

  /** The upstream refused it as too much, or did not answer in time. */
  noteOverload(call: Finished, nowMs: number): void {
    if (call.startedAtMs < this.#since) return;
    this.#window.told++;
    this.#window.inFlight = Math.max(this.#window.inFlight, call.inFlight);
    this.#closeWindow(nowMs);
  }

  /** The upstream answered it. */
  note(call: Finished, nowMs: number): void {
    const latencyMs = Math.max(0, nowMs - call.startedAtMs);
    const usual = this.#usualOf(call.route);
    if (!usual.isKnown) usual.note(latencyMs, nowMs);
    if (call.startedAtMs < this.#since) return;
    if (this.#probe !== undefined) {
      this.#noteProbe(this.#probe, usual, latencyMs, nowMs);
      return;
    }
    // Half full: what is seen is not our doing.
    if (usual.isKnown && call.inFlight * 2 <= this.#limit) usual.note(latencyMs, nowMs);
    const window = this.#window;
    if (window.startedAtMs === 0) window.startedAtMs = call.startedAtMs;
    window.samples++;
    window.sumMs += latencyMs;
    window.usualMs += usual.meanMs;
    if (call.inFlight > window.inFlight) window.inFlight = call.inFlight;
    this.#closeWindow(nowMs);
  }

  #usualOf(route: string): UsualLatency {
    let usual = this.#routes.get(route);
    if (usual === undefined) {
      usual = new UsualLatency();
      this.#routes.set(route, usual);
    }
    return usual;
  }

  #closeWindow(nowMs: number): void {
    const { startedAtMs, samples, sumMs, usualMs, inFlight, told } = this.#window;
    if (samples + told < WINDOW_SAMPLES_MIN) return;
    if (nowMs - startedAtMs < Math.max(WINDOW_MS, 2 * this.#meanMs)) return;
    if (samples > 0) this.#meanMs = sumMs / samples;
    const seenMs = samples === 0 ? 0 : sumMs / samples - 2 * this.#lagMs;
    const bearableMs = samples === 0 ? 0 : slackOf(usualMs / samples);
    const reached = inFlight >= this.now;
    const shrink = Math.min(
      told > 0 ? SHRINK_TOLD : 1,
      seenMs > bearableMs ? Math.max(SHRINK_MIN, bearableMs / seenMs) : 1,
    );
    if (shrink < 1) {
      this.#change(Math.min(this.#limit, Math.max(this.#min, Math.min(this.#limit, inFlight) * shrink)), nowMs);
    } else if (reached) {
      this.#change(Math.min(this.#max, this.#limit + Math.max(1, this.#limit * GROW_PART)), nowMs);
    }
    if (!reached && told === 0) this.#relax();
    this.#clearWindow();
  }

  /** Nobody is held back any more. */
  #relax(): void {
    this.#holding = false;
    this.#probeAfterMs = PROBE_AFTER_MS;
  }

  #noteProbe(probe: Probe, usual: UsualLatency, latencyMs: number, nowMs: number): void {
    usual.probe(latencyMs);
    if (++probe.samples < PROBE_SAMPLES) return;
    for (const each of this.#routes.values()) each.learn(nowMs);
    this.#probe = undefined;
    this.#probeAfterMs = Math.min(PROBE_AFTER_MS_MAX, this.#probeAfterMs * 2);
    const tookMs = nowMs - probe.startedAtMs;
    this.#probeAtMs = nowMs + Math.max(this.#probeAfterMs, tookMs / PROBE_PART_MAX);
    this.#change(probe.limitBefore, nowMs);
    this.#clearWindow();
  }

  #change(limit: number, nowMs: number): void {
    this.#limit = limit;
    this.#since = nowMs;
  }

  #clearWindow(): void {
    this.#window = { startedAtMs: 0, samples: 0, sumMs: 0, usualMs: 0, inFlight: 0, told: 0 };
  }
}

/** The latency up to which all is well. */
function slackOf(usualMs: number): number {
  return usualMs + Math.max(SLACK_MS, usualMs * SLACK_PART);
}
