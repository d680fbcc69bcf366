/** The SDK's push on a real edge: exactly once for the app, through losses of the network, the app and the edge. */
import { EventSource } from "undici";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Fault } from "../../../proto/fault.ts";
import {
  type Cursor,
  type CursorStore,
  createPush,
  memoryCursors,
  type Push,
  type PushEvent,
  type PushOptions,
  type PushSession,
} from "../../../sdk/push.ts";
import { api, publish } from "./centrifugo-world.ts";
import { type PushWorld, startPushWorld, tokenOf } from "./push-world.ts";
import { type Network, wobblyNetwork } from "./wobbly-network.ts";

let world: PushWorld;
let network: Network;
const open: Push[] = [];
beforeAll(async () => {
  world = await startPushWorld({
    shards: 3,
    namespaces: { deep: { historySize: 10_000 }, small: { historySize: 4 }, secret: { subscribe: "token" } },
  });
  network = await wobblyNetwork(() => world.url());
});
afterEach(() => {
  for (const push of open.splice(0)) push.close();
});
afterAll(async () => {
  await network.close();
  await world.close();
});

/** Of an app with accounts of its own. */
function sessionOf(user: string | undefined, seconds?: number) {
  let uid = user;
  let given = 0;
  const listeners = new Set<(event: { type: string }) => void>();
  const session: PushSession & { become(user: string | undefined): void; given(): number } = {
    tokens: async () => (uid === undefined ? undefined : { uid }),
    async accessToken() {
      given++;
      const first = given === 1 && seconds !== undefined;
      return uid && (await tokenOf({ sub: uid }, first ? Math.floor(Date.now() / 1_000) + seconds : "10m"));
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become(next) {
      uid = next;
      for (const listener of listeners) listener({ type: next === undefined ? "signed-out" : "signed-in" });
    },
    given: () => given,
  };
  return session;
}

interface App {
  readonly push: Push;
  readonly events: PushEvent[];
  types(): string[];
}

function appOf(session: PushSession, options: Partial<PushOptions> = {}): App {
  const push = createPush({ baseUrl: network.url, session, platform: { EventSource }, ...options });
  const events: PushEvent[] = [];
  push.listen((event) => events.push(event));
  open.push(push);
  return { push, events, types: () => events.map(({ type }) => type) };
}

/** An app's database, which takes a message and its cursor in one transaction. */
function database() {
  const rows: { channel: string; data: unknown; offset: number }[] = [];
  const cursors = new Map<string, Cursor>();
  const store: CursorStore = { get: (key) => cursors.get(key), set: (key, cursor) => void cursors.set(key, cursor) };
  return { rows, store, of: (channel: string) => rows.filter((row) => row.channel === channel) };
}

test("an app that is killed and started again, on a network that is cut and an edge that is killed, has each message once", {
  timeout: 60_000,
}, async () => {
  const channels = ["user:anna", "deep:room"];
  const { rows, store, of } = database();
  const start = () => {
    const app = appOf(sessionOf("anna"), { cursors: store });
    const onMessage = ({ channel, data, cursor }: { channel: string; data: unknown; cursor?: Cursor }) => {
      rows.push({ channel, data, offset: cursor?.offset ?? 0 });
    };
    app.push.messages({ onMessage });
    app.push.subscribe("deep:room", { onMessage });
    app.push.foreground();
    return app;
  };
  const acked = new Map(channels.map((channel) => [channel, 0]));
  let isRunning = true;
  const publisher = async (channel: string) => {
    for (let n = 0; isRunning; n++) {
      const offset = await api(world, "publish", { channel, data: n }).then(
        ({ body }) => body.result?.offset as number | undefined,
        () => undefined, // Killed in the middle of it: nothing is promised.
      );
      acked.set(channel, Math.max(offset ?? 0, acked.get(channel) ?? 0));
      if (offset === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  let app = start();
  await expect.poll(() => store.get("anna/deep:room")).toBeDefined();
  const running = channels.map(publisher);
  const grow = async (rounds: number) => {
    const before = rows.length;
    await expect.poll(() => rows.length, { timeout: 20_000 }).toBeGreaterThan(before + rounds);
  };
  await grow(20);
  app.push.close();
  app = start();
  await grow(20);
  network.cut();
  await grow(20);
  await world.crash();
  await grow(20);
  expect(app.types().filter((type) => type === "connected").length).toBeGreaterThan(2);
  app.push.background();
  await api(world, "publish", { channel: "user:anna", data: "away" });
  app.push.foreground();
  await grow(20);
  isRunning = false;
  await Promise.all(running);
  for (const channel of channels) {
    await expect.poll(() => of(channel).at(-1)?.offset ?? 0).toBeGreaterThanOrEqual(acked.get(channel) ?? 0);
    const offsets = of(channel).map(({ offset }) => offset);
    expect(offsets).toEqual(Array.from({ length: offsets.length }, (_, n) => n + 1));
  }
});

describe.each(["websocket", "http_stream", "sse"] as const)("over %s", (transport) => {
  test("more is fetched than a recovery brings, and only what was missed", async () => {
    const [user, room] = [`reader-${transport}`, `deep:${transport}`];
    const cursors = memoryCursors();
    const offsets: number[] = [];
    const read = () => {
      const app = appOf(sessionOf(user), { cursors, transports: [transport] });
      app.push.subscribe(room, { onMessage: ({ cursor }) => void offsets.push(cursor?.offset ?? 0) });
      app.push.foreground();
      return app;
    };
    const first = read();
    await expect.poll(() => cursors.get(`${user}/${room}`)).toBeDefined();
    first.push.close();
    const message = { targets: { channels: [room] }, message: { json: "1" } };
    for (const _half of [1, 2]) {
      const { status } = await world.rpc("PublishBatch", { messages: Array.from({ length: 600 }, () => message) });
      expect(status).toBe(200);
    }
    read();
    await expect.poll(() => offsets.length).toBe(1_200);
    expect(offsets).toEqual(Array.from({ length: 1_200 }, (_, n) => n + 1));
  });
});

test("where WebSockets do not get through, a stream over HTTP does", async () => {
  class Blocked extends EventTarget {
    onclose: ((event: { code: number; reason: string }) => void) | undefined;
    constructor() {
      super();
      queueMicrotask(() => this.onclose?.({ code: 1006, reason: "" }));
    }
    close(): void {}
  }
  const { push, events } = appOf(sessionOf("blocked"), { platform: { WebSocket: Blocked, EventSource } });
  const got: unknown[] = [];
  push.messages({ onMessage: ({ data }) => void got.push(data) });
  push.foreground();
  await publish(world, "user:blocked", "through");
  await expect.poll(() => got).toEqual(["through"]);
  expect(events).toContainEqual({ type: "connected", uid: "blocked" });
});

test("what is gone is told, in its place", async () => {
  const cursors = memoryCursors();
  const got: unknown[] = [];
  const read = () => {
    const app = appOf(sessionOf("gap"), { cursors });
    app.push.subscribe("small:gap", {
      from: "kept",
      onMessage: ({ data }) => void got.push(data),
      onGap: ({ from, to }) => void got.push([from.offset, to.offset]),
    });
    app.push.foreground();
    return app;
  };
  await publish(world, "small:gap", 1, 2);
  const first = read();
  await expect.poll(() => got).toEqual([1, 2]);
  first.push.close();
  await publish(world, "small:gap", 3, 4, 5, 6, 7, 8);
  read();
  await expect.poll(() => got).toEqual([1, 2, [2, 4], 5, 6, 7, 8]);
});

test("the connection is its user's: one signs out, another in, and each has messages of its own", async () => {
  const session = sessionOf(undefined);
  const app = appOf(session);
  const got: [string, unknown][] = [];
  app.push.messages({ onMessage: ({ channel, data }) => void got.push([channel, data]) });
  app.push.foreground();
  expect(app.types()).toEqual([]);
  for (const user of ["one", "two"]) {
    session.become(user);
    await publish(world, `user:${user}`, `for ${user}`);
    await expect.poll(() => got.at(-1)).toEqual([`user:${user}`, `for ${user}`]);
    session.become(undefined);
    await expect
      .poll(async () => (await api(world, "presence", { channel: `user:${user}` })).body.result)
      .toEqual({
        presence: {},
      });
  }
  expect(() => app.push.messages({ onMessage: () => {} })).toThrow(TypeError);
});

test("its token is renewed on the open connection", async () => {
  const session = sessionOf("renewed", 6);
  const app = appOf(session);
  app.push.messages({ onMessage: () => {} });
  app.push.foreground();
  await expect.poll(session.given).toBe(2);
  expect(app.types()).toEqual(["connected"]);
});

describe("an app whose token was refused", () => {
  /** Its second token takes until the gate opens. */
  function slowSession() {
    const gate = Promise.withResolvers<void>();
    let [asked, answered] = [0, 0];
    const session: PushSession = {
      tokens: async () => ({ uid: "slow" }),
      listen: () => () => {},
      async accessToken() {
        asked++;
        if (asked === 1) return "no token";
        if (asked === 2) await gate.promise;
        const token = await tokenOf({ sub: "slow" }, "10m");
        answered++;
        return token;
      },
    };
    return { session, asked: () => asked, answered: () => answered, open: gate.resolve };
  }

  test("and which has connected with another meanwhile does not hear that it is disconnected", async () => {
    const { session, asked, answered, open: openGate } = slowSession();
    const { push, types } = appOf(session);
    push.foreground();
    await expect.poll(asked).toBe(2);
    push.foreground();
    await expect.poll(types).toEqual(["connected"]);
    openGate();
    await expect.poll(answered).toBe(2);
    await new Promise((settle) => setImmediate(settle));
    expect(types()).toEqual(["connected"]);
  });

  test("and which has gone to the background meanwhile is not connected", async () => {
    const { session, asked, answered, open: openGate } = slowSession();
    const { push, types } = appOf(session);
    push.foreground();
    await expect.poll(asked).toBe(2);
    push.background();
    openGate();
    await expect.poll(answered).toBe(1);
    // Time enough: one that begins now gets there.
    const other = appOf(sessionOf("quick"));
    other.push.foreground();
    await expect.poll(other.types).toEqual(["connected"]);
    expect(types()).toEqual([]);
  });
});

test("another network: the connection is made anew at once, and nothing is lost", async () => {
  const app = appOf(sessionOf("mover"));
  const got: unknown[] = [];
  app.push.messages({ onMessage: ({ data }) => void got.push(data) });
  app.push.foreground();
  await publish(world, "user:mover", 1);
  await expect.poll(() => got).toEqual([1]);
  app.push.networkChanged(false);
  await expect.poll(app.types).toContain("disconnected");
  await publish(world, "user:mover", 2);
  app.push.networkChanged(true);
  await expect.poll(() => got).toEqual([1, 2]);
  app.push.foreground();
  app.push.networkChanged(true);
  await publish(world, "user:mover", 3);
  await expect.poll(() => got).toEqual([1, 2, 3]);
  app.push.background();
  await expect
    .poll(async () => (await api(world, "presence", { channel: "user:mover" })).body.result)
    .toEqual({
      presence: {},
    });
});

test("a connection that is dead without a word is found when the app is used again", async () => {
  const app = appOf(sessionOf("dead"), { transports: ["websocket"] });
  const got: unknown[] = [];
  app.push.messages({ onMessage: ({ data }) => void got.push(data) });
  app.push.foreground();
  await publish(world, "user:dead", 1);
  await expect.poll(() => got).toEqual([1]);
  network.deaden();
  await publish(world, "user:dead", 2);
  app.push.foreground();
  await expect.poll(() => got).toEqual([1, 2]);
});

test("a private channel takes the app's token for it, or tells that it is refused", async () => {
  const app = appOf(sessionOf("member"));
  const got: unknown[] = [];
  const onMessage = ({ data }: { data: unknown }) => void got.push(data);
  app.push.subscribe("secret:mine", {
    onMessage,
    token: async (channel) => await tokenOf({ sub: "member", channel }),
  });
  app.push.subscribe("secret:theirs", { onMessage });
  app.push.subscribe("secret:none", {
    onMessage,
    token: async () => {
      throw new Fault("permission_denied", "not a member");
    },
  });
  app.push.foreground();
  await expect
    .poll(() => app.events.flatMap((event) => (event.type === "refused" ? [[event.channel, event.code]] : [])))
    .toEqual(
      expect.arrayContaining([
        ["secret:theirs", 103],
        ["secret:none", 1],
      ]),
    );
  const subscribers = async () =>
    Object.keys((await api(world, "presence", { channel: "secret:mine" })).body.result?.presence ?? {});
  await expect.poll(async () => (await subscribers()).length).toBe(1);
  await publish(world, "secret:mine", "for members");
  await expect.poll(() => got).toEqual(["for members"]);
});

test("a user who is sent away for good hears so, and is not connected again until the app is used again", async () => {
  const app = appOf(sessionOf("kicked"));
  app.push.messages({ onMessage: () => {} });
  app.push.foreground();
  await expect.poll(app.types).toEqual(["connected"]);
  await api(world, "disconnect", { user: "kicked" });
  await expect
    .poll(() => app.events.at(-1))
    .toEqual({
      type: "disconnected",
      code: 3503,
      reason: "force disconnect",
      final: true,
    });
  app.push.foreground();
  await expect.poll(app.types).toEqual(["connected", "disconnected", "connected"]);
});
