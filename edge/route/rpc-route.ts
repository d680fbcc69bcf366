/**
 * The built-in routes of RPC: `POST /fairway.<package>.<Service>/<Method>`, and GET where the method has no side effects, go to the
 * upstream `origin` as they are. A method of no contract is refused here, since nobody could say whether its replies are secret; and
 * so is one of a service that is the edge's own, where this edge does not mount it.
 * @module
 */

import { BATCH_BYTES_MAX } from "../../proto/batch/batch.ts";
import { Fault } from "../../proto/fault.ts";
import { SERVICES } from "../../proto/gen/registry.ts";
import type { AnyMethod } from "../../proto/message/message.ts";
import { PRIORITY_LOWEST } from "../overload/overload.ts";
import { PROTOCOL_PATHS } from "../protocols.ts";
import type { RateLimit } from "../rate-limit/rate-limit.ts";
import { RPC_PATH_PREFIX } from "./protocol-paths.ts";
import type { Route } from "./route-table.ts";
import { ORIGIN_UPSTREAM } from "./table-check.ts";

const TIMEOUT_MS = 10_000;
const ATTEMPTS = 2;
/** What can be called alone can be called in a batch, so a message has what an envelope has. Services among themselves have more. */
const BODY_BYTES_MAX = BATCH_BYTES_MAX;

/**
 * Methods that make something for anybody who asks. A network is an IPv4 /24, behind which a carrier may have some 30 000 phones (256
 * addresses with 128 each, at the usual 512 ports for one, RFC 7422). If a tenth of them signed in anew within one hour, that would
 * be one a second; this is twenty, after a start of 1 200.
 */
const RATE_LIMITS: ReadonlyMap<string, RateLimit> = new Map([
  [
    "fairway.passport.v1.PassportService/SignInGuest",
    { requests: 1_200, windowSeconds: 60, by: "network", publicOnly: true },
  ],
]);

/** What edge/rpc answers. */
const EDGE_PATHS = new Set(Object.values(PROTOCOL_PATHS).flat());

/** By path. Built once: a method's route is looked up on each call of it. */
const ROUTES: ReadonlyMap<string, Route> = new Map(
  [...SERVICES.values()]
    .filter(({ name }) => !EDGE_PATHS.has(`/${name}/`))
    .flatMap((service) =>
      Object.values(service.methods).map(
        (method) => [`/${service.name}/${method.name}`, routeOf(service.name, method)] as const,
      ),
    ),
);

/**
 * The route of an RPC path.
 * @throws Fault unimplemented for a service or method of no contract, or (405) for an HTTP method that it does not take
 */
export function rpcRoute(method: string, path: string): Route {
  const route = path.startsWith(RPC_PATH_PREFIX) ? ROUTES.get(path) : undefined;
  if (route?.rpc === undefined) throw new Fault("unimplemented", `no method is at '${path}'`, { status: 404 });
  if (method === "POST" || (method === "GET" && route.rpc.idempotency === "safe")) return route;
  const allow = route.rpc.idempotency === "safe" ? "GET, POST" : "POST";
  throw new Fault("unimplemented", `an RPC is sent with ${allow.replace(", ", " or ")}`, {
    status: 405,
    headers: { allow },
  });
}

function routeOf(service: string, method: AnyMethod): Route {
  const name = `${service}/${method.name}`;
  const rateLimit = RATE_LIMITS.get(name);
  return {
    name,
    upstream: ORIGIN_UPSTREAM,
    timeoutMs: TIMEOUT_MS,
    retry: { attempts: ATTEMPTS },
    auth: "optional",
    messages: {},
    bodyBytesMax: BODY_BYTES_MAX,
    sensitive: method.input.sensitive || method.output.sensitive, // A reply may repeat what the request said.
    ...(rateLimit && { rateLimit }),
    rpc: method,
    ...(service.endsWith(".Health") && { priority: PRIORITY_LOWEST }),
  };
}
