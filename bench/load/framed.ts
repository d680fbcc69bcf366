/**
 * Thrift's framed transport: four bytes of length, then the message. Enough to drive any such server with a call made beforehand.
 * @module
 */
import type { Outcome, Wire } from "./wire.ts";

const LENGTH_BYTES = 4;
const EXCEPTION = 3; // TMessageType, the last byte of the first word of a strict binary message.

export class FramedWire implements Wire {
  readonly #request: Uint8Array;
  #input: Buffer = Buffer.alloc(0);

  /** @param message without its length */
  constructor(message: Uint8Array) {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(message.length);
    this.#request = Buffer.concat([length, message]);
  }

  request(): Uint8Array {
    return this.#request;
  }

  read(bytes: Buffer): Outcome | undefined {
    this.#input = Buffer.concat([this.#input, bytes]);
    if (this.#input.length < LENGTH_BYTES) return undefined;
    const end = LENGTH_BYTES + this.#input.readUInt32BE(0);
    if (this.#input.length < end) return undefined;
    if (this.#input.length > end) throw new Error("bytes after the end of the reply");
    const isException = this.#input[LENGTH_BYTES + 3] === EXCEPTION;
    this.#input = Buffer.alloc(0);
    return isException ? "exception" : "ok";
  }
}
