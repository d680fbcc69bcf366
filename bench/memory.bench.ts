/**
 * Resident memory of edge and origin while requests of every kind go through them, good ones, bad ones, and those of clients that
 * leave in the middle.
 *
 * What grows with the number of requests is a leak; caches, heaps and pools fill up within the first {@link BASE_REQUESTS}.
 * @module
 */
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Session, SignInGuestRequest } from "../proto/gen/passport.contract.ts";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { buildEdge } from "../scripts/build-edge.ts";
import { startOrigin } from "../scripts/origin.ts";
import { startEdge } from "../scripts/serve.ts";
import { load } from "./load/load.ts";
import { type Leaver, leave } from "./memory/leavers.ts";
import { type Callers, checkMerged, EXPECTED_STATUSES, PASSPORT, requests } from "./memory/requests.ts";
import { atRest } from "./memory/resident.ts";
import { startServer } from "./server-process.ts";

export const title = "resident memory of edge and origin after 100 000 requests of every kind, against after 20 000";
export const targets: Record<string, Target> = { edge_growth: { atMost: 1.1 }, origin_growth: { atMost: 1.1 } };

const BASE_REQUESTS = 20_000;
const STEPS = 5;
/** More, and the base of a quick run would lie before caches and heaps are full. */
const QUICK_DIVISOR = 2.5;
const CONNECTIONS = 16;
/** One request in twenty is one whose client leaves. */
const LEAVERS_SHARE = 0.05;
const CALLERS = 20;
const SIGN_IN_DEVICES = 40;
const SECRET = Buffer.alloc(32, 7).toString("base64");
const MEBIBYTE = 1_048_576;

interface Servers {
  readonly edge: { readonly url: string; readonly pid: number };
  readonly origin: { readonly pid: number };
}

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    return await grow(await bringUp(stops), quick ? BASE_REQUESTS / QUICK_DIVISOR : BASE_REQUESTS, say);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function bringUp(stops: (() => Promise<unknown>)[]): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-memory-"));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const api = fileURLToPath(new URL("../examples/countries-api/server.ts", import.meta.url));
  const countries = await startServer(api, ["--port", "0"]);
  stops.push(() => countries.close());
  const nowhere = await open(devNull, "w");
  stops.push(() => nowhere.close());
  const origin = await startOrigin(
    {
      PORT: "0",
      SQLITE_PATH: join(folder, "origin.sqlite"),
      IDENTITY_KEY: SECRET,
      KEY_ENCRYPTION_KEY: SECRET,
      DRAIN_GRACE_MS: "0",
    },
    { stdout: nowhere.fd },
  );
  stops.push(() => origin.stop());
  const edge = await startEdge({
    module: await buildEdge(folder),
    port: 0,
    routes: await routesTo(countries.url, origin.url),
    bindings: { IDENTITY_KEY: SECRET },
    stdout: "ignore",
  });
  stops.push(() => edge.stop());
  return { edge, origin };
}

async function grow(
  { edge, origin }: Servers,
  requestsPerStep: number,
  say: BenchContext["say"],
): Promise<BenchResult> {
  const curve: { readonly requests: number; readonly edge: number; readonly origin: number }[] = [];
  for (let step = 0; step <= STEPS; step++) {
    if (step > 0) await send(edge.url, requestsPerStep);
    const [edgeBytes = 0, originBytes = 0] = await atRest([edge.pid, origin.pid]);
    const point = { requests: step * requestsPerStep, edge: edgeBytes / MEBIBYTE, origin: originBytes / MEBIBYTE };
    curve.push(point);
    say(`${point.requests} requests: edge ${point.edge.toFixed(1)} MiB, origin ${point.origin.toFixed(1)} MiB`);
  }
  const [, base, last] = [curve[0], curve[1], curve.at(-1)];
  if (base === undefined || last === undefined) throw new Error("nothing was measured");
  return {
    table: {
      columns: ["requests", "edge MiB", "origin MiB"],
      rows: curve.map(({ requests: sent, edge: e, origin: o }) => [sent, Number(e.toFixed(1)), Number(o.toFixed(1))]),
    },
    figures: { edge_mebibytes: last.edge, origin_mebibytes: last.origin },
    ratios: { edge_growth: last.edge / base.edge, origin_growth: last.origin / base.origin },
  };
}

/** So many requests in all. @throws Error where one is answered as none should be */
async function send(url: string, count: number): Promise<void> {
  const callers = await signIn(url);
  await checkMerged(url, callers);
  const left = Math.round(count * LEAVERS_SHARE);
  const [report] = await Promise.all([
    load({
      url,
      connections: CONNECTIONS,
      until: { replies: count - left },
      traffic: { protocol: "http1", requests: requests(callers) },
    }),
    leave(url, leaversOf(callers), left),
  ]);
  const wrong = Object.entries(report.failed).filter(([outcome]) => !EXPECTED_STATUSES.has(outcome));
  if (wrong.length > 0)
    throw new Error(`replies that nobody asked for: ${wrong.map((pair) => pair.join(" × ")).join(", ")}`);
  if (report.ok === 0) throw new Error("no request was answered well");
}

/** New tokens for each step: they live for ten minutes. */
async function signIn(url: string): Promise<Callers> {
  const tokens: string[] = [];
  for (let caller = 0; caller < CALLERS; caller++) {
    const response = await fetch(`${url}${PASSPORT}/SignInGuest`, {
      method: "POST",
      headers: { "content-type": "application/proto" },
      body: SignInGuestRequest.encode({ deviceId: `memory-bench-caller-${caller}` }),
    });
    if (response.status !== 200) throw new Error(`signing in is answered with ${response.status}`);
    tokens.push(Session.decode(await response.bytes()).accessToken);
  }
  return { tokens, devices: Array.from({ length: SIGN_IN_DEVICES }, (_, at) => `memory-bench-device-${at}`) };
}

function leaversOf(callers: Callers): Leaver[] {
  const all = requests(callers);
  const bodies = all.filter(({ body }) => body !== undefined && body.length > 1);
  const large = { path: "/api/countries?per_page=100" };
  return [
    ...all.slice(0, 50).map((request) => ({ request, leavesAt: "sent" as const })),
    ...all.slice(50, 100).map((request) => ({ request, leavesAt: "reply" as const })),
    ...bodies.slice(0, 25).map((request) => ({ request, leavesAt: "body" as const })),
    ...Array.from({ length: 25 }, () => ({ request: large, leavesAt: "reply" as const })),
  ];
}

/** The bundled table, whose upstreams are elsewhere today. */
async function routesTo(countries: string, origin: string): Promise<string> {
  const table = JSON.parse(await readFile(new URL("../edge/route/default-routes.json", import.meta.url), "utf8"));
  table.upstreams.countries.urls = [countries];
  table.upstreams.origin.urls = [origin];
  return JSON.stringify(table);
}
