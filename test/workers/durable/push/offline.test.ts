/** What users miss, on an object's own SQLite, with a clock and an origin that the test speaks for. */
import { runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { Departures } from "../../../../durable/push/departures.ts";
import { Offline, type OfflineDeps } from "../../../../durable/push/offline.ts";
import { Revocations } from "../../../../durable/push/revocations.ts";
import { Fault } from "../../../../proto/fault.ts";
import type { Missed, Notification } from "../../../../proto/push/model.ts";
import { shardOf } from "./client.ts";

const START_MS = 1_790_000_000_000;
const AFTER_MS = 10_000;
const DAY_MS = 86_400_000;
let objects = 0;

interface World {
  readonly offline: Offline;
  readonly clock: { nowMs: number };
  readonly taken: Missed[];
  readonly warnings: string[];
  /** When it is to be woken. */
  armedMs(): number | undefined;
  forgetArmed(): void;
  /** In place of taking it. */
  answer: (missed: readonly Missed[]) => void;
  readers: (channel: string) => number | Promise<number>;
  note(user: string, offset: number, notification?: Partial<Notification>, shards?: readonly string[]): void;
  /** Lets the time pass, and waits until all that is due was looked at. */
  pass(ms: number): Promise<void>;
}

/** Each test has an object of its own. */
async function inObject(work: (world: World) => Promise<void>): Promise<void> {
  await runInDurableObject(shardOf(`shard/offline/${++objects}`), async (_object, { storage }) => {
    const clock = { nowMs: START_MS };
    let armed: number | undefined;
    const deps: OfflineDeps = {
      sql: storage.sql,
      now: () => clock.nowMs,
      random: () => 0.5,
      arm: (_purpose, atMs) => {
        armed = armed === undefined || armed <= clock.nowMs ? atMs : Math.min(armed, atMs);
      },
      afterMs: AFTER_MS,
      readers: async (channel) => await world.readers(channel),
      async handOver(missed) {
        world.answer(missed);
        world.taken.push(...missed);
      },
      warn: (message) => world.warnings.push(message),
    };
    const world: World = {
      offline: new Offline(deps),
      clock,
      taken: [],
      warnings: [],
      armedMs: () => armed,
      forgetArmed() {
        armed = undefined;
      },
      answer: () => undefined,
      readers: () => 0,
      note(user, offset, notification = {}, shards = []) {
        this.offline.note({
          channel: `user:${user}`,
          epoch: "e",
          shards,
          publication: { offset, data: "1", op: 0, publishedAtMs: clock.nowMs },
          notification: {
            title: `t${offset}`,
            body: "",
            collapseKey: "",
            ttlSeconds: 0,
            data: {},
            sound: "",
            ...notification,
          },
        });
      },
      async pass(ms) {
        clock.nowMs += ms;
        this.offline.alarm();
        await expect.poll(() => this.offline.isRunning).toBe(false);
      },
    };
    await work(world);
  });
}

test("what nobody has taken is handed over when it is due, and not before", async () => {
  await inObject(async (world) => {
    world.note("1", 1);
    expect(world.armedMs()).toBe(START_MS + AFTER_MS);
    await world.pass(AFTER_MS - 1);
    expect(world.taken).toEqual([]);
    await world.pass(1);
    expect(world.taken).toMatchObject([
      { id: "user:1/e/1", user: "1", expiresAtMs: START_MS + DAY_MS, notification: { title: "t1" } },
    ]);
    await world.pass(DAY_MS);
    expect(world.taken).toHaveLength(1);
    // Nothing is left, so that nothing wakes the object any more.
    world.forgetArmed();
    await world.pass(DAY_MS);
    expect(world.armedMs()).toBeUndefined();
  });
});

test("what its user has taken is not, and neither is what somebody read or has expired", async () => {
  await inObject(async (world) => {
    for (const offset of [1, 2, 3]) world.note("1", offset);
    world.note("2", 1);
    world.note("3", 1, { ttlSeconds: 5 });
    world.readers = (channel) => (channel === "user:2" ? 1 : 0);
    world.offline.settle("user:1", 2);
    await world.pass(AFTER_MS);
    expect(world.taken.map(({ id }) => id)).toEqual(["user:1/e/3"]);
  });
});

test("a user who comes while connections are asked has taken it", async () => {
  await inObject(async (world) => {
    world.note("1", 1);
    world.readers = async () => {
      world.offline.settle("user:1");
      return 0;
    };
    await world.pass(AFTER_MS);
    expect(world.taken).toEqual([]);
  });
});

test("a later one with the same collapse key takes an earlier one's place, and a user has 100 at most", async () => {
  await inObject(async (world) => {
    world.note("1", 1, { collapseKey: "k" });
    world.note("1", 2, { collapseKey: "other" });
    world.note("1", 3, { collapseKey: "k" });
    for (let offset = 1; offset <= 130; offset++) world.note("2", offset);
    expect(world.offline.rowsOf("user:1").map(({ offset }) => offset)).toEqual([2, 3]);
    expect(world.offline.rowsOf("user:2").map(({ offset }) => offset)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 31),
    );
    await world.pass(AFTER_MS);
    expect(world.taken).toHaveLength(102);
  });
});

test("while the origin is away it is tried again after growing pauses, with the same ids, and connections are not asked again", async () => {
  await inObject(async (world) => {
    let [asked, attempts] = [0, 0];
    world.readers = () => {
      asked++;
      return 0;
    };
    world.answer = () => {
      attempts++;
      if (attempts <= 3) throw new Fault("unavailable", "away");
    };
    world.note("1", 1);
    world.note("2", 1);
    await world.pass(AFTER_MS);
    for (const pauseMs of [750, 1_500, 3_000]) {
      expect(world.taken).toEqual([]);
      await world.pass(pauseMs - 1);
      expect(world.taken).toEqual([]);
      await world.pass(1);
    }
    expect(world.taken.map(({ id }) => id).toSorted()).toEqual(["user:1/e/1", "user:2/e/1"]);
    expect([attempts, asked, world.warnings.length]).toEqual([4, 2, 3]);
  });
});

test("one that the origin never takes keeps no other from its phone", async () => {
  await inObject(async (world) => {
    world.answer = (missed) => {
      if (missed.some(({ user }) => user === "2")) throw new Fault("invalid_argument", "what is this");
    };
    for (const user of ["1", "2", "3"]) world.note(user, 1);
    await world.pass(AFTER_MS);
    expect(world.taken.map(({ user }) => user).toSorted()).toEqual(["1", "3"]);
    expect(world.warnings).toEqual(["the notification of user:2/e/1 is refused"]);
    await world.pass(DAY_MS);
    expect(world.taken).toHaveLength(2);
  });
});

test("rows that moved here are due as they were", async () => {
  await inObject(async (world) => {
    world.note("1", 7);
    const rows = world.offline.rowsOf("user:1");
    world.offline.settle("user:1");
    world.offline.import(rows);
    await world.pass(AFTER_MS);
    expect(world.taken.map(({ id }) => id)).toEqual(["user:1/e/7"]);
  });
});

test("sessions that have ended are known for an hour, by their user", async () => {
  await runInDurableObject(shardOf("shard/offline/revocations"), async (_object, { storage }) => {
    let nowMs = START_MS;
    const revocations = new Revocations(storage.sql, () => nowMs);
    revocations.put("user:1", "s");
    expect([revocations.has("user:1", "s"), revocations.has("user:1", "t"), revocations.has("user:2", "s")]).toEqual([
      true,
      false,
      false,
    ]);
    nowMs += 3_600_000;
    expect(revocations.has("user:1", "s")).toBe(false);
    revocations.put("user:2", "s");
    expect(revocations.ofChannel("user:1")).toEqual([]);
  });
});

test("a goodbye counts for what was sent while the connection was there", async () => {
  await runInDurableObject(shardOf("shard/offline/departures"), async (_object, { storage }) => {
    const departures = new Departures(storage.sql, AFTER_MS);
    departures.put("user:1", 100, 200);
    expect([99, 100, 150, 200, 201].map((atMs) => departures.count("user:1", atMs))).toEqual([0, 1, 1, 1, 0]);
    departures.put("user:2", 100, 200 + AFTER_MS + 60_001);
    expect(departures.count("user:1", 150)).toBe(0);
  });
});
