import { describe, expect, test } from "vitest";
import { HeaderBag, nativeHeaders } from "../../../../edge/codec/header-bag.ts";

describe("a header bag", () => {
  test("does what Headers does", () => {
    const given: [string, string][] = [
      ["accept", "  text/html\t"],
      ["x-list", "1"],
      ["x-list", "2"],
      ["x-empty", ""],
    ];
    const [bag, native] = [new HeaderBag(given), new Headers(given)];
    for (const headers of [bag, native]) {
      headers.set("x-set", "1");
      headers.set("x-set", "2");
      headers.append("x-list", " 3 ");
      headers.set("x-gone", "1");
      headers.delete("x-gone");
      headers.delete("x-never");
    }
    for (const name of ["accept", "x-list", "x-empty", "x-set", "x-gone"]) {
      expect([bag.get(name), bag.has(name)]).toEqual([native.get(name), native.has(name)]);
    }
    expect([...bag.keys()].sort()).toEqual([...native.keys()].sort());
    expect([...bag.values()].sort()).toEqual([...native.values()].sort());
    expect(Object.fromEntries(nativeHeaders(bag))).toEqual(Object.fromEntries(native));
  });

  test("is copied, not shared", () => {
    const one = new HeaderBag([["a", "1"]]);
    const other = new HeaderBag(one);
    other.set("a", "2");
    expect([one.get("a"), other.get("a")]).toEqual(["1", "2"]);
  });
});

test("nativeHeaders() gives native headers back as they are", () => {
  const headers = new Headers();
  expect(nativeHeaders(headers)).toBe(headers);
});
