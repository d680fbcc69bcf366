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
