/** Plain GETs of a route whose replies say nothing of caching: what is unusual about one must end as it would for any other call. */
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Edge, request, seenOf, startTestEdge, startUpstream, type Upstream, valuesOf } from "./world.ts";

/** Replies after which a route is quiet, and some more. */
const WARM = 80;
const TIMEOUT_MS = 1_200;

let upstream: Upstream;
let edge: Edge;

beforeAll(async () => {
  upstream = await startUpstream();
  const one = { urls: [upstream.url], concurrency: { max: 1, queue: 0 } };
  edge = await startTestEdge({
    upstreams: { one },
    routes: [{ name: "quiet", match: { path: "/{rest...}" }, upstream: "one", timeoutMs: TIMEOUT_MS }],
  });
  for (let turn = 0; turn < WARM; turn++) await seenOf(edge.url, `/warm/${turn}`);
});

afterAll(async () => {
  await edge?.stop();
  await upstream?.stop();
});

/** Whatever became of the one before, the only place in the upstream is free again. */
async function expectRoom(): Promise<void> {
  expect((await request(edge.url, "/next")).status).toBe(200);
}

function asked(path: string): number {
  return upstream.seen.filter(({ url }) => url === path).length;
}

test("the upstream sees what it sees of any call", async () => {
  const { headers, rawHeaders } = await seenOf(edge.url, "/facts?q=%FF", {
    headers: {
      host: "api.example",
      connection: "close, x-hop",
      "x-hop": "1",
      "x-forwarded-for": "6.6.6.6",
      "fairway-identity": "forged",
      via: "1.0 phone",
      cookie: "a=b",
      authorization: "Bearer theirs",
    },
  });
  expect(headers).toMatchObject({
    forwarded: 'for=127.0.0.1;host="api.example";proto=http',
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": "api.example",
    "x-forwarded-proto": "http",
    via: "1.0 phone, 1.1 fairway",
    cookie: "a=b",
    authorization: "Bearer theirs",
    "fairway-timeout-ms": String(TIMEOUT_MS),
  });
  expect(headers).not.toHaveProperty("x-hop");
  expect(headers).not.toHaveProperty("fairway-identity");
  expect(valuesOf(rawHeaders, "traceparent")).toHaveLength(1);
  await expectRoom();
});

test("a slow reply comes", async () => {
  upstream.on("/slow", (_, response) => setTimeout(() => response.end("slow"), 500));
  expect((await request(edge.url, "/slow")).body.toString()).toBe("slow");
  await expectRoom();
});

test("no reply is a 504 at the deadline", async () => {
  upstream.on("/never", () => undefined);
  const reply = await request(edge.url, "/never");
  expect(JSON.parse(reply.body.toString())).toMatchObject({ status: 504, code: "deadline_exceeded" });
  await expectRoom();
});

test.each([502, 503, 504])("a %i is asked for again", async (status) => {
  const path = `/refused/${status}`;
  upstream.on(path, (_, response) => {
    response.statusCode = asked(path) === 1 ? status : 200;
    response.end("said");
  });
  expect((await request(edge.url, path)).status).toBe(200);
  expect(asked(path)).toBe(2);
  await expect.poll(() => edge.log.find((line) => line.path === path)).toMatchObject({ status: 200, attempts: 2 });
  await expectRoom();
});

test("so is one whose connection broke, slow or not", async () => {
  for (const afterMs of [0, 400]) {
    const path = `/torn/${afterMs}`;
    upstream.on(path, (incoming, response) => {
      if (asked(path) > 1) response.end("whole");
      else setTimeout(() => incoming.socket.destroy(), afterMs);
    });
    expect((await request(edge.url, path)).body.toString()).toBe("whole");
    await expectRoom();
  }
});

test("what the upstream runs on stays behind, and each Set-Cookie is its own", async () => {
  upstream.on("/leaky", (_, response) => {
    response.setHeader("server", "secret/1.0");
    response.setHeader("connection", "keep-alive, x-hop");
    response.setHeader("x-hop", "1");
    response.end("{}");
  });
  const { headers } = await request(edge.url, "/leaky");
  expect(headers).not.toHaveProperty("server");
  expect(headers).not.toHaveProperty("x-hop");
  await expectRoom();
});

test("a client that takes gzip gets it, and one that does not does not", async () => {
  const text = JSON.stringify({ text: "the same again ".repeat(100) });
  upstream.on("/wide", (_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(text);
  });
  const coded = await request(edge.url, "/wide", { headers: { "accept-encoding": "gzip" } });
  expect(coded.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(coded.body).toString()).toBe(text);
  expect((await request(edge.url, "/wide")).body.toString()).toBe(text);
  await expectRoom();
});

test("of a body that is larger than a buffer nothing is lost", async () => {
  const body = "0123456789".repeat(100_000);
  upstream.on("/large", (_, response) => response.end(body));
  expect((await request(edge.url, "/large")).body.toString()).toBe(body);
  await expectRoom();
});

test("a HEAD and a part are the upstream's to answer", async () => {
  upstream.on("/part", (incoming, response) => {
    response.statusCode = incoming.headers.range === undefined ? 200 : 206;
    response.end("all");
  });
  expect((await request(edge.url, "/part", { headers: { range: "bytes=0-1" } })).status).toBe(206);
  expect((await request(edge.url, "/part", { method: "HEAD" })).body.length).toBe(0);
  await expectRoom();
});

// The last one: after it the route is not quiet any more.
test("the first reply that may be stored is stored, and answers the next request", async () => {
  upstream.on("/news", (_, response) => {
    response.setHeader("cache-control", "max-age=60");
    response.end(`told ${asked("/news")} times`);
  });
  expect((await request(edge.url, "/news")).headers["cache-status"]).toContain("stored");
  const again = await request(edge.url, "/news");
  expect(again.body.toString()).toBe("told 1 times");
  expect(again.headers["cache-status"]).toContain("hit");
  await expectRoom();
});
