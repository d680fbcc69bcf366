/**
 * A service of a contract with the functions that serve it.
 * @module
 */
import { type HandlersOf, implementedMethods, type MethodOf } from "../../proto/connect/connect.ts";
import type { ServiceType } from "../../proto/message/message.ts";
import type { RpcContext } from "./context.ts";

export type Handlers<S extends ServiceType> = HandlersOf<S, RpcContext>;

/** A service ready to be served; its types were checked by {@link implement}. */
export interface Implementation {
  readonly service: ServiceType;
  readonly methods: readonly ImplementedMethod[];
  /** Served even when the server is full or not ready yet, and logged at debug level: what tells how the process is. */
  readonly vital: boolean;
}

export type ImplementedMethod = MethodOf<RpcContext>;

/** @throws Error when a method has no handler, or a handler no method: a programmer's mistake */
export function implement<S extends ServiceType>(
  service: S,
  handlers: Handlers<S>,
  { vital = false }: { readonly vital?: boolean } = {},
): Implementation {
  return { service, methods: implementedMethods(service, handlers), vital };
}
