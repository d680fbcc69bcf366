/**
 * Where log lines go: a file descriptor, behind a bounded buffer.
 *
 * A line costs the request that writes it one copy into a buffer. Buffers are written when they are full or a moment after
 * their first line, by the thread pool: a reader of stdout that stalls never stalls the process (process.stdout would, a
 * pipe being synchronous there). While a reader stalls, buffers are kept up to a bound; from then on lines are dropped and
 * counted, and the count is told when writing goes on.
 * @module
 */
import { write, writeSync } from "node:fs";

/** Waking the pool costs some 50 µs; at 10 000 lines a second this is one wake in 80 ms. */
const CHUNK_BYTES = 256 * 1024;
/** About half a minute of access lines of a busy process; beyond it memory is worth more than lines. */
const BUFFER_BYTES_MAX = 16 * 1024 * 1024;
/** Long enough to gather many lines under load, too short for a person to notice. */
const FLUSH_AFTER_MS = 100;
/** A pipe that is full says EAGAIN when somebody made it non-blocking. */
const RETRY_AFTER_MS = 10;
/** At exit a stalled reader is waited for this long. */
const CLOSE_TIMEOUT_MS = 1_000;
/** UTF-8 takes at most this much for one UTF-16 unit. */
const BYTES_PER_UNIT_MAX = 3;

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
  // Lines are copied out of the heap at once. Kept as strings, they would survive young collections just to be thrown away
  // after the flush, which costs more than all the rest of logging.
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let used = 0;
  /** Full ones, oldest first; the first may be in the middle of being written. */
  let full: Buffer[] = [];
  let fullBytes = 0;
  let writing = false;
  let timer: NodeJS.Timeout | undefined;
  let dropped = 0;
  /** The reader is gone for good: there is nobody to tell. */
  let gone = false;
  /** Those who wait until all is written. */
  const waiting: (() => void)[] = [];

  function take(line: string): void {
    const bytesMax = line.length * BYTES_PER_UNIT_MAX;
    if (bytesMax > chunk.length - used) {
      seal();
      if (bytesMax > chunk.length) {
        full.push(Buffer.from(line));
        fullBytes += full[full.length - 1]?.length ?? 0;
        return;
      }
    }
    used += chunk.write(line, used);
  }

  /** Makes the current chunk one of the full. */
  function seal(): void {
    if (used === 0) return;
    full.push(chunk.subarray(0, used));
    fullBytes += used;
    chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    used = 0;
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (writing || gone) return;
    seal();
    if (full.length > 0) step();
  }

  function step(): void {
    const [first] = full;
    writing = first !== undefined;
    if (first === undefined) settled();
    else write(fd, first, 0, first.length, null, written);
  }

  function written(error: NodeJS.ErrnoException | null, count: number): void {
    const [first] = full;
    if (error?.code === "EAGAIN") setTimeout(step, RETRY_AFTER_MS);
    else if (error !== null || first === undefined) abandon();
    else {
      fullBytes -= count;
      if (count < first.length) full[0] = first.subarray(count);
      else full.shift();
      step();
    }
  }

  /** All that was full is written; meanwhile more may have come. */
  function settled(): void {
    if (dropped > 0) {
      take(droppedLine(dropped));
      dropped = 0;
    }
    if (used === 0) for (const done of waiting.splice(0)) done();
    else if (waiting.length > 0) flush();
    else schedule();
  }

  function abandon(): void {
    gone = true;
    writing = false;
    full = [];
    fullBytes = 0;
    for (const done of waiting.splice(0)) done();
  }

  function schedule(): void {
    timer ??= setTimeout(flush, FLUSH_AFTER_MS).unref();
  }

  return {
    write(line) {
      if (gone) return;
      if (fullBytes + used > bufferBytesMax) {
        dropped += 1;
        return;
      }
      take(line);
      if (full.length > 0 && !writing) flush();
      else if (timer === undefined) schedule();
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
      if (gone) return;
      if (dropped > 0) take(droppedLine(dropped));
      dropped = 0;
      seal();
      // What a write in progress has is left to it: the pool's thread would write it a second time.
      writeAllSync(fd, Buffer.concat(writing ? full.slice(1) : full));
      full = [];
      fullBytes = 0;
    },
  };
}

function writeAllSync(fd: number, bytes: Buffer): void {
  const deadlineMs = performance.now() + CLOSE_TIMEOUT_MS;
  let at = 0;
  while (at < bytes.length && performance.now() < deadlineMs) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return; // The reader is gone.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_AFTER_MS);
    }
  }
}
