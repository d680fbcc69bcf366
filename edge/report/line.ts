/**
 * The lines that a report becomes: one for each sample, and one for what was dropped. Fields that do not apply are left out. `report` is what tells
 * them from lines of the access log.
 * @module
 */
import { Found, Network, Outcome, type Report, type Sample } from "../../proto/gen/report.contract.ts";
import { networkOf } from "../../proto/network.ts";
import type { Place } from "../httpdns/httpdns.ts";
import type { Call, Client } from "../route/call.ts";

/** What all lines of a report say. */
interface Origin {
  /** The network from which the report came: that of the exchange, if the device has not moved since. */
  readonly client?: string;
  /** Of that network, as far as anybody knows: ISO 3166-1, the number of the autonomous system, by which carriers are told apart, and a label. */
  readonly country?: string;
  readonly asn?: number;
  readonly region?: string;
  readonly platform?: string;
  readonly app?: string;
  readonly sdk?: string;
}

export interface SampleLine extends Origin {
  readonly report: "exchange";
  /** When the exchange ended, by the edge's clock and the device's word for how long ago that was. RFC 3339. */
  readonly time: string;
  /** How many exchanges the line stands for: percentiles and sums are to be weighted with it. */
  readonly weight: number;
  readonly method: string;
  readonly path: string;
  readonly outcome: string;
  readonly status?: number;
  readonly network: string;
  readonly found: string;
  readonly edge?: string;
  readonly address?: string;
  readonly attempts?: number;
  readonly moved?: true;
  readonly dnsMs?: number;
  readonly connectMs?: number;
  readonly tlsMs?: number;
  readonly firstByteMs?: number;
  readonly totalMs: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
}

export interface DroppedLine extends Origin {
  readonly report: "dropped";
  readonly time: string;
  readonly count: number;
}

const OUTCOMES = wordsOf(Outcome);
const NETWORKS = wordsOf(Network);
const FOUNDS = wordsOf(Found);
/** Of a newer SDK than this edge, or not told. */
const UNKNOWN = "unknown";

/** Where a report comes from. */
export type Whence = Pick<Place, "country" | "asn" | "region">;

/** @param report checked */
export function linesOf(report: Report, { client }: Pick<Call, "client">, whence: Whence, nowMs: number): string[] {
  const origin = originOf(report, client, whence);
  const lines: (SampleLine | DroppedLine)[] = report.samples.map((sample) => sampleLine(sample, origin, nowMs));
  if (report.dropped > 0) {
    lines.push({ report: "dropped", time: new Date(nowMs).toISOString(), count: report.dropped, ...origin });
  }
  return lines.map((line) => JSON.stringify(line));
}

function originOf({ platform, appVersion, sdkVersion }: Report, { ip }: Client, whence: Whence): Origin {
  const { country, asn, region } = whence;
  return {
    client: ip === undefined ? undefined : networkOf(ip),
    country,
    asn,
    region,
    platform: platform || undefined,
    app: appVersion || undefined,
    sdk: sdkVersion || undefined,
    // JSON leaves out what is undefined; a type with exact optional properties does not see that.
  } as Origin;
}

function sampleLine(sample: Sample, origin: Origin, nowMs: number): SampleLine {
  const { ageMs, weight, method, path, outcome, status, network, found, edge, address, attempts, moved } = sample;
  const { dnsMs, connectMs, tlsMs, firstByteMs, totalMs, bytesOut, bytesIn } = sample;
  return {
    report: "exchange",
    time: new Date(nowMs - ageMs).toISOString(),
    weight,
    method,
    path,
    outcome: OUTCOMES.get(outcome) ?? UNKNOWN,
    status: status || undefined,
    network: NETWORKS.get(network) ?? UNKNOWN,
    found: FOUNDS.get(found) ?? UNKNOWN,
    edge: edge || undefined,
    address: address || undefined,
    attempts: attempts || undefined,
    moved: moved || undefined,
    dnsMs,
    connectMs,
    tlsMs,
    firstByteMs,
    totalMs,
    bytesOut,
    bytesIn,
    ...origin,
  } as SampleLine;
}

/** An enum's names in lower case, but for the one that says nothing. */
function wordsOf(values: Readonly<Record<string, number>>): ReadonlyMap<number, string> {
  return new Map(Object.entries(values).flatMap(([name, value]) => (value === 0 ? [] : [[value, name.toLowerCase()]])));
}
