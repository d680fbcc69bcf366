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
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const slow = new Fault("deadline_exceeded", "the upstream does not finish its reply in time");
  let timer: number | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(slow), call.route?.timeoutMs ?? TIMEOUT_MS_DEFAULT);
  });
  try {
    return await Promise.race([readBounded(reader, budget), timeout]);
  } catch (cause) {
    call.waitUntil(reader.cancel(cause).catch(() => undefined)); // Whether the upstream hears of it changes nothing here.
    if (cause === slow) throw slow;
    if (call.signal.aborted) throw new Fault("canceled", "nobody waits for the reply any more", { cause });
    throw new Fault("unavailable", "the upstream's reply breaks off", { status: 502, cause });
  } finally {
    clearTimeout(timer ?? null);
  }
}
