/**
 * The codec room: what a body is between client and edge, and what it is between edge and upstream. Its front door.
 *
 *     client                      edge                        upstream
 *     protobuf, gzip, x-dcd  ──▶  inflated under a limit  ──▶  JSON, or what the client sent where the route names no message
 *     protobuf or JSON,      ◀──  the smallest coding     ◀──  JSON
 *     gzip or x-dcd
 *
 * Both functions leave alone what needs nothing: a request's stream goes on unread, and a reply is the very same object.
 * @module
 */
import type { Bytes, Compressor, Dictionary } from "../../proto/codec/codec.ts";
import type { Call, EditableHeaders, IncomingRequest, Reply } from "../route/call.ts";
import type { OutgoingRequest } from "../upstream/upstream.ts";
import { dictionaryReply } from "./dictionary-reply.ts";
import { codeReply } from "./reply.ts";
import { codeRequest, readPlain } from "./request.ts";

export type { Budget } from "./bounded-body.ts";
export { type ChunkReader, chunkReader } from "./chunk-reader.ts";
export { COMPRESSOR } from "./compressor.ts";
export { HeaderBag, nativeHeaders } from "./header-bag.ts";
export { fieldsOfReply, HeldReply } from "./held.ts";
export { readReply } from "./read-reply.ts";
export { readWhole } from "./request.ts";

/** Where the dictionary is to be had. A route must not shadow it. */
export const DICTIONARY_PATH = "/.well-known/fairway/dictionary";

export interface CodecDeps {
  readonly compressor: Compressor;
  /** The first is the one that is given out; the others are older ones that apps may still hold. May be empty. */
  readonly dictionaries: readonly Dictionary[];
}

export interface Codec {
  /**
   * Makes a request of a route ready for the upstream: `headers` (a copy that is already free of what must not go on) is
   * changed in place, and the body to send comes back.
   * @throws Fault invalid_argument (400, or 415 for a type, coding or dictionary that is not taken), resource_exhausted (413)
   */
  request(call: Call, headers: EditableHeaders): OutgoingRequest["body"] | Promise<OutgoingRequest["body"]>;
  /**
   * Makes an upstream's reply what the client asked for. Notes in `call.entry` what it did, and in `call` whether the reply is
   * sensitive and how it reads as JSON.
   */
  response(call: Call, response: Reply): Reply | Promise<Reply>;
  /**
   * The whole body, without its content coding, of a request that the edge answers itself.
   * @throws Fault resource_exhausted (413), invalid_argument (400, or 415 for a coding or dictionary that is not taken)
   */
  read(call: Call, bytesMax: number): Promise<Bytes>;
  /** `GET` or `HEAD` of {@link DICTIONARY_PATH}. @throws Fault not_found, unimplemented (405) */
  dictionary(request: IncomingRequest): Response;
}

export function codec(deps: CodecDeps): Codec {
  return {
    request: (call, headers) => codeRequest(call, headers, deps),
    response: (call, response) => codeReply(call, response, deps),
    read: (call, bytesMax) =>
      readPlain(call, call.item?.body, call.request.headers.get("content-encoding"), bytesMax, deps),
    dictionary: (request) => dictionaryReply(request, deps.dictionaries[0]),
  };
}
