import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { accumulate, percentile, renderGroups } from "../../../scripts/quality/groups.ts";

const line = (changes: object = {}) =>
  JSON.stringify({
    report: "exchange",
    weight: 1,
    network: "wifi",
    found: "httpdns",
    outcome: "answered",
    status: 200,
    totalMs: 100,
    ...changes,
  });

describe("percentile()", () => {
  test.each([
    [[], 0.5, undefined],
    [[[7, 1]], 0.99, 7],
    [
      [
        [1, 1],
        [2, 1],
        [3, 1],
        [4, 1],
      ],
      0.5,
      2,
    ],
    [
      [
        [4, 1],
        [1, 99],
      ],
      0.99,
      1,
    ],
    [
      [
        [4, 2],
        [1, 98],
      ],
      0.99,
      4,
    ],
    [
      [
        [1, 1000],
        [900, 1],
        [901, 1],
      ],
      0.5,
      1,
    ],
  ] as const)("of %j at %d is %s", (values, part, expected) => {
    expect(
      percentile(
        values.map(([value, weight]) => ({ value, weight })),
        part,
      ),
    ).toBe(expected);
  });
});

describe("groups of exchanges", () => {
  test("are those that differ in what was asked for, the largest first, by weight", async () => {
    const groups = await accumulate(
      [
        line({ weight: 100 }),
        line({ network: "cellular", outcome: "lost", status: undefined, moved: true, totalMs: 5000, weight: 1 }),
        line({ network: "cellular", status: 503, totalMs: 40, weight: 199 }),
        line({ network: undefined }),
      ],
      ["network", "found"],
    );
    expect(
      groups.map(({ key, exchanges, failed, serverErrors, moved }) => [...key, exchanges, failed, serverErrors, moved]),
    ).toEqual([
      ["cellular", "httpdns", 200, 1, 199, 1],
      ["wifi", "httpdns", 100, 0, 0, 0],
      ["-", "httpdns", 1, 0, 0, 0],
    ]);
    const [head, cellular] = renderGroups(groups, ["network", "found"]);
    expect(head?.split(/ {2,}/).slice(0, 4)).toEqual(["network", "found", "exchanges", "failed"]);
    expect(cellular?.split(/ +/)).toEqual([
      "cellular",
      "httpdns",
      "200",
      "0.50%",
      "99.50%",
      "0.50%",
      "-",
      "-",
      "-",
      "-",
      "-",
      "40",
      "40",
      "40",
    ]);
  });

  test("are made of lines of exchanges alone", async () => {
    const others = [
      "",
      "not JSON",
      '{"route":"x","path":"/\\"report\\":\\"exchange\\""}',
      '{"report":"exchange"',
      '{"report":"dropped","count":3}',
    ];
    expect(await accumulate(others, ["network"])).toEqual([]);
  });
});

test("the command reads a log and prints a table; what it does not know it names", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [fileURLToPath(new URL("../../../scripts/quality.ts", import.meta.url)), ...args], {
      input: `${line()}\n${line({ totalMs: 300 })}\n{"route":"other"}\n`,
      encoding: "utf8",
    });
  const { stdout, status } = run("--by", "found");
  expect(status).toBe(0);
  expect(stdout.trim().split("\n")).toHaveLength(2);
  expect(stdout).toMatch(/httpdns +2 +0\.00%/);
  const wrong = run("--by", "found,uid");
  expect([wrong.status, wrong.stdout]).toEqual([2, ""]);
  expect(wrong.stderr).toContain("'uid' is none of network, found");
});
