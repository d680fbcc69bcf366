/** Two isolates of one location, with nothing in common but the platform's Cache API. */
import { expect, test } from "vitest";
import { app } from "../../../../edge/app.ts";
import { parseSettings } from "../../../../edge/settings.ts";
import { pooledHex } from "../../../../proto/trace.ts";
import { COMPRESSOR } from "../codec/fixture.ts";

async function isolates(name: string, cache: Record<string, unknown>) {
  const platformCache = await caches.open(name);
  const fetched: string[] = [];
  const routes = JSON.stringify({
    upstreams: { main: { urls: ["http://upstream.test"] } },
    routes: [{ name: "all", match: { path: "/{rest...}" }, upstream: "main", cache }],
  });
  const isolate = () => {
    const edge = app(parseSettings({}, routes), {
      async fetch(url) {
        fetched.push(url);
        return new Response(`reply ${fetched.length}`, { headers: { "cache-control": "max-age=60" } });
      },
      now: () => Date.now(),
      random: () => 0.5,
      randomHex: pooledHex(),
      sleep: async () => undefined,
      compressor: COMPRESSOR,
      dictionaries: [],
      platformCache,
      write: () => undefined,
      warn: (message, cause) => expect.unreachable(`${message}: ${cause}`),
    });
    return async (path: string) => {
      const background: Promise<unknown>[] = [];
      const request = new Request(`http://edge.test${path}`);
      const reply = await edge(request, { waitUntil: (promise) => void background.push(promise) });
      const text = await reply.text();
      await Promise.all(background);
      return [text, reply.headers.get("cache-status")];
    };
  };
  return { one: isolate(), two: isolate(), fetched };
}

test("a reply of a route that is shared, stored by one, answers at the other without the upstream", async () => {
  const { one, two, fetched } = await isolates("two-shared", { shared: true });
  expect(await one("/a")).toEqual(["reply 1", expect.stringContaining("fwd=uri-miss")]);
  expect(await two("/a")).toEqual(["reply 1", expect.stringContaining("detail=shared")]);
  expect(await two("/a")).toEqual(["reply 1", expect.stringMatching(/^fairway; hit; ttl=\d+$/)]);
  expect(fetched).toHaveLength(1);
});

test("a reply of a route that is not shared stays where it is", async () => {
  const { one, two, fetched } = await isolates("two-alone", {});
  await one("/a");
  expect(await two("/a")).toEqual(["reply 2", expect.stringContaining("fwd=uri-miss")]);
  expect(fetched).toHaveLength(2);
});
