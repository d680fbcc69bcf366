/**
 * How old a response is, and how old it may become (RFC 9111 §4.2).
 * @module
 */
import { DELTA_SECONDS_MAX, parseDeltaSeconds, type ResponseDirectives } from "./directives.ts";
import { parseHttpDate } from "./http-date.ts";

/** Anything that header fields can be read from: `Headers` is one. */
export interface HeaderReader {
  get(name: string): string | null;
}

/** When a response was asked for, and when its headers came. */
export interface Timing {
  readonly requestedAtMs: number;
  readonly respondedAtMs: number;
}

/** The part of the time since the last change for which a response is taken to stay as it is: the value that RFC 9111 §4.2.2 names. */
const HEURISTIC_FRACTION = 0.1;
/** Nothing is guessed to be fresh for longer than a day, however long ago it changed: §4.2.2 wants a warning beyond that. */
const HEURISTIC_SECONDS_MAX = 86_400;

/** Statuses that may be fresh by a guess (RFC 9110 §15.1). 206 is not stored here at all. */
const HEURISTIC_STATUSES: ReadonlySet<number> = new Set([200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501]);

export type Lifetime =
  | { readonly kind: "explicit"; readonly seconds: number }
  | { readonly kind: "heuristic"; readonly seconds: number }
  | { readonly kind: "none" };

/** `corrected_initial_age` in seconds (§4.2.3). */
export function initialAgeSeconds(headers: HeaderReader, { requestedAtMs, respondedAtMs }: Timing): number {
  const dateMs = parseHttpDate(headers.get("date"), respondedAtMs);
  const apparentMs = dateMs === undefined ? 0 : Math.max(0, respondedAtMs - dateMs);
  const correctedMs = parseAge(headers.get("age")) * 1000 + (respondedAtMs - requestedAtMs);
  return Math.max(apparentMs, correctedMs) / 1000;
}

/** Seconds; 0 where the field is absent or broken. Of several values the first one counts (§5.1). */
export function parseAge(value: string | null): number {
  if (value === null) return 0;
  const comma = value.indexOf(",");
  return parseDeltaSeconds((comma < 0 ? value : value.slice(0, comma)).trim()) ?? 0;
}

/** @param targeted whether the directives are those of a targeted field, which silences `Expires` */
export function lifetime(
  status: number,
  headers: HeaderReader,
  directives: ResponseDirectives,
  targeted: boolean,
  respondedAtMs: number,
): Lifetime {
  const stated = directives.sharedMaxAgeSeconds ?? directives.maxAgeSeconds;
  if (stated !== undefined) return { kind: "explicit", seconds: stated };
  const dateMs = parseHttpDate(headers.get("date"), respondedAtMs) ?? respondedAtMs;
  const expires = targeted ? null : headers.get("expires");
  if (expires !== null) {
    // A broken Expires, "0" above all, means that the response has expired (§5.3).
    const expiresMs = parseHttpDate(expires, respondedAtMs) ?? dateMs;
    return { kind: "explicit", seconds: clamp((expiresMs - dateMs) / 1000, DELTA_SECONDS_MAX) };
  }
  if (!HEURISTIC_STATUSES.has(status) && !directives.public) return { kind: "none" };
  const modifiedMs = parseHttpDate(headers.get("last-modified"), respondedAtMs);
  if (modifiedMs === undefined) return { kind: "none" };
  const seconds = ((dateMs - modifiedMs) / 1000) * HEURISTIC_FRACTION;
  return { kind: "heuristic", seconds: clamp(seconds, HEURISTIC_SECONDS_MAX) };
}

function clamp(seconds: number, max: number): number {
  return Math.min(Math.max(seconds, 0), max);
}
