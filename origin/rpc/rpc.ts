/**
 * The front door of the RPC room: a Connect unary server on node:http, with plain routes beside it, and the client for it.
 *
 *     const server = rpcServer({ services: [implement(PassportService, handlers)], routes: [], identify, log });
 *     const { port } = await server.listen({ host: "127.0.0.1", port: 8788 });
 *     …
 *     await server.stop({ finishTimeoutMs: 25_000 });
 * @module
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Dictionary } from "../../proto/codec/codec.ts";
import { Fault, problemOf } from "../../proto/fault.ts";
import { type Log, loggableMessage } from "../log/log.ts";
import { batchRoute } from "./batch.ts";
import { itemDispatch } from "./batch-item.ts";
import { dispatcher } from "./dispatch.ts";
import { RPC_LIMITS, type RpcLimits } from "./limits.ts";
import { listener } from "./listener.ts";
import type { PlainRoute } from "./route.ts";
import type { Implementation } from "./service.ts";
import { stopper } from "./stop.ts";
import type { Identify, UnaryOptions } from "./unary.ts";

export { rpcChannel } from "./channel.ts";
export { type Client, rpcClient } from "./client.ts";
export { currentContext, requireCaller } from "./context.ts";
export { implement } from "./service.ts";

export interface RpcServerOptions {
  readonly services: readonly Implementation[];
  readonly routes: readonly PlainRoute[];
  /**
   * Verifies the credentials of a request. What it throws (a Fault `unauthenticated`) does not fail the call: it goes on
   * anonymously, and fails with that fault when its handler says `requireCaller`.
   */
  readonly identify: Identify;
  /** Asked before each call, save to routes that are vital; what it throws refuses the call. */
  readonly admit?: () => void;
  readonly log: Log;
  /** Those that clients of `/$batch` may compress with. */
  readonly dictionaries?: readonly Dictionary[];
  readonly limits?: Partial<RpcLimits>;
  /** In place of the limit of this name, where it may change while the server runs. */
  readonly inFlightMax?: () => number;
  /** Milliseconds that only grow; for deadlines and durations. */
  readonly monotonicNow?: () => number;
}

export interface StopOptions {
  /** Calls that still run after this are aborted with `unavailable`. */
  readonly finishTimeoutMs: number;
}

export interface RpcServer {
  /** @param port 0 for any that is free @throws Error such as EADDRINUSE */
  listen(address: { readonly host: string; readonly port: number }): Promise<{ readonly port: number }>;
  /**
   * From now on each reply says `Connection: close`, so that clients move on without losing a request; new connections
   * are still taken.
   */
  closeConnections(): void;
  /** Takes no more connections and returns when the last call has ended. @returns how many calls had to be aborted */
  stop(options: StopOptions): Promise<{ readonly aborted: number }>;
}

export function rpcServer(options: RpcServerOptions): RpcServer {
  const limits = { ...RPC_LIMITS, ...options.limits };
  const { log, monotonicNow = () => performance.now() } = options;
  const batch = batchRoute({
    dispatch: (item, outer, signal) => dispatchItem(item, outer, signal),
    dictionaries: options.dictionaries ?? [],
  });
  const routes = [...options.routes, batch];
  const dispatch = dispatcher({ ...options, routes, limits, monotonicNow, observe: observeOf(log) });
  const dispatchItem = itemDispatch(dispatch);
  const { handle, closeConnections } = listener(dispatch, limits);
  const server = createServer({
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: limits.timeoutCheckMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    maxHeaderSize: limits.headerBytesMax,
  });
  server.timeout = limits.silenceTimeoutMs;
  server.maxConnections = limits.connectionsMax;
  server.on("request", handle);
  server.on("checkContinue", handle);
  server.on("clientError", refuseBadRequest);
  server.on("drop", dropNotice(log, limits, monotonicNow));
  const stop = stopper(server, dispatch.running);

  return {
    listen: ({ host, port }) => listen(server, host, port),
    closeConnections,
    stop({ finishTimeoutMs }) {
      closeConnections();
      return stop(finishTimeoutMs);
    },
  };
}

/** Messages are logged at debug level only, and those with secrets only by name. */
function observeOf(log: Log): UnaryOptions["observe"] {
  return (call, type, message) => {
    if (!log.writes("debug")) return;
    log.debug("message", { procedure: call.procedure, body: loggableMessage(type, message) });
  };
}

function listen(server: Server, host: string, port: number): Promise<{ readonly port: number }> {
  return new Promise((settle, fail) => {
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      settle({ port: (server.address() as AddressInfo).port });
    });
  });
}

/** How often it is told that connections are refused; a crowd that comes again and again must not fill the log. */
const DROP_NOTICE_MS = 10_000;

/** A connection beyond the limit is closed without a word to its client; the operator has to hear of it. */
function dropNotice(log: Log, { connectionsMax }: RpcLimits, monotonicNow: () => number): () => void {
  let quietUntilMs = Number.NEGATIVE_INFINITY;
  let dropped = 0;
  return () => {
    dropped += 1;
    if (monotonicNow() < quietUntilMs) return;
    quietUntilMs = monotonicNow() + DROP_NOTICE_MS;
    log.warn("connections beyond the limit were closed", { connectionsMax, dropped });
    dropped = 0;
  };
}

/** Statuses of what node:http itself refuses; anything else that it cannot parse is a 400. */
const BAD_REQUEST_STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Bytes that are no HTTP request, or one that did not come in time. */
function refuseBadRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = BAD_REQUEST_STATUS[error.code ?? ""] ?? 400;
  const message = status === 408 ? "the request did not come in time" : "the request is not valid HTTP";
  const body = JSON.stringify(problemOf(new Fault("invalid_argument", message, { status })));
  socket.end(
    `HTTP/1.1 ${status} \r\nconnection: close\r\ncontent-type: application/problem+json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
}
