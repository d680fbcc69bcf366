/**
 * JSON in which numbers stay as they were written: data of others passes through, and a 64-bit id must not lose its last digits on the way.
 * @module
 */

/** As many digits fit into a number of JavaScript for sure. */
const LONG_NUMBER = /\d{16}/;

/** ECMAScript's JSON.parse source text access; TypeScript does not know it yet. */
const RAW = JSON as unknown as { rawJSON(text: string): unknown };

/** @returns what `JSON.stringify` makes into the same text again, numbers included; undefined for what is no JSON */
export function exactJson(text: string): unknown {
  try {
    return LONG_NUMBER.test(text) ? JSON.parse(text, exactNumber) : JSON.parse(text);
  } catch {
    return undefined; // The caller says what was expected.
  }
}

function exactNumber(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== "number" || source === undefined || String(value) === source) return value;
  return LONG_NUMBER.test(source) ? RAW.rawJSON(source) : value;
}
