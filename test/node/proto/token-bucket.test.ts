import { expect, test } from "vitest";
import { TokenBucket } from "../../../proto/token-bucket.ts";

const FLOW = { size: 10, perSecond: 2 };

test("a full one gives what it holds at once, and then what flows in", () => {
  const bucket = new TokenBucket(FLOW, 0);
  expect([bucket.secondsUntil(10), bucket.secondsUntil(11)]).toEqual([0, 1]);
  bucket.take(10);
  expect([bucket.secondsUntil(1), bucket.secondsUntil(3)]).toEqual([1, 2]);
  bucket.fill(FLOW, 500);
  expect(bucket.secondsUntil(1)).toBe(0);
});

test("it holds no more than its size, however long it was left, and whatever was given back", () => {
  const bucket = new TokenBucket(FLOW, 0);
  bucket.giveBack(5);
  bucket.fill(FLOW, 1e9);
  expect([bucket.secondsUntil(10), bucket.secondsUntil(11)]).toEqual([0, 1]);
});

test("a clock that is set back takes nothing away, and lets nothing in twice", () => {
  const bucket = new TokenBucket(FLOW, 10_000);
  bucket.take(10);
  bucket.fill(FLOW, 5_000);
  expect(bucket.secondsUntil(1)).toBe(1);
  bucket.fill(FLOW, 6_000);
  expect([bucket.secondsUntil(2), bucket.secondsUntil(3)]).toEqual([0, 1]);
});

test("parts of tokens that add up to a whole one are one", () => {
  const bucket = new TokenBucket({ size: 1, perSecond: 0.3 }, 0);
  bucket.take(1);
  for (let ms = 0; ms <= 3_334; ms += 1) bucket.fill({ size: 1, perSecond: 0.3 }, ms);
  expect(bucket.secondsUntil(1)).toBe(0);
});

test("a flow that became smaller holds from the next filling on", () => {
  const bucket = new TokenBucket(FLOW, 0);
  bucket.fill({ size: 3, perSecond: 1 }, 0);
  expect([bucket.secondsUntil(3), bucket.secondsUntil(5)]).toEqual([0, 2]);
});
