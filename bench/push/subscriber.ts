/**
 * Many WebSocket subscribers in a process of their own, on raw sockets: the client must not be what is measured. Runs as the child of
 * subscribers.ts.
 * @module
 */
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** How publications are counted. */
export type Counting =
  /** Centrifugo's JSON: by the offsets of the last publication of each frame, which must rise from one frame to the next without a gap. */
  | "offsets"
  /** goim's batch frames: a header of 16 bytes, then packets with headers of their own. */
  | "goim"
  /** One publication a frame. */
  | "frames";

export interface SubscriberPlan {
  readonly url: string;
  readonly count: number;
  /** Sent by each when its socket is open, one after the other's answer. In binary where it is base64 with `b64:` before it. */
  readonly hello: readonly string[];
  readonly counting: Counting;
  /** How many frames an opening socket is answered with before it counts. */
  readonly greetings: number;
}

export interface Report {
  readonly received: number;
  /** Of the subscriber that has received least. */
  readonly least: number;
  readonly frames: number;
  readonly bytes: number;
  readonly broken: string | undefined;
}

/** Opened at the same time, so that the server's backlog is not what breaks. */
const OPENING_MAX = 100;
const BINARY = "b64:";

let broken: string | undefined;

class Subscriber {
  received = 0;
  frames = 0;
  bytes = 0;
  readonly #socket: Socket;
  readonly #plan: SubscriberPlan;
  readonly #opened: () => void;
  #rest: Buffer = Buffer.alloc(0);
  #isUpgraded = false;
  #greeted = 0;
  #lastOffset = -1;

  constructor(plan: SubscriberPlan, opened: () => void) {
    this.#plan = plan;
    this.#opened = opened;
    const { hostname, port, pathname, search } = new URL(plan.url);
    this.#socket = connect(Number(port), hostname);
    this.#socket.setNoDelay(true);
    const key = randomBytes(16).toString("base64");
    this.#socket.write(
      `GET ${pathname}${search} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nupgrade: websocket\r\nconnection: Upgrade\r\n` +
        `sec-websocket-key: ${key}\r\nsec-websocket-version: 13\r\n\r\n`,
    );
    this.#socket.on("data", (chunk: Buffer) => this.#push(chunk));
    this.#socket.on("error", (error) => {
      broken ??= `a socket failed: ${error.message}`;
    });
    this.#socket.on("close", () => {
      broken ??= "the server closed a socket";
    });
  }

  end(): void {
    this.#socket.removeAllListeners("close");
    this.#socket.destroy();
  }

  #push(chunk: Buffer): void {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#isUpgraded) {
      const end = data.indexOf("\r\n\r\n");
      if (end < 0) {
        this.#rest = data;
        return;
      }
      if (!data.subarray(0, 12).equals(Buffer.from("HTTP/1.1 101"))) broken ??= data.subarray(0, 200).toString();
      this.#isUpgraded = true;
      data = data.subarray(end + 4);
      this.#greet();
      if (this.#plan.greetings === 0) this.#opened();
    }
    let at = 0;
    for (;;) {
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
    this.#rest = at === data.length ? Buffer.alloc(0) : data.subarray(at);
  }

  #frame(kind: number, payload: Buffer): void {
    if (kind === 8) broken ??= `the server closed a socket: ${payload.subarray(2).toString()}`;
    if (kind === 9) this.#send(10, payload);
    if (kind !== 1 && kind !== 2) return;
    if (this.#greeted < this.#plan.greetings) {
      this.#greeted++;
      if (this.#greeted === this.#plan.greetings) this.#opened();
      else this.#greet();
      return;
    }
    this.frames++;
    this.bytes += payload.length;
    this.received += this.#countOf(payload);
  }

  #countOf(payload: Buffer): number {
    if (this.#plan.counting === "frames") return 1;
    if (this.#plan.counting === "goim") return packetsOf(payload);
    if (payload.length === 2) {
      this.#send(1, Buffer.from("{}")); // A ping.
      return 0;
    }
    const [first, last] = [
      offsetAfter(payload, payload.indexOf(OFFSET)),
      offsetAfter(payload, payload.lastIndexOf(OFFSET)),
    ];
    if (this.#lastOffset >= 0 && first !== this.#lastOffset + 1) broken ??= `offset ${first} after ${this.#lastOffset}`;
    this.#lastOffset = last;
    return last - first + 1;
  }

  #greet(): void {
    const hello = this.#plan.hello[this.#greeted];
    if (hello === undefined) return;
    if (hello.startsWith(BINARY)) this.#send(2, Buffer.from(hello.slice(BINARY.length), "base64"));
    else this.#send(1, Buffer.from(hello));
  }

  /** Masked with zeros, which leaves the payload as it is. */
  #send(kind: number, payload: Buffer): void {
    const head =
      payload.length < 126
        ? Buffer.from([128 | kind, 128 | payload.length])
        : Buffer.from([128 | kind, 254, payload.length >> 8, payload.length & 255]);
    this.#socket.write(Buffer.concat([head, Buffer.alloc(4), payload]));
  }
}

const OFFSET = '"offset":';

function offsetAfter(payload: Buffer, at: number): number {
  let value = 0;
  for (let index = at + OFFSET.length; ; index++) {
    const digit = (payload[index] ?? 0) - 48;
    if (digit < 0 || digit > 9) return value;
    value = value * 10 + digit;
  }
}

/** An outer header, and then packets that each begin with their length. */
function packetsOf(payload: Buffer): number {
  let count = 0;
  for (let at = 16; at + 16 <= payload.length; at += payload.readInt32BE(at)) count++;
  return count;
}

const subscribers: Subscriber[] = [];

async function openAll(plan: SubscriberPlan): Promise<void> {
  let running = 0;
  let done = 0;
  await new Promise<void>((resolve) => {
    const next = () => {
      while (running < OPENING_MAX && subscribers.length < plan.count) {
        running++;
        subscribers.push(
          new Subscriber(plan, () => {
            running--;
            done++;
            if (done === plan.count) resolve();
            else next();
          }),
        );
      }
    };
    next();
  });
}

function report(): Report {
  let [received, least, frames, bytes] = [0, Number.POSITIVE_INFINITY, 0, 0];
  for (const each of subscribers) {
    received += each.received;
    least = Math.min(least, each.received);
    frames += each.frames;
    bytes += each.bytes;
  }
  return { received, least, frames, bytes, broken };
}

process.on("message", (message: { open: SubscriberPlan } | "report" | "end") => {
  if (message === "report") process.send?.({ report: report() });
  else if (message === "end") {
    for (const each of subscribers) each.end();
    process.exit(0);
  } else {
    const failing = setInterval(() => {
      if (broken !== undefined) process.send?.({ failed: broken });
    }, 100);
    openAll(message.open).then(() => {
      clearInterval(failing);
      process.send?.({ opened: true });
    });
  }
});
