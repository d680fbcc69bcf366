import { expect, test } from "vitest";
import { median, medianRatio, takeTurns } from "../../../bench/rounds.ts";

test("contenders take turns within each round", async () => {
  const order: string[] = [];
  const measure = (name: string) => async () => order.push(name);
  const measured = await takeTurns(3, { a: measure("a"), b: measure("b") });
  expect(order).toEqual(["a", "b", "a", "b", "a", "b"]);
  expect(measured).toEqual({ a: [1, 3, 5], b: [2, 4, 6] });
});

test("a measurement that fails ends the run", async () => {
  await expect(takeTurns(2, { a: () => Promise.reject(new Error("down")) })).rejects.toThrow("down");
});

test.each([
  [[3], 3],
  [[1, 100, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[10, 9, 100], 10],
])("the median of %j is %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});

test("there is no median of nothing", () => {
  expect(() => median([])).toThrow(/no median/);
});

test("a ratio is taken within the rounds, so that a slow round changes nothing", () => {
  expect(medianRatio([200, 20, 200], [100, 10, 100])).toBe(2);
  expect(medianRatio([10, 20, 900], [10, 10, 300])).toBe(2);
  expect(() => medianRatio([1], [1, 2])).toThrow(/1 rounds/);
});
