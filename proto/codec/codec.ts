/**
 * Bytes on the wire: the smallest coding that the peer takes, and back again under a limit. The front door of the room.
 *
 * Two rules hold whoever calls:
 * - A body with a secret is never compressed, nor does it share a compression context with anything else, because the length
 *   of the result would tell of the secret to whoever can add text of their own (BREACH, https://breachattack.com).
 * - A body never grows: gzip makes most small protobuf bodies larger, so a coding is chosen per body, by its result.
 * @module
 */
import { type AcceptedCodings, type Coding, DICTIONARY_CODING, parseCoding, unsupportedCoding } from "./coding.ts";
import { type Bytes, type Compressor, overLimit } from "./compressor.ts";
import { type Dictionary, findDictionary } from "./dictionary.ts";

export {
  type AcceptedCodings,
  acceptedCodings,
  type Coding,
  DICTIONARY_CODING,
  envelopeCodings,
  envelopeDictionary,
  PAGE_DICTIONARY,
  parseCoding,
  VARY,
} from "./coding.ts";
export { type Bytes, type Compressor, concat, corrupt, overLimit, type Zlib, zlibCompressor } from "./compressor.ts";
export {
  DICTIONARY_BYTES_MAX,
  type Dictionary,
  dictionary,
  findDictionary,
  parseAvailableDictionary,
  renderAvailableDictionary,
} from "./dictionary.ts";
export {
  isJsonType,
  isProtobufType,
  JSON_TYPE,
  MESSAGE_OFFERS,
  type MediaChoice,
  type MediaOffer,
  type MediaType,
  PROTOBUF_TYPES,
  parseMediaType,
  preferredMedia,
} from "./media-type.ts";
export { type FramePacker, type FrameUnpacker, framePacker, frameUnpacker } from "./packed-frame.ts";

/** An empty gzip has 20 bytes (RFC 1952 §2.2), so no body of that length or less gets smaller. */
const GZIP_BYTES_MIN = 21;
/** One match to the dictionary takes 3 bytes of deflate with its block header and end, so no body of 3 gets smaller. */
const DICTIONARY_CODED_BYTES_MIN = 4;

/** Measured on lists of countries: with 10 of them (4 600 bytes) protobuf is 2 % smaller, with 20 (11 000 bytes) 5 % larger. */
const OTHER_FORMAT_BYTES_MIN = 4_096;

export interface Coded {
  readonly coding: Coding;
  readonly bytes: Bytes;
}

export interface CompressOptions {
  readonly accepted: AcceptedCodings;
  readonly compressor: Compressor;
  /** Whether the body carries a secret; it is then sent as it is, even to a client that refuses a plain body. */
  readonly sensitive: boolean;
}

/** The smallest of the codings that the client accepts; the plain one where none is smaller. */
export function compressSmallest(body: Bytes, { accepted, compressor, sensitive }: CompressOptions): Coded {
  const plain: Coded = { coding: "identity", bytes: body };
  if (sensitive || body.length === 0) return plain;
  let best = accepted.identity ? plain : undefined;
  const offer = (coding: Coding, bytes: Bytes) => {
    if (best === undefined || bytes.length < best.bytes.length) best = { coding, bytes };
  };
  const { dictionary } = accepted;
  if (dictionary !== undefined && (best === undefined || body.length >= DICTIONARY_CODED_BYTES_MIN)) {
    offer(DICTIONARY_CODING, compressor.deflateRaw(body, dictionary.bytes));
  }
  if (accepted.gzip && (best === undefined || best.bytes.length >= GZIP_BYTES_MIN)) {
    offer("gzip", compressor.gzip(body));
  }
  return best ?? plain;
}

/** Of the same content in several formats, the one that ends up smallest. */
export interface CodedFormat extends Coded {
  /** Of the body that was chosen. */
  readonly index: number;
}

/**
 * Long lists compress better as JSON than as protobuf, because deflate has the names of their fields for nothing but must spell out
 * protobuf's lengths. So a client that takes both is best served with the smaller one.
 * @param bodies the same content in each format that the client takes, the one that it likes best first. The others are only tried
 *   where that one is still large once it is coded: below, they would not win, and trying costs time.
 */
export function compressSmallestOf(bodies: readonly [Bytes, ...Bytes[]], options: CompressOptions): CodedFormat {
  let best: CodedFormat = { index: 0, ...compressSmallest(bodies[0], options) };
  if (best.bytes.length < OTHER_FORMAT_BYTES_MIN) return best;
  for (const [index, body] of bodies.entries()) {
    const coded = index === 0 ? best : compressSmallest(body, options);
    if (coded.bytes.length < best.bytes.length) best = { index, ...coded };
  }
  return best;
}

export interface DecompressOptions {
  readonly compressor: Compressor;
  /** Of the body once it is decompressed. */
  readonly bytesMax: number;
  readonly dictionaries: readonly Dictionary[];
  /** The header `Available-Dictionary` of the message, which names the dictionary of its body. */
  readonly availableDictionary: string | null;
}

/**
 * The plain body. An empty body is empty in every coding.
 * @param contentEncoding the message's header
 * @throws Fault invalid_argument (415) for an unknown coding or dictionary, invalid_argument (400) for bytes that are not what
 *   the coding says, resource_exhausted (413) above the limit
 */
export function decompress(body: Bytes, contentEncoding: string | null, options: DecompressOptions): Bytes {
  const { compressor, bytesMax, dictionaries, availableDictionary } = options;
  const coding = parseCoding(contentEncoding);
  if (body.length === 0) return body;
  switch (coding) {
    case "identity":
      if (body.length > bytesMax) throw overLimit(bytesMax);
      return body;
    case "gzip":
      return compressor.gunzip(body, bytesMax);
    case "x-dcd": {
      const dictionary = findDictionary(availableDictionary, dictionaries);
      if (dictionary === undefined) throw unsupportedCoding("the dictionary of the body is not known here");
      return compressor.inflateRaw(body, bytesMax, dictionary.bytes);
    }
  }
}
