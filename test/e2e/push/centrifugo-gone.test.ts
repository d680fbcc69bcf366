/** Readers of streams over HTTP that vanish: how soon they are noticed, and that nothing is lost for their users meanwhile. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connected, subscribed, TRANSPORTS } from "./centrifugo-world.ts";
import { type PushWorld, pushClient, startPushWorld, tokenOf } from "./push-world.ts";

/** Sooner than the first ping, which would find them too. */
const BEFORE_PING = { timeout: 20_000 };

let world: PushWorld;
beforeAll(async () => {
  world = await startPushWorld({ shards: 2 });
});
afterAll(() => world.close());

interface Reader {
  readonly user: string;
  readonly socket: Socket;
  readonly got: () => string;
}

/** A stream by hand, as the system of the client sees it. */
async function reader(transport: "sse" | "http_stream", user: string): Promise<Reader> {
  const command = JSON.stringify({ id: 1, connect: { token: await tokenOf({ sub: user }) } });
  const { port } = new URL(world.url());
  const socket = connect({ port: Number(port), host: "127.0.0.1", allowHalfOpen: true });
  let got = "";
  socket.on("data", (data) => {
    got += data;
  });
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(
    transport === "sse"
      ? `GET /connection/sse?cf_connect=${encodeURIComponent(command)} HTTP/1.1\r\nhost: x\r\n\r\n`
      : `POST /connection/http_stream HTTP/1.1\r\nhost: x\r\ncontent-length: ${command.length}\r\n\r\n${command}`,
  );
  await expect.poll(() => got).toContain('"session"');
  return { user, socket, got: () => got };
}

async function isPresent({ user }: Reader): Promise<boolean> {
  const { body } = await world.rpc("Presence", { channel: `user:${user}` });
  return (body as { clients?: unknown[] }).clients !== undefined;
}

test("a reader that is killed is noticed before it is pinged, one that only stopped sending is not taken for it", async () => {
  const killed = await Promise.all([
    reader("sse", "fin-sse"),
    reader("sse", "rst-sse"),
    reader("http_stream", "fin-lines"),
    reader("http_stream", "rst-lines"),
  ]);
  const stays = await reader("sse", "half");
  for (const each of killed) expect(await isPresent(each)).toBe(true);
  const startedMs = performance.now();
  for (const { user, socket } of killed) {
    if (user.startsWith("rst")) socket.resetAndDestroy();
    else socket.destroy();
  }
  stays.socket.end();
  // What is published before anybody knows is not lost: it is in the stream for who comes back with its position.
  for (const { user } of killed) await world.rpc("Publish", { targets: { users: [user] }, message: { json: "1" } });
  await Promise.all(killed.map((each) => expect.poll(() => isPresent(each), BEFORE_PING).toBe(false)));
  console.log(`noticed after ${Math.round(performance.now() - startedMs)} ms`);
  for (const { user, got } of killed) {
    const epoch = /"epoch":"([^"]+)"/.exec(got())?.[1] ?? "";
    const back = await pushClient(world, { user, since: { [`user:${user}`]: { epoch, offset: 0 } } });
    expect(back.got).toEqual([{ channel: `user:${user}`, offset: 1, data: 1 }]);
    back.close();
  }
  await world.rpc("Publish", { targets: { users: ["half"] }, message: { json: '"still read"' } });
  await expect.poll(stays.got).toContain("still read");
  stays.socket.destroy();
});

test("Centrifugo's client passes over what it is probed with, and is seen to leave", async () => {
  const streams = TRANSPORTS.filter((each) => each !== "websocket");
  await Promise.all(streams.map(leaveAndStay));
});

async function leaveAndStay(transport: (typeof TRANSPORTS)[number]): Promise<void> {
  const channel = `probed-${transport}`;
  const [stays, leaves] = [await connected(world, transport, "anna"), await connected(world, transport, "bert")];
  const { subscription, data } = await subscribed(stays, channel);
  await subscribed(leaves, channel);
  leaves.client.disconnect();
  await expect.poll(async () => (await subscription.presenceStats()).numClients, BEFORE_PING).toBe(1);
  // By then who stays was probed as well.
  await world.rpc("Publish", { targets: { channels: [channel] }, message: { json: '"after"' } });
  await expect.poll(data).toEqual(["after"]);
  expect(stays.events.map(({ type }) => type)).not.toContain("error");
  expect(stays.events.filter(({ type }) => type === "connecting")).toHaveLength(1);
  stays.client.disconnect();
}
