/**
 * A WebSocket: enough of RFC 6455 to hear what a server tells and to say a little, and so cheap that a thousand of them do not measure
 * themselves.
 * @module
 */
import { createHash, randomBytes } from "node:crypto";
import { connect } from "node:net";

export interface Listener {
  /** @param text of at most 125 bytes. After the end nothing happens. */
  say(text: string): void;
  close(): void;
}

/** RFC 6455 §1.3. */
const ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const HEAD_END = "\r\n\r\n";
/** A whole message of text, in one frame. */
const FIN_TEXT = 0x81;
/** What a client says is masked (RFC 6455 §5.3); a mask of zeros leaves it as it is. */
const MASKED = 0x80;
const NO_MASK = Buffer.alloc(4);
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/** @param heard is given each message. Anything but whole messages of text, not masked, is an error: the server sends nothing else. */
export function listen(url: string, path: string, heard: (message: string) => void): Listener {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname).setNoDelay(true);
  const key = randomBytes(16).toString("base64");
  const accept = createHash("sha1").update(`${key}${ACCEPT_SUFFIX}`).digest("base64");
  let bytes: Buffer = Buffer.alloc(0);
  let upgraded = false;
  let closed = false;

  socket.on("data", (chunk: Buffer) => {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
    if (!upgraded) upgraded = takeHead();
    if (!upgraded) return;
    for (let message = takeMessage(); message !== undefined && !closed; message = takeMessage()) heard(message);
  });
  socket.on("error", (error) => {
    if (!closed) throw error;
  });
  socket.on("close", () => {
    if (!closed) throw new Error("the server closed a watch");
  });
  const upgrade = "connection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: ";
  socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${upgrade}${key}${HEAD_END}`);

  /** @returns whether it is there */
  function takeHead(): boolean {
    const end = bytes.indexOf(HEAD_END);
    if (end < 0) return false;
    const head = bytes.toString("latin1", 0, end);
    if (!head.startsWith("HTTP/1.1 101 ") || !head.includes(accept)) throw new Error(`no WebSocket: ${head}`);
    bytes = bytes.subarray(end + HEAD_END.length);
    return true;
  }

  function takeMessage(): string | undefined {
    if (bytes.length < 2) return undefined;
    const [first, short = 0] = bytes;
    if (first !== FIN_TEXT || short > LENGTH_64) throw new Error(`a frame of kind ${first}, length ${short}`);
    const start = short === LENGTH_64 ? 10 : short === LENGTH_16 ? 4 : 2;
    if (bytes.length < start) return undefined;
    const end =
      start + (short === LENGTH_64 ? Number(bytes.readBigUInt64BE(2)) : start === 4 ? bytes.readUInt16BE(2) : short);
    if (bytes.length < end) return undefined;
    const message = bytes.toString("utf8", start, end);
    bytes = bytes.subarray(end);
    return message;
  }

  return {
    say(words) {
      if (closed) return;
      const payload = Buffer.from(words);
      if (payload.length >= LENGTH_16) throw new Error(`too long for a short frame: ${words}`);
      socket.write(Buffer.concat([Buffer.of(FIN_TEXT, MASKED | payload.length), NO_MASK, payload]));
    },
    close() {
      closed = true;
      socket.destroy();
    },
  };
}
