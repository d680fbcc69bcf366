/**
 * Replies whose bytes are in memory already. Reading a body from its stream takes a turn of the event loop, even where it was just
 * made of bytes; in a batch of twenty that is most of the work. So who makes a reply of bytes says so, and who reads it can tell.
 * @module
 */
import type { Bytes } from "../../proto/codec/codec.ts";

/** Lives as long as its replies. Without an entry a reply is read from its stream, to the same effect. */
const held = new WeakMap<Response, Bytes>();

/** A reply around these bytes, which must not be changed any more. */
export function heldReply(bytes: Bytes, init: ResponseInit): Response {
  const response = new Response(bytes, init);
  held.set(response, bytes);
  return response;
}

export function heldBytes(response: Response): Bytes | undefined {
  return held.get(response);
}
