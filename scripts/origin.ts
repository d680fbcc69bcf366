/**
 * The origin in a process of its own, for `npm start` and for tests.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

const MAIN = resolve(import.meta.dirname, "../origin/main.ts");
const ROOT = resolve(import.meta.dirname, "..");
/**
 * MiB; in package.json's `origin` as well. V8 lets a busy server's young objects fill far more before it looks which of them are dead: 260 MiB
 * resident after 100 000 requests in place of 150, of which no more than 25 are alive.
 */
const YOUNG_SEMI_SPACE_MIB = 8;
/**
 * MiB; in package.json's `origin` as well. Up to here V8 does not look at its old objects; by itself it takes a larger size, by which one run of the
 * same requests stays at 157 MiB and another one grows to 220 before it looks for the first time.
 */
const HEAP_MIB_MIN = 48;
const START_MS_MAX = 30_000;
/** What the operating system needs; the origin's own variables must all be given. */
const INHERITED = ["PATH", "HOME", "TZ", "TMPDIR"] as const;

export interface OriginOptions {
  /** A file for its log; by default the log is kept, see {@link OriginProcess.log}. */
  readonly stdout?: number;
}

export interface OriginProcess {
  readonly url: string;
  readonly pid: number;
  /** SIGTERM, and waits for the end. @returns the exit code, null when a signal ended it */
  stop(): Promise<number | null>;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
  /** The process's end, whatever brings it. */
  readonly exited: Promise<number | null>;
  /** The lines logged so far, where they do not go to a file. */
  log(): readonly string[];
}

/**
 * @param env the origin's variables, see origin/config.ts; PORT is any that is free unless it is given
 * @throws Error, with `code` and `port` of a listen that failed, when the origin does not come up; nothing is left running then
 */
export async function startOrigin(
  env: Readonly<Record<string, string>>,
  { stdout }: OriginOptions = {},
): Promise<OriginProcess> {
  const inherited = INHERITED.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const flags = [
    "--disable-warning=ExperimentalWarning",
    `--max-semi-space-size=${YOUNG_SEMI_SPACE_MIB}`,
    `--initial-heap-size=${HEAP_MIB_MIN}`,
  ];
  const child = spawn(process.execPath, [...flags, MAIN], {
    cwd: ROOT,
    env: { ...Object.fromEntries(inherited), PORT: "0", ...env },
    stdio: ["ignore", stdout ?? "pipe", "pipe", "ipc"],
  });
  const exited = once(child, "exit").then(([code]) => code as number | null);
  const lines = collect(child);
  try {
    const url = await listening(child, exited, lines.stderr);
    return {
      url,
      pid: child.pid ?? 0,
      exited,
      log: lines.stdout,
      stop: () => end(child, exited, "SIGTERM"),
      kill: async () => void (await end(child, exited, "SIGKILL")),
    };
  } catch (error) {
    await end(child, exited, "SIGKILL");
    throw error;
  }
}

function collect(child: ChildProcess): { stdout: () => string[]; stderr: () => string } {
  let out = "";
  let err = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk;
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    err += chunk;
  });
  return { stdout: () => out.split("\n").filter((line) => line !== ""), stderr: () => err };
}

interface Report {
  readonly listening?: string;
  readonly failed?: { readonly message: string; readonly code?: string; readonly port?: number };
}

function listening(child: ChildProcess, exited: Promise<number | null>, stderr: () => string): Promise<string> {
  return new Promise((settle, fail) => {
    const late = setTimeout(() => fail(new Error(`the origin was not up after ${START_MS_MAX} ms`)), START_MS_MAX);
    child.once("error", fail);
    child.once("message", ({ listening: url, failed }: Report) => {
      clearTimeout(late);
      if (url !== undefined) settle(url);
      else fail(Object.assign(new Error(failed?.message ?? "the origin failed"), failed));
    });
    void exited.then((code) => {
      clearTimeout(late);
      fail(new Error(`the origin ended with ${code} before it was up\n${stderr()}`));
    });
  });
}

async function end(
  child: ChildProcess,
  exited: Promise<number | null>,
  signal: NodeJS.Signals,
): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  return exited;
}
