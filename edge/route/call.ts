/**
 * A call: one request on its way through the edge, or one item of a batch on the same way. Everything that a room needs to know of
 * it, and everything that a room finds out about it, is here; `handle(call)` of edge/proxy/proxy.ts takes it from the router to
 * the reply.
 *
 * Lifetime: `edge/index.ts` makes a call of each HTTP request, edge/batch one of each item. Rooms on the way only ever add to the
 * mutable fields. A batch item must never inherit `identity`, address or trace from headers of its own: `client` and `trace` come
 * from the outer request.
 * @module
 */
import type { FaultCode } from "../../proto/fault.ts";
import type { TraceContext } from "../../proto/trace.ts";
import type { Identity } from "../auth/auth.ts";
import type { CacheOutcome } from "../cache/cache.ts";
import type { Deadline, OutgoingRequest, SendPolicy } from "../upstream/upstream.ts";
import type { Route } from "./route-table.ts";

/** What is read of a request. That of an item is no `Request`, because making one takes longer than all else that is done with it. */
export interface IncomingRequest extends Pick<Request, "method" | "body" | "arrayBuffer"> {
  readonly headers: ReadableHeaders;
}

/** `Headers`, or what stands for them in an item of a batch. Names are lower case. */
export interface ReadableHeaders {
  get(name: string): string | null;
  has(name: string): boolean;
  keys(): Iterable<string>;
  values(): Iterable<string>;
  forEach(callback: (value: string, name: string) => void): void;
}

export interface EditableHeaders extends ReadableHeaders {
  set(name: string, value: string): void;
  append(name: string, value: string): void;
  delete(name: string): void;
}

/** What is read of a reply: a `Response`, or one that is in memory. */
export interface Reply extends Pick<Response, "status" | "statusText" | "headers" | "body" | "arrayBuffer"> {
  /** The bytes of the body, where they are in memory. */
  readonly held?: Uint8Array<ArrayBuffer>;
  /** Of a reply that is held: what a `Response` of it is made with, where that is cheaper than with the reply itself. */
  readonly init?: ResponseInit;
  /** Whether the upstream says that it carries a secret, as it can in the reply to a batch. */
  readonly sensitive?: boolean;
}

export interface Call {
  /** As it came in, headers that the client may not set included: {@link Call} is where the trusted facts are. */
  readonly request: IncomingRequest;
  /** Path and query exactly as in the request line, neither decoded nor normalised. */
  readonly target: Target;
  readonly client: Client;
  /** Of the edge's own span: `traceparent` to the upstream names it as the parent. */
  readonly trace: TraceContext;
  readonly entry: AccessEntry;
  /** Set where the call is an item of a batch. */
  readonly item?: BatchItemRef;
  /** Takes the place of edge/upstream for this call, as the coalescer of a batch does. */
  readonly send?: SendOverride;
  /** Who calls, where the edge knows it without a token. */
  readonly vouched?: Identity;
  /** Ends a batch item early: it timed out, or the batch did. A request from a client ends with its invocation, and this never aborts. */
  readonly signal: AbortSignal;
  /** Keeps the invocation alive until the promise settles, also past the reply. */
  waitUntil(promise: Promise<unknown>): void;
  /** Set by the router. */
  route?: Route | undefined;
  /** Set with the route: when the reply must be there, or as much of it as is read here. */
  deadline?: Deadline | undefined;
  /** Set by edge/auth, where a token was verified. */
  identity?: Identity | undefined;
  /** Whether the reply carries a secret: then it is never compressed nor stored. Set by the router, may be raised by edge/codec. */
  sensitive?: boolean | undefined;
  /** Set by edge/cache: what it did with the call. Absent where the call passed it by. */
  cache?: CacheOutcome | undefined;
  /** Set by edge/codec where a JSON reply became protobuf: the JSON, for items of a batch that take a value from it. */
  json?: (() => unknown) | undefined;
}

export interface Target {
  /** Begins with `/`. */
  readonly path: string;
  /** With its `?`, or empty. */
  readonly query: string;
}

/** Who is at the other end of the connection, from the connection itself and never from a header that the client wrote. */
export interface Client {
  /** IPv4 or IPv6 without brackets; undefined where the platform does not tell. */
  readonly ip: string | undefined;
  readonly proto: "http" | "https";
  /** The Host that the client asked for, with its port. */
  readonly host: string;
  /** What the platform tells of the connection: Cloudflare's `request.cf`. */
  readonly cf?: unknown;
}

export interface BatchItemRef {
  /** One for each batch. */
  readonly batchId: string;
  /** The client's own id of the item. */
  readonly id: string;
  readonly priority: number;
  /** One timer for all items that start together and have the same time. */
  startDeadline(timeoutMs: number): Deadline;
  /**
   * Takes the reply in place of a client on a connection, which then needs none of what makes it ready for one. Notes `bytesOut`.
   * @throws Fault where it cannot be read
   */
  read(reply: Reply): Promise<void>;
  /** The item's body, which is in memory already; `request` then has none. edge/codec sends it. */
  readonly body?: Uint8Array<ArrayBuffer>;
}

/** As {@link OutgoingRequest}, with headers that need not be the runtime's. */
export interface PreparedRequest extends Omit<OutgoingRequest, "headers"> {
  readonly headers: EditableHeaders;
}

/** Sends in place of `upstreams(...).send` to the upstreams that it `takes`. */
export interface SendOverride {
  takes(upstream: string): boolean;
  readonly send: (upstream: string, request: PreparedRequest, policy: SendPolicy) => Promise<Reply>;
}

/** What the access log says of a call beyond the call itself. Rooms fill it in as they learn it. */
export interface AccessEntry {
  readonly startedAtMs: number;
  /** These two as in the call, for the line of a call that was lost on its way: then there is only the entry. */
  route?: Route | undefined;
  identity?: Identity | undefined;
  upstream?: string | undefined;
  /** The base URL that answered, or that was tried last. */
  address?: string | undefined;
  /** Requests sent to the upstream; more than one where it was retried. */
  attempts?: number | undefined;
  /** A second request was sent beside the first because that was slow: whose reply came sooner, the second's (`won`) or not. */
  hedge?: "won" | "lost" | undefined;
  /** From the first attempt to the reply's headers. */
  upstreamMs?: number | undefined;
  /** Before that, the wait until the upstream had room. */
  queuedMs?: number | undefined;
  /** `shed`: refused without asking an upstream that has too much to do. `fallback`: what the route answers in place of an error. */
  degraded?: "shed" | "fallback" | undefined;
  fault?: FaultCode | undefined;
  /** Why the fault came about, for the operator. Never a secret, a body or a query. */
  reason?: string | undefined;
  /** Why a reply was passed on untranscoded although its route names a message. */
  misfit?: string | undefined;
  /** Body bytes as they came over the wire from the client, and after decompression. */
  bytesIn?: number | undefined;
  bytesInPlain?: number | undefined;
  /** Body bytes as they went to the client, and before compression. */
  bytesOut?: number | undefined;
  bytesOutPlain?: number | undefined;
  /** The reply's body is on its way and will say itself how it ended. */
  streams?: boolean | undefined;
  /** `truncated`: the upstream broke off in mid-body. `aborted`: the client did, or a limit. Absent: the body is complete. */
  ended?: "truncated" | "aborted" | undefined;
}
