/** The npm client `centrifuge`, as it is, over WebSocket, server-sent events and HTTP streams. */
import { UnauthorizedError } from "centrifuge";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { api, clientOf, connected, publish, subscribed, TRANSPORTS, type Watched } from "./centrifugo-world.ts";
import { type PushWorld, startPushWorld, tokenOf } from "./push-world.ts";

let world: PushWorld;
const open: Watched[] = [];
beforeAll(async () => {
  world = await startPushWorld({
    shards: 2,
    namespaces: {
      chat: { publish: "subscriber", joinLeave: true },
      small: { historySize: 4 },
      secret: { subscribe: "token" },
      quiet: { historySize: 0, presence: false },
    },
  });
});
afterEach(() => {
  for (const { client } of open.splice(0)) client.disconnect();
});
afterAll(() => world.close());

function kept(watched: Watched): Watched {
  open.push(watched);
  return watched;
}
const nowSeconds = () => Math.floor(Date.now() / 1_000);
const typesOf = ({ events }: Watched, type: string) => events.filter((event) => event.type === type);

describe.each(TRANSPORTS)("over %s", (transport) => {
  let made = 0;
  const unique = (name: string) => `${name}-${transport}-${++made}`;
  const as = async (user: string, options: Parameters<typeof connected>[3] = {}) =>
    kept(await connected(world, transport, user, options));

  test("a client subscribes, publishes and hears it, with who said it", async () => {
    const channel = unique("chat:talk");
    const anna = await as("anna");
    const { subscription, publications, data, offsets } = await subscribed(anna, channel);
    await subscription.publish({ text: "héllo\n" });
    await publish(world, channel, { text: "from a service" });
    await expect.poll(data).toEqual([{ text: "héllo\n" }, { text: "from a service" }]);
    expect(offsets()).toEqual([1, 2]);
    expect(publications[0]?.info).toMatchObject({ user: "anna" });
  });

  test("who comes back gets what it missed, once and in order", async () => {
    const channel = unique("news");
    const anna = await as("anna");
    const { subscription, data, offsets } = await subscribed(anna, channel);
    await publish(world, channel, 1, 2);
    await expect.poll(data).toEqual([1, 2]);
    anna.client.disconnect();
    await publish(world, channel, 3, 4);
    const told: unknown[] = [];
    subscription.on("subscribed", (context) => told.push(context));
    anna.client.connect();
    await expect.poll(data).toEqual([1, 2, 3, 4]);
    await publish(world, channel, 5);
    await expect.poll(offsets).toEqual([1, 2, 3, 4, 5]);
    expect(told).toMatchObject([{ wasRecovering: true, recovered: true, positioned: true, recoverable: true }]);
  });

  test("who missed more than is kept is told so", async () => {
    const channel = unique("small:news");
    const anna = await as("anna");
    const { subscription, data } = await subscribed(anna, channel);
    await publish(world, channel, 1);
    await expect.poll(data).toEqual([1]);
    anna.client.disconnect();
    await publish(world, channel, 2, 3, 4, 5, 6, 7);
    const told: unknown[] = [];
    subscription.on("subscribed", (context) => told.push(context));
    anna.client.connect();
    await expect.poll(() => told).toMatchObject([{ wasRecovering: true, recovered: false }]);
    await publish(world, channel, 8);
    await expect.poll(data).toEqual([1, 8]);
  });

  test("who is sent much answers that it reads, and has it all", async () => {
    const channel = unique("news");
    const said: string[] = [];
    class Overheard extends WebSocket {
      override send(data: string): void {
        said.push(data);
        super.send(data);
      }
    }
    const anna = await as("anna", { websocket: Overheard });
    const { offsets } = await subscribed(anna, channel);
    const message = { targets: { channels: [channel] }, message: { json: JSON.stringify("x".repeat(50_000)) } };
    for (let n = 0; n < 4; n++) {
      const { status } = await world.rpc("PublishBatch", { messages: Array.from({ length: 10 }, () => message) });
      expect(status).toBe(200);
      await expect.poll(() => offsets().length).toBe((n + 1) * 10);
    }
    expect(typesOf(anna, "connecting")).toHaveLength(1);
    // Of a stream the shard knows by itself how much of it has been read.
    if (transport === "websocket") expect(said.filter((each) => each === "{}").length).toBeGreaterThan(1);
  });

  test("the application's own state is asked for where it was lost, and only there", async () => {
    const channel = unique("small:state");
    await publish(world, channel, 1, 2, 3, 4, 5, 6, 7);
    const { body } = await api(world, "history", { channel });
    const epoch = String(body.result?.epoch);
    const states = [
      { offset: 1, epoch },
      { offset: 7, epoch },
    ];
    const { data } = await subscribed(await as("anna"), channel, {
      getState: async () => states.shift() ?? { offset: 0, epoch: "none" },
    });
    await publish(world, channel, 8);
    await expect.poll(data).toEqual([8]);
    expect(states).toEqual([]);
  });

  test("private messages come without a subscription, and wait for who is away", async () => {
    const user = unique("user");
    const token = await tokenOf({ sub: user });
    const anna = kept(clientOf(world, transport, { token }));
    anna.client.connect();
    await anna.client.ready();
    await publish(world, `user:${user}`, "one");
    const heard = () =>
      typesOf(anna, "publication").map(({ context }) => (context as { data: unknown; offset: number }).data);
    await expect.poll(heard).toEqual(["one"]);
    anna.client.disconnect();
    await publish(world, `user:${user}`, "two", "three");
    anna.client.connect();
    await expect.poll(heard).toEqual(["one", "two", "three"]);
    expect(typesOf(anna, "subscribed").at(-1)?.context).toMatchObject({ wasRecovering: true, recovered: true });
  });

  test("presence and its counts, and who comes and goes", async () => {
    const channel = unique("chat:room");
    const [anna, bert] = [await as("anna"), await as("bert")];
    const { subscription } = await subscribed(anna, channel);
    const moves: string[] = [];
    subscription.on("join", ({ info }) => moves.push(`+${info.user}`));
    subscription.on("leave", ({ info }) => moves.push(`-${info.user}`));
    await subscribed(bert, channel);
    await expect.poll(() => moves).toContain("+bert");
    const { clients } = await subscription.presence();
    expect(Object.values(clients).map(({ user }) => user)).toEqual(expect.arrayContaining(["anna", "bert"]));
    await expect.poll(() => subscription.presenceStats()).toMatchObject({ numClients: 2, numUsers: 2 });
    bert.client.disconnect();
    // Over a stream it is noticed by the next writes: centrifugo-gone.test.ts.
    if (transport === "websocket") await expect.poll(() => moves).toContain("-bert");
    await expect(anna.client.presence("quiet:room")).rejects.toMatchObject({ code: 108 });
  });

  test("history by pages, from both ends, and not with a cursor of another life", async () => {
    const channel = unique("news");
    const { subscription } = await subscribed(await as("anna"), channel);
    await publish(world, channel, 1, 2, 3, 4, 5);
    const top = await subscription.history({ limit: 0 });
    expect(top).toMatchObject({ offset: 5, publications: [] });
    const dataOf = (page: { publications: { data: unknown }[] }) => page.publications.map(({ data }) => data);
    const first = await subscription.history({ limit: 2, since: { offset: 0, epoch: top.epoch } });
    expect(dataOf(first)).toEqual([1, 2]);
    const since = { offset: first.publications.at(-1)?.offset ?? 0, epoch: top.epoch };
    expect(dataOf(await subscription.history({ limit: 10, since }))).toEqual([3, 4, 5]);
    expect(dataOf(await subscription.history({ limit: 2, reverse: true }))).toEqual([5, 4]);
    expect(dataOf(await subscription.history({ limit: 10, since: { offset: 99, epoch: top.epoch } }))).toEqual([]);
    await expect(subscription.history({ limit: 1, since: { offset: 1, epoch: "other" } })).rejects.toMatchObject({
      code: 112,
    });
  });

  test("a private channel needs a token for it, which is renewed too", async () => {
    const channel = unique("secret:room");
    const anna = await as("anna");
    const refused = anna.client.newSubscription(channel);
    const codes: number[] = [];
    refused.on("unsubscribed", ({ code }) => codes.push(code));
    refused.subscribe();
    await expect.poll(() => codes).toEqual([103]);
    anna.client.removeSubscription(refused);
    const lifetimes = [-60, 3, 600];
    let asked = 0;
    const { subscription, data } = await subscribed(anna, channel, {
      getToken: async ({ channel: wanted }) => {
        asked++;
        return await tokenOf({ sub: "anna", channel: wanted }, nowSeconds() + (lifetimes.shift() ?? 600));
      },
    });
    await expect.poll(() => asked).toBe(3);
    await publish(world, channel, "for few");
    await expect.poll(data).toEqual(["for few"]);
    await expect.poll(() => subscription.state).toBe("subscribed");
  });

  test("an expired token is exchanged before the connection is made; a forged one ends it", async () => {
    const late = kept(
      clientOf(world, transport, {
        token: await tokenOf({ sub: "anna" }, nowSeconds() - 60),
        getToken: async () => await tokenOf({ sub: "anna" }),
      }),
    );
    late.client.connect();
    await expect.poll(() => late.client.state).toBe("connected");
    expect(typesOf(late, "error").map(({ context }) => (context as { error: { code: number } }).error.code)).toContain(
      109,
    );
    const forged = kept(clientOf(world, transport, { token: `${(await tokenOf({ sub: "anna" })).slice(0, -4)}AAAA` }));
    forged.client.connect();
    await expect.poll(() => typesOf(forged, "disconnected").map(({ code }) => code)).toEqual([3500]);
    const unwilling = kept(
      clientOf(world, transport, {
        getToken: async () => {
          throw new UnauthorizedError("signed out");
        },
      }),
    );
    unwilling.client.connect();
    await expect.poll(() => unwilling.client.state).toBe("disconnected");
  });

  test("a service sends a user away, for good or to come back, and one connection alone", async () => {
    const user = unique("user");
    const [one, two] = [await as(user), await as(user)];
    const [{ client }] = typesOf(two, "connected").map(({ context }) => context) as [{ client: string }];
    await api(world, "disconnect", { user, client, disconnect: { code: 3_000, reason: "go" } });
    await expect.poll(() => typesOf(two, "connecting").map(({ code }) => code)).toEqual([0, 3000]);
    await expect.poll(() => two.client.state).toBe("connected");
    expect(typesOf(one, "connecting")).toHaveLength(1);
    await api(world, "disconnect", { user });
    for (const each of [one, two]) {
      await expect.poll(() => typesOf(each, "disconnected").map(({ code }) => code)).toEqual([3503]);
    }
  });

  test("a service subscribes a user to a channel, and takes it away", async () => {
    const [user, channel] = [unique("user"), unique("news")];
    const anna = await as(user);
    expect((await api(world, "subscribe", { user, channel })).body).toEqual({ result: {} });
    await expect.poll(() => typesOf(anna, "subscribed").map((event) => event.channel)).toContain(channel);
    await publish(world, channel, "given");
    await expect
      .poll(() => typesOf(anna, "publication").map(({ context }) => (context as { data: unknown }).data))
      .toEqual(["given"]);
    expect((await api(world, "unsubscribe", { user, channel })).body).toEqual({ result: {} });
    await expect.poll(() => typesOf(anna, "unsubscribed").map((event) => event.channel)).toEqual([channel]);
  });

  test("calls that nothing is behind, and channels that there are not, are refused by their codes", async () => {
    const { client } = await as("anna");
    await expect(client.rpc("sum", [1, 2])).rejects.toMatchObject({ code: 108 });
    await expect(client.publish("nowhere:x", 1)).rejects.toMatchObject({ code: 102 });
    await expect(client.publish("news", 1)).rejects.toMatchObject({ code: 103 });
    await expect(client.history("news", { limit: 1 })).rejects.toMatchObject({ code: 103 });
    const twice = await subscribed({ client, events: [] }, unique("chat:one"));
    await expect(twice.subscription.publish("x".repeat(70_000))).rejects.toMatchObject({
      code: 107,
      message: expect.stringContaining("65536"),
    });
  });
});

test("a token that ends is renewed on the open connection, over every transport", async () => {
  const renewals: string[] = [];
  // Half of it is left when the client renews it: more than a busy machine needs.
  const exp = nowSeconds() + 7;
  const all = await Promise.all(
    TRANSPORTS.map(async (transport) => {
      const getToken = async () => {
        renewals.push(transport);
        return await tokenOf({ sub: "anna" });
      };
      const watched = kept(clientOf(world, transport, { token: await tokenOf({ sub: "anna" }, exp), getToken }));
      watched.client.connect();
      return watched;
    }),
  );
  await expect.poll(() => nowSeconds()).toBeGreaterThan(exp);
  for (const watched of all) {
    expect(watched.client.state).toBe("connected");
    expect(watched.events.map(({ type }) => type)).not.toContain("error");
    expect(typesOf(watched, "connected")).toHaveLength(1);
  }
  expect(renewals.sort()).toEqual([...TRANSPORTS].sort());
});
