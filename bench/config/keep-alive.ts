/**
 * One connection, one GET after the other: enough of HTTP/1.1 to talk to the servers of the bench, and so cheap that a thousand of them do
 * not measure themselves.
 * @module
 */
import { connect } from "node:net";

/** @param field of the head, by its name in lower case */
export type Done = (status: number, body: string, field: (name: string) => string | undefined) => void;

export interface Connection {
  /** One at a time. A status other than 200 and 304 is an error. After the end nothing happens. */
  get(path: string, done: Done): void;
  close(): void;
}

const HEAD_END = "\r\n\r\n";

export function keepAlive(url: string): Connection {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname).setNoDelay(true);
  let text = "";
  let waiting: Done | undefined;
  let closed = false;

  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    text += chunk;
    for (let reply = takeReply(); reply !== undefined && !closed; reply = takeReply()) {
      const done = waiting;
      waiting = undefined;
      if (reply.status !== 200 && reply.status !== 304) throw new Error(`${reply.status}: ${reply.body}`);
      const { status, body, head } = reply;
      done?.(status, body, (name) => fieldOf(head, name));
    }
  });
  socket.on("error", (error) => {
    if (!closed) throw error;
  });
  socket.on("close", () => {
    if (!closed) throw new Error("the server closed a connection");
  });

  /** Bodies are ASCII, so that characters are bytes. */
  function takeReply(): { readonly status: number; readonly body: string; readonly head: string } | undefined {
    const headEnd = text.indexOf(HEAD_END);
    if (headEnd < 0) return undefined;
    const head = text.slice(0, headEnd);
    const status = Number(head.slice(9, 12));
    const length = status === 304 ? 0 : Number(fieldOf(head, "content-length") ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`a reply without a length: ${head}`);
    const end = headEnd + HEAD_END.length + length;
    if (text.length < end) return undefined;
    const body = text.slice(headEnd + HEAD_END.length, end);
    text = text.slice(end);
    return { status, body, head };
  }

  return {
    get(path, done) {
      if (closed) return;
      waiting = done;
      socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}${HEAD_END}`);
    },
    close() {
      closed = true;
      socket.destroy();
    },
  };
}

function fieldOf(head: string, name: string): string | undefined {
  const start = head.toLowerCase().indexOf(`\r\n${name}:`);
  if (start < 0) return undefined;
  const end = head.indexOf("\r\n", start + 2);
  return head.slice(start + name.length + 3, end < 0 ? undefined : end).trim();
}
