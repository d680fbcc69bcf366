/** The gateway itself: clients that do not read, an edge that is away, an end in good order. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { parsePushTcpConfig } from "../../../../origin/push-tcp/config.ts";
import { type PushTcp, type PushTcpOptions, startPushTcp } from "../../../../origin/push-tcp/push-tcp.ts";
import { encodeGoimBatch, encodeGoimPacket } from "../../../../proto/push/push.ts";

const MAIN = resolve(import.meta.dirname, "../../../../origin/push-tcp/main.ts");
const AUTH = encodeGoimPacket({ ver: 1, op: 7, seq: 1, body: Buffer.from("{}") });
const SUB = "*3\r\n$3\r\nsub\r\n$1\r\nk\r\n$2\r\n60\r\n";
/** In the buffers of two connections: Linux lets a receiver have up to 32 MB, a sender 4 MB. */
const KERNEL_BYTES_MAX = 80_000_000;
const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A server that speaks WebSocket and no more: what stands behind it is the matter of other tests. */
async function startEdge(onSocket: (socket: WebSocket, target: string) => void) {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket, request) => onSocket(socket, request.url ?? ""));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(async () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    await new Promise((settle) => server.close(settle));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets };
}

async function startGateway(options: Partial<PushTcpOptions>): Promise<PushTcp> {
  const gateway = await startPushTcp({
    host: "127.0.0.1",
    port: 0,
    edgeUrl: "http://127.0.0.1:9",
    connectionsMax: 10,
    warn: () => {},
    ...options,
  });
  let isClosed = false;
  stops.push(async () => {
    if (!isClosed) await gateway.close(0);
  });
  return {
    ...gateway,
    async close(drainMs) {
      isClosed = true;
      await gateway.close(drainMs);
    },
  };
}

async function client(port: number, hello?: string | Uint8Array) {
  const socket = connect(port, "127.0.0.1");
  let received = "";
  let isClosed = false;
  socket.on("data", (chunk) => {
    received += chunk.toString("latin1");
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    isClosed = true;
  });
  await once(socket, "connect");
  if (hello !== undefined) socket.write(hello);
  return { socket, received: () => received, isClosed: () => isClosed };
}

describe("a client", () => {
  test("that says nothing is closed in time, and the edge never hears of it", async () => {
    let asked = 0;
    const edge = await startEdge(() => asked++);
    const { port } = await startGateway({ edgeUrl: edge.url, limits: { firstPacketMs: 100 } });
    const silent = await client(port);
    const slow = await client(port, "*3\r\n");
    for (const each of [silent, slow]) await expect.poll(each.isClosed).toBe(true);
    expect(asked).toBe(0);
  });

  test("is connected where its first packet says, and packets before it are passed over", async () => {
    const targets: string[] = [];
    const edge = await startEdge((_socket, target) => targets.push(target));
    const { port } = await startGateway({ edgeUrl: edge.url });
    const beat = encodeGoimPacket({ ver: 1, op: 2, seq: 1, body: new Uint8Array() });
    const auth = encodeGoimPacket({ ver: 1, op: 7, seq: 1, body: Buffer.from('{"mid":7}') });
    await client(port, Buffer.concat([beat, auth]));
    await client(port, SUB);
    await expect.poll(() => targets.toSorted()).toEqual(["/sub?home=7", "/sub?key=k&heartbeat=60"]);
  });

  test("that does not read is closed, and no more is kept for it than the kernel holds", async () => {
    const frame = encodeGoimBatch([{ op: 1, body: new Uint8Array(60_000) }]);
    let sender: WebSocket | undefined;
    const edge = await startEdge((socket) => {
      sender = socket;
    });
    const gateway = await startGateway({ edgeUrl: edge.url, limits: { stallMs: 700 } });
    const lazy = await client(gateway.port, AUTH);
    await expect.poll(() => sender !== undefined).toBe(true);
    lazy.socket.pause();
    for (let n = 0; n < 2_000; n++) sender?.send(frame);
    // What the gateway does not take stays with the edge, which notices. When it has closed, it reads on for the edge's farewell.
    let leftBytes = sender?.bufferedAmount ?? 0;
    const isServed = () => {
      if (gateway.connections() > 0) leftBytes = sender?.bufferedAmount ?? 0;
      return gateway.connections() > 0;
    };
    await expect.poll(isServed, { interval: 5 }).toBe(false);
    expect(leftBytes).toBeGreaterThan(frame.length * 2_000 - KERNEL_BYTES_MAX);
    await expect.poll(() => sender?.readyState).not.toBe(WebSocket.OPEN);
    lazy.socket.destroy();
  });

  test("that reads slowly, but reads, gets all of it in order", async () => {
    const count = 300;
    const edge = await startEdge((socket) => {
      for (let n = 0; n < count; n++) socket.send(encodeGoimBatch([{ op: n, body: new Uint8Array(40_000) }]));
    });
    const gateway = await startGateway({ edgeUrl: edge.url, limits: { stallMs: 5_000 } });
    const socket = connect(gateway.port, "127.0.0.1");
    socket.write(AUTH);
    let bytes = Buffer.alloc(0);
    const ops: number[] = [];
    for await (const chunk of socket) {
      bytes = Buffer.concat([bytes, chunk as Buffer]);
      while (bytes.length >= 40_016) {
        ops.push(bytes.readInt32BE(8));
        bytes = bytes.subarray(40_016);
      }
      await new Promise((settle) => setTimeout(settle, 1));
      if (ops.length === count) break;
    }
    expect(ops).toEqual(Array.from({ length: count }, (_, n) => n));
  });

  test("that sends faster than the edge takes is held back", async () => {
    const edge = await startEdge((socket) => socket.pause());
    const gateway = await startGateway({ edgeUrl: edge.url });
    const flood = await client(gateway.port, AUTH);
    const packet = encodeGoimPacket({ ver: 1, op: 4, seq: 1, body: new Uint8Array(4_096) });
    for (let n = 0; n < 5_000; n++) flood.socket.write(packet);
    await expect.poll(() => flood.socket.writableLength).toBeGreaterThan(1_000_000);
    expect(flood.isClosed()).toBe(false);
    flood.socket.destroy();
    await expect.poll(() => gateway.connections()).toBe(0);
  });

  test("beyond the most is closed as soon as it comes", async () => {
    const edge = await startEdge(() => {});
    const { port } = await startGateway({ edgeUrl: edge.url, connectionsMax: 1 });
    const first = await client(port, AUTH);
    const second = await client(port, AUTH);
    await expect.poll(second.isClosed).toBe(true);
    expect(first.isClosed()).toBe(false);
  });
});

describe("without an edge", () => {
  test("gopush's clients are told that there is no node, and goim's are closed", async () => {
    const warnings: string[] = [];
    const { port } = await startGateway({ warn: (message) => warnings.push(message) });
    const [old, goim] = [await client(port, SUB), await client(port, AUTH)];
    for (const each of [old, goim]) await expect.poll(each.isClosed).toBe(true);
    expect([old.received(), goim.received()]).toEqual(["-n\r\n", ""]);
    expect(warnings.length).toBe(2);
  });

  test("or with one that refuses the upgrade, it is the same", async () => {
    const server = createServer((_request, response) => response.writeHead(503).end()).listen(0, "127.0.0.1");
    await once(server, "listening");
    stops.push(() => new Promise((settle) => server.close(settle)));
    const { port } = await startGateway({ edgeUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    const old = await client(port, SUB);
    await expect.poll(old.isClosed).toBe(true);
    expect(old.received()).toBe("-n\r\n");
  });
});

test("what the edge says last reaches the client before the end", async () => {
  const edge = await startEdge((socket) => {
    socket.send("-a\r\n");
    socket.close(4401);
  });
  const { port } = await startGateway({ edgeUrl: edge.url });
  const refused = await client(port, SUB);
  await expect.poll(refused.isClosed).toBe(true);
  expect(refused.received()).toBe("-a\r\n");
});

test("a gateway that closes sends its clients away over the time, and takes nobody", async () => {
  const edge = await startEdge(() => {});
  const gateway = await startGateway({ edgeUrl: edge.url });
  const clients = await Promise.all(Array.from({ length: 6 }, () => client(gateway.port, AUTH)));
  await expect.poll(() => edge.sockets.clients.size).toBe(6);
  const startedMs = performance.now();
  const closing = gateway.close(300);
  await expect.poll(() => clients.filter(({ isClosed }) => isClosed()).length).toBeGreaterThan(0);
  expect(clients.filter(({ isClosed }) => isClosed()).length).toBeLessThan(6);
  await closing;
  expect(performance.now() - startedMs).toBeGreaterThan(200);
  expect(gateway.connections()).toBe(0);
  await expect(client(gateway.port)).rejects.toThrow("ECONNREFUSED");
});

describe("npm run push-tcp", () => {
  async function start(env: Record<string, string>): Promise<{ child: ChildProcess; port: number }> {
    const child = fork(MAIN, {
      env: { ...process.env, PORT: "0", ...env },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const [message] = (await Promise.race([
      once(child, "message"),
      once(child, "exit").then(([code]) => Promise.reject(new Error(`it ended with ${code}`))),
    ])) as [{ listening: number }];
    return { child, port: message.listening };
  }

  test("drains on SIGTERM and ends with 0", async () => {
    const edge = await startEdge(() => {});
    const { child, port } = await start({ EDGE_URL: edge.url, DRAIN_MS: "100" });
    const there = await client(port, AUTH);
    await expect.poll(() => edge.sockets.clients.size).toBe(1);
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    await expect.poll(there.isClosed).toBe(true);
  });

  test("ends with 78 for a bad configuration", async () => {
    await expect(start({ EDGE_URL: "nonsense" })).rejects.toThrow("it ended with 78");
  });
});

test.each([
  [{ EDGE_URL: "ftp://x" }, "EDGE_URL"],
  [{ PORT: "70000" }, "PORT"],
  [{ PORT: "-1" }, "PORT"],
  [{ CONNECTIONS_MAX: "0" }, "CONNECTIONS_MAX"],
  [{ DRAIN_MS: "soon" }, "DRAIN_MS"],
])("a configuration with %j is refused, naming the variable", (env, name) => {
  expect(() => parsePushTcpConfig(env)).toThrow(name);
});

test("an empty environment is one", () => {
  expect(parsePushTcpConfig({ PORT: "" })).toEqual({
    edgeUrl: "http://127.0.0.1:8787",
    host: "127.0.0.1",
    port: 3_101,
    connectionsMax: 20_000,
    drainMs: 10_000,
  });
});
