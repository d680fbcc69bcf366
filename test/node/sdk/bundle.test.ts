import { describe, expect, test } from "vitest";
import { bundleSize } from "../../../bench/sdk-size/bundle.ts";

/** Of node_modules, what is in it. */
const packagesOf = (parts: readonly { readonly path: string }[]) =>
  [...new Set(parts.flatMap(({ path }) => /node_modules\/([^/]+)/.exec(path)?.[1] ?? []))].sort();

describe("the SDK as an app bundles it", () => {
  test.each([
    // Half of it is pako. protobufjs comes with an app's own contracts.
    ["client.ts", "createClient", ["pako"], 32_500],
    // Of which pako is 14, as in the client's.
    ["report.ts", "createReports", ["pako"], 20_000],
    // Most of it is Centrifugo's client.
    ["push.ts", "createPush", ["centrifuge"], 28_500],
  ])("%s needs nothing but web standards, and stays small", async (name, used, packages, gzipBytesMax) => {
    // esbuild fails on an import of `node:` for a browser.
    const { gzipBytes, parts } = await bundleSize(`import { ${used} } from "./sdk/${name}"; globalThis.app = ${used};`);
    expect(packagesOf(parts)).toEqual(packages);
    expect(gzipBytes).toBeLessThan(gzipBytesMax);
  });

  test("a bundle that needs Node is refused", async () => {
    await expect(bundleSize('import { readFile } from "node:fs"; globalThis.app = readFile;')).rejects.toThrow(
      "node:fs",
    );
  });
});
