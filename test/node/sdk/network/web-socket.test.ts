import { once } from "node:events";
import { createServer } from "node:https";
import { type AddressInfo, createServer as createTcp } from "node:net";
import type { TLSSocket } from "node:tls";
import { afterEach, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { selfSignedCertificate } from "../../../../scripts/certificate.ts";
import type { Path } from "../../../../sdk/network/network.ts";
import { type EdgeSocket, nodeWebSocket } from "../../../../sdk/node/node.ts";

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** An edge on 127.0.0.1 that says what it was asked, and sends back what it gets. */
async function edge(host: string) {
  const { cert, key } = selfSignedCertificate([host], Date.now());
  const server = createServer({ cert, key });
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket, { headers, url, socket: raw }) => {
    const { servername } = raw as TLSSocket;
    socket.send(JSON.stringify({ host: headers.host, url, servername, protocol: socket.protocol }));
    socket.on("message", (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  stops.push(() => server.listening && stop());
  return { url: `https://${host}:${port}`, host: `${host}:${port}`, port, ca: cert, stop };
}

/** A port at which nobody is any more. */
async function deadPort(): Promise<number> {
  const server = createTcp().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function open(
  paths: readonly Path[],
  ca: string[],
  url = "wss://edge.example/connection/websocket?home=7",
  protocols?: string,
) {
  const Socket = nodeWebSocket({ paths: async () => paths }, { ca });
  const socket: EdgeSocket = protocols === undefined ? new Socket(url) : new Socket(url, protocols);
  const events: unknown[] = [];
  socket.onopen = () => void events.push("open");
  socket.onmessage = ({ data }) => void events.push(data);
  socket.onerror = () => void events.push("error");
  socket.onclose = ({ code }) => void events.push(code);
  stops.push(() => socket.close());
  return { socket, events };
}

test("it goes to the address, and the edge keeps its name in SNI and Host", async () => {
  const one = await edge("edge.example");
  const { socket, events } = open(
    [{ edge: one.url, address: "127.0.0.1", found: "httpdns" }],
    [one.ca],
    undefined,
    "a",
  );
  expect(socket.readyState).toBe(0);
  expect(() => socket.send("too early")).toThrow("not made yet");
  await expect.poll(() => events.length).toBe(2);
  const said = { host: one.host, url: "/connection/websocket?home=7", servername: "edge.example", protocol: "a" };
  expect(events).toEqual(["open", JSON.stringify(said)]);
  socket.binaryType = "arraybuffer";
  socket.send("hello");
  await expect.poll(() => events.at(-1)).toBe("hello");
  expect(socket.readyState).toBe(1);
  socket.close();
  await expect.poll(() => events.at(-1)).toBe(1005);
  expect(socket.readyState).toBe(3);
});

test("an edge that is dead is passed over for another, which is called by its own name", async () => {
  const other = await edge("edge-b.example");
  const dead = `https://edge.example:${await deadPort()}`;
  const { events } = open(
    [
      { edge: dead, address: "127.0.0.1", found: "httpdns" },
      { edge: other.url, address: "127.0.0.1", found: "httpdns" },
    ],
    [other.ca],
  );
  await expect.poll(() => events[1]).toContain('"servername":"edge-b.example"');
  expect(events[1]).toContain(`"host":"${other.host}"`);
});

test("who is at an address and is not the edge hears nothing", async () => {
  const liar = await edge("liar.example");
  const { events } = open(
    [{ edge: `https://edge.example:${liar.port}`, address: "127.0.0.1", found: "stale" }],
    [liar.ca],
  );
  await expect.poll(() => events).toEqual(["error", 1006]);
});

test("without a path it closes; closed before it is open it says so once, and connects to nobody", async () => {
  const none = open([], []);
  await expect.poll(() => none.events).toEqual(["error", 1006]);
  const one = await edge("edge.example");
  const early = open([{ edge: one.url, address: "127.0.0.1", found: "memory" }], [one.ca]);
  early.socket.close();
  await expect.poll(() => early.events).toEqual([1006]);
  expect(early.socket.readyState).toBe(3);
});

test("an edge that dies closes it", async () => {
  const one = await edge("edge.example");
  const { events } = open([{ edge: one.url, address: "127.0.0.1", found: "memory" }], [one.ca]);
  await expect.poll(() => events.length).toBe(2);
  await one.stop();
  await expect.poll(() => events.at(-1)).toBe(1006);
});
