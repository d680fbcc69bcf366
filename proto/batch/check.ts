/**
 * What must hold of a batch before any of it runs. Every refusal names the item, by its id where it has a good one, and the field.
 * @module
 */
import type { Bytes } from "../codec/codec.ts";
import { Fault } from "../fault.ts";
import {
  BATCH_ITEMS_MAX,
  BATCH_REFERENCES_MAX,
  type BatchItem,
  type HeaderField,
  ITEM_HEADER_BYTES_MAX,
  ITEM_HEADERS_MAX,
  ITEM_ID_LENGTH_MAX,
  ITEM_TIMEOUT_MS_MAX,
  REFERENCE_PATH_MAX,
} from "./model.ts";
import { referencesOf, withoutReferences } from "./reference.ts";
import { absolutePath, urlProblem } from "./url.ts";

/** An item as a format yields it, before anything is known of it. Absent and empty mean the same. */
export interface RawItem {
  readonly id: unknown;
  readonly method: unknown;
  readonly url: unknown;
  readonly headers: readonly (readonly [name: string, value: unknown])[];
  readonly body?: Bytes | undefined;
  readonly dependsOn: unknown;
  readonly timeoutMs: unknown;
  readonly priority: unknown;
  readonly bare: unknown;
}

/** OData's request-id: the characters that a URL needs not escape (RFC 3986 §2.3). */
const ID = /^[A-Za-z0-9._~-]+$/;
/** RFC 9110 §5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const METHOD_LENGTH_MAX = 32;
/** Methods that no `fetch` sends (https://fetch.spec.whatwg.org/#forbidden-method). */
const FORBIDDEN_METHODS = new Set(["CONNECT", "TRACE", "TRACK"]);
/** RFC 9110 §5.5 without control characters; what is beyond Latin-1 cannot be sent at all. */
const HEADER_VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;
const INT32_MAX = 2 ** 31 - 1;

/**
 * Fields that speak of one connection or of the coding of one message on it. An item has neither: it is dropped, as a proxy
 * drops it (RFC 9110 §7.6.1), because its sender just let its HTTP library add it.
 */
const CONNECTION_HEADERS = new Set([
  "accept-encoding",
  "available-dictionary",
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** @throws Fault invalid_argument naming item and field */
export function checkBatch(raw: readonly RawItem[]): BatchItem[] {
  if (raw.length === 0) throw new Fault("invalid_argument", "requests must not be empty");
  if (raw.length > BATCH_ITEMS_MAX) {
    throw new Fault("invalid_argument", `requests has ${raw.length} items, but at most ${BATCH_ITEMS_MAX} are allowed`);
  }
  const items = raw.map(checkItem);
  const byId = new Map<string, BatchItem>();
  for (const [index, item] of items.entries()) {
    if (byId.has(item.id)) throw refusal(index, item.id, "id is that of an earlier item");
    byId.set(item.id, item);
  }
  let references = 0;
  for (const [index, item] of items.entries()) {
    references += checkDependencies(index, item, byId);
    if (references > BATCH_REFERENCES_MAX) {
      throw refusal(index, item.id, `a batch may refer to at most ${BATCH_REFERENCES_MAX} values of its replies`);
    }
  }
  checkAcyclic(items, byId);
  return items;
}

function checkItem(raw: RawItem, index: number): BatchItem {
  const { id } = raw;
  const refuse = (problem: string): never => {
    throw refusal(index, id, problem);
  };
  if (typeof id !== "string" || id.length > ITEM_ID_LENGTH_MAX || !ID.test(id)) {
    return refuse(`id must be a string of 1 to ${ITEM_ID_LENGTH_MAX} letters, digits or '-._~'`);
  }
  const method = checkMethod(raw.method ?? "", refuse);
  const url = checkUrl(raw.url, refuse);
  const headers = checkHeaders(raw.headers, refuse);
  const body = raw.body?.length === 0 ? undefined : raw.body;
  if (body !== undefined && (method === "GET" || method === "HEAD")) refuse(`body must be absent for ${method}`);
  const timeoutMs = checkWhole("timeoutMs", raw.timeoutMs ?? 0, 0, ITEM_TIMEOUT_MS_MAX, refuse);
  return {
    id,
    method,
    url,
    headers,
    ...(body === undefined ? {} : { body }),
    dependsOn: checkIds(raw.dependsOn ?? [], refuse),
    ...(timeoutMs === 0 ? {} : { timeoutMs }),
    priority: checkWhole("priority", raw.priority ?? 0, -INT32_MAX - 1, INT32_MAX, refuse),
    ...(checkFlag("bare", raw.bare ?? false, refuse) ? { bare: true } : {}),
  };
}

type Refuse = (problem: string) => never;

function checkMethod(value: unknown, refuse: Refuse): string {
  if (typeof value !== "string") return refuse("method must be a string");
  if (value === "") return "GET";
  const method = value.toUpperCase();
  if (method.length > METHOD_LENGTH_MAX || !TOKEN.test(method)) return refuse("method must be an HTTP method");
  return FORBIDDEN_METHODS.has(method) ? refuse(`method must not be ${method}`) : method;
}

function checkUrl(value: unknown, refuse: Refuse): string {
  if (typeof value !== "string") return refuse("url must be a string");
  const url = absolutePath(value);
  const problem = urlProblem(withoutReferences(url));
  return problem === undefined ? url : refuse(`url ${problem}`);
}

function checkHeaders(fields: RawItem["headers"], refuse: Refuse): HeaderField[] {
  if (fields.length > ITEM_HEADERS_MAX) refuse(`headers must be at most ${ITEM_HEADERS_MAX}`);
  let bytes = 0;
  const headers: HeaderField[] = [];
  for (const [given, value] of fields) {
    const name = given.toLowerCase();
    if (!TOKEN.test(name)) refuse(`headers: ${JSON.stringify(given)} is no name of a header`);
    if (typeof value !== "string") return refuse(`headers: the value of '${name}' must be a string`);
    if (!HEADER_VALUE.test(value)) refuse(`headers: the value of '${name}' has a character that no header may have`);
    bytes += name.length + value.length;
    if (!CONNECTION_HEADERS.has(name)) headers.push([name, value]);
  }
  if (bytes > ITEM_HEADER_BYTES_MAX) refuse(`headers must have at most ${ITEM_HEADER_BYTES_MAX} bytes`);
  return headers;
}

function checkIds(value: unknown, refuse: Refuse): string[] {
  if (!Array.isArray(value)) return refuse("dependsOn must be a list of ids");
  for (const id of value) if (typeof id !== "string") refuse("dependsOn must be a list of ids");
  return [...new Set(value as string[])];
}

function checkWhole(field: string, value: unknown, min: number, max: number, refuse: Refuse): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < min || value > max) {
    return refuse(`${field} must be a whole number from ${min} to ${max}`);
  }
  return value;
}

function checkFlag(field: string, value: unknown, refuse: Refuse): boolean {
  return typeof value === "boolean" ? value : refuse(`${field} must be true or false`);
}

/** @returns how many references it has */
function checkDependencies(index: number, item: BatchItem, byId: ReadonlyMap<string, BatchItem>): number {
  for (const id of item.dependsOn) {
    if (id === item.id) throw refusal(index, item.id, "dependsOn names the item itself");
    if (!byId.has(id))
      throw refusal(index, item.id, `dependsOn names ${JSON.stringify(id)}, which is not in the batch`);
  }
  const references = referencesOf(item);
  for (const { text, id, part, path } of references) {
    if (!item.dependsOn.includes(id)) {
      throw refusal(index, item.id, `'${text}' refers to '${id}', which is not in its dependsOn`);
    }
    if (part === "headers" && path.length !== 1) throw refusal(index, item.id, `'${text}' must name one header`);
    if (path.length > REFERENCE_PATH_MAX) {
      throw refusal(index, item.id, `a reference to '${id}' has more than ${REFERENCE_PATH_MAX} segments`);
    }
  }
  return references.length;
}

/** Takes away, again and again, what depends on nothing that is left; a rest that stays is a cycle or hangs on one. */
function checkAcyclic(items: readonly BatchItem[], byId: ReadonlyMap<string, BatchItem>): void {
  const left = new Set(byId.keys());
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const id of left) {
      if (!byId.get(id)?.dependsOn.some((other) => left.has(other))) left.delete(id);
    }
  }
  const index = items.findIndex(({ id }) => left.has(id));
  if (index >= 0) throw refusal(index, items[index]?.id, `dependsOn is a cycle among ${[...left].join(", ")}`);
}

function refusal(index: number, id: unknown, problem: string): Fault {
  const named = typeof id === "string" && id.length <= ITEM_ID_LENGTH_MAX && ID.test(id);
  return new Fault("invalid_argument", `requests[${index}]${named ? ` '${id}'` : ""}: ${problem}`);
}
