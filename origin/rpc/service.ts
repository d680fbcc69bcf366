/**
 * A service of a contract with the functions that serve it.
 * @module
 */
import type { AnyMethod, Init, MethodType, ServiceType } from "../../proto/message/message.ts";
import type { RpcContext } from "./context.ts";

/** One plain function a method: the decoded request in, the reply out; what it throws becomes the error of the call. */
export type Handlers<S extends ServiceType> = {
  readonly [K in keyof S["methods"]]: S["methods"][K] extends MethodType<infer I, infer O>
    ? (request: I, context: RpcContext) => Promise<Init<O>> | Init<O>
    : never;
};

/** A service ready to be served; its types were checked by {@link implement}. */
export interface Implementation {
  readonly service: ServiceType;
  readonly methods: readonly ImplementedMethod[];
  /** Served even when the server is full or not ready yet, and logged at debug level: what tells how the process is. */
  readonly vital: boolean;
}

export interface ImplementedMethod {
  /** `package.Service/Method`. */
  readonly procedure: string;
  readonly type: AnyMethod;
  readonly handle: (request: unknown, context: RpcContext) => unknown;
}

/** @throws Error when a method has no handler, or a handler no method: a programmer's mistake */
export function implement<S extends ServiceType>(
  service: S,
  handlers: Handlers<S>,
  { vital = false }: { readonly vital?: boolean } = {},
): Implementation {
  const given = handlers as Readonly<Record<string, ImplementedMethod["handle"] | undefined>>;
  const stray = Object.keys(given).filter((key) => !Object.hasOwn(service.methods, key));
  if (stray.length > 0) throw new Error(`${service.name} has no method ${stray.join(", ")}`);
  const methods = Object.entries(service.methods).map(([key, type]) => {
    const handle = given[key];
    if (typeof handle !== "function") throw new Error(`${service.name}/${type.name} has no handler`);
    return { procedure: `${service.name}/${type.name}`, type, handle: handle.bind(handlers) };
  });
  return { service, methods, vital };
}
