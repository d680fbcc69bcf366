/**
 * How many requests may be under way to one upstream at once: as many as keep it busy, and few that only wait in it.
 *
 * An upstream that works on N requests at a time answers the N+1st no sooner, only later. So as long as latency is what it usually is, a
 * limit that was reached grows; where latency exceeds the usual by more than the slack, the number under way shrinks by that ratio (as
 * Vegas and Netflix's gradient do, https://github.com/Netflix/concurrency-limits). Upstreams that say themselves that they are overloaded,
 * or do not answer in time, shrink it at once.
 *
 * What is usual cannot be seen while there is overload. But what comes after each shrink tells: where latency falls with it, that was
 * queueing; where it does not, the upstream has become slower, that is what is usual now, and the limit comes back. While requests are held
 * back the limit is also halved for a moment from time to time, to see whether the upstream could be faster than what is taken for usual.
 * What was seen before is then judged again by what is known now, and as much as that comes back.
 *
 * A limit changes with the calls that leave, never at once: while it falls, one goes for two that leave; while it rises, two for one. Closed
 * at once it would let nobody in until enough have left, the important no more than others, and opened at once it would let in a crowd, and
 * a crowd that begins together leaves together: those who come between wait the longest, in the edge and in the upstream.
 *
 * Compared with the alternatives in docs/decisions/0009-concurrency-limit.md. Pure: time comes with each call.
 * @module
 */
import { SURE_ERRORS, UsualLatency } from "./latency.ts";
import { Window } from "./window.ts";

/** Before anything is known: generous, because it takes a window to see that it is too much, and longer to see that it is too little. */
const LIMIT_START = 128;
/** An upstream that cannot do so many at once is still not hurt by as many that wait in it; fewer would make noise an overload. */
const LIMIT_MIN = 16;
/** Of one isolate. More connections than this to one upstream are the runtime's trouble before they are the upstream's. */
const LIMIT_MAX = 10_000;

/** Queueing in the upstream, and noise of the network and of the edge's own thread, that is no overload: this long, */
const SLACK_MS = 20;
/** or this part of the usual latency, whichever is more. */
const SLACK_PART = 0.15;
/** A window shrinks the limit to half at the most: one slow window may be an accident. */
const SHRINK_MIN = 0.5;
/** Only a shrink to this part shows clearly whether it helps. */
const TRIAL_PART = 0.7;
/** Where the upstream itself says that it is too much. */
const SHRINK_TOLD = 0.8;
/** By so much at the most grows in a window what was reached without harm. */
const GROW_PART = 0.1;

/** A window is as long as a call takes, and at least this; but not before so many calls have begun in it. */
const WINDOW_MS = 50;
const WINDOW_CALLS_MIN = 16;
/** Who takes so many times as long as the others do, and at least so long, is not waited for; */
const PATIENCE_FACTOR = 4;
const PATIENCE_MS_MIN = 1_000;
/** where that are most of them, twice as long the next time. */
const PATIENCE_MS_MAX = 64_000;

/** The first look at an emptier upstream comes so long after the limit began to hold requests back; the next ones in doubled intervals. */
const PROBE_AFTER_MS = 1_000;
const PROBE_AFTER_MS_MAX = 16_000;
/** Half of less than this shows nothing. */
const PROBE_LIMIT_MIN = 4;
/** An upstream that is slow takes long to look at; so it is looked at less often, at most for this part of the time. */
const PROBE_PART_MAX = 0.05;

/** By so much changes what is in force with each call that leaves: over about one latency where it is halved or doubled. */
const FALL = 0.5;
const RISE = 1;

/** Part of the lag that a new observation makes up. */
const LAG_GAIN = 0.2;

export interface LimitBounds {
  readonly max?: number | undefined;
}

/** How it was before the limit began to shrink, to see whether that helps. */
interface Trial {
  readonly startedAtMs: number;
  readonly limitBefore: number;
  readonly before: Window;
  /** Only to see: the limit comes back in any case, as far as it was right. */
  readonly isProbe: boolean;
}

/** What a trial has shown: that fewer are no faster, that they are, or nothing yet. */
type Verdict = "useless" | "useful" | "open";

export class AdaptiveLimit {
  readonly #max: number;
  readonly #min: number;
  readonly #routes = new Map<string, UsualLatency>(); // Bounded by the routes of the table and the methods of RPC.
  /** Wanted, */
  #limit: number;
  /** and in force. */
  #open: number;
  /** None while the one is on its way to the other: what is seen then is neither before nor after. */
  #window: Window | undefined;
  #patienceMs = PATIENCE_MS_MIN;
  #meanMs = 0;
  #lagMs = 0;
  #trial: Trial | undefined;
  #holding = false;
  #probeAtMs = 0;
  #probeAfterMs = PROBE_AFTER_MS;

  constructor({ max = LIMIT_MAX }: LimitBounds = {}) {
    this.#max = max;
    this.#min = Math.min(LIMIT_MIN, max);
    this.#limit = Math.min(LIMIT_START, max);
    this.#open = this.#limit;
  }

  /** Whole, at least 1. */
  get now(): number {
    return Math.floor(this.#open);
  }

  /** Of late, whatever the route; 0 where nothing is known. */
  get meanMs(): number {
    return this.#meanMs;
  }

  /** What calls of a route take where nothing makes them wait; 0 where that is not known. */
  usualMs(route: string): number {
    return this.#routes.get(route)?.meanMs ?? 0;
  }

  /** How late the edge's own thread is: so long a reply lies there before anybody looks at it. */
  get lagMs(): number {
    return this.#lagMs;
  }

  /** What a timer without delay has seen. */
  noteLag(lagMs: number): void {
    this.#lagMs += (lagMs - this.#lagMs) * LAG_GAIN;
  }

  /** Somebody has to wait. */
  noteHeld(nowMs: number): void {
    if (!this.#holding) {
      this.#holding = true;
      this.#probeAtMs = nowMs + this.#probeAfterMs;
    }
    // A look at an emptier upstream must not last because few come.
    if (this.#window !== undefined && this.#trial?.isProbe === true) this.#judgeIfOver(this.#window, nowMs);
  }

  /**
   * A call begins. @returns the window in which it counts, to be given to {@link end}; undefined where it does not
   * @param inFlight itself included
   */
  begin(inFlight: number, nowMs: number): Window | undefined {
    if (this.#window !== undefined && this.#isFull(this.#window, nowMs)) {
      this.#judgeIfOver(this.#window, nowMs);
      if (this.#window !== undefined) return undefined;
    }
    if (this.#open > this.#limit && inFlight <= this.#limit) this.#open = this.#limit; // Nobody has to leave for that.
    if (this.#open !== this.#limit) return undefined;
    this.#window ??= new Window(nowMs + Math.max(WINDOW_MS, this.#meanMs));
    this.#window.begin(inFlight);
    return this.#window;
  }

  /** It ended: answered after so long, or with word that it is too much, or in a way that tells nothing. */
  end(window: Window | undefined, route: string, outcome: number | "overloaded" | "unknown", nowMs: number): void {
    if (window === undefined || window !== this.#window) return;
    window.end();
    if (outcome === "overloaded") window.told++;
    else if (outcome !== "unknown") window.note(route, outcome);
    this.#judgeIfOver(window, nowMs);
  }

  /**
   * One has left.
   * @param inFlight how many are still there
   */
  left(inFlight: number): void {
    if (this.#open > this.#limit) this.#open = Math.max(this.#limit, Math.min(this.#open, inFlight + 2) - FALL);
    else this.#open = Math.min(this.#limit, this.#open + RISE);
  }

  #isFull(window: Window, nowMs: number): boolean {
    return nowMs >= window.untilMs && (window.begun >= WINDOW_CALLS_MIN || this.#trial?.isProbe === true);
  }

  #isOver(window: Window, nowMs: number): boolean {
    if (!this.#isFull(window, nowMs)) return false;
    return window.ended >= window.begun || nowMs >= window.untilMs + this.#patienceMs;
  }

  #judgeIfOver(window: Window, nowMs: number): void {
    if (!this.#isOver(window, nowMs)) return;
    this.#window = undefined;
    this.#judge(window, nowMs);
  }

  #judge(window: Window, nowMs: number): void {
    const { begun, ended, answered, told, inFlight } = window;
    if (2 * ended < begun) {
      this.#patienceMs = Math.min(PATIENCE_MS_MAX, 2 * this.#patienceMs);
      if (this.#trial !== undefined) this.#limit = this.#trial.limitBefore;
      this.#trial = undefined;
      return;
    }
    const reached = inFlight >= Math.floor(this.#limit);
    const trial = this.#trial;
    const verdict = trial === undefined ? "open" : verdictOf(trial, window, reached);
    const raised = this.#learn(window, verdict, nowMs);
    if (trial !== undefined && (trial.isProbe || verdict === "useless")) {
      this.#trial = undefined;
      const bearable = trial.before.inFlight * this.#roomIn(trial.before);
      this.#limit = Math.min(trial.limitBefore, Math.max(this.#min, bearable));
      if (trial.isProbe) this.#scheduleProbe(trial, raised, nowMs);
    } else {
      if (verdict === "useful" || !reached) this.#trial = undefined;
      this.#adapt(window, reached, nowMs);
    }
    if (answered.count > 0) this.#meanMs = answered.meanMs;
    if (!reached && told === 0 && trial === undefined) this.#relax();
    else if (this.#isProbeDue(nowMs)) this.#startProbe(window, nowMs);
    this.#patienceMs = Math.max(PATIENCE_MS_MIN, PATIENCE_FACTOR * this.#meanMs);
  }

  /** @returns whether more is usual now than before */
  #learn(window: Window, verdict: Verdict, nowMs: number): boolean {
    const halfEmpty = window.inFlight * 2 <= this.#limit;
    let raised = false;
    for (const [route, seen] of window.routes) {
      const usual = this.#usualOf(route);
      if (!usual.isKnown) usual.begin(seen, nowMs);
      else if (verdict !== "open") raised = usual.learn(seen, verdict === "useless", nowMs) || raised;
      else if (halfEmpty) usual.follow(seen, nowMs); // What is seen is not our doing.
    }
    return raised;
  }

  #adapt(window: Window, reached: boolean, nowMs: number): void {
    const room = this.#roomIn(window);
    const told = window.told > 0 ? SHRINK_TOLD : 1;
    const shrink = Math.min(told, Math.max(SHRINK_MIN, room));
    if (shrink < 1 && !reached) {
      this.#limit = Math.min(this.#limit, Math.max(this.#min, window.inFlight)); // No more than now, until it is clear why.
    } else if (shrink < 1) {
      const wanted = Math.max(this.#min, this.#limit * shrink);
      if (wanted < this.#limit) this.#shrink(wanted, window, false, nowMs);
    } else {
      this.#trial = undefined;
      const part = Math.min(GROW_PART, room - 1);
      if (reached) this.#limit = Math.min(this.#max, this.#limit + Math.max(1, this.#limit * part));
    }
  }

  #shrink(limit: number, before: Window, isProbe: boolean, nowMs: number): void {
    this.#trial ??= { startedAtMs: nowMs, limitBefore: this.#limit, before, isProbe };
    this.#limit = limit;
  }

  #isProbeDue(nowMs: number): boolean {
    return this.#holding && nowMs >= this.#probeAtMs && this.#limit >= PROBE_LIMIT_MIN;
  }

  #startProbe(before: Window, nowMs: number): void {
    this.#trial = undefined;
    this.#shrink(Math.max(1, this.#limit / 2), before, true, nowMs);
  }

  #scheduleProbe({ startedAtMs }: Trial, raised: boolean, nowMs: number): void {
    if (raised) {
      this.#probeAfterMs = PROBE_AFTER_MS; // The upstream has become slower, perhaps by more than is believed at once.
      this.#probeAtMs = nowMs + this.#probeAfterMs;
      return;
    }
    this.#probeAfterMs = Math.min(PROBE_AFTER_MS_MAX, this.#probeAfterMs * 2);
    this.#probeAtMs = nowMs + Math.max(this.#probeAfterMs, (nowMs - startedAtMs) / PROBE_PART_MAX);
  }

  /** Nobody is held back any more. */
  #relax(): void {
    this.#holding = false;
    this.#probeAfterMs = PROBE_AFTER_MS;
  }

  /** How much more than what was under way could have been: less than 1 where it was certainly too much. */
  #roomIn({ answered, routes }: Window): number {
    let usualMs = 0;
    let errorMs = 0;
    for (const [route, { count }] of routes) {
      const usual = this.#usualOf(route);
      usualMs += (usual.meanMs * count) / answered.count;
      errorMs += (usual.errorMs * count) / answered.count;
    }
    const bearableMs = usualMs + Math.max(SLACK_MS, usualMs * SLACK_PART);
    const chanceMs = SURE_ERRORS * Math.hypot(errorMs, answered.errorMs);
    // The lag counts once for the reply, once for what was to be done before the call was sent.
    return bearableMs / Math.max(1, answered.meanMs - chanceMs - 2 * this.#lagMs);
  }

  #usualOf(route: string): UsualLatency {
    let usual = this.#routes.get(route);
    if (usual === undefined) {
      usual = new UsualLatency();
      this.#routes.set(route, usual);
    }
    return usual;
  }
}

/** Useful is a shrink after which latency is down by half of what it would be if all of it had been queueing. */
function verdictOf({ before }: Trial, { inFlight, answered, told }: Window, reached: boolean): Verdict {
  const part = inFlight / Math.max(1, before.inFlight);
  if (part > TRIAL_PART) return "open";
  if (answered.meanMs <= (before.answered.meanMs * (1 + part)) / 2) return "useful";
  return reached && told === 0 ? "useless" : "open";
}
