/** What a long poll is answered, on a made-up object and clock: who is looked at, when, and by which state. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { heldPolls } from "../../../../edge/config/held-polls.ts";
import { answerWithNews, type Poll } from "../../../../edge/config/news.ts";
import type { Seen } from "../../../../edge/config/reads.ts";
import { Fault } from "../../../../proto/fault.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const PLACE = { service: "s", idc: "i" };

function seen(release: number, revision = 1): Seen {
  const kept = { version: release, content: [], sections: {}, secrets: new Map(), made: new Map() };
  const access = { revision, open: true, tokens: [], keys: [] };
  return { place: PLACE, epoch: "e", release, main: release, gray: undefined, access, visibleTo: () => kept };
}

interface Answer {
  readonly release: number;
  readonly caller: number;
  readonly crowd: number;
}

/** An isolate that heard of a release already, and an object that is read as the test says. */
async function scene(heardOf: number | undefined, read: Seen) {
  const questions: { answer(seen: Seen): void }[] = [];
  const reads = { readAfter: () => new Promise<Seen>((answer) => questions.push({ answer })) };
  const polls = heldPolls({ reads, now: () => Date.now() });
  if (heardOf !== undefined) {
    const first = polls.wait(seen(heardOf - 1), {
      holdMs: 1_000,
      isNews: ({ release }) => release === heardOf,
      waitUntil() {},
    });
    questions.shift()?.answer(seen(heardOf));
    await first;
  }
  const deps = { reads: { read: vi.fn(async () => read) }, polls };
  const ask = async (after: number, admit: Poll<number, Answer>["admit"]) =>
    await answerWithNews<number, Answer>(
      {
        place: PLACE,
        holdMs: 1_000,
        isNews: ({ release }) => release !== after,
        admit,
        answer: ({ release }, caller, crowd) => ({ release, caller, crowd }),
        waitUntil() {},
      },
      deps,
    );
  return { ask, questions, deps };
}

/** At once, and after a digest. */
const WAYS = [
  ["at once", (admit: (seen: Seen) => number) => admit],
  ["in a promise", (admit: (seen: Seen) => number) => async (each: Seen) => admit(each)],
] as const;

test("the object is asked where what is known here is no proof", async () => {
  // The caller has 3 already: 2 is what this isolate knows, and must not be told.
  const { ask, deps } = await scene(2, seen(3));
  const answer = ask(3, () => 0);
  await vi.advanceTimersByTimeAsync(0);
  expect(deps.reads.read).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await answer).release).toBe(3);
});

test("nobody asks the object who knows what this isolate knows", async () => {
  const { ask, deps } = await scene(2, seen(2));
  const answer = ask(2, () => 0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await answer).release).toBe(2);
  expect(deps.reads.read).not.toHaveBeenCalled();
});

test.each(WAYS)("who is turned away by what may be old is looked at again: %s", async (_, way) => {
  const { ask } = await scene(2, seen(4));
  const admit = way(({ release }) => {
    if (release < 4) throw new Fault("unauthenticated", "not known here");
    return 7;
  });
  expect(await ask(2, admit)).toEqual({ release: 4, caller: 7, crowd: 1 });
});

test.each(WAYS)(
  "who asks is looked at once where the rules stay as they are, and again where they changed: %s",
  async (_, way) => {
    for (const withdrawn of [false, true]) {
      const before = seen(1);
      const { ask, questions } = await scene(undefined, before);
      const admit = vi.fn(way(({ access }) => access.revision));
      const answer = ask(1, admit);
      await vi.advanceTimersByTimeAsync(0);
      const access = withdrawn ? { ...before.access, revision: 2 } : before.access;
      questions[0]?.answer({ ...seen(2), access });
      expect(await answer).toEqual({ release: 2, caller: access.revision, crowd: 1 });
      expect(admit).toHaveBeenCalledTimes(withdrawn ? 2 : 1);
    }
  },
);

test.each(WAYS)("who answers knows how many are answered at once: %s", async (_, way) => {
  for (const revision of [1, 2]) {
    const { ask, questions } = await scene(undefined, seen(1));
    const answers = Array.from({ length: 3 }, () =>
      ask(
        1,
        way(() => 0),
      ),
    );
    await vi.advanceTimersByTimeAsync(0);
    questions[0]?.answer(seen(2, revision));
    for (const { crowd } of await Promise.all(answers)) expect(crowd).toBe(3);
  }
});

test.each(WAYS)("who lost the right to read while they waited is turned away: %s", async (_, way) => {
  const { ask, questions } = await scene(undefined, seen(1));
  const admit = way(({ access }) => {
    if (access.revision > 1) throw new Fault("unauthenticated", "withdrawn");
    return 0;
  });
  const verdict = expect(ask(1, admit)).rejects.toMatchObject({ code: "unauthenticated" });
  await vi.advanceTimersByTimeAsync(0);
  questions[0]?.answer(seen(2, 2));
  await verdict;
});
