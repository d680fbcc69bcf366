/**
 * Requests at a steady rate, whatever becomes of them: each is sent when its time has come, on a connection that is free or on a new one, so
 * that one that waits holds up no other.
 * @module
 */
import { connect, type Socket } from "node:net";
import { Http1Wire, http1Bytes } from "../load/http1.ts";

export interface Sent {
  readonly sentMs: number;
  /** Of the last byte of its reply. Both are times of the wall clock. */
  readonly doneMs: number;
}

/** More requests than this at a time mean that the server does not keep up, and then there is nothing to be measured. */
const CONNECTIONS_MAX = 500;
const TICK_MS = 1;
const DRAIN_MS_MAX = 10_000;

interface Connection {
  readonly socket: Socket;
  readonly wire: Http1Wire;
  sentMs: number;
}

/** @throws Error where a reply is not good, or the server does not keep up */
export async function steadily(url: string, path: string, perSecond: number, forMs: number): Promise<Sent[]> {
  const { hostname, port, host } = new URL(url);
  const requests = [{ bytes: http1Bytes({ path }, host), isHead: false }];
  const sent: Sent[] = [];
  const open = new Set<Connection>();
  const idle: Connection[] = [];
  let failure: Error | undefined;

  const startedMs = wallMs();
  const due = (forMs / 1000) * perSecond;
  let begun = 0;
  const tick = setInterval(() => {
    const upTo = Math.min(due, ((wallMs() - startedMs) / 1000) * perSecond);
    for (; begun < upTo; begun++) send(idle.pop() ?? added());
  }, TICK_MS);
  try {
    while (sent.length < due) {
      if (failure !== undefined) throw failure;
      if (wallMs() - startedMs > forMs + DRAIN_MS_MAX) throw new Error(`${due - sent.length} replies are missing`);
      await new Promise((resolve) => setTimeout(resolve, TICK_MS * 10));
    }
    return sent;
  } finally {
    clearInterval(tick);
    for (const { socket } of open) socket.destroy();
  }

  function added(): Connection {
    if (open.size >= CONNECTIONS_MAX) failure ??= new Error(`${CONNECTIONS_MAX} requests at a time: too slow`);
    const socket = connect(Number(port), hostname).setNoDelay();
    const connection = { socket, wire: new Http1Wire(requests, 0), sentMs: 0 };
    open.add(connection);
    socket.on("data", (bytes: Buffer) => {
      const outcome = connection.wire.read(bytes);
      if (outcome === undefined) return;
      if (outcome !== "ok") failure ??= new Error(`a reply was ${outcome}`);
      sent.push({ sentMs: connection.sentMs, doneMs: wallMs() });
      idle.push(connection);
    });
    socket.on("error", (error) => {
      failure ??= error;
    });
    return connection;
  }

  function send(connection: Connection): void {
    connection.sentMs = wallMs();
    connection.socket.write(connection.wire.request());
  }
}

export function wallMs(): number {
  return performance.timeOrigin + performance.now();
}
