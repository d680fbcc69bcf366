/**
 * The two codecs of Connect's unary form, `proto` and `json`, and how a content type names them.
 * @module
 */
import { isUtf8 } from "node:buffer";
import { Fault } from "../../proto/fault.ts";
import type { AnyMessage } from "../../proto/message/message.ts";

export type Codec = "proto" | "json";

export const CONTENT_TYPES: Readonly<Record<Codec, string>> = { proto: "application/proto", json: "application/json" };
const ACCEPT_POST = `${CONTENT_TYPES.proto}, ${CONTENT_TYPES.json}`;
const UTF8 = /^charset="?utf-?8"?$/;

/** @throws Fault with status 415 */
export function codecOf(contentType: string | undefined): Codec {
  if (contentType === CONTENT_TYPES.proto) return "proto";
  if (contentType === CONTENT_TYPES.json) return "json";
  const [type, ...parameters] = (contentType ?? "").toLowerCase().split(";");
  const utf8 = parameters.every((part) => !part.trim().startsWith("charset=") || UTF8.test(part.trim()));
  if (utf8 && type?.trim() === CONTENT_TYPES.proto) return "proto";
  if (utf8 && type?.trim() === CONTENT_TYPES.json) return "json";
  throw unsupportedMediaType(`content-type ${JSON.stringify(contentType ?? "")}`);
}

/** A 415 tells by Accept-Post what would be taken (RFC 7231 has no such header; LDP 1.0 §7.1 does, and Connect uses it). */
export function unsupportedMediaType(what: string): Fault {
  const headers = { "accept-post": ACCEPT_POST };
  return new Fault("invalid_argument", `${what} is not supported, only ${ACCEPT_POST}`, { status: 415, headers });
}

/** @throws Fault invalid_argument */
export function decodeMessage(type: AnyMessage, codec: Codec, bytes: Uint8Array): unknown {
  return codec === "proto" ? type.decode(bytes) : type.fromJson(parseJson(bytes));
}

export function encodeMessage(type: AnyMessage, codec: Codec, message: unknown): Uint8Array {
  const init = message as never;
  return codec === "proto" ? type.encode(init) : Buffer.from(JSON.stringify(type.toJson(init)));
}

/** @throws Fault invalid_argument */
function parseJson(bytes: Uint8Array): unknown {
  try {
    if (!isUtf8(bytes)) throw new TypeError("not UTF-8");
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString());
  } catch (cause) {
    throw new Fault("invalid_argument", "the body is not valid JSON", { cause });
  }
}
