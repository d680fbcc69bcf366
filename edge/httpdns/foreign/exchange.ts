/**
 * One question to one resolver over HTTPS (RFC 8484), and what of its reply is worth looking at.
 *
 * A reply is refused as a whole where it is not the reply to what was asked: another id, another question, a count that is wrong, bytes that
 * are left over; and where it is no answer: cut off (TC), an error. Of a reply that is taken only the chain of CNAMEs from the name that was
 * asked for and the addresses at its end are read: whatever else stands in it was not asked for, and is dropped.
 * @module
 */
import {
  type DecodedMessage,
  decodeMessage,
  encodeMessage,
  FLAG_RD,
  FLAG_TC,
  findOpt,
  MESSAGE_BYTES_MAX,
  type MessageOption,
  type MessageRecord,
  type MessageSoa,
  OPTION_CLIENT_SUBNET,
  OPTION_PADDING,
} from "../../../proto/dns/dns.ts";
import { parseAddress, renderAddress } from "../address.ts";
import { CNAMES_MAX, isBelow } from "../document.ts";
import {
  type DnsRecord,
  RCODE_NO_NAME,
  RCODE_OK,
  type Subnet,
  TYPE_A,
  TYPE_AAAA,
  TYPE_CNAME,
  TYPE_SOA,
} from "../question.ts";

const CONTENT_TYPE = "application/dns-message";
/** RFC 8467 §4.1: so long are queries, whatever is asked. */
const PADDED_TO_BYTES = 128;
/** Code and length of an option. */
const OPTION_HEAD_BYTES = 4;
/** Ours to choose, and of no meaning over HTTP. */
const UDP_PAYLOAD_BYTES = 1_232;
const ID_LIMIT = 65_536;
/** More than any name needs; the rest is not looked at. */
const ADDRESSES_MAX = 32;
const TTL_SECONDS_MAX = 0x7f_ff_ff_ff; // RFC 2181 §8: what is above counts as 0.

export type ForeignType = typeof TYPE_A | typeof TYPE_AAAA | typeof TYPE_CNAME;

export interface Asked {
  readonly name: string;
  readonly type: ForeignType;
  /** What the resolver is told of the client; prefix 0 forbids it to say anything of anybody (RFC 7871 §7.1.2). */
  readonly subnet: Subnet | undefined;
}

/** What one resolver says. */
export interface Told {
  readonly rcode: typeof RCODE_OK | typeof RCODE_NO_NAME;
  /** From the name that was asked for, in order. */
  readonly cnames: readonly DnsRecord[];
  /** At the end of the chain; none in a negative answer. */
  readonly addresses: readonly DnsRecord[];
  readonly soa: DnsRecord | undefined;
  /** How long it may be remembered that there is nothing (RFC 2308 §5); undefined where nobody says so. */
  readonly negativeTtlSeconds: number | undefined;
  readonly scopePrefix: number;
}

export interface ExchangeDeps {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly random: () => number;
  readonly timeoutMs: number;
}

/** The resolver is well, and could not find the name out: its servers are in trouble, or its signatures are wrong. */
export class NoAnswerError extends Error {
  constructor() {
    super("the resolver could not find it out");
  }
}

/** @throws NoAnswerError @throws Error for whatever is no reply to this question */
export async function exchange(url: string, asked: Asked, { fetch, random, timeoutMs }: ExchangeDeps): Promise<Told> {
  const id = Math.floor(random() * ID_LIMIT);
  const response = await fetch(url, {
    method: "POST",
    headers: { accept: CONTENT_TYPE, "content-type": CONTENT_TYPE },
    body: queryOf(id, asked),
    redirect: "manual",
    signal: AbortSignal.timeout(timeoutMs),
  });
  return toldIn(decodeMessage(await bytesOf(response)), id, asked);
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const type = response.headers.get("content-type") ?? "";
  if (response.status !== 200 || type.split(";")[0]?.trim().toLowerCase() !== CONTENT_TYPE) {
    await response.body?.cancel();
    throw new Error(`the resolver answered with ${response.status} ${type}`);
  }
  const whole = new Uint8Array(MESSAGE_BYTES_MAX);
  let length = 0;
  for await (const chunk of response.body ?? []) {
    if (length + chunk.length > MESSAGE_BYTES_MAX) throw new Error("no DNS message is so long");
    whole.set(chunk, length);
    length += chunk.length;
  }
  return whole.subarray(0, length);
}

function queryOf(id: number, { name, type, subnet }: Asked): Uint8Array<ArrayBuffer> {
  const options: MessageOption[] = subnet === undefined ? [] : [clientSubnet(subnet)];
  const message = (all: readonly MessageOption[]) =>
    encodeMessage({
      type: "query",
      id,
      flags: FLAG_RD,
      questions: [{ name, type: TYPE_NAMES[type], class: "IN" }],
      additionals: [{ type: "OPT", name: ".", udpPayloadSize: UDP_PAYLOAD_BYTES, flags: 0, options: all }],
    });
  const bare = message(options).length + OPTION_HEAD_BYTES;
  const length = (PADDED_TO_BYTES - (bare % PADDED_TO_BYTES)) % PADDED_TO_BYTES;
  return message([...options, { code: OPTION_PADDING, length }]);
}

const TYPE_NAMES = { [TYPE_A]: "A", [TYPE_AAAA]: "AAAA", [TYPE_CNAME]: "CNAME" } as const;

function clientSubnet({ family, bytes, prefix }: Subnet): MessageOption {
  return {
    code: OPTION_CLIENT_SUBNET,
    family: family === 4 ? 1 : 2,
    sourcePrefixLength: prefix,
    scopePrefixLength: 0,
    ip: renderAddress(bytes),
  };
}

/** @throws Error */
function toldIn(message: DecodedMessage, id: number, { name, type, subnet }: Asked): Told {
  const [question, ...others] = message.questions;
  if (message.type !== "response" || message.opcode !== "QUERY") throw new Error("the message is no reply");
  if (message.id !== id) throw new Error("the reply has another id");
  if (question === undefined || others.length > 0 || !isSame(question.name, name)) {
    throw new Error("the reply is to another question");
  }
  if (question.type !== TYPE_NAMES[type] || question.class !== "IN") throw new Error("the reply is to another type");
  if ((message.flags & FLAG_TC) !== 0) throw new Error("the reply is cut off");
  const opt = findOpt(message);
  if (message.rcode === "SERVFAIL") throw new NoAnswerError();
  if ((message.rcode !== "NOERROR" && message.rcode !== "NXDOMAIN") || (opt?.extendedRcode ?? 0) !== 0) {
    throw new Error(`the resolver answered ${message.rcode}`);
  }
  const { cnames, end } = chainIn(message.answers, name);
  const addresses = type === TYPE_CNAME ? [] : addressesOf(message.answers, end, type);
  const rcode = message.rcode === "NXDOMAIN" ? RCODE_NO_NAME : RCODE_OK;
  if (rcode === RCODE_NO_NAME && addresses.length > 0) throw new Error("the reply has addresses of no name");
  const soa = addresses.length > 0 ? undefined : soaFor(message.authorities, end);
  const scope = opt?.options.find(({ code }) => code === OPTION_CLIENT_SUBNET)?.scopePrefixLength ?? 0;
  return {
    rcode,
    cnames,
    addresses,
    soa: soa?.record,
    negativeTtlSeconds: soa?.negativeTtlSeconds,
    scopePrefix: Math.min(scope, subnet?.prefix ?? 0),
  };
}

function chainIn(answers: readonly MessageRecord[], name: string) {
  const cnames: DnsRecord[] = [];
  let end = name;
  while (cnames.length < CNAMES_MAX) {
    const next = answers.find((record) => record.type === "CNAME" && isIn(record) && isSame(record.name, end));
    if (next === undefined || typeof next.data !== "string") return { cnames, end };
    const data = plain(next.data);
    cnames.push({ name: end, type: TYPE_CNAME, ttlSeconds: ttlOf(next), data });
    end = data;
  }
  throw new Error("the chain of CNAMEs does not end");
}

function addressesOf(answers: readonly MessageRecord[], owner: string, type: ForeignType): DnsRecord[] {
  const records = new Map<string, DnsRecord>();
  for (const record of answers) {
    if (record.type !== TYPE_NAMES[type] || !isIn(record) || !isSame(record.name, owner)) continue;
    const bytes = typeof record.data === "string" ? parseAddress(record.data) : undefined;
    // What is IPv4 written as IPv6 is no address that anybody can connect to.
    if (bytes === undefined || bytes.length !== (type === TYPE_A ? 4 : 16)) continue;
    const data = renderAddress(bytes);
    if (records.size < ADDRESSES_MAX) records.set(data, { name: owner, type, ttlSeconds: ttlOf(record), data });
  }
  return [...records.values()];
}

/** Of a zone that the name is in; any other has nothing to say of it. */
function soaFor(authorities: readonly MessageRecord[], name: string) {
  const found = authorities.find(
    (record) => record.type === "SOA" && isIn(record) && isBelow(name, plain(record.name)),
  );
  if (found === undefined) return undefined;
  const { mname, rname, serial, refresh, retry, expire, minimum } = found.data as MessageSoa;
  const negativeTtlSeconds = Math.min(ttlOf(found), minimum);
  const data = [plain(mname), plain(rname), serial, refresh, retry, expire, minimum].join(" ");
  const record = { name: plain(found.name), type: TYPE_SOA, ttlSeconds: negativeTtlSeconds, data };
  return { record, negativeTtlSeconds };
}

function isIn(record: MessageRecord): boolean {
  return record.class === "IN";
}

function ttlOf({ ttl = 0 }: MessageRecord): number {
  return ttl > TTL_SECONDS_MAX ? 0 : ttl;
}

function isSame(name: string, other: string): boolean {
  return plain(name) === other;
}

function plain(name: string): string {
  const lower = name.toLowerCase();
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}
