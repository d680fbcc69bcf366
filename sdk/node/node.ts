/**
 * Node's part of a network: connections to addresses, with the edge's name in SNI and `Host`. HTTP is undici's, as in Node itself, over
 * a socket that was dialed here: so that several can be raced, and what TCP and TLS took is known.
 *
 *     createNetwork({ edges, connector: nodeConnector(), resolver })
 *
 * @module
 */
import { type Dispatcher, fetch, getGlobalDispatcher, Client as HttpClient, type RequestInit } from "undici";
import type { Connection, Connector } from "../network/connector.ts";
import type { Path } from "../network/path.ts";
import { type DialOptions, dial } from "./dial.ts";

export type { DialOptions } from "./dial.ts";
export { type EdgeSocket, type EdgeSocketClass, nodeWebSocket } from "./web-socket.ts";

/** Lanes end idle connections themselves; a server's own `Keep-Alive: timeout` is heeded in any case. */
const KEEP_ALIVE_MS = 120_000;

export function nodeConnector(options: DialOptions = {}): Connector {
  return { takesAddress: true, connect: (path, signal) => connect(path, options, signal) };
}

async function connect(path: Path, options: DialOptions, signal: AbortSignal): Promise<Connection> {
  const { socket, connectMs, tlsMs } = await dial(path, options, signal);
  let isTaken = false;
  const client = new HttpClient(path.edge, {
    allowH2: false,
    // Deadlines are the caller's, who knows when an answer is late.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connect: (_, done) => {
      if (isTaken || socket.destroyed) return done(new Error("the connection is closed"), null);
      isTaken = true;
      // Undici is amid the request that wants it, and does not see what is there at once.
      queueMicrotask(() => done(null, socket));
    },
  });
  const listeners = new Set<() => void>();
  socket.on("error", () => {}); // Undici tells of it to the request that it was for.
  socket.once("close", () => {
    for (const listener of listeners) listener();
    client.destroy().catch(() => {}); // It has nothing left to end.
  });
  const dispatcher = redirectable(client, path.edge);
  return {
    requestsMax: 1,
    connectMs,
    ...(tlsMs !== undefined && { tlsMs }),
    fetch: (url, init) => fetch(url, { ...(init as RequestInit), dispatcher }) as unknown as Promise<Response>,
    bytes: () => ({ in: socket.bytesRead, out: socket.bytesWritten }),
    onClose(listener) {
      if (socket.destroyed) listener();
      else listeners.add(listener);
    },
    close: () => socket.destroy(),
  };
}

/** A redirect may lead elsewhere, where this connection does not go. */
function redirectable(client: HttpClient, edge: string): Dispatcher {
  const dispatch: Dispatcher["dispatch"] = (options, handler) => {
    const other = options.origin !== undefined && new URL(options.origin).origin !== edge;
    return (other ? getGlobalDispatcher() : client).dispatch(options, handler);
  };
  return { dispatch } as unknown as Dispatcher;
}
