/**
 * The resolver's answer as a DNS message (RFC 1035 §4.1, RFC 6891, RFC 7871 §7.2.1), padded where the query was (RFC 8467).
 * @module
 */
import {
  encodeMessage,
  FLAG_RA,
  FLAG_RD,
  type Message,
  type MessageOpt,
  type MessageOption,
  type MessageRecord,
  OPTION_CLIENT_SUBNET,
  OPTION_PADDING,
} from "../../../proto/dns/dns.ts";
import { type Answer, type DnsRecord, TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_SOA } from "../question.ts";
import type { AskedSubnet, DnsQuery, DnsRefusal } from "./dns-query.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Of a reply (RFC 8467 §4.1). */
export const PADDING_BLOCK_BYTES = 468;

const TYPE_NAMES: Readonly<Record<number, string>> = {
  [TYPE_A]: "A",
  [TYPE_AAAA]: "AAAA",
  [TYPE_CNAME]: "CNAME",
  [TYPE_SOA]: "SOA",
};
const FLAG_CD = 1 << 4;
const FLAG_DO = 0x8000;
/** What fits into a packet that is not fragmented anywhere; over HTTP it says nothing, but has to be there. */
const UDP_PAYLOAD_BYTES = 1232;
const OPTION_HEADER_BYTES = 4;
/** Family and two prefixes, with the option's own head. */
const SUBNET_BYTES = OPTION_HEADER_BYTES + 4;
const RCODE_LOW_BITS = 4;
const RCODE_LOW_MASK = 0xf;

export function renderAnswer(query: DnsQuery, answer: Answer): Bytes {
  const { id, question, edns, recursionDesired, checkingDisabled } = query;
  const flags = FLAG_RA | (recursionDesired ? FLAG_RD : 0) | (checkingDisabled ? FLAG_CD : 0) | answer.rcode;
  const soa = answer.soa === undefined ? undefined : recordOf(answer.soa);
  const message: Message = {
    id,
    type: "response",
    flags,
    questions: [question],
    answers: answer.records.flatMap((record) => recordOf(record) ?? []),
    authorities: soa === undefined ? [] : [soa],
    additionals: [],
  };
  if (edns === undefined) return encodeMessage(message);
  const options = edns.subnet === undefined ? [] : [subnetOption(edns.subnet, answer.scopePrefix)];
  const bytes = encodeMessage({ ...message, additionals: [optOf(options, edns.wantsDnssec ? FLAG_DO : 0)] });
  return edns.isPadded ? padded(bytes, edns.subnet) : bytes;
}

export function renderRefusal({ id, rcode, question, edns }: DnsRefusal): Bytes {
  const message: Message = {
    id,
    type: "response",
    flags: FLAG_RA | (rcode & RCODE_LOW_MASK),
    questions: question === undefined ? [] : [question],
    answers: [],
    authorities: [],
    additionals: edns === undefined ? [] : [{ ...optOf([], 0), extendedRcode: rcode >> RCODE_LOW_BITS }],
  };
  const bytes = encodeMessage(message);
  return edns?.isPadded === true ? padded(bytes, undefined) : bytes;
}

/** The seven fields of a SOA as they stand in its text. */
function soaOf(data: string): object {
  const [mname = "", rname = "", serial, refresh, retry, expire, minimum] = data.split(" ");
  const numbers = { serial, refresh, retry, expire, minimum };
  return { mname, rname, ...Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, Number(text)])) };
}

/** @returns undefined for a type that the resolver has no text for */
function recordOf({ name, type: number, ttlSeconds: ttl, data }: DnsRecord): MessageRecord | undefined {
  const type = TYPE_NAMES[number];
  if (type === undefined) return undefined;
  return { name, type, class: "IN", ttl, data: number === TYPE_SOA ? soaOf(data) : data };
}

function optOf(options: readonly MessageOption[], flags: number): MessageOpt {
  return { type: "OPT", name: ".", udpPayloadSize: UDP_PAYLOAD_BYTES, ednsVersion: 0, flags, options };
}

function subnetOption({ family, sourcePrefixLength, ip }: AskedSubnet, scopePrefixLength: number): MessageOption {
  return { code: OPTION_CLIENT_SUBNET, family, sourcePrefixLength, scopePrefixLength, ip };
}

/** The pseudo-record is the last, and its options are the end of the message: what is added to them grows the message alone. */
function padded(bytes: Bytes, subnet: AskedSubnet | undefined): Bytes {
  const optionBytes = subnet === undefined ? 0 : SUBNET_BYTES + Math.ceil(subnet.sourcePrefixLength / 8);
  const blocks = Math.ceil((bytes.length + OPTION_HEADER_BYTES) / PADDING_BLOCK_BYTES);
  const result = new Uint8Array(blocks * PADDING_BLOCK_BYTES);
  const view = new DataView(result.buffer);
  result.set(bytes);
  const added = result.length - bytes.length;
  view.setUint16(bytes.length - optionBytes - 2, optionBytes + added); // Length of the pseudo-record's data.
  view.setUint16(bytes.length, OPTION_PADDING);
  view.setUint16(bytes.length + 2, added - OPTION_HEADER_BYTES);
  return result;
}
