/**
 * Clients that leave in the middle: before the reply, in the middle of it, in the middle of their own request.
 * @module
 */
import { once } from "node:events";
import { connect } from "node:net";
import { type Http1Request, http1Bytes } from "../load/http1.ts";

export interface Leaver {
  readonly request: Http1Request;
  /** `sent`: as soon as the request is on its way; `reply`: with the first bytes that come back; `body`: before its own body has ended. */
  readonly leavesAt: "sent" | "reply" | "body";
}

const CONNECTIONS = 8;
/** A server that answers nobody is down, and the run must not wait for it. */
const SILENT_MS_MAX = 30_000;

/** Sends so many requests of the list, in turn, and breaks each off with a reset. @throws Error when the server is not there */
export async function leave(url: string, leavers: readonly Leaver[], count: number): Promise<void> {
  let begun = 0;
  const work = async (): Promise<void> => {
    while (begun < count) {
      const leaver = leavers[begun++ % leavers.length];
      if (leaver !== undefined) await leaveOnce(new URL(url), leaver);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
}

async function leaveOnce({ hostname, port, host }: URL, { request, leavesAt }: Leaver): Promise<void> {
  const bytes = http1Bytes(request, host);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.setTimeout(SILENT_MS_MAX, () => socket.destroy(new Error(`${request.path}: no reply`)));
  await once(socket, "connect");
  const closed = once(socket, "close");
  const sent = new Promise<void>((resolve) =>
    socket.write(leavesAt === "body" ? bytes.subarray(0, -1) : bytes, () => resolve()),
  );
  await (leavesAt === "reply" ? once(socket, "data") : sent);
  socket.resetAndDestroy();
  await closed;
}
