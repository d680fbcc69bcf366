/** The shared store on the platform's Cache API, in workerd, on miniflare's Cache API. */
import { expect, test } from "vitest";
import { cacheApiStore, type PlatformCache } from "../../../../edge/cache/cache-api-store.ts";
import { parseDirectives, requestDirectives } from "../../../../edge/cache/policy/directives.ts";
import type { StoredHead } from "../../../../edge/cache/policy/head.ts";
import { storability } from "../../../../edge/cache/policy/storable.ts";
import type { Bytes, CacheStore } from "../../../../edge/cache/store.ts";
import { cacheStoreContract } from "../../../contract/cache-store.ts";

let versions = 0;

async function open(cache?: PlatformCache, now = () => Date.now()): Promise<CacheStore> {
  const platform = cache ?? (await caches.open(`store-${versions++}`));
  return cacheApiStore({ cache: platform, now, version: () => `version-${versions++}` });
}

cacheStoreContract("the platform's cache", () => open(), { countsPurges: false });

const KEY = { url: "http://a.test/x", parts: "" };

function headOf(url: string, tags = ""): StoredHead {
  const verdict = storability(
    { headers: new Headers(), directives: requestDirectives(parseDirectives(null)), authorized: false, url },
    { status: 200, statusText: "OK", headers: new Headers({ "cache-control": "max-age=60", "x-tags": tags }) },
    { tagsHeader: "x-tags" },
    { requestedAtMs: 0, respondedAtMs: 0 },
  );
  if (verdict.kind !== "store") throw new Error(verdict.reason);
  return verdict.head;
}

const put = (store: CacheStore, text: string, tags = "") =>
  store.put(KEY, headOf(KEY.url, tags), [new TextEncoder().encode(text) as Bytes]);
const textOf = async (store: CacheStore) => {
  const entry = await store.find(KEY, new Headers());
  return entry === undefined ? undefined : await new Response(entry.read()).text();
};

test("isolates of one location share what is stored, and each other's purges", async () => {
  const platform = await caches.open("shared");
  let nowMs = 1_000;
  const [one, two] = [await open(platform, () => nowMs), await open(platform, () => nowMs)];
  await put(one, "first", "t");
  expect(await textOf(two)).toBe("first");
  nowMs += 1;
  await two.purge({ target: { kind: "tag", tag: "t" }, soft: false }, nowMs);
  expect(await textOf(one)).toBeUndefined();
  nowMs += 1;
  await put(two, "second", "t");
  expect(await textOf(one)).toBe("second");
});

test("what the platform still has is not used once it has lost the purges", async () => {
  const platform = await caches.open("forgetful");
  const store = await open(platform);
  await put(store, "body");
  await platform.delete("https://cache.fairway.invalid/purges");
  expect(await textOf(store)).toBeUndefined();
  await put(store, "again");
  expect(await textOf(store)).toBe("again");
});

test("a head without its body is nothing", async () => {
  const platform = await caches.open("torn");
  const bodies: string[] = [];
  const watched: PlatformCache = {
    match: (url) => platform.match(url),
    delete: (url) => platform.delete(url),
    async put(url, response) {
      if (url.includes("/body/")) bodies.push(url);
      await platform.put(url, response);
    },
  };
  const store = await open(watched);
  await put(store, "body");
  expect(bodies).toHaveLength(1);
  await platform.delete(bodies[0] ?? "");
  expect(await textOf(store)).toBeUndefined();
});

test("more purges than are written down one by one purge more, never less", async () => {
  let nowMs = 1_000;
  const store = await open(undefined, () => nowMs);
  await put(store, "old", "wanted");
  for (let count = 0; count < 300; count++) {
    nowMs += 1;
    await store.purge({ target: { kind: "tag", tag: count === 0 ? "wanted" : `other-${count}` }, soft: false }, nowMs);
  }
  expect(await textOf(store)).toBeUndefined();
  nowMs += 1;
  await put(store, "new", "wanted");
  expect(await textOf(store)).toBe("new");
});
