/** workerd as the scripts start it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { COMPATIBILITY_DATE } from "../../../scripts/serve.ts";
import { startWorkerd } from "../../../scripts/workerd.ts";

const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function start(script: string) {
  const folder = await mkdtemp(join(tmpdir(), "fairway-workerd-test-"));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const module = join(folder, "index.js");
  await writeFile(module, script);
  const workerd = await startWorkerd({
    module,
    host: "127.0.0.1",
    port: 0,
    compatibilityDate: COMPATIBILITY_DATE,
    compatibilityFlags: [],
    bindings: {},
    stdout: "ignore",
  });
  stops.push(() => workerd.stop());
  return workerd;
}

test("a Worker can ask for its garbage to be collected, a little or all of it", async () => {
  const { url } = await start(
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
  const ask = async (type: string) => await (await fetch(`${url}/${type}`)).text();
  expect([await ask("none"), await ask("minor"), await ask("major")]).toEqual(["kept", "collected", "collected"]);
});

test("a Worker's warnings come through, and what workerd says of its own flags does not", async () => {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const { url } = await start(`export default { fetch() { console.error("mind this"); return new Response(); } };`);
  await fetch(url);
  await expect.poll(() => said.join("")).toContain("mind this");
  expect(said.join("")).not.toContain("NOSENTRY");
});
