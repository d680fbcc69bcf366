import { beforeEach, describe, expect, test } from "vitest";
import { type Ask, type ConcurrencyBounds, Gate } from "../../../../edge/overload/gate.ts";
import type { Permit } from "../../../../edge/overload/permits.ts";
import { Fault } from "../../../../proto/fault.ts";

interface Timer {
  readonly atMs: number;
  readonly callback: () => void;
}

let nowMs: number;
let timers: Set<Timer>;
beforeEach(() => {
  nowMs = 1_000_000;
  timers = new Set();
});

function gateOf(bounds: ConcurrencyBounds, random = 0): Gate {
  return new Gate(bounds, {
    now: () => nowMs,
    random: () => random,
    after(ms, callback) {
      const timer = { atMs: nowMs + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
}

async function pass(ms: number): Promise<void> {
  const untilMs = nowMs + ms;
  for (;;) {
    const [next] = [...timers].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs);
    if (next === undefined) break;
    timers.delete(next);
    nowMs = Math.max(nowMs, next.atMs);
    next.callback();
    await settle();
  }
  nowMs = untilMs;
  await settle();
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await null;
}

function ask(changes: Partial<Ask> = {}): Ask {
  return { route: "main", rank: 5, timeLeftMs: 10_000, ...changes };
}

function enter(gate: Gate): Permit {
  const permit = gate.enter("main");
  if (permit === undefined) throw new Error("there is no room");
  permit.listen();
  return permit;
}

/** What became of a wait, so far. */
function watch(waiting: Promise<Permit>): { permit?: Permit; fault?: unknown } {
  const seen: { permit?: Permit; fault?: unknown } = {};
  waiting.then(
    (permit) => {
      permit.listen();
      seen.permit = permit;
    },
    (fault) => {
      seen.fault = fault;
    },
  );
  return seen;
}

describe("the way in", () => {
  test("is open as long as there is room", () => {
    const gate = gateOf({ max: 2 });
    expect([gate.enter("main"), gate.enter("main"), gate.enter("main")].map((permit) => permit !== undefined)).toEqual([
      true,
      true,
      false,
    ]);
    expect([gate.inFlight, gate.limit]).toEqual([2, 2]);
  });

  test("is open for the next one when one leaves", async () => {
    const gate = gateOf({ max: 1 });
    const first = enter(gate);
    const second = watch(gate.wait(ask()));
    await settle();
    expect(second).toEqual({});
    gate.leave(first, "answered");
    await settle();
    expect(second.permit).toBeDefined();
    expect([gate.inFlight, gate.waiting]).toEqual([1, 0]);
  });

  test("goes by rank, then by arrival, and nobody overtakes those who wait", async () => {
    const gate = gateOf({ max: 1 });
    let permit = enter(gate);
    const waits = { low: 3, usual: 5, later: 5, high: 7 };
    const seen = Object.entries(waits).map(([name, rank]) => [name, watch(gate.wait(ask({ rank })))] as const);
    await settle();
    const order: string[] = [];
    for (let turn = 0; turn < 4; turn++) {
      gate.leave(permit, "answered");
      expect(gate.enter("main")).toBeUndefined();
      await settle();
      const [name, { permit: granted }] = seen.find(([known, one]) => !order.includes(known) && one.permit) ?? ["", {}];
      if (granted === undefined) throw new Error("nobody is next");
      order.push(name);
      permit = granted;
    }
    expect(order).toEqual(["high", "usual", "later", "low"]);
  });
});

describe("a refusal", () => {
  test("is a 503 that says when to come back, with jitter", async () => {
    const seconds = await Promise.all(
      [0, 0.3, 0.6, 0.99].map(async (random) => {
        const gate = gateOf({ max: 1, queue: 0 }, random);
        enter(gate);
        const fault = await gate.wait(ask()).catch((thrown: unknown) => thrown);
        if (!(fault instanceof Fault)) throw new Error("it is not refused");
        expect([fault.code, fault.status]).toEqual(["unavailable", 503]);
        return fault.retryAfterSeconds;
      }),
    );
    expect(seconds).toEqual([1, 2, 3, 4]);
  });

  test("comes at once where the time left is too short", async () => {
    const gate = gateOf({ max: 1 });
    for (let call = 0; call < 40; call++) {
      const permit = enter(gate);
      nowMs += 100;
      gate.leave(permit, "answered");
    }
    enter(gate);
    await expect(gate.wait(ask({ timeLeftMs: 150 }))).rejects.toThrow(Fault);
    expect(gate.waiting).toBe(0);
    const patient = watch(gate.wait(ask({ timeLeftMs: 1_000 })));
    await settle();
    expect([patient, gate.waiting]).toEqual([{}, 1]);
  });

  test("comes to who has waited as long as one may in a burst", async () => {
    const gate = gateOf({ max: 1 });
    enter(gate);
    const waiting = watch(gate.wait(ask()));
    await pass(299);
    expect(waiting).toEqual({});
    await pass(200);
    expect(waiting.fault).toMatchObject({ code: "unavailable" });
    expect(gate.waiting).toBe(0);
  });

  test("comes to the lowest rank first: the others may wait longer", async () => {
    const gate = gateOf({ max: 1 });
    enter(gate);
    const high = watch(gate.wait(ask({ rank: 7 })));
    await pass(250);
    const low = watch(gate.wait(ask({ rank: 3 })));
    await pass(150);
    expect([high, low]).toEqual([{}, {}]);
    await pass(300);
    expect(low.fault).toMatchObject({ code: "unavailable" });
  });

  test("comes to no rank later than after two seconds", async () => {
    const gate = gateOf({ max: 1 });
    enter(gate);
    const high = watch(gate.wait(ask({ rank: 7 })));
    for (let ms = 0; ms < 2_500; ms += 100) {
      watch(gate.wait(ask({ rank: 3 })));
      await pass(100);
    }
    expect(high.fault).toMatchObject({ code: "unavailable" });
  });

  test("comes to the last of a full queue where somebody more important comes, else to who comes", async () => {
    const gate = gateOf({ max: 1, queue: 2 });
    enter(gate);
    const [first, second] = [watch(gate.wait(ask())), watch(gate.wait(ask()))];
    await expect(gate.wait(ask())).rejects.toThrow(Fault);
    const high = watch(gate.wait(ask({ rank: 7 })));
    await settle();
    expect(first.fault).toMatchObject({ code: "unavailable" });
    expect([second, high, gate.waiting]).toEqual([{}, {}, 2]);
  });

  test("of a batch comes to its least important item", async () => {
    const gate = gateOf({ max: 1, queue: 2 });
    enter(gate);
    const [first, second] = [watch(gate.wait(ask({ batchId: "x" }))), watch(gate.wait(ask({ batchId: "x" })))];
    watch(gate.wait(ask({ rank: 7 })));
    await settle();
    expect(second.fault).toMatchObject({ code: "unavailable" });
    expect(first).toEqual({});
  });

  test("comes soon in a queue that stands", async () => {
    const gate = gateOf({ max: 1 });
    let permit: Permit | undefined = enter(gate);
    // One leaves every 50 ms, three come: the queue never empties.
    const seen: { sinceMs: number; wait: ReturnType<typeof watch> }[] = [];
    const waitedMs: number[] = [];
    for (let turn = 0; turn < 40; turn++) {
      for (let one = 0; one < 3; one++) seen.push({ sinceMs: nowMs, wait: watch(gate.wait(ask())) });
      await pass(50);
      gate.leave(permit as Permit, "answered");
      await settle();
      const next = seen.find(({ wait }) => wait.permit !== undefined && wait.permit !== permit && !wait.fault);
      if (next === undefined) throw new Error("nobody is next");
      permit = next.wait.permit;
      if (turn > 20) waitedMs.push(nowMs - next.sinceMs);
      seen.splice(seen.indexOf(next), 1);
    }
    expect(Math.max(...waitedMs)).toBeLessThanOrEqual(150);
  });
});

describe("a client that is gone", () => {
  test("leaves the queue where that is told", async () => {
    const gate = gateOf({ max: 1 });
    enter(gate);
    const controller = new AbortController();
    const waiting = watch(gate.wait(ask(), controller.signal));
    controller.abort(new Fault("canceled", "gone"));
    await settle();
    expect(waiting.fault).toMatchObject({ code: "canceled" });
    expect(gate.waiting).toBe(0);
  });

  test("frees its place in a full queue where it is not", async () => {
    const gate = gateOf({ max: 1, queue: 1 });
    enter(gate);
    void watch(gate.wait(ask()));
    timers.clear(); // Its timer went with it.
    nowMs += 1_000;
    const waiting = watch(gate.wait(ask()));
    await settle();
    expect([waiting, gate.waiting]).toEqual([{}, 1]);
  });
});
