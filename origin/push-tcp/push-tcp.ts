/**
 * The TCP gateway of push: clients of goim and gopush that speak raw TCP, bridged to the edge's WebSockets. The front door of the room.
 *
 * It holds no state but its connections: any number of them may run beside one another, and one that goes away is one reconnect for its clients.
 * @module
 */
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { CONNECTION_LIMITS, type ConnectionLimits, TcpConnection } from "./connection.ts";

/** How often those that drain are ended: some at a time, so that they do not all come back at once. */
const DRAIN_STEP_MS = 50;

export interface PushTcpOptions {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** `http://` or `https://`. */
  readonly edgeUrl: string;
  /** One more is closed as soon as it comes. */
  readonly connectionsMax: number;
  readonly limits?: Partial<ConnectionLimits>;
  readonly warn: (message: string, cause: unknown) => void;
}

export interface PushTcp {
  readonly host: string;
  readonly port: number;
  connections(): number;
  /** Takes nobody any more, and ends those that are there, evenly over the time. */
  close(drainMs: number): Promise<void>;
}

/** @throws Error EADDRINUSE and its like */
export async function startPushTcp({
  host,
  port,
  edgeUrl,
  connectionsMax,
  limits,
  warn,
}: PushTcpOptions): Promise<PushTcp> {
  const connections = new Set<TcpConnection>();
  let emptied: (() => void) | undefined;
  const deps = {
    edgeUrl: edgeUrl.replace(/^http/, "ws").replace(/\/$/, ""),
    limits: { ...CONNECTION_LIMITS, ...limits },
    warn,
    onClosed(connection: TcpConnection) {
      connections.delete(connection);
      if (connections.size === 0) emptied?.();
    },
  };
  const server = createServer((socket) => {
    if (connections.size >= connectionsMax) socket.destroy();
    else connections.add(new TcpConnection(socket, deps));
  });
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address() as AddressInfo;

  return {
    host,
    port: address.port,
    connections: () => connections.size,
    async close(drainMs) {
      const closed = once(server, "close");
      server.close();
      await drain([...connections], drainMs);
      if (connections.size > 0) {
        await new Promise<void>((settle) => {
          emptied = settle;
        });
      }
      await closed;
    },
  };
}

async function drain(connections: readonly TcpConnection[], drainMs: number): Promise<void> {
  const steps = Math.max(1, Math.ceil(drainMs / DRAIN_STEP_MS));
  const each = Math.ceil(connections.length / steps);
  for (let at = 0; at < connections.length; at += each) {
    for (const connection of connections.slice(at, at + each)) connection.close();
    if (drainMs > 0 && at + each < connections.length) await new Promise((settle) => setTimeout(settle, DRAIN_STEP_MS));
  }
}
