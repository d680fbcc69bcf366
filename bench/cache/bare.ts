/**
 * A bare workerd, with the same settings of workerd and V8 as the edge.
 * @module
 */
import { fileURLToPath } from "node:url";
import { COMPATIBILITY_DATE } from "../../scripts/serve.ts";
import { startWorkerd } from "../../scripts/workerd.ts";
import type { ServerProcess } from "../server-process.ts";

const CONSTANT_WORKER = fileURLToPath(new URL("constant-worker.js", import.meta.url));

export async function startBare(module = CONSTANT_WORKER): Promise<ServerProcess> {
  const { url, pid, stop } = await startWorkerd({
    module,
    host: "127.0.0.1",
    port: 0,
    compatibilityDate: COMPATIBILITY_DATE,
    compatibilityFlags: [],
    bindings: {},
  });
  return { url, pid, close: stop };
}
