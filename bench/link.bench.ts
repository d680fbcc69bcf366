/**
 * How true the link emulator is: what an exchange takes through it, beside what theory says. The other benches stand on this.
 * @module
 */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import type { Address } from "./link/link.ts";
import { openLinkWorker } from "./link/link-worker.ts";
import { median } from "./rounds.ts";

export const title = "the link emulator against theory: connecting, a round trip, 64 KiB, a DNS lookup";

const RTTS_MS = [50, 100, 300];
const BITS_PER_SECOND = 1_600_000;
const BODY_BYTES = 65_536;
/** An error that would be 2 % of the shortest cold start that is measured through the link. */
export const targets: Record<string, Target> = { worst_error_ms: { atMost: 3 } };

interface Exchange {
  readonly name: string;
  readonly theoryMs: number;
  run(): Promise<unknown>;
}

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const rounds = quick ? 2 : 15;
  const server = await serveBodies();
  const target = { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  try {
    for (const rttMs of RTTS_MS) {
      say(`${rttMs} ms`);
      for (const { name, theoryMs, medianMs, maxMs } of await measureLink(rttMs, target, rounds)) {
        rows.push([`${rttMs} ms`, name, theoryMs, medianMs, medianMs - theoryMs, maxMs - theoryMs]);
        figures[`rtt${rttMs}_${name.replaceAll(" ", "_")}_error_ms`] = medianMs - theoryMs;
      }
    }
  } finally {
    server.close();
  }
  const worst = Math.max(...Object.values(figures).map(Math.abs));
  const columns = ["RTT", "exchange", "theory ms", "median ms", "error ms", "worst ms"];
  return { table: { columns, rows }, figures: { ...figures, worst_error_ms: worst }, ratios: {} };
}

async function measureLink(rttMs: number, target: Address, rounds: number) {
  const link = openLinkWorker({ rttMs, upBitsPerSecond: BITS_PER_SECOND, downBitsPerSecond: BITS_PER_SECOND });
  try {
    const far = await link.relay(target);
    const open = await dial(far);
    const exchanges: Exchange[] = [
      { name: "connect", theoryMs: 2 * rttMs, run: () => withSocket(far, (socket) => ask(socket, 1)) },
      { name: "round trip", theoryMs: rttMs, run: () => ask(open, 1) },
      { name: "64 KiB", theoryMs: rttMs + wireMs(BODY_BYTES), run: () => ask(open, BODY_BYTES) },
      { name: "dns", theoryMs: rttMs + wireMs(180), run: () => link.roundTrip(60, 120) },
    ];
    await ask(open, 1); // The connection's own round trip is over.
    const times = exchanges.map(() => [] as number[]);
    for (let round = 0; round < rounds; round++) {
      for (const [at, exchange] of exchanges.entries()) {
        const startMs = performance.now();
        await exchange.run();
        times[at]?.push(performance.now() - startMs);
      }
    }
    open.destroy();
    return exchanges.map(({ name, theoryMs }, at) => {
      const took = times[at] ?? [];
      return { name, theoryMs, medianMs: median(took), maxMs: Math.max(...took) };
    });
  } finally {
    await link.close();
  }
}

function wireMs(bytes: number): number {
  return (bytes * 8000) / BITS_PER_SECOND;
}

/** Answers a request for n bytes, which is n in four bytes, with as many. */
async function serveBodies(): Promise<Server> {
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on("data", (request: Buffer) => socket.write(new Uint8Array(request.readUInt32BE(0))));
    socket.on("error", () => {}); // The link cuts its connections when it is closed.
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

async function dial(address: Address): Promise<Socket> {
  const socket = connect({ ...address, noDelay: true });
  await once(socket, "connect");
  return socket;
}

async function withSocket(address: Address, work: (socket: Socket) => Promise<unknown>): Promise<void> {
  const socket = await dial(address);
  await work(socket);
  socket.destroy();
}

async function ask(socket: Socket, bytes: number): Promise<void> {
  const request = Buffer.alloc(4);
  request.writeUInt32BE(bytes);
  socket.write(request);
  for (let got = 0; got < bytes; ) {
    const [chunk] = (await once(socket, "data")) as [Buffer];
    got += chunk.length;
  }
}
