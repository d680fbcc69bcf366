/**
 * Many clients that ask for the same at the same moment, each on a connection that is open already, and when each of them had its reply.
 * @module
 */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { http1Bytes } from "../load/http1.ts";

const REPLY_MS_MAX = 30_000;

export interface Crowd {
  /** All of them ask for `path` at once. @throws Error where a reply is not 200 */
  ask(path: string): Promise<readonly Arrival[]>;
  close(): void;
}

export interface Arrival {
  /** Of the last byte, on this process's own clock. */
  readonly atMs: number;
  readonly cacheStatus: string;
}

export async function gather(url: string, count: number): Promise<Crowd> {
  const { hostname, port, host } = new URL(url);
  const sockets = Array.from({ length: count }, () => connect(Number(port), hostname).setNoDelay());
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  return {
    ask(path) {
      const bytes = http1Bytes({ path }, host);
      return Promise.all(sockets.map((socket) => arrival(socket, bytes)));
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function arrival(socket: Socket, request: Uint8Array): Promise<Arrival> {
  return new Promise((resolve, reject) => {
    let input = Buffer.alloc(0);
    const late = setTimeout(() => settle(new Error(`no reply in ${REPLY_MS_MAX} ms`)), REPLY_MS_MAX);
    const settle = (outcome: Arrival | Error) => {
      clearTimeout(late);
      socket.off("data", read).off("error", settle).off("close", closed);
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
    const read = (chunk: Buffer) => {
      input = Buffer.concat([input, chunk]);
      const reply = replyIn(input);
      if (reply !== undefined) settle(reply);
    };
    const closed = () => settle(new Error("the connection was closed before the reply was there"));
    socket.on("data", read).on("error", settle).on("close", closed);
    socket.write(request);
  });
}

/** A whole reply with a length, as the edge gives it; undefined where more is to come. */
function replyIn(input: Buffer): Arrival | Error | undefined {
  const end = input.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = input.toString("latin1", 0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (!head.startsWith("HTTP/1.1 200 ") || length === undefined) return new Error(`not what was asked for: ${head}`);
  if (input.length < end + 4 + Number(length)) return undefined;
  return { atMs: performance.now(), cacheStatus: /\r\ncache-status: *([^\r]*)/i.exec(head)?.[1] ?? "" };
}
