/** What an app downloads for what it imports of the SDK: bundled for a browser, minified, gzip and brotli. @module */
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface BundleSize {
  readonly minifiedBytes: number;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
  /** What of the minified bytes comes from where, the heaviest first. */
  readonly parts: readonly { readonly path: string; readonly bytes: number }[];
}

/**
 * @param source of an app's module, with imports from the project's root; what it does not use is left out of the bundle
 * @throws Error where something in it is not of the web: an import of `node:`
 */
export async function bundleSize(source: string): Promise<BundleSize> {
  const { outputFiles, metafile, warnings } = await build({
    stdin: { contents: source, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const [bundle] = outputFiles;
  const [output] = Object.values(metafile.outputs);
  if (bundle === undefined || output === undefined) throw new Error("esbuild made no bundle");
  if (warnings.length > 0) throw new Error(`esbuild warns: ${warnings.map(({ text }) => text).join("; ")}`);
  const parts = Object.entries(output.inputs).map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput }));
  return {
    minifiedBytes: bundle.contents.length,
    gzipBytes: gzipSync(bundle.contents, { level: 9 }).length,
    brotliBytes: brotliCompressSync(bundle.contents).length,
    parts: parts.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes),
  };
}
