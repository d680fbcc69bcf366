/**
 * A phone's access link on loopback: TCP relays that share one delay and one bandwidth.
 *
 *     client ──▶ 127.0.0.1:port ──▶ up: Shaper ──▶ target
 *            ◀──                ◀── down: Shaper ◀──
 *
 * - Bytes take half a round trip each way, after they have had their turn on the wire ({@link Shaper}).
 * - A connection costs a round trip before its first byte can leave: TCP's SYN and SYN-ACK. The kernel accepts at once, so the
 *   client's `connect` event comes early, and the round trip is charged to what it sends first.
 * - Buffers are bounded: a sender is paused while too much of it waits, and a receiver that does not read stops its sender.
 *
 * Not modelled: loss, slow start, TCP and IP headers. All three would cost many small connections more than one.
 * @module
 */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { Alarm } from "./alarm.ts";
import { SEGMENT_BYTES, Shaper } from "./shaper.ts";

export interface LinkShape {
  readonly rttMs: number;
  readonly upBitsPerSecond: number;
  readonly downBitsPerSecond: number;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

interface LinkCounts {
  readonly upBytes: number;
  readonly downBytes: number;
  /** Accepted since the link was opened. */
  readonly connections: number;
}

export interface Link {
  /** Opens a port on loopback behind which `target` seems to be far away. Relays of a link share its bandwidth. */
  relay(target: Address): Promise<Address>;
  /** Sends a datagram there and one back: what a DNS lookup costs, at its usual sizes. Resolves when the answer is here. */
  roundTrip(upBytes?: number, downBytes?: number): Promise<void>;
  counts(): Promise<LinkCounts>;
  /** Cuts all connections and closes all relays. */
  close(): Promise<void>;
}

/** What a sender may have waiting beyond the bytes of a round trip, before it is paused. */
const QUEUE_SLACK_BYTES = 65_536;
const DNS_QUERY_BYTES = 60; // 12 of header, about 30 of question, 11 of EDNS.
const DNS_ANSWER_BYTES = 120;

type Mark = "end" | "reset";

/** One direction of one connection. */
interface Flow {
  arrive(parcel: Uint8Array | Mark, dueMs: number): void;
}

export function openLink(shape: LinkShape): Link {
  const { rttMs } = shape;
  const delayMs = rttMs / 2;
  const up = new Shaper<Flow, Mark>({ bitsPerSecond: shape.upBitsPerSecond, delayMs });
  const down = new Shaper<Flow, Mark>({ bitsPerSecond: shape.downBitsPerSecond, delayMs });
  const queueBytesMax = QUEUE_SLACK_BYTES + (Math.max(shape.upBitsPerSecond, shape.downBitsPerSecond) / 8000) * rttMs;
  const now = () => performance.now();
  const alarm = new Alarm(now, run);
  const servers = new Set<Server>();
  const sockets = new Set<Socket>();
  let connections = 0;
  let isClosed = false;

  function run(): void {
    for (const shaper of [up, down]) {
      for (const { flow, parcel, dueMs } of shaper.advance(now())) flow.arrive(parcel, dueMs);
    }
    wind();
  }

  function wind(): void {
    alarm.set(Math.min(up.nextMs(), down.nextMs()));
  }

  function push(shaper: Shaper<Flow, Mark>, flow: Flow, parcel: Uint8Array | Mark, readyMs: number): void {
    shaper.push(flow, parcel, readyMs);
    wind();
  }

  /** One direction of a connection. Nothing leaves before `openMs`, but the news that there is no connection at all. */
  function carry(shaper: Shaper<Flow, Mark>, from: Socket, to: Socket, openMs: number, refusedMs: number): void {
    const flow: Flow = {
      arrive(parcel) {
        if (parcel === "reset") to.resetAndDestroy();
        else if (parcel === "end") to.end();
        else if (to.writable && !to.write(parcel)) shaper.hold(flow, true);
        if (from.isPaused() && shaper.waitingBytes(flow) < queueBytesMax / 2) from.resume();
      },
    };
    from.on("data", (bytes: Buffer) => {
      push(shaper, flow, bytes, Math.max(now(), openMs));
      if (shaper.waitingBytes(flow) >= queueBytesMax) from.pause();
    });
    from.on("end", () => push(shaper, flow, "end", Math.max(now(), openMs)));
    // Whatever went wrong, the peer learns of it as it would from a real network: by a reset that has travelled.
    from.on("error", () => push(shaper, flow, "reset", Math.max(now(), refusedMs)));
    to.on("drain", () => {
      shaper.hold(flow, false);
      wind();
    });
    to.on("close", () => shaper.drop(flow));
  }

  function accept(client: Socket, target: Address): void {
    if (isClosed) {
      client.destroy(); // It had come before the door was shut, and was told of after.
      return;
    }
    connections++;
    const acceptedMs = now();
    const upstream = connect({ ...target, noDelay: true, allowHalfOpen: true });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    }
    // The client may send when the SYN-ACK has come, the server when the ACK has come, half a round trip later.
    carry(up, client, upstream, acceptedMs + rttMs, acceptedMs + rttMs);
    carry(down, upstream, client, acceptedMs + rttMs + delayMs, acceptedMs + delayMs);
  }

  return {
    async relay(target) {
      const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => accept(client, target));
      servers.add(server);
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      return { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
    },
    async roundTrip(upBytes = DNS_QUERY_BYTES, downBytes = DNS_ANSWER_BYTES) {
      const [query, answer] = [datagram(upBytes), datagram(downBytes)];
      await new Promise<void>((resolve) => {
        const back: Flow = { arrive: () => resolve() };
        const there: Flow = { arrive: (_, dueMs) => push(down, back, answer, dueMs) };
        push(up, there, query, now());
      });
    },
    async counts() {
      return { upBytes: up.bytesSent, downBytes: down.bytesSent, connections };
    },
    async close() {
      isClosed = true;
      alarm.clear();
      for (const socket of sockets) socket.destroy();
      await Promise.all([...servers].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function datagram(bytes: number): Uint8Array {
  if (bytes < 1 || bytes > SEGMENT_BYTES) throw new Error(`a datagram has 1 to ${SEGMENT_BYTES} bytes, not ${bytes}`);
  return new Uint8Array(bytes);
}
