/**
 * Values as they may stand in a log line: secrets masked, errors with their causes, nothing unbounded.
 * @module
 */
import type { AnyMessage } from "../../proto/message/message.ts";

/** Deeper values of a field are cut; a log line is read by people. */
const DEPTH_MAX = 6;
const ITEMS_MAX = 50;
const TEXT_LENGTH_MAX = 8_192;
const CAUSES_MAX = 8;

const REDACTED = "[redacted]";
/** Names whose values are never logged, whatever they hold. */
const SECRET_NAME =
  /authorization|cookie|token|secret|passw|credential|identity|api_?key|private_?key|encryption_?key|device_?id/i;
/** The password of a URL, which drivers like to repeat in their messages. */
const URL_PASSWORD = /([a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:)[^\s@/]+@/gi;

/** A message of a contract for the log: its ProtoJSON, or only its name where it carries a secret. */
export function loggableMessage(type: AnyMessage, message: unknown): unknown {
  return type.sensitive ? `${REDACTED} ${type.name}` : type.toJson(message as never);
}

/** A field's value as plain JSON. */
export function loggable(value: unknown, depth = 0): unknown {
  switch (typeof value) {
    case "string":
      return maskText(value);
    case "bigint":
      return String(value);
    case "function":
    case "symbol":
      return `[${typeof value}]`;
    case "object":
      return value === null ? null : loggableObject(value, depth);
    default:
      return value;
  }
}

function loggableObject(value: object, depth: number): unknown {
  if (value instanceof Error) return loggableError(value, depth);
  if (value instanceof Uint8Array) return `[${value.length} bytes]`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "[invalid date]" : value.toISOString();
  if (depth >= DEPTH_MAX) return "[…]";
  if (Array.isArray(value)) return value.slice(0, ITEMS_MAX).map((item) => loggable(item, depth + 1));
  const entries = Object.entries(value).slice(0, ITEMS_MAX);
  return Object.fromEntries(
    entries.map(([name, item]) => [name, SECRET_NAME.test(name) ? REDACTED : loggable(item, depth + 1)]),
  );
}

/** Name, code, message and stack of an error and of what caused it. This is for the log alone: no stack leaves the process. */
export function loggableError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return loggable(error, depth);
  const { code, errno, sqlState } = error as Error & { code?: unknown; errno?: unknown; sqlState?: unknown };
  return {
    name: error.name,
    ...(code === undefined ? {} : { code: loggable(code, depth + 1) }),
    ...(typeof errno === "number" ? { errno } : {}),
    ...(typeof sqlState === "string" ? { sqlState } : {}),
    message: maskText(error.message),
    stack: maskText(error.stack ?? ""),
    ...(error.cause === undefined || depth >= CAUSES_MAX ? {} : { cause: loggableError(error.cause, depth + 1) }),
    ...(error instanceof AggregateError && depth < CAUSES_MAX
      ? { errors: error.errors.slice(0, ITEMS_MAX).map((item) => loggableError(item, depth + 1)) }
      : {}),
  };
}

function maskText(text: string): string {
  const short = text.length > TEXT_LENGTH_MAX ? `${text.slice(0, TEXT_LENGTH_MAX)}…` : text;
  return short.includes("://") ? short.replace(URL_PASSWORD, "$1***@") : short;
}
