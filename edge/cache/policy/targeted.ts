/**
 * `CDN-Cache-Control` (RFC 9213): directives for caches such as this one alone. Where it is there and parses, `Cache-Control` and
 * `Expires` have no say here; where it does not parse, it is as if it were not there (§2.1, §2.2).
 * @module
 */
import { parseDictionary, Token } from "structured-headers";
import { DELTA_SECONDS_MAX, type Directives } from "./directives.ts";

/** The directives in the shape of `Cache-Control`'s, or undefined where the field is absent, empty or no dictionary. */
export function targetedDirectives(value: string | null): Directives | undefined {
  if (value === null) return undefined;
  const found = new Map<string, string | true>();
  try {
    for (const [name, [item]] of parseDictionary(value)) {
      if (item === true) found.set(name, true);
      else if (typeof item === "number" && Number.isInteger(item)) {
        // Below zero is no lifetime, and makes the response stale as it does in Cache-Control.
        found.set(name, String(Math.min(Math.max(item, 0), DELTA_SECONDS_MAX)));
      } else if (item instanceof Token) found.set(name, item.toString());
      else if (typeof item === "string" && (name === "private" || name === "no-cache")) found.set(name, item);
      // Any other type is not what the directive is defined with, so the directive is passed by (§2.1).
    }
  } catch {
    return undefined;
  }
  return found.size === 0 ? undefined : found;
}
