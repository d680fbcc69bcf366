import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const COMMAND = resolve(import.meta.dirname, "../../../../origin/passport/rotate-keys.ts");
const KEY = Buffer.alloc(32, 1).toString("base64");
const NEXT_KEY = Buffer.alloc(32, 2).toString("base64");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-rotate-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** @returns what it printed, or throws with what it complained of */
async function run(args: readonly string[], keys: string | undefined = KEY): Promise<string> {
  const env = { SQLITE_PATH: join(folder, "origin.sqlite"), ...(keys === "" ? {} : { KEY_ENCRYPTION_KEY: keys }) };
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...args], { env });
  return stdout;
}

describe("the command that replaces keys", () => {
  test("makes the first key, then the next one, then waits for it", async () => {
    expect(await run([])).toMatch(/the latest key is \S{11}, active from 1970/);
    const next = await run([]);
    expect(next).toMatch(/the latest key is \S{11}, active from 20/);
    expect(await run([])).toBe(next);
  });

  test("replaces all at once", async () => {
    expect(await run(["at-once"])).toMatch(/deleted: \S{11}, \S{11}\n$/);
  });

  test("encrypts anew with the first of two keys", async () => {
    expect(await run(["reseal"], `${NEXT_KEY},${KEY}`)).toBe("encrypted anew: 1\n");
    expect(await run(["reseal"], NEXT_KEY)).toBe("encrypted anew: 0\n");
  });

  test.each([
    [["sometimes"], KEY, "usage: rotate-keys"],
    [[], "", "KEY_ENCRYPTION_KEY is needed"],
    [[], "short", "KEY_ENCRYPTION_KEY is not 32 bytes in base64"],
    [["reseal"], `${KEY},${KEY},${KEY}`, "KEY_ENCRYPTION_KEY takes at most 2 keys"],
  ])("%j with key %j fails, and says why in one line", async (args, keys, message) => {
    const failure = await run(args, keys).then(
      () => undefined,
      (error: { code: number; stderr: string }) => error,
    );
    expect(failure?.code).toBe(1);
    expect(failure?.stderr).toContain(message);
    expect(failure?.stderr.trim().split("\n")).toHaveLength(1);
  });
});
