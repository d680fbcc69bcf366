import { type DescMessage, type JsonValue, fromJson as theirFromJson, toJson as theirToJson } from "@bufbuild/protobuf";
import {
  BoolValueSchema,
  BytesValueSchema,
  DoubleValueSchema,
  DurationSchema,
  FieldMaskSchema,
  Int32ValueSchema,
  Int64ValueSchema,
  ListValueSchema,
  StringValueSchema,
  StructSchema,
  TimestampSchema,
  UInt64ValueSchema,
  ValueSchema,
} from "@bufbuild/protobuf/wkt";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromJson, toJson } from "../../../../proto/message/proto-json.ts";
import { tableOnly } from "./oracle.ts";

function wellKnown(name: string) {
  const type = tableOnly(`google.protobuf.${name}`, []);
  return {
    read: (json: unknown) => fromJson(type, json),
    write: (message: unknown) => toJson(type, message),
  };
}

function refused(run: () => unknown): void {
  expect(run).toThrow(expect.objectContaining({ name: "Fault", code: "invalid_argument" }));
}

describe("Timestamp", () => {
  const { read, write } = wellKnown("Timestamp");

  test.each([
    ["1970-01-01T00:00:00Z", { seconds: 0n, nanos: 0 }],
    ["2026-11-22T12:34:56.789Z", { seconds: 1_795_350_896n, nanos: 789_000_000 }],
    ["2026-11-22T12:34:56.000000001Z", { seconds: 1_795_350_896n, nanos: 1 }],
    ["1969-12-31T23:59:59.5Z", { seconds: -1n, nanos: 500_000_000 }],
    ["2000-02-29T23:30:00+05:30", { seconds: 951_847_200n, nanos: 0 }],
    ["0001-01-01T00:00:00Z", { seconds: -62_135_596_800n, nanos: 0 }],
    ["9999-12-31T23:59:59.999999999Z", { seconds: 253_402_300_799n, nanos: 999_999_999 }],
  ])("reads %s", (json, message) => expect(read(json)).toEqual(message));

  test.each([
    ["no zone", "2026-11-22T12:34:56"],
    ["a small t", "2026-11-22t12:34:56Z"],
    ["a small z", "2026-11-22T12:34:56z"],
    ["a space", "2026-11-22 12:34:56Z"],
    ["30 February", "2026-02-30T00:00:00Z"],
    ["29 February of a common year", "2026-02-29T00:00:00Z"],
    ["hour 24", "2026-11-22T24:00:00Z"],
    ["second 60", "2026-12-31T23:59:60Z"],
    ["month 13", "2026-13-01T00:00:00Z"],
    ["ten digits of a second", "2026-11-22T12:34:56.1234567890Z"],
    ["no digits of a second", "2026-11-22T12:34:56.Z"],
    ["the year 0", "0000-12-31T23:59:59Z"],
    ["a time before the year 1 by its zone", "0001-01-01T00:00:00+01:00"],
    ["a number", 0],
    ["nothing", ""],
  ])("refuses %s", (_, json) => refused(() => read(json)));

  test.each([
    [{ seconds: 0n, nanos: 0 }, "1970-01-01T00:00:00Z"],
    [{ seconds: 0n, nanos: 10_000_000 }, "1970-01-01T00:00:00.010Z"],
    [{ seconds: 0n, nanos: 10_000 }, "1970-01-01T00:00:00.000010Z"],
    [{ seconds: 0n, nanos: 10 }, "1970-01-01T00:00:00.000000010Z"],
    [{ seconds: -1n, nanos: 1 }, "1969-12-31T23:59:59.000000001Z"],
    [{}, "1970-01-01T00:00:00Z"],
  ])("writes %o", (message, json) => expect(write(message)).toBe(json));

  test.each([
    { seconds: -62_135_596_801n, nanos: 0 },
    { seconds: 253_402_300_800n, nanos: 0 },
    { seconds: 0n, nanos: -1 },
    { seconds: 0n, nanos: 1_000_000_000 },
  ])("cannot write %o, which no JSON stands for", (message) => refused(() => write(message)));
});

describe("Duration", () => {
  const { read, write } = wellKnown("Duration");

  test.each([
    ["0s", { seconds: 0n, nanos: 0 }],
    ["1.5s", { seconds: 1n, nanos: 500_000_000 }],
    ["-0.5s", { seconds: 0n, nanos: -500_000_000 }],
    ["-3s", { seconds: -3n, nanos: 0 }],
    ["315576000000s", { seconds: 315_576_000_000n, nanos: 0 }],
  ])("reads %s", (json, message) => expect(read(json)).toEqual(message));

  test.each(["1", "s", "1.s", ".5s", "1e3s", " 1s", "+1s", "315576000001s", "1.0000000001s", 1, ""])(
    "refuses %j",
    (json) => refused(() => read(json)),
  );

  test.each([
    [{ seconds: 1n, nanos: 500_000_000 }, "1.500s"],
    [{ seconds: 0n, nanos: -1000 }, "-0.000001s"],
    [{ seconds: -3n, nanos: -1 }, "-3.000000001s"],
    [{}, "0s"],
  ])("writes %o", (message, json) => expect(write(message)).toBe(json));

  test.each([
    { seconds: 1n, nanos: -1 },
    { seconds: -1n, nanos: 1 },
    { seconds: 315_576_000_001n, nanos: 0 },
    { seconds: 0n, nanos: 1_000_000_000 },
  ])("cannot write %o", (message) => refused(() => write(message)));
});

describe("FieldMask", () => {
  const { read, write } = wellKnown("FieldMask");

  test("is paths in lowerCamelCase", () => {
    expect(read("user.displayName,photo")).toEqual({ paths: ["user.display_name", "photo"] });
    expect(write({ paths: ["user.display_name", "photo"] })).toBe("user.displayName,photo");
    expect(read("")).toEqual({ paths: [] });
  });

  test.each(["display_name", 1, null, ["a"]])("refuses %j", (json) => refused(() => read(json)));

  test.each(["fooBar", "foo__bar", "foo_3", "foo_"])("cannot write the path %s, which would not come back", (path) =>
    refused(() => write({ paths: [path] })),
  );
});

describe("Struct, Value and ListValue", () => {
  const value = wellKnown("Value");
  const json = fc.jsonValue({ maxDepth: 5 });

  test("any JSON comes back as it was", () => {
    fc.assert(
      fc.property(json, (given) => {
        expect(JSON.stringify(value.write(value.read(given)))).toBe(JSON.stringify(given));
      }),
    );
  });

  test("null is a value", () => expect(value.write(value.read(null))).toBeNull());

  test("a Struct is an object and a ListValue a list", () => {
    expect(wellKnown("Struct").write(wellKnown("Struct").read({ a: [1, null] }))).toEqual({ a: [1, null] });
    expect(wellKnown("ListValue").write(wellKnown("ListValue").read([1, "a"]))).toEqual([1, "a"]);
    refused(() => wellKnown("Struct").read([]));
    refused(() => wellKnown("ListValue").read({}));
  });

  test("a key named __proto__ is a key like others", () => {
    const given: unknown = JSON.parse('{"__proto__":{"a":1}}');
    expect(JSON.stringify(value.write(value.read(given)))).toBe('{"__proto__":{"a":1}}');
  });

  test("what is nested too deeply is refused", () => {
    refused(() => value.read(JSON.parse(`${"[".repeat(200)}${"]".repeat(200)}`)));
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("the number %d has no JSON here", (numberValue) =>
    refused(() => value.write({ numberValue })),
  );
});

describe("wrappers", () => {
  test.each([
    ["DoubleValue", "NaN", Number.NaN],
    ["DoubleValue", 1.5, 1.5],
    ["Int32Value", "7", 7],
    ["Int64Value", "-9223372036854775808", -(2n ** 63n)],
    ["UInt64Value", "18446744073709551615", 2n ** 64n - 1n],
    ["BoolValue", false, false],
    ["StringValue", "", ""],
    ["BytesValue", "AQ", Uint8Array.of(1)],
  ])("%s reads %j", (name, json, value) => expect(wellKnown(name).read(json)).toEqual({ value }));

  test.each([
    ["DoubleValue", { value: Number.NaN }, "NaN"],
    ["Int64Value", { value: 5n }, "5"],
    ["Int64Value", {}, "0"],
    ["BytesValue", { value: Uint8Array.of(1) }, "AQ=="],
    ["BoolValue", {}, false],
  ])("%s writes %o", (name, message, json) => expect(wellKnown(name).write(message)).toBe(json));

  test.each([
    ["FloatValue", 1e39],
    ["DoubleValue", "1e999"],
    ["Int32Value", "0x10"],
    ["Int32Value", 2 ** 31],
    ["UInt32Value", -1],
    ["Int64Value", 2 ** 60],
    ["UInt64Value", "-1"],
    ["BoolValue", "true"],
    ["StringValue", 1],
    ["StringValue", "\ud800"],
    ["BytesValue", "*"],
  ])("%s refuses %j", (name, json) => refused(() => wellKnown(name).read(json)));
});

/** `5.`, `.5`, `05`, `0x5` and `+5`: no numbers of JSON (RFC 8259 §6), though theirs takes them, as JavaScript does; and `-0`, which it keeps. */
const LAX_NUMBER = /^\s*(?:\+|-?(?:0[\dxob]|\.\d|\d+\.(?!\d))|-0)/i;

describe("beside another implementation", () => {
  const pad = (value: number, digits = 2) => String(value).padStart(digits, "0");
  const time = fc
    .tuple(
      fc.integer({ min: 0, max: 10_000 }),
      fc.nat(13),
      fc.nat(28), // Theirs takes 31 June for 1 July.
      fc.nat(23), // And hour 24 for the next day.
      fc.nat(59),
      fc.constantFrom("", ".5", ".123456789"),
      fc.constantFrom("Z", "+01:00", "-23:59", "+14:30"),
    )
    .map(
      ([year, month, day, hour, minute, fraction, zone]) =>
        `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:00${fraction}${zone}`,
    );
  const span = fc
    .tuple(fc.constantFrom("", "-"), fc.bigInt(0n, 10n ** 12n), fc.constantFrom("", ".1", ".123456", ".000000001"))
    .map(([sign, seconds, fraction]) => `${sign}${seconds}${fraction}s`);
  const scalar = fc.oneof(
    fc.integer(),
    fc.bigInt(-(2n ** 64n), 2n ** 65n).map(String),
    fc.boolean(),
    fc.oneof(fc.string(), fc.base64String()).filter((text) => !LAX_NUMBER.test(text)),
  );
  const paths = fc
    .array(fc.stringMatching(/^[a-z]{1,5}([A-Z][a-z]{0,3}){0,2}(\.[a-z]+)?$/), { maxLength: 3 })
    .map((all) => all.join(","));

  test.each<[string, DescMessage, fc.Arbitrary<unknown>]>([
    ["Timestamp", TimestampSchema, time],
    ["Duration", DurationSchema, span],
    ["FieldMask", FieldMaskSchema, paths],
    ["Struct", StructSchema, fc.dictionary(fc.string(), fc.jsonValue())],
    ["ListValue", ListValueSchema, fc.array(fc.jsonValue())],
    ["Value", ValueSchema, fc.jsonValue()],
    [
      "DoubleValue",
      DoubleValueSchema,
      fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom("NaN", "Infinity")),
    ],
    ["Int32Value", Int32ValueSchema, scalar],
    ["Int64Value", Int64ValueSchema, fc.oneof(fc.integer(), fc.bigInt(-(2n ** 64n), 2n ** 64n).map(String))],
    ["UInt64Value", UInt64ValueSchema, fc.oneof(fc.integer(), fc.bigInt(-5n, 2n ** 65n).map(String))],
    ["BoolValue", BoolValueSchema, scalar],
    ["StringValue", StringValueSchema, scalar],
    ["BytesValue", BytesValueSchema, fc.base64String()],
  ])("%s: both take the same and write it alike", (name, schema, arbitrary) => {
    const { read, write } = wellKnown(name);
    fc.assert(
      fc.property(arbitrary, (json) => {
        const theirs = attempt(() => theirToJson(schema, theirFromJson(schema, json as JsonValue)));
        expect(attempt(() => write(read(json)))).toEqual(theirs);
      }),
      { numRuns: 500 },
    );
  });
});

function attempt(run: () => unknown): unknown {
  try {
    const value = run();
    return typeof value === "object" ? JSON.parse(JSON.stringify(value)) : value;
  } catch {
    return "refused";
  }
}
