/**
 * Names that are known, per second: Tencent's dialect in clear, and DNS over HTTPS of a padded query without its TLS, against a bare workerd
 * Worker with a constant in each place. dnsdist, where it is installed, is printed beside it.
 * @module
 */
import { fileURLToPath } from "node:url";
import { renderBase64Url } from "../proto/base64.ts";
import { encodeMessage, FLAG_RD, OPTION_PADDING } from "../proto/dns/dns.ts";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { startEdge } from "../scripts/serve.ts";
import { startBare } from "./cache/bare.ts";
import { startDnsdist } from "./dns/dnsdist.ts";
import { load } from "./load/load.ts";
import { median, medianRatio, takeTurns } from "./rounds.ts";
import type { ServerProcess } from "./server-process.ts";

export const title =
  "answers/s for names that are known: Tencent's /d and DoH, against a bare workerd route and dnsdist";
export const targets: Record<string, Target> = { vs_bare_d: { atLeast: 0.6 }, vs_bare_doh: { atLeast: 0.5 } };

const CONNECTIONS = 32;
const NAME = "app.example";
const ADDRESSES = ["192.0.2.1", "192.0.2.2"];
/** As kdig and browsers send it: the reply is padded to a block. */
const QUERY = encodeMessage({
  type: "query",
  flags: FLAG_RD,
  questions: [{ name: NAME, type: "A", class: "IN" }],
  additionals: [
    { type: "OPT", name: ".", udpPayloadSize: 4096, flags: 0, options: [{ code: OPTION_PADDING, length: 84 }] },
  ],
});
const PATHS = { d: `/d?dn=${NAME}&ttl=1&clientip=1`, doh: `/dns-query?dns=${renderBase64Url(QUERY)}` } as const;

type Path = keyof typeof PATHS;

interface Contender {
  readonly paths: readonly Path[];
  /** Undefined where it is not installed. */
  start(): Promise<ServerProcess | undefined>;
}

const CONTENDERS: Readonly<Record<string, Contender>> = {
  edge: { paths: ["d", "doh"], start: startFairway },
  bare: {
    paths: ["d", "doh"],
    start: () => startBare(fileURLToPath(new URL("dns/constant-worker.js", import.meta.url))),
  },
  dnsdist: { paths: ["doh"], start: () => startDnsdist(ADDRESSES) },
};

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const servers: ServerProcess[] = [];
  try {
    const measures: Record<string, () => Promise<number>> = {};
    for (const [name, { paths, start }] of Object.entries(CONTENDERS)) {
      const server = await start();
      if (server === undefined) {
        say(`${name} is not installed, and is left out`);
        continue;
      }
      servers.push(server);
      for (const path of paths) {
        await requireAnswer(server.url, path, name === "edge");
        measures[`${name}_${path}`] = () => answersPerSecond(name, server.url, path, quick);
      }
    }
    const perSecond = await takeTurns(quick ? 1 : 9, measures, say);
    const ratio = (path: Path) => medianRatio(perSecond[`edge_${path}`] ?? [], perSecond[`bare_${path}`] ?? []);
    return {
      table: {
        columns: ["contender and path", "answers/s"],
        rows: Object.entries(perSecond).map(([name, values]) => [name, median(values)]),
      },
      figures: Object.fromEntries(
        Object.entries(perSecond).map(([name, values]) => [`${name}_answers_per_second`, median(values)]),
      ),
      ratios: { vs_bare_d: ratio("d"), vs_bare_doh: ratio("doh") },
    };
  } finally {
    for (const server of servers.reverse()) await server.close();
  }
}

/** The edge as `npm run serve` runs it. Its access log is written, and nobody reads it. */
async function startFairway(): Promise<ServerProcess> {
  const document = {
    zones: { example: { names: { app: { sets: "app" } } } },
    sets: { app: { addresses: ADDRESSES } },
    settings: { open: { dialects: ["tencent", "doh"] } },
  };
  const routes = { upstreams: { none: { urls: ["http://127.0.0.1:1"] } }, routes: [] };
  const bindings = {
    HTTPDNS: JSON.stringify(document),
    PROTOCOLS: JSON.stringify({ "httpdns-tencent": true, "httpdns-doh": true }),
  };
  const edge = await startEdge({ port: 0, routes: JSON.stringify(routes), bindings, stdout: "ignore" });
  return { url: edge.url, pid: edge.pid, close: () => edge.stop() };
}

/** @throws Error where the reply is not what is measured */
async function requireAnswer(url: string, path: Path, isEdge: boolean): Promise<void> {
  const reply = await fetch(url + PATHS[path]);
  const body = Buffer.from(await reply.arrayBuffer());
  if (reply.status !== 200 || (isEdge && path === "doh" && body.length !== 468)) {
    throw new Error(`${url} answers ${reply.status} with ${body.length} bytes`);
  }
  if (isEdge && path === "d" && !ADDRESSES.every((address) => body.includes(address))) {
    throw new Error(`${url} answers ${body}`);
  }
}

async function answersPerSecond(name: string, url: string, path: Path, quick: boolean): Promise<number> {
  const report = await load({
    url,
    connections: CONNECTIONS,
    warmupMs: quick ? 200 : 500,
    until: { ms: quick ? 500 : 1500 },
    traffic: { protocol: "http1", requests: [{ path: PATHS[path] }] },
  });
  const failures = Object.entries(report.failed);
  if (failures.length > 0) throw new Error(`${name} failed: ${failures.map((pair) => pair.join(" × ")).join(", ")}`);
  return report.perSecond;
}
