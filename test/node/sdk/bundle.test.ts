import { describe, expect, test } from "vitest";
import { bundleSize } from "../../../bench/sdk-size/bundle.ts";

/** Of node_modules, what is in it. */
const packagesOf = (parts: readonly { readonly path: string }[]) =>
  [...new Set(parts.flatMap(({ path }) => /node_modules\/([^/]+)/.exec(path)?.[1] ?? []))].sort();

describe("the SDK as an app bundles it", () => {
  test.each([
    // protobufjs comes with an app's own contracts.
    ["client.ts", "createClient", ["fflate"], 24_000],
    // Of which half is in the client too.
    ["report/report.ts", "createReports", ["fflate"], 12_000],
    // Most of it is Centrifugo's client.
    ["push.ts", "createPush", ["centrifuge"], 28_500],
  ])("%s needs nothing but web standards, and stays small", async (name, used, packages, gzipBytesMax) => {
    // esbuild fails on an import of `node:` for a browser.
    const { gzipBytes, parts } = await bundleSize(`import { ${used} } from "./sdk/${name}"; globalThis.app = ${used};`);
    expect(packagesOf(parts)).toEqual(packages);
    expect(gzipBytes).toBeLessThan(gzipBytesMax);
  });

  test("all that calls need is less than 40 KB", async () => {
    const { gzipBytes } = await bundleSize(`
      import { createClient } from "./sdk/client.ts";
      import { createNetwork } from "./sdk/network/network.ts";
      import { createReports } from "./sdk/report/report.ts";
      globalThis.app = [createClient, createNetwork, createReports];`);
    expect(gzipBytes).toBeLessThan(40_000);
  });

  test("a bundle that needs Node is refused", async () => {
    await expect(bundleSize('import { readFile } from "node:fs"; globalThis.app = readFile;')).rejects.toThrow(
      "node:fs",
    );
  });
});
