import { describe, expect, test } from "vitest";
import { createClient } from "../../../sdk/client.ts";
import { gate, scriptedEdge } from "./scripted-edge.ts";

const BASE = { baseUrl: "https://edge.test" };
const echo = (call: { url: string }) => ({ json: { url: call.url } });

async function urlsOf(calls: readonly Promise<{ json(): unknown }>[]): Promise<string[]> {
  return (await Promise.all(calls)).map((reply) => (reply.json() as { url: string }).url);
}

describe("merging", () => {
  test("calls of one tick are one request, and each gets its own reply", async () => {
    const edge = scriptedEdge(echo);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    expect(await urlsOf([client.fetch("/a"), client.fetch("/b"), client.fetch("/c")])).toEqual(["/a", "/b", "/c"]);
    expect(edge.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /$batch"]);
    expect(edge.seen[0]?.items.map(({ url }) => url)).toEqual(["/a", "/b", "/c"]);
  });

  test("calls of the same tick's microtasks are in the same request", async () => {
    const edge = scriptedEdge(echo);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const first = client.fetch("/a");
    await Promise.resolve();
    await Promise.resolve();
    await urlsOf([first, client.fetch("/b")]);
    expect(edge.seen).toHaveLength(1);
  });

  test("a call alone in its tick is a plain request", async () => {
    const edge = scriptedEdge(echo);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    expect(await urlsOf([client.fetch("/a?b=c")])).toEqual(["/a?b=c"]);
    expect(edge.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /a?b=c"]);
  });

  test("calls of different ticks are different requests", async () => {
    const edge = scriptedEdge(echo);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    await client.fetch("/a");
    await client.fetch("/b");
    expect(edge.seen.map(({ path }) => path)).toEqual(["/a", "/b"]);
  });

  test("more calls than a request may hold become several", async () => {
    const edge = scriptedEdge(echo);
    const client = createClient({ ...BASE, fetch: edge.fetch, merge: { itemsMax: 3 } });
    const paths = ["/0", "/1", "/2", "/3", "/4", "/5", "/6"];
    expect(await urlsOf(paths.map((path) => client.fetch(path)))).toEqual(paths);
    const sizes = edge.seen.map(({ items, path }) => (items.length === 0 ? path : items.length));
    expect(sizes.toSorted()).toEqual(["/6", 3, 3].toSorted());
  });

  test("itemsMax 1 merges nothing", async () => {
    const edge = scriptedEdge(echo);
    const client = createClient({ ...BASE, fetch: edge.fetch, merge: { itemsMax: 1 } });
    await urlsOf([client.fetch("/a"), client.fetch("/b")]);
    expect(edge.seen.map(({ path }) => path)).toEqual(["/a", "/b"]);
  });

  test("an urgent call goes at once and alone, and the others are not held up by it", async () => {
    const edge = scriptedEdge(echo);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    await urlsOf([client.fetch("/a"), client.fetch("/now", { urgent: true }), client.fetch("/b")]);
    expect(edge.seen.map(({ path }) => path)).toEqual(["/now", "/$batch"]);
    expect(edge.seen[1]?.items.map(({ url }) => url)).toEqual(["/a", "/b"]);
  });

  test("a large body travels alone", async () => {
    const edge = scriptedEdge(({ url, body }) => ({ json: { url, bytes: body.length } }));
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const upload = client.fetch("/upload", { method: "PUT", body: new Uint8Array(100_000) });
    const [large] = await Promise.all([upload, client.fetch("/a"), client.fetch("/b")]);
    expect(large.json()).toEqual({ url: "/upload", bytes: 100_000 });
    expect(edge.seen.map(({ path }) => path)).toEqual(["/upload", "/$batch"]);
  });

  test("what is merged keeps method, headers, body, priority and time-out", async () => {
    const edge = scriptedEdge(({ method, headers, body }) => ({
      json: { method, own: headers.get("x-own"), body: new TextDecoder().decode(body) },
    }));
    const client = createClient({ ...BASE, fetch: edge.fetch, now: () => 1000 });
    const options = { method: "patch", headers: { "X-Own": "yes" }, json: { a: [1] }, priority: 7, timeoutMs: 2500 };
    const [patched] = await Promise.all([client.fetch("/thing", options), client.fetch("/other")]);
    expect(patched.json()).toEqual({ method: "PATCH", own: "yes", body: '{"a":[1]}' });
    expect(edge.seen[0]?.items[0]).toMatchObject({ method: "PATCH", priority: 7, timeoutMs: 2500 });
  });

  test("a reply is delivered when its frame is there, though others of the batch are not ready", async () => {
    const slow = gate();
    const edge = scriptedEdge(async (call) => {
      if (call.url === "/slow") await slow.opened;
      return echo(call);
    });
    const client = createClient({ ...BASE, fetch: edge.fetch });
    let slowIsThere = false;
    const slowCall = client.fetch("/slow").then(() => {
      slowIsThere = true;
    });
    await client.fetch("/fast");
    expect(slowIsThere).toBe(false);
    slow.open();
    await slowCall;
    expect(edge.seen).toHaveLength(1);
  });

  test("one call that fails hurts no other", async () => {
    const edge = scriptedEdge((call) => (call.url === "/bad" ? { status: 404, json: { error: "no" } } : echo(call)));
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const [bad, good] = await Promise.allSettled([client.fetch("/bad"), client.fetch("/good")]);
    expect(bad).toMatchObject({ status: "rejected", reason: { code: "not_found", status: 404 } });
    expect(good.status).toBe("fulfilled");
  });

  test.each([
    [{ windowMs: 9 }, "windowMs"],
    [{ windowMs: -1 }, "windowMs"],
    [{ itemsMax: 51 }, "itemsMax"],
    [{ itemsMax: 0 }, "itemsMax"],
    [{ itemsMax: 1.5 }, "itemsMax"],
  ])("merge options %j are refused, naming the option", (merge, name) => {
    expect(() => createClient({ ...BASE, merge })).toThrow(name);
  });

  test.each(["edge.test", "ftp://edge.test", "https://edge.test/?a", ""])("the base URL '%s' is refused", (baseUrl) => {
    expect(() => createClient({ baseUrl })).toThrow("baseUrl");
  });

  test.each([
    ["//evil.test/a", "one slash"],
    ["https://evil.test/a", "one slash"],
    ["/\\evil.test", "one slash"],
    ["a", "one slash"],
    ["/a b", "no URL may have"],
    ["/a#b", "no URL may have"],
  ])("a call to '%s' is refused before anything is sent", (to, problem) => {
    const edge = scriptedEdge(echo);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    expect(() => client.fetch(to)).toThrow(problem);
    expect(() => client.fetch("/a", { headers: { "x-a": "b\r\nc: d" } })).toThrow("x-a");
    expect(() => client.fetch("/a", { method: "GET", json: {} })).toThrow("no body");
    expect(edge.seen).toHaveLength(0);
  });
});
