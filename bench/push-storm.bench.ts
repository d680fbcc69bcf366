/**
 * All phones are cut off in one moment and come back, each as soon as its library lets it, while messages go on being published. How long it
 * takes until every one of them hears the channel again with nothing missing, which each checks by the offsets that it gets.
 * @module
 */
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { startChild } from "./push/child.ts";
import { startPushEdge } from "./push/edge.ts";
import type { PhonesReport } from "./push/phone.ts";
import { publisher } from "./push/publisher.ts";
import { type Runtime, runtimesFor } from "./push/runtimes.ts";
import { cpuSeconds } from "./push/subscribers.ts";
import { median } from "./rounds.ts";

export const title = "milliseconds until 15 000 sockets, cut at once, are all back with nothing missing";
export const needsPeers = true;
export const targets: Record<string, Target> = { recovered_ms: { atMost: 30_000 }, lost: { atMost: 0 } };

const SOCKETS = 15_000;
const SOCKETS_QUICK = 1_000;
const STORMS = 3;
const CHANNEL = "bench:storm";
/** Between two messages: each is a write to every socket, which alone takes a third of a second, and the storm is what is measured. */
const PUBLISH_MS = 3_000;
/** Of quiet before each storm. */
const CALM_MS = 3_000;
const STORM_MS_MAX = 120_000;

interface Storm {
  readonly recoveredMs: number;
  readonly halfMs: number;
  readonly published: number;
  readonly failedAttempts: number;
  readonly cpu: number;
}

interface Season {
  readonly runtime: Runtime;
  readonly storms: readonly Storm[];
  readonly lost: number;
  readonly retries: number;
}

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const seasons: Season[] = [];
  for (const runtime of await runtimesFor(quick ? SOCKETS_QUICK : SOCKETS, say)) {
    seasons.push(await season(runtime, quick ? 1 : STORMS, say));
  }
  return result(seasons);
}

async function season(runtime: Runtime, count: number, say: BenchContext["say"]): Promise<Season> {
  const { binary, sockets } = runtime;
  const edge = await startPushEdge({ shards: 1, namespaces: { bench: { historySize: 10_000 } } }, { binary });
  const from = publisher(edge.url);
  const phones = startChild("phone.ts");
  const storms: Storm[] = [];
  let acked = 0;
  let retries = 0;
  let isOver = false;
  const tell = (cause: unknown) => {
    retries++;
    say(`published again: ${cause}`);
    return false;
  };
  const publishing = (async () => {
    while (!isOver) {
      const message = { channels: [CHANNEL], json: '{"test":1}', idempotencyKey: `message ${acked}` };
      // As a service does that gets no answer, or a refusal: with the same key, so that it is published once.
      while (!(await from.publish([message]).then(() => true, tell))) await pause(PUBLISH_MS);
      acked++;
      await pause(PUBLISH_MS);
    }
  })();
  const report = async () => {
    const { report: said } = (await phones.ask("report")) as { readonly report: PhonesReport };
    if (said.broken !== undefined) throw new Error(said.broken);
    return said;
  };
  try {
    await phones.ask({ open: { url: `${edge.webSocketUrl}/connection/websocket`, channel: CHANNEL, count: sockets } });
    for (let n = 1; n <= count; n++) {
      await pause(CALM_MS);
      const before = await report();
      if (before.there !== sockets) throw new Error(`${sockets - before.there} are missing before the storm`);
      const [ackedBefore, cpuBefore, startedMs] = [acked, await cpuSeconds(edge.pid), performance.now()];
      await phones.ask("cut");
      let halfMs = 0;
      for (;;) {
        const { there, why } = await report();
        const ms = performance.now() - startedMs;
        if (halfMs === 0 && there >= sockets / 2) halfMs = ms;
        if (there === sockets) break;
        if (ms > STORM_MS_MAX) throw new Error(`${sockets - there} are not back: ${JSON.stringify(why)}`);
        await pause(50);
      }
      const recoveredMs = performance.now() - startedMs;
      const { failedAttempts, why } = await report();
      const storm = {
        recoveredMs,
        halfMs,
        published: acked - ackedBefore,
        failedAttempts: failedAttempts - before.failedAttempts,
        cpu: ((await cpuSeconds(edge.pid)) - cpuBefore) / (recoveredMs / 1_000),
      };
      storms.push(storm);
      say(
        `storm ${n}: all back after ${recoveredMs.toFixed(0)} ms, ${storm.failedAttempts} failed attempts ${JSON.stringify(why)}`,
      );
    }
    isOver = true;
    await publishing;
    // The first offset of a channel is 1, so that the last is the number of messages.
    const endMs = performance.now() + STORM_MS_MAX;
    let { least } = await report();
    while (least < acked && performance.now() < endMs) ({ least } = await report());
    return { runtime, storms, lost: acked - least, retries };
  } finally {
    isOver = true;
    await publishing;
    await phones.close();
    from.close();
    await edge.close();
  }
}

function result(seasons: readonly Season[]): BenchResult {
  const storms = seasons.flatMap((each) => each.storms);
  const middle = (key: keyof Storm) => median(storms.map((each) => each[key]));
  const sum = (key: "lost" | "retries") => seasons.reduce((all, each) => all + each[key], 0);
  return {
    table: {
      columns: [
        "storm",
        "sockets",
        "half back, ms",
        "all back, ms",
        "published meanwhile",
        "failed attempts",
        "server CPU",
      ],
      rows: seasons.flatMap(({ runtime, storms }) =>
        storms.map(({ halfMs, recoveredMs, published, failedAttempts, cpu }, at) => [
          `${at + 1}${runtime.suffix}`,
          runtime.sockets,
          halfMs,
          recoveredMs,
          published,
          failedAttempts,
          cpu,
        ]),
      ),
    },
    figures: {
      // The worst one: a storm is nothing that has a median.
      recovered_ms: Math.max(...storms.map(({ recoveredMs }) => recoveredMs)),
      half_ms: middle("halfMs"),
      failed_attempts: middle("failedAttempts"),
      server_cpu: middle("cpu"),
      publish_retries: sum("retries"),
      lost: sum("lost"),
    },
    ratios: {},
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
