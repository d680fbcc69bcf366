/**
 * Where log lines go: a file descriptor, behind a bounded buffer.
 *
 * A line costs the request that writes it one string concatenation. The buffer is written when it is large or a moment
 * after its first line, by the thread pool: a reader of stdout that stalls never stalls the process (process.stdout
 * would, a pipe being synchronous there). While a reader stalls the buffer grows to its bound; from then on lines are
 * dropped and counted, and the count is told when writing goes on.
 * @module
 */
import { write, writeSync } from "node:fs";

/** A pipe's buffer on Linux (pipe(7)): one write fills it. */
const CHUNK_BYTES = 64 * 1024;
/** About a minute of access lines of a busy process; beyond it memory is worth more than lines. */
const BUFFER_BYTES_MAX = 16 * 1024 * 1024;
/** Long enough to gather many lines under load, too short for a person to notice. */
const FLUSH_AFTER_MS = 25;
/** A pipe that is full says EAGAIN when somebody made it non-blocking. */
const RETRY_AFTER_MS = 10;
/** At exit a stalled reader is waited for this long. */
const CLOSE_TIMEOUT_MS = 1_000;

export interface Sink {
  /** Takes one line, which ends in a newline. Never throws and never waits. */
  write(line: string): void;
  /** Writes what is buffered as soon as possible. */
  flush(): void;
  /** Writes all that was taken, for an orderly end; gives up on a reader that stalls. */
  close(): Promise<void>;
  /** Writes what is buffered before it returns, for an end without one: an exception that nobody caught. */
  flushSync(): void;
}

export interface SinkOptions {
  readonly fd: number;
  readonly bufferBytesMax?: number;
  /** Makes the line that tells how many were dropped. */
  readonly droppedLine: (count: number) => string;
}

export function fdSink({ fd, bufferBytesMax = BUFFER_BYTES_MAX, droppedLine }: SinkOptions): Sink {
  let pending = "";
  /** What a write in progress has not yet written. */
  let chunk: Buffer = Buffer.alloc(0);
  let writing = false;
  let timer: NodeJS.Timeout | undefined;
  let dropped = 0;
  /** The reader is gone for good: there is nobody to tell. */
  let closed = false;
  /** Those who wait until all is written. */
  const waiting: (() => void)[] = [];

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (writing || closed || pending === "") return;
    takePending();
    writing = true;
    step();
  }

  function takePending(): void {
    chunk = Buffer.from(pending);
    pending = "";
    if (dropped > 0) {
      pending = droppedLine(dropped);
      dropped = 0;
    }
  }

  function step(): void {
    write(fd, chunk, 0, chunk.length, null, (error, count) => {
      if (error?.code === "EAGAIN") {
        setTimeout(step, RETRY_AFTER_MS);
        return;
      }
      if (error !== null) {
        closed = true;
        writing = false;
        chunk = Buffer.alloc(0);
        pending = "";
        for (const done of waiting.splice(0)) done();
        return;
      }
      chunk = chunk.subarray(count);
      if (chunk.length > 0) {
        step();
        return;
      }
      writing = false;
      if (pending !== "") flush();
      else for (const done of waiting.splice(0)) done();
    });
  }

  return {
    write(line) {
      if (closed) return;
      if (pending.length + chunk.length > bufferBytesMax) {
        dropped += 1;
        return;
      }
      pending += line;
      if (pending.length >= CHUNK_BYTES) flush();
      else timer ??= setTimeout(flush, FLUSH_AFTER_MS).unref();
    },
    flush,
    close() {
      flush();
      if (!writing) return Promise.resolve();
      return new Promise((settle) => {
        waiting.push(settle);
        setTimeout(settle, CLOSE_TIMEOUT_MS).unref();
      });
    },
    flushSync() {
      clearTimeout(timer);
      timer = undefined;
      // The chunk of a write in progress is left to it: the pool's thread has it already, and would write it a second time.
      const rest = Buffer.from(pending + (dropped > 0 ? droppedLine(dropped) : ""));
      pending = "";
      dropped = 0;
      if (!closed) writeAllSync(fd, rest);
    },
  };
}

function writeAllSync(fd: number, bytes: Buffer): void {
  const deadline = performance.now() + CLOSE_TIMEOUT_MS;
  let at = 0;
  while (at < bytes.length && performance.now() < deadline) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return; // The reader is gone.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_AFTER_MS);
    }
  }
}
