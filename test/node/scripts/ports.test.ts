import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { PORTS, requireFree, startFailure } from "../../../scripts/ports.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

describe("a port that is taken", () => {
  test("is found among those that are free, and named", async () => {
    const taken = await hold(0);
    const error = await requireFree([0, taken, 0]).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "EADDRINUSE", port: taken });
    expect(startFailure(error)).toBe(
      `port ${taken} is taken: stop what listens there (another \`npm start\`?) and start again`,
    );
  });

  test("is free again after it was asked for", async () => {
    const port = await hold(0, true);
    await requireFree([port]);
    await requireFree([port]);
    expect(await hold(port)).toBe(port);
  });

  test.each(["dev", "start"])("ends npm run %s before it starts anything, with the port's number", async (script) => {
    // Who else may hold it is not asked: it is taken.
    await hold(PORTS.edge).catch(() => undefined);
    const child = spawn(process.execPath, [`scripts/${script}.ts`], { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    // A process that were left behind would hold the pipe open, and "close" would not come.
    const [code] = await once(child, "close");
    expect(said).toContain(`port ${PORTS.edge} is taken`);
    expect(code).toBe(1);
  });
});

/** @param giveBack at once, else when the test ends @returns the port */
async function hold(port: number, giveBack = false): Promise<number> {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  const held = (server.address() as AddressInfo).port;
  const close = async () => {
    server.close();
    await once(server, "close");
  };
  if (giveBack) await close();
  else onTestFinished(close);
  return held;
}
