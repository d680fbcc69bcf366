/**
 * Ten minutes of a phone's way to work, five calls a second, that may all be repeated: networks change, told and untold, the network's DNS
 * lies, resolvers fall silent, an edge falls silent and then refuses, and every twentieth piece that is sent cuts its connection. Sockets
 * and TLS are real, on loopback; round trips are the link emulator's. A phone with plain `fetch` and the network's DNS goes beside it,
 * and makes the same calls at the same moments.
 *
 * A call is held against what its network allows: three of its round trips (TCP, TLS, request) and 300 ms. `p99_of_limit` is the 99th
 * percentile of that, of all calls but those that are made in the tunnel, which nobody can answer before its end; none of these may fail
 * either. A call with plain fetch that fails has no time, so that its percentiles are of those that went well.
 * @module
 */
import { type Call, RIDE } from "../examples/commute/ride.ts";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { COMMUTE_COLUMNS, commute, commuteRows, statistics } from "../scripts/commute.ts";
import { quantile } from "../scripts/quantile.ts";
import { seeded } from "../test/seeded.ts";

export const title = "ten minutes on the way to work: networks change, resolvers and edges die, connections are cut";
export const targets: Record<string, Target> = { failed: { atMost: 0 }, p99_of_limit: { atMost: 1 } };

/** A third of its time: faster, and calls would wait for each other that no phone makes at once. */
const WHOLE = { seconds: 200, callsPerSecond: 5 };
const QUICK = { seconds: 20, callsPerSecond: 1 };
const LIMIT_ROUND_TRIPS = 3;
const LIMIT_MS = 300;

export async function run({ quick, seed, say }: BenchContext): Promise<BenchResult> {
  const pace = quick ? QUICK : WHOLE;
  const ride = await commute({ ...pace, random: seeded(seed), say });
  const [fairway = [], plain = []] = ride.calls;
  const moved = fairway.filter(({ way }) => way?.moved).length;
  const [failed, p50, p99] = statistics(fairway);
  const [plainFailed, plainP50, plainP99] = statistics(plain);
  return {
    table: { columns: COMMUTE_COLUMNS, rows: commuteRows(ride) },
    figures: {
      calls: fairway.length,
      failed,
      plain_failed: plainFailed,
      moved,
      p50_ms: p50,
      p99_ms: p99,
      plain_p50_ms: plainP50,
      plain_p99_ms: plainP99,
    },
    ratios: { p99_of_limit: p99OfLimit(fairway), plain_p99_of_limit: p99OfLimit(plain) },
  };
}

function p99OfLimit(calls: readonly Call[]): number {
  const allowed = calls.filter(({ phase, failure }) => failure === undefined && RIDE[phase]?.isTunnel !== true);
  return quantile(
    allowed.map(({ ms, rttMs }) => ms / (LIMIT_ROUND_TRIPS * rttMs + LIMIT_MS)),
    0.99,
  );
}
