/**
 * The route table as it lies in service `edge`: a key for each upstream and each route, so that each has a history, comments and edits of
 * its own.
 *
 *     section     key              value, of type json
 *     upstreams   shop             {"urls": ["http://10.0.0.5:8080"]}
 *     routes      shop.item        {"match": {"path": "/api/items/{id}"}, "upstream": "shop", "cache": {"ttlSeconds": 30}}
 *
 * A route's name is its key. Together they are the whole table; where a version has neither routes nor upstreams, the edge's own table
 * stands.
 * @module
 */
import type { Content } from "../../proto/config/config.ts";
import { parseRouteTable, RouteTableError } from "../route/route.ts";
import type { RouteTable } from "../route/route-table.ts";

export const ROUTES_SECTION = "routes";
export const UPSTREAMS_SECTION = "upstreams";

/** What this edge has against a table that is right in itself; the flaws are worded as those of {@link parseRouteTable}. */
export type CheckTable = (table: RouteTable) => readonly string[];

export type LiveTableResult =
  /** Undefined where the edge's own table is to stand. */
  | { readonly table: RouteTable | undefined; readonly flaws?: never }
  /** A line each: `routes/shop.item.timeoutMs: what`. */
  | { readonly flaws: readonly string[]; readonly table?: never };

export function tableOf(content: Content, check: CheckTable): LiveTableResult {
  const flaws = content.flatMap(flawsOfEntry);
  if (flaws.length > 0) return { flaws };
  const upstreams = content.filter(({ section }) => section === UPSTREAMS_SECTION);
  const routes = content.filter(({ section }) => section === ROUTES_SECTION);
  if (upstreams.length + routes.length === 0) return { table: undefined };
  const text = documentOf(upstreams, routes);
  const named = (lines: readonly string[]) => lines.map((line) => placed(line, upstreams, routes));
  try {
    const table = parseRouteTable(text);
    const against = named(check(table));
    return against.length > 0 ? { flaws: against } : { table };
  } catch (error) {
    if (!(error instanceof RouteTableError)) throw error;
    return { flaws: named(error.flaws) };
  }
}

function flawsOfEntry({ section, key, type, value, secret }: Content[number]): string[] {
  const place = `${section}/${key}`;
  if (section !== ROUTES_SECTION && section !== UPSTREAMS_SECTION) {
    return [`${place}: the edge reads only the sections ${UPSTREAMS_SECTION} and ${ROUTES_SECTION}`];
  }
  if (secret) return [`${place}: must be no secret`];
  if (type !== "json") return [`${place}: must be of type json`];
  const json: unknown = JSON.parse(value); // Its type was checked when it came into the draft.
  if (typeof json !== "object" || json === null || Array.isArray(json)) return [`${place}: must be a JSON object`];
  const isRenamed = section === ROUTES_SECTION && "name" in json && json.name !== key;
  return isRenamed ? [`${place}.name: is '${key}' already, by the key`] : [];
}

function documentOf(upstreams: Content, routes: Content): string {
  return JSON.stringify({
    upstreams: Object.fromEntries(upstreams.map(({ key, value }) => [key, JSON.parse(value) as unknown])),
    routes: routes.map(({ key, value }) => ({ name: key, ...(JSON.parse(value) as object) })),
  });
}

/** `routes[3].timeoutMs: …` is `routes/shop.item.timeoutMs: …`, wherever it stands in the line. */
function placed(line: string, upstreams: Content, routes: Content): string {
  const named = line.replace(/\broutes\[(\d+)\]/g, (whole, index) => {
    const key = routes[Number(index)]?.key;
    return key === undefined ? whole : `${ROUTES_SECTION}/${key}`;
  });
  if (!named.startsWith("upstreams.")) return named;
  const rest = named.slice("upstreams.".length);
  // Names may have dots: the longest that fits is meant.
  const [key] = upstreams
    .map((entry) => entry.key)
    .filter((each) => rest.startsWith(each) && /^[.[:]/.test(rest.slice(each.length)))
    .sort((a, b) => b.length - a.length);
  return key === undefined ? named : `${UPSTREAMS_SECTION}/${rest}`;
}
