/** Reads that share questions: each as new as it has to be, also where answers overtake one another or never come. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Head, Known } from "../../../../durable/config/views.ts";
import type { ConfigStub } from "../../../../edge/config/objects.ts";
import { reads } from "../../../../edge/config/reads.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const PLACE = { service: "s", idc: "i" };
const READER = { node: "", labels: {} };

/** An object whose answers the test gives out one by one; each is of the moment in which its question came. */
function scene() {
  const state = { main: 1, access: 1, epoch: "e" };
  const questions: { readonly known: Known; answer(): void; fail(error: Error): void }[] = [];
  const headOf = (known: Known): Head => {
    const { main, access, epoch } = state;
    const isKnown = known.epoch === epoch && known.versions.includes(main);
    const rules = { revision: access, open: true, tokens: [], keys: [] };
    return {
      epoch,
      release: main,
      main,
      ...(known.epoch === epoch && known.access === access ? {} : { access: rules }),
      snapshots: isKnown ? [] : [{ version: main, entries: "[]", sections: {}, secrets: [] }],
    };
  };
  const head = (known: Known) =>
    new Promise<{ value: Head }>((resolve, reject) => {
      const value = headOf(known);
      questions.push({ known, answer: () => resolve({ value }), fail: reject });
    });
  const directory = { find: async () => "listed" as const, note: async () => undefined };
  const made = reads({
    stubs: () => ({ head }) as unknown as ConfigStub,
    directory: () => directory,
    now: () => Date.now(),
  });
  const read = async () => (await made.read(PLACE, () => undefined)).visibleTo(READER).version;
  return { state, questions, read };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test("a read that comes while a question is under way shares the next one, and sees what was released before it", async () => {
  const { state, questions, read } = scene();
  const first = read();
  await settle();
  state.main = 2;
  const later = Promise.all([read(), read(), read()]);
  expect(questions).toHaveLength(1);
  questions[0]?.answer();
  expect(await first).toBe(1);
  await settle();
  expect(questions).toHaveLength(2);
  questions[1]?.answer();
  expect(await later).toEqual([2, 2, 2]);
});

test("what is known does not travel again, and is forgotten with another life of the service", async () => {
  const { state, questions, read } = scene();
  const ask = async () => {
    const answer = read();
    await settle();
    questions.at(-1)?.answer();
    return await answer;
  };
  await ask();
  await ask();
  expect(questions[1]?.known).toEqual({ epoch: "e", access: 1, versions: [1] });
  Object.assign(state, { epoch: "f", main: 1, access: 1 });
  expect(await ask()).toBe(1);
  await ask();
  expect(questions[3]?.known).toEqual({ epoch: "f", access: 1, versions: [1] });
});

test("who waits for a question that died puts one of their own", async () => {
  const { questions, read } = scene();
  const [first, second] = [read(), read()];
  await vi.advanceTimersByTimeAsync(2_000);
  for (const question of questions.slice(1)) question.answer();
  await vi.advanceTimersByTimeAsync(2_000);
  for (const question of questions.slice(1)) question.answer();
  expect(await Promise.all([first, second])).toEqual([1, 1]);
});

test("a question that fails fails those who shared it, and nobody after them", async () => {
  const { questions, read } = scene();
  const verdicts = Promise.allSettled([read(), read()]);
  await settle();
  questions[0]?.fail(new Error("gone"));
  await settle();
  questions[1]?.fail(new Error("gone"));
  for (const verdict of await verdicts) expect(verdict).toMatchObject({ reason: { code: "unavailable" } });
  const after = read();
  await settle();
  questions[2]?.answer();
  expect(await after).toBe(1);
});

describe("a service that is not there", () => {
  const noOne = { open: false, tokens: [], keys: [] };
  const asking = (found: "listed" | "unlisted" | "unknown") => {
    const calls: string[] = [];
    const directory = {
      find: async () => found,
      note: async (service: string, idc: string) => void calls.push(`note ${service}/${idc}`),
    };
    const head = async () => {
      calls.push("head");
      return { refused: { code: "not_found" as const, message: "there is no such service" } };
    };
    const made = reads({
      stubs: () => ({ head }) as unknown as ConfigStub,
      directory: () => directory,
      now: () => Date.now(),
    });
    return { calls, read: () => made.read(PLACE, () => undefined) };
  };

  test("is not called, and looks like one that nobody may read", async () => {
    const { calls, read } = asking("unknown");
    expect((await read()).access).toMatchObject(noOne);
    expect((await read()).visibleTo(READER).version).toBe(0);
    expect(calls).toEqual([]);
  });

  test("and may be looked for is called, and not noted", async () => {
    const { calls, read } = asking("unlisted");
    expect((await read()).access).toMatchObject(noOne);
    expect(calls).toEqual(["head"]);
  });
});
