/**
 * What a handler knows of the call it serves, and where code far from the handler finds it.
 *
 * The context of the running call travels in an AsyncLocalStorage: logs and the outgoing client read trace, deadline
 * and caller from {@link currentContext} without being handed them.
 * @module
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { Fault } from "../../proto/fault.ts";
import type { IdentityClaims } from "../../proto/identity.ts";
import type { TraceContext } from "../../proto/trace.ts";

/** Headers of a request by lower-case name, in the shape of node:http: duplicates are already joined or dropped. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The same as a lookup, null where it is missing. */
export interface HeaderLookup {
  get(name: string): string | null;
}

export interface RpcContext {
  /** `package.Service/Method`, or the path of a plain route. */
  readonly procedure: string;
  readonly trace: TraceContext;
  /** Who calls; undefined for an anonymous call. A handler that needs one says {@link requireCaller}. */
  readonly identity: IdentityClaims | undefined;
  /** Why the credentials that came with the call were refused, where they were; the call is then anonymous. */
  readonly identityFault: Fault | undefined;
  /** Aborts, with a Fault as its reason, when the deadline passes, the client leaves or the server gives up. */
  readonly signal: AbortSignal;
  /** Milliseconds until the deadline, 0 or more; undefined where the client set none. */
  remainingMs(): number | undefined;
  /** A request header by its lower-case name. */
  header(name: string): string | undefined;
  /** A request header whose name ends in `-bin`. @throws Fault invalid_argument when it is not base64 */
  headerBytes(name: string): Uint8Array | undefined;
  /** Adds a header to the reply, be it success or error; bytes only under a name that ends in `-bin`. */
  setReplyHeader(name: string, value: string | Uint8Array): void;
  /** Adds a trailer to the reply, which the Connect protocol sends as a header with the prefix `trailer-`. */
  setReplyTrailer(name: string, value: string | Uint8Array): void;
}

const storage = new AsyncLocalStorage<RpcContext>();

/** The context of the call that is being served, anywhere below its handler; undefined outside of a call. */
export function currentContext(): RpcContext | undefined {
  return storage.getStore();
}

/** Runs `work` as part of the call. */
export function runInContext<A extends unknown[], R>(context: RpcContext, work: (...args: A) => R, ...args: A): R {
  return storage.run(context, work, ...args);
}

/**
 * The verified caller, for a method that is not for everybody.
 * @throws Fault unauthenticated
 */
export function requireCaller(context: Pick<RpcContext, "identity" | "identityFault">): IdentityClaims {
  const { identity, identityFault } = context;
  if (identity !== undefined) return identity;
  throw identityFault ?? new Fault("unauthenticated", "sign in first", { headers: { "www-authenticate": "Bearer" } });
}
