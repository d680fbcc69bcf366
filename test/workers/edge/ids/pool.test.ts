import { afterEach, describe, expect, test, vi } from "vitest";
import { type SequenceStub, workerPool } from "../../../../edge/ids/pool.ts";
import { Fault } from "../../../../proto/fault.ts";
import type { Run } from "../../../../proto/sequence.ts";

const NEVER = new Promise<never>(() => undefined);

/** What a worker does when it is asked; its ids are its number. */
type Behaviour = () => Promise<readonly Run[]>;

function world(behaviours: Record<number, Behaviour>, { home = 0, workerIds = [0, 1, 2, 3] } = {}) {
  const asked: number[] = [];
  const warned: string[] = [];
  let clockMs = 1_000_000;
  const stub = (workerId: number): SequenceStub => ({
    async take() {
      asked.push(workerId);
      return await (behaviours[workerId] ?? answering(workerId))();
    },
    async state() {
      await (behaviours[workerId] ?? answering(workerId))();
      return { aheadMs: workerId, leases: 1 };
    },
  });
  const pool = workerPool({
    settings: { datacenterId: 1, workerIds, epochMs: 0, tokens: [], open: true },
    sequence: ({ workerId }) => stub(workerId),
    now: () => clockMs,
    random: () => home / workerIds.length,
    warn: (message) => void warned.push(message),
  });
  const pass = (ms: number) => {
    clockMs += ms;
  };
  return { pool, asked, warned, pass };
}

function answering(workerId: number): Behaviour {
  return async () => [{ start: BigInt(workerId), count: 1 }];
}
const failing =
  (fault: unknown): Behaviour =>
  () =>
    Promise.reject(fault);
const hanging: Behaviour = () => NEVER;
const gone = failing(new Error("Network connection lost."));
const workerOf = (runs: readonly Run[]) => Number(runs[0]?.start);

afterEach(() => {
  vi.useRealTimers();
});

describe("a worker", () => {
  test("is the isolate's own, while it answers", async () => {
    const { pool, asked } = world({}, { home: 2 });
    for (let call = 0; call < 3; call++) expect(workerOf(await pool.take(1))).toBe(2);
    expect(asked).toEqual([2, 2, 2]);
  });

  test("that is dead is left at once, and told of", async () => {
    const { pool, asked, warned } = world({ 0: gone });
    expect(workerOf(await pool.take(1))).toBe(1);
    expect(asked).toEqual([0, 1]);
    expect(warned).toEqual(["worker 0 gives no ids"]);
  });

  test("that hangs is left within 200 ms", async () => {
    const { pool } = world({ 0: hanging });
    const startedMs = performance.now();
    expect(workerOf(await pool.take(1))).toBe(1);
    expect(performance.now() - startedMs).toBeLessThan(200);
  });

  test("that hangs with others makes each of them cost no more than its patience", async () => {
    vi.useFakeTimers();
    const { pool, asked } = world({ 0: hanging, 1: hanging, 2: hanging });
    const taken = pool.take(1);
    await vi.advanceTimersByTimeAsync(300);
    expect(workerOf(await taken)).toBe(3);
    expect(asked).toEqual([0, 1, 2, 3]);
  });

  test("that is late may still be the first to answer", async () => {
    vi.useFakeTimers();
    let answer: (runs: readonly Run[]) => void = () => undefined;
    const late = new Promise<readonly Run[]>((resolve) => {
      answer = resolve;
    });
    const { pool } = world({ 0: () => late, 1: hanging });
    const taken = pool.take(1);
    await vi.advanceTimersByTimeAsync(150);
    answer([{ start: 0n, count: 1 }]);
    expect(workerOf(await taken)).toBe(0);
  });

  test("that failed rests, longer each time, and is tried again by one call alone", async () => {
    const behaviours: Record<number, Behaviour> = { 0: gone };
    const { pool, asked, pass } = world(behaviours);
    const askedNow = async () => {
      asked.length = 0;
      await Promise.all([pool.take(1), pool.take(1), pool.take(1)]);
      return asked.filter((workerId) => workerId === 0).length;
    };
    await pool.take(1);
    expect(await askedNow()).toBe(0);
    pass(1_000);
    expect(await askedNow()).toBe(1);
    pass(1_000);
    expect(await askedNow()).toBe(0); // Its second failure rests two seconds.
    pass(1_000);
    behaviours[0] = answering(0);
    expect(await askedNow()).toBe(1);
    expect(await askedNow()).toBe(3);
  });

  test("rests for half a minute at most", async () => {
    const { pool, asked, pass } = world({ 0: gone });
    for (let round = 0; round < 20; round++) {
      await pool.take(1);
      pass(30_000);
    }
    expect(asked.filter((workerId) => workerId === 0)).toHaveLength(20);
  });
});

describe("where all", () => {
  test("are away it is unavailable, and the rest of a worker keeps nobody from trying", async () => {
    const behaviours: Record<number, Behaviour> = { 0: gone, 1: gone, 2: gone, 3: gone };
    const { pool } = world(behaviours);
    await expect(pool.take(1)).rejects.toMatchObject({ code: "unavailable", retryAfterSeconds: 1 });
    behaviours[3] = answering(3);
    expect(workerOf(await pool.take(1))).toBe(3);
  });

  test("hang it is unavailable after two seconds", async () => {
    vi.useFakeTimers();
    const { pool } = world({ 0: hanging, 1: hanging, 2: hanging, 3: hanging });
    const refused = expect(pool.take(1)).rejects.toMatchObject({ code: "unavailable" });
    await vi.advanceTimersByTimeAsync(2_000);
    await refused;
  });

  test("are ahead of time it says so", async () => {
    const ahead = failing(new Fault("resource_exhausted", "ids run 1000 ms ahead of the clock"));
    const { pool, warned } = world({ 0: ahead, 1: ahead, 2: ahead, 3: ahead });
    await expect(pool.take(1)).rejects.toMatchObject({ code: "resource_exhausted", retryAfterSeconds: 1 });
    expect(warned).toEqual([]);
  });

  test("would say the same, one is asked", async () => {
    const { pool, asked } = world({ 0: failing(new Fault("invalid_argument", "count")) });
    await expect(pool.take(0)).rejects.toMatchObject({ code: "invalid_argument" });
    expect(asked).toEqual([0]);
  });
});

describe("takeFrom()", () => {
  test("asks that worker and no other", async () => {
    const { pool, asked } = world({ 2: gone });
    expect(workerOf(await pool.takeFrom(3, 1))).toBe(3);
    await expect(pool.takeFrom(2, 1)).rejects.toMatchObject({ code: "unavailable" });
    expect(asked).toEqual([3, 2]);
  });

  test.each([4, 31, -1, 0.5])("refuses %d, which this edge does not have", async (workerId) => {
    const { pool, asked } = world({});
    await expect(pool.takeFrom(workerId, 1)).rejects.toMatchObject({ code: "invalid_argument" });
    expect(asked).toEqual([]);
  });
});

test("states() waits for nobody who hangs", async () => {
  const { pool } = world({ 1: hanging, 2: gone });
  await pool.take(1);
  expect(await pool.states()).toEqual([
    { workerId: 0, resting: false, state: { aheadMs: 0, leases: 1 } },
    { workerId: 1, resting: false, state: undefined },
    { workerId: 2, resting: false, state: undefined },
    { workerId: 3, resting: false, state: { aheadMs: 3, leases: 1 } },
  ]);
});
