/**
 * A server for the tests of this room: the passport contract with handlers of the test's own, and its log in memory.
 * @module
 */
import { type IncomingHttpHeaders, request } from "node:http";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { type Level, type Log, openLog } from "../../../../origin/log/log.ts";
import type { Sink } from "../../../../origin/log/sink.ts";
import type { RpcLimits } from "../../../../origin/rpc/limits.ts";
import type { RpcServerOptions } from "../../../../origin/rpc/rpc.ts";
import { currentContext, implement, type RpcServer, rpcServer } from "../../../../origin/rpc/rpc.ts";
import type { Handlers } from "../../../../origin/rpc/service.ts";
import { PassportService } from "../../../../proto/gen/passport.contract.ts";

export const SERVICE = `/${PassportService.name}`;
export const JSON_HEADERS = { "content-type": "application/json" };
export const PROTO_HEADERS = { "content-type": "application/proto" };

type PassportHandlers = Handlers<typeof PassportService>;
export type LogLine = Readonly<Record<string, unknown>>;

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly server: RpcServer;
  /** What was logged so far. */
  log(): readonly LogLine[];
  /** The access lines. */
  calls(): readonly LogLine[];
}

export interface TestServerOptions extends Partial<Omit<RpcServerOptions, "limits" | "services" | "log">> {
  readonly handlers?: Partial<PassportHandlers>;
  readonly limits?: Partial<RpcLimits>;
  readonly level?: Level;
}

/** Is stopped when the test ends. */
export async function startTestServer({ handlers, level, ...options }: TestServerOptions = {}): Promise<TestServer> {
  const { log, lines } = memoryLog(level);
  const all: PassportHandlers = {
    signInGuest: ({ deviceId }) => ({ uid: 1n, accessToken: `access of ${deviceId}`, refreshToken: "refresh" }),
    refresh: () => ({ uid: 1n }),
    getProfile: () => ({ uid: 42n, nickname: "Ada", revision: 1 }),
    updateProfile: ({ nickname = "", revision }) => ({ uid: 42n, nickname, revision: revision + 1 }),
    signOut: () => ({}),
    ...handlers,
  };
  const server = rpcServer({
    routes: [],
    identify: () => undefined,
    ...options,
    services: [implement(PassportService, all)],
    log,
  });
  const { port } = await server.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(async () => void (await server.stop({ finishTimeoutMs: 0 })));
  const calls = () => lines().filter((line) => line.message === "call");
  return { url: `http://127.0.0.1:${port}`, port, server, log: lines, calls };
}

export function memoryLog(level: Level = "info"): { log: Log; lines: () => readonly LogLine[] } {
  const written: string[] = [];
  const sink: Sink = {
    write: (line) => void written.push(line),
    flush: () => undefined,
    close: async () => undefined,
    flushSync: () => undefined,
  };
  const log = openLog({ sink, level, now: Date.now, trace: () => currentContext()?.trace });
  return { log, lines: () => written.map((line) => JSON.parse(line) as LogLine) };
}

export interface RawReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  json(): unknown;
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

/** One request on a connection of its own; nothing is added to it and nothing is unpacked. */
export function send(
  url: string,
  path: string,
  { method = "POST", headers = {}, body, signal }: RawRequest = {},
): Promise<RawReply> {
  return new Promise((settle, fail) => {
    const options = {
      method,
      agent: false,
      headers: { ...headers } as Record<string, string>,
      ...(signal && { signal }),
    };
    const outgoing = request(new URL(path, url), options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", fail);
      incoming.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const { statusCode: status = 0, headers } = incoming;
        settle({ status, headers, body: bytes, json: () => JSON.parse(bytes.toString()) });
      });
    });
    outgoing.on("error", fail);
    outgoing.end(body);
  });
}

/** A connection for bytes that no HTTP client would send. Is closed when the test ends. */
export async function dial(port: number): Promise<{ socket: Socket; closed: Promise<string>; received: () => string }> {
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  await new Promise((settle, fail) => socket.once("connect", settle).once("error", fail));
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString("latin1");
  });
  socket.on("error", () => undefined); // A reset is an end like any other here.
  const closed = new Promise<string>((settle) => socket.once("close", () => settle(text)));
  return { socket, closed, received: () => text };
}

/** Waits until it is so, as long as the test may run. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((settle) => setTimeout(settle, 5));
}

/** A promise to be settled from outside. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}
