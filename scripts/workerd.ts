/**
 * Runs a Worker on workerd itself, as a self-hosted edge does: writes its configuration, starts it, and waits until it listens.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { ownObjects, removeEmptyObjects } from "./empty-objects.ts";

const WORKERD = resolve(import.meta.dirname, "../node_modules/workerd/bin/workerd");

/**
 * MiB. A request leaves streams, headers and promises behind that live outside of the heap until V8 collects what holds them. With its
 * default (32 on a machine with memory to spare) V8 lets that pile up: 340 MiB resident after 30 000 requests, against 215 with this, at
 * the same speed.
 */
const YOUNG_SEMI_SPACE_MIB = 4;
/**
 * MiB. Below it V8 does not collect its old generation. What a request, or a write to a WebSocket, leaves outside of the heap is only found by such
 * a collection, which stops everything for 20 to 60 ms; with V8's own limit, 1.6 times what is alive, a room of 100 had one every 60 messages, with 32
 * every 130, and with this every 400. What hangs on dead wrappers meanwhile makes a process under load 310 MiB large in place of 210.
 */
const HEAP_MIB_MIN = 64;
/**
 * workerd's allocator keeps what is free by processor where the kernel's restartable sequences are its own, and by thread where the C library has
 * registered them first, as glibc does from 2.35 on (https://google.github.io/tcmalloc/overview.html). A request is some thousand allocations: it takes
 * 4 % less time so.
 */
const NO_RSEQ = "glibc.pthread.rseq=0";
const READY_MS_MAX = 20_000;
/** What it says of any flag of V8 that is not the default, to its makers: it compiles its own scripts once more. */
const NO_WARNING = "per-isolate bootstrap compile cache failed its compatibility check";
/** workerd waits for nobody on SIGTERM, so this is only reached when the machine is stuck. */
const STOP_MS_MAX = 5_000;

export interface WorkerdOptions {
  /** Another workerd than the installed one. */
  readonly binary?: string | undefined;
  /** The bundle, an ES module. */
  readonly module: string;
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  readonly compatibilityDate: string;
  readonly compatibilityFlags: readonly string[];
  /** They go through the environment, never through the configuration file: some are secrets. */
  readonly bindings: Readonly<Record<string, string>>;
  /** Durable Object classes of the module: binding → class. Each keeps its storage under its class's name. */
  readonly objects?: Readonly<Record<string, string>> | undefined;
  /** Where objects keep their storage, made where it is not there; without one it goes with the process. */
  readonly objectsFolder?: string | undefined;
  /** PEM; the socket then speaks TLS. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /** Of V8, beside those of every edge. */
  readonly v8Flags?: readonly string[] | undefined;
  /** Further arguments of `workerd serve`. */
  readonly args?: readonly string[] | undefined;
  /** Where the Worker's log lines go, a number being a file that is open; this process's own stdout by default. */
  readonly stdout?: "inherit" | "ignore" | "pipe" | number | undefined;
  /** The same for its warnings; by default this process's own stderr, without those that say nothing. */
  readonly stderr?: "inherit" | "ignore" | "pipe" | number | undefined;
}

export interface Workerd {
  readonly url: string;
  readonly pid: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
  /** SIGKILL, as in a crash. */
  kill(): Promise<void>;
}

/** @throws Error when it does not listen in time, or exits before */
export async function startWorkerd(options: WorkerdOptions): Promise<Workerd> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-workerd-"));
  // workerd's storage in memory has no SQL.
  const objectsFolder = resolve(options.objectsFolder ?? join(folder, "objects"));
  const child = await spawnWorkerd(options, folder, objectsFolder);
  const killAtExit = () => child.kill("SIGKILL");
  process.once("exit", killAtExit);
  const gone = once(child, "exit").finally(async () => {
    process.off("exit", killAtExit);
    await rm(folder, { recursive: true, force: true });
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS_MAX);
    await gone.finally(() => clearTimeout(late));
  };
  try {
    const port = await listeningPort(child);
    await ownObjects(objectsFolder, child.pid ?? 0);
    const shownHost = options.host.includes(":") ? `[${options.host}]` : options.host;
    return {
      url: `${options.tls === undefined ? "http" : "https"}://${shownHost}:${port}`,
      pid: child.pid ?? 0,
      process: child,
      stop: () => end("SIGTERM"),
      kill: () => end("SIGKILL"),
    };
  } catch (error) {
    await end("SIGKILL");
    throw error;
  }
}

async function spawnWorkerd(options: WorkerdOptions, folder: string, objectsFolder: string): Promise<ChildProcess> {
  const config = join(folder, "edge.capnp");
  // What is in there is its owner's alone: messages to users are not encrypted.
  await mkdir(objectsFolder, { recursive: true, mode: 0o700 });
  await removeEmptyObjects(objectsFolder);
  const text = renderConfig(options, relative(folder, options.module), objectsFolder);
  await writeFile(config, text, { mode: 0o600 });
  const address = `main=${options.host.includes(":") ? `[${options.host}]` : options.host}:${options.port}`;
  const args = ["serve", config, `--socket-addr=${address}`, "--control-fd=3", ...(options.args ?? [])];
  const child = spawn(options.binary ?? WORKERD, args, {
    stdio: ["ignore", options.stdout ?? "inherit", options.stderr ?? "pipe", "pipe"],
    env: {
      ...process.env,
      GLIBC_TUNABLES: [process.env.GLIBC_TUNABLES, NO_RSEQ].filter(Boolean).join(":"),
      ...options.bindings,
    },
  });
  if (options.stderr === undefined && child.stderr !== null) passWarnings(child.stderr);
  return child;
}

function passWarnings(stderr: Readable): void {
  createInterface(stderr).on("line", (line) => {
    if (!line.includes(NO_WARNING)) process.stderr.write(`${line}\n`);
  });
}

/** workerd tells on the control descriptor, a JSON object a line, which socket listens where. */
async function listeningPort(child: ChildProcess): Promise<number> {
  const lines = createInterface(child.stdio[3] as Readable);
  return await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`workerd did not listen within ${READY_MS_MAX} ms`)), READY_MS_MAX);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearTimeout(late);
      reject(new Error(`workerd ended with ${code ?? signal} before it listened; its own words are above`));
    });
    lines.on("line", (line) => {
      const event = JSON.parse(line) as { event?: string; port?: number };
      if (event.event !== "listen" || event.port === undefined) return;
      clearTimeout(late);
      resolve(event.port);
    });
  });
}

function renderConfig(
  { bindings, objects = {}, compatibilityDate, compatibilityFlags, v8Flags = [], tls }: WorkerdOptions,
  module: string,
  objectsFolder: string,
): string {
  const flags = compatibilityFlags.map(quote).join(", ");
  // `gc` is for durable/push/idle-collector.ts.
  const ownFlags = [
    `--max-semi-space-size=${YOUNG_SEMI_SPACE_MIB}`,
    `--initial-heap-size=${HEAP_MIB_MIN}`,
    "--expose-gc",
  ];
  const engineFlags = [...ownFlags, ...v8Flags].map(quote).join(", ");
  const named = Object.keys(bindings).map((name) => `    (name = ${quote(name)}, fromEnvironment = ${quote(name)}),`);
  const classes = Object.entries(objects);
  const objectBindings = classes.map(
    ([name, className]) => `    (name = ${quote(name)}, durableObjectNamespace = ${quote(className)}),`,
  );
  // A uniqueKey that changes leaves all that was stored behind.
  const namespaces = classes.map(
    ([, name]) => `(className = ${quote(name)}, uniqueKey = ${quote(`fairway-${name}`)}, enableSql = true)`,
  );
  const socket =
    tls === undefined
      ? "http = ()"
      : `https = (tlsOptions = (keypair = (privateKey = ${quote(tls.key)}, certificateChain = ${quote(tls.cert)})))`;
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  v8Flags = [${engineFlags}],
  services = [
    (name = "edge", worker = .edge),
    (name = "internet", network = (allow = ["public", "private", "local"], tlsOptions = (trustBrowserCas = true))),
    (name = "objects", disk = (path = ${quote(objectsFolder)}, writable = true)),
  ],
  sockets = [(name = "main", service = "edge", ${socket})],
);

const edge :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed ${quote(module)})],
  compatibilityDate = ${quote(compatibilityDate)},
  compatibilityFlags = [${flags}],
  bindings = [
${[...named, ...objectBindings].join("\n")}
  ],
  durableObjectNamespaces = [${namespaces.join(", ")}],
  durableObjectStorage = (localDisk = "objects"),
);
`;
}

/** A Cap'n Proto text literal, whose escapes are those of C; JSON's are a subset for what comes here. */
function quote(text: string): string {
  return JSON.stringify(text);
}
