/**
 * One channel, 5 000 WebSockets, `{"test":1}`: as many messages a second as all of them receive. The publisher stays a bounded number of
 * messages ahead of the slowest subscriber, so nothing is counted that is still on its way.
 * @module
 */
import { fileURLToPath } from "node:url";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { type Broker, startMosquitto, startNats, startNchan } from "./push/brokers.ts";
import { startPushEdge } from "./push/edge.ts";
import { publisher } from "./push/publisher.ts";
import type { SubscriberPlan } from "./push/subscriber.ts";
import { cpuSeconds, openSubscribers, type Subscribers } from "./push/subscribers.ts";
import { median } from "./rounds.ts";
import { startServer } from "./server-process.ts";

export const title = "messages/s that 5 000 WebSockets of one channel receive, durable, against what else fans out";
export const needsPeers = true;
export const targets: Record<string, Target> = { messages_per_second: { atLeast: 760_000 } };

const SOCKETS = 5_000;
const SOCKETS_QUICK = 500;
/** For what is on its way when a round ends. */
const REST_MS_MAX = 30_000;
const MESSAGE = '{"test":1}';

/** A server with its subscribers connected. */
interface Contender {
  readonly subscribers: Subscribers;
  readonly pid: number;
  /** Messages that may be on their way. */
  readonly ahead: number;
  /** How many are sent in one call. */
  readonly batch: number;
  publish(count: number): Promise<void>;
  close(): Promise<void>;
}

interface Figures {
  readonly received: number;
  readonly writes: number;
  readonly megabytes: number;
  readonly cpu: number;
}

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const sockets = quick ? SOCKETS_QUICK : SOCKETS;
  const [rounds, ms] = quick ? [1, 1_000] : [5, 4_000];
  const all: Record<string, Figures[]> = {};
  // One after the other: the sockets of all at once would measure the machine's memory.
  for (const [name, start] of Object.entries(CONTENDERS)) {
    const contender = await start(sockets);
    if (contender === undefined) {
      say(`${name} is not installed`);
      continue;
    }
    try {
      await measure(contender, 500);
      for (let round = 1; round <= rounds; round++) {
        const figures = await measure(contender, ms);
        all[name] = [...(all[name] ?? []), figures];
        say(
          `${name}, round ${round} of ${rounds}: ${Math.round(figures.received)} messages/s, ${Math.round(figures.writes)} writes/s`,
        );
      }
    } finally {
      await contender.subscribers.close();
      await contender.close();
    }
  }
  const middle = (name: string, key: keyof Figures) => median((all[name] ?? []).map((each) => each[key]));
  const peers = Object.keys(all).filter((name) => name !== "fairway");
  const keys = ["received", "writes", "megabytes", "cpu"] as const;
  return {
    table: {
      columns: [`${sockets} sockets`, "messages/s", "writes/s", "MB/s", "server CPU"],
      rows: Object.keys(all).map((name) => [name, ...keys.map((key) => middle(name, key))]),
    },
    figures: {
      messages_per_second: middle("fairway", "received"),
      writes_per_second: middle("fairway", "writes"),
      server_cpu: middle("fairway", "cpu"),
      ...Object.fromEntries(peers.map((name) => [`${name}_messages_per_second`, middle(name, "received")])),
    },
    ratios: Object.fromEntries(
      peers.map((name) => [`vs_${name}`, middle("fairway", "received") / middle(name, "received")]),
    ),
  };
}

/** Undefined where it is not installed. */
const CONTENDERS: Readonly<Record<string, (sockets: number) => Promise<Contender | undefined>>> = {
  async fairway(sockets) {
    const edge = await startPushEdge({ shards: 1, namespaces: { bench: { historySize: 20_000 } } });
    const from = publisher(edge.url);
    const subscribers = await openSubscribers({
      url: `${edge.webSocketUrl}/connection/websocket`,
      count: sockets,
      hello: ['{"id":1,"connect":{}}', '{"id":2,"subscribe":{"channel":"bench:room"}}'],
      greetings: 2,
      counting: "offsets",
    });
    const message = { channels: ["bench:room"], json: MESSAGE };
    return {
      subscribers,
      pid: edge.pid,
      ahead: 4_000,
      batch: 500,
      publish: async (count) => void (await from.publish(Array.from({ length: count }, () => message))),
      async close() {
        from.close();
        await edge.close();
      },
    };
  },
  ws: (sockets) => peer("ws-server.mjs", sockets, { hello: [], greetings: 0, path: "/" }),
  socketio: (sockets) =>
    peer("socketio-server.mjs", sockets, {
      hello: ["40"],
      greetings: 2,
      path: "/socket.io/?EIO=4&transport=websocket",
    }),
  nats: (sockets) => brokerOf(startNats, sockets),
  mosquitto: (sockets) => brokerOf(startMosquitto, sockets),
  nchan: (sockets) => brokerOf(startNchan, sockets),
};

async function brokerOf(
  start: (message: string) => Promise<Broker | undefined>,
  count: number,
): Promise<Contender | undefined> {
  const broker = await start(MESSAGE);
  if (broker === undefined) return undefined;
  const { plan, ...rest } = broker;
  return { ...rest, subscribers: await openSubscribers({ ...plan, count }) };
}

async function peer(
  file: string,
  sockets: number,
  { path, ...plan }: { hello: readonly string[]; greetings: number; path: string },
): Promise<Contender> {
  const server = await startServer(fileURLToPath(new URL(`push/peers/${file}`, import.meta.url)));
  const given: SubscriberPlan = {
    ...plan,
    url: server.url.replace("http", "ws") + path,
    count: sockets,
    counting: "frames",
  };
  return {
    subscribers: await openSubscribers(given),
    pid: server.pid,
    ahead: 16,
    batch: 4,
    async publish(count) {
      const response = await fetch(server.url, {
        method: "POST",
        headers: { "x-count": String(count) },
        body: MESSAGE,
      });
      await response.arrayBuffer();
    },
    close: () => server.close(),
  };
}

/** What arrived between two looks, over the time between them. */
async function measure({ subscribers, pid, ahead, batch, publish }: Contender, ms: number): Promise<Figures> {
  const [first, cpuBefore, startedMs] = [await subscribers.report(), await cpuSeconds(pid), performance.now()];
  let published = first.least;
  let least = first.least;
  while (performance.now() - startedMs < ms) {
    if (published - least + batch <= ahead) {
      await publish(batch);
      published += batch;
    }
    least = (await subscribers.report()).least;
  }
  const endMs = performance.now() + REST_MS_MAX;
  while (least < published) {
    if (performance.now() > endMs) throw new Error(`${published - least} messages did not reach a subscriber`);
    least = (await subscribers.report()).least;
  }
  const [last, cpuAfter] = [await subscribers.report(), await cpuSeconds(pid)];
  const seconds = (performance.now() - startedMs) / 1_000;
  return {
    received: (last.received - first.received) / seconds,
    writes: (last.frames - first.frames) / seconds,
    megabytes: (last.bytes - first.bytes) / seconds / 1e6,
    cpu: (cpuAfter - cpuBefore) / seconds,
  };
}
