/**
 * Protobuf's wire format by hand (https://protobuf.dev/programming-guides/encoding/), for the few messages that every app sends.
 *
 * An app without contracts of its own would otherwise carry protobufjs, its static code and ProtoJSON, 18 KB gzip, for an envelope of nine
 * fields. What a contract says is still in proto/*.proto, and tests hold both against the generated code.
 *
 *     const writer = new WireWriter();
 *     writer.text(1, "a");
 *     writer.message(2, items[0], (inner, { id }) => inner.uint(1, id));
 *     writer.finish();
 *
 * As proto3 wants it, a default is not written, and a field that is unknown or of another wire type is skipped.
 * @module
 */
import { Fault } from "./fault.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const VARINT = 0;
const FIXED64 = 1;
const LENGTH = 2;
const GROUP = 3;
const GROUP_END = 4;
const FIXED32 = 5;

/** A tag, a length and a uint32 have at most 5 bytes; any varint at most 10. */
const VARINT32_BYTES_MAX = 5;
const VARINT_BYTES_MAX = 10;
/** Up to here a loop over characters is faster than the platform's coder; about so long are names, ids and values of headers. */
const SHORT_TEXT_LENGTH_MAX = 48;
const FIRST_BYTES = 256;
/** As protobufjs bounds it. */
const GROUPS_DEPTH_MAX = 100;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export class WireWriter {
  #bytes: Bytes = new Uint8Array(FIRST_BYTES);
  #at = 0;

  /** A uint32. */
  uint(field: number, value: number): void {
    if (value !== 0) this.uintOf(field, value);
  }

  /** A uint32 with presence, which is written even when it is 0. */
  uintOf(field: number, value: number): void {
    this.#room(2 * VARINT32_BYTES_MAX);
    this.#varint((field << 3) | VARINT);
    this.#varint(value >>> 0);
  }

  /** An int32; a negative one has ten bytes, as if it had 64 bits. */
  int(field: number, value: number): void {
    if (value >= 0) {
      this.uint(field, value);
      return;
    }
    this.#room(VARINT32_BYTES_MAX + VARINT_BYTES_MAX);
    this.#varint((field << 3) | VARINT);
    for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
      if (rest < 0x80n) {
        this.#bytes[this.#at++] = Number(rest);
        return;
      }
      this.#bytes[this.#at++] = Number(rest & 0x7fn) | 0x80;
    }
  }

  flag(field: number, value: boolean): void {
    this.uint(field, value ? 1 : 0);
  }

  text(field: number, value: string): void {
    if (value !== "") this.textOf(field, value);
  }

  /** An element of a repeated field, which is written even when it is empty. */
  textOf(field: number, value: string): void {
    const { length } = value;
    if (length > SHORT_TEXT_LENGTH_MAX || !isAscii(value)) {
      this.#block(field, ENCODER.encode(value));
      return;
    }
    this.#room(2 * VARINT32_BYTES_MAX + length);
    this.#varint((field << 3) | LENGTH);
    this.#varint(length);
    for (let i = 0; i < length; i++) this.#bytes[this.#at++] = value.charCodeAt(i);
  }

  bytes(field: number, value: Uint8Array): void {
    if (value.length > 0) this.#block(field, value);
  }

  /** A message with presence, or an element of a repeated field: it is written even when it is empty. */
  message<T>(field: number, value: T, write: (writer: WireWriter, value: T) => void): void {
    this.#room(VARINT32_BYTES_MAX + 1);
    this.#varint((field << 3) | LENGTH);
    const lengthAt = this.#at++; // Most messages are so short that one byte is enough for their length.
    write(this, value);
    const start = lengthAt + 1;
    const length = this.#at - start;
    const more = varintBytes(length) - 1;
    if (more > 0) {
      this.#room(more);
      this.#bytes.copyWithin(start + more, start, this.#at);
    }
    this.#at = lengthAt;
    this.#varint(length);
    this.#at += length;
  }

  finish(): Bytes {
    return this.#bytes.slice(0, this.#at);
  }

  #block(field: number, value: Uint8Array): void {
    this.#room(2 * VARINT32_BYTES_MAX + value.length);
    this.#varint((field << 3) | LENGTH);
    this.#varint(value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
  }

  /** @param value of 32 bits, unsigned */
  #varint(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#at++] = rest;
  }

  #room(bytes: number): void {
    const needed = this.#at + bytes;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/**
 * Reads one message.
 * @param name of the message, for the fault
 * @param read takes field by field from the reader, see {@link WireReader.next}
 * @throws Fault invalid_argument where the bytes are no message
 */
export function readWire<T>(name: string, bytes: Uint8Array, read: (reader: WireReader) => T): T {
  try {
    return read(new WireReader(bytes));
  } catch (cause) {
    throw new Fault("invalid_argument", `the bytes are not a ${name}`, { cause });
  }
}

/** @throws Error where the bytes are no message */
export class WireReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #end: number;
  #field = 0;
  #type = 0;
  #low = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#end = bytes.length;
  }

  /** The number of the next field, 0 at the end. Its value is then taken with one of the others, or {@link skip}ped. */
  next(): number {
    if (this.#at === this.#end) return 0;
    const tag = this.#varint();
    this.#field = tag >>> 3;
    this.#type = tag & 7;
    if (this.#field === 0 || tag > 0xffff_ffff) throw new Error(`a tag of ${tag}`);
    return this.#field;
  }

  /** @param before what it is where the field is of another type: an unknown field */
  uint(before: number): number {
    if (!this.#is(VARINT)) return before;
    this.#varint();
    return this.#low >>> 0;
  }

  int(before: number): number {
    if (!this.#is(VARINT)) return before;
    this.#varint();
    return this.#low;
  }

  flag(before: boolean): boolean {
    if (!this.#is(VARINT)) return before;
    return this.#varint() !== 0; // Any bit of the 64 makes it true.
  }

  text(before: string): string {
    return this.#is(LENGTH) ? this.#text() : before;
  }

  /** A view of what is read. */
  bytes(before: Uint8Array): Uint8Array {
    return this.#is(LENGTH) ? this.#block() : before;
  }

  /** Adds an element to a repeated field. */
  pushText(list: string[]): void {
    if (this.#is(LENGTH)) list.push(this.#text());
  }

  pushMessage<T>(list: T[], read: (reader: WireReader) => T): void {
    if (!this.#is(LENGTH)) return;
    const length = this.#length();
    const outer = this.#end;
    this.#end = this.#at + length;
    list.push(read(this));
    if (this.#at !== this.#end) throw new Error("a message that was not read to its end");
    this.#end = outer;
  }

  skip(): void {
    this.#skip(this.#type, this.#field, 0);
  }

  /** Whether the field is of this type; skips it where it is not. */
  #is(type: number): boolean {
    if (this.#type === type) return true;
    this.skip();
    return false;
  }

  #skip(type: number, field: number, depth: number): void {
    switch (type) {
      case VARINT:
        this.#varint();
        return;
      case FIXED64:
        this.#advance(8);
        return;
      case LENGTH:
        this.#block();
        return;
      case FIXED32:
        this.#advance(4);
        return;
      case GROUP:
        this.#skipGroup(field, depth);
        return;
      default:
        throw new Error(`a field of type ${type}`);
    }
  }

  #skipGroup(field: number, depth: number): void {
    if (depth > GROUPS_DEPTH_MAX) throw new Error("groups are nested too deep");
    for (;;) {
      const inner = this.next();
      const type = this.#type;
      if (inner === 0) throw new Error("a group without an end");
      if (type !== GROUP_END) {
        this.#skip(type, inner, depth + 1);
        continue;
      }
      if (inner !== field) throw new Error("a group that another ends");
      return;
    }
  }

  #text(): string {
    const bytes = this.#block();
    if (bytes.length > SHORT_TEXT_LENGTH_MAX) return DECODER.decode(bytes);
    let text = "";
    for (const byte of bytes) {
      if (byte > 0x7f) return DECODER.decode(bytes);
      text += String.fromCharCode(byte);
    }
    return text;
  }

  #block(): Uint8Array {
    const length = this.#length();
    const start = this.#at;
    this.#at += length;
    return this.#bytes.subarray(start, this.#at);
  }

  #length(): number {
    const length = this.#varint();
    if (length > this.#end - this.#at) throw new Error("a field that is longer than what is there");
    return length;
  }

  #advance(bytes: number): void {
    if (bytes > this.#end - this.#at) throw new Error("a field that is cut short");
    this.#at += bytes;
  }

  /** @returns its value, rounded above 53 bits, which no tag and no length may have; the low 32 bits are then in {@link #low} */
  #varint(): number {
    const first = this.#at < this.#end ? (this.#bytes[this.#at] ?? 0) : 0x80;
    if (first < 0x80) {
      this.#at++;
      this.#low = first;
      return first;
    }
    let value = 0;
    this.#low = 0;
    for (let i = 0; i < VARINT_BYTES_MAX; i++) {
      if (this.#at >= this.#end) throw new Error("a number that is cut short");
      const byte = this.#bytes[this.#at++] ?? 0;
      if (i < VARINT32_BYTES_MAX) this.#low |= (byte & 0x7f) << (7 * i);
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) return value;
    }
    throw new Error("a number of more than ten bytes");
  }
}

function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest > 0x7f; rest >>>= 7) bytes++;
  return bytes;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
