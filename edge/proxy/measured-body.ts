/**
 * A request's body of a length that only its end tells: measured on its way, and broken off beyond its limit.
 *
 * A chunked body that breaks off must not look whole to the upstream, which would act on a half of it. But when a stream that it
 * sends fails, workerd writes the last chunk all the same; only a fetch that is aborted leaves it out. So this stream never fails:
 * it stands still, and its signal says why.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { AccessEntry } from "../route/call.ts";

/** One buffer for the whole body. Without it each piece is garbage of its own, and the process grows with what passes through. */
const CHUNK_BYTES = 65_536;

export interface MeasuredBody {
  readonly body: ReadableStream<Uint8Array>;
  /** Aborts with a Fault where the body will have no end: the fetch that sends it must be aborted by it. */
  readonly broken: AbortSignal;
}

export interface MeasureOptions {
  /** Gets `bytesIn`. */
  readonly entry: AccessEntry;
  readonly bytesMax: number;
}

/** @param source a stream of the runtime */
export function measuredBody(source: ReadableStream<Uint8Array>, options: MeasureOptions): MeasuredBody {
  const pipe = new IdentityTransformStream();
  const broken = new AbortController();
  void pump(source.getReader({ mode: "byob" }), pipe.writable.getWriter(), broken, options);
  return { body: pipe.readable, broken: broken.signal };
}

/** Never rejects. */
async function pump(
  reader: ReadableStreamBYOBReader,
  writer: WritableStreamDefaultWriter<Uint8Array>,
  broken: AbortController,
  { entry, bytesMax }: MeasureOptions,
): Promise<void> {
  writer.closed.catch(() => undefined); // Each write says it too.
  let buffer = new ArrayBuffer(CHUNK_BYTES);
  entry.bytesIn = 0;
  try {
    for (;;) {
      const { done, value } = await readFrom(reader, buffer);
      if (done) break;
      entry.bytesIn += value.byteLength;
      if (entry.bytesIn > bytesMax) throw tooLarge(bytesMax);
      await writer.write(value);
      buffer = value.buffer as ArrayBuffer;
    }
    await writer.close();
  } catch (thrown) {
    if (thrown instanceof Fault) broken.abort(thrown);
    // Else the upstream reads no further. Its reply, which may be there already, counts all the same.
    await reader.cancel(thrown).catch(() => undefined); // The client may be gone as well.
  }
}

/** @throws Fault canceled where the client breaks off */
async function readFrom(reader: ReadableStreamBYOBReader, buffer: ArrayBuffer) {
  try {
    return await reader.read(new Uint8Array(buffer));
  } catch (cause) {
    throw new Fault("canceled", "the client broke its body off", { cause });
  }
}

export function tooLarge(bytesMax: number): Fault {
  return new Fault("resource_exhausted", `the body is larger than ${bytesMax} bytes`, { status: 413 });
}
