/** What was asked for of late: what stays, what goes, and that it does not cost more the more of it there is. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Recent } from "../../../../durable/push/recent.ts";

const value = (weight: number) => ({ weight });
const weightOf = (each: { weight: number }) => each.weight;

test("what was asked for since the others stays, and of the others the first goes first", () => {
  const recent = new Recent<string, { weight: number }>(3);
  for (const key of ["a", "b", "c"]) recent.set(key, value(1));
  recent.set("d", value(1));
  expect(["a", "b", "c", "d"].filter((key) => recent.get(key) !== undefined)).toEqual(["b", "c", "d"]);
  recent.set("e", value(1));
  recent.get("c");
  recent.set("f", value(1));
  expect(["b", "c", "d", "e", "f"].filter((key) => recent.get(key) !== undefined)).toEqual(["c", "e", "f"]);
});

test("whatever comes, is asked for and goes: never more than may be, never another's, and the last is there", () => {
  const step = fc.record({
    kind: fc.constantFrom("set" as const, "set" as const, "get" as const, "delete" as const),
    key: fc.nat(12),
    weight: fc.integer({ min: 1, max: 7 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), fc.integer({ min: 1, max: 20 }), (steps, weightMax) => {
      const recent = new Recent<number, { weight: number }>(weightMax, weightOf);
      const model = new Map<number, { weight: number }>();
      for (const { kind, key, weight } of steps) {
        if (kind === "set") {
          const given = value(weight);
          recent.set(key, given);
          model.set(key, given);
          expect(recent.get(key)).toBe(given);
        } else if (kind === "delete") {
          recent.delete(key);
          model.delete(key);
        } else expect([undefined, model.get(key)]).toContain(recent.get(key));
        const there = [...model].filter(([each]) => recent.get(each) !== undefined);
        for (const [each, expected] of there) expect(recent.get(each)).toBe(expected);
        const sum = there.reduce((all, [, each]) => all + each.weight, 0);
        expect(sum <= weightMax || there.length === 1).toBe(true);
      }
    }),
  );
});

test("nothing goes as long as there is room, in whatever order it is asked for", () => {
  const recent = new Recent<number, { weight: number }>(100);
  for (let key = 0; key < 150; key++) recent.set(key, value(1));
  for (let round = 0; round < 5; round++) {
    for (let key = 149; key >= 50; key--) expect(recent.get(key)).toBeDefined();
  }
});
