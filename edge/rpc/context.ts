/**
 * What a handler knows of the call that it serves.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { TraceContext } from "../../proto/trace.ts";
import type { Authenticator, Identity } from "../auth/auth.ts";
import type { Operators } from "../ops/ops.ts";
import type { Call, Client } from "../route/call.ts";
import type { Deadline } from "../upstream/upstream.ts";

export interface RpcContext {
  /** `package.Service/Method`. */
  readonly procedure: string;
  readonly trace: TraceContext;
  readonly client: Client;
  /** Aborts, with a Fault as its reason, when the call's time is over or the batch that it is in ends. */
  readonly signal: AbortSignal;
  /** Who calls; undefined for an anonymous call. Checked when it is first asked for. @throws Fault unauthenticated, unavailable */
  identity(): Promise<Identity | undefined>;
  /** The same for a method that is not for everybody. @throws Fault unauthenticated, unavailable */
  requireCaller(): Promise<Identity>;
  isOperator(): Promise<boolean>;
  /** @throws Fault permission_denied, unauthenticated, not_found on another host than that of operators */
  requireOperator(): Promise<void>;
  /** A request header by its lower-case name. */
  header(name: string): string | undefined;
  /** Adds a header to the reply of a call that succeeds. */
  setReplyHeader(name: string, value: string): void;
  /** Keeps the invocation alive until the promise settles, also past the reply. */
  waitUntil(promise: Promise<unknown>): void;
}

export interface ContextDeps {
  readonly authenticator: Pick<Authenticator, "verify">;
  readonly operators: Operators;
}

/** A class, because a call makes one and most handlers use a fraction of it. */
export class CallContext implements RpcContext {
  readonly procedure: string;
  readonly #call: Call;
  readonly #deadline: Deadline;
  readonly #deps: ContextDeps;
  readonly #replyHeaders: [string, string][] = [];
  #controller: AbortController | undefined;

  constructor(procedure: string, call: Call, deadline: Deadline, deps: ContextDeps) {
    this.procedure = procedure;
    this.#call = call;
    this.#deadline = deadline;
    this.#deps = deps;
  }

  get trace(): TraceContext {
    return this.#call.trace;
  }

  get client(): Client {
    return this.#call.client;
  }

  get signal(): AbortSignal {
    if (this.#controller !== undefined) return this.#controller.signal;
    const controller = new AbortController();
    this.#controller = controller;
    this.#deadline.onPassed((reason) => controller.abort(reason));
    if (this.#call.item !== undefined) {
      const { signal } = this.#call;
      if (signal.aborted) controller.abort(signal.reason);
      else signal.addEventListener("abort", () => controller.abort(signal.reason), { once: true });
    }
    return controller.signal;
  }

  /** As the handler set them. */
  get replyHeaders(): readonly (readonly [string, string])[] {
    return this.#replyHeaders;
  }

  async identity(): Promise<Identity | undefined> {
    return await this.#verify("optional");
  }

  async requireCaller(): Promise<Identity> {
    const identity = await this.#verify("required");
    // Where the edge has no origin nobody can be identified, and the authenticator says so by undefined.
    if (identity === undefined) throw new Fault("unauthenticated", "this edge knows no accounts");
    return identity;
  }

  isOperator(): Promise<boolean> {
    return this.#deps.operators.isOperator(this.#call);
  }

  requireOperator(): Promise<void> {
    return this.#deps.operators.authorize(this.#call);
  }

  header(name: string): string | undefined {
    return this.#call.request.headers.get(name) ?? undefined;
  }

  setReplyHeader(name: string, value: string): void {
    this.#replyHeaders.push([name.toLowerCase(), value]);
  }

  waitUntil(promise: Promise<unknown>): void {
    this.#call.waitUntil(promise);
  }

  async #verify(mode: "optional" | "required"): Promise<Identity | undefined> {
    const call = this.#call;
    if (call.identity !== undefined) return call.identity;
    const identity = await this.#deps.authenticator.verify(call.request.headers.get("authorization"), mode, (promise) =>
      call.waitUntil(promise),
    );
    if (identity !== undefined) {
      call.identity = identity;
      call.entry.identity = identity;
    }
    return identity;
  }
}
