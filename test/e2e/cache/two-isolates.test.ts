/** Two isolates of one edge: what one purges, the other no longer serves a second later. */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { buildEdge } from "../../../scripts/build-edge.ts";
import { COMPATIBILITY_DATE } from "../../../scripts/serve.ts";

const WORKERD = resolve(import.meta.dirname, "../../../node_modules/workerd/bin/workerd");
const OPS_TOKEN = "0123456789abcdefghijklmnop";
/** The promise is a second; the rest is what a busy machine may take for a request. */
const EFFECTIVE_MS_MAX = 1_000;

const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** @returns the URLs of two isolates in one process, whose Durable Objects are the same */
async function twoIsolates(originUrl: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-isolates-"));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  await buildEdge(folder);
  await mkdir(join(folder, "objects"));
  const routes = {
    upstreams: { api: { urls: [originUrl] } },
    routes: [{ name: "all", match: { path: "/{rest...}" }, upstream: "api", cache: { tagsHeader: "x-tags" } }],
  };
  await writeFile(join(folder, "config.capnp"), configOf(JSON.stringify(routes), join(folder, "objects")));
  const child = spawn(WORKERD, ["serve", "--control-fd=3", join(folder, "config.capnp")], {
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  const exited = new Promise<void>((settle) => child.once("exit", () => settle()));
  stops.push(async () => {
    child.kill();
    await exited;
  });
  const ports = new Map<string, number>();
  for await (const line of createInterface(child.stdio[3] as Readable)) {
    const { event, socket, port } = JSON.parse(line) as { event: string; socket: string; port: number };
    if (event === "listen") ports.set(socket, port);
    if (ports.size === 2) break;
  }
  return [...ports.values()].map((port) => `http://127.0.0.1:${port}`);
}

function configOf(routes: string, objects: string): string {
  const worker = (namespace: string, storage: string) => `(
    modules = [(name = "index.js", esModule = embed "index.js")],
    compatibilityDate = "${COMPATIBILITY_DATE}",
    bindings = [
      (name = "ROUTES", text = ${JSON.stringify(routes)}),
      (name = "OPS_TOKEN", text = "${OPS_TOKEN}"),
      (name = "CACHE", durableObjectNamespace = ${namespace})
    ],
    globalOutbound = "loopback",
    ${storage}
  )`;
  const owner = `durableObjectNamespaces = [(className = "CacheShard", uniqueKey = "shard", enableSql = true)],
    durableObjectStorage = (localDisk = "objects")`;
  return `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (
      services = [
        (name = "one", worker = ${worker('"CacheShard"', owner)}),
        (name = "two", worker = ${worker('(className = "CacheShard", serviceName = "one")', "")}),
        (name = "objects", disk = (path = ${JSON.stringify(objects)}, writable = true)),
        (name = "loopback", network = (allow = ["private", "local"]))
      ],
      sockets = [
        (name = "one", address = "127.0.0.1:0", http = (), service = "one"),
        (name = "two", address = "127.0.0.1:0", http = (), service = "two")
      ]
    );`;
}

test("a purge at one isolate is effective at the other within a second, busy or idle before", async () => {
  let version = 1;
  const origin = createServer((_request, response) => {
    response.writeHead(200, { "cache-control": "max-age=600", "x-tags": "t" }).end(String(version));
  });
  await new Promise<void>((settle) => origin.listen(0, "127.0.0.1", settle));
  stops.push(() => {
    origin.closeAllConnections();
    return new Promise((settle) => origin.close(settle));
  });
  const [one = "", two = ""] = await twoIsolates(`http://127.0.0.1:${(origin.address() as AddressInfo).port}`);
  const text = async (url: string) => (await fetch(`${url}/a`)).text();
  expect([await text(one), await text(two), await text(two)]).toEqual(["1", "1", "1"]);

  for (const body of [{ tags: ["t"] }, { prefixes: ["/"] }, { all: true }]) {
    const before = String(version);
    version += 1;
    expect(await text(two)).toBe(before);
    const headers = { authorization: `Bearer ${OPS_TOKEN}` };
    const purged = await fetch(`${one}/ops/purge`, { method: "POST", headers, body: JSON.stringify(body) });
    expect(purged.status).toBe(200);
    const purgedAtMs = performance.now();
    // What was asked before the second is over may be either; what is asked after it is new.
    for (;;) {
      const askedAtMs = performance.now() - purgedAtMs;
      const got = await text(two);
      if (got === String(version)) break;
      expect(askedAtMs).toBeLessThan(EFFECTIVE_MS_MAX);
    }
    expect(await text(one)).toBe(String(version));
  }
});
