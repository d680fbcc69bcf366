/**
 * A connection of a client, over WebSocket or raw TCP alike.
 * @module
 */
import { connect } from "node:net";
import { WebSocket } from "ws";

export interface Line {
  send(data: string | Uint8Array): void;
  /** Without a farewell. */
  drop(): void;
}

export interface LineEvents {
  readonly opened: () => void;
  /** Text of a text frame, bytes of a binary one or of the stream. */
  readonly received: (data: string | Buffer) => void;
  /** Once; undefined where there was no word of the server's. */
  readonly closed: (code: number | undefined) => void;
}

/** workerd lets go of a connection that it closed only when its object sleeps. */
const CLOSE_MS = 300;
/** RFC 6455 §7.4.1: nothing, or no close frame at all, was received. */
const NO_WORD = new Set([1005, 1006]);

export function openWebSocket(url: string, { opened, received, closed }: LineEvents): Line {
  const options = { perMessageDeflate: false, closeTimeout: CLOSE_MS };
  const socket = new WebSocket(url, options);
  let code: number | undefined;
  socket.on("open", opened);
  socket.on("message", (data: Buffer, isBinary: boolean) => received(isBinary ? data : data.toString("utf8")));
  // Refused or broken: the end says so too.
  socket.on("error", () => {});
  socket.on("unexpected-response", (_request, response) => {
    response.resume();
    socket.terminate();
  });
  socket.on("close", (given) => {
    code = NO_WORD.has(given) ? undefined : given;
    closed(code);
  });
  return {
    send: (data) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(data);
    },
    drop: () => socket.terminate(),
  };
}

export function openTcp(port: number, { opened, received, closed }: LineEvents): Line {
  const socket = connect({ host: "127.0.0.1", port, noDelay: true });
  socket.on("connect", opened);
  socket.on("data", received);
  // Refused or broken: the end says so too.
  socket.on("error", () => {});
  socket.on("close", () => closed(undefined));
  return { send: (data) => void socket.write(data), drop: () => socket.destroy() };
}
