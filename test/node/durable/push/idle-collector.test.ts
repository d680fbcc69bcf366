/** When garbage is collected between messages, with a clock and a collector of the test. */
import { expect, test } from "vitest";
import { IdleCollector, type WritesTally } from "../../../../durable/push/idle-collector.ts";

const [REST_MS, LONG_REST_MS] = [5, 250];

function world() {
  const tally: WritesTally = { minor: 0, sinceMs: 0, major: 0, turn: 0, wroteMs: 0, majorAfterMs: 0 };
  const collected: string[] = [];
  let waits: { readonly atMs: number; readonly work: () => void }[] = [];
  let nowMs = 1_000_000;
  let clockMs = 0;
  let majorMs = 0;
  const collect = ({ type }: { readonly type: string }) => {
    collected.push(type);
    if (type === "major") nowMs += majorMs;
  };
  const shard = (withCollect = true) =>
    new IdleCollector({
      collect: withCollect ? collect : undefined,
      now: () => nowMs + clockMs,
      later: (ms, work) => waits.push({ atMs: nowMs + ms, work }),
      tally,
    });
  return {
    shard,
    collected,
    waiting: () => waits.length,
    setClock: (ms: number) => {
      clockMs = ms;
    },
    setMajorMs: (ms: number) => {
      majorMs = ms;
    },
    pass: (ms: number) => {
      const endMs = nowMs + ms;
      for (;;) {
        const [next] = waits.filter(({ atMs }) => atMs <= endMs).toSorted((a, b) => a.atMs - b.atMs);
        if (next === undefined) break;
        waits = waits.filter((wait) => wait !== next);
        nowMs = Math.max(nowMs, next.atMs);
        next.work();
      }
      nowMs = Math.max(nowMs, endMs);
    },
  };
}

test("what a few writes leave is not collected, what several shards wrote together is, once", () => {
  const { shard, collected, waiting, pass } = world();
  const [first, second] = [shard(), shard()];
  first.wrote(100);
  second.wrote(399);
  expect(waiting()).toBe(0);
  second.wrote(1);
  first.wrote(10);
  pass(REST_MS);
  first.wrote(100);
  pass(10_000);
  expect(collected).toEqual(["minor"]);
});

test("nothing is collected while messages follow one another", () => {
  const { shard, collected, pass } = world();
  const [busy, other] = [shard(), shard()];
  for (let n = 0; n < 100; n++) {
    busy.wrote(1_000);
    other.wrote(1);
    pass(REST_MS - 1);
    other.wrote(1);
    pass(1);
  }
  expect(collected).toEqual([]);
  busy.wrote(1);
  pass(REST_MS + LONG_REST_MS);
  expect(collected).toEqual(["minor", "major"]);
});

test("a short rest is for the young generation, a long one for all", () => {
  const { shard, collected, pass } = world();
  const only = shard();
  for (let n = 0; n < 100; n++) {
    only.wrote(500);
    pass(LONG_REST_MS - 1);
  }
  expect(new Set(collected)).toEqual(new Set(["minor"]));
  only.wrote(500);
  pass(REST_MS + LONG_REST_MS);
  expect(collected.at(-1)).toBe("major");
  const before = collected.length;
  pass(100_000);
  only.wrote(500);
  pass(100_000);
  expect(collected.slice(before)).toEqual(["minor"]);
});

test("a clock that is set back keeps no timer waiting until it has caught up", () => {
  const { shard, collected, waiting, setClock, pass } = world();
  shard().wrote(20_000);
  pass(REST_MS);
  setClock(-3_600_000);
  pass(LONG_REST_MS);
  setClock(0);
  pass(LONG_REST_MS);
  expect([waiting(), collected]).toEqual([0, ["minor", "major"]]);
});

test("full collections take no more than one part in fifty of the time", () => {
  const { shard, collected, setMajorMs, pass } = world();
  const only = shard();
  setMajorMs(200);
  const seconds: number[] = [];
  for (let second = 0; second < 60; second++) {
    const before = collected.length;
    only.wrote(20_000);
    pass(1_000);
    if (collected.slice(before).includes("major")) seconds.push(second);
  }
  expect(seconds).toHaveLength(6);
});

test("rounds that follow one another closely are not taken for rest, and the rest after them is", () => {
  const { shard, collected, pass } = world();
  const only = shard();
  only.wrote(2_000);
  pass(REST_MS);
  expect(collected).toEqual(["minor"]);
  for (let n = 0; n < 100; n++) {
    pass(40);
    only.wrote(2_000);
  }
  pass(REST_MS);
  expect(collected).toEqual(["minor"]);
  pass(LONG_REST_MS);
  expect(collected).toEqual(["minor", "major"]);
});

test("a runtime that offers no collector is left alone", () => {
  const { shard, waiting } = world();
  shard(false).wrote(1_000_000);
  expect(waiting()).toBe(0);
});
