import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { startOrigin } from "../../../../scripts/origin.ts";
import { freshEnv, originWith, statusOf } from "../../../e2e/origin/process.ts";

const MAIN = resolve(import.meta.dirname, "../../../../origin/main.ts");

describe("the origin", () => {
  test("says in one line of JSON where it listens, once it serves", async () => {
    const origin = await originWith(await freshEnv());
    expect(await statusOf(`${origin.url}/readyz`)).toBe(200);
    await expect.poll(() => origin.log().length).toBeGreaterThan(0);
    const [first] = origin.log().map((line) => JSON.parse(line));
    expect(first).toMatchObject({ level: "info", message: "listening", url: origin.url, database: "sqlite" });
  });

  test.each(["SIGTERM", "SIGINT"] as const)("stops on %s with 0 and leaves nothing unlogged", async (signal) => {
    const origin = await originWith(await freshEnv());
    process.kill(origin.pid, signal);
    expect(await origin.exited).toBe(0);
    expect(JSON.parse(origin.log().at(-1) ?? "")).toMatchObject({ message: "stopped" });
  });

  test("is not ready, but serves, during its grace; a second signal ends it at once", async () => {
    const origin = await originWith(await freshEnv({ DRAIN_GRACE_MS: "60000" }));
    process.kill(origin.pid, "SIGTERM");
    await expect.poll(() => statusOf(`${origin.url}/readyz`)).toBe(503);
    expect(await statusOf(`${origin.url}/livez`)).toBe(200);
    expect(await statusOf(`${origin.url}/.well-known/jwks.json`)).toBe(200);
    process.kill(origin.pid, "SIGTERM");
    expect(await origin.exited).toBe(143);
  });

  test("does not start on a port that is taken, and says so", async () => {
    const origin = await originWith(await freshEnv());
    const { port } = new URL(origin.url);
    const second = startOrigin(await freshEnv({ PORT: port }));
    await expect(second).rejects.toMatchObject({ code: "EADDRINUSE", port: Number(port) });
  });

  test("does not start with a key that does not open its database", async () => {
    const env = await freshEnv();
    await (await originWith(env)).stop();
    const { KEY_ENCRYPTION_KEY } = await freshEnv();
    await expect(startOrigin({ ...env, KEY_ENCRYPTION_KEY: KEY_ENCRYPTION_KEY ?? "" })).rejects.toThrow();
  });

  test("starts again on what it has written", async () => {
    const env = await freshEnv();
    const keysOf = async () => {
      const origin = await originWith(env);
      const keys = await (await fetch(`${origin.url}/.well-known/jwks.json`)).json();
      expect(await origin.stop()).toBe(0);
      return keys;
    };
    expect(await keysOf()).toEqual(await keysOf());
  });
});

test("a bad configuration stops the start with 78, names the variables, and tells no secret", async () => {
  const env = { PATH: process.env.PATH ?? "", IDENTITY_KEY: "hunter2-too-short", PORT: "eighty" };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  const [code] = await Promise.race([once(child, "close"), delay(20_000, ["it did not end"])]);
  child.kill("SIGKILL");
  expect(code).toBe(78);
  for (const name of ["IDENTITY_KEY", "KEY_ENCRYPTION_KEY", "PORT"]) expect(output).toContain(`${name}: `);
  expect(output).not.toContain("hunter2");
  expect(output).not.toContain("eighty");
});
