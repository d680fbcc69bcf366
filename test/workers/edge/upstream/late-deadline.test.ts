import { describe, expect, test } from "vitest";
import { lateDeadlines } from "../../../../edge/upstream/late-deadline.ts";

const LONG_MS = 10_000;

/** A clock, and watches that end when they are told to. */
function world() {
  const kept: Promise<unknown>[] = [];
  const ends: (() => void)[] = [];
  const clock = { nowMs: 1_000_000 };
  return {
    clock,
    kept,
    keeper: { waitUntil: (promise: Promise<unknown>) => void kept.push(promise) },
    start: lateDeadlines({
      now: () => clock.nowMs,
      sleep: (ms) => {
        expect(ms).toBeLessThan(500);
        return new Promise<void>((resolve) => ends.push(resolve));
      },
    }),
    /** Ends all watches; those that they wake have their turn. */
    async wake() {
      for (const end of ends.splice(0)) end();
      await Promise.all(kept.splice(0));
      await null;
    },
  };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

describe("a deadline that is watched late", () => {
  test("passes when its time is over, though it was not watched from the beginning", async () => {
    const it = world();
    const deadline = it.start(1_000, it.keeper);
    const race = deadline.race(never());
    const told = new Promise((resolve) => deadline.onPassed(resolve));
    expect(deadline.isPassed()).toBe(false);
    it.clock.nowMs += 1_000;
    await it.wake();
    await expect(race).rejects.toMatchObject({
      code: "deadline_exceeded",
      message: expect.stringContaining("1000 ms"),
    });
    expect(await told).toMatchObject({ code: "deadline_exceeded" });
    expect(deadline.isPassed()).toBe(true);
  });

  test("has as much time left as it has not used when it is woken", async () => {
    const it = world();
    const deadline = it.start(LONG_MS, it.keeper);
    it.clock.nowMs += LONG_MS - 20;
    await it.wake();
    expect(deadline.isPassed()).toBe(false);
    await expect(deadline.race(never())).rejects.toMatchObject({ code: "deadline_exceeded" });
  });

  test("leaves alone what is in time", async () => {
    const it = world();
    const deadline = it.start(LONG_MS, it.keeper);
    expect(await deadline.race(Promise.resolve("on"))).toBe("on");
    await it.wake();
    expect(await deadline.race(Promise.resolve("on"))).toBe("on");
    deadline.clear();
  });

  test.each(["before", "after"] as const)("never passes once it is cleared, %s it was woken", async (when) => {
    const it = world();
    const deadline = it.start(1_000, it.keeper);
    if (when === "before") deadline.clear();
    it.clock.nowMs += 990;
    await it.wake();
    if (when === "after") deadline.clear();
    const other = it.start(1_000, it.keeper);
    it.clock.nowMs += 980;
    await it.wake();
    await expect(other.race(never())).rejects.toMatchObject({ code: "deadline_exceeded" });
    expect(deadline.isPassed()).toBe(false);
  });

  test("tells that it is slow once it is woken, and at once when it was before", async () => {
    const it = world();
    const [early, quick] = [it.start(LONG_MS, it.keeper), it.start(LONG_MS, it.keeper)];
    const told: string[] = [];
    early.whenSlow(() => told.push("early"));
    quick.whenSlow(() => told.push("quick"));
    quick.clear();
    expect(told).toEqual([]);
    await it.wake();
    expect(told).toEqual(["early"]);
    early.whenSlow(() => told.push("late"));
    expect(told).toEqual(["early", "late"]);
    early.clear();
  });

  test("is watched by one call for all that begin in the same moment", () => {
    const it = world();
    for (let call = 0; call < 20; call++) {
      it.start(LONG_MS, it.keeper);
      it.clock.nowMs += 2;
    }
    expect(it.kept).toHaveLength(1);
    it.clock.nowMs += 50;
    it.start(LONG_MS, it.keeper);
    expect(it.kept).toHaveLength(2);
  });

  test("is watched where the clock went back", () => {
    const it = world();
    it.start(LONG_MS, it.keeper);
    it.clock.nowMs -= 3_600_000;
    it.start(LONG_MS, it.keeper);
    expect(it.kept).toHaveLength(2);
  });

  test("a short one is watched from the beginning", async () => {
    const it = world();
    const deadline = it.start(20, it.keeper);
    expect(it.kept).toHaveLength(0);
    let told = false;
    deadline.whenSlow(() => {
      told = true;
    });
    expect(told).toBe(true);
    await expect(deadline.race(never())).rejects.toMatchObject({ code: "deadline_exceeded" });
  });
});
