/**
 * An app's cold start over a phone's link: the same twenty calls, three deep, with Fairway and straight to the services.
 *
 *     phone ══ link (RTT, 1.6 Mbit/s, a round trip for a connection) ══╦═ TLS ═ edge (workerd) ──▶ origin, countries API
 *                                                                     ╚═ TLS ═ front, adds nothing ──▶ the same two
 *
 * Cold: a new connection, without a TLS session of before; HTTP/1.1 and HTTP/2 pay a round trip for DNS, Fairway knows the
 * edge's address. Warm: once more on the connections that are open then, as a new app that signs in again.
 *
 * All ways are traced (`traceparent`), and none is slowed by a key exchange that another does not make.
 *
 * Bytes are those on the wire, both ways, TLS with its handshake among them, TCP and IP headers not. A limit is what no way of
 * sending these bytes could beat: round trips (TCP, TLS, one request) and the time the bytes take at the link's bandwidth.
 * `bytes_of_h2` is of the warm start, so of the twenty calls themselves: the handshake of a cold one, some 1.4 KB, is the same for
 * both and is in `cold_bytes_of_h2`.
 *
 * Every run gives the same replies, which is checked. Code is compiled when it is first run, so each way makes one untimed start
 * before, on another connection and with another phone's questions.
 * @module
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { type ColdStart, PHONE, type Phone } from "../examples/phone/cold-start.ts";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { selfSignedCertificate } from "../scripts/certificate.ts";
import { startOrigin } from "../scripts/origin.ts";
import { startEdge } from "../scripts/serve.ts";
import { type Device, fairway, http1, http2, type Road } from "./cold-start/ways.ts";
import type { Address, Link } from "./link/link.ts";
import { openLinkWorker } from "./link/link-worker.ts";
import { median, medianRatio } from "./rounds.ts";
import { startServer } from "./server-process.ts";

export const title = "an app's cold start, 20 calls three deep, over a phone's link: Fairway, HTTP/1.1 and HTTP/2";
export const targets: Record<string, Target> = {
  cold_of_limit: { atMost: 1.15 },
  warm_of_limit: { atMost: 1.25 },
  cold_of_h1: { atMost: 0.5 },
  cold_of_h2: { atMost: 0.55 },
  bytes_of_h2: { atMost: 0.34 },
};

const RTTS_MS = [50, 100, 300];
/** The one that the targets are of. */
const TARGET_RTT_MS = 100;
const BITS_PER_SECOND = 1_600_000;
/** TCP, TLS 1.3, one request. */
const COLD_ROUND_TRIPS = 3;
const WARM_ROUND_TRIPS = 1;
const ROUNDS = 7;

/** Asks the same of other countries. */
const OTHER_PHONE: Phone = {
  deviceId: "0f8c2d1b-77aa-4e0e-8f3c-other-phone",
  home: { name: "Hungary", cca3: "HUN" },
  searches: ["po", "bel"],
};

const WAYS = { fairway, h1: http1, h2: http2 };
type WayName = keyof typeof WAYS;
const WAY_NAMES = Object.keys(WAYS) as WayName[];
const LABELS: Record<WayName, string> = { fairway: "Fairway", h1: "HTTP/1.1 × 6", h2: "HTTP/2" };
type Temperature = "cold" | "warm";

interface Run {
  readonly ms: number;
  readonly bytes: number;
  readonly connections: number;
}

type Runs = Record<WayName, Record<Temperature, Run[]>>;

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const services = await startServices();
  try {
    const byRtt = new Map<number, Runs>();
    for (const rttMs of RTTS_MS) byRtt.set(rttMs, await compareWays(rttMs, services, quick ? 1 : ROUNDS, say));
    return resultOf(byRtt);
  } finally {
    await services.close();
  }
}

async function compareWays(rttMs: number, services: Services, rounds: number, say: BenchContext["say"]): Promise<Runs> {
  const link = openLinkWorker({ rttMs, upBitsPerSecond: BITS_PER_SECOND, downBitsPerSecond: BITS_PER_SECOND });
  try {
    const [edge, front] = await Promise.all([services.edge, services.front].map((target) => link.relay(target)));
    const road = (way: WayName): Road => ({
      url: `https://127.0.0.1:${(way === "fairway" ? edge : front)?.port}`,
      ca: services.ca,
      lookUp: () => link.roundTrip(),
    });
    const runs = Object.fromEntries(WAY_NAMES.map((way) => [way, { cold: [], warm: [] }])) as unknown as Runs;
    for (const way of WAY_NAMES) {
      const device = WAYS[way](road(way));
      await device.start(OTHER_PHONE);
      await device.close();
    }
    let expected: unknown;
    for (let round = 1; round <= rounds; round++) {
      for (const way of WAY_NAMES) {
        const device = WAYS[way](road(way));
        try {
          for (const temperature of ["cold", "warm"] as const) {
            const { replies, ...measured } = await measure(device, link);
            runs[way][temperature].push(measured);
            expected ??= replies;
            if (!isDeepStrictEqual(replies, expected)) throw new Error(`${LABELS[way]} gives other replies`);
            const { ms, bytes, connections } = measured;
            say(
              `${rttMs} ms, round ${round}, ${LABELS[way]} ${temperature}: ${ms.toFixed(1)} ms, ${bytes} B, ${connections} connections`,
            );
          }
        } finally {
          await device.close();
        }
      }
    }
    return runs;
  } finally {
    await link.close();
  }
}

async function measure(device: Device, link: Link): Promise<Run & { replies: unknown }> {
  const before = await link.counts();
  const startedMs = performance.now();
  const replies = await device.start(PHONE);
  const ms = performance.now() - startedMs;
  const after = await link.counts();
  return {
    ms,
    bytes: after.upBytes + after.downBytes - before.upBytes - before.downBytes,
    connections: after.connections - before.connections,
    replies: lasting(replies),
  };
}

/** The replies without the tokens, which are others every time. */
function lasting({ session, ...replies }: ColdStart): unknown {
  return { ...replies, uid: session.uid };
}

function resultOf(byRtt: ReadonlyMap<number, Runs>): BenchResult {
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  for (const [rttMs, runs] of byRtt) {
    for (const temperature of ["cold", "warm"] as const) {
      for (const way of WAY_NAMES) {
        const taken = runs[way][temperature];
        const ms = median(taken.map((one) => one.ms));
        const bytes = median(taken.map((one) => one.bytes));
        const connections = median(taken.map((one) => one.connections));
        const limits = taken.map((one) => one.ms / limitMs(one, rttMs, temperature));
        rows.push([`${rttMs} ms`, temperature, LABELS[way], ms, bytes, connections, median(limits)]);
        figures[`rtt${rttMs}_${way}_${temperature}_ms`] = ms;
        figures[`rtt${rttMs}_${way}_${temperature}_bytes`] = bytes;
      }
    }
  }
  const { fairway: ours, h1, h2 } = byRtt.get(TARGET_RTT_MS) as Runs;
  const ofLimit = (temperature: Temperature) =>
    median(ours[temperature].map((one) => one.ms / limitMs(one, TARGET_RTT_MS, temperature)));
  const of = (theirs: Runs[WayName], temperature: Temperature, key: "ms" | "bytes") =>
    medianRatio(
      ours[temperature].map((one) => one[key]),
      theirs[temperature].map((one) => one[key]),
    );
  return {
    table: { columns: ["RTT", "", "way", "ms", "bytes", "connections", "of limit"], rows },
    figures,
    ratios: {
      cold_of_limit: ofLimit("cold"),
      warm_of_limit: ofLimit("warm"),
      cold_of_h1: of(h1, "cold", "ms"),
      cold_of_h2: of(h2, "cold", "ms"),
      warm_of_h2: of(h2, "warm", "ms"),
      bytes_of_h2: of(h2, "warm", "bytes"),
      cold_bytes_of_h2: of(h2, "cold", "bytes"),
    },
  };
}

function limitMs({ bytes }: Run, rttMs: number, temperature: Temperature): number {
  const roundTrips = temperature === "cold" ? COLD_ROUND_TRIPS : WARM_ROUND_TRIPS;
  return roundTrips * rttMs + (bytes * 8000) / BITS_PER_SECOND;
}

interface Services {
  readonly edge: Address;
  readonly front: Address;
  /** PEM, of both. */
  readonly ca: string;
  close(): Promise<void>;
}

async function startServices(): Promise<Services> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-cold-start-"));
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const tls = selfSignedCertificate(["edge.invalid", "127.0.0.1"], Date.now());
    const identityKey = randomBytes(32).toString("base64");
    const countries = await startServer(
      fileURLToPath(new URL("../examples/countries-api/server.ts", import.meta.url)),
      ["--port", "0"],
    );
    stops.push(() => countries.close());
    const origin = await startOrigin({
      PORT: "0",
      SQLITE_PATH: join(folder, "origin.sqlite"),
      IDENTITY_KEY: identityKey,
      KEY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
      DRAIN_GRACE_MS: "0",
    });
    stops.push(() => origin.stop());
    const front = await startServer(fileURLToPath(new URL("cold-start/front.ts", import.meta.url)), [], {
      ORIGIN: origin.url,
      COUNTRIES: countries.url,
      TLS_KEY: tls.key,
      TLS_CERT: tls.cert,
    });
    stops.push(() => front.close());
    const edge = await startEdge({
      port: 0,
      routes: await routesTo(origin.url, countries.url),
      bindings: { IDENTITY_KEY: identityKey, OPS_TOKEN: randomBytes(16).toString("hex") },
      tls,
      stdout: "ignore",
    });
    stops.push(() => edge.stop());
    return { edge: addressOf(edge.url), front: addressOf(front.url), ca: tls.cert, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The bundled table, with the services where they are now. */
async function routesTo(origin: string, countries: string): Promise<string> {
  const table = JSON.parse(await readFile(new URL("../edge/route/default-routes.json", import.meta.url), "utf8"));
  table.upstreams.origin.urls = [origin];
  table.upstreams.countries.urls = [countries];
  return JSON.stringify(table);
}

function addressOf(url: string): Address {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}
