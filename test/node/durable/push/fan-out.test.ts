/** Fan-out alone: a clock that the test moves, targets that answer when the test says so. */
import { describe, expect, test } from "vitest";
import type { Delivery, DeliveryReport } from "../../../../durable/push/delivery.ts";
import { BRANCH_SIZE, FanOut, MERGE_MS_MAX } from "../../../../durable/push/fan-out.ts";
import type { Publication } from "../../../../proto/push/model.ts";

interface Sent {
  readonly branch: string | undefined;
  readonly shards: readonly string[];
  readonly delivery: Delivery;
  answer(report?: Partial<DeliveryReport>): Promise<void>;
  fail(): Promise<void>;
}

function world(members: readonly string[], { stored = 0, fanned = 0, local = "" } = {}) {
  let nowMs = 1_000;
  let timers: { atMs: number; work: () => void }[] = [];
  const store: Publication[] = [];
  let floor = 0;
  const add = () => {
    const publication = { offset: store.length + 1, data: `${store.length + 1}`, op: 0, publishedAtMs: nowMs };
    store.push(publication);
    return publication;
  };
  for (let n = 0; n < stored; n++) add();
  const sent: Sent[] = [];
  const gone: string[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const later = (ms: number, work: () => void) => {
    const timer = { atMs: nowMs + ms, work };
    timers.push(timer);
    return () => {
      timers = timers.filter((each) => each !== timer);
    };
  };
  const fanOut = new FanOut(
    {
      channel: "room",
      now: () => nowMs,
      random: () => 1,
      later,
      deadline: later,
      epoch: () => "e",
      top: () => store.length,
      read: (after) => ({ complete: after >= floor, publications: store.slice(Math.max(after, floor)) }),
      deliver(branch, shards, delivery) {
        if (shards[0] === local) {
          sent.push({ branch, shards, delivery, answer: settle, fail: settle });
          return { gone: [], failed: [], connections: 1 };
        }
        return new Promise<DeliveryReport>((resolve, reject) => {
          sent.push({
            branch,
            shards,
            delivery,
            async answer(report = {}) {
              resolve({ gone: [], failed: [], connections: 1, ...report });
              await settle();
            },
            async fail() {
              reject(new Error("overloaded"));
              await settle();
            },
          });
        });
      },
      isLocal: (shard) => shard === local,
      gone: (shard) => gone.push(shard),
      warn: () => {},
    },
    members,
    fanned,
  );
  return {
    fanOut,
    sent,
    gone,
    publish(count = 1) {
      for (let n = 0; n < count; n++) fanOut.add({ publication: add() });
      fanOut.pump();
    },
    /** What is no longer kept. */
    prune: (upTo: number) => {
      floor = upTo;
    },
    async advance(ms: number) {
      nowMs += ms;
      const due = timers.filter(({ atMs }) => atMs <= nowMs);
      timers = timers.filter(({ atMs }) => atMs > nowMs);
      for (const { work } of due) work();
      await settle();
    },
  };
}

const offsetsOf = ({ delivery }: Sent) => delivery.publications.map(({ offset }) => offset);

describe("a channel's fan-out", () => {
  test("sends the first at once, and what comes meanwhile together", async () => {
    const { sent, publish, advance } = world(["shard/main/0"]);
    publish();
    expect(sent.map(offsetsOf)).toEqual([[1]]);
    publish(3);
    expect(sent).toHaveLength(1);
    await sent[0]?.answer({ connections: 100_000 });
    expect(sent).toHaveLength(1);
    await advance(MERGE_MS_MAX);
    expect(sent.map(offsetsOf)).toEqual([[1], [2, 3, 4]]);
    expect(sent[1]?.delivery).toMatchObject({ after: 1, upTo: 4 });
  });

  test("waits no longer for the sake of merging when the clock goes back by an hour", async () => {
    const { sent, publish, advance } = world(["shard/main/0"]);
    publish();
    await sent[0]?.answer({ connections: 100_000 });
    await advance(-3_600_000);
    publish();
    await advance(MERGE_MS_MAX);
    expect(sent.map(offsetsOf)).toEqual([[1], [2]]);
  });

  test("does not let one slow shard hold up another", async () => {
    const { sent, publish, advance } = world(["shard/main/0", "shard/main/1"]);
    publish();
    await sent[1]?.answer();
    for (let n = 0; n < 3; n++) {
      publish();
      await advance(MERGE_MS_MAX);
      await sent.at(-1)?.answer();
    }
    expect(sent.slice(1).map(({ shards }) => shards[0])).toEqual([
      "shard/main/1",
      "shard/main/1",
      "shard/main/1",
      "shard/main/1",
    ]);
  });

  test("tries again from where a shard stands, until it takes it", async () => {
    const { sent, publish, advance, fanOut } = world(["shard/main/0"]);
    publish();
    await sent[0]?.fail();
    publish();
    await advance(500);
    await sent[1]?.fail();
    await advance(500);
    expect(sent.map(offsetsOf)).toEqual([[1], [1, 2], [1, 2]]);
    expect(fanOut.isDone).toBe(false);
    await sent[2]?.answer();
    expect(fanOut.isDone).toBe(true);
  });

  test("takes silence for a failure", async () => {
    const { sent, publish, advance } = world(["shard/main/0"]);
    publish();
    await advance(10_000);
    await advance(500);
    expect(sent.map(offsetsOf)).toEqual([[1], [1]]);
  });

  test("forgets a shard without subscribers, unless one has joined since it was asked", async () => {
    const { sent, publish, gone, fanOut, advance } = world(["shard/main/0", "shard/main/1"]);
    publish();
    fanOut.join("shard/main/1");
    await sent[0]?.answer({ gone: ["shard/main/0"] });
    await sent[1]?.answer({ gone: ["shard/main/1"] });
    expect(gone).toEqual(["shard/main/0"]);
    expect(fanOut.members).toBe(1);
    publish();
    await advance(MERGE_MS_MAX);
    expect(sent.at(-1)?.shards).toEqual(["shard/main/1"]);
  });

  test("reads from disk what it does not remember, and says where something is gone", async () => {
    const whole = world(["shard/main/0"], { stored: 5, fanned: 2 });
    whole.fanOut.pump();
    expect(whole.sent.map(offsetsOf)).toEqual([[3, 4, 5]]);
    expect(whole.sent[0]?.delivery.after).toBe(2);
    const holed = world(["shard/main/0"], { stored: 5, fanned: 1 });
    holed.prune(3);
    holed.fanOut.pump();
    expect(holed.sent[0]?.delivery).toMatchObject({ after: 3, upTo: 5 });
    const bare = world(["shard/main/0"], { stored: 5, fanned: 1 });
    bare.prune(5);
    bare.fanOut.pump();
    expect(bare.sent[0]?.delivery).toMatchObject({ after: 5, upTo: 5, publications: [] });
  });

  test("gives its own object everything in the same turn", () => {
    const { sent, publish } = world(["shard/main/0"], { local: "shard/main/0" });
    publish();
    publish(2);
    expect(sent.map(offsetsOf)).toEqual([[1], [2, 3]]);
  });

  test("never has more than 64 calls for 4 096 shards", async () => {
    const members = Array.from({ length: 4_096 }, (_, n) => `shard/main/${n}`);
    const { sent, publish, advance } = world(members);
    publish();
    expect(sent).toHaveLength(BRANCH_SIZE);
    expect(new Set(sent.flatMap(({ shards }) => shards)).size).toBe(4_096);
    // One shard of a branch does not take it: it is tried alone, and the others go on.
    const [first] = sent;
    await first?.answer({ failed: [first.shards[0] ?? ""], connections: 63 });
    publish();
    await advance(MERGE_MS_MAX);
    expect(sent.at(-1)?.shards).toHaveLength(BRANCH_SIZE - 1);
    await advance(500);
    expect(sent.at(-1)).toMatchObject({ branch: undefined, shards: [first?.shards[0]] });
    expect(sent.at(-1)?.delivery.publications.map(({ offset }) => offset)).toEqual([1, 2]);
  });
});
