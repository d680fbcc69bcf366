/** Who is kept out, in workerd: without a connection to close, through sleep and moves, with which token, and until when. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { homeOf, keyChannel, userChannel } from "../../../../proto/push/push.ts";
import { connect, open, publish, shardOf, tokenOf } from "./client.ts";

const MAP = { region: "main", counts: [4] };
const HOUR_MS = 3_600_000;
let made = 0;
const newUser = () => `banned-${++made}`;
const homeOfUser = (user: string) => homeOf(userChannel(user), MAP);
const awayOf = (user: string) => (homeOfUser(user) === "shard/main/0" ? "shard/main/1" : "shard/main/0");
const nowSeconds = () => Math.floor(Date.now() / 1_000);
const ban = (part: { issuedBeforeMs?: number; untilMs?: number } = {}) => ({
  untilMs: Date.now() + HOUR_MS,
  reason: "spam",
  ...part,
});

/** The code that a connect with these claims is closed with; undefined where it succeeds. */
async function refusal(place: string, claims: Record<string, unknown>): Promise<number | undefined> {
  const client = await open(place);
  const { connect: connected } = await client.ask({ connect: { token: await tokenOf(claims) } });
  if (connected === undefined) await expect.poll(client.closed).toBeDefined();
  const code = client.closed()?.code;
  client.close();
  return code;
}

describe("a user who is banned while nobody is connected", () => {
  test("gets no connection on any shard, through an eviction, until the ban is lifted; messages wait", async () => {
    const [user, other] = [newUser(), newUser()];
    const channel = userChannel(user);
    const home = shardOf(homeOfUser(user));
    const before = await connect(awayOf(user), { user });
    const start = before.connected.subs[channel] ?? { epoch: "", offset: 0 };
    before.close();
    await expect.poll(async () => await home.count(channel), { timeout: 3_000 }).toMatchObject({ connections: 0 });
    expect(await home.ban(channel, ban())).toBe(0);
    await evictDurableObject(home);
    for (const place of [homeOfUser(user), awayOf(user)]) expect(await refusal(place, { sub: user })).toBe(3507);
    expect(await refusal(homeOfUser(user), { sub: other })).toBeUndefined();
    await publish(home, channel, "meanwhile");
    expect(await home.liftBan(channel)).toBe(true);
    const back = await connect(awayOf(user), { user, subs: { [channel]: start } });
    expect(back.connected.subs[channel]?.publications?.map(({ data }) => data)).toEqual(["meanwhile"]);
    expect(await home.liftBan(channel)).toBe(false);
  });

  test("is let in when the ban ends", async () => {
    const user = newUser();
    await shardOf(homeOfUser(user)).ban(userChannel(user), ban({ untilMs: Date.now() + 700 }));
    expect(await refusal(awayOf(user), { sub: user })).toBe(3507);
    await expect.poll(async () => await refusal(awayOf(user), { sub: user }), { timeout: 5_000 }).toBeUndefined();
    expect(await shardOf(homeOfUser(user)).bansOf(userChannel(user))).toEqual([]);
  });

  test("has a second ban in place of the first, be it shorter", async () => {
    const user = newUser();
    const home = shardOf(homeOfUser(user));
    await home.ban(userChannel(user), ban());
    const shorter = ban({ untilMs: Date.now() + 60_000 });
    await home.ban(userChannel(user), shorter);
    expect(await home.bansOf(userChannel(user))).toMatchObject([{ untilMs: shorter.untilMs, reason: "spam" }]);
  });
});

test("a ban closes what is open, on all shards, and a device is kept out as a user is", async () => {
  const user = newUser();
  const clients = [await connect(homeOfUser(user), { user }), await connect(awayOf(user), { user })];
  expect(await shardOf(homeOfUser(user)).ban(userChannel(user), ban())).toBe(2);
  for (const client of clients) await expect.poll(client.closed).toMatchObject({ code: 3503 });
  const device = keyChannel("stolen-phone");
  await shardOf(homeOf(device, MAP)).ban(device, ban());
  expect(await refusal("shard/main/2", { sub: newUser(), key: "stolen-phone" })).toBe(3507);
  expect(await refusal("shard/main/2", { sub: newUser(), key: "another-phone" })).toBeUndefined();
});

describe("tokens that are taken back", () => {
  test("open nothing, while one that was made later does; one that does not say when counts as old", async () => {
    const user = newUser();
    const home = shardOf(homeOfUser(user));
    const [old, young] = [{ iat: nowSeconds() - 60 }, { iat: nowSeconds() + 1 }];
    const clients = await Promise.all([old, {}, young].map((claims) => connect(awayOf(user), { user, claims })));
    expect(await home.ban(userChannel(user), ban({ issuedBeforeMs: Date.now() }))).toBe(2);
    for (const client of clients.slice(0, 2)) await expect.poll(client.closed).toMatchObject({ code: 3503 });
    for (const claims of [old, {}]) expect(await refusal(awayOf(user), { sub: user, ...claims })).toBe(3500);
    expect(await refusal(homeOfUser(user), { sub: user, ...young })).toBeUndefined();
    expect(clients[2]?.closed()).toBeUndefined();
  });

  test("stay so when fewer are taken back later, or for a shorter time", async () => {
    const user = newUser();
    const home = shardOf(homeOfUser(user));
    const first = ban({ issuedBeforeMs: Date.now() });
    await home.ban(userChannel(user), first);
    await home.ban(userChannel(user), ban({ issuedBeforeMs: 1_000, untilMs: Date.now() + 60_000 }));
    const { issuedBeforeMs, untilMs } = first;
    expect(await home.bansOf(userChannel(user))).toMatchObject([{ issuedBeforeMs, untilMs }]);
  });

  test("renew no connection: not of a session that has ended, nor of who is banned", async () => {
    const user = newUser();
    const home = shardOf(homeOfUser(user));
    const client = await connect(awayOf(user), { user, claims: { sid: "lives", iat: nowSeconds() + 1 } });
    const token = await tokenOf({ sub: user, sid: "lives", iat: nowSeconds() + 1 });
    expect((await client.ask({ refresh: { token } })).refresh).toBeDefined();
    await home.kick(userChannel(user), { session: "ended", reason: "revoked" });
    await client.ask({ refresh: { token: await tokenOf({ sub: user, sid: "ended" }) } });
    await expect.poll(client.closed).toMatchObject({ code: 3500 });
  });
});

test("a ban that comes while its user is on the way in finds the connection", async () => {
  const user = newUser();
  const home = shardOf(homeOfUser(user));
  for (let n = 0; n < 10; n++) {
    const clients = await Promise.all(Array.from({ length: 4 }, () => open(awayOf(user))));
    const token = await tokenOf({ sub: user });
    for (const client of clients) client.raw(JSON.stringify({ id: 1, connect: { token } }));
    await home.ban(userChannel(user), ban());
    for (const client of clients) await expect.poll(client.closed).toBeDefined();
    await home.liftBan(userChannel(user));
  }
});

describe("bans are kept", () => {
  test("with their stream: they move with it, and the old home forgets them", async () => {
    const channel = userChannel(newUser());
    const old = shardOf("shard/side/10");
    await runInDurableObject(old, (_instance, { storage }) => {
      storage.sql.exec("INSERT INTO stream(channel, epoch, top, floor, fanned) VALUES (?, 'e', 0, 0, 0)", channel);
      storage.sql.exec("INSERT INTO ban VALUES (?, 'all', 0, 1, ?, 'spam')", channel, Date.now() + HOUR_MS);
      storage.sql.exec("INSERT INTO revocation VALUES (?, 's', ?)", channel, Date.now() + HOUR_MS);
    });
    await evictDurableObject(old);
    const { stream } = await old.handOver(channel, "shard/side/11", 0);
    expect(stream?.admission).toMatchObject({ revoked: ["s"], bans: [{ channel, sinceMs: 1, reason: "spam" }] });
    await old.handedOver(channel);
    expect(await old.bans("", 10)).toEqual([]);
  });

  test("to a number, of bans and of sessions that have ended; what has ended makes room", async () => {
    const shard = shardOf("shard/side/12");
    const fill = (untilMs: number) =>
      runInDurableObject(shard, (_instance, { storage }) => {
        storage.sql.exec("DELETE FROM ban");
        storage.sql.exec(
          `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
            INSERT INTO ban SELECT 'user:' || i, 'all', 0, 0, ?, '' FROM n`,
          untilMs,
        );
        storage.sql.exec(
          "INSERT INTO stream(channel, epoch, top, floor, fanned) VALUES ('user:full', 'e', 0, 0, 0) ON CONFLICT DO NOTHING",
        );
      });
    await fill(Date.now() + HOUR_MS);
    await evictDurableObject(shard);
    const refused = await shard.ban("user:full", ban()).then(String, (thrown: { code: string }) => thrown.code);
    expect(refused).toBe("resource_exhausted");
    await fill(1);
    expect(await shard.ban("user:full", ban())).toBe(0);
    for (let n = 0; n < 105; n++) await shard.kick("user:full", { session: `s${n}`, reason: "revoked" });
    const { stream } = await shard.handOver("user:full", "shard/side/13", 0);
    expect(stream?.admission.revoked).toHaveLength(100);
  });

  test("and listed by pages, all of a user's on one", async () => {
    const shard = shardOf("shard/side/14");
    const until = Date.now() + HOUR_MS;
    await runInDurableObject(shard, (_instance, { storage }) => {
      for (const [channel, scope, endMs] of [
        ["user:a", "all", until],
        ["user:a", "tokens", until],
        ["user:b", "all", 1],
        ["user:c", "all", until],
      ] as const) {
        storage.sql.exec("INSERT INTO ban VALUES (?, ?, ?, 0, ?, '')", channel, scope, scope === "all" ? 0 : 5, endMs);
      }
    });
    const list = async (after: string, limit: number) =>
      (await shard.bans(after, limit)).map(({ channel, issuedBeforeMs }) => [channel, issuedBeforeMs]);
    expect(await list("", 1)).toEqual([
      ["user:a", undefined],
      ["user:a", 5],
    ]);
    expect(await list("user:a", 1)).toEqual([["user:c", undefined]]);
    expect(await list("user:c", 1)).toEqual([]);
  });
});
