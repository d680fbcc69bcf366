/**
 * Which address of an upstream gets a request, and what happens when it fails. The front door of the room.
 *
 * Addresses take turns. One that could not be reached is left out for a second, so that a dead node costs one failed connection a
 * second and not every other request. An idempotent request whose address fails goes to the next one, within the request's own
 * deadline and the upstream's retry budget.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { ConcurrencyConfig } from "../overload/overload.ts";
import type { AccessEntry } from "../route/call.ts";
import { addresses } from "./addresses.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { retryBudget } from "./retry-budget.ts";

export { type Deadline, startDeadline } from "./deadline.ts";

/** A named list of base URLs that are equivalent: any of them may answer any request. */
export interface UpstreamConfig {
  /** Scheme, authority and an optional path, without a slash at the end. At least one. */
  readonly urls: readonly string[];
  /** Whether it takes `POST /$batch`. */
  readonly batch: boolean;
  /** For edge/overload: bounds of what it is given to do at once. */
  readonly concurrency?: ConcurrencyConfig | undefined;
}

/** A request ready for the wire, save for the address. */
export interface OutgoingRequest {
  readonly method: string;
  /** Path with query, appended to the base URL as it is. */
  readonly target: string;
  /** Complete: `send` adds nothing. */
  readonly headers: Headers;
  /** Bytes can be sent again, a stream cannot. */
  readonly body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | null;
  /** Aborts with a Fault where the body will have no end, which `send` then throws. */
  readonly broken?: AbortSignal;
}

export interface SendPolicy {
  /** From now to the reply's headers, retries included. */
  readonly timeoutMs: number;
  /** In place of a deadline made of `timeoutMs`, where the caller needs it further on. */
  readonly deadline?: Deadline;
  /** Requests in all, the first included. */
  readonly attempts: number;
  /** Whether sending it twice does no harm. Only then, and with a repeatable body, is it sent again. */
  readonly idempotent: boolean;
  /** Aborts the request and the reply's body. {@link NEVER_ABORTS} where the invocation's end does that. */
  readonly signal: AbortSignal;
  /** Gets `upstream`, `address`, `attempts` and `upstreamMs`. */
  readonly entry: AccessEntry;
  /** For edge/overload: the rank, and which requests came as one batch. */
  readonly priority?: number;
  readonly batchId?: string;
}

/**
 * Sends a request to one of the upstream's addresses. The reply is the upstream's own whatever its status; its body streams, and
 * aborts with `signal`. It is raw: where there is a Content-Encoding, the body is still coded, and a `Response` made of it needs
 * `encodeBody: "manual"`.
 * @throws Fault unavailable where no address could be reached, deadline_exceeded after `timeoutMs`, canceled where `signal` aborted
 */
export type Send = (upstream: string, request: OutgoingRequest, policy: SendPolicy) => Promise<Response>;

export interface Upstreams {
  readonly send: Send;
}

export interface UpstreamDeps {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to less than 1. */
  readonly random: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

/**
 * Stands for a signal that nobody will abort. A fetch that watches a signal costs 15 µs more, a twentieth of a whole request, and
 * most requests need none: workerd drops what an invocation still waits for when the invocation ends.
 */
export const NEVER_ABORTS: AbortSignal = new AbortController().signal;

/** The upstream's way to say "not I, not now". Nothing else that it answers is a reason to ask another address. */
const FAILED = new Set([502, 503, 504]);
/** Before the same address is asked again: long enough for a process manager's restart to have begun, short beside a deadline. */
const BACKOFF_MS = 50;
const RETRY_AFTER_SECONDS = 1;

export function upstreams(configs: ReadonlyMap<string, UpstreamConfig>, deps: UpstreamDeps): Upstreams {
  const pools = new Map(
    Array.from(configs, ([name, { urls }]) => [name, { addresses: addresses(urls, deps.now), budget: retryBudget() }]),
  );

  return {
    async send(upstream, request, policy) {
      const pool = pools.get(upstream);
      if (pool === undefined) throw new Error(`no upstream is called '${upstream}'`);
      const { entry } = policy;
      const deadline = policy.deadline ?? startDeadline(policy.timeoutMs);
      const startedAtMs = deps.now();
      const repeatable = policy.idempotent && !(request.body instanceof ReadableStream);
      const attemptsMax = repeatable ? policy.attempts : 1;
      const tried = new Set<string>();
      entry.upstream = upstream;
      try {
        for (let attempt = 1; ; attempt++) {
          const address = pool.addresses.next(tried);
          if (tried.has(address)) await deadline.race(deps.sleep(deps.random() * BACKOFF_MS * 2 ** (attempt - 2)));
          tried.add(address);
          entry.address = address;
          entry.attempts = attempt;
          const outcome = await attemptAt(address, request, policy, deadline, deps);
          const failed = !(outcome instanceof Response) || FAILED.has(outcome.status);
          pool.budget.note(!failed);
          if (outcome instanceof Response) pool.addresses.reached(address, isLast(outcome));
          else if (!(request.body instanceof ReadableStream)) pool.addresses.failed(address); // Else the client may be the reason.
          if (failed && attempt < attemptsMax && pool.budget.allows()) {
            if (outcome instanceof Response) discard(outcome);
            continue;
          }
          if (outcome instanceof Response) return outcome;
          throw outcome;
        }
      } catch (thrown) {
        if (deadline.isPassed()) pool.addresses.slow(entry.address ?? "");
        throw thrown;
      } finally {
        if (policy.deadline === undefined) deadline.clear();
        entry.upstreamMs = deps.now() - startedAtMs;
      }
    },
  };
}

/**
 * @returns a Fault where the address could not be reached or broke the connection off: the next one may do better
 * @throws Fault canceled, deadline_exceeded: no address can help
 */
async function attemptAt(
  address: string,
  { method, target, headers, body, broken }: OutgoingRequest,
  { signal }: SendPolicy,
  deadline: Deadline,
  { fetch }: UpstreamDeps,
): Promise<Response | Fault> {
  const ends = broken === undefined ? [] : [broken];
  if (signal !== NEVER_ABORTS) ends.push(signal);
  const watch = ends.length === 0 ? undefined : signalOf(ends, deadline);
  const init: RequestInit = { method, headers, body, redirect: "manual", encodeResponseBody: "manual" };
  if (watch !== undefined) init.signal = watch;
  try {
    return await deadline.race(fetch(address + target, init));
  } catch (cause) {
    if (broken?.aborted) throw broken.reason;
    if (signal.aborted) throw new Fault("canceled", "nobody waits for the reply any more", { cause });
    if (cause instanceof Fault) throw cause; // The deadline's.
    return new Fault("unavailable", "the upstream cannot be reached", {
      cause,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    });
  }
}

/**
 * Where other work of the invocation goes on, a fetch that nobody waits for must be ended by hand; and so must one whose body stands
 * still, see edge/proxy/measured-body.ts.
 */
function signalOf(ends: readonly AbortSignal[], deadline: Deadline): AbortSignal {
  const controller = new AbortController();
  for (const end of ends) {
    if (end.aborted) controller.abort(end.reason);
    else end.addEventListener("abort", () => controller.abort(end.reason), { once: true });
  }
  deadline.onPassed((reason) => controller.abort(reason));
  return controller.signal;
}

/** Whether the upstream closes the connection after this reply. */
function isLast({ headers }: Response): boolean {
  return headers.get("connection")?.toLowerCase() === "close";
}

/** Frees the connection of a reply that is not used. */
function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined); // The upstream broke it off itself: it is free.
}
