/**
 * goim's packets (https://github.com/Terry-Mao/goim), big-endian and signed:
 *
 *     packLen u32 @0 = 16 + body | headerLen u16 @4 = 16 | ver u16 @6 | op u32 @8 | seq u32 @12 | body @16
 *
 * Over TCP they follow one another. Over WebSocket a frame from the client is one packet; pushes to it are one frame: a packet of op 9 whose
 * body are the packets of the messages.
 * @module
 */

export const GOIM_HEADER_BYTES = 16;
/** goim's own: a header and 4 KiB. Only of what clients send; what is sent to them may be longer. */
export const GOIM_PACKET_BYTES_MAX = 4_112;
const VERSION = 1;

export const GOIM_OP = {
  heartbeat: 2,
  heartbeatReply: 3,
  sendReply: 5,
  auth: 7,
  authReply: 8,
  batch: 9,
  changeRoom: 12,
  changeRoomReply: 13,
  subscribe: 14,
  subscribeReply: 15,
  unsubscribe: 16,
  unsubscribeReply: 17,
} as const;

export interface GoimPacket {
  readonly ver: number;
  readonly op: number;
  readonly seq: number;
  readonly body: Uint8Array;
}

/**
 * How long the packet at `offset` is, by its header.
 * @returns `more` where the header is not all there, `bad` where no packet can begin so
 */
export function goimPacketBytes(bytes: Uint8Array, offset = 0): number | "more" | "bad" {
  if (bytes.length - offset < GOIM_HEADER_BYTES) return "more";
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, GOIM_HEADER_BYTES);
  const length = view.getInt32(0);
  if (length < GOIM_HEADER_BYTES || length > GOIM_PACKET_BYTES_MAX) return "bad";
  return view.getInt16(4) === GOIM_HEADER_BYTES ? length : "bad";
}

/** @returns undefined unless the bytes are one packet, and nothing else. Its body is a part of them. */
export function decodeGoimPacket(bytes: Uint8Array): GoimPacket | undefined {
  if (goimPacketBytes(bytes) !== bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const body = bytes.subarray(GOIM_HEADER_BYTES);
  return { ver: view.getInt16(6), op: view.getInt32(8), seq: view.getInt32(12), body };
}

export function encodeGoimPacket(packet: GoimPacket): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(GOIM_HEADER_BYTES + packet.body.length);
  write(bytes, 0, packet);
  return bytes;
}

/** One frame of WebSocket that carries the messages. */
export function encodeGoimBatch(messages: readonly Pick<GoimPacket, "op" | "body">[]): Uint8Array<ArrayBuffer> {
  const length = messages.reduce((sum, { body }) => sum + GOIM_HEADER_BYTES + body.length, GOIM_HEADER_BYTES);
  const bytes = new Uint8Array(length);
  writeHeader(bytes, 0, length, { ver: VERSION, op: GOIM_OP.batch, seq: 0 });
  let offset = GOIM_HEADER_BYTES;
  for (const { op, body } of messages) {
    write(bytes, offset, { ver: VERSION, op, seq: 0, body });
    offset += GOIM_HEADER_BYTES + body.length;
  }
  return bytes;
}

/**
 * What a TCP client is sent for a frame of WebSocket: the packets of a batch, or the frame as it is. A part of the frame.
 * @returns undefined for what is no frame of a server
 */
export function unwrapGoimFrame(frame: Uint8Array): Uint8Array | undefined {
  if (frame.length < GOIM_HEADER_BYTES) return undefined;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
  if (view.getInt32(0) !== frame.length || view.getInt16(4) !== GOIM_HEADER_BYTES) return undefined;
  // Without a message in it, it is the reply to a client that sent this operation itself.
  const isBatch = view.getInt32(8) === GOIM_OP.batch && frame.length > GOIM_HEADER_BYTES;
  return isBatch ? frame.subarray(GOIM_HEADER_BYTES) : frame;
}

function write(bytes: Uint8Array, offset: number, packet: GoimPacket): void {
  writeHeader(bytes, offset, GOIM_HEADER_BYTES + packet.body.length, packet);
  bytes.set(packet.body, offset + GOIM_HEADER_BYTES);
}

function writeHeader(bytes: Uint8Array, offset: number, length: number, packet: Omit<GoimPacket, "body">): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, GOIM_HEADER_BYTES);
  view.setInt32(0, length);
  view.setInt16(4, GOIM_HEADER_BYTES);
  view.setInt16(6, packet.ver);
  view.setInt32(8, packet.op);
  view.setInt32(12, packet.seq);
}
