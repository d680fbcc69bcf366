/**
 * What the head of a unary call says, before its body is looked at.
 * @module
 */
import { Fault } from "../fault.ts";
import type { AnyMethod } from "../message/message.ts";
import { headOfGet } from "./get.ts";
import { type Codec, codecOf } from "./message-codec.ts";

export interface UnaryHead {
  readonly codec: Codec;
  /** What codes the message, as the client names it; undefined where nothing does. */
  readonly contentCoding: string | undefined;
}

const PROTOCOL_VERSION = "1";
/** https://connectrpc.com/docs/protocol#unary-request */
const TIMEOUT = /^\d{1,10}$/;

/**
 * @param query without its `?`
 * @param header a request header by its lower-case name
 * @throws Fault unimplemented (405), invalid_argument (400, or 415 for a type that is not taken)
 */
export function unaryHead(
  { name, idempotency }: AnyMethod,
  method: string,
  query: string,
  header: (name: string) => string | undefined,
): UnaryHead {
  if (method === "GET" && idempotency === "safe") return headOfGet(query);
  if (method !== "POST") throw methodNotAllowed(name, idempotency === "safe");
  const codec = codecOf(header("content-type"));
  const version = header("connect-protocol-version");
  if (version !== undefined && version !== PROTOCOL_VERSION) {
    throw new Fault("invalid_argument", `connect-protocol-version: ${PROTOCOL_VERSION} expected`);
  }
  return { codec, contentCoding: header("content-encoding") };
}

/** The value of `connect-timeout-ms`, in milliseconds. @throws Fault invalid_argument */
export function parseTimeout(value: string): number {
  if (!TIMEOUT.test(value)) throw new Fault("invalid_argument", "connect-timeout-ms: 1 to 10 digits expected");
  return Number(value);
}

function methodNotAllowed(name: string, safe: boolean): Fault {
  const allow = safe ? "GET, POST" : "POST";
  return new Fault("unimplemented", `${name} is called by ${allow}`, { status: 405, headers: { allow } });
}
