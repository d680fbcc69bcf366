/**
 * One field of a JSON document, by its path.
 * @module
 */
import { UsageError } from "./usage.ts";

/**
 * The document with another value there. Objects on the way are made where they are missing; `null` takes the field away.
 * @param path `cache.ttlSeconds`, `urls.0`
 * @param value JSON, or else a text
 * @throws UsageError where the path goes through something that has no fields
 */
export function changedAt(document: string, path: string, value: string): string {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const root = parsed(document, "its value is no JSON");
  let place = root;
  for (const name of names) {
    if (!isObject(place)) throw new UsageError(`--at ${path}: there is nothing with fields above '${name}'`);
    if (Object.hasOwn(place, name)) place = place[name];
    else {
      const made = {};
      define(place, name, made, path);
      place = made;
    }
  }
  if (!isObject(place)) throw new UsageError(`--at ${path}: there is nothing with fields above '${last}'`);
  const next = jsonOrText(value);
  if (next === null && !Array.isArray(place)) delete place[last];
  else define(place, last, next, path);
  return JSON.stringify(root);
}

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function define(place: Fields, name: string, value: unknown, path: string): void {
  if (Array.isArray(place) && !(/^\d{1,6}$/.test(name) && Number(name) <= place.length)) {
    throw new UsageError(`--at ${path}: '${name}' is no place in a list of ${place.length}`);
  }
  Object.defineProperty(place, name, { value, enumerable: true, configurable: true, writable: true });
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // A word needs no quotes.
  }
}

function parsed(text: string, words: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`--at: ${words}`, { cause });
  }
}
