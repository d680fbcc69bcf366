/**
 * Connect's GET form, for methods without side effects: the message stands in the query.
 * @module
 */
import { parseBase64 } from "../../proto/base64.ts";
import { Fault } from "../../proto/fault.ts";
import { type Coding, parseCoding } from "./coding.ts";
import { type Codec, unsupportedMediaType } from "./message-codec.ts";

const VERSION = "v1";

/** @throws Fault */
export function parseGet(query: string): { codec: Codec; coding: Coding; bytes: Uint8Array } {
  const parameters = new URLSearchParams(query);
  const version = parameters.get("connect");
  if (version !== null && version !== VERSION) throw new Fault("invalid_argument", `connect: ${VERSION} expected`);
  const codec = parameters.get("encoding");
  if (codec !== "json" && codec !== "proto") throw unsupportedMediaType(`encoding ${JSON.stringify(codec ?? "")}`);
  const coding = parseCoding(parameters.get("compression") ?? undefined);
  return { codec, coding, bytes: messageOf(parameters) };
}

function messageOf(parameters: URLSearchParams): Uint8Array {
  const text = parameters.get("message") ?? "";
  // The protocol ignores any other value of base64.
  if (parameters.get("base64") !== "1") return Buffer.from(text);
  const bytes = parseBase64(text);
  if (bytes === undefined) throw new Fault("invalid_argument", "message: base64 expected");
  return bytes;
}
