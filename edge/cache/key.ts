/**
 * What makes two requests ask for the same thing. A key has two parts: the URL, by which things are invalidated and purged, and the
 * values of whatever else the route says that replies depend on.
 *
 * Safe against confusion, because what is the same here but not at the upstream would let one client's reply be another's:
 * - Path and query are compared byte by byte, as they go to the upstream: `%2F` is not `/`, `%41` is not `A`, `a=1&b=2` is not `b=2&a=1`.
 *   Nothing is decoded, sorted or cut off. The price is an entry more where a client spells a URL in two ways.
 * - Scheme and host are part of it, since the upstream is told of them. They alone are normalised: case, the scheme's own port, the root's dot.
 * - A query parameter that the route leaves out of the key is not sent to the upstream either ({@link keyedQuery}).
 * @module
 */
import type { HeaderReader } from "./policy/freshness.ts";

/** What a route's replies depend on beyond the URL. */
export interface KeyPolicy {
  /** Names of the query parameters that count; all of them where absent. The others are removed. */
  readonly query?: readonly string[] | undefined;
  readonly headers?: readonly string[] | undefined;
  readonly cookies?: readonly string[] | undefined;
}

export interface CacheKey {
  readonly url: string;
  /** Empty where the route names no more than the URL. */
  readonly parts: string;
}

/**
 * Headers by which some frameworks let a client change what a request means, without a reply ever saying that it varies by them
 * (https://portswigger.net/research/practical-web-cache-poisoning). What comes with one of them is neither stored nor shared. Those
 * that edge/proxy never passes on need not stand here.
 */
const MEANING_CHANGERS = ["x-host", "x-http-host-override", "x-method-override", "x-url"] as const;

export function cacheKey(
  origin: { readonly proto: string; readonly host: string },
  target: { readonly path: string; readonly query: string },
  policy: KeyPolicy | undefined,
  headers: HeaderReader,
): CacheKey {
  const url = `${origin.proto}://${normalHost(origin)}${target.path}${keyedQuery(target.query, policy)}`;
  return { url, parts: policy === undefined ? "" : partsOf(policy, headers) };
}

/** The query with its `?`, less the parameters that the route leaves out; in the order, and the spelling, of the client. */
export function keyedQuery(query: string, policy: KeyPolicy | undefined): string {
  if (policy?.query === undefined || query === "") return query;
  const names = policy.query;
  const kept = query
    .slice(1)
    .split("&")
    .filter((pair) => names.includes(parameterName(pair)));
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}

export function changesMeaning(headers: HeaderReader): boolean {
  return MEANING_CHANGERS.some((name) => headers.get(name) !== null);
}

/** Host and port as RFC 9110 §4.2.3 compares them. */
function normalHost({ proto, host }: { readonly proto: string; readonly host: string }): string {
  const match = /^(.*?)\.?(?::(\d*))?$/.exec(host.toLowerCase());
  if (match === null) return host.toLowerCase();
  const [, name = "", port = ""] = match;
  const own = proto === "https" ? "443" : "80";
  return port === "" || port === own ? name : `${name}:${port}`;
}

function partsOf({ headers: names = [], cookies = [] }: KeyPolicy, headers: HeaderReader): string {
  if (names.length === 0 && cookies.length === 0) return "";
  // JSON keeps values apart whatever is in them.
  const values = names.map((name) => [name, headers.get(name)]);
  const jar = cookies.length === 0 ? undefined : cookiesOf(headers.get("cookie"));
  const crumbs = cookies.map((name) => [name, jar?.get(name) ?? null]);
  return JSON.stringify([values, crumbs]);
}

/** Of a name that comes twice all values count: upstreams differ in which one they take. */
function cookiesOf(header: string | null): ReadonlyMap<string, string> {
  const jar = new Map<string, string>();
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at < 0) continue;
    const name = pair.slice(0, at).trim();
    const value = pair.slice(at + 1).trim();
    const before = jar.get(name);
    jar.set(name, before === undefined ? value : `${before}\n${value}`);
  }
  return jar;
}

/** Decoded, since an upstream decodes it too: `%75tm` is `utm`. What does not decode is nobody's name, and is left out. */
function parameterName(pair: string): string {
  const at = pair.indexOf("=");
  const name = (at < 0 ? pair : pair.slice(0, at)).replaceAll("+", " ");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
