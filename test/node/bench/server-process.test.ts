import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "../../../bench/server-process.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "fairway-server-"));
});
afterAll(() => rm(directory, { recursive: true }));

async function program(name: string, text: string): Promise<string> {
  const file = join(directory, `${name}.mjs`);
  await writeFile(file, text);
  return file;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("the URL is found in what the server prints, and close() ends it", async () => {
  const file = await program(
    "good",
    `import { createServer } from "node:http";
     const server = createServer((_, response) => response.end(process.argv[2] + process.env.WORD));
     console.log("starting");
     server.listen(0, "127.0.0.1", () => console.log("ready: listening on http://127.0.0.1:" + server.address().port + ", pid"));`,
  );
  const server = await startServer(file, ["a"], { WORD: "b" });
  expect(await (await fetch(server.url)).text()).toBe("ab");
  await server.close();
  expect(isAlive(server.pid)).toBe(false);
  await server.close();
});

test("a server does not outlive who started it and was told to exit", async () => {
  const server = await program(
    "idle",
    `setInterval(() => {}, 1000); console.log("http://127.0.0.1:1 pid=" + process.pid);`,
  );
  const starter = await program(
    "starter",
    `import { startServer } from ${JSON.stringify(fileURLToPath(new URL("../../../bench/server-process.ts", import.meta.url)))};
     const { pid } = await startServer(${JSON.stringify(server)});
     console.log(pid);
     process.exit(0);`,
  );
  const child = spawn(process.execPath, [starter], { stdio: ["ignore", "pipe", "inherit"] });
  const pid = Number(Buffer.concat(await child.stdout.toArray()).toString());
  expect(pid).toBeGreaterThan(1);
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});

test("a server that exits before it is ready is an error", async () => {
  const file = await program("exits", "process.exit(3)");
  await expect(startServer(file)).rejects.toThrow(/exits\.mjs exited with 3 before it was ready/);
});
