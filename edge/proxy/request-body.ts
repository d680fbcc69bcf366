/**
 * The body of a request that the edge only passes on: under its route's limit, and in memory where it may be sent a second time.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { Call } from "../route/call.ts";
import type { Route } from "../route/route-table.ts";
import type { OutgoingRequest } from "../upstream/upstream.ts";
import { measuredBody, tooLarge } from "./measured-body.ts";

/** A body up to this size is kept, so that a request can be sent again when an address fails. Most API calls are far smaller. */
const REPEATABLE_BYTES_MAX = 65_536;

/**
 * @param body as edge/codec left it; bytes have been under the limit already
 * @param repeat whether the request may be sent twice at all
 * @throws Fault resource_exhausted (413), unimplemented (501) for a transfer coding that nobody here knows
 */
export async function requestBody(
  call: Call,
  { bodyBytesMax }: Route,
  body: OutgoingRequest["body"],
  repeat: boolean,
): Promise<Pick<OutgoingRequest, "body" | "broken">> {
  if (!(body instanceof ReadableStream)) {
    if (body !== null) call.entry.bytesIn ??= body.length;
    return { body };
  }
  const { headers } = call.request;
  const coding = headers.get("transfer-encoding");
  if (coding !== null && coding.toLowerCase() !== "chunked") {
    throw new Fault("unimplemented", `the transfer coding '${coding}' is not known`);
  }
  const declared = headers.get("content-length");
  if (declared === null) return measuredBody(body, { entry: call.entry, bytesMax: bodyBytesMax });
  const length = Number(declared);
  if (length > bodyBytesMax) throw tooLarge(bodyBytesMax);
  call.entry.bytesIn = length;
  if (!repeat || length > REPEATABLE_BYTES_MAX) return { body };
  return { body: new Uint8Array(await call.request.arrayBuffer()) };
}
