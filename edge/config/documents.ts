/**
 * A whole configuration as a document, in JSON or YAML.
 *
 *     service: orders
 *     idc: sh1
 *     version: 12
 *     sections:
 *       application:
 *         timeout: {type: duration, value: 5s, comment: of one call}
 *         db.password: {type: text, secret: true}          # without a value: as it is
 *         retries: 3                                       # read as a number; texts and booleans may stand alone too
 *
 * Values are texts, as they are kept. A reader takes numbers, booleans and, for `json`, structures in their place; integers that a number
 * cannot hold are refused rather than rounded.
 * @module
 */
import * as v from "valibot";
import { parse as parseYaml, stringify as renderYaml } from "yaml";
import { type Content, isValueType, VALUE_TYPES, type ValueType } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";

export type Format = "json" | "yaml";

/** What a document says of one key. */
export interface DocumentEntry {
  readonly section: string;
  readonly key: string;
  readonly type: ValueType;
  readonly secret: boolean;
  readonly comment: string;
  /** Absent where it stays as it is. */
  readonly value?: string;
}

const entrySchema = v.strictObject({
  type: v.optional(v.picklist(VALUE_TYPES), "text"),
  value: v.optional(v.unknown()),
  comment: v.optional(v.string(), ""),
  secret: v.optional(v.boolean(), false),
});
/** A record would be made of a list too. */
const noList = v.check((value: unknown) => !Array.isArray(value), "must not be a list");
const documentSchema = v.looseObject({
  sections: v.pipe(
    v.unknown(),
    noList,
    v.record(v.string(), v.pipe(v.unknown(), noList, v.record(v.string(), v.unknown()))),
  ),
});

export interface DocumentHead {
  readonly service: string;
  readonly idc: string;
  readonly version: number;
}

/** @param shownOf undefined leaves a value out */
export async function renderDocument(
  head: DocumentHead,
  content: Content,
  format: Format,
  shownOf: (entry: Content[number]) => Promise<string | undefined>,
): Promise<string> {
  const sections: Record<string, Record<string, object>> = {};
  for (const entry of content) {
    const { section, key, type, comment, secret } = entry;
    const value = await shownOf(entry);
    sections[section] ??= {};
    sections[section][key] = {
      type,
      ...(value === undefined ? {} : { value }),
      ...(secret ? { secret } : {}),
      ...(comment === "" ? {} : { comment }),
    };
  }
  const document = { ...head, sections };
  return format === "json" ? `${JSON.stringify(document, null, 2)}\n` : renderYaml(document);
}

/** @throws Fault invalid_argument, naming the key */
export function parseDocument(text: string, format: Format): DocumentEntry[] {
  const parsed = v.safeParse(documentSchema, structureOf(text, format));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Fault("invalid_argument", `document: ${v.getDotPath(issue) ?? ""} ${issue.message}`);
  }
  return Object.entries(parsed.output.sections).flatMap(([section, keys]) =>
    Object.entries(keys).map(([key, value]) => entryOf(section, key, value)),
  );
}

function structureOf(text: string, format: Format): unknown {
  try {
    return format === "json" ? JSON.parse(text) : parseYaml(text, { intAsBigInt: true });
  } catch (cause) {
    // The parsers' own messages quote the document, which may hold secrets.
    throw new Fault("invalid_argument", `document: is no ${format === "json" ? "JSON" : "YAML"}`, { cause });
  }
}

function entryOf(section: string, key: string, given: unknown): DocumentEntry {
  const place = `${section}/${key}`;
  if (isScalar(given)) {
    const type = typeof given === "string" ? "text" : typeof given === "boolean" ? "boolean" : "number";
    return { section, key, type, secret: false, comment: "", value: scalarText(place, given) };
  }
  const parsed = v.safeParse(entrySchema, given);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Fault("invalid_argument", `${place}: ${v.getDotPath(issue) ?? "must be a value or"} ${issue.message}`);
  }
  const { type, value, comment, secret } = parsed.output;
  if (!isValueType(type)) throw new Fault("invalid_argument", `${place}: type is none`);
  const entry = { section, key, type, comment, secret };
  return value === undefined ? entry : { ...entry, value: textOf(place, type, value) };
}

function textOf(place: string, type: ValueType, value: unknown): string {
  if (isScalar(value)) return scalarText(place, value);
  if (type === "json") {
    requireExact(place, value);
    return JSON.stringify(value, (_name, each: unknown) => (typeof each === "bigint" ? Number(each) : each));
  }
  throw new Fault("invalid_argument", `${place}: a value of type ${type} is a text`);
}

type Scalar = string | number | boolean | bigint;

function isScalar(value: unknown): value is Scalar {
  return ["string", "number", "boolean", "bigint"].includes(typeof value);
}

function scalarText(place: string, value: Scalar): string {
  if (typeof value === "number") requireExact(place, value);
  return String(value);
}

/** @throws Fault invalid_argument for an integer that lost its last digits, or is about to */
function requireExact(place: string, value: unknown): void {
  if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) requireExact(place, each);
  }
  const isRounded = typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
  const isTooLarge = typeof value === "bigint" && !Number.isSafeInteger(Number(value));
  if (isRounded || isTooLarge) {
    throw new Fault("invalid_argument", `${place}: an integer beyond 2^53 is written as a text`);
  }
}
