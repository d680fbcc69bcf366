/**
 * The body of a request that the edge only passes on: under its route's limit, and in memory where it may be sent a second time.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { Call } from "../route/call.ts";
import type { Route } from "../route/route-table.ts";
import type { OutgoingRequest } from "../upstream/upstream.ts";

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
): Promise<OutgoingRequest["body"]> {
  if (!(body instanceof ReadableStream)) {
    if (body !== null) call.entry.bytesIn ??= body.length;
    return body;
  }
  const { headers } = call.request;
  const coding = headers.get("transfer-encoding");
  if (coding !== null && coding.toLowerCase() !== "chunked") {
    throw new Fault("unimplemented", `the transfer coding '${coding}' is not known`);
  }
  const declared = headers.get("content-length");
  if (declared === null) return counted(body, call, bodyBytesMax);
  const length = Number(declared);
  if (length > bodyBytesMax) throw tooLarge(bodyBytesMax);
  call.entry.bytesIn = length;
  if (!repeat || length > REPEATABLE_BYTES_MAX) return body;
  return new Uint8Array(await call.request.arrayBuffer());
}

/** Of a length that only its end tells: counted on the way, and broken off beyond the limit. */
function counted(body: ReadableStream<Uint8Array>, call: Call, bytesMax: number): ReadableStream<Uint8Array> {
  let length = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        length += chunk.length;
        call.entry.bytesIn = length;
        if (length > bytesMax) throw tooLarge(bytesMax);
        controller.enqueue(chunk);
      },
    }),
  );
}

function tooLarge(bytesMax: number): Fault {
  return new Fault("resource_exhausted", `the body is larger than ${bytesMax} bytes`, { status: 413 });
}
