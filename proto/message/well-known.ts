/**
 * The well-known types whose JSON is not an object of their fields
 * (https://protobuf.dev/programming-guides/json/#json-options). `Any` is missing: it needs a registry of every type.
 * @module
 */
import { parseBase64, renderBase64 } from "../base64.ts";
import { Fault } from "../fault.ts";

/** Makes the fault for a value that does not fit, naming its place. */
export function misfit(path: string, expected: string): Fault {
  return new Fault("invalid_argument", `${path === "" ? "the message" : path}: ${expected} expected`);
}

interface WellKnown {
  fromJson(json: unknown, path: string): unknown;
  toJson(message: unknown): unknown;
}

/** `google.protobuf.Timestamp` in code. */
interface Seconds {
  readonly seconds?: bigint;
  readonly nanos?: number;
}

const TIMESTAMP = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)$/;
const TIMESTAMP_SECONDS_MIN = -62_135_596_800n; // 0001-01-01T00:00:00Z
const TIMESTAMP_SECONDS_MAX = 253_402_300_799n; // 9999-12-31T23:59:59Z
const DURATION = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/;
const DURATION_SECONDS_MAX = 315_576_000_000n; // About 10 000 years, by duration.proto.
const VALUE_DEPTH_MAX = 100;

const timestamp: WellKnown = {
  fromJson(json, path) {
    const match = typeof json === "string" ? TIMESTAMP.exec(json) : null;
    if (match === null) throw misfit(path, "an RFC 3339 time");
    const [, date, time, fraction = "", zone = "Z"] = match;
    const utcMs = Date.parse(`${date}T${time}${zone.toUpperCase()}`);
    // Date.parse rolls 30 February over into March; the date that comes back tells.
    const naive = Date.parse(`${date}T${time}Z`);
    if (Number.isNaN(utcMs) || Number.isNaN(naive) || !new Date(naive).toISOString().startsWith(`${date}T${time}`)) {
      throw misfit(path, "an RFC 3339 time that exists");
    }
    const seconds = BigInt(utcMs) / 1000n;
    if (seconds < TIMESTAMP_SECONDS_MIN || seconds > TIMESTAMP_SECONDS_MAX) throw misfit(path, "a year from 1 to 9999");
    return { seconds, nanos: Number(fraction.padEnd(9, "0")) };
  },
  toJson(message) {
    const { seconds = 0n, nanos = 0 } = message as Seconds;
    return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}${fractionOf(nanos)}Z`;
  },
};

const duration: WellKnown = {
  fromJson(json, path) {
    const match = typeof json === "string" ? DURATION.exec(json) : null;
    if (match === null) throw misfit(path, 'seconds such as "1.5s"');
    const [, sign, whole = "0", fraction = ""] = match;
    const seconds = BigInt(whole);
    if (seconds > DURATION_SECONDS_MAX) throw misfit(path, `at most ${DURATION_SECONDS_MAX} seconds`);
    const nanos = Number(fraction.padEnd(9, "0"));
    return sign === "-" ? { seconds: -seconds, nanos: 0 - nanos } : { seconds, nanos };
  },
  toJson(message) {
    const { seconds = 0n, nanos = 0 } = message as Seconds;
    const negative = seconds < 0n || nanos < 0;
    return `${negative ? "-" : ""}${seconds < 0n ? -seconds : seconds}${fractionOf(Math.abs(nanos))}s`;
  },
};

/** None, three, six or nine digits: as many as hold the value. */
function fractionOf(nanos: number): string {
  if (nanos === 0) return "";
  const digits = String(nanos).padStart(9, "0");
  if (digits.endsWith("000000")) return `.${digits.slice(0, 3)}`;
  return digits.endsWith("000") ? `.${digits.slice(0, 6)}` : `.${digits}`;
}

const fieldMask: WellKnown = {
  fromJson(json, path) {
    if (typeof json !== "string" || json.includes("_")) throw misfit(path, "lowerCamelCase paths joined by commas");
    const paths = json === "" ? [] : json.split(",");
    return { paths: paths.map((item) => item.replace(/[A-Z]/g, (char) => `_${char.toLowerCase()}`)) };
  },
  toJson(message) {
    const { paths = [] } = message as { readonly paths?: readonly string[] };
    return paths.map((item) => item.replace(/_([a-z])/g, (_, char: string) => char.toUpperCase())).join(",");
  },
};

function struct(fields: unknown, path: string, depth: number): unknown {
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) throw misfit(path, "an object");
  const entries = Object.entries(fields).map(([key, item]) => [key, value(item, `${path}.${key}`, depth + 1)]);
  return { fields: Object.fromEntries(entries) };
}

function list(items: unknown, path: string, depth: number): unknown {
  if (!Array.isArray(items)) throw misfit(path, "an array");
  return { values: items.map((item, index) => value(item, `${path}[${index}]`, depth + 1)) };
}

function value(json: unknown, path: string, depth: number): unknown {
  if (depth > VALUE_DEPTH_MAX) throw misfit(path, `at most ${VALUE_DEPTH_MAX} levels`);
  if (json === null) return { nullValue: 0 };
  if (typeof json === "number") return { numberValue: json };
  if (typeof json === "string") return { stringValue: json };
  if (typeof json === "boolean") return { boolValue: json };
  return Array.isArray(json) ? { listValue: list(json, path, depth) } : { structValue: struct(json, path, depth) };
}

interface ValueMessage {
  readonly nullValue?: number;
  readonly numberValue?: number;
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly structValue?: { readonly fields?: Record<string, ValueMessage> };
  readonly listValue?: { readonly values?: readonly ValueMessage[] };
}

function valueToJson(message: ValueMessage): unknown {
  if (message.numberValue !== undefined) return message.numberValue;
  if (message.stringValue !== undefined) return message.stringValue;
  if (message.boolValue !== undefined) return message.boolValue;
  if (message.structValue) return structToJson(message.structValue);
  if (message.listValue) return (message.listValue.values ?? []).map(valueToJson);
  return null;
}

function structToJson(message: { readonly fields?: Record<string, ValueMessage> }): unknown {
  return Object.fromEntries(Object.entries(message.fields ?? {}).map(([key, item]) => [key, valueToJson(item)]));
}

/** A wrapper's JSON is the JSON of its value. */
function wrapper(parse: (json: unknown) => unknown, expected: string, render = (item: unknown) => item): WellKnown {
  return {
    fromJson(json, path) {
      const parsed = parse(json);
      if (parsed === undefined) throw misfit(path, expected);
      return { value: parsed };
    },
    toJson: (message) => render((message as { readonly value?: unknown }).value),
  };
}

const numberIn = (min: number, max: number, integer: boolean) => (json: unknown) => {
  const number = typeof json === "string" && json.trim() !== "" ? Number(json) : json;
  if (typeof number !== "number" || number < min || number > max) return undefined;
  return integer && !Number.isInteger(number) ? undefined : number;
};
const bigintIn = (min: bigint, max: bigint) => (json: unknown) => {
  const exact = typeof json === "string" ? /^-?\d{1,20}$/.test(json) : Number.isSafeInteger(json);
  const number = exact ? BigInt(json as string | number) : undefined;
  return number !== undefined && number >= min && number <= max ? number : undefined;
};
const numberOut = (item: unknown) => item ?? 0;
const bigintOut = (item: unknown) => String(item ?? 0n);

export const WELL_KNOWN: Readonly<Record<string, WellKnown | undefined>> = {
  "google.protobuf.Timestamp": timestamp,
  "google.protobuf.Duration": duration,
  "google.protobuf.FieldMask": fieldMask,
  "google.protobuf.Struct": {
    fromJson: (json, path) => struct(json, path, 0),
    toJson: (m) => structToJson(m as never),
  },
  "google.protobuf.ListValue": {
    fromJson: (json, path) => list(json, path, 0),
    toJson: (m) => valueToJson({ listValue: m as never }),
  },
  "google.protobuf.Value": { fromJson: (json, path) => value(json, path, 0), toJson: (m) => valueToJson(m as never) },
  "google.protobuf.DoubleValue": wrapper(numberIn(-Infinity, Infinity, false), "a number", numberOut),
  "google.protobuf.FloatValue": wrapper(numberIn(-Infinity, Infinity, false), "a number", numberOut),
  "google.protobuf.Int32Value": wrapper(numberIn(-(2 ** 31), 2 ** 31 - 1, true), "an integer", numberOut),
  "google.protobuf.UInt32Value": wrapper(numberIn(0, 2 ** 32 - 1, true), "an integer of 0 or more", numberOut),
  "google.protobuf.Int64Value": wrapper(bigintIn(-(2n ** 63n), 2n ** 63n - 1n), "a decimal string", bigintOut),
  "google.protobuf.UInt64Value": wrapper(bigintIn(0n, 2n ** 64n - 1n), "a decimal string", bigintOut),
  "google.protobuf.BoolValue": wrapper(
    (json) => (typeof json === "boolean" ? json : undefined),
    "true or false",
    (item) => item ?? false,
  ),
  "google.protobuf.StringValue": wrapper(
    (json) => (typeof json === "string" && json.isWellFormed() ? json : undefined),
    "a string",
    (item) => item ?? "",
  ),
  "google.protobuf.BytesValue": wrapper(
    (json) => (typeof json === "string" ? parseBase64(json) : undefined),
    "base64",
    (item) => renderBase64((item as Uint8Array | undefined) ?? new Uint8Array(0)),
  ),
};
