/**
 * A body that is still coming in from the upstream, and goes out to any number of readers meanwhile.
 *
 * - One pump, of the request that fetched it, appends; readers of any request read at their own pace, from the beginning.
 * - Until it is too large to keep, every chunk stays, so that late readers may join and the store gets the whole.
 * - Once it is too large, nobody joins any more, what all readers have had is let go, and the pump waits for the slowest reader. A
 *   reader that takes nothing for {@link STALL_MS_MAX} is dropped, so that a client on a train does not stop the others.
 * - A pump whose request ended with it goes silent for good. Readers notice by the clock.
 * @module
 */
import type { Bytes } from "./store.ts";

/** A reader, or a pump, that has not moved for so long is gone. */
export const STALL_MS_MAX = 30_000;
/** How far the pump runs ahead of the slowest reader once the body is not kept any more. */
const WINDOW_BYTES = 262_144;

export interface LiveBodyDeps {
  /** What is kept at most; decided anew at each chunk, since all live bodies share a budget. */
  readonly mayKeep: (bytes: number) => boolean;
  readonly now: () => number;
}

interface Reader {
  /** Index of the next chunk, counted from the first chunk ever. */
  next: number;
  movedAtMs: number;
  wake: (() => void) | undefined;
  dropped: boolean;
}

export class LiveBody {
  readonly #deps: LiveBodyDeps;
  readonly #readers = new Set<Reader>();
  #chunks: Bytes[] = [];
  /** Chunks let go of before the first of `#chunks`. */
  #gone = 0;
  #bytes = 0;
  #state: "open" | "complete" | "broken" = "open";
  #cause: unknown;
  #kept = true;
  #movedAtMs: number;
  #room: (() => void) | undefined;

  constructor(deps: LiveBodyDeps) {
    this.#deps = deps;
    this.#movedAtMs = deps.now();
  }

  /** Whether a new reader would get it from the beginning, and has reason to hope for the end. */
  get joinable(): boolean {
    if (!this.#kept || this.#state === "broken") return false;
    return this.#state === "complete" || this.#deps.now() - this.#movedAtMs < STALL_MS_MAX;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get hasReaders(): boolean {
    return this.#readers.size > 0;
  }

  /** All of it, where it was kept and came to its end. */
  get whole(): readonly Bytes[] | undefined {
    return this.#kept && this.#state === "complete" ? this.#chunks : undefined;
  }

  /** Reads `body` to its end. Settles when all is in, and never rejects: readers get the error, and `whole` stays undefined. */
  async pump(body: ReadableStream<Uint8Array>, bytesStated: number | undefined): Promise<void> {
    const reader = body.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        this.#append(value as Bytes);
        if (this.#kept) continue;
        if (this.#readers.size === 0) throw new Error("nobody reads the body any more, and it is too large to keep");
        await this.#waitForRoom();
      }
      if (bytesStated !== undefined && bytesStated !== this.#bytes) {
        throw new Error(`the body has ${this.#bytes} bytes, and ${bytesStated} were announced`);
      }
      this.#state = "complete";
    } catch (cause) {
      this.#state = "broken";
      this.#cause = cause;
      await reader.cancel(cause).catch(() => undefined); // It is broken already, or nobody wants it.
    }
    this.#wakeAll();
  }

  /** The body from its beginning. */
  stream(): ReadableStream<Uint8Array> {
    const reader: Reader = { next: this.#gone, movedAtMs: this.#deps.now(), wake: undefined, dropped: false };
    this.#readers.add(reader);
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const chunk = await this.#take(reader);
          if (chunk === undefined) {
            this.#leave(reader);
            controller.close();
          } else controller.enqueue(chunk);
        },
        cancel: () => this.#leave(reader),
      },
      { highWaterMark: 0 },
    );
  }

  async #take(reader: Reader): Promise<Bytes | undefined> {
    for (;;) {
      reader.movedAtMs = this.#deps.now();
      if (reader.dropped) throw new Error("the client took nothing for too long");
      const chunk = this.#chunks[reader.next - this.#gone];
      if (chunk !== undefined) {
        reader.next += 1;
        this.#letGo();
        return chunk;
      }
      if (this.#state === "complete") return undefined;
      if (this.#state === "broken") {
        this.#leave(reader);
        throw this.#cause;
      }
      await this.#next(reader);
      if (this.#state === "open" && this.#deps.now() - this.#movedAtMs >= STALL_MS_MAX) {
        this.#leave(reader);
        throw new Error("the upstream's body has stopped");
      }
    }
  }

  /** Settles with the next chunk, the end, or when waiting has lost its sense. The timer is of the reader's own request. */
  #next(reader: Reader): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>(); // Why so: edge/invocation.
    const timer = setTimeout(resolve, STALL_MS_MAX);
    reader.wake = resolve;
    return promise.finally(() => clearTimeout(timer));
  }

  #append(chunk: Bytes): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    this.#movedAtMs = this.#deps.now();
    if (this.#kept && !this.#deps.mayKeep(this.#bytes)) this.#kept = false;
    this.#wakeAll();
  }

  #wakeAll(): void {
    for (const reader of this.#readers) {
      const { wake } = reader;
      reader.wake = undefined;
      wake?.();
    }
  }

  #leave(reader: Reader): void {
    this.#readers.delete(reader);
    this.#letGo();
  }

  /** Lets go of the chunks that all readers have had, once the body is not kept. */
  #letGo(): void {
    if (this.#kept) return;
    let slowest = this.#gone + this.#chunks.length;
    for (const { next } of this.#readers) slowest = Math.min(slowest, next);
    this.#chunks.splice(0, slowest - this.#gone);
    this.#gone = slowest;
    const ahead = this.#ahead;
    if (ahead > WINDOW_BYTES) return;
    const room = this.#room;
    this.#room = undefined;
    room?.();
  }

  get #ahead(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  }

  async #waitForRoom(): Promise<void> {
    while (this.#ahead > WINDOW_BYTES && this.#readers.size > 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, STALL_MS_MAX);
      this.#room = resolve;
      await promise;
      clearTimeout(timer);
      this.#dropStalled();
    }
  }

  #dropStalled(): void {
    const nowMs = this.#deps.now();
    for (const reader of this.#readers) {
      if (nowMs - reader.movedAtMs < STALL_MS_MAX || reader.next - this.#gone > 0) continue;
      reader.dropped = true;
      this.#readers.delete(reader);
    }
    this.#letGo();
  }
}
