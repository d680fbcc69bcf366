/** One field of a JSON document by its path, and how two documents differ. */
import { expect, test } from "vitest";
import { jsonDifference } from "../../../scripts/conf/json-diff.ts";
import { changedAt } from "../../../scripts/conf/json-path.ts";
import { UsageError } from "../../../scripts/conf/usage.ts";

test.each([
  ['{"a":1}', "a", "2", '{"a":2}'],
  ['{"a":1}', "b", "word", '{"a":1,"b":"word"}'],
  ['{"a":1}', "b.c.d", "[1]", '{"a":1,"b":{"c":{"d":[1]}}}'],
  ['{"a":[1,2]}', "a.1", "3", '{"a":[1,3]}'],
  ['{"a":[1,2]}', "a.2", "3", '{"a":[1,2,3]}'],
  ['{"a":1,"b":2}', "a", "null", '{"b":2}'],
  ['{"a":[1]}', "a.0", "null", '{"a":[null]}'],
  ["{}", "__proto__", "1", '{"__proto__":1}'],
  ["{}", "a.__proto__.b", "1", '{"a":{"__proto__":{"b":1}}}'],
  ["{}", "a", '"5"', '{"a":"5"}'],
])("%s with %s = %s is %s", (document, path, value, expected) => {
  expect(changedAt(document, path, value)).toBe(expected);
  expect(Object.hasOwn(Object.prototype, "b")).toBe(false);
});

test.each([
  ["5", "a", /nothing with fields above 'a'/],
  ['{"a":5}', "a.b", /nothing with fields above 'b'/],
  ['{"a":[1]}', "a.2", /no place in a list of 1/],
  ['{"a":[1]}', "a.b", /no place in a list of 1/],
  ["no", "a", /no JSON/],
])("%s has no field %s", (document, path, words) => {
  expect(() => changedAt(document, path, "1")).toThrow(words);
  expect(() => changedAt(document, path, "1")).toThrow(UsageError);
});

test.each([
  ['{"a":1}', '{"a":2}', ["~ a: 1 → 2"]],
  ['{"a":{"b":1,"c":[1]}}', '{"a":{"b":1,"c":[2]}}', ["~ a.c: [1] → [2]"]],
  ['{"a":1}', '{"b":{"c":1}}', ["- a: 1", '+ b: {"c":1}']],
  ["1", '{"a":1}', ['~ 1 → {"a":1}']],
  ['{"a":1}', '{ "a": 1 }', []],
])("from %s to %s", (before, after, lines) => {
  expect(jsonDifference(before, after)).toEqual(lines);
});

test("what is no JSON has no fields", () => {
  expect(jsonDifference("{", "{}")).toBeUndefined();
});
