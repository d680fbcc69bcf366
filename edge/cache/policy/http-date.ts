/**
 * HTTP-date in the three forms that a recipient must take (RFC 9110 §5.6.7), and nothing else: `Date.parse` takes so much more that a
 * broken `Expires` would make a response fresh.
 * @module
 */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const IMF_FIXDATE = /^(?:mon|tue|wed|thu|fri|sat|sun), (\d\d) ([a-z]{3}) (\d{4}) (\d\d):(\d\d):(\d\d) gmt$/i;
const RFC_850 =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday), (\d\d)-([a-z]{3})-(\d\d) (\d\d):(\d\d):(\d\d) gmt$/i;
const ASCTIME = /^(?:mon|tue|wed|thu|fri|sat|sun) ([a-z]{3}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})$/i;

/** A two-digit year further ahead than this is of the past century (RFC 9110 §5.6.7). */
const YEARS_AHEAD_MAX = 50;

/** Milliseconds since 1970, or undefined where it is no HTTP-date. Letter case is forgiven; anything else is not. */
export function parseHttpDate(value: string | null | undefined, nowMs: number): number | undefined {
  if (value === null || value === undefined) return undefined;
  const text = value.trim();
  const fixdate = IMF_FIXDATE.exec(text);
  if (fixdate !== null) return instant(fixdate[3], fixdate[2], fixdate[1], fixdate[4], fixdate[5], fixdate[6]);
  const old = RFC_850.exec(text);
  if (old !== null) return instant(fullYear(Number(old[3]), nowMs), old[2], old[1], old[4], old[5], old[6]);
  const asctime = ASCTIME.exec(text);
  if (asctime !== null) return instant(asctime[6], asctime[1], asctime[2], asctime[3], asctime[4], asctime[5]);
  return undefined;
}

export function renderHttpDate(ms: number): string {
  return new Date(ms).toUTCString();
}

function fullYear(twoDigits: number, nowMs: number): number {
  const thisYear = new Date(nowMs).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + twoDigits;
  return year > thisYear + YEARS_AHEAD_MAX ? year - 100 : year;
}

type Part = string | number | undefined;

function instant(year: Part, month: Part, day: Part, hour: Part, minute: Part, second: Part): number | undefined {
  const monthIndex = MONTHS.indexOf(String(month).toLowerCase());
  const [d, h, m, s] = [Number(day), Number(hour), Number(minute), Number(second)];
  // A leap second is written as 60.
  if (monthIndex < 0 || d < 1 || h > 23 || m > 59 || s > 60) return undefined;
  const ms = Date.UTC(Number(year), monthIndex, d, h, m, s);
  return new Date(ms - s * 1000).getUTCDate() === d ? ms : undefined;
}
