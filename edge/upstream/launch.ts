/**
 * A request to an upstream that has one node, of which nothing bad is known: it is sent at once. There is nobody to choose from and nobody to
 * race, so what edge/upstream/sending.ts has for that is made only for a request that goes wrong or turns out to be slow.
 * @module
 */
import type { AccessEntry } from "../route/call.ts";
import type { Deadline } from "./deadline.ts";
import { fetchFrom, flightOf, outcomeOf } from "./flight.ts";
import type { Attempt } from "./node-state.ts";
import { Sending, type SendingContext, TIMEOUT_HEADER } from "./sending.ts";
import type { OutgoingRequest, SendPolicy } from "./upstream.ts";

/** What does not depend on the request. */
export type LaunchContext = Pick<SendingContext, "pool" | "deps" | "connectTimeoutMs" | "neverAborts">;

const WISH = { color: undefined, repeatable: true };

/** A request on its way, of which either {@link takes} says yes or {@link rest} is called. */
export class Launch {
  readonly startedAtMs: number;
  /** What the node answers, whatever it says; rejects where it cannot be reached. */
  readonly fetched: Promise<Response>;
  readonly #attempt: Attempt;
  readonly #request: OutgoingRequest;
  readonly #context: LaunchContext;

  constructor(attempt: Attempt, request: OutgoingRequest, context: LaunchContext) {
    this.startedAtMs = attempt.sentAtMs;
    this.fetched = fetchFrom(attempt, request, undefined, context.deps);
    this.#attempt = attempt;
    this.#request = request;
    this.#context = context;
  }

  /** Whether the reply is the answer, which is noted then. */
  takes(status: number): boolean {
    const outcome = outcomeOf(status);
    if (outcome === "refused") return false;
    const { pool } = this.#context;
    pool.budget.note(true);
    pool.end(this.#attempt, outcome);
    return true;
  }

  /**
   * Waits on, and tries again where that is allowed.
   * @param policy whose time is what is left of it
   * @throws Fault as `send` does
   */
  rest(policy: SendPolicy, deadline: Deadline): Promise<Response> {
    const flight = flightOf(this.#attempt, this.fetched, this.#request, policy.signal, undefined, false);
    return new Sending(this.#request, policy, { ...this.#context, deadline, wish: WISH }).goOn(flight);
  }
}

/** @returns undefined where the upstream has more nodes than one, or its breaker holds requests back */
export function launch(
  request: OutgoingRequest,
  timeoutMs: number,
  entry: AccessEntry,
  context: LaunchContext,
): Launch | undefined {
  const { pool } = context;
  const node = pool.sole();
  if (node === undefined) return undefined;
  entry.address = node.node.url;
  entry.attempts = 1;
  request.headers.set(TIMEOUT_HEADER, String(timeoutMs));
  pool.hedging.note();
  return new Launch(pool.begin(node, timeoutMs), request, context);
}
