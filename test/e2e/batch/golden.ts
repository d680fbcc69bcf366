/**
 * Readers of the wire that share no code with what writes it: protobuf by hand, zlib by Node.
 *
 *     frames = *( varint length, BatchFrame{ 1: BatchReply*, 2: packed } )
 *     packed = raw deflate of *( varint length, BatchReply ), whose dictionary is the last 32 KiB of
 *              (preset dictionary + everything unpacked before)
 * @module
 */
import { inflateRawSync } from "node:zlib";

export interface GoldenReply {
  readonly id: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  /** Whether it says itself that it carries a secret. */
  readonly sensitive: boolean;
  /** Whether it travelled in a compressed part. */
  readonly packed: boolean;
}

const WINDOW_BYTES = 32_768;

/** Every frame's replies, frame by frame. */
export function readFrames(bytes: Buffer, dictionary?: Uint8Array): GoldenReply[][] {
  let window = Buffer.from(dictionary ?? []);
  return lengthDelimited(bytes).map((frame) => {
    const replies: GoldenReply[] = [];
    for (const [field, value] of fieldsOf(frame)) {
      if (!(value instanceof Buffer)) throw new Error("a frame has no numbers");
      if (field === 1) replies.push(replyOf(value, false));
      if (field !== 2) continue;
      if (dictionary === undefined) throw new Error("packed for someone who has no dictionary");
      const plain = inflateRawSync(value, { dictionary: window });
      window = Buffer.concat([window, plain]).subarray(-WINDOW_BYTES);
      replies.push(...lengthDelimited(plain).map((reply) => replyOf(reply, true)));
    }
    return replies;
  });
}

/** A `BatchResponse`. */
export function readResponse(bytes: Buffer): GoldenReply[] {
  return fieldsOf(bytes).map(([field, value]) => {
    if (field !== 1 || !(value instanceof Buffer)) throw new Error("a BatchResponse has replies and nothing else");
    return replyOf(value, false);
  });
}

function replyOf(bytes: Buffer, packed: boolean): GoldenReply {
  let [id, status, body]: [string, number, Buffer] = ["", 0, Buffer.alloc(0)];
  let sensitive = false;
  const headers: [string, string][] = [];
  for (const [field, value] of fieldsOf(bytes)) {
    if (field === 5) sensitive = value === 1;
    else if (field === 2) status = value as number;
    else if (field === 1) id = value.toString();
    else if (field === 4) body = value as Buffer;
    else if (field === 3) {
      const parts = new Map(fieldsOf(value as Buffer));
      headers.push([String(parts.get(1) ?? ""), String(parts.get(2) ?? "")]);
    } else throw new Error(`a BatchReply has no field ${field}`);
  }
  return { id, status: status === 0 ? 200 : status, headers, body, sensitive, packed };
}

function lengthDelimited(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [length, start] = varint(bytes, at);
    if (start + length > bytes.length) throw new Error("cut short");
    parts.push(bytes.subarray(start, start + length));
    at = start + length;
  }
  return parts;
}

function fieldsOf(bytes: Buffer): [number, number | Buffer][] {
  const fields: [number, number | Buffer][] = [];
  for (let at = 0; at < bytes.length; ) {
    const [tag, afterTag] = varint(bytes, at);
    const [value, afterValue] = varint(bytes, afterTag);
    if ((tag & 7) === 0) {
      fields.push([tag >> 3, value]);
      at = afterValue;
    } else if ((tag & 7) === 2) {
      fields.push([tag >> 3, bytes.subarray(afterValue, afterValue + value)]);
      at = afterValue + value;
    } else throw new Error(`wire type ${tag & 7}`);
  }
  return fields;
}

function varint(bytes: Buffer, start: number): [value: number, next: number] {
  let value = 0;
  for (let at = start; ; at++) {
    const byte = bytes[at];
    if (byte === undefined) throw new Error("cut short");
    value += (byte & 0x7f) * 2 ** (7 * (at - start));
    if (byte < 0x80) return [value, at + 1];
  }
}
