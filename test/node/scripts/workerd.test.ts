/** workerd as the scripts start it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMPATIBILITY_DATE } from "../../../scripts/serve.ts";
import { startWorkerd } from "../../../scripts/workerd.ts";

test("a Worker can ask for its garbage to be collected, a little or all of it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fairway-workerd-test-"));
  const module = join(folder, "index.js");
  await writeFile(
    module,
    `let kept;
    function fill() { kept = new WeakRef({ text: "x".repeat(1_000) }); }
    export default {
      async fetch(request) {
        fill();
        await scheduler.wait(1); // A WeakRef holds what it refers to until the turn is over.
        const type = new URL(request.url).pathname.slice(1);
        if (type !== "none") gc({ type });
        return new Response(kept.deref() === undefined ? "collected" : "kept");
      },
    };`,
  );
  const workerd = await startWorkerd({
    module,
    host: "127.0.0.1",
    port: 0,
    compatibilityDate: COMPATIBILITY_DATE,
    compatibilityFlags: [],
    bindings: {},
    stdout: "ignore",
  });
  try {
    const ask = async (type: string) => await (await fetch(`${workerd.url}/${type}`)).text();
    expect([await ask("none"), await ask("minor"), await ask("major")]).toEqual(["kept", "collected", "collected"]);
  } finally {
    await workerd.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
