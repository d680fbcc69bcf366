/** When a crowd of agents comes back: what it is told, what an agent makes of that, and the moment that it draws. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  drawMomentMs,
  parsePollAfter,
  pollAfterMs,
  REPORT_AFTER_MS_MAX,
  reportAfterMs,
} from "../../../../proto/config/config.ts";
import { POLL_AFTER_MS_MAX } from "../../../../proto/config/crowd.ts";

const WAYS = [
  ["polls", pollAfterMs, POLL_AFTER_MS_MAX],
  ["reports", reportAfterMs, REPORT_AFTER_MS_MAX],
] as const;

test.each(WAYS)("a small crowd comes back at once, a large one in proportion to its size: %s", (_, afterMs, msMax) => {
  for (const crowd of [0, 1, 20]) expect(afterMs(crowd)).toBe(0);
  expect(afterMs(21)).toBeGreaterThan(0);
  fc.assert(
    fc.property(fc.nat(20_000), fc.nat(20_000), (some, more) => {
      expect(afterMs(some + more)).toBeGreaterThanOrEqual(afterMs(some));
      expect(afterMs(some)).toBeLessThanOrEqual(msMax);
    }),
  );
  expect(afterMs(1_000_000)).toBe(msMax);
});

test.each(WAYS)("crowds of all sizes are told few different times: %s", (_, afterMs) => {
  const told = new Set(Array.from({ length: 20_000 }, (_each, crowd) => afterMs(crowd)));
  for (const ms of told) expect(Number.isInteger(ms)).toBe(true);
  expect(told.size).toBeLessThanOrEqual(201);
});

test("a poll may say its time as the header is written", () => {
  for (const crowd of [1, 500, 10_000]) expect(parsePollAfter(String(pollAfterMs(crowd)))).toBe(pollAfterMs(crowd));
});

test.each([
  ["0", 0],
  ["250", 250],
  ["1000", 1_000],
  ["1001", 1_000],
  ["999999999", 1_000],
  ["99999999999999999999", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["1e3", undefined],
  ["Infinity", undefined],
  ["soon", undefined],
  ["250, 250", undefined],
  ["", undefined],
  [null, undefined],
  [undefined, undefined],
])("the header %o means %o ms", (header, ms) => {
  expect(parsePollAfter(header)).toBe(ms);
});

test("the moment lies in the second half of the time", () => {
  expect(drawMomentMs(0, 0.9)).toBe(0);
  fc.assert(
    fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (afterMs, random) => {
      const moment = drawMomentMs(afterMs, random);
      expect(moment).toBeGreaterThanOrEqual(afterMs / 2);
      expect(moment).toBeLessThanOrEqual(afterMs);
    }),
  );
});
