/**
 * Ten minutes on the way to work, as a script: what happens when, and what came of the calls that apps made meanwhile.
 * @module
 */
import type { NetworkState, Way } from "../../sdk/network/network.ts";
import type { Phone } from "./phones.ts";
import type { World } from "./world.ts";

export type Place = "home" | "mobile" | "train" | "office";

/** Round trips of the networks, milliseconds. */
export const RTTS_MS: Readonly<Record<Place, number>> = { home: 30, mobile: 80, train: 120, office: 20 };

export interface Call {
  /** Of the script's {@link RIDE}. */
  readonly phase: number;
  readonly ms: number;
  /** Of the network in which it began. */
  readonly rttMs: number;
  readonly way?: Way | undefined;
  readonly failure?: unknown;
}

interface Phase {
  /** In seconds of the ride. */
  readonly atSeconds: number;
  readonly title: string;
  /** Whether there is no network at all. */
  readonly isTunnel?: boolean;
  readonly begin: (world: World<Place>, tell: (place: Place | "none") => void) => Promise<void> | void;
}

const TYPES: Readonly<Record<Place, NetworkState["type"]>> = {
  home: "wifi",
  mobile: "cellular",
  train: "wifi",
  office: "wifi",
};

export const RIDE_SECONDS = 600;
export const RIDE: readonly Phase[] = [
  { atSeconds: 0, title: "at home, on Wi-Fi", begin: () => {} },
  {
    atSeconds: 60,
    title: "out of the door: mobile data",
    begin(world, tell) {
      world.enter("mobile");
      tell("mobile");
    },
  },
  { atSeconds: 120, title: "the resolvers fall silent", begin: (world) => world.setResolversSilent(true) },
  {
    atSeconds: 180,
    title: "train's Wi-Fi, whose DNS lies",
    begin(world, tell) {
      world.enter("train");
      world.setDnsLying(true);
      tell("train");
    },
  },
  { atSeconds: 240, title: "the resolvers are back", begin: (world) => world.setResolversSilent(false) },
  {
    atSeconds: 270,
    title: "mobile data again",
    begin(world, tell) {
      world.setDnsLying(false);
      world.enter("mobile");
      tell("mobile");
    },
  },
  { atSeconds: 300, title: "the first edge falls silent", begin: (world) => world.setEdge(0, "silent") },
  { atSeconds: 360, title: "the first edge refuses", begin: (world) => world.setEdge(0, "refusing") },
  { atSeconds: 390, title: "the first edge is back", begin: (world) => world.setEdge(0, "alive") },
  {
    atSeconds: 420,
    title: "a tunnel",
    isTunnel: true,
    begin(world, tell) {
      world.setTunnel(true);
      tell("none");
    },
  },
  {
    atSeconds: 423,
    title: "out of the tunnel",
    begin(world, tell) {
      world.setTunnel(false);
      tell("mobile");
    },
  },
  {
    atSeconds: 480,
    title: "another network, and nobody says so",
    begin: (world) => world.enter("office"),
  },
  {
    atSeconds: 540,
    title: "office Wi-Fi, to and fro",
    begin(world, tell) {
      for (const place of ["mobile", "office", "mobile", "office"] as const) {
        world.enter(place);
        tell(place);
      }
    },
  },
];

export interface RideOptions {
  readonly world: World<Place>;
  readonly phones: readonly Phone[];
  /** Of calls in a second of the ride, by each phone. */
  readonly callsPerSecond: number;
  /** How many seconds of the ride are one here. */
  readonly speed: number;
  readonly onPhase: (title: string) => void;
}

export function stateOf(place: Place | "none"): NetworkState {
  return place === "none" ? { id: "", type: "none" } : { id: place, type: TYPES[place] };
}

/** @returns the calls of each phone, when all are over */
export async function ride(options: RideOptions): Promise<Call[][]> {
  const { world, phones, callsPerSecond, speed, onPhase } = options;
  const calls = phones.map((): Promise<Call>[] => []);
  const startedMs = performance.now();
  const tell = (place: Place | "none") => {
    for (const phone of phones) phone.networkChanged(stateOf(place));
  };
  let phase = -1;
  for (let made = 0; made < RIDE_SECONDS * callsPerSecond; made++) {
    const atSeconds = made / callsPerSecond;
    const waitMs = startedMs + (atSeconds * 1000) / speed - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    for (let next = RIDE[phase + 1]; next !== undefined && atSeconds >= next.atSeconds; next = RIDE[phase + 1]) {
      phase++;
      onPhase(next.title);
      await next.begin(world, tell);
    }
    for (const [index, phone] of phones.entries())
      calls[index]?.push(callOnce(phone, `/items/${made}`, phase, world.rttMs));
  }
  return await Promise.all(calls.map((each) => Promise.all(each)));
}

async function callOnce(phone: Phone, path: string, phase: number, rttMs: number): Promise<Call> {
  const startedMs = performance.now();
  const base = { phase, rttMs };
  try {
    const way = await phone.call(path);
    return { ...base, ms: performance.now() - startedMs, way };
  } catch (failure) {
    return { ...base, ms: performance.now() - startedMs, failure };
  }
}
