/**
 * The JSON envelope, in the shape of OData JSON batch and Microsoft Graph:
 *
 *     {"requests":  [{"id", "method"?, "url", "headers"?, "body"?, "dependsOn"?, "timeoutMs"?, "priority"?, "bare"?}]}
 *     {"responses": [{"id", "status", "headers", "body"?}]}
 *
 * - `headers` is an object; a header that comes more than once has a list of strings for its value.
 * - A JSON body stands there as JSON, digit for digit as it was sent; any other is a base64 string. `content-type` tells which. A
 *   request's body without a content type is JSON, and gets the type.
 * - An absent body is an empty one. `null` for a request's field is as good as absent; in a reply it is JSON's null.
 * @module
 */
import { parseBase64, renderBase64 } from "../base64.ts";
import { type Bytes, isJsonType, JSON_TYPE } from "../codec/codec.ts";
import { Fault } from "../fault.ts";
import type { RawItem } from "./check.ts";
import { elementsOf, membersOf, type Place, whole } from "./json-text.ts";
import { type BatchItem, type BatchReply, type HeaderField, headerOf } from "./model.ts";

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const TEXT = new TextEncoder();
const NOTHING: Bytes = new Uint8Array(0);
/** What a body is called that claims to be JSON and is none, so that its base64 is not taken for a JSON string. */
const BINARY_TYPE = "application/octet-stream";

/** @throws Fault invalid_argument where it is no JSON of this shape */
export function parseItems(bytes: Uint8Array): RawItem[] {
  const { text, value } = parseText(bytes);
  const requests = isObject(value) ? value.requests : undefined;
  if (!Array.isArray(requests)) throw new Fault("invalid_argument", "requests must be a list");
  const place = membersOf(text, whole(text)).get("requests") as Place;
  const places = elementsOf(text, place);
  return requests.map((item: unknown, index) => parseItem(item, `requests[${index}]`, text, places[index] as Place));
}

/** @throws Fault invalid_argument where a body claims to be JSON and is none, or is null: the envelope has no way to say so */
export function renderItems(items: readonly BatchItem[]): string {
  return `{"requests":[${items.map(renderItem).join(",")}]}`;
}

/** One reply, without line breaks. */
export function renderReply({ id, status, headers, body }: BatchReply): string {
  const type = headerOf(headers, "content-type");
  const json = body.length > 0 && isJsonType(type) ? jsonText(body) : undefined;
  const shown = json === undefined && isJsonType(type) && body.length > 0 ? retyped(headers) : headers;
  const content = body.length === 0 ? "" : `,"body":${json ?? JSON.stringify(renderBase64(body))}`;
  return `{"id":${JSON.stringify(id)},"status":${status},"headers":${renderHeaders(shown)}${content}}`;
}

/** The replies of a whole envelope. @throws Fault invalid_argument */
export function parseReplies(bytes: Uint8Array): BatchReply[] {
  const { text, value } = parseText(bytes);
  const responses = isObject(value) ? value.responses : undefined;
  if (!Array.isArray(responses)) throw new Fault("invalid_argument", "responses must be a list");
  const places = elementsOf(text, membersOf(text, whole(text)).get("responses") as Place);
  return responses.map((reply: unknown, index) =>
    parseReplyObject(reply, `responses[${index}]`, text, places[index] as Place),
  );
}

/** One line of JSON Lines. @throws Fault invalid_argument */
export function parseReply(line: Uint8Array): BatchReply {
  const { text, value } = parseText(line);
  return parseReplyObject(value, "the reply", text, whole(text));
}

function parseItem(item: unknown, where: string, text: string, place: Place): RawItem {
  if (!isObject(item)) throw new Fault("invalid_argument", `${where} must be an object`);
  if ((item.atomicityGroup ?? null) !== null) {
    throw new Fault("invalid_argument", `${where}: atomicityGroup is not supported, items succeed or fail one by one`);
  }
  const { id, method, url, dependsOn, timeoutMs, priority, bare } = item;
  const headers = parseHeaders(item.headers ?? {}, where);
  const raw = { id, method, url, headers, dependsOn, timeoutMs, priority, bare };
  if ((item.body ?? null) === null) return raw;
  const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  const body = parseBody(item.body, typeof type === "string" ? type : null, where, text, place);
  return type === undefined ? { ...raw, headers: [...headers, ["content-type", JSON_TYPE]], body } : { ...raw, body };
}

function parseReplyObject(reply: unknown, where: string, text: string, place: Place): BatchReply {
  if (!isObject(reply)) throw new Fault("invalid_argument", `${where} must be an object`);
  const { id, status } = reply;
  if (typeof id !== "string") throw new Fault("invalid_argument", `${where}: id must be a string`);
  if (typeof status !== "number" || !Number.isInteger(status) || status < 100 || status > 999) {
    throw new Fault("invalid_argument", `${where}: status must be an HTTP status`);
  }
  const headers = parseHeaders(reply.headers ?? {}, where).map(([name, value]): HeaderField => {
    if (typeof value === "string") return [name.toLowerCase(), value];
    throw new Fault("invalid_argument", `${where}: headers: the value of '${name}' must be a string`);
  });
  const type = headerOf(headers, "content-type");
  const body = reply.body === undefined ? NOTHING : parseBody(reply.body, type, where, text, place);
  return { id, status, headers, body };
}

function parseBody(value: unknown, type: string | null, where: string, text: string, place: Place): Bytes {
  if (type === null || isJsonType(type)) {
    const { start, end } = membersOf(text, place).get("body") as Place;
    return TEXT.encode(text.slice(start, end));
  }
  const bytes = typeof value === "string" ? parseBase64(value) : undefined;
  if (bytes !== undefined) return bytes;
  throw new Fault("invalid_argument", `${where}: body must be base64, because its content type is not JSON`);
}

function parseHeaders(value: unknown, where: string): (readonly [string, unknown])[] {
  if (!isObject(value)) throw new Fault("invalid_argument", `${where}: headers must be an object`);
  return Object.entries(value).flatMap(([name, values]) =>
    Array.isArray(values) ? values.map((one: unknown) => [name, one] as const) : [[name, values] as const],
  );
}

function renderItem(item: BatchItem): string {
  const { id, method, url, headers, body, dependsOn, timeoutMs, priority, bare } = item;
  const type = headerOf(headers, "content-type");
  const typed = body === undefined || type !== null ? headers : [...headers, ["content-type", BINARY_TYPE] as const];
  const fields = [`"id":${JSON.stringify(id)}`, `"url":${JSON.stringify(url)}`];
  if (method !== "GET") fields.push(`"method":${JSON.stringify(method)}`);
  if (typed.length > 0) fields.push(`"headers":${renderHeaders(typed)}`);
  if (dependsOn.length > 0) fields.push(`"dependsOn":${JSON.stringify(dependsOn)}`);
  if (timeoutMs !== undefined) fields.push(`"timeoutMs":${timeoutMs}`);
  if (priority !== 0) fields.push(`"priority":${priority}`);
  if (bare === true) fields.push('"bare":true');
  if (body !== undefined) {
    const json = isJsonType(type) ? jsonText(body) : JSON.stringify(renderBase64(body));
    if (json === undefined || json.trim() === "null") {
      throw new Fault("invalid_argument", `the body of '${id}' is null, or not the JSON that it claims to be`);
    }
    fields.push(`"body":${json}`);
  }
  return `{${fields.join(",")}}`;
}

function renderHeaders(headers: readonly HeaderField[]): string {
  const byName = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const values = byName.get(name);
    if (values === undefined) byName.set(name, [value]);
    else values.push(value);
  }
  const members = [...byName].map(
    ([name, values]) => `${JSON.stringify(name)}:${JSON.stringify(values.length === 1 ? values[0] : values)}`,
  );
  return `{${members.join(",")}}`;
}

function retyped(headers: readonly HeaderField[]): HeaderField[] {
  return headers.map(([name, value]) => [name, name === "content-type" ? BINARY_TYPE : value]);
}

/** A body's own JSON text, in one line; undefined where it is no JSON. */
function jsonText(body: Uint8Array): string | undefined {
  try {
    const text = UTF8.decode(body);
    JSON.parse(text);
    // A string has its line breaks escaped, so those that are left are white space between tokens.
    return /[\r\n]/.test(text) ? text.replace(/[\r\n]+/g, " ") : text;
  } catch {
    return undefined; // The caller decides what else it is.
  }
}

function parseText(bytes: Uint8Array): { text: string; value: unknown } {
  try {
    const text = UTF8.decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch (cause) {
    throw new Fault("invalid_argument", "the body is not JSON in UTF-8", { cause });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
