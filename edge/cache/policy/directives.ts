/**
 * The directives of `Cache-Control` (RFC 9111 §5.2), of requests and of responses.
 *
 * Of a directive that comes twice the first one counts (§4.2.1). A directive whose shape is broken is passed by, and the others still
 * count; a number that is broken makes the response stale, because whoever wrote it did mean to limit its life.
 * @module
 */

/** Name in lower case → its argument, unquoted; or `true` where it has none. */
export type Directives = ReadonlyMap<string, string | true>;

/** What a response may say to this cache, taken from its header once when the response arrives. */
export interface ResponseDirectives {
  readonly noStore: boolean;
  readonly mustUnderstand: boolean;
  readonly private: boolean;
  readonly public: boolean;
  readonly noCache: boolean;
  readonly mustRevalidate: boolean;
  readonly proxyRevalidate: boolean;
  readonly immutable: boolean;
  readonly maxAgeSeconds: number | undefined;
  readonly sharedMaxAgeSeconds: number | undefined;
  readonly staleWhileRevalidateSeconds: number | undefined;
  readonly staleIfErrorSeconds: number | undefined;
  /** Header fields in lower case that `private="…"` and `no-cache="…"` keep out of the store. */
  readonly withheldFields: readonly string[];
}

export interface RequestDirectives {
  readonly noStore: boolean;
  readonly noCache: boolean;
  readonly onlyIfCached: boolean;
  readonly maxAgeSeconds: number | undefined;
  readonly minFreshSeconds: number | undefined;
  /** Infinity where any staleness will do. */
  readonly maxStaleSeconds: number | undefined;
  readonly staleIfErrorSeconds: number | undefined;
}

/** More than 68 years, which is what RFC 9111 §1.2.2 suggests for what does not fit. */
export const DELTA_SECONDS_MAX = 2_147_483_648;

/** token [ "=" ( token / quoted-string ) ], with optional white space around the commas and nowhere else. */
const DIRECTIVE =
  /[\t ]*(?:([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:=(?:"((?:[^"\\]|\\.)*)"|([!#$%&'*+.^_`|~0-9A-Za-z:;?@/()[\]{}<>-]+)))?)?[\t ]*(?:,|$)/y;
const FIELD_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

export function parseDirectives(value: string | null): Directives {
  const found = new Map<string, string | true>();
  if (value === null) return found;
  DIRECTIVE.lastIndex = 0;
  while (DIRECTIVE.lastIndex < value.length) {
    const startedAt = DIRECTIVE.lastIndex;
    const match = DIRECTIVE.exec(value);
    if (match === null) {
      DIRECTIVE.lastIndex = afterNextComma(value, startedAt);
      continue;
    }
    const name = match[1]?.toLowerCase();
    if (name === undefined || found.has(name)) continue;
    found.set(name, match[2]?.replaceAll(/\\(.)/g, "$1") ?? match[3] ?? true);
  }
  return found;
}

export function responseDirectives(directives: Directives): ResponseDirectives {
  const privateFields = fieldNames(directives.get("private"));
  const noCacheFields = fieldNames(directives.get("no-cache"));
  return {
    noStore: directives.has("no-store"),
    mustUnderstand: directives.has("must-understand"),
    private: directives.has("private") && privateFields === undefined,
    public: directives.has("public"),
    noCache: directives.has("no-cache") && noCacheFields === undefined,
    mustRevalidate: directives.has("must-revalidate"),
    proxyRevalidate: directives.has("proxy-revalidate"),
    immutable: directives.has("immutable"),
    maxAgeSeconds: seconds(directives, "max-age"),
    sharedMaxAgeSeconds: seconds(directives, "s-maxage"),
    staleWhileRevalidateSeconds: seconds(directives, "stale-while-revalidate"),
    staleIfErrorSeconds: seconds(directives, "stale-if-error"),
    withheldFields: [...(privateFields ?? []), ...(noCacheFields ?? [])],
  };
}

export function requestDirectives(directives: Directives): RequestDirectives {
  return {
    noStore: directives.has("no-store"),
    noCache: directives.has("no-cache"),
    onlyIfCached: directives.has("only-if-cached"),
    maxAgeSeconds: seconds(directives, "max-age"),
    minFreshSeconds: seconds(directives, "min-fresh"),
    maxStaleSeconds: directives.get("max-stale") === true ? Infinity : seconds(directives, "max-stale"),
    staleIfErrorSeconds: seconds(directives, "stale-if-error"),
  };
}

/** delta-seconds (RFC 9111 §1.2.2); undefined where it is none. */
export function parseDeltaSeconds(value: string): number | undefined {
  return /^\d+$/.test(value) ? Math.min(Number(value), DELTA_SECONDS_MAX) : undefined;
}

function seconds(directives: Directives, name: string): number | undefined {
  const value = directives.get(name);
  if (value === undefined) return undefined;
  return value === true ? 0 : (parseDeltaSeconds(value) ?? 0);
}

/** The fields of the qualified form; undefined where the directive is unqualified, or not as it should be and so means everything. */
function fieldNames(value: string | true | undefined): string[] | undefined {
  if (value === undefined || value === true) return undefined;
  const names = value.split(",").map((name) => name.trim().toLowerCase());
  return names.every((name) => FIELD_NAME.test(name)) ? names : undefined;
}

function afterNextComma(value: string, from: number): number {
  let quoted = false;
  for (let index = from; index < value.length; index++) {
    const char = value[index];
    if (quoted && char === "\\") index += 1;
    else if (char === '"') quoted = !quoted;
    else if (char === "," && !quoted) return index + 1;
  }
  return value.length;
}
