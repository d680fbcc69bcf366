import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createConnection } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import mysql from "mysql2/promise";
import { expect, inject, test } from "vitest";
import { findProgram } from "../../../scripts/install-services.ts";
import { freshMysqlDatabase, startMariadb } from "../../services/mariadb.ts";
import { startRedis } from "../../services/redis.ts";

test("each test file gets a database that is empty and its own", async () => {
  const urls = await Promise.all([freshMysqlDatabase(inject("mysqlUrl")), freshMysqlDatabase(inject("mysqlUrl"))]);
  expect(urls[0]).not.toBe(urls[1]);
  const connection = await mysql.createConnection(urls[0] ?? "");
  expect((await connection.query("show tables"))[0]).toEqual([]);
  await connection.end();
});

test("a server that is killed comes back on the same port with its data", async () => {
  const mariadb = await startMariadb();
  try {
    const url = await freshMysqlDatabase(mariadb.url);
    const { pid } = mariadb;
    await mariadb.kill();
    await expect(mysql.createConnection(url)).rejects.toThrow();
    await mariadb.restart();
    expect(mariadb.pid).not.toBe(pid);
    await (await mysql.createConnection(url)).end();
  } finally {
    await mariadb.stop();
  }
  expect(await listens(mariadb.port)).toBe(false);
});

test("a runner that dies without a word leaves neither server nor data behind", async () => {
  const program = `
    import { startRedis } from ${JSON.stringify(fileURLToPath(new URL("../../services/redis.ts", import.meta.url)))};
    import { readlinkSync } from "node:fs";
    const redis = await startRedis();
    console.log(JSON.stringify({ port: redis.port, pid: redis.pid, folder: readlinkSync("/proc/" + redis.pid + "/cwd") }));
    setInterval(() => {}, 60_000);`;
  const runner = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: runner.stdout }), "line");
  const { port, pid, folder } = JSON.parse(String(line)) as { port: number; pid: number; folder: string };
  expect([await listens(port), isAlive(pid), existsSync(folder)]).toEqual([true, true, true]);
  runner.kill("SIGKILL");
  await expect.poll(() => [isAlive(pid), existsSync(folder)], { timeout: 10_000 }).toEqual([false, false]);
});

test("stop() ends a server that hangs", async () => {
  const redis = await startRedis();
  const { pid } = redis;
  await redis.pause();
  await redis.stop();
  expect(isAlive(pid)).toBe(false);
});

test("a program is found where servers live, though an ordinary PATH does not name it", () => {
  expect(findProgram("mariadbd", "")).toMatch(/mariadbd$/);
  expect(findProgram("no-such-program")).toBeUndefined();
});

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
