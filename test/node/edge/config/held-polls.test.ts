/** Long polls of an isolate on a made-up object and clock: one question for all, and what becomes of it when its leader dies. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { heldPolls } from "../../../../edge/config/held-polls.ts";
import type { Seen } from "../../../../edge/config/reads.ts";
import { Fault } from "../../../../proto/fault.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const PLACE = { service: "s", idc: "i" };

function seen(release: number, epoch = "e"): Seen {
  const kept = { version: release, content: [], sections: {}, secrets: new Map(), made: new Map() };
  const access = { revision: 1, open: true, tokens: [], keys: [] };
  return { place: PLACE, epoch, release, main: release, gray: undefined, access, visibleTo: () => kept };
}

/** An object that answers when the test says so. */
function scene() {
  const questions: { release: number; answer(seen: Seen): void; fail(error: Error): void }[] = [];
  const reads = {
    readAfter: vi.fn((_place: object, release: number) => {
      return new Promise<Seen>((answer, fail) => questions.push({ release, answer, fail }));
    }),
  };
  const polls = heldPolls({ reads, now: () => Date.now() });
  const background: Promise<unknown>[] = [];
  const hold = async (
    from: Seen,
    holdMs = 60_000,
    isNews: (seen: Seen) => boolean = (each) => each.release !== from.release,
  ) => await polls.wait(from, { holdMs, isNews, waitUntil: (promise) => background.push(promise) });
  return { questions, polls, hold, reads };
}

describe("held polls", () => {
  test("put one question, and are all answered by it", async () => {
    const { questions, hold } = scene();
    const held = Array.from({ length: 100 }, () => hold(seen(1)));
    expect(questions.map(({ release }) => release)).toEqual([1]);
    questions[0]?.answer(seen(2));
    for (const {
      seen: { release },
    } of await Promise.all(held))
      expect(release).toBe(2);
  });

  test("put the next question where there was no news, one of them for all", async () => {
    const { questions, hold } = scene();
    const held = [hold(seen(1)), hold(seen(1)), hold(seen(1))];
    questions[0]?.answer(seen(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(questions).toHaveLength(2);
    questions[1]?.answer(seen(2));
    for (const {
      seen: { release },
    } of await Promise.all(held))
      expect(release).toBe(2);
  });

  test("go on when the one who asked dies without a word", async () => {
    const { questions, hold } = scene();
    const held = hold(seen(1));
    await vi.advanceTimersByTimeAsync(24_000);
    expect(questions).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(questions).toHaveLength(2);
    questions[1]?.answer(seen(2));
    expect((await held).seen.release).toBe(2);
  });

  test("miss no release between a read and the wait behind it", async () => {
    const { questions, hold, polls } = scene();
    const first = hold(seen(1));
    questions[0]?.answer(seen(2));
    await first;
    expect(polls.latest(PLACE)?.release).toBe(2);
    expect((await hold(seen(1))).seen.release).toBe(2);
    expect(questions).toHaveLength(1);
  });

  test("are not sent back by an answer that is older", async () => {
    const { questions, hold, polls } = scene();
    const [early] = [hold(seen(1))];
    await vi.advanceTimersByTimeAsync(30_000);
    questions[1]?.answer(seen(3));
    expect((await early).seen.release).toBe(3);
    questions[0]?.answer(seen(2));
    await vi.advanceTimersByTimeAsync(0);
    expect(polls.latest(PLACE)?.release).toBe(3);
  });

  test("end with what was seen when their time is over", async () => {
    const { questions, hold } = scene();
    const held = hold(seen(1), 60_000);
    for (let step = 0; step < 6; step++) {
      await vi.advanceTimersByTimeAsync(10_000);
      for (const question of questions) question.answer(seen(1));
    }
    expect((await held).seen.release).toBe(1);
  });

  test("are counted only while their clients are there", async () => {
    const { hold, questions } = scene();
    const fill = () => Array.from({ length: 10_000 }, () => hold(seen(1)));
    fill();
    await expect(hold(seen(1))).rejects.toMatchObject({ code: "resource_exhausted", retryAfterSeconds: 5 });
    // The clients leave, and their requests end in the middle: no timer of theirs fires any more.
    vi.clearAllTimers();
    await vi.advanceTimersByTimeAsync(10_001);
    const [stays] = fill();
    await expect(hold(seen(1))).rejects.toMatchObject({ code: "resource_exhausted" });
    await vi.advanceTimersByTimeAsync(20_000);
    await expect(hold(seen(1))).rejects.toMatchObject({ code: "resource_exhausted" });
    questions.at(-1)?.answer(seen(2));
    expect((await stays)?.seen.release).toBe(2);
  });

  test("fail with the object", async () => {
    const { questions, hold } = scene();
    const held = [hold(seen(1)), hold(seen(1))];
    const verdicts = Promise.allSettled(held);
    questions[0]?.fail(new Fault("unavailable", "gone"));
    for (const verdict of await verdicts)
      expect(verdict).toMatchObject({ status: "rejected", reason: { code: "unavailable" } });
  });

  test("are told how many are told with them, and who is not told does not count", async () => {
    const { questions, hold } = scene();
    const gray = Array.from({ length: 5 }, () => hold(seen(1), 60_000, (each) => each.release >= 3));
    const others = Array.from({ length: 40 }, () => hold(seen(1)));
    questions[0]?.answer(seen(2));
    for (const { crowd } of await Promise.all(others)) expect(crowd).toBe(40);
    await vi.advanceTimersByTimeAsync(0);
    questions[1]?.answer(seen(3));
    for (const { crowd } of await Promise.all(gray)) expect(crowd).toBe(5);
  });

  test("are a crowd of one each when their time is over", async () => {
    const { hold } = scene();
    const held = Array.from({ length: 30 }, () => hold(seen(1), 1_000));
    await vi.advanceTimersByTimeAsync(1_000);
    for (const { crowd } of await Promise.all(held)) expect(crowd).toBe(1);
  });

  test("leave those alone to whom it is no news, and one of them puts the next question", async () => {
    const { questions, hold } = scene();
    const woken = vi.fn();
    const gray = Array.from({ length: 3 }, () => hold(seen(1), 60_000, (each) => each.release >= 3).then(woken));
    const others = [hold(seen(1)), hold(seen(1))];
    questions[0]?.answer(seen(2));
    for (const {
      seen: { release },
    } of await Promise.all(others))
      expect(release).toBe(2);
    await vi.advanceTimersByTimeAsync(0);
    expect(woken).not.toHaveBeenCalled();
    expect(questions.map(({ release }) => release)).toEqual([1, 2]);
    questions[1]?.answer(seen(3));
    await Promise.all(gray);
    expect(woken.mock.calls.map(([news]) => news.seen.release)).toEqual([3, 3, 3]);
  });

  test("are told of another life of the service, although it counts from the beginning", async () => {
    const { questions, hold } = scene();
    const held = hold(seen(7), 60_000, (each) => each.epoch !== "e");
    questions[0]?.answer(seen(1, "f"));
    expect((await held).seen.release).toBe(1);
  });
});
