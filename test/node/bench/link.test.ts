/**
 * The link on real sockets. Theory is a floor that no run may undercut, and a ceiling that the best of a few runs must keep:
 * other work on the machine can only make a run slower.
 */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type Address, type Link, type LinkShape, openLink } from "../../../bench/link/link.ts";
import { openLinkWorker } from "../../../bench/link/link-worker.ts";

const LATE_MS_MAX = 40;
const RUNS_MAX = 8;
const SHAPE: LinkShape = { rttMs: 40, upBitsPerSecond: 1_600_000, downBitsPerSecond: 1_600_000 };

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function serve(onConnection: (socket: Socket) => void): Promise<Address> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => {}); // The tests reset connections on purpose, and look at the client's side.
    onConnection(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
}

const served = (bytes: number) => serve((socket) => socket.once("data", () => socket.write(new Uint8Array(bytes))));

const echo = () => serve((socket) => socket.pipe(socket));

async function dial(address: Address): Promise<Socket> {
  const socket = connect({ ...address, noDelay: true, allowHalfOpen: true });
  cleanups.push(() => socket.destroy());
  await once(socket, "connect");
  return socket;
}

function open(shape: Partial<LinkShape> = {}, kind: (shape: LinkShape) => Link = openLink): Link {
  const link = kind({ ...SHAPE, ...shape });
  cleanups.push(() => link.close());
  return link;
}

async function receive(socket: Socket, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (let got = 0; got < bytes; ) {
    const [chunk] = (await once(socket, "data")) as [Buffer];
    chunks.push(chunk);
    got += chunk.length;
  }
  return Buffer.concat(chunks);
}

/** Asks {@link served} for its body over a connection of its own. */
async function download(address: Address, bytes: number): Promise<void> {
  const socket = await dial(address);
  socket.write("get");
  await receive(socket, bytes);
}

async function expectTakes(theoryMs: number, work: () => Promise<unknown>) {
  const took: number[] = [];
  while (took.length < RUNS_MAX && !took.some((ms) => ms < theoryMs + LATE_MS_MAX)) {
    const startMs = performance.now();
    await work();
    took.push(performance.now() - startMs);
  }
  expect(Math.min(...took)).toBeGreaterThanOrEqual(theoryMs - 0.5); // The caller's clock may start a little after the link's.
  expect(Math.min(...took)).toBeLessThan(theoryMs + LATE_MS_MAX);
}

for (const [name, kind] of [
  ["in this thread", openLink],
  ["in a worker", openLinkWorker],
] as const) {
  describe(name, () => {
    test("the first exchange of a connection costs two round trips, each later one a single one", async () => {
      const address = await open({}, kind).relay(await echo());
      const ping = async (socket: Socket) => {
        socket.write("x");
        await once(socket, "data");
      };
      await expectTakes(2 * SHAPE.rttMs, async () => ping(await dial(address)));
      const socket = await dial(address);
      await ping(socket);
      for (let round = 0; round < 3; round++) await expectTakes(SHAPE.rttMs, () => ping(socket));
    });

    test("a body takes its size over the bandwidth, and is counted", async () => {
      const link = open({ downBitsPerSecond: 800_000 }, kind);
      const address = await link.relay(await served(20_000));
      let requests = 0;
      await expectTakes(2 * SHAPE.rttMs + (20_000 * 8) / 800, () => {
        requests++;
        return download(address, 20_000);
      });
      const counts = { upBytes: 3 * requests, downBytes: 20_000 * requests, connections: requests };
      expect(await link.counts()).toEqual(counts);
    });

    test("a datagram and its answer cost a round trip and their bytes", async () => {
      const link = open({}, kind);
      await link.roundTrip(100, 300);
      expect(await link.counts()).toEqual({ upBytes: 100, downBytes: 300, connections: 0 });
      await expectTakes(SHAPE.rttMs + 400 / 200, () => link.roundTrip(100, 300));
      await expect(link.roundTrip(1449)).rejects.toThrow(/datagram/);
    });
  });
}

test("connections of a link share its bandwidth, those of two links do not", async () => {
  const target = await served(20_000);
  const [one, other] = await Promise.all([open(), open()].map((link) => link.relay(target)));
  if (one === undefined || other === undefined) throw new Error("two links give two addresses");
  const both = (left: Address, right: Address) => Promise.all([download(left, 20_000), download(right, 20_000)]);
  await expectTakes(2 * SHAPE.rttMs + 100, () => both(one, other));
  await expectTakes(2 * SHAPE.rttMs + 200, () => both(one, one));
});

test("bytes come through unchanged and in order, both ways at once", async () => {
  const link = open({ rttMs: 4, upBitsPerSecond: 1e9, downBitsPerSecond: 1e9 });
  const socket = await dial(await link.relay(await echo()));
  const body = Buffer.from(Uint8Array.from({ length: 2_000_000 }, (_, at) => (at * 7919) % 253));
  socket.write(body);
  const returned = await receive(socket, body.length);
  expect(returned.equals(body)).toBe(true);
});

test("a half-closed connection still receives", async () => {
  const link = open();
  const target = await serve((socket) => socket.on("end", () => socket.end("the answer")).resume());
  const socket = await dial(await link.relay(target));
  socket.end("the question");
  expect((await receive(socket, 10)).toString()).toBe("the answer");
  await once(socket, "end");
});

test("a target that is not there resets the connection after a round trip, not at once", async () => {
  const target = await serve(() => {});
  await cleanups.pop()?.(); // Its port is free again.
  const address = await open().relay(target);
  await expectTakes(SHAPE.rttMs, async () => {
    const [error] = await once(await dial(address), "error");
    expect(error.code).toBe("ECONNRESET");
  });
});

test.each(["client", "server"])("a reset by the %s reaches the other side", async (side) => {
  const accepted = Promise.withResolvers<Socket>();
  const link = open();
  const target = await serve((socket) => accepted.resolve(socket));
  const client = await dial(await link.relay(target));
  client.write("x");
  const server = await accepted.promise;
  await once(server, "data");
  const [resetter, other] = side === "client" ? [client, server] : [server, client];
  const failed = once(other, "error");
  resetter.resetAndDestroy();
  expect((await failed)[0].code).toBe("ECONNRESET");
});

test("a sender whose receiver does not read is stopped, and nothing is lost when it reads again", async () => {
  const bodyBytes = 32 * 1024 * 1024;
  const link = open({ rttMs: 2, downBitsPerSecond: 4e9 });
  const stopped = Promise.withResolvers<number>();
  const target = await serve((socket) => {
    socket.once("data", async () => {
      const chunk = new Uint8Array(65_536);
      let sentBytes = 0;
      while (sentBytes < bodyBytes) {
        sentBytes += chunk.length;
        if (socket.write(chunk)) continue;
        // The kernel's buffers and the link's are full when a write is still not drained long after the link went idle.
        const wait = setTimeout(() => stopped.resolve(sentBytes), 300);
        await once(socket, "drain");
        clearTimeout(wait);
      }
      socket.end();
    });
  });
  const client = await dial(await link.relay(target));
  client.pause();
  client.write("get");
  expect(await stopped.promise).toBeLessThan(bodyBytes / 2);
  let received = 0;
  client.on("data", (chunk: Buffer) => {
    received += chunk.length;
  });
  client.resume();
  await once(client, "end");
  expect(received).toBe(bodyBytes);
});

test("close() cuts connections and frees the port", async () => {
  const link = open();
  const address = await link.relay(await echo());
  const socket = await dial(address);
  socket.write("x");
  await once(socket, "data");
  await Promise.all([once(socket, "end"), link.close()]);
  const again = connect(address);
  const [error] = await once(again, "error");
  expect(error.code).toBe("ECONNREFUSED");
});
