import { create, type JsonValue, fromJson as theirFromJson, toJson as theirToJson } from "@bufbuild/protobuf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ScalarType } from "../../../../proto/message/message.ts";
import { fromJson, toJson } from "../../../../proto/message/proto-json.ts";
import { SCALAR_TYPES, scalarMessage } from "./oracle.ts";

/** The value that ours reads, or the message of its fault. */
function read(type: ScalarType, json: unknown): { value: unknown } | { fault: string } {
  try {
    return { value: (fromJson(scalarMessage(type).ours, { v: json }) as { v: unknown }).v };
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: "Fault", code: "invalid_argument" });
    return { fault: (thrown as Error).message };
  }
}

function write(type: ScalarType, value: unknown): unknown {
  return (toJson(scalarMessage(type).ours, { v: value }) as { v?: unknown }).v;
}

const LIMITS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  sint32: [-(2n ** 31n), 2n ** 31n - 1n],
  sfixed32: [-(2n ** 31n), 2n ** 31n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  fixed32: [0n, 2n ** 32n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  sint64: [-(2n ** 63n), 2n ** 63n - 1n],
  sfixed64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
  fixed64: [0n, 2n ** 64n - 1n],
};
const INTEGERS = Object.keys(LIMITS) as ScalarType[];
const is64 = (type: ScalarType) => type.endsWith("64");

describe.each(INTEGERS)("%s", (type) => {
  const [min, max] = LIMITS[type] as readonly [bigint, bigint];
  const inCode = (number: bigint) => (is64(type) ? number : Number(number));

  test("takes its whole range, as a string", () => {
    for (const number of [min, max, 0n, 1n]) expect(read(type, String(number))).toEqual({ value: inCode(number) });
  });

  test("takes a number as long as it is exact", () => {
    expect(read(type, 7)).toEqual({ value: inCode(7n) });
    expect(read(type, 1e3)).toEqual({ value: inCode(1000n) });
    if (is64(type)) expect(read(type, 2 ** 53)).toHaveProperty("fault");
  });

  test("takes what is whole in another notation", () => {
    for (const text of ["1.0", "1e0", "10e-1", "0.1e1"]) expect(read(type, text), text).toEqual({ value: inCode(1n) });
  });

  test("refuses one less and one more than its range", () => {
    for (const number of [min - 1n, max + 1n]) expect(read(type, String(number))).toHaveProperty("fault");
  });

  test.each([
    1.5,
    "1.5",
    "",
    " 1",
    "1 ",
    "0x10",
    "01",
    "+1",
    "1.",
    ".5",
    "1e",
    "١",
    "1_000",
    true,
    {},
    [],
    [1],
    Number.NaN,
    "NaN",
    "Infinity",
  ])("refuses %j", (json) => expect(read(type, json)).toHaveProperty("fault"));

  test("is a string in JSON where it has 64 bits, and a number otherwise", () => {
    expect(write(type, inCode(max))).toBe(is64(type) ? String(max) : Number(max));
  });

  test("leaves out its default", () => expect(write(type, inCode(0n))).toBeUndefined());

  test("whatever it writes it reads", () => {
    fc.assert(
      fc.property(fc.bigInt(min, max), (number) => {
        fc.pre(number !== 0n);
        expect(read(type, write(type, inCode(number)))).toEqual({ value: inCode(number) });
      }),
    );
  });
});

describe.each(["double", "float"] as const)("%s", (type) => {
  test.each([
    [1.5, 1.5],
    ["1.5", 1.5],
    ["-1e-3", -0.001],
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    [-0, -0],
  ])("reads %j", (json, value) => expect(read(type, json)).toEqual({ value }));

  test.each([
    "",
    " 1",
    "1 ",
    "0x1",
    "Inf",
    "nan",
    "--1",
    true,
    null === undefined,
    {},
    [1],
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "1e999",
  ])("refuses %j", (json) => expect(read(type, json)).toHaveProperty("fault"));

  test("writes what JSON has no number for as a string", () => {
    expect(write(type, Number.NaN)).toBe("NaN");
    expect(write(type, Number.NEGATIVE_INFINITY)).toBe("-Infinity");
    expect(write(type, -0)).toBe(-0);
    expect(write(type, 0)).toBeUndefined();
  });

  test("has a largest number", () => {
    const max = type === "double" ? Number.MAX_VALUE : 3.4028234663852886e38;
    expect(read(type, max)).toEqual({ value: max });
    if (type === "float") expect(read(type, 3.5e38)).toHaveProperty("fault");
  });
});

describe("bool, string and bytes", () => {
  test.each<[ScalarType, unknown, unknown]>([
    ["bool", true, true],
    ["bool", false, false],
    ["string", "ä\u0000😀", "ä\u0000😀"],
    ["bytes", "+/8=", Uint8Array.of(0xfb, 0xff)],
    ["bytes", "-_8", Uint8Array.of(0xfb, 0xff)],
    ["bytes", "", new Uint8Array(0)],
  ])("%s reads %j", (type, json, value) => expect(read(type, json)).toEqual({ value }));

  test.each<[ScalarType, unknown]>([
    ["bool", "true"],
    ["bool", 1],
    ["bool", 0],
    ["string", 1],
    ["string", true],
    ["string", "\ud800"],
    ["string", "\udc00\ud800"],
    ["bytes", "*"],
    ["bytes", "a"],
    ["bytes", 1],
    ["bytes", [1]],
  ])("%s refuses %j", (type, json) => expect(read(type, json)).toHaveProperty("fault"));

  test("bytes are written in padded base64 of the standard alphabet", () => {
    expect(write("bytes", Uint8Array.of(0xfb, 0xff))).toBe("+/8=");
    const large = new Uint8Array(100_000).fill(7);
    expect(write("bytes", large)).toBe(Buffer.from(large).toString("base64"));
  });
});

describe("beside another implementation", () => {
  const numeric = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.bigInt(-(2n ** 65n), 2n ** 65n).map(String),
    fc.double().map(String),
    fc.constantFrom("", "0", "-0", "1e5", "1E-2", "NaN", "1.0", "00", "1.5", "-1", "4294967295", "-2147483648"),
  );
  const any = fc.oneof(numeric, fc.boolean(), fc.string(), fc.base64String(), fc.constant(null));
  /** Where the other one is laxer or stricter than the specification, and ours follows the latter. */
  const differs = (type: ScalarType, json: unknown) =>
    typeof json === "string" &&
    (type === "bytes" || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$|^-?Infinity$|^NaN$/.test(json));

  test.each(SCALAR_TYPES)("%s: what both take is the same value, and both write it alike", (type) => {
    const { ours, theirs } = scalarMessage(type);
    fc.assert(
      fc.property(any, (json) => {
        let expected: unknown;
        try {
          expected = theirToJson(theirs, theirFromJson(theirs, { v: json } as JsonValue));
        } catch {
          return; // Their errors are looked at by the next test.
        }
        let mine: unknown;
        try {
          mine = toJson(ours, fromJson(ours, { v: json }));
        } catch {
          return;
        }
        expect(JSON.parse(JSON.stringify(mine))).toEqual(JSON.parse(JSON.stringify(expected)));
      }),
      { numRuns: 300 },
    );
  });

  test.each(SCALAR_TYPES)("%s: both refuse the same", (type) => {
    const { ours, theirs } = scalarMessage(type);
    fc.assert(
      fc.property(type === "string" || type === "bool" ? any : numeric, (json) => {
        fc.pre(type === "string" || type === "bool" || !differs(type, json));
        // Theirs reads other notations of whole numbers in a string for 32 bits only.
        fc.pre(!(is64(type) && typeof json === "string" && /[.eE]/.test(json)));
        // A number above 2^53 is refused by ours, because its digits are lost already.
        fc.pre(!(is64(type) && typeof json === "number" && !Number.isSafeInteger(json)));
        expect(refuses(() => fromJson(ours, { v: json }))).toBe(
          refuses(() => theirFromJson(theirs, { v: json } as JsonValue)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("a message that is empty is the same", () => {
    const { ours, theirs } = scalarMessage("int64");
    expect(toJson(ours, fromJson(ours, {}))).toEqual(theirToJson(theirs, create(theirs)));
  });
});

function refuses(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}
