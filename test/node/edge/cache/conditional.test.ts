import { describe, expect, test } from "vitest";
import {
  ifRangeHolds,
  isAbout,
  isNotModified,
  isUnchangedBy,
  validators,
} from "../../../../edge/cache/policy/conditional.ts";
import { parseDirectives, requestDirectives } from "../../../../edge/cache/policy/directives.ts";
import { type StoredHead, updatedHeaders } from "../../../../edge/cache/policy/head.ts";
import { invalidatedUrls, isSafe } from "../../../../edge/cache/policy/invalidation.ts";
import { chooseRange } from "../../../../edge/cache/policy/range.ts";
import { storability } from "../../../../edge/cache/policy/storable.ts";
import { matches, parseVary, selectingValues } from "../../../../edge/cache/policy/vary.ts";

const NOW_MS = Date.UTC(2026, 10, 22, 12);
const date = (offsetSeconds: number) => new Date(NOW_MS + offsetSeconds * 1000).toUTCString();

function head(headers: Record<string, string>, status = 200): StoredHead {
  const verdict = storability(
    {
      headers: new Headers(),
      directives: requestDirectives(parseDirectives(null)),
      authorized: false,
      url: "http://edge.test/a",
    },
    { status, statusText: "", headers: new Headers({ "cache-control": "max-age=60", date: date(0), ...headers }) },
    {},
    { requestedAtMs: NOW_MS, respondedAtMs: NOW_MS },
  );
  if (verdict.kind !== "store") throw new Error(verdict.reason);
  return verdict.head;
}

const asks = (request: Record<string, string>, stored: StoredHead) =>
  isNotModified(new Headers(request), stored, NOW_MS);

describe("a client's condition, answered from the store (RFC 9110 §13.1)", () => {
  test.each([
    ['"a"', '"a"', true],
    ['W/"a"', '"a"', true],
    ['"a"', 'W/"a"', true],
    ['"b", W/"a"', '"a"', true],
    ['"with, comma", "a"', '"a"', true],
    ["*", '"a"', true],
    ['"b"', '"a"', false],
    ['"A"', '"a"', false],
  ])("If-None-Match: %s on %s: %s", (list, etag, matched) => {
    expect(asks({ "if-none-match": list }, head({ etag }))).toBe(matched);
  });

  test("If-Modified-Since is silent beside If-None-Match", () => {
    const stored = head({ etag: '"a"', "last-modified": date(-100) });
    expect(asks({ "if-none-match": '"b"', "if-modified-since": date(0) }, stored)).toBe(false);
    expect(asks({ "if-none-match": '"a"', "if-modified-since": date(-200) }, stored)).toBe(true);
  });

  test("If-Modified-Since goes by Last-Modified, and by Date where there is none", () => {
    const stored = head({ "last-modified": date(-100) });
    expect(asks({ "if-modified-since": date(-100) }, stored)).toBe(true);
    expect(asks({ "if-modified-since": date(-101) }, stored)).toBe(false);
    expect(asks({ "if-modified-since": "junk" }, stored)).toBe(false);
    expect(asks({ "if-modified-since": date(0) }, head({}))).toBe(true);
    expect(asks({ "if-modified-since": date(-1) }, head({}))).toBe(false);
  });

  test("is for successes: an error is no representation that a client could have", () => {
    expect(asks({ "if-none-match": "*" }, head({ etag: '"a"' }, 404))).toBe(false);
  });

  test("If-Range wants a strong match (RFC 9110 §13.1.5)", () => {
    const stored = head({ etag: '"a"', "last-modified": date(-100) });
    expect(ifRangeHolds('"a"', stored, NOW_MS)).toBe(true);
    expect(ifRangeHolds('W/"a"', head({ etag: 'W/"a"' }), NOW_MS)).toBe(false);
    expect(ifRangeHolds(date(-100), stored, NOW_MS)).toBe(true);
    expect(ifRangeHolds(date(-99), stored, NOW_MS)).toBe(false);
    expect(ifRangeHolds(date(0), head({ "last-modified": date(0) }), NOW_MS)).toBe(false);
    expect(ifRangeHolds(null, stored, NOW_MS)).toBe(true);
  });
});

describe("validation (RFC 9111 §4.3)", () => {
  test("asks by all that the stored response has", () => {
    expect(validators(head({ etag: '"a"', "last-modified": date(-9) }))).toEqual([
      ["if-none-match", '"a"'],
      ["if-modified-since", date(-9)],
    ]);
    expect(validators(head({ "last-modified": "junk" }))).toBeUndefined();
  });

  test("a 304 is about what has the same validator (§4.3.4)", () => {
    expect(isAbout(head({ etag: 'W/"a"' }), new Headers({ etag: '"a"' }))).toBe(true);
    expect(isAbout(head({ etag: '"a"' }), new Headers({ etag: '"b"' }))).toBe(false);
    expect(isAbout(head({ etag: '"a"' }), new Headers())).toBe(true);
    expect(isAbout(head({ "last-modified": date(-9) }), new Headers({ "last-modified": date(-8) }))).toBe(false);
  });

  test("a 304 brings fields up to date, save those that describe the stored bytes (§3.2)", () => {
    const updated = updatedHeaders(
      [
        ["content-type", "text/plain"],
        ["x-a", "1"],
        ["x-b", "1"],
      ],
      [
        ["content-type", "text/html"],
        ["x-b", "2"],
        ["x-c", "3"],
      ],
    );
    expect(Object.fromEntries(updated)).toEqual({ "content-type": "text/plain", "x-a": "1", "x-b": "2", "x-c": "3" });
  });

  test("HEAD tells that a stored GET has changed (§4.3.5)", () => {
    const stored = head({ etag: '"a"', "last-modified": date(-9) });
    expect(isUnchangedBy(stored, 5, new Headers({ etag: '"a"', "content-length": "5" }))).toBe(true);
    expect(isUnchangedBy(stored, 5, new Headers({ "content-length": "6" }))).toBe(false);
    expect(isUnchangedBy(stored, 5, new Headers({ etag: '"b"' }))).toBe(false);
    expect(isUnchangedBy(stored, 5, new Headers({ "last-modified": date(-8) }))).toBe(false);
  });
});

describe("a range of a stored whole (RFC 9110 §14)", () => {
  test.each([
    ["bytes=0-1", { kind: "part", start: 0, end: 2 }],
    ["bytes=4-", { kind: "part", start: 4, end: 10 }],
    ["bytes=-3", { kind: "part", start: 7, end: 10 }],
    ["bytes=-99", { kind: "part", start: 0, end: 10 }],
    ["bytes=8-99", { kind: "part", start: 8, end: 10 }],
    ["BYTES = 0-0", { kind: "part", start: 0, end: 1 }],
    ["bytes=10-", { kind: "unsatisfiable" }],
    ["bytes=-0", { kind: "unsatisfiable" }],
    ["bytes=5-4", { kind: "whole" }],
    ["bytes=-", { kind: "whole" }],
    ["bytes=0-1,4-5", { kind: "whole" }],
    ["items=0-1", { kind: "whole" }],
    [null, { kind: "whole" }],
  ])("%s of ten bytes", (range, choice) => expect(chooseRange(range, 10)).toEqual(choice));

  test("of nothing cannot be satisfied", () => expect(chooseRange("bytes=0-", 0)).toEqual({ kind: "unsatisfiable" }));
});

describe("Vary (RFC 9111 §4.1)", () => {
  const same = (vary: string, a: Record<string, string>, b: Record<string, string>) => {
    const names = parseVary(vary) ?? [];
    return matches(names, selectingValues(names, new Headers(a)), new Headers(b));
  };

  test("lists names in any case and order, each once", () => {
    expect(parseVary("Foo, bar,,FOO ")).toEqual(["bar", "foo"]);
    expect(parseVary(null)).toEqual([]);
    expect(parseVary("foo, *")).toBeUndefined();
    expect(parseVary(Array.from({ length: 40 }, (_, index) => `x-${index}`).join())).toBeUndefined();
  });

  test("an absent header matches an absent one only", () => {
    expect(same("foo", {}, {})).toBe(true);
    expect(same("foo", { foo: "" }, {})).toBe(false);
    expect(same("foo", { foo: "1" }, { foo: "2" })).toBe(false);
  });

  test("white space around commas means nothing, unless it is quoted", () => {
    expect(same("foo", { foo: "1,2" }, { foo: " 1,  2 " })).toBe(true);
    expect(same("foo", { foo: '"1,2"' }, { foo: '"1, 2"' })).toBe(false);
    expect(same("foo", { foo: "1,2" }, { foo: "2,1" })).toBe(false);
    expect(same("foo", { foo: "a" }, { foo: "A" })).toBe(false);
  });

  test("order and case mean nothing in lists of preferences", () => {
    expect(same("accept-language", { "accept-language": "en, de" }, { "accept-language": "De,eN" })).toBe(true);
    expect(same("accept-language", { "accept-language": "en;q=1.0, de" }, { "accept-language": "en,de" })).toBe(true);
    expect(same("accept-language", { "accept-language": "en, de;q=0.5" }, { "accept-language": "en,de" })).toBe(false);
  });
});

describe("invalidation (RFC 9111 §4.4)", () => {
  const urls = (status: number, headers: Record<string, string>) =>
    invalidatedUrls("http://edge.test/a/b?c=1", status, new Headers(headers));

  test("reaches the target, Location and Content-Location", () => {
    expect(urls(201, { location: "../x", "content-location": "/y#part" })).toEqual([
      "http://edge.test/a/b?c=1",
      "http://edge.test/x",
      "http://edge.test/y",
    ]);
  });

  test("does not reach another origin, nor does an error reach anything", () => {
    expect(urls(200, { location: "http://other.test/x", "content-location": "https://edge.test/y" })).toHaveLength(1);
    expect(urls(500, {})).toEqual([]);
    expect(urls(404, { location: "/x" })).toEqual([]);
  });

  test("is the doing of every method that is not known to be safe", () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "PURGE", "M-SEARCH", "get"])
      expect(isSafe(method), method).toBe(false);
    for (const method of ["GET", "HEAD", "OPTIONS"]) expect(isSafe(method), method).toBe(true);
  });
});
