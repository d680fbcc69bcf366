/**
 * How many WebSockets one workerd can hold here.
 * @module
 */
import { readFile } from "node:fs/promises";

/** workerd has a socket twice among its open files: once as a connection of HTTP, and once more after the upgrade. */
const FILES_PER_SOCKET = 2;
/** Databases of objects, the listener, pipes; and sockets that are closing while others open. */
const OTHER_FILES = 800;

/** @returns `wanted`, or as many as the limit on open files lets through; `say` is told then */
export async function socketsThatFit(wanted: number, say: (line: string) => void): Promise<number> {
  const limits = await readFile("/proc/self/limits", "utf8");
  // Soft and hard: workerd raises its own to the hard one.
  const hard = /^Max open files\s+\d+\s+(\d+)/m.exec(limits)?.[1];
  const fit = hard === undefined ? wanted : Math.floor((Number(hard) - OTHER_FILES) / FILES_PER_SOCKET);
  if (fit >= wanted) return wanted;
  say(`${fit} sockets in place of ${wanted}: no more than ${hard} files may be open (ulimit -Hn)`);
  return fit;
}
