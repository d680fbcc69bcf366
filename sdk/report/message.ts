/** A report as it goes over the wire (proto/report.proto), written without generated code. @module */
import {
  REPORT_AGE_MS_MAX,
  REPORT_ATTEMPTS_MAX,
  REPORT_DURATION_MS_MAX,
  REPORT_HOST,
  REPORT_METHOD,
} from "../../proto/report.ts";
import { WireWriter } from "../../proto/wire.ts";
import type { Exchange } from "../network/exchange.ts";

/** An exchange that is to be told. Plain JSON, so that a store may keep it as a string. */
export interface Sample extends Omit<Exchange, "target" | "network"> {
  readonly endedAtMs: number;
  readonly weight: number;
  readonly path: string;
  readonly network: Exchange["network"]["type"];
}

export interface Letterhead {
  readonly sdkVersion: string;
  readonly appVersion: string;
  readonly platform: string;
}

export const OUTCOMES: Readonly<Record<Sample["outcome"], number>> = {
  answered: 1,
  canceled: 2,
  offline: 3,
  unreachable: 4,
  refused: 5,
  lost: 6,
};
export const NETWORKS: Readonly<Record<Sample["network"], number>> = {
  wifi: 1,
  cellular: 2,
  ethernet: 3,
  other: 4,
  none: 5,
};
export const FOUNDS: Readonly<Record<Sample["way"]["found"], number>> = {
  memory: 1,
  persistent: 2,
  httpdns: 3,
  stale: 4,
  system: 5,
};

const UINT32_MAX = 2 ** 32 - 1;
const STATUS_MIN = 100;
const STATUS_MAX = 599;
/** What a method is called that no report may name. */
const OTHER_METHOD = "OTHER";

/** @param dropped how many samples were thrown away since the last report */
export function encodeReport(
  head: Letterhead,
  samples: readonly Sample[],
  dropped: number,
  nowMs: number,
): Uint8Array<ArrayBuffer> {
  const writer = new WireWriter();
  writer.text(1, head.sdkVersion);
  writer.text(2, head.appVersion);
  writer.text(3, head.platform);
  for (const sample of samples) writer.message(4, sample, (inner, each) => writeSample(inner, each, nowMs));
  writer.uint(5, whole(dropped));
  return writer.finish();
}

function writeSample(writer: WireWriter, sample: Sample, nowMs: number): void {
  const { way } = sample;
  writer.uint(1, whole(nowMs - sample.endedAtMs, REPORT_AGE_MS_MAX)); // A clock may be set back meanwhile.
  writer.uint(2, sample.weight);
  writer.text(3, REPORT_METHOD.test(sample.method) ? sample.method : OTHER_METHOD);
  writer.text(4, sample.path);
  writer.uint(5, OUTCOMES[sample.outcome] ?? 0);
  writer.uint(6, statusOf(sample));
  writer.uint(7, NETWORKS[sample.network] ?? 0);
  writer.uint(8, FOUNDS[way.found] ?? 0);
  writer.text(9, host(way.edge.replace(/^[a-z]+:\/\//, "").replace(/\/.*$/, "")));
  writer.text(10, host(way.address ?? ""));
  writer.uint(11, whole(way.attempts, REPORT_ATTEMPTS_MAX));
  writer.flag(12, way.moved);
  writeDuration(writer, 13, sample.dnsMs);
  writeDuration(writer, 14, sample.connectMs);
  writeDuration(writer, 15, sample.tlsMs);
  writeDuration(writer, 16, sample.firstByteMs);
  writer.uint(17, whole(sample.totalMs, REPORT_DURATION_MS_MAX));
  writer.uint(18, whole(sample.bytesOut));
  writer.uint(19, whole(sample.bytesIn));
}

/** A platform may tell of what HTTP does not know. */
function statusOf({ status = 0 }: Sample): number {
  return status >= STATUS_MIN && status <= STATUS_MAX ? status : 0;
}

function writeDuration(writer: WireWriter, field: number, ms: number | undefined): void {
  if (ms !== undefined) writer.uintOf(field, whole(ms, REPORT_DURATION_MS_MAX));
}

function host(text: string): string {
  return REPORT_HOST.test(text) ? text : "";
}

/** What is no number at all is 0: a report is never worth an error. */
function whole(value: number, most: number = UINT32_MAX): number {
  return Math.min(most, Math.max(0, Math.round(value))) || 0;
}
