/**
 * A DNS query that came over HTTP: what it asks, or why it is none (RFC 1035 §4.1, RFC 6891 §6, RFC 7871 §6).
 *
 * The library decodes; here it is looked at before and after. Before, because a message may claim thousands of records whose names are
 * chains of pointers, and a query has one question and nothing else than a pseudo-record or two. After, because the library forgives what it
 * cannot tell: names with dots inside of a label, an option that is longer than what it holds.
 * @module
 */

import {
  decodeMessage,
  FLAG_RD,
  findOpt,
  type MessageOpt,
  type MessageQuestion,
  OPTION_CLIENT_SUBNET,
  OPTION_PADDING,
} from "../../../proto/dns/dns.ts";
import { normalName } from "../../../proto/httpdns/httpdns.ts";
import { cutSubnet, renderAddress } from "../address.ts";
import type { Subnet } from "../question.ts";

/** RFC 1035 §4.1.1. */
export const RCODE_MALFORMED = 1;
export const RCODE_NOT_IMPLEMENTED = 4;
export const RCODE_REFUSED_QUERY = 5;
/** RFC 6891 §9: its upper bits are in the pseudo-record. */
export const RCODE_BAD_VERSION = 16;

const FLAG_QR = 1 << 15;
const FLAG_CD = 1 << 4;
const OPCODE_MASK = 0xf << 11;
const HEADER_BYTES = 12;
/** OPT, and a signature of the transaction. */
const ADDITIONALS_MAX = 2;
const CLASS_IN = 1;
/** Types from here to 255 are asked for and are none of a record (RFC 6895 §3.1); OPT is one of a message. */
const TYPE_META_MIN = 128;
const TYPE_META_MAX = 255;
const TYPE_OPT = 41;
const FLAG_DO = 0x8000;
const POINTER = 0xc0;
const NAME_BYTES_MAX = 255;
/** What stands before the address: family, and two prefixes. */
const SUBNET_HEADER_BYTES = 4;
const FAMILY_BYTES: Readonly<Record<number, number>> = { 1: 4, 2: 16 };

/** The client's network as it wrote it, which the reply repeats (RFC 7871 §7.2.1). */
export interface AskedSubnet {
  readonly family: number;
  readonly sourcePrefixLength: number;
  readonly ip: string;
  readonly subnet: Subnet;
}

export interface Edns {
  readonly wantsDnssec: boolean;
  readonly subnet: AskedSubnet | undefined;
  /** Then the reply is padded as well (RFC 7830 §4). */
  readonly isPadded: boolean;
}

export interface DnsQuery {
  readonly id: number;
  readonly recursionDesired: boolean;
  readonly checkingDisabled: boolean;
  /** As it came. */
  readonly question: MessageQuestion;
  /** In its normal form; undefined where it is none that anybody answers for. */
  readonly name: string | undefined;
  readonly type: number;
  readonly edns: Edns | undefined;
}

export interface DnsRefusal {
  readonly id: number;
  readonly rcode: number;
  /** Where it can be repeated. */
  readonly question?: MessageQuestion;
  /** Set where there is a pseudo-record, which the reply must then have too (RFC 6891 §6.1.1). */
  readonly edns?: Pick<Edns, "isPadded">;
}

export type ReadQuery =
  | { readonly kind: "query"; readonly query: DnsQuery }
  /** To be told in DNS. */
  | { readonly kind: "refused"; readonly refusal: DnsRefusal }
  /** Not a query that could be answered at all. */
  | { readonly kind: "none" };

export function readQuery(bytes: Uint8Array): ReadQuery {
  if (bytes.length < HEADER_BYTES) return { kind: "none" };
  const word = (at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  const [id, flags] = [word(0), word(2)];
  if ((flags & FLAG_QR) !== 0) return { kind: "none" };
  const refused = (rcode: number, more: Pick<DnsRefusal, "question" | "edns"> = {}): ReadQuery => {
    return { kind: "refused", refusal: { id, rcode, ...more } };
  };
  if ((flags & OPCODE_MASK) !== 0) return refused(RCODE_NOT_IMPLEMENTED);
  const isOneQuestion = word(4) === 1 && word(6) === 0 && word(8) === 0 && word(10) <= ADDITIONALS_MAX;
  const asked = isOneQuestion ? readName(bytes) : undefined;
  if (asked === undefined) return refused(RCODE_MALFORMED);
  let message: ReturnType<typeof decodeMessage>;
  try {
    message = decodeMessage(bytes);
  } catch {
    return refused(RCODE_MALFORMED); // Cut off, or something follows.
  }
  const [question] = message.questions;
  if (question === undefined || message.additionals.filter(({ type }) => type === "OPT").length > 1) {
    return refused(RCODE_MALFORMED);
  }
  const [type, dnsClass] = [word(asked.end), word(asked.end + 2)];
  const opt = findOpt(message);
  const pseudo = opt && { edns: { isPadded: isPadded(opt) } };
  // Neither can be repeated in the library's words.
  if (asked.text === undefined || dnsClass !== CLASS_IN) return refused(RCODE_REFUSED_QUERY, pseudo);
  if ((opt?.ednsVersion ?? 0) !== 0) return refused(RCODE_BAD_VERSION, { question, ...pseudo });
  const edns = opt && readEdns(opt);
  if (opt !== undefined && edns === undefined) return refused(RCODE_MALFORMED, { question, ...pseudo });
  if (isMeta(type)) return refused(RCODE_NOT_IMPLEMENTED, { question, ...pseudo });
  const query: DnsQuery = {
    id,
    recursionDesired: (flags & FLAG_RD) !== 0,
    checkingDisabled: (flags & FLAG_CD) !== 0,
    question,
    name: normalName(asked.text),
    type,
    edns,
  };
  return { kind: "query", query };
}

/** Types that no record has. */
export function isMeta(type: number): boolean {
  return type === TYPE_OPT || (type >= TYPE_META_MIN && type <= TYPE_META_MAX) || type === 0;
}

/**
 * The name of the first question: nothing stands before it that a pointer could lead to.
 * @returns where it ends, and its text where it has letters, digits, hyphens and underscores alone
 */
function readName(bytes: Uint8Array): { readonly end: number; readonly text: string | undefined } | undefined {
  let at = HEADER_BYTES;
  let text: string | undefined = "";
  for (;;) {
    const length = bytes[at];
    if (length === undefined || length >= POINTER) return undefined;
    if (length === 0) return { end: at + 1, text };
    const end = at + 1 + length;
    if (end >= bytes.length || end - HEADER_BYTES >= NAME_BYTES_MAX) return undefined;
    if (text !== undefined) {
      const label = String.fromCharCode(...bytes.subarray(at + 1, end));
      text = /^[\w-]+$/.test(label) ? (text === "" ? label : `${text}.${label}`) : undefined;
    }
    at = end;
  }
}

/** @returns undefined where an option is malformed */
function readEdns(opt: MessageOpt): Edns | undefined {
  const { flags, options } = opt;
  const subnets = options.filter(({ code }) => code === OPTION_CLIENT_SUBNET);
  if (subnets.length > 1) return undefined;
  const [option] = subnets;
  const subnet = option?.data && readSubnet(option.data);
  if (option !== undefined && subnet === undefined) return undefined;
  return {
    wantsDnssec: (flags & FLAG_DO) !== 0,
    subnet,
    isPadded: isPadded(opt),
  };
}

function isPadded({ options }: MessageOpt): boolean {
  return options.some(({ code }) => code === OPTION_PADDING);
}

/** RFC 7871 §6 and §7.1.2: as many bytes as the prefix needs, no bit beyond it, and no scope in a query. */
function readSubnet(data: Uint8Array): AskedSubnet | undefined {
  const [high = 0, low = 0, prefix = 0, scope = 0] = data;
  const family = (high << 8) | low;
  const length = FAMILY_BYTES[family];
  if (data.length < SUBNET_HEADER_BYTES || length === undefined || scope !== 0 || prefix > length * 8) return undefined;
  const given = data.subarray(SUBNET_HEADER_BYTES);
  if (given.length !== Math.ceil(prefix / 8)) return undefined;
  const last = given.at(-1) ?? 0;
  if (prefix % 8 !== 0 && (last & (0xff >> (prefix % 8))) !== 0) return undefined;
  const address = new Uint8Array(length);
  address.set(given);
  return { family, sourcePrefixLength: prefix, ip: renderAddress(address), subnet: cutSubnet(address, prefix) };
}
