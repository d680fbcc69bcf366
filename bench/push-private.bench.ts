/**
 * Private messages on one shard: users at random, one message each, acknowledged when it is on disk. First with few users that have stored
 * messages, then with many, and with more than one shard has at a time: the cost of a publish must not depend on that.
 * @module
 */
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { startPushEdge } from "./push/edge.ts";
import { type Publisher, publisher } from "./push/publisher.ts";
import { median, medianRatio } from "./rounds.ts";

export const title = "private messages a second on one shard, durable, with 100, 10 000 and 100 000 users stored";
export const targets: Record<string, Target> = {
  acked_per_second: { atLeast: 3_000 },
  flat: { atLeast: 0.8 },
  flat_most: { atLeast: 0.8 },
};

/** Messages of one call, each for a user of its own. */
const BATCH = 100;
/** Calls at the same time. */
const CALLS = 4;
const SIZES = { few: 100, many: 10_000, most: 100_000 } as const;
const NAMES = ["few", "many", "most"] as const;

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const edge = await startPushEdge({ shards: 1 });
  const from = publisher(edge.url);
  try {
    const perSecond: Record<keyof typeof SIZES, number[]> = { few: [], many: [], most: [] };
    for (const name of NAMES) await store(from, name, SIZES[name]);
    // All on the same edge, in turns: what slows a round down is the same for all.
    for (let round = 1; round <= (quick ? 2 : 7); round++) {
      for (const name of NAMES) {
        const value = await measure(from, name, quick ? 500 : 3_000);
        perSecond[name].push(value);
        say(`round ${round}: ${name} ${value.toFixed(0)}/s`);
      }
    }
    const single = await singles(from, quick ? 200 : 1_000);
    return result(perSecond, single);
  } finally {
    from.close();
    await edge.close();
  }
}

function result(perSecond: Record<keyof typeof SIZES, number[]>, single: number): BenchResult {
  const flat = medianRatio(perSecond.many, perSecond.few);
  const flatMost = medianRatio(perSecond.most, perSecond.few);
  return {
    table: {
      columns: ["users with stored messages", "acked/s", "of few"],
      rows: [
        [SIZES.few, median(perSecond.few), 1],
        [SIZES.many, median(perSecond.many), flat],
        [SIZES.most, median(perSecond.most), flatMost],
        ["one message a call", single, ""],
      ],
    },
    figures: {
      acked_per_second: median(perSecond.many),
      acked_per_second_few: median(perSecond.few),
      acked_per_second_most: median(perSecond.most),
      single_calls_per_second: single,
    },
    ratios: { flat, flat_most: flatMost },
  };
}

/** Each user has one message before it is measured. */
async function store(from: Publisher, name: string, users: number): Promise<void> {
  for (let first = 0; first < users; first += BATCH) {
    await from.publish(
      Array.from({ length: BATCH }, (_, at) => ({ users: [`${name}-${first + at}`], json: '{"test":1}' })),
    );
  }
}

async function measure(from: Publisher, name: keyof typeof SIZES, ms: number): Promise<number> {
  const startedMs = performance.now();
  let acked = 0;
  const call = async () => {
    while (performance.now() - startedMs < ms) {
      const messages = Array.from({ length: BATCH }, () => ({
        users: [`${name}-${Math.floor(Math.random() * SIZES[name])}`],
        json: '{"test":1}',
      }));
      // Not `acked += await`, which reads the sum before it waits.
      const count = await from.publish(messages);
      acked += count;
    }
  };
  await Promise.all(Array.from({ length: CALLS }, call));
  return (acked / (performance.now() - startedMs)) * 1_000;
}

/** For comparison: what a publisher gets that sends each message in a call of its own. */
async function singles(from: Publisher, ms: number): Promise<number> {
  const startedMs = performance.now();
  let acked = 0;
  const call = async () => {
    while (performance.now() - startedMs < ms) {
      const users = [`many-${Math.floor(Math.random() * SIZES.many)}`];
      const count = await from.publish([{ users, json: '{"test":1}' }]);
      acked += count;
    }
  };
  await Promise.all(Array.from({ length: 16 }, call));
  return (acked / (performance.now() - startedMs)) * 1_000;
}
