/**
 * Names that are not this edge's own: only those below an allowed suffix, found out from several resolvers (panel.ts), and remembered.
 *
 *     fresh            answered at once; from 75 % of its time on it is asked for again, behind the client's back
 *     over its time    asked for; where nothing can be believed the old answer is given, marked as stale, up to a bound (RFC 8767)
 *     no such name     remembered as its SOA says (RFC 2308), within a bound; not at all, to speak of, where there is none
 *     failed           remembered for a second (RFC 9520 §3.2), so that questions do not follow one another to resolvers in trouble
 *
 * Those who ask for the same at the same time wait for one lookup. workerd ends what a request began when that request ends, and a promise
 * that it left behind is then never settled: so whoever waits for another's lookup does so no longer than that may take, and then begins
 * their own.
 * @module
 */
import { LRUCache } from "lru-cache";
import { inTime } from "../../invocation/invocation.ts";
import { failed } from "../own.ts";
import {
  type Answer,
  type DnsRecord,
  type Question,
  RCODE_OK,
  type Subnet,
  TYPE_A,
  TYPE_AAAA,
  TYPE_CNAME,
  type WaitUntil,
} from "../question.ts";
import type { ForeignConfig, SuffixConfig } from "../schema.ts";
import { parentOf } from "../zones.ts";
import type { Likeness } from "./agreement.ts";
import type { Asked, ForeignType, Told } from "./exchange.ts";
import { type Entry, type Kept, keptAnswers } from "./kept.ts";
import { type PanelDeps, panel, VERDICT_MS_MAX, type Verdict } from "./panel.ts";

/** Of an answer's time, when it is asked for again. */
const AHEAD = 0.75;
/** RFC 8767 §4. */
const STALE_TTL_SECONDS = 30;
/** After a lookup in vain, while there is an old answer. */
const RETRY_MS = 5_000;
const FAILED_MS = 1_000;
const FAILED_NAMES_MAX = 10_000;
/** A name that comes into being should not be missed for hours (RFC 2308 §5 has one to three). */
const NEGATIVE_TTL_SECONDS_MAX = 900;
/** Where nobody says how long there is nothing. */
const UNSAID_TTL_SECONDS = 1;
/** What only one resolver says is soon asked again. */
const ALONE_TTL_SECONDS_MAX = 60;

export interface Foreign {
  /** @returns undefined where the name is none that may be asked for */
  resolve(question: Question, waitUntil: WaitUntil): Answer | Promise<Answer> | undefined;
}

interface Flight {
  readonly startedAtMs: number;
  readonly landed: Promise<Entry | undefined>;
}

export function foreign(
  config: ForeignConfig,
  resolvers: ReadonlyMap<string, { readonly url: string }>,
  asnOf: Likeness["asnOf"],
  deps: PanelDeps,
): Foreign {
  const { now } = deps;
  const kept: Kept = keptAnswers();
  const asked = panel(resolvers, config, asnOf, deps);
  const flights = new Map<string, Flight>();
  const failures = new LRUCache<string, number>({ max: FAILED_NAMES_MAX });
  const suffixes = new Map(config.suffixes.map((each) => [each.suffix, each]));

  return {
    resolve({ name, type, place }, waitUntil) {
      const suffix = suffixOf(name);
      if (suffix === undefined) return undefined;
      // Other types are nothing that a client needs to connect; that there is none of them is always a safe answer.
      if (type !== TYPE_A && type !== TYPE_AAAA && type !== TYPE_CNAME) return nothing(config.ttlSecondsMin);
      return resolveAllowed({ name, type, subnet: subnetFor(suffix, place.subnet) }, suffix, waitUntil);
    },
  };

  /** The longest that fits. */
  function suffixOf(name: string): SuffixConfig | undefined {
    for (let above = name; above !== ""; above = parentOf(above)) {
      const found = suffixes.get(above);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function resolveAllowed(question: Asked, suffix: SuffixConfig, waitUntil: WaitUntil): Answer | Promise<Answer> {
    const nowMs = now();
    const entry = kept.find(question.name, question.type, question.subnet);
    if (entry === undefined) {
      if ((failures.get(keyOf(question)) ?? 0) > nowMs) return failed();
    } else {
      const age = (nowMs - entry.storedAtMs) / 1_000 / entry.ttlSeconds;
      if (age >= AHEAD && age < 1 && nowMs >= entry.retryAtMs) join(question, suffix, entry, nowMs, waitUntil);
      if (age < 1) return answerOf(entry, question.type, nowMs);
      if (nowMs < entry.retryAtMs && !isTooOld(entry, nowMs)) return staleAnswerOf(entry, question.type);
    }
    const landed = join(question, suffix, entry, nowMs, waitUntil);
    return landed.then((found) => {
      if (found !== undefined) return answerOf(found, question.type, now());
      return entry === undefined || isTooOld(entry, now()) ? failed() : staleAnswerOf(entry, question.type);
    });
  }

  function isTooOld({ storedAtMs, ttlSeconds }: Entry, nowMs: number): boolean {
    return nowMs - storedAtMs >= (ttlSeconds + config.staleSecondsMax) * 1_000;
  }

  function join(
    question: Asked,
    suffix: SuffixConfig,
    entry: Entry | undefined,
    nowMs: number,
    waitUntil: WaitUntil,
  ): Promise<Entry | undefined> {
    const key = keyOf(question);
    const lookupMs = config.timeoutMs + VERDICT_MS_MAX;
    const flight = flights.get(key);
    if (flight === undefined || nowMs - flight.startedAtMs >= lookupMs) {
      return begin(key, question, suffix, entry, nowMs, waitUntil);
    }
    const leftMs = lookupMs - (nowMs - flight.startedAtMs);
    return inTime(flight.landed, leftMs, () => begin(key, question, suffix, entry, now(), waitUntil));
  }

  function begin(
    key: string,
    question: Asked,
    suffix: SuffixConfig,
    entry: Entry | undefined,
    nowMs: number,
    waitUntil: WaitUntil,
  ): Promise<Entry | undefined> {
    const history = entry !== undefined && !isTooOld(entry, nowMs) ? entry.told : undefined;
    const landed = asked.ask(question, suffix, history, waitUntil).then((verdict) => {
      if (flights.get(key) === flight) flights.delete(key);
      if (verdict !== undefined) return keep(question, verdict);
      if (entry === undefined) failures.set(key, now() + FAILED_MS);
      else entry.retryAtMs = now() + RETRY_MS;
      return undefined;
    });
    const flight: Flight = { startedAtMs: nowMs, landed };
    flights.set(key, flight);
    waitUntil(landed);
    return landed;
  }

  function keep({ name, type, subnet }: Asked, { told, isAgreed }: Verdict): Entry {
    const originTtlSeconds = ttlOf(told, type);
    const most = isAgreed ? config.ttlSecondsMax : Math.min(config.ttlSecondsMax, ALONE_TTL_SECONDS_MAX);
    const ttlSeconds =
      recordsOf(told, type).length === 0
        ? Math.min(Math.max(originTtlSeconds, UNSAID_TTL_SECONDS), most, NEGATIVE_TTL_SECONDS_MAX)
        : Math.min(Math.max(originTtlSeconds, config.ttlSecondsMin), most);
    const entry: Entry = { told, storedAtMs: now(), ttlSeconds, originTtlSeconds, retryAtMs: 0 };
    kept.put(name, type, subnet, entry);
    return entry;
  }
}

/** What resolvers are told of the client: nothing, unless the configuration allows it; and a client's wish not to be told of is passed on. */
function subnetFor({ clientSubnet }: SuffixConfig, subnet: Subnet | undefined): Subnet | undefined {
  return clientSubnet ? subnet : undefined;
}

function keyOf({ name, type, subnet }: Asked): string {
  return subnet === undefined ? `${type} ${name}` : `${type} ${name} ${subnet.prefix}/${subnet.bytes}`;
}

function recordsOf({ cnames, addresses }: Told, type: ForeignType): readonly DnsRecord[] {
  return type === TYPE_CNAME ? cnames.slice(0, 1) : addresses;
}

function ttlOf(told: Told, type: ForeignType): number {
  const records = recordsOf(told, type);
  const chain = type === TYPE_CNAME ? records : [...told.cnames, ...records];
  const least = Math.min(...chain.map(({ ttlSeconds }) => ttlSeconds));
  return records.length > 0 ? least : Math.min(least, told.negativeTtlSeconds ?? 0);
}

/** As of now: made once a second, however many ask. */
function answerOf(entry: Entry, type: ForeignType, nowMs: number): Answer {
  const second = Math.floor((nowMs - entry.storedAtMs) / 1_000);
  if (entry.made?.second === second) return entry.made.answer;
  const answer = answerWith(entry, type, Math.max(0, entry.ttlSeconds - second), false);
  entry.made = { second, answer };
  return answer;
}

function staleAnswerOf(entry: Entry, type: ForeignType): Answer {
  return answerWith(entry, type, STALE_TTL_SECONDS, true);
}

function answerWith(
  { told, originTtlSeconds }: Entry,
  type: ForeignType,
  ttlSeconds: number,
  isStale: boolean,
): Answer {
  const records = recordsOf(told, type);
  const all = type === TYPE_CNAME ? records : [...told.cnames, ...records];
  const timed = all.map((record) => ({ ...record, ttlSeconds }));
  const { rcode, soa, scopePrefix } = told;
  const isNegative = records.length === 0;
  return {
    rcode,
    records: timed,
    ttlSeconds,
    originTtlSeconds,
    ...(isNegative && soa !== undefined ? { soa: { ...soa, ttlSeconds } } : {}),
    scopePrefix,
    isStale,
  };
}

function nothing(ttlSeconds: number): Answer {
  return { rcode: RCODE_OK, records: [], ttlSeconds, originTtlSeconds: ttlSeconds, scopePrefix: 0, isStale: false };
}
