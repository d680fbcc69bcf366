/** The gate before an upstream that is made up: see simulation.ts. Whole scenarios, since a limit is right only by what it leads to. */
import { describe, expect, test } from "vitest";
import { AdaptiveLimit } from "../../../../edge/overload/adaptive-limit.ts";
import type { Window } from "../../../../edge/overload/window.ts";
import { gateDoor, type Load, OPEN, START_MS, type Summary, simulate, summary, type World } from "./simulation.ts";

type Service = World["serviceMs"];

const exactly =
  (ms: number): Service =>
  () =>
    ms;
const about =
  (ms: number): Service =>
  (_route, _nowMs, random) =>
    -Math.log(1 - random()) * ms;

interface Scenario extends Omit<World, "untilMs"> {
  /** The span that is looked at. */
  readonly fromMs: number;
  readonly toMs: number;
  /** What goodput is measured by. */
  readonly perSecondMax: number;
}

async function run({ fromMs, toMs, perSecondMax, ...world }: Scenario, door = gateDoor()) {
  const calls = await simulate({ ...world, untilMs: toMs + 5_000 }, door);
  return { calls, ...summary(calls, START_MS + fromMs, START_MS + toMs, perSecondMax) };
}

const steady = (perSecond: number, fromMs: number, toMs: number): Load => ({ perSecond, fromMs, toMs });

describe("offered twice what it can do, an upstream", () => {
  const twice: Scenario = {
    workers: () => 100,
    serviceMs: exactly(250),
    loads: [steady(200, 0, 3_000), steady(640, 3_000, 15_000), { ...steady(160, 3_000, 15_000), rank: 7 }],
    fromMs: 6_000,
    toMs: 15_000,
    perSecondMax: 400,
  };

  test("does all that it can, and those that it takes wait less than twice as long as else", async () => {
    const { goodput, p99Ms, lateRefusals } = await run(twice);
    expect(goodput).toBeGreaterThan(0.95);
    expect(p99Ms).toBeLessThan(450);
    expect(lateRefusals).toBe(0);
  });

  test.each([1, 2, 3])("does so too where the edge itself has just begun, and is slow at first (%i)", async (seed) => {
    const loads = [steady(640, 0, 15_000), { ...steady(160, 0, 15_000), rank: 7 }];
    const edgeMs = (nowMs: number) => 0.15 + Math.exp((START_MS - nowMs) / 500);
    const { calls, goodput, p99Ms } = await run({ ...twice, loads, edgeMs, seed, fromMs: 3_000 });
    expect(goodput).toBeGreaterThan(0.97);
    expect(p99Ms).toBeLessThan(400);
    const high = calls.filter(({ rank }) => rank === 7);
    expect(high.filter(({ ok }) => !ok)).toEqual([]);
    // A look at an emptier upstream is among that.
    const settled = high.filter(({ atMs }) => atMs >= START_MS + 3_000).map(({ tookMs }) => tookMs);
    expect(Math.max(...settled)).toBeLessThan(450);
  });

  test("loses no important call where the edge stands still for a moment, and most others are refused by then", async () => {
    let pauses = 1;
    const edgeMs = (nowMs: number) => (nowMs >= START_MS + 8_000 && pauses-- > 0 ? 600 : 0.1);
    const { calls } = await run({ ...twice, edgeMs });
    expect(pauses).toBeLessThanOrEqual(0);
    const lost = calls.filter(({ ok }) => !ok);
    expect(lost.length).toBeGreaterThan(1_000);
    expect(lost.filter(({ rank }) => rank === 7)).toEqual([]);
  });

  test("does what it can for the important ones where these alone are too many", async () => {
    const loads = [steady(240, 0, 20_000), { ...steady(560, 0, 20_000), rank: 7 }];
    const { calls, goodput, p99Ms } = await run({ ...twice, loads, fromMs: 8_000, toMs: 20_000 });
    expect(goodput).toBeGreaterThan(0.95);
    expect(p99Ms).toBeLessThan(500);
    const served = calls.filter(({ ok, atMs }) => ok && atMs >= START_MS + 8_000);
    expect(served.filter(({ rank }) => rank < 7).length / served.length).toBeLessThan(0.05);
  });

  test("loses no call of a higher rank, from the first moment", async () => {
    const { calls } = await run(twice);
    const high = calls.filter(({ rank }) => rank === 7);
    expect(high.length).toBeGreaterThan(1_500);
    expect(high.filter(({ ok }) => !ok)).toEqual([]);
  });

  test("does next to nothing without the gate, which is why there is one", async () => {
    const { goodput, p99Ms } = await run(twice, () => OPEN);
    expect(goodput).toBeLessThan(0.7);
    expect(p99Ms).toBeGreaterThan(2_500);
  });

  test.each<[string, Scenario["workers"], Service, number]>([
    ["of few workers", () => 8, exactly(20), 400],
    ["whose calls differ much", () => 8, about(20), 400],
    ["of one worker", () => 1, about(10), 100],
    ["whose calls are either quick or slow", () => 20, (_r, _n, random) => (random() < 0.5 ? 2 : 80), 488],
  ])(
    "%s does what it can even where the edge has never seen it at rest",
    async (_, workers, serviceMs, perSecondMax) => {
      const loads = [steady(2 * perSecondMax, 0, 30_000)];
      const { goodput, p99Ms } = await run({ workers, serviceMs, loads, fromMs: 5_000, toMs: 30_000, perSecondMax });
      expect(goodput).toBeGreaterThan(0.9);
      expect(p99Ms).toBeLessThan(450);
    },
  );
});

describe("nobody is refused", () => {
  test.each<[string, Scenario["workers"], Service, number]>([
    ["at half of what an upstream can do", () => 50, exactly(100), 250],
    ["at nine tenths, when calls differ much", () => 50, about(100), 450],
    [
      "by an upstream whose calls are either quick or slow",
      () => 20,
      (_r, _n, random) => (random() < 0.5 ? 2 : 80),
      300,
    ],
  ])("%s", async (_, workers, serviceMs, perSecond) => {
    const loads = [steady(perSecond, 0, 15_000)];
    const { refused } = await run({ workers, serviceMs, loads, fromMs: 0, toMs: 15_000, perSecondMax: perSecond });
    expect(refused).toBe(0);
  });
});

describe("an upstream that changes", () => {
  test("is believed to be slower, and not taken for overloaded, once that is clear", async () => {
    const { goodput } = await run({
      workers: () => 40,
      serviceMs: (_route, nowMs) => (nowMs - START_MS < 5_000 ? 50 : 150),
      loads: [steady(230, 0, 60_000)],
      fromMs: 15_000,
      toMs: 60_000,
      perSecondMax: 230,
    });
    expect(goodput).toBeGreaterThan(0.97);
  });

  test("and has lost half its workers is given half", async () => {
    const { goodput, p99Ms } = await run({
      workers: (nowMs) => (nowMs - START_MS < 5_000 ? 40 : 20),
      serviceMs: exactly(50),
      loads: [steady(700, 0, 30_000)],
      fromMs: 8_000,
      toMs: 30_000,
      perSecondMax: 400,
    });
    expect(goodput).toBeGreaterThan(0.95);
    expect(p99Ms).toBeLessThan(250);
  });

  test("and hangs is asked for no more than it is left with, and all is well soon after", async () => {
    const hung: Scenario = {
      workers: (nowMs) => (nowMs - START_MS >= 5_000 && nowMs - START_MS < 10_000 ? 0 : 40),
      serviceMs: exactly(50),
      loads: [steady(400, 0, 30_000)],
      fromMs: 12_000,
      toMs: 30_000,
      perSecondMax: 400,
    };
    const { calls, goodput, refused } = await run(hung);
    expect(goodput).toBeGreaterThan(0.95);
    expect(refused).toBe(0);
    const meanwhile = calls.filter(({ atMs }) => atMs - START_MS > 6_000 && atMs - START_MS < 9_000);
    const quick = meanwhile.filter(({ ok, tookMs }) => !ok && tookMs < 400);
    expect(quick.length / meanwhile.length).toBeGreaterThan(0.9); // Told so at once, in place of a time-out.
  });
});

test("a limit that falls still lets one in for two that leave, and one that rises two for one", () => {
  const limit = new AdaptiveLimit();
  let nowMs = START_MS;
  const held: (Window | undefined)[] = [];
  const enter = () => {
    while (held.length < limit.now) held.push(limit.begin(held.length + 1, nowMs));
  };
  /** @returns how many came in their place */
  const leave = (count: number, outcome: number | "overloaded") => {
    let came = 0;
    for (let one = 0; one < count; one++) {
      limit.end(held.shift(), "main", outcome, nowMs);
      limit.left(held.length);
      const before = held.length;
      enter();
      came += held.length - before;
    }
    return came;
  };
  enter();
  nowMs += 100;
  leave(127, "overloaded");
  expect(limit.now).toBe(128);
  leave(1, "overloaded");
  expect(leave(51, 100)).toBe(26);
  expect(limit.now).toBe(102);
  for (let turn = 0; turn < 4; turn++) {
    nowMs += 100;
    leave(102, 100);
  }
  expect(limit.now).toBeGreaterThan(102);
});

test("routes are judged by what each of them takes: a slow one that comes along is no overload", async () => {
  const calls = await simulate(
    {
      workers: () => 60,
      serviceMs: (route) => (route === "report" ? 400 : 20),
      loads: [
        { ...steady(300, 0, 12_000), route: "list" },
        { ...steady(60, 4_000, 12_000), route: "report" },
      ],
      untilMs: 15_000,
    },
    gateDoor(),
  );
  const all: Summary = summary(calls, START_MS, START_MS + 12_000, 360);
  expect(all.refused).toBe(0);
});
