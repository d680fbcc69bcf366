/**
 * What a request can be for: a procedure, a plain route, or nothing that there is.
 * @module
 */
import type { Fault, FaultCode } from "../../proto/fault.ts";
import type { Call } from "./call.ts";

export interface Reply {
  readonly status: number;
  /** For the log. */
  readonly code: FaultCode | "ok";
  readonly faultMessage: string | undefined;
  /** Names and values by turns, without content-length. Whoever sends the reply may add to it. */
  readonly headers: string[];
  readonly body: Uint8Array | string;
  /** A body that comes bit by bit, in place of `body`. */
  readonly stream?: AsyncIterable<Uint8Array>;
}

export interface Endpoint {
  /** For the log: `package.Service/Method`, or a path. */
  readonly procedure: string;
  /** What a request's body may weigh. */
  readonly bodyBytesMax: number;
  /** Whether it is served even when the server is full: what tells that the process lives. */
  readonly vital: boolean;
  /** Whether what it says or is told may be a secret. */
  readonly sensitive: boolean;
  /** The body of its successful reply as JSON, where it is not JSON itself. */
  readonly json?: (call: Call, body: Uint8Array) => unknown;
  /** Looks at the head alone, so that a request that is wrong is refused before its body is read. @throws Fault */
  accept(call: Call): void;
  /** @throws Fault, or anything else for a fault of ours */
  serve(call: Call, body: Uint8Array): Reply | Promise<Reply>;
  renderFault(call: Call, fault: Fault): Reply;
}
