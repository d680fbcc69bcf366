/** When garbage is collected between messages, with a clock and a collector of the test. */
import { expect, test } from "vitest";
import { IdleCollector, type WritesTally } from "../../../../durable/push/idle-collector.ts";

function world() {
  const tally: WritesTally = { minor: 0, sinceMs: 0, major: 0, turn: 0, majorAfterMs: 0 };
  const collected: string[] = [];
  const waits: (() => void)[] = [];
  let nowMs = 1_000_000;
  let majorMs = 0;
  const collect = ({ type }: { readonly type: string }) => {
    collected.push(type);
    if (type === "major") nowMs += majorMs;
  };
  const shard = (withCollect = true) =>
    new IdleCollector({
      collect: withCollect ? collect : undefined,
      now: () => nowMs,
      later: (_ms, work) => waits.push(work),
      tally,
    });
  return {
    shard,
    collected,
    waits,
    rest: () => {
      for (const work of waits.splice(0)) work();
    },
    setMajorMs: (ms: number) => {
      majorMs = ms;
    },
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

test("what a few writes leave is not collected, what several shards wrote together is, once", () => {
  const { shard, collected, waits, rest } = world();
  const [first, second] = [shard(), shard()];
  first.wrote(100);
  second.wrote(399);
  expect(waits).toEqual([]);
  second.wrote(1);
  first.wrote(10);
  rest();
  expect(collected).toEqual(["minor"]);
  first.wrote(100);
  expect(waits).toEqual([]);
});

test("nothing is collected while messages follow one another", () => {
  const { shard, collected, rest } = world();
  const [busy, other] = [shard(), shard()];
  for (let n = 0; n < 100; n++) {
    busy.wrote(1_000);
    other.wrote(1);
    busy.wrote(1);
    other.wrote(1);
    rest();
  }
  expect(collected).toEqual([]);
  busy.wrote(1);
  rest();
  expect(collected).toEqual(["major"]);
});

test("full collections take no more than one part in fifty of the time", () => {
  const { shard, collected, rest, setMajorMs, pass } = world();
  const only = shard();
  const message = () => {
    only.wrote(20_000);
    rest();
    return collected.at(-1);
  };
  setMajorMs(200);
  expect(message()).toBe("major");
  pass(9_999);
  expect(message()).toBe("minor");
  pass(10_000);
  expect(message()).toBe("major");
});

test("rounds that follow one another closely are not taken for rest, and rest after them is", () => {
  const { shard, collected, rest, pass } = world();
  const only = shard();
  only.wrote(2_000);
  rest();
  expect(collected).toEqual(["minor"]);
  for (let n = 0; n < 100; n++) {
    pass(40);
    only.wrote(2_000);
    rest();
  }
  expect(collected).toEqual(["minor"]);
  pass(1_000);
  only.wrote(2_000);
  rest();
  expect(collected).toEqual(["minor", "major"]);
});

test("a runtime that offers no collector is left alone", () => {
  const { shard, waits } = world();
  shard(false).wrote(1_000_000);
  expect(waits).toEqual([]);
});
