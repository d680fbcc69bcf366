/** More calls than an upstream is to be given at once, on real workerd. */
import type { ServerResponse } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Edge, open, type Reply, request, startTestEdge, startUpstream, type Upstream } from "../edge/world.ts";

/** Calls under way to the upstream, oldest first; they end when a test says so. */
const held: { readonly url: string; readonly response: ServerResponse }[] = [];
let upstream: Upstream;
let edge: Edge;

beforeAll(async () => {
  upstream = await startUpstream((message, response) => {
    const one = { url: message.url ?? "", response };
    held.push(one);
    response.on("close", () => {
      const at = held.indexOf(one);
      if (at >= 0) held.splice(at, 1);
    });
  });
  upstream.on("/events", (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: 1\n\n");
  });
  const names = ["two", "one"];
  edge = await startTestEdge({
    upstreams: {
      two: { urls: [upstream.url], concurrency: { max: 2, queue: 2 } },
      one: { urls: [upstream.url], concurrency: { max: 1, queue: 1 } },
    },
    routes: names.flatMap((name) => [
      { name, match: { methods: ["GET", "POST"], path: `/${name}/{rest...}` }, upstream: name, rewrite: "/{rest...}" },
      // A call that the cache makes goes on without its client; this one ends with it.
      { name: `${name}.left`, match: { path: `/${name}/left/{rest...}` }, upstream: name, cache: false },
      { name: `${name}.low`, match: { path: `/${name}/low/{id}` }, upstream: name, priority: "low" },
      { name: `${name}.high`, match: { path: `/${name}/high/{id}` }, upstream: name, priority: 7 },
    ]),
  });
});
afterAll(async () => {
  await edge?.stop();
  await upstream?.stop();
});
beforeEach(async () => {
  await releaseAll();
});

function release(): void {
  held[0]?.response.end("well");
}

async function releaseAll(): Promise<void> {
  await expect
    .poll(() => {
      for (const { response } of [...held]) response.end("well");
      return held.length;
    })
    .toBe(0);
}

/** Fills the upstream: so many calls that stay under way. */
async function fill(name: string, count: number): Promise<Promise<Reply>[]> {
  const before = held.length;
  const replies = Array.from({ length: count }, (_, at) => request(edge.url, `/${name}/fill/${at}`));
  await expect.poll(() => held.length).toBe(before + count);
  return replies;
}

function logged(path: string): Record<string, unknown> | undefined {
  return edge.log.find((line) => line.path === path);
}

/** A call that waits in the edge when this resolves: others that came after it have been answered. */
async function waitingAt(path: string): Promise<{ readonly reply: Promise<Reply> }> {
  const reply = request(edge.url, path);
  await request(edge.url, "/livez");
  await request(edge.url, "/livez");
  return { reply };
}

describe("beyond the limit", () => {
  test("a call waits until another is over, and the log says how long", async () => {
    const replies = await fill("two", 2);
    const waiting = await waitingAt("/two/waits");
    expect(held.map(({ url }) => url)).not.toContain("/waits");
    release();
    await expect.poll(() => held.map(({ url }) => url)).toContain("/waits");
    await releaseAll();
    expect((await waiting.reply).status).toBe(200);
    await Promise.all(replies);
    await expect.poll(() => logged("/two/waits")).toMatchObject({ status: 200 });
    expect(logged("/two/waits")?.queueMs).toBeGreaterThanOrEqual(0);
    expect(logged("/two/fill/0")).not.toHaveProperty("queueMs");
  });

  test("and beyond the queue it is refused with a problem that says when to come back, and the upstream never sees it", async () => {
    const replies = await fill("one", 1);
    const waiting = await waitingAt("/one/waits");
    const { status, headers, body } = await request(edge.url, "/one/refused");
    expect(status).toBe(503);
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(headers["retry-after"]).toMatch(/^[1-4]$/);
    expect(headers["proxy-status"]).toBe("fairway; error=connection_limit_reached");
    expect(JSON.parse(body.toString())).toMatchObject({ status: 503, code: "unavailable" });
    await releaseAll();
    await Promise.all([...replies, waiting.reply]);
    expect(upstream.seen.map(({ url }) => url)).not.toContain("/refused");
    await expect
      .poll(() => logged("/one/refused"))
      .toMatchObject({ status: 503, degraded: "shed", fault: "unavailable" });
    expect(logged("/one/refused")).not.toHaveProperty("attempts");
    expect(logged("/one/refused")?.reason).toMatch(/1 of 1 under way/);
  });

  test("who is worth more pushes out who is worth less, and goes before those who came earlier", async () => {
    const replies = await fill("two", 2);
    const low = await waitingAt("/two/low/1");
    const usual = await waitingAt("/two/usual");
    const high = request(edge.url, "/two/high/1");
    expect((await low.reply).status).toBe(503);
    release();
    await expect.poll(() => held.map(({ url }) => url)).toContain("/two/high/1");
    expect(held.map(({ url }) => url)).not.toContain("/usual");
    await releaseAll();
    expect([(await usual.reply).status, (await high).status]).toEqual([200, 200]);
    await Promise.all(replies);
  });
});

test("streams of events take nobody's place once they flow", async () => {
  const streams = await Promise.all([open(edge.url, "/two/events"), open(edge.url, "/two/events")]);
  const replies = await fill("two", 2);
  await releaseAll();
  expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([200, 200]);
  for (const stream of streams) stream.destroy();
});

test("clients that reset their connections leave no place taken for long", async () => {
  const { hostname, port } = new URL(edge.url);
  for (let round = 0; round < 3; round++) {
    const clients = [0, 1].map(() => connect(Number(port), hostname));
    for (const [at, client] of clients.entries()) {
      client.on("error", () => undefined);
      client.write(`GET /two/left/${round}/${at} HTTP/1.1\r\nHost: x\r\n\r\n`);
    }
    await expect.poll(() => held.length).toBe(2);
    for (const client of clients) client.resetAndDestroy();
    await expect.poll(() => held.length).toBe(0);
    // The route's time would be 10 s; a place is free again as soon as its holder is found to be gone.
    await expect.poll(async () => await quickly("/two/after"), { timeout: 4_000 }).toEqual([200, 200]);
  }
});

/** Two calls at once, which the upstream answers as soon as it has both, or the edge has refused one. */
async function quickly(path: string): Promise<number[]> {
  let over = 0;
  const answering = setInterval(() => {
    if (held.length + over >= 2) for (const { response } of [...held]) response.end("well");
  }, 5);
  const replies = await Promise.all([0, 1].map((at) => request(edge.url, `${path}/${at}`).finally(() => over++)));
  clearInterval(answering);
  return replies.map(({ status }) => status);
}

test("of a batch the most important item goes first, and the least important one is refused", async () => {
  const item = (id: string, priority: number) => ({ id, url: `/one/item/${id}`, priority });
  const sent = request(edge.url, "/$batch", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ requests: [item("least", -1), item("usual", 0), item("most", 5)] }),
  });
  await expect.poll(() => held.map(({ url }) => url)).toEqual(["/item/most"]);
  release();
  await expect.poll(() => held.map(({ url }) => url)).toEqual(["/item/usual"]);
  release();
  const { responses } = JSON.parse((await sent).body.toString()) as { responses: { id: string; status: number }[] };
  expect(Object.fromEntries(responses.map(({ id, status }) => [id, status]))).toEqual({
    most: 200,
    usual: 200,
    least: 503,
  });
});

test("an item cannot lift itself above the routes of others", async () => {
  const replies = await fill("one", 1);
  const usual = await waitingAt("/one/usual");
  const { body } = await request(edge.url, "/$batch", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ requests: [{ id: "greedy", url: "/one/low/2", priority: 2_000_000_000 }] }),
  });
  expect(JSON.parse(body.toString()).responses).toMatchObject([{ id: "greedy", status: 503 }]);
  await releaseAll();
  expect((await usual.reply).status).toBe(200);
  await Promise.all(replies);
});
