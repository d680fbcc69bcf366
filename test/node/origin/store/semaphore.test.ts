import fc from "fast-check";
import { expect, test } from "vitest";
import { Semaphore } from "../../../../origin/store/semaphore.ts";

const limits = { permitsMax: 1, queueLengthMax: 10, acquireTimeoutMs: 10_000 };

test("permits go out in the order in which they were asked for", async () => {
  const semaphore = new Semaphore(limits);
  await semaphore.acquire();
  const order: number[] = [];
  const waiting = [1, 2, 3].map((number) => semaphore.acquire().then(() => order.push(number)));
  for (const each of waiting) {
    semaphore.release();
    await each;
  }
  expect(order).toEqual([1, 2, 3]);
});

test("who gave up does not get a permit later, and does not keep it from the next", async () => {
  const semaphore = new Semaphore({ ...limits, acquireTimeoutMs: 20 });
  await semaphore.acquire();
  await expect(semaphore.acquire()).rejects.toMatchObject({ code: "deadline_exceeded" });
  semaphore.release();
  await semaphore.acquire();
  await expect(semaphore.acquire()).rejects.toMatchObject({ code: "deadline_exceeded" });
});

test("a full queue refuses at once, and takes again when there is room", async () => {
  const semaphore = new Semaphore({ ...limits, queueLengthMax: 1 });
  await semaphore.acquire();
  const queued = semaphore.acquire();
  await expect(semaphore.acquire()).rejects.toMatchObject({ code: "resource_exhausted" });
  semaphore.release();
  await queued;
  const again = semaphore.acquire();
  semaphore.release();
  await again;
});

test("close() refuses who waits and who comes, and resolves with the last permit", async () => {
  const semaphore = new Semaphore({ ...limits, permitsMax: 2 });
  await Promise.all([semaphore.acquire(), semaphore.acquire()]);
  const waiting = semaphore.acquire();
  let closed = false;
  const closing = semaphore.close().then(() => {
    closed = true;
  });
  await expect(waiting).rejects.toMatchObject({ code: "unavailable" });
  await expect(semaphore.acquire()).rejects.toMatchObject({ code: "unavailable" });
  semaphore.release();
  await new Promise((resolve) => setImmediate(resolve));
  expect(closed).toBe(false);
  semaphore.release();
  await closing;
});

test("a permit given back twice is a mistake that shows", async () => {
  const semaphore = new Semaphore(limits);
  await semaphore.acquire();
  semaphore.release();
  expect(() => semaphore.release()).toThrow("twice");
});

test("never more permits are out than there are, and none is lost, whatever the order of events", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 60 }),
      async (permitsMax, events) => {
        const semaphore = new Semaphore({ permitsMax, queueLengthMax: 100, acquireTimeoutMs: 10_000 });
        let held = 0;
        const acquired: Promise<void>[] = [];
        for (const wantsOne of events) {
          if (wantsOne) acquired.push(semaphore.acquire().then(() => void held++));
          else if (held > 0) {
            held--;
            semaphore.release();
          }
          await new Promise((resolve) => setImmediate(resolve));
          expect(held).toBeLessThanOrEqual(permitsMax);
        }
        const all = Promise.all(acquired);
        while (held > 0) {
          held--;
          semaphore.release();
          await new Promise((resolve) => setImmediate(resolve));
        }
        await all;
        await semaphore.close();
      },
    ),
    { numRuns: 50 },
  );
});
