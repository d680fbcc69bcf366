/**
 * One call from its head to its reply: the context that its handler sees, its deadline, and the one place where it ends.
 *
 * A call ends once, by whatever comes first: the handler's reply or error, the deadline, the client leaving, the server
 * stopping. What comes later is ignored; the handler is told by `signal` and may finish what it likes.
 * @module
 */
import type { Codec } from "../../proto/connect/connect.ts";
import { Fault } from "../../proto/fault.ts";
import type { IdentityClaims } from "../../proto/identity.ts";
import type { TraceContext } from "../../proto/trace.ts";
import type { Coding } from "./coding.ts";
import type { HeaderLookup, RequestHeaders, RpcContext } from "./context.ts";
import type { Endpoint, Reply } from "./endpoint.ts";
import { TIMER_MS_MAX } from "./limits.ts";
import { headerBytesOf, headerOf, renderHeader } from "./metadata.ts";

/** What is known of a request before its body: of one from a socket, or an item of a batch. */
export interface RequestHead {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** What follows the `?`, or "". */
  readonly query: string;
  readonly headers: RequestHeaders;
  /** The id of the batch item that it is. */
  readonly item: string | undefined;
}

export class Call implements RpcContext, HeaderLookup {
  readonly head: RequestHead;
  readonly endpoint: Endpoint;
  readonly trace: TraceContext;
  readonly startedAtMs: number;
  identity: IdentityClaims | undefined = undefined;
  identityFault: Fault | undefined = undefined;
  /** What the head says of the message; set by the endpoint as it accepts the call. */
  codec: Codec = "proto";
  coding: Coding = "identity";
  /** Of the request's body as it came. */
  bytesIn = 0;
  /** Whether the reply is decided. */
  ended = false;
  readonly #monotonicNow: () => number;
  readonly #onEnd: (call: Call, reply: Reply) => void;
  #deadlineAtMs: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #controller: AbortController | undefined;
  #abortReason: Fault | undefined;
  #replyHeaders: string[] | undefined;

  constructor(
    head: RequestHead,
    endpoint: Endpoint,
    trace: TraceContext,
    monotonicNow: () => number,
    onEnd: (call: Call, reply: Reply) => void,
  ) {
    this.head = head;
    this.endpoint = endpoint;
    this.trace = trace;
    this.startedAtMs = monotonicNow();
    this.#monotonicNow = monotonicNow;
    this.#onEnd = onEnd;
  }

  get procedure(): string {
    return this.endpoint.procedure;
  }

  /** Made when somebody asks: most handlers end before anything could abort them. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#abortReason !== undefined) this.#controller.abort(this.#abortReason);
    }
    return this.#controller.signal;
  }

  remainingMs(): number | undefined {
    return this.#deadlineAtMs === undefined ? undefined : Math.max(0, this.#deadlineAtMs - this.#monotonicNow());
  }

  header(name: string): string | undefined {
    return headerOf(this.head.headers, name);
  }

  /** A header for who looks it up without this module's types. */
  get(name: string): string | null {
    return headerOf(this.head.headers, name) ?? null;
  }

  headerBytes(name: string): Uint8Array | undefined {
    return headerBytesOf(this.head.headers, name);
  }

  setReplyHeader(name: string, value: string | Uint8Array): void {
    this.#replyHeaders ??= [];
    this.#replyHeaders.push(...renderHeader(name, value));
  }

  setReplyTrailer(name: string, value: string | Uint8Array): void {
    const [lower, text] = renderHeader(name, value);
    this.#replyHeaders ??= [];
    this.#replyHeaders.push(`trailer-${lower}`, text);
  }

  /** Names and values by turns, as the handler set them. */
  get replyHeaders(): readonly string[] | undefined {
    return this.#replyHeaders;
  }

  /** From now on the call may take that long. */
  setTimeout(timeoutMs: number): void {
    this.#deadlineAtMs = this.#monotonicNow() + timeoutMs;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(expire, Math.min(timeoutMs, TIMER_MS_MAX), this);
  }

  /** Milliseconds since the call came in. */
  elapsedMs(): number {
    return this.#monotonicNow() - this.startedAtMs;
  }

  /** Tells the handler to stop, also one that is still sending; ends the call with the fault where it has not ended. */
  abort(reason: Fault): void {
    if (this.#abortReason !== undefined) return;
    this.#abortReason = reason;
    this.#controller?.abort(reason);
    if (!this.ended) this.end(this.endpoint.renderFault(this, reason));
  }

  /** Whether an error is no news: the handler, or what it called, passing on that it was told to stop. */
  wasAbortedBy(error: unknown): boolean {
    if (this.#abortReason === undefined || !(error instanceof Error)) return false;
    return error === this.#abortReason || error.cause === this.#abortReason || error.name === "AbortError";
  }

  end(reply: Reply): void {
    if (this.ended) return;
    this.ended = true;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#onEnd(this, reply);
  }
}

function expire(call: Call): void {
  call.abort(new Fault("deadline_exceeded", "the deadline of the call has passed"));
}
