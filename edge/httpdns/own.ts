/**
 * Answers for the names of this edge's own zones, out of memory.
 * @module
 */
import { CNAMES_MAX } from "./document.ts";
import {
  type Answer,
  type DnsRecord,
  type Question,
  RCODE_FAILED,
  RCODE_NO_NAME,
  RCODE_OK,
  TYPE_A,
  TYPE_AAAA,
  TYPE_CNAME,
  TYPE_SOA,
  type WaitUntil,
} from "./question.ts";
import type { Sets } from "./sets.ts";
import type { OwnName, Zone, Zones } from "./zones.ts";

/** It goes on at a name that no zone here has. */
export interface Onward {
  readonly cnames: readonly DnsRecord[];
  readonly name: string;
  readonly isTailored: boolean;
}

export interface OwnResult {
  readonly answer?: Answer;
  readonly onward?: Onward;
  /** What is known of the addresses is too old: to be asked again when this has resolved. */
  readonly behind?: Promise<unknown>;
}

/**
 * @param waitUntil where the asker would wait; without one it is answered by what is known
 * @returns one of the three; undefined where no zone has the name
 */
export function answerOwn(
  question: Question,
  zones: Zones,
  sets: Sets,
  waitUntil: WaitUntil | undefined,
): OwnResult | undefined {
  const { place, type } = question;
  const cnames: DnsRecord[] = [];
  let { name } = question;
  let isTailored = false;
  for (let step = 0; step <= CNAMES_MAX; step++) {
    const found = zones.find(name);
    if (found === undefined) return step === 0 ? undefined : { onward: { cnames, name, isTailored } };
    const { own, zone } = found;
    const scopePrefix = () => (isTailored ? (place.subnet?.prefix ?? 0) : 0);
    if (own === undefined) {
      if (type === TYPE_SOA && name === zone.name) return { answer: positive(zone.soa, scopePrefix()) };
      const rcode = found.exists ? RCODE_OK : RCODE_NO_NAME;
      return { answer: negative(rcode, cnames, zone, scopePrefix()) };
    }
    isTailored ||= own.isTailored;
    const rule = own.ruleFor(place);
    if (rule?.cname !== undefined) {
      cnames.push(recordOf(own, TYPE_CNAME, rule.cname));
      if (type === TYPE_CNAME) return { answer: answerOf(cnames, scopePrefix()) };
      name = rule.cname;
      continue;
    }
    if (type === TYPE_SOA && name === zone.name) return { answer: positive(zone.soa, scopePrefix()) };
    if (rule === undefined || (type !== TYPE_A && type !== TYPE_AAAA)) {
      return { answer: negative(RCODE_OK, cnames, zone, scopePrefix()) };
    }
    const behind = waitUntil === undefined ? undefined : sets.behind(rule.sets, waitUntil);
    if (behind !== undefined) return { behind };
    const picked = sets.pick(rule.sets, type, place, own.answersMax);
    isTailored ||= picked.isTailored;
    if (picked.addresses.length === 0) return { answer: negative(RCODE_OK, cnames, zone, scopePrefix()) };
    const records = picked.addresses.map((address) => recordOf(own, type, address));
    return { answer: answerOf(cnames.length === 0 ? records : [...cnames, ...records], scopePrefix()) };
  }
  return { answer: failed() }; // A chain that is too long is refused when it is published; this only bounds it.
}

export function failed(rcode: number = RCODE_FAILED): Answer {
  return { rcode, records: [], ttlSeconds: 0, originTtlSeconds: 0, scopePrefix: 0, isStale: false };
}

function recordOf({ name, ttlSeconds }: OwnName, type: number, data: string): DnsRecord {
  return { name, type, ttlSeconds, data };
}

function positive(record: DnsRecord, scopePrefix: number): Answer {
  return answerOf([record], scopePrefix);
}

function answerOf(records: readonly DnsRecord[], scopePrefix: number): Answer {
  let ttlSeconds = Number.POSITIVE_INFINITY;
  for (const record of records) ttlSeconds = Math.min(ttlSeconds, record.ttlSeconds);
  return { rcode: RCODE_OK, records, ttlSeconds, originTtlSeconds: ttlSeconds, scopePrefix, isStale: false };
}

function negative(rcode: number, cnames: readonly DnsRecord[], { soa }: Zone, scopePrefix: number): Answer {
  const ttlSeconds = cnames.reduce((least, cname) => Math.min(least, cname.ttlSeconds), soa.ttlSeconds);
  return { rcode, records: cnames, ttlSeconds, originTtlSeconds: soa.ttlSeconds, soa, scopePrefix, isStale: false };
}
