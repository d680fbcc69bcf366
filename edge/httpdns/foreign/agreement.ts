/**
 * What is believed of what several resolvers say: what enough of them say together.
 *
 * Each address stands for itself. It has the voice of every resolver that names it, and is believed where a quorum does; one that a single
 * liar adds to a true answer is left out like one that stands alone. Names of large networks rightly have other addresses at other
 * resolvers, so an address also has the voice of who names another one
 *
 *     address   nobody
 *     network   in the same network: the same ASN where the configuration knows both, else the same /16 or /32
 *     chain     at the end of the same chain of CNAMEs, or in the same network
 *
 * What this cannot catch: resolvers that lie together and are a quorum, a liar with an address in the true one's network, and with `chain`
 * one who repeats the true CNAMEs.
 * @module
 */
import { parseAddress, sharesPrefix } from "../address.ts";
import { type DnsRecord, RCODE_NO_NAME, RCODE_OK } from "../question.ts";
import type { SuffixConfig } from "../schema.ts";
import type { Told } from "./exchange.ts";

/** Networks that are routed apart are mostly no smaller; /32 is what a provider is given (RFC 6177 §1). */
const NETWORK_PREFIX_4 = 16;
const NETWORK_PREFIX_6 = 32;

export interface Likeness {
  readonly agreement: SuffixConfig["agreement"];
  /** Undefined where the configuration does not know. */
  readonly asnOf: (address: Uint8Array) => number | undefined;
}

/** @returns what a quorum says; undefined where none does */
export function agreed(votes: readonly Told[], quorum: number, likeness: Likeness): Told | undefined {
  if (votes.length < quorum) return undefined;
  const voices = votes.map(({ cnames, addresses }) => ({
    end: cnames.at(-1)?.data,
    addresses: addresses.map((record) => ({ record, bytes: parseAddress(record.data) ?? new Uint8Array(0) })),
  }));
  const believed = new Map<string, DnsRecord>();
  for (const voice of voices) {
    for (const { record, bytes } of voice.addresses) {
      const named = voices.filter(
        (other) => other === voice || speaksFor(other.addresses, bytes, likeness) || endsAlike(other, voice, likeness),
      );
      if (named.length < quorum) continue;
      const before = believed.get(record.data);
      // The shortest time that anybody says: nobody makes the others' answer last.
      if (before === undefined || record.ttlSeconds < before.ttlSeconds) believed.set(record.data, record);
    }
  }
  if (believed.size > 0) return positive([...believed.values()], votes, quorum);
  return negative(votes, quorum);
}

/** Whether what one said was refuted by what is believed. */
export function isRefuted(told: Told, believed: Told, likeness: Likeness): boolean {
  if (told.addresses.length === 0 || believed.addresses.length === 0) {
    return told.addresses.length !== believed.addresses.length;
  }
  return agreed([told, believed], 2, likeness) === undefined;
}

interface Voice {
  readonly end: string | undefined;
  readonly addresses: readonly { readonly bytes: Uint8Array }[];
}

function speaksFor(addresses: Voice["addresses"], address: Uint8Array, { agreement, asnOf }: Likeness): boolean {
  if (agreement === "address") return addresses.some(({ bytes }) => sharesPrefix(bytes, address, address.length * 8));
  const asn = asnOf(address);
  const prefix = address.length === 4 ? NETWORK_PREFIX_4 : NETWORK_PREFIX_6;
  return addresses.some(({ bytes }) => {
    const other = asn === undefined ? undefined : asnOf(bytes);
    return other === undefined ? sharesPrefix(bytes, address, prefix) : other === asn;
  });
}

function endsAlike(other: Voice, voice: Voice, { agreement }: Likeness): boolean {
  return agreement === "chain" && voice.end !== undefined && other.end === voice.end && other.addresses.length > 0;
}

function positive(addresses: readonly DnsRecord[], votes: readonly Told[], quorum: number): Told {
  const asked = votes.find(({ cnames }) => cnames.length > 0)?.cnames[0]?.name ?? addresses[0]?.name ?? "";
  const cnames = chainOf(votes, quorum);
  const owner = cnames.at(-1)?.data ?? asked;
  return {
    rcode: RCODE_OK,
    cnames,
    addresses: addresses.map((record) => (record.name === owner ? record : { ...record, name: owner })),
    soa: undefined,
    negativeTtlSeconds: undefined,
    scopePrefix: Math.max(...votes.map(({ scopePrefix }) => scopePrefix)),
  };
}

/** One that is not said by enough is left out, and the addresses stand at the name that was asked for. */
function chainOf(votes: readonly Told[], quorum: number): Told["cnames"] {
  const textOf = ({ cnames }: Told) => cnames.map(({ data }) => data).join(" ");
  const first = votes.find((vote) => votes.filter((other) => textOf(other) === textOf(vote)).length >= quorum);
  return first?.cnames ?? [];
}

function negative(votes: readonly Told[], quorum: number): Told | undefined {
  const nothing = votes.filter(({ addresses }) => addresses.length === 0);
  if (nothing.length < quorum) return undefined;
  const noName = nothing.filter(({ rcode }) => rcode === RCODE_NO_NAME);
  const rcode = noName.length >= quorum ? RCODE_NO_NAME : RCODE_OK;
  const told = nothing.filter(({ negativeTtlSeconds }) => negativeTtlSeconds !== undefined);
  const [soonest] = told.sort((a, b) => (a.negativeTtlSeconds ?? 0) - (b.negativeTtlSeconds ?? 0));
  return {
    rcode,
    cnames: chainOf(nothing, quorum),
    addresses: [],
    soa: soonest?.soa,
    negativeTtlSeconds: soonest?.negativeTtlSeconds,
    scopePrefix: Math.max(...nothing.map(({ scopePrefix }) => scopePrefix)),
  };
}
