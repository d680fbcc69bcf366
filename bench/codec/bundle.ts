/** What the SDK adds to an app: bundled, minified, gzip. Without contracts of services and without the dictionary. @module */
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const ENTRY = fileURLToPath(new URL("../../sdk/client.ts", import.meta.url));
/** An app with contracts has the runtime of these anyway. */
const PROTOBUF_RUNTIME = ["protobufjs/*", "long"];

export interface BundleSize {
  readonly gzipBytes: number;
  readonly gzipBytesWithoutProtobuf: number;
}

export async function bundleSize(): Promise<BundleSize> {
  const size = async (external: string[]) => {
    const { outputFiles } = await build({
      entryPoints: [ENTRY],
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      platform: "browser",
      external,
      write: false,
    });
    return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
  };
  return { gzipBytes: await size([]), gzipBytesWithoutProtobuf: await size(PROTOBUF_RUNTIME) };
}
