import { describe, expect, test } from "vitest";
import { type FindRoute, findRoute, parseRouteTable } from "../../../../edge/route/route.ts";
import { Fault } from "../../../../proto/fault.ts";

type Rule = readonly [methods: string, path: string, rewrite?: string];

/** A lookup of routes that are named by their methods and path. */
function table(...rules: readonly Rule[]): FindRoute {
  return tableOf(["main"], rules);
}

function tableOf(upstreams: readonly string[], rules: readonly Rule[]): FindRoute {
  const routes = rules.map(([methods, path, rewrite], index) => ({
    name: `r${index}`,
    match: { methods: methods.split(" "), path },
    upstream: "main",
    ...(rewrite && { rewrite }),
  }));
  const urls = ["http://127.0.0.1:1"];
  return findRoute(
    parseRouteTable(
      JSON.stringify({ upstreams: Object.fromEntries(upstreams.map((name) => [name, { urls }])), routes }),
    ),
  );
}

function refusal(find: FindRoute, method: string, path: string): Fault {
  try {
    find(method, path);
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown;
    throw thrown;
  }
  throw new Error(`${method} ${path} found a route`);
}

describe("the most specific pattern wins:", () => {
  const rules: Rule[] = [
    ["GET", "/{all...}"],
    ["GET", "/a/{rest...}"],
    ["GET", "/{x}/b"],
    ["GET", "/a/{x}"],
    ["GET", "/a/b"],
    ["GET", "/a/{x}/c/{rest...}"],
    ["GET", "/"],
  ];
  const cases = [
    ["/a/b", 4],
    ["/a/c", 3],
    ["/x/b", 2],
    ["/a/b/c", 1],
    ["/a/b/c/d", 5],
    ["/a/x/c/", 5],
    ["/a/", 1],
    ["/a", 0],
    ["/x/y", 0],
    ["//", 0],
    ["/", 6],
  ] as const;

  test.each(cases)("%s goes to rule %i", (path, rule) => {
    expect(table(...rules)("GET", path).route.name).toBe(`r${rule}`);
  });

  test.each(cases)("%s goes to rule %i, in whatever order the rules stand", (path, rule) => {
    const name = `r${rules.length - 1 - rule}`;
    expect(table(...rules.toReversed())("GET", path).route.name).toBe(name);
  });

  test("a pattern whose methods do not fit is passed over", () => {
    const find = table(["GET", "/a/b"], ["POST", "/a/{x}"], ["PUT", "/{all...}"]);
    expect(find("POST", "/a/b").route.name).toBe("r1");
    expect(find("PUT", "/a/b").route.name).toBe("r2");
  });

  test("a search that went astray turns back", () => {
    const find = table(["GET", "/a/b/c"], ["GET", "/{x}/b/d"]);
    expect(find("GET", "/a/b/d").route.name).toBe("r1");
  });
});

describe("a placeholder", () => {
  test("is one segment and never empty", () => {
    const find = table(["GET", "/c/{code}"]);
    expect(find("GET", "/c/x").route.name).toBe("r0");
    for (const path of ["/c", "/c/", "/c/x/", "/c/x/y", "/C/x"])
      expect(refusal(find, "GET", path).code).toBe("not_found");
  });

  test("with dots takes all that follows its slash, and nothing too", () => {
    const find = table(["GET", "/f/{rest...}"]);
    for (const path of ["/f/", "/f/x", "/f/x/y//z/"]) expect(find("GET", path).route.name).toBe("r0");
    expect(refusal(find, "GET", "/f").code).toBe("not_found");
  });
});

describe("methods", () => {
  test("HEAD goes where GET goes", () => {
    expect(table(["GET", "/x"])("HEAD", "/x").route.name).toBe("r0");
  });

  test("HEAD goes to the route that asks for it", () => {
    const find = table(["GET", "/x"], ["HEAD", "/x"]);
    expect(find("HEAD", "/x").route.name).toBe("r1");
    expect(find("GET", "/x").route.name).toBe("r0");
  });

  test("HEAD without GET is refused", () => {
    expect(refusal(table(["POST", "/x"]), "HEAD", "/x")).toMatchObject({ status: 405, headers: { allow: "POST" } });
  });

  test("another method is a 405 that names those of all patterns that match", () => {
    const find = table(["PUT DELETE", "/x/y"], ["GET", "/x/{id}"], ["POST", "/{all...}"], ["PATCH", "/z"]);
    expect(refusal(find, "OPTIONS", "/x/y")).toMatchObject({
      code: "unimplemented",
      status: 405,
      headers: { allow: "DELETE, GET, HEAD, POST, PUT" },
    });
  });

  test("methods are not the same in lower case", () => {
    expect(refusal(table(["GET", "/x"]), "get", "/x").status).toBe(405);
  });

  test("an unknown path is a 404", () => {
    expect(refusal(table(["GET", "/x"]), "GET", "/y")).toMatchObject({ code: "not_found", status: 404 });
  });
});

describe("a path in percent-encoding", () => {
  test.each(["/%61dmin", "/%61%64%6D%69%6e", "/admin"])("%s means /admin", (path) => {
    const find = table(["GET", "/{any}"], ["GET", "/admin"]);
    expect(find("GET", path).route.name).toBe("r1");
    expect(find("GET", path).path).toBe(path);
  });

  test.each([
    ["an encoded slash is no slash", "/a%2Fb", "/a%2fb"],
    ["capitals in an escape do not matter", "/x%C3%A4", "/x%c3%a4"],
    ["bytes that are no UTF-8 are bytes", "/%FF%fe", "/%ff%FE"],
    ["an escaped delimiter is not that delimiter", "/a%3Bb", "/a%3bb"],
  ])("%s", (_, pattern, path) => {
    expect(table(["GET", "/{a}/{b}"], ["GET", pattern])("GET", path).route.name).toBe("r1");
  });

  test.each([
    ["/a%2Fb", "/a/b"],
    ["/a%252Fb", "/a%2Fb"],
    ["/%2561dmin", "/admin"],
    ["/a;b", "/a%3Bb"],
    ["/a%00", "/a"],
  ])("%s is not %s", (path, pattern) => {
    expect(refusal(table(["GET", pattern]), "GET", path).code).toBe("not_found");
  });

  test.each([
    "/..",
    "/.",
    "/a/../b",
    "/a/./b",
    "/a/%2e%2e/b",
    "/a/%2E./b",
    "/a/.%2e",
    "/%2e%2e%2fetc",
    "/a%2f..%2fb",
    "/a%5c..%5cb",
    "/a/..;/b",
    "/a/..;x=1/b",
    "/a\\b",
  ])("%s is refused, whatever would match it", (path) => {
    expect(refusal(table(["GET", "/{all...}"]), "GET", path)).toMatchObject({ code: "invalid_argument", status: 400 });
  });

  test.each(["/...", "/a/.hidden", "/a..b/c.", "/%2e%2ehidden", "/..a", "/a/%252e%252e/b", "/a.%2fb"])(
    "%s has dots and climbs nowhere",
    (path) => {
      expect(table(["GET", "/{all...}"])("GET", path).path).toBe(path);
    },
  );
});

describe("a rewrite", () => {
  test.each([
    ["/api/{id}", "/v1/{id}/x", "/api/a%2Fb", "/v1/a%2Fb/x"],
    ["/api/{id}", "/v1", "/api/7", "/v1"],
    ["/{a}/{b}", "/{b}/{a}", "/%41/%ff", "/%ff/%41"],
    ["/f/{rest...}", "/g/{rest...}", "/f/a//b/", "/g/a//b/"],
    ["/f/{rest...}", "/g/{rest...}", "/f/", "/g/"],
    ["/{id}/f/{rest...}", "/{id}/{rest...}", "/x/f/y/z", "/x/y/z"],
    ["/f/{rest...}", "/%2B/{rest...}", "/f/%2b", "/%2B/%2b"],
    ["/api/{id}", "/v1/{id}", "/api/%7Bid%7D", "/v1/%7Bid%7D"],
  ])("of %s to %s makes %s %s", (match, rewrite, path, result) => {
    expect(table(["GET", match, rewrite])("GET", path).path).toBe(result);
  });
});

describe("RPC", () => {
  const find = tableOf(["main", "origin"], [["GET POST", "/{all...}"]]);
  const profile = "/fairway.passport.v1.PassportService/GetProfile";
  const update = "/fairway.passport.v1.PassportService/UpdateProfile";

  test("goes to the origin as it is, under its own policy", () => {
    expect(find("POST", update)).toMatchObject({
      route: {
        name: update.slice(1),
        upstream: "origin",
        auth: "optional",
        messages: {},
        rpc: { name: "UpdateProfile", idempotency: "unsafe" },
      },
      path: update,
    });
  });

  test("a method without side effects is there with GET too", () => {
    expect(find("GET", profile).route.rpc?.idempotency).toBe("safe");
    expect(refusal(find, "GET", update)).toMatchObject({ status: 405, headers: { allow: "POST" } });
    expect(refusal(find, "PUT", profile)).toMatchObject({ status: 405, headers: { allow: "GET, POST" } });
  });

  test("a method whose reply is secret is a sensitive route", () => {
    expect(find("POST", "/fairway.passport.v1.PassportService/SignInGuest").route.sensitive).toBe(true);
    expect(find("POST", "/fairway.passport.v1.PassportService/SignOut").route.sensitive).toBe(false);
  });

  test.each([
    "/fairway.passport.v1.PassportService/NoSuch",
    "/fairway.passport.v1.PassportService/getProfile",
    "/fairway.passport.v1.PassportService/",
    "/fairway.passport.v1.PassportService",
    "/fairway.passport.v1.PassportService/GetProfile/",
    "/fairway.no.Such/Method",
    "/fairway.",
  ])("%s is no method, and no route of the table's either", (path) => {
    expect(refusal(find, "POST", path)).toMatchObject({ code: "unimplemented", status: 404 });
  });

  test("is not there without an origin", () => {
    expect(tableOf(["main"], [["POST", "/{all...}"]])("POST", profile).route.name).toBe("r0");
    expect(refusal(tableOf(["main"], [["POST", "/x"]]), "POST", profile).code).toBe("not_found");
  });
});
