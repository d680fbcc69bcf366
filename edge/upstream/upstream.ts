/**
 * Which address of an upstream gets a request, and what happens when it fails.
 * @module
 */
import type { AccessEntry } from "../route/call.ts";

/** A named list of base URLs that are equivalent: any of them may answer any request. */
export interface UpstreamConfig {
  /** Scheme, authority and an optional path, without a slash at the end. At least one. */
  readonly urls: readonly string[];
  /** Whether it takes `POST /$batch`. */
  readonly batch: boolean;
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
}

export interface SendPolicy {
  /** From now to the reply's headers, retries included. */
  readonly timeoutMs: number;
  /** Requests in all, the first included. */
  readonly attempts: number;
  /** Whether sending it twice does no harm. Only then, and with a repeatable body, is it sent again. */
  readonly idempotent: boolean;
  /** Aborts the request and the reply's body. */
  readonly signal: AbortSignal;
  /** Gets `upstream`, `address`, `attempts` and `upstreamMs`. */
  readonly entry: AccessEntry;
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
