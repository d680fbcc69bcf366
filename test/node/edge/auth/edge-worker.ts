/**
 * The edge's auth room alone, in a workerd process of its own: what only the real runtime can show.
 * @module
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const ROOT = resolve(import.meta.dirname, "../../../..");
const WORKERD = join(ROOT, "node_modules/.bin/workerd");

/** Without credentials it says how many requests are being checked. */
const SOURCE = `
  import { authenticator } from "./edge/auth/auth.ts";
  let auth;
  let nowMs;
  let checking = 0;
  export default {
    async fetch(request, env, context) {
      auth ??= authenticator({
        fetchJwks: (signal) => fetch(env.JWKS_URL, { signal }),
        now: () => nowMs ?? Date.now(),
        issuer: env.ISSUER,
        audience: env.AUDIENCE,
        identityKey: new Uint8Array(32).fill(2),
        warn: (message, cause) => console.warn(message, cause),
      });
      const authorization = request.headers.get("authorization");
      if (authorization === null) return new Response(String(checking));
      if (request.headers.has("x-now")) nowMs = Number(request.headers.get("x-now"));
      checking += 1;
      try {
        const identity = await auth.verify(authorization, "required", (background) => context.waitUntil(background));
        return new Response(identity.headers["fairway-identity"]);
      } catch (fault) {
        return new Response(fault.message, { status: fault.status ?? 500, headers: fault.headers });
      } finally {
        checking -= 1;
      }
    },
  };`;

export interface EdgeWorkerOptions {
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
}

export interface EdgeWorker {
  /** The identity that the upstream would get, or the message of the fault. */
  check(token: string, options?: CheckOptions): Promise<{ readonly status: number; readonly text: string }>;
  /** Requests that wait for their check. */
  checking(): Promise<number>;
  stop(): Promise<void>;
}

interface CheckOptions {
  /** Sets the worker's clock. */
  readonly nowMs?: number;
  readonly signal?: AbortSignal;
}

/** Starts it; the caller must `stop()` it. The identity key is 32 bytes of 2. */
export async function startEdgeWorker(options: EdgeWorkerOptions): Promise<EdgeWorker> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-auth-"));
  const bundle = { stdin: { contents: SOURCE, resolveDir: ROOT }, bundle: true, external: ["node:*"] };
  await build({ ...bundle, format: "esm", outfile: join(folder, "edge.js"), logLevel: "error" });
  await writeFile(join(folder, "config.capnp"), configOf(options));
  const child = spawn(WORKERD, ["serve", "--control-fd=3", join(folder, "config.capnp")], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const exited = new Promise<void>((settle) => child.once("exit", () => settle()));
  const port = await new Promise<number>((settle, fail) => {
    exited.then(() => fail(new Error("workerd did not start")));
    child.stdio[3]?.on("data", (chunk) => {
      const port = /"event":"listen".*"port":(\d+)/.exec(String(chunk))?.[1];
      if (port !== undefined) settle(Number(port));
    });
  });
  const url = `http://127.0.0.1:${port}/`;
  return {
    async check(token, { nowMs, signal } = {}) {
      const headers = { authorization: `Bearer ${token}`, ...(nowMs === undefined ? {} : { "x-now": String(nowMs) }) };
      const reply = await fetch(url, { headers, signal: signal ?? AbortSignal.timeout(20_000) });
      return { status: reply.status, text: await reply.text() };
    },
    checking: async () => Number(await (await fetch(url)).text()),
    async stop() {
      child.kill();
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configOf({ jwksUrl, issuer, audience }: EdgeWorkerOptions): string {
  return `
    using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (
      services = [
        ( name = "edge", worker = (
          modules = [ ( name = "edge.js", esModule = embed "edge.js" ) ],
          bindings = [
            ( name = "JWKS_URL", text = "${jwksUrl}" ),
            ( name = "ISSUER", text = "${issuer}" ),
            ( name = "AUDIENCE", text = "${audience}" )
          ],
          compatibilityDate = "2026-08-15",
          globalOutbound = "loopback"
        ) ),
        ( name = "loopback", network = ( allow = ["private"] ) )
      ],
      sockets = [ ( name = "http", address = "127.0.0.1:0", http = (), service = "edge" ) ]
    );`;
}
