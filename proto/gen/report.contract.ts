// Generated from proto/*.proto by `npm run gen`. Do not edit.

import { message } from "../message/message.ts";
import type { EnumType, MessageType } from "../message/message.ts";
import { fairway as fairwayCode } from "./report.js";

/** How the edge's address was found. */

export const Found = {
  "FOUND_UNSPECIFIED": 0,
  "MEMORY": 1,
  "PERSISTENT": 2,
  "HTTPDNS": 3,
  "STALE": 4,
  "SYSTEM": 5
} as const;
const FoundType: EnumType = { name: "fairway.report.v1.Found", values: Found };


export const Network = {
  "NETWORK_UNSPECIFIED": 0,
  "WIFI": 1,
  "CELLULAR": 2,
  "ETHERNET": 3,
  "OTHER": 4,
  "NONE": 5
} as const;
const NetworkType: EnumType = { name: "fairway.report.v1.Network", values: Network };


export const Outcome = {
  "OUTCOME_UNSPECIFIED": 0,
  "ANSWERED": 1,
  "CANCELED": 2,
  "OFFLINE": 3,
  "UNREACHABLE": 4,
  "REFUSED": 5,
  "LOST": 6
} as const;
const OutcomeType: EnumType = { name: "fairway.report.v1.Outcome", values: Outcome };

/** The reply to a report that was taken. */

export interface Accepted {
  /** Draw one in so many from now on; 0 = as the app says. */
  readonly oneIn: number;
}
export const Accepted: MessageType<Accepted> = message<Accepted>("fairway.report.v1.Accepted", fairwayCode.report.v1.Accepted, [
  { name: "oneIn", proto: "one_in", type: "uint32" },
]);


export interface Report {
  readonly sdkVersion: string;
  /** Of the app, as it calls it. */
  readonly appVersion: string;
  /** "ios", "android", "web", "node". */
  readonly platform: string;
  readonly samples: readonly Sample[];
  /** Exchanges that were drawn for a report and are in none: dropped for want of bytes or of room, since the last report. */
  readonly dropped: number;
}
export const Report: MessageType<Report> = message<Report>("fairway.report.v1.Report", fairwayCode.report.v1.Report, [
  { name: "sdkVersion", proto: "sdk_version", type: "string" },
  { name: "appVersion", proto: "app_version", type: "string" },
  { name: "platform", type: "string" },
  { name: "samples", type: "message", of: () => Sample, rule: "repeated" },
  { name: "dropped", type: "uint32" },
]);

/** One exchange of a request for a reply. */

export interface Sample {
  /** From its end to the sending of the report. */
  readonly ageMs: number;
  /** How many exchanges it stands for. */
  readonly weight: number;
  readonly method: string;
  /** Without its query; segments that may name somebody are "{}". */
  readonly path: string;
  readonly outcome: number;
  /** HTTP status; 0 = no reply. */
  readonly status: number;
  readonly network: number;
  readonly found: number;
  /** Host and port of the edge. */
  readonly edge: string;
  /** Address and port of the edge; "" where the platform does not tell. */
  readonly address: string;
  readonly attempts: number;
  /** It left a connection that was dead or silent for another. */
  readonly moved: boolean;
  readonly dnsMs?: number;
  readonly connectMs?: number;
  readonly tlsMs?: number;
  readonly firstByteMs?: number;
  readonly totalMs: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
}
export const Sample: MessageType<Sample> = message<Sample>("fairway.report.v1.Sample", fairwayCode.report.v1.Sample, [
  { name: "ageMs", proto: "age_ms", type: "uint32" },
  { name: "weight", type: "uint32" },
  { name: "method", type: "string" },
  { name: "path", type: "string" },
  { name: "outcome", type: "enum", of: () => OutcomeType },
  { name: "status", type: "uint32" },
  { name: "network", type: "enum", of: () => NetworkType },
  { name: "found", type: "enum", of: () => FoundType },
  { name: "edge", type: "string" },
  { name: "address", type: "string" },
  { name: "attempts", type: "uint32" },
  { name: "moved", type: "bool" },
  { name: "dnsMs", proto: "dns_ms", type: "uint32", rule: "optional" },
  { name: "connectMs", proto: "connect_ms", type: "uint32", rule: "optional" },
  { name: "tlsMs", proto: "tls_ms", type: "uint32", rule: "optional" },
  { name: "firstByteMs", proto: "first_byte_ms", type: "uint32", rule: "optional" },
  { name: "totalMs", proto: "total_ms", type: "uint32" },
  { name: "bytesOut", proto: "bytes_out", type: "uint32" },
  { name: "bytesIn", proto: "bytes_in", type: "uint32" },
]);
