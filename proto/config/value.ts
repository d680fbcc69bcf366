/**
 * Values: text with a type, which says what the text must be and what it becomes in a program.
 *
 * | type | text | in a program |
 * |---|---|---|
 * | `text` | anything | string |
 * | `number` | a JSON number that a double holds: `-1.5`, `1e3` | number |
 * | `boolean` | `true`, `false` | boolean |
 * | `json` | a JSON document | what it says |
 * | `duration` | `1h30m`, `250ms`, `0s`: units d h m s ms, each once, from large to small | number of ms |
 * @module
 */

export const VALUE_TYPES = ["text", "number", "boolean", "json", "duration"] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/** What a value is in a program. */
export type TypedValue = string | number | boolean | null | object;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const DURATION = /^(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m(?!s))?(?:(\d{1,9}(?:\.\d{1,3})?)s)?(?:(\d{1,12})ms)?$/;
const UNIT_MS = [86_400_000, 3_600_000, 60_000, 1_000, 1];

export type ParsedValue =
  | { readonly value: TypedValue; readonly flaw?: never }
  /** What the text ought to be. It never repeats the text, which may be a secret. */
  | { readonly flaw: string; readonly value?: never };

export function isValueType(text: unknown): text is ValueType {
  return VALUE_TYPES.some((type) => type === text);
}

export function parseValue(type: ValueType, text: string): ParsedValue {
  switch (type) {
    case "text":
      return { value: text };
    case "number":
      return numberOf(text);
    case "boolean":
      return text === "true" || text === "false" ? { value: text === "true" } : { flaw: "must be true or false" };
    case "json":
      return jsonOf(text);
    case "duration":
      return durationOf(text);
  }
}

function numberOf(text: string): ParsedValue {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return { flaw: "must be a number such as 12 or -0.5" };
  // An id in a number loses its last digits without a word: it belongs in a text.
  if (/^-?\d+$/.test(text) && !Number.isSafeInteger(value)) return { flaw: "is beyond 2^53: store it as text" };
  return { value };
}

function jsonOf(text: string): ParsedValue {
  try {
    return { value: JSON.parse(text) as TypedValue };
  } catch {
    return { flaw: "must be a JSON document" }; // The parser's own message quotes the text.
  }
}

function durationOf(text: string): ParsedValue {
  const parts = text === "" ? null : DURATION.exec(text);
  if (parts === null) return { flaw: "must be a duration such as 250ms, 5s or 1h30m" };
  const ms = UNIT_MS.reduce((sum, unit, at) => sum + Number(parts[at + 1] ?? 0) * unit, 0);
  return { value: Math.round(ms) };
}
