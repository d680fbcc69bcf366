/**
 * DNS messages (RFC 1035 §4, EDNS of RFC 6891), as much as resolving needs of them. The wire format is npm dns-packet's; this is what there is
 * of it, with types, and with the checks that the library leaves to its caller. The front door of the room.
 * @module
 */
import { Buffer } from "node:buffer";
import { decode, encode } from "dns-packet";

/** What a message over HTTP may have (RFC 8484 §6). */
export const MESSAGE_BYTES_MAX = 65_535;

/** Bits of the flags (RFC 1035 §4.1.1); the library keeps opcode and response code apart from them. */
export const FLAG_RD = 1 << 8;
export const FLAG_RA = 1 << 7;
export const FLAG_TC = 1 << 9;

/** https://www.iana.org/assignments/dns-parameters, "EDNS0 option codes". */
export const OPTION_CLIENT_SUBNET = 8;
export const OPTION_PADDING = 12;
/** Code, length, family and the two prefixes (RFC 7871 §6), before the address. */
const HEADER_BYTES = 12;

/** Names are as they came, the root is `.`; types and classes are names as well, `UNKNOWN_65` where the library has none. */
export interface MessageQuestion {
  readonly name: string;
  readonly type: string;
  readonly class: string;
}

export interface MessageRecord {
  readonly name: string;
  readonly type: string;
  readonly class?: string;
  readonly ttl?: number;
  /** Text of an address or a name, an object of a SOA, bytes of what is not known. */
  readonly data?: unknown;
}

export interface MessageSoa {
  readonly mname: string;
  readonly rname: string;
  readonly serial: number;
  readonly refresh: number;
  readonly retry: number;
  readonly expire: number;
  readonly minimum: number;
}

export interface MessageOption {
  readonly code: number;
  /** Of client subnet: 1 is IPv4, 2 is IPv6. */
  readonly family?: number;
  readonly sourcePrefixLength?: number;
  readonly scopePrefixLength?: number;
  readonly ip?: string;
  /** Of padding. */
  readonly length?: number;
  readonly data?: Uint8Array;
}

/** The pseudo-record of EDNS. */
export interface MessageOpt extends MessageRecord {
  readonly type: "OPT";
  readonly udpPayloadSize: number;
  readonly extendedRcode?: number;
  readonly ednsVersion?: number;
  readonly flags: number;
  readonly options: readonly MessageOption[];
}

export interface Message {
  readonly id: number;
  readonly type: "query" | "response";
  /** With the response code in the low four bits, where it is encoded. */
  readonly flags: number;
  readonly questions: readonly MessageQuestion[];
  readonly answers: readonly MessageRecord[];
  readonly authorities: readonly MessageRecord[];
  readonly additionals: readonly (MessageRecord | MessageOpt)[];
}

export interface DecodedMessage extends Message {
  /** `QUERY`, `NOERROR`: upper case names. */
  readonly opcode: string;
  readonly rcode: string;
}

/** @throws Error for what cannot be encoded: a name or a label that is too long, an address that is none */
export function encodeMessage(message: Partial<Message> & Pick<Message, "type">): Uint8Array<ArrayBuffer> {
  return encode(message);
}

/** @throws Error for what is no message, is longer than one, or goes on after it */
export function decodeMessage(bytes: Uint8Array): DecodedMessage {
  if (bytes.length < HEADER_BYTES || bytes.length > MESSAGE_BYTES_MAX) throw new Error("no DNS message is so long");
  const message = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as DecodedMessage;
  if (decode.bytes !== bytes.length) throw new Error("something follows the DNS message");
  return message;
}

export function findOpt({ additionals }: Pick<Message, "additionals">): MessageOpt | undefined {
  return additionals.find((record): record is MessageOpt => record.type === "OPT");
}
