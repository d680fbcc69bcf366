/**
 * W3C Trace Context (https://www.w3.org/TR/trace-context-2/): who asked for this request, told in two headers.
 *
 * A tier that receives a request makes one {@link TraceContext} of it with {@link receiveTrace}; every request that it sends
 * on carries a {@link child} of that. Ids are lower-case hex strings, because that is how they travel and how they are logged.
 * @module
 */

/** This tier's place in a trace. */
export interface TraceContext {
  /** 32 hex digits, the same in every tier. */
  readonly traceId: string;
  /** 16 hex digits: this tier's own span, and the parent of what it calls. */
  readonly spanId: string;
  /** The caller's span; absent where the trace starts here. */
  readonly parentId?: string;
  /** {@link FLAG_SAMPLED} and {@link FLAG_RANDOM}; no other bit is ever set (§2.2.2.3: unknown flags are not passed on). */
  readonly flags: number;
  /** `tracestate`, checked and free of empty members; absent where there is none. */
  readonly state?: string;
}

/** What a `traceparent` says of its sender. */
export interface TraceParent {
  readonly traceId: string;
  readonly parentId: string;
  readonly flags: number;
}

/** Gives that many random bytes as lower-case hex. */
export type RandomHex = (byteCount: number) => string;

export const FLAG_SAMPLED = 0x01;
/** The trace id's right 7 bytes are random (Trace Context level 2, §2.2.2.2). */
export const FLAG_RANDOM = 0x02;

const FLAGS_KNOWN = FLAG_SAMPLED | FLAG_RANDOM;
const TRACEPARENT_LENGTH = 55;
/** §2.3.1.1 list: "There can be a maximum of 32 list-members". */
const STATE_MEMBERS_MAX = 32;

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const ZERO_TRACE = "0".repeat(32);
const ZERO_SPAN = "0".repeat(16);
/** A vendor's key, or `tenant@system`. A key may start with a digit since level 2, so both levels' keys are taken. */
const STATE_KEY = /^(?:[a-z0-9][a-z0-9_\-*/]{0,255}|[a-z0-9][a-z0-9_\-*/]{0,240}@[a-z][a-z0-9_\-*/]{0,13})$/;
/** Printable ASCII without comma and equals sign, not ending in a space. */
const STATE_VALUE = /^[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;

/** Bytes fetched from the system at a time: 170 requests' worth of trace and span ids. */
const POOL_BYTES = 4096;
const DIGIT_CODES = new TextEncoder().encode("0123456789abcdef");
const ASCII = new TextDecoder();
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * Random hex from a pool, so that a busy proxy asks the system once in hundreds of requests and not once a request. The whole
 * pool becomes hex at once, of which an id is then a slice: to put an id together digit by digit takes ten times as long.
 * Every byte of the pool is handed out once only, so ids are as unique as when each is drawn alone. They can be read off the
 * process's memory before they are used, which would matter for a key; a trace id is no secret. The pool is filled at the
 * first use, never at start-up, where a Worker may not draw random numbers.
 * @param fill fills the array with random bytes, as `crypto.getRandomValues` does
 */
export function pooledHex(
  fill: (bytes: Uint8Array<ArrayBuffer>) => unknown = (bytes) => crypto.getRandomValues(bytes),
): RandomHex {
  const pool = new Uint8Array(POOL_BYTES);
  const codes = new Uint8Array(POOL_BYTES * 2);
  let digits = "";
  let at = 0;
  return (byteCount) => {
    const length = byteCount * 2;
    if (at + length > digits.length) {
      fill(pool);
      pool.forEach((byte, index) => {
        codes[index * 2] = DIGIT_CODES[byte >> 4] ?? 0;
        codes[index * 2 + 1] = DIGIT_CODES[byte & 15] ?? 0;
      });
      digits = ASCII.decode(codes);
      at = 0;
    }
    at += length;
    return digits.slice(at - length, at);
  };
}

/**
 * The context of a request that came in: a child of its caller's span, or a new trace where the headers name none or are bad.
 * @param traceparent the header's value; several of them joined by a comma count as none
 * @param tracestate the header's value, of which a bad one is dropped alone
 * @param sampled whether a trace that starts here is recorded; a trace that continues keeps what its caller decided
 */
export function receiveTrace(
  traceparent: string | null,
  tracestate: string | null,
  random: RandomHex,
  sampled = true,
): TraceContext {
  const parent = parseTraceparent(traceparent);
  if (parent === undefined) return startTrace(random, sampled);
  const state = parseTracestate(tracestate);
  return { ...parent, spanId: spanId(random), ...(state === undefined ? {} : { state }) };
}

/** A trace that starts here. */
export function startTrace(random: RandomHex, sampled = true): TraceContext {
  return {
    traceId: nonZero(random, 16, ZERO_TRACE),
    spanId: spanId(random),
    flags: FLAG_RANDOM | (sampled ? FLAG_SAMPLED : 0),
  };
}

/** The context of a request that this tier sends, or of a part of its own work: a new span under the given one. */
export function child(trace: TraceContext, random: RandomHex): TraceContext {
  return { ...trace, spanId: spanId(random), parentId: trace.spanId };
}

/**
 * §3.2. A version above 00 may say more after a dash; its first 55 characters are read as those of version 00.
 * @returns undefined where it is missing, given more than once, or bad
 */
export function parseTraceparent(value: string | null): TraceParent | undefined {
  if (value === null) return undefined;
  const text = value.length === TRACEPARENT_LENGTH ? value : trimOws(value);
  const match = TRACEPARENT.exec(text.slice(0, TRACEPARENT_LENGTH));
  if (match === null) return undefined;
  const [, version, traceId = "", parentId = "", flags = ""] = match;
  if (version === "ff" || traceId === ZERO_TRACE || parentId === ZERO_SPAN) return undefined;
  if (text.length > TRACEPARENT_LENGTH) {
    // A comma is how several headers look once they are joined into one.
    if (version === "00" || text[TRACEPARENT_LENGTH] !== "-" || text.includes(",")) return undefined;
  }
  return { traceId, parentId, flags: Number.parseInt(flags, 16) & FLAGS_KNOWN };
}

/**
 * §3.3. Several headers joined by commas are one list. Of a key that comes twice the left one is kept, which is the newer.
 * @returns undefined where it is missing, empty, has more than 32 members or a bad one: then all of it is dropped
 */
export function parseTracestate(value: string | null): string | undefined {
  if (value === null) return undefined;
  const members = new Map<string, string>();
  let count = 0;
  for (const part of value.split(",")) {
    const member = trimOws(part);
    if (member === "") continue;
    const equals = member.indexOf("=");
    const key = member.slice(0, equals);
    if (equals < 0 || ++count > STATE_MEMBERS_MAX) return undefined;
    if (!STATE_KEY.test(key) || !STATE_VALUE.test(member.slice(equals + 1))) return undefined;
    if (!members.has(key)) members.set(key, member);
  }
  return members.size === 0 ? undefined : [...members.values()].join(",");
}

/**
 * The state with a member set, which moves to the left (§3.5); the oldest member gives way when there are 33.
 * @throws Error where key or value has a form that no peer would take
 */
export function withState(trace: TraceContext, key: string, value: string): TraceContext {
  if (!STATE_KEY.test(key) || !STATE_VALUE.test(value)) throw new Error(`not a tracestate member: ${key}=${value}`);
  const others = trace.state?.split(",").filter((member) => !member.startsWith(`${key}=`)) ?? [];
  return { ...trace, state: [`${key}=${value}`, ...others.slice(0, STATE_MEMBERS_MAX - 1)].join(",") };
}

/** The `traceparent` of a request that is sent from this context: always version 00. */
export function renderTraceparent({ traceId, spanId, flags }: TraceContext): string {
  return `00-${traceId}-${spanId}-${HEX[flags & FLAGS_KNOWN]}`;
}

function spanId(random: RandomHex): string {
  return nonZero(random, 8, ZERO_SPAN);
}

/** All zeros would be an id that every peer refuses. */
function nonZero(random: RandomHex, byteCount: number, zero: string): string {
  const id = random(byteCount);
  return id === zero ? `${zero.slice(1)}1` : id;
}

/** Optional white space is spaces and tabs only (RFC 9110 §5.6.3), which is less than `trim()` takes away. */
function trimOws(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isOws(text.charCodeAt(start))) start++;
  while (end > start && isOws(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isOws(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
