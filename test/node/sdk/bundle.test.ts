import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

const entry = (name: string) => fileURLToPath(new URL(`../../../sdk/${name}`, import.meta.url));

describe("the SDK as an app bundles it", () => {
  test.each([
    // Measured 47.5 KB; most of it is pako (14) and the protobuf runtime with long (16).
    ["client.ts", 49_000],
    // Measured 26.9 KB; most of it is Centrifugo's client.
    ["push.ts", 28_500],
  ])("%s needs nothing but web standards, and stays small", async (name, gzipBytesMax) => {
    // esbuild fails on an import of `node:` for a browser.
    const { outputFiles, warnings } = await build({
      entryPoints: [entry(name)],
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      platform: "browser",
      write: false,
    });
    const text = outputFiles[0]?.text ?? "";
    expect(warnings).toEqual([]);
    if (name === "client.ts") expect(text).not.toMatch(/centrifuge/i);
    expect(text).not.toMatch(/["']node:/);
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(gzipBytesMax);
  });
});
