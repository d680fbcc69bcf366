/** An edge on real workerd in front of servers that a test makes do what it likes, and clients that say exactly what they are told. @module */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import {
  type AddressInfo,
  connect,
  createServer as createNetServer,
  type Server as NetServer,
  type Socket,
} from "node:net";
import { createInterface } from "node:readline";
import { inject } from "vitest";
import { startEdge } from "../../../scripts/serve.ts";

/** How long a raw client waits for more before it takes what it has as all there is. */
const RAW_IDLE_MS = 5_000;

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A request as it was on the wire to the upstream. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

export interface Upstream {
  readonly url: string;
  /** Requests whose head came in, oldest first. */
  readonly seen: Pick<Seen, "method" | "url">[];
  /** What happens at a path, in place of {@link echo}. */
  on(path: string, handler: Handler): void;
  stop(): Promise<void>;
}

export async function startUpstream(fallback: Handler = echo): Promise<Upstream> {
  const handlers = new Map<string, Handler>();
  const seen: Upstream["seen"] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? "";
    seen.push({ method: request.method ?? "", url });
    (handlers.get(url.split("?", 1)[0] ?? "") ?? fallback)(request, response);
  });
  server.keepAliveTimeout = 0; // The edge decides: otherwise a request could meet a connection that is just closed.
  return {
    url: await listen(server),
    seen,
    on: (path, handler) => handlers.set(path, handler),
    async stop() {
      server.closeAllConnections();
      await close(server);
    },
  };
}

/** Answers with the request itself. */
export function echo(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { method, url, headers, rawHeaders } = request;
    const body = Buffer.concat(chunks).toString("latin1");
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ method, url, headers, rawHeaders, body }));
  });
}

/** An upstream of bare bytes. */
export async function startRawUpstream(onSocket: (socket: Socket) => void): Promise<Pick<Upstream, "url" | "stop">> {
  const sockets = new Set<Socket>();
  const server = createNetServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined); // The edge may leave in the middle; that is what some tests are about.
    socket.on("close", () => sockets.delete(socket));
    onSocket(socket);
  });
  return {
    url: await listen(server),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await close(server);
    },
  };
}

/** Writes these bytes to whoever has sent a head, and ends the connection if asked to. */
export function sayRaw(bytes: string, { end = false } = {}): (socket: Socket) => void {
  return (socket) => {
    let head = "";
    socket.on("data", (chunk) => {
      head += chunk.toString("latin1");
      if (!head.includes("\r\n\r\n")) return;
      head = "";
      socket.write(bytes, "latin1");
      if (end) socket.end();
    });
  };
}

/** An address at which nobody listens. */
export async function deadUrl(): Promise<string> {
  const server = createNetServer();
  const url = await listen(server);
  await close(server);
  return url;
}

async function listen(server: Server | NetServer): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server | NetServer): Promise<void> {
  server.close();
  await once(server, "close");
}

export interface Edge {
  readonly url: string;
  readonly pid: number;
  /** Lines of the access log so far. */
  readonly log: Record<string, unknown>[];
  /** Bytes of memory that the process holds at this moment. */
  residentBytes(): Promise<number>;
  stop(): Promise<void>;
}

export async function startTestEdge(table: object): Promise<Edge> {
  const module = inject("edgeModule");
  const edge = await startEdge({ port: 0, module, routes: JSON.stringify(table), bindings: {}, stdout: "pipe" });
  const log: Record<string, unknown>[] = [];
  const { stdout } = edge.process;
  if (stdout === null) throw new Error("stdout is a pipe");
  createInterface(stdout).on("line", (line) => log.push(JSON.parse(line)));
  const { url, pid } = edge;
  return { url, pid, log, stop: () => edge.stop(), residentBytes: () => residentBytes(pid) };
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

export interface RequestOptions {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders | readonly string[];
  readonly body?: string | Buffer;
}

/**
 * A request on a connection of its own, with nothing added but `Host` and the body's length.
 * @throws Error where the reply breaks off
 */
export async function request(url: string, path: string, options: RequestOptions = {}): Promise<Reply> {
  const response = await open(url, path, options);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const { statusCode = 0, headers, rawHeaders } = response;
  return { status: statusCode, headers, rawHeaders, body: Buffer.concat(chunks) };
}

/** Resolves with the head of the reply. */
export async function open(url: string, path: string, { method = "GET", headers, body }: RequestOptions = {}) {
  const sent = httpRequest(url, { method, path, agent: false, ...(headers && { headers }) });
  if (body !== undefined) sent.setHeader("content-length", Buffer.byteLength(body)); // Node leaves it out of DELETE and OPTIONS.
  sent.end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  return response;
}

/** What the upstream saw of a request that {@link echo} answered. */
export async function seenOf(url: string, path: string, options: RequestOptions = {}): Promise<Seen> {
  const { status, body } = await request(url, path, options);
  if (status !== 200) throw new Error(`the reply is ${status}: ${body}`);
  return JSON.parse(body.toString()) as Seen;
}

/** Values of a field, each as its own, in a list of name and value in turn. */
export function valuesOf(rawHeaders: readonly string[], name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}

/** Sends these bytes and gives all that comes back until the edge closes, or is silent after `enough` of it. */
export async function raw(url: string, bytes: string | Buffer, enough?: (text: string) => boolean): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined); // A reset is an end too.
  socket.setTimeout(RAW_IDLE_MS, () => socket.destroy());
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    if (enough?.(text)) socket.destroy();
  });
  socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
  await once(socket, "close");
  return text;
}

/** Statuses of the replies in what {@link raw} gave. */
export function statusesOf(text: string): number[] {
  return Array.from(text.matchAll(/HTTP\/1\.1 (\d{3}) /g), ([, status]) => Number(status));
}
