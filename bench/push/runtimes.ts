/**
 * What very many WebSockets are held by here.
 * @module
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

export interface Runtime {
  /** What the names of its rows in a table end in. */
  readonly suffix: string;
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
  const installed = { suffix: "", binary: undefined, sockets: Math.min(wanted, Math.floor(files / FILES_PER_SOCKET)) };
  if (installed.sockets === wanted) return [installed];
  say(
    `${installed.sockets} sockets in place of ${wanted}: no more than ${files + OTHER_FILES} files may be open (ulimit -Hn)`,
  );
  const older = { suffix: ", one file each", binary: oneFileBinary(), sockets: Math.min(wanted, files) };
  say(`${older.sockets} on a workerd that opens one file for each`);
  return [installed, older];
}

/** Soft and hard: workerd raises its own to the hard one. */
async function openFilesMax(): Promise<number> {
  const limits = await readFile("/proc/self/limits", "utf8");
  const hard = /^Max open files\s+\d+\s+(\d+)/m.exec(limits)?.[1];
  return hard === undefined ? Infinity : Number(hard);
}

function oneFileBinary(): string {
  return (createRequire(import.meta.url)(ONE_FILE) as { readonly default: string }).default;
}
