/** Centrifugo's server API over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RawSocket, rawSocket } from "./centrifugo-raw.ts";
import { api, publish } from "./centrifugo-world.ts";
import { OPERATOR, PUBLISHER, type PushWorld, startPushWorld, tokenOf } from "./push-world.ts";

let world: PushWorld;
beforeAll(async () => {
  world = await startPushWorld({ shards: 2, namespaces: { quiet: { historySize: 0 }, small: { historySize: 4 } } });
});
afterAll(() => world.close());

async function socketOf(user: string) {
  const socket = await rawSocket(world);
  const { connect } = await socket.ask({ connect: { token: await tokenOf({ sub: user }) } });
  return { ...socket, id: String(connect?.client) };
}

describe("who may", () => {
  test.each([
    ["the key", { "x-api-key": PUBLISHER }, 200],
    ["the key as older libraries send it", { authorization: `apikey ${PUBLISHER}` }, 200],
    ["an operator", { authorization: `Bearer ${OPERATOR}` }, 200],
    ["an operator's key", { "x-api-key": OPERATOR }, 200],
    ["an operator's key as older libraries send it", { authorization: `apikey ${OPERATOR}` }, 200],
    [
      "another key where an operator's token is good",
      { "x-api-key": "wrong", authorization: `Bearer ${OPERATOR}` },
      401,
    ],
    ["no key", {}, 401],
    ["another key", { "x-api-key": "x".repeat(32) }, 401],
    ["another key where a token is good", { "x-api-key": "wrong", authorization: `apikey ${PUBLISHER}` }, 401],
  ])("%s: %o", async (_who, headers, status) => {
    expect((await api(world, "info", {}, headers as Record<string, string>)).status).toBe(status);
  });

  test("a method that there is not, and a request that is none", async () => {
    expect((await api(world, "dance", {})).status).toBe(404);
    expect((await api(world, "constructor", {})).status).toBe(404);
    expect((await fetch(`${world.url()}/api/publish`, { headers: { "x-api-key": PUBLISHER } })).status).toBe(405);
  });
});

describe("publish", () => {
  test("tells where it stands, and an idempotency key is good once", async () => {
    const request = { channel: "api-once", data: { n: 1 }, idempotency_key: "k1", tags: { kind: "x" } };
    const first = await api(world, "publish", request);
    expect(first.body.result).toEqual({ offset: 1, epoch: expect.any(String) });
    expect((await api(world, "publish", request)).body).toEqual(first.body);
    expect((await publishOne("api-once", { n: 2 })).offset).toBe(2);
    const { body } = await api(world, "history", { channel: "api-once", limit: 10 });
    expect(body.result?.publications).toEqual([
      { data: { n: 1 }, offset: 1, tags: { kind: "x" } },
      { data: { n: 2 }, offset: 2 },
    ]);
  });

  test("without history, and of bytes, reaches who is there", async () => {
    const socket = await socketOf("anna");
    await socket.ask({ subscribe: { channel: "api-skip" } });
    expect((await api(world, "publish", { channel: "api-skip", data: null, skip_history: true })).body.result).toEqual(
      {},
    );
    await api(world, "publish", { channel: "api-skip", b64data: "/wAB" });
    const pubs = () => socket.lines().flatMap(({ push }) => (push?.pub === undefined ? [] : [push.pub]));
    await expect.poll(pubs).toEqual([{ data: null }, { data: "/wAB", offset: 1 }]);
    expect((await api(world, "history", { channel: "api-skip" })).body.result).toMatchObject({ offset: 1 });
    socket.close();
  });

  test.each([
    ["no channel", { data: 1 }, 107],
    ["no data", { channel: "news" }, 107],
    ["bytes that are no base64", { channel: "news", b64data: "***" }, 107],
    ["a channel of no namespace", { channel: "nowhere:x", data: 1 }, 102],
    ["a name that is none", { channel: "a b", data: 1 }, 107],
    ["too much", { channel: "news", data: "x".repeat(65_536) }, 107],
    ["tags that are no texts", { channel: "news", data: 1, tags: { a: 1 } }, 107],
    ["broken JSON", "{", 107],
    ["a list", [], 107],
  ])("of %s: %#", async (_what, params, code) => {
    const { status, body } = await api(world, "publish", params);
    expect([status, body.error?.code]).toEqual([200, code]);
  });

  test("with the errors of HTTP where that is asked for", async () => {
    const headers = { "x-api-key": PUBLISHER, "x-centrifugo-error-mode": "transport" };
    const statusOf = async (method: string, params: unknown) => (await api(world, method, params, headers)).status;
    expect(await statusOf("publish", { channel: "nowhere:x", data: 1 })).toBe(404);
    expect(await statusOf("publish", {})).toBe(400);
    expect(await statusOf("history", { channel: "news", limit: 1, since: { offset: 1, epoch: "other" } })).toBe(416);
    expect((await api(world, "publish", {}, headers)).body.code).toBe(107);
  });
});

test("broadcast answers for each channel", async () => {
  const { body } = await api(world, "broadcast", { channels: ["api-b1", "nowhere:x", "user:anna"], data: 1 });
  expect(body.result?.responses).toEqual([
    { result: { offset: 1, epoch: expect.any(String) } },
    { error: { code: 102, message: expect.any(String) } },
    { result: { offset: 1, epoch: expect.any(String) } },
  ]);
  expect((await api(world, "broadcast", { channels: [], data: 1 })).body.error?.code).toBe(107);
  const many = Array.from({ length: 1_001 }, (_, n) => `c${n}`);
  expect((await api(world, "broadcast", { channels: many, data: 1 })).body.error?.code).toBe(107);
});

test("history by pages, to its bounds, and its removal", async () => {
  const channel = "small:pages";
  await publish(world, channel, 1, 2, 3, 4, 5, 6);
  const read = async (params: object) => (await api(world, "history", { channel, ...params })).body;
  const { epoch, offset } = (await read({})).result as { epoch: string; offset: number };
  expect(offset).toBe(6);
  const dataOf = async (params: object) =>
    ((await read(params)).result?.publications as { data: unknown }[] | undefined)?.map(({ data }) => data);
  expect(await dataOf({ limit: 2 })).toEqual([3, 4]);
  expect(await dataOf({ limit: -1 })).toEqual([3, 4, 5, 6]);
  expect(await dataOf({ limit: 10, since: { offset: 4, epoch } })).toEqual([5, 6]);
  expect(await dataOf({ limit: 2, reverse: true })).toEqual([6, 5]);
  expect((await read({ limit: 10, since: { offset: 0, epoch } })).error?.code).toBe(112);
  expect((await read({ limit: 10, since: { offset: -1, epoch } })).error?.code).toBe(107);
  expect((await api(world, "history_remove", { channel })).body).toEqual({ result: {} });
  expect((await read({ limit: 10 })).result).toEqual({ publications: [], epoch, offset: 6 });
});

test("presence, channels by pattern, and the shards", async () => {
  const [one, two] = [await socketOf("carl"), await socketOf("dora")];
  for (const socket of [one, two]) await socket.ask({ subscribe: { channel: "api-seen" } });
  await one.ask({ subscribe: { channel: "api-seldom" } });
  expect((await api(world, "presence", { channel: "api-seen" })).body.result?.presence).toEqual({
    [one.id]: { user: "carl", client: one.id },
    [two.id]: { user: "dora", client: two.id },
  });
  await expect
    .poll(async () => (await api(world, "presence_stats", { channel: "api-seen" })).body.result)
    .toEqual({ num_clients: 2, num_users: 2 });
  const channels = async (pattern: string) => (await api(world, "channels", { pattern })).body.result?.channels;
  expect(await channels("api-se*")).toEqual({ "api-seen": { num_clients: 2 }, "api-seldom": { num_clients: 1 } });
  expect(await channels("*seldo?")).toEqual({ "api-seldom": { num_clients: 1 } });
  expect(await channels("none*")).toEqual({});
  const { nodes } = (await api(world, "info", "")).body.result as { nodes: { num_clients: number; uid: string }[] };
  expect(nodes.map(({ uid }) => uid)).toEqual(["shard/main/0", "shard/main/1"]);
  expect(nodes.reduce((sum, each) => sum + each.num_clients, 0)).toBeGreaterThanOrEqual(2);
  for (const socket of [one, two]) socket.close();
});

test("disconnect spares whom it is told to, and refresh says when connections end", async () => {
  const [one, two, three] = [await socketOf("emil"), await socketOf("emil"), await socketOf("emil")];
  await api(world, "disconnect", { user: "emil", whitelist: [one.id, two.id] });
  await expect.poll(three.closed).toEqual({ code: 3503, reason: "force disconnect" });
  expect((await api(world, "refresh", { user: "emil" })).body.error?.code).toBe(107);
  const past = Math.floor(Date.now() / 1_000);
  await api(world, "refresh", { user: "emil", client: one.id, expire_at: past });
  await expect.poll(one.closed).toEqual({ code: 3005, reason: "connection expired" });
  expect(two.closed()).toBeUndefined();
  await api(world, "refresh", { user: "emil", expired: true });
  await expect.poll(two.closed).toEqual({ code: 3005, reason: "connection expired" });
});

test("users are blocked and tokens invalidated, whether they are connected or not", async () => {
  const iat = Math.floor(Date.now() / 1_000);
  const connect = async (claims: Record<string, unknown>) => {
    const socket = await rawSocket(world);
    await socket.ask({ connect: { token: await tokenOf(claims) } });
    return socket;
  };
  expect((await api(world, "block_user", { user: "gert", expire_at: iat + 600 })).body).toEqual({ result: {} });
  await expect.poll((await connect({ sub: "gert" })).closed).toMatchObject({ code: 3507 });
  expect((await api(world, "unblock_user", { user: "gert" })).body).toEqual({ result: {} });
  expect((await api(world, "invalidate_user_tokens", { user: "gert", issued_before: iat })).body.error).toBeUndefined();
  await expect.poll((await connect({ sub: "gert", iat: iat - 1 })).closed).toMatchObject({ code: 3500 });
  const young = await connect({ sub: "gert", iat });
  expect(young.closed()).toBeUndefined();
  await api(world, "block_user", { user: "gert" });
  await expect.poll(young.closed).toEqual({ code: 3503, reason: "force disconnect" });
  expect((await api(world, "block_user", { user: "gert", expire_at: 1 })).body.error).toEqual({
    code: 107,
    message: expect.stringContaining("expire_at"),
  });
  expect((await api(world, "revoke_token", { uid: "x" })).body.error).toEqual({
    code: 108,
    message: expect.stringContaining("invalidate_user_tokens"),
  });
});

describe("a subscription that a service orders", () => {
  const seconds = () => Math.floor(Date.now() / 1_000);
  const pushesOf = (socket: RawSocket, channel: string) =>
    socket.lines().flatMap(({ push }) => (push?.channel === channel ? [push] : []));

  test("carries info for others, data for the client, and what came after a position", async () => {
    const channel = "api-ordered";
    await publish(world, channel, 1, 2, 3);
    const { epoch } = (await api(world, "history", { channel })).body.result as { epoch: string };
    const socket = await socketOf("olga");
    const order = { user: "olga", channel, info: { seat: 7 }, data: { hello: "olga" } };
    const { body } = await api(world, "subscribe", { ...order, recover_since: { offset: 1, epoch } });
    expect(body).toEqual({ result: {} });
    await publish(world, channel, 4);
    await expect.poll(() => pushesOf(socket, channel).length).toBe(4);
    const [subscribe, ...pubs] = pushesOf(socket, channel) as { subscribe?: unknown; pub?: unknown }[];
    expect(subscribe?.subscribe).toEqual({
      recoverable: true,
      positioned: true,
      epoch,
      offset: 1,
      was_recovering: true,
      recovered: true,
      data: { hello: "olga" },
    });
    expect(pubs.map(({ pub }) => pub)).toEqual([2, 3, 4].map((n) => ({ data: n, offset: n })));
    expect((await api(world, "presence", { channel })).body.result?.presence).toEqual({
      [socket.id]: { user: "olga", client: socket.id, chan_info: { seat: 7 } },
    });
    socket.close();
  });

  test("tells where nothing can be recovered", async () => {
    const socket = await socketOf("pia");
    await publish(world, "small:ordered", 1, 2, 3, 4, 5, 6);
    const since = { offset: 1, epoch: "another" };
    await api(world, "subscribe", { user: "pia", channel: "small:ordered", recover_since: since, b64data: "/wAB" });
    await expect
      .poll(() => pushesOf(socket, "small:ordered"))
      .toMatchObject([{ subscribe: { offset: 6, was_recovering: true, recovered: false, data: "/wAB" } }]);
    socket.close();
  });

  test("ends by itself, and comes and goes as it is told to", async () => {
    const [witness, brief] = [await socketOf("rosa"), await socketOf("sven")];
    await witness.ask({ subscribe: { channel: "api-moves" } });
    const override = { join_leave: { value: true }, presence: { value: true }, force_recovery: { value: false } };
    const request = { user: "sven", channel: "api-moves", expire_at: seconds() + 2, override };
    expect((await api(world, "subscribe", request)).body.error).toBeUndefined();
    await expect.poll(() => pushesOf(brief, "api-moves")[0]).toMatchObject({ subscribe: { expires: true } });
    expect(pushesOf(brief, "api-moves")[0]).not.toMatchObject({ subscribe: { recoverable: true } });
    await expect
      .poll(() => pushesOf(brief, "api-moves").at(-1), { timeout: 8_000 })
      .toMatchObject({ unsubscribe: { code: 2501 } });
    await expect
      .poll(() => pushesOf(witness, "api-moves"))
      .toMatchObject([{ join: { info: { user: "sven" } } }, { leave: { info: { user: "sven" } } }]);
    for (const socket of [witness, brief]) socket.close();
  });

  test.each([
    [{ override: { presence: { value: false } } }, 108, "override.presence"],
    [{ override: { force_push_join_leave: { value: false } } }, 108, "override.force_push_join_leave"],
    [{ channel: "quiet:x", override: { force_recovery: { value: true } } }, 108, "override.force_recovery"],
    [{ channel: "quiet:x", recover_since: { offset: 1, epoch: "e" } }, 108, "recover_since"],
    [{ label_filter: { op: "" } }, 108, "label_filter"],
    [{ all_users: true }, 108, "all_users"],
    [{ expire_at: 1 }, 107, "expire_at"],
    [{ expire_at: 99_999_999_999_999 }, 107, "expire_at"],
    [{ info: "x".repeat(1_025) }, 107, "info"],
    [{ data: "x".repeat(65_536) }, 107, "data"],
    [{ b64info: "%" }, 107, "b64info"],
    [{ override: { join_leave: true } }, 107, "override.join_leave"],
    [{ channel: "nowhere:x" }, 102, "nowhere:x"],
  ])("is not made otherwise than it was asked for: %j", async (part, code, field) => {
    const { body } = await api(world, "subscribe", { user: "anna", channel: "news", ...part });
    expect(body.error).toEqual({ code, message: expect.stringContaining(field) });
  });
});

test("a disconnect says the service's own code and reason, and only what is final is", async () => {
  const [one, two] = [await socketOf("tina"), await socketOf("tina")];
  const request = { user: "tina", client: one.id, disconnect: { code: 4_321, reason: "see you" } };
  expect((await api(world, "disconnect", request)).body).toEqual({ result: {} });
  await expect.poll(one.closed).toEqual({ code: 4_321, reason: "see you" });
  for (const [disconnect, field] of [
    [{ code: 1_000, reason: "" }, "disconnect.code"],
    [{ code: 5_000, reason: "" }, "disconnect.code"],
    [{ code: 4_500, reason: "\u00e9".repeat(62) }, "disconnect.reason"],
  ] as const) {
    const { body } = await api(world, "disconnect", { user: "tina", disconnect });
    expect(body.error).toEqual({ code: 107, message: expect.stringContaining(field) });
  }
  expect(two.closed()).toBeUndefined();
  two.close();
});

test("a refresh changes what others see, and leaves the connection and its end alone", async () => {
  const socket = await socketOf("ulla");
  await socket.ask({ subscribe: { channel: "api-info" } });
  expect((await api(world, "refresh", { user: "ulla", info: { name: "Ulla" } })).body).toEqual({ result: {} });
  expect((await api(world, "presence", { channel: "api-info" })).body.result?.presence).toEqual({
    [socket.id]: { user: "ulla", client: socket.id, conn_info: { name: "Ulla" } },
  });
  expect(socket.closed()).toBeUndefined();
  socket.close();
});

test("a version that is not newer is not published, by any epoch of the publisher's", async () => {
  const channel = "api-versions";
  const put = async (version: number, data: string, version_epoch?: string) =>
    (await api(world, "publish", { channel, data, version, ...(version_epoch && { version_epoch }) })).body.result
      ?.offset;
  const offsets = [
    await put(5, "five"),
    await put(5, "five again"),
    await put(4, "four"),
    await put(6, "six"),
    await put(1, "one of another life", "b"),
    await put(6, "six of the first life"),
    await put(0, "without a version"),
  ];
  expect(offsets).toEqual([1, 1, 1, 2, 3, 4, 5]);
  const { body } = await api(world, "history", { channel, limit: 10 });
  expect(body.result?.publications).toMatchObject([
    { data: "five" },
    { data: "six" },
    { data: "one of another life" },
    { data: "six of the first life" },
    { data: "without a version" },
  ]);
  for (const part of [{ version: -1 }, { version: 1.5 }, { version: 1, version_epoch: "x".repeat(129) }]) {
    expect((await api(world, "publish", { channel, data: 1, ...part })).body.error).toEqual({
      code: 107,
      message: expect.stringContaining("version"),
    });
  }
});

describe("many commands in a request", () => {
  test.each([false, true])("answered in their order; parallel: %s", async (parallel) => {
    const { body } = await api(world, "batch", {
      parallel,
      commands: [
        { publish: { channel: "api-batch", data: 1 } },
        { publish: { channel: "nowhere:x", data: 1 } },
        { dance: {} },
        { publish: {}, history: {} },
        { presence_stats: { channel: "nobody-there" } },
      ],
    });
    expect(body.replies).toEqual([
      { publish: { offset: expect.any(Number), epoch: expect.any(String) } },
      { error: { code: 102, message: expect.any(String) } },
      { error: { code: 108, message: expect.any(String) } },
      { error: { code: 107, message: expect.any(String) } },
      { presence_stats: { num_clients: 0, num_users: 0 } },
    ]);
    const commands = Array.from({ length: 1_001 }, () => ({ info: {} }));
    expect((await api(world, "batch", { commands })).body.error?.code).toBe(107);
  });

  test("as lines, as older libraries send them", async () => {
    const response = await fetch(`${world.url()}/api`, {
      method: "POST",
      headers: { authorization: `apikey ${PUBLISHER}` },
      body: '{"method":"publish","params":{"channel":"api-old","data":1}}\n{"method":"publish","params":{}}\nx',
    });
    const lines = (await response.text()).split("\n").map((line) => JSON.parse(line) as unknown);
    expect(lines).toMatchObject([{ result: { offset: 1 } }, { error: { code: 107 } }, { error: { code: 107 } }]);
  });
});

async function publishOne(channel: string, data: unknown): Promise<{ offset: number }> {
  return (await api(world, "publish", { channel, data })).body.result as { offset: number };
}

test.each([
  ["publish", {}, "channel: is missing"],
  ["publish", { channel: 5, data: 1 }, "channel: a text expected"],
  ["publish", "{", "the body: an object in JSON expected"],
  ["history", [], "channel: is missing"],
  ["subscribe", { user: "u" }, "channel: is missing"],
  ["disconnect", {}, "user: is missing"],
])("%s of %j is refused in words", async (method, params, words) => {
  expect((await api(world, method, params)).body.error).toEqual({ code: 107, message: `bad request: ${words}` });
});
