/**
 * A piece of work as it goes on the wire: its texts put together, each reference replaced by its value, or, where the value will
 * only be there during the batch, by the edge's notation for it, `{id.body.path}`.
 * @module
 */
import { escapeReference, type HeaderField } from "../proto/batch/batch.ts";
import type { Bytes } from "../proto/codec/codec.ts";
import { type Body, type Job, targetsOf, type Work } from "./job.ts";
import { replaceRefs, type Target, type Text, targetOf, textOf, valueAt } from "./reference.ts";

export interface Rendered {
  /** Path and query. */
  readonly url: string;
  readonly headers: readonly HeaderField[];
  readonly body?: Bytes;
}

/** The id of a job in the same batch; undefined for all others. */
export type IdOf = (job: Job) => string | undefined;

/**
 * @param authorization the header's value, where it has one
 * @throws Fault failed_precondition where a finished reply has no value at a reference
 */
export function render(work: Work, authorization: Text | undefined, idOf: IdOf, dependent: boolean): Rendered {
  // Only in an item that depends on others does the edge look for references; there, text of the app's must not pass as one.
  const literal = dependent ? escapeReference : (text: string) => text;
  const inUrl = (target: Target) => encodeURIComponent(textOf(valueFor(target), target));
  const inHeader = (target: Target) => textOf(valueFor(target), target);
  const headers =
    authorization === undefined ? work.headers : [...work.headers, ["authorization", authorization] as const];
  return {
    url: renderText(work.url, idOf, inUrl, encodeBraces),
    headers: headers.map(([name, value]) => [name, renderText(value, idOf, inHeader, literal)]),
    ...(work.body === undefined ? {} : { body: renderBody(work.body, idOf, literal) }),
  };
}

/**
 * Whether the values that it takes from finished replies are there and fit.
 * @throws Fault failed_precondition naming the first that does not
 */
export function checkValues(work: Work): void {
  if (targetsOf(work).length > 0)
    render(work, undefined, (job) => (job.reply === undefined ? "later" : undefined), false);
}

function renderText(
  text: Text,
  idOf: IdOf,
  valueText: (target: Target) => string,
  literal: (text: string) => string,
): string {
  return text
    .map((part) => (typeof part === "string" ? literal(part) : (notation(part, idOf) ?? valueText(part))))
    .join("");
}

function renderBody(body: Body, idOf: IdOf, literal: (text: string) => string): Bytes {
  if ("bytes" in body) return body.bytes;
  const filled = replaceRefs(escapeStrings(body.json, literal), (target) => notation(target, idOf) ?? valueFor(target));
  return new TextEncoder().encode(JSON.stringify(filled));
}

function notation(target: Target, idOf: IdOf): string | undefined {
  const id = idOf(target.job);
  return id === undefined ? undefined : `{${[id, target.part, ...target.path].join(".")}}`;
}

function valueFor(target: Target): unknown {
  return valueAt(target.job.json(target), target);
}

function escapeStrings(value: unknown, literal: (text: string) => string): unknown {
  if (typeof value === "string") return literal(value);
  if (typeof value !== "object" || value === null || targetOf(value) !== undefined) return value;
  if (Array.isArray(value)) return value.map((item) => escapeStrings(item, literal));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, escapeStrings(item, literal)]));
}

/** Braces are no characters of a URL (RFC 3986 §2), and would look like a reference. */
function encodeBraces(text: string): string {
  return text.replaceAll("{", "%7B").replaceAll("}", "%7D");
}
