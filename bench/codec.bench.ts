/**
 * Bytes of the example API's replies in each way of sending them, and how fast they are made and read.
 *
 * The dictionary was trained on one half of the countries (scripts/dictionary/samples.ts). So three sets are shown: the replies
 * that taught it, those of the other half, and all that the API really answers, in which both halves are mixed.
 * @module
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import zlib from "node:zlib";
import { build } from "esbuild";
import { zlibCompressor } from "../proto/codec/codec.ts";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { type Sample, samples } from "../scripts/dictionary/samples.ts";
import { COMPATIBILITY_DATE, COMPATIBILITY_FLAGS } from "../scripts/serve.ts";
import { startWorkerd } from "../scripts/workerd.ts";
import { portableCompressor } from "../sdk/compressor.ts";
import { apiReplies } from "./codec/replies.ts";
import { ofBest, type Sizes, sizesOf, sumOf, WAYS } from "./codec/sizes.ts";
import { type Text, type Work, worker } from "./codec/speed.ts";
import { median, takeTurns } from "./rounds.ts";

export const title = "bytes of the example API's replies as JSON, protobuf, gzip and ours; encode and decode MB/s";
export const targets: Record<string, Target> = { of_json: { atMost: 0.25 }, worst_of_best: { atMost: 1 } };

const KINDS = { country: "Country", borders: "Borders", page: "CountryPage", search: "SearchResult" } as const;
/** Of JSON, in one round. */
const ROUND_BYTES = 400_000;
/** Coprime to the number of replies, so that every kind is among those taken. */
const STRIDE = 41;
const MEASURE_MS_MIN = 300;

/** speed.ts in workerd. The caller holds the clock, because a Worker's own may stand still while it computes. */
const WORKER = `
import { worker } from "./speed.ts";
export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const once = worker(pathname === "/encode" ? "encode" : "decode", await request.json());
    let sum = 0;
    for (let round = Number(searchParams.get("rounds")); round > 0; round--) sum += once();
    return Response.json(sum);
  },
};`;

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const { trained, heldOut } = samples();
  const sets = { trained, held_out: heldOut, api: apiReplies() };
  const measured = Object.entries(sets).map(([set, all]): Measured => {
    say(`${set.replace("_", " ")}: ${all.length} replies`);
    return { set, replies: all.map((reply) => ({ kind: reply.kind, sizes: sizesOf(reply) })) };
  });
  const speeds = await speed(textsOf(sets.api), quick ? 1 : 5, say);
  const sums = new Map(measured.map(({ set, replies }) => [set, sumOf(replies.map(({ sizes }) => sizes))]));
  const api = sums.get("api");
  const ofJson = (set: string) => (sums.get(set)?.ours ?? Number.NaN) / (sums.get(set)?.json ?? Number.NaN);
  return {
    table: {
      columns: ["", "of", "replies", ...WAYS, "ours of JSON"],
      rows: [...measured.flatMap(sizeRows), ...Object.entries(speeds).map(speedRow)],
    },
    figures: {
      ...Object.fromEntries(WAYS.map((way) => [`api_${way.replace("+", "_")}_bytes`, api?.[way] ?? Number.NaN])),
      ...Object.fromEntries(Object.entries(speeds).map(([name, value]) => [`${name}_mb_per_second`, value])),
    },
    ratios: {
      of_json: ofJson("api"),
      of_json_trained: ofJson("trained"),
      of_json_held_out: ofJson("held_out"),
      worst_of_best: Math.max(...measured.flatMap(({ replies }) => replies.map(({ sizes }) => ofBest(sizes)))),
    },
  };
}

interface Measured {
  readonly set: string;
  readonly replies: readonly { readonly kind: string; readonly sizes: Sizes }[];
}

function sizeRows({ set, replies }: Measured): (string | number)[][] {
  const name = set.replace("_", " ");
  const row = (kind: string, all: Measured["replies"]) => {
    const sum = sumOf(all.map(({ sizes }) => sizes));
    return [`${name}, bytes`, kind, all.length, ...WAYS.map((way) => sum[way]), sum.ours / sum.json];
  };
  const kinds = [...new Set(replies.map(({ kind }) => kind))];
  return [
    ...kinds.map((kind) =>
      row(
        kind,
        replies.filter((reply) => reply.kind === kind),
      ),
    ),
    row("all", replies),
  ];
}

function speedRow([name, mbPerSecond]: [string, number]): (string | number)[] {
  return [
    `${name.replaceAll("_", " ")}, MB/s of JSON`,
    "all",
    "",
    ...WAYS.map((way) => (way === "ours" ? mbPerSecond : "")),
    "",
  ];
}

/** Real replies of all kinds, as many as make a measurement that the clock can tell. */
function textsOf(replies: readonly Sample[]): Text[] {
  const texts: Text[] = [];
  let bytes = 0;
  for (let at = 0; bytes < ROUND_BYTES; at = (at + STRIDE) % replies.length) {
    const { kind, json } = replies[at] as Sample;
    const type = KINDS[kind as keyof typeof KINDS];
    if (type === undefined) continue;
    texts.push({ type, json: new TextDecoder().decode(json) });
    bytes += json.length;
  }
  return texts;
}

/** MB of JSON per second, on each runtime in turn. */
async function speed(
  texts: readonly Text[],
  rounds: number,
  say: BenchContext["say"],
): Promise<Record<string, number>> {
  const json = texts.reduce((bytes, text) => bytes + Buffer.byteLength(text.json), 0);
  const folder = await mkdtemp(join(tmpdir(), "fairway-codec-"));
  const edge = await startWorkerd({
    module: await bundle(folder),
    host: "127.0.0.1",
    port: 0,
    compatibilityDate: COMPATIBILITY_DATE,
    compatibilityFlags: COMPATIBILITY_FLAGS,
    bindings: {},
  });
  try {
    const native = zlibCompressor(zlib);
    const inWorkerd = (work: Work) => async (times: number) => {
      const response = await fetch(`${edge.url}/${work}?rounds=${times}`, {
        method: "POST",
        body: JSON.stringify(texts),
      });
      if (!response.ok) throw new Error(`workerd answers ${response.status}: ${await response.text()}`);
      await response.json();
    };
    const onNode = (once: () => number) => async (times: number) => {
      for (let i = 0; i < times; i++) once();
    };
    const contenders = {
      encode_on_node: onNode(worker("encode", texts, native)),
      decode_on_node: onNode(worker("decode", texts, native)),
      decode_as_a_phone_on_node: onNode(worker("decode", texts, portableCompressor())),
      encode_in_workerd: inWorkerd("encode"),
      decode_in_workerd: inWorkerd("decode"),
    };
    const measures = Object.entries(contenders).map(([name, run]) => [name, () => mbPerSecond(run, json)] as const);
    const taken: Record<string, number[]> = await takeTurns(rounds, Object.fromEntries(measures), say);
    return Object.fromEntries(Object.entries(taken).map(([name, values]) => [name, median(values)]));
  } finally {
    await edge.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What many rounds take beyond what none takes: in workerd the way there and the set-up are not the codec's. */
async function mbPerSecond(run: (times: number) => Promise<void>, bytes: number): Promise<number> {
  const time = async (times: number) => {
    const startedMs = performance.now();
    await run(times);
    return performance.now() - startedMs;
  };
  await run(2); // Lets the runtime compile.
  const emptyMs = await time(0);
  let times = 4;
  for (;;) {
    const tookMs = (await time(times)) - emptyMs;
    if (tookMs >= MEASURE_MS_MIN) return (bytes * times) / 1e6 / (tookMs / 1000);
    times *= 2;
  }
}

async function bundle(folder: string): Promise<string> {
  const outfile = join(folder, "index.js");
  await build({
    stdin: { contents: WORKER, resolveDir: join(import.meta.dirname, "codec"), loader: "ts" },
    outfile,
    bundle: true,
    format: "esm",
    target: "es2024",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker"],
    external: ["node:*"],
    logLevel: "warning",
  });
  return outfile;
}
