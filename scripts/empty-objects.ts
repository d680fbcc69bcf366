/**
 * Removes the files of Durable Objects that hold nothing. workerd makes a file of one page for each object that is only called, and leaves
 * one for each that gave all back: whoever may name objects leaves files behind. While workerd runs they may be in use, so it is done before
 * it starts.
 *
 * A file goes only where SQLite's own header says that nothing was ever made in it: one page, with no entry in its schema
 * (https://www.sqlite.org/fileformat2.html, §1.3 and §1.6), and no log beside it that workerd has yet to take up. And only where no other
 * process has the folder, whose objects would write into files that are gone.
 * @module
 */
import { type FileHandle, open, opendir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What workerd makes. */
const PAGE_BYTES = 4_096;
const MAGIC = Buffer.from("SQLite format 3\0", "latin1");
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
/** The schema's own tree begins behind the header: a leaf of a table, and how many entries it has. */
const LEAF_AT = 100;
const LEAF_OF_TABLE = 0x0d;
const ENTRIES_AT = 103;
/** Alarms of all objects of a class. */
const ALARMS = "metadata.sqlite";
const SUFFIX = ".sqlite";
/** Some 9 000 files: a start does not wait longer for the sake of tidiness, and the next goes on. */
const TIDY_MS_MAX = 5_000;

/** Holds the process that has the folder. */
const OWNER = "workerd.pid";

/** From now on the folder is that process's, unless another has it. */
export async function ownObjects(folder: string, pid: number): Promise<void> {
  if (!(await isOwned(folder))) await writeFile(join(folder, OWNER), String(pid), { mode: 0o600 });
}

/** Whether a process has the folder. One that has got the number of a process that is gone passes for it until it ends. */
async function isOwned(folder: string): Promise<boolean> {
  const pid = Number(await readFile(join(folder, OWNER), "utf8").catch(() => ""));
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** @param folder what workerd has as its `localDisk`: a folder for each class @returns how many objects' files it removed */
export async function removeEmptyObjects(folder: string, now: () => number = Date.now): Promise<number> {
  if (await isOwned(folder)) return 0;
  const untilMs = now() + TIDY_MS_MAX;
  let removed = 0;
  for await (const { name, parentPath } of await opendir(folder, { recursive: true })) {
    if (!name.endsWith(SUFFIX) || name === ALARMS) continue;
    if (now() > untilMs) break;
    const path = join(parentPath, name);
    if (!(await isEmpty(path)) || (await bytesOf(`${path}-wal`)) > 0) continue;
    for (const file of [`${path}-wal`, `${path}-shm`, path]) await rm(file, { force: true });
    removed++;
  }
  return removed;
}

/** 0 where there is none. */
async function bytesOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

async function isEmpty(path: string): Promise<boolean> {
  if ((await bytesOf(path)) !== PAGE_BYTES) return false;
  const file = await open(path, "r");
  try {
    return isEmptyPage(await pageOf(file));
  } finally {
    await file.close();
  }
}

async function pageOf(file: FileHandle): Promise<Buffer> {
  const page = Buffer.alloc(PAGE_BYTES);
  const { bytesRead } = await file.read(page, 0, PAGE_BYTES, 0);
  return page.subarray(0, bytesRead);
}

function isEmptyPage(page: Buffer): boolean {
  return (
    page.length === PAGE_BYTES &&
    page.subarray(0, MAGIC.length).equals(MAGIC) &&
    page.readUInt16BE(PAGE_SIZE_AT) === PAGE_BYTES &&
    page.readUInt32BE(PAGE_COUNT_AT) === 1 &&
    page[LEAF_AT] === LEAF_OF_TABLE &&
    page.readUInt16BE(ENTRIES_AT) === 0
  );
}
