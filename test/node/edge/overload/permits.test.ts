import { describe, expect, test } from "vitest";
import { Permits } from "../../../../edge/overload/permits.ts";

const START_MS = 1_000_000;

test("a permit counts until it is given back, once", () => {
  const permits = new Permits();
  const permit = permits.take("a", undefined, START_MS);
  expect(permits.size).toBe(1);
  expect([permits.release(permit), permits.release(permit), permits.size]).toEqual([true, false, 0]);
});

test("a permit's time begins when it is claimed: until then nothing was asked of the upstream", () => {
  const permits = new Permits();
  const permit = permits.grant("a", undefined, START_MS);
  expect(permits.claim(permit, START_MS + 40)).toBe(true);
  expect(permit.startedAtMs).toBe(START_MS + 40);
});

describe("a sweep", () => {
  test("leaves a holder alone who answers, however long it takes", async () => {
    const permits = new Permits();
    permits.take("a", undefined, START_MS).listen();
    for (let ms = 600; ms < 20_000; ms += 600) {
      permits.sweep(START_MS + ms, 10);
      await null;
    }
    expect(permits.size).toBe(1);
  });

  test("takes back what was granted and never claimed", () => {
    const permits = new Permits();
    const permit = permits.grant("a", undefined, START_MS);
    permits.sweep(START_MS + 99, 10);
    expect(permits.size).toBe(1);
    permits.sweep(START_MS + 1_000, 10);
    expect(permits.size).toBe(0);
    expect(permits.claim(permit, START_MS + 1_000)).toBe(false);
    expect(permits.release(permit)).toBe(false);
  });

  test("does not take back what was claimed", async () => {
    const permits = new Permits();
    const permit = permits.grant("a", undefined, START_MS);
    expect(permits.claim(permit, START_MS)).toBe(true);
    permit.listen();
    permits.sweep(START_MS + 600, 10);
    await null;
    permits.sweep(START_MS + 1_200, 10);
    expect(permits.size).toBe(1);
  });

  test("takes back what a holder has that does not answer", () => {
    const permits = new Permits();
    permits.take("a", undefined, START_MS).listen(); // No turn passes in this test: it is as if its request were gone.
    permits.sweep(START_MS + 600, 10);
    expect(permits.size).toBe(1);
    permits.sweep(START_MS + 1_200, 10);
    expect(permits.size).toBe(0);
  });

  test("asks nobody who takes no longer than is usual", () => {
    const permits = new Permits();
    permits.take("a", undefined, START_MS).listen();
    for (let ms = 600; ms < 3_000; ms += 600) permits.sweep(START_MS + ms, 1_000);
    expect(permits.size).toBe(1);
  });

  test("takes back what a holder has of whom nothing was heard in time", () => {
    const permits = new Permits();
    const claimed = permits.grant("a", undefined, START_MS);
    expect(permits.claim(claimed, START_MS)).toBe(true);
    permits.take("a", undefined, START_MS);
    permits.sweep(START_MS + 250, 10);
    expect(permits.size).toBe(2);
    permits.sweep(START_MS + 400, 10);
    expect(permits.size).toBe(0);
  });
});
