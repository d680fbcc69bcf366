/**
 * The front door of the RPC room: a Connect unary server on node:http and the client for it.
 * @module
 */
import type { Caller, RequestHeaders } from "./context.ts";
import type { Implementation } from "./service.ts";

export { rpcClient } from "./client.ts";
export { currentContext, requireCaller } from "./context.ts";
export { implement } from "./service.ts";

export interface RpcServerOptions {
  readonly services: readonly Implementation[];
  /**
   * Verifies the credentials of a request. What it throws (a Fault `unauthenticated`) does not fail the call: it goes on
   * anonymously, and fails with that fault when its handler says `requireCaller`.
   * @returns undefined where the request has none
   */
  readonly identify: (headers: RequestHeaders) => Caller | undefined | Promise<Caller | undefined>;
  readonly now: () => number;
}

export interface RpcServer {
  listen(port: number, host: string): Promise<{ readonly port: number }>;
}

export declare function rpcServer(options: RpcServerOptions): RpcServer;
