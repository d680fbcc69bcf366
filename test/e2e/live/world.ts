/**
 * One edge of two isolates, which share their Durable Objects, before an upstream that a test writes. What is published in service `edge`
 * is for both.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { buildEdge } from "../../../scripts/build-edge.ts";
import { COMPATIBILITY_DATE } from "../../../scripts/serve.ts";
import { call, type EditInit, OPS_TOKEN, publish } from "../config/world.ts";

const WORKERD = resolve(import.meta.dirname, "../../../node_modules/workerd/bin/workerd");
export const EDGE = { service: "edge", idc: "default" };

export interface World {
  /** Of the isolates `one` and `two`. */
  one: string;
  two: string;
  readonly upstreamUrl: string;
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** `METHOD /path` of each request that reached the upstream. */
  readonly seen: string[];
  /** What the isolates wrote to their logs. */
  written(): string;
  /** SIGKILL, and both anew on the same storage. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** @param routes of the table that the edges have of their own */
export async function startWorld(routes: readonly object[] = []): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-live-"));
  await buildEdge(folder);
  await mkdir(join(folder, "objects"));
  const seen: string[] = [];
  const upstream = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    world.answer(request, response);
  });
  await new Promise<void>((settle) => upstream.listen(0, "127.0.0.1", settle));
  const upstreamUrl = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  const table = JSON.stringify({ upstreams: { api: { urls: [upstreamUrl] } }, routes });
  await writeFile(join(folder, "config.capnp"), configOf(table, join(folder, "objects")));
  let written = "";
  let child: ChildProcess | undefined;
  const world: World = {
    one: "",
    two: "",
    upstreamUrl,
    seen,
    answer: (request, response) => response.end(request.url),
    written: () => written,
    async restart() {
      await end(child);
      child = await start();
    },
    async stop() {
      await end(child);
      upstream.closeAllConnections();
      await new Promise((settle) => upstream.close(settle));
      await rm(folder, { recursive: true, force: true });
    },
  };
  child = await start();
  return world;

  async function start(): Promise<ChildProcess> {
    const started = spawn(WORKERD, ["serve", "--control-fd=3", join(folder, "config.capnp")], {
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    for (const stream of [started.stdout, started.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk: string) => {
        written += chunk;
      });
    }
    const ports = new Map<string, number>();
    for await (const line of createInterface(started.stdio[3] as Readable)) {
      const { event, socket, port } = JSON.parse(line) as { event: string; socket: string; port: number };
      if (event === "listen") ports.set(socket, port);
      if (ports.size === 2) break;
    }
    world.one = `http://127.0.0.1:${ports.get("one")}`;
    world.two = `http://127.0.0.1:${ports.get("two")}`;
    return started;
  }
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((settle) => child.once("exit", settle));
  child.kill("SIGKILL");
  await exited;
}

function configOf(routes: string, objects: string): string {
  const classes = { CONFIG: "ConfigObject", CONFIG_DIRECTORY: "ConfigDirectory", CACHE: "CacheShard" };
  const worker = (name: string, labels: string, isOwner: boolean) => `(
    modules = [(name = "index.js", esModule = embed "index.js")],
    compatibilityDate = "${COMPATIBILITY_DATE}",
    bindings = [
      (name = "ROUTES", text = ${JSON.stringify(routes)}),
      (name = "OPS_TOKEN", text = "${OPS_TOKEN}"),
      (name = "PROTOCOLS", text = ${JSON.stringify('{"config":true}')}),
      (name = "EDGE_NODE", text = "${name}"),
      (name = "EDGE_LABELS", text = "${labels}"),
      ${Object.entries(classes)
        .map(([binding, className]) => {
          const at = isOwner ? `"${className}"` : `(className = "${className}", serviceName = "one")`;
          return `(name = "${binding}", durableObjectNamespace = ${at})`;
        })
        .join(", ")}
    ],
    globalOutbound = "loopback",
    ${
      isOwner
        ? `durableObjectNamespaces = [${Object.values(classes)
            .map((name) => `(className = "${name}", uniqueKey = "${name}", enableSql = true)`)
            .join(", ")}], durableObjectStorage = (localDisk = "objects")`
        : ""
    }
  )`;
  return `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (
      services = [
        (name = "one", worker = ${worker("one", "tier=main", true)}),
        (name = "two", worker = ${worker("two", "tier=canary", false)}),
        (name = "objects", disk = (path = ${JSON.stringify(objects)}, writable = true)),
        (name = "loopback", network = (allow = ["private", "local"]))
      ],
      sockets = [
        (name = "one", address = "127.0.0.1:0", http = (), service = "one"),
        (name = "two", address = "127.0.0.1:0", http = (), service = "two")
      ]
    );`;
}

export function upstreamEntry(key: string, value: object): EditInit {
  return { section: "upstreams", key, type: "VALUE_TYPE_JSON", value: JSON.stringify(value) };
}

export function routeEntry(key: string, value: object): EditInit {
  return { section: "routes", key, type: "VALUE_TYPE_JSON", value: JSON.stringify(value) };
}

/** A route whose replies say what stands in its entry: the upstream repeats the path that it was asked for. */
export function saying(key: string, path: string, word: string, more: object = {}): EditInit {
  return routeEntry(key, { match: { path }, upstream: "api", rewrite: `/${word}`, ...more });
}

/** Makes the service where it is not there, and publishes. @returns the version */
export async function release(url: string, edits: readonly EditInit[]): Promise<number> {
  await call(url, "CreateService", { service: EDGE });
  return await publish(url, EDGE, edits);
}

export async function text(url: string): Promise<string> {
  const response = await fetch(url);
  return `${response.status} ${await response.text()}`;
}
