import { describe, expect, test } from "vitest";
import { type Answer, check, type Life } from "../../../bench/ids/check.ts";
import { type Run, sequence } from "../../../proto/sequence.ts";

const run = (start: bigint, count: number): Run => ({ start, count });
const answer = (runs: readonly Run[], askedAtMs: number, process = 0, answeredAtMs = askedAtMs + 1): Answer => ({
  runs,
  process,
  askedAtMs,
  answeredAtMs,
});
const ALIVE: Life = { startedAtMs: 0, endedAtMs: Infinity };

describe("the check of ids", () => {
  test("finds nothing where there is nothing", () => {
    const it = sequence({ datacenterId: 0, workerId: 0, leasedUntilMs: 0 });
    const answers = Array.from({ length: 50 }, (_, at) =>
      answer(
        it.take(10_000, 1_000 + at, () => undefined),
        at * 2,
      ),
    );
    expect(check(answers, [ALIVE])).toEqual({ ids: 500_000, duplicates: 0, disorder: 0 });
  });

  test.each([
    ["the same run", [run(10n, 5), run(10n, 5)], 5],
    ["an overlap", [run(10n, 5), run(14n, 5)], 1],
    ["one inside of another", [run(10n, 50), run(20n, 5)], 5],
    ["one inside of another, before a third", [run(10n, 50), run(20n, 5), run(55n, 10)], 10],
    ["three times the same", [run(7n, 1), run(7n, 1), run(7n, 1)], 2],
    ["neighbours", [run(10n, 5), run(15n, 5)], 0],
  ])("counts what was given twice: %s", (_, runs, duplicates) => {
    const answers = runs.map((each, at) => answer([each], 0, at, 100));
    expect(
      check(
        answers,
        runs.map(() => ALIVE),
      ).duplicates,
    ).toBe(duplicates);
  });

  test("sees ids that fall within an answer", () => {
    expect(check([answer([run(10n, 5), run(12n, 5)], 0)], [ALIVE]).disorder).toBe(1);
    expect(check([answer([run(10n, 0)], 0)], [ALIVE]).disorder).toBe(1);
  });

  test("sees an answer below one that had come before it was asked for", () => {
    expect(check([answer([run(20n, 1)], 0), answer([run(10n, 1)], 5)], [ALIVE]).disorder).toBe(1);
  });

  test("grants any order to those that were asked for at the same time, and to different workers", () => {
    expect(check([answer([run(20n, 1)], 0, 0, 10), answer([run(10n, 1)], 5)], [ALIVE]).disorder).toBe(0);
    expect(check([answer([run(1n << 12n, 1)], 0), answer([run(10n, 1)], 5)], [ALIVE]).disorder).toBe(0);
  });

  test("sees a process that begins below the one before it", () => {
    const lives = [
      { startedAtMs: 0, endedAtMs: 10 },
      { startedAtMs: 20, endedAtMs: Infinity },
    ];
    const answers = [answer([run(20n, 1)], 0, 0), answer([run(10n, 1)], 25, 1)];
    expect(check(answers, lives).disorder).toBe(1);
    expect(check(answers, [ALIVE, ALIVE]).disorder).toBe(0);
  });
});
