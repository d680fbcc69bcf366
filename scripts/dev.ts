/**
 * `npm run dev`: the edge in `wrangler dev`, the origin and the example API, all reloading as their files change, until Ctrl-C.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { localSecrets, STATE_FOLDER } from "./secrets.ts";

const ROOT = resolve(import.meta.dirname, "..");
const BIN = join(ROOT, "node_modules/.bin");
const STOP_MS_MAX = 5_000;

const { secrets } = await localSecrets();
// wrangler reads the Worker's secrets from a file; `--var` would show them in the list of processes.
const envFile = join(STATE_FOLDER, "dev.vars");
writeFileSync(envFile, `IDENTITY_KEY=${secrets.identityKey}\nOPS_TOKEN=${secrets.opsToken}\n`, { mode: 0o600 });

const children: ChildProcess[] = [
  run("node", ["--watch", "--no-warnings", "examples/countries-api/server.ts", "--port", "8790"]),
  run("node", ["--watch", "--no-warnings", "origin/main.ts"], {
    PORT: "8788",
    SQLITE_PATH: join(STATE_FOLDER, "origin.sqlite"),
    IDENTITY_KEY: secrets.identityKey,
    KEY_ENCRYPTION_KEY: secrets.keyEncryptionKey,
    DRAIN_GRACE_MS: "0",
  }),
  run(
    "wrangler",
    ["dev", "--ip", "127.0.0.1", "--port", "8787", "--env-file", envFile, "--show-interactive-dev-session=false"],
    {
      WRANGLER_SEND_METRICS: "false",
    },
  ),
];

let stopping = false;
for (const child of children) child.once("exit", (code) => stop(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop(0));

function run(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const path = `${BIN}:${process.env.PATH}`;
  return spawn(name, args, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env, PATH: path },
  });
}

/** One that ends takes the others along: half of a system is harder to understand than none. */
function stop(code: number): void {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) child.kill("SIGTERM");
  setTimeout(() => {
    for (const child of children) child.kill("SIGKILL");
  }, STOP_MS_MAX).unref();
}
