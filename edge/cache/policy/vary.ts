/**
 * `Vary`: which of several stored responses answers a request (RFC 9111 §4.1).
 * @module
 */
import type { HeaderReader } from "./freshness.ts";

/** More selecting headers than this is a mistake, and each request would pay for it. */
const SELECTING_HEADERS_MAX = 32;

/** Lists whose members may come in any order, and whose case does not matter (RFC 9110 §12.5). */
const UNORDERED: ReadonlySet<string> = new Set(["accept", "accept-charset", "accept-encoding", "accept-language"]);

/** The names that `Vary` lists, in lower case, sorted, each once; undefined where it says `*`, which never matches. */
export function parseVary(value: string | null): readonly string[] | undefined {
  if (value === null) return [];
  const names = new Set<string>();
  for (const part of value.split(",")) {
    const name = part.trim().toLowerCase();
    if (name === "*") return undefined;
    if (name !== "") names.add(name);
  }
  return names.size > SELECTING_HEADERS_MAX ? undefined : [...names].sort();
}

/** The normalised values of the headers that `names` lists; null where the request has none of that name. */
export function selectingValues(names: readonly string[], request: HeaderReader): readonly (string | null)[] {
  return names.map((name) => normalise(name, request.get(name)));
}

export function matches(names: readonly string[], values: readonly (string | null)[], request: HeaderReader): boolean {
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    if (normalise(name, request.get(name)) !== values[index]) return false;
  }
  return true;
}

/**
 * The value with nothing left of what means nothing. For a field that is not known here that is the white space around commas,
 * and only where the value has no quotes, inside which it would mean something.
 */
function normalise(name: string, value: string | null): string | null {
  if (value === null) return null;
  const text = value.trim();
  if (text.includes('"')) return text;
  if (!UNORDERED.has(name)) return text.includes(",") ? members(text).join(",") : text;
  return members(text.toLowerCase())
    .map((member) => member.replaceAll(/[\t ]*;[\t ]*/g, ";").replace(/;q=1(?:\.0{0,3})?$/, ""))
    .sort()
    .join(",");
}

function members(list: string): string[] {
  return list
    .split(",")
    .map((member) => member.trim())
    .filter((member) => member !== "");
}
