/**
 * The route table: which path goes to which upstream, and under which policy. table-schema.ts reads it from JSON.
 * @module
 */
import type { AnyMessage, AnyMethod } from "../../proto/message/message.ts";
import type { AuthMode } from "../auth/auth.ts";
import type { RouteCachePolicy } from "../cache/cache.ts";
import type { Fallback } from "../overload/overload.ts";
import type { RateLimit } from "../rate-limit/rate-limit.ts";
import type { UpstreamConfig } from "../upstream/upstream.ts";
import type { PathPattern } from "./pattern.ts";

/** The policy of a route: what every room on a call's way needs to know. */
export interface Route {
  /** Unique in the table; what the access log calls it. */
  readonly name: string;
  readonly upstream: string;
  /** Total, from the first attempt to the reply's headers; again as long for a reply that is read here. */
  readonly timeoutMs: number;
  readonly retry: {
    /** Requests in all, the first included; 1 = no retry. */
    readonly attempts: number;
  };
  /**
   * Which requests are sent a second time, to another node, when the first is slow. `safe`, where absent: those without side effects.
   * `idempotent`: all that may arrive twice; then the late first one of two PUTs may undo what came after.
   */
  readonly hedge?: "off" | "safe" | "idempotent" | undefined;
  readonly auth: AuthMode;
  /** Messages of the JSON bodies, for transcoding. */
  readonly messages: { readonly request?: AnyMessage; readonly response?: AnyMessage };
  /** Bytes of a request's body as it comes over the wire. */
  readonly bodyBytesMax: number;
  /** Whether replies carry a secret beyond what `messages.response` tells. */
  readonly sensitive: boolean;
  /** False: replies without a message go on in the upstream's own coding. Absent: in the smallest. */
  readonly compress?: boolean;
  /** How often one network or one user may call it; absent where nobody counts. */
  readonly rateLimit?: RateLimit;
  /** How replies are stored; absent where none are. */
  readonly cache?: RouteCachePolicy;
  /** What goes first while the upstream has too much to do, 0 to 9; see edge/overload. Absent: the usual. */
  readonly priority?: number | undefined;
  /** What it answers in place of an error; absent where that is the error. */
  readonly fallback?: Fallback | undefined;
  /** Set on the built-in routes of RPC methods: faults are rendered as Connect errors. */
  readonly rpc?: AnyMethod;
}

/** A route with what the router needs of it. */
export interface TableRoute extends Route {
  /** Upper case, as the document names them; HEAD goes where GET goes unless another route asks for it. */
  readonly methods: readonly string[];
  readonly match: PathPattern;
  /** The upstream's path; as the client's where it is undefined. */
  readonly rewrite: PathPattern | undefined;
}

export interface RouteTable {
  readonly upstreams: ReadonlyMap<string, UpstreamConfig>;
  readonly routes: readonly TableRoute[];
}

/** Why a table cannot be used, each line with the path of the bad field: `routes[3].timeoutMs: …`. */
export class RouteTableError extends Error {
  override readonly name = "RouteTableError";
  readonly flaws: readonly string[];

  constructor(flaws: readonly string[], options?: ErrorOptions) {
    super(flaws.join("\n"), options);
    this.flaws = flaws;
  }
}
