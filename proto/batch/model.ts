/** Requests merged into one, as every format of the envelope yields them. @module */
import type { Bytes } from "../codec/codec.ts";

/** One header field. Names are lower case; a name may come more than once, as `set-cookie` does. */
export type HeaderField = readonly [name: string, value: string];

/** One request of a batch, checked: see {@link checkBatch} for what always holds. */
export interface BatchItem {
  /** Unique in its batch. */
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  /** A path that starts with `/`, and its query. */
  readonly url: string;
  readonly headers: readonly HeaderField[];
  /** Absent or not empty; never there for GET and HEAD. */
  readonly body?: Bytes;
  /** Ids of items of the same batch that must have succeeded before this one starts. */
  readonly dependsOn: readonly string[];
  /** Absent: the route's own. */
  readonly timeoutMs?: number;
  /** A higher one starts earlier; 0 is usual. */
  readonly priority: number;
  /**
   * The sender reads nothing of a success but its status, its body and how to read that: other headers may be left out, and the
   * content type too where it and the envelope are protobuf.
   */
  readonly bare?: boolean;
}

/** One answer. */
export interface BatchReply {
  readonly id: string;
  /** An HTTP status, 200 to 599. */
  readonly status: number;
  readonly headers: readonly HeaderField[];
  /** As `content-type` says, without any content coding; may be empty. */
  readonly body: Bytes;
  /**
   * Whether it carries a secret: it then never shares a compression context with another reply, and is not stored. One tier tells the
   * next in protobuf; the JSON formats, which clients read, do not say it.
   */
  readonly sensitive?: boolean;
  /**
   * The body as JSON, for dependents that take a value from it. Only asked when one does, and then once. Whoever makes a reply
   * whose body is not JSON (protobuf) gives it; without it only a JSON body can be referred to. May throw: the dependent fails.
   */
  readonly json?: () => unknown;
}

/** Microsoft Graph takes 20, Meta 50, Gmail 100; an app's start has some 20. */
export const BATCH_ITEMS_MAX = 50;
/** Of the whole envelope, once it is decompressed. */
export const BATCH_BYTES_MAX = 1_048_576;
/** A UUID with a prefix fits; ids are repeated in every reply and reference. */
export const ITEM_ID_LENGTH_MAX = 64;
/** RFC 9110 §4.1 asks for 8000 octets at least; many servers take no more. */
export const ITEM_URL_LENGTH_MAX = 8_000;
/** As many as common servers take of one request. */
export const ITEM_HEADERS_MAX = 100;
/** Names and values together; Node's own limit for a request's headers. */
export const ITEM_HEADER_BYTES_MAX = 16_384;
/**
 * Values that the items of a batch may take from replies, all together: each is searched for in the whole text of its reply. A cold
 * start takes a dozen; this leaves ten to each item.
 */
export const BATCH_REFERENCES_MAX = 500;
/** Keys and indexes of one reference. Protobuf nests no deeper. */
export const REFERENCE_PATH_MAX = 100;
/** No app waits longer for a merged answer. */
export const ITEM_TIMEOUT_MS_MAX = 60_000;

/** The first value of a header, null where it is missing. @param name lower case */
export function headerOf(headers: readonly HeaderField[], name: string): string | null {
  return headers.find(([candidate]) => candidate === name)?.[1] ?? null;
}
