import { describe, expect, test } from "vitest";
import {
  DELTA_SECONDS_MAX,
  parseDirectives,
  requestDirectives,
  responseDirectives,
} from "../../../../edge/cache/policy/directives.ts";
import { targetedDirectives } from "../../../../edge/cache/policy/targeted.ts";

const response = (value: string | null) => responseDirectives(parseDirectives(value));
const request = (value: string | null) => requestDirectives(parseDirectives(value));

describe("Cache-Control (RFC 9111 §5.2)", () => {
  test.each([
    ["max-age=60", { maxAgeSeconds: 60 }],
    ["MaX-AgE=60", { maxAgeSeconds: 60 }],
    ['max-age="60"', { maxAgeSeconds: 60 }],
    ["max-age=0060", { maxAgeSeconds: 60 }],
    ["foo, max-age=60, bar=baz", { maxAgeSeconds: 60 }],
    ["  max-age=60  ,, no-store ", { maxAgeSeconds: 60, noStore: true }],
    ["public,s-maxage=1,must-revalidate", { public: true, sharedMaxAgeSeconds: 1, mustRevalidate: true }],
    ["stale-while-revalidate=3, stale-if-error=4", { staleWhileRevalidateSeconds: 3, staleIfErrorSeconds: 4 }],
  ])("reads %s", (value, expected) => expect(response(value)).toMatchObject(expected));

  test("counts the first of two", () => {
    expect(response("max-age=1, max-age=60").maxAgeSeconds).toBe(1);
    expect(response("max-age=60, max-age=1").maxAgeSeconds).toBe(60);
  });

  test("takes what stands in a quoted string for text", () => {
    expect(response('extension="max-age=60, no-store", max-age=1')).toMatchObject({ maxAgeSeconds: 1, noStore: false });
    expect(response('extension="a\\", no-store, b"')).toMatchObject({ noStore: false });
  });

  test("takes a number that is none for 0: the response is stale", () => {
    for (const value of ["max-age=-1", "max-age=a60", "max-age=60a", "max-age=60.5", "max-age='60'", "max-age"]) {
      expect(response(value).maxAgeSeconds, value).toBe(0);
    }
  });

  test("passes a directive with white space around its = by, and reads the rest", () => {
    for (const value of ["max-age =60, no-cache", "max-age= 60, no-cache"]) {
      expect(response(value), value).toMatchObject({ noCache: true });
      expect(response(value).maxAgeSeconds ?? 0, value).toBe(0);
    }
  });

  test("reads on after a string that does not end", () => {
    expect(response('no-store, ext="abc')).toMatchObject({ noStore: true });
  });

  test("caps what does not fit", () => {
    expect(response("max-age=99999999999999999999").maxAgeSeconds).toBe(DELTA_SECONDS_MAX);
  });

  test("knows fields that private and no-cache withhold from the whole (§5.2.2.4, §5.2.2.7)", () => {
    expect(response('private="Set-Cookie", no-cache="a, B"')).toMatchObject({
      private: false,
      noCache: false,
      withheldFields: ["set-cookie", "a", "b"],
    });
    expect(response('private=""')).toMatchObject({ private: true, withheldFields: [] });
    expect(response('no-cache="a b"')).toMatchObject({ noCache: true });
  });

  test("of a request may say max-stale without a number", () => {
    expect(request("max-stale").maxStaleSeconds).toBe(Infinity);
    expect(request("max-stale=5, min-fresh=6, only-if-cached")).toMatchObject({
      maxStaleSeconds: 5,
      minFreshSeconds: 6,
      onlyIfCached: true,
    });
    expect(request(null)).toMatchObject({ noCache: false, noStore: false, maxAgeSeconds: undefined });
  });
});

describe("CDN-Cache-Control (RFC 9213)", () => {
  const targeted = (value: string | null) => {
    const found = targetedDirectives(value);
    return found === undefined ? undefined : responseDirectives(found);
  };

  test("is a dictionary whose directives mean what they mean elsewhere", () => {
    expect(targeted("max-age=60, must-revalidate")).toMatchObject({ maxAgeSeconds: 60, mustRevalidate: true });
    expect(targeted("foo, max-age=60")).toMatchObject({ maxAgeSeconds: 60 });
    expect(targeted("private")).toMatchObject({ private: true });
  });

  test("is not there where it does not parse, or is empty", () => {
    for (const value of [null, "", "max-age=60, &&&", "MaX-aGe=60", "max-age=60,"]) {
      expect(targeted(value), String(value)).toBeUndefined();
    }
  });

  test("passes a directive of another type by", () => {
    expect(targeted('max-age="60", no-store')).toMatchObject({ noStore: true, maxAgeSeconds: undefined });
    expect(targeted("max-age=1.5, no-store")?.maxAgeSeconds).toBeUndefined();
  });
});
