/** The formats of the envelope, and the two ways through each: write replies as they get ready, read them as they come in. @module */
import {
  type Bytes,
  type FramePacker,
  type FrameUnpacker,
  isJsonType,
  isProtobufType,
  type MediaOffer,
  PROTOBUF_TYPES,
} from "../codec/codec.ts";
import { Fault } from "../fault.ts";
import { checkBatch } from "./check.ts";
import { decodeFrame, decodeResponse, encodeFrame, encodeResponse } from "./envelope.ts";
import * as json from "./json.ts";
import { BATCH_BYTES_MAX, type BatchItem, type BatchReply } from "./model.ts";
import * as protobuf from "./protobuf.ts";
import { ByteQueue } from "./queue.ts";

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

const TEXT = new TextEncoder();
const NOTHING: Bytes = new Uint8Array(0);
const NEW_LINE = 0x0a;

/**
 * The items of an envelope, checked.
 * @param bytes of the body, not compressed any more
 * @param contentType of the request
 * @throws Fault invalid_argument naming item and field, or (415) for another content type; resource_exhausted (413) for too many bytes
 */
export function parseBatch(bytes: Uint8Array, contentType: string | null): BatchItem[] {
  if (bytes.length > BATCH_BYTES_MAX) {
    throw new Fault("resource_exhausted", `a batch has at most ${BATCH_BYTES_MAX} bytes`, { status: 413 });
  }
  if (isJsonType(contentType)) return checkBatch(json.parseItems(bytes));
  if (isProtobufType(contentType)) return checkBatch(protobuf.parseItems(bytes));
  throw new Fault("invalid_argument", `a batch is application/json or ${PROTOBUF_TYPES[0]}`, {
    status: 415,
    headers: { accept: `application/json, ${PROTOBUF_TYPES[0]}` },
  });
}

/**
 * The envelope of items, for a client.
 * @throws Fault invalid_argument for a body that claims to be JSON and is none, in JSON
 */
export function renderBatch(items: readonly BatchItem[], format: "json" | "protobuf"): Bytes {
  return format === "json" ? TEXT.encode(json.renderItems(items)) : protobuf.renderItems(items);
}

/** @param packer for `frames` only: packs the replies without a secret; without it all travel plain */
export function batchWriter(format: BatchFormat, packer?: FramePacker): BatchWriter {
  switch (format) {
    case "json":
      return jsonWriter();
    case "jsonl":
      return {
        write: (replies) => TEXT.encode(replies.map((reply) => `${json.renderReply(reply)}\n`).join("")),
        end: () => NOTHING,
      };
    case "protobuf":
      // A repeated field may be cut anywhere between its elements: what is put together is one BatchResponse.
      return {
        write: (replies) => encodeResponse(replies.map(protobuf.replyMessage)),
        end: () => NOTHING,
      };
    case "frames":
      return {
        write: (replies) => (replies.length === 0 ? NOTHING : protobuf.delimited(renderFrame(replies, packer))),
        end: () => NOTHING,
      };
  }
}

/**
 * @param bytesMax of the whole body; what its frames hold unpacked is the unpacker's to limit
 * @param unpacker for `frames` whose sender was told of a dictionary
 */
export function batchReader(format: BatchFormat, bytesMax: number, unpacker?: FrameUnpacker): BatchReader {
  const queue = new ByteQueue(bytesMax);
  switch (format) {
    case "json":
      return wholeReader(queue, json.parseReplies);
    case "protobuf":
      return wholeReader(queue, (bytes) => decodeResponse(bytes).map(protobuf.replyOf));
    case "jsonl":
      return lineReader(queue);
    case "frames":
      return frameReader(queue, unpacker);
  }
}

function jsonWriter(): BatchWriter {
  let before = '{"responses":[';
  return {
    write(replies) {
      let text = "";
      for (const reply of replies) {
        text += before + json.renderReply(reply);
        before = ",";
      }
      return TEXT.encode(text);
    },
    end: () => TEXT.encode(before === "," ? "]}" : `${before}]}`),
  };
}

function renderFrame(replies: readonly BatchReply[], packer: FramePacker | undefined): Bytes {
  const open = packer === undefined ? [] : replies.filter(({ sensitive }) => sensitive !== true);
  const packed = open.length === 0 ? undefined : packer?.pack(protobuf.renderDelimited(open));
  const plain = packed === undefined ? replies : replies.filter(({ sensitive }) => sensitive === true);
  return encodeFrame(plain.map(protobuf.replyMessage), packed ?? NOTHING);
}

function wholeReader(queue: ByteQueue, parse: (bytes: Uint8Array) => BatchReply[]): BatchReader {
  return {
    push(chunk) {
      queue.push(chunk);
      return [];
    },
    end: () => parse(queue.bytes),
  };
}

function lineReader(queue: ByteQueue): BatchReader {
  let searched = 0; // Of what is queued: a long line that comes in small chunks is searched once, not once a chunk.
  return {
    push(chunk) {
      queue.push(chunk);
      const { bytes } = queue;
      const replies: BatchReply[] = [];
      let start = 0;
      for (let at = bytes.indexOf(NEW_LINE, searched); at >= 0; at = bytes.indexOf(NEW_LINE, start)) {
        if (!isBlank(bytes.subarray(start, at))) replies.push(json.parseReply(bytes.subarray(start, at)));
        start = at + 1;
      }
      queue.drop(start);
      searched = queue.bytes.length;
      return replies;
    },
    end: () => (isBlank(queue.bytes) ? [] : [json.parseReply(queue.bytes)]),
  };
}

function frameReader(queue: ByteQueue, unpacker: FrameUnpacker | undefined): BatchReader {
  return {
    push(chunk) {
      queue.push(chunk);
      const replies: BatchReply[] = [];
      let at = 0;
      for (let next = protobuf.endOfDelimited(queue.bytes, at); next !== undefined; ) {
        const { plain, packed } = decodeFrame(queue.bytes.subarray(next.start, next.end));
        replies.push(...plain.map(protobuf.replyOf));
        if (packed.length > 0) replies.push(...unpack(packed, unpacker));
        at = next.end;
        next = protobuf.endOfDelimited(queue.bytes, at);
      }
      queue.drop(at);
      return replies;
    },
    end() {
      if (queue.bytes.length > 0) throw new Fault("invalid_argument", "the replies are cut short");
      return [];
    },
  };
}

function unpack(packed: Uint8Array, unpacker: FrameUnpacker | undefined): BatchReply[] {
  if (unpacker === undefined)
    throw new Fault("invalid_argument", "a packed frame came, though no dictionary was offered");
  return protobuf.parseDelimited(unpacker.unpack(packed));
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === NEW_LINE);
}
