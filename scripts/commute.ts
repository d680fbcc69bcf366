/**
 * `npm run commute [-- SECONDS]`: ten minutes of a phone's way to work in two hundred seconds, or as many as are given. Networks change,
 * resolvers fall silent, an edge dies, and every twentieth piece that is sent cuts its connection. The phone makes five calls a second of
 * its time; beside it goes one with plain `fetch` and the network's DNS. Prints what came of their calls.
 * @module
 */
import { pathToFileURL } from "node:url";
import { openLinkWorker } from "../bench/link/link-worker.ts";
import { fairwayPhone, type Phone, plainPhone } from "../examples/commute/phones.ts";
import { type Call, type Place, RIDE, RIDE_SECONDS, RTTS_MS, ride, stateOf } from "../examples/commute/ride.ts";
import { EDGE_HOSTS, type Road, startWorld } from "../examples/commute/world.ts";
import { selfSignedCertificate } from "./certificate.ts";
import { quantile } from "./quantile.ts";

const SECONDS = 200;
const CALLS_PER_SECOND = 5;
const CUT_PART = 0.05;
/** Of each network, both ways: what its users share is not the matter here. */
const BITS_PER_SECOND = 20_000_000;

export interface Commute {
  /** By phone: Fairway's, and the plain one. */
  readonly calls: readonly (readonly Call[])[];
}

export interface CommuteOptions {
  /** Here, for all of the ride. */
  readonly seconds: number;
  /** Of the ride. */
  readonly callsPerSecond: number;
  /** Uniform in [0, 1): which connections are cut. */
  readonly random: () => number;
  readonly say: (line: string) => void;
}

export async function commute({ seconds, callsPerSecond, random, say }: CommuteOptions): Promise<Commute> {
  const places = Object.keys(RTTS_MS) as Place[];
  const bits = { upBitsPerSecond: BITS_PER_SECOND, downBitsPerSecond: BITS_PER_SECOND };
  const links = places.map((place) => openLinkWorker({ rttMs: RTTS_MS[place], ...bits }));
  const roads = Object.fromEntries(
    places.map((place, index): [Place, Road] => [place, roadOf(RTTS_MS[place], links[index])]),
  ) as Record<Place, Road>;
  const world = await startWorld({
    roads,
    first: "home",
    tls: selfSignedCertificate(EDGE_HOSTS, Date.now()),
    strangerTls: selfSignedCertificate(["login.example"], Date.now()),
    cutPart: CUT_PART,
    random,
  });
  const phones: readonly Phone[] = [fairwayPhone(world, stateOf("home")), plainPhone(world)];
  try {
    const speed = RIDE_SECONDS / seconds;
    const calls = await ride({ world, phones, callsPerSecond, speed, onPhase: say });
    return { calls };
  } finally {
    for (const phone of phones) await phone.close();
    await world.stop();
    for (const link of links) await link.close();
  }
}

function roadOf(rttMs: number, link: ReturnType<typeof openLinkWorker> | undefined): Road {
  if (link === undefined) throw new Error("a place without a link");
  return { rttMs, relay: (target) => link.relay(target), roundTrip: () => link.roundTrip() };
}

export const COMMUTE_COLUMNS = [
  "on the way",
  "calls",
  ...["Fairway", "plain fetch"].flatMap((name) => [`${name}: failed`, "p50 ms", "p99 ms"]),
];

/** A line for each phase, and one for all: failed calls, median and 99th percentile of the others by phone. */
export function commuteRows({ calls }: Commute): (string | number)[][] {
  const row = (title: string, pick: (call: Call) => boolean) => {
    const picked = calls.map((each) => each.filter(pick));
    return [title, picked[0]?.length ?? 0, ...picked.flatMap(statistics)];
  };
  return [
    ...RIDE.map(({ title }, index) => row(title, ({ phase }) => phase === index)),
    row("the whole ride", () => true),
  ];
}

/** @returns how many failed, and p50 and p99 of the others in milliseconds */
export function statistics(calls: readonly Call[]): [failed: number, p50: number, p99: number] {
  const good = calls.filter(({ failure }) => failure === undefined).map(({ ms }) => ms);
  return [calls.length - good.length, quantile(good, 0.5), quantile(good, 0.99)];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const seconds = Number(process.argv[2] ?? SECONDS);
  if (!(seconds >= 10 && seconds <= RIDE_SECONDS)) throw new Error(`SECONDS: 10 to ${RIDE_SECONDS} expected`);
  const say = (title: string) => console.log(`… ${title}`);
  const result = await commute({ seconds, callsPerSecond: CALLS_PER_SECOND, random: Math.random, say });
  console.log(`\n${COMMUTE_COLUMNS.join(" | ")}`);
  for (const row of commuteRows(result)) {
    console.log(row.map((cell) => (typeof cell === "number" ? Math.round(cell) : cell)).join(" | "));
  }
  const ways = (result.calls[0] ?? []).map(({ way }) =>
    way === undefined ? "none" : `${way.found}${way.moved ? ", moved" : ""}`,
  );
  const counts = Map.groupBy(ways, (way) => way);
  console.log(`\nFairway's ways: ${[...counts].map(([way, { length }]) => `${way} ${length}`).join("; ")}`);
}
