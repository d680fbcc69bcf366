import { expect, test } from "vitest";
import { memoryStore, VARIANTS_MAX } from "../../../../edge/cache/memory-store.ts";
import { parseDirectives, requestDirectives } from "../../../../edge/cache/policy/directives.ts";
import { storability } from "../../../../edge/cache/policy/storable.ts";
import type { CacheStore } from "../../../../edge/cache/store.ts";
import { cacheStoreContract } from "../../../contract/cache-store.ts";

cacheStoreContract("memory", () => memoryStore());

function fill(store: CacheStore, url: string, bytes: number, tier?: string): void {
  const request = new Headers(tier === undefined ? {} : { "x-tier": tier });
  const verdict = storability(
    { headers: request, directives: requestDirectives(parseDirectives(null)), authorized: false, url },
    { status: 200, statusText: "", headers: new Headers({ "cache-control": "max-age=60", vary: "x-tier" }) },
    {},
    { requestedAtMs: 0, respondedAtMs: 0 },
  );
  if (verdict.kind !== "store") throw new Error(verdict.reason);
  void store.put({ url, parts: "" }, verdict.head, [new Uint8Array(bytes)]);
}

const has = (store: CacheStore, url: string, headers = {}) =>
  store.find({ url, parts: "" }, new Headers(headers)) !== undefined;

test("what was used longest ago goes first when the bytes are used up", () => {
  const store = memoryStore(100_000);
  fill(store, "http://a.test/1", 30_000);
  fill(store, "http://a.test/2", 30_000);
  expect(has(store, "http://a.test/1")).toBe(true);
  fill(store, "http://a.test/3", 40_000);
  expect([1, 2, 3].map((name) => has(store, `http://a.test/${name}`))).toEqual([true, false, true]);
});

test("what is larger than half of the store pushes nothing out", () => {
  const store = memoryStore(100_000);
  fill(store, "http://a.test/1", 30_000);
  fill(store, "http://a.test/2", 60_000);
  expect([1, 2].map((name) => has(store, `http://a.test/${name}`))).toEqual([true, false]);
});

test("a client that sends ever new values gets no more than so many variants of a URL", () => {
  const store = memoryStore();
  for (let tier = 0; tier <= VARIANTS_MAX; tier++) fill(store, "http://a.test/1", 1, `${tier}`);
  expect(has(store, "http://a.test/1", { "x-tier": "0" })).toBe(false);
  expect(has(store, "http://a.test/1", { "x-tier": "1" })).toBe(true);
  expect(has(store, "http://a.test/1", { "x-tier": `${VARIANTS_MAX}` })).toBe(true);
});
