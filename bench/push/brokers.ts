/**
 * Servers that fan out to WebSockets and come from Debian's packages, each as its manual sets it up, where they are installed. None of them has a
 * message on disk before it sends it, as they are used here.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findProgram } from "../../scripts/install-services.ts";
import { freePort } from "../../scripts/ports.ts";
import { stopProcess } from "../server-process.ts";
import type { SubscriberPlan } from "./subscriber.ts";

export interface Broker {
  readonly pid: number;
  readonly plan: Omit<SubscriberPlan, "count">;
  /** Messages that may be on their way: as many as it takes without losing one. */
  readonly ahead: number;
  /** How many are sent in one call. */
  readonly batch: number;
  publish(count: number): Promise<void>;
  close(): Promise<void>;
}

const START_MS_MAX = 15_000;
const POLL_MS = 50;
const TOPIC = "bench";
const NCHAN_MODULE = "/usr/lib/nginx/modules/ngx_nchan_module.so";

/** @returns undefined where it is not installed */
export async function startNats(message: string): Promise<Broker | undefined> {
  const program = findProgram("nats-server");
  if (program === undefined) return undefined;
  const [port, webSocketPort] = [await freePort(), await freePort()];
  const config = `listen: "127.0.0.1:${port}"\nwebsocket { listen: "127.0.0.1:${webSocketPort}", no_tls: true }\n`;
  const broker = await startBroker(config, (file) => [program, "-c", file], [port, webSocketPort]);
  const publisher = await dial(port);
  publisher.write('CONNECT {"verbose":false}\r\n');
  const sent = `PUB ${TOPIC} ${message.length}\r\n${message}\r\n`;
  return {
    ...brokerOf(broker, publisher, Buffer.from(sent)),
    ahead: 400,
    batch: 100,
    plan: {
      url: `ws://127.0.0.1:${webSocketPort}/`,
      hello: [`CONNECT {"verbose":false}\r\nSUB ${TOPIC} 1\r\nPING\r\n`],
      // What the server says of itself, and the answer to the ping.
      greetings: 2,
      counting: { bytesEach: `MSG ${TOPIC} 1 ${message.length}\r\n${message}\r\n`.length },
    },
  };
}

/** @returns undefined where it is not installed */
export async function startMosquitto(message: string): Promise<Broker | undefined> {
  const program = findProgram("mosquitto");
  if (program === undefined) return undefined;
  const [port, webSocketPort] = [await freePort(), await freePort()];
  const config =
    `allow_anonymous true\n${process.getuid?.() === 0 ? "user root\n" : ""}listener ${port} 127.0.0.1\n` +
    `listener ${webSocketPort} 127.0.0.1\nprotocol websockets\nset_tcp_nodelay true\n`;
  const broker = await startBroker(config, (file) => [program, "-c", file], [port, webSocketPort]);
  const publisher = await dial(port);
  publisher.write(CONNECT);
  const topic = Buffer.concat([Buffer.from([0, TOPIC.length]), Buffer.from(TOPIC)]);
  // MQTT 3.1.1 §3.3: PUBLISH, once at the most.
  const sent = Buffer.concat([Buffer.from([0x30, topic.length + message.length]), topic, Buffer.from(message)]);
  // §3.8: SUBSCRIBE, packet 1.
  const subscribe = Buffer.concat([Buffer.from([0x82, topic.length + 3, 0, 1]), topic, Buffer.from([0])]);
  return {
    ...brokerOf(broker, publisher, sent),
    ahead: 16,
    batch: 4,
    plan: {
      url: `ws://127.0.0.1:${webSocketPort}/`,
      subprotocol: "mqtt",
      hello: [CONNECT, subscribe].map((packet) => `hex:${packet.toString("hex")}`),
      greetings: 2,
      counting: { bytesEach: sent.length },
    },
  };
}

/** MQTT 3.1.1 §3.1: a clean session, without a name and without a heartbeat. */
const CONNECT = Buffer.from("100c00044d5154540402" + "0000" + "0000", "hex");

/** @returns undefined where nginx or its module is not installed */
export async function startNchan(message: string): Promise<Broker | undefined> {
  const program = findProgram("nginx");
  if (program === undefined || !existsSync(NCHAN_MODULE)) return undefined;
  const port = await freePort();
  const broker = await startBroker(
    nchanConfig(port),
    (file, folder) => [program, "-p", folder, "-c", file, "-e", join(folder, "error.log")],
    [port],
  );
  const agent = new Agent({ keepAlive: true });
  return {
    pid: broker.pid,
    ahead: 64,
    batch: 16,
    plan: { url: `ws://127.0.0.1:${port}/sub`, hello: [], greetings: 0, counting: "frames" },
    async publish(count) {
      for (let n = 0; n < count; n++) await post(`http://127.0.0.1:${port}/pub`, message, agent);
    },
    async close() {
      agent.destroy();
      await broker.close();
    },
  };
}

function nchanConfig(port: number): string {
  return `load_module ${NCHAN_MODULE};
${process.getuid?.() === 0 ? "user root;" : ""}
daemon off;
master_process off;
pid nginx.pid;
events { worker_connections 8192; }
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path temp;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  keepalive_requests 10000000;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location = /sub { nchan_subscriber websocket; nchan_channel_id ${TOPIC}; nchan_subscriber_first_message newest; }
    location = /pub { nchan_publisher http; nchan_channel_id ${TOPIC}; nchan_message_buffer_length 1000; }
  }
}
`;
}

interface Running {
  readonly pid: number;
  close(): Promise<void>;
}

function brokerOf({ pid, close }: Running, publisher: Socket, sent: Buffer): Pick<Broker, "pid" | "publish" | "close"> {
  return {
    pid,
    async publish(count) {
      const batch = Buffer.concat(Array.from({ length: count }, () => sent));
      if (!publisher.write(batch)) await once(publisher, "drain");
    },
    async close() {
      publisher.destroy();
      await close();
    },
  };
}

async function startBroker(
  config: string,
  command: (file: string, folder: string) => string[],
  ports: readonly number[],
): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-bench-"));
  const file = join(folder, "broker.conf");
  await writeFile(file, config);
  const [program = "", ...args] = command(file, folder);
  const child = spawn(program, args, { stdio: "ignore", cwd: folder });
  const killAtExit = () => child.kill("SIGKILL");
  process.once("exit", killAtExit);
  child.once("exit", () => process.off("exit", killAtExit));
  const close = async () => {
    await stopProcess(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const port of ports) (await dial(port, child)).destroy();
  } catch (error) {
    await close();
    throw error;
  }
  return { pid: child.pid ?? 0, close };
}

/** Tries until it listens. @throws Error when it ended, or does not listen in time */
async function dial(port: number, child?: ChildProcess): Promise<Socket> {
  const endMs = performance.now() + START_MS_MAX;
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      // What it answers is of no interest, and must be read all the same.
      return socket.resume();
    } catch (error) {
      socket.destroy();
      if (performance.now() > endMs || child?.exitCode != null) throw error;
      await delay(POLL_MS);
    }
  }
}

function post(url: string, body: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent }, (response) => {
      response.resume();
      response.on("end", () =>
        (response.statusCode ?? 500) < 300 ? resolve() : reject(new Error(`it answered ${response.statusCode}`)),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
