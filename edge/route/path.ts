/**
 * Paths as they stand in a request line: bytes in percent-encoding that need be no UTF-8, never decoded but for comparison.
 * @module
 */

/**
 * A piece of a path that is `.` or `..` once a server has decoded it, also behind an encoded slash or backslash, and also with a
 * `;parameter`, which Java servers cut off. `fetch` would resolve the plain forms itself (WHATWG URL §4.4) and many upstreams the
 * others: such a path could climb out of the prefix that its route gave it.
 */
const DOT_SEGMENT = /(?:^|\/|%2f|%5c)(?:\.|%2e){1,2}(?:;[^/]*)?(?=$|\/|%2f|%5c)/i;
const ENCODED = /%[0-9a-f]{2}/gi;
const UNRESERVED = /[A-Za-z0-9\-._~]/;

/** What is wrong with a path, as a sentence; undefined where nothing is. */
export function pathFlaw(path: string): string | undefined {
  // A backslash is no character of a URI (RFC 3986 §2), and `fetch` would make a slash of it.
  if (path.includes("\\")) return "the path has a backslash; its encoding is %5C";
  if (mayHaveDots(path) && DOT_SEGMENT.test(path)) return "the path has a dot segment";
  return undefined;
}

/**
 * Two segments that mean the same (RFC 3986 §6.2.2) are the same string after this: needless escapes of letters, digits and `-._~`
 * are undone, once, and the others are upper case. Otherwise `/%61dmin` would slip past the route of `/admin`.
 */
export function canonicalSegment(segment: string): string {
  if (!segment.includes("%")) return segment;
  return segment.replace(ENCODED, (triplet) => {
    const char = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return UNRESERVED.test(char) ? char : triplet.toUpperCase();
  });
}

function mayHaveDots(path: string): boolean {
  return path.includes("/.") || path.includes("%");
}
