/**
 * The upstream's path of a request: the route's rewrite, with the wild parts of the request's path put in as they came, byte by byte.
 * @module
 */
import type { PathPattern } from "./pattern.ts";

/** Gives the upstream's path for the segments of a request's path that matched. */
export type Rewrite = (segments: readonly string[]) => string;

/** @param match names every placeholder of `rewrite`; see table-check.ts */
export function compileRewrite(rewrite: PathPattern, match: PathPattern): Rewrite {
  const parts = rewrite.segments.map((segment) => {
    if (segment.kind === "literal") return { text: `/${segment.text}` };
    const at = match.segments.findIndex((other) => other.kind !== "literal" && other.name === segment.name);
    return { at, rest: segment.kind === "rest" };
  });
  return (segments) => {
    let path = "";
    for (const part of parts) {
      if ("text" in part) path += part.text;
      else path += `/${part.rest ? segments.slice(part.at).join("/") : segments[part.at]}`;
    }
    return path;
  };
}
