/**
 * `npm run build`: bundles the Worker into `.fairway/edge/index.js`. wrangler uploads that file, and workerd runs it: what is tested is
 * what is deployed (docs/decisions/0005-one-bundle.md).
 * @module
 */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { STATE_FOLDER } from "./secrets.ts";

const ENTRY = resolve(import.meta.dirname, "../edge/index.ts");

/** @returns the path of the bundle */
export async function buildEdge(folder = join(STATE_FOLDER, "edge")): Promise<string> {
  const outfile = join(folder, "index.js");
  await build({
    entryPoints: [ENTRY],
    outfile,
    bundle: true,
    format: "esm",
    target: "es2024",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker", "import"],
    external: ["node:*", "cloudflare:*"],
    sourcemap: "linked",
    logLevel: "warning",
  });
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await buildEdge());
