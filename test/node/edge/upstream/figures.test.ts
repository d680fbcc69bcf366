/** What is learned from replies: quantiles, means that forget, outcomes of the last seconds, and budgets. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dropProbability } from "../../../../edge/upstream/breaker.ts";
import { HEDGE_RATIO, HEDGES_SAVED_MAX, hedging } from "../../../../edge/upstream/hedging.ts";
import { OutcomeWindow } from "../../../../edge/upstream/outcome-window.ts";
import { PeakMean } from "../../../../edge/upstream/peak-mean.ts";
import { pushBackOf } from "../../../../edge/upstream/push-back.ts";
import { Quantile } from "../../../../edge/upstream/quantile.ts";
import { seeded } from "../../../seeded.ts";

describe("a quantile", () => {
  test.each([0.5, 0.95, 0.99])("of rank %d is within a tenth of the true one", (rank) => {
    for (let seed = 0; seed < 20; seed++) {
      const random = seeded(seed);
      const values = Array.from({ length: 900 }, () => 2 + 500 * random() ** 4);
      const quantile = new Quantile(rank);
      for (const value of values) quantile.note(value);
      const sorted = values.toSorted((a, b) => a - b);
      expect(quantile.value).toBeGreaterThan((sorted[Math.floor((rank - 0.01) * 900)] ?? 0) * 0.99);
      expect(quantile.value).toBeLessThan((sorted[Math.min(899, Math.ceil((rank + 0.01) * 900))] ?? 0) * 1.11);
    }
  });

  test("says nothing before it has fifty values", () => {
    const quantile = new Quantile(0.95);
    for (let count = 0; count < 49; count++) quantile.note(10);
    expect(quantile.value).toBeUndefined();
    for (let count = 0; count < 30; count++) quantile.note(10);
    expect(quantile.value).toBeGreaterThanOrEqual(10);
  });

  test("follows when values change for good", () => {
    const quantile = new Quantile(0.95);
    for (let count = 0; count < 5_000; count++) quantile.note(10);
    for (let count = 0; count < 1_500; count++) quantile.note(300);
    expect(quantile.value).toBeGreaterThan(290);
    for (let count = 0; count < 5_000; count++) quantile.note(10);
    expect(quantile.value).toBeLessThan(12);
  });

  test("takes any number", () => {
    const quantile = new Quantile(0.95);
    for (let count = 0; count < 200; count++) quantile.note(count % 2 === 0 ? 0 : 1e12);
    expect(Number.isFinite(quantile.value)).toBe(true);
  });
});

describe("a mean", () => {
  test("stays between the least and the most that it was told", () => {
    const step = fc.record({ value: fc.double({ min: 0, max: 1e5, noNaN: true }), afterMs: fc.nat(5_000) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        const mean = new PeakMean();
        let nowMs = 1_000_000;
        for (const { value, afterMs } of steps) {
          nowMs += afterMs;
          mean.note(value, nowMs);
        }
        const values = steps.map(({ value }) => value);
        expect(mean.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6);
        expect(mean.value).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
      }),
    );
  });

  test("believes what is bad at once by half, and what is good by and by", () => {
    const mean = new PeakMean();
    mean.note(10, 0);
    mean.note(510, 1);
    expect(mean.value).toBeCloseTo(260, 5);
    mean.note(10, 2);
    expect(mean.value).toBeGreaterThan(250);
    mean.note(10, 3_000);
    expect(mean.value).toBeLessThan(15);
  });

  test("that was a guess is replaced by the first value", () => {
    const mean = new PeakMean();
    mean.guess(100);
    expect(mean.value).toBe(100);
    mean.note(5, 1_000_000);
    expect(mean.value).toBeCloseTo(5);
  });
});

describe("the window", () => {
  test("counts what happened in the last three seconds, to a bucket", () => {
    const step = fc.record({
      afterMs: fc.nat(900),
      accepted: fc.boolean(),
      failed: fc.boolean(),
      dropped: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const window = new OutcomeWindow();
        const told: (typeof steps)[number][] = [];
        const atMs: number[] = [];
        let nowMs = 1_700_000_000_000;
        for (const one of steps) {
          nowMs += one.afterMs;
          if (one.dropped) window.drop(nowMs);
          else window.end(nowMs, one.accepted, one.failed);
          told.push(one);
          atMs.push(nowMs);
        }
        window.advance(nowMs);
        const since = (ms: number) => told.filter((_, index) => (atMs[index] ?? 0) > nowMs - ms);
        for (const [got, counts] of [
          [window.dropped, (one: (typeof steps)[number]) => one.dropped],
          [window.ended, (one: (typeof steps)[number]) => !one.dropped],
          [window.accepted, (one: (typeof steps)[number]) => !one.dropped && one.accepted],
          [window.failed, (one: (typeof steps)[number]) => !one.dropped && one.failed],
        ] as const) {
          expect(got).toBeGreaterThanOrEqual(since(2_700).filter(counts).length);
          expect(got).toBeLessThanOrEqual(since(3_000).filter(counts).length);
        }
      }),
    );
  });

  test("forgets everything when the clock is set back, and goes on", () => {
    const window = new OutcomeWindow();
    for (let count = 0; count < 10; count++) window.end(1_000_000, true, false);
    window.end(10_000, true, false);
    expect(window.ended).toBe(1);
    window.advance(20_000);
    expect(window.ended).toBe(0);
  });
});

describe("the breaker", () => {
  const windowOf = (dropped: number, ended: number, accepted: number) =>
    Object.assign(new OutcomeWindow(), { dropped, ended, accepted });

  test.each([
    [0, 0, 0, 0],
    [0, 19, 0, 0],
    [0, 100, 100, 0],
    [0, 100, 50, 0],
    [0, 99, 25, 0.49],
    [0, 20, 0, 0.9],
    [900, 100, 0, 0.9],
  ])("with %d held back and %d ended, %d of them well, holds back %d", (dropped, ended, accepted, probability) => {
    expect(dropProbability(windowOf(dropped, ended, accepted))).toBeCloseTo(probability, 5);
  });
});

describe("the budget of second requests", () => {
  test("is 5 % over any stretch of requests, and what was saved", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 2_000 }), fc.nat(), (wishes, seed) => {
        const budget = hedging();
        const random = seeded(seed);
        const hedged = wishes.map((wish) => {
          budget.note();
          return wish && random() < 0.9 && budget.allows(random() < 0.5);
        });
        let sum = 0;
        const sums = [0];
        for (const one of hedged) {
          sum += one ? 1 : 0;
          sums.push(sum);
        }
        for (let from = 0; from < sums.length; from += 7) {
          for (let to = from; to < sums.length; to += 11) {
            const extra = (sums[to] ?? 0) - (sums[from] ?? 0);
            expect(extra).toBeLessThanOrEqual(HEDGE_RATIO * (to - from) + HEDGES_SAVED_MAX + 1e-9);
          }
        }
        expect(sum).toBeLessThanOrEqual(HEDGE_RATIO * wishes.length + 1e-9); // None is there before it was earned.
      }),
    );
  });

  test("keeps something back for those who have asked before", () => {
    const budget = hedging();
    for (let count = 0; count < 25; count++) budget.note();
    expect(budget.allows(false)).toBe(false);
    expect(budget.allows(true)).toBe(true);
    expect(budget.allows(true)).toBe(false);
  });

  test("knows a route by its own replies alone", () => {
    const budget = hedging();
    for (let count = 0; count < 100; count++) budget.learn("slow", 400);
    expect(budget.delayMs("slow")).toBeGreaterThan(390);
    expect(budget.delayMs("other")).toBeUndefined();
  });

  test("remembers no more routes than a table and the RPC can have", () => {
    const budget = hedging();
    for (let route = 0; route < 3_000; route++) {
      for (let count = 0; count < 100; count++) budget.learn(`r${route}`, 10);
    }
    expect(budget.delayMs("r0")).toBeDefined();
    expect(budget.delayMs("r2999")).toBeUndefined();
  });
});

describe("push-back", () => {
  const NOW_MS = Date.parse("2026-11-22T12:00:00Z");

  test.each([
    [{}, { never: false, waitMs: 0, sameNodeMs: 0 }],
    [{ "retry-after": "7" }, { never: false, waitMs: 0, sameNodeMs: 7_000 }],
    [{ "retry-after": "0" }, { never: false, waitMs: 0, sameNodeMs: 0 }],
    [{ "retry-after": "Sun, 22 Nov 2026 12:00:05 GMT" }, { never: false, waitMs: 0, sameNodeMs: 5_000 }],
    [{ "retry-after": "Sun, 22 Nov 2026 11:00:00 GMT" }, { never: false, waitMs: 0, sameNodeMs: 0 }],
    [{ "retry-after": "soon" }, { never: false, waitMs: 0, sameNodeMs: 0 }],
    [{ "grpc-retry-pushback-ms": "25" }, { never: false, waitMs: 25, sameNodeMs: 25 }],
    [{ "grpc-retry-pushback-ms": "-1" }, { never: true, waitMs: 0, sameNodeMs: 0 }],
    [{ "grpc-retry-pushback-ms": "99999999999" }, { never: true, waitMs: 0, sameNodeMs: 0 }],
    [
      { "grpc-retry-pushback-ms": "25", "retry-after": "7" },
      { never: false, waitMs: 25, sameNodeMs: 25 },
    ],
  ])("of %j is %j", (headers, expected) => {
    expect(pushBackOf(new Headers(headers as Record<string, string>), NOW_MS)).toEqual(expected);
  });
});
