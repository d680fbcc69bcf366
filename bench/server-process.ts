/**
 * A server under test in a process of its own, by the line that it prints when it is ready: one with a URL in it.
 * It does not outlive this process, unless that is killed without a chance to exit.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface ServerProcess {
  /** As the server printed it, without a slash at the end. */
  readonly url: string;
  readonly pid: number;
  /** SIGTERM, and SIGKILL for who does not leave. */
  close(): Promise<void>;
}

const START_MS_MAX = 30_000;
const STOP_MS_MAX = 5_000;

/**
 * @param file a Node program
 * @throws Error when it exits, or says nothing in time; its stderr has gone to ours
 */
export async function startServer(
  file: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  const killAtExit = () => child.kill("SIGKILL");
  process.once("exit", killAtExit);
  child.once("exit", () => process.off("exit", killAtExit));
  try {
    const url = await readyUrl(child, file);
    return { url, pid: child.pid ?? 0, close: () => stopProcess(child) };
  } catch (error) {
    await stopProcess(child);
    throw error;
  }
}

async function readyUrl(child: ChildProcess, file: string): Promise<string> {
  if (child.stdout === null) throw new Error(`${file} has no stdout`);
  const lines = createInterface(child.stdout);
  return await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${file} did not say its URL in ${START_MS_MAX} ms`)), START_MS_MAX);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearTimeout(late);
      reject(new Error(`${file} exited with ${code ?? signal} before it was ready`));
    });
    lines.on("line", (line) => {
      const url = /\b[a-z]+:\/\/[\w.:[\]-]+/.exec(line);
      if (url === null) return;
      clearTimeout(late);
      resolve(url[0]);
    });
  });
}

/** SIGTERM, and SIGKILL where that does not help. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const kill = setTimeout(() => child.kill("SIGKILL"), STOP_MS_MAX);
  await exited;
  clearTimeout(kill);
}
