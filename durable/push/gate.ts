/**
 * Who checks tokens for a shard, and hands over what a user did not take: an entrypoint of the Worker, which has keys and upstreams that objects
 * have not. Types alone.
 * @module
 */
import type { Missed } from "../../proto/push/model.ts";
import type { Failure } from "./protocol.ts";

/** What a token says of a connection. */
export interface Identity {
  /** Empty for a token that names nobody. */
  readonly user: string;
  /** The session that a revocation may name. */
  readonly session: string;
  /** The device; empty where the token names none. */
  readonly key: string;
  /** Undefined for one without an end. */
  readonly expiresAtMs: number | undefined;
  /** When it was made; undefined for one that does not say. */
  readonly issuedMs?: number;
  /** JSON for others to see. */
  readonly connInfo?: string;
  /** Channels that the shard subscribes it to. */
  readonly channels: readonly string[];
  /** Whether the passport said it: then the edge vouches for user and session to services. */
  readonly isAccount?: boolean;
}

/** What a client asks of a service, on the connection that it has. */
export interface ServiceCall {
  /** Of a route. */
  readonly path: string;
  /** JSON. */
  readonly data: string;
  readonly ip: string;
  /** Undefined for one whom the passport does not know. */
  readonly account: { readonly user: string; readonly session: string; readonly expiresAtMs: number } | undefined;
}

export interface ServiceReply {
  /** Of HTTP. */
  readonly status: number;
  /** JSON; `null` where the service answered nothing. */
  readonly data: string;
  /** What is wrong, from 400 on. */
  readonly message: string;
}

export interface Grant {
  readonly expiresAtMs: number | undefined;
  /** JSON for others to see. */
  readonly chanInfo?: string;
}

export interface Denied {
  readonly failure: Failure;
  readonly message: string;
}

export interface GateStub {
  /** @param token an access token of the passport or a connection token */
  identify(token: string): Promise<{ readonly identity: Identity } | Denied>;
  /** A subscription token must be for this channel and this user. */
  grant(token: string, channel: string, user: string): Promise<{ readonly grant: Grant } | Denied>;
  /** By the route table, as any request. */
  call(call: ServiceCall): Promise<ServiceReply>;
  /** All of them are taken over, or none. @throws Fault invalid_argument where one of them is such that it never will be */
  handOver(missed: readonly Missed[]): Promise<void>;
}
