import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elementsOf, membersOf, replaceStrings, valueAt, whole } from "../../../../proto/batch/json-text.ts";

/** JSON text with white space anywhere it may stand. */
const jsonText = fc
  .tuple(fc.jsonValue(), fc.constantFrom("", " ", "\t", "\n  "))
  .map(([value, indent]) => ` ${JSON.stringify(value, null, indent)}\r\n`);

describe("places in JSON text", () => {
  test("hold every member and element of a value, as JSON.parse sees them", () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const check = (place: { start: number; end: number }) => {
          const value: unknown = JSON.parse(text.slice(place.start, place.end));
          if (Array.isArray(value)) {
            const places = elementsOf(text, place);
            expect(places).toHaveLength(value.length);
            for (const element of places) check(element);
          } else if (typeof value === "object" && value !== null) {
            const members = membersOf(text, place);
            expect([...members.keys()].sort()).toEqual(Object.keys(value).sort());
            for (const member of members.values()) check(member);
          }
        };
        const place = whole(text);
        expect(JSON.parse(text.slice(place.start, place.end))).toEqual(JSON.parse(text));
        check(place);
      }),
    );
  });

  test("of a key that comes twice, the last counts, as in JSON.parse", () => {
    expect(valueAt('{"a":1,"b":2,"a":3}', ["a"])).toBe("3");
  });

  test("a key may be written with escapes", () => expect(valueAt('{"\\u0061\\"":1}', ['a"'])).toBe("1"));

  test("what is no object has no members, and what is no array no elements", () => {
    expect(membersOf('["a"]', whole('["a"]')).size).toBe(0);
    expect(elementsOf('{"a":1}', whole('{"a":1}'))).toHaveLength(0);
  });

  test("nesting of any depth costs no stack", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    expect(whole(deep)).toEqual({ start: 0, end: 400_000 });
  });
});

describe("valueAt()", () => {
  const text = '{"id": 12345678901234567890, "items":[{"name":"a\\nb"}, [1.50, -0e1]], "":{"":null}, "true":true}';
  test.each([
    [["id"], "12345678901234567890"],
    [["items", "0", "name"], '"a\\nb"'],
    [["items", "1", "0"], "1.50"],
    [["items", "1"], "[1.50, -0e1]"],
    [["", ""], "null"],
    [["true"], "true"],
    [[], text],
    [["missing"], undefined],
    [["items", "2"], undefined],
    [["items", "-1"], undefined],
    [["items", "00"], undefined],
    [["items", "length"], undefined],
    [["id", "0"], undefined],
    [["toString"], undefined],
    [["__proto__"], undefined],
  ])("%j", (path, value) => expect(valueAt(text, path)).toBe(value));
});

describe("replaceStrings()", () => {
  test("reads every string value, no key, and changes nothing where nothing is given", () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const strings: string[] = [];
        expect(replaceStrings(text, (value) => void strings.push(value))).toBe(text);
        const expected: string[] = [];
        JSON.parse(text, (_, value) => {
          if (typeof value === "string") expected.push(value);
          return value;
        });
        expect(strings.sort()).toEqual(expected.sort());
      }),
    );
  });

  test("puts any JSON in their places and leaves the rest to the last character", () => {
    const text = '{ "a" : "x" , "x":["x", "y\\"x", 12345678901234567890] }';
    expect(replaceStrings(text, (value) => (value === "x" ? '{"n":1}' : undefined))).toBe(
      '{ "a" : {"n":1} , "x":[{"n":1}, "y\\"x", 12345678901234567890] }',
    );
  });
});
