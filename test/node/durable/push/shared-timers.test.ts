/** Waits that share timers: how many timers there are, when work is done, and what is called off. */
import { beforeEach, expect, test } from "vitest";
import { type Later, sharedTimers } from "../../../../durable/push/shared-timers.ts";

let nowMs: number;
let timers: { readonly atMs: number; readonly work: () => void }[];
let wait: Later;

beforeEach(() => {
  nowMs = 1_000;
  timers = [];
  const later: Later = (ms, work) => {
    const timer = { atMs: nowMs + ms, work };
    timers.push(timer);
    return () => {
      timers = timers.filter((each) => each !== timer);
    };
  };
  wait = sharedTimers(later, () => nowMs);
});

async function passUntil(ms: number): Promise<void> {
  nowMs = ms;
  const due = timers.filter(({ atMs }) => atMs <= nowMs);
  timers = timers.filter(({ atMs }) => atMs > nowMs);
  for (const { work } of due) work();
  await Promise.resolve();
}

test("ten thousand waits have one timer for each tenth of a second, and none ends before its time", async () => {
  const early: number[] = [];
  let done = 0;
  for (let n = 0; n < 10_000; n++) {
    nowMs = 1_000 + Math.floor(n / 10);
    const dueMs = nowMs + 8_000;
    wait(8_000, () => {
      done++;
      if (nowMs < dueMs) early.push(n);
    });
  }
  expect(timers).toHaveLength(10);
  await passUntil(8_999);
  expect(done).toBe(0);
  for (let ms = 9_000; ms <= 10_100; ms += 10) await passUntil(ms);
  expect(done).toBe(10_000);
  expect(early).toEqual([]);
  expect(timers).toHaveLength(0);
});

test("waits of other lengths have timers of their own", async () => {
  const done: string[] = [];
  wait(1_000, () => done.push("short"));
  wait(5_000, () => done.push("long"));
  await passUntil(2_100);
  expect(done).toEqual(["short"]);
  await passUntil(6_100);
  expect(done).toEqual(["short", "long"]);
});

test("what is called off is not done, and the last one takes its timer along", async () => {
  const done: string[] = [];
  const offs = ["a", "b", "c"].map((name) => wait(1_000, () => done.push(name)));
  offs[1]?.();
  expect(timers).toHaveLength(1);
  await passUntil(2_100);
  expect(done).toEqual(["a", "c"]);
  offs[0]?.(); // Too late, and no harm.
  const off = wait(1_000, () => done.push("d"));
  off();
  off();
  expect(timers).toHaveLength(0);
  wait(1_000, () => done.push("e"));
  expect(timers).toHaveLength(1);
});

test("a clock that goes back begins a new group, and holds nobody up", async () => {
  const done: string[] = [];
  wait(1_000, () => done.push("before"));
  nowMs -= 500;
  wait(1_000, () => done.push("after"));
  expect(timers.map(({ atMs }) => atMs)).toEqual([2_100, 1_600]);
  await passUntil(1_600);
  expect(done).toEqual(["after"]);
});

test("the same work may be waited for twice", async () => {
  let done = 0;
  const work = () => done++;
  wait(1_000, work);
  wait(1_000, work);
  await passUntil(2_100);
  expect(done).toBe(2);
});
