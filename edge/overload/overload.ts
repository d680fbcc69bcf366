/**
 * What an upstream is given to do at once. The front door of the room.
 *
 * It stands between edge/cache and edge/upstream: what is answered from the store asks for nothing, and all that is done to bring one
 * request through, retries and hedges included, is one request here. Items of a batch count one by one, also where they travel in one
 * request: the work is theirs, and so are priority and deadline.
 *
 * A permit ends with the reply's headers. What follows is paced by the client: a stream of events would hold it for hours, and a phone on a
 * bad network for seconds, neither of which is work for the upstream.
 *
 *     priority.ts      what goes first
 *     gate.ts          the way into one upstream
 *       ├ adaptive-limit.ts, latency.ts   how many at a time
 *       ├ wait-queue.ts, patience.ts      who waits, and how long
 *       └ permits.ts                      who is under way
 *     refusal.ts       503
 *     fallback.ts      what is answered instead of an error
 * @module
 */
import { type Fault, toFault } from "../../proto/fault.ts";
import type { Reply } from "../route/call.ts";
import { NEVER_ABORTS, type Send, type SendPolicy } from "../upstream/upstream.ts";
import { type ConcurrencyConfig, type Ending, Gate, type GateDeps, type Place } from "./gate.ts";
import type { Permit } from "./permits.ts";
import { PRIORITY_USUAL } from "./priority.ts";

export { type Fallback, fallbackFor } from "./fallback.ts";
export type { ConcurrencyConfig, Ending, Place } from "./gate.ts";
export {
  PRIORITY_HIGHEST,
  PRIORITY_LOWEST,
  PRIORITY_NAMES,
  rankBehind,
  rankOf,
} from "./priority.ts";
export { isRefusal } from "./refusal.ts";

/** Statuses by which an upstream says that it is asked for too much. */
const OVERLOADED: ReadonlySet<number> = new Set([429, 503]);

/**
 * Sends when the upstream has room, and notes in the policy's entry how long that took.
 * @throws Fault unavailable (503, with Retry-After) where it has none, or will not have any in time; and whatever `send` throws
 */
export type Admit = <R extends Pick<Reply, "status">>(
  upstream: string,
  policy: SendPolicy,
  send: (policy: SendPolicy) => Promise<R>,
) => Promise<R>;

export interface Overload {
  readonly admit: Admit;
  /** A place where there is one at once; undefined where one has to wait, which {@link Admit} does. */
  enter(upstream: string, route: string): Place | undefined;
  /** What each upstream can take, as far as it is known, for those who take its place. */
  readonly gates: ReadonlyMap<string, KnownGate>;
  /** The same send, by way of {@link Admit}. */
  limited(send: Send): Send;
}

export interface KnownGate {
  readonly gate: Gate;
  /** The bounds that it was made with. */
  readonly bounds: string;
}

/**
 * @param configs by name of upstream
 * @param before whose place this takes: an upstream whose bounds stay keeps its limit, and those who are under way count
 */
export function overload(
  configs: ReadonlyMap<string, { readonly concurrency?: ConcurrencyConfig | undefined }>,
  deps: GateDeps,
  before?: Pick<Overload, "gates">,
): Overload {
  const gates = new Map<string, KnownGate>();
  for (const [name, { concurrency = {} }] of configs) {
    if (concurrency === false) continue;
    const bounds = JSON.stringify(concurrency);
    const known = before?.gates.get(name);
    gates.set(name, known?.bounds === bounds ? known : { gate: new Gate(concurrency, deps), bounds });
  }

  const admit: Admit = async (upstream, policy, send) => {
    const gate = gates.get(upstream)?.gate;
    if (gate === undefined) return await send(policy);
    const route = policy.entry.route?.name ?? "";
    let permit = gate.enter(route);
    let left = policy;
    if (permit === undefined) {
      const startedAtMs = deps.now();
      try {
        permit = await gate.wait(askOf(policy, route, startedAtMs), goneOf(policy));
      } finally {
        policy.entry.queuedMs = deps.now() - startedAtMs;
      }
      left = { ...policy, timeoutMs: Math.max(1, policy.timeoutMs - policy.entry.queuedMs) };
    }
    listenWhenSlow(permit, policy);
    let ending: Ending = "unknown";
    try {
      const reply = await send(left);
      ending = endingOf(reply.status, policy);
      return reply;
    } catch (thrown) {
      ending = endingOfFault(toFault(thrown));
      throw thrown;
    } finally {
      gate.leave(permit, ending);
    }
  };

  return {
    admit,
    gates,
    enter(upstream, route) {
      const gate = gates.get(upstream)?.gate;
      return gate === undefined ? ROOM_FOR_ALL : gate.place(route);
    },
    limited: (send) => (upstream, request, policy) => admit(upstream, policy, (left) => send(upstream, request, left)),
  };
}

const ROOM_FOR_ALL: Place = { listen: () => undefined, leave: () => undefined };

/** A quick call never needs to be asked whether it is still there. */
function listenWhenSlow(permit: Permit, { deadline }: SendPolicy): void {
  if (deadline === undefined) permit.listen();
  else deadline.whenSlow(() => permit.listen());
}

function askOf(policy: SendPolicy, route: string, nowMs: number) {
  const { timeoutMs, deadline, entry, priority = PRIORITY_USUAL, batchId } = policy;
  // A deadline runs since the call began; a policy without one begins now.
  const timeLeftMs = deadline === undefined ? timeoutMs : timeoutMs - (nowMs - entry.startedAtMs);
  return { route, rank: priority, batchId, timeLeftMs };
}

function goneOf({ signal }: SendPolicy): AbortSignal | undefined {
  return signal === NEVER_ABORTS ? undefined : signal;
}

/** A reply that took several attempts says how long these took, not how fast the upstream is. */
export function endingOf(status: number, { entry }: Pick<SendPolicy, "entry">): Ending {
  if (OVERLOADED.has(status)) return "overloaded";
  return status >= 500 || (entry.attempts ?? 1) > 1 ? "unknown" : "answered";
}

/** A connection that is refused is quick, and says nothing of how busy those are that accept one. */
export function endingOfFault({ code }: Fault): Ending {
  return code === "deadline_exceeded" ? "overloaded" : "unknown";
}
