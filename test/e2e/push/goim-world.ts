/** An edge with push and the TCP gateway before it, and clients of goim and gopush over WebSocket and TCP alike. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { expect } from "vitest";
import { WebSocket } from "ws";
import { PROTOCOL_PATHS } from "../../../edge/protocols.ts";
import { type PushTcp, startPushTcp } from "../../../origin/push-tcp/push-tcp.ts";
import { encodeGoimPacket, GOIM_OP, type GoimPacket, unwrapGoimFrame } from "../../../proto/push/push.ts";
import { buildEdge } from "../../../scripts/build-edge.ts";
import { startEdge } from "../../../scripts/serve.ts";

export const PUBLISHER_TOKEN = "publisher-token-of-the-tests";
const TOKEN_KEY = Buffer.alloc(32, "k");
const ROUTES = '{"upstreams":{"main":{"urls":["http://127.0.0.1:9"]}},"routes":[]}';

export interface World {
  readonly url: string;
  readonly tcpPort: number;
  readonly gateway: PushTcp;
  /** What the gateway warned of. */
  readonly warnings: string[];
  /** A call of an HTTP API, as a publisher unless the headers say otherwise. */
  api(path: string, init?: RequestInit): Promise<Response>;
  rpc(method: string, body: unknown): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

export async function startWorld(bindings: Readonly<Record<string, string>> = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-goim-"));
  const edge = await startEdge({
    port: 0,
    module: await buildEdge(folder),
    routes: ROUTES,
    objectsFolder: join(folder, "objects"),
    bindings: {
      IDENTITY_KEY: Buffer.alloc(32, "i").toString("base64"),
      OPS_TOKEN: "operator-token-of-the-tests-0001",
      PROTOCOLS: JSON.stringify(Object.fromEntries(Object.keys(PROTOCOL_PATHS).map((name) => [name, true]))),
      PUSH_TOKENS: `tests=${PUBLISHER_TOKEN}`,
      PUSH_TOKEN_KEY: TOKEN_KEY.toString("base64"),
      GOIM_CLEAR_AUTH: "true",
      ...bindings,
    },
    stdout: "ignore",
    stderr: "ignore",
  });
  const warnings: string[] = [];
  const gateway = await startPushTcp({
    host: "127.0.0.1",
    port: 0,
    edgeUrl: edge.url,
    connectionsMax: 100,
    warn: (message, cause) => warnings.push(`${message}: ${cause}`),
  });
  const authorization = `Bearer ${PUBLISHER_TOKEN}`;
  return {
    url: edge.url,
    tcpPort: gateway.port,
    gateway,
    warnings,
    api: (path, init = {}) => fetch(edge.url + path, { ...init, headers: { authorization, ...init.headers } }),
    async rpc(method, body) {
      const response = await fetch(`${edge.url}/fairway.push.v1.PushService/${method}`, {
        method: "POST",
        headers: { authorization, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return (await response.json()) as Record<string, unknown>;
    },
    async stop() {
      await gateway.close(0);
      await edge.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function connectionToken(claims: Record<string, unknown>, ttlSeconds = 600): Promise<string> {
  const exp = Math.floor(Date.now() / 1_000) + ttlSeconds;
  return await new SignJWT({ exp, ...claims }).setProtectedHeader({ alg: "HS256" }).sign(TOKEN_KEY);
}

/** A connection of either transport. */
export interface Link {
  /** Bytes as they came: a frame each over WebSocket, any pieces over TCP. */
  readonly pieces: Buffer[];
  send(data: string | Uint8Array): void;
  /** Undefined while it is open; the code over WebSocket, 0 over TCP. */
  closed(): number | undefined;
  close(): void;
}

export async function webSocket(world: World, target: string): Promise<Link> {
  // workerd lets go of a connection that it closed only when its object sleeps.
  const options = { perMessageDeflate: false, closeTimeout: 200 };
  const socket = new WebSocket(world.url.replace("http", "ws") + target, options);
  const pieces: Buffer[] = [];
  let closed: number | undefined;
  socket.on("message", (data: Buffer) => pieces.push(data));
  socket.on("close", (code) => {
    closed = code;
  });
  await once(socket, "open");
  return { pieces, send: (data) => socket.send(data), closed: () => closed, close: () => socket.close() };
}

export async function tcp(port: number): Promise<Link & { readonly socket: Socket }> {
  const socket = connect(port, "127.0.0.1");
  const pieces: Buffer[] = [];
  let closed: number | undefined;
  socket.on("data", (chunk) => pieces.push(chunk));
  socket.on("error", () => {});
  socket.on("close", () => {
    closed = 0;
  });
  await once(socket, "connect");
  return {
    socket,
    pieces,
    send: (data) => void socket.write(data),
    closed: () => closed,
    close: () => void socket.destroy(),
  };
}

export type Transport = "WebSocket" | "TCP";
export const TRANSPORTS: readonly Transport[] = ["WebSocket", "TCP"];

export interface GoimClient extends Link {
  /** All that the server sent, unpacked. */
  packets(): readonly (Omit<GoimPacket, "body"> & { readonly body: string })[];
  packet(op: number, body?: string, seq?: number): void;
  /** Bodies of what was pushed with the operation. */
  pushed(op: number): readonly string[];
}

export async function goim(world: World, transport: Transport): Promise<GoimClient> {
  const link = transport === "TCP" ? await tcp(world.tcpPort) : await webSocket(world, "/sub");
  const packets = () => {
    const bytes = link.pieces.map((piece) => (transport === "TCP" ? piece : Buffer.from(unwrapGoimFrame(piece) ?? [])));
    return [...unpacked(Buffer.concat(bytes))];
  };
  return {
    ...link,
    packets,
    packet: (op, body = "", seq = 1) => link.send(encodeGoimPacket({ ver: 1, op, seq, body: Buffer.from(body) })),
    pushed: (op) => packets().flatMap((packet) => (packet.op === op && packet.seq === 0 ? [packet.body] : [])),
  };
}

function* unpacked(bytes: Buffer) {
  for (let at = 0; at + 16 <= bytes.length; ) {
    const length = bytes.readInt32BE(at);
    if (at + length > bytes.length) return;
    const [ver, op, seq] = [bytes.readInt16BE(at + 6), bytes.readInt32BE(at + 8), bytes.readInt32BE(at + 12)];
    yield { ver, op, seq, body: bytes.toString("latin1", at + 16, at + length) };
    at += length;
  }
}

/** A client that has been let in. */
export async function goimIn(world: World, transport: Transport, auth: object): Promise<GoimClient> {
  const client = await goim(world, transport);
  client.packet(GOIM_OP.auth, JSON.stringify(auth), 1);
  await expect.poll(() => client.packets().map(({ op }) => op)).toEqual([GOIM_OP.authReply]);
  return client;
}

export interface GopushClient extends Link {
  /** `+h` and errors, as they came. */
  replies(): string;
  messages(): readonly { readonly msg: unknown; readonly mid: number; readonly gid: number }[];
}

export async function gopush(world: World, transport: Transport, ...args: readonly string[]): Promise<GopushClient> {
  const [key = "", heartbeat = "60", token = ""] = args;
  const query = new URLSearchParams({ key, heartbeat, ...(token !== "" && { token }), ver: "1.0" });
  const link = transport === "TCP" ? await tcp(world.tcpPort) : await webSocket(world, `/sub?${query}`);
  if (transport === "TCP") link.send(resp("sub", key, heartbeat, ...(token === "" ? [] : [token])));
  const split = () => {
    if (transport === "WebSocket") return link.pieces.map(String);
    const bytes = Buffer.concat(link.pieces);
    const parts: string[] = [];
    for (let at = 0; at < bytes.length; ) {
      const end = bytes.indexOf("\r\n", at) + 2;
      if (end < 2) break;
      const line = bytes.toString("utf8", at, end);
      const length = line.startsWith("$") ? Number(line.slice(1, -2)) : 0;
      parts.push(length === 0 ? line : bytes.toString("utf8", end, end + length));
      at = length === 0 ? end : end + length + 2;
    }
    return parts;
  };
  return {
    ...link,
    replies: () =>
      split()
        .filter((part) => /^[+-]/.test(part))
        .join(""),
    messages: () => split().flatMap((part) => (part.startsWith("{") ? [JSON.parse(part)] : [])),
  };
}

export async function gopushIn(world: World, transport: Transport, ...args: readonly string[]): Promise<GopushClient> {
  const client = await gopush(world, transport, ...args);
  await expect.poll(() => client.replies()).toBe("+h\r\n");
  return client;
}

export function resp(...args: readonly string[]): string {
  return `*${args.length}\r\n${args.map((arg) => `$${Buffer.byteLength(arg)}\r\n${arg}\r\n`).join("")}`;
}

/** A Centrifugo client of a few lines: no more than JSON on a socket. */
export async function centrifugo(world: World, connect: object, ...channels: readonly string[]) {
  const link = await webSocket(world, "/connection/websocket");
  const lines = () =>
    link.pieces
      .flatMap((piece) => String(piece).split("\n"))
      .flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  link.send(JSON.stringify({ id: 1, connect }));
  for (const [at, channel] of channels.entries()) link.send(JSON.stringify({ id: at + 2, subscribe: { channel } }));
  await expect.poll(() => lines().filter(({ id }) => id !== undefined).length).toBe(channels.length + 1);
  return {
    ...link,
    lines,
    data: (channel: string): unknown[] =>
      lines().flatMap(({ push }) => (push?.channel === channel && push.pub !== undefined ? [push.pub.data] : [])),
  };
}
