/**
 * Plain HTTP beside RPC: exact paths with small handlers, whose faults are problem+json.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { Call } from "./call.ts";
import { type RpcContext, runInContext } from "./context.ts";
import type { Endpoint, Reply } from "./endpoint.ts";
import { problemReply } from "./fault-reply.ts";

export interface PlainRoute {
  /** A GET is also served as HEAD. */
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Served even when the server is full, and logged at debug level: what tells that the process lives. */
  readonly vital?: boolean;
  /** What the body of a POST may weigh. */
  readonly bodyBytesMax?: number;
  handle(context: RpcContext, body: Uint8Array): PlainReply | Promise<PlainReply>;
}

export interface PlainReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
  /** A body that comes bit by bit, in place of `body`. */
  readonly stream?: AsyncIterable<Uint8Array>;
}

/** @param routes all routes of one path @throws Error when two have the same method */
export function plainEndpoint(path: string, routes: readonly PlainRoute[]): Endpoint {
  const byMethod = new Map<string, PlainRoute>();
  for (const route of routes) {
    if (byMethod.has(route.method)) throw new Error(`two routes for ${route.method} ${path}`);
    byMethod.set(route.method, route);
    if (route.method === "GET") byMethod.set("HEAD", route);
  }
  const allow = [...byMethod.keys()].join(", ");
  const find = (call: Call): PlainRoute => {
    const route = byMethod.get(call.head.method);
    if (route !== undefined) return route;
    throw new Fault("unimplemented", `${path} is called by ${allow}`, { status: 405, headers: { allow } });
  };
  return {
    procedure: path,
    bodyBytesMax: Math.max(0, ...routes.map((route) => route.bodyBytesMax ?? 0)),
    vital: routes.some((route) => route.vital === true),
    sensitive: false,
    accept: find,
    async serve(call, body) {
      const route = find(call);
      const reply = await runInContext(call, (bytes: Uint8Array) => route.handle(call, bytes), body);
      return plainReply(reply, call);
    },
    renderFault: (call, fault) => problemReply(fault, call.replyHeaders),
  };
}

/** Neither a procedure nor a route. */
export function notFoundEndpoint(path: string): Endpoint {
  const refuse = (): never => {
    throw new Fault("not_found", `there is nothing at ${path}`);
  };
  return {
    procedure: path,
    bodyBytesMax: 0,
    vital: false,
    sensitive: false,
    accept: refuse,
    serve: refuse,
    renderFault: (_call, fault) => problemReply(fault),
  };
}

function plainReply({ status, headers, body, stream }: PlainReply, call: Call): Reply {
  return {
    status,
    code: status < 400 ? "ok" : "unknown",
    faultMessage: undefined,
    headers: [...Object.entries(headers).flat(), ...(call.replyHeaders ?? [])],
    body,
    ...(stream === undefined ? {} : { stream }),
  };
}
