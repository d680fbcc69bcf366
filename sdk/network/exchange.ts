/**
 * What a network tells: which way a request took, what it cost, and what became of the app and its network meanwhile. Types alone.
 * @module
 */
import type { FetchInit } from "../transport.ts";

/**
 * How the edge's address was found. `memory`, `persistent`: asked before, and still good. `httpdns`: asked now. `stale`: asked before, but
 * no longer good, or in another network, and no resolver answers. `system`: the platform's own DNS.
 */
export type Found = "memory" | "persistent" | "httpdns" | "stale" | "system";

/** The way that a request has taken, or the last on which it was tried. */
export interface Way {
  readonly found: Found;
  /** The edge's URL: scheme, host, port. */
  readonly edge: string;
  /** `203.0.113.1:443`, `[2001:db8::1]:443`; absent where the platform connected by name. */
  readonly address?: string;
  /** On how many connections it was sent, this one included. 0 where none could be made. */
  readonly attempts: number;
  /** Whether it left a connection that had died, or was silent, for another. */
  readonly moved: boolean;
}

/** As the platform tells it; `none` is no network at all. */
export type NetworkType = "wifi" | "cellular" | "ethernet" | "other" | "none";

/** The network in which the device is. */
export interface NetworkState {
  /** Differs between networks and is the same when the device comes back: a hash of the SSID, an operator's code. Never sent. */
  readonly id: string;
  readonly type: NetworkType;
}

/** What the app has told, for those who live as it does. */
export type LifeEvent =
  | { readonly type: "network"; readonly state: NetworkState }
  | { readonly type: "app"; readonly state: AppState }
  | { readonly type: "online"; readonly isOnline: boolean };

export type AppState = "active" | "background";

/**
 * `answered`: whatever the status. `canceled`: nobody waited any more. `offline`: not sent. `unreachable`: no connection was to be had.
 * `refused`: the queue was full. `lost`: the connection died, or was silent, and the request could not be moved.
 */
export type Outcome = "answered" | "canceled" | "offline" | "unreachable" | "refused" | "lost";

/** One request, from when it was to be sent until its reply has ended, be it moved in between. */
export interface Exchange {
  readonly method: string;
  /** Path and query, without scheme and host. */
  readonly target: string;
  readonly way: Way;
  readonly network: NetworkState;
  readonly outcome: Outcome;
  readonly status?: number;
  /** Of the lookup, where this request waited for one. */
  readonly dnsMs?: number;
  /** TCP's and TLS's part of making the connection, where this request was the first on it. */
  readonly connectMs?: number;
  readonly tlsMs?: number;
  /** From sending it on the connection that answered until its reply's headers. */
  readonly firstByteMs?: number;
  readonly totalMs: number;
  /** Of bodies, and of what is around them where the platform tells. */
  readonly bytesOut: number;
  readonly bytesIn: number;
}

export interface NetworkRequest extends FetchInit {
  /** Whether it may be sent again. Only such a request is ever moved. */
  readonly idempotent: boolean;
  /** Whether the reply is of use in parts. Others are read whole, and so are moved even when their connection dies amid the body. */
  readonly streamed: boolean;
  /** Of the reply's body. */
  readonly bytesMax: number;
}

/** What `createClient` and `createPush` need of a network; `createNetwork` makes it. */
export interface Network {
  /** Schemes, hosts and ports; the first is that which requests name. */
  readonly edges: readonly string[];
  /**
   * @param url of the first edge; another may answer it
   * @returns when its headers are here, and where it is not streamed, its body too. `wayOf(response)` tells the way
   * @throws Fault unavailable, canceled, resource_exhausted; `wayOf(fault)` tells the way
   */
  send(url: string, request: NetworkRequest): Promise<Response>;
  /** Each exchange when it is over. @returns takes the listener away */
  listen(listener: (exchange: Exchange) => void): () => void;
  /** What the app tells. @returns takes the listener away */
  watch(listener: (event: LifeEvent) => void): () => void;
}
