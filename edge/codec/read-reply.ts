/**
 * Reads an upstream's reply into memory, for as long as its route allows.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { Call, Reply } from "../route/call.ts";
import { startDeadline } from "../upstream/upstream.ts";
import { type BoundedBody, type Budget, readBounded } from "./bounded-body.ts";
import { chunkReader } from "./chunk-reader.ts";

/** A call without a route has no reply to read; this only completes the type. */
const TIMEOUT_MS_DEFAULT = 10_000;

/**
 * The body, as it is coded. What is beyond the budget comes back as a stream.
 * @throws Fault unavailable (502) where the body breaks off, deadline_exceeded where the call's time is over, canceled where
 *   `call.signal` aborted
 */
export async function readReply(call: Call, response: Reply, budget: Budget): Promise<BoundedBody> {
  const bytes = response.held ?? (response.body === null ? new Uint8Array(0) : undefined);
  if (bytes !== undefined && bytes.length <= budget.bytesLeft) {
    budget.bytesLeft -= bytes.length;
    return { bytes };
  }
  const source = sourceOf(response, budget);
  const deadline = call.deadline ?? startDeadline(call.route?.timeoutMs ?? TIMEOUT_MS_DEFAULT);
  try {
    return await deadline.race(source.read);
  } catch (cause) {
    call.waitUntil(source.cancel(cause).catch(() => undefined)); // Whether the upstream hears of it changes nothing here.
    if (deadline.isPassed()) throw cause;
    if (call.signal.aborted) throw new Fault("canceled", "nobody waits for the reply any more", { cause });
    throw new Fault("unavailable", "the upstream's reply breaks off", { status: 502, cause });
  } finally {
    if (call.deadline === undefined) deadline.clear();
  }
}

interface Source {
  readonly read: Promise<BoundedBody>;
  cancel(reason: unknown): Promise<void>;
}

function sourceOf(response: Reply, budget: Budget): Source {
  const declared = response.headers.get("content-length");
  const length = declared === null ? Number.NaN : Number(declared);
  return length <= budget.bytesLeft ? wholeOf(response, length, budget) : boundedOf(response, budget);
}

/** Of a length that is known, which the runtime reads in one go; it is taken from the budget before others can. */
function wholeOf(response: Reply, length: number, budget: Budget): Source {
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

function boundedOf({ body }: Reply, budget: Budget): Source {
  if (body === null) throw new Error("a reply without a body is not read");
  const reader = chunkReader(body);
  return { read: readBounded(reader, budget), cancel: (reason) => reader.cancel(reason) };
}
