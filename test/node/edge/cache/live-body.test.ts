import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LiveBody, STALL_MS_MAX } from "../../../../edge/cache/live-body.ts";

const KB = 1_024;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A body whose chunks come when the test says so. */
function upstream() {
  let controller: ReadableStreamDefaultController<Uint8Array>;
  let pulls = 0;
  const cancelled: unknown[] = [];
  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      pull() {
        pulls += 1;
      },
      cancel: (reason) => void cancelled.push(reason),
    },
    { highWaterMark: 0 },
  );
  return {
    body,
    cancelled,
    pulls: () => pulls,
    send: (bytes: number, fill = 1) => controller.enqueue(new Uint8Array(bytes).fill(fill)),
    end: () => controller.close(),
    fail: (cause: Error) => controller.error(cause),
  };
}

const live = (bytesMax = Infinity) => new LiveBody({ mayKeep: (bytes) => bytes <= bytesMax, now: () => Date.now() });
const sizes = async (stream: ReadableStream<Uint8Array>) => {
  const found: number[] = [];
  for await (const chunk of stream) found.push(chunk.length);
  return found;
};

describe("a body that comes in", () => {
  test("goes to every reader from its beginning, also to one that comes late", async () => {
    const source = upstream();
    const body = live();
    const pumped = body.pump(source.body, undefined);
    const early = sizes(body.stream());
    source.send(1);
    await vi.advanceTimersByTimeAsync(0);
    const late = sizes(body.stream());
    source.send(2);
    source.end();
    await pumped;
    expect([await early, await late, await sizes(body.stream())]).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(body.whole?.map((chunk) => chunk.length)).toEqual([1, 2]);
  });

  test("is read at full speed while it may be kept, though a reader is slow", async () => {
    const source = upstream();
    const body = live();
    body.stream();
    const pumped = body.pump(source.body, undefined);
    for (let count = 0; count < 10; count++) source.send(100 * KB);
    source.end();
    await pumped;
    expect(body.bytes).toBe(1_000 * KB);
  });

  test("that breaks off breaks for its readers, and is not whole", async () => {
    const source = upstream();
    const body = live();
    const pumped = body.pump(source.body, undefined);
    const read = sizes(body.stream());
    read.catch(() => undefined);
    source.send(1);
    source.fail(new Error("reset"));
    await pumped;
    await expect(read).rejects.toThrow("reset");
    expect([body.whole, body.joinable]).toEqual([undefined, false]);
  });

  test("that has another length than was announced is not whole", async () => {
    const source = upstream();
    const body = live();
    const pumped = body.pump(source.body, 2);
    source.send(1);
    source.end();
    await pumped;
    expect(body.whole).toBeUndefined();
  });
});

describe("a body too large to keep", () => {
  test("takes no more readers, and goes on for those it has", async () => {
    const source = upstream();
    const body = live(10);
    const read = sizes(body.stream());
    const pumped = body.pump(source.body, undefined);
    source.send(8);
    source.send(8);
    await vi.advanceTimersByTimeAsync(0);
    expect(body.joinable).toBe(false);
    source.send(8);
    source.end();
    await pumped;
    expect(await read).toEqual([8, 8, 8]);
    expect(body.whole).toBeUndefined();
  });

  test("waits for its slowest reader", async () => {
    const source = upstream();
    const body = live(10);
    const slow = body.stream().getReader();
    void body.pump(source.body, undefined);
    for (let count = 0; count < 20; count++) source.send(100 * KB);
    await vi.advanceTimersByTimeAsync(0);
    const before = body.bytes;
    expect(before).toBeLessThan(500 * KB);
    await slow.read();
    await slow.read();
    await vi.advanceTimersByTimeAsync(0);
    expect(body.bytes).toBeGreaterThan(before);
  });

  test("drops a reader that takes nothing, for the sake of the others", async () => {
    const source = upstream();
    const body = live(10);
    const stuck = body.stream().getReader();
    const reading = body.stream();
    const pumped = body.pump(source.body, undefined);
    for (let count = 0; count < 20; count++) source.send(100 * KB);
    source.end();
    const read = sizes(reading);
    await vi.advanceTimersByTimeAsync(STALL_MS_MAX * 2);
    await pumped;
    expect(await read).toHaveLength(20);
    await expect(stuck.read()).rejects.toThrow("took nothing");
  });

  test("is given up when nobody reads it any more", async () => {
    const source = upstream();
    const body = live(10);
    const only = body.stream();
    const pumped = body.pump(source.body, undefined);
    source.send(100);
    await vi.advanceTimersByTimeAsync(0);
    await only.cancel();
    source.send(100);
    await pumped;
    expect(source.cancelled).toHaveLength(1);
  });
});

test("a reader of a body that stands still gives up", async () => {
  const source = upstream();
  const body = live();
  void body.pump(source.body, undefined);
  const read = sizes(body.stream());
  read.catch(() => undefined);
  source.send(1);
  await vi.advanceTimersByTimeAsync(STALL_MS_MAX);
  await expect(read).rejects.toThrow("stopped");
  expect(body.joinable).toBe(false);
});
