/**
 * One client of the gateway: its TCP socket, and the WebSocket to the edge that it is bridged to.
 *
 * Nothing piles up here. Where the client reads too slowly the WebSocket is paused, so that the edge notices; where the edge does, the client's
 * socket is. A client that takes nothing for {@link ConnectionLimits.stallMs} is gone, whatever its socket says.
 * @module
 */
import type { Socket } from "node:net";
import { type RawData, WebSocket } from "ws";
import { type Dialect, dialectOf, type Frame } from "./dialect.ts";

const EDGE_HANDSHAKE_MS = 5_000;
/** The client is given so long to read the last of it, and to close. */
const LINGER_MS = 2_000;
/** After it the kernel asks a silent peer whether it is there, and finds out about one that went without a word. */
const KEEP_ALIVE_MS = 60_000;
/** Of what the client sent and the edge has not taken. */
const UPSTREAM_QUEUE_BYTES_MAX = 65_536;
/** Frames of merged publications are not larger, but one publication may be. */
const FRAME_BYTES_MAX = 1_048_576;
const EDGE_OPTIONS = {
  perMessageDeflate: false,
  handshakeTimeout: EDGE_HANDSHAKE_MS,
  maxPayload: FRAME_BYTES_MAX,
  followRedirects: false,
  // workerd says its farewell at once, but lets go of the connection only when its object sleeps, 10 s later.
  closeTimeout: 500,
};
const NORMAL = 1_000;
const GOING_AWAY = 1_001;

export interface ConnectionLimits {
  /** The first packet is there by then. */
  readonly firstPacketMs: number;
  /** A client that takes nothing for so long, although there is something for it, is gone. */
  readonly stallMs: number;
}

/** The first is goim's and gopush's own. */
export const CONNECTION_LIMITS: ConnectionLimits = { firstPacketMs: 5_000, stallMs: 15_000 };

export interface ConnectionDeps {
  /** `ws://` or `wss://`, without a slash at its end. */
  readonly edgeUrl: string;
  readonly onClosed: (connection: TcpConnection) => void;
  readonly limits: ConnectionLimits;
  /** Why a connection to the edge failed. */
  readonly warn: (message: string, cause: unknown) => void;
}

export class TcpConnection {
  readonly #socket: Socket;
  readonly #deps: ConnectionDeps;
  #dialect: Dialect | undefined;
  #edge: WebSocket | undefined;
  #buffer: Buffer = Buffer.alloc(0);
  #waiting: Frame[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isEnding = false;

  constructor(socket: Socket, deps: ConnectionDeps) {
    this.#socket = socket;
    this.#deps = deps;
    socket.setNoDelay(true);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    this.#deadline(deps.limits.firstPacketMs);
    socket.on("data", (chunk: Buffer) => this.#received(chunk));
    socket.on("drain", () => this.#drained());
    // A reset is the client's way of leaving.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.#closed());
  }

  /** What is on its way still goes out. */
  close(): void {
    this.#end("");
  }

  #received(chunk: Buffer): void {
    if (this.#isEnding) return;
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    const [first] = this.#buffer;
    if (first === undefined) return;
    this.#dialect ??= dialectOf(first);
    if (this.#dialect === undefined) {
      this.#end("");
      return;
    }
    const { bytes, frames, target, refusal } = this.#dialect.take(this.#buffer, this.#edge !== undefined);
    this.#buffer = this.#buffer.subarray(bytes);
    if (target !== undefined) this.#connect(target);
    for (const frame of frames) this.#send(frame);
    if (refusal !== undefined) this.#end(refusal);
  }

  #connect(target: string): void {
    this.#cancelDeadline();
    // What else it has to say waits in the kernel's buffers, which are bounded.
    this.#socket.pause();
    const edge = new WebSocket(this.#deps.edgeUrl + target, EDGE_OPTIONS);
    this.#edge = edge;
    edge.on("open", () => {
      for (const frame of this.#waiting.splice(0)) this.#send(frame);
      if (!this.#isEnding) this.#socket.resume();
    });
    edge.on("message", (data: RawData, isBinary: boolean) =>
      this.#deliver(isBinary ? bytesOf(data) : bytesOf(data).toString("utf8")),
    );
    edge.on("error", (cause: Error) => {
      this.#deps.warn("the connection to the edge failed", cause);
      if (edge.readyState !== WebSocket.OPEN) this.#end(this.#dialect?.unreachable ?? "");
    });
    edge.on("close", () => this.#end(""));
  }

  #send(frame: Frame): void {
    const edge = this.#edge;
    if (edge === undefined || this.#isEnding) return;
    if (edge.readyState === WebSocket.CONNECTING) {
      this.#waiting.push(frame);
      return;
    }
    if (edge.readyState !== WebSocket.OPEN) return;
    edge.send(frame, { binary: typeof frame !== "string" }, () => {
      if (edge.bufferedAmount <= UPSTREAM_QUEUE_BYTES_MAX && !this.#isEnding) this.#socket.resume();
    });
    if (edge.bufferedAmount > UPSTREAM_QUEUE_BYTES_MAX) this.#socket.pause();
  }

  #deliver(frame: Frame): void {
    const bytes = this.#dialect?.render(frame);
    if (bytes === undefined) {
      this.#deps.warn("the edge sent what is no frame", new Error(`${frame.length} of it`));
      this.#end("");
      return;
    }
    if (bytes.length === 0 || this.#socket.write(bytes)) return;
    this.#edge?.pause();
    this.#deadline(this.#deps.limits.stallMs);
  }

  #drained(): void {
    this.#cancelDeadline();
    this.#edge?.resume();
  }

  #deadline(ms: number): void {
    this.#timer ??= setTimeout(() => this.#socket.destroy(), ms);
  }

  #cancelDeadline(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #end(last: Frame): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#cancelDeadline();
    this.#deadline(LINGER_MS);
    // Read to its end, or the close would be a reset that takes the last words with it.
    this.#socket.resume();
    if (last.length > 0) this.#socket.end(last);
    else this.#socket.end();
    this.#closeEdge(GOING_AWAY);
  }

  #closed(): void {
    this.#isEnding = true;
    this.#cancelDeadline();
    this.#closeEdge(NORMAL);
    this.#deps.onClosed(this);
  }

  #closeEdge(code: number): void {
    const edge = this.#edge;
    if (edge === undefined) return;
    // A paused one would never read the edge's farewell.
    if (edge.isPaused) edge.resume();
    if (edge.readyState === WebSocket.CONNECTING) edge.terminate();
    else if (edge.readyState === WebSocket.OPEN) edge.close(code);
  }
}

function bytesOf(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
