/**
 * Percentiles of exchanges, by what somebody wants to tell apart. Each line of the log stands for as many exchanges as its weight says, so a
 * percentile is the value below which that part of the weight lies.
 * @module
 */

/** What lines may be told apart by: fields of edge/report/line.ts. */
export const DIMENSIONS = [
  "network",
  "found",
  "platform",
  "app",
  "sdk",
  "country",
  "asn",
  "region",
  "client",
  "edge",
  "address",
  "method",
  "path",
  "outcome",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const DURATIONS = ["dnsMs", "connectMs", "tlsMs", "firstByteMs", "totalMs"] as const;
type Duration = (typeof DURATIONS)[number];

/** Outcomes in which no answer came although one was wanted. */
const FAILED = new Set(["unreachable", "lost", "refused"]);
const SERVER_ERROR_MIN = 500;
const ABSENT = "-";

type Values = { readonly value: number; readonly weight: number }[];

export interface Group {
  readonly key: readonly string[];
  exchanges: number;
  failed: number;
  serverErrors: number;
  moved: number;
  readonly durations: Readonly<Record<Duration, Values>>;
}

export function isDimension(name: string): name is Dimension {
  return (DIMENSIONS as readonly string[]).includes(name);
}

/** @param lines of the edge's log, of whatever kind */
export async function accumulate(
  lines: AsyncIterable<string> | Iterable<string>,
  by: readonly Dimension[],
): Promise<Group[]> {
  const groups = new Map<string, Group>();
  for await (const text of lines) {
    const line = exchangeOf(text);
    if (line === undefined) continue;
    const key = by.map((name) => String(line[name] ?? ABSENT));
    const name = JSON.stringify(key);
    const group = groups.get(name) ?? emptyGroup(key);
    groups.set(name, group);
    add(group, line);
  }
  return [...groups.values()].sort((a, b) => b.exchanges - a.exchanges);
}

/**
 * The value at which the part of the weight is reached; undefined where there is none.
 * @param part 0.99 for p99
 */
export function percentile(values: Values, part: number): number | undefined {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const wanted = sorted.reduce((sum, { weight }) => sum + weight, 0) * part;
  let sum = 0;
  for (const { value, weight } of sorted) {
    sum += weight;
    if (sum >= wanted) return value;
  }
  return sorted.at(-1)?.value;
}

export function renderGroups(groups: readonly Group[], by: readonly string[]): string[] {
  const heads = ["exchanges", "failed", "5xx", "moved", "dns p95", "connect p50", "tls p50"];
  const times = ["first byte p50", "first byte p95", "total p50", "total p95", "total p99"];
  const rows = groups.map(({ key, exchanges, failed, serverErrors, moved, durations }) => {
    const { dnsMs, connectMs, tlsMs, firstByteMs, totalMs } = durations;
    return [
      ...key,
      String(exchanges),
      ...[failed, serverErrors, moved].map((count) => `${((100 * count) / exchanges).toFixed(2)}%`),
      ...[percentile(dnsMs, 0.95), percentile(connectMs, 0.5), percentile(tlsMs, 0.5)].map(shown),
      ...[percentile(firstByteMs, 0.5), percentile(firstByteMs, 0.95)].map(shown),
      ...[0.5, 0.95, 0.99].map((part) => shown(percentile(totalMs, part))),
    ];
  });
  const table = [[...by, ...heads, ...times], ...rows];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row.map((cell, at) => (at < by.length ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  "),
  );
}

function exchangeOf(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.includes('"report":"exchange"')) return undefined;
  try {
    const line: unknown = JSON.parse(text);
    const isExchange =
      typeof line === "object" && line !== null && (line as { report?: unknown }).report === "exchange";
    return isExchange ? (line as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined; // A line that was cut in two, as the last of a log that is still written.
  }
}

function emptyGroup(key: readonly string[]): Group {
  const durations = { dnsMs: [], connectMs: [], tlsMs: [], firstByteMs: [], totalMs: [] };
  return { key, exchanges: 0, failed: 0, serverErrors: 0, moved: 0, durations };
}

function add(group: Group, line: Readonly<Record<string, unknown>>): void {
  const weight = Number(line.weight) || 1;
  group.exchanges += weight;
  if (FAILED.has(String(line.outcome))) group.failed += weight;
  if (Number(line.status ?? 0) >= SERVER_ERROR_MIN) group.serverErrors += weight;
  if (line.moved === true) group.moved += weight;
  for (const name of DURATIONS) {
    const value = line[name];
    if (typeof value === "number") group.durations[name].push({ value, weight });
  }
}

function shown(ms: number | undefined): string {
  return ms === undefined ? ABSENT : String(ms);
}
