/** fairway.push.v1.PushService over HTTP: what is refused, and what it says of who is there. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATOR, type PushWorld, pushClient, startPushWorld } from "./push-world.ts";

let world: PushWorld;
beforeAll(async () => {
  world = await startPushWorld({ shards: 2, namespaces: { small: { historySize: 3 } } });
});
afterAll(() => world.close());

const message = { json: '{"test":1}' };

describe("a publish is refused", () => {
  test.each([
    ["to nobody", { targets: {}, message }],
    ["without targets", { message }],
    ["without a message", { targets: { users: ["u"] } }],
    ["without data", { targets: { users: ["u"] }, message: {} }],
    ["of what is no JSON", { targets: { users: ["u"] }, message: { json: "{" } }],
    ["to a name that is none", { targets: { users: ["with space"] }, message }],
    ["to a name that is too long", { targets: { users: ["u".repeat(300)] }, message }],
    ["to too many", { targets: { users: Array.from({ length: 10_001 }, (_, n) => `u${n}`) }, message }],
    ["that is broken", '{"targets":'],
  ])("%s: invalid_argument", async (_what, request) => {
    const { status, body } = await world.rpc("Publish", request);
    expect([status, body.code]).toEqual([400, "invalid_argument"]);
  });

  test.each([
    ["one that is unknown", "no-such-token-0123456789"],
    ["an empty one", ""],
  ])("with %s for a token: unauthenticated", async (_what, token) => {
    for (const method of ["Publish", "History", "Presence", "Total", "Disconnect", "Subscribe"]) {
      expect((await world.rpc(method, {}, token)).status).toBe(401);
    }
  });

  test("by a channel alone, and the others take it", async () => {
    const { body } = await world.rpc("Publish", { targets: { channels: ["nowhere:x", "news"] }, message });
    expect(body.results?.map(({ refused }) => refused)).toEqual(["not_found", undefined]);
    const large = { json: JSON.stringify("x".repeat(65_535)) };
    const { body: answer } = await world.rpc("Publish", { targets: { users: ["u"] }, message: large });
    expect(answer.results?.[0]).toMatchObject({
      refused: "invalid_argument",
      reason: expect.stringContaining("65536"),
    });
  });
});

test("batches: each message for its own, in order, at most 1 000", async () => {
  const messages = [1, 2, 3].map((n) => ({ targets: { channels: ["ordered"] }, message: { json: `${n}` } }));
  expect((await world.rpc("PublishBatch", { messages })).status).toBe(200);
  const { body } = await world.rpc("History", { channel: "ordered", limit: 10 });
  expect(body.publications?.map(({ json }) => json)).toEqual(["1", "2", "3"]);
  const tooMany = Array.from({ length: 1_001 }, () => messages[0]);
  expect((await world.rpc("PublishBatch", { messages: tooMany })).body.code).toBe("invalid_argument");
  expect((await world.rpc("PublishBatch", { messages: [] })).body.code).toBe("invalid_argument");
});

test("history: by pages, both ways, and honest about what is gone", async () => {
  for (let n = 1; n <= 6; n++)
    await world.rpc("Publish", { targets: { channels: ["small:h"] }, message: { json: `${n}` } });
  const page = async (query: object) => (await world.rpc("History", { channel: "small:h", ...query })).body;
  const { position, publications } = await page({ limit: 10 });
  expect([position?.offset, publications?.map(({ offset }) => offset)]).toEqual(["6", ["4", "5", "6"]]);
  expect((await page({ limit: 2, reverse: true })).publications?.map(({ offset }) => offset)).toEqual(["6", "5"]);
  expect((await page({ limit: 0 })).publications).toBeUndefined();
  expect((await page({ limit: 9, since: { epoch: position?.epoch, offset: "1" } })).code).toBe("out_of_range");
  expect((await page({ limit: 9, since: { epoch: "other", offset: "4" } })).code).toBe("failed_precondition");
  expect((await page({ limit: 1_001 })).code).toBe("invalid_argument");
  await world.rpc("ClearHistory", { channel: "small:h" });
  expect((await page({ limit: 10 })).publications).toBeUndefined();
});

test("a revoked session is closed within a second, with a code that tells it not to come back; another session stays", async () => {
  const kept = await pushClient(world, { user: "dora", claims: { sid: "one" } });
  const revoked = await pushClient(world, { user: "dora", claims: { sid: "two" } });
  const startedMs = Date.now();
  const { body } = await world.rpc("Disconnect", { user: "dora", session: "two", final: true });
  expect(body.connections).toBe(1);
  await expect.poll(revoked.closed, { interval: 10 }).toBeGreaterThanOrEqual(3_500);
  expect(Date.now() - startedMs).toBeLessThan(1_000);
  expect(kept.closed()).toBeUndefined();
});

describe("a user who is not there", () => {
  const refused = async (user: string, claims: Record<string, unknown> = {}) =>
    await pushClient(world, { user, claims }).then(
      (client) => client.close(),
      () => "refused",
    );
  const bansOf = async (who: object) => {
    const { body } = await world.rpc("Bans", who);
    return (body.bans ?? []).map(({ user, key, reason, until }) => ({
      who: user ?? key,
      reason,
      isEnding: until !== undefined,
    }));
  };

  test("is banned all the same, through a crash of the edge, until the ban is lifted", async () => {
    const { status, body } = await world.rpc("Ban", { user: "gina", reason: "spam" });
    expect([status, body.connections]).toEqual([200, undefined]);
    await world.crash();
    expect(await refused("gina")).toBe("refused");
    expect(await bansOf({ user: "gina" })).toEqual([{ who: "gina", reason: "spam", isEnding: true }]);
    expect((await world.rpc("LiftBan", { user: "gina" }, OPERATOR)).body.lifted).toBe(true);
    expect(await refused("gina")).toBeUndefined();
    expect((await world.rpc("LiftBan", { user: "gina" })).body.lifted).toBeUndefined();
  });

  test("is disconnected for good: what was issued until then opens nothing, what is issued later does", async () => {
    const iat = Math.floor(Date.now() / 1_000);
    expect((await world.rpc("Disconnect", { user: "hans", final: true })).status).toBe(200);
    expect(await refused("hans", { iat })).toBe("refused");
    expect(await refused("hans", { iat: iat + 5 })).toBeUndefined();
    // Who is sent away to come back may come back.
    await world.rpc("Disconnect", { user: "ines" });
    expect(await refused("ines", { iat })).toBeUndefined();
  });

  test("is on the list with all others, by pages over all shards", async () => {
    const keys = Array.from({ length: 7 }, (_, n) => `page-${n}`);
    for (const key of keys) await world.rpc("Ban", { key });
    const listed: (string | undefined)[] = [];
    let pageToken = "key:page-";
    do {
      const { body } = await world.rpc("Bans", { limit: 3, pageToken });
      expect(body.bans?.length ?? 0).toBeLessThanOrEqual(3);
      listed.push(...(body.bans ?? []).map(({ key }) => key));
      pageToken = body.nextPageToken ?? "";
    } while (pageToken !== "");
    expect(listed.slice(0, 7)).toEqual(keys);
  });

  test.each([
    ["nobody", "Ban", {}],
    ["until yesterday", "Ban", { user: "u", until: new Date(Date.now() - 86_400_000) }],
    ["for two years", "Ban", { user: "u", until: new Date(Date.now() + 2 * 366 * 86_400_000) }],
    ["for a reason without an end", "Ban", { user: "u", reason: "x".repeat(201) }],
    ["a name that is none", "Ban", { user: "with space" }],
    ["tokens from before there were any", "Ban", { user: "u", issuedBefore: "1969-01-01T00:00:00Z" }],
    ["and lifted of nobody", "LiftBan", {}],
    ["and listed without an end", "Bans", { limit: 1_001 }],
    ["and listed from elsewhere", "Bans", { pageToken: "news" }],
  ])("is not banned: %s", async (_what, method, request) => {
    const { status, body } = await world.rpc(method, request);
    expect([status, body.code]).toEqual([400, "invalid_argument"]);
  });

  test("is not banned by anybody", async () => {
    for (const method of ["Ban", "LiftBan", "Bans"]) {
      expect((await world.rpc(method, { user: "u" }, "no-such-token-0123456789")).status).toBe(401);
    }
  });
});

test.each([
  ["Subscribe", "with space", 400, "invalid_argument"],
  ["Subscribe", "", 400, "invalid_argument"],
  ["Subscribe", "nowhere:x", 404, "not_found"],
  ["Unsubscribe", "with space", 400, "invalid_argument"],
])("%s to '%s' is refused, whoever is there", async (method, channel, status, code) => {
  const client = await pushClient(world, { user: "gina" });
  const answer = await world.rpc(method, { user: "gina", channel });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect((await world.rpc("Online", { channels: ["small:a", channel] })).status).toBe(
    channel === "nowhere:x" ? 200 : 400,
  );
  client.close();
});

test("a server subscribes the connections of a user, and takes the channel away again", async () => {
  const client = await pushClient(world, { user: "emil" });
  expect((await world.rpc("Subscribe", { user: "emil", channel: "given" })).body.connections).toBe(1);
  await world.rpc("Publish", { targets: { channels: ["given"] }, message });
  await expect.poll(() => client.got.filter(({ channel }) => channel === "given").length).toBe(1);
  expect((await world.rpc("Unsubscribe", { user: "emil", channel: "given" })).body.connections).toBe(1);
  await world.rpc("Publish", { targets: { channels: ["given"], users: ["emil"] }, message });
  await expect.poll(() => client.got.filter(({ channel }) => channel === "user:emil").length).toBe(1);
  expect(client.got.filter(({ channel }) => channel === "given").length).toBe(1);
});

test("a message that waits is received once by who comes back, and not again by the next device", async () => {
  const first = await pushClient(world, { user: "fred" });
  const start = first.subscribed["user:fred"] ?? { epoch: "", offset: 0 };
  first.close();
  await expect.poll(first.closed).toBeDefined();
  await world.rpc("Publish", { targets: { users: ["fred"] }, message });
  const back = await pushClient(world, { user: "fred", since: { "user:fred": start } });
  expect(back.got).toEqual([{ channel: "user:fred", offset: start.offset + 1, data: { test: 1 } }]);
  const next = await pushClient(world, {
    user: "fred",
    since: { "user:fred": { ...start, offset: start.offset + 1 } },
  });
  expect([next.got, next.subscribed["user:fred"]?.recovered]).toEqual([[], true]);
});
