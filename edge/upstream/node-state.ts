/**
 * What this isolate knows of a node: what is under way to it, how fast it answers, how often it fails. Losing it costs time only.
 *
 * Costs are compared as in peak-EWMA balancers: the root of the latency, times what is under way, over how often it goes well. The
 * root keeps a difference of a few milliseconds from deciding, and what is under way counts at once, before any reply is there.
 * @module
 */
import { dropProbability, SUCCESSES_TO_CLOSE } from "./breaker.ts";
import type { UpstreamNode } from "./nodes.ts";
import { OutcomeWindow } from "./outcome-window.ts";
import { PeakMean } from "./peak-mean.ts";

/**
 * How an attempt ended.
 * - `ok`: answered, whatever it says
 * - `error`: answered 500, or another 5xx that is the application's own
 * - `refused`: answered 502, 503 or 504, so somebody else may do better
 * - `timeout`: silent until nobody waited any more
 * - `unreachable`: no connection, or one that broke
 * - `overtaken`: another node was faster, so it takes at least as long as it took until then
 * - `abandoned`: nobody wants to know any more; says nothing about the node
 */
export type Outcome = "ok" | "error" | "refused" | "timeout" | "unreachable" | "overtaken" | "abandoned";

/** A request on its way to a node. */
export interface Attempt {
  readonly node: NodeState;
  readonly sentAtMs: number;
  /** It finds out how an ejected node is: the edge's own wish, which is not to cost the request its retry. */
  readonly probes: boolean;
  /** When nobody can be waiting for it any more: a client that leaves takes its invocation with it, and nobody hears of the end. */
  readonly expiresAtMs: number;
  /** Over, for the books. */
  ended: boolean;
  /** Its node's silence was held against it already. */
  struck: boolean;
}

export interface Ejection {
  readonly sinceMs: number;
  readonly untilMs: number;
  /** For replies that other nodes do not give, and not because it did not answer. */
  readonly byRate: boolean;
  /** A request finds out how the node is, and until then no other one tries. */
  probedUntilMs: number;
}

/** What is told of a node to other rooms. */
export interface NodeSummary {
  readonly id: string;
  readonly address: string;
  readonly zone?: string;
  readonly weight: number;
  /** In rotation. */
  readonly available: boolean;
  /** Why it is not, where it is not. */
  readonly out?: "ejected" | "leaving" | "draining" | "down";
  readonly inFlight: number;
  /** Of late, with more weight on what is bad; absent before the first reply. */
  readonly latencyMs?: number;
}

/** Added to latencies, so that of two fast nodes the faster one does not get everything. */
const LATENCY_FLOOR_MS = 5;
/** What a new node is believed to be slower than the others. */
const NEW_NODE_PENALTY_MS = 5;
/** A failure makes a node look four times as dear at once; a success after {@link SUCCESS_TAU_MS} has all but forgotten it. */
const FAILURE_FACTOR = 0.25;
const SUCCESS_TAU_MS = 600;
const SUCCESS_MIN = 0.01;
/** What a node is given of its weight when it is new or back; it grows from there. */
const RAMP_MIN = 0.1;

export class NodeState {
  node: UpstreamNode;
  weight: number;
  readonly latency = new PeakMean();
  readonly window = new OutcomeWindow();
  /** Attempts under way. */
  inFlight = 0;
  /** Over the attempts under way: with their count, for how long they have waited on the average. */
  #sentAtSumMs = 0;
  /** From 0 to 1: how likely it is to go well. */
  #success = 1;
  #successAtMs = 0;
  #successesInARow = 0;
  /** When it was chosen last. */
  pickedAtMs: number;
  /** When it answered last. */
  repliedAtMs = 0;
  /** Since when it gets its share back; -Infinity where it has it all. */
  rampFromMs = Number.NEGATIVE_INFINITY;
  /** In a row, each of its kind. */
  unreachable = 0;
  timeouts = 0;
  refusals = 0;
  farewells = 0;
  /** It said goodbye with reply after reply, so nothing new goes there. */
  leavesUntilMs = 0;
  /** It asked not to be asked again before. */
  notAgainUntilMs = 0;
  /** Out of rotation since, and until a request finds out how it is; absent while it is in. */
  ejection: Ejection | undefined;
  /** How often it was put out of rotation without a long good time between. */
  ejections = 0;
  returnedAtMs = 0;
  /** What active checks found; absent before the first. */
  health: "ready" | "draining" | "down" | undefined;

  /** @param latencyMs of the other nodes, where it is known */
  constructor(node: UpstreamNode, nowMs: number, latencyMs: number | undefined) {
    this.node = node;
    this.weight = node.weight ?? 1;
    this.pickedAtMs = nowMs;
    this.returnedAtMs = nowMs;
    if (latencyMs !== undefined) this.latency.guess(latencyMs + NEW_NODE_PENALTY_MS);
  }

  /** The same node, of which the source may say something else now. */
  follow(node: UpstreamNode): this {
    this.node = node;
    this.weight = node.weight ?? 1;
    return this;
  }

  /** Whether anything but its ejection keeps it out of rotation. */
  canComeBack(): boolean {
    return this.node.draining !== true && (this.health === undefined || this.health === "ready");
  }

  /** In rotation: not ejected, not leaving, and not known to be down. */
  isAvailable(nowMs: number): boolean {
    return this.ejection === undefined && this.leavesUntilMs <= nowMs && this.canComeBack();
  }

  summary(nowMs: number): NodeSummary {
    const { id, url, zone } = this.node;
    return {
      id,
      address: url,
      ...(zone !== undefined && { zone }),
      weight: this.weight,
      available: this.isAvailable(nowMs),
      ...this.#outAt(nowMs),
      inFlight: this.inFlight,
      ...(this.latency.value !== undefined && { latencyMs: this.latency.value }),
    };
  }

  /** Its weight now: a part of it while it is new or back. */
  shareAt(nowMs: number, slowStartMs: number): number {
    const sinceMs = nowMs - this.rampFromMs;
    return sinceMs >= slowStartMs ? this.weight : this.weight * Math.max(RAMP_MIN, sinceMs / slowStartMs);
  }

  /** What a request costs here beside what it costs elsewhere. */
  costAt(nowMs: number, share: number): number {
    let latencyMs = this.latency.value ?? 0;
    if (this.inFlight > 0) latencyMs = Math.max(latencyMs, nowMs - this.#sentAtSumMs / this.inFlight);
    return (Math.sqrt(latencyMs + LATENCY_FLOOR_MS) * (1 + this.inFlight / share)) / this.#success;
  }

  /** How likely the breaker holds a request back. */
  dropProbabilityAt(nowMs: number): number {
    this.window.advance(nowMs);
    return dropProbability(this.window);
  }

  begin(nowMs: number, timeoutMs: number): Attempt {
    this.inFlight++;
    this.#sentAtSumMs += nowMs;
    this.pickedAtMs = nowMs;
    const probes = this.ejection !== undefined;
    return { node: this, sentAtMs: nowMs, probes, expiresAtMs: nowMs + timeoutMs, ended: false, struck: false };
  }

  /** @returns false where it had ended before */
  end(attempt: Attempt, nowMs: number, outcome: Outcome): boolean {
    if (attempt.ended) return false;
    attempt.ended = true;
    this.inFlight--;
    this.#sentAtSumMs -= attempt.sentAtMs;
    if (outcome === "abandoned") return true;
    const tookMs = nowMs - attempt.sentAtMs;
    if (outcome === "overtaken") {
      if (tookMs > (this.latency.value ?? 0)) this.latency.note(tookMs, nowMs);
      return true;
    }
    if (outcome !== "unreachable" && outcome !== "timeout") this.repliedAtMs = nowMs;
    if (outcome !== "refused" && outcome !== "unreachable") this.latency.note(tookMs, nowMs);
    const accepted = outcome === "ok" || outcome === "error";
    this.window.end(nowMs, accepted, outcome !== "ok");
    this.#noteSuccess(accepted, nowMs);
    return true;
  }

  /** In rotation again, with nothing held against it. */
  restore(nowMs: number): void {
    this.ejection = undefined;
    this.returnedAtMs = nowMs;
    this.rampFromMs = nowMs;
    this.unreachable = this.timeouts = this.refusals = 0;
    this.#success = 1;
    this.window.clear();
  }

  #outAt(nowMs: number): Pick<NodeSummary, "out"> {
    if (this.node.draining === true) return { out: "draining" };
    if (this.health === "draining" || this.health === "down") return { out: this.health };
    if (this.ejection !== undefined) return { out: "ejected" };
    return this.leavesUntilMs > nowMs ? { out: "leaving" } : {};
  }

  #noteSuccess(succeeded: boolean, nowMs: number): void {
    if (succeeded) {
      const kept = Math.exp((this.#successAtMs - nowMs) / SUCCESS_TAU_MS);
      this.#success = 1 - (1 - this.#success) * kept;
      if (++this.#successesInARow === SUCCESSES_TO_CLOSE && dropProbability(this.window) > 0) this.window.clear();
    } else {
      this.#success = Math.max(SUCCESS_MIN, this.#success * FAILURE_FACTOR);
      this.#successesInARow = 0;
    }
    this.#successAtMs = nowMs;
  }
}
