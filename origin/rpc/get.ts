/**
 * Connect's GET form, for methods without side effects: the message stands in the query.
 * @module
 */
import { parseBase64 } from "../../proto/base64.ts";
import { Fault } from "../../proto/fault.ts";
import type { Call } from "./call.ts";
import { parseCoding } from "./coding.ts";
import { unsupportedMediaType } from "./message-codec.ts";

const VERSION = "v1";

/** @throws Fault where the query asks for what is not supported */
export function acceptGet(call: Call): void {
  const parameters = new URLSearchParams(call.head.query);
  const version = parameters.get("connect");
  if (version !== null && version !== VERSION) throw new Fault("invalid_argument", `connect: ${VERSION} expected`);
  const codec = parameters.get("encoding");
  if (codec !== "json" && codec !== "proto") throw unsupportedMediaType(`encoding ${JSON.stringify(codec ?? "")}`);
  call.codec = codec;
  call.coding = parseCoding(parameters.get("compression") ?? undefined);
}

/** @throws Fault invalid_argument */
export function messageOfGet(query: string): Uint8Array {
  const parameters = new URLSearchParams(query);
  const text = parameters.get("message") ?? "";
  // The protocol ignores any other value of base64.
  if (parameters.get("base64") !== "1") return Buffer.from(text);
  const bytes = parseBase64(text);
  if (bytes === undefined) throw new Fault("invalid_argument", "message: base64 expected");
  return bytes;
}
