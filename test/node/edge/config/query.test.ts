/** What the faces read out of a request line: the same with the short way as with the runtime's own. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { queryOf, segmentsOf } from "../../../../edge/config/query.ts";

const NAMES = ["a", "after", "node", "nod", "label", "labels"];

describe("queryOf()", () => {
  test("reads any query as URLSearchParams does", () => {
    const pieces = fc.array(fc.constantFrom(...NAMES, "", "=", "&", "?", "x", "%41", "%", "+", "ä", "12"), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const query = parts.length === 0 ? "" : `?${parts.join("")}`;
        const read = queryOf({ target: { path: "/", query } });
        const wanted = new URLSearchParams(query);
        for (const name of NAMES) expect(read.get(name)).toBe(wanted.get(name));
      }),
      { numRuns: 2_000 },
    );
  });

  test("takes the first of two, and a name as a whole", () => {
    const read = queryOf({ target: { path: "/", query: "?nodes=3&node=1&node=2&flag" } });
    expect(["node", "nodes", "flag", "ode", "s"].map((name) => read.get(name))).toEqual(["1", "3", "", null, null]);
  });
});

test("segments are decoded, and one that cannot be is refused", () => {
  expect(segmentsOf("/p/a/b", "/p/")).toEqual(["a", "b"]);
  expect(segmentsOf("/p/a%2Fb/c+d", "/p/")).toEqual(["a/b", "c+d"]);
  expect(() => segmentsOf("/p/%zz", "/p/")).toThrow("the path is not valid");
});
