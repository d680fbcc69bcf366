/** A reply's body on its way through: read whole, or handed on in parts and watched. @module */
import { type Bytes, concat } from "../../proto/codec/codec.ts";
import { Fault, toFault } from "../../proto/fault.ts";

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** Statuses that have no body, by the standard of `fetch`: a Response with one cannot be made. */
const BODILESS = new Set([204, 205, 304]);

/**
 * @param reader absent where the platform does not stream
 * @param onChunk ends it by throwing
 */
export async function wholeBody(
  response: Response,
  reader: Reader | undefined,
  onChunk: (chunk: Uint8Array) => void,
): Promise<Bytes> {
  if (reader === undefined) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    onChunk(bytes);
    return bytes;
  }
  const chunks: Bytes[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      onChunk(value);
      chunks.push(value as Bytes);
    }
  } catch (thrown) {
    reader.cancel().catch(() => {}); // What failed cannot be cancelled, and need not be.
    throw thrown;
  }
  return concat(chunks);
}

/** @param onEnd is called once: without a fault where the body came to its end */
export function watchedBody(
  reader: Reader,
  onChunk: (chunk: Uint8Array) => void,
  onEnd: (fault?: Fault) => void,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array> {
  let hasEnded = false;
  const end = (fault?: Fault) => {
    if (!hasEnded) onEnd(fault);
    hasEnded = true;
  };
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          end();
          controller.close();
          return;
        }
        onChunk(value);
        controller.enqueue(value);
      } catch (thrown) {
        const known = toFault(thrown);
        const off = signal?.aborted ? "canceled" : "unavailable";
        const fault =
          known.code === "resource_exhausted" ? known : new Fault(off, "the reply broke off", { cause: thrown });
        end(fault);
        reader.cancel().catch(() => {}); // As above.
        controller.error(fault);
      }
    },
    async cancel(reason) {
      end(new Fault("canceled", "nobody reads the reply any more"));
      await reader.cancel(reason);
    },
  });
}

/** The same reply with another body. */
export function replyWith(response: Response, body: Bytes | ReadableStream<Uint8Array> | null): Response {
  const { status, statusText, headers } = response;
  return new Response(BODILESS.has(status) ? null : body, { status, statusText, headers });
}
