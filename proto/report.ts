/** Where reports go, and what is in them at most (proto/report.proto): the SDK keeps to it and the edge insists on it. @module */

export const REPORT_PATH = "/report";
/** Of one report. */
export const REPORT_SAMPLES_MAX = 100;
/** As it is sent and once it is unpacked. A sample has some 120 bytes, so that as many as are allowed fit twice over. */
export const REPORT_BYTES_MAX = 32_768;
/** An app that was offline keeps its samples no longer. */
export const REPORT_AGE_MS_MAX = 7 * 86_400_000;
/** No exchange takes longer than an hour. */
export const REPORT_DURATION_MS_MAX = 3_600_000;
export const REPORT_ATTEMPTS_MAX = 100;
/** A sampling rate of one in ten thousand is enough for anybody. */
export const REPORT_WEIGHT_MAX = 10_000;

// Nobody vouches for a report, so each text has a length and an alphabet in which nothing can be hidden from whoever reads the log: no
// control characters, no double quotes, no spaces.

/** Of the app and the SDK, and what the platform is called. */
export const REPORT_WORD = /^[A-Za-z0-9.+_-]{0,32}$/;
/** RFC 9110 §5.6.2, as far as methods go that anybody sends. */
export const REPORT_METHOD = /^[A-Z]{1,16}$/;
/** RFC 3986 §3.3, and the braces that stand for what is left out. */
export const REPORT_PATTERN = /^\/[A-Za-z0-9\-._~!$&'()*+,;=:@%/{}]{0,127}$/;
/** A host name or an address, and a port. */
export const REPORT_HOST = /^[A-Za-z0-9.:[\]-]{0,128}$/;
