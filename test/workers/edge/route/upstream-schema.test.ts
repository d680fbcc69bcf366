/** What a table may say of an upstream, and how it is told that it is wrong. */
import { describe, expect, test } from "vitest";
import { parseRouteTable, RouteTableError } from "../../../../edge/route/route.ts";

const URL_A = "http://10.0.0.1:80";

function parsed(upstream: object) {
  return parseRouteTable(JSON.stringify({ upstreams: { shop: upstream }, routes: [] })).upstreams.get("shop");
}

function flawsOf(upstream: object): readonly string[] {
  try {
    parsed(upstream);
  } catch (error) {
    if (error instanceof RouteTableError) return error.flaws;
    throw error;
  }
  return [];
}

test("nodes stand beside addresses, with zone, weight, colour and metadata", () => {
  const nodes = [{ url: `${URL_A}/base/`, zone: "east", weight: 0.5, color: "blue", metadata: { rack: "7" } }];
  expect(parsed({ urls: ["http://x"], nodes, colorHeader: "X-Color" })).toMatchObject({
    urls: ["http://x"],
    nodes: [{ ...nodes[0], url: `${URL_A}/base` }],
    colorHeader: "x-color",
  });
});

test("checks have defaults beside their path", () => {
  expect(parsed({ urls: [URL_A], health: { path: "/readyz" } })?.health).toEqual({
    path: "/readyz",
    intervalMs: 5_000,
    timeoutMs: 2_000,
    unhealthyAfter: 3,
    healthyAfter: 2,
  });
});

describe("a flaw is told by its field", () => {
  test.each<[object, string]>([
    [{}, "upstreams.shop.urls: is missing, and so are nodes"],
    [{ nodes: [] }, "upstreams.shop.nodes: must have a node"],
    [{ nodes: [{}] }, "upstreams.shop.nodes[0].url: is missing"],
    [{ nodes: [{ url: "ftp://x" }] }, "upstreams.shop.nodes[0].url: must be http or https"],
    [{ nodes: [{ url: URL_A, weight: 0 }] }, "upstreams.shop.nodes[0].weight: must be a number above 0, up to 1000"],
    [{ nodes: [{ url: URL_A, weight: "1" }] }, "upstreams.shop.nodes[0].weight: must be a number above 0, up to 1000"],
    [{ nodes: [{ url: URL_A, zone: "a b" }] }, "upstreams.shop.nodes[0].zone: must be letters"],
    [{ nodes: [{ url: URL_A, region: "x" }] }, "upstreams.shop.nodes[0].region: is not a field of the route table"],
    [{ urls: [URL_A, URL_A] }, `upstreams.shop.urls[1]: '${URL_A}' is there twice`],
    [{ urls: [URL_A], nodes: [{ url: `${URL_A}/` }] }, `upstreams.shop.nodes[0].url: '${URL_A}' is there twice`],
    [{ urls: [URL_A], health: {} }, "upstreams.shop.health.path: is missing"],
    [{ urls: [URL_A], health: { path: "readyz" } }, "upstreams.shop.health.path: must be a path that begins with '/'"],
    [
      { urls: [URL_A], health: { path: "/", intervalMs: 1 } },
      "upstreams.shop.health.intervalMs: must be a whole number",
    ],
    [{ urls: [URL_A], slowStartMs: -1 }, "upstreams.shop.slowStartMs: must be a whole number"],
    [{ urls: [URL_A], connectTimeoutMs: 1 }, "upstreams.shop.connectTimeoutMs: must be a whole number"],
    [{ urls: [URL_A], colorHeader: "a b" }, "upstreams.shop.colorHeader: must be the name of a header field"],
  ])("%j", (upstream, flaw) => {
    expect(flawsOf(upstream)).toEqual([expect.stringContaining(flaw)]);
  });
});

test("a route says which of its requests may be sent twice at a time", () => {
  const table = (hedge: string) =>
    JSON.stringify({
      upstreams: { shop: { urls: [URL_A] } },
      routes: [{ name: "r", match: { path: "/" }, upstream: "shop", hedge }],
    });
  expect(parseRouteTable(table("idempotent")).routes[0]).toMatchObject({ hedge: "idempotent" });
  expect(() => parseRouteTable(table("always"))).toThrow(/routes\[0\]\.hedge/);
});
