/**
 * One request on its way to one node: a fetch, and what became of it.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { Attempt, Outcome } from "./node-state.ts";
import type { OutgoingRequest, SendPolicy, UpstreamDeps } from "./upstream.ts";

export interface Flight {
  readonly attempt: Attempt;
  /** Ends the fetch and its reply's body; absent where nobody will want that. */
  readonly controller: AbortController | undefined;
  /** Whether it is ended from outside too; then its reply's body ends with the deadline. */
  readonly isWatched: boolean;
  /** Never rejects. */
  readonly landed: Promise<Landing>;
}

export interface Landing {
  readonly flight: Flight;
  readonly outcome: Outcome;
  /** Absent where there was none, and then there is a fault. */
  readonly reply?: Response;
  readonly fault?: Fault;
  /** No other node can help: the client is gone, or has sent something impossible. */
  readonly final?: boolean;
}

/** The upstream's way to say "not I, not now". Nothing else that it answers is a reason to ask another node. */
const REFUSALS = new Set([502, 503, 504]);
const RETRY_AFTER_SECONDS = 1;

/** @param races whether another node may overtake it, and then it must be ended */
export function takeOff(
  attempt: Attempt,
  request: OutgoingRequest,
  { signal }: SendPolicy,
  races: boolean,
  neverAborts: AbortSignal,
  deps: UpstreamDeps,
): Flight {
  const { broken } = request;
  const ends = broken === undefined ? [] : [broken];
  if (signal !== neverAborts) ends.push(signal);
  const controller = ends.length === 0 && !races ? undefined : controllerOf(ends);
  const fetched = fetchFrom(attempt, request, controller, deps);
  return flightOf(attempt, fetched, request, signal, controller, ends.length > 0);
}

export function fetchFrom(
  { node }: Attempt,
  { method, target, headers, body }: OutgoingRequest,
  controller: AbortController | undefined,
  { fetch }: UpstreamDeps,
): Promise<Response> {
  const init: RequestInit = { method, headers, body, redirect: "manual", encodeResponseBody: "manual" };
  if (controller !== undefined) init.signal = controller.signal;
  return fetch(node.node.url + target, init);
}

export function flightOf(
  attempt: Attempt,
  fetched: Promise<Response>,
  { body, broken }: Pick<OutgoingRequest, "body" | "broken">,
  signal: AbortSignal,
  controller: AbortController | undefined,
  isWatched: boolean,
): Flight {
  const flight: Flight = {
    attempt,
    controller,
    isWatched,
    landed: fetched.then(
      (reply) => ({ flight, outcome: outcomeOf(reply.status), reply }),
      (cause) => ({ flight, ...failureOf(cause) }),
    ),
  };
  return flight;

  function failureOf(cause: unknown): Omit<Landing, "flight"> {
    if (broken?.aborted) return { outcome: "abandoned", fault: broken.reason, final: true };
    if (signal.aborted) {
      const fault = new Fault("canceled", "nobody waits for the reply any more", { cause });
      return { outcome: "abandoned", fault, final: true };
    }
    const fault = new Fault("unavailable", "the upstream cannot be reached", {
      cause,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    });
    // While a stream is sent the client may be the reason.
    return { outcome: body instanceof ReadableStream ? "abandoned" : "unreachable", fault };
  }
}

/** Whether the upstream closes the connection after this reply. */
export function isLast({ headers }: Response): boolean {
  return headers.get("connection")?.toLowerCase() === "close";
}

/** Frees the connection of a reply that is not used. */
export function discard(reply: Response): void {
  reply.body?.cancel().catch(() => undefined); // The upstream broke it off itself: it is free.
}

export function outcomeOf(status: number): Outcome {
  if (REFUSALS.has(status)) return "refused";
  return status >= 500 && status !== 501 ? "error" : "ok";
}

function controllerOf(ends: readonly AbortSignal[]): AbortController {
  const controller = new AbortController();
  for (const end of ends) {
    if (end.aborted) controller.abort(end.reason);
    else end.addEventListener("abort", () => controller.abort(end.reason), { once: true });
  }
  return controller;
}
