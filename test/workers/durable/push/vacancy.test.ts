/** What a channel's object has on disk for those who may name channels, on real storage in workerd. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import type { ChannelMessage } from "../../../../proto/push/model.ts";
import { channelOf, connect, publish, shardOf, subscribe } from "./client.ts";

let made = 0;
const unique = (namespace = "") => `${namespace}${namespace === "" ? "" : ":"}v${++made}`;
const SHARD = "shard/main/0";

async function tables(channel: string): Promise<string[]> {
  return await runInDurableObject(channelOf(channel), (_, { storage }) =>
    storage.sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      )
      .toArray()
      .map(({ name }) => name),
  );
}

async function alarmOf(channel: string): Promise<number | null> {
  return await runInDurableObject(channelOf(channel), (_, { storage }) => storage.getAlarm());
}

/** As when the clock has come there. Without a purpose all that is due some day is due now. */
async function wake(channel: string): Promise<void> {
  await runInDurableObject(channelOf(channel), (_, { storage }) => void storage.sql.exec("UPDATE due SET at_ms = 0"));
  await evictDurableObject(channelOf(channel));
  await runDurableObjectAlarm(channelOf(channel));
}

async function age(channel: string, ms: number): Promise<void> {
  await runInDurableObject(channelOf(channel), (_, { storage }) => {
    storage.sql.exec("UPDATE publication SET at_ms = at_ms - ?", ms);
    storage.sql.exec("UPDATE idempotency SET until_ms = until_ms - ?", ms);
  });
  await evictDurableObject(channelOf(channel));
}

const transient = (channel: string): ChannelMessage => ({ channel, message: { data: "1", transient: true } });

describe("a channel of which nothing is to be kept", () => {
  test("has no table and no alarm, whatever it is asked", async () => {
    const channel = unique();
    const host = channelOf(channel);
    expect(await host.count(channel)).toEqual({ connections: 0, users: 0 });
    expect(await host.presence(channel, 10)).toEqual([]);
    expect(await host.kick(channel, { reason: "kicked" })).toBe(0);
    expect(await host.move(channel, [{ kind: "joined", client: { client: "c", user: "" } }])).toBeNull();
    const { position } = (await host.history(channel, { limit: 10 })) as {
      position: { epoch: string; offset: number };
    };
    expect(position).toEqual({ epoch: expect.stringMatching(/./), offset: 0 });
    expect(await host.clear(channel)).toEqual(position);
    expect(await host.recover(channel, position)).toEqual({ position, complete: true, publications: [] });
    expect(await host.publish([transient(channel)])).toMatchObject([{ published: { offset: 0, shards: 0 } }]);
    await evictDurableObject(host);
    expect(await host.count(channel)).toEqual({ connections: 0, users: 0 });
    expect([await tables(channel), await alarmOf(channel)]).toEqual([[], null]);
  });

  test("keeps the epoch that it has told for the subscriber that comes with it", async () => {
    const channel = unique();
    const { position } = (await channelOf(channel).history(channel, { limit: 0 })) as {
      position: { epoch: string; offset: number };
    };
    const client = await connect(SHARD);
    expect(await subscribe(client, channel, position)).toMatchObject({ ...position, recovered: true });
  });

  test("is refused what is wrong, and writes nothing for it", async () => {
    const channel = unique();
    const message = { data: "x".repeat(70_000) };
    expect(await channelOf(channel).publish([{ channel, message }])).toMatchObject([
      { refused: { code: "invalid_argument" } },
    ]);
    expect(await tables(channel)).toEqual([]);
  });
});

describe("a channel that was heard", () => {
  test("gives all back when its last subscriber has left without a word", async () => {
    const channel = unique();
    const client = await connect(SHARD);
    const before = await subscribe(client, channel);
    expect(await tables(channel)).toContain("stream");
    await wake(channel);
    expect(await tables(channel)).toContain("member");
    client.close();
    await expect.poll(async () => await shardOf(SHARD).localCounts(channel)).toEqual({ connections: 0, users: 0 });
    await expect
      .poll(async () => {
        if ((await tables(channel)).length > 0) await wake(channel);
        return [await tables(channel), await alarmOf(channel)];
      })
      .toEqual([[], null]);
    const after = await subscribe(await connect(SHARD), channel, before);
    expect([after.recovered, after.epoch === before.epoch]).toEqual([false, false]);
  });

  test("stays where it is while somebody hears it, and misses nothing", async () => {
    const channel = unique();
    const client = await connect(SHARD);
    await subscribe(client, channel);
    for (let look = 0; look < 3; look++) await wake(channel);
    await publish(channelOf(channel), channel, "after three looks");
    await expect.poll(() => client.data(channel)).toEqual(["after three looks"]);
  });

  test("is as new after it gave all back: it is heard, and written, again", async () => {
    const channel = unique();
    await channelOf(channel).join(channel, "shard/main/3", undefined);
    await expect
      .poll(async () => {
        if ((await tables(channel)).length > 0) await wake(channel);
        return await tables(channel);
      })
      .toEqual([]);
    const client = await connect(SHARD);
    await subscribe(client, channel);
    await publish(channelOf(channel), channel, 1, 2);
    await expect.poll(() => client.offsets(channel)).toEqual([1, 2]);
  });
});

describe("a channel that has had publications", () => {
  test("says truly for a month after the last that nothing was missed, and then goes", async () => {
    const channel = unique("brief");
    const last = await publish(channelOf(channel), channel, 1, 2);
    await age(channel, 86_400_000);
    await wake(channel);
    await runDurableObjectAlarm(channelOf(channel));
    expect(await tables(channel)).toContain("stream");
    expect(await alarmOf(channel)).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    expect(await channelOf(channel).recover(channel, last)).toMatchObject({ position: last, complete: true });
    await wake(channel);
    expect([await tables(channel), await alarmOf(channel)]).toEqual([[], null]);
    expect(await channelOf(channel).recover(channel, last)).toMatchObject({ complete: false });
  });

  test("does not go when it had another one meanwhile", async () => {
    const channel = unique("brief");
    await publish(channelOf(channel), channel, 1);
    await age(channel, 86_400_000);
    await wake(channel);
    await runDurableObjectAlarm(channelOf(channel));
    const last = await publish(channelOf(channel), channel, 2);
    await wake(channel);
    expect(await channelOf(channel).recover(channel, { ...last, offset: 1 })).toMatchObject({
      complete: true,
      publications: [{ data: "2" }],
    });
  });

  test("remembers an idempotency key alone for its five minutes, and no longer", async () => {
    const channel = unique();
    const item = { channel, message: { data: "1", transient: true, idempotencyKey: "k" } };
    expect(await channelOf(channel).publish([item])).toMatchObject([{ published: { duplicate: false } }]);
    await wake(channel);
    expect(await channelOf(channel).publish([item])).toMatchObject([{ published: { duplicate: true } }]);
    await age(channel, 600_000);
    await wake(channel);
    await runDurableObjectAlarm(channelOf(channel));
    expect([await tables(channel), await alarmOf(channel)]).toEqual([[], null]);
  });

  test("keeps its place for a version that its publisher counts", async () => {
    const channel = unique("brief");
    const item = { channel, message: { data: "1", version: { epoch: "e", version: 7 } } };
    await channelOf(channel).publish([item]);
    await age(channel, 86_400_000);
    await wake(channel);
    await runDurableObjectAlarm(channelOf(channel));
    expect(await channelOf(channel).publish([item])).toMatchObject([{ published: { duplicate: true } }]);
  });
});

test("a user who names more channels than a user does is refused those that nobody hears, and no others", async () => {
  const heard = unique();
  await subscribe(await connect(SHARD, { user: "host" }), heard);
  const first = await connect(SHARD, { user: "walker" });
  const walkers = [first, await connect(SHARD, { user: "walker" }), await connect(SHARD, { user: "walker" })];
  for (const { raw } of walkers) {
    for (let id = 1_000; id < 1_100; id++) {
      const channel = unique();
      raw(JSON.stringify({ id, subscribe: { channel } }));
      raw(JSON.stringify({ id: id + 1_000, unsubscribe: { channel } }));
    }
  }
  const subscribed = () => walkers.flatMap(({ replies }) => replies.filter(({ id = 0 }) => id >= 1_000 && id < 2_000));
  await expect.poll(() => subscribed().length, { timeout: 10_000 }).toBe(300);
  const errors = subscribed().flatMap(({ error }) => error ?? []);
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.length).toBeLessThanOrEqual(300 - 256);
  expect(new Set(errors.map(({ code }) => code))).toEqual(new Set([111]));
  expect(await subscribe(first, heard)).toMatchObject({ offset: 0 });
});
