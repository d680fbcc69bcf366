/**
 * Reads a body under a limit. What is longer is not lost: the stream that comes back gives all of it, what was read first.
 * @module
 */
import type { ChunkReader } from "./chunk-reader.ts";

export type BoundedBody =
  | { readonly bytes: Uint8Array<ArrayBuffer>; readonly rest?: never }
  /** The body is longer than the limit: this stream holds it from its first byte. */
  | { readonly rest: ReadableStream<Uint8Array>; readonly bytes?: never };

/** What may still be read: by one body, or by several that share it while they are read at the same time. */
export interface Budget {
  bytesLeft: number;
}

/**
 * @param reader of the body; the caller cancels it where this throws or is not waited for
 * @param budget what is read is taken from it, and given back where the body turns out to be longer
 */
export async function readBounded(reader: ChunkReader, budget: Budget): Promise<BoundedBody> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = await reader.read();
    if (chunk === undefined) return { bytes: concat(chunks, length) };
    chunks.push(chunk);
    length += chunk.length;
    budget.bytesLeft -= chunk.length;
    if (budget.bytesLeft >= 0) continue;
    budget.bytesLeft += length;
    return { rest: resume(chunks, reader) };
  }
}

/** One array of all chunks; a lone chunk is not copied. */
function concat(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first as Uint8Array<ArrayBuffer>;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

function resume(chunks: readonly Uint8Array[], reader: ChunkReader): ReadableStream<Uint8Array> {
  const read = [...chunks];
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = read.shift() ?? (await reader.read());
      if (next === undefined) controller.close();
      else controller.enqueue(next);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
