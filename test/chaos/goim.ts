/**
 * A subscriber that speaks goim, over WebSocket or through the TCP gateway. It has no cursor: what it misses while it is away it never gets.
 * @module
 */
import { encodeGoimPacket, GOIM_OP, unwrapGoimFrame } from "../../proto/push/push.ts";
import { type Payload, Subscriber } from "./subscriber.ts";

const HEADER_BYTES = 16;
/** Of docs/push-protocols.md: a bad packet, token or right, and another connection with its key. */
const FINAL_CODES = new Set([4_400, 4_401, 4_403, 4_409]);

export class GoimSubscriber extends Subscriber {
  /** As `room:type://id`; empty for none. */
  #room = this.deps.plan.channels[0] ?? "";
  #bytes: Buffer = Buffer.alloc(0);
  #lastSeq = 0;
  readonly #rooms = new Map<number, string>();

  /** @param room empty to leave */
  changeRoom(room: string): void {
    this.#room = room;
    if (!this.isReady) return;
    const seq = ++this.#lastSeq;
    this.#rooms.set(seq, room);
    this.#send(GOIM_OP.changeRoom, goimRoom(room), seq);
  }

  protected override path(): string {
    const { isAtHome, user } = this.deps.plan;
    return `/sub${isAtHome ? `?home=${user}` : ""}`;
  }

  protected override hello(token: string): void {
    const { user, key, facts } = this.deps.plan;
    this.#lastSeq = 1;
    // What it claims is passed over, since there is a token.
    const claimed = `{"mid":${user},"key":${JSON.stringify(key)}`;
    const rest = JSON.stringify({ room_id: goimRoom(this.#room), platform: "web", accepts: facts.accepts, token });
    this.#rooms.set(1, this.#room);
    this.#send(GOIM_OP.auth, `${claimed},${rest.slice(1)}`, 1);
  }

  protected override received(data: string | Buffer): void {
    const piece = typeof data === "string" ? Buffer.from(data) : data;
    // A frame of messages is a packet around them.
    const isFrame = this.deps.plan.transport === "websocket";
    const bytes = isFrame ? Buffer.from(unwrapGoimFrame(piece) ?? piece) : piece;
    this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes]);
    while (this.#bytes.length >= HEADER_BYTES) {
      const length = this.#bytes.readInt32BE(0);
      if (length < HEADER_BYTES) throw new Error(`a packet of ${length} bytes came`);
      if (this.#bytes.length < length) return;
      const packet = this.#bytes.subarray(0, length);
      this.#bytes = this.#bytes.subarray(length);
      this.#packet(packet.readInt32BE(8), packet.readInt32BE(12), packet.toString("utf8", HEADER_BYTES));
    }
  }

  protected override reset(): void {
    this.#bytes = Buffer.alloc(0);
    this.#rooms.clear();
  }

  protected override ask(): void {
    this.#send(GOIM_OP.heartbeat, "", ++this.#lastSeq);
  }

  protected override isFinal(code: number): boolean {
    return FINAL_CODES.has(code);
  }

  #send(op: number, body: string, seq: number): void {
    this.line?.send(encodeGoimPacket({ ver: 1, op, seq, body: Buffer.from(body) }));
  }

  #packet(op: number, seq: number, body: string): void {
    if (op === GOIM_OP.authReply) this.#connected(seq);
    else if (op === GOIM_OP.changeRoomReply) this.#enter(this.#rooms.get(seq) ?? "");
    else if (op !== GOIM_OP.heartbeatReply) {
      const { id, channel } = JSON.parse(body) as Payload;
      this.got(channel, id);
      this.take(channel, id);
    }
  }

  #connected(seq: number): void {
    const { user, key, facts } = this.deps.plan;
    for (const channel of [`user:${user}`, "all"]) this.subscribed({ channel });
    // Its token has none where it is an intruder.
    if (key !== "" && !facts.isIntruder) this.subscribed({ channel: `key:${key}` });
    const room = this.#rooms.get(seq) ?? "";
    if (room !== "") this.subscribed({ channel: room });
    this.ready();
    if (room !== this.#room) this.changeRoom(this.#room);
  }

  #enter(room: string): void {
    for (const channel of this.channels) if (channel.startsWith("room:") && channel !== room) this.left(channel);
    if (room !== "" && !this.channels.includes(room)) this.subscribed({ channel: room });
  }
}

function goimRoom(channel: string): string {
  return channel.slice("room:".length);
}
