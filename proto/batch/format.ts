/** The formats of the envelope, and how each is chosen. @module */
import type { Bytes, FramePacker, FrameUnpacker, MediaOffer } from "../codec/codec.ts";
import { PROTOBUF_TYPES } from "../codec/codec.ts";
import { Fault } from "../fault.ts";
import type { BatchItem, BatchReply } from "./model.ts";

export type BatchFormat = "json" | "jsonl" | "protobuf" | "frames";

/** The formats of a reply, for `preferredMedia(accept, BATCH_OFFERS)`. */
export const BATCH_OFFERS: readonly MediaOffer<BatchFormat>[] = [
  { kind: "json", types: ["application/json"], parameters: "any" },
  { kind: "jsonl", types: ["application/jsonl", "application/x-ndjson"], parameters: "any" },
  { kind: "protobuf", types: PROTOBUF_TYPES },
  { kind: "frames", types: PROTOBUF_TYPES, parameters: { delimited: "true" } },
];

/** Writes replies in one format. What it gives, put together in order, is the body of the reply. */
export interface BatchWriter {
  /** The bytes of replies that got ready together; they share a frame where the format has frames. */
  write(replies: readonly BatchReply[]): Bytes;
  /** The last bytes; maybe none. */
  end(): Bytes;
}

/** Reads replies as they come in, in chunks cut anywhere. */
export interface BatchReader {
  /** The replies that are complete with this chunk. @throws Fault invalid_argument, resource_exhausted (413) */
  push(chunk: Uint8Array): BatchReply[];
  /** The rest. @throws Fault invalid_argument where the body stops in the middle of a reply */
  end(): BatchReply[];
}

/**
 * The items of an envelope, checked.
 * @param bytes of the body, not compressed any more
 * @param contentType of the request
 * @throws Fault invalid_argument naming item and field; with status 413 for too many items or bytes, 415 for an unknown type
 */
export function parseBatch(_bytes: Bytes, _contentType: string | null): BatchItem[] {
  throw new Fault("unimplemented", "soon");
}

/** The envelope of items, for a client. */
export function renderBatch(_items: readonly BatchItem[], _format: "json" | "protobuf"): Bytes {
  throw new Fault("unimplemented", "soon");
}

/** @param packer for `frames` only: packs the replies without a secret; without it all travel plain */
export function batchWriter(_format: BatchFormat, _packer?: FramePacker): BatchWriter {
  throw new Fault("unimplemented", "soon");
}

/**
 * @param bytesMax of the whole body, and for `frames` also of what is unpacked from it (in the unpacker)
 * @param unpacker for `frames` whose sender was told of a dictionary
 */
export function batchReader(_format: BatchFormat, _bytesMax: number, _unpacker?: FrameUnpacker): BatchReader {
  throw new Fault("unimplemented", "soon");
}
