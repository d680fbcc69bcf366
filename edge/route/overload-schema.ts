/**
 * What a route table says about overload: how important a route is, what it answers when its upstream does not, and how much an upstream
 * is given at a time. A part of table-schema.ts.
 * @module
 */
import * as v from "valibot";
import { type Fallback, PRIORITY_HIGHEST, PRIORITY_LOWEST, PRIORITY_NAMES } from "../overload/overload.ts";
import { fieldName, whole } from "./schema-parts.ts";

const CONCURRENT_MAX = 10_000;
const QUEUE_MAX = 10_000; // Each that waits holds some 10 KB of the runtime's memory.

/** It stands in the table, and an isolate keeps all of them: an answer of this size is a page, not a download. */
const FALLBACK_BYTES_MAX = 65_536;
const FALLBACK_HEADERS_MAX = 32;
const FALLBACK_STATUS_DEFAULT = 200;
const HEADER_LENGTH_MAX = 4_096;
/** RFC 9110 §6.4.1. */
const BODILESS = new Set([204, 205, 304]);
/** RFC 9110 §5.5, without bytes that are no ASCII: nobody agrees on what those are. */
const FIELD_VALUE = /^[\t\x20-\x7e]*$/;
/** What says how a message travels is not for a table to say, nor is what the edge itself says of a reply. */
const OWN_HEADERS = new Set([
  "age",
  "cache-status",
  "connection",
  "content-encoding",
  "content-length",
  "keep-alive",
  "proxy-status",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

const NAMES = Object.keys(PRIORITY_NAMES);
const PRIORITY_TEXT = `must be a whole number from ${PRIORITY_LOWEST} to ${PRIORITY_HIGHEST}, or one of ${NAMES.join(", ")}`;

export const priority = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }): number => {
    if (typeof value === "string" && isPriorityName(value)) return PRIORITY_NAMES[value];
    const isRank = typeof value === "number" && Number.isInteger(value);
    if (isRank && value >= PRIORITY_LOWEST && value <= PRIORITY_HIGHEST) return value;
    addIssue({ message: PRIORITY_TEXT });
    return NEVER;
  }),
);

const headers = v.pipe(
  v.record(
    fieldName,
    v.pipe(
      v.string(),
      v.maxLength(HEADER_LENGTH_MAX),
      v.regex(FIELD_VALUE, "must be printable ASCII, as the value of a header field is"),
    ),
  ),
  v.maxEntries(FALLBACK_HEADERS_MAX),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const name of Object.keys(dataset.value)) {
      if (OWN_HEADERS.has(name)) addIssue({ message: `'${name}' is for the edge alone to say` });
    }
  }),
);

export const fallback = v.pipe(
  v.strictObject({
    status: v.optional(whole(200, 599), FALLBACK_STATUS_DEFAULT),
    headers: v.optional(headers, {}),
    /** Text as it is, everything else as JSON. */
    body: v.optional(v.unknown()),
    unsafeMethods: v.optional(v.boolean(), false),
  }),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }): Fallback => {
    const { status, headers: fields, body, unsafeMethods } = value;
    const bytes = Uint8Array.from(new TextEncoder().encode(textOf(body)));
    if (bytes.length > 0 && BODILESS.has(status)) {
      addIssue({ message: `a reply with status ${status} has no body` });
      return NEVER;
    }
    if (bytes.length > FALLBACK_BYTES_MAX) {
      addIssue({ message: `its body has ${bytes.length} bytes, and may have ${FALLBACK_BYTES_MAX}` });
      return NEVER;
    }
    const type = typeof body === "string" ? "text/plain; charset=utf-8" : "application/json";
    const typed =
      body === undefined || fields["content-type"] !== undefined ? fields : { ...fields, "content-type": type };
    return { status, headers: Object.entries(typed), body: bytes, unsafeMethods };
  }),
);

const bounds = v.strictObject({
  max: v.optional(whole(1, CONCURRENT_MAX)),
  queue: v.optional(whole(0, QUEUE_MAX)),
});

/** Not a union, which would not name the field that is wrong. */
export const concurrency = v.lazy((value) => (value === false ? v.literal(false) : bounds));

function isPriorityName(value: string): value is keyof typeof PRIORITY_NAMES {
  return Object.hasOwn(PRIORITY_NAMES, value);
}

function textOf(body: unknown): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}
