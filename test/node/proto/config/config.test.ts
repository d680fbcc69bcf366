/** What configuration is made of: values, names, contents, gray rules, watch messages. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyEdits,
  type Content,
  changedSections,
  diff,
  type Edit,
  type Entry,
  flawOfLabels,
  isGray,
  isKeyName,
  isNodeName,
  isSectionName,
  onlyWidens,
  parseLabels,
  parseValue,
  parseWatchCommand,
  shareOf,
  type ValueType,
} from "../../../../proto/config/config.ts";

describe("a value", () => {
  test.each<[ValueType, string, unknown]>([
    ["text", "", ""],
    ["number", "-1.5e3", -1500],
    ["number", "9007199254740991", 9007199254740991],
    ["boolean", "false", false],
    ["json", "null", null],
    ["json", '{"a":[1]}', { a: [1] }],
    ["duration", "0s", 0],
    ["duration", "250ms", 250],
    ["duration", "1.5s", 1500],
    ["duration", "1d2h3m4s5ms", 93_784_005],
  ])("of type %s: %s", (type, text, value) => {
    expect(parseValue(type, text)).toEqual({ value });
  });

  test.each<[ValueType, string]>([
    ["number", ""],
    ["number", "0x10"],
    ["number", "01"],
    ["number", "Infinity"],
    ["number", "1e999"],
    ["number", " 1"],
    ["number", "9007199254740993"],
    ["boolean", "True"],
    ["json", ""],
    ["json", "{'a':1}"],
    ["duration", ""],
    ["duration", "5"],
    ["duration", "-5s"],
    ["duration", "5s1h"],
    ["duration", "5 s"],
  ])("of type %s is not: '%s'", (type, text) => {
    const { flaw = "" } = parseValue(type, text);
    expect(flaw).not.toBe("");
    if (text.length > 3) expect(flaw).not.toContain(text);
  });

  test("of a duration takes no quadratic time", () => {
    const startedAt = performance.now();
    parseValue("duration", "9".repeat(200_000));
    parseValue("number", `${"1".repeat(200_000)}x`);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

describe("a name", () => {
  test.each(["a", "db.password", "a/b", "ü", "list[0]", "a-b_c"])("of a key: %s", (key) => {
    expect(isKeyName(key)).toBe(true);
  });
  test.each(["", " ", "a b", "a=b", "a:b", "#a", "!a", "a\\", "a\nb", "__proto__", "x".repeat(129), "\ud800"])(
    "of a key is not: '%s'",
    (key) => {
      expect(isKeyName(key)).toBe(false);
    },
  );
  test("of a node is a host or an address", () => {
    for (const node of ["web-1.example", "10.0.0.1", "::1", "[::1]:80", "host:8080"])
      expect(isNodeName(node)).toBe(node !== "::1");
    for (const node of ["", "a b", "a/b", "x".repeat(129)]) expect(isNodeName(node)).toBe(false);
  });
  test("of a section is no path", () => {
    expect([isSectionName("routes.json"), isSectionName("../x"), isSectionName("*"), isSectionName("")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("labels", () => {
  test("are read out of a query", () => {
    expect(parseLabels("")).toEqual({});
    expect(parseLabels("a=1,b=x=y")).toEqual({ a: "1", b: "x=y" });
    for (const bad of ["a", "=1", "a=1,,", "a b=1", "__proto__=1", `a=${"x".repeat(65)}`, "a=\u00fc"]) {
      expect(parseLabels(bad)).toBeUndefined();
    }
    const nine = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`l${at}`, "1"]));
    expect(flawOfLabels(nine)).toMatch(/at most 8/);
  });
});

const entry = (key: string, value: string, more: Partial<Entry> = {}): Entry => ({
  section: "s",
  key,
  type: "text",
  value,
  secret: false,
  comment: "",
  revision: 1,
  ...more,
});

describe("a content", () => {
  test("differs by what a reader would notice", () => {
    const before = [entry("a", "1"), entry("b", "1"), entry("c", "1")];
    const after = [entry("a", "1", { revision: 9 }), entry("b", "2"), entry("d", "1")];
    expect(diff(before, after).map(({ key, before: was, after: is }) => [key, was?.value, is?.value])).toEqual([
      ["b", "1", "2"],
      ["c", "1", undefined],
      ["d", undefined, "1"],
    ]);
    expect([
      ...changedSections(before, [entry("a", "1", { comment: "new" }), before[1], before[2]] as Content),
    ]).toEqual([]);
    expect([...changedSections(before, [entry("a", "1", { secret: true }), before[1], before[2]] as Content)]).toEqual([
      "s",
    ]);
  });

  test("with its differences applied is the other one", () => {
    const contents = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom("1", "2")).map((values) =>
      applyEdits(
        [],
        Object.entries(values).map(([key, value]): Edit => ({ section: "s", key, entry: entry(key, value) })),
      ),
    );
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const edits = diff(before, after).map(
          ({ section, key, after: is }): Edit => ({ section, key, ...(is === undefined ? {} : { entry: is }) }),
        );
        expect(applyEdits(before, edits)).toEqual(after);
        expect(diff(before, before)).toEqual([]);
      }),
    );
  });
});

describe("a gray rule", () => {
  const rule = (percent: number, labels = {}, nodes: string[] = []) => ({ percent, labels, nodes });
  const reader = (node: string, labels = {}) => ({ node, labels });

  test("chooses by name, by all labels, or by share", () => {
    expect(isGray(rule(0, {}, ["n"]), reader("n"))).toBe(true);
    expect(isGray(rule(0, { a: "1", b: "2" }), reader("n", { a: "1", b: "2", c: "3" }))).toBe(true);
    expect(isGray(rule(0, { a: "1", b: "2" }), reader("n", { a: "1" }))).toBe(false);
    expect(isGray(rule(100), reader("n"))).toBe(true);
    expect(isGray(rule(100), reader(""))).toBe(false);
    expect(isGray(rule(0, {}, [""]), reader(""))).toBe(false);
  });

  test("takes about its share of any names, evenly", () => {
    for (const make of [
      (at: number) => `10.0.${at >> 8}.${at & 255}`,
      (at: number) => `web-${at}`,
      (at: number) => String(at),
    ]) {
      const shares = Array.from({ length: 10_000 }, (_, at) => shareOf(make(at)));
      for (const percent of [1, 10, 50, 90]) {
        const taken = shares.filter((share) => share < percent * 100).length / 100;
        expect(Math.abs(taken - percent)).toBeLessThan(2);
      }
    }
  });

  test("that only widens leaves nobody out", () => {
    const rules = fc.record({
      percent: fc.integer({ min: 0, max: 100 }),
      labels: fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom("1", "2")),
      nodes: fc.subarray(["n1", "n2", "n3"]),
    });
    const readers = fc.record({
      node: fc.constantFrom("", "n1", "n2", "n3", "n4"),
      labels: fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom("1", "2")),
    });
    fc.assert(
      fc.property(rules, rules, readers, (before, after, who) => {
        if (onlyWidens(before, after) && isGray(before, who)) expect(isGray(after, who)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

test("a watch command is what it is, and nothing else", () => {
  expect(parseWatchCommand('{"type":"running","version":3}')).toEqual({ type: "running", version: 3 });
  for (const bad of [
    "",
    "null",
    "1",
    "[]",
    '{"type":"x","version":3}',
    '{"type":"running"}',
    '{"type":"running","version":1.5}',
  ]) {
    expect(parseWatchCommand(bad)).toBeUndefined();
  }
});
