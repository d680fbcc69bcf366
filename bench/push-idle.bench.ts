/**
 * What an idle connection costs: resident memory of the server, and its CPU while nobody says anything. Phones that speak goim, each a user of
 * its own that hears its private channel and `all`, against an object that accepts as many sockets for hibernation and does nothing else.
 *
 * The two run one after the other, so that neither pays for the other's pages; both sleep when they are measured, which for Fairway is looked up
 * in the heap of the process itself.
 * @module
 */
import { fileURLToPath } from "node:url";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { freePort } from "../scripts/ports.ts";
import { COMPATIBILITY_DATE } from "../scripts/serve.ts";
import { startWorkerd } from "../scripts/workerd.ts";
import { atRest } from "./memory/resident.ts";
import { startPushEdge } from "./push/edge.ts";
import { awakeObjects } from "./push/heap.ts";
import { type Runtime, runtimesFor } from "./push/runtimes.ts";
import type { SubscriberPlan } from "./push/subscriber.ts";
import { cpuSeconds, openSubscribers } from "./push/subscribers.ts";

export const title = "bytes of an idle connection, 15 000 of them, against a bare hibernating object with as many";
export const needsPeers = true;
export const targets: Record<string, Target> = {
  vs_bare: { atMost: 1.1 },
  idle_cpu: { atMost: 0.002 },
  awake_objects: { atMost: 0 },
};

const CONNECTIONS = 15_000;
const CONNECTIONS_QUICK = 1_000;
/** Opened and closed before the first measurement, so that code and caches are there already. */
const WARM_CONNECTIONS = 100;
/** An object is put to sleep some 10 s after the last it heard: workerd's own figure, and a margin. */
const ASLEEP_MS = 15_000;
const WATCHED_MS = 10_000;
const WATCHED_MS_QUICK = 2_000;

type Plan = Omit<SubscriberPlan, "count">;

interface Server {
  readonly pid: number;
  readonly plan: Plan;
  readonly inspectorPort: number;
  close(): Promise<void>;
}

interface Figures {
  readonly bytes: number;
  readonly megabytes: number;
  readonly cpu: number;
  readonly awake: number;
}

interface Pair {
  readonly runtime: Runtime;
  readonly bare: Figures;
  readonly fairway: Figures;
}

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const pairs: Pair[] = [];
  for (const runtime of await runtimesFor(quick ? CONNECTIONS_QUICK : CONNECTIONS, say)) {
    const figures = async (name: string, start: (runtime: Runtime) => Promise<Server>) => {
      const server = await start(runtime);
      try {
        const measured = await measure(server, runtime.sockets, quick ? WATCHED_MS_QUICK : WATCHED_MS);
        say(`${name}${runtime.suffix}: ${measured.bytes.toFixed(0)} bytes a connection`);
        return measured;
      } finally {
        await server.close();
      }
    };
    pairs.push({ runtime, bare: await figures("bare", startBare), fairway: await figures("fairway", startFairway) });
  }
  const worst = (key: (pair: Pair) => number) => Math.max(...pairs.map(key));
  const [{ bare, fairway }] = pairs as [Pair];
  return {
    table: {
      columns: ["", "connections", "bytes each", "MB in all", "CPU", "objects awake"],
      rows: pairs.flatMap(({ runtime, bare, fairway }) =>
        Object.entries({ bare, fairway }).map(([name, { bytes, megabytes, cpu, awake }]) => [
          `${name}${runtime.suffix}`,
          runtime.sockets,
          bytes,
          megabytes,
          cpu,
          awake,
        ]),
      ),
    },
    figures: {
      bytes_per_connection: fairway.bytes,
      bare_bytes_per_connection: bare.bytes,
      idle_cpu: worst(({ fairway }) => fairway.cpu),
      awake_objects: worst(({ fairway }) => fairway.awake),
    },
    ratios: { vs_bare: worst(({ bare, fairway }) => fairway.bytes / bare.bytes) },
  };
}

async function measure({ pid, plan, inspectorPort }: Server, count: number, ms: number): Promise<Figures> {
  const warm = await openSubscribers({ ...plan, count: WARM_CONNECTIONS, firstNumber: count });
  await warm.close();
  const [before = 0] = await atRest([pid]);
  const subscribers = await openSubscribers({ ...plan, count });
  try {
    await new Promise((resolve) => setTimeout(resolve, ASLEEP_MS));
    const [after = 0] = await atRest([pid]);
    const [cpuBefore, startedMs] = [await cpuSeconds(pid), performance.now()];
    await new Promise((resolve) => setTimeout(resolve, ms));
    const cpu = ((await cpuSeconds(pid)) - cpuBefore) / ((performance.now() - startedMs) / 1_000);
    await subscribers.report();
    const awake = await awakeObjects(inspectorPort);
    // One more wakes the object, or the look into the heap says nothing.
    const waking = await openSubscribers({ ...plan, count: 1, firstNumber: count });
    const woken = await awakeObjects(inspectorPort).finally(() => waking.close());
    if (woken === 0) throw new Error("an object is awake, and is not seen in the heap");
    return { bytes: (after - before) / count, megabytes: (after - before) / 1e6, cpu, awake };
  } finally {
    await subscribers.close();
  }
}

async function startFairway({ binary }: Runtime): Promise<Server> {
  const inspectorPort = await freePort();
  const edge = await startPushEdge({ shards: 1 }, { binary, args: [`--inspector-addr=127.0.0.1:${inspectorPort}`] });
  return {
    pid: edge.pid,
    plan: {
      url: `${edge.webSocketUrl}/sub`,
      hello: ['goim:{"mid":{n},"key":"device-{n}","platform":"android","accepts":[1000,1001]}'],
      greetings: 1,
      counting: "goim",
    },
    inspectorPort,
    close: () => edge.close(),
  };
}

async function startBare({ binary }: Runtime): Promise<Server> {
  const inspectorPort = await freePort();
  const worker = await startWorkerd({
    binary,
    module: fileURLToPath(new URL("push/bare-echo-worker.js", import.meta.url)),
    host: "127.0.0.1",
    port: 0,
    compatibilityDate: COMPATIBILITY_DATE,
    compatibilityFlags: [],
    bindings: {},
    objects: { ECHO: "Echo" },
    args: [`--inspector-addr=127.0.0.1:${inspectorPort}`],
    stdout: "ignore",
  });
  return {
    pid: worker.pid,
    plan: { url: worker.url.replace("http", "ws"), hello: ["hello"], greetings: 1, counting: "frames" },
    inspectorPort,
    close: () => worker.stop(),
  };
}
