/** What a route answers when its upstream fails: something stored, what it has ready, or the error, in this order. */
import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Edge, type Reply, request, startTestEdge, startUpstream, type Upstream } from "../edge/world.ts";

let upstream: Upstream;
let edge: Edge;
let mode: "well" | "failing" | "missing" | "broken" = "well";

function answer(response: ServerResponse): void {
  if (mode === "broken") return void response.destroy();
  const status = mode === "well" ? 200 : mode === "failing" ? 500 : 404;
  response.writeHead(status, { "content-type": "application/json", "cache-control": "max-age=1" });
  response.end(JSON.stringify({ regions: [{ name: "fresh" }] }));
}

beforeAll(async () => {
  upstream = await startUpstream((_, response) => answer(response));
  const fallback = { body: { regions: [] } };
  const route = (name: string, fields: object) => ({
    name,
    match: { methods: ["GET", "POST"], path: `/${name}/{rest...}` },
    upstream: "main",
    retry: { attempts: 1 },
    ...fields,
  });
  edge = await startTestEdge({
    upstreams: {
      main: { urls: [upstream.url] },
      full: { urls: [upstream.url], concurrency: { max: 1, queue: 0 } },
    },
    routes: [
      route("plain", {}),
      route("news", { fallback }),
      route("typed", { fallback, messages: { response: "example.countries.v1.Regions" } }),
      route("text", {
        fallback: { status: 503, headers: { "Retry-After": "30", "Cache-Control": "max-age=5" }, body: "später" },
      }),
      route("order", { fallback: { ...fallback, unsafeMethods: true } }),
      route("full", { fallback, upstream: "full", cache: false }),
    ],
  });
});
afterAll(async () => {
  await edge?.stop();
  await upstream?.stop();
});

function get(path: string, options: Parameters<typeof request>[2] = {}): Promise<Reply> {
  return request(edge.url, path, options);
}

function logged(path: string): Record<string, unknown> | undefined {
  return edge.log.findLast((line) => line.path === path);
}

test("what is stored comes before what is ready, and the log calls it stale", async () => {
  mode = "well";
  expect((await get("/news/stored")).status).toBe(200);
  mode = "broken";
  await expect
    .poll(async () => (await get("/news/stored")).headers["cache-status"], { interval: 200 })
    .toMatch(/detail=stale-if-/);
  const { status, body, headers } = await get("/news/stored");
  expect([status, body.toString()]).toEqual([200, '{"regions":[{"name":"fresh"}]}']);
  expect(headers).not.toHaveProperty("proxy-status");
  await expect.poll(() => logged("/news/stored")).toMatchObject({ degraded: "stale" });
});

describe("where nothing is stored", () => {
  test("the route's own answer comes, says so, and is stored nowhere", async () => {
    mode = "broken";
    const { status, body, headers } = await get("/news/new");
    expect([status, JSON.parse(body.toString())]).toEqual([200, { regions: [] }]);
    expect(headers["content-type"]).toBe("application/json");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["proxy-status"]).toMatch(/^fairway; error=\w+; details="fallback"$/);
    await expect.poll(() => logged("/news/new")).toMatchObject({ status: 200, degraded: "fallback" });
    mode = "well";
    expect((await get("/news/new")).body.toString()).toContain("fresh");
  });

  test("it is told which status the upstream gave", async () => {
    mode = "failing";
    const { status, headers } = await get("/news/failing");
    expect([status, headers["proxy-status"]]).toEqual([200, 'fairway; received-status=500; details="fallback"']);
  });

  test("it comes in the format that the client accepts", async () => {
    mode = "failing";
    const { status, headers } = await get("/typed/a", { headers: { accept: "application/x-protobuf" } });
    expect([status, headers["content-type"]]).toEqual([200, "application/x-protobuf"]);
  });

  test("its status and headers are the table's", async () => {
    mode = "failing";
    const { status, headers, body } = await get("/text/a");
    expect([status, body.toString(), headers["retry-after"], headers["cache-control"]]).toEqual([
      503,
      "später",
      "30",
      "max-age=5",
    ]);
    expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
  });

  test("HEAD gets no body", async () => {
    mode = "failing";
    const { status, body } = await get("/news/head", { method: "HEAD" });
    expect([status, body.length]).toEqual([200, 0]);
  });

  test("it stands in for a refusal too", async () => {
    mode = "well";
    const stuck: ServerResponse[] = [];
    upstream.on("/full/stuck", (_, response) => stuck.push(response));
    const first = get("/full/stuck");
    await expect.poll(() => stuck.length).toBe(1);
    const { status, headers } = await get("/full/other");
    expect([status, headers["proxy-status"]]).toEqual([
      200,
      'fairway; error=connection_limit_reached; details="fallback"',
    ]);
    for (const response of stuck) response.end();
    await first;
  });
});

describe("it does not come", () => {
  test("for what is no failure of the upstream", async () => {
    mode = "missing";
    expect((await get("/news/missing")).status).toBe(404);
  });

  test("for a method with effects, unless the table says so", async () => {
    mode = "failing";
    expect((await get("/news/a", { method: "POST", body: "x" })).status).toBe(500);
    expect((await get("/order/a", { method: "POST", body: "x" })).status).toBe(200);
  });

  test("where the route has none: then the error does, with a problem where the upstream said nothing", async () => {
    mode = "broken";
    const { status, headers, body } = await get("/plain/a");
    expect([status, headers["content-type"]]).toEqual([503, "application/problem+json"]);
    expect(JSON.parse(body.toString())).toMatchObject({ code: "unavailable" });
    expect(headers["retry-after"]).toMatch(/^\d+$/);
  });
});
