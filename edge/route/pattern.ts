/**
 * Path patterns of the route table, in a `match` and in a `rewrite` alike:
 *
 *     /api/countries            literal segments
 *     /api/countries/{code}     one segment, never empty
 *     /files/{rest...}          all that follows the slash, slashes and nothing included; only as the last segment
 *
 * @module
 */
import { canonicalSegment, pathFlaw } from "./path.ts";

export type Segment =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "param"; readonly name: string }
  | { readonly kind: "rest"; readonly name: string };

export interface PathPattern {
  readonly segments: readonly Segment[];
}

export type PatternResult =
  | { readonly pattern: PathPattern; readonly flaw?: never }
  | { readonly flaw: string; readonly pattern?: never };

const PLACEHOLDER = /^\{([a-z][A-Za-z0-9_]*)(\.\.\.)?\}$/;
/** `pchar` of RFC 3986 §3.3. */
const LITERAL = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})*$/;

export function parsePattern(text: string): PatternResult {
  if (!text.startsWith("/")) return { flaw: "must begin with '/'" };
  const parts = text.slice(1).split("/");
  const segments: Segment[] = [];
  for (const [index, part] of parts.entries()) {
    const segment = parseSegment(part);
    if (typeof segment === "string") return { flaw: segment };
    if (segment.kind === "rest" && index < parts.length - 1) return { flaw: `'${part}' must be the last segment` };
    if (
      segment.kind !== "literal" &&
      segments.some((other) => other.kind !== "literal" && other.name === segment.name)
    ) {
      return { flaw: `'${segment.name}' stands twice` };
    }
    segments.push(segment);
  }
  const flaw = pathFlaw(text);
  return flaw === undefined ? { pattern: { segments } } : { flaw };
}

function parseSegment(part: string): Segment | string {
  const [, name, rest] = PLACEHOLDER.exec(part) ?? [];
  if (name !== undefined) return { kind: rest === undefined ? "param" : "rest", name };
  if (part.includes("{") || part.includes("}")) {
    return `'${part}' is neither text, {name} nor {name...}; a placeholder takes a whole segment`;
  }
  if (part.includes("?") || part.includes("#")) return "must be a path without query and fragment";
  return LITERAL.test(part)
    ? { kind: "literal", text: part }
    : `'${part}' has a character that must be percent-encoded`;
}

/** The same for two patterns that match the same paths. */
export function shapeOf({ segments }: PathPattern): string {
  return segments
    .map((segment) => {
      if (segment.kind === "literal") return `/${canonicalSegment(segment.text)}`;
      return segment.kind === "param" ? "/{}" : "/{...}";
    })
    .join("");
}

export function paramNames({ segments }: PathPattern): string[] {
  return segments.flatMap((segment) => (segment.kind === "literal" ? [] : [segment.name]));
}
