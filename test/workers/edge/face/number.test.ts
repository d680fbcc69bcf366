/** Paths with a segment of digits. */
import { describe, expect, test } from "vitest";
import { type Face, findFace, jsonReply } from "../../../../edge/face/face.ts";
import { mountsOf } from "./mounts.ts";

const PATHS = { account: ["/:number/d", "/:number/all/", "/v2/d"], year: ["/2024/d", "/2025/x"], plain: ["/d"] };

function found(document: unknown, path: string): string | undefined {
  const faces: Face[] = Object.entries(PATHS).map(([name, paths]) => ({
    name,
    paths,
    answer: async () => jsonReply(1),
  }));
  const find = findFace(faces, mountsOf(document, PATHS).mounts);
  const at = find({ client: { ip: undefined, proto: "http", host: "a" }, target: { path, query: "" } });
  return at && `${at.face.name} ${at.path}`;
}

test.each([
  [{ account: true }, "/1234/d", "account /1234/d"],
  [{ account: true }, "/00/all/x/y", "account /00/all/x/y"],
  [{ account: true }, "/v2/d", "account /v2/d"],
  [{ account: { prefix: "/a" } }, "/a/1234/d", "account /1234/d"],
  [{ account: true, plain: { prefix: "/77" } }, "/77/d", "plain /d"],
  [{ account: true, year: { prefix: "/2024" } }, "/2024/d", "account /2024/d"],
])("mounted as %j, %s is answered by %s", (document, path, expected) => {
  expect(found(document, path)).toBe(expected);
});

test.each([
  "/a/d",
  "/d",
  "/1234",
  "/1234/",
  "/1234/d/",
  "/1234/e",
  "/12a4/d",
  "//d",
  "/-12/d",
  "/7/d",
  `/${"9".repeat(21)}/d`,
  "/1/2/d",
])("%s is answered by nobody", (path) => expect(found({ account: true }, path)).toBeUndefined());

describe("a path with digits", () => {
  test.each([
    [{ account: true, year: true }, /^PROTOCOLS\.year: account has \/:number\/d already/],
    [{ account: true, plain: { prefix: "/77" } }, /^PROTOCOLS\.plain: account has \/:number\/d already/],
  ])("clashes with the number itself: %j", (document, flaw) => {
    expect(mountsOf(document, PATHS).flaws).toEqual([expect.stringMatching(flaw)]);
  });

  test.each([
    { account: true, plain: true },
    { account: true, plain: { prefix: "/a" } },
    { account: { prefix: "/a" }, year: true },
    { account: { host: "x" }, year: { host: "y" } },
  ])("does not clash with another one: %j", (document) => {
    expect(mountsOf(document, PATHS).flaws).toEqual([]);
  });

  test.each(["/2024/d", "/2024/{rest...}", "/77/{what}", "/77/all/x", "/v2/{rest...}"])(
    "clashes with a route of %s",
    (path) => {
      expect(mountsOf({ account: true }, PATHS, [path]).flaws[0]).toMatch(
        /^ROUTES: routes\[0\]\.match\.path: PROTOCOLS\.account/,
      );
    },
  );

  test.each(["/users/d", "/77", "/77/e", "/7/d", "/{name}/d", "/{rest...}", "/7a/d"])(
    "does not clash with a route of %s",
    (path) => {
      expect(mountsOf({ account: true }, PATHS, [path]).flaws).toEqual([]);
    },
  );
});
