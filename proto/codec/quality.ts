/** Lists of choices with weights, as `Accept` and `Accept-Encoding` have them (RFC 9110 §12.4.2). @module */

export interface Choice {
  /** Lower case, as names of codings and of media types are compared. */
  readonly value: string;
  /** Lower-case names; values as they came, without their quotes. The weight is not among them. */
  readonly parameters: Readonly<Record<string, string>>;
  /** 0 to 1, where 0 means "not this". */
  readonly quality: number;
}

/** A header with more is hostile or broken; the rest of it is not read. */
const CHOICES_MAX = 64;
const QUALITY = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/** A choice with a weight that is none is left out, because what its sender meant cannot be known. */
export function parseChoices(header: string): Choice[] {
  const choices: Choice[] = [];
  for (const part of splitOutsideQuotes(header, ",", CHOICES_MAX)) {
    const [head = "", ...rest] = splitOutsideQuotes(part, ";", CHOICES_MAX);
    const value = head.trim().toLowerCase();
    const { q = "1", ...parameters } = parseParameters(rest);
    if (value !== "" && QUALITY.test(q)) choices.push({ value, parameters, quality: Number(q) });
  }
  return choices;
}

/** `name=value` pairs; of a name that comes twice the first counts. */
export function parseParameters(parts: readonly string[]): Record<string, string> {
  const parameters: Record<string, string> = Object.create(null);
  for (const part of parts) {
    const equals = part.indexOf("=");
    const name = part
      .slice(0, equals < 0 ? undefined : equals)
      .trim()
      .toLowerCase();
    if (name === "" || name in parameters) continue;
    parameters[name] = equals < 0 ? "" : unquote(part.slice(equals + 1).trim());
  }
  return parameters;
}

/** Parts between separators that do not stand in a quoted string (RFC 9110 §5.6.4). */
export function splitOutsideQuotes(text: string, separator: string, partsMax: number): string[] {
  if (!text.includes('"')) return text.split(separator, partsMax);
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length && parts.length < partsMax; at++) {
    const char = text[at];
    if (quoted && char === "\\") at++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === separator) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (parts.length < partsMax) parts.push(text.slice(start));
  return parts;
}

function unquote(value: string): string {
  return value.length >= 2 && value.startsWith('"') && value.endsWith('"')
    ? value.slice(1, -1).replace(/\\(.)/g, "$1")
    : value;
}
