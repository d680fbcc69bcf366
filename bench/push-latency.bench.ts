/**
 * How long a message takes from the publisher's call to the last of 100 subscribers of a room, among 1 000 connections that hear nothing of it.
 * One message at a time, so that it is the way itself that is measured and no queue.
 *
 * Beside it, in turns, an object on a workerd of its own that stores each message and writes it to its 100 sockets, and does nothing else: what
 * the machine and the runtime take, whatever else they have to do.
 * @module
 */
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { quantile } from "../scripts/quantile.ts";
import { COMPATIBILITY_DATE } from "../scripts/serve.ts";
import { startWorkerd } from "../scripts/workerd.ts";
import { startPushEdge } from "./push/edge.ts";
import { publisher } from "./push/publisher.ts";
import { openRoom, type Room } from "./push/room.ts";
import { openSubscribers } from "./push/subscribers.ts";

export const title = "milliseconds from a publish to the last of a room of 100, among 1 000 idle connections";
export const targets: Record<string, Target> = { p99_ms: { atMost: 10 } };

const ROOM = 100;
const IDLE = 1_000;
/** The first ones meet a cold server. */
const WARM = 100;
/**
 * Between two messages, so that each finds everything at rest. It is spent awake: a virtual machine whose processors sleep meanwhile takes up to
 * 2 ms more for the next message, of either contender, until they are back.
 */
const PAUSE_MS = 20;
/** What so many messages leave in this process is a few MiB. */
const MAJOR_EVERY = 50;
const MESSAGE = '{"test":1}';

interface Contender {
  readonly room: Room;
  /** Settles when it is acknowledged. */
  publish(): Promise<unknown>;
  close(): Promise<void>;
}

interface Times {
  readonly last: number[];
  readonly ack: number[];
}

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const contenders: [string, Contender][] = [
    ["fairway", await startFairway(quick ? 100 : IDLE)],
    ["bare", await startBare()],
  ];
  const times: Record<string, Times> = {};
  try {
    for (let n = -WARM; n < (quick ? 50 : 1_000); n++) {
      for (const [name, contender] of contenders) {
        const [last, ack] = await measure(contender, n);
        times[name] ??= { last: [], ack: [] };
        if (n < 0) continue;
        times[name].last.push(last);
        times[name].ack.push(ack);
      }
      if (n >= 0 && n % 250 === 249) say(`${n + 1} messages`);
    }
    return result(times);
  } finally {
    for (const [, { close }] of contenders) await close();
  }
}

async function measure({ room, publish }: Contender, n: number): Promise<[last: number, ack: number]> {
  await pause(n % MAJOR_EVERY === 0);
  const arrived = room.next();
  const startedMs = performance.now();
  const acked = publish().then(() => performance.now() - startedMs);
  const [lastMs, ack] = await Promise.all([arrived, acked]);
  return [lastMs - startedMs, ack];
}

/** This process's own garbage would be collected while it reads a message, for 2 to 10 ms. */
function collector(): (options: { readonly type: "minor" | "major" }) => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
}

const collect = collector();

async function pause(isLong: boolean): Promise<void> {
  collect({ type: isLong ? "major" : "minor" });
  const endMs = performance.now() + PAUSE_MS;
  while (performance.now() < endMs);
  // What has come meanwhile is read now, and not while the next message is measured.
  await new Promise((resolve) => setImmediate(resolve));
}

function result(times: Readonly<Record<string, Times>>): BenchResult {
  const rank = (name: string, key: keyof Times, part: number) => quantile(times[name]?.[key] ?? [], part);
  const [keys, parts] = [["last", "ack"] as const, [0.5, 0.9, 0.99]];
  const rows = Object.keys(times).flatMap((name) =>
    keys.map((key) => [
      `${name}, ${key === "last" ? "last subscriber" : "acknowledgement"}`,
      ...parts.map((part) => rank(name, key, part)),
    ]),
  );
  return {
    table: { columns: ["ms to", "p50", "p90", "p99"], rows },
    figures: {
      p50_ms: rank("fairway", "last", 0.5),
      p99_ms: rank("fairway", "last", 0.99),
      ack_p50_ms: rank("fairway", "ack", 0.5),
      ack_p99_ms: rank("fairway", "ack", 0.99),
      bare_p50_ms: rank("bare", "last", 0.5),
      bare_p99_ms: rank("bare", "last", 0.99),
    },
    ratios: {
      p50_vs_bare: rank("fairway", "last", 0.5) / rank("bare", "last", 0.5),
      p99_vs_bare: rank("fairway", "last", 0.99) / rank("bare", "last", 0.99),
    },
  };
}

async function startFairway(idleCount: number): Promise<Contender> {
  const edge = await startPushEdge({ shards: 4 });
  const from = publisher(edge.url);
  const url = `${edge.webSocketUrl}/connection/websocket`;
  const connect = '{"id":1,"connect":{}}';
  const idle = await openSubscribers({ url, count: idleCount, hello: [connect], greetings: 1, counting: "offsets" });
  const room = await openRoom(url, ROOM, [connect, '{"id":2,"subscribe":{"channel":"room:bench://1"}}']);
  return {
    room,
    publish: () => from.publish([{ channels: ["room:bench://1"], json: MESSAGE }]),
    async close() {
      room.close();
      await idle.close();
      from.close();
      await edge.close();
    },
  };
}

async function startBare(): Promise<Contender> {
  const worker = await startWorkerd({
    module: fileURLToPath(new URL("push/bare-room-worker.js", import.meta.url)),
    host: "127.0.0.1",
    port: 0,
    compatibilityDate: COMPATIBILITY_DATE,
    compatibilityFlags: [],
    bindings: {},
    objects: { ROOM: "Room" },
    stdout: "ignore",
  });
  const agent = new Agent({ keepAlive: true });
  const room = await openRoom(`${worker.url.replace("http", "ws")}/`, ROOM, []);
  return {
    room,
    publish: () => post(worker.url, agent),
    async close() {
      room.close();
      agent.destroy();
      await worker.stop();
    },
  };
}

function post(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent }, (response) => {
      response.resume();
      response.on("end", resolve);
    });
    sent.on("error", reject);
    sent.end(MESSAGE);
  });
}
