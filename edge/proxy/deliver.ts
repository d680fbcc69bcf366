/**
 * A reply on its last step, to the client: what ends when it ends, and what becomes of it when it does not.
 *
 * A small reply is read before it is sent: one that breaks off is then a problem that the client can read, and not a torn connection.
 * Where its route is trusted (trust.ts) the runtime moves the bytes from socket to socket instead, and tears the client's connection
 * where the upstream tears its own. A larger one, or one whose length nobody knows, is pumped: somebody must stop waiting for an
 * upstream that fell silent in the middle, and know how much of it arrived.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { AccessEntry, Call, Reply } from "../route/call.ts";
import { type Deadline, startDeadline } from "../upstream/upstream.ts";
import { cleanReplyHeaders, type Look, lookAt } from "./reply-headers.ts";
import type { Trust } from "./trust.ts";

/** What is small: as much as fits into the buffers of a socket, so that an upstream writes it in one go. */
const SMALL_BYTES_MAX = 65_536;
/** One read of a body that streams; the runtime gives up to this much at a time. 4 KiB, its own choice, is 10 times slower. */
const CHUNK_BYTES = 65_536;
const NULL_BODY = new Set([204, 205, 304]);

export interface Delivery {
  readonly response: Response;
  /** Resolves when the body is with the client, or will never be; undefined where there is nothing to wait for. */
  readonly done: Promise<void> | undefined;
}

/** What replies of a route have in common. */
export interface Manner {
  readonly trust: Trust;
  /** How long neither side of a body may stand still. */
  readonly idleMs: number;
  /** How long a reply that is read here may take. */
  readonly timeoutMs: number;
}

export interface Outlet {
  readonly call: Pick<Call, "request" | "entry">;
  /** The `Cache-Status` (RFC 9211) that goes out with it; the upstream's own where undefined. */
  readonly cacheStatus: string | undefined;
  /** In place of the route's time. */
  readonly deadline?: Deadline;
}

/** @throws Fault unavailable (502) where the upstream's reply is no reply, or breaks off while it is read; deadline_exceeded */
export function deliver(
  reply: Reply,
  manner: Manner,
  outlet: Outlet,
  look: Look = lookAt(reply.headers),
): Delivery | Promise<Delivery> {
  const { status, held } = reply;
  const { call, cacheStatus } = outlet;
  if (status < 200 || status > 599) throw broken(`the upstream answers ${status}`);
  const length = held?.length ?? (look.length === null ? Number.NaN : Number(look.length));
  if (NULL_BODY.has(status) || call.request.method === "HEAD") call.entry.bytesOut = 0;
  else if (held === undefined && !(length <= SMALL_BYTES_MAX)) return pumped(reply, length, manner, outlet);
  else if (held === undefined && manner.trust.watches()) return read(reply, manner, outlet);
  else call.entry.bytesOut = length;
  if (held === undefined && cacheStatus === undefined && !look.isToBeCleaned) {
    return { response: reply as Response, done: undefined };
  }
  return { response: cleaned(held ?? reply.body, reply, cacheStatus), done: undefined };
}

async function read(reply: Reply, { trust, timeoutMs }: Manner, outlet: Outlet): Promise<Delivery> {
  const deadline = outlet.deadline ?? startDeadline(timeoutMs);
  try {
    const bytes = await deadline.race(reply.arrayBuffer());
    trust.note(true);
    outlet.call.entry.bytesOut = bytes.byteLength;
    return { response: cleaned(bytes, reply, outlet.cacheStatus), done: undefined };
  } catch (cause) {
    trust.note(false);
    throw deadline.isPassed() ? cause : broken("the upstream's reply breaks off", cause);
  } finally {
    if (deadline !== outlet.deadline) deadline.clear();
  }
}

function pumped(reply: Reply, length: number, { idleMs }: Manner, { call, cacheStatus }: Outlet): Delivery {
  const { body } = reply;
  const { entry } = call;
  if (body === null) {
    entry.bytesOut = 0;
    return { response: cleaned(null, reply, cacheStatus), done: undefined };
  }
  entry.streams = true;
  const pipe = Number.isSafeInteger(length) ? new FixedLengthStream(length) : new IdentityTransformStream();
  return { response: cleaned(pipe.readable, reply, cacheStatus), done: pump(body, pipe.writable, { entry, idleMs }) };
}

function broken(message: string, cause?: unknown): Fault {
  return new Fault("unavailable", message, { status: 502, cause });
}

/** Status, headers and coding of an upstream's reply, with headers that are the client's. */
function cleaned(body: BodyInit | null, reply: Reply, cacheStatus: string | undefined): Response {
  const response = new Response(body, reply as ResponseInit);
  cleanReplyHeaders(response.headers);
  if (cacheStatus !== undefined) response.headers.set("cache-status", cacheStatus);
  return response;
}

/** The same for a reply that the edge made itself: whole, with its length, or a stream. */
export function deliverOwn(reply: Reply, entry: AccessEntry, idleMs: number): Delivery {
  const { held } = reply;
  if (held !== undefined) {
    entry.bytesOut = held.length;
    const init = reply.init ?? (reply as ResponseInit);
    return { response: new Response(held.length === 0 ? null : held, init), done: undefined };
  }
  const length = reply.headers.get("content-length");
  if (reply.body === null || length !== null) {
    entry.bytesOut = Number(length ?? 0);
    return { response: reply as Response, done: undefined };
  }
  entry.streams = true;
  const pipe = new IdentityTransformStream();
  const { status, headers } = reply;
  const response = new Response(pipe.readable, { status, headers, encodeBody: "manual" });
  return { response, done: pump(reply.body, pipe.writable, { entry, idleMs }) };
}

type Reader =
  | { readonly byob: ReadableStreamBYOBReader }
  | { readonly byob: undefined; readonly plain: ReadableStreamDefaultReader<Uint8Array> };

/** Never rejects: how it ended is noted in the entry. */
async function pump(
  source: ReadableStream<Uint8Array>,
  sink: WritableStream<Uint8Array>,
  { entry, idleMs }: { readonly entry: AccessEntry; readonly idleMs: number },
): Promise<void> {
  const reader = readerOf(source);
  const writer = sink.getWriter();
  let side: "truncated" | "aborted" = "truncated";
  let moves = 0;
  let seen = 0;
  let stop: (reason: Error) => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  const watch = setInterval(() => {
    if (moves === seen) stop(new Error(`the body stood still for ${idleMs} ms`));
    seen = moves;
  }, idleMs);
  // A client that leaves while the upstream is silent would go unnoticed until the next write.
  writer.closed.catch((reason) => {
    side = "aborted";
    stop(reason);
  });
  entry.bytesOut = 0;
  let buffer = new ArrayBuffer(CHUNK_BYTES);
  try {
    for (;;) {
      side = "truncated";
      const read = reader.byob === undefined ? reader.plain.read() : reader.byob.read(new Uint8Array(buffer));
      const { done, value } = await Promise.race([read, stopped]);
      if (done) break;
      side = "aborted";
      moves++;
      await Promise.race([writer.write(value), stopped]);
      entry.bytesOut += value.byteLength;
      moves++;
      if (reader.byob !== undefined) buffer = value.buffer as ArrayBuffer;
    }
    await writer.close();
  } catch (thrown) {
    entry.ended = side;
    entry.reason = thrown instanceof Error ? thrown.message : String(thrown);
    await Promise.allSettled([writer.abort(thrown), (reader.byob ?? reader.plain).cancel(thrown)]);
  } finally {
    clearInterval(watch);
  }
}

/** Streams of the runtime are read into a buffer of ours; those that were made in JavaScript, as edge/codec does, cannot be. */
function readerOf(source: ReadableStream<Uint8Array>): Reader {
  try {
    return { byob: source.getReader({ mode: "byob" }) };
  } catch (error) {
    if (error instanceof TypeError) return { byob: undefined, plain: source.getReader() };
    throw error;
  }
}
