/**
 * Parameters of a query or a form, read in one way only: a name that stands there twice, or an escape that is none, makes all of it
 * unreadable, because whoever checked it before us may have read it otherwise.
 * @module
 */

/** No dialect has as many. */
const PARAMS_MAX = 64;

export type Params = ReadonlyMap<string, string>;

/**
 * @param query with its `?` or without; empty for none
 * @param anyCase for dialects whose parameters are called the same in any case: names are then lower case
 */
export function parseParams(query: string, anyCase = false): Params | undefined {
  const params = new Map<string, string>();
  const start = query.startsWith("?") ? 1 : 0;
  if (query.length === start) return params;
  const pairs = query.slice(start).split("&");
  if (pairs.length > PARAMS_MAX) return undefined;
  for (const pair of pairs) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const written = decoded(equals < 0 ? pair : pair.slice(0, equals));
    const name = anyCase ? written?.toLowerCase() : written;
    const value = equals < 0 ? "" : decoded(pair.slice(equals + 1));
    if (name === undefined || value === undefined || params.has(name)) return undefined;
    params.set(name, value);
  }
  return params;
}

function decoded(text: string): string | undefined {
  if (!text.includes("%") && !text.includes("+")) return text;
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined; // The caller refuses the whole.
  }
}
