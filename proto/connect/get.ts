/**
 * Connect's GET form, for methods without side effects: the message stands in the query.
 * @module
 */
import { parseBase64 } from "../base64.ts";
import { Fault } from "../fault.ts";
import { type Codec, unsupportedMediaType } from "./message-codec.ts";

const VERSION = "v1";
const TEXT = new TextEncoder();

/** @throws Fault where the query asks for what is not supported */
export function headOfGet(query: string): { readonly codec: Codec; readonly contentCoding: string | undefined } {
  const parameters = new URLSearchParams(query);
  const version = parameters.get("connect");
  if (version !== null && version !== VERSION) throw new Fault("invalid_argument", `connect: ${VERSION} expected`);
  const codec = parameters.get("encoding");
  if (codec !== "json" && codec !== "proto") throw unsupportedMediaType(`encoding ${JSON.stringify(codec ?? "")}`);
  return { codec, contentCoding: parameters.get("compression") ?? undefined };
}

/** @throws Fault invalid_argument */
export function messageOfGet(query: string): Uint8Array<ArrayBuffer> {
  const parameters = new URLSearchParams(query);
  const text = parameters.get("message") ?? "";
  // The protocol ignores any other value of base64.
  if (parameters.get("base64") !== "1") return TEXT.encode(text);
  const bytes = parseBase64(text);
  if (bytes === undefined) throw new Fault("invalid_argument", "message: base64 expected");
  return bytes;
}
