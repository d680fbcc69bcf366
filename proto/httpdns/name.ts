/**
 * Names as every dialect means them: one form of each, or none.
 * @module
 */

/** Without the dot at the end: the 255 bytes of RFC 1035 §2.3.4 less the length of the first label and the root's. */
export const NAME_LENGTH_MAX = 253;

/**
 * Letters, digits, hyphens, and the underscore that service records have; labels of 1 to 63. A `*` would be a wildcard of a zone, which
 * is not a name that anybody can ask for.
 */
const NAME = /^(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/;
/** What ends in a number is an address, or a way to write one that some parsers take (WHATWG URL, "ends in a number"). */
const ADDRESS = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/;
/** What says that it is the encoding of such letters already is taken as it is: a name that does not exist does no harm. */
const BEYOND_ASCII = /[^\0-\x7f]/;
/** What would mean something else in a URL than a part of its host. */
const NO_HOST = /[\0-,/:-@[-^`{-\x7f]/;

/** Lower case, A-labels, without a dot at the end; undefined where it is no name that may be asked for. */
export function normalName(text: string): string | undefined {
  if (text.length === 0 || text.length > NAME_LENGTH_MAX + 1) return undefined;
  const bare = text.endsWith(".") ? text.slice(0, -1) : text;
  const lower = bare.toLowerCase();
  const name = BEYOND_ASCII.test(lower) ? ascii(lower) : lower;
  if (name === undefined || name.length > NAME_LENGTH_MAX || !NAME.test(name) || ADDRESS.test(name)) return undefined;
  return name;
}

/** By UTS #46, as browsers do it; undefined where it is none, or where the platform's URL cannot (React Native's own). */
function ascii(name: string): string | undefined {
  if (NO_HOST.test(name)) return undefined;
  try {
    return new URL(`http://${name}`).hostname;
  } catch {
    return undefined; // The caller refuses the name.
  }
}
