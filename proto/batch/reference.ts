/**
 * Values that an item takes from the replies of those it depends on:
 *
 *     {signIn.body.uid}            a member of a JSON body; list items by number: {feed.body.items.0.id}
 *     {signIn.body}                all of it
 *     {upload.headers.location}    a header
 *
 * They are read in the URL, in header values and in the strings of a JSON body (never in its keys), and only in an item that has
 * `dependsOn`: the text of any other item is taken as it is. In such an item `{{` stands for a literal `{`; a brace that begins
 * neither is literal too. **Text that a user typed must be escaped** ({@link escapeReference}) before it goes into a dependent
 * item, or that user can read any reply the item depends on.
 *
 * A value becomes percent-encoded text in a URL and plain text in a header. A string in a body that is exactly one reference
 * takes the value with its type, as it stands in the reply to the last digit; otherwise it becomes text there too.
 * @module
 */
import { isJsonType } from "../codec/codec.ts";
import { Fault } from "../fault.ts";
import { replaceStrings, valueAt } from "./json-text.ts";
import {
  BATCH_BYTES_MAX,
  type BatchItem,
  type BatchReply,
  type HeaderField,
  headerOf,
  ITEM_HEADER_BYTES_MAX,
} from "./model.ts";
import { hasDotSegment, urlProblem } from "./url.ts";

export interface Reference {
  /** As it is written. */
  readonly text: string;
  readonly id: string;
  readonly part: "body" | "headers";
  readonly path: readonly string[];
}

/** An item whose references are replaced. */
export interface Resolved {
  readonly item: BatchItem;
  /** What it took from replies that carry a secret and put where servers echo it: URL and body. */
  readonly secrets: readonly string[];
}

const BRACE = /\{\{|\{([A-Za-z0-9._~-]{1,64}?)\.(body|headers)((?:\.[^{}.]+)*)\}/g;
const HEADER_VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;
/** A shorter value is too easily part of a body by chance, and too easily guessed to be a secret. */
const SECRET_LENGTH_MIN = 8;
/** Looking for more of them takes longer than is saved by compressing the reply. */
const SECRETS_MAX = 100;

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const TEXT = new TextEncoder();

/** Text as it must be written inside a dependent item to arrive as it is. */
export function escapeReference(text: string): string {
  return text.replaceAll("{", "{{");
}

/** The text with a plain letter for each reference, to check what stands around them. */
export function withoutReferences(text: string): string {
  return fill(text, () => "x");
}

/** Every reference of an item, wherever it stands; in the body only where the item depends on something. */
export function referencesOf(item: BatchItem): Reference[] {
  const texts = [item.url, ...item.headers.map(([, value]) => value)];
  if (item.dependsOn.length > 0 && item.body !== undefined) {
    const body = jsonBody(item.body, item.headers);
    if (body !== undefined) replaceStrings(body, (value) => void texts.push(value));
  }
  return texts
    .flatMap((text) => (text.includes("{") ? templateOf(text) : []))
    .filter((part) => typeof part !== "string");
}

/**
 * The item with its references replaced; the very same where it depends on nothing.
 * @param replyOf the reply of an item that it depends on
 * @throws Fault failed_precondition (424) naming the reference that has no value, or one that does not fit its place;
 *   resource_exhausted (413) where the values are longer than a batch may be
 */
export function resolveReferences(item: BatchItem, replyOf: (id: string) => BatchReply): Resolved {
  if (item.dependsOn.length === 0) return { item, secrets: [] };
  const secrets: string[] = [];
  let charsLeft = BATCH_BYTES_MAX;
  const take = (reference: Reference, echoed: boolean): string => {
    const reply = replyOf(reference.id);
    const value = reference.part === "headers" ? headerValue(reply, reference) : bodyValue(reply, reference);
    // A reference of ten characters may stand for a reply of megabytes.
    charsLeft -= value.length;
    if (charsLeft < 0) throw tooLong();
    if (echoed && reply.sensitive === true) secrets.push(value);
    return value;
  };
  const url = resolveUrl(item.url, (reference) => take(reference, true));
  let headerBytes = 0;
  const headers = item.headers.map(([name, value]): HeaderField => {
    const resolved = fill(value, (reference) => scalarText(take(reference, false), reference));
    if (!HEADER_VALUE.test(resolved)) throw unfit(`the value for the header '${name}' has control characters`);
    headerBytes += name.length + resolved.length;
    return [name, resolved];
  });
  if (headerBytes > ITEM_HEADER_BYTES_MAX) {
    throw unfit(`the headers, once their values are put in, have more than ${ITEM_HEADER_BYTES_MAX} bytes`);
  }
  const json = item.body === undefined ? undefined : jsonBody(item.body, item.headers);
  const resolved = { ...item, url, headers };
  if (json === undefined) return { item: resolved, secrets };
  const body = TEXT.encode(resolveBody(json, (reference) => take(reference, true)));
  return { item: { ...resolved, body }, secrets };
}

/** Whether a reply shows a secret that its request took from elsewhere, as error pages show the URL, and redirects its query. */
export function echoes(reply: BatchReply, secrets: readonly string[]): boolean {
  const long = secrets.flatMap(textsOf).filter((text) => text.length >= SECRET_LENGTH_MIN);
  if (long.length === 0) return false;
  if (long.length > SECRETS_MAX) return true;
  const shown = [new TextDecoder().decode(reply.body), ...reply.headers.map(([, value]) => value)].join("\n");
  return long.some((text) => shown.includes(text) || shown.includes(encodeURIComponent(text.toWellFormed())));
}

/** What a value of JSON shows where it is echoed: all strings in it, because nobody echoes an object to the last space. */
function textsOf(json: string): string[] {
  if (!/^["{[]/.test(json)) return [json];
  const texts: string[] = [];
  replaceStrings(json, (text) => void texts.push(text));
  return texts;
}

function resolveUrl(template: string, take: (reference: Reference) => string): string {
  if (!template.includes("{")) return template;
  let url = "";
  for (const part of templateOf(template)) {
    if (typeof part === "string") {
      url += part;
      continue;
    }
    const text = scalarText(take(part), part);
    if (text === "" && !url.includes("?")) throw unfit(`'${part.text}' is empty, and the path would be another one`);
    if (!text.isWellFormed()) throw unfit(`'${part.text}' is no well-formed text`);
    url += encodeURIComponent(text);
  }
  // A value `..` survives percent-encoding and would take away the segment before it.
  const problem = hasDotSegment(url) ? "has a dot segment" : urlProblem(url);
  if (problem !== undefined) throw unfit(`the URL, once its values are put in, ${problem}`);
  return url;
}

function resolveBody(json: string, take: (reference: Reference) => string): string {
  return replaceStrings(json, (value) => {
    if (!value.includes("{")) return undefined;
    const [first, ...rest] = templateOf(value);
    if (first !== undefined && typeof first !== "string" && rest.length === 0) return take(first);
    return JSON.stringify(fill(value, (reference) => scalarText(take(reference), reference)));
  });
}

/** Literal text and references, in turn. */
function templateOf(text: string): (string | Reference)[] {
  const parts: (string | Reference)[] = [];
  let at = 0;
  for (const match of text.matchAll(BRACE)) {
    const [whole, id, part, path = ""] = match;
    if (match.index > at) parts.push(text.slice(at, match.index));
    at = match.index + whole.length;
    if (id === undefined) parts.push("{");
    else parts.push({ text: whole, id, part: part as Reference["part"], path: path.split(".").slice(1) });
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

function fill(template: string, value: (reference: Reference) => string): string {
  if (!template.includes("{")) return template;
  return templateOf(template)
    .map((part) => (typeof part === "string" ? part : value(part)))
    .join("");
}

/** JSON text of the value, as every value is until it is put in its place. */
function headerValue(reply: BatchReply, reference: Reference): string {
  const name = reference.path.join(".").toLowerCase();
  const values = reply.headers.filter(([candidate]) => candidate.toLowerCase() === name).map(([, value]) => value);
  if (values.length === 0) throw missing(reference);
  return JSON.stringify(values.join(", "));
}

function bodyValue(reply: BatchReply, reference: Reference): string {
  const json = jsonOf(reply);
  if (json === undefined)
    throw unfit(`'${reference.text}' has no value, because the body of '${reference.id}' is no JSON`);
  const value = valueAt(json, reference.path);
  if (value === undefined) throw missing(reference);
  return value;
}

/** Texts of replies that were asked for: reading one again for each value would take most of a batch's time. Its loss costs that time. */
const texts = new WeakMap<BatchReply, { readonly json: string | undefined }>();

function jsonOf(reply: BatchReply): string | undefined {
  const known = texts.get(reply);
  if (known !== undefined) return known.json;
  const json = readJson(reply);
  texts.set(reply, { json });
  return json;
}

function readJson(reply: BatchReply): string | undefined {
  if (reply.json === undefined) return jsonBody(reply.body, reply.headers);
  try {
    return JSON.stringify(reply.json());
  } catch (cause) {
    throw unfit(`the body of '${reply.id}' cannot be read as JSON`, cause);
  }
}

/** The text of a JSON body; undefined where it is none, whatever its content type says. */
function jsonBody(body: Uint8Array, headers: readonly HeaderField[]): string | undefined {
  if (!isJsonType(headerOf(headers, "content-type"))) return undefined;
  try {
    const text = UTF8.decode(body);
    JSON.parse(text);
    return text;
  } catch {
    return undefined; // The caller says what follows from it; for a request body that is nothing at all.
  }
}

/** The value as text: what a string holds, and numbers and booleans as they are written. */
function scalarText(json: string, reference: Reference): string {
  if (json.startsWith('"')) return JSON.parse(json) as string;
  if (json === "null" || json.startsWith("{") || json.startsWith("[")) {
    const kind = json === "null" ? "null" : json.startsWith("{") ? "an object" : "a list";
    throw unfit(`'${reference.text}' is ${kind}, and cannot be put into text`);
  }
  return json;
}

function missing(reference: Reference): Fault {
  return unfit(`'${reference.text}' is not in the reply of '${reference.id}'`);
}

function tooLong(): Fault {
  const message = `the values of its references have more than ${BATCH_BYTES_MAX} characters`;
  return new Fault("resource_exhausted", message, { status: 413 });
}

function unfit(message: string, cause?: unknown): Fault {
  return new Fault("failed_precondition", message, { status: 424, cause });
}
