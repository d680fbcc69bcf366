/**
 * A WebSocket client on a raw socket (RFC 6455), with as little around it as there can be: the client must not be what is measured.
 * @module
 */
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

export const TEXT = 1;
export const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
/** Every socket reads into the same memory: a buffer for each read, 64 KiB of it, has a client of a hundred sockets collect garbage all the time. */
const READ = Buffer.alloc(65_536);
const NOTHING = Buffer.alloc(0);
/** What a server that is not taking the upgrade is quoted with. */
const QUOTED_BYTES = 200;

export interface RawSocketEvents {
  readonly opened: () => void;
  /** Of a message, which is one frame here. The payload is valid until the call returns. */
  readonly frame: (payload: Buffer) => void;
  /** Once, unless this side destroyed it. */
  readonly closed: (why: string) => void;
}

export interface RawSocketOptions {
  readonly url: string;
  /** One of this machine's, so that there are ports for more connections than one address has. */
  readonly localAddress?: string;
  readonly subprotocol?: string;
}

export class RawSocket {
  readonly #socket: Socket;
  readonly #events: RawSocketEvents;
  #rest: Buffer = NOTHING;
  #isUpgraded = false;
  #isOver = false;

  constructor({ url, localAddress, subprotocol }: RawSocketOptions, events: RawSocketEvents) {
    this.#events = events;
    const { hostname, port, pathname, search } = new URL(url);
    this.#socket = connect({
      host: hostname,
      port: Number(port),
      onread: { buffer: READ, callback: (bytes) => this.#push(READ.subarray(0, bytes)) },
      ...(localAddress !== undefined && { localAddress }),
    });
    this.#socket.setNoDelay(true);
    const key = randomBytes(16).toString("base64");
    this.#socket.write(
      `GET ${pathname}${search} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nupgrade: websocket\r\nconnection: Upgrade\r\n` +
        `sec-websocket-key: ${key}\r\nsec-websocket-version: 13\r\n` +
        `${subprotocol === undefined ? "" : `sec-websocket-protocol: ${subprotocol}\r\n`}\r\n`,
    );
    this.#socket.on("error", (error) => this.#over(`a socket failed: ${error.message}`));
    this.#socket.on("close", () => this.#over("the server closed a socket"));
  }

  /** Masked with zeros, which leaves the payload as it is. */
  send(kind: number, payload: Buffer): void {
    const head =
      payload.length < 126
        ? Buffer.from([128 | kind, 128 | payload.length])
        : Buffer.from([128 | kind, 254, payload.length >> 8, payload.length & 255]);
    this.#socket.write(Buffer.concat([head, Buffer.alloc(4), payload]));
  }

  /** Without a word, as a network does that is gone. */
  destroy(): void {
    this.#isOver = true;
    this.#socket.destroy();
  }

  #over(why: string): void {
    if (this.#isOver) return;
    this.destroy();
    this.#events.closed(why);
  }

  /** @returns that it goes on reading */
  #push(chunk: Buffer): true {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#isUpgraded) {
      const end = data.indexOf("\r\n\r\n");
      if (end < 0) {
        this.#rest = Buffer.from(data);
        return true;
      }
      if (!data.subarray(0, 12).equals(Buffer.from("HTTP/1.1 101"))) {
        this.#over(data.subarray(0, QUOTED_BYTES).toString());
        return true;
      }
      this.#isUpgraded = true;
      data = data.subarray(end + 4);
      this.#events.opened();
    }
    const at = this.#frames(data);
    this.#rest = at === data.length ? NOTHING : Buffer.from(data.subarray(at));
    return true;
  }

  /** @returns where the first begins that is not all there */
  #frames(data: Buffer): number {
    let at = 0;
    while (!this.#isOver) {
      if (data.length - at < 2) break;
      const short = (data[at + 1] ?? 0) & 127;
      const head = short === 127 ? 10 : short === 126 ? 4 : 2;
      if (data.length - at < head) break;
      const length =
        short === 127 ? Number(data.readBigUInt64BE(at + 2)) : short === 126 ? data.readUInt16BE(at + 2) : short;
      if (data.length - at < head + length) break;
      this.#frame((data[at] ?? 0) & 15, data.subarray(at + head, at + head + length));
      at += head + length;
    }
    return at;
  }

  #frame(kind: number, payload: Buffer): void {
    if (kind === CLOSE) this.#over(`the server closed a socket: ${payload.subarray(2).toString()}`);
    else if (kind === PING) this.send(PONG, payload);
    else if (kind === TEXT || kind === BINARY) this.#events.frame(payload);
  }
}
