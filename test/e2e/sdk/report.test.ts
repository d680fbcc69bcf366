/** From an exchange on the device to a line in the edge's log, and to the table that somebody reads. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startEdge } from "../../../scripts/serve.ts";
import { createClient } from "../../../sdk/client.ts";
import { createNetwork } from "../../../sdk/network/network.ts";
import { nodeConnector } from "../../../sdk/node/node.ts";
import { createReports } from "../../../sdk/report/report.ts";

const QUALITY = fileURLToPath(new URL("../../../scripts/quality.ts", import.meta.url));
const ROUTES = JSON.stringify({ upstreams: { main: { urls: ["http://127.0.0.1:9"] } }, routes: [] });

let edge: Awaited<ReturnType<typeof startEdge>>;
let log = "";
beforeAll(async () => {
  edge = await startEdge({
    port: 0,
    module: inject("edgeModule"),
    routes: ROUTES,
    bindings: { PROTOCOLS: '{"report":true}' },
    stdout: "pipe",
  });
  edge.process.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    log += chunk;
  });
});
afterAll(() => edge?.stop());

const lines = () =>
  log
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const exchanges = () => lines().filter(({ report }) => report === "exchange");

test("what the device saw stands in the edge's log, and nothing that names anybody", async () => {
  const network = createNetwork({
    edges: [edge.url],
    connector: nodeConnector(),
    network: { id: "home-ssid", type: "wifi" },
  });
  const client = createClient({ baseUrl: edge.url, network, retry: { attemptsMax: 1 } });
  const reports = createReports({ network, oneIn: 1, appVersion: "4.2.0" });
  try {
    await client.fetch("/livez");
    await expect(client.fetch("/users/4711?token=secret-token")).rejects.toMatchObject({ status: 404 });
    network.networkChanged({ id: "operator-7", type: "cellular" });
    await client.fetch("/livez");
    await reports.flush();
    await expect.poll(() => exchanges().length).toBe(3);
  } finally {
    reports.close();
    client.close();
    network.close();
  }
  const [first, second, third] = exchanges();
  const { host } = new URL(edge.url);
  expect(first).toMatchObject({
    client: "127.0.0.0/24",
    platform: "node",
    app: "4.2.0",
    weight: 1,
    method: "GET",
    path: "/livez",
    outcome: "answered",
    status: 200,
    network: "wifi",
    found: "system",
    edge: host,
    attempts: 1,
  });
  // The first on its connection waited for that; the second did not.
  expect(first).toMatchObject({ connectMs: expect.any(Number), firstByteMs: expect.any(Number) });
  expect(Number(first?.bytesIn)).toBeGreaterThan(0);
  expect(second).toMatchObject({ path: "/users/{}", status: 404, network: "wifi" });
  expect(second).not.toHaveProperty("connectMs");
  expect(third).toMatchObject({ path: "/livez", network: "cellular", connectMs: expect.any(Number) });
  const told = exchanges()
    .map((line) => JSON.stringify(line))
    .join("\n");
  expect(told).not.toMatch(/secret-token|4711|home-ssid|operator-7|127\.0\.0\.1"/);
  await expect
    .poll(() => lines().find(({ route }) => route === "report"))
    .toMatchObject({ path: "/report", status: 204 });

  const { stdout } = spawnSync(process.execPath, [QUALITY, "--by", "network"], { input: log, encoding: "utf8" });
  expect(stdout).toMatch(/^wifi +2 +0\.00%/m);
  expect(stdout).toMatch(/^cellular +1 +0\.00%/m);
});
