/**
 * The socket side: requests of node:http become calls, replies of calls become responses.
 * @module
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Fault } from "../../proto/fault.ts";
import type { Call, RequestHead } from "./call.ts";
import { type Dispatch, overloaded } from "./dispatch.ts";
import type { Reply } from "./endpoint.ts";
import type { RpcLimits } from "./limits.ts";

const EMPTY = new Uint8Array(0);

export interface Listener {
  /** For `request` and for `checkContinue`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** From now on every reply closes its connection. */
  closeConnections(): void;
}

export function listener(dispatch: Dispatch, limits: RpcLimits): Listener {
  let closing = false;
  /** Of bodies that are still coming in. */
  let bufferedBytes = 0;

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const head = headOf(request);
    const call = dispatch.open(head, dispatch.endpoint(head.path), dispatch.trace(head.headers), (ended, reply) => {
      // A body that was not asked for may come or not; what follows on the connection could not be told from it.
      const unasked = request.headers.expect !== undefined && !request.complete;
      send(ended, reply, response, closing || unasked);
    });
    response.on("close", () => {
      if (!response.writableFinished) call.abort(new Fault("canceled", "the client has left"));
    });
    if (call.ended) discard(request);
    else readBody(request, response, call);
  }

  function readBody(request: IncomingMessage, response: ServerResponse, call: Call): void {
    const { "content-length": length, "transfer-encoding": transferEncoding, expect } = request.headers;
    if (length === "0" || (length === undefined && transferEncoding === undefined)) {
      request.resume();
      dispatch.serve(call, EMPTY);
      return;
    }
    const { bodyBytesMax } = call.endpoint;
    if (Number(length) > bodyBytesMax) {
      refuse(request, call, tooLarge(bodyBytesMax));
      return;
    }
    if (expect !== undefined) response.writeContinue();
    let first: Buffer | undefined;
    let rest: Buffer[] | undefined;
    let bytes = 0;
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      bufferedBytes += chunk.length;
      if (bytes > bodyBytesMax) refuse(request, call, tooLarge(bodyBytesMax));
      else if (bufferedBytes > limits.bufferedBytesMax) refuse(request, call, overloaded(limits));
      else if (first === undefined) first = chunk;
      else if (rest === undefined) rest = [first, chunk];
      else rest.push(chunk);
    };
    const onClose = (): void => {
      bufferedBytes -= bytes;
      bytes = 0;
    };
    const onEnd = (): void => {
      call.bytesIn = bytes;
      onClose();
      if (call.ended) return; // Refused, or its deadline passed while the body came in.
      dispatch.serve(call, rest === undefined ? (first ?? EMPTY) : Buffer.concat(rest));
    };
    request.on("data", onData);
    request.on("end", onEnd);
    request.on("close", onClose);
  }

  function refuse(request: IncomingMessage, call: Call, fault: Fault): void {
    request.removeAllListeners("data");
    call.end(call.endpoint.renderFault(call, fault));
    discard(request);
  }

  /** A client that is still sending reads no reply, and loses it when the connection is cut: so its body is read to an end. */
  function discard(request: IncomingMessage): void {
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limits.discardBytesMax) request.destroy();
    });
  }

  function send(call: Call, reply: Reply, response: ServerResponse, close: boolean): void {
    const { body, stream } = reply;
    if (response.destroyed) {
      dispatch.logged(call, reply, 0);
      return;
    }
    const headers = close ? [...reply.headers, "connection", "close"] : [...reply.headers];
    if (stream !== undefined) {
      response.writeHead(reply.status, headers);
      void sendStream(call, reply, stream, response);
      return;
    }
    const bytes = typeof body === "string" ? Buffer.byteLength(body) : body.length;
    headers.push("content-length", String(bytes));
    response.writeHead(reply.status, headers);
    response.end(body);
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

function tooLarge(bytesMax: number): Fault {
  return new Fault("resource_exhausted", `the body is larger than ${bytesMax} bytes`, { status: 413 });
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
