import { describe, expect, test } from "vitest";
import { parseRouteTable, RouteTableError } from "../../../../edge/route/route.ts";

function tableOf(route: object, upstream: object = {}): string {
  return JSON.stringify({
    upstreams: { main: { urls: ["http://127.0.0.1:1"], ...upstream } },
    routes: [{ name: "one", match: { path: "/one" }, upstream: "main", ...route }],
  });
}

function flawsOf(route: object, upstream?: object): readonly string[] {
  try {
    parseRouteTable(tableOf(route, upstream));
    return [];
  } catch (error) {
    if (error instanceof RouteTableError) return error.flaws;
    throw error;
  }
}

const PRIORITY = "must be a whole number from 0 to 9, or one of background, low, normal, high, critical";

describe("a table is refused, with the field's name, for", () => {
  test.each<[string, object, object, string]>([
    ["a priority above all", { priority: 10 }, {}, `routes[0].priority: ${PRIORITY}`],
    ["half a priority", { priority: 4.5 }, {}, `routes[0].priority: ${PRIORITY}`],
    ["a name that is no priority", { priority: "urgent" }, {}, `routes[0].priority: ${PRIORITY}`],
    ["a name that every object has", { priority: "toString" }, {}, `routes[0].priority: ${PRIORITY}`],
    [
      "a fallback with a status that says nothing of a reply",
      { fallback: { status: 100 } },
      {},
      "routes[0].fallback.status: must be a whole number from 200 to 599",
    ],
    [
      "a fallback with a field that is none",
      { fallback: { bodi: {} } },
      {},
      "routes[0].fallback.bodi: is not a field of the route table",
    ],
    [
      "a fallback that is too large",
      { fallback: { body: "x".repeat(65_537) } },
      {},
      "routes[0].fallback: its body has 65537 bytes, and may have 65536",
    ],
    [
      "a fallback with a body where there is none",
      { fallback: { status: 204, body: {} } },
      {},
      "routes[0].fallback: a reply with status 204 has no body",
    ],
    [
      "a header that says how a reply travels",
      { fallback: { headers: { "Content-Length": "3" } } },
      {},
      "routes[0].fallback.headers: 'content-length' is for the edge alone to say",
    ],
    [
      "a header that would be two",
      { fallback: { headers: { "x-a": "1\r\nx-b: 2" } } },
      {},
      "routes[0].fallback.headers.x-a: must be printable ASCII, as the value of a header field is",
    ],
    [
      "a limit of nothing",
      {},
      { concurrency: { max: 0 } },
      "upstreams.main.concurrency.max: must be a whole number from 1 to 10000",
    ],
    [
      "a queue without end",
      {},
      { concurrency: { queue: 1e9 } },
      "upstreams.main.concurrency.queue: must be a whole number from 0 to 10000",
    ],
  ])("%s", (_, route, upstream, flaw) => {
    expect(flawsOf(route, upstream)).toEqual([flaw]);
  });
});

describe("a table is read", () => {
  test.each([
    ["background", 1],
    ["critical", 9],
    [0, 0],
    [9, 9],
  ])("with the priority %s", (priority, rank) => {
    expect(parseRouteTable(tableOf({ priority })).routes[0]?.priority).toBe(rank);
  });

  test("with a fallback: JSON as JSON, text as text, and the type that goes with it", () => {
    const of = (fallback: object) => parseRouteTable(tableOf({ fallback })).routes[0]?.fallback;
    const json = of({ body: { items: [] } });
    expect([json?.status, json?.headers, new TextDecoder().decode(json?.body)]).toEqual([
      200,
      [["content-type", "application/json"]],
      '{"items":[]}',
    ]);
    expect(of({ body: "a", headers: { "Content-Type": "text/html" } })?.headers).toEqual([
      ["content-type", "text/html"],
    ]);
    expect([of({})?.headers, of({})?.body.length, of({})?.unsafeMethods]).toEqual([[], 0, false]);
  });

  test("with an upstream that is given whatever comes", () => {
    expect(parseRouteTable(tableOf({}, { concurrency: false })).upstreams.get("main")?.concurrency).toBe(false);
  });
});
