import { describe, expect, test } from "vitest";
import { conditionsForUpstream, tagOfNotModified, tagOfVariant } from "../../../../edge/codec/etag.ts";

const PB = "pb-1k2j3h";

describe("tagOfVariant()", () => {
  test.each([
    ['"abc"', "", "", '"abc"'],
    ['"abc"', "", "gzip", '"abc;fw=.gzip"'],
    ['"abc"', PB, "", '"abc;fw=pb-1k2j3h"'],
    ['"abc"', PB, "x-dcd-0011", '"abc;fw=pb-1k2j3h.x-dcd-0011"'],
    ['W/"abc"', PB, "gzip", 'W/"abc;fw=pb-1k2j3h.gzip"'],
    ['""', PB, "", '";fw=pb-1k2j3h"'],
    ["abc", PB, "", "abc"],
  ])("of %s as %s %s is %s", (etag, media, coding, tag) => {
    expect(tagOfVariant(etag, { media, coding })).toBe(tag);
  });

  test("differs between all variants of one reply", () => {
    const variants = ["", PB].flatMap((media) => ["", "gzip", "x-dcd-0011"].map((coding) => ({ media, coding })));
    expect(new Set(variants.map((variant) => tagOfVariant('"abc"', variant))).size).toBe(variants.length);
  });
});

function upstreamSees(headers: Record<string, string>, media = "", codings: string[] = ["gzip"]) {
  const changed = new Headers(headers);
  conditionsForUpstream(changed, media, codings);
  return Object.fromEntries(changed);
}

describe("conditionsForUpstream()", () => {
  test("gives the upstream its own tags back", () => {
    expect(upstreamSees({ "if-none-match": `"abc;fw=${PB}.gzip"` }, PB)).toEqual({ "if-none-match": '"abc"' });
    expect(upstreamSees({ "if-none-match": 'W/"a;fw=.gzip", "b"' })).toEqual({ "if-none-match": 'W/"a", "b"' });
  });

  test("hides a tag of the other format, which this client could not use", () => {
    expect(upstreamSees({ "if-none-match": '"abc"' }, PB)).toEqual({});
    expect(upstreamSees({ "if-none-match": `"abc;fw=${PB}"` }, "")).toEqual({});
  });

  test("hides a tag of a contract that has changed", () => {
    expect(upstreamSees({ "if-none-match": '"abc;fw=pb-old"' }, PB)).toEqual({});
  });

  test("hides a tag of a coding that this client does not take", () => {
    expect(upstreamSees({ "if-none-match": '"abc;fw=.gzip", "def;fw=.x-dcd-0011"' }, "", ["gzip"])).toEqual({
      "if-none-match": '"abc"',
    });
  });

  test("drops the date together with the last tag, because it must not decide in its place", () => {
    const headers = { "if-none-match": '"abc"', "if-modified-since": "Sun, 22 Nov 2026 00:00:00 GMT" };
    expect(upstreamSees(headers, PB)).toEqual({});
    expect(upstreamSees(headers, "")).toEqual(headers);
  });

  test("leaves * alone", () => {
    expect(upstreamSees({ "if-none-match": "*" }, PB)).toEqual({ "if-none-match": "*" });
  });

  test("lets a client write over what it read as protobuf", () => {
    expect(upstreamSees({ "if-match": `"abc;fw=${PB}.gzip"` }, "")).toEqual({ "if-match": '"abc"' });
    expect(upstreamSees({ "if-match": '"abc"' }, PB)).toEqual({ "if-match": '"abc"' });
  });

  test("reads tags with commas and semicolons of their own", () => {
    expect(upstreamSees({ "if-none-match": `"a,b;c;fw=${PB}"` }, PB)).toEqual({ "if-none-match": '"a,b;c"' });
  });
});

describe("tagOfNotModified()", () => {
  test("is the tag that the client named", () => {
    expect(tagOfNotModified('"abc"', `"x", "abc;fw=${PB}.gzip"`, PB, ["gzip"])).toBe(`"abc;fw=${PB}.gzip"`);
    expect(tagOfNotModified('W/"abc"', '"abc"', "", [])).toBe('"abc"');
  });

  test("is the variant's where the client named none, as for a condition by date", () => {
    expect(tagOfNotModified('"abc"', null, PB, [])).toBe(`"abc;fw=${PB}"`);
  });
});
