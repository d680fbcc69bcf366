/**
 * What lies under a key in Redis:
 *
 *     byte  0      format, 1
 *     byte  1      kind: 1 a value, 2 there is none (negative entry), 3 tombstone
 *     bytes 2–5    CRC-32 of kind and payload, big-endian
 *     bytes 6–     payload: the encoded value; nothing; 16 random bytes that tell tombstones apart
 *
 * The checksum finds what was cut off or overwritten; it is no protection against somebody who may write to Redis.
 * @module
 */
import { crc32 } from "node:zlib";

export type Envelope =
  | { readonly kind: "value"; readonly bytes: Uint8Array }
  | { readonly kind: "absent" }
  | { readonly kind: "tombstone" };

const FORMAT = 1;
const KINDS = ["value", "absent", "tombstone"] as const;
const HEADER_BYTES = 6;
const TOMBSTONE_ID_BYTES = 16;

/** @param value undefined for a negative entry */
export function sealValue(value: Uint8Array | undefined): Buffer {
  return value === undefined ? seal("absent", new Uint8Array()) : seal("value", value);
}

/** @param id {@link TOMBSTONE_ID_BYTES} random bytes */
export function sealTombstone(id: Uint8Array): Buffer {
  return seal("tombstone", id);
}

/** Undefined for bytes that are no envelope, or a damaged one. */
export function openEnvelope(raw: Uint8Array): Envelope | undefined {
  if (raw.length < HEADER_BYTES || raw[0] !== FORMAT) return undefined;
  const number = raw[1] ?? 0;
  const kind = KINDS[number - 1];
  const bytes = raw.subarray(HEADER_BYTES);
  const expected = new DataView(raw.buffer, raw.byteOffset).getUint32(2);
  if (kind === undefined || checksum(number, bytes) !== expected) return undefined;
  if (kind === "value") return { kind, bytes };
  return bytes.length === (kind === "absent" ? 0 : TOMBSTONE_ID_BYTES) ? { kind } : undefined;
}

function seal(kind: (typeof KINDS)[number], payload: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(HEADER_BYTES + payload.length);
  const number = KINDS.indexOf(kind) + 1;
  sealed[0] = FORMAT;
  sealed[1] = number;
  sealed.writeUInt32BE(checksum(number, payload), 2);
  sealed.set(payload, HEADER_BYTES);
  return sealed;
}

function checksum(kind: number, payload: Uint8Array): number {
  return crc32(payload, crc32(Uint8Array.of(kind)));
}
