import { describe, expect, test } from "vitest";
import { parseRouteTable } from "../../../../edge/route/route.ts";
import { RouteTableError } from "../../../../edge/route/route-table.ts";

const table = (cache: unknown) =>
  JSON.stringify({
    upstreams: { api: { urls: ["http://127.0.0.1:1"] } },
    routes: [{ name: "a", match: { path: "/a" }, upstream: "api", ...(cache === undefined ? {} : { cache }) }],
  });

const flawsOf = (cache: unknown) => {
  try {
    parseRouteTable(table(cache));
  } catch (error) {
    if (error instanceof RouteTableError) return error.flaws.join("\n");
    throw error;
  }
  return "";
};

describe("cache of a route", () => {
  test("is by the standard where the table says nothing, and none where it says false", () => {
    expect(parseRouteTable(table(undefined)).routes[0]?.cache).toEqual({});
    expect(parseRouteTable(table(false)).routes[0]?.cache).toBeUndefined();
  });

  test("takes a policy, with names of headers in lower case and of cookies as they are", () => {
    const policy = {
      ttlSeconds: 60,
      staleWhileRevalidateSeconds: 10,
      staleIfErrorSeconds: 600,
      key: { query: ["page"], headers: ["X-Country"], cookies: ["Lang"] },
      tagsHeader: "X-Tags",
      shared: true,
      bodyBytesMax: 1000,
    };
    expect(parseRouteTable(table(policy)).routes[0]?.cache).toEqual({
      ...policy,
      key: { query: ["page"], headers: ["x-country"], cookies: ["Lang"] },
    });
  });

  test.each([
    [{ ttlSeconds: -1 }, "ttlSeconds"],
    [{ ttlSeconds: 1.5 }, "ttlSeconds"],
    [{ staleIfErrorSeconds: 1e9 }, "staleIfErrorSeconds"],
    [{ key: { headers: ["a b"] } }, "key.headers[0]"],
    [{ key: { cookies: ["a=b"] } }, "key.cookies[0]"],
    [{ tagsHeader: "" }, "tagsHeader"],
    [{ bodyBytesMax: 1e9 }, "bodyBytesMax"],
    [{ ttl: 60 }, "ttl"],
    [true, "cache"],
  ])("refuses %j and names the field", (cache, field) => {
    expect(flawsOf(cache)).toContain(field);
  });
});
