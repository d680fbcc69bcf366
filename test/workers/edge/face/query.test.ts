/** Two protocols with one path, told apart by a parameter of the query. */
import { describe, expect, test } from "vitest";
import { type Face, findFace, jsonReply } from "../../../../edge/face/face.ts";
import { mountsOf } from "./mounts.ts";

const PATHS = { plain: ["/sub", "/plain/"], keyed: ["/sub?key"] };
const faces: Face[] = Object.entries(PATHS).map(([name, paths]) => ({
  name,
  paths,
  answer: async () => jsonReply(name),
}));

function found(document: unknown, target: string, order: readonly Face[]): string | undefined {
  const { pathname: path, search: query } = new URL(target, "http://a");
  const at = findFace(
    order,
    mountsOf(document, PATHS).mounts,
  )({
    client: { ip: undefined, proto: "http", host: "a" },
    target: { path, query },
  });
  return at && `${at.face.name} ${at.path}`;
}

describe("of two faces with one path", () => {
  test.each([
    [{ plain: true, keyed: true }, "/sub", "plain /sub"],
    [{ plain: true, keyed: true }, "/sub?home=1", "plain /sub"],
    [{ plain: true, keyed: true }, "/sub?key=1", "keyed /sub"],
    [{ plain: true, keyed: true }, "/sub?a=1&key=", "keyed /sub"],
    [{ plain: true, keyed: true }, "/sub?monkey=1", "plain /sub"],
    [{ plain: true, keyed: true }, "/sub/?key=1", undefined],
    [{ plain: true }, "/sub?key=1", "plain /sub"],
    [{ keyed: true }, "/sub?key=1", "keyed /sub"],
    [{ keyed: true }, "/sub", undefined],
    [{ keyed: { prefix: "/old" }, plain: true }, "/old/sub?key=1", "keyed /sub"],
    [{ keyed: { prefix: "/old" }, plain: true }, "/sub?key=1", "plain /sub"],
  ])("mounted as %j, %s is answered by %s, in whatever order they are listed", (document, target, expected) => {
    expect(found(document, target, faces)).toBe(expected);
    expect(found(document, target, faces.toReversed())).toBe(expected);
  });
});

test("the two do not clash, and a route with their path clashes with either", () => {
  expect(mountsOf({ plain: true, keyed: true }, PATHS).flaws).toEqual([]);
  for (const name of ["plain", "keyed"]) {
    expect(mountsOf({ [name]: true }, PATHS, ["/sub"]).flaws).toEqual([expect.stringContaining(`PROTOCOLS.${name}`)]);
  }
});
