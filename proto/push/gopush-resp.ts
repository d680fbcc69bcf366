/**
 * The command with which a gopush client subscribes over TCP, in RESP (https://redis.io/docs/latest/develop/reference/protocol-spec/):
 *
 *     *4\r\n$3\r\nsub\r\n$<len>\r\n<key>\r\n$<len>\r\n<heartbeat>\r\n$<len>\r\n<token>\r\n
 *
 * A version may follow the token, and both may be missing.
 * @module
 */
import { GOPUSH_ERROR } from "./gopush.ts";

/** A token fits, and not much more: nothing longer is waited for. */
export const GOPUSH_COMMAND_BYTES_MAX = 8_192;
const ARGUMENTS_MAX = 8;
const CR = 13;
const LF = 10;
/** A sign and as many digits as a length has. */
const COUNT_LENGTH_MAX = 6;

export interface GopushCommand {
  readonly args: readonly string[];
  /** How much of the bytes it is. */
  readonly length: number;
}

/** @returns `more` where it may still become a command, `bad` where it may not */
export function parseGopushCommand(bytes: Uint8Array): GopushCommand | "more" | "bad" {
  const reader = { at: 0 };
  const count = countAt(bytes, reader, "*");
  if (typeof count === "string") return count;
  if (count < 1 || count > ARGUMENTS_MAX) return "bad";
  const text = new TextDecoder();
  const args: string[] = [];
  while (args.length < count) {
    const length = countAt(bytes, reader, "$");
    if (typeof length === "string") return length;
    const end = reader.at + length;
    if (end > GOPUSH_COMMAND_BYTES_MAX) return "bad";
    if (bytes.length < end + 2) return "more";
    if (bytes[end] !== CR || bytes[end + 1] !== LF) return "bad";
    args.push(text.decode(bytes.subarray(reader.at, end)));
    reader.at = end + 2;
  }
  return { args, length: reader.at };
}

/** The query with which the same subscription is made over WebSocket; undefined for a command that is no subscription. */
export function gopushQuery([command, key = "", heartbeat = "", token = "", version = ""]: readonly string[]):
  | URLSearchParams
  | undefined {
  if (command !== "sub") return undefined;
  return new URLSearchParams({
    key,
    heartbeat,
    ...(token !== "" && { token }),
    ...(version !== "" && { ver: version }),
  });
}

/** What a TCP client is sent for a text frame: replies as they are, and a message behind its length in bytes. */
export function gopushReply(frame: string): string {
  if (frame.startsWith("+") || frame.startsWith("-")) return frame;
  return `$${new TextEncoder().encode(frame).length}\r\n${frame}\r\n`;
}

/** Told to a client whose connection cannot be made. */
export const GOPUSH_UNREACHABLE = GOPUSH_ERROR.node;

function countAt(bytes: Uint8Array, reader: { at: number }, sign: string): number | "more" | "bad" {
  const end = bytes.indexOf(LF, reader.at);
  const line = String.fromCharCode(
    ...bytes.subarray(reader.at, Math.min(end < 0 ? bytes.length : end + 1, reader.at + COUNT_LENGTH_MAX + 3)),
  );
  if (line !== "" && line[0] !== sign) return "bad";
  if (end < 0) return line.length > COUNT_LENGTH_MAX + 2 ? "bad" : "more";
  const digits = /^.(\d{1,5})\r\n$/.exec(line)?.[1];
  if (digits === undefined) return "bad";
  reader.at = end + 1;
  return Number(digits);
}
