/**
 * The socket side: requests of node:http become calls, replies of calls become responses.
 * @module
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Fault } from "../../proto/fault.ts";
import { bodyReader } from "./body.ts";
import type { Call, RequestHead } from "./call.ts";
import type { Dispatch } from "./dispatch.ts";
import type { Reply } from "./endpoint.ts";
import { overloaded, type RpcLimits } from "./limits.ts";

/**
 * node:http writes a head and a body of text in one piece, a body of bytes in a second one, for which the kernel takes half
 * as long again. So a body up to this size goes out as text whose characters are its bytes; above it the copy costs more.
 */
const ONE_WRITE_BYTES_MAX = 8 * 1024;

/**
 * Replies that get ready in one turn of the event loop are written together at its end. Each write wakes its reader, and on one
 * machine that costs more than all the rest of a small call; the reader that is awake already is not woken again. With 64
 * connections on loopback a call takes a third less of the processor's time so.
 *
 * This many are the most that wait for each other, so that none waits for longer than some tenths of a millisecond.
 */
const OUTBOX_LENGTH_MAX = 16;

/** A reply that is to be written. */
interface Outgoing {
  readonly call: Call;
  readonly reply: Reply;
  readonly response: ServerResponse;
  /** Whether the connection ends with it. */
  readonly close: boolean;
}

export interface Listener {
  /** For `request` and for `checkContinue`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** From now on every reply closes its connection. */
  closeConnections(): void;
}

export function listener(dispatch: Dispatch, limits: RpcLimits): Listener {
  const bodies = bodyReader(limits);
  let closing = false;
  let outbox: Outgoing[] = [];
  /** Of each connection, the requests whose replies it has not taken. */
  const unanswered = new WeakMap<Socket, number>();

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const waiting = (unanswered.get(socket) ?? 0) + 1;
    unanswered.set(socket, waiting);
    const excess = waiting - limits.pipelinedMax;
    if (excess > 1) return; // What came in one piece with the request whose refusal ends the connection.
    const head = headOf(request);
    const awaited = head.headers.expect === undefined;
    let wanted = false;
    const call = dispatch.open(head, dispatch.endpoint(head.path), dispatch.trace(head.headers), (ended, reply) => {
      // A client that waits for leave to send may send or not once it is refused: what follows could not be told from it.
      post({ call: ended, reply, response, close: closing || excess === 1 || !(awaited || wanted) });
    });
    response.on("close", () => {
      unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1);
      if (!response.writableFinished) call.abort(new Fault("canceled", "the client has left"));
    });
    if (excess === 1 && !call.ended) call.end(call.endpoint.renderFault(call, overloaded(limits)));
    if (call.ended) {
      bodies.discard(request);
      return;
    }
    bodies.read(request, call.endpoint.bodyBytesMax, {
      onWanted() {
        wanted = true;
        if (!awaited) response.writeContinue();
      },
      onBody(body) {
        call.bytesIn = body.length;
        // It may have ended meanwhile: its deadline has passed while the body came in.
        if (!call.ended) dispatch.serve(call, body);
      },
      onRefused: (fault) => call.end(call.endpoint.renderFault(call, fault)),
    });
  }

  function post(outgoing: Outgoing): void {
    outbox.push(outgoing);
    if (outbox.length === 1) setImmediate(sendAll);
    else if (outbox.length >= OUTBOX_LENGTH_MAX) sendAll();
  }

  function sendAll(): void {
    const ready = outbox;
    outbox = [];
    for (const outgoing of ready) {
      try {
        send(outgoing);
      } catch (error) {
        // A header that cannot be written is its route's mistake, and no other call's loss.
        dispatch.failed(outgoing.call, error);
        outgoing.response.destroy();
      }
    }
  }

  function send({ call, reply, response, close }: Outgoing): void {
    const { body, stream } = reply;
    if (response.destroyed) {
      dispatch.logged(call, reply, 0);
      return;
    }
    const { headers } = reply;
    if (close) headers.push("connection", "close");
    if (stream !== undefined) {
      response.writeHead(reply.status, headers);
      void sendStream(call, reply, stream, response);
      return;
    }
    const bytes = typeof body === "string" ? Buffer.byteLength(body) : body.length;
    headers.push("content-length", String(bytes));
    response.writeHead(reply.status, headers);
    if (typeof body === "string" || bytes > ONE_WRITE_BYTES_MAX) response.end(body);
    else response.end(bufferOf(body).toString("latin1"), "latin1");
    dispatch.logged(call, reply, bytes);
  }

  async function sendStream(call: Call, reply: Reply, stream: AsyncIterable<Uint8Array>, response: ServerResponse) {
    dispatch.running.add(call);
    response.flushHeaders();
    let bytes = 0;
    try {
      for await (const chunk of stream) {
        if (response.destroyed) break;
        bytes += chunk.length;
        if (!response.write(chunk) && !response.destroyed) await drained(response);
      }
      response.end();
    } catch (error) {
      // The status has gone out; only a connection that breaks tells the client that the rest is missing.
      dispatch.failed(call, error);
      response.destroy();
    } finally {
      dispatch.running.delete(call);
    }
    dispatch.logged(call, reply, bytes);
  }

  return {
    handle,
    closeConnections() {
      closing = true;
    },
  };
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((settle) => {
    const done = (): void => {
      response.off("drain", done);
      response.off("close", done);
      settle();
    };
    response.on("drain", done);
    response.on("close", done);
  });
}

function bufferOf(bytes: Uint8Array): Buffer {
  return bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function headOf(request: IncomingMessage): RequestHead {
  const target = pathOf(request.url ?? "/");
  const mark = target.indexOf("?");
  return {
    method: request.method ?? "GET",
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? "" : target.slice(mark + 1),
    headers: request.headers,
    item: undefined,
  };
}

/** A request target may come in absolute form (RFC 9112 §3.2.2); the authority is of no interest here. */
function pathOf(target: string): string {
  if (target.startsWith("/")) return target;
  return target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "") || "/";
}
