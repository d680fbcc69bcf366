/**
 * DNS in JSON, as Google and Cloudflare have it: `/resolve?name=a.example&type=AAAA`, and the same on `/dns-query` for who accepts
 * `application/dns-json`.
 *
 *     {"Status":0,"TC":false,"RD":true,"RA":true,"AD":false,"CD":false,"Question":[{"name":"a.example","type":1}],
 *      "Answer":[{"name":"a.example","type":1,"TTL":60,"data":"192.0.2.1"}]}
 * @module
 */
import { Fault } from "../../../proto/fault.ts";
import { normalName } from "../../../proto/httpdns/httpdns.ts";
import { cutSubnet, parseAddress, renderAddress } from "../address.ts";
import {
  type Answer,
  type DnsRecord,
  RCODE_REFUSED,
  type Subnet,
  TYPE_A,
  TYPE_AAAA,
  TYPE_CNAME,
  TYPE_SOA,
} from "../question.ts";
import { isMeta } from "./dns-query.ts";
import type { Params } from "./params.ts";

/** Types that have a name here; the others go by number. */
const TYPES: Readonly<Record<string, number>> = {
  A: TYPE_A,
  NS: 2,
  CNAME: TYPE_CNAME,
  SOA: TYPE_SOA,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: TYPE_AAAA,
  SRV: 33,
  SVCB: 64,
  HTTPS: 65,
  CAA: 257,
};
const TYPE_MAX = 65_535;
const TRUE = new Set(["1", "true"]);

export interface JsonQuery {
  /** In its normal form. */
  readonly name: string;
  readonly type: number;
  readonly subnet: Subnet | undefined;
  readonly checkingDisabled: boolean;
  readonly wantsDnssec: boolean;
}

/** @throws Fault invalid_argument (400) */
export function readJsonQuery(params: Params): JsonQuery {
  const text = params.get("name");
  if (text === undefined || text === "") throw bad("name: is missing");
  const name = normalName(text);
  if (name === undefined) throw bad("name: is none that can be asked for");
  return {
    name,
    type: typeOf(params.get("type") ?? "A"),
    subnet: subnetFrom(params.get("edns_client_subnet")),
    checkingDisabled: TRUE.has(params.get("cd") ?? ""),
    wantsDnssec: TRUE.has(params.get("do") ?? ""),
  };
}

export function renderJson({ name, type, checkingDisabled, subnet }: JsonQuery, answer: Answer): object {
  const comment = commentOf(answer);
  return {
    Status: answer.rcode,
    TC: false,
    RD: true,
    RA: true,
    AD: false,
    CD: checkingDisabled,
    Question: [{ name, type }],
    ...(answer.records.length > 0 && { Answer: answer.records.map(recordOf) }),
    ...(answer.soa !== undefined && { Authority: [recordOf(answer.soa)] }),
    ...(subnet !== undefined && { edns_client_subnet: `${renderAddress(subnet.bytes)}/${answer.scopePrefix}` }),
    ...(comment !== undefined && { Comment: comment }),
  };
}

function recordOf({ name, type, ttlSeconds, data }: DnsRecord): object {
  return { name, type, TTL: ttlSeconds, data };
}

function commentOf({ rcode, isStale }: Answer): string | undefined {
  if (rcode === RCODE_REFUSED) return "this resolver does not answer for that name";
  return isStale ? "nobody could be asked: this is what was known before" : undefined;
}

function typeOf(text: string): number {
  const named = TYPES[text.toUpperCase()];
  const type = named ?? (/^\d{1,5}$/.test(text) ? Number(text) : undefined);
  if (type === undefined || type > TYPE_MAX || isMeta(type)) throw bad("type: is none of a record");
  return type;
}

/** `203.0.113.0/24`, or an address alone; the bits beyond do not matter here. */
function subnetFrom(text: string | undefined): Subnet | undefined {
  if (text === undefined || text === "") return undefined;
  const [ip = "", digits, ...more] = text.split("/");
  const address = parseAddress(ip);
  const prefix = digits === undefined ? undefined : Number(digits);
  if (address === undefined || more.length > 0 || (digits !== undefined && !/^\d{1,3}$/.test(digits))) {
    throw bad("edns_client_subnet: must be an address or a network");
  }
  if (prefix !== undefined && prefix > address.length * 8) throw bad("edns_client_subnet: the prefix is too long");
  return cutSubnet(address, prefix);
}

function bad(message: string): Fault {
  return new Fault("invalid_argument", message);
}
