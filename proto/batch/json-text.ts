/**
 * Places in JSON text, without turning the text into values and back: a parsed value has lost the digits of a large number, and
 * a body that is written again is no longer the one that was sent.
 *
 * Everything here takes text that `JSON.parse` has accepted, and scans without recursion, so that deep nesting costs no stack.
 * @module
 */

/** Where a value stands in its text: from `start` up to `end`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The value of a document without the white space around it. */
export function whole(text: string): Place {
  const start = skipSpace(text, 0);
  return { start, end: endOfValue(text, start) };
}

/** The values of an object's members by key; of a key that comes twice the last counts, as in `JSON.parse`. Empty for no object. */
export function membersOf(text: string, { start }: Place): Map<string, Place> {
  const members = new Map<string, Place>();
  if (text[start] !== "{") return members;
  for (let at = skipSpace(text, start + 1); text[at] !== "}"; ) {
    const keyEnd = endOfString(text, at);
    const key = JSON.parse(text.slice(at, keyEnd)) as string;
    const value = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = endOfValue(text, value);
    members.set(key, { start: value, end });
    at = skipSeparator(text, end);
  }
  return members;
}

/** The values of an array; none for what is no array. */
export function elementsOf(text: string, { start }: Place): Place[] {
  const elements: Place[] = [];
  if (text[start] !== "[") return elements;
  for (let at = skipSpace(text, start + 1); text[at] !== "]"; ) {
    const end = endOfValue(text, at);
    elements.push({ start: at, end });
    at = skipSeparator(text, end);
  }
  return elements;
}

/** The text of the value at a path of keys and indexes; undefined where there is none. */
export function valueAt(text: string, path: readonly string[]): string | undefined {
  let place: Place | undefined = whole(text);
  for (const segment of path) {
    place =
      text[place.start] === "["
        ? /^(?:0|[1-9]\d*)$/.test(segment)
          ? elementsOf(text, place)[Number(segment)]
          : undefined
        : membersOf(text, place).get(segment);
    if (place === undefined) return undefined;
  }
  return text.slice(place.start, place.end);
}

/**
 * The text with its string values, not its keys, replaced.
 * @param replace takes a string and gives JSON text in its place, or undefined to leave it as it is
 */
export function replaceStrings(text: string, replace: (value: string) => string | undefined): string {
  let result = "";
  let copied = 0;
  for (let at = text.indexOf('"'); at >= 0; ) {
    const end = endOfString(text, at);
    if (text[skipSpace(text, end)] !== ":") {
      const replacement = replace(JSON.parse(text.slice(at, end)) as string);
      if (replacement !== undefined) {
        result += text.slice(copied, at) + replacement;
        copied = end;
      }
    }
    at = text.indexOf('"', end);
  }
  return result + text.slice(copied);
}

function skipSpace(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at++;
  }
}

/** To the next member, or to the bracket that closes. */
function skipSeparator(text: string, at: number): number {
  const next = skipSpace(text, at);
  return text[next] === "," ? skipSpace(text, next + 1) : next;
}

/** @param at of the opening quote */
function endOfString(text: string, at: number): number {
  for (let quote = at; ; ) {
    quote = text.indexOf('"', quote + 1);
    let slashes = 0;
    while (text[quote - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
}

function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first !== "{" && first !== "[") return endOfLiteral(text, start);
  let depth = 0;
  for (let at = start; ; ) {
    switch (text[at]) {
      case '"':
        at = endOfString(text, at);
        continue;
      case "{":
      case "[":
        depth++;
        break;
      case "}":
      case "]":
        if (--depth === 0) return at + 1;
    }
    at++;
  }
}

/** Of a number, true, false or null. */
function endOfLiteral(text: string, start: number): number {
  let at = start;
  while (at < text.length && !",]} \n\r\t".includes(text[at] as string)) at++;
  return at;
}
