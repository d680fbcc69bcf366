/**
 * Stopping a server without losing a request.
 *
 * A connection on which a request may be under way is never cut: it ends with a reply that says `Connection: close`.
 * Cut are only connections that idle after a reply, and at the end those on which a client never sent anything.
 * @module
 */
import type { Server } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import { Fault } from "../../proto/fault.ts";
import type { Call } from "./call.ts";

/** A client that has connected sends its request within this time, or did not connect in order to send one. */
const SILENT_MS_MAX = 1_000;
/** After calls were aborted, their replies have this long to reach their clients. */
const LAST_REPLIES_MS = 500;

export function stopper(
  server: Server,
  running: ReadonlySet<Call>,
): (finishTimeoutMs: number) => Promise<{ readonly aborted: number }> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  let stopped: Promise<{ readonly aborted: number }> | undefined;

  async function stop(finishTimeoutMs: number): Promise<{ readonly aborted: number }> {
    let aborted = 0;
    const closed = new Promise<void>((settle) => {
      // The HTTP server's own close() would also end the enforcement of its time-outs, which slow clients still need.
      NetServer.prototype.close.call(server, () => settle());
    });
    server.closeIdleConnections();
    const silent = setTimeout(() => {
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    }, SILENT_MS_MAX);
    const late = setTimeout(() => {
      aborted = running.size;
      for (const call of running) call.abort(new Fault("unavailable", "the server is stopping"));
      setTimeout(() => server.closeAllConnections(), LAST_REPLIES_MS).unref();
    }, finishTimeoutMs);
    await closed;
    clearTimeout(silent);
    clearTimeout(late);
    server.close();
    return { aborted };
  }

  return (finishTimeoutMs) => {
    stopped ??= server.listening ? stop(finishTimeoutMs) : Promise.resolve({ aborted: 0 });
    return stopped;
  };
}
