/**
 * The two codecs of Connect's unary form, `proto` and `json`, and how a content type names them.
 * @module
 */
import { Fault } from "../fault.ts";
import type { AnyMessage } from "../message/message.ts";

export type Codec = "proto" | "json";

export const CONTENT_TYPES: Readonly<Record<Codec, string>> = { proto: "application/proto", json: "application/json" };
const ACCEPT_POST = `${CONTENT_TYPES.proto}, ${CONTENT_TYPES.json}`;
const UTF8 = /^charset="?utf-?8"?$/;

const TEXT = new TextEncoder();
/** A byte order mark stays and is no JSON (RFC 8259 §8.1). */
const STRICT_TEXT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

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

/** @param message as the type's contract says: what comes from a handler is checked before */
export function encodeMessage(type: AnyMessage, codec: Codec, message: unknown): Uint8Array<ArrayBuffer> {
  const init = message as never;
  return codec === "proto" ? type.encode(init) : TEXT.encode(JSON.stringify(type.toJson(init)));
}

/** @throws Fault invalid_argument */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(STRICT_TEXT.decode(bytes));
  } catch (cause) {
    throw new Fault("invalid_argument", "the body is not valid JSON", { cause });
  }
}
