/**
 * What very many WebSockets are held by here.
 * @module
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

export interface Runtime {
  /** Of its rows in a table. */
  readonly name: string;
  /** Of workerd; undefined: the installed one. */
  readonly binary: string | undefined;
  /** As many as were wanted, or as fit. */
  readonly sockets: number;
}

/** Since 2026-09-18 workerd has a connection twice among its open files, to be told when it breaks off. */
const FILES_PER_SOCKET = 2;
/** The last release that has it once, of bench/package.json. */
const ONE_FILE = "workerd-one-file";
/** Databases of objects, the listener, pipes; and sockets that are closing while others open. */
const OTHER_FILES = 800;

/** @returns the installed workerd, and beside it, where fewer sockets than `wanted` fit, one that opens fewer files; `say` is told then */
export async function runtimesFor(wanted: number, say: (line: string) => void): Promise<readonly Runtime[]> {
  const files = (await openFilesMax()) - OTHER_FILES;
  const installed = { name: "", binary: undefined, sockets: Math.min(wanted, Math.floor(files / FILES_PER_SOCKET)) };
  if (installed.sockets === wanted) return [installed];
  say(
    `${installed.sockets} sockets in place of ${wanted}: no more than ${files + OTHER_FILES} files may be open (ulimit -Hn)`,
  );
  const older = { name: "one file each", binary: await pathOf(ONE_FILE), sockets: Math.min(wanted, files) };
  say(`${older.sockets} on a workerd that opens one file for each`);
  return [installed, older];
}

/** Soft and hard: workerd raises its own to the hard one. */
async function openFilesMax(): Promise<number> {
  const limits = await readFile("/proc/self/limits", "utf8");
  const hard = /^Max open files\s+\d+\s+(\d+)/m.exec(limits)?.[1];
  return hard === undefined ? Infinity : Number(hard);
}

async function pathOf(name: string): Promise<string> {
  const module = createRequire(import.meta.url).resolve(name);
  const { default: path } = (await import(pathToFileURL(module).href)) as { default: string | { default: string } };
  return typeof path === "string" ? path : path.default;
}
