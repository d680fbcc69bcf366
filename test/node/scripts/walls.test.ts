import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wallsBroken } from "../../../scripts/walls.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

describe("wallsBroken()", () => {
  test.each([
    ["edge/a/a.ts", 'import { b } from "../../origin/rpc/rpc.ts";', "edge/ may not import origin/"],
    ["origin/a/a.ts", 'import type { B } from "../../edge/batch/batch.ts";', "origin/ may not import edge/"],
    ["proto/trace.ts", 'export { x } from "../sdk/client.ts";', "proto/ may not import sdk/"],
    ["sdk/client.ts", 'const m = await import("../origin/main.ts");', "sdk/ may not import origin/"],
    ["durable/a/a.ts", 'import\n  {\n  b\n} from "../../edge/index.ts";', "durable/ may not import edge/"],
    ["edge/a/a.ts", 'import { parse } from "../route/pattern.ts";', "import its front door, edge/route/route.ts"],
    ["edge/a/a.ts", 'import { parse } from "../../proto/batch/json.ts";', "front door, proto/batch/batch.ts"],
  ])("finds the wall that %s breaks with %s", (file, source, expected) => {
    expect(wallsBroken(file, source).join("\n")).toContain(expected);
  });

  test.each([
    ["edge/a/a.ts", 'import { parse } from "../route/route.ts";'],
    ["edge/a/a.ts", 'import type { Call } from "../route/call.ts";'],
    ["edge/a/a.ts", 'import { Fault } from "../../proto/fault.ts";'],
    ["edge/a/a.ts", 'import { MESSAGES } from "../../proto/gen/registry.ts";'],
    ["edge/a/a.ts", 'import { b } from "./b.ts";\nimport { Hono } from "hono";'],
    ["test/node/edge/a.test.ts", 'import { parse } from "../../../edge/route/pattern.ts";'],
  ])("lets %s import what it may: %s", (file, source) => {
    expect(wallsBroken(file, source)).toEqual([]);
  });
});

/** A check that passes because it saw nothing is worse than none: each tool is shown a violation that it must find. */
describe("the static checks see a planted violation", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(ROOT, "edge/planted-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(name: string, ...args: string[]) {
    const result = spawnSync(join(ROOT, "node_modules/.bin", name), args, { cwd: ROOT, encoding: "utf8" });
    return `${result.stdout}${result.stderr}`;
  }

  test("the compiler refuses an import of another tier, and a wrong type", () => {
    writeFileSync(
      join(folder, "planted.ts"),
      'import "../../origin/rpc/context.ts";\nexport const wrong: number = "text";\n',
    );
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: "../../tsconfig.base.json",
        compilerOptions: { types: ["@cloudflare/workers-types"], outDir: join(folder, "out") },
        references: [{ path: "../../proto" }],
        include: ["planted.ts"],
      }),
    );
    const output = run("tsc", "-p", folder, "--noEmit", "false");
    expect(output).toMatch(/TS2322/);
    expect(output).toMatch(/TS6307|TS6059/);
  }, 60_000);

  test("the linter refuses Node's globals in the Worker, and an untyped value", () => {
    const file = join(folder, "lint.ts");
    writeFileSync(file, "export const key = process.env.KEY;\nexport const value: any = 1;\n");
    const output = run("biome", "lint", file);
    expect(output).toMatch(/noRestrictedGlobals/);
    expect(output).toMatch(/noExplicitAny/);
  });
});
