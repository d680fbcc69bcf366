import { expect, test } from "vitest";
import { type Health, noted, UNKNOWN } from "../../../../durable/httpdns/health.ts";

const DAMPING = { intervalMs: 1_000, timeoutMs: 1_000, downAfter: 2, upAfter: 3, holdMs: 5_000 };

/** A probe a second. */
function after(probes: string, from: Health = UNKNOWN, startMs = 0): Health {
  let health = from;
  for (const [second, probe] of [...probes].entries())
    health = noted(health, probe === "+", startMs + second * 1_000, DAMPING);
  return health;
}

test("an address is up with its first success, and down with two failures in a row", () => {
  expect(after("").isUp).toBeUndefined();
  expect(after("-").isUp).toBeUndefined();
  expect(after("+").isUp).toBe(true);
  expect(after("+-+-+-").isUp).toBe(true);
  expect(after("+--").isUp).toBe(false);
  expect(after("--").isUp).toBe(false);
});

test("it comes back with three successes in a row, but not before its time", () => {
  const down = after("+--"); // Down at 2 s.
  expect(after("++++", down, 3_000).isUp).toBe(false);
  expect(after("+++++", down, 3_000).isUp).toBe(true);
  expect(after("++++-++", down, 3_000).isUp).toBe(false);
});

test("one that falls again and again stays out for longer each time", () => {
  const once = after("+--");
  const back = after("+++++", once, 3_000);
  const twice = after("--", back, 8_000); // Down at 9 s.
  expect(twice).toMatchObject({ isUp: false, falls: 2 });
  expect(after("+++++++++", twice, 10_000).isUp).toBe(false);
  expect(after("++++++++++", twice, 10_000).isUp).toBe(true);
});

test("a fall long after the last one counts as the first", () => {
  const back = after("+++++", after("+--"), 3_000);
  expect(after("--", back, 3_600_000).falls).toBe(1);
});
