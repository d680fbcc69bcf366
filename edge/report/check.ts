/** What must hold of a report before a line is made of it. A refusal names the field. @module */
import { Fault } from "../../proto/fault.ts";
import type { Report, Sample } from "../../proto/gen/report.contract.ts";
import {
  REPORT_AGE_MS_MAX,
  REPORT_ATTEMPTS_MAX,
  REPORT_DURATION_MS_MAX,
  REPORT_HOST,
  REPORT_METHOD,
  REPORT_PATTERN,
  REPORT_SAMPLES_MAX,
  REPORT_WEIGHT_MAX,
  REPORT_WORD,
} from "../../proto/report.ts";

const STATUS_MIN = 100;
const STATUS_MAX = 599;

const WORDS = ["sdkVersion", "appVersion", "platform"] as const;
const TEXTS = [
  ["method", REPORT_METHOD],
  ["path", REPORT_PATTERN],
  ["edge", REPORT_HOST],
  ["address", REPORT_HOST],
] as const;
/** The greatest value of each; numbers that are not here may have 32 bits. */
const NUMBERS = [
  ["ageMs", REPORT_AGE_MS_MAX],
  ["weight", REPORT_WEIGHT_MAX],
  ["attempts", REPORT_ATTEMPTS_MAX],
  ["dnsMs", REPORT_DURATION_MS_MAX],
  ["connectMs", REPORT_DURATION_MS_MAX],
  ["tlsMs", REPORT_DURATION_MS_MAX],
  ["firstByteMs", REPORT_DURATION_MS_MAX],
  ["totalMs", REPORT_DURATION_MS_MAX],
] as const;

/** @throws Fault invalid_argument */
export function checkReport(report: Report): void {
  for (const name of WORDS) requireText(name, report[name], REPORT_WORD);
  if (report.samples.length > REPORT_SAMPLES_MAX) throw misfit("samples", `at most ${REPORT_SAMPLES_MAX}`);
  for (const [index, sample] of report.samples.entries()) checkSample(sample, `samples[${index}]`);
}

function checkSample(sample: Sample, at: string): void {
  for (const [name, pattern] of TEXTS) requireText(`${at}.${name}`, sample[name], pattern);
  for (const [name, most] of NUMBERS) {
    const value = sample[name];
    if (value !== undefined && value > most) throw misfit(`${at}.${name}`, `at most ${most}`);
  }
  if (sample.weight < 1) throw misfit(`${at}.weight`, "at least 1");
  const { status } = sample;
  const isStatus = status >= STATUS_MIN && status <= STATUS_MAX;
  if (status !== 0 && !isStatus) throw misfit(`${at}.status`, "a status of HTTP, or 0");
}

function requireText(name: string, value: string, pattern: RegExp): void {
  if (!pattern.test(value)) throw misfit(name, `text that matches ${pattern.source}`);
}

function misfit(name: string, expected: string): Fault {
  return new Fault("invalid_argument", `${name}: ${expected} expected`);
}
