/**
 * `npm run dev`: the edge in `wrangler dev`, the origin, the push gateway and the example API, all reloading as their files change, until Ctrl-C.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { httpdnsBindings, localHttpdnsKeys } from "./httpdns.ts";
import { PORTS, requireFree, startFailure } from "./ports.ts";
import { pushBindings, pushEnv } from "./push.ts";
import { registryBindings, registryEnv } from "./registry.ts";
import { localSecrets, STATE_FOLDER } from "./secrets.ts";
import { OPEN_BINDINGS } from "./serve.ts";

const ROOT = resolve(import.meta.dirname, "..");
const BIN = join(ROOT, "node_modules/.bin");
/** The origin lets the calls under way finish, and wrangler writes its state; what hangs is killed then. */
const STOP_MS_MAX = 5_000;

async function dev(): Promise<void> {
  await requireFree(Object.values(PORTS));
  const { secrets, fresh } = await localSecrets();
  if (fresh) console.log(`operator token, shown once and kept in .fairway/secrets.json: ${secrets.opsToken}`);
  // wrangler reads the Worker's secrets from a file; `--var` would show them in the list of processes.
  const envFile = join(STATE_FOLDER, "dev.vars");
  const vars = {
    ...OPEN_BINDINGS,
    IDENTITY_KEY: secrets.identityKey,
    OPS_TOKEN: secrets.opsToken,
    CONFIG_KEY: secrets.configKey,
    ...registryBindings(secrets),
    ...pushBindings(secrets),
    ...httpdnsBindings(await localHttpdnsKeys()),
  };
  await writeFile(envFile, renderVars(vars), { mode: 0o600 });

  const countries = ["examples/countries-api/server.ts", "--port", String(PORTS.countries)];
  const origin = {
    PORT: String(PORTS.origin),
    SQLITE_PATH: join(STATE_FOLDER, "origin.sqlite"),
    IDENTITY_KEY: secrets.identityKey,
    KEY_ENCRYPTION_KEY: secrets.keyEncryptionKey,
    DRAIN_GRACE_MS: "0",
    ...registryEnv(secrets, `http://127.0.0.1:${PORTS.edge}`),
    ...pushEnv(secrets, `http://127.0.0.1:${PORTS.edge}`),
  };
  const gateway = { EDGE_URL: `http://127.0.0.1:${PORTS.edge}`, PORT: String(PORTS.pushTcp), DRAIN_MS: "0" };
  const at = ["--ip", "127.0.0.1", "--port", String(PORTS.edge)];
  supervise([
    run("node", ["--watch", "--no-warnings", ...countries]),
    run("node", ["--watch", "--no-warnings", "origin/main.ts"], origin),
    run("node", ["--watch", "--no-warnings", "origin/push-tcp/main.ts"], gateway),
    run("wrangler", ["dev", ...at, "--env-file", envFile, "--show-interactive-dev-session=false"], {
      WRANGLER_SEND_METRICS: "false",
    }),
  ]);
}

/** Single quotes keep the quotes and the `$` of a value as they are. */
function renderVars(vars: Readonly<Record<string, string>>): string {
  return Object.entries(vars)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join("");
}

/** In a process group of its own, because what it starts in its turn has to end with it. */
function run(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(name, args, {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...env, PATH: `${BIN}${delimiter}${process.env.PATH}` },
  });
}

/** What origin/main.ts tells the process that started it; `node --watch` passes it on. */
interface Report {
  readonly failed?: { readonly message: string; readonly code?: string; readonly port?: number };
}

/**
 * One that ends takes the others along: half of a system is harder to understand than none. `node --watch` itself lives on
 * when its program ends, to start it again when a file changes, which does not give a port back: so the origin tells.
 */
function supervise(children: readonly ChildProcess[]): void {
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    process.exitCode = code;
    // Only the first of each group is asked: it asks the others in its own order, and a second SIGTERM would hurry them.
    for (const child of children) child.kill("SIGTERM");
    setTimeout(() => {
      for (const child of children) killGroup(child);
    }, STOP_MS_MAX).unref();
  };
  for (const child of children) {
    child.once("error", (error) => {
      console.error(startFailure(error));
      stop(1);
    });
    child.once("exit", (code) => {
      killGroup(child);
      stop(code ?? 1);
    });
    child.on("message", ({ failed }: Report) => {
      if (failed?.code !== "EADDRINUSE" || stopping) return;
      console.error(startFailure(failed));
      stop(1);
    });
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0));
}

/** What is left of a group; mostly nothing is. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

await dev().catch((error: unknown) => {
  console.error(startFailure(error));
  process.exitCode = 1;
});
