/**
 * One request to an upstream, from the choice of its first node to the reply that is used: retries, a second request beside a slow
 * first one, and a way out of a node that is silent.
 *
 *     first node ──refused, unreachable──▶ another node, while the retry budget lasts
 *         │
 *         ├──longer than the route's p95──▶ a second one beside it (hedge), while 5 % lasts; the faster reply is used
 *         └──not a byte from this node to anybody for connectTimeoutMs──▶ the same, on the retry budget
 *
 * A request that must not arrive twice, or whose body is a stream, goes to one node and no further.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { Deadline } from "./deadline.ts";
import { discard, type Flight, isLast, type Landing, takeOff } from "./flight.ts";
import type { NodeState, Outcome } from "./node-state.ts";
import type { Pool, Wish } from "./pool.ts";
import { pushBackOf } from "./push-back.ts";
import type { OutgoingRequest, SendPolicy, UpstreamDeps } from "./upstream.ts";

/** Before the same node is asked again: long enough for a process manager's restart to have begun, short beside a deadline. */
const BACKOFF_MS = 50;
/** Longer than this nobody is kept waiting for a node that asks for patience: its refusal is the answer. */
const PUSH_BACK_MS_MAX = 2000;
/** A route whose replies take long is not silent before twice its p95. */
const SILENCE_P95_FACTOR = 2;
const RETRY_AFTER_SECONDS = 1;
/** What tells an upstream how long its reply is waited for. RPC has one of its own (https://connectrpc.com/docs/protocol). */
export const TIMEOUT_HEADER = "fairway-timeout-ms";
const RPC_TIMEOUT_HEADER = "connect-timeout-ms";

export interface SendingContext {
  readonly pool: Pool;
  readonly deadline: Deadline;
  readonly deps: UpstreamDeps;
  readonly connectTimeoutMs: number;
  readonly neverAborts: AbortSignal;
  readonly wish: Wish;
}

export class Sending {
  readonly #request: OutgoingRequest;
  readonly #policy: SendPolicy;
  readonly #context: SendingContext;
  readonly #startedAtMs: number;
  readonly #attemptsMax: number;
  /** Whether a second request may run beside the first. */
  readonly #races: boolean;
  readonly #tried: NodeState[] = [];
  readonly #live: Flight[] = [];
  #hedge: Flight | undefined;
  #hedgeAtMs = Number.POSITIVE_INFINITY;
  /** It wanted a second request before, and the budget was too small. */
  #asked = false;
  #silentAtMs = Number.POSITIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #alarm: Promise<undefined> | undefined;
  readonly #watched: Flight[] = [];

  constructor(request: OutgoingRequest, policy: SendPolicy, context: SendingContext) {
    this.#request = request;
    this.#policy = policy;
    this.#context = context;
    this.#startedAtMs = context.deps.now();
    this.#attemptsMax = context.wish.repeatable ? policy.attempts : 1;
    this.#races = this.#attemptsMax > 1 && context.pool.nodes.length > 1;
  }

  /** @throws Fault unavailable, deadline_exceeded, canceled, and what broke the body off */
  run(): Promise<Response> {
    return this.#await(() => {
      const { pool, wish } = this.#context;
      const first = pool.choose(wish);
      if (first === undefined) throw this.#nobody();
      pool.hedging.note();
      this.#planSecond(this.#launch(first));
    });
  }

  /** The same with its first request under way. */
  goOn(first: Flight): Promise<Response> {
    return this.#await(() => {
      this.#tried.push(first.attempt.node);
      this.#live.push(first);
    });
  }

  async #await(begin: () => void): Promise<Response> {
    const { deadline } = this.#context;
    let unused: Outcome = "abandoned";
    try {
      begin();
      for (;;) {
        const landing = await deadline.race(this.#next());
        if (landing === undefined) this.#considerSecond();
        else {
          const reply = await this.#land(landing);
          if (reply === undefined) continue;
          unused = "overtaken";
          return reply;
        }
      }
    } catch (thrown) {
      if (deadline.isPassed()) unused = "timeout";
      throw thrown;
    } finally {
      this.#settle(unused);
    }
  }

  /** The next landing, or undefined when it is time to think of a second request. */
  #next(): Promise<Landing | undefined> {
    const [first] = this.#live;
    if (this.#alarm === undefined && this.#live.length === 1 && first !== undefined) return first.landed;
    const events: Promise<Landing | undefined>[] = this.#live.map(({ landed }) => landed);
    if (this.#alarm !== undefined) events.push(this.#alarm);
    return Promise.race(events);
  }

  /** @returns the reply to use; undefined while another one is under way */
  async #land({ flight, outcome, reply, fault, final }: Landing): Promise<Response | undefined> {
    const { pool } = this.#context;
    this.#live.splice(this.#live.indexOf(flight), 1);
    const failed = reply === undefined || outcome === "refused";
    if (outcome !== "abandoned" && !(failed && flight.attempt.probes)) pool.budget.note(!failed);
    this.#learn(flight, failed);
    pool.end(flight.attempt, outcome, reply !== undefined && pool.nodes.length > 1 && isLast(reply));
    this.#policy.entry.address = flight.attempt.node.node.url;
    if (!failed) return this.#use(flight, reply);
    if (final === true) throw fault;
    if (this.#live.length > 0) {
      if (reply !== undefined) discard(reply);
      return undefined;
    }
    if (await this.#retry(flight, reply)) {
      if (reply !== undefined) discard(reply);
      return undefined;
    }
    if (reply !== undefined) return reply;
    throw fault;
  }

  #use(flight: Flight, reply: Response): Response {
    if (this.#hedge !== undefined) this.#policy.entry.hedge = flight === this.#hedge ? "won" : "lost";
    return reply;
  }

  /** @returns false where the failure is the answer */
  async #retry({ attempt: { node, probes } }: Flight, reply: Response | undefined): Promise<boolean> {
    const { pool, wish, deadline, deps } = this.#context;
    const nowMs = deps.now();
    const pushBack = reply === undefined ? undefined : pushBackOf(reply.headers, nowMs);
    if (pushBack !== undefined && pushBack.sameNodeMs > 0) node.notAgainUntilMs = nowMs + pushBack.sameNodeMs;
    if (this.#tried.length >= this.#attemptsMax || pushBack?.never === true) return false;
    if (!probes && !pool.budget.allows()) return false;
    const next = pool.another(this.#tried, wish, false);
    if (next === undefined) return false;
    let waitMs = pushBack?.waitMs ?? 0;
    if (this.#tried.includes(next)) {
      const backoffMs = deps.random() * BACKOFF_MS * 2 ** (this.#tried.length - 1);
      waitMs = Math.max(waitMs, backoffMs, next.notAgainUntilMs - nowMs);
    }
    if (waitMs > PUSH_BACK_MS_MAX || waitMs >= this.#remainingMs(nowMs)) return false;
    if (waitMs > 0) await deadline.race(deps.sleep(waitMs));
    this.#planSecond(this.#launch(next));
    return true;
  }

  #launch(node: NodeState): Flight {
    const { pool, deps, neverAborts } = this.#context;
    const { headers } = this.#request;
    this.#tried.push(node);
    const { entry } = this.#policy;
    entry.address = node.node.url;
    entry.attempts = this.#tried.length;
    const remainingMs = Math.max(1, Math.ceil(this.#remainingMs(deps.now())));
    headers.set(TIMEOUT_HEADER, String(remainingMs));
    if (this.#tried.length > 1 && headers.has(RPC_TIMEOUT_HEADER)) headers.set(RPC_TIMEOUT_HEADER, String(remainingMs));
    const attempt = pool.begin(node, remainingMs);
    const flight = takeOff(attempt, this.#request, this.#policy, this.#races, neverAborts, deps);
    this.#live.push(flight);
    if (flight.isWatched) this.#endWithDeadline(flight);
    return flight;
  }

  /**
   * Where other work of the invocation goes on, a fetch that nobody waits for must be ended by hand; and so must one whose body stands
   * still, see edge/proxy/measured-body.ts. In all other cases the reply, once it is there, may be others' too.
   */
  #endWithDeadline(flight: Flight): void {
    if (this.#watched.push(flight) > 1) return;
    this.#context.deadline.onPassed((reason) => {
      for (const { controller } of this.#watched) controller?.abort(reason);
    });
  }

  #planSecond({ attempt: { sentAtMs } }: Flight): void {
    if (!this.#races || this.#tried.length >= this.#attemptsMax) return;
    const { pool, connectTimeoutMs } = this.#context;
    const { hedge } = this.#policy;
    const delayMs = hedge === undefined ? undefined : pool.hedging.delayMs(hedge);
    if (delayMs !== undefined) this.#hedgeAtMs = sentAtMs + delayMs;
    this.#silentAtMs = sentAtMs + Math.max(connectTimeoutMs, SILENCE_P95_FACTOR * (delayMs ?? 0));
    this.#setAlarm();
  }

  #considerSecond(): void {
    const { pool, wish, deps } = this.#context;
    const nowMs = deps.now();
    this.#alarm = undefined;
    const [first] = this.#live;
    if (first === undefined || this.#live.length > 1 || this.#tried.length >= this.#attemptsMax) return;
    if (nowMs >= this.#hedgeAtMs) {
      const node = pool.another(this.#tried, wish, true);
      if (node !== undefined && pool.hedging.allows(this.#asked)) {
        this.#hedge = this.#launch(node);
        return;
      }
      this.#asked = true;
      // The next time is as far away again as this one was: those that are still waiting then are fewer.
      this.#hedgeAtMs = nowMs + (nowMs - first.attempt.sentAtMs);
    }
    if (nowMs >= this.#silentAtMs) {
      this.#silentAtMs = Number.POSITIVE_INFINITY;
      if (first.attempt.node.repliedAtMs < first.attempt.sentAtMs) {
        pool.strike(first.attempt);
        const node = pool.budget.isHalfFull() ? pool.another(this.#tried, wish, true) : undefined;
        if (node !== undefined) {
          pool.budget.note(false);
          this.#launch(node);
          return;
        }
      }
    }
    this.#setAlarm();
  }

  #setAlarm(): void {
    const atMs = Math.min(this.#hedgeAtMs, this.#silentAtMs);
    const nowMs = this.#context.deps.now();
    this.#alarm = undefined;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    if (atMs - nowMs >= this.#remainingMs(nowMs)) return;
    this.#alarm = new Promise((resolve) => {
      this.#timer = setTimeout(resolve, Math.max(0, atMs - nowMs), undefined);
    });
  }

  /** Only first requests teach how long a route takes; a second one was sent because the first was slow. */
  #learn({ attempt }: Flight, failed: boolean): void {
    const { pool, deps } = this.#context;
    const { hedge } = this.#policy;
    if (failed || hedge === undefined || !this.#races || attempt.node !== this.#tried[0]) return;
    pool.hedging.learn(hedge, deps.now() - attempt.sentAtMs);
  }

  /** What is still under way is of no use any more. */
  #settle(outcome: Outcome): void {
    const { pool } = this.#context;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    for (const flight of this.#live.splice(0)) {
      this.#learn(flight, outcome === "abandoned");
      pool.end(flight.attempt, outcome);
      flight.controller?.abort(new Error("nobody waits for this reply any more"));
      void flight.landed.then(({ reply }) => reply !== undefined && discard(reply));
    }
  }

  #remainingMs(nowMs: number): number {
    return this.#policy.timeoutMs - (nowMs - this.#startedAtMs);
  }

  #nobody(): Fault {
    const knows = this.#context.pool.nodes.length > 0;
    return new Fault("unavailable", "the upstream is not available", {
      cause: knows ? "nearly all that was sent to it lately was refused" : "no node of it is known",
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    });
  }
}
