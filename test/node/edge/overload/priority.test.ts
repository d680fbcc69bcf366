import { expect, test } from "vitest";
import { rankBehind, rankOf } from "../../../../edge/overload/priority.ts";

test.each([
  ["a route that says nothing is usual", undefined, undefined, 5],
  ["a request of its own has its route's rank", 7, undefined, 7],
  ["an item without a priority has its route's rank", 7, 0, 7],
  ["an item cannot lift itself above its route", 3, 9, 3],
  ["not by any number", 3, 2 ** 31 - 1, 3],
  ["an item can say that it is worth less", 7, -2, 5],
  ["down to the lowest rank and no further", 7, -(2 ** 31), 0],
])("%s", (_, ofRoute, ofItem, rank) => {
  expect(rankOf(ofRoute, ofItem)).toBe(rank);
});

test("a refresh behind somebody's back comes after who waits for the same, and has a rank at all", () => {
  expect([rankBehind(5), rankBehind(0)]).toEqual([4, 0]);
});
