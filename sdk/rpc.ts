/** Typed calls of a contract's service: Connect unary (https://connectrpc.com/docs/protocol), protobuf on the wire. @module */
import { renderBase64 } from "../proto/base64.ts";
import type { AnyMethod, Init, MethodType, ServiceType } from "../proto/message/message.ts";
import type { Call } from "./call.ts";
import type { Body, Work } from "./job.ts";
import { jsonWithRefs } from "./message-refs.ts";
import { targetsIn, type WithRefs } from "./reference.ts";

/** A service's methods: any value of a request may be a reference to an earlier reply. */
export type Rpc<S extends ServiceType, Options> = {
  readonly [K in keyof S["methods"]]: S["methods"][K] extends MethodType<infer I, infer O>
    ? (request: WithRefs<Init<I>>, options?: Options) => Call<O>
    : never;
};

type RpcWork = Pick<Work, "name" | "method" | "url" | "headers" | "body" | "secret" | "output" | "idempotency" | "rpc">;

/** A longer query is refused by some proxies on the way (RFC 9110 §4.1 only promises 8000 octets for the whole URL). */
const GET_BYTES_MAX = 1024;

/**
 * Safe methods go as GET, so that they can be joined, cached and repeated on the way; but never with a secret, because URLs are
 * logged. A request with references goes as JSON, in which the edge can put values.
 */
export function rpcWork(service: ServiceType, method: AnyMethod, request: unknown): RpcWork {
  const path = `/${service.name}/${method.name}`;
  const common = {
    name: `${service.name.slice(service.name.lastIndexOf(".") + 1)}.${method.name}`,
    output: method.output,
    idempotency: method.idempotency,
    rpc: true,
    secret: method.input.sensitive,
  };
  if (targetsIn(request).length > 0) {
    return { ...common, ...post(path, { contentType: "application/json", json: jsonWithRefs(method.input, request) }) };
  }
  const bytes = method.input.encode(request as never);
  if (method.idempotency === "safe" && !method.input.sensitive && bytes.length <= GET_BYTES_MAX) {
    const message = renderBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
    const query = `?connect=v1&encoding=proto${message === "" ? "" : "&base64=1"}&message=${message}`;
    return { ...common, method: "GET", url: [path + query], headers: [] };
  }
  return { ...common, ...post(path, { contentType: "application/proto", bytes }) };
}

function post(path: string, body: Body): Pick<Work, "method" | "url" | "headers" | "body"> {
  const headers = [
    ["content-type", [body.contentType]],
    ["connect-protocol-version", ["1"]],
  ] as const;
  return { method: "POST", url: [path], headers, body };
}
