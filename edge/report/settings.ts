/** Of reports, what the edge is told. @module */
import { REPORT_WEIGHT_MAX } from "../../proto/report.ts";

export interface ReportSettings {
  /** One in so many exchanges is told, whatever the apps that are out there say; 0 leaves it to them. */
  readonly oneIn: number;
}

/** @param flaws gets a line for a bad binding */
export function parseReportSettings(text: (name: string) => string | undefined, flaws: string[]): ReportSettings {
  const given = text("REPORT_ONE_IN") ?? "0";
  const oneIn = Number(given);
  if (!/^\d{1,6}$/.test(given) || oneIn > REPORT_WEIGHT_MAX) {
    flaws.push(`REPORT_ONE_IN: a whole number up to ${REPORT_WEIGHT_MAX} expected`);
  }
  return { oneIn };
}
