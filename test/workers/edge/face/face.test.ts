import { describe, expect, test } from "vitest";
import { type Face, findFace, jsonReply, requireMethod } from "../../../../edge/face/face.ts";
import { mountsOf } from "./mounts.ts";

const PATHS = { ids: ["/ids", "/fairway.ids.v1.IdService/"], flags: ["/ofrep/v1/"], other: ["/ids"] };

function face(name: keyof typeof PATHS): Face {
  return { name, paths: PATHS[name], answer: async (_, path) => jsonReply({ name, path }) };
}

function found(document: unknown, url: string): string | undefined {
  const { mounts, flaws } = mountsOf(document, PATHS);
  expect(flaws).toEqual([]);
  const { host, pathname: path } = new URL(url);
  const at = findFace(
    [face("ids"), face("flags")],
    mounts,
  )({
    client: { ip: undefined, proto: "http", host },
    target: { path, query: "" },
  });
  return at && `${at.face.name} ${at.path}`;
}

describe("a face answers", () => {
  test.each([
    [{ ids: true }, "http://a/ids", "ids /ids"],
    [{ ids: true }, "http://a:8787/fairway.ids.v1.IdService/NextId", "ids /fairway.ids.v1.IdService/NextId"],
    [{ ids: { prefix: "/p/q" } }, "http://a/p/q/ids", "ids /ids"],
    [{ ids: { host: "ids.example" } }, "http://IDS.example:8787/ids", "ids /ids"],
    [{ flags: true }, "http://a/ofrep/v1/evaluate", "flags /ofrep/v1/evaluate"],
  ])("%j at %s as %s", (document, url, expected) => {
    expect(found(document, url)).toBe(expected);
  });

  test.each([
    ["where it is not mounted", { flags: true }, "http://a/ids"],
    ["where nothing is mounted", {}, "http://a/ids"],
    ["below a path that is a whole", { ids: true }, "http://a/ids/1"],
    ["at a path that only begins like its own", { ids: true }, "http://a/idsx"],
    ["without its prefix", { ids: { prefix: "/p" } }, "http://a/ids"],
    ["on another host", { ids: { host: "ids.example" } }, "http://a/ids"],
    ["above its paths", { flags: true }, "http://a/ofrep/v1"],
  ])("not %s", (_, document, url) => {
    expect(found(document, url)).toBeUndefined();
  });
});

describe("PROTOCOLS is refused, and the bad field named,", () => {
  test.each([
    ["no JSON", "{", /^PROTOCOLS: is no JSON/],
    ["no object", "[]", /^PROTOCOLS/],
    ["an unknown protocol", { nothing: true }, /^PROTOCOLS\.nothing: no protocol is called so; there are ids, flags/],
    ["a mount that is none", { ids: 1 }, /^PROTOCOLS\.ids: must be true or/],
    ["a host with a port", { ids: { host: "a:1" } }, /^PROTOCOLS\.ids\.host: /],
    ["a prefix with a slash at its end", { ids: { prefix: "/a/" } }, /^PROTOCOLS\.ids\.prefix: /],
    ["a field that is none", { ids: { path: "/a" } }, /^PROTOCOLS\.ids/],
    ["two at one place", { ids: true, other: true }, /^PROTOCOLS\.other: ids has \/ids already/],
    ["two at one place of a host", { ids: true, other: { host: "a" } }, /^PROTOCOLS\.other: ids has \/ids already/],
  ])("%s", (_, document, flaw) => {
    expect(mountsOf(document, PATHS).flaws.join("\n")).toMatch(flaw);
  });

  test.each([
    ["/ids", { ids: true }],
    ["/i%64s", { ids: true }],
    ["/ofrep/v1/{rest...}", { flags: true }],
    ["/ofrep/{rest...}", { flags: true }],
    ["/ofrep/{version}/x", { flags: true }],
    ["/p/ids", { ids: { prefix: "/p" } }],
  ])("a route of %s beside %j", (path, document) => {
    expect(mountsOf(document, PATHS, [path]).flaws).toEqual([
      expect.stringMatching(/^ROUTES: routes\[0\]\.match\.path: /),
    ]);
  });

  test.each([
    ["/{rest...}", { ids: true }],
    ["/{name}", { ids: true }],
    ["/ids/{id}", { ids: true }],
    ["/ofrep/v1", { flags: true }],
    ["/ids", { ids: { host: "ids.example" } }],
    ["/ids", { ids: { prefix: "/p" } }],
  ])("but not a route of %s beside %j", (path, document) => {
    expect(mountsOf(document, PATHS, [path]).flaws).toEqual([]);
  });

  test("but not two that differ by host or prefix", () => {
    expect(mountsOf({ ids: { host: "a" }, other: { host: "b" } }, PATHS).flaws).toEqual([]);
    expect(mountsOf({ ids: true, other: { prefix: "/o" } }, PATHS).flaws).toEqual([]);
  });
});

test("requireMethod() says what the path takes", () => {
  const call = (method: string) => ({ request: new Request("http://a/", { method }) });
  expect(() => requireMethod(call("GET"), "GET", "HEAD")).not.toThrow();
  expect(() => requireMethod(call("PUT"), "GET", "HEAD")).toThrow("this path takes GET, HEAD");
});
