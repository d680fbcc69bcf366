/** Which URLs an item may have: a path of this very host, and its query. @module */
import { ITEM_URL_LENGTH_MAX } from "./model.ts";

/** Only to resolve a path as every URL parser does; `.invalid` never is a host (RFC 2606). */
const BASE = "http://batch.invalid";
/** Whatever is neither printable ASCII nor beyond the second block of control characters. */
const CONTROL_OR_SPACE = /[^!-~\u00a0-\u{10ffff}]/u;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const BATCH_SEGMENT = "$batch";
/**
 * Most paths: nothing in them that a parser would resolve or a decoder uncover. No segment starts with a dot, and there is no
 * escape, no `$` and no double slash.
 */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/;
/** Nobody decodes a path more often than a chain of proxies is long. */
const DECODINGS_MAX = 4;

/** A path without its slash is meant from the root, where `/$batch` is. */
export function absolutePath(url: string): string {
  return SCHEME.test(url) || /^[/\\?#]/.test(url) || url === "" ? url : `/${url}`;
}

/** What is wrong with it, for a sentence that begins with the field's name; undefined where nothing is. */
export function urlProblem(url: string): string | undefined {
  if (url.length > ITEM_URL_LENGTH_MAX) return `must have at most ${ITEM_URL_LENGTH_MAX} characters`;
  if (CONTROL_OR_SPACE.test(url) || !url.isWellFormed()) return "must not have spaces or control characters";
  if (SCHEME.test(url)) return "must be relative: a path, without scheme and host";
  if (url.includes("\\")) return "must not have backslashes, which some servers take for slashes";
  if (url.includes("#")) return "must not have a fragment";
  if (!url.startsWith("/") || url.startsWith("//")) return "must be relative: a path that starts with one slash";
  const path = pathOf(url);
  if (PLAIN_PATH.test(path)) return undefined;
  if (climbs(path)) return "must not climb above the root";
  const resolved = new URL(path, BASE);
  if (resolved.origin !== BASE) return "must be relative: a path that starts with one slash";
  if (resolved.pathname.startsWith("//")) return "must not resolve to a path that starts with two slashes";
  if (namesBatch(resolved.pathname)) return "must not be a batch itself";
  return undefined;
}

/** Whether the path has a segment `.` or `..`, which a URL parser takes away together with what stands before it. */
export function hasDotSegment(url: string): boolean {
  return segmentsOf(pathOf(url)).some((segment) => segment === "." || segment === "..");
}

function pathOf(url: string): string {
  const query = url.indexOf("?");
  return query < 0 ? url : url.slice(0, query);
}

/** `%2e` is a dot in dot segments (https://url.spec.whatwg.org/#double-dot-path-segment). */
function segmentsOf(path: string): string[] {
  return path.split("/").map((segment) => segment.replace(/%2e/gi, "."));
}

function climbs(path: string): boolean {
  let depth = 0;
  for (const segment of segmentsOf(path).slice(1)) {
    if (segment === "..") depth--;
    else if (segment !== ".") depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** In any spelling: another letter case, percent-encoded, encoded twice, below a prefix, with a slash or a parameter after it. */
function namesBatch(path: string): boolean {
  let decoded = path;
  for (let i = 0; i < DECODINGS_MAX && decoded.includes("%"); i++) {
    decoded = decoded.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  return decoded.split(/[/\\;]/).some((segment) => segment.toLowerCase() === BATCH_SEGMENT);
}
