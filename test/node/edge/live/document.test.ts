/** A route table in its keys: what it comes to, and how its flaws are named. */
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../edge/live/document.ts";
import defaultRoutes from "../../../../edge/route/default-routes.json" with { type: "json" };
import { parseRouteTable } from "../../../../edge/route/route.ts";
import type { Content } from "../../../../proto/config/config.ts";

type EntryInit = Partial<Content[number]> & Pick<Content[number], "section" | "key">;

function contentOf(...entries: readonly EntryInit[]): Content {
  return entries.map((entry) => ({ type: "json", value: "{}", secret: false, comment: "", revision: 1, ...entry }));
}

const route = (key: string, value: unknown) => ({ section: "routes", key, value: JSON.stringify(value) });
const upstream = (key: string, value: unknown) => ({ section: "upstreams", key, value: JSON.stringify(value) });
const API = upstream("api", { urls: ["http://127.0.0.1:1"] });
const flaws = (...entries: readonly EntryInit[]) => tableOf(contentOf(...entries), () => []).flaws;

test("the bundled table, key by key, is the bundled table", () => {
  const entries = [
    ...Object.entries(defaultRoutes.upstreams).map(([name, value]) => upstream(name, value)),
    ...defaultRoutes.routes.map(({ name, ...value }) => route(name, value)),
  ];
  expect(tableOf(contentOf(...entries), () => []).table).toEqual(parseRouteTable(JSON.stringify(defaultRoutes)));
});

test("a content without routes and upstreams stands for the edge's own table", () => {
  expect(tableOf([], () => ["never asked"])).toEqual({ table: undefined });
});

test("what this edge has against a table is told by key too", () => {
  const check = () => ["upstreams.api: is not for this edge", "routes[1].match.path: taken"];
  const entries = contentOf(
    API,
    route("a", { match: { path: "/a" }, upstream: "api" }),
    route("b.c", { match: { path: "/b" }, upstream: "api" }),
  );
  expect(tableOf(entries, check).flaws).toEqual([
    "upstreams/api: is not for this edge",
    "routes/b.c.match.path: taken",
  ]);
});

describe("a flaw", () => {
  test.each<[string, EntryInit[], string[]]>([
    [
      "of a field",
      [API, route("x.y", { match: { path: "a" }, upstream: "api" })],
      ["routes/x.y.match.path: must begin with '/'"],
    ],
    ["of a value that is no object", [API, route("x", [1])], ["routes/x: must be a JSON object"]],
    ["of null", [API, route("x", null)], ["routes/x: must be a JSON object"]],
    [
      "of a name that is none",
      [API, route("-x", { match: { path: "/a" }, upstream: "api" })],
      [expect.stringMatching(/^routes\/-x\.name: /)],
    ],
    [
      "of an upstream whose name begins another's",
      [upstream("a", { urls: [] }), upstream("a.b", { urls: ["http://h"], nope: 1 })],
      [expect.stringMatching(/^upstreams\/a\.urls: /), "upstreams/a.b.nope: is not a field of the route table"],
    ],
    ["of a secret", [{ ...API, secret: true }], ["upstreams/api: must be no secret"]],
    ["of a type", [{ ...API, type: "text" }], ["upstreams/api: must be of type json"]],
    [
      "of a section",
      [API, { section: "route", key: "a" }],
      ["route/a: the edge reads only the sections upstreams and routes"],
    ],
  ])("%s names its key", (_what, entries, expected) => {
    expect(flaws(...entries)).toEqual(expected);
  });

  test("of twins names both", () => {
    const twin = { match: { path: "/a" }, upstream: "api" };
    expect(flaws(API, route("one", twin), route("two", twin))).toEqual([
      "routes/two.match: routes/one matches the same paths with GET",
    ]);
  });
});
