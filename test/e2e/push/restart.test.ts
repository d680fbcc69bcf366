/** What is acknowledged is there after kill -9, and what is added while everything runs loses nothing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATOR, type PushWorld, pushClient, startPushWorld } from "./push-world.ts";

let world: PushWorld;
beforeAll(async () => {
  world = await startPushWorld({ shards: 2, namespaces: { deep: { historySize: 10_000 } } });
});
afterAll(() => world.close());

const publish = (targets: object, json: string) => world.rpc("Publish", { targets, message: { json } });

describe("after kill -9 of the edge", () => {
  test("all that was acknowledged is delivered once, in order, to who comes back with a cursor", async () => {
    const [user, room] = ["anna", "deep:room"];
    const first = await pushClient(world, { user, channels: [room] });
    const acked: { channel: string; offset: number; epoch: string }[] = [];
    let isRunning = true;
    const publisher = async (name: number) => {
      for (let n = 0; isRunning; n++) {
        try {
          const { body } = await publish({ users: [user], channels: [room] }, JSON.stringify(`${name}/${n}`));
          for (const { channel, position } of body.results ?? []) {
            if (position !== undefined) acked.push({ channel, offset: Number(position.offset), epoch: position.epoch });
          }
        } catch {
          return; // Killed in the middle: not acknowledged, so nothing is promised.
        }
      }
    };
    const running = [publisher(1), publisher(2), publisher(3)];
    await expect.poll(() => acked.length).toBeGreaterThan(60);
    await world.crash();
    isRunning = false;
    await Promise.all(running);
    await expect.poll(first.closed).toBeDefined();

    const last = (channel: string) => {
      const offset =
        first.got.filter((each) => each.channel === channel).at(-1)?.offset ?? first.subscribed[channel]?.offset ?? 0;
      return { epoch: first.subscribed[channel]?.epoch ?? "", offset };
    };
    const since = { [`user:${user}`]: last(`user:${user}`), [room]: last(room) };
    const second = await pushClient(world, { user, channels: [room], since });
    await publish({ users: [user], channels: [room] }, '"the end"');
    for (const channel of Object.keys(since)) {
      const of = (client: typeof first) =>
        client.got.filter((each) => each.channel === channel).map(({ offset }) => offset);
      expect(second.subscribed[channel]).toMatchObject({ recovered: true, epoch: since[channel]?.epoch });
      await expect.poll(() => second.got.filter((each) => each.channel === channel).at(-1)?.data).toBe("the end");
      const all = [...of(first), ...of(second)];
      expect(all).toEqual(Array.from({ length: all.length }, (_, n) => n + 1));
      for (const each of acked.filter((one) => one.channel === channel)) {
        expect(all).toContain(each.offset);
        expect(each.epoch).toBe(since[channel]?.epoch);
      }
    }
  });

  test("an idempotency key is remembered", async () => {
    const request = { targets: { users: ["bert"] }, message: { json: "1", idempotencyKey: "once" } };
    const before = await world.rpc("Publish", request);
    await world.crash();
    const after = await world.rpc("Publish", request);
    expect(after.body.results?.[0]).toEqual({ ...before.body.results?.[0], duplicate: true });
  });

  test("nobody is counted who was connected before", async () => {
    const client = await pushClient(world, { user: "carla", channels: ["deep:counted"] });
    expect((await world.rpc("Online", { channels: ["deep:counted"] })).body.connections).toEqual({ "deep:counted": 1 });
    await world.crash();
    await expect.poll(client.closed).toBeDefined();
    expect((await world.rpc("Online", { channels: ["deep:counted"] })).body.connections).toEqual({ "deep:counted": 0 });
    expect((await world.rpc("Presence", { channel: "deep:counted" })).body).toEqual({});
  });
});

test("shards are added while users are written to and connected: no acknowledged message is lost", {
  timeout: 90_000,
}, async () => {
  const users = Array.from({ length: 24 }, (_, n) => `mover-${n}`);
  const clients = await Promise.all(users.map((user) => pushClient(world, { user })));
  const acked = new Map<string, number>();
  let isRunning = true;
  const publisher = async (part: number) => {
    while (isRunning) {
      for (const user of users.filter((_, at) => at % 3 === part)) {
        const { body } = await publish({ users: [user] }, JSON.stringify((acked.get(user) ?? 0) + 1));
        const result = body.results?.[0];
        expect(result?.refused).toBeUndefined();
        acked.set(user, Number(result?.position?.offset));
      }
    }
  };
  const running = [publisher(0), publisher(1), publisher(2)];
  await expect.poll(() => Math.min(...users.map((user) => acked.get(user) ?? 0))).toBeGreaterThan(2);
  expect((await world.rpc("AddShards", { shards: 5 }, OPERATOR)).body.counts).toEqual([2, 5]);
  // Shards go by a map that is up to 10 s old; a stream moves when someone with a newer one asks for it.
  const before = Math.max(...acked.values());
  await expect
    .poll(() => Math.min(...users.map((user) => acked.get(user) ?? 0)), { timeout: 30_000 })
    .toBeGreaterThan(before + 5);
  isRunning = false;
  await Promise.all(running);
  for (const [at, user] of users.entries()) {
    const count = acked.get(user) ?? 0;
    await expect
      .poll(() => clients[at]?.got.map(({ data }) => data))
      .toEqual(Array.from({ length: count }, (_, n) => n + 1));
    expect(clients[at]?.got.map(({ offset }) => offset)).toEqual(Array.from({ length: count }, (_, n) => n + 1));
  }
  expect((await world.rpc("AddShards", { shards: 4 }, OPERATOR)).body.code).toBe("invalid_argument");
  expect((await world.rpc("AddShards", { shards: 9 })).status).toBe(401);
});
