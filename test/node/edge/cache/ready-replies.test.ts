import { beforeEach, expect, test } from "vitest";
import { type Engine, engine } from "../../../../edge/cache/engine.ts";
import { memoryStore } from "../../../../edge/cache/memory-store.ts";
import { QuietRoutes } from "../../../../edge/cache/quiet-routes.ts";
import { type ReadyReplies, readyReplies } from "../../../../edge/cache/ready-replies.ts";
import { cachedRoute } from "../../../../edge/cache/route-cache.ts";
import { tiers } from "../../../../edge/cache/tiers.ts";
import type { Call, PreparedRequest } from "../../../../edge/route/call.ts";
import type { Route } from "../../../../edge/route/route-table.ts";

const PLAIN = {
  name: "plain",
  auth: "none",
  cache: {},
  messages: {},
  sensitive: false,
  timeoutMs: 1_000,
} as unknown as Route;
const GUARDED: Route = { ...PLAIN, name: "guarded", auth: "required" };
const LIMITED = { ...PLAIN, name: "limited", rateLimit: {} } as unknown as Route;

let nowMs: number;
let made: Engine;
let replies: ReadyReplies;

beforeEach(() => {
  nowMs = Date.UTC(2026, 10, 22);
  const near = memoryStore();
  const store = tiers({ near, far: undefined, sharesAny: () => false, warn: () => undefined });
  made = engine({ store, now: () => nowMs, warn: () => undefined });
  replies = readyReplies(made);
});

function callOf(headers: Record<string, string> = {}, method = "GET"): Call {
  return {
    request: { method, headers: new Headers(headers), body: null, arrayBuffer: async () => new ArrayBuffer(0) },
    target: { path: "/a", query: "" },
    client: { ip: undefined, proto: "http", host: "a.test" },
    trace: { traceId: "", spanId: "", flags: 0 },
    entry: { startedAtMs: nowMs },
    signal: new AbortController().signal,
    waitUntil: () => undefined,
  } as Call;
}

const quiet = new QuietRoutes();

/** The long way of a hit, twice: the first stores, the second is kept. */
async function fill(route: Route, headers: Record<string, string> = {}, replied: Record<string, string> = {}) {
  for (let round = 0; round < 2; round++) {
    const call = callOf(headers);
    const outgoing: PreparedRequest = { method: "GET", target: "/a", headers: new Headers(headers), body: null };
    const fields = { "cache-control": "max-age=60", "content-length": "4", ...replied };
    const reply = await cachedRoute(
      made,
      quiet,
      call,
      route,
      outgoing,
      async () => new Response("body", { headers: fields }),
    );
    call.entry.bytesOut = 4;
    await replies.keep(call, route, new Response(await reply.arrayBuffer(), { headers: reply.headers }));
  }
}

test("a hit that was sent before is found, with its age and its name for the log", async () => {
  await fill(PLAIN);
  nowMs += 2_500;
  const call = callOf();
  const found = replies.find(call);
  expect(await found?.text()).toBe("body");
  expect([found?.headers.get("age"), found?.headers.get("cache-status")]).toEqual(["2", "fairway; hit; ttl=57"]);
  expect([call.route, call.entry.route, call.entry.bytesOut, call.cache?.kind]).toEqual([PLAIN, PLAIN, 4, "hit"]);
});

test("grows older from second to second, and is gone when it is stale", async () => {
  await fill(PLAIN);
  const ages = [];
  for (let second = 0; second < 60; second++) {
    ages.push(replies.find(callOf())?.headers.get("age"));
    nowMs += 1_000;
  }
  expect(ages).toEqual(Array.from({ length: 60 }, (_, second) => String(second)));
  expect(replies.find(callOf())).toBeUndefined();
});

test.each([
  ["a purge", () => made.purge({ target: { kind: "url", url: "/a" }, soft: false })],
  ["a soft purge", () => made.purge({ target: { kind: "all" }, soft: true })],
  ["another isolate's purge", () => made.purgeHere({ target: { kind: "all" }, soft: false })],
])("is gone at once after %s", async (_, purge) => {
  await fill(PLAIN);
  expect(replies.find(callOf())).toBeDefined();
  await purge();
  expect(replies.find(callOf())).toBeUndefined();
});

test("of a route that checks who asks, or how often, is only for calls that have passed the checks", async () => {
  for (const route of [GUARDED, LIMITED]) {
    await fill(route);
    expect(replies.find(callOf()), route.name).toBeUndefined();
    expect(replies.find(callOf(), PLAIN), route.name).toBeUndefined();
    expect(await replies.find(callOf(), route)?.text(), route.name).toBe("body");
  }
});

test.each([
  ["authorization", "Bearer x"],
  ["cache-control", "no-cache"],
  ["range", "bytes=0-1"],
  ["if-none-match", '"x"'],
  ["if-modified-since", "Wed, 01 Jan 2025 00:00:00 GMT"],
  ["if-match", '"x"'],
  ["if-unmodified-since", "Wed, 01 Jan 2025 00:00:00 GMT"],
  ["content-length", "4"],
  ["transfer-encoding", "chunked"],
  ["upgrade", "websocket"],
])("is not for a request with %s", async (name, value) => {
  await fill(PLAIN);
  expect(replies.find(callOf({ [name]: value }))).toBeUndefined();
  expect(replies.find(callOf({ "x-other": value }))).toBeDefined();
});

test("is not for other methods, nor for items of a batch", async () => {
  await fill(PLAIN);
  expect(replies.find(callOf({}, "HEAD"))).toBeUndefined();
  expect(replies.find({ ...callOf(), item: {} } as unknown as Call)).toBeUndefined();
});

test("is one for each way to ask, and none for a way that nobody asked in", async () => {
  await fill(PLAIN, { accept: "a/b" });
  await fill(PLAIN, { accept: "c/d" });
  expect(replies.find(callOf({ accept: "a/b" }))).toBeDefined();
  expect(replies.find(callOf({ accept: "c/d" }))).toBeDefined();
  expect(replies.find(callOf())).toBeUndefined();
});

test("is compared with what replies vary by, each time", async () => {
  await fill(PLAIN, { "accept-language": "de" }, { vary: "accept-language" });
  for (const language of ["de", "en", "de"]) {
    const found = replies.find(callOf({ "accept-language": language }));
    expect(found === undefined, language).toBe(language === "en");
  }
});
