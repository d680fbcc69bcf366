/** The route table in service `edge`: what is published runs in every isolate within a second, and nothing is dropped over it. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { call, edit, Refused, tree } from "../config/world.ts";
import { EDGE, release, routeEntry, saying, startWorld, text, upstreamEntry, type World } from "./world.ts";

/** The promise. */
const EFFECTIVE_MS_MAX = 1_000;
/** An isolate that was idle for longer than any of its questions and turns has to find out by itself. */
const IDLE_MS = 3_000;

let world: World;
let api: ReturnType<typeof upstreamEntry>;

beforeEach(async () => {
  world = await startWorld([{ name: "own", match: { path: "/own" }, upstream: "api" }]);
  api = upstreamEntry("api", { urls: [world.upstreamUrl] });
});

afterEach(async () => {
  await world.stop();
});

/** Asks until the answer is the wanted one; what is asked for after the second has to be. */
async function becomes(url: string, wanted: string, sinceMs: number): Promise<void> {
  for (;;) {
    const askedAtMs = performance.now() - sinceMs;
    const got = await text(url);
    if (got === wanted) return;
    expect(askedAtMs, `${url} says ${got}, not ${wanted}`).toBeLessThan(EFFECTIVE_MS_MAX);
  }
}

async function releaseTo(edits: Parameters<typeof release>[1]): Promise<number> {
  await release(world.one, edits);
  return performance.now();
}

test("the edge's own table runs while nothing is published, and again when the last route is taken away", async () => {
  expect(await text(`${world.one}/own`)).toBe("200 /own");
  const published = await releaseTo([api, saying("new", "/new", "first")]);
  for (const url of [world.one, world.two]) await becomes(`${url}/new`, "200 /first", published);
  expect(await text(`${world.one}/own`)).toMatch(/^404 /);

  const removed = await releaseTo([
    { section: "routes", key: "new", delete: true },
    { section: "upstreams", key: "api", delete: true },
  ]);
  for (const url of [world.one, world.two]) await becomes(`${url}/own`, "200 /own", removed);
});

test("a publish is effective in both isolates within a second, in one that was busy and in one that was idle", async () => {
  let published = await releaseTo([api, saying("word", "/word", "1")]);
  for (const word of ["2", "3", "4"]) {
    for (const url of [world.one, world.two]) await becomes(`${url}/word`, `200 /${Number(word) - 1}`, published);
    if (word === "4") await new Promise((settle) => setTimeout(settle, IDLE_MS));
    published = await releaseTo([saying("word", "/word", word)]);
    if (word === "4") {
      // The first request of all that comes once the second is over is served by the new table.
      await new Promise((settle) => setTimeout(settle, EFFECTIVE_MS_MAX - (performance.now() - published)));
      expect(await text(`${world.two}/word`)).toBe("200 /4");
    }
  }
});

/** Three items, the last of which waits for the others: the number of the table by which each was answered. */
async function wordsOfBatch(url: string): Promise<string[]> {
  const requests = [
    { id: "a", method: "GET", url: "/word" },
    { id: "b", method: "GET", url: "/items/7" },
    { id: "c", method: "GET", url: "/word", dependsOn: ["a", "b"] },
  ];
  const response = await fetch(`${url}/$batch`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ requests }),
  });
  type Reply = { responses: { status: number; body: string }[] };
  const { responses } = (await response.json()) as Reply;
  return responses.map(({ status, body }) => (status === 200 ? (/\d+/.exec(wordOf(body))?.[0] ?? body) : `${status}`));
}

/** A body that is no JSON travels in base64. */
function wordOf(body: unknown): string {
  const text = String(body);
  return text.startsWith("/") ? text : Buffer.from(text, "base64").toString("utf8");
}

test("a hundred publishes in a row under load fail no request, and each answer is of a table that was published", async () => {
  await releaseTo([api, saying("word", "/word", "0"), saying("item", "/items/{id}", "0/{id}")]);
  await expect.poll(() => text(`${world.two}/word`)).toBe("200 /0");
  await expect.poll(() => text(`${world.one}/word`)).toBe("200 /0");
  let stop = false;
  const wrong: string[] = [];
  let asked = 0;
  const load = [world.one, world.two].flatMap((url) =>
    Array.from({ length: 4 }, async (_, index) => {
      let last = 0;
      while (!stop) {
        const got = await text(index % 2 === 0 ? `${url}/word` : `${url}/items/7`);
        asked += 1;
        const [, number = "", rest = ""] = /^200 \/(\d+)(\/7)?$/.exec(got) ?? [];
        if (number === "" || (index % 2 === 1 && rest === "")) wrong.push(got);
        if (Number(number) < last) wrong.push(`${got} after ${last}`);
        last = Number(number);
      }
    }),
  );
  const batches = [world.one, world.two].map(async (url) => {
    while (!stop) {
      const words = await wordsOfBatch(url);
      asked += words.length;
      if (new Set(words).size !== 1) wrong.push(`a batch of several tables: ${words.join(" ")}`);
    }
  });
  try {
    for (let number = 1; number <= 100; number++) {
      await releaseTo([saying("word", "/word", String(number)), saying("item", "/items/{id}", `${number}/{id}`)]);
    }
    const published = performance.now();
    for (const url of [world.one, world.two]) await becomes(`${url}/word`, "200 /100", published);
  } finally {
    stop = true;
  }
  await Promise.all([...load, ...batches]);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(200);
}, 120_000);

test("a request that is under way ends by the table that it began with", async () => {
  let finish: (() => void) | undefined;
  world.answer = (request, response) => {
    if (request.url !== "/slow") return response.end(request.url);
    response.write("begun, ");
    finish = () => response.end("ended");
  };
  const published = await releaseTo([api, saying("slow", "/slow", "slow"), saying("word", "/word", "1")]);
  await becomes(`${world.two}/word`, "200 /1", published);
  const response = await fetch(`${world.two}/slow`);
  const removed = await releaseTo([{ section: "routes", key: "slow", delete: true }, saying("word", "/word", "2")]);
  await becomes(`${world.two}/word`, "200 /2", removed);
  expect(await text(`${world.two}/slow`)).toMatch(/^404 /);
  finish?.();
  expect(await response.text()).toBe("begun, ended");
});

test("a rollback brings the old table back, as a new version", async () => {
  await releaseTo([api, saying("word", "/word", "old")]);
  const published = await releaseTo([saying("word", "/word", "new"), saying("more", "/more", "more")]);
  for (const url of [world.one, world.two]) await becomes(`${url}/word`, "200 /new", published);
  const { revision } = await tree(world.one, EDGE);
  await call(world.one, "Rollback", { service: EDGE, revision, version: 1 });
  const back = performance.now();
  for (const url of [world.one, world.two]) await becomes(`${url}/word`, "200 /old", back);
  expect(await text(`${world.two}/more`)).toMatch(/^404 /);
});

test("a wrong table is refused at publish with its flaws by field, and what runs goes on", async () => {
  await releaseTo([api, saying("word", "/word", "good")]);
  const bad = [
    saying("a.b", "/a", "a", { timeoutMs: 0 }),
    routeEntry("lost", { match: { path: "/lost" }, upstream: "nowhere" }),
    routeEntry("twin", { match: { path: "/word" }, upstream: "api" }),
    routeEntry("named", { name: "another", match: { path: "/named" }, upstream: "api" }),
    routeEntry("taken", { match: { path: "/config/v1/edge/{idc}" }, upstream: "api" }),
    routeEntry("accounts", { match: { path: "/me" }, upstream: "api", auth: "required" }),
    upstreamEntry("shop.eu", { urls: ["ftp://shop"] }),
    { section: "routes", key: "text", value: "{}" },
    { section: "flags", key: "dark", value: "{}", type: "VALUE_TYPE_JSON" },
  ];
  const told: string[] = [];
  for (const each of bad) {
    const refused: unknown = await release(world.one, [each]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    const { status, error } = refused as Refused;
    expect([status, error.code]).toEqual([400, "invalid_argument"]);
    told.push(error.message ?? "");
    const { revision } = await tree(world.one, EDGE);
    await call(world.one, "Discard", { service: EDGE, revision });
  }
  expect(told).toEqual([
    "routes/a.b.timeoutMs: must be a whole number from 1 to 600000",
    "routes/lost.upstream: no upstream is called 'nowhere'",
    "routes/word.match: routes/twin matches the same paths with GET",
    "routes/named.name: is 'named' already, by the key",
    "routes/taken.match.path: PROTOCOLS.config answers at /config/v1/; give it a host or a prefix",
    "routes/accounts.auth: 'required' needs an upstream called 'origin', which has the signing keys",
    "upstreams/shop.eu.urls[0]: must be http or https",
    "routes/text: must be of type json",
    "flags/dark: the edge reads only the sections upstreams and routes",
  ]);
  expect(await text(`${world.two}/word`)).toBe("200 /good");
});

test("a table with an upstream that this edge has no key for is refused", async () => {
  const refused = release(world.one, [upstreamEntry("origin", { urls: [world.upstreamUrl] })]);
  await expect(refused).rejects.toThrow("upstreams/origin: needs the edge's IDENTITY_KEY, which is missing");
});

test("a gray release runs where its label is, then everywhere once it is promoted", async () => {
  const published = await releaseTo([api, saying("word", "/word", "main")]);
  for (const url of [world.one, world.two]) await becomes(`${url}/word`, "200 /main", published);
  let revision = await edit(world.one, EDGE, [saying("word", "/word", "gray")]);
  await call(world.one, "StartGray", { service: EDGE, revision, rule: { labels: { tier: "canary" } } });
  const started = performance.now();
  await becomes(`${world.two}/word`, "200 /gray", started);
  expect(await text(`${world.one}/word`)).toBe("200 /main");

  revision = (await tree(world.one, EDGE)).revision ?? 0;
  await call(world.one, "Promote", { service: EDGE, revision });
  await becomes(`${world.one}/word`, "200 /gray", performance.now());
  expect(await text(`${world.two}/word`)).toBe("200 /gray");
});

test("the status view names each isolate with the version that it runs, and a gray release may name one", async () => {
  await releaseTo([api, saying("word", "/word", "main")]);
  const nodes = async () => {
    await Promise.all([text(`${world.one}/word`), text(`${world.two}/word`)]);
    type Nodes = { nodes?: { node: string; running?: number; labels: Record<string, string> }[] };
    return (await call<Nodes>(world.one, "ListNodes", { service: EDGE })).nodes ?? [];
  };
  await expect.poll(async () => (await nodes()).map(({ running }) => running)).toEqual([1, 1]);
  const [one, two] = await nodes();
  expect(one?.node).toMatch(/^one-[0-9a-f]{8}$/);
  expect(two?.labels).toEqual({ host: "two", tier: "canary" });

  let revision = await edit(world.one, EDGE, [saying("word", "/word", "gray")]);
  await call(world.one, "StartGray", { service: EDGE, revision, rule: { nodes: [one?.node] } });
  await becomes(`${world.one}/word`, "200 /gray", performance.now());
  expect(await text(`${world.two}/word`)).toBe("200 /main");
  await expect.poll(async () => (await nodes()).map(({ running }) => running)).toEqual([2, 1]);
  revision = (await tree(world.one, EDGE)).revision ?? 0;
  await call(world.one, "Abandon", { service: EDGE, revision });
  await becomes(`${world.one}/word`, "200 /main", performance.now());
});

test("an isolate that starts serves its first request by what is published, also while more is published", async () => {
  await releaseTo([api, saying("word", "/word", "1")]);
  for (let round = 2; round <= 5; round++) {
    await world.restart(); // SIGKILL: what was answered as published is on disk.
    const publishing = release(world.one, [saying("word", "/word", String(round))]);
    const first = await text(`${world.two}/word`);
    expect([`200 /${round - 1}`, `200 /${round}`]).toContain(first);
    await publishing;
    await becomes(`${world.two}/word`, `200 /${round}`, performance.now());
  }
}, 60_000);

test("what is stored stays across a publish, and a hit does not outlive its route", async () => {
  world.answer = (request, response) => {
    response.writeHead(200, { "cache-control": "max-age=600" }).end(request.url);
  };
  await releaseTo([
    api,
    saying("kept", "/kept", "kept"),
    saying("gone", "/gone", "gone"),
    saying("word", "/word", "1"),
  ]);
  await expect.poll(() => text(`${world.two}/word`)).toBe("200 /1");
  // Thrice, because a hit is made ready by the second and found ready by the third.
  for (const path of ["/kept", "/gone"]) for (let time = 0; time < 3; time++) await text(world.two + path);
  const count = (path: string) => world.seen.filter((line) => line === `GET ${path}`).length;
  const before = count("/kept");
  const published = await releaseTo([{ section: "routes", key: "gone", delete: true }, saying("word", "/other", "2")]);
  await becomes(`${world.two}/other`, "200 /2", published);
  expect(await text(`${world.two}/gone`)).toMatch(/^404 /);
  expect(await text(`${world.two}/kept`)).toBe("200 /kept");
  expect(count("/kept")).toBe(before);
});

test("a lifetime that is made shorter counts for what is stored already", async () => {
  let version = 1;
  world.answer = (_request, response) => response.end(String(version));
  await releaseTo([api, saying("word", "/word", "word", { cache: { ttlSeconds: 600 } })]);
  await expect.poll(() => text(`${world.two}/word`)).toBe("200 1");
  await expect.poll(() => text(`${world.one}/word`)).toBe("200 1");
  version = 2;
  expect(await text(`${world.two}/word`)).toBe("200 1");
  const published = await releaseTo([saying("word", "/word", "word", { cache: { ttlSeconds: 0 } })]);
  for (const url of [world.one, world.two]) await becomes(`${url}/word`, "200 2", published);
});

test("who has used up a route's limit has used it up across a publish", async () => {
  const limited = (word: string) =>
    saying("word", "/word", word, { rateLimit: { requests: 5, windowSeconds: 3_600, by: "network" } });
  await releaseTo([api, limited("1"), saying("other", "/other", "1")]);
  await expect.poll(() => text(`${world.two}/other`)).toBe("200 /1");
  const answers = [];
  for (let time = 0; time < 3; time++) answers.push(await text(`${world.two}/word`));
  const published = await releaseTo([limited("2"), saying("other", "/other", "2")]);
  await becomes(`${world.two}/other`, "200 /2", published);
  for (let time = 0; time < 3; time++) answers.push((await text(`${world.two}/word`)).slice(0, 6));
  expect(answers).toEqual(["200 /1", "200 /1", "200 /1", "200 /2", "200 /2", expect.stringMatching(/^429 /)]);
});
