/**
 * The route table: which path goes to which upstream, and under which policy.
 * @module
 */
import type { AnyMessage, AnyMethod } from "../../proto/message/message.ts";
import type { AuthMode } from "../auth/auth.ts";
import type { UpstreamConfig } from "../upstream/upstream.ts";

export interface Route {
  /** Unique in the table; what the access log calls it. */
  readonly name: string;
  /** Upper case. Holds HEAD wherever it holds GET. */
  readonly methods: readonly string[];
  readonly upstream: string;
  /** Total, from the first attempt to the reply's headers. */
  readonly timeoutMs: number;
  readonly retry: {
    /** Requests in all, the first included; 1 = no retry. */
    readonly attempts: number;
  };
  readonly auth: AuthMode;
  /** Messages of the JSON bodies, for transcoding. */
  readonly messages: { readonly request?: AnyMessage; readonly response?: AnyMessage };
  /** Bytes of a request's body as it comes over the wire. */
  readonly bodyBytesMax: number;
  /** Whether replies carry a secret beyond what `messages.response` tells. */
  readonly sensitive: boolean;
  /** Set on the built-in routes of RPC methods: faults are rendered as Connect errors. */
  readonly rpc?: AnyMethod;
}

export interface RouteTable {
  readonly upstreams: ReadonlyMap<string, UpstreamConfig>;
  readonly routes: readonly Route[];
}
