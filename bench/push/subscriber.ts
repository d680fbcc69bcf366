/**
 * Many WebSocket subscribers in a process of their own, on raw sockets: the client must not be what is measured. Runs as the child of
 * subscribers.ts.
 * @module
 */
import { encodeGoimPacket, GOIM_OP } from "../../proto/push/push.ts";
import { offsetsOf } from "./offsets.ts";
import { BINARY, RawSocket, TEXT } from "./raw-socket.ts";

/** How publications are counted. */
export type Counting =
  /** Centrifugo's JSON: by the offsets of the last publication of each frame, which must rise from one frame to the next without a gap. */
  | "offsets"
  /** goim's batch frames: a header of 16 bytes, then packets with headers of their own. */
  | "goim"
  /** One publication a frame. */
  | "frames"
  /** Publications of equal length, in frames of any. */
  | { readonly bytesEach: number };

export interface SubscriberPlan {
  readonly url: string;
  readonly subprotocol?: string;
  readonly count: number;
  /** 0 where it is left out. */
  readonly firstNumber?: number;
  /**
   * Sent by each when its socket is open, one after the other's answer. `{n}` is the subscriber's number. With `goim:` before it, it is the
   * body of goim's first packet; with `hex:`, bytes.
   */
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
const GOIM_AUTH = "goim:";
const BYTES = "hex:";

let broken: string | undefined;

class Subscriber {
  received = 0;
  frames = 0;
  bytes = 0;
  readonly #socket: RawSocket;
  readonly #plan: SubscriberPlan;
  readonly #number: number;
  readonly #opened: () => void;
  #greeted = 0;
  #lastOffset = -1;

  constructor(plan: SubscriberPlan, number: number, opened: () => void) {
    this.#plan = plan;
    this.#number = number;
    this.#opened = opened;
    this.#socket = new RawSocket(
      { url: plan.url, ...(plan.subprotocol !== undefined && { subprotocol: plan.subprotocol }) },
      {
        opened: () => {
          this.#greet();
          if (plan.greetings === 0) opened();
        },
        frame: (payload) => this.#frame(payload),
        closed: (why) => {
          broken ??= why;
        },
      },
    );
  }

  end(): void {
    this.#socket.destroy();
  }

  #frame(payload: Buffer): void {
    if (this.#greeted < this.#plan.greetings) {
      this.#greeted++;
      if (this.#greeted === this.#plan.greetings) this.#opened();
      else this.#greet();
      return;
    }
    this.frames++;
    this.bytes += payload.length;
    this.received = this.#countOf(payload);
  }

  /** @returns how many there were, with these */
  #countOf(payload: Buffer): number {
    const { counting } = this.#plan;
    if (typeof counting === "object") return Math.floor(this.bytes / counting.bytesEach);
    if (counting === "frames") return this.frames;
    if (counting === "goim") return this.received + packetsOf(payload);
    if (payload.length === 2) {
      this.#socket.send(TEXT, Buffer.from("{}")); // A ping.
      return this.received;
    }
    const [first, last] = offsetsOf(payload);
    if (this.#lastOffset >= 0 && first !== this.#lastOffset + 1) broken ??= `offset ${first} after ${this.#lastOffset}`;
    this.#lastOffset = last;
    return this.received + last - first + 1;
  }

  #greet(): void {
    const hello = this.#plan.hello[this.#greeted]?.replaceAll("{n}", String(this.#number));
    if (hello === undefined) return;
    if (hello.startsWith(BYTES)) this.#socket.send(BINARY, Buffer.from(hello.slice(BYTES.length), "hex"));
    else if (!hello.startsWith(GOIM_AUTH)) this.#socket.send(TEXT, Buffer.from(hello));
    else {
      const body = Buffer.from(hello.slice(GOIM_AUTH.length));
      this.#socket.send(BINARY, Buffer.from(encodeGoimPacket({ ver: 1, op: GOIM_OP.auth, seq: 1, body })));
    }
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
          new Subscriber(plan, (plan.firstNumber ?? 0) + subscribers.length, () => {
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
// The bench ended without a word.
process.once("disconnect", () => process.exit(1));
