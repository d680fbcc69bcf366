/**
 * What a cache must do whatever stands behind it: the process alone, or Redis too.
 * @module
 */
import { afterEach, describe, expect, test } from "vitest";
import {
  bytesCodec,
  type Cache,
  type CacheConfig,
  jsonCodec,
  openCache,
  type Region,
  type RegionOptions,
} from "../../origin/cache/cache.ts";

/** @param config for a cache that shares nothing with any other */
export function cacheContract(name: string, config: () => CacheConfig): void {
  describe(name, () => {
    const opened: Cache[] = [];
    const open = async (further: CacheConfig = {}) => {
      const base = config();
      const cache = await openCache({ ...base, ...further, limits: { ...base.limits, ...further.limits } });
      opened.push(cache);
      return cache;
    };
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((cache) => cache.close()));
    });

    test("a value is loaded once, then comes from the cache, for each caller a value of its own", async () => {
      const region = textRegion(await open());
      const load = counting("value");
      const first = await region.get("key", load);
      expect(first).toEqual({ text: "value" });
      (first as { text: string }).text = "changed by a caller";
      expect(await region.get("key", load)).toEqual({ text: "value" });
      expect(load.count).toBe(1);
    });

    test("that there is none is remembered too, and a region may decline to", async () => {
      const cache = await open();
      const remembering = textRegion(cache);
      const forgetful = textRegion(cache, { name: "forgetful", negativeTtlSeconds: 0 });
      const load = counting(undefined);
      expect([await remembering.get("key", load), await remembering.get("key", load)]).toEqual([undefined, undefined]);
      expect(load.count).toBe(1);
      expect(cache.counters()).toMatchObject({ negativeHits: 1, misses: 1 });
      await forgetful.get("key", load);
      await forgetful.get("key", load);
      expect(load.count).toBe(3);
    });

    test("null, empty values and zero are values", async () => {
      const region = (await open()).region({ ...policy, name: "any", codec: jsonCodec((value) => value) });
      for (const [index, value] of [null, "", 0, false, [], {}, 0n].entries()) {
        await region.get(`${index}`, async () => value);
        expect(await region.get(`${index}`, () => expect.fail("loaded again"))).toEqual(value);
      }
    });

    test("a thousand that ask at once share one load", async () => {
      const cache = await open();
      const region = textRegion(cache);
      const gate = Promise.withResolvers<void>();
      const load = counting("value", gate.promise);
      const all = Promise.all(Array.from({ length: 1_000 }, () => region.get("key", load)));
      gate.resolve();
      expect(new Set((await all).map((value) => value?.text))).toEqual(new Set(["value"]));
      expect(load.count).toBe(1);
      expect(cache.counters()).toMatchObject({ misses: 1, joins: 999 });
    });

    test("a load that fails fails all that wait for it with its own error, once, and is not remembered", async () => {
      const cache = await open();
      const region = textRegion(cache);
      const reason = new Error("the source is away");
      let loads = 0;
      const failing = async () => {
        loads++;
        throw reason;
      };
      const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => region.get("key", failing)));
      expect(outcomes).toEqual(Array.from({ length: 20 }, () => ({ status: "rejected", reason })));
      expect(loads).toBe(1);
      expect(cache.counters().loadErrors).toBe(1);
      expect(await region.get("key", counting("value"))).toEqual({ text: "value" });
    });

    test("a load that does not end is given up, its signal aborts, and the next one is tried", async () => {
      const region = textRegion(await open({ limits: { loadTimeoutMs: 50 } }));
      let aborted: AbortSignal | undefined;
      const hanging = region.get("key", (signal) => {
        aborted = signal;
        return new Promise(() => undefined);
      });
      await expect(hanging).rejects.toMatchObject({ code: "deadline_exceeded" });
      expect(aborted?.aborted).toBe(true);
      expect(await region.get("key", counting("value"))).toEqual({ text: "value" });
    });

    test("one caller may leave, and the others still get the value", async () => {
      const region = textRegion(await open());
      const gate = Promise.withResolvers<void>();
      const load = counting("value", gate.promise);
      const leaving = new AbortController();
      const [left, stayed] = [region.get("key", load, leaving.signal), region.get("key", load)];
      leaving.abort(new Error("no longer wanted"));
      await expect(left).rejects.toThrow("no longer wanted");
      gate.resolve();
      expect(await stayed).toEqual({ text: "value" });
      await expect(region.get("key", load, leaving.signal)).rejects.toThrow("no longer wanted");
    });

    test("a deleted value is loaded again", async () => {
      const region = textRegion(await open());
      await region.get("key", counting("old"));
      await region.delete("key");
      expect(await region.get("key", counting("new"))).toEqual({ text: "new" });
      expect(await region.get("key", () => expect.fail("loaded again"))).toEqual({ text: "new" });
    });

    test("a load begun before a delete serves who asked before, and never who asks after it", async () => {
      const cache = await open();
      const region = textRegion(cache);
      const gate = Promise.withResolvers<void>();
      const old = counting("old", gate.promise);
      const before = region.get("key", old);
      await expect.poll(() => old.count).toBe(1);
      const deleted = region.delete("key");
      const after = region.get("key", counting("new"));
      await deleted;
      gate.resolve();
      expect(await before).toEqual({ text: "old" });
      expect(await after).toEqual({ text: "new" });
      await expect.poll(() => cache.counters().staleLoads).toBe(1);
      expect((await region.get("key", counting("newest")))?.text).not.toBe("old");
    });

    test("a value too large is returned each time and kept nowhere", async () => {
      const cache = await open({ limits: { valueBytesMax: 100 } });
      const region = cache.region({ ...policy, name: "large", codec: bytesCodec });
      const large = new Uint8Array(101).fill(7);
      let loads = 0;
      const load = async () => {
        loads++;
        return large;
      };
      expect(await region.get("key", load)).toEqual(large);
      expect(await region.get("key", load)).toEqual(large);
      expect(loads).toBe(2);
      expect(cache.counters()).toMatchObject({ oversizedValues: 2, localEntries: 0 });
    });

    test("a value that its codec cannot write is an error of the caller's, and harms no other key", async () => {
      const region = (await open()).region({ ...policy, name: "any", codec: jsonCodec((value) => value) });
      await expect(region.get("key", async () => new Date())).rejects.toThrow(TypeError);
      expect(await region.get("other", async () => 1)).toBe(1);
    });

    test("regions and versions do not see each other's keys, however these are written", async () => {
      const cache = await open();
      const regions = [
        textRegion(cache, { name: "a" }),
        textRegion(cache, { name: "a", version: 2 }),
        textRegion(cache, { name: "b" }),
      ];
      const keys = [
        "",
        "k",
        ":k",
        "a:1:k",
        "#k",
        `#${"k".repeat(300)}`,
        "k".repeat(300),
        "k".repeat(301),
        "\0\n",
        "ключ",
      ];
      const expected: string[] = [];
      for (const [index, region] of regions.entries()) {
        for (const key of keys) {
          expected.push(`${index} ${key}`);
          await region.get(key, counting(`${index} ${key}`));
        }
      }
      const found = await Promise.all(
        regions.flatMap((region) => keys.map((key) => region.get(key, () => expect.fail(`lost ${key}`)))),
      );
      expect(found.map((value) => value?.text)).toEqual(expected);
    });

    test("a value expires", async () => {
      const region = textRegion(await open(), { ttlSeconds: 0.1, negativeTtlSeconds: 0.1 });
      await region.get("key", counting("old"));
      await region.get("absent", counting(undefined));
      await expect.poll(async () => (await region.get("key", counting("new")))?.text, { interval: 20 }).toBe("new");
      await expect
        .poll(async () => (await region.get("absent", counting("there")))?.text, { interval: 20 })
        .toBe("there");
    });

    test("what cannot be a region is refused", async () => {
      const cache = await open();
      textRegion(cache);
      expect(() => textRegion(cache)).toThrow("two cache regions");
      expect(() => textRegion(cache, { name: "a:b" })).toThrow("no name");
      expect(() => textRegion(cache, { version: 1.5 })).toThrow("version");
      expect(() => textRegion(cache, { version: 3, ttlSeconds: 0 })).toThrow("lifetimes");
    });
  });
}

/** For whatever is not about Redis being slow: a machine busy with other tests must not look like a Redis that hangs. */
export const PATIENT = { commandTimeoutMs: 10_000 };

export interface Text {
  readonly text: string;
}

const policy = { version: 1, ttlSeconds: 60, negativeTtlSeconds: 60 };

/** A region of small objects. */
export function textRegion(cache: Cache, options: Partial<RegionOptions<Text>> = {}): Region<Text> {
  return cache.region<Text>({ ...policy, name: "text", codec: jsonCodec(parseText), ...options });
}

/** A load that counts how often it runs. */
export function counting<T>(value: T, gate: Promise<void> = Promise.resolve()) {
  const load = async (): Promise<(T extends undefined ? undefined : Text) | undefined> => {
    load.count++;
    await gate;
    return (value === undefined ? undefined : { text: String(value) }) as
      | (T extends undefined ? undefined : Text)
      | undefined;
  };
  load.count = 0;
  return load;
}

function parseText(value: unknown): Text {
  if (typeof value === "object" && value !== null && "text" in value && typeof value.text === "string")
    return { text: value.text };
  throw new TypeError("no text");
}
