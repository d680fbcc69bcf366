/** Files of SQLite, as workerd has them. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ownObjects, removeEmptyObjects } from "../../../scripts/empty-objects.ts";

let folder: string;
let objects: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-objects-"));
  objects = join(folder, "fairway-PushChannel");
  await mkdir(objects);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** One whose header is written, as by workerd when it opens one. */
function database(name: string, ...statements: string[]): DatabaseSync {
  const made = new DatabaseSync(join(objects, name));
  made.exec("PRAGMA page_size = 4096; PRAGMA journal_mode = WAL");
  for (const statement of statements) made.exec(statement);
  return made;
}

test("a file in which nothing was ever made goes, and those beside it", async () => {
  database("empty.sqlite").close();
  expect((await stat(join(objects, "empty.sqlite"))).size).toBe(4_096);
  await writeFile(join(objects, "empty.sqlite-wal"), "");
  await writeFile(join(objects, "empty.sqlite-shm"), Buffer.alloc(32_768));
  expect(await removeEmptyObjects(folder)).toBe(1);
  expect(await readdir(objects)).toEqual([]);
});

test("what has a table stays, be it without a row, and so do alarms", async () => {
  database("table.sqlite", "CREATE TABLE t(a)").close();
  database("dropped.sqlite", "CREATE TABLE t(a)", "INSERT INTO t VALUES (1)").close();
  database("metadata.sqlite").close();
  expect(await removeEmptyObjects(folder)).toBe(0);
  expect((await readdir(objects)).sort()).toEqual(["dropped.sqlite", "metadata.sqlite", "table.sqlite"]);
});

test("what is only in the log that a crash left behind is not lost", async () => {
  const crashed = database("crashed.sqlite", "PRAGMA wal_autocheckpoint = 0", "CREATE TABLE t(a)");
  expect((await stat(join(objects, "crashed.sqlite"))).size).toBe(4_096);
  expect(await removeEmptyObjects(folder)).toBe(0);
  crashed.close();
});

test.each([
  ["of another kind", Buffer.alloc(4_096, "x")],
  ["that is cut off", Buffer.from("SQLite format 3\0", "latin1")],
  ["that is empty", Buffer.alloc(0)],
])("a file %s is left alone", async (_, bytes) => {
  await writeFile(join(objects, "other.sqlite"), bytes);
  expect(await removeEmptyObjects(folder)).toBe(0);
  expect(await readdir(objects)).toEqual(["other.sqlite"]);
});

test("a start waits for it no longer than five seconds", async () => {
  for (const name of ["a.sqlite", "b.sqlite"]) database(name).close();
  let nowMs = 0;
  const slow = () => {
    nowMs += 3_000;
    return nowMs;
  };
  expect(await removeEmptyObjects(folder, slow)).toBe(1);
});

test("a folder that another process has is left alone until that is gone", async () => {
  database("empty.sqlite").close();
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  await ownObjects(folder, other.pid ?? 0);
  await ownObjects(folder, 2 ** 30);
  expect(await removeEmptyObjects(folder)).toBe(0);
  other.kill("SIGKILL");
  await once(other, "exit");
  expect(await removeEmptyObjects(folder)).toBe(1);
});
