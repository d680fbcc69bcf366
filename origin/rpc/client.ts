/**
 * The client of a service: typed by its contract, Connect unary with protobuf over HTTP/1.1.
 *
 * Inside a call that is being served, what it calls belongs to it: the same trace, the same caller, no more time than is
 * left, and an end when the call ends. Calls that may be repeated are, when the service cannot be reached or says
 * `unavailable`; others only when they cannot have arrived.
 * @module
 */
import { CONTENT_TYPES } from "../../proto/connect/connect.ts";
import { Fault } from "../../proto/fault.ts";
import { IDENTITY_HEADER } from "../../proto/identity.ts";
import type { AnyMethod, Init, MethodType, ServiceType } from "../../proto/message/message.ts";
import { child, renderTraceparent } from "../../proto/trace.ts";
import { AttemptError, type Channel, type ReceivedReply } from "./channel.ts";
import { currentContext, type RpcContext } from "./context.ts";
import { TIMER_MS_MAX } from "./limits.ts";
import { nodeHex } from "./random-hex.ts";
import { backoffMs } from "./retry.ts";

export type Client<S extends ServiceType> = {
  readonly [K in keyof S["methods"]]: S["methods"][K] extends MethodType<infer I, infer O>
    ? (request: Init<I>, options?: CallOptions) => Promise<O>
    : never;
};

export interface CallOptions {
  /** For all attempts together; the deadline of the call being served bounds it in any case. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Further request headers, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Receives headers and trailers of a successful reply. */
  readonly onReply?: (metadata: ReplyMetadata) => void;
}

export interface ReplyMetadata {
  readonly headers: ReadonlyMap<string, string>;
  /** Without the prefix that they have on the wire. */
  readonly trailers: ReadonlyMap<string, string>;
}

const ATTEMPTS_MAX = 3;
const TRAILER_PREFIX = "trailer-";
const randomHex = nodeHex();

/** Each call throws a Fault: as the service sent it, or `unavailable`, `deadline_exceeded`, `canceled`, `resource_exhausted`. */
export function rpcClient<S extends ServiceType>(service: S, channel: Channel): Client<S> {
  const calls = Object.entries(service.methods).map(([key, method]) => {
    const path = `/${service.name}/${method.name}`;
    return [key, (request: never, options: CallOptions = {}) => call(channel, path, method, request, options)] as const;
  });
  return Object.fromEntries(calls) as unknown as Client<S>;
}

async function call(
  channel: Channel,
  path: string,
  method: AnyMethod,
  request: never,
  options: CallOptions,
): Promise<unknown> {
  const context = currentContext();
  const body = method.input.encode(request);
  const timeoutMs = Math.min(options.timeoutMs ?? channel.timeoutMs, context?.remainingMs() ?? Infinity, TIMER_MS_MAX);
  const deadlineMs = performance.now() + timeoutMs;
  const controller = new AbortController();
  const unbind = bindSignals(controller, timeoutMs, [options.signal, context?.signal]);
  channel.budget.earn();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        controller.signal.throwIfAborted();
        const headers = headersOf(context, Math.ceil(deadlineMs - performance.now()), options);
        const reply = await channel.attempt(path, headers, body, controller.signal);
        options.onReply?.(metadataOf(reply));
        return decodeReply(method, reply);
      } catch (error) {
        if (!(error instanceof AttemptError)) throw error;
        const waitMs = backoffMs(attempt, channel.random);
        const late = performance.now() + waitMs >= deadlineMs;
        if (attempt >= ATTEMPTS_MAX || late || !mayRetry(error, method, channel)) throw error.fault;
        await pause(waitMs, controller.signal);
      }
    }
  } finally {
    unbind();
  }
}

function mayRetry({ fault, unsent, overloaded }: AttemptError, method: AnyMethod, channel: Channel): boolean {
  if (fault.code !== "unavailable") return false;
  // One that is overloaded is not asked again, but another address may be.
  if (overloaded && channel.addresses === 1) return false;
  return (unsent || method.idempotency !== "unsafe") && channel.budget.spend();
}

function headersOf(context: RpcContext | undefined, remainingMs: number, options: CallOptions): Record<string, string> {
  const identity = context?.header(IDENTITY_HEADER);
  const trace = context === undefined ? undefined : child(context.trace, randomHex);
  return {
    "content-type": CONTENT_TYPES.proto,
    "connect-protocol-version": "1",
    "connect-timeout-ms": String(Math.max(1, remainingMs)),
    "accept-encoding": "gzip",
    ...(trace === undefined ? {} : { traceparent: renderTraceparent(trace) }),
    ...(trace?.state === undefined ? {} : { tracestate: trace.state }),
    ...(identity === undefined ? {} : { [IDENTITY_HEADER]: identity }),
    ...options.headers,
  };
}

/** Aborts with a Fault when the time is over or one of the signals aborts. @returns what lets go of them */
function bindSignals(
  controller: AbortController,
  timeoutMs: number,
  signals: readonly (AbortSignal | undefined)[],
): () => void {
  const expire = (): void => controller.abort(new Fault("deadline_exceeded", "the service did not answer in time"));
  if (timeoutMs <= 0) expire(); // Nothing is sent for which no time is left.
  const timer = setTimeout(expire, timeoutMs);
  const onAbort = (event: Event): void => controller.abort(reasonOf(event.target as AbortSignal));
  for (const signal of signals) {
    if (signal?.aborted) controller.abort(reasonOf(signal));
    else signal?.addEventListener("abort", onAbort, { once: true });
  }
  return () => {
    clearTimeout(timer);
    for (const signal of signals) signal?.removeEventListener("abort", onAbort);
  };
}

function reasonOf(signal: AbortSignal): Fault {
  if (signal.reason instanceof Fault) return signal.reason;
  return new Fault("canceled", "the call was canceled", { cause: signal.reason });
}

function decodeReply(method: AnyMethod, reply: ReceivedReply): unknown {
  try {
    return method.output.decode(reply.body);
  } catch (cause) {
    throw new Fault("internal", "the service's reply does not fit its contract", { cause });
  }
}

function metadataOf({ headers }: ReceivedReply): ReplyMetadata {
  const metadata = { headers: new Map<string, string>(), trailers: new Map<string, string>() };
  for (const [name, value] of Object.entries(headers)) {
    const text = Array.isArray(value) ? value.join(", ") : (value ?? "");
    if (name.startsWith(TRAILER_PREFIX)) metadata.trailers.set(name.slice(TRAILER_PREFIX.length), text);
    else metadata.headers.set(name, text);
  }
  return metadata;
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((settle, fail) => {
    const stop = (): void => {
      clearTimeout(timer);
      fail(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      settle();
    }, delayMs);
    signal.addEventListener("abort", stop, { once: true });
  });
}
