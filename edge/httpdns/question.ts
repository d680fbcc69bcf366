/**
 * What dialects ask the resolver, and what it answers: names, types and addresses without any dialect's wire.
 * @module
 */

/** Types of resource records (https://www.iana.org/assignments/dns-parameters). */
export const TYPE_A = 1;
export const TYPE_CNAME = 5;
export const TYPE_SOA = 6;
export const TYPE_AAAA = 28;

/** Response codes of RFC 1035 §4.1.1, as far as the resolver gives them. */
export const RCODE_OK = 0;
export const RCODE_FAILED = 2;
export const RCODE_NO_NAME = 3;
/** The name is none that this edge answers for. */
export const RCODE_REFUSED = 5;

/** The network of whoever asks. */
export interface Subnet {
  readonly family: 4 | 6;
  /** The whole address, 4 or 16 bytes; those beyond the prefix are zero. */
  readonly bytes: Uint8Array;
  /** Never longer than /24 or /56. 0 says that the asker does not want to be located (RFC 7871 §7.1.2). */
  readonly prefix: number;
}

/** Where the asker is, as far as anybody says. */
export interface Place {
  readonly subnet?: Subnet;
  /** ISO 3166-1 alpha-2, `DE`. */
  readonly country?: string;
  /** Two letters, `EU`. */
  readonly continent?: string;
  readonly asn?: number;
  /** A label of the configuration's own. */
  readonly region?: string;
}

export interface Question {
  /** In lower case and A-labels, without a dot at the end. */
  readonly name: string;
  readonly type: number;
  readonly place: Place;
}

export interface DnsRecord {
  readonly name: string;
  readonly type: number;
  readonly ttlSeconds: number;
  /** In presentation format: an address, a name without a dot at the end, or the seven fields of a SOA. */
  readonly data: string;
}

export interface Answer {
  /** One of the codes above. */
  readonly rcode: number;
  /** CNAMEs first, in order; addresses best first. What a cache kept has its TTL counted down. */
  readonly records: readonly DnsRecord[];
  /** How long the answer as a whole may be kept; of a negative one by its SOA (RFC 2308 §5). */
  readonly ttlSeconds: number;
  /** As configured, or as the authority said. */
  readonly originTtlSeconds: number;
  /** Of a negative answer. */
  readonly soa?: DnsRecord;
  /** For how wide a subnet it holds (RFC 7871 §7.2.1); 0 for everybody. */
  readonly scopePrefix: number;
  readonly isStale: boolean;
}

export type WaitUntil = (promise: Promise<unknown>) => void;

/** Synchronous where the answer is known, as it mostly is. Never throws, never rejects. */
export type Resolve = (question: Question, waitUntil: WaitUntil) => Answer | Promise<Answer>;
