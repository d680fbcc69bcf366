/** A worker of the edge whose object hangs, on workerd. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { describeSnowflake } from "../../../proto/snowflake.ts";
import { buildEdge } from "../../../scripts/build-edge.ts";
import { startEdge } from "../../../scripts/serve.ts";

const ENTRY = fileURLToPath(new URL("../../workers/ids/clocked-edge.ts", import.meta.url));
/** The edge leaves it after 100 ms, as test/workers/edge/ids measures; the rest is for a machine with other things to do. */
const LEFT_MS_MAX = 1_500;

test("an object that hangs is left for another, and who asks for it alone is told", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fairway-ids-hang-"));
  const edge = await startEdge({
    port: 0,
    module: await buildEdge(join(folder, "edge"), ENTRY),
    bindings: {
      IDENTITY_KEY: Buffer.alloc(32, "k").toString("base64"),
      PROTOCOLS: '{"ids":true}',
      IDS_TOKENS: "*",
      IDS_WORKERS: "0-1",
    },
    stdout: "ignore",
    stderr: "ignore",
  });
  const askedOf = async (query = "") => {
    const startedMs = performance.now();
    const response = await fetch(`${edge.url}/ids${query}`);
    const { ids = [] } = (await response.json()) as { ids?: string[] };
    const tookMs = performance.now() - startedMs;
    return { status: response.status, worker: describeSnowflake(BigInt(ids[0] ?? 0)).workerId, tookMs };
  };
  try {
    for (const worker of [0, 1]) await askedOf(`?worker=${worker}`); // Both are awake.
    const { worker: home } = await askedOf();
    await fetch(`${edge.url}/test/hang?worker=${home}`, { method: "POST" });
    const first = await askedOf();
    expect(first.worker).toBe(1 - home);
    expect(first.tookMs).toBeGreaterThanOrEqual(99);
    expect(first.tookMs).toBeLessThan(LEFT_MS_MAX);
    expect((await askedOf()).worker).toBe(1 - home);
    expect(await askedOf(`?worker=${home}`)).toMatchObject({ status: 503 });
  } finally {
    await edge.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
