/**
 * What a store of the edge's cache must do, whatever it keeps responses in. The tests run where the store runs, on Node or in workerd.
 * @module
 */
import { describe, expect, test } from "vitest";
import { parseDirectives, requestDirectives } from "../../edge/cache/policy/directives.ts";
import type { StoredHead } from "../../edge/cache/policy/head.ts";
import { storability } from "../../edge/cache/policy/storable.ts";
import type { Bytes, CacheStore, PurgeTarget, StoredEntry } from "../../edge/cache/store.ts";

const NOW_MS = Date.UTC(2026, 10, 22);
const text = new TextEncoder();

interface Response {
  readonly url: string;
  readonly vary?: string;
  readonly asked?: Record<string, string>;
  readonly tags?: string;
  readonly etag?: string;
  readonly respondedAtMs?: number;
}

function headOf({ url, vary, asked = {}, tags, etag = '"v1"', respondedAtMs = NOW_MS }: Response): StoredHead {
  const headers = new Headers({ "cache-control": "max-age=60", etag, "x-name": url });
  if (vary !== undefined) headers.set("vary", vary);
  if (tags !== undefined) headers.set("x-tags", tags);
  const verdict = storability(
    { headers: new Headers(asked), directives: requestDirectives(parseDirectives(null)), authorized: false, url },
    { status: 200, statusText: "OK", headers },
    { tagsHeader: "x-tags" },
    { requestedAtMs: respondedAtMs, respondedAtMs },
  );
  if (verdict.kind !== "store") throw new Error(verdict.reason);
  return verdict.head;
}

const bytes = (...parts: string[]) => parts.map((part) => text.encode(part) as Bytes);

/**
 * @param open a store that is empty, and of this test alone
 * @param countsPurges whether it can tell how much a purge took out
 */
export function cacheStoreContract(
  name: string,
  open: () => CacheStore | Promise<CacheStore>,
  { countsPurges } = { countsPurges: true },
): void {
  describe(name, () => {
    const find = async (store: CacheStore, url: string, asked: Record<string, string> = {}, parts = "") =>
      await store.find({ url, parts }, new Headers(asked));
    const bodyOf = async (entry: StoredEntry | undefined, ...range: [number, number] | []) =>
      entry === undefined ? undefined : await new Response(entry.read(...range)).text();
    const put = async (store: CacheStore, response: Response, ...parts: string[]) => {
      const head = headOf(response);
      await store.put({ url: response.url, parts: "" }, head, bytes(...parts));
      return head;
    };

    test("gives back what was put, byte for byte, and any part of it", async () => {
      const store = await open();
      const head = await put(store, { url: "http://a.test/x" }, "hello ", "", "world");
      const entry = await find(store, "http://a.test/x");
      expect(entry?.head).toEqual(head);
      expect(entry?.bodyBytes).toBe(11);
      expect(await bodyOf(entry)).toBe("hello world");
      expect(await bodyOf(entry, 6, 9)).toBe("wor");
      expect(await find(store, "http://a.test/y")).toBeUndefined();
    });

    test("keeps bodies of nothing, and of megabytes", async () => {
      const store = await open();
      await put(store, { url: "http://a.test/empty" });
      expect((await find(store, "http://a.test/empty"))?.bodyBytes).toBe(0);
      const big = new Uint8Array(3_000_001).map((_, index) => (index * 7) & 255);
      await store.put({ url: "http://a.test/big", parts: "" }, headOf({ url: "http://a.test/big" }), [big]);
      const entry = await find(store, "http://a.test/big");
      const read = new Uint8Array(await new Response(entry?.read()).arrayBuffer());
      expect(read.length).toBe(big.length);
      expect(read.every((byte, index) => byte === big[index])).toBe(true);
    });

    test("replaces a response by a newer one of the same variant", async () => {
      const store = await open();
      await put(store, { url: "http://a.test/x" }, "old");
      await put(store, { url: "http://a.test/x", etag: '"v2"' }, "new");
      expect(await bodyOf(await find(store, "http://a.test/x"))).toBe("new");
    });

    test("keeps variants apart by what they vary by", async () => {
      const store = await open();
      const url = "http://a.test/x";
      await put(store, { url, vary: "x-tier", asked: { "x-tier": "gold" } }, "gold");
      await put(store, { url, vary: "x-tier", asked: { "x-tier": "tin" } }, "tin");
      await put(store, { url, vary: "x-tier" }, "none");
      expect(await bodyOf(await find(store, url, { "x-tier": "gold" }))).toBe("gold");
      expect(await bodyOf(await find(store, url, { "x-tier": "tin" }))).toBe("tin");
      expect(await bodyOf(await find(store, url))).toBe("none");
      expect(await find(store, url, { "x-tier": "iron" })).toBeUndefined();
    });

    test("gives the newest of those that match", async () => {
      const store = await open();
      const url = "http://a.test/x";
      await put(store, { url }, "of no header");
      await put(store, { url, vary: "x-tier", asked: { "x-tier": "gold" } }, "of gold");
      expect(await bodyOf(await find(store, url, { "x-tier": "gold" }))).toBe("of gold");
      expect(await bodyOf(await find(store, url))).toBe("of no header");
    });

    test("keeps apart what the route's own parts of the key keep apart", async () => {
      const store = await open();
      const url = "http://a.test/x";
      for (const parts of ["a", "b"]) await store.put({ url, parts }, headOf({ url }), bytes(parts));
      expect(await bodyOf(await find(store, url, {}, "a"))).toBe("a");
      expect(await bodyOf(await find(store, url, {}, "b"))).toBe("b");
      expect(await find(store, url)).toBeUndefined();
    });

    test("freshens a head and leaves the body", async () => {
      const store = await open();
      const url = "http://a.test/x";
      const before = await put(store, { url }, "body");
      const after = headOf({ url, respondedAtMs: NOW_MS + 1_000 });
      await store.freshen({ url, parts: "" }, before, after);
      const entry = await find(store, url);
      expect(entry?.head).toEqual(after);
      expect(await bodyOf(entry)).toBe("body");
    });

    test("does not bring back by freshening what is gone", async () => {
      const store = await open();
      const url = "http://a.test/x";
      const before = await put(store, { url }, "body");
      await store.delete(url);
      await store.freshen({ url, parts: "" }, before, before);
      expect(await find(store, url)).toBeUndefined();
    });

    test("forgets a URL with all its variants, and nothing else", async () => {
      const store = await open();
      const url = "http://a.test/x";
      await put(store, { url, vary: "x-tier", asked: { "x-tier": "gold" } }, "gold");
      await store.put({ url, parts: "part" }, headOf({ url }), bytes("part"));
      await put(store, { url: `${url}y` }, "other");
      await store.delete(url);
      expect(await find(store, url, { "x-tier": "gold" })).toBeUndefined();
      expect(await find(store, url, {}, "part")).toBeUndefined();
      expect(await bodyOf(await find(store, `${url}y`))).toBe("other");
    });

    const URLS = ["http://a.test/x", "http://a.test/x/1", "http://b.test/x", "http://a.test/x%25", "http://a.test/xy"];

    test.each<[string, PurgeTarget, string[]]>([
      ["a whole URL", { kind: "url", url: "http://a.test/x" }, ["http://a.test/x"]],
      ["a URL of any host", { kind: "url", url: "/x" }, ["http://a.test/x", "http://b.test/x"]],
      ["a prefix", { kind: "prefix", prefix: "http://a.test/x/" }, ["http://a.test/x/1"]],
      ["a prefix of any host", { kind: "prefix", prefix: "/x" }, URLS],
      ["a prefix with a wildcard's sign", { kind: "prefix", prefix: "/x%" }, ["http://a.test/x%25"]],
      ["a tag", { kind: "tag", tag: "b.test" }, ["http://b.test/x"]],
      ["a part of a tag", { kind: "tag", tag: "b" }, []],
      ["everything", { kind: "all" }, URLS],
    ])("purges %s", async (_, target, gone) => {
      const store = await open();
      for (const url of URLS) await put(store, { url, tags: `${new URL(url).host} every` }, url);
      expect(await store.purge({ target, soft: false }, NOW_MS)).toBe(countsPurges ? gone.length : 0);
      for (const url of URLS) {
        expect(await bodyOf(await find(store, url)), url).toBe(gone.includes(url) ? undefined : url);
      }
    });

    test("purges softly: what matches stays, and is stale from then on", async () => {
      const store = await open();
      const url = "http://a.test/x";
      const before = await put(store, { url, tags: "t" }, "body");
      expect(await store.purge({ target: { kind: "tag", tag: "t" }, soft: true }, NOW_MS)).toBe(countsPurges ? 1 : 0);
      const entry = await find(store, url);
      expect(entry?.head.staleFromMs).toEqual(expect.any(Number));
      expect(await bodyOf(entry)).toBe("body");
      const after = headOf({ url, respondedAtMs: NOW_MS + 1_000 });
      await store.freshen({ url, parts: "" }, before, after);
      expect((await find(store, url))?.head.staleFromMs).toBeUndefined();
    });
  });
}
