/**
 * Reads a body in large pieces. Left to itself the runtime gives 4 KiB at a time, and each piece costs a turn of the event loop.
 * @module
 */

export interface ChunkReader {
  /** The next piece, which is the caller's own; undefined at the end. */
  read(): Promise<Uint8Array | undefined>;
  cancel(reason?: unknown): Promise<void>;
}

/** As much as a connection usually holds for a reader that is late. */
const CHUNK_BYTES = 65_536;

/** Locks the stream. */
export function chunkReader(body: ReadableStream<Uint8Array>): ChunkReader {
  const byob = byobReader(body);
  return byob === undefined ? plainReader(body.getReader()) : largeReader(byob);
}

function largeReader(reader: ReadableStreamBYOBReader): ChunkReader {
  let buffer = new ArrayBuffer(CHUNK_BYTES);
  return {
    async read() {
      const { done, value } = await reader.read(new Uint8Array(buffer));
      if (done) return undefined;
      // A small piece is copied, so that it does not keep the whole buffer.
      const small = value.length < CHUNK_BYTES / 2;
      buffer = small ? (value.buffer as ArrayBuffer) : new ArrayBuffer(CHUNK_BYTES);
      return small ? value.slice() : value;
    },
    cancel: (reason) => reader.cancel(reason),
  };
}

function plainReader(reader: ReadableStreamDefaultReader<Uint8Array>): ChunkReader {
  return {
    async read() {
      const { done, value } = await reader.read();
      return done ? undefined : value;
    },
    cancel: (reason) => reader.cancel(reason),
  };
}

/** Of the runtime's own streams; those that were made in JavaScript have none, unless they were made for it. */
function byobReader(body: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return body.getReader({ mode: "byob" });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
