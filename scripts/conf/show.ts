/**
 * How things look on a terminal: tables, values, times.
 * @module
 */
import type * as wire from "../../proto/gen/config.contract.ts";
import { jsonDifference } from "./json-diff.ts";

const VALUE_LENGTH_SHOWN = 60;
const TYPES = ["", "text", "number", "boolean", "json", "duration"];
export const MASK = "••••••";
const NONE = "—";

/** The last column is as wide as it likes. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(printable));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? "")].length)));
  const lines = cells.map((row) =>
    row.map((cell, column) => (column === row.length - 1 ? cell : padded(cell, widths[column] ?? 0))).join("  "),
  );
  return lines.map((line) => line.trimEnd()).join("\n");
}

function padded(cell: string, width: number): string {
  return cell + " ".repeat(Math.max(0, width - [...cell].length));
}

export function typeName(type: number): string {
  return TYPES[type] ?? String(type);
}

/** @throws Error where it is none */
export function typeNumber(name: string): number {
  const at = TYPES.indexOf(name);
  if (at > 0) return at;
  throw new Error(`a type is one of ${TYPES.slice(1).join(", ")}, not '${name}'`);
}

export function shownValue({ value, secret }: Pick<wire.Entry, "value" | "secret">): string {
  if (secret) return MASK;
  const letters = [...value];
  return letters.length <= VALUE_LENGTH_SHOWN ? value : `${letters.slice(0, VALUE_LENGTH_SHOWN - 1).join("")}…`;
}

/** A JSON value that stays one is shown by the fields that differ: whole, nobody would find them. */
export function shownChanges(changes: readonly wire.Change[]): string {
  const lines = changes.flatMap(({ section, key, before, after }) => {
    const place = `${section}/${key}`;
    const fields = before && after && fieldsOf(before, after);
    if (fields !== undefined && fields !== null) return [`~ ${place}`, ...fields.map((line) => `    ${line}`)];
    const was = before && `- ${place} ${sideOf(before)}`;
    const is = after && `+ ${place} ${sideOf(after)}`;
    return [was, is].flatMap((line) => (line ? [line] : []));
  });
  return lines.map(printable).join("\n");
}

function fieldsOf(before: wire.Entry, after: wire.Entry): readonly string[] | undefined {
  const isPlain = [before, after].every(({ type, secret }) => typeName(type) === "json" && !secret);
  if (!isPlain || before.comment !== after.comment) return undefined;
  const lines = jsonDifference(before.value, after.value);
  return lines === undefined || lines.length === 0 ? undefined : lines;
}

function sideOf({ type, value, secret, comment }: wire.Entry): string {
  return `(${typeName(type)}) ${secret ? MASK : value}${comment === "" ? "" : `   # ${comment}`}`;
}

export function timeOf(timestamp: { readonly seconds: bigint; readonly nanos: number } | null): string {
  if (timestamp === null) return NONE;
  return new Date(Number(timestamp.seconds) * 1_000).toISOString().replace(/\.\d+Z$/, "Z");
}

export function orNone(text: string): string {
  return text === "" ? NONE : text;
}

export function ruleOf(rule: wire.GrayRule | null | undefined): string {
  if (rule === null || rule === undefined) return NONE;
  const { percent, labels, nodes } = rule;
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const parts = [percent > 0 ? `${percent} %` : "", pairs.join(" and "), nodes.join(", ")];
  return orNone(parts.filter((part) => part !== "").join("; "));
}

/** What others wrote is shown, and not obeyed: a terminal takes some control characters for orders. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (char) =>
    char === "\n" ? "⏎" : `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}
