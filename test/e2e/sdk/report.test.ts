/** From an exchange on the device to a line in the edge's log. */
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startEdge } from "../../../scripts/serve.ts";
import type { Exchange, Network } from "../../../sdk/network/exchange.ts";
import { createReports } from "../../../sdk/report.ts";

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

/** A network that is `fetch`, and tells what it took. */
function fetchNetwork(baseUrl: string) {
  const listeners = new Set<(exchange: Exchange) => void>();
  const network: Pick<Network, "edges" | "listen" | "watch" | "send"> = {
    edges: [baseUrl],
    async send(url, { method, headers, body, signal }) {
      const startedMs = performance.now();
      const response = await fetch(url, { method, headers, ...(body && { body }), ...(signal && { signal }) });
      const bytes = await response.arrayBuffer();
      const exchange: Exchange = {
        method,
        target: url.slice(baseUrl.length),
        way: { found: "system", edge: baseUrl, attempts: 1, moved: false },
        network: { id: "loopback", type: "ethernet" },
        outcome: "answered",
        status: response.status,
        totalMs: performance.now() - startedMs,
        bytesOut: body?.length ?? 0,
        bytesIn: bytes.byteLength,
      };
      for (const listener of listeners) listener(exchange);
      return response;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch: () => () => undefined,
  };
  return network;
}

test("what the device saw stands in the edge's log, and nothing that names anybody", async () => {
  const network = fetchNetwork(edge.url);
  const reports = createReports({ network, oneIn: 1, appVersion: "4.2.0", platform: "node" });
  const signal = new AbortController().signal;
  const ask = { method: "GET", headers: {}, signal, idempotent: true, streamed: false, bytesMax: 1_000 };
  await network.send(`${edge.url}/livez`, ask);
  await network.send(`${edge.url}/users/4711?token=secret-token`, ask);
  await reports.flush();
  reports.close();
  await expect.poll(() => lines().filter(({ report }) => report === "exchange").length).toBe(2);
  const [first, second] = lines().filter(({ report }) => report === "exchange");
  expect(first).toMatchObject({
    client: "127.0.0.0/24",
    platform: "node",
    app: "4.2.0",
    weight: 1,
    method: "GET",
    path: "/livez",
    outcome: "answered",
    status: 200,
    network: "ethernet",
    found: "system",
    edge: new URL(edge.url).host,
  });
  expect(second).toMatchObject({ path: "/users/{}", status: 404 });
  expect(Number(first?.totalMs)).toBeGreaterThanOrEqual(0);
  expect(log).not.toContain("secret-token");
  await expect
    .poll(() => lines().find(({ route }) => route === "report"))
    .toMatchObject({ path: "/report", status: 204 });
});
