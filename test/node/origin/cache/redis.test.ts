import { randomUUID } from "node:crypto";
import { Redis as Client } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { type Cache, type CacheConfig, openCache } from "../../../../origin/cache/cache.ts";
import { counting, PATIENT, textRegion } from "../../../contract/cache.ts";
import { type Redis, startRedis, startSentinel } from "../../../services/redis.ts";

const opened: Cache[] = [];
const open = async (config: CacheConfig) => {
  const cache = await openCache({ ...config, limits: { ...PATIENT, ...config.limits } });
  opened.push(cache);
  return cache;
};
const freshPrefix = () => `t${randomUUID()}`;

afterEach(async () => {
  await Promise.all(opened.splice(0).map((cache) => cache.close()));
});

describe("processes that share a redis", () => {
  let client: Client;
  beforeAll(() => {
    client = new Client(inject("redisUrl"));
  });
  afterAll(() => client.disconnect());

  /** Two caches stand for two processes: they share nothing but Redis. */
  const openTwo = async (config: CacheConfig = {}) => {
    const shared = { redisUrl: inject("redisUrl"), prefix: freshPrefix(), ...config };
    const [one, other] = [await open(shared), await open(shared)];
    return { ...shared, one, other, oneText: textRegion(one), otherText: textRegion(other) };
  };

  test("what one loaded the other finds, a negative entry too", async () => {
    const { other, oneText, otherText } = await openTwo();
    await oneText.get("key", counting("value"));
    await oneText.get("absent", counting(undefined));
    expect(await otherText.get("key", () => expect.fail("loaded again"))).toEqual({ text: "value" });
    expect(await otherText.get("absent", () => expect.fail("loaded again"))).toBeUndefined();
    expect(other.counters()).toMatchObject({ redisHits: 2, misses: 0, negativeHits: 1 });
  });

  test("bigints and texts that look like them survive the way through redis", async () => {
    const { oneText, otherText } = await openTwo();
    await oneText.get("key", async () => ({ text: "#9223372036854775807" }));
    expect(await otherText.get("key", () => expect.fail("loaded again"))).toEqual({ text: "#9223372036854775807" });
  });

  test("a delete reaches the other's own copy within moments", async () => {
    const { oneText, otherText } = await openTwo({ limits: { localTtlSeconds: 60 } });
    await oneText.get("key", counting("old"));
    await otherText.get("key", counting("old"));
    await oneText.delete("key");
    await expect.poll(async () => (await otherText.get("key", counting("new")))?.text, { interval: 5 }).toBe("new");
  });

  test("a delete whose message is lost reaches the other's copy when its local lifetime ends", async () => {
    let nowMs = 0;
    const { prefix, oneText, otherText } = await openTwo({ monotonicNow: () => nowMs });
    await otherText.get("key", counting("old"));
    await client.del(`${prefix}:text:1:key`);
    expect((await oneText.get("key", counting("new")))?.text).toBe("new");
    nowMs = 4_999;
    expect((await otherText.get("key", counting("newest")))?.text).toBe("old");
    nowMs = 5_000;
    expect((await otherText.get("key", counting("newest")))?.text).toBe("new");
  });

  test("messages missed in a gap of the subscription are made good by forgetting all", async () => {
    const { oneText, otherText, other } = await openTwo({ limits: { localTtlSeconds: 60 } });
    await otherText.get("key", counting("old"));
    await client.call("CLIENT", "KILL", "TYPE", "pubsub");
    await oneText.delete("key");
    await expect.poll(() => other.counters().localEntries).toBe(0);
    expect((await otherText.get("key", counting("new")))?.text).toBe("new");
  });

  test("a load that another process' delete overtook is stored nowhere, even when the message about it was lost", async () => {
    const { prefix, one, other, oneText, otherText } = await openTwo({ limits: { localTtlSeconds: 60 } });
    await oneText.get("another key", counting("forgotten when messages may have been missed"));
    const gate = Promise.withResolvers<void>();
    const old = counting("old", gate.promise);
    const before = otherText.get("key", old);
    await expect.poll(() => old.count).toBe(1);
    await client.call("CLIENT", "KILL", "TYPE", "pubsub");
    await oneText.delete("key");
    gate.resolve();
    expect((await before)?.text).toBe("old");
    expect(other.counters()).toMatchObject({ staleLoads: 1, localEntries: 0 });
    expect((await client.getBuffer(`${prefix}:text:1:key`))?.includes("old")).toBe(false);
    await expect.poll(() => one.counters().localEntries).toBe(0); // Its own gap is over too, and overtakes no load any more.
    expect((await oneText.get("key", counting("new")))?.text).toBe("new");
    expect((await otherText.get("key", counting("newest")))?.text).toBe("new");
    expect(one.counters().staleLoads).toBe(0);
  });

  test("of two that load at once the first stores, and the second keeps no copy that may be older", async () => {
    const { other, oneText, otherText } = await openTwo();
    const gate = Promise.withResolvers<void>();
    const slow = counting("older", gate.promise);
    const late = otherText.get("key", slow);
    await expect.poll(() => slow.count).toBe(1);
    await oneText.get("key", counting("newer"));
    gate.resolve();
    await late;
    expect(other.counters().staleLoads).toBe(1);
    expect((await otherText.get("key", () => expect.fail("loaded again")))?.text).toBe("newer");
  });

  test("a value lives no longer than its lifetime, both levels together", async () => {
    const { prefix, oneText } = await openTwo({ random: () => 0 });
    await oneText.get("key", counting("value"));
    const redisMs = await client.pttl(`${prefix}:text:1:key`);
    expect(redisMs).toBeGreaterThan(50_000);
    expect(redisMs).toBeLessThanOrEqual(55_000); // 60 s less the 5 s that it may stay in a process.
  });

  test("after a delete nothing stays in redis but a tombstone that goes away", async () => {
    const { prefix, oneText } = await openTwo();
    await oneText.get("key", counting("value"));
    await oneText.delete("key");
    const ttlMs = await client.pttl(`${prefix}:text:1:key`);
    expect(ttlMs).toBeGreaterThan(10_000);
    expect(ttlMs).toBeLessThanOrEqual(20_000);
  });

  test.each([
    ["text of somebody else", (key: string) => client.set(key, "hello")],
    ["nothing", (key: string) => client.set(key, "")],
    ["a header without an end", (key: string) => client.set(key, Buffer.of(1, 1, 0))],
    ["an unknown format", (key: string) => damage(key, (raw) => raw.fill(9, 0, 1))],
    ["an unknown kind", (key: string) => damage(key, (raw) => raw.fill(9, 1, 2))],
    [
      "a flipped bit",
      (key: string) => damage(key, (raw) => raw.writeUInt8(raw.readUInt8(raw.length - 1) ^ 1, raw.length - 1)),
    ],
    ["a value cut short", (key: string) => damage(key, (raw) => raw.subarray(0, -1))],
    ["a list", (key: string) => client.del(key).then(() => client.rpush(key, "x"))],
    ["a sound envelope of what is no such value", (key: string) => plantForeignValue(key)],
  ])("%s under a key is loaded over, counted, and stored well again", async (_, plant) => {
    const { prefix, other, oneText, otherText } = await openTwo();
    await oneText.get("key", counting("before"));
    await plant(`${prefix}:text:1:key`);
    expect(await otherText.get("key", counting("value"))).toEqual({ text: "value" });
    expect(other.counters()).toMatchObject({ corruptedValues: 1, misses: 1 });
    const third = textRegion(await open({ redisUrl: inject("redisUrl"), prefix }));
    expect(await third.get("key", () => expect.fail("loaded again"))).toEqual({ text: "value" });
  });

  test.each(["", "no separator", "\n", "\nkey", "somebody\n", "somebody\nno such key"])(
    "the message %j on the channel harms nothing",
    async (message) => {
      const { prefix, oneText, otherText } = await openTwo({ limits: { localTtlSeconds: 60 } });
      await oneText.get("key", counting("old"));
      await otherText.get("key", counting("old"));
      await client.publish(`${prefix}:deleted`, message);
      await oneText.delete("key");
      await expect.poll(async () => (await otherText.get("key", counting("new")))?.text, { interval: 5 }).toBe("new");
    },
  );

  test("random gets, deletes and changes never show a value from before the last delete that was awaited", async () => {
    const { oneText, otherText } = await openTwo({ limits: { localTtlSeconds: 0.001 } });
    let truth = 0;
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % below;
    };
    const slowLoad = async () => {
      const seen = truth;
      await new Promise((resolve) => setTimeout(resolve, random(4)));
      return { text: String(seen) };
    };
    const background: Promise<unknown>[] = [];
    for (let round = 0; round < 300; round++) {
      for (let reader = 0; reader < 3; reader++)
        background.push((random(2) === 0 ? oneText : otherText).get("key", slowLoad));
      truth++;
      await (random(2) === 0 ? oneText : otherText).delete("key");
      const floor = truth;
      const third = Number((await oneText.get("key", slowLoad))?.text);
      expect(third).toBeGreaterThanOrEqual(floor - 1); // The other's local copy may live one message longer.
    }
    await Promise.all(background);
    await expect.poll(async () => Number((await oneText.get("key", slowLoad))?.text), { interval: 5 }).toBe(truth);
    await expect.poll(async () => Number((await otherText.get("key", slowLoad))?.text), { interval: 5 }).toBe(truth);
  });

  async function damage(key: string, change: (raw: Buffer) => Buffer | number): Promise<void> {
    const raw = await client.getBuffer(key);
    if (raw === null) return expect.fail("nothing to damage");
    const changed = change(raw);
    await client.set(key, Buffer.isBuffer(changed) ? changed : raw);
  }

  /** What another version of the program might have stored under the same name: whole, but of another shape. */
  async function plantForeignValue(key: string): Promise<void> {
    const prefix = freshPrefix();
    const cache = await open({ redisUrl: inject("redisUrl"), prefix });
    const region = cache.region<number>({
      ...{ name: "text", version: 1, ttlSeconds: 60, negativeTtlSeconds: 0 },
      codec: { encode: () => Buffer.from("[1,2]"), decode: () => 0 },
    });
    await region.get("key", async () => 0);
    await client.copy(`${prefix}:text:1:key`, key, "REPLACE");
  }
});

describe("a redis that goes away", () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  afterEach(() => redis.restart());

  const openWarned = async (config: CacheConfig = {}) => {
    const warnings: string[] = [];
    const prefix = freshPrefix();
    const cache = await open({
      redisUrl: redis.url,
      prefix,
      onWarning: (message) => void warnings.push(message),
      ...config,
    });
    return { cache, prefix, warnings, text: textRegion(cache) };
  };

  test("down at the start: the cache opens soon, serves from the source and the process, and uses redis when it comes", async () => {
    await redis.kill();
    const beganMs = performance.now();
    const { cache, prefix, text, warnings } = await openWarned();
    expect(performance.now() - beganMs).toBeLessThan(2_000);
    expect(cache.redisUp()).toBe(false);
    const load = counting("value");
    await text.get("key", load);
    expect(await text.get("key", load)).toEqual({ text: "value" });
    expect(load.count).toBe(1);
    await redis.restart();
    await expect.poll(() => cache.redisUp()).toBe(true);
    await text.get("later", counting("stored"));
    expect(await (await openWarned({ prefix })).text.get("later", () => expect.fail("loaded again"))).toEqual({
      text: "stored",
    });
    expect(warnings).toEqual(["Redis is away", "Redis is back"]);
  });

  test("killed in mid-run and back: no get fails, and both levels work again by themselves", async () => {
    const { cache, prefix, text, warnings } = await openWarned();
    await text.get("before", counting("value"));
    const running = Promise.all(Array.from({ length: 500 }, (_, index) => text.get(`key ${index}`, counting("value"))));
    await redis.kill();
    expect((await running).every((value) => value?.text === "value")).toBe(true);
    expect(await text.get("while away", counting("value"))).toEqual({ text: "value" });
    await redis.restart();
    await expect.poll(() => cache.redisUp()).toBe(true);
    await text.get("after", counting("stored"));
    const { text: otherText } = await openWarned({ prefix });
    expect(await otherText.get("after", () => expect.fail("loaded again"))).toEqual({ text: "stored" });
    await text.delete("after");
    await expect.poll(async () => (await otherText.get("after", counting("new")))?.text, { interval: 5 }).toBe("new");
    expect(warnings).toEqual(["Redis is away", "Redis is back"]);
  });

  test("hanging: a few gets wait for the time-out and the rest do not; when it goes on it is used again", async () => {
    const { cache, prefix, text } = await openWarned({ limits: { commandTimeoutMs: 100 } });
    await redis.pause();
    for (let index = 0; index < 100; index++)
      expect(await text.get(`key ${index}`, counting("value"))).toEqual({ text: "value" });
    expect(cache.redisUp()).toBe(false);
    // Who had an error waited for it, and who skipped it did not.
    const { redisErrors, redisSkips } = cache.counters();
    expect(redisErrors).toBeLessThan(10);
    expect(redisSkips).toBeGreaterThan(90);
    redis.resume();
    const { text: otherText } = await openWarned({ prefix });
    let keys = 0;
    const seenByOther = async () => {
      const key = `after ${++keys}`; // Another each time: on a busy machine Redis may miss a time-out of 100 ms once more.
      await text.get(key, counting("stored"));
      return (await otherText.get(key, counting("loaded again")))?.text;
    };
    await expect.poll(seenByOther).toBe("stored");
  });

  test("hanging at the start: the cache opens in bounded time", async () => {
    await redis.pause();
    const beganMs = performance.now();
    const { text } = await openWarned({ limits: { commandTimeoutMs: 100, connectTimeoutMs: 500 } });
    expect(performance.now() - beganMs).toBeLessThan(2_000);
    expect(await text.get("key", counting("value"))).toEqual({ text: "value" });
  });

  test("a delete while it hangs is done when it goes on, and until then the old value is not read from it", async () => {
    const { cache, prefix, text } = await openWarned({ limits: { commandTimeoutMs: 100 } });
    await text.get("key", counting("old"));
    await redis.pause();
    await text.delete("key");
    expect(cache.counters().pendingDeletes).toBe(1);
    expect((await text.get("key", counting("new")))?.text).toBe("new");
    await text.delete("key");
    redis.resume();
    await expect.poll(() => cache.counters().pendingDeletes).toBe(0);
    const { text: otherText } = await openWarned({ prefix });
    expect((await otherText.get("key", counting("newest")))?.text).toBe("newest");
  });

  test("a delete that redis refuses is repeated until it does not, and until then the old value is not read from it", async () => {
    const client = new Client(redis.url);
    const { cache, prefix, text } = await openWarned();
    await text.get("key", counting("old"));
    await client.config("SET", "min-replicas-to-write", "1"); // Reads are answered, writes are not.
    await text.delete("key");
    expect(cache.counters().pendingDeletes).toBe(1);
    expect((await text.get("key", counting("new")))?.text).toBe("new");
    expect((await client.getBuffer(`${prefix}:text:1:key`))?.includes("old")).toBe(true);
    const { redisErrors } = cache.counters();
    await expect.poll(() => cache.counters().redisErrors).toBeGreaterThan(redisErrors); // It was repeated, and refused again.
    await client.config("SET", "min-replicas-to-write", "0");
    await expect.poll(() => cache.counters().pendingDeletes).toBe(0);
    expect((await client.getBuffer(`${prefix}:text:1:key`))?.includes("old")).toBe(false);
    client.disconnect();
  });

  test("deletes beyond what can be kept are counted as lost", async () => {
    const { cache, text } = await openWarned({ limits: { pendingDeletesMax: 2 } });
    await redis.kill();
    for (const key of ["a", "b", "c", "a"]) await text.delete(key);
    expect(cache.counters()).toMatchObject({ pendingDeletes: 2, deletesLost: 1, deletes: 4 });
  });

  test("out of memory: reads, loads and deletes go on", async () => {
    const client = new Client(redis.url);
    const { cache, prefix, text, warnings } = await openWarned();
    await text.get("key", counting("old"));
    await client.config("SET", "maxmemory", "1");
    await text.get("other", counting("value"));
    expect(cache.counters().redisErrors).toBeGreaterThan(0);
    await text.delete("key");
    expect(await client.exists(`${prefix}:text:1:key`)).toBe(0);
    expect(cache.counters().pendingDeletes).toBe(0);
    expect(warnings).toEqual(["Redis refused a command"]);
    client.disconnect();
  });

  test("a wrong password is a redis that is away, and does not show in the warning", async () => {
    const causes: unknown[] = [];
    const cache = await open({
      redisUrl: redis.url.replace("redis://", "redis://user:secret@"),
      prefix: freshPrefix(),
      onWarning: (message, cause) => void causes.push(message, cause),
    });
    expect(cache.redisUp()).toBe(false);
    expect(await textRegion(cache).get("key", counting("value"))).toEqual({ text: "value" });
    expect(causes[0]).toBe("Redis is away");
    expect(String(causes[1])).toContain("WRONGPASS");
    expect(JSON.stringify(causes)).not.toContain("secret");
  });

  test("closing while it is away takes no longer than a command", async () => {
    const cache = await openCache({ redisUrl: redis.url, prefix: freshPrefix() });
    await redis.pause();
    await textRegion(cache).delete("key");
    const beganMs = performance.now();
    await cache.close();
    expect(performance.now() - beganMs).toBeLessThan(1_000);
  });
});

describe("a redis behind sentinels", () => {
  test("is found by name, and after a failover its successor is", async () => {
    const master = await startRedis();
    const replica = await startRedis({ replicaOf: master.port });
    const sentinel = await startSentinel(master.port);
    const observer = new Client(replica.url);
    try {
      const sentinelClient = new Client(sentinel.port, "127.0.0.1");
      const knows = async () => ((await sentinelClient.call("SENTINEL", "REPLICAS", "mymaster")) as unknown[]).length;
      await expect.poll(knows).toBe(1);
      await expect.poll(() => observer.info("replication")).toContain("master_link_status:up");
      sentinelClient.disconnect();

      const prefix = freshPrefix();
      const cache = await open({ redisSentinels: `127.0.0.1:1,127.0.0.1:${sentinel.port}#mymaster`, prefix });
      await expect.poll(() => cache.redisUp()).toBe(true);
      const text = textRegion(cache);
      await text.get("key", counting("value"));
      await expect.poll(() => observer.exists(`${prefix}:text:1:key`)).toBe(1);

      await master.kill();
      await expect.poll(() => cache.redisUp()).toBe(false);
      expect(await text.get("meanwhile", counting("value"))).toEqual({ text: "value" });
      await expect.poll(() => cache.redisUp(), { timeout: 25_000 }).toBe(true);
      await text.get("after", counting("value"));
      expect(await observer.exists(`${prefix}:text:1:after`)).toBe(1);
    } finally {
      observer.disconnect();
      await Promise.all([master.stop(), replica.stop(), sentinel.stop()]);
    }
  }, 60_000);

  test("of which none answers is a redis that is away", async () => {
    const beganMs = performance.now();
    const cache = await open({ redisSentinels: "127.0.0.1:1,127.0.0.1:2", limits: { connectTimeoutMs: 300 } });
    expect(performance.now() - beganMs).toBeLessThan(2_000);
    expect(cache.redisUp()).toBe(false);
    expect(await textRegion(cache).get("key", counting("value"))).toEqual({ text: "value" });
  });
});
