/** Clients that leave by the hundred, and upstreams that misbehave by the batch. */
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sayRaw, startRawUpstream } from "../edge/world.ts";
import { send } from "../system/calls.ts";
import { type System, startSystem } from "../system/system.ts";

const STORM = 80;
/** Of a batch. */
const ITEMS = 4;
/** What the edge keeps open to an upstream that it has just used; far fewer than a storm has clients. */
const SOCKETS_AT_REST_MAX = 20;
/** workerd notices a client that left in a silence of its reply with the next bytes for it. */
const DRIP_MS = 20;
const RAW = {
  hang: "",
  torn: "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{",
  chunk: "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhel",
  garbage: "this is no HTTP\r\n\r\n",
  silent: "",
};

/** Answers nothing at `/hang`, goes on and on at `/drip`, and is well otherwise. */
const held = new Set<ServerResponse>();
let arrived = 0;
const upstream = createServer((request, response) => {
  arrived++;
  held.add(response);
  const drip = request.url === "/drip" ? setInterval(() => response.write("drip"), DRIP_MS) : undefined;
  response.on("close", () => {
    clearInterval(drip);
    held.delete(response);
  });
  if (drip === undefined && request.url?.startsWith("/hang") !== true) response.end("well");
});

let system: System;
const stops: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  upstream.listen(0, "127.0.0.1");
  await once(upstream, "listening");
  const raw = await Promise.all(
    Object.entries(RAW).map(async ([name, bytes]) => {
      const server = await startRawUpstream(name === "hang" ? () => {} : sayRaw(bytes, { end: true }));
      stops.push(() => server.stop());
      return [name, server.url] as const;
    }),
  );
  system = await startSystem({
    origins: 0,
    table(table) {
      delete table.upstreams.origin;
      const url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
      table.upstreams.main = { urls: [url], concurrency: false }; // Else a storm of calls that hang is held back.
      table.routes.push({
        name: "main",
        match: { methods: ["GET", "POST"], path: "/main/{rest...}" },
        upstream: "main",
        timeoutMs: 60_000, // Far longer than any of these tests waits.
        rewrite: "/{rest...}",
        cache: false, // Else one of those who ask for the same at once would ask for all.
      });
      for (const [name, url] of raw) {
        table.upstreams[name] = { urls: [url] };
        table.routes.push({ name, match: { path: `/${name}` }, upstream: name, timeoutMs: 500 });
      }
    },
  });
});
afterAll(async () => {
  await system?.stop();
  for (const stop of stops) await stop();
  upstream.closeAllConnections();
  upstream.close();
});

/** So many clients send the request, and all reset their connections once the upstream has what they asked it. */
async function storm(request: string, requestsEach: number): Promise<void> {
  const { hostname, port } = new URL(system.edge.url);
  const before = arrived;
  const clients = Array.from({ length: STORM }, () => connect(Number(port), hostname).setNoDelay());
  for (const client of clients) client.write(request);
  await expect.poll(() => arrived - before).toBe(STORM * requestsEach);
  for (const client of clients) client.resetAndDestroy();
  await Promise.all(clients.map((client) => client.closed || once(client, "close")));
}

function openSockets(): Promise<number> {
  return new Promise((resolve, reject) =>
    upstream.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
  );
}

describe("a storm of clients that leave", () => {
  const item = (id: number) => ({ id: String(id), url: `/main/hang?${id}` });
  const batch = JSON.stringify({ requests: Array.from({ length: ITEMS }, (_, id) => item(id)) });
  test.each([
    ["before the reply", "GET /main/hang HTTP/1.1\r\nHost: x\r\n\r\n", 1],
    ["in the middle of the reply", "GET /main/drip HTTP/1.1\r\nHost: x\r\n\r\n", 1],
    ["in the middle of its body", "POST /main/hang HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n\r\nbegun", 1],
    [
      "with a batch under way",
      `POST /$batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${batch.length}\r\n\r\n${batch}`,
      ITEMS,
    ],
  ])("%s leaves no connection to the upstream behind, and nobody else waits", async (_, request, requestsEach) => {
    for (let round = 0; round < 2; round++) {
      await storm(request, requestsEach);
      expect(await send(`${system.edge.url}/livez`)).toMatchObject({ status: 200 });
    }
    await expect.poll(() => held.size).toBe(0);
    await expect.poll(openSockets).toBeLessThanOrEqual(SOCKETS_AT_REST_MAX);
    const { status } = await fetch(`${system.edge.url}/main/well`);
    expect(status).toBe(200);
  });

  test("is no fault of the edge's own", async () => {
    await expect.poll(() => system.edgeLog().length).toBeGreaterThan(0);
    expect(system.edgeLog().filter(({ fault }) => fault === "internal")).toEqual([]);
    expect(system.written()).not.toMatch(/TypeError|ReferenceError/);
  });
});

test("each item of a batch is told what its own upstream did, in its own time, and the good ones are not hurt", async () => {
  const names = Object.keys(RAW);
  const requests = [...names.map((name) => ({ id: name, url: `/${name}` })), { id: "home", url: "/api/countries/AUT" }];
  const { status, body } = await send(`${system.edge.url}/$batch`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ requests }),
  });
  expect(status).toBe(200);
  const replies = body.responses as { id: string; status: number; body: Record<string, unknown> }[];
  const statuses = Object.fromEntries(replies.map((reply) => [reply.id, reply.status]));
  expect(statuses).toEqual({ hang: 504, torn: 502, chunk: 502, garbage: 503, silent: 503, home: 200 });
  const codes = new Set(replies.filter(({ id }) => id !== "home").map((reply) => reply.body.code));
  expect(codes).toEqual(new Set(["deadline_exceeded", "unavailable"]));
});
