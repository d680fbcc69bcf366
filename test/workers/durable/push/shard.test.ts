/** Private streams and connections of shards, in workerd: who may do what, who is closed when, and how a stream moves. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { homeOf, userChannel } from "../../../../proto/push/push.ts";
import { channelOf, connect, mapOf, open, publish, shardOf, subscribe, tokenOf } from "./client.ts";

const MAP = { region: "main", counts: [4] };
/** Who is connected is written a second behind. */
const WRITTEN = { timeout: 5_000 };
let made = 0;
const newUser = () => `user-${++made}`;
const homeOfUser = (user: string) => homeOf(userChannel(user), MAP);
const awayOf = (user: string) => (homeOfUser(user) === "shard/main/0" ? "shard/main/1" : "shard/main/0");

describe("a private message", () => {
  for (const where of ["at home", "on another shard"]) {
    test(`reaches each device of its user, connected ${where}`, async () => {
      const user = newUser();
      const place = where === "at home" ? homeOfUser(user) : awayOf(user);
      const devices = [
        await connect(place, { user }),
        await connect(place, { user }),
        await connect(homeOfUser(user), { user }),
      ];
      const stranger = await connect(place, { user: newUser() });
      await publish(shardOf(homeOfUser(user)), userChannel(user), "hello");
      for (const device of devices) await expect.poll(() => device.data(userChannel(user))).toEqual(["hello"]);
      expect(stranger.data(userChannel(user))).toEqual([]);
    });
  }

  test("waits for a user who is away, through an eviction, and is received once", async () => {
    const user = newUser();
    const channel = userChannel(user);
    const home = homeOfUser(user);
    const first = await connect(home, { user });
    const start = first.connected.subs[channel];
    first.close();
    await publish(shardOf(home), channel, 1, 2);
    await evictDurableObject(shardOf(home));
    await publish(shardOf(home), channel, 3);
    const back = await connect(awayOf(user), {
      user,
      subs: { [channel]: { epoch: start?.epoch ?? "", offset: start?.offset ?? 0 } },
    });
    const found = back.connected.subs[channel];
    expect([found?.recovered, found?.publications?.map(({ data }) => data)]).toEqual([true, [1, 2, 3]]);
    await publish(shardOf(home), channel, 4);
    await expect.poll(() => back.data(channel)).toEqual([4]);
  });

  test("comes to a sleeping socket, each offset once, through evictions of both shards", async () => {
    const user = newUser();
    const channel = userChannel(user);
    const [near, far] = [await connect(homeOfUser(user), { user }), await connect(awayOf(user), { user })];
    for (let n = 1; n <= 5; n++) {
      await publish(shardOf(homeOfUser(user)), channel, n);
      for (const client of [near, far]) await expect.poll(() => client.offsets(channel).length).toBe(n);
      await evictDurableObject(shardOf(n % 2 === 0 ? homeOfUser(user) : awayOf(user)));
    }
    for (const client of [near, far]) expect(client.offsets(channel)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("who may", () => {
  test.each([
    ["user:somebody", 103],
    ["key:somebody", 103],
    ["sealed:x", 103],
    ["$news", 103],
    ["talk#somebody,else", 103],
    ["nowhere:x", 102],
    ["bad name", 107],
    ["", 107],
    [`x${"y".repeat(255)}`, 107],
  ])("subscribe to %j: error %d", async (channel, code) => {
    const client = await connect("shard/main/0", { user: newUser() });
    expect((await client.ask({ subscribe: { channel } })).error?.code).toBe(code);
  });

  test("subscribe to what it has already: error 105", async () => {
    const client = await connect("shard/main/0");
    await subscribe(client, "news");
    expect((await client.ask({ subscribe: { channel: "news" } })).error?.code).toBe(105);
  });

  test("subscribe with a token: for this channel and this user alone", async () => {
    const user = newUser();
    const client = await connect("shard/main/0", { user });
    const ask = async (claims: Record<string, unknown>, ttlSeconds?: number) =>
      await client.ask({ subscribe: { channel: "sealed:x", token: await tokenOf(claims, ttlSeconds) } });
    expect((await ask({ sub: user, channel: "sealed:y" })).error?.code).toBe(103);
    expect((await ask({ sub: "other", channel: "sealed:x" })).error?.code).toBe(103);
    expect((await ask({ sub: user, channel: "sealed:x" }, -60)).error?.code).toBe(109);
    expect((await ask({ sub: user, channel: "sealed:x" })).subscribe).toBeDefined();
  });

  test("publish: subscribers where the channel says so, users where it does, nobody elsewhere", async () => {
    const user = await connect("shard/main/0", { user: newUser() });
    const anonymous = await connect("shard/main/0");
    expect((await user.ask({ publish: { channel: "news", data: 1 } })).error?.code).toBe(103);
    expect((await user.ask({ publish: { channel: "chat:quiet", data: 1 } })).error?.code).toBe(103);
    expect((await user.ask({ publish: { channel: "members:x", data: 1 } })).publish).toBeDefined();
    expect((await anonymous.ask({ publish: { channel: "members:x", data: 1 } })).error?.code).toBe(103);
    expect((await anonymous.ask({ subscribe: { channel: "members:x" } })).error?.code).toBe(103);
  });

  test("have 128 channels, and no 129th", async () => {
    const client = await connect("shard/main/0");
    for (let n = 0; n < 128; n++) client.raw(JSON.stringify({ id: 1_000 + n, subscribe: { channel: `many-${n}` } }));
    await expect.poll(() => client.replies.filter(({ subscribe: each }) => each !== undefined).length).toBe(128);
    expect((await client.ask({ subscribe: { channel: "many-128" } })).error?.code).toBe(106);
    await client.ask({ unsubscribe: { channel: "many-0" } });
    expect((await client.ask({ subscribe: { channel: "many-128" } })).subscribe).toBeDefined();
  });

  test.each([
    ["forged", async () => `${await tokenOf({ sub: "x" })}x`],
    ["no token at all", async () => "nonsense"],
    ["expired", async () => await tokenOf({ sub: "x" }, -60)],
    ["for a subscription", async () => await tokenOf({ sub: "x", channel: "news" })],
  ])("connect with a token that is %s: nobody", async (_what, token) => {
    const client = await open("shard/main/0");
    expect((await client.ask({ connect: { token: await token() } })).connect).toBeUndefined();
    await expect.poll(client.closed).toBeDefined();
  });
});

describe("a connection is closed", () => {
  test("that speaks before it connects, or connects twice", async () => {
    const early = await open("shard/main/0");
    await early.ask({ subscribe: { channel: "news" } });
    expect(early.closed()).toEqual({ code: 3501, reason: "bad request" });
    const twice = await connect("shard/main/0");
    await twice.ask({ connect: {} });
    expect(twice.closed()).toEqual({ code: 3501, reason: "bad request" });
  });

  test("for a flood from one socket, and not for 200 commands at once", async () => {
    const calm = await connect("shard/main/0", { user: newUser() });
    for (let n = 0; n < 200; n++) calm.raw(JSON.stringify({ id: 5_000 + n, unsubscribe: { channel: "none" } }));
    await expect.poll(() => calm.replies.filter(({ id }) => (id ?? 0) >= 5_000).length).toBe(200);
    const wild = await connect("shard/main/0");
    for (let n = 0; n < 3_000; n++) wild.raw(JSON.stringify({ id: n + 10, unsubscribe: { channel: "none" } }));
    await expect.poll(wild.closed).toBeDefined();
    expect(wild.replies.filter(({ id }) => (id ?? 0) >= 10).length).toBeLessThan(3_000);
    expect(calm.closed()).toBeUndefined();
  });

  test("for a message beyond 128 KiB", async () => {
    const client = await connect("shard/main/0");
    client.raw(`{"id":9,"publish":{"channel":"chat:x","data":"${"x".repeat(131_072)}"}}`);
    await expect.poll(client.closed).toBeDefined();
  });

  test("when its user is disconnected, on all shards, or one session alone", async () => {
    const user = newUser();
    const one = await connect(homeOfUser(user), { user, claims: { sid: "s1" } });
    const two = await connect(awayOf(user), { user, claims: { sid: "s2" } });
    const home = shardOf(homeOfUser(user));
    const startedMs = Date.now();
    expect(await home.kick(userChannel(user), { session: "s2", reason: "revoked" })).toBe(1);
    await expect.poll(two.closed).toBeDefined();
    expect(Date.now() - startedMs).toBeLessThan(1_000);
    expect(one.closed()).toBeUndefined();
    await evictDurableObject(home);
    expect(await home.kick(userChannel(user), { reason: "kicked" })).toBe(1);
    await expect.poll(one.closed).toBeDefined();
    expect(await home.kick(userChannel(user), { reason: "kicked" })).toBe(0);
  });

  test("when its token ends, by the alarm of a sleeping object, unless it was refreshed", async () => {
    const user = newUser();
    const home = homeOfUser(user);
    const client = await connect(home, { user });
    const dueMs = () =>
      runInDurableObject(shardOf(home), (_instance, { storage }) => {
        const rows = storage.sql.exec<{ due_ms: number }>("SELECT due_ms FROM connection WHERE user = ?", user);
        return rows.toArray()[0]?.due_ms ?? 0;
      });
    await expect.poll(dueMs, WRITTEN).toBeGreaterThan(Date.now() + 500_000);
    const brief = await connect(home, { user, claims: { exp: Math.floor(Date.now() / 1_000) + 2 } });
    await evictDurableObject(shardOf(home));
    await expect.poll(brief.closed, { timeout: 10_000 }).toBeDefined();
    expect(client.closed()).toBeUndefined();
  });

  test("in time where another's token never ends, as one whose end was written in milliseconds", async () => {
    const shard = "shard/main/2";
    const far = await connect(shard, { user: newUser(), claims: { exp: Date.now() } });
    const near = await connect(shard, { user: newUser(), claims: { exp: Math.floor(Date.now() / 1_000) + 2 } });
    await expect.poll(near.closed, { timeout: 5_000 }).toMatchObject({ code: 3005 });
    expect(far.closed()).toBeUndefined();
    far.close();
  });

  test("of which nothing is known on disk any more: it is told to come again, and does not listen in vain", async () => {
    const shard = "shard/main/3";
    const client = await connect(shard);
    await subscribe(client, "news");
    await expect.poll(async () => await rowsOf(shard, client.connected.client), WRITTEN).toBe(2);
    await runInDurableObject(shardOf(shard), (_instance, { storage }) => {
      storage.sql.exec("DELETE FROM connection WHERE id = ?", client.connected.client);
    });
    await evictDurableObject(shardOf(shard));
    await shardOf(shard).totals();
    await expect.poll(() => client.closed()?.code).toBeGreaterThanOrEqual(3_000);
    expect(client.closed()?.code).toBeLessThan(3_500); // Come again.
  });

  test("leaves nothing behind: not where the process died with it either", async () => {
    const shard = "shard/main/3";
    const client = await connect(shard);
    await subscribe(client, "news");
    await expect.poll(async () => await rowsOf(shard, client.connected.client), WRITTEN).toBe(2);
    client.close();
    await expect.poll(async () => await rowsOf(shard, client.connected.client), WRITTEN).toBe(0);
    await runInDurableObject(shardOf(shard), (_instance, { storage }) => {
      storage.sql.exec("INSERT INTO connection VALUES ('ghost', '192.0.2.1', '', NULL)");
      storage.sql.exec('INSERT INTO subscription VALUES (\'news\', \'ghost\', \'{"client":"ghost","user":""}\', NULL)');
    });
    await evictDurableObject(shardOf(shard));
    expect((await shardOf(shard).localPresence("news", 100)).map(({ client: id }) => id)).not.toContain("ghost");
  });
});

describe("counts", () => {
  test("are of now, within a second: by channel, in all, and the largest", async () => {
    const channel = `counted-${newUser()}`;
    const clients = [
      await connect("shard/main/0"),
      await connect("shard/main/1"),
      await connect("shard/main/1", { user: newUser() }),
    ];
    for (const client of clients) await subscribe(client, channel);
    await expect.poll(async () => await channelOf(channel).count(channel)).toMatchObject({ connections: 3, users: 1 });
    expect((await shardOf("shard/main/1").top("counted-", 10))[0]).toEqual([channel, 2]);
    clients[1]?.close();
    await expect
      .poll(async () => await channelOf(channel).count(channel), { timeout: 3_000 })
      .toMatchObject({ connections: 2 });
    expect(await channelOf(channel).presence(channel, 10)).toHaveLength(2);
    const { connections, addresses } = await shardOf("shard/main/1").totals();
    expect(connections).toBeGreaterThanOrEqual(addresses);
  });

  test("who comes and goes is told where the channel does", async () => {
    const channel = `chat:${newUser()}`;
    const [first, second] = [await connect("shard/main/0"), await connect("shard/main/1", { user: "bob" })];
    await subscribe(first, channel);
    await subscribe(second, channel);
    const told = (kind: "join" | "leave") =>
      first.replies.filter(({ push }) => push?.channel === channel && push[kind] !== undefined);
    second.close();
    await expect
      .poll(() => [told("join").length > 0, told("leave").length > 0], { timeout: 3_000 })
      .toEqual([true, true]);
  });
});

test("a subscription whose token ends is taken away by the alarm", async () => {
  const user = newUser();
  const client = await connect("shard/main/2", { user });
  const token = await tokenOf({ sub: user, channel: "sealed:z", exp: Math.floor(Date.now() / 1_000) + 2 });
  await client.ask({ subscribe: { channel: "sealed:z", token } });
  await evictDurableObject(shardOf("shard/main/2"));
  await expect
    .poll(() => client.replies.some(({ push }) => push?.channel === "sealed:z" && push.unsubscribe !== undefined), {
      timeout: 5_000,
    })
    .toBe(true);
  await runDurableObjectAlarm(shardOf("shard/main/2"));
  expect(client.closed()).toBeUndefined();
});

describe("a stream moves", () => {
  test("when shards are added: nothing is lost, offsets go on, and who writes to the old place is sent on", async () => {
    const users = Array.from({ length: 40 }, newUser);
    const before = { region: "main", counts: [4] };
    const positions = new Map<string, { epoch: string; offset: number }>();
    const clients = new Map<string, Awaited<ReturnType<typeof connect>>>();
    for (const user of users) {
      const channel = userChannel(user);
      clients.set(user, await connect(homeOf(channel, before), { user }));
      positions.set(user, await publish(shardOf(homeOf(channel, before)), channel, "old"));
    }
    const after = { region: "main", counts: [...(await mapOf("main").raise(4, 7))] };
    expect(after.counts).toEqual([4, 7]);
    // What shards remember of the map is at most 10 s old; an eviction makes it new.
    for (let n = 0; n < 4; n++) await evictDurableObject(shardOf(`shard/main/${n}`));
    const moved = users.filter((user) => homeOf(userChannel(user), before) !== homeOf(userChannel(user), after));
    expect(moved.length).toBeGreaterThan(5);
    for (const user of users) {
      const channel = userChannel(user);
      const position = await publish(shardOf(homeOf(channel, after)), channel, "new");
      expect(position).toEqual({ epoch: positions.get(user)?.epoch, offset: 2 });
      await expect.poll(() => clients.get(user)?.data(channel)).toEqual(["old", "new"]);
    }
    for (const user of moved) {
      const channel = userChannel(user);
      const [answer] = await shardOf(homeOf(channel, before)).publish([{ channel, message: { data: "1" } }]);
      expect(answer).toEqual({ movedTo: homeOf(channel, after) });
      const page = await shardOf(homeOf(channel, after)).history(channel, { limit: 10 });
      expect(page).toMatchObject({ publications: [{ data: '"old"' }, { data: '"new"' }] });
    }
    await runInDurableObject(shardOf("shard/main/0"), (_instance, { storage }) => {
      const left = storage.sql.exec<{ n: number }>(
        "SELECT COUNT(*) AS n FROM publication JOIN stream ON stream.id = stream WHERE moved_to IS NOT NULL",
      );
      expect(left.one().n).toBe(0);
    });
  });

  test("with the last version that its publishers said", async () => {
    const channel = userChannel(newUser());
    const before = shardOf("shard/side/20");
    const send = async (version: number) => {
      const [outcome] = await before.publish([{ channel, message: { data: "1", version: { epoch: "", version } } }]);
      return outcome;
    };
    await runInDurableObject(before, (_instance, { storage }) => {
      storage.sql.exec("INSERT INTO stream(channel, epoch, top, floor, fanned) VALUES (?, 'e', 0, 0, 0)", channel);
    });
    expect(await send(7)).toMatchObject({ published: { offset: 1, duplicate: false } });
    await evictDurableObject(before);
    expect(await send(7)).toMatchObject({ published: { offset: 1, duplicate: true } });
    expect((await before.handOver(channel, "shard/side/21", 0)).stream?.version).toEqual({ epoch: "", version: 7 });
    await before.handedOver(channel);
    expect(await send(8)).toEqual({ movedTo: "shard/side/21" });
  });

  test("is taken up again where the new home died in the middle", async () => {
    const user = newUser();
    const channel = userChannel(user);
    const old = "shard/side/0";
    await runInDurableObject(shardOf(old), (_instance, { storage }) => {
      storage.sql.exec("INSERT INTO stream(channel, epoch, top, floor, fanned) VALUES (?, 'e', 0, 0, 2)", channel);
      for (const offset of [1, 2]) {
        storage.sql.exec(
          "INSERT INTO publication SELECT id, ?, ?, NULL, ?, 0, NULL FROM stream",
          offset,
          Date.now(),
          `${offset}`,
        );
      }
    });
    const first = await shardOf(old).handOver(channel, "shard/side/1", 0);
    await evictDurableObject(shardOf(old));
    expect(await shardOf(old).handOver(channel, "shard/side/1", 0)).toEqual(first);
    expect(first).toMatchObject({
      stream: { epoch: "e", top: 2 },
      done: true,
      publications: [{ offset: 1 }, { offset: 2 }],
    });
    expect(await shardOf(old).handOver(channel, "shard/side/2", 0)).toEqual({ publications: [], done: true });
  });
});

async function rowsOf(shard: string, id: string): Promise<number> {
  return await runInDurableObject(shardOf(shard), (_instance, { storage }) => {
    const query =
      "SELECT (SELECT COUNT(*) FROM connection WHERE id = ?1) + (SELECT COUNT(*) FROM subscription WHERE connection = ?1) AS n";
    return storage.sql.exec<{ n: number }>(query, id).one().n;
  });
}
