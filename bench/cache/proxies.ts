/**
 * The caches that edge/cache is measured against, each as its manual sets it up to cache what an origin allows. They come from Debian's
 * packages where these are installed.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findProgram } from "../../scripts/install-services.ts";
import { freePort } from "../../scripts/ports.ts";
import { type ServerProcess, stopProcess } from "../server-process.ts";

const START_MS_MAX = 15_000; // Varnish compiles its configuration with a C compiler first.
const POLL_MS = 50;
const SAID_LENGTH_MAX = 4_096;

/** @returns undefined where nginx is not installed */
export async function startNginx(origin: string): Promise<ServerProcess | undefined> {
  const program = findProgram("nginx");
  if (program === undefined) return undefined;
  const port = await freePort();
  return await startProxy(port, async (folder) => {
    const config = join(folder, "nginx.conf");
    await writeFile(config, nginxConfig(origin, port, folder));
    return [program, "-p", folder, "-c", config, "-e", join(folder, "error.log")];
  });
}

/** @returns undefined where Varnish is not installed */
export async function startVarnish(origin: string): Promise<ServerProcess | undefined> {
  const program = findProgram("varnishd");
  if (program === undefined) return undefined;
  const port = await freePort();
  const { host } = new URL(origin);
  return await startProxy(port, (folder) =>
    Promise.resolve([
      program,
      "-F",
      "-j",
      "none",
      "-a",
      `127.0.0.1:${port}`,
      "-b",
      host,
      "-n",
      folder,
      "-s",
      "malloc,64m",
    ]),
  );
}

/** One process, as the edge is one. Its access log is written, as the edge's is. */
function nginxConfig(origin: string, port: number, folder: string): string {
  return `${process.getuid?.() === 0 ? "user root;" : ""}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 4096; }
http {
  access_log /dev/null combined;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/temp;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=bench:10m;
  keepalive_requests 1000000;
  sendfile on;
  tcp_nopush on;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass ${origin};
      proxy_cache bench;
      add_header X-Cache-Status $upstream_cache_status;
    }
  }
}
`;
}

/** @param command the program and its arguments; told a folder of its own */
export async function startProxy(port: number, command: (folder: string) => Promise<string[]>): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-bench-"));
  const [program = "", ...args] = await command(folder);
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  // Varnish talks about itself all the time; it is of interest only where it ends.
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said = (said + chunk).slice(-SAID_LENGTH_MAX);
  });
  const killAtExit = () => child.kill("SIGKILL");
  process.once("exit", killAtExit);
  child.once("exit", () => process.off("exit", killAtExit));
  const close = async () => {
    await stopProcess(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.race([listening(port), failed(child, program, () => said)]);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, close };
}

async function failed(child: ChildProcess, program: string, said: () => string): Promise<never> {
  const [code] = await once(child, "close");
  throw new Error(`${program} exited with ${code} before it listened:\n${said()}`);
}

async function listening(port: number): Promise<void> {
  const endMs = performance.now() + START_MS_MAX;
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return;
    } catch (error) {
      if (performance.now() > endMs) throw error;
      await delay(POLL_MS);
    } finally {
      socket.destroy();
    }
  }
}
