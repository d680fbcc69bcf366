import { describe, expect, test } from "vitest";
import { AdaptiveLimit } from "../../../../edge/overload/adaptive-limit.ts";
import { Patience } from "../../../../edge/overload/patience.ts";
import { type Waiting, WaitQueue } from "../../../../edge/overload/wait-queue.ts";

const START_MS = 1_000_000;

/** Before an upstream that takes 200 ms, 128 at a time: 640 a second. */
function patienceOf(...waiting: readonly Waiting[]) {
  const limit = new AdaptiveLimit();
  const windows = Array.from({ length: 16 }, (_, call) => limit.begin(call + 1, START_MS));
  for (const window of windows) limit.end(window, "main", 200, START_MS + 200);
  const queue = new WaitQueue<Waiting>();
  for (const one of waiting) queue.add(one);
  return { limit, queue, patience: new Patience(limit, queue) };
}

/** Of those who wait so many are refused. */
function refuse(patience: Patience, part: number): void {
  for (let one = 0; one < 2_000; one++) {
    if (one % 100 < part * 100) patience.noteRefusal();
    else patience.noteTurn(9, START_MS);
  }
}

const usual: Waiting = { rank: 5, sinceMs: START_MS };
const high: Waiting = { rank: 7, sinceMs: START_MS };

describe("in a queue that stands one may wait", () => {
  const nowMs = START_MS + 1_000;

  test.each<[string, number, number, number]>([
    ["as long as at the most where hardly anybody is refused", 0.01, 100, 100],
    ["less where a fifth is", 0.2, 30, 50],
    ["no less than a pause of the machine where it is most of them", 0.9, 20, 20],
  ])("%s", (_, part, least, most) => {
    const { patience } = patienceOf(usual);
    refuse(patience, part);
    expect(patience.longestMs(5, nowMs)).toBeGreaterThanOrEqual(least);
    expect(patience.longestMs(5, nowMs)).toBeLessThanOrEqual(most);
  });

  test("longer by what the edge itself is late", () => {
    const { patience, limit } = patienceOf(usual);
    refuse(patience, 0.9);
    for (let turn = 0; turn < 100; turn++) limit.noteLag(50);
    expect(patience.longestMs(5, nowMs)).toBeCloseTo(70);
  });

  test("as long as at the most where the upstream has not answered at all", () => {
    const queue = new WaitQueue<Waiting>();
    queue.add(usual);
    const patience = new Patience(new AdaptiveLimit(), queue);
    refuse(patience, 0.9);
    expect(patience.longestMs(5, nowMs)).toBe(100);
  });
});

test("in a burst one may wait longer, whoever was refused before", () => {
  const { patience } = patienceOf(usual);
  refuse(patience, 0.9);
  expect(patience.longestMs(5, START_MS + 100)).toBe(300);
});

describe("who goes before others may wait", () => {
  test("for long, however long these have stood there", () => {
    const { patience, queue } = patienceOf(usual);
    refuse(patience, 0.9);
    queue.add({ rank: 7, sinceMs: START_MS + 10_000 });
    expect(patience.longestMs(7, START_MS + 10_500)).toBe(2_000);
  });

  test("for long, where the others have all been refused a moment ago", () => {
    const { patience, queue } = patienceOf(usual, high);
    queue.delete(usual, START_MS + 900);
    expect(patience.longestMs(7, START_MS + 1_000)).toBe(2_000);
  });

  test("ever less where its own rank has not had enough for seconds", () => {
    const { patience } = patienceOf(high, usual);
    refuse(patience, 0.9);
    const after = [2_000, 4_000, 4_900, 6_000, 60_000].map((ms) => patience.longestMs(7, START_MS + ms));
    expect(after).toEqual([2_000, 1_000, 100, 100, 100]);
  });

  test("for long as long as those below get a twentieth of all turns", () => {
    const { patience } = patienceOf(high, usual);
    // 640 turns a second, for ten seconds.
    for (let turn = 0; turn < 6_400; turn++)
      patience.noteTurn(turn % 20 === 0 ? 5 : 7, START_MS + (turn * 1_000) / 640);
    expect(patience.longestMs(7, START_MS + 10_000)).toBe(2_000);
  });

  test("but not where more of its own rank are dropped than of those below get a turn", () => {
    const { patience } = patienceOf(high, usual);
    refuse(patience, 0.9);
    for (let turn = 0; turn < 6_400; turn++) {
      const nowMs = START_MS + (turn * 1_000) / 640;
      patience.noteTurn(turn % 10 === 0 ? 5 : 7, nowMs);
      if (turn % 5 === 0) patience.noteDrop(7, nowMs);
    }
    expect(patience.longestMs(7, START_MS + 10_000)).toBe(100);
  });
});
