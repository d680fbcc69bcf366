import { describe, expect, test } from "vitest";
import { sharedDeadlines } from "../../../../edge/batch/deadlines.ts";
import type { Deadline } from "../../../../edge/upstream/upstream.ts";

const SHORT_MS = 20;
const LONG_MS = 5_000;

function passing(deadline: Deadline): Promise<unknown> {
  return new Promise((resolve) => deadline.onPassed(resolve));
}

/** Timers that are started while `work` runs. */
async function timersOf(work: () => unknown): Promise<number> {
  const { setTimeout: real } = globalThis;
  let started = 0;
  globalThis.setTimeout = ((...args: Parameters<typeof real>) => {
    started++;
    return real(...args);
  }) as typeof real;
  try {
    await work();
  } finally {
    globalThis.setTimeout = real;
  }
  return started;
}

describe("deadlines of items", () => {
  test("share a timer when they begin together and last as long, and only then", async () => {
    let clockMs = 0;
    const start = sharedDeadlines(() => clockMs);
    const made: Deadline[] = [];
    expect(
      await timersOf(() => {
        for (let item = 0; item < 20; item++) made.push(start(LONG_MS));
      }),
    ).toBe(1);
    expect(await timersOf(() => made.push(start(LONG_MS + 1)))).toBe(1);
    clockMs = 1;
    expect(await timersOf(() => made.push(start(LONG_MS)))).toBe(1);
    for (const deadline of made) deadline.clear();
  });

  test("pass together, each with its own listener, and whatever was waited for is given up", async () => {
    const start = sharedDeadlines(() => 0);
    const [one, other] = [start(SHORT_MS), start(SHORT_MS)];
    const never = new Promise<never>(() => undefined);
    const outcomes = await Promise.allSettled([one.race(never), other.race(never), passing(one), passing(other)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled", "fulfilled"]);
    expect(one.isPassed() && other.isPassed()).toBe(true);
    await expect(one.race(never)).rejects.toMatchObject({ code: "deadline_exceeded" });
  });

  test("are stopped one by one", async () => {
    const start = sharedDeadlines(() => 0);
    const [stopped, running] = [start(SHORT_MS), start(SHORT_MS)];
    let told = false;
    stopped.onPassed(() => {
      told = true;
    });
    stopped.clear();
    stopped.clear();
    await passing(running);
    expect([told, stopped.isPassed()]).toEqual([false, false]);
  });

  test("begin anew when all before were stopped in the same millisecond", async () => {
    const start = sharedDeadlines(() => 0);
    start(SHORT_MS).clear();
    await passing(start(SHORT_MS));
  });

  test("let a promise through that is in time", async () => {
    const deadline = sharedDeadlines(() => 0)(LONG_MS);
    expect(await deadline.race(Promise.resolve("in time"))).toBe("in time");
    deadline.clear();
  });
});
