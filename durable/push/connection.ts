/**
 * One connection of a shard: its link, what its protocol knows of it, and how much of what was sent is known to have arrived.
 *
 * Attachment of a socket, which survives sleep: {@link Kept}, at most 16 384 bytes.
 * @module
 */
import type { ClientInfo } from "../../proto/push/model.ts";
import type { Close, Frame, Protocol } from "./protocol.ts";

/** What was sent since the client was last known to read; then it is asked. */
const PING_AFTER_BYTES = 262_144;
/** As in Centrifugo. Beyond it a client that does not answer is slow. */
const QUEUE_BYTES_MAX = 1_048_576;
/** What a client may leave unanswered that answers at all: it is read at least this far behind. */
const QUEUE_BYTES_HARD_MAX = 8_388_608;
/** Of a protocol in which a client cannot be asked: between two heartbeats, 4 minutes for goim, at 70 KB/s. */
const UNHEARD_BYTES_MAX = 16_777_216;
/** As in Centrifugo. */
export const PONG_MS = 8_000;
/** How exactly it is remembered through sleep when a client was heard. */
const HEARD_STEP_MS = 5_000;

/** Where frames go. */
export interface Link {
  /** Not called after `close`. Never throws: one that is gone takes nothing. */
  send(frame: Frame): void;
  close(close: Close): void;
  /** Keeps it through sleep, where it has one. */
  keep(kept: Kept): void;
  /** When the runtime last answered for this object; 0 for never. */
  answeredMs(): number;
  /** How much it holds that the network has not taken; undefined where nobody knows. */
  queuedBytes(): number | undefined;
}

/** What the object must know of a socket when it wakes. */
export interface Kept {
  readonly protocol: string;
  readonly state: unknown;
  readonly id: string;
  readonly secret: string;
  readonly ip: string;
  readonly openedMs: number;
  readonly isConnected: boolean;
  /** Whether user and session are the passport's. */
  readonly isAccount: boolean;
  readonly user: string;
  readonly session: string;
  readonly key: string;
  readonly connInfo: string | undefined;
  readonly expiresAtMs: number | undefined;
  /** When its token was made; undefined where it does not say. */
  readonly issuedMs: number | undefined;
  readonly heartbeatMs: number;
  readonly heardMs: number;
}

export class Connection {
  readonly link: Link;
  readonly protocol: Protocol;
  kept: Kept;
  /** Commands run one after the other behind it. */
  tail: Promise<void> = Promise.resolve();
  queued = 0;
  isClosed = false;
  /** Calls off what waits for it to connect: a timer would keep the object awake. */
  awaited: (() => void) | undefined;
  /** What a flood uses up. */
  tokens: number;
  tokensMs: number;
  #unproven = 0;
  #pinged: { readonly atMs: number; readonly unproven: number } | undefined;
  #changed = false;
  /** Frames that wait for an answer to go first. */
  #held: Frame[] | undefined;
  #heldBytes = 0;

  constructor(link: Link, protocol: Protocol, kept: Kept, nowMs: number, tokens: number) {
    this.link = link;
    this.protocol = protocol;
    this.kept = kept;
    this.tokens = tokens;
    this.tokensMs = nowMs;
  }

  get id(): string {
    return this.kept.id;
  }

  /** {@link save} makes it last. */
  change(part: Partial<Kept>): void {
    this.kept = { ...this.kept, ...part };
    this.#changed = true;
  }

  save(): void {
    if (!this.#changed || this.isClosed) return;
    this.#changed = false;
    this.link.keep(this.kept);
  }

  /** The client said something. */
  heard(nowMs: number): void {
    if (nowMs - this.kept.heardMs >= HEARD_STEP_MS) this.change({ heardMs: nowMs });
    if (this.protocol.ping === undefined) this.#unproven = 0;
  }

  heardMs(): number {
    return Math.max(this.kept.heardMs, this.link.answeredMs());
  }

  /** All that was sent before the ping has arrived. */
  pong(): void {
    if (this.#pinged === undefined) return;
    this.#unproven -= this.#pinged.unproven;
    this.#pinged = undefined;
  }

  /** When it was asked for a sign of life that it has not given. */
  get pingedMs(): number | undefined {
    return this.#pinged?.atMs;
  }

  /** @returns whether it was asked */
  ping(nowMs: number): boolean {
    const { ping } = this.protocol;
    if (ping === undefined || this.#pinged !== undefined || this.isClosed) return false;
    this.#pinged = { atMs: nowMs, unproven: this.#unproven };
    this.link.send(ping);
    return true;
  }

  /**
   * @returns `ask` where it is time to ask whether the client reads, `slow` where it does not read fast enough
   */
  send(frame: Frame, now: () => number): "fine" | "ask" | "slow" {
    if (this.isClosed) return "fine";
    this.#unproven += frame.length;
    if (this.#held === undefined) this.link.send(frame);
    else {
      this.#held.push(frame);
      this.#heldBytes += frame.length;
      if (this.#heldBytes > QUEUE_BYTES_HARD_MAX) return "slow";
    }
    return this.#unproven < PING_AFTER_BYTES ? "fine" : this.#judge(now());
  }

  /** From now on {@link send} waits for {@link release}. */
  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held;
    this.#held = undefined;
    this.#heldBytes = 0;
    if (held !== undefined && !this.isClosed) for (const frame of held) this.link.send(frame);
  }

  /** Goes before what is held back. */
  answer(frame: Frame): void {
    if (!this.isClosed) this.link.send(frame);
  }

  close(close: Close): void {
    if (this.isClosed) return;
    this.release();
    this.isClosed = true;
    this.link.close(close);
  }

  #judge(nowMs: number): "fine" | "ask" | "slow" {
    const queued = this.link.queuedBytes();
    if (queued !== undefined) {
      this.#unproven = 0;
      return queued > QUEUE_BYTES_MAX ? "slow" : "fine";
    }
    if (this.protocol.ping !== undefined) {
      if (this.#pinged === undefined) return "ask";
      const isLate = this.#unproven > QUEUE_BYTES_MAX && nowMs - this.#pinged.atMs > PONG_MS;
      return isLate || this.#unproven > QUEUE_BYTES_HARD_MAX ? "slow" : "fine";
    }
    if (this.#unproven < UNHEARD_BYTES_MAX) return "fine";
    // The runtime may have answered a heartbeat that this object never saw.
    const answeredMs = this.link.answeredMs();
    if (answeredMs <= this.kept.heardMs) return "slow";
    this.#unproven = 0;
    this.change({ heardMs: answeredMs });
    return "fine";
  }
}

/** A hibernating socket. */
export function socketLink(
  socket: WebSocket,
  context: Pick<DurableObjectState, "getWebSocketAutoResponseTimestamp">,
): Link {
  return {
    send(frame) {
      try {
        socket.send(frame);
      } catch {
        // It closes at this moment; the runtime says so next.
      }
    },
    close({ code, reason }) {
      try {
        socket.close(code, reason);
      } catch {
        // The other end was first.
      }
    },
    keep: (kept) => socket.serializeAttachment(kept),
    answeredMs: () => context.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0,
    queuedBytes: () => undefined,
  };
}

/** A reply that never ends, for who has no sockets. It lives with the object alone, and keeps that awake. */
export function streamLink(onGone: () => void): { readonly link: Link; readonly body: ReadableStream<Uint8Array> } {
  const text = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(own) {
        controller = own;
      },
      cancel() {
        controller = undefined;
        onGone();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: QUEUE_BYTES_MAX }),
  );
  return {
    body,
    link: {
      send(frame) {
        controller?.enqueue(typeof frame === "string" ? text.encode(frame) : frame);
      },
      close() {
        controller?.close();
        controller = undefined;
      },
      keep() {},
      answeredMs: () => 0,
      queuedBytes: () => QUEUE_BYTES_MAX - (controller?.desiredSize ?? QUEUE_BYTES_MAX),
    },
  };
}

/** As others see it. @param chanInfo of its subscription */
export function clientOf({ kept }: Connection, chanInfo: string | undefined): ClientInfo {
  const { id, user, connInfo } = kept;
  return { client: id, user, ...(connInfo !== undefined && { connInfo }), ...(chanInfo !== undefined && { chanInfo }) };
}
