/** Long polls of an isolate on a made-up object and clock: one question for all, and what becomes of it when its leader dies. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { heldPolls, newsFor } from "../../../../edge/config/held-polls.ts";
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
  const hold = (from: Seen, timeoutMs = 60_000) =>
    polls.wait(
      from,
      (each) => each.release !== from.release,
      timeoutMs,
      (promise) => background.push(promise),
    );
  return { questions, polls, hold, reads };
}

describe("held polls", () => {
  test("put one question, and are all answered by it", async () => {
    const { questions, hold } = scene();
    const held = Array.from({ length: 100 }, () => hold(seen(1)));
    expect(questions.map(({ release }) => release)).toEqual([1]);
    questions[0]?.answer(seen(2));
    for (const answer of await Promise.all(held)) expect(answer.release).toBe(2);
  });

  test("put the next question where there was no news, one of them for all", async () => {
    const { questions, hold } = scene();
    const held = [hold(seen(1)), hold(seen(1)), hold(seen(1))];
    questions[0]?.answer(seen(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(questions).toHaveLength(2);
    questions[1]?.answer(seen(2));
    for (const answer of await Promise.all(held)) expect(answer.release).toBe(2);
  });

  test("go on when the one who asked dies without a word", async () => {
    const { questions, hold } = scene();
    const held = hold(seen(1));
    await vi.advanceTimersByTimeAsync(24_000);
    expect(questions).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(questions).toHaveLength(2);
    questions[1]?.answer(seen(2));
    expect((await held).release).toBe(2);
  });

  test("miss no release between a read and the wait behind it", async () => {
    const { questions, hold, polls } = scene();
    const first = hold(seen(1));
    questions[0]?.answer(seen(2));
    await first;
    expect(polls.latest(PLACE)?.release).toBe(2);
    expect((await hold(seen(1))).release).toBe(2);
    expect(questions).toHaveLength(1);
  });

  test("are not sent back by an answer that is older", async () => {
    const { questions, hold, polls } = scene();
    const [early] = [hold(seen(1))];
    await vi.advanceTimersByTimeAsync(30_000);
    questions[1]?.answer(seen(3));
    expect((await early).release).toBe(3);
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
    expect((await held).release).toBe(1);
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
    expect((await stays)?.release).toBe(2);
  });

  test("fail with the object", async () => {
    const { questions, hold } = scene();
    const held = [hold(seen(1)), hold(seen(1))];
    const verdicts = Promise.allSettled(held);
    questions[0]?.fail(new Fault("unavailable", "gone"));
    for (const verdict of await verdicts)
      expect(verdict).toMatchObject({ status: "rejected", reason: { code: "unavailable" } });
  });
});

describe("newsFor()", () => {
  const scope = (polls: ReturnType<typeof heldPolls>, read: Seen) => ({
    place: PLACE,
    reads: { read: vi.fn(async () => read) },
    polls,
    holdMs: 1_000,
    waitUntil: () => undefined,
    admit: vi.fn(async () => undefined),
  });

  test("asks the object where what is known here is no proof", async () => {
    const { polls, hold, questions } = scene();
    const first = hold(seen(1));
    questions[0]?.answer(seen(2));
    await first;
    // The caller has 3 already: 2 is what this isolate knows, and must not be told.
    const watching = scope(polls, seen(3));
    const answer = newsFor((each) => each.release !== 3, watching);
    await vi.advanceTimersByTimeAsync(0);
    expect(watching.reads.read).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await answer).seen.release).toBe(3);
  });

  test("looks again at who is turned away by what may be old", async () => {
    const { polls, hold, questions } = scene();
    const first = hold(seen(1));
    questions[0]?.answer(seen(2));
    await first;
    const watching = {
      ...scope(polls, seen(4)),
      admit: vi.fn(async (each: Seen) => {
        if (each.release < 4) throw new Fault("unauthenticated", "not known here");
      }),
    };
    expect((await newsFor((each) => each.release !== 2, watching)).seen.release).toBe(4);
  });

  test("looks once at who asks where the rules stay as they are, and again where they changed in the meantime", async () => {
    for (const [withdrawn, looks] of [
      [false, 1],
      [true, 2],
    ] as const) {
      const { polls, questions } = scene();
      const [before, after] = [seen(1), seen(2)];
      const rules = withdrawn ? { ...before.access, revision: 2 } : before.access;
      const watching = { ...scope(polls, before), admit: vi.fn(async ({ access }: Seen) => access.revision) };
      const answer = newsFor((each) => each.release !== 1, watching);
      await vi.advanceTimersByTimeAsync(0);
      questions[0]?.answer({ ...after, access: rules });
      expect(await answer).toMatchObject({ seen: { release: 2 }, caller: rules.revision });
      expect(watching.admit).toHaveBeenCalledTimes(looks);
    }
  });

  test("turns away who lost the right to read while they waited", async () => {
    const { polls, questions } = scene();
    const before = seen(1);
    const admit = async ({ access }: Seen) => {
      if (access.revision > 1) throw new Fault("unauthenticated", "withdrawn");
    };
    const answer = newsFor((each) => each.release !== 1, { ...scope(polls, before), admit });
    const verdict = expect(answer).rejects.toMatchObject({ code: "unauthenticated" });
    await vi.advanceTimersByTimeAsync(0);
    questions[0]?.answer({ ...seen(2), access: { ...before.access, revision: 2 } });
    await verdict;
  });
});
