import { describe, expect, test } from "vitest";
import { UsualLatency } from "../../../../edge/overload/latency.ts";
import { Sample } from "../../../../edge/overload/sample.ts";

const START_MS = 1_000_000;

/** So many calls, half of them so much quicker than the mean, and half so much slower. */
function sampleOf(count: number, meanMs: number, spreadMs = 0): Sample {
  const sample = new Sample();
  for (let call = 0; call < count; call++) sample.note(meanMs + (call % 2 === 0 ? spreadMs : -spreadMs));
  return sample;
}

function usualOf(count: number, meanMs: number, spreadMs = 0): UsualLatency {
  const usual = new UsualLatency();
  usual.begin(sampleOf(count, meanMs, spreadMs), START_MS);
  return usual;
}

test("a sample knows its mean, and how far that may be off", () => {
  const sample = sampleOf(100, 250, 50);
  expect(sample.count).toBe(100);
  expect(sample.meanMs).toBeCloseTo(250);
  expect(sample.errorMs).toBeCloseTo(5);
  expect([new Sample().meanMs, new Sample().errorMs]).toEqual([0, 0]);
});

describe("what is usual", () => {
  test("is not known before there were enough calls", () => {
    const usual = usualOf(15, 100);
    expect(usual.isKnown).toBe(false);
    usual.begin(sampleOf(1, 180), START_MS);
    expect(usual.isKnown).toBe(true);
    expect(usual.meanMs).toBeCloseTo(105);
  });

  test("is at once what an emptier upstream shows", () => {
    const usual = usualOf(100, 420, 30);
    usual.learn(sampleOf(80, 252, 2), false, START_MS + 1_000);
    expect(usual.meanMs).toBeCloseTo(252);
    expect(usual.errorMs).toBeLessThan(1);
  });

  test("is the mean of both where they differ by no more than chance", () => {
    const usual = usualOf(64, 260, 200);
    usual.learn(sampleOf(64, 220, 200), false, START_MS + 1_000);
    expect(usual.meanMs).toBeCloseTo(240);
    expect(usual.errorMs).toBeLessThan(200 / Math.sqrt(64));
  });

  test("is not ratcheted down by calls that differ much", () => {
    const usual = usualOf(16, 250, 200);
    for (let look = 0; look < 20; look++) usual.learn(sampleOf(40, look % 2 === 0 ? 200 : 300, 200), true, START_MS);
    expect(usual.meanMs).toBeGreaterThan(235);
  });

  test("is not more because an upstream that is given less is still slow", () => {
    const usual = usualOf(100, 100);
    expect(usual.learn(sampleOf(50, 300), false, START_MS)).toBe(false);
    expect(usual.meanMs).toBeCloseTo(100);
  });

  test("rises where giving less made no difference, by half at a time, to three times at the most", () => {
    const usual = usualOf(100, 100);
    const means: number[] = [];
    for (let look = 0; look < 5; look++) {
      usual.learn(sampleOf(50, 1_000), true, START_MS);
      means.push(Math.round(usual.meanMs));
    }
    expect(means).toEqual([150, 225, 300, 300, 300]);
  });
});
