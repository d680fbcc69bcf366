/**
 * Three resolvers behind an edge, of which one and then two are ill: how often a forged address is believed, and how often a name that an
 * honest resolver knows is not answered.
 *
 * Each in turn lies, is dead, hangs, dawdles, cuts its replies off; then two are dead, hang or cut off; then one begins to lie in the moment
 * in which a second one fails, and one goes on lying that was caught before. All names are new, so nothing comes out of a cache. What cannot
 * be promised is printed beside it: an edge that has never heard an answer, with one that lies and one that is dead.
 * @module
 */
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { quantile } from "../scripts/quantile.ts";
import { startEdge } from "../scripts/serve.ts";
import type { Workerd } from "../scripts/workerd.ts";
import { type DohResolver, FORGED, type Illness, startDohResolver } from "./dns-hijack/doh-resolver.ts";

export const title = "names of others through three resolvers, of which some lie, are dead, slow, or cut off";
export const targets: Record<string, Target> = {
  forged: { atMost: 0 },
  failed: { atMost: 0 },
};

const TRUE = "192.0.2.10";
const TIMEOUT_MS = 1_000;
const SLOW_MS = 3_000;
const NAMES = 24;
const QUICK_NAMES = 4;
const ALONE: readonly Illness[] = [
  "lying",
  "dead",
  "hanging",
  "slow",
  "truncating",
  "adding",
  "wrong id",
  "other question",
];
const SECOND: readonly Illness[] = ["dead", "hanging", "truncating"];

interface Tally {
  asked: number;
  forged: number;
  failed: number;
  readonly tookMs: number[];
}

interface World {
  readonly edge: Workerd;
  readonly resolvers: readonly DohResolver[];
  close(): Promise<void>;
}

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const names = quick ? QUICK_NAMES : NAMES;
  const promised = emptyTally();
  const rows: (readonly (string | number)[])[] = [];
  const note = (what: string, tally: Tally) => {
    say(`${what}: ${tally.forged} forged and ${tally.failed} failed of ${tally.asked}`);
    rows.push([what, tally.asked, tally.forged, tally.failed, percentileOf(tally, 0.5), percentileOf(tally, 1)]);
  };
  const world = await startWorld();
  try {
    for (const illness of ALONE) {
      const tally = emptyTally();
      for (const at of [0, 1, 2]) await ask(world, { [at]: illness }, names, tally);
      note(`one ${illness}`, tally);
      add(promised, tally);
    }
    for (const illness of SECOND) {
      for (const other of SECOND) {
        const tally = emptyTally();
        for (const at of [0, 1, 2]) await ask(world, { [at]: illness, [(at + 1) % 3]: other }, names, tally);
        note(`one ${illness}, another ${other}`, tally);
        add(promised, tally);
      }
    }
  } finally {
    await world.close();
  }
  for (const other of SECOND) {
    const tally = emptyTally();
    for (const at of quick ? [0] : [0, 1, 2]) await afterHealth(at, other, names, tally);
    note(`one lying at once with another ${other}`, tally);
    add(promised, tally);
  }
  for (const other of SECOND) {
    const tally = emptyTally();
    for (const at of quick ? [0] : [0, 1, 2]) await afterCaught(at, other, names, tally);
    note(`one caught lying, then another ${other} as well`, tally);
    add(promised, tally);
  }
  const unpromised = await firstLies(names);
  note("not promised: one lying, one dead, and nothing is known yet", unpromised);
  return {
    table: { columns: ["resolvers", "asked", "forged", "failed", "median ms", "longest ms"], rows },
    figures: {
      forged: promised.forged + unpromised.forged,
      failed: promised.failed,
      asked: promised.asked,
      failed_unknown: unpromised.failed,
      p50_ms: percentileOf(promised, 0.5),
      p99_ms: percentileOf(promised, 0.99),
    },
    ratios: {},
  };
}

/** Nobody has lied before. */
async function afterHealth(at: number, other: Illness, names: number, tally: Tally): Promise<void> {
  const world = await startWorld();
  try {
    await ask(world, {}, names, tally);
    await ask(world, { [at]: "lying", [(at + 1) % 3]: other }, names, tally);
  } finally {
    await world.close();
  }
}

/** A liar that a quorum refuted, before that is gone. */
async function afterCaught(at: number, other: Illness, names: number, tally: Tally): Promise<void> {
  const world = await startWorld();
  try {
    await ask(world, { [at]: "lying" }, names, tally);
    await ask(world, { [at]: "lying", [(at + 1) % 3]: other }, names, tally);
  } finally {
    await world.close();
  }
}

/** An edge that never saw a resolver before. */
async function firstLies(names: number): Promise<Tally> {
  const tally = emptyTally();
  const world = await startWorld();
  try {
    await ask(world, { 0: "lying", 1: "dead" }, names, tally);
  } finally {
    await world.close();
  }
  return tally;
}

async function startWorld(): Promise<World> {
  const resolvers = await Promise.all(
    [0, 1, 2].map(() => startDohResolver(() => ({ addresses: [TRUE], ttlSeconds: 60 }))),
  );
  for (const resolver of resolvers) resolver.slowMs = SLOW_MS;
  const edge = await startEdge({
    port: 0,
    bindings: {
      PROTOCOLS: JSON.stringify({ "httpdns-tencent": true }),
      ROUTES: JSON.stringify({ upstreams: { none: { urls: ["http://127.0.0.1:9"] } }, routes: [] }),
      HTTPDNS: JSON.stringify({
        resolvers: Object.fromEntries(resolvers.map(({ url }, at) => [`r${at}`, { url }])),
        settings: {
          foreign: { suffixes: ["example.net"], timeoutMs: TIMEOUT_MS },
          open: { dialects: ["tencent"], requestsPerSecond: 100_000 },
        },
      }),
    },
    stdout: "ignore",
    stderr: "ignore",
  });
  return {
    edge,
    resolvers,
    async close() {
      await edge.stop();
      await Promise.all(resolvers.map((resolver) => resolver.close()));
    },
  };
}

let asked = 0;

async function ask(
  { edge, resolvers }: World,
  illnesses: Readonly<Record<number, Illness>>,
  names: number,
  tally: Tally,
): Promise<void> {
  for (const [at, resolver] of resolvers.entries()) resolver.illness = illnesses[at];
  // Some at once, as phones ask.
  await Promise.all(
    Array.from({ length: names }, async () => {
      const name = `n${++asked}.example.net`;
      const startedAtMs = performance.now();
      const response = await fetch(`${edge.url}/d?dn=${name}`);
      const text = await response.text();
      tally.tookMs.push(performance.now() - startedAtMs);
      tally.asked++;
      if (text.includes(FORGED.A)) tally.forged++;
      else if (text !== TRUE) tally.failed++;
    }),
  );
}

function emptyTally(): Tally {
  return { asked: 0, forged: 0, failed: 0, tookMs: [] };
}

function add(sum: Tally, { asked: more, forged, failed, tookMs }: Tally): void {
  sum.asked += more;
  sum.forged += forged;
  sum.failed += failed;
  sum.tookMs.push(...tookMs);
}

function percentileOf({ tookMs }: Tally, share: number): number {
  return Math.round(quantile(tookMs, share) * 10) / 10;
}
