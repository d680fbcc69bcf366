/**
 * `npm run build`: bundles the Worker into `.fairway/edge/index.js`. wrangler uploads that file, and workerd runs it: what is tested is
 * what is deployed (docs/decisions/0005-one-bundle.md).
 * @module
 */
import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { STATE_FOLDER } from "./secrets.ts";

const ENTRY = resolve(import.meta.dirname, "../edge/index.ts");

/** @param entry the Worker's module; tests have others @returns the path of the bundle */
export async function buildEdge(folder = join(STATE_FOLDER, "edge"), entry = ENTRY): Promise<string> {
  const outfile = join(folder, "index.js");
  const { outputFiles } = await build({
    entryPoints: [entry],
    outfile,
    write: false,
    bundle: true,
    format: "esm",
    target: "es2024",
    platform: "neutral",
    mainFields: ["module", "main"],
    // Not `import`, which esbuild adds by itself where it is right: a `require` of protobufjs must not get an ES module.
    conditions: ["workerd", "worker"],
    alias: { buffer: resolve(import.meta.dirname, "node-buffer.ts") },
    external: ["node:*", "cloudflare:*", "workerd:*"],
    sourcemap: "linked",
    logLevel: "warning",
  });
  await mkdir(folder, { recursive: true });
  for (const { path, contents } of outputFiles) {
    // Another edge may be starting: it must never read half a bundle.
    const draft = `${path}.${randomUUID()}`;
    await writeFile(draft, contents);
    await rename(draft, path);
  }
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await buildEdge());
