/**
 * Requests at a fixed rate, each sent when its time has come, whatever became of those before: an open loop, as many clients are. Its
 * latency counts from the moment at which it should have been sent.
 * @module
 */
import { connect, type Socket } from "node:net";
import { quantile } from "../../scripts/quantile.ts";
import { Http1Wire, http1Bytes } from "../load/http1.ts";

export interface Reply {
  /** When it was to be sent, of the wall clock. */
  readonly dueMs: number;
  readonly latencyMs: number;
  /** `ok`, an HTTP status, or what the connection broke with. */
  readonly outcome: string;
}

export interface OpenLoop {
  readonly url: string;
  readonly path: string;
  readonly perSecond: number;
  readonly forMs: number;
}

const TICK_MS = 1;
/** More requests at a time mean that the server does not keep up, and then a tail says nothing. */
const CONNECTIONS_MAX = 2000;
/** A reply that comes later has failed. */
const REPLY_MS_MAX = 20_000;

interface Connection {
  readonly socket: Socket;
  readonly wire: Http1Wire;
  dueMs: number | undefined;
}

/** @throws Error where the server does not keep up */
export async function openLoop({ url, path, perSecond, forMs }: OpenLoop): Promise<Reply[]> {
  const { hostname, port, host } = new URL(url);
  const requests = [{ bytes: http1Bytes({ path }, host), isHead: false }];
  const replies: Reply[] = [];
  const open = new Set<Connection>();
  const idle: Connection[] = [];
  const startedMs = wallMs();
  const total = Math.floor((forMs / 1000) * perSecond);
  let begun = 0;
  const tick = setInterval(() => {
    const upTo = Math.min(total, ((wallMs() - startedMs) / 1000) * perSecond);
    while (begun < upTo) {
      const connection = idle.pop() ?? added();
      connection.dueMs = startedMs + (begun++ / perSecond) * 1000;
      connection.socket.write(connection.wire.request());
    }
  }, TICK_MS);
  try {
    while (replies.length < total) {
      if (open.size > CONNECTIONS_MAX) throw new Error(`${open.size} requests at a time: too slow`);
      if (wallMs() - startedMs > forMs + REPLY_MS_MAX) throw new Error(`${total - replies.length} replies are missing`);
      await new Promise((resolve) => setTimeout(resolve, TICK_MS * 10));
    }
    return replies;
  } finally {
    clearInterval(tick);
    for (const { socket } of open) socket.destroy();
  }

  function added(): Connection {
    const socket = connect(Number(port), hostname).setNoDelay();
    const connection: Connection = { socket, wire: new Http1Wire(requests, 0), dueMs: undefined };
    open.add(connection);
    let failure = "closed";
    socket.on("data", (bytes: Buffer) => {
      const outcome = connection.wire.read(bytes);
      if (outcome === undefined) return;
      settle(connection, outcome);
      if (connection.wire.last) socket.destroy();
      else idle.push(connection);
    });
    socket.on("error", (error: NodeJS.ErrnoException) => {
      failure = error.code ?? error.message;
    });
    socket.on("close", () => {
      open.delete(connection);
      const place = idle.indexOf(connection);
      if (place >= 0) idle.splice(place, 1);
      settle(connection, failure);
    });
    return connection;
  }

  function settle(connection: Connection, outcome: string): void {
    const { dueMs } = connection;
    if (dueMs === undefined) return;
    connection.dueMs = undefined;
    replies.push({ dueMs, latencyMs: wallMs() - dueMs, outcome });
  }
}

export function wallMs(): number {
  return performance.timeOrigin + performance.now();
}

/** @param rank from 0 to 1 */
export function percentile(replies: readonly Reply[], rank: number): number {
  return quantile(
    replies.map(({ latencyMs }) => latencyMs),
    rank,
  );
}
