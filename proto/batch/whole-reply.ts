/** The reply to a batch in the formats that are written whole: every tier that answers batches makes it alike. @module */
import {
  type AcceptedCodings,
  type Bytes,
  type Coded,
  type Compressor,
  compressSmallest,
  concat,
  JSON_TYPE,
  type MediaChoice,
  preferredMedia,
} from "../codec/codec.ts";
import { BATCH_OFFERS, type BatchFormat, batchWriter } from "./format.ts";
import type { BatchReply } from "./model.ts";

const JSON_FORMAT: MediaChoice<BatchFormat> = { kind: "json", contentType: JSON_TYPE };

/** The format that the client likes best; JSON where it takes none of them, since the items have been run then. */
export function batchFormat(accept: string | null): MediaChoice<BatchFormat> {
  return preferredMedia(accept, BATCH_OFFERS) ?? JSON_FORMAT;
}

export interface WholeReplyOptions {
  readonly accepted: AcceptedCodings;
  readonly compressor: Compressor;
}

/** The body in the smallest coding that the client takes; plain where one of the replies carries a secret. */
export function wholeReply(
  kind: "json" | "protobuf",
  replies: readonly BatchReply[],
  { accepted, compressor }: WholeReplyOptions,
): Coded & { readonly plainBytes: number } {
  const writer = batchWriter(kind);
  const body: Bytes = concat([writer.write(replies), writer.end()]);
  const sensitive = replies.some((reply) => reply.sensitive === true);
  return { ...compressSmallest(body, { accepted, compressor, sensitive }), plainBytes: body.length };
}
