import { expect, test } from "vitest";
import type { CacheOutcome } from "../../../../edge/cache/policy/cache-status.ts";
import { QuietRoutes } from "../../../../edge/cache/quiet-routes.ts";
import type { Route } from "../../../../edge/route/route-table.ts";

const SILENT: CacheOutcome = { kind: "forward", reason: "uri-miss", silent: true };
const ROUTE = {} as Route;
const NOW_MS = 1_000_000;

function quietAfter(count: number, ...outcomes: CacheOutcome[]): QuietRoutes {
  const routes = new QuietRoutes();
  for (const outcome of outcomes) routes.note(ROUTE, outcome, NOW_MS);
  for (let turn = 0; turn < count; turn++) routes.note(ROUTE, SILENT, NOW_MS);
  return routes;
}

test("a route is quiet after 64 silent replies in a row, and no other route with it", () => {
  expect(quietAfter(63).isQuiet(ROUTE, NOW_MS)).toBe(false);
  expect(quietAfter(64).isQuiet(ROUTE, NOW_MS)).toBe(true);
  expect(quietAfter(64).isQuiet({} as Route, NOW_MS)).toBe(false);
});

test.each<[string, CacheOutcome]>([
  ["was stored", { kind: "forward", reason: "uri-miss", stored: true }],
  ["was a hit", { kind: "hit", ttlSeconds: 5 }],
  ["said that it is private", { kind: "forward", reason: "uri-miss", silent: false }],
])("one that %s keeps it from that for ten minutes", (_, outcome) => {
  const routes = quietAfter(1_000, outcome);
  expect(routes.isQuiet(ROUTE, NOW_MS + 599_999)).toBe(false);
  expect(routes.isQuiet(ROUTE, NOW_MS + 600_000)).toBe(true);
});

test("a reply that says something ends it at once", () => {
  const routes = quietAfter(64);
  routes.note(ROUTE, { kind: "forward", reason: "uri-miss", stored: true }, NOW_MS);
  expect(routes.isQuiet(ROUTE, NOW_MS)).toBe(false);
});

test.each<[string, CacheOutcome]>([
  ["method", { kind: "forward", reason: "method" }],
  ["bypass", { kind: "forward", reason: "bypass" }],
])("what was not looked up (%s) says nothing of the route", (_, outcome) => {
  const routes = quietAfter(64);
  routes.note(ROUTE, outcome, NOW_MS);
  expect(routes.isQuiet(ROUTE, NOW_MS)).toBe(true);
});
