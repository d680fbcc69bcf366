/**
 * A server program as a child of the test run, which cannot outlive it.
 *
 * The server gets a process group of its own, so that Ctrl-C reaches only the runner, which then stops it in order. For the case that the runner
 * dies without a chance to do so (SIGKILL, a crash), a small shell waits on a pipe that only the runner holds: when the pipe closes,
 * it kills the server and removes its folder.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findProgram } from "../../scripts/install-services.ts";
import { freePort } from "../../scripts/ports.ts";

/** A server is up in under a second; the rest is for a machine that is busy with other tests. */
const READY_TIMEOUT_MS = 60_000;
const READY_POLL_MS = 20;

/** An orderly end takes MariaDB about half a second. */
const TERMINATE_TIMEOUT_MS = 20_000;

/** How much of a server's log goes into the error when it does not start. */
const LOG_TAIL_CHARS = 2_000;

/** Somebody else may take a port between its choice and its use. */
const PORT_ATTEMPTS_MAX = 3;

/** `$0` is the server, `$1` its folder. A line on the pipe means that the server was stopped in order; an end without one, that the runner died. */
const WATCHER = `read -r _ || {
  kill -9 "$0" 2>/dev/null
  for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$0" 2>/dev/null || break; sleep 0.05; done
  rm -rf "$1"
}`;

export interface ServiceOptions {
  readonly program: string;
  readonly args: (at: ServicePlace) => readonly string[];
  /** Prepares the folder before the first start. */
  readonly prepare?: (at: ServicePlace) => Promise<void> | void;
  /** Resolves when the server answers; rejects as long as it does not. */
  readonly probe: (port: number) => Promise<void>;
}

export interface ServicePlace {
  readonly folder: string;
  readonly port: number;
}

export interface Service {
  readonly port: number;
  readonly pid: number;
  /** Ends it for good, at once, and removes its data. */
  stop(): Promise<void>;
  /** SIGKILL, as in a crash; its data stays for {@link restart}. */
  kill(): Promise<void>;
  /** Ends it in order when it runs, then starts it on the same port with the same data and waits until it answers. */
  restart(): Promise<void>;
  /** SIGSTOP: connections stay open and nothing answers. Resolves when every thread stands still. */
  pause(): Promise<void>;
  resume(): void;
}

/** Starts a server in a folder of its own on a free port, and waits until it answers. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const folder = await mkdtemp(join(tmpdir(), `fairway-${options.program}-`));
  try {
    const { at, first } = await startOnFreePort(options, folder);
    return serviceOf(options, at, first);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startOnFreePort(options: ServiceOptions, folder: string): Promise<{ at: ServicePlace; first: Running }> {
  for (let attempt = 1; ; attempt++) {
    const at = { folder, port: await freePort() };
    if (attempt === 1) await options.prepare?.(at);
    try {
      return { at, first: await launch(options, at) };
    } catch (error) {
      if (attempt === PORT_ATTEMPTS_MAX || !/address already in use/i.test(String(error))) throw error;
    }
  }
}

function serviceOf(options: ServiceOptions, at: ServicePlace, first: Running): Service {
  let running: Running | undefined = first;
  const end = async (signal: NodeJS.Signals) => {
    const ending = running;
    running = undefined;
    await ending?.end(signal);
  };
  const alive = (): Running => {
    if (running === undefined) throw new Error(`${options.program} is not running`);
    return running;
  };
  return {
    port: at.port,
    get pid() {
      return alive().pid;
    },
    async stop() {
      await end("SIGKILL");
      await rm(at.folder, { recursive: true, force: true });
    },
    kill: () => end("SIGKILL"),
    async restart() {
      await end("SIGTERM");
      running = await launch(options, at);
    },
    async pause() {
      const { pid } = alive();
      process.kill(pid, "SIGSTOP");
      while (!isStopped(pid)) await delay(1);
    },
    resume: () => void process.kill(alive().pid, "SIGCONT"),
  };
}

interface Running {
  readonly pid: number;
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts the program once and waits until it answers. */
async function launch(options: ServiceOptions, at: ServicePlace): Promise<Running> {
  const program = findProgram(options.program);
  if (program === undefined) throw new Error(`${options.program} is missing: run node scripts/install-services.ts`);
  const logPath = join(at.folder, "output.log");
  const log = openSync(logPath, "w");
  const child = spawn(program, options.args(at), { detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  await once(child, "spawn");
  const running = guard(child, at.folder);
  try {
    await untilReady(options, at, child);
    return running;
  } catch (cause) {
    await running.end("SIGKILL");
    const tail = readFileSync(logPath, "utf8").slice(-LOG_TAIL_CHARS);
    throw new Error(`${options.program} did not start: ${tail}`, { cause });
  }
}

/** Ties the child's life to this process. */
function guard(child: ChildProcess, folder: string): Running {
  const pid = child.pid;
  if (pid === undefined) throw new Error("a spawned process has no pid");
  const watcher = spawn("/bin/sh", ["-c", WATCHER, String(pid), folder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  // A watcher that was killed by hand must not fail the run when it is told that all is over.
  watcher.stdin.on("error", () => undefined);
  watcher.unref();
  child.unref();
  return {
    pid,
    async end(signal) {
      const hardEnd = setTimeout(() => child.kill("SIGKILL"), TERMINATE_TIMEOUT_MS);
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, "exit");
        child.ref();
        child.kill(signal);
        child.kill("SIGCONT"); // A stopped process takes SIGTERM only when it runs again.
        await ended;
      }
      clearTimeout(hardEnd);
      watcher.stdin.end("stopped\n");
    },
  };
}

async function untilReady(options: ServiceOptions, at: ServicePlace, child: ChildProcess): Promise<void> {
  const deadlineMs = performance.now() + READY_TIMEOUT_MS;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    try {
      return await options.probe(at.port);
    } catch (cause) {
      if (performance.now() > deadlineMs) throw new Error(`no answer within ${READY_TIMEOUT_MS} ms`, { cause });
    }
    await delay(READY_POLL_MS);
  }
}

/** The signal is only a request: threads on other processors go on for a moment. Without /proc there is nothing to see, and that moment is taken. */
function isStopped(pid: number): boolean {
  const tasks = `/proc/${pid}/task`;
  return !existsSync(tasks) || readdirSync(tasks).every((task) => stateOf(`${tasks}/${task}/stat`) === "T");
}

/** The third field, after the name in parentheses, which may hold anything (proc_pid_stat(5)). A thread that is gone counts as stopped. */
function stateOf(statPath: string): string | undefined {
  try {
    return /\) (\S)[^)]*$/.exec(readFileSync(statPath, "utf8"))?.[1];
  } catch {
    return "T";
  }
}

/** PEM. */
export interface ServiceTls {
  readonly key: string;
  readonly cert: string;
}

/** Writes key and certificate into the service's folder, where {@link tlsFiles} names them. */
export function writeTls({ folder }: ServicePlace, { key, cert }: ServiceTls): void {
  const files = tlsFiles(folder);
  writeFileSync(files.key, key, { mode: 0o600 });
  writeFileSync(files.cert, cert);
}

export function tlsFiles(folder: string): ServiceTls {
  return { key: join(folder, "tls-key.pem"), cert: join(folder, "tls-cert.pem") };
}
