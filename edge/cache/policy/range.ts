/**
 * Ranges of a whole that is stored (RFC 9110 §14). One range is served; several at once are answered with the whole, which §14.2
 * allows and which every client must be ready for.
 * @module
 */
export type RangeChoice =
  /** Ignored: no range, another unit, broken, or several. */
  | { readonly kind: "whole" }
  /** `end` is exclusive. */
  | { readonly kind: "part"; readonly start: number; readonly end: number }
  | { readonly kind: "unsatisfiable" };

const RANGE = /^bytes[\t ]*=[\t ]*(\d*)-(\d*)[\t ]*$/i;
const WHOLE = { kind: "whole" } as const;

export function chooseRange(range: string | null, bytes: number): RangeChoice {
  if (range === null) return WHOLE;
  const match = RANGE.exec(range.trim());
  if (match === null) return WHOLE;
  const [, first = "", last = ""] = match;
  if (first === "") {
    if (last === "") return WHOLE;
    const length = Math.min(Number(last), bytes);
    return length === 0 ? { kind: "unsatisfiable" } : { kind: "part", start: bytes - length, end: bytes };
  }
  const start = Number(first);
  const end = last === "" ? bytes : Math.min(Number(last) + 1, bytes);
  if (last !== "" && Number(last) < start) return WHOLE; // Broken by §14.1.1, and a broken range is ignored.
  return start >= bytes ? { kind: "unsatisfiable" } : { kind: "part", start, end };
}
