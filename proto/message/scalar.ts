/** The JSON of every scalar type (https://protobuf.dev/programming-guides/json/#field-representation). @module */
import { parseBase64, renderBase64 } from "../base64.ts";
import { Fault } from "../fault.ts";
import type { ScalarType } from "./message.ts";

export interface ScalarRule {
  /** The default of a field without presence. */
  zero(): unknown;
  /** JSON → value. @throws Fault invalid_argument */
  parse(value: unknown, path: string): unknown;
  render(value: unknown): unknown;
  /** Whether it is a value of the type, as the encoder takes it. */
  fits(value: unknown): boolean;
}

/** Makes the fault for a value that does not fit, naming its place. */
export function misfit(path: string, expected: string): Fault {
  return new Fault("invalid_argument", `${path === "" ? "the message" : path}: ${expected} expected`);
}

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const WHOLE = /^-?(?:0|[1-9]\d*)$/;

function whole(min: number, max: number): ScalarRule {
  return {
    zero: () => 0,
    parse(value, path) {
      const number = typeof value === "string" && DECIMAL.test(value) ? Number(value) : value;
      if (typeof number !== "number" || !Number.isInteger(number) || number < min || number > max) {
        throw misfit(path, `an integer from ${min} to ${max}`);
      }
      return number + 0; // −0 is 0 for an integer.
    },
    render: (value) => value,
    fits: (value) => typeof value === "number" && Number.isInteger(value) && value >= min && value <= max,
  };
}

function whole64(min: bigint, max: bigint): ScalarRule {
  return {
    zero: () => 0n,
    parse(value, path) {
      const parsed = bigintOf(value);
      if (parsed === undefined || parsed < min || parsed > max) {
        throw misfit(path, `a decimal string from ${min} to ${max}`);
      }
      return parsed;
    },
    render: (value) => String(value),
    fits: (value) => typeof value === "bigint" && value >= min && value <= max,
  };
}

/** A JSON number beyond 2^53 has already lost digits when it gets here, so it is refused and not guessed at. */
function bigintOf(value: unknown): bigint | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  if (typeof value !== "string" || value.length > 40) return undefined;
  if (WHOLE.test(value)) return BigInt(value);
  const number = DECIMAL.test(value) ? Number(value) : Number.NaN;
  return Number.isSafeInteger(number) ? BigInt(number) : undefined;
}

function floating(max: number): ScalarRule {
  return {
    zero: () => 0,
    parse(value, path) {
      if (value === "NaN" || value === "Infinity" || value === "-Infinity") return Number(value);
      const number = typeof value === "string" && DECIMAL.test(value) ? Number(value) : value;
      if (typeof number !== "number" || !Number.isFinite(number) || Math.abs(number) > max)
        throw misfit(path, "a number");
      return number;
    },
    render: (value) => (Number.isFinite(value) ? value : String(value)),
    fits: (value) => typeof value === "number",
  };
}

const INT32 = whole(-(2 ** 31), 2 ** 31 - 1);
const UINT32 = whole(0, 2 ** 32 - 1);
const INT64 = whole64(-(2n ** 63n), 2n ** 63n - 1n);
const UINT64 = whole64(0n, 2n ** 64n - 1n);
const FLOAT_MAX = (2 - 2 ** -23) * 2 ** 127; // The largest finite IEEE 754 single.

export const SCALARS: Readonly<Record<ScalarType, ScalarRule>> = {
  double: floating(Number.MAX_VALUE),
  float: floating(FLOAT_MAX),
  int32: INT32,
  sint32: INT32,
  sfixed32: INT32,
  uint32: UINT32,
  fixed32: UINT32,
  int64: INT64,
  sint64: INT64,
  sfixed64: INT64,
  uint64: UINT64,
  fixed64: UINT64,
  bool: {
    zero: () => false,
    parse(value, path) {
      if (typeof value !== "boolean") throw misfit(path, "true or false");
      return value;
    },
    render: (value) => value,
    fits: (value) => typeof value === "boolean",
  },
  string: {
    zero: () => "",
    parse(value, path) {
      if (!isText(value)) throw misfit(path, "a string");
      return value;
    },
    render: (value) => value,
    fits: isText,
  },
  bytes: {
    zero: () => new Uint8Array(0),
    parse(value, path) {
      const bytes = typeof value === "string" ? parseBase64(value) : undefined;
      if (bytes === undefined) throw misfit(path, "base64");
      return bytes;
    },
    render: (value) => renderBase64(value as Uint8Array),
    fits: (value) => value instanceof Uint8Array,
  },
};

/** A lone surrogate has no UTF-8. */
function isText(value: unknown): boolean {
  return typeof value === "string" && value.isWellFormed();
}
