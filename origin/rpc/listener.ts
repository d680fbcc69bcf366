/**
 * The socket side: requests of node:http become calls, replies of calls become responses.
 * @module
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Fault } from "../../proto/fault.ts";
import { bodyReader } from "./body.ts";
import type { Call, RequestHead } from "./call.ts";
import type { Dispatch } from "./dispatch.ts";
import type { Reply } from "./endpoint.ts";
import type { RpcLimits } from "./limits.ts";

/**
 * node:http writes a head and a body of text in one piece, a body of bytes in a second one, for which the kernel takes half
 * as long again. So a body up to this size goes out as text whose characters are its bytes; above it the copy costs more.
 */
const ONE_WRITE_BYTES_MAX = 8 * 1024;

export interface Listener {
  /** For `request` and for `checkContinue`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** From now on every reply closes its connection. */
  closeConnections(): void;
}

export function listener(dispatch: Dispatch, limits: RpcLimits): Listener {
  const bodies = bodyReader(limits);
  let closing = false;

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const head = headOf(request);
    const awaited = head.headers.expect === undefined;
    let wanted = false;
    const call = dispatch.open(head, dispatch.endpoint(head.path), dispatch.trace(head.headers), (ended, reply) => {
      // A client that waits for leave to send may send or not once it is refused: what follows could not be told from it.
      send(ended, reply, response, closing || !(awaited || wanted));
    });
    response.on("close", () => {
      if (!response.writableFinished) call.abort(new Fault("canceled", "the client has left"));
    });
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

  function send(call: Call, reply: Reply, response: ServerResponse, close: boolean): void {
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
        if (!response.write(chunk)) await drained(response);
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
