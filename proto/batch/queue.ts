/** Bytes that came in and are not used up yet. @module */
import type { Bytes } from "../codec/codec.ts";
import { Fault } from "../fault.ts";

const CAPACITY_MIN = 4096;

export class ByteQueue {
  #buffer: Bytes = new Uint8Array(CAPACITY_MIN);
  #length = 0;
  #bytesLeft: number;
  readonly #bytesMax: number;

  /** @param bytesMax of all chunks together, used up or not */
  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
    this.#bytesLeft = bytesMax;
  }

  /** What is queued, only until the next call: the memory is used again. */
  get bytes(): Bytes {
    return this.#buffer.subarray(0, this.#length);
  }

  /** @throws Fault resource_exhausted (413) */
  push(chunk: Uint8Array): void {
    this.#bytesLeft -= chunk.length;
    if (this.#bytesLeft < 0) {
      throw new Fault("resource_exhausted", `the body is larger than ${this.#bytesMax} bytes`, { status: 413 });
    }
    const length = this.#length + chunk.length;
    if (length > this.#buffer.length) {
      // Doubling keeps the copying linear in what came in, however small the chunks are.
      const grown = new Uint8Array(Math.max(length, this.#buffer.length * 2));
      grown.set(this.bytes);
      this.#buffer = grown;
    }
    this.#buffer.set(chunk, this.#length);
    this.#length = length;
  }

  /** Takes the first bytes away. */
  drop(count: number): void {
    this.#buffer.copyWithin(0, count, this.#length);
    this.#length -= count;
  }
}
