/** Where reports go and how large they are (proto/report.proto); what the SDK keeps to and the edge insists on. @module */

export const REPORT_PATH = "/report";
/** Of one report. */
export const REPORT_SAMPLES_MAX = 100;
/** As it is sent and once it is unpacked. A sample has some 120 bytes, so that as many as are allowed fit twice over. */
export const REPORT_BYTES_MAX = 32_768;
/** Of a path, its pattern. */
export const REPORT_PATH_LENGTH_MAX = 128;
/** An app that was offline keeps its samples no longer. */
export const REPORT_AGE_MS_MAX = 7 * 86_400_000;
