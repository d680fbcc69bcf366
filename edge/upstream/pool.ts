/**
 * The nodes of one upstream as this isolate knows them: which of them gets a request, and what its end says about the node.
 * @module
 */
import { chooseTwo, groupOf } from "./group.ts";
import { type HealthChecks, type HealthConfig, healthChecks } from "./health-checks.ts";
import { type Hedging, hedging } from "./hedging.ts";
import { type Attempt, NodeState, type Outcome } from "./node-state.ts";
import type { NodeSource, UpstreamNode } from "./nodes.ts";
import { isProbeDue, judge, noteFarewell, probe } from "./outlier.ts";
import { type RetryBudget, retryBudget } from "./retry-budget.ts";
import { chooseIn, type View, viewOf } from "./view.ts";

/** How often attempts are looked for whose end nobody will tell. */
const SWEEP_MS = 1000;
/** An attempt's deadline has passed so long ago that whoever waited for it would have said so. */
const LOST_AFTER_MS = 1000;
/** An ejected node is found out about by a request that can be repeated; if there is none for so long, by any. */
const PROBE_OVERDUE_MS = 10_000;
/** For requests without a colour. */
const NO_COLOR = "";

export interface PoolOptions {
  readonly name: string;
  /** Where its nodes come from; {@link Pool.from} changes it. */
  readonly source: NodeSource;
  /** Where the edge stands, if it knows. */
  readonly zone: string | undefined;
  readonly slowStartMs: number;
  readonly health: HealthConfig | undefined;
}

export interface PoolDeps {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
  readonly random: () => number;
  readonly waitUntil: (promise: Promise<unknown>) => void;
}

/** What may be known of a request before a node is chosen for it. */
export interface Wish {
  readonly color: string | undefined;
  /** Whether it can be sent again when it fails. */
  readonly repeatable: boolean;
}

export class Pool {
  readonly hedging: Hedging = hedging();
  readonly budget: RetryBudget = retryBudget();
  readonly #options: PoolOptions;
  readonly #deps: PoolDeps;
  readonly #checks: HealthChecks | undefined;
  readonly #underWay = new Set<Attempt>();
  #source: NodeSource;
  #known: readonly UpstreamNode[] = [];
  #nodes: readonly NodeState[] = [];
  /** By colour. Empty when something has changed. */
  readonly #views = new Map<string, View>();
  #ejected = 0;
  #sweptAtMs = 0;

  constructor(options: PoolOptions, deps: PoolDeps) {
    this.#options = options;
    this.#source = options.source;
    this.#deps = deps;
    this.#checks = options.health && healthChecks(options.health, deps, () => this.#changed());
  }

  /** From now on its nodes come from there; what is known of those that stay is kept. */
  from(source: NodeSource): void {
    this.#source = source;
  }

  /** Of what is known now. */
  get nodes(): readonly NodeState[] {
    this.#follow();
    return this.#nodes;
  }

  get underWay(): number {
    return this.#underWay.size;
  }

  /** @returns undefined where each breaker holds the request back, or where there is no node */
  choose({ color, repeatable }: Wish): NodeState | undefined {
    const nowMs = this.#deps.now();
    this.#follow();
    if (nowMs - this.#sweptAtMs >= SWEEP_MS) this.#sweep(nowMs);
    if (this.#nodes.length === 1) return this.#admitted(this.#nodes[0], nowMs); // Whatever its health: there is no other.
    this.#checks?.run(this.#nodes, nowMs);
    const probed = this.#ejected > 0 ? this.#dueForProbe(nowMs, repeatable, color) : undefined;
    if (probed !== undefined) return probed;
    const view = this.#viewFor(color, nowMs);
    const [first, second] = chooseIn(view, nowMs, this.#deps.random, repeatable);
    return (
      this.#admitted(first, nowMs) ?? this.#admitted(second, nowMs) ?? this.#admittedOf(view, [first, second], nowMs)
    );
  }

  /** The only node, where there is just one and its breaker lets all pass; undefined where one has to {@link choose}. */
  sole(): NodeState | undefined {
    this.#follow();
    const [only] = this.#nodes;
    if (only === undefined || this.#nodes.length > 1) return undefined;
    const nowMs = this.#deps.now();
    if (nowMs - this.#sweptAtMs >= SWEEP_MS) this.#sweep(nowMs);
    return only.dropProbabilityAt(nowMs) === 0 ? only : undefined;
  }

  /**
   * Another node for the same request: one that was not tried where there is such, one that is in rotation where there is such.
   * @param onlyGood for a second request beside the first: rather none than one of which anything bad is known
   */
  another(tried: readonly NodeState[], { color }: Wish, onlyGood: boolean): NodeState | undefined {
    const nowMs = this.#deps.now();
    this.#follow();
    const { home, away } = this.#viewFor(color, nowMs);
    const isFresh = (node: NodeState) => !tried.includes(node) && node.notAgainUntilMs <= nowMs;
    const good = (node: NodeState) =>
      isFresh(node) && (!onlyGood || (node.isAvailable(nowMs) && node.dropProbabilityAt(nowMs) === 0));
    const choices = [home.nodes.filter(good), away.nodes.filter(good)];
    if (!onlyGood) {
      const all = this.#colored(color);
      choices.push(
        all.filter((node) => !tried.includes(node)),
        [...home.nodes, ...away.nodes],
      );
    }
    const nodes = choices.find(({ length }) => length > 0) ?? [];
    const [chosen] = chooseTwo(groupOf(nodes, nowMs, this.#options.slowStartMs), nowMs, this.#deps.random, false);
    return chosen;
  }

  begin(node: NodeState, timeoutMs: number): Attempt {
    const attempt = node.begin(this.#deps.now(), timeoutMs);
    this.#underWay.add(attempt);
    return attempt;
  }

  /** Notes how an attempt ended, the first time that it is told. @param closes whether the reply ends its connection */
  end(attempt: Attempt, outcome: Outcome, closes = false): void {
    const nowMs = this.#deps.now();
    if (!attempt.node.end(attempt, nowMs, outcome)) return;
    this.#underWay.delete(attempt);
    if (this.#nodes.length === 1 || (attempt.struck && outcome === "timeout")) return;
    let changed = judge(this.#nodes, attempt, outcome, nowMs, this.#deps.random());
    if (outcome === "ok" || outcome === "error") changed = noteFarewell(attempt.node, closes, nowMs) || changed;
    if (changed) this.#changed();
  }

  /** A node that has said nothing at all since it was asked is counted as one that did not answer in time, once a request. */
  strike(attempt: Attempt): void {
    const nowMs = this.#deps.now();
    if (attempt.struck) return;
    attempt.struck = true;
    if (this.#nodes.length > 1 && judge(this.#nodes, attempt, "timeout", nowMs, this.#deps.random())) this.#changed();
  }

  #changed(): void {
    this.#views.clear();
    this.#ejected = this.#nodes.filter(({ ejection }) => ejection !== undefined).length;
  }

  /** Takes over what the source says, and keeps what is known of nodes that stay. */
  #follow(): void {
    const known = this.#source.nodes(this.#options.name);
    if (known === this.#known) return;
    const isFirst = this.#known.length === 0;
    const nowMs = this.#deps.now();
    const before = new Map(this.#nodes.map((node) => [node.node.id, node]));
    const latencyMs = meanLatencyOf(this.#nodes);
    this.#nodes = known.map((node) => {
      const kept = before.get(node.id);
      if (kept !== undefined && kept.node.url === node.url) return kept.follow(node);
      const fresh = new NodeState(node, nowMs, latencyMs);
      if (!isFirst) fresh.rampFromMs = nowMs; // The first ones are all new, and somebody has to do the work.
      return fresh;
    });
    this.#known = known;
    this.#changed();
  }

  #viewFor(color: string = NO_COLOR, nowMs: number): View {
    const known = this.#views.get(color);
    if (known !== undefined && nowMs < known.validUntilMs) return known;
    const nodes = this.#colored(color);
    const key = nodes.some(({ node }) => node.color === color) ? color : NO_COLOR;
    const view = viewOf(nodes, nowMs, this.#options);
    this.#views.set(key, view); // Never under a colour that no node has: a client could think up any number of them.
    return view;
  }

  #colored(color: string = NO_COLOR): readonly NodeState[] {
    const own = this.#nodes.filter(({ node }) => (node.color ?? NO_COLOR) === color);
    if (own.length > 0) return own;
    const plain = this.#nodes.filter(({ node }) => node.color === undefined);
    return plain.length > 0 ? plain : this.#nodes;
  }

  #admitted(node: NodeState | undefined, nowMs: number): NodeState | undefined {
    if (node === undefined) return undefined;
    const probability = node.dropProbabilityAt(nowMs);
    if (probability === 0 || this.#deps.random() >= probability) return node;
    node.window.drop(nowMs);
    return undefined;
  }

  #admittedOf({ home, away }: View, refused: readonly (NodeState | undefined)[], nowMs: number): NodeState | undefined {
    for (const node of [...home.nodes, ...away.nodes]) {
      const admitted = refused.includes(node) ? undefined : this.#admitted(node, nowMs);
      if (admitted !== undefined) return admitted;
    }
    return undefined;
  }

  #dueForProbe(nowMs: number, repeatable: boolean, color: string | undefined): NodeState | undefined {
    const latestMs = repeatable ? nowMs : nowMs - PROBE_OVERDUE_MS;
    const due = this.#colored(color).find((node) => node.canComeBack() && isProbeDue(node, latestMs, nowMs));
    if (due !== undefined) probe(due, nowMs);
    return due;
  }

  /** Attempts whose invocation ended with its client. A node that was silent all the time did not answer in time. */
  #sweep(nowMs: number): void {
    this.#sweptAtMs = nowMs;
    for (const attempt of this.#underWay) {
      if (attempt.expiresAtMs + LOST_AFTER_MS > nowMs) continue;
      this.end(attempt, attempt.node.repliedAtMs < attempt.sentAtMs ? "timeout" : "abandoned");
    }
  }
}

function meanLatencyOf(nodes: readonly NodeState[]): number | undefined {
  const known = nodes.flatMap(({ latency }) => (latency.value === undefined ? [] : [latency.value]));
  return known.length === 0 ? undefined : known.reduce((sum, ms) => sum + ms, 0) / known.length;
}
