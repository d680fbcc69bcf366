/**
 * The front door of the room: a route table from its JSON, and the route of a request.
 * @module
 */
import * as v from "valibot";
import { Fault } from "../../proto/fault.ts";
import { pathFlaw } from "./path.ts";
import { shapeOf } from "./pattern.ts";
import { RPC_PATH_PREFIX } from "./protocol-paths.ts";
import { compileRewrite, type Rewrite } from "./rewrite.ts";
import { type Route, type RouteTable, RouteTableError, type TableRoute } from "./route-table.ts";
import { router } from "./router.ts";
import { rpcRoute } from "./rpc-route.ts";
import { checkTable, ORIGIN_UPSTREAM } from "./table-check.ts";
import { renderIssue, tableSchema } from "./table-schema.ts";

export { hostName } from "./host.ts";
export { canonicalSegment } from "./path.ts";
export { LIVEZ_PATH, READYZ_PATH, RPC_PATH_PREFIX } from "./protocol-paths.ts";
export { RouteTableError } from "./route-table.ts";
export { ORIGIN_UPSTREAM } from "./table-check.ts";

/** Where a request goes. */
export interface Destination {
  readonly route: Route;
  /** The path at the upstream, still encoded. */
  readonly path: string;
}

/**
 * @param method as in the request line
 * @param path as in the request line
 * @throws Fault invalid_argument for a path that no upstream may see, not_found, unimplemented (405 with Allow)
 */
export type FindRoute = (method: string, path: string) => Destination;

/** @throws RouteTableError naming the path of each bad field */
export function parseRouteTable(text: string): RouteTable {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new RouteTableError([`the route table is no JSON: ${cause instanceof Error ? cause.message : cause}`], {
      cause,
    });
  }
  const parsed = v.safeParse(tableSchema, json);
  if (!parsed.success) throw new RouteTableError(parsed.issues.map(renderIssue));
  const flaws = checkTable(parsed.output);
  if (flaws.length > 0) throw new RouteTableError(flaws);
  const { upstreams, routes } = parsed.output;
  return {
    upstreams: new Map(Object.entries(upstreams)),
    routes: routes.map(({ match, rewrite, messages, cache, rateLimit, ...route }): TableRoute => {
      const { request, response } = messages;
      return {
        ...route,
        methods: match.methods,
        match: match.path,
        rewrite,
        messages: { ...(request && { request }), ...(response && { response }) },
        ...(cache !== false && { cache }),
        ...(rateLimit && { rateLimit }),
      };
    }),
  };
}

/** The lookup of a table, with the built-in routes of RPC where the table has the upstream for them. */
export function findRoute({ upstreams, routes }: RouteTable): FindRoute {
  const heads = new Set(routes.flatMap(({ methods, match }) => (methods.includes("HEAD") ? [shapeOf(match)] : [])));
  const lookup = router<{ readonly route: Route; readonly rewrite: Rewrite | undefined }>(
    routes.map((route) => {
      const { match, methods, rewrite } = route;
      const takesHead = methods.includes("GET") && !heads.has(shapeOf(match));
      return {
        pattern: match,
        methods: takesHead ? [...methods, "HEAD"] : methods,
        value: { route, rewrite: rewrite && compileRewrite(rewrite, match) },
      };
    }),
  );
  const hasOrigin = upstreams.has(ORIGIN_UPSTREAM);

  return (method, path) => {
    if (hasOrigin && path.startsWith(RPC_PATH_PREFIX)) return { route: rpcRoute(method, path), path };
    const flaw = pathFlaw(path);
    if (flaw !== undefined) throw new Fault("invalid_argument", flaw);
    const found = lookup.find(method, path);
    if (found !== undefined) {
      const { route, rewrite } = found.value;
      return { route, path: rewrite === undefined ? path : rewrite(found.segments) };
    }
    const allow = lookup.allowed(path).join(", ");
    if (allow === "") throw new Fault("not_found", "nothing is at this path");
    throw new Fault("unimplemented", `this path takes ${allow}`, { status: 405, headers: { allow } });
  };
}
