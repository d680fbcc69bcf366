import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesCodec, jsonCodec } from "../../../../origin/cache/codec.ts";
import { openEnvelope, sealTombstone, sealValue } from "../../../../origin/cache/envelope.ts";

const json = jsonCodec((value) => value);

describe("jsonCodec", () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.string().map((text) => `#${text}`),
    fc.bigInt().map((value) => `#${value}`),
    fc.bigInt(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.boolean(),
    fc.constant(null),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, scalar, fc.array(tie("tree")), fc.dictionary(fc.string(), tie("tree"))),
  }));

  test("gives back any tree of texts, numbers, bigints, lists and records", () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(json.decode(json.encode(value))).toEqual(value);
      }),
    );
  });

  test.each([
    ["a Date", new Date(0)],
    ["a Date inside", { at: [new Date(0)] }],
    ["a Map", new Map()],
    ["bytes", new Uint8Array(1)],
    ["NaN", Number.NaN],
    ["infinity", [Number.POSITIVE_INFINITY]],
    ["a function", { run: () => 1 }],
    ["a symbol", Symbol("x")],
    ["undefined in a list", [undefined]],
    ["an instance of a class", new (class Account {})()],
  ])("refuses %s, which JSON would change", (_, value) => {
    expect(() => json.encode(value)).toThrow(TypeError);
  });

  test("leaves out properties that are undefined", () => {
    expect(json.decode(json.encode({ kept: 1, left: undefined }))).toStrictEqual({ kept: 1 });
  });

  test.each([
    ["no JSON", "{"],
    ["no integer after the sign", '"#12x"'],
    ["no UTF-8", Buffer.of(0x22, 0xff, 0x22)],
  ])("decoding %s throws", (_, bytes) => {
    expect(() => json.decode(Buffer.from(bytes as string))).toThrow();
  });

  test("parse decides what is a value", () => {
    const strict = jsonCodec((value) => {
      if (value !== 1) throw new TypeError("not one");
      return value;
    });
    expect(strict.decode(json.encode(1))).toBe(1);
    expect(() => strict.decode(json.encode(2))).toThrow("not one");
  });

  test("a record called __proto__ stays a property and changes no prototype", () => {
    const value: unknown = JSON.parse('{"__proto__": {"admin": true}}');
    const back = json.decode(json.encode(value)) as { admin?: boolean };
    expect(back.admin).toBeUndefined();
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  });
});

describe("bytesCodec", () => {
  test("gives each caller bytes of its own", () => {
    const given = Uint8Array.of(1, 2);
    const held = bytesCodec.encode(given);
    given[0] = 9;
    const taken = bytesCodec.decode(held);
    taken[1] = 9;
    expect(bytesCodec.decode(held)).toEqual(Uint8Array.of(1, 2));
  });
});

describe("envelopes", () => {
  test("give back what was sealed", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const opened = openEnvelope(sealValue(bytes));
        expect(opened?.kind === "value" && Uint8Array.from(opened.bytes)).toEqual(bytes);
      }),
    );
    expect(openEnvelope(sealValue(undefined))).toEqual({ kind: "absent" });
    expect(openEnvelope(sealTombstone(new Uint8Array(16)))).toEqual({ kind: "tombstone" });
  });

  test("do not open when one bit was flipped anywhere", () => {
    for (const sealed of [sealValue(Buffer.from("value")), sealValue(undefined), sealTombstone(new Uint8Array(16))]) {
      for (let bit = 0; bit < sealed.length * 8; bit++) {
        const damaged = Buffer.from(sealed);
        damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(openEnvelope(damaged), `bit ${bit}`).toBeUndefined();
      }
    }
  });

  test("do not open from arbitrary bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(openEnvelope(bytes)).toBeUndefined();
      }),
    );
  });
});
