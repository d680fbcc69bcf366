/**
 * A small unary call on loopback, 64 connections: `{id: uint64, name}` → `{id, greeting}`.
 *
 * Each server is measured twice. "Server": calls made beforehand come from the load generator, whose own cost is small and
 * the same for all. "With client": they come from the contender's own client in a process of its own, which is what two services that
 * talk to each other see. The client also checks the replies.
 * @module
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { load, type Traffic } from "./load/load.ts";
import { median, medianRatio, takeTurns } from "./rounds.ts";
import { callerHeaders } from "./rpc/caller.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

export const title =
  "origin unary RPC, small message, 64 connections, against node:http JSON, grpc-js, connect-node and thrift";
export const needsPeers = true;
export const targets: Record<string, Target> = {
  vs_raw: { atLeast: 0.7 },
  vs_grpc_js: { atLeast: 2 },
  vs_connect_node: { atLeast: 3 },
};

const CONNECTIONS = 64;
const ID = 9_007_199_254_740_993n; // As in peers/rpc/call.mjs.
const NAME = "Ada Lovelace";
const SERVICE = "bench.greeter.v1.Greeter";

interface Contender {
  readonly name: string;
  readonly server: string;
  readonly client: string;
  readonly traffic: Traffic;
}

const MESSAGE = greetRequest();
const CONNECT: Traffic = {
  protocol: "http1",
  requests: [
    {
      method: "POST",
      path: `/${SERVICE}/Greet`,
      headers: { "content-type": "application/proto", "connect-protocol-version": "1" },
      body: MESSAGE,
    },
  ],
};

/** Fairway's calls carry in addition what an edge adds to each, which its server has to verify, continue and log. */
const FAIRWAY: Traffic = {
  protocol: "http1",
  requests: [
    {
      method: "POST",
      path: `/${SERVICE}/Greet`,
      headers: {
        "content-type": "application/proto",
        "connect-protocol-version": "1",
        ...(await callerHeaders()),
      },
      body: MESSAGE,
    },
  ],
};

const CONTENDERS: readonly Contender[] = [
  {
    name: "fairway",
    server: own("fairway-server.ts"),
    client: own("fairway-client.mjs"),
    traffic: FAIRWAY,
  },
  {
    name: "node_http",
    server: peer("node-http-server.mjs"),
    client: peer("node-http-client.mjs"),
    traffic: {
      protocol: "http1",
      requests: [
        {
          method: "POST",
          path: "/greet",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ id: String(ID), name: NAME }),
        },
      ],
    },
  },
  {
    name: "grpc_js",
    server: peer("grpc-js-server.mjs"),
    client: peer("grpc-js-client.mjs"),
    traffic: { protocol: "grpc", path: `/${SERVICE}/Greet`, message: MESSAGE },
  },
  {
    name: "connect_node",
    server: peer("connect-node-server.mjs"),
    client: peer("connect-node-client.mjs"),
    traffic: CONNECT,
  },
  {
    name: "thrift",
    server: peer("thrift-server.mjs"),
    client: peer("thrift-client.mjs"),
    traffic: { protocol: "framed", message: thriftCall() },
  },
];

/** Ratios are named after what `fairway` is compared with. */
const RATIOS = { vs_raw: "node_http", vs_grpc_js: "grpc_js", vs_connect_node: "connect_node", vs_thrift: "thrift" };

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const servers = new Map<Contender, ServerProcess>();
  try {
    for (const contender of CONTENDERS) servers.set(contender, await startServer(contender.server));
    const window = quick ? { warmupMs: 200, ms: 500 } : { warmupMs: 500, ms: 1500 };
    const inTurns = (rounds: number, measure: (contender: Contender, url: string) => Promise<number>) =>
      takeTurns<string>(
        quick ? 1 : rounds,
        Object.fromEntries([...servers].map(([one, { url }]) => [one.name, () => measure(one, url)])),
        say,
      );
    say("with its own client");
    const withClient = await inTurns(3, ({ client }, url) => driveClient(client, url, window));
    say("server");
    const server = await inTurns(7, (contender, url) => driveServer(contender, url, window));
    return resultOf(server, withClient);
  } finally {
    for (const server of servers.values()) await server.close();
  }
}

type CallsPerSecond = Readonly<Record<string, readonly number[]>>;

function resultOf(server: CallsPerSecond, withClient: CallsPerSecond): BenchResult {
  const columns = ["contender", "server calls/s", "of node:http", "with client calls/s", "of node:http"];
  const rows = Object.keys(server).map((name) => {
    const columnsOf = (calls: CallsPerSecond) => [median(calls[name] ?? []), versus(calls, name, "node_http")];
    return [name.replaceAll("_", " "), ...columnsOf(server), ...columnsOf(withClient)];
  });
  const figuresOf = (calls: CallsPerSecond, suffix: string) =>
    Object.entries(calls).map(([name, values]) => [`${name}_${suffix}calls_per_second`, median(values)] as const);
  const ratiosOf = (calls: CallsPerSecond, suffix: string) =>
    calls.fairway === undefined
      ? []
      : Object.entries(RATIOS).map(([key, name]) => [key + suffix, versus(calls, "fairway", name)] as const);
  return {
    table: { columns, rows },
    figures: Object.fromEntries([...figuresOf(server, ""), ...figuresOf(withClient, "with_client_")]),
    ratios: Object.fromEntries([...ratiosOf(server, ""), ...ratiosOf(withClient, "_with_client")]),
  };
}

function versus(calls: CallsPerSecond, ours: string, theirs: string): number {
  return medianRatio(calls[ours] ?? [], calls[theirs] ?? []);
}

interface Window {
  readonly warmupMs: number;
  readonly ms: number;
}

async function driveServer({ name, traffic }: Contender, url: string, { warmupMs, ms }: Window): Promise<number> {
  const { perSecond, failed } = await load({ url, connections: CONNECTIONS, warmupMs, until: { ms }, traffic });
  const failures = Object.entries(failed);
  if (failures.length > 0) throw new Error(`${name} failed: ${failures.map((pair) => pair.join(" × ")).join(", ")}`);
  return perSecond;
}

async function driveClient(file: string, url: string, { warmupMs, ms }: Window): Promise<number> {
  const args = [file, url, String(CONNECTIONS), String(warmupMs), String(ms)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const output = Buffer.concat(await child.stdout.toArray()).toString();
  try {
    return (JSON.parse(output) as { perSecond: number }).perSecond;
  } catch (cause) {
    throw new Error(`${file} gave no result`, { cause });
  }
}

function greetRequest(): Uint8Array {
  const root = protobuf.loadSync(peer("greeter.proto"));
  const type = root.lookupType("bench.greeter.v1.GreetRequest");
  return type.encode(type.fromObject({ id: String(ID), name: NAME })).finish();
}

/** A call of `greet` in Thrift's strict binary protocol: message header, one struct argument. */
function thriftCall(): Uint8Array {
  const [STRUCT, I64, STRING, STOP] = [12, 10, 11, 0];
  const int32 = (value: number) => Buffer.of(value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff);
  const text = (value: string) => Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)]);
  const field = (type: number, id: number) => Buffer.of(type, id >> 8, id & 0xff);
  const id = Buffer.alloc(8);
  id.writeBigInt64BE(ID);
  const request = [field(I64, 1), id, field(STRING, 2), text(NAME), Buffer.of(STOP)];
  return Buffer.concat([int32(0x80010001), text("greet"), int32(1), field(STRUCT, 1), ...request, Buffer.of(STOP)]);
}

function own(file: string): string {
  return fileURLToPath(new URL(`rpc/${file}`, import.meta.url));
}

function peer(file: string): string {
  return fileURLToPath(new URL(`peers/rpc/${file}`, import.meta.url));
}
