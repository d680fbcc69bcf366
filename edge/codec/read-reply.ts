/**
 * Reads an upstream's reply into memory, for as long as its route allows.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { Call } from "../route/call.ts";
import { type BoundedBody, type Budget, readBounded } from "./bounded-body.ts";

/** A call without a route has no reply to read; this only completes the type. */
const TIMEOUT_MS_DEFAULT = 10_000;

/**
 * The body, inflated where it is coded. What is beyond the budget comes back as a stream.
 * @throws Fault unavailable (502) where the body breaks off, deadline_exceeded where it takes as long again as the headers
 *   may have taken, canceled where `call.signal` aborted
 */
export async function readReply(call: Call, response: Response, budget: Budget): Promise<BoundedBody> {
  if (response.body === null) return { bytes: new Uint8Array(0) };
  const declared = response.headers.get("content-length");
  const length = declared === null ? Number.NaN : Number(declared);
  const source = length <= budget.bytesLeft ? wholeOf(response, length, budget) : boundedOf(response.body, budget);
  const slow = new Fault("deadline_exceeded", "the upstream does not finish its reply in time");
  let timer: number | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(slow), call.route?.timeoutMs ?? TIMEOUT_MS_DEFAULT);
  });
  try {
    return await Promise.race([source.read, timeout]);
  } catch (cause) {
    call.waitUntil(source.cancel(cause).catch(() => undefined)); // Whether the upstream hears of it changes nothing here.
    if (cause === slow) throw slow;
    if (call.signal.aborted) throw new Fault("canceled", "nobody waits for the reply any more", { cause });
    throw new Fault("unavailable", "the upstream's reply breaks off", { status: 502, cause });
  } finally {
    clearTimeout(timer ?? null);
  }
}

interface Source {
  readonly read: Promise<BoundedBody>;
  cancel(reason: unknown): Promise<void>;
}

/** Of a length that is known, which the runtime reads in one go; it is taken from the budget before others can. */
function wholeOf(response: Response, length: number, budget: Budget): Source {
  budget.bytesLeft -= length;
  const read = response.arrayBuffer().then(
    (buffer) => {
      budget.bytesLeft += length - buffer.byteLength;
      return { bytes: new Uint8Array(buffer) };
    },
    (cause: unknown) => {
      budget.bytesLeft += length;
      throw cause;
    },
  );
  return { read, cancel: async () => undefined };
}

function boundedOf(body: ReadableStream<Uint8Array>, budget: Budget): Source {
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  return { read: readBounded(reader, budget), cancel: (reason) => reader.cancel(reason) };
}
