/**
 * The client of a service: typed by its contract, Connect unary over HTTP/1.1.
 * @module
 */
import type { Init, MethodType, ServiceType } from "../../proto/message/message.ts";

export type Client<S extends ServiceType> = {
  readonly [K in keyof S["methods"]]: S["methods"][K] extends MethodType<infer I, infer O>
    ? (request: Init<I>, options?: CallOptions) => Promise<O>
    : never;
};

export interface CallOptions {
  /** For this call; the deadline of the call being served bounds it in any case. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Receives the headers and trailers of the reply. */
  readonly onReply?: (reply: {
    readonly headers: ReadonlyMap<string, string>;
    readonly trailers: ReadonlyMap<string, string>;
  }) => void;
}

export interface ClientOptions {
  /** `http://host:port`, one or more; calls go round. */
  readonly baseUrls: readonly string[];
  /** Of a call without its own. */
  readonly timeoutMs?: number;
}

/** @throws Fault (from each call) as the server sent it, or unavailable, deadline_exceeded, canceled */
export declare function rpcClient<S extends ServiceType>(service: S, options: ClientOptions): Client<S>;
