/**
 * How long a message takes from the publisher's call to the last of 100 subscribers of a room, among 1 000 connections that hear nothing of it.
 * One message at a time, so that it is the way itself that is measured and no queue.
 * @module
 */
import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { startPushEdge } from "./push/edge.ts";
import { publisher } from "./push/publisher.ts";
import { openSubscribers } from "./push/subscribers.ts";

export const title = "milliseconds from a publish to the last of a room of 100, among 1 000 idle connections";
export const targets: Record<string, Target> = { p99_ms: { atMost: 10 } };

const ROOM = 100;
const IDLE = 1_000;
/** Between two messages, so that each finds everything at rest. */
const PAUSE_MS = 20;

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const edge = await startPushEdge({ shards: 4 });
  const from = publisher(edge.url);
  const idle = await openSubscribers({
    url: `${edge.webSocketUrl}/connection/websocket`,
    count: quick ? 100 : IDLE,
    hello: ['{"id":1,"connect":{}}'],
    greetings: 1,
    counting: "offsets",
  });
  const listeners = await Promise.all(
    Array.from({ length: ROOM }, () => listen(`${edge.webSocketUrl}/connection/websocket`)),
  );
  try {
    const [lastMs, ackMs]: [number[], number[]] = [[], []];
    const count = quick ? 50 : 1_000;
    for (let n = 0; n < count + 20; n++) {
      const arrived = Promise.all(listeners.map(({ next }) => next()));
      const startedMs = performance.now();
      const acked = from
        .publish([{ channels: ["room:bench://1"], json: '{"test":1}' }])
        .then(() => performance.now() - startedMs);
      const times = await arrived;
      const last = Math.max(...times) - startedMs;
      // The first ones meet a cold server.
      if (n >= 20) {
        lastMs.push(last);
        ackMs.push(await acked);
      } else await acked;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    say(`${lastMs.length} messages`);
    return result(lastMs, ackMs);
  } finally {
    for (const { close } of listeners) close();
    await idle.close();
    from.close();
    await edge.close();
  }
}

function result(lastMs: readonly number[], ackMs: readonly number[]): BenchResult {
  const rank = (values: readonly number[], part: number) =>
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
  const rows = (["last subscriber", "acknowledgement"] as const).map((name) => {
    const values = name === "last subscriber" ? lastMs : ackMs;
    return [name, rank(values, 0.5), rank(values, 0.9), rank(values, 0.99)];
  });
  return {
    table: { columns: ["ms to", "p50", "p90", "p99"], rows },
    figures: {
      p50_ms: rank(lastMs, 0.5),
      p99_ms: rank(lastMs, 0.99),
      ack_p50_ms: rank(ackMs, 0.5),
      ack_p99_ms: rank(ackMs, 0.99),
    },
    ratios: {},
  };
}

interface Listener {
  /** When the next frame arrives: performance.now(). */
  next(): Promise<number>;
  close(): void;
}

/** A raw socket, because a hundred of the runtime's own WebSockets take longer to read a message than the server takes to send it. */
async function listen(url: string): Promise<Listener> {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  let waiting: ((atMs: number) => void) | undefined;
  socket.on("data", () => {
    waiting?.(performance.now());
    waiting = undefined;
  });
  const next = () =>
    new Promise<number>((resolve) => {
      waiting = resolve;
    });
  const ask = async (bytes: string | Buffer) => {
    const answered = next();
    socket.write(bytes);
    await answered;
  };
  await ask(
    `GET ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nupgrade: websocket\r\nconnection: Upgrade\r\n` +
      `sec-websocket-key: ${randomBytes(16).toString("base64")}\r\nsec-websocket-version: 13\r\n\r\n`,
  );
  await ask(textFrame('{"id":1,"connect":{}}'));
  await ask(textFrame('{"id":2,"subscribe":{"channel":"room:bench://1"}}'));
  return { next, close: () => socket.destroy() };
}

/** Below 126 bytes, masked with zeros. */
function textFrame(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);
}
