import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { startEdge } from "../../../scripts/serve.ts";

const SERVE = resolve(import.meta.dirname, "../../../scripts/serve.ts");
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
