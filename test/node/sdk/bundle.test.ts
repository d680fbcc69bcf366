import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

const ENTRY = fileURLToPath(new URL("../../../sdk/client.ts", import.meta.url));
/** Measured 47.5 KB; most of it is pako (14) and the protobuf runtime with long (16). */
const GZIP_BYTES_MAX = 49_000;

describe("the SDK as an app bundles it", () => {
  test("needs nothing but web standards, and stays small", async () => {
    // esbuild fails on an import of `node:` for a browser.
    const { outputFiles, warnings } = await build({
      entryPoints: [ENTRY],
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      platform: "browser",
      write: false,
    });
    const text = outputFiles[0]?.text ?? "";
    expect(warnings).toEqual([]);
    expect(text).not.toMatch(/["']node:/);
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(GZIP_BYTES_MAX);
  });
});
