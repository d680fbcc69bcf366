/**
 * What must hold of a report before a line is made of it. A refusal names the field.
 *
 * Nobody vouches for a report, so each text has a length and an alphabet in which nothing can be hidden from whoever reads the log: no
 * control characters, no quotes, no spaces.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { Report, Sample } from "../../proto/gen/report.contract.ts";
import { REPORT_AGE_MS_MAX, REPORT_PATH_LENGTH_MAX, REPORT_SAMPLES_MAX } from "../../proto/report.ts";

const VERSION = /^[A-Za-z0-9.+_-]{0,32}$/;
const PLATFORM = /^[A-Za-z0-9._-]{0,32}$/;
/** RFC 9110 §5.6.2, as far as methods go that anybody sends. */
const METHOD = /^[A-Z]{1,16}$/;
/** RFC 3986 §3.3, and the braces that stand for what is left out. */
const PATH = new RegExp(`^/[A-Za-z0-9\\-._~!$&'()*+,;=:@%/{}]{0,${REPORT_PATH_LENGTH_MAX - 1}}$`);
/** A host name or an address, and a port. */
const HOST = /^[A-Za-z0-9.:[\]-]{0,128}$/;
const STATUS_MIN = 100;
const STATUS_MAX = 599;
/** A sampling rate of one in ten thousand is enough for anybody. */
const WEIGHT_MAX = 10_000;
/** No exchange takes longer than an hour. */
const DURATION_MS_MAX = 3_600_000;
const ATTEMPTS_MAX = 100;

type Numbers<T> = { [K in keyof T]-?: NonNullable<T[K]> extends number ? K : never }[keyof T];

/** The greatest value of each; those that are not here may have 32 bits. */
const NUMBERS: Partial<Record<Numbers<Sample>, number>> = {
  ageMs: REPORT_AGE_MS_MAX,
  weight: WEIGHT_MAX,
  attempts: ATTEMPTS_MAX,
  dnsMs: DURATION_MS_MAX,
  connectMs: DURATION_MS_MAX,
  tlsMs: DURATION_MS_MAX,
  firstByteMs: DURATION_MS_MAX,
  totalMs: DURATION_MS_MAX,
};

const TEXTS = { method: METHOD, path: PATH, edge: HOST, address: HOST } as const;

/** @throws Fault invalid_argument */
export function checkReport(report: Report): void {
  requireText("sdkVersion", report.sdkVersion, VERSION);
  requireText("appVersion", report.appVersion, VERSION);
  requireText("platform", report.platform, PLATFORM);
  if (report.samples.length > REPORT_SAMPLES_MAX) throw misfit("samples", `at most ${REPORT_SAMPLES_MAX}`);
  for (const [index, sample] of report.samples.entries()) checkSample(sample, `samples[${index}]`);
}

function checkSample(sample: Sample, at: string): void {
  for (const [name, pattern] of Object.entries(TEXTS)) {
    requireText(`${at}.${name}`, sample[name as keyof typeof TEXTS], pattern);
  }
  for (const [name, most] of Object.entries(NUMBERS)) {
    const value = sample[name as Numbers<Sample>];
    if (value !== undefined && value > most) throw misfit(`${at}.${name}`, `at most ${most}`);
  }
  if (sample.weight < 1) throw misfit(`${at}.weight`, "at least 1");
  const { status } = sample;
  if (status !== 0 && (status < STATUS_MIN || status > STATUS_MAX))
    throw misfit(`${at}.status`, "a status of HTTP, or 0");
}

function requireText(name: string, value: string, pattern: RegExp): void {
  if (!pattern.test(value)) throw misfit(name, `text that matches ${pattern.source}`);
}

function misfit(name: string, expected: string): Fault {
  return new Fault("invalid_argument", `${name}: ${expected} expected`);
}
