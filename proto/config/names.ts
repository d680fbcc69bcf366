/**
 * What configuration is called, and how much of it there may be.
 * @module
 */

/** Of services, idcs, nodes and labels. They stand in paths, in tokens (which are cut at `~`) and in logs. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** A section is what Apollo calls a namespace: `application`, `routes.json`. */
const SECTION = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** As in a properties file: no white space, no control characters, nothing that ends a key there. */
const KEY = /^[^\s=:#!\\\p{Cc}\p{Cs}]{1,128}$/u;
/** A node names itself, by host name or by address: IPv6 has colons. */
const NODE = /^[A-Za-z0-9[][A-Za-z0-9._:\]-]{0,127}$/;
/** Labels travel in headers, and with their node in 2 KB. */
const LABEL_VALUE = /^[ -~]{0,64}$/;

/** As many as a node may carry: they are kept with its socket, where 2 KB is all there is. */
export const LABELS_MAX = 8;
/** A value is a setting, or a document such as a route table. */
export const VALUE_BYTES_MAX = 262_144;
export const COMMENT_LENGTH_MAX = 500;
export const MESSAGE_LENGTH_MAX = 1_000;
/** All entries of one version as JSON. A row of an object's storage has at most 2 MB. */
export const CONTENT_BYTES_MAX = 1_048_576;
export const ENTRIES_MAX = 5_000;
export const SCHEMA_BYTES_MAX = 262_144;

export type Labels = Readonly<Record<string, string>>;

export function isName(text: string): boolean {
  return NAME.test(text);
}

export function isSectionName(text: string): boolean {
  return SECTION.test(text);
}

export function isKeyName(text: string): boolean {
  return KEY.test(text) && !NOT_AS_KEYS.has(text);
}

export function isNodeName(text: string): boolean {
  return NODE.test(text);
}

/** Keys become properties of plain objects, where this one is no property. */
const NOT_AS_KEYS = new Set(["__proto__"]);

/** @returns what is wrong, for the peer */
export function flawOfLabels(labels: Labels): string | undefined {
  const entries = Object.entries(labels);
  if (entries.length > LABELS_MAX) return `at most ${LABELS_MAX} labels`;
  for (const [name, value] of entries) {
    if (!isName(name)) return `a label is called [A-Za-z0-9._-], at most 64 characters, not '${name.slice(0, 80)}'`;
    if (!LABEL_VALUE.test(value)) return `label ${name}: at most 64 printable ASCII characters`;
  }
  return undefined;
}

/** `a=1,b=2`, as it stands in a query. @returns undefined where it is not that */
export function parseLabels(text: string): Labels | undefined {
  const pairs: [string, string][] = [];
  for (const pair of text === "" ? [] : text.split(",")) {
    const at = pair.indexOf("=");
    if (at < 1) return undefined;
    pairs.push([pair.slice(0, at).trim(), pair.slice(at + 1).trim()]);
  }
  const labels: Labels = Object.fromEntries(pairs);
  return flawOfLabels(labels) === undefined ? labels : undefined;
}
