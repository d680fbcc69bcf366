import { describe, expect, test } from "vitest";
import { lateDeadlines, SLOW } from "../../../../edge/upstream/late-deadline.ts";

const LONG_MS = 10_000;
const TICK_MS = 100;

/** A clock, and a watch whose ticks come when they are told to. */
function world({ comes = true } = {}) {
  const clock = { nowMs: 1_000_000, asked: 0, watches: 0 };
  let ring: (() => void) | undefined;
  const deadlines = lateDeadlines({
    now: () => clock.nowMs,
    sleep: (ms) => {
      expect(ms).toBe(TICK_MS);
      return new Promise<void>((resolve) => {
        ring = resolve;
      });
    },
    beginWatch: () => {
      clock.asked++;
      if (comes) watch();
    },
  });
  return {
    clock,
    watch,
    start: deadlines.start,
    startYoung: deadlines.startYoung,
    isWatching: deadlines.isWatching,
    /** So much time passes, and then the watch ticks. */
    async tick(afterMs = TICK_MS) {
      clock.nowMs += afterMs;
      ring?.();
      for (let turn = 0; turn < 5; turn++) await null;
    },
  };

  function watch(): void {
    clock.watches++;
    void deadlines.watch().then(() => clock.watches--);
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

async function isSlow(deadline: { whenSlow(listener: () => void): void }): Promise<boolean> {
  let told = false;
  deadline.whenSlow(() => {
    told = true;
  });
  await null;
  return told;
}

describe("a deadline that is watched late", () => {
  test("passes when its time is over, though it was not watched from the beginning", async () => {
    const it = world();
    it.watch();
    const deadline = it.start(1_000);
    const race = deadline.race(never());
    const told = new Promise((resolve) => deadline.onPassed(resolve));
    await it.tick();
    expect(deadline.isPassed()).toBe(false);
    await it.tick(900);
    await expect(race).rejects.toMatchObject({
      code: "deadline_exceeded",
      message: expect.stringContaining("1000 ms"),
    });
    expect(await told).toMatchObject({ code: "deadline_exceeded" });
    expect(deadline.isPassed()).toBe(true);
  });

  test("leaves alone what is in time", async () => {
    const it = world();
    it.watch();
    const deadline = it.start(LONG_MS);
    expect(await deadline.race(Promise.resolve("on"))).toBe("on");
    await it.tick();
    await it.tick();
    expect(await deadline.race(Promise.resolve("on"))).toBe("on");
    deadline.clear();
  });

  test.each(["before", "after"] as const)("never passes once it is cleared, %s it was woken", async (when) => {
    const it = world();
    it.watch();
    const [deadline, other] = [it.start(1_000), it.start(1_000)];
    if (when === "before") deadline.clear();
    await it.tick();
    await it.tick(880);
    if (when === "after") deadline.clear();
    await expect(other.race(never())).rejects.toMatchObject({ code: "deadline_exceeded" });
    expect(deadline.isPassed()).toBe(false);
  });

  test("tells that it is slow once it is woken, and at once when it was before", async () => {
    const it = world();
    it.watch();
    const [early, quick] = [it.start(LONG_MS), it.start(LONG_MS)];
    const told: string[] = [];
    early.whenSlow(() => told.push("early"));
    quick.whenSlow(() => told.push("quick"));
    quick.clear();
    await it.tick();
    expect(told).toEqual([]);
    await it.tick();
    expect(told).toEqual(["early"]);
    early.whenSlow(() => told.push("late"));
    expect(told).toEqual(["early", "late"]);
    early.clear();
  });
});

describe("the watch", () => {
  test("is asked for by the first call, which does not rely on it", async () => {
    const it = world();
    const first = it.start(LONG_MS);
    expect(it.clock).toMatchObject({ asked: 1, watches: 1 });
    expect(await isSlow(first)).toBe(true);
    const second = it.start(LONG_MS);
    expect(await isSlow(second)).toBe(false);
    expect(it.clock.asked).toBe(1);
    first.clear();
  });

  test("is relied on by nobody where it does not come, and asked for again only after a while", async () => {
    const it = world({ comes: false });
    const made = Array.from({ length: 10 }, () => it.start(LONG_MS));
    expect(await Promise.all(made.map(isSlow))).toEqual(made.map(() => true));
    expect(it.clock.asked).toBe(1);
    it.clock.nowMs += 1_000;
    made.push(it.start(LONG_MS));
    expect(it.clock.asked).toBe(2);
    for (const deadline of made) deadline.clear();
  });

  test("ends when nobody has come for a tick, or after some seconds, and then wakes all", async () => {
    const idle = world();
    idle.watch();
    await idle.tick();
    expect(idle.clock.watches).toBe(0);

    const busy = world();
    busy.watch();
    const made = [];
    for (let ms = 0; ms < 5_000; ms += TICK_MS) {
      made.push(busy.start(LONG_MS));
      await busy.tick();
    }
    expect(busy.clock.watches).toBe(0);
    expect(await Promise.all(made.map(isSlow))).toEqual(made.map(() => true));
    for (const deadline of made) deadline.clear();
  });

  test("is not relied on when it was not heard for long, or the clock went back; the next one takes over what it had", async () => {
    for (const ms of [1_000, -3_600_000]) {
      const it = world();
      it.watch();
      const before = it.start(LONG_MS);
      it.clock.nowMs += ms;
      const first = it.start(LONG_MS);
      expect(await isSlow(first)).toBe(true);
      expect(it.clock.asked).toBe(1);
      await it.tick();
      await it.tick();
      expect(await isSlow(before)).toBe(true);
      first.clear();
      before.clear();
    }
  });

  test("is not needed where the time is short", async () => {
    const it = world();
    it.watch();
    const deadline = it.start(20);
    expect(await isSlow(deadline)).toBe(true);
    await expect(deadline.race(never())).rejects.toMatchObject({ code: "deadline_exceeded" });
  });

  test("is not asked for where there is none", async () => {
    const { start } = lateDeadlines({ now: () => 0, sleep: never });
    const deadline = start(LONG_MS);
    expect(await isSlow(deadline)).toBe(true);
    deadline.clear();
  });
});

describe("a call that only wants to know when it is slow", () => {
  test("hears it with the second tick, and not when it is over before", async () => {
    const it = world();
    it.watch();
    const slow = it.startYoung(never());
    const quick = it.startYoung(Promise.resolve("reply"));
    expect(await quick.settled).toBe("reply");
    quick.sleeper.over();
    await it.tick();
    let told: unknown;
    void slow.settled.then((value) => {
      told = value;
    });
    await null;
    expect(told).toBeUndefined();
    await it.tick();
    expect(told).toBe(SLOW);
  });

  test("fails as what it waits for does", async () => {
    const it = world();
    it.watch();
    await expect(it.startYoung(Promise.reject(new Error("gone"))).settled).rejects.toThrow("gone");
  });

  test("hears it when the watch ends", async () => {
    const it = world();
    it.watch();
    const { settled } = it.startYoung(never());
    await it.tick(6_000);
    expect(await settled).toBe(SLOW);
  });

  test("has to have a watch that ticks, and time enough for it", async () => {
    const it = world();
    expect(it.isWatching(LONG_MS)).toBe(false);
    it.watch();
    expect(it.isWatching(LONG_MS)).toBe(true);
    expect(it.isWatching(999)).toBe(false);
    it.clock.nowMs += 300;
    expect(it.isWatching(LONG_MS)).toBe(false);
  });
});
