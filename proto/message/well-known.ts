/**
 * The well-known types whose JSON is not an object of their fields
 * (https://protobuf.dev/programming-guides/json/#json-options). `Any` is missing: it needs a registry of every type.
 * @module
 */
import { misfit, SCALARS, type ScalarRule } from "./scalar.ts";

interface WellKnown {
  fromJson(json: unknown, path: string): unknown;
  /** @throws Fault invalid_argument for a message that no JSON stands for, as a time beyond the year 9999 */
  toJson(message: unknown): unknown;
}

/** `google.protobuf.Timestamp` in code. */
interface Seconds {
  readonly seconds?: bigint;
  readonly nanos?: number;
}

/** RFC 3339 lets `t` and `z` be small; ProtoJSON does not. */
const TIMESTAMP = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;
const TIMESTAMP_SECONDS_MIN = -62_135_596_800n; // 0001-01-01T00:00:00Z
const TIMESTAMP_SECONDS_MAX = 253_402_300_799n; // 9999-12-31T23:59:59Z
const DURATION = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/;
const DURATION_SECONDS_MAX = 315_576_000_000n; // About 10 000 years, by duration.proto.
const NANOS_MAX = 999_999_999;
const VALUE_DEPTH_MAX = 100;

const timestamp: WellKnown = {
  fromJson(json, path) {
    const match = typeof json === "string" ? TIMESTAMP.exec(json) : null;
    if (match === null) throw misfit(path, "an RFC 3339 time");
    const [, date, time, fraction = "", zone = "Z"] = match;
    const utcMs = Date.parse(`${date}T${time}${zone}`);
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
    const exists = seconds >= TIMESTAMP_SECONDS_MIN && seconds <= TIMESTAMP_SECONDS_MAX && nanos >= 0;
    if (!exists || nanos > NANOS_MAX) throw misfit("", "a Timestamp of the years 1 to 9999");
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
    const opposed = negative && (seconds > 0n || nanos > 0);
    if (opposed || abs(seconds) > DURATION_SECONDS_MAX || Math.abs(nanos) > NANOS_MAX) {
      throw misfit("", "a Duration of 10 000 years at most");
    }
    return `${negative ? "-" : ""}${abs(seconds)}${fractionOf(Math.abs(nanos))}s`;
  },
};

function abs(seconds: bigint): bigint {
  return seconds < 0n ? -seconds : seconds;
}

/** None, three, six or nine digits: as many as hold the value. */
function fractionOf(nanos: number): string {
  if (nanos === 0) return "";
  const digits = String(nanos).padStart(9, "0");
  if (digits.endsWith("000000")) return `.${digits.slice(0, 3)}`;
  return digits.endsWith("000") ? `.${digits.slice(0, 6)}` : `.${digits}`;
}

/** A path that comes back from lowerCamelCase as it was: every `_` stands before a small letter, and no letter is a capital. */
const MASK_PATH = /^(?:[a-z0-9.]|_[a-z])+$/;

const fieldMask: WellKnown = {
  fromJson(json, path) {
    if (typeof json !== "string" || json.includes("_")) throw misfit(path, "lowerCamelCase paths joined by commas");
    const paths = json === "" ? [] : json.split(",");
    return { paths: paths.map((item) => item.replace(/[A-Z]/g, (char) => `_${char.toLowerCase()}`)) };
  },
  toJson(message) {
    const { paths = [] } = message as { readonly paths?: readonly string[] };
    for (const item of paths) if (!MASK_PATH.test(item)) throw misfit("", "a FieldMask of paths in snake_case");
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
  if (message.numberValue !== undefined) {
    if (!Number.isFinite(message.numberValue)) throw misfit("", "a Value whose number is finite");
    return message.numberValue;
  }
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
function wrapper({ zero, parse, render }: ScalarRule): WellKnown {
  return {
    fromJson: (json, path) => ({ value: parse(json, path) }),
    toJson: (message) => render((message as { readonly value?: unknown }).value ?? zero()),
  };
}

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
  "google.protobuf.DoubleValue": wrapper(SCALARS.double),
  "google.protobuf.FloatValue": wrapper(SCALARS.float),
  "google.protobuf.Int32Value": wrapper(SCALARS.int32),
  "google.protobuf.UInt32Value": wrapper(SCALARS.uint32),
  "google.protobuf.Int64Value": wrapper(SCALARS.int64),
  "google.protobuf.UInt64Value": wrapper(SCALARS.uint64),
  "google.protobuf.BoolValue": wrapper(SCALARS.bool),
  "google.protobuf.StringValue": wrapper(SCALARS.string),
  "google.protobuf.BytesValue": wrapper(SCALARS.bytes),
};
