/**
 * One direction of a network link, as arithmetic: what is put in comes out later, because the wire carries one segment at a
 * time at its bandwidth and every segment then travels for half a round trip. No sockets and no clock: time is an argument.
 *
 *     push ─▶ [flow a ▒▒▒]╲
 *             [flow b ▒]───▶ wire: bytes × 8 / bandwidth ─▶ travelling: delay ─▶ arrive
 *             [flow c ▒▒]╱
 *
 * Flows take turns segment by segment, as TCP connections share a bottleneck. All times are computed from when data was ready
 * and never from when a timer happened to fire, so that a late timer delays what it delivers and nothing after it.
 * Segments are counted without TCP and IP headers.
 * @module
 */

/** Payload of a full Ethernet frame with TCP timestamps: 1500 − 20 (IPv4) − 20 (TCP) − 12 (options). */
export const SEGMENT_BYTES = 1448;

export interface ShaperOptions {
  readonly bitsPerSecond: number;
  /** Travel time after the last bit has left. */
  readonly delayMs: number;
}

/** What travels: bytes, or a mark of no size such as the end of a stream. It keeps its place in its flow. */
export type Parcel<Mark> = Uint8Array | Mark;

export interface Arrival<Flow, Mark> {
  readonly flow: Flow;
  readonly parcel: Parcel<Mark>;
  readonly dueMs: number;
}

interface Waiting<Mark> {
  readonly parcel: Parcel<Mark>;
  readonly readyMs: number;
}

/** @typeParam Mark anything but bytes */
export class Shaper<Flow, Mark extends string> {
  readonly #msPerByte: number;
  readonly #delayMs: number;
  /** In the order of their turns. A flow is here while it has something waiting. */
  readonly #waiting = new Map<Flow, Waiting<Mark>[]>();
  readonly #held = new Set<Flow>();
  #travelling: Arrival<Flow, Mark>[] = [];
  #wireFreeMs = Number.NEGATIVE_INFINITY;
  #bytesSent = 0;

  constructor({ bitsPerSecond, delayMs }: ShaperOptions) {
    if (!(bitsPerSecond > 0)) throw new Error(`a link of ${bitsPerSecond} bit/s carries nothing`);
    if (!(delayMs >= 0)) throw new Error(`a link cannot have a delay of ${delayMs} ms`);
    this.#msPerByte = 8000 / bitsPerSecond;
    this.#delayMs = delayMs;
  }

  /** Bytes that have been on the wire. */
  get bytesSent(): number {
    return this.#bytesSent;
  }

  /** @param readyMs the earliest moment at which it may leave; must not go back within a flow */
  push(flow: Flow, parcel: Parcel<Mark>, readyMs: number): void {
    const queue = this.#waiting.get(flow) ?? [];
    this.#waiting.set(flow, queue);
    if (typeof parcel === "string") {
      queue.push({ parcel, readyMs });
      return;
    }
    for (let at = 0; at < parcel.length; at += SEGMENT_BYTES) {
      queue.push({ parcel: parcel.subarray(at, at + SEGMENT_BYTES), readyMs });
    }
  }

  /** A held flow sends nothing; what travels already arrives. That is a receiver with a closed window. */
  hold(flow: Flow, held: boolean): void {
    if (held) this.#held.add(flow);
    else this.#held.delete(flow);
  }

  /** Forgets a flow: what is waiting and what travels never arrives. */
  drop(flow: Flow): void {
    this.#waiting.delete(flow);
    this.#held.delete(flow);
    this.#travelling = this.#travelling.filter((arrival) => arrival.flow !== flow);
  }

  /** Bytes of a flow that have not left yet. */
  waitingBytes(flow: Flow): number {
    const queue = this.#waiting.get(flow) ?? [];
    return queue.reduce((bytes, { parcel }) => bytes + (typeof parcel === "string" ? 0 : parcel.length), 0);
  }

  /** Lets the link run until `nowMs` and returns what has arrived by then, in order. */
  advance(nowMs: number): Arrival<Flow, Mark>[] {
    for (let start = this.#nextStartMs(); start <= nowMs; start = this.#nextStartMs()) this.#sendNext(start);
    const arrived = this.#travelling.findIndex(({ dueMs }) => dueMs > nowMs);
    return this.#travelling.splice(0, arrived < 0 ? this.#travelling.length : arrived);
  }

  /**
   * When {@link advance} must be called at the latest so that nothing arrives late; Infinity while the link is idle.
   * What waits need not be put on the wire at its moment, for the wire keeps its own time: only before it could arrive.
   */
  nextMs(): number {
    return Math.min(this.#travelling[0]?.dueMs ?? Number.POSITIVE_INFINITY, this.#nextStartMs() + this.#delayMs);
  }

  #nextStartMs(): number {
    let readyMs = Number.POSITIVE_INFINITY;
    for (const [flow, queue] of this.#waiting) {
      if (!this.#held.has(flow)) readyMs = Math.min(readyMs, queue[0]?.readyMs ?? Number.POSITIVE_INFINITY);
    }
    return Math.max(readyMs, this.#wireFreeMs);
  }

  #sendNext(startMs: number): void {
    for (const [flow, queue] of this.#waiting) {
      const [head] = queue;
      if (head === undefined || head.readyMs > startMs || this.#held.has(flow)) continue;
      const bytes = typeof head.parcel === "string" ? 0 : head.parcel.length;
      this.#wireFreeMs = startMs + bytes * this.#msPerByte;
      this.#bytesSent += bytes;
      this.#travelling.push({ flow, parcel: head.parcel, dueMs: this.#wireFreeMs + this.#delayMs });
      queue.shift();
      this.#waiting.delete(flow);
      if (queue.length > 0) this.#waiting.set(flow, queue); // To the end of the turns.
      return;
    }
  }
}
