/**
 * Addresses and networks as text and bytes, and the one place where a client's address is cut: nobody needs more of it than its network,
 * so no more of it is kept, compared or sent on.
 * @module
 */
import type { Subnet } from "./question.ts";

/** RFC 7871 §11.1 recommends 24 and 56 at the most. */
export const PREFIX_MAX_4 = 24;
export const PREFIX_MAX_6 = 56;

const V4_BYTES = 4;
const V6_BYTES = 16;
/** The first 12 bytes of an IPv4 address in IPv6 (RFC 4291 §2.5.5.2). */
const MAPPED_BYTES = 12;
const GROUPS = 8;
/** `255.255.255.255` */
const V4_LENGTH_MAX = 15;
const DOT = 46;
const ZERO = 48;
const GROUP = /^[0-9A-Fa-f]{1,4}$/;

/** @returns 4 or 16 bytes; undefined for what is no address. An IPv4 address in IPv6 counts as IPv4. */
export function parseAddress(text: string): Uint8Array | undefined {
  if (!text.includes(":")) return parseV4(text);
  const bytes = parseV6(text);
  return bytes !== undefined && isMapped(bytes) ? bytes.slice(MAPPED_BYTES) : bytes;
}

/** Character by character: it is asked of each request, and takes a fifth of the time of splitting and matching. */
function parseV4(text: string): Uint8Array | undefined {
  if (text.length > V4_LENGTH_MAX) return undefined;
  const bytes = new Uint8Array(V4_BYTES);
  let octet = 0;
  let digits = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === DOT) {
      if (digits === 0 || at === V4_BYTES - 1) return undefined;
      bytes[at++] = octet;
      octet = 0;
      digits = 0;
    } else {
      const digit = code - ZERO;
      // No zero in front: some parsers take that for octal.
      if (digit < 0 || digit > 9 || (digits > 0 && octet === 0)) return undefined;
      octet = octet * 10 + digit;
      digits++;
      if (octet > 255) return undefined;
    }
  }
  if (digits === 0 || at !== V4_BYTES - 1) return undefined;
  bytes[at] = octet;
  return bytes;
}

function parseV6(text: string): Uint8Array | undefined {
  const lastColon = text.lastIndexOf(":");
  const tail = text.slice(lastColon + 1);
  if (tail.includes(".")) {
    const v4 = parseV4(tail);
    if (v4 === undefined) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = v4;
    return parseV6(`${text.slice(0, lastColon + 1)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`);
  }
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], rest = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = GROUPS - head.length - rest.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...new Array<string>(missing).fill("0"), ...rest];
  const bytes = new Uint8Array(V6_BYTES);
  for (const [at, group] of groups.entries()) {
    if (!GROUP.test(group)) return undefined;
    const value = Number.parseInt(group, 16);
    bytes[at * 2] = value >> 8;
    bytes[at * 2 + 1] = value & 0xff;
  }
  return bytes;
}

function isMapped(bytes: Uint8Array): boolean {
  for (let at = 0; at < MAPPED_BYTES; at++) if (bytes[at] !== (at < 10 ? 0 : 0xff)) return false;
  return true;
}

/** IPv6 as RFC 5952 has it: lower case, the longest run of zeros left out. */
export function renderAddress(bytes: Uint8Array): string {
  if (bytes.length === V4_BYTES) return bytes.join(".");
  const groups = Array.from({ length: GROUPS }, (_, at) => ((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0));
  const [start, length] = longestZeros(groups);
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) return hex.join(":");
  return `${hex.slice(0, start).join(":")}::${hex.slice(start + length).join(":")}`;
}

function longestZeros(groups: readonly number[]): readonly [start: number, length: number] {
  let [best, bestLength, length] = [0, 0, 0];
  for (const [at, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > bestLength) [best, bestLength] = [at - length + 1, length];
  }
  return [best, bestLength];
}

/**
 * The network that is known of a client: its address cut to what it says itself, and to /24 or /56 at the most.
 * @param address 4 or 16 bytes @param prefix as the client has it
 */
export function cutSubnet(address: Uint8Array, prefix: number = address.length * 8): Subnet {
  const family = address.length === V4_BYTES ? 4 : 6;
  const kept = Math.min(prefix, family === 4 ? PREFIX_MAX_4 : PREFIX_MAX_6);
  return { family, bytes: masked(address, kept), prefix: kept };
}

/** `203.0.113.0/24`, `2001:db8::/32`, or an address alone. @returns undefined for what is neither, or has bits set beyond its prefix */
export function parseNetwork(text: string): Subnet | undefined {
  const slash = text.indexOf("/");
  const bytes = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (bytes === undefined) return undefined;
  const digits = slash < 0 ? String(bytes.length * 8) : text.slice(slash + 1);
  if (!/^(?:0|[1-9]\d{0,2})$/.test(digits)) return undefined;
  const prefix = Number(digits);
  if (prefix > bytes.length * 8 || masked(bytes, prefix).some((byte, at) => byte !== bytes[at])) return undefined;
  return { family: bytes.length === V4_BYTES ? 4 : 6, bytes, prefix };
}

/** Whether the first `prefix` bits are the same; addresses of two families never are. */
export function sharesPrefix(a: Uint8Array, b: Uint8Array, prefix: number): boolean {
  if (a.length !== b.length) return false;
  const whole = prefix >> 3;
  for (let at = 0; at < whole; at++) if (a[at] !== b[at]) return false;
  const rest = prefix & 7;
  return rest === 0 || (((a[whole] ?? 0) ^ (b[whole] ?? 0)) & (0xff << (8 - rest)) & 0xff) === 0;
}

function masked(bytes: Uint8Array, prefix: number): Uint8Array {
  const cut = bytes.slice();
  const whole = prefix >> 3;
  const rest = prefix & 7;
  if (whole < cut.length) cut.fill(0, rest === 0 ? whole : whole + 1);
  if (rest !== 0) cut[whole] = (bytes[whole] ?? 0) & (0xff << (8 - rest)) & 0xff;
  return cut;
}
