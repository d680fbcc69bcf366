import { randomUUID } from "node:crypto";
import { describe, expect, inject, test } from "vitest";
import { bytesCodec, openCache } from "../../../../origin/cache/cache.ts";
import { cacheContract, counting, PATIENT, textRegion } from "../../../contract/cache.ts";

cacheContract("cache in the process", () => ({}));
cacheContract("cache with redis", () => ({ redisUrl: inject("redisUrl"), prefix: freshPrefix(), limits: PATIENT }));

function freshPrefix(): string {
  return `t${randomUUID()}`;
}

describe("the level in the process", () => {
  const wholeLife = { random: () => 0 };

  test("keeps a value for its lifetime to the millisecond, and not a moment longer", async () => {
    let nowMs = 1_000;
    const region = textRegion(await openCache({ ...wholeLife, monotonicNow: () => nowMs }), { ttlSeconds: 10 });
    await region.get("key", counting("old"));
    nowMs += 9_999;
    expect((await region.get("key", counting("new")))?.text).toBe("old");
    nowMs += 1;
    expect((await region.get("key", counting("new")))?.text).toBe("new");
  });

  test("shortens lifetimes by a random part of at most a tenth", async () => {
    let nowMs = 0;
    const expiries: number[] = [];
    for (const random of [0, 0.5, 0.999]) {
      const region = textRegion(await openCache({ monotonicNow: () => nowMs, random: () => random }), {
        ttlSeconds: 100,
      });
      nowMs = 0;
      await region.get("key", counting("old"));
      while ((await region.get("key", counting("new")))?.text === "old") nowMs += 100;
      expiries.push(nowMs);
    }
    expect(expiries).toEqual([100_000, 95_000, 90_100]);
  });

  test("makes room by letting go of what was used longest ago", async () => {
    const cache = await openCache({ limits: { localEntriesMax: 3 } });
    const region = textRegion(cache);
    for (const key of ["a", "b", "c"]) await region.get(key, counting(key));
    await region.get("a", () => expect.fail("lost too early"));
    await region.get("d", counting("d"));
    expect(cache.counters().localEntries).toBe(3);
    await region.get("a", () => expect.fail("lost though just used"));
    const again = counting("b");
    await region.get("b", again);
    expect(again.count).toBe(1);
  });

  test("stays within its bytes, keys and bookkeeping counted", async () => {
    const localBytesMax = 1_000_000;
    const cache = await openCache({ limits: { localBytesMax } });
    const region = cache.region({
      name: "bytes",
      version: 1,
      codec: bytesCodec,
      ttlSeconds: 60,
      negativeTtlSeconds: 60,
    });
    for (let index = 0; index < 3_000; index++) await region.get(`key ${index}`, async () => new Uint8Array(1_000));
    for (let index = 0; index < 10_000; index++) await region.get(`absent ${index}`, async () => undefined);
    const { localBytes, localEntries } = cache.counters();
    expect(localBytes).toBeLessThanOrEqual(localBytesMax);
    expect(localBytes).toBeGreaterThan(localBytesMax * 0.9);
    expect(localEntries).toBeLessThan(localBytesMax / 400);
  });

  test("counts every get exactly once", async () => {
    const cache = await openCache({});
    const region = textRegion(cache);
    await Promise.all([
      region.get("a", counting("a")),
      region.get("a", counting("a")),
      region.get("b", counting(undefined)),
    ]);
    await region.get("a", counting("a"));
    await region.get("b", counting("b"));
    await region.delete("a");
    const { localHits, redisHits, joins, misses, negativeHits, deletes } = cache.counters();
    expect({ localHits, redisHits, joins, misses, negativeHits, deletes }).toEqual({
      localHits: 2,
      redisHits: 0,
      joins: 1,
      misses: 2,
      negativeHits: 1,
      deletes: 1,
    });
  });

  test("a malformed configuration names its key and not the password", async () => {
    await expect(openCache({ redisUrl: "http://:secret@host" })).rejects.toThrow("REDIS_URL");
    await expect(openCache({ redisUrl: "http://:secret@host" })).rejects.not.toThrow("secret");
    await expect(openCache({ redisSentinels: "user:secret@" })).rejects.toThrow("REDIS_SENTINELS");
    await expect(openCache({ prefix: "a b" })).rejects.toThrow("prefix");
    await expect(openCache({ limits: { localEntriesMax: -1 } })).rejects.toThrow("localEntriesMax");
  });

  test("an empty address counts as none", async () => {
    expect((await openCache({ redisUrl: "", redisSentinels: "" })).redisUp()).toBeUndefined();
  });
});
