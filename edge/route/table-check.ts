/**
 * What the fields of a route table say of each other: names that must exist, patterns that must differ, paths that are taken.
 * @module
 */
import { paramNames, shapeOf } from "./pattern.ts";
import { asksForProtocolPath } from "./protocol-paths.ts";
import type { TableDocument } from "./table-schema.ts";
import { checkUpstream } from "./upstream-schema.ts";

/** The upstream that holds accounts and their signing keys, and answers RPC. */
export const ORIGIN_UPSTREAM = "origin";

type RouteDocument = TableDocument["routes"][number];

/** A line for each flaw, `path: what`. */
export function checkTable({ upstreams, routes }: TableDocument): string[] {
  const flaws: string[] = [];
  const names = new Map<string, number>();
  const owners = new Map<string, number>();
  for (const [name, upstream] of Object.entries(upstreams)) flaws.push(...checkUpstream(`upstreams.${name}`, upstream));
  for (const [index, route] of routes.entries()) {
    const at = `routes[${index}]`;
    flaws.push(...checkRoute(at, route, upstreams));
    const namesake = names.get(route.name);
    if (namesake === undefined) names.set(route.name, index);
    else flaws.push(`${at}.name: '${route.name}' is the name of routes[${namesake}]`);
    for (const method of route.match.methods) {
      const key = `${method} ${shapeOf(route.match.path)}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, index);
      else flaws.push(`${at}.match: routes[${owner}] matches the same paths with ${method}`);
    }
  }
  return flaws;
}

function* checkRoute(at: string, route: RouteDocument, upstreams: TableDocument["upstreams"]): Generator<string> {
  const { match, rewrite, upstream, auth, rateLimit } = route;
  if (!Object.hasOwn(upstreams, upstream)) yield `${at}.upstream: no upstream is called '${upstream}'`;
  if (asksForProtocolPath(match.path)) yield `${at}.match.path: the edge answers there itself`;
  const params = new Set(paramNames(match.path));
  for (const segment of rewrite?.segments ?? []) {
    if (segment.kind === "literal") continue;
    const dots = segment.kind === "rest" ? "..." : "";
    if (!params.has(segment.name)) yield `${at}.rewrite: match.path has no {${segment.name}${dots}}`;
    else if (isRest(match.path.segments, segment.name) !== (segment.kind === "rest")) {
      yield `${at}.rewrite: {${segment.name}${dots}} is not written as in match.path`;
    }
  }
  if (rateLimit?.by === "user" && auth === "none") {
    yield `${at}.rateLimit.by: 'user' needs auth, without which nobody knows who is calling`;
  }
  if (auth !== "none" && !Object.hasOwn(upstreams, ORIGIN_UPSTREAM)) {
    yield `${at}.auth: '${auth}' needs an upstream called '${ORIGIN_UPSTREAM}', which has the signing keys`;
  }
}

function isRest(segments: RouteDocument["match"]["path"]["segments"], name: string): boolean {
  return segments.some((segment) => segment.kind === "rest" && segment.name === name);
}
