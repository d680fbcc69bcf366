/**
 * Headers that handlers read and write: ASCII values as they are, bytes as base64 under a name that ends in `-bin`.
 * @module
 */
import { validateHeaderName, validateHeaderValue } from "node:http";
import { parseBase64 } from "../../proto/base64.ts";
import { Fault } from "../../proto/fault.ts";
import type { RequestHeaders } from "./context.ts";

/** Set by the server itself; a handler that could set them would break the framing or the protocol. */
const RESERVED = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "date",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** The value of a header; several of one name are joined, as HTTP allows. */
export function headerOf(headers: RequestHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" || value === undefined ? value : value.join(", ");
}

/** @throws Fault invalid_argument */
export function headerBytesOf(headers: RequestHeaders, name: string): Uint8Array | undefined {
  const value = headerOf(headers, name);
  if (value === undefined) return undefined;
  const bytes = parseBase64(value);
  if (bytes === undefined) throw new Fault("invalid_argument", `header ${name}: base64 expected`);
  return bytes;
}

/**
 * Name and value of a reply header as they go on the wire.
 * @throws Error when the name is reserved or either is malformed: a programmer's mistake
 */
export function renderHeader(name: string, value: string | Uint8Array): readonly [string, string] {
  const lower = name.toLowerCase();
  if (RESERVED.has(lower) || lower.startsWith("connect-")) throw new Error(`a handler may not set the header ${name}`);
  if ((typeof value === "string") === lower.endsWith("-bin")) {
    throw new Error(`header ${name}: bytes go under a name that ends in -bin, text under any other`);
  }
  const text = typeof value === "string" ? value : Buffer.from(value).toString("base64").replace(/=+$/, "");
  validateHeaderName(lower);
  validateHeaderValue(lower, text);
  return [lower, text];
}
