/** The shared store on Durable Objects, in workerd. */
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { CacheShard } from "../../../../durable/cache/cache.ts";
import { durableStore, type Shard } from "../../../../edge/cache/durable-store.ts";
import { cacheStoreContract } from "../../../contract/cache-store.ts";

const { CACHE } = env as { CACHE: DurableObjectNamespace<CacheShard> };
let stores = 0;

cacheStoreContract("durable objects", () => {
  const name = `store-${stores++}`;
  return durableStore((index) => CACHE.getByName(`${name}/${index}`) as unknown as Shard);
});

type Log = {
  purge: CacheShard["purge"];
  purgesSince(seq: number | undefined): Promise<ReturnType<CacheShard["purgesSince"]>>;
};
const shard = (name: string) => CACHE.getByName(name) as unknown as Log;

test("a shard tells the purges since a reader last asked, in order", async () => {
  const log = shard("log");
  const start = await log.purgesSince(undefined);
  expect(start.purges).toEqual([]);
  await log.purge({ target: { kind: "tag", value: "a" }, soft: false });
  await log.purge({ target: { kind: "all", value: "" }, soft: true });
  const next = await log.purgesSince(start.seq);
  expect(next.purges).toEqual([
    { target: { kind: "tag", value: "a" }, soft: false },
    { target: { kind: "all", value: "" }, soft: true },
  ]);
  expect((await log.purgesSince(next.seq)).purges).toEqual([]);
});

test("a reader that missed more than the shard remembers, or counts by another log, is told so", async () => {
  const log = shard("long log");
  const start = await log.purgesSince(undefined);
  for (let count = 0; count <= 1_000; count++)
    await log.purge({ target: { kind: "tag", value: `${count}` }, soft: false });
  expect((await log.purgesSince(start.seq)).purges).toBeUndefined();
  expect((await log.purgesSince(start.seq + 1)).purges).toHaveLength(1_000);
  expect((await shard("another log").purgesSince(7)).purges).toBeUndefined();
});

const entryOf = (url: string, variant = "", head = "{}") => ({ url, parts: "", variant, head, tags: [] });

test("a shard keeps so many variants of a URL and no more: the oldest go", async () => {
  const store = CACHE.getByName("variants");
  for (let variant = 0; variant < 70; variant++) {
    await store.put(entryOf("http://a.test/x", String(variant), JSON.stringify({ variant })), new Uint8Array(1));
  }
  const heads = (await store.find("http://a.test/x", "")).map(({ head }) => JSON.parse(head).variant);
  expect(heads).toEqual(Array.from({ length: 64 }, (_, index) => 69 - index));
});

test("two URLs whose hashes collide are two things all the same", async () => {
  const hash = (text: string) => {
    let value = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
    return value >>> 0;
  };
  const seen = new Map<number, string>();
  let pair: readonly [string, string] | undefined;
  for (let number = 0; pair === undefined; number++) {
    const url = `http://a.test/${number}`;
    const other = seen.get(hash(url));
    if (other !== undefined) pair = [other, url];
    seen.set(hash(url), url);
  }
  const [one, two] = pair;
  const store = durableStore((index) => CACHE.getByName(`colliding/${index}`) as unknown as Shard);
  const head = { vary: [], selecting: [], tags: [] } as unknown as Parameters<typeof store.put>[1];
  await store.put({ url: one, parts: "" }, head, [new Uint8Array([1])]);
  expect(await store.find({ url: two, parts: "" }, new Headers())).toBeUndefined();
  await store.put({ url: two, parts: "" }, head, [new Uint8Array([2])]);
  const found = await store.find({ url: one, parts: "" }, new Headers());
  expect(found?.read()).toEqual(new Uint8Array([1]));
});
