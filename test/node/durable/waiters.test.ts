import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { waiters } from "../../../durable/waiters.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("all who wait are woken by a change, and leave no timer behind", async () => {
  const { wait, wake } = waiters(10);
  const waiting = [wait(1_000), wait(60_000)];
  wake();
  await Promise.all(waiting);
  expect(vi.getTimerCount()).toBe(0);
});

test("who waits hears after its time where nothing changed", async () => {
  const { wait } = waiters(10);
  const heard = vi.fn();
  void wait(1_000)?.then(heard);
  await vi.advanceTimersByTimeAsync(999);
  expect(heard).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(heard).toHaveBeenCalledOnce();
});

test("one too many does not wait, until another has left", async () => {
  const { wait, wake } = waiters(2);
  const first = [wait(1_000), wait(2_000)];
  expect(wait(1_000)).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1_000);
  await first[0];
  expect(wait(5_000)).toBeDefined();
  expect(wait(5_000)).toBeUndefined();
  wake();
  await first[1];
  expect(wait(1)).toBeDefined();
});
