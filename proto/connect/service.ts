/**
 * A service of a contract with the functions that serve it.
 * @module
 */
import type { AnyMethod, Init, MethodType, ServiceType } from "../message/message.ts";

/**
 * One plain function a method: the decoded request in, the reply out; what it throws becomes the error of the call.
 * @typeParam C what the server tells of the call
 */
export type HandlersOf<S extends ServiceType, C> = {
  readonly [K in keyof S["methods"]]: S["methods"][K] extends MethodType<infer I, infer O>
    ? (request: I, context: C) => Promise<Init<O>> | Init<O>
    : never;
};

export interface MethodOf<C> {
  /** `package.Service/Method`. */
  readonly procedure: string;
  readonly type: AnyMethod;
  readonly handle: (request: unknown, context: C) => unknown;
}

/** @throws Error when a method has no handler, or a handler no method: a programmer's mistake */
export function implementedMethods<S extends ServiceType, C>(
  service: S,
  handlers: HandlersOf<S, C>,
): readonly MethodOf<C>[] {
  const given = handlers as Readonly<Record<string, MethodOf<C>["handle"] | undefined>>;
  const stray = Object.keys(given).filter((key) => !Object.hasOwn(service.methods, key));
  if (stray.length > 0) throw new Error(`${service.name} has no method ${stray.join(", ")}`);
  return Object.entries(service.methods).map(([key, type]) => {
    const handle = given[key];
    if (typeof handle !== "function") throw new Error(`${service.name}/${type.name} has no handler`);
    return { procedure: `${service.name}/${type.name}`, type, handle: handle.bind(handlers) };
  });
}
