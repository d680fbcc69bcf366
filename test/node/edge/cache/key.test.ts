import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cacheKey, changesMeaning, type KeyPolicy, keyedQuery } from "../../../../edge/cache/key.ts";

const key = (path: string, query = "", policy?: KeyPolicy, headers: Record<string, string> = {}, host = "edge.test") =>
  cacheKey({ proto: "http", host }, { path, query }, policy, new Headers(headers));

describe("a cache key", () => {
  test("keeps apart what an upstream might keep apart", () => {
    const paths = ["/a/b", "/a%2Fb", "/a%2fb", "/A/b", "/a//b", "/a/b/", "/a/%62", "/a/b;x=1", "/a/b.css", "/a/b%00"];
    expect(new Set(paths.map((path) => key(path).url)).size).toBe(paths.length);
    const queries = ["", "?", "?a=1&b=2", "?b=2&a=1", "?a=1&b=2&", "?a=1;b=2", "?A=1&b=2", "?a=%31&b=2", "?a=1&a=2"];
    expect(new Set(queries.map((query) => key("/a", query).url)).size).toBe(queries.length);
  });

  test("is the same for one host in several spellings, and another for another port or scheme", () => {
    for (const host of ["EDGE.test", "edge.test.", "edge.test:80", "edge.test:"]) {
      expect(key("/a", "", undefined, {}, host).url, host).toBe("http://edge.test/a");
    }
    expect(key("/a", "", undefined, {}, "edge.test:8080").url).toBe("http://edge.test:8080/a");
    expect(key("/a", "", undefined, {}, "[::1]:8787").url).toBe("http://[::1]:8787/a");
    expect(
      cacheKey({ proto: "https", host: "a.test:443" }, { path: "/", query: "" }, undefined, new Headers()).url,
    ).toBe("https://a.test/");
  });

  test("of two different targets is never the same", () => {
    const target = fc.tuple(fc.webPath(), fc.webQueryParameters());
    fc.assert(
      fc.property(target, target, ([path, query], [otherPath, otherQuery]) => {
        const same = key(path, `?${query}`).url === key(otherPath, `?${otherQuery}`).url;
        expect(same).toBe(path === otherPath && query === otherQuery);
      }),
      { numRuns: 30 },
    );
  });

  test("holds the query parameters that the route names; the others do not reach the upstream either", () => {
    const policy = { query: ["page", "sort by"] };
    expect(keyedQuery("?utm=1&page=2&x=3&page=4", policy)).toBe("?page=2&page=4");
    expect(keyedQuery("?utm=1", policy)).toBe("");
    expect(keyedQuery("?%70age=1&sort+by=2&sort%20by=3", policy)).toBe("?%70age=1&sort+by=2&sort%20by=3");
    expect(keyedQuery("?%zz=1&page", policy)).toBe("?page");
    expect(keyedQuery("?utm=1", {})).toBe("?utm=1");
    expect(key("/a", "?utm=1&page=2", policy).url).toBe("http://edge.test/a?page=2");
  });

  test("holds the headers and cookies that the route names, and no others", () => {
    const policy = { headers: ["x-country"], cookies: ["lang"] };
    const parts = (headers: Record<string, string>) => key("/a", "", policy, headers).parts;
    expect(parts({ "x-country": "de", cookie: "lang=en; session=1" })).toBe(
      parts({ "x-country": "de", cookie: "session=2;lang=en" }),
    );
    expect(parts({ "x-country": "de" })).not.toBe(parts({ "x-country": "fr" }));
    expect(parts({ cookie: "lang=en" })).not.toBe(parts({ cookie: "lang=de" }));
    expect(parts({ cookie: "lang=" })).not.toBe(parts({}));
    expect(parts({ cookie: "lang=en; lang=de" })).not.toBe(parts({ cookie: "lang=en" }));
  });

  test("cannot be forged by what stands in a value", () => {
    const policy = { headers: ["x-a", "x-b"] };
    const parts = (a: string, b: string) => key("/a", "", policy, { "x-a": a, "x-b": b }).parts;
    expect(parts('1"],["x-b","2', "3")).not.toBe(parts("1", '2"],["x-b","3'));
  });
});

test("a header that changes what a request means keeps it out of the store", () => {
  expect(changesMeaning(new Headers({ "x-method-override": "DELETE" }))).toBe(true);
  expect(changesMeaning(new Headers({ "x-forwarded-host": "edge.test", accept: "*/*" }))).toBe(false);
});
