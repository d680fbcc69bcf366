/**
 * The two protocols that clients speak over TCP, as far as a gateway must know them: where a client is to be connected, where its packets end, and
 * what it is sent for a frame. Pure.
 *
 * They are told apart by the first byte. A packet of goim begins with its length, whose first byte is 0; a command of gopush with `*`.
 * @module
 */
import {
  decodeGoimPacket,
  GOIM_OP,
  GOPUSH_COMMAND_BYTES_MAX,
  GOPUSH_HEARTBEAT,
  GOPUSH_UNREACHABLE,
  goimPacketBytes,
  gopushQuery,
  gopushReply,
  parseGoimAuth,
  parseGopushCommand,
  unwrapGoimFrame,
} from "../../proto/push/push.ts";

export type Frame = string | Uint8Array;

export interface Taken {
  /** How much of the buffer was used; the rest is given again, with more behind it. */
  readonly bytes: number;
  readonly frames: readonly Frame[];
  /** Path and query of the WebSocket; with the first packet. */
  readonly target?: string;
  /** The client is wrong: told this, and closed. */
  readonly refusal?: Frame;
}

export interface Dialect {
  readonly name: "goim" | "gopush";
  /** @param isOpen whether a target was given before */
  take(buffer: Uint8Array, isOpen: boolean): Taken;
  /** @returns undefined for what no edge sends */
  render(frame: Frame): Frame | undefined;
  /** For a client whose connection cannot be made. */
  readonly unreachable: Frame;
}

const PATH = "/sub";
const NOTHING: Frame = "";
const UTF8 = new TextDecoder();

/** @returns undefined where neither begins so */
export function dialectOf(firstByte: number): Dialect | undefined {
  if (firstByte === 0) return GOIM;
  return firstByte === "*".charCodeAt(0) ? GOPUSH : undefined;
}

const GOIM: Dialect = {
  name: "goim",
  unreachable: NOTHING,

  take(buffer, isOpen) {
    const frames: Uint8Array[] = [];
    let target: string | undefined;
    let at = 0;
    for (;;) {
      const length = goimPacketBytes(buffer, at);
      if (length === "bad") return { bytes: at, frames, refusal: NOTHING };
      if (length === "more" || at + length > buffer.length) break;
      const packet = buffer.slice(at, at + length);
      at += length;
      // What comes before it the edge would pass over; and without it no connection is worth making.
      if (!isOpen && target === undefined) target = targetOf(packet);
      if (isOpen || target !== undefined) frames.push(packet);
    }
    return { bytes: at, frames, ...(target !== undefined && { target }) };
  },

  render: (frame) => (typeof frame === "string" ? undefined : unwrapGoimFrame(frame)),
};

/** With where the edge had best put it: that is no proof of anything. */
function targetOf(bytes: Uint8Array): string | undefined {
  const packet = decodeGoimPacket(bytes);
  if (packet?.op !== GOIM_OP.auth) return undefined;
  const auth = parseGoimAuth(UTF8.decode(packet.body));
  const home = auth?.mid || auth?.key || "";
  return home === "" ? PATH : `${PATH}?${new URLSearchParams({ home })}`;
}

const HEARTBEAT = GOPUSH_HEARTBEAT.charCodeAt(0);
/** In one go: each becomes a frame and an answer many times its size. */
const HEARTBEATS_MAX = 64;

const GOPUSH: Dialect = {
  name: "gopush",
  unreachable: GOPUSH_UNREACHABLE,

  take(buffer, isOpen) {
    if (isOpen) return heartbeats(buffer);
    const command = parseGopushCommand(buffer);
    if (command === "bad" || (command === "more" && buffer.length > GOPUSH_COMMAND_BYTES_MAX)) {
      return { bytes: 0, frames: [], refusal: NOTHING };
    }
    if (command === "more") return { bytes: 0, frames: [] };
    const query = gopushQuery(command.args);
    if (query === undefined) return { bytes: command.length, frames: [], refusal: NOTHING };
    const rest = heartbeats(buffer.subarray(command.length));
    return { ...rest, bytes: command.length + rest.bytes, target: `${PATH}?${query}` };
  },

  render: (frame) => (typeof frame === "string" ? gopushReply(frame) : undefined),
};

/** All that it may say from now on. */
function heartbeats(buffer: Uint8Array): Taken {
  const isHeartbeat = buffer.every((byte) => byte === HEARTBEAT);
  if (!isHeartbeat || buffer.length > HEARTBEATS_MAX) return { bytes: 0, frames: [], refusal: NOTHING };
  return { bytes: buffer.length, frames: Array.from(buffer, () => GOPUSH_HEARTBEAT) };
}
