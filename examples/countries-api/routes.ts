/**
 * The API's paths: which question a URL asks, and what is wrong with it if it asks none. Knows nothing of headers and sockets.
 *
 *     GET /countries?page=1&per_page=20&region=Europe
 *     GET /countries/{cca3 or cca2}
 *     GET /countries/{cca3 or cca2}/borders
 *     GET /search?q=alema&limit=10
 *     GET /regions
 *
 * @module
 */
import { borders, type Country, countryByCode, countryPage, REGIONS, regions } from "./countries.ts";
import { search } from "./search.ts";

const PER_PAGE_DEFAULT = 20;
const PER_PAGE_MAX = 100; // A page of 100 full records is about 230 KB of JSON; more belongs on a second page.
const PAGE_MAX = 1_000_000; // Far beyond the data, and far from where multiplication loses precision.
const QUERY_LENGTH_MAX = 100; // The longest name in the data has 80 characters.
const LIMIT_DEFAULT = 10;
const LIMIT_MAX = 50;

/** A request that cannot be answered, told to the caller as `{"error":{"code","message"}}`. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * The reply to a GET of this path, as a value for JSON.
 * @throws ApiError 400 or 404
 */
export function answer(path: string, query: URLSearchParams): object {
  const [collection, code, detail, ...rest] = path.slice(1).split("/").map(decodeSegment);
  if (rest.length > 0) throw notFound(path);
  if (collection === "countries") {
    if (code === undefined) return countryPage(pageQuery(query));
    if (detail === undefined) return country(code);
    if (detail === "borders") return borders(country(code));
  } else if (code === undefined) {
    if (collection === "search") return search(searchText(query), integer(query, "limit", LIMIT_DEFAULT, LIMIT_MAX));
    if (collection === "regions") return regions();
  }
  throw notFound(path);
}

function pageQuery(query: URLSearchParams) {
  const region = single(query, "region");
  return {
    page: integer(query, "page", 1, PAGE_MAX),
    perPage: integer(query, "per_page", PER_PAGE_DEFAULT, PER_PAGE_MAX),
    region: region === undefined ? undefined : knownRegion(region),
  };
}

function country(code: string): Country {
  const found = countryByCode(code);
  if (found === undefined) throw new ApiError(404, "not_found", `no country has the code '${code}'`);
  return found;
}

function knownRegion(name: string): string {
  const found = REGIONS.find((region) => region.toLowerCase() === name.toLowerCase());
  if (found === undefined) {
    throw new ApiError(400, "invalid_parameter", `'region' is '${name}', but must be one of ${REGIONS.join(", ")}`);
  }
  return found;
}

function searchText(query: URLSearchParams): string {
  const text = single(query, "q")?.trim() ?? "";
  if (text === "") throw new ApiError(400, "invalid_parameter", "'q' is missing: the name or a part of it");
  if (text.length > QUERY_LENGTH_MAX) {
    throw new ApiError(400, "invalid_parameter", `'q' is longer than ${QUERY_LENGTH_MAX} characters`);
  }
  return text;
}

/** A parameter that counts from 1. */
function integer(query: URLSearchParams, name: string, fallback: number, max: number): number {
  const text = single(query, name);
  if (text === undefined) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= max) return value;
  throw new ApiError(400, "invalid_parameter", `'${name}' is '${text}', but must be a whole number from 1 to ${max}`);
}

/** A parameter that is given twice has no meaning that both sides would agree on. */
function single(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  if (values.length > 1) throw new ApiError(400, "invalid_parameter", `'${name}' is given ${values.length} times`);
  return values[0];
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    if (cause instanceof URIError) throw new ApiError(400, "invalid_path", "the path is not valid percent-encoding");
    throw cause;
  }
}

function notFound(path: string): ApiError {
  return new ApiError(404, "not_found", `nothing is at '${path}'`);
}
