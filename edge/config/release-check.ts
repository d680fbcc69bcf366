/**
 * What must hold of a configuration before anyone may run it: it fits the service's JSON Schema, and its flags can be evaluated.
 *
 * The schema describes `{section: {key: value}}`, values as their types say: numbers are numbers, durations are milliseconds. Each flaw
 * names its key and what it ought to be, never the value.
 * @module
 */
import { type Schema, Validator } from "@cfworker/json-schema";
import { type Content, parseValue, SCHEMA_BYTES_MAX, type TypedValue } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import { FLAGS_SECTION, flawOfFlag } from "./flags.ts";

/** More than anyone reads at once. */
const FLAWS_MAX = 10;
const DRAFT = "2020-12";

/** @returns the text of an entry; of a secret the one in clear */
export type TextOf = (entry: Content[number]) => Promise<string>;

/** What a service's own reader has against a content: a line each, `section/key: what`. */
export type ReleaseCheck = (content: Content, textOf: TextOf) => readonly string[] | Promise<readonly string[]>;

/** @throws Fault invalid_argument, naming the keys */
export async function checkRelease(
  content: Content,
  schema: string | undefined,
  textOf: TextOf,
  own: ReleaseCheck = () => [],
): Promise<void> {
  const flaws: string[] = [...(await own(content, textOf))];
  for (const entry of content) {
    if (entry.section !== FLAGS_SECTION || entry.secret) continue;
    const flaw = flawOfFlag(entry);
    if (flaw !== undefined) flaws.push(`${entry.section}/${entry.key}: ${flaw}`);
  }
  if (schema !== undefined) flaws.push(...schemaFlaws(schema, await typedDocument(content, textOf)));
  if (flaws.length === 0) return;
  const more = flaws.length > FLAWS_MAX ? `; and ${flaws.length - FLAWS_MAX} more` : "";
  throw new Fault("invalid_argument", `${flaws.slice(0, FLAWS_MAX).join("; ")}${more}`);
}

type Document = Record<string, Record<string, TypedValue>>;

async function typedDocument(content: Content, textOf: TextOf): Promise<Document> {
  const document: Document = {};
  for (const entry of content) {
    const { value } = parseValue(entry.type, await textOf(entry));
    document[entry.section] ??= {};
    const section = document[entry.section];
    // What is in a draft was checked against its type when it came in.
    if (section !== undefined && value !== undefined) section[entry.key] = value;
  }
  return document;
}

function schemaFlaws(schema: string, document: Document): string[] {
  const { valid, errors } = new Validator(JSON.parse(schema) as Schema, DRAFT, false).validate(document);
  if (valid) return [];
  // The innermost errors tell what is wrong; those around them, that something is.
  const deepest = errors.filter(
    ({ instanceLocation, keyword }) =>
      !ENCLOSING.has(keyword) || !errors.some((other) => other.instanceLocation.startsWith(`${instanceLocation}/`)),
  );
  return [
    ...new Set(
      deepest.map(({ instanceLocation, keyword, error }) => `${nameOf(instanceLocation)}: ${reasonOf(keyword, error)}`),
    ),
  ];
}

const ENCLOSING = new Set([
  "properties",
  "patternProperties",
  "additionalProperties",
  "$ref",
  "allOf",
  "items",
  "prefixItems",
]);
/** Whose message is about names and numbers of the schema. The others may repeat the value, which may be a secret. */
const TELLING = new Set(["required", "dependentRequired", "minItems", "maxItems", "minProperties", "maxProperties"]);

function reasonOf(keyword: string, error: string): string {
  return TELLING.has(keyword) ? error : `does not fit the schema (${keyword})`;
}

/** `#/flags/dark~1mode` is `flags/dark/mode`. */
function nameOf(location: string): string {
  const segments = location
    .split("/")
    .slice(1)
    .map((each) => decodeURIComponent(each).replaceAll("~1", "/").replaceAll("~0", "~"));
  return segments.length === 0 ? "the configuration" : segments.join("/");
}

/** @throws Fault invalid_argument for what is no JSON Schema that can be evaluated */
export function checkSchema(text: string): void {
  if (new TextEncoder().encode(text).length > SCHEMA_BYTES_MAX) {
    throw new Fault("invalid_argument", `json: at most ${SCHEMA_BYTES_MAX} bytes`);
  }
  let schema: unknown;
  try {
    schema = JSON.parse(text);
  } catch (cause) {
    throw new Fault("invalid_argument", "json: is no JSON", { cause });
  }
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) {
    throw new Fault("invalid_argument", "json: a JSON Schema is an object");
  }
  try {
    const validator = new Validator(schema as Schema, DRAFT, false);
    for (const sample of [{}, { application: { key: "value" } }]) validator.validate(sample);
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : "it cannot be evaluated";
    throw new Fault("invalid_argument", `json: ${words}`, { cause });
  }
}
