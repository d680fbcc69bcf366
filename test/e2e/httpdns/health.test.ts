/** Addresses that are probed by the real edge: two of this machine's own, at one port. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startEdge } from "../../../scripts/serve.ts";
import type { Workerd } from "../../../scripts/workerd.ts";

const GOOD = "127.0.0.1";
const OTHER = "127.0.0.2";
const OUT_MS_MAX = 5_000;

let edge: Workerd;
let folder: string;
let servers: Map<string, Server>;
let port: number;
let status: number;
let hosts: Set<string | undefined>;

beforeAll(async () => {
  servers = new Map();
  hosts = new Set();
  status = 204;
  port = 0;
  await listen(GOOD);
  await listen(OTHER);
  folder = await mkdtemp(join(tmpdir(), "fairway-httpdns-"));
  edge = await start();
});

function start(): Promise<Workerd> {
  const check = { kind: "http", port, path: "/ready", host: "app.example.com" };
  return startEdge({
    port: 0,
    objectsFolder: folder,
    bindings: {
      PROTOCOLS: JSON.stringify({ "httpdns-tencent": true }),
      ROUTES: JSON.stringify({ upstreams: { x: { urls: ["http://127.0.0.1:9"] } }, routes: [] }),
      HTTPDNS: JSON.stringify({
        zones: {
          "example.com": { names: { http: { sets: "http" }, tcp: { sets: "tcp" }, tls: { sets: ["tls", "plain"] } } },
        },
        sets: {
          http: { addresses: [GOOD, OTHER], check },
          tcp: { addresses: [GOOD, OTHER], check: { kind: "tcp", port } },
          tls: { addresses: [OTHER], check: { kind: "tls", port, host: "app.example.com" } },
          plain: { addresses: [GOOD], check: { kind: "tcp", port } },
        },
        settings: {
          health: { holdMs: 0, upAfter: 2, intervalMs: 300 },
          open: { dialects: ["tencent"], requestsPerSecond: 1000 },
        },
      }),
    },
    stdout: "ignore",
    stderr: "ignore", // The runtime writes of each TLS handshake that fails.
  });
}

afterAll(async () => {
  await edge?.stop();
  for (const address of [...servers.keys()]) await close(address);
  await rm(folder, { recursive: true, force: true });
});

async function listen(address: string): Promise<void> {
  const server = createServer(({ headers }, response) => {
    hosts.add(headers.host);
    response.writeHead(status).end();
  });
  server.listen(port, address);
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
  servers.set(address, server);
}

async function close(address: string): Promise<void> {
  const server = servers.get(address);
  servers.delete(address);
  server?.closeAllConnections();
  server?.close();
  if (server !== undefined) await once(server, "close");
}

const ask = async (name: string) => {
  const response = await fetch(`${edge.url}/d?dn=${name}.example.com`);
  return (await response.text()).split(";").toSorted();
};
const both = [GOOD, OTHER];

describe.each(["http", "tcp"])("an address whose %s probes fail", (name) => {
  test("leaves every answer within 5 s, and comes back when it is well", async () => {
    await expect.poll(() => ask(name)).toEqual(both);
    await close(OTHER);
    const closedAtMs = performance.now();
    await expect.poll(() => ask(name), { interval: 20 }).toEqual([GOOD]);
    expect(performance.now() - closedAtMs).toBeLessThan(OUT_MS_MAX);
    await listen(OTHER);
    await expect.poll(() => ask(name)).toEqual(both);
  });

  test("is answered all the same where all fail", async () => {
    await close(OTHER);
    await expect.poll(() => ask(name)).toEqual([GOOD]);
    await close(GOOD);
    await expect.poll(() => ask(name)).toEqual(both);
    await listen(GOOD);
    await expect.poll(() => ask(name)).toEqual([GOOD]);
    await listen(OTHER);
    await expect.poll(() => ask(name)).toEqual(both);
  });
});

test("an HTTP probe goes to the address with the name in Host, and asks for a status that is good", async () => {
  expect(hosts).toContain(`app.example.com:${port}`);
  status = 503;
  servers.get(OTHER)?.removeAllListeners("request");
  servers.get(OTHER)?.on("request", (_, response) => response.writeHead(200).end());
  await expect.poll(() => ask("http")).toEqual([OTHER]);
  status = 204;
  await expect.poll(() => ask("http")).toEqual(both);
});

test("what speaks no TLS is down for a TLS probe, and the next set stands in for it", async () => {
  await expect.poll(() => ask("tls")).toEqual([GOOD]);
});

test("an edge that was killed knows at once what was down", async () => {
  await close(OTHER);
  await expect.poll(() => ask("tcp")).toEqual([GOOD]);
  await edge.kill();
  edge = await start();
  expect(await ask("tcp")).toEqual([GOOD]);
  await listen(OTHER);
  await expect.poll(() => ask("tcp")).toEqual(both);
});
