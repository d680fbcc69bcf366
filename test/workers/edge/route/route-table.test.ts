import { describe, expect, test } from "vitest";
import defaultRoutes from "../../../../edge/route/default-routes.json" with { type: "json" };
import { findRoute, parseRouteTable, RouteTableError } from "../../../../edge/route/route.ts";

const UPSTREAMS = { main: { urls: ["http://127.0.0.1:1"] }, origin: { urls: ["http://127.0.0.1:2"] } };
const ROUTE = { name: "one", match: { path: "/one" }, upstream: "main" };

function flawsOf(table: unknown): readonly string[] {
  try {
    parseRouteTable(typeof table === "string" ? table : JSON.stringify(table));
  } catch (error) {
    if (error instanceof RouteTableError) return error.flaws;
    throw error;
  }
  return [];
}

function flawsOfRoute(changes: object, upstreams: object = UPSTREAMS): readonly string[] {
  return flawsOf({ upstreams, routes: [{ ...ROUTE, ...changes }] });
}

function flawsOfPath(path: string): readonly string[] {
  return flawsOfRoute({ match: { path } });
}

describe("a table is refused, and each bad field named by its path,", () => {
  test.each([
    ["no JSON", "{", /^the route table is no JSON: /],
    ["no upstreams", { routes: [] }, /^upstreams: is missing$/],
    ["no routes", { upstreams: {} }, /^routes: is missing$/],
    ["another field", { upstreams: {}, routes: [], extra: 1 }, /^extra: is not a field of the route table$/],
    [
      "an upstream of no address",
      { upstreams: { a: { urls: [] } }, routes: [] },
      /^upstreams\.a\.urls: must have an address$/,
    ],
    [
      "too many addresses",
      { upstreams: { a: { urls: Array(65).fill("http://x") } }, routes: [] },
      /^upstreams\.a\.urls: /,
    ],
    [
      "an address that is none",
      { upstreams: { a: { urls: ["http://x", "nowhere"] } }, routes: [] },
      /^upstreams\.a\.urls\[1\]: is not a URL$/,
    ],
    [
      "an address of files",
      { upstreams: { a: { urls: ["file:///etc"] } }, routes: [] },
      /^upstreams\.a\.urls\[0\]: must be http or https$/,
    ],
    [
      "an address with a password",
      { upstreams: { a: { urls: ["http://u:p@x"] } }, routes: [] },
      /^upstreams\.a\.urls\[0\]: must not hold credentials/,
    ],
    [
      "an address with a query",
      { upstreams: { a: { urls: ["http://x?y"] } }, routes: [] },
      /^upstreams\.a\.urls\[0\]: must have neither query/,
    ],
    [
      "an address with a fragment",
      { upstreams: { a: { urls: ["http://x#y"] } }, routes: [] },
      /^upstreams\.a\.urls\[0\]: must have neither query/,
    ],
    [
      "batch that is no boolean",
      { upstreams: { a: { urls: ["http://x"], batch: 1 } }, routes: [] },
      /^upstreams\.a\.batch: /,
    ],
    [
      "an unknown field of an upstream",
      { upstreams: { a: { urls: ["http://x"], url: "" } }, routes: [] },
      /^upstreams\.a\.url: is not a field/,
    ],
    [
      "a name of an upstream with a space",
      { upstreams: { "a b": { urls: ["http://x"] } }, routes: [] },
      /^upstreams\.a b: must be letters/,
    ],
  ])("with %s", (_, table, flaw) => {
    const flaws = flawsOf(table);
    expect(flaws).toHaveLength(1);
    expect(flaws[0]).toMatch(flaw);
  });

  test.each([
    ["no name", { name: undefined }, /^routes\[0\]\.name: is missing$/],
    ["an empty name", { name: "" }, /^routes\[0\]\.name: must be letters/],
    ["a name with a line break", { name: "a\nb" }, /^routes\[0\]\.name: must be letters/],
    ["a long name", { name: "a".repeat(65) }, /^routes\[0\]\.name: /],
    ["no match", { match: undefined }, /^routes\[0\]\.match: is missing$/],
    ["no path", { match: {} }, /^routes\[0\]\.match\.path: is missing$/],
    ["no method", { match: { path: "/one", methods: [] } }, /^routes\[0\]\.match\.methods: must name a method$/],
    [
      "a method in lower case",
      { match: { path: "/one", methods: ["GET", "post"] } },
      /^routes\[0\]\.match\.methods\[1\]: must be an HTTP method/,
    ],
    ["CONNECT", { match: { path: "/one", methods: ["CONNECT"] } }, /^routes\[0\]\.match\.methods\[0\]: /],
    ["TRACE", { match: { path: "/one", methods: ["TRACE"] } }, /^routes\[0\]\.match\.methods\[0\]: /],
    ["an unknown field of match", { match: { path: "/one", host: "x" } }, /^routes\[0\]\.match\.host: is not a field/],
    ["an upstream that is not there", { upstream: "lost" }, /^routes\[0\]\.upstream: no upstream is called 'lost'$/],
    [
      "an upstream that every object has",
      { upstream: "constructor" },
      /^routes\[0\]\.upstream: no upstream is called 'constructor'$/,
    ],
    ["no time", { timeoutMs: 0 }, /^routes\[0\]\.timeoutMs: must be a whole number from 1 to 600000$/],
    ["a time in parts", { timeoutMs: 1.5 }, /^routes\[0\]\.timeoutMs: must be a whole number/],
    ["a time as text", { timeoutMs: "3000" }, /^routes\[0\]\.timeoutMs: must be a whole number/],
    ["too much time", { timeoutMs: 600_001 }, /^routes\[0\]\.timeoutMs: /],
    [
      "too many attempts",
      { retry: { attempts: 6 } },
      /^routes\[0\]\.retry\.attempts: must be a whole number from 1 to 5$/,
    ],
    ["no attempt", { retry: { attempts: 0 } }, /^routes\[0\]\.retry\.attempts: /],
    ["an unknown field of retry", { retry: { backoff: 1 } }, /^routes\[0\]\.retry\.backoff: is not a field/],
    ["another auth", { auth: "maybe" }, /^routes\[0\]\.auth: /],
    [
      "an unknown request message",
      { messages: { request: "no.Such" } },
      /^routes\[0\]\.messages\.request: no contract has a message 'no\.Such'$/,
    ],
    [
      "an unknown response message",
      { messages: { response: "" } },
      /^routes\[0\]\.messages\.response: no contract has a message ''$/,
    ],
    ["a negative limit", { bodyBytesMax: -1 }, /^routes\[0\]\.bodyBytesMax: /],
    ["too high a limit", { bodyBytesMax: 2 ** 30 + 1 }, /^routes\[0\]\.bodyBytesMax: /],
    ["sensitive as text", { sensitive: "yes" }, /^routes\[0\]\.sensitive: /],
    ["a field that is misspelt", { timeoutMS: 1 }, /^routes\[0\]\.timeoutMS: is not a field of the route table$/],
    ["a rewrite of an unknown part", { rewrite: "/x/{id}" }, /^routes\[0\]\.rewrite: match\.path has no \{id\}$/],
    ["a rewrite that is no path", { rewrite: "x" }, /^routes\[0\]\.rewrite: must begin with '\/'$/],
    ["a rewrite that climbs", { rewrite: "/x/../y" }, /^routes\[0\]\.rewrite: the path has a dot segment$/],
  ])("for a route with %s", (_, changes, flaw) => {
    const flaws = flawsOfRoute(changes);
    expect(flaws).toHaveLength(1);
    expect(flaws[0]).toMatch(flaw);
  });

  test.each([
    ["", /must begin with '\/'/],
    ["one", /must begin with '\/'/],
    ["http://x/one", /must begin with '\/'/],
    ["/one?x", /without query and fragment/],
    ["/one#x", /without query and fragment/],
    ["/o ne", /must be percent-encoded/],
    ["/\u00e4", /must be percent-encoded/],
    ["/%zz", /must be percent-encoded/],
    ["/%e", /must be percent-encoded/],
    ["/a{id}", /a placeholder takes a whole segment/],
    ["/{id}.json", /a placeholder takes a whole segment/],
    ["/{}", /a placeholder takes a whole segment/],
    ["/{Id}", /a placeholder takes a whole segment/],
    ["/{id", /a placeholder takes a whole segment/],
    ["/{id}/{id}", /'id' stands twice/],
    ["/{rest...}/more", /must be the last segment/],
    ["/a/../b", /dot segment/],
    ["/a/%2e%2E/b", /dot segment/],
    ["/a\\b", /must be percent-encoded/],
  ])("for the pattern '%s'", (path, flaw) => {
    const flaws = flawsOfPath(path);
    expect(flaws).toHaveLength(1);
    expect(flaws[0]).toMatch(/^routes\[0\]\.match\.path: /);
    expect(flaws[0]).toMatch(flaw);
  });

  test.each([
    "/livez",
    "/readyz",
    "/ops/{rest...}",
    "/$batch",
    "/%24batch",
    "/l%69vez",
    "/fairway.passport.v1.PassportService/{method}",
    "/fairway.",
    "/f%61irway.x/y",
    "/.well-known/jwks.json",
    "/.well-known/fairway/dictionary",
    "/.well-known/openid-configuration",
  ])("for a path at which the edge answers: %s", (path) => {
    expect(flawsOfPath(path)).toEqual(["routes[0].match.path: the edge answers there itself"]);
  });

  test("for two routes of one name", () => {
    const routes = [ROUTE, { ...ROUTE, match: { path: "/two" } }];
    expect(flawsOf({ upstreams: UPSTREAMS, routes })).toEqual(["routes[1].name: 'one' is the name of routes[0]"]);
  });

  test.each([
    ["/one", "/one"],
    ["/one", "/%6fne"],
    ["/a%2fb", "/a%2Fb"],
    ["/{id}/x", "/{code}/x"],
    ["/{all...}", "/{rest...}"],
  ])("for two routes that nobody can tell apart: %s and %s", (first, second) => {
    const routes = [
      { ...ROUTE, match: { methods: ["GET", "POST"], path: first } },
      { ...ROUTE, name: "two", match: { methods: ["PUT", "POST"], path: second } },
    ];
    expect(flawsOf({ upstreams: UPSTREAMS, routes })).toEqual([
      "routes[1].match: routes[0] matches the same paths with POST",
    ]);
  });

  test.each([
    ["/{id}", "/x/{id...}"],
    ["/{id...}", "/x/{id}"],
  ])("for a rewrite that takes %s as %s", (path, rewrite) => {
    expect(flawsOfRoute({ match: { path }, rewrite })).toEqual([
      expect.stringMatching(/^routes\[0\]\.rewrite: \{id(\.\.\.)?\} is not written as in match\.path$/),
    ]);
  });

  test.each(["optional", "required"])("for auth '%s' where nobody has the signing keys", (auth) => {
    expect(flawsOfRoute({ auth }, { main: UPSTREAMS.main })).toEqual([
      `routes[0].auth: '${auth}' needs an upstream called 'origin', which has the signing keys`,
    ]);
    expect(flawsOfRoute({ auth })).toEqual([]);
  });

  test("all at once, when several are bad", () => {
    const routes = [
      { ...ROUTE, timeoutMs: 0 },
      { ...ROUTE, name: "two", auth: "x" },
    ];
    expect(flawsOf({ upstreams: { a: { urls: ["x"] } }, routes }).map((flaw) => flaw.split(":", 1)[0])).toEqual([
      "upstreams.a.urls[0]",
      "routes[0].timeoutMs",
      "routes[1].auth",
    ]);
  });
});

describe("a table that is taken", () => {
  test("has defaults for what it leaves out", () => {
    const [route] = parseRouteTable(JSON.stringify({ upstreams: UPSTREAMS, routes: [ROUTE] })).routes;
    expect(route).toMatchObject({
      name: "one",
      upstream: "main",
      methods: ["GET"],
      timeoutMs: 10_000,
      retry: { attempts: 2 },
      auth: "none",
      messages: {},
      bodyBytesMax: 1_048_576,
      sensitive: false,
      rewrite: undefined,
    });
  });

  test("has addresses without a slash at the end, and knows who takes batches", () => {
    const upstreams = {
      a: { urls: ["http://x/", "https://y/base//"] },
      b: { urls: ["http://[::1]:8080"], batch: true },
    };
    expect(Object.fromEntries(parseRouteTable(JSON.stringify({ upstreams, routes: [] })).upstreams)).toEqual({
      a: { urls: ["http://x", "https://y/base"], batch: false },
      b: { urls: ["http://[::1]:8080"], batch: true },
    });
  });

  test("knows the messages that it names", () => {
    const messages = { request: "example.countries.v1.Borders", response: "example.countries.v1.Country" };
    const [route] = parseRouteTable(JSON.stringify({ upstreams: UPSTREAMS, routes: [{ ...ROUTE, messages }] })).routes;
    expect(route?.messages.request?.name).toBe(messages.request);
    expect(route?.messages.response?.name).toBe(messages.response);
  });

  test.each(["/.well-known/apple-app-site-association", "/livezz", "/operations", "/{any}", "/{all...}", "/fairway"])(
    "may have %s, which only looks like a path of the edge",
    (path) => {
      expect(flawsOfPath(path)).toEqual([]);
    },
  );

  test("is the one that comes with the edge", () => {
    const find = findRoute(parseRouteTable(JSON.stringify(defaultRoutes)));
    expect(find("GET", "/api/countries/FIN/borders")).toMatchObject({
      route: { name: "countries.borders", upstream: "countries" },
      path: "/countries/FIN/borders",
    });
  });
});
