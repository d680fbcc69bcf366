/**
 * An edge for the benches of push, as `npm run serve` runs it, with its objects on disk.
 * @module
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EdgeOptions, startEdge } from "../../scripts/serve.ts";
import { PUBLISHER_TOKEN } from "./publisher.ts";

export interface PushEdge {
  readonly url: string;
  readonly webSocketUrl: string;
  readonly pid: number;
  close(): Promise<void>;
}

/** @param push the binding `PUSH` */
export async function startPushEdge(
  push: Readonly<Record<string, unknown>>,
  options: Pick<EdgeOptions, "args" | "binary"> = {},
): Promise<PushEdge> {
  const objectsFolder = await mkdtemp(join(tmpdir(), "fairway-push-bench-"));
  const edge = await startEdge({
    port: 0,
    routes: JSON.stringify({ upstreams: {}, routes: [] }),
    bindings: {
      PROTOCOLS: JSON.stringify({ push: true, centrifugo: true, goim: true }),
      GOIM_CLEAR_AUTH: "true",
      PUSH: JSON.stringify({ anonymous: true, ...push }),
      OPS_TOKEN: PUBLISHER_TOKEN, // A publisher of its own would be held to 20 000 messages a second.
    },
    objectsFolder,
    stdout: "ignore",
    ...options,
  });
  return {
    url: edge.url,
    webSocketUrl: edge.url.replace("http", "ws"),
    pid: edge.pid,
    async close() {
      await edge.stop();
      await rm(objectsFolder, { recursive: true, force: true });
    },
  };
}
