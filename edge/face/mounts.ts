/**
 * Which protocols the edge answers, and where: the binding `PROTOCOLS`.
 *
 *     {"ids": true, "discovery": {"host": "discovery.example"}, "apollo": {"prefix": "/apollo"}}
 *
 * `true` mounts a protocol at its own paths on every host. What is not named is not mounted.
 * @module
 */
import * as v from "valibot";
import type { PathPattern } from "../route/pattern.ts";
import { canonicalSegment } from "../route/route.ts";
import type { RouteTable } from "../route/route-table.ts";
import { isSameSegment, overlap } from "./path.ts";

export interface Mount {
  /** Lower case, without a port; undefined for every host. */
  readonly host: string | undefined;
  /** Empty, or `/a/b` without a slash at its end. */
  readonly prefix: string;
}

/** By the name of the protocol. */
export type Mounts = ReadonlyMap<string, Mount>;

/** The paths of each protocol that there is. */
export type ProtocolPaths = Readonly<Record<string, readonly string[]>>;

const HOST = /^(?:[a-z0-9-]+\.)*[a-z0-9-]+$/;
const PREFIX = /^(?:\/[A-Za-z0-9\-._~]+)+$/;

const mountSchema = v.union(
  [
    v.literal(true),
    v.strictObject({
      host: v.optional(v.pipe(v.string(), v.regex(HOST, "must be a host name in lower case, without a port"))),
      prefix: v.optional(v.pipe(v.string(), v.regex(PREFIX, "must be a path such as /a, without a slash at its end"))),
    }),
  ],
  'must be true or {"host": …, "prefix": …}',
);
const schema = v.record(v.string(), mountSchema);

/**
 * @param flaws gets a line for each flaw
 * @param table whose routes must not want the same paths
 */
export function parseMounts(
  text: string | undefined,
  protocols: ProtocolPaths,
  table: Pick<RouteTable, "routes"> | undefined,
  flaws: string[],
): Mounts {
  const mounts = new Map<string, Mount>();
  for (const [name, asked] of Object.entries(documentOf(text, flaws))) {
    if (!Object.hasOwn(protocols, name)) {
      flaws.push(`PROTOCOLS.${name}: no protocol is called so; there are ${Object.keys(protocols).join(", ")}`);
      continue;
    }
    const { host, prefix = "" } = asked === true ? {} : asked;
    mounts.set(name, { host, prefix });
  }
  flaws.push(...clashes(mounts, protocols, table?.routes ?? []));
  return mounts;
}

/** What a table's routes want of the same paths; for a table that comes later than the mounts. */
export function routeClashes(mounts: Mounts, protocols: ProtocolPaths, table: Pick<RouteTable, "routes">): string[] {
  return [...clashes(mounts, protocols, table.routes)].map((flaw) => flaw.replace(/^ROUTES: /, ""));
}

function documentOf(text: string | undefined, flaws: string[]): v.InferOutput<typeof schema> {
  if (text === undefined) return {};
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    flaws.push(`PROTOCOLS: is no JSON: ${cause instanceof Error ? cause.message : cause}`);
    return {};
  }
  const parsed = v.safeParse(schema, Array.isArray(json) ? null : json); // A record would be made of an array too.
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) {
    const [inner = issue] = issue.issues?.filter(({ path }) => path !== undefined) ?? [];
    const at = [v.getDotPath(issue), inner === issue ? null : v.getDotPath(inner)].filter((part) => part !== null);
    flaws.push(`${["PROTOCOLS", ...at].join(".")}: ${inner.message}`);
  }
  return {};
}

/** A route has no host: it clashes with what is mounted on every host, while a mount of one host is meant to come first there. */
function* clashes(mounts: Mounts, protocols: ProtocolPaths, routes: RouteTable["routes"]): Generator<string> {
  const places = [...mounts].flatMap(([name, { host, prefix }]) =>
    (protocols[name] ?? []).map((path) => ({ name, host, path: prefix + path })),
  );
  for (const [index, { name, host, path }] of places.entries()) {
    const other = places.slice(0, index).find((place) => {
      if (place.name === name || (host !== undefined && place.host !== undefined && host !== place.host)) return false;
      return overlap(place.path, path);
    });
    if (other !== undefined)
      yield `PROTOCOLS.${name}: ${other.name} has ${other.path} already; give one a host or a prefix`;
    if (host !== undefined) continue;
    for (const [number, route] of routes.entries()) {
      if (!asksFor(route.match, path)) continue;
      yield `ROUTES: routes[${number}].match.path: PROTOCOLS.${name} answers at ${path}; give it a host or a prefix`;
    }
  }
}

/** Whether the pattern names the place by its first segment and matches it. One that takes everything asks for nothing. */
function asksFor({ segments }: PathPattern, place: string): boolean {
  if (segments[0]?.kind !== "literal") return false;
  const below = place.endsWith("/");
  const [pure = ""] = place.split("?");
  const wanted = pure.slice(1).split("/");
  if (below) wanted.pop();
  for (const [index, text] of wanted.entries()) {
    const segment = segments[index];
    if (segment === undefined) return false;
    if (segment.kind === "rest") return true;
    if (segment.kind === "literal" && !isSameSegment(text, canonicalSegment(segment.text))) return false;
  }
  return below ? segments.length > wanted.length : segments.length === wanted.length;
}
