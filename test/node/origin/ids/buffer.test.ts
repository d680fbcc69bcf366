import { AsyncLocalStorage } from "node:async_hooks";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type IdBuffer, type IdBufferOptions, idBuffer } from "../../../../origin/ids/buffer.ts";
import { type Run, sequence } from "../../../../proto/sequence.ts";

const NOW = 500_000_000_000;

interface World {
  readonly buffer: IdBuffer;
  readonly counts: number[];
  readonly warned: unknown[];
  /** What the source does from now on; undefined: gives what is asked. */
  answer: ((count: number) => Promise<readonly Run[]>) | undefined;
}

let open: IdBuffer[] = [];

function world(options: Partial<IdBufferOptions> = {}, answer?: World["answer"]): World {
  const source = sequence({ datacenterId: 1, workerId: 1, leasedUntilMs: 0 });
  const state = { counts: [] as number[], warned: [] as unknown[], answer };
  let elapsedMs = NOW;
  const buffer = idBuffer({
    async fetch(count) {
      state.counts.push(count);
      elapsedMs += 1_000;
      return await (state.answer ?? (async () => source.take(count, elapsedMs, () => undefined)))(count);
    },
    holdMs: 60_000,
    monotonicNow: () => performance.now(),
    random: () => 1,
    onWarning: (_message, error) => state.warned.push(error),
    ...options,
  });
  open.push(buffer);
  return Object.assign(state, { buffer });
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const buffer of open) buffer.close();
  open = [];
  vi.useRealTimers();
});

describe("a reserve", () => {
  test("is filled before anybody asks, and gives rising ids without waiting", async () => {
    const { buffer, counts } = world();
    expect(await buffer.ready(1_000)).toBe(true);
    expect(buffer.size()).toBe(10_000);
    const ids = Array.from({ length: 4_999 }, () => buffer.next());
    expect(new Set(ids).size).toBe(4_999);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(counts).toEqual([10_000]);
  });

  test("is filled again at half, once", async () => {
    const { buffer, counts } = world({ holdMs: 1_000 });
    await settle();
    for (let count = 0; count < 5_002; count++) buffer.next();
    expect(counts).toHaveLength(2);
    await settle();
    expect(buffer.size()).toBeGreaterThanOrEqual(9_999);
    expect(counts).toHaveLength(2);
  });

  test("grows with the pace at which it is used, to last for as long as it shall", async () => {
    const { buffer } = world();
    await settle();
    for (let second = 0; second < 20; second++) {
      for (let count = 0; count < 1_000; count++) buffer.next();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(buffer.size()).toBeGreaterThan(30_000);
    for (let count = 0; count < 30_000; count++) buffer.next();
    await settle();
    expect(buffer.size()).toBeGreaterThanOrEqual(60_000);
  });

  test("never holds more than a million, nor asks for more than 100 000 at a time", async () => {
    const { buffer, counts } = world({ holdMs: 3_600_000 });
    await settle();
    for (let count = 0; count < 9_000; count++) buffer.next();
    await settle();
    expect(buffer.size()).toBeLessThanOrEqual(1_000_000);
    expect(buffer.size()).toBeGreaterThan(900_000);
    expect(Math.max(...counts)).toBe(100_000);
  });

  test("is thrown away and replaced once a minute, so that the time in ids is true", async () => {
    const { buffer, counts } = world();
    await settle();
    const before = buffer.next();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(counts).toEqual([10_000, 10_000]);
    expect(buffer.size()).toBe(10_000);
    expect(buffer.next() - before).toBeGreaterThanOrEqual(1_000n << 22n);
  });

  test("asks for nothing once it is closed", async () => {
    const { buffer, counts } = world();
    await settle();
    buffer.close();
    for (let count = 0; count < 9_000; count++) buffer.next();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(counts).toHaveLength(1);
  });
});

describe("while the source is away", () => {
  const away = () => Promise.reject(new Error("connection refused"));

  test("what is there is used up, and then there is none", async () => {
    const it = world();
    await settle();
    it.answer = away;
    const ids = new Set(Array.from({ length: 10_000 }, () => it.buffer.next()));
    expect(ids.size).toBe(10_000);
    expect(() => it.buffer.next()).toThrow("there are no ids at the moment");
    await settle();
    expect(it.warned.length).toBeGreaterThan(0);
  });

  test("it is asked again, less and less often, and the first answer fills the reserve", async () => {
    const it = world({}, away);
    await settle();
    expect(await Promise.race([it.buffer.ready(10_000), settle().then(() => "waits")])).toBe("waits");
    await vi.advanceTimersByTimeAsync(10_000);
    // After 0.1, 0.2, 0.4, 0.8, 1.6 and then every 2 seconds.
    expect(it.counts.length).toBe(9);
    it.answer = undefined;
    const source = sequence({ datacenterId: 1, workerId: 2, leasedUntilMs: 0 });
    it.answer = async (count) => source.take(count, NOW, () => undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(it.buffer.size()).toBe(10_000);
    it.buffer.next();
  });

  test("calls that find it empty do not ask more often", async () => {
    const it = world({}, away);
    await settle();
    for (let call = 0; call < 100; call++) expect(() => it.buffer.next()).toThrow();
    expect(it.counts).toHaveLength(1);
  });

  test("what is old is kept", async () => {
    const it = world();
    await settle();
    it.answer = away;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(it.buffer.size()).toBe(10_000);
  });

  test("who waits for it waits no longer than that", async () => {
    const { buffer } = world({}, away);
    const ready = buffer.ready(500);
    await vi.advanceTimersByTimeAsync(500);
    expect(await ready).toBe(false);
  });
});

describe("what is no run", () => {
  test.each<[string, readonly Run[]]>([
    ["too few", [{ start: 4096n, count: 9_999 }]],
    ["over the end of a ms", [{ start: 4097n, count: 4096 }]],
    ["an empty one", [{ start: 4096n, count: 0 }]],
    ["a negative one", [{ start: 4096n, count: -1 }]],
    ["beyond 63 bits", [{ start: 1n << 63n, count: 1 }]],
    ["the same twice", [...Array(2)].map(() => ({ start: 4_096n, count: 4_096 }))],
  ])("is not taken: %s", async (_, runs) => {
    const it = world({}, async () => runs);
    await settle();
    expect(it.buffer.size()).toBe(0);
    expect(it.warned[0]).toMatchObject({ code: "data_loss" });
  });
});

test("filling belongs to no call that sets it off", async () => {
  const storage = new AsyncLocalStorage<string>();
  const seen: (string | undefined)[] = [];
  const source = sequence({ datacenterId: 1, workerId: 1, leasedUntilMs: 0 });
  const it = world({
    holdMs: 1_000,
    async fetch(count) {
      seen.push(storage.getStore());
      return source.take(count, NOW, () => undefined);
    },
  });
  await settle();
  storage.run("a call", () => {
    for (let count = 0; count < 6_000; count++) it.buffer.next();
  });
  await settle();
  expect(seen).toEqual([undefined, undefined]);
});
