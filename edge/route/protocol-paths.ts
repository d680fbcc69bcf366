/**
 * The paths at which the edge itself answers, before any route. A table whose route asks for one of them is refused; a route that
 * matches one only because it takes everything, such as `/{rest...}`, simply never sees it.
 * @module
 */
import { canonicalSegment } from "./path.ts";
import type { PathPattern } from "./pattern.ts";

export const LIVEZ_PATH = "/livez";
export const READYZ_PATH = "/readyz";
/** Every RPC service of Fairway: `/fairway.<package>.<Service>/<Method>`. */
export const RPC_PATH_PREFIX = "/fairway.";

/** `$` needs no escape in a path (RFC 3986 §3.3), but edge/app.ts takes it with one too. */
const FIRST_SEGMENTS = new Set(["$batch", "%24batch", "livez", "readyz", "ops"]);
const RPC_SEGMENT_PREFIX = "fairway.";
/** The rest of `/.well-known/` is the team's own: apps are linked to their sites there. */
const WELL_KNOWN = new Set(["fairway", "jwks.json", "openid-configuration"]);

/** Whether the pattern asks for a path of a protocol. */
export function asksForProtocolPath({ segments }: PathPattern): boolean {
  const [first, second] = segments;
  if (first?.kind !== "literal") return false;
  const text = canonicalSegment(first.text);
  if (text === ".well-known") return second?.kind !== "literal" ? false : WELL_KNOWN.has(canonicalSegment(second.text));
  return FIRST_SEGMENTS.has(text) || text.startsWith(RPC_SEGMENT_PREFIX);
}
