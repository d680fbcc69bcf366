/** The SDK's network against an edge set up as `npm start` does: its own resolver, its own dialect, TLS by its own name. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HttpdnsKeys, httpdnsBindings, LOCAL_EDGE_NAME, localHttpdnsKeys } from "../../../scripts/httpdns.ts";
import { startEdge } from "../../../scripts/serve.ts";
import { localCertificate, startTlsFront, type TlsFront } from "../../../scripts/tls-front.ts";
import type { Workerd } from "../../../scripts/workerd.ts";
import { createClient, wayOf } from "../../../sdk/client.ts";
import { type AppNetwork, createNetwork, type NetworkOptions } from "../../../sdk/network/network.ts";
import { nodeConnector } from "../../../sdk/node/node.ts";

const ROUTES = '{"upstreams":{"main":{"urls":["http://127.0.0.1:9"]}},"routes":[]}';

let folder: string;
let keys: HttpdnsKeys;
let edge: Workerd;
let front: TlsFront;
let ca: string;
const networks: AppNetwork[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-network-"));
  keys = await localHttpdnsKeys(folder);
  const bindings = { ...httpdnsBindings(keys), PROTOCOLS: '{"httpdns-aliyun":true}' };
  edge = await startEdge({ port: 0, routes: ROUTES, bindings, stdout: "ignore" });
  const certificate = await localCertificate(Date.now(), folder);
  front = await startTlsFront({ port: 0, target: edge.url, certificate });
  ca = await readFile(join(folder, "edge.crt"), "utf8");
});

afterAll(async () => {
  for (const network of networks) network.close();
  await front?.stop();
  await edge?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A phone whose own DNS knows nothing. */
function phone(secret = keys.secret, options: Partial<NetworkOptions> = {}) {
  const url = `https://${LOCAL_EDGE_NAME}:${new URL(front.url).port}`;
  const network = createNetwork({
    edges: [url],
    connector: nodeConnector({ ca, lookup: (name, _, callback) => callback(new Error(`${name}: no DNS`), "") }),
    resolver: { account: keys.account, secret, aes: keys.aes, servers: [new URL(edge.url).host] },
    ...options,
  });
  networks.push(network);
  return { network, client: createClient({ baseUrl: url, network }) };
}

test("the edge is found by its own resolver, and answers by its own name", async () => {
  const reply = await phone().client.fetch("/livez");
  expect(reply.status).toBe(200);
  expect(wayOf(reply)).toMatchObject({
    found: "httpdns",
    address: `127.0.0.1:${new URL(front.url).port}`,
    attempts: 1,
  });
});

test("several names are asked in one question, and one that is not allowed has no address", async () => {
  const found = await phone().network.resolve([LOCAL_EDGE_NAME, "example.com"]);
  expect([...found]).toEqual([
    [LOCAL_EDGE_NAME, ["127.0.0.1"]],
    ["example.com", []],
  ]);
});

test("an account with another secret is refused, and there is no way left", async () => {
  const { client } = phone("00".repeat(32));
  await expect(client.fetch("/livez", { timeoutMs: 1_500 })).rejects.toMatchObject({ code: "deadline_exceeded" });
});
