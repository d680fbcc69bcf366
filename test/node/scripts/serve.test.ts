import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { startEdge } from "../../../scripts/serve.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const SERVE = join(ROOT, "scripts/serve.ts");
const IDENTITY_KEY = Buffer.alloc(32, 1).toString("base64");

describe("startEdge() starts nothing with a bad configuration, and names it:", () => {
  test.each<[string, Parameters<typeof startEdge>[0], RegExp]>([
    ["a missing identity key", { bindings: {} }, /^IDENTITY_KEY: is missing/m],
    ["a short identity key", { bindings: { IDENTITY_KEY: "c2hvcnQ=" } }, /^IDENTITY_KEY: must be base64/m],
    ["a short operator token", { bindings: { IDENTITY_KEY, OPS_TOKEN: "1234" } }, /^OPS_TOKEN: must have/m],
    ["a table that is no JSON", { bindings: { IDENTITY_KEY }, routes: "{" }, /^ROUTES: the route table is no JSON/m],
    ["a table without routes", { bindings: { IDENTITY_KEY }, routes: '{"upstreams":{}}' }, /^ROUTES: routes/m],
  ])("%s", async (_, options, message) => {
    await expect(startEdge({ port: 0, ...options })).rejects.toThrow(message);
  });
});

describe("npm run serve ends with 1 and names the variable:", () => {
  test.each<[Record<string, string>, string]>([
    [{ PORT: "abc" }, "edge: PORT: a number from 0 to 65535, not 'abc'"],
    [{ PORT: "0x50" }, "edge: PORT: a number from 0 to 65535, not '0x50'"],
    [{ ROUTES: "missing.json" }, "edge: ROUTES: ENOENT"],
    [{ EDGE_TLS_KEY: "key.pem" }, "edge: EDGE_TLS_KEY and EDGE_TLS_CERT go together"],
    [{ EDGE_TLS_KEY: "key.pem", EDGE_TLS_CERT: "cert.pem" }, "edge: EDGE_TLS_KEY: ENOENT"],
    [{ IDENTITY_KEY: "abc" }, "IDENTITY_KEY: must be base64 of at least 32 bytes"],
  ])("%j", (variables, message) => {
    const { status, stderr } = spawnSync(process.execPath, [SERVE], {
      env: { PATH: process.env.PATH, PORT: "0", IDENTITY_KEY, OPS_TOKEN: "o".repeat(22), ...variables },
      encoding: "utf8",
    });
    expect(stderr).toContain(message);
    expect(status).toBe(1);
  });
});

describe("npm run serve makes local secrets", () => {
  test.each<[string, Record<string, string>, boolean]>([
    ["where the operator token is not given", { IDENTITY_KEY }, true],
    ["where the identity key is not given", { OPS_TOKEN: "o".repeat(22) }, true],
    ["where one is given and empty", { IDENTITY_KEY, OPS_TOKEN: "" }, true],
    ["not where both are given", { IDENTITY_KEY, OPS_TOKEN: "o".repeat(22) }, false],
  ])("%s", async (_, variables, made) => {
    const copy = await linkedCopy();
    // A file that is missing ends it before it builds or listens.
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--preserve-symlinks", "--preserve-symlinks-main", join(copy, "scripts/serve.ts")],
      {
        env: { PATH: process.env.PATH, PORT: "0", EDGE_TLS_KEY: "none.pem", EDGE_TLS_CERT: "none.pem", ...variables },
        encoding: "utf8",
      },
    );
    expect(stderr).toContain("edge: EDGE_TLS_KEY: ENOENT");
    expect(status).toBe(1);
    expect(existsSync(join(copy, ".fairway/secrets.json"))).toBe(made);
    expect(stderr.includes("operator token, shown once")).toBe(made);
  });
});

/** The project in a folder of its own, which therefore has no local state yet. */
async function linkedCopy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-serve-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const name of ["scripts", "edge", "proto", "node_modules", "package.json"]) {
    await symlink(join(ROOT, name), join(folder, name));
  }
  return folder;
}
