import { describe, expect, test, vi } from "vitest";
import { Fault } from "../../../proto/fault.ts";
import { PassportService, Profile, RefreshRequest, Session } from "../../../proto/gen/passport.contract.ts";
import { createClient, type SessionEvent, type TokenStore, type Tokens } from "../../../sdk/client.ts";
import { gate, type Script, type ScriptedCall, scriptedEdge } from "./scripted-edge.ts";

const BASE = { baseUrl: "https://edge.test", sessions: PassportService };
const DEVICE = { deviceId: "device-0123456789" };

/** A passport of two generations of tokens; only the newest access token is good. */
function passport() {
  let generation = 0;
  let refreshes = 0;
  let onRefresh = (): Promise<void> | void => {};
  const session = () => {
    generation++;
    const tokens = { accessToken: `access-${generation}`, refreshToken: `refresh-${generation}` };
    return { message: [Session, { uid: 7n, expiresInSeconds: 600, ...tokens }] as const };
  };
  const script: Script = async (call: ScriptedCall) => {
    if (call.url.endsWith("/SignInGuest")) return session();
    if (call.url.endsWith("/Refresh")) {
      refreshes++;
      await onRefresh();
      const { refreshToken } = RefreshRequest.decode(call.body);
      if (refreshToken !== `refresh-${generation}`) throw new Fault("unauthenticated", "the refresh token is not good");
      return session();
    }
    if (call.url.startsWith("/public")) return { json: { token: call.headers.get("authorization") } };
    if (call.headers.get("authorization") !== `Bearer access-${generation}`) {
      throw new Fault("unauthenticated", "the token is not good");
    }
    if (call.url.includes("/GetProfile")) return { message: [Profile, { uid: 7n, nickname: "Ada" }] };
    return { json: { token: call.headers.get("authorization"), url: call.url } };
  };
  return {
    script,
    expireAll: () => {
      generation += 10;
    },
    refreshes: () => refreshes,
    onRefresh: (callback: () => Promise<void> | void) => {
      onRefresh = callback;
    },
  };
}

function storeOf(tokens: Tokens | undefined): TokenStore & { kept: Tokens | undefined } {
  return {
    kept: tokens,
    async get() {
      return this.kept;
    },
    async set(next) {
      this.kept = next;
    },
    async clear() {
      this.kept = undefined;
    },
  };
}

const tokens = (generation: number, accessExpiresAtMs: number): Tokens => ({
  uid: "7",
  accessToken: `access-${generation}`,
  accessExpiresAtMs,
  refreshToken: `refresh-${generation}`,
});

function listened(client: ReturnType<typeof createClient>): SessionEvent[] {
  const events: SessionEvent[] = [];
  client.session.listen((event) => events.push(event));
  return events;
}

describe("signing in", () => {
  test("and what needs it are one request, in which the token never is", async () => {
    const edge = scriptedEdge(passport().script);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const events = listened(client);
    const service = client.rpc(PassportService);
    const session = client.session.signIn(service.signInGuest(DEVICE));
    const [profile, other] = await Promise.all([service.getProfile({}), client.fetch("/other")]);
    expect(profile.nickname).toBe("Ada");
    expect(other.json()).toMatchObject({ token: "Bearer access-1" });
    expect((await session).uid).toBe(7n);
    expect(edge.seen).toHaveLength(1);
    expect(
      edge.seen[0]?.items.map(({ headers, dependsOn }) => [Object.fromEntries(headers).authorization, dependsOn]),
    ).toEqual([
      [undefined, []],
      ["Bearer {0.body.accessToken}", ["0"]],
      ["Bearer {0.body.accessToken}", ["0"]],
    ]);
    expect(events).toEqual([{ type: "signed-in", uid: "7" }]);
  });

  test("is kept in the store, and the next client goes on with it", async () => {
    const store = storeOf(undefined);
    const edge = scriptedEdge(passport().script);
    const first = createClient({ ...BASE, fetch: edge.fetch, tokens: store, now: () => 1000 });
    await first.session.signIn(first.rpc(PassportService).signInGuest(DEVICE));
    expect(store.kept).toEqual({ ...tokens(1, 601_000), uid: "7" });
    const next = createClient({ ...BASE, fetch: edge.fetch, tokens: store, now: () => 2000 });
    expect((await next.fetch("/other")).json()).toMatchObject({ token: "Bearer access-1" });
    expect(await next.session.tokens()).toEqual(store.kept);
  });

  test("later calls of a batch share the token in a header of the request", async () => {
    const edge = scriptedEdge(passport().script);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    await Promise.all([client.fetch("/a"), client.fetch("/b")]);
    const batch = edge.seen[1];
    expect(batch?.headers.get("authorization")).toBe("Bearer access-1");
    expect(batch?.items.flatMap(({ headers }) => headers.map(([name]) => name))).not.toContain("authorization");
  });

  test("a call with auth 'none' neither waits for it nor carries the token", async () => {
    const hold = gate();
    const { script } = passport();
    const edge = scriptedEdge(async (call) => {
      if (call.url.endsWith("/SignInGuest")) await hold.opened;
      return script(call);
    });
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const session = client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    expect((await client.fetch("/public", { auth: "none" })).json()).toEqual({ token: null });
    hold.open();
    await session;
    expect((await client.fetch("/public", { auth: "none" })).json()).toEqual({ token: null });
    const [mine, all] = await Promise.all([
      client.fetch("/public?mine"),
      client.fetch("/public?all", { auth: "none" }),
    ]);
    expect([mine.json(), all.json()]).toEqual([{ token: "Bearer access-1" }, { token: null }]);
  });

  test("a call with a token of its own keeps that", async () => {
    const client = createClient({ ...BASE, fetch: scriptedEdge(passport().script).fetch });
    await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    const reply = await client.fetch("/public", { headers: { Authorization: "Bearer mine" } });
    expect(reply.json()).toEqual({ token: "Bearer mine" });
  });

  test("that fails fails those who wait for it, with its fault", async () => {
    const script: Script = (call) => {
      if (call.url.endsWith("/SignInGuest")) throw new Fault("invalid_argument", "no such device");
      return { json: call.url };
    };
    for (const itemsMax of [50, 1]) {
      const client = createClient({ ...BASE, fetch: scriptedEdge(script).fetch, merge: { itemsMax } });
      const session = client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
      const other = client.fetch("/other");
      await expect(session).rejects.toMatchObject({ code: "invalid_argument" });
      await expect(other).rejects.toThrow("needs PassportService.SignInGuest, which failed: no such device");
      expect((await client.fetch("/other")).json()).toBe("/other");
    }
  });

  test("a store that throws breaks no call, and is told of", async () => {
    const broken: TokenStore = {
      get: () => Promise.reject(new Error("locked")),
      set: () => Promise.reject(new Error("full")),
      clear: () => Promise.reject(new Error("locked")),
    };
    const client = createClient({ ...BASE, fetch: scriptedEdge(passport().script).fetch, tokens: broken });
    const events = listened(client);
    await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    expect((await client.fetch("/other")).json()).toMatchObject({ token: "Bearer access-1" });
    expect(events.map(({ type }) => type)).toEqual(["store-failed", "signed-in"]);
  });
});

describe("renewing", () => {
  test("in time leaves with the calls that need it, once for all of them", async () => {
    const server = passport();
    const edge = scriptedEdge(server.script);
    let now = 0;
    const client = createClient({ ...BASE, fetch: edge.fetch, now: () => now });
    const events = listened(client);
    await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    now = 571_000; // 29 s are left.
    const replies = await Promise.all([client.fetch("/a"), client.fetch("/b"), client.fetch("/c")]);
    expect(replies.map((reply) => reply.json())).toMatchObject(Array(3).fill({ token: "Bearer access-2" }));
    expect(server.refreshes()).toBe(1);
    expect(edge.seen).toHaveLength(2);
    expect(edge.seen[1]?.items).toHaveLength(4);
    expect(edge.seen[1]?.headers.get("authorization")).toBe(null);
    expect(events.map(({ type }) => type)).toEqual(["signed-in", "refreshed"]);
  });

  test("after a 401 happens once for a crowd, and each call is then repeated once", async () => {
    const server = passport();
    const edge = scriptedEdge(server.script);
    const store = storeOf(undefined);
    const client = createClient({ ...BASE, fetch: edge.fetch, tokens: store });
    await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    // Another session of the same refresh token: the access token is old, the refresh token is not.
    store.kept = { ...(store.kept as Tokens), accessToken: "stale" };
    const next = createClient({ ...BASE, fetch: edge.fetch, tokens: store });
    const calls = Array.from({ length: 8 }, (_, index) =>
      next.fetch(`/${index}`, { method: "POST", urgent: index > 5 }),
    );
    const replies = await Promise.all(calls);
    expect(replies.map((reply) => reply.json())).toMatchObject(Array(8).fill({ token: "Bearer access-2" }));
    expect(server.refreshes()).toBe(1);
    expect(store.kept).toMatchObject({ accessToken: "access-2", refreshToken: "refresh-2" });
  });

  test("a call that is refused twice is refused", async () => {
    const server = passport();
    const edge = scriptedEdge((call) => {
      if (call.url === "/never") throw new Fault("unauthenticated", "not you");
      return server.script(call);
    });
    const client = createClient({ ...BASE, fetch: edge.fetch });
    await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    await expect(client.fetch("/never")).rejects.toMatchObject({ code: "unauthenticated", message: "not you" });
    expect(edge.seen.filter(({ path }) => path === "/never")).toHaveLength(2);
    expect(server.refreshes()).toBe(1);
  });

  test("that the server refuses signs out, with its fault", async () => {
    const server = passport();
    const store = storeOf(undefined);
    const client = createClient({ ...BASE, fetch: scriptedEdge(server.script).fetch, tokens: store });
    await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    const events = listened(client);
    server.expireAll();
    await expect(client.fetch("/a")).rejects.toMatchObject({ code: "unauthenticated" });
    expect(events).toMatchObject([{ type: "signed-out", fault: { code: "unauthenticated" } }]);
    expect(store.kept).toBeUndefined();
    expect(await client.session.tokens()).toBeUndefined();
  });

  test("that the network loses signs nobody out", async () => {
    const server = passport();
    const edge = scriptedEdge(server.script);
    let down = false;
    const fetch: typeof edge.fetch = (url, init) =>
      down && url.endsWith("/Refresh") ? Promise.reject(new TypeError("offline")) : edge.fetch(url, init);
    const store = storeOf(undefined);
    const client = createClient({ ...BASE, fetch, tokens: store, retry: { attemptsMax: 1 } });
    await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    const events = listened(client);
    const kept = store.kept as Tokens;
    store.kept = { ...kept, accessToken: "stale" };
    const next = createClient({ ...BASE, fetch, tokens: store, retry: { attemptsMax: 1 } });
    down = true;
    await expect(next.fetch("/a")).rejects.toMatchObject({ code: "unavailable" });
    expect(store.kept).toMatchObject({ refreshToken: "refresh-1" });
    down = false;
    expect((await next.fetch("/a")).json()).toMatchObject({ token: "Bearer access-2" });
    expect(events).toEqual([]);
  });

  test("early, and failing for want of a network, falls back to what is left of the old token", async () => {
    const server = passport();
    const edge = scriptedEdge(server.script);
    let now = 0;
    let down = false;
    const broken = async () => {
      if (down) throw new Fault("unavailable", "database");
    };
    server.onRefresh(broken);
    const client = createClient({ ...BASE, fetch: edge.fetch, now: () => now, retry: { attemptsMax: 1 } });
    await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    now = 580_000;
    down = true;
    expect((await client.fetch("/a")).json()).toMatchObject({ token: "Bearer access-1" });
    expect((await client.fetch("/b")).json()).toMatchObject({ token: "Bearer access-1" });
    expect(server.refreshes()).toBe(1); // The second call is within the pause.
    now += 6_000;
    down = false;
    expect((await client.fetch("/c")).json()).toMatchObject({ token: "Bearer access-2" });
  });

  test("uses no refresh token that another client of the same store has used already", async () => {
    const server = passport();
    const edge = scriptedEdge(server.script);
    const store = storeOf(undefined);
    let now = 0;
    const one = createClient({ ...BASE, fetch: edge.fetch, tokens: store, now: () => now });
    await one.session.signIn(one.rpc(PassportService).signInGuest(DEVICE));
    const two = createClient({ ...BASE, fetch: edge.fetch, tokens: store, now: () => now });
    await two.fetch("/a");
    now = 590_000;
    await one.fetch("/b"); // Renews.
    expect((await two.fetch("/c")).json()).toMatchObject({ token: "Bearer access-2" });
    expect(server.refreshes()).toBe(1);
  });

  test("finds out that another client of the same store has signed out", async () => {
    const server = passport();
    const store = storeOf(tokens(0, 1000));
    const client = createClient({ ...BASE, fetch: scriptedEdge(server.script).fetch, tokens: store, now: () => 0 });
    const events = listened(client);
    await client.session.tokens();
    store.kept = undefined;
    expect((await client.fetch("/public")).json()).toEqual({ token: null });
    expect(events).toEqual([{ type: "signed-out" }]);
    expect(server.refreshes()).toBe(0);
  });

  test("that ends after a sign-out brings nobody back", async () => {
    const server = passport();
    const hold = gate();
    let now = 0;
    const store = storeOf(undefined);
    const client = createClient({ ...BASE, fetch: scriptedEdge(server.script).fetch, tokens: store, now: () => now });
    await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    server.onRefresh(() => hold.opened);
    now = 590_000;
    const call = client.fetch("/public");
    await expect.poll(() => server.refreshes()).toBe(1);
    const out = client.session.signOut().catch(() => {});
    hold.open();
    await out;
    await call.catch(() => {});
    expect(await client.session.tokens()).toBeUndefined();
    expect(store.kept).toBeUndefined();
  });
});

describe("signing out", () => {
  test("tells the server and forgets the tokens", async () => {
    const server = passport();
    const edge = scriptedEdge((call) =>
      call.url.endsWith("/SignOut") ? { message: [Profile, {}] } : server.script(call),
    );
    const store = storeOf(undefined);
    const client = createClient({ ...BASE, fetch: edge.fetch, tokens: store });
    await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    const events = listened(client);
    await client.session.signOut();
    expect(edge.seen.at(-1)?.headers.get("authorization")).toBe("Bearer access-1");
    expect(store.kept).toBeUndefined();
    expect((await client.fetch("/public")).json()).toEqual({ token: null });
    expect(events).toEqual([{ type: "signed-out" }]);
    await client.session.signOut();
    expect(events).toHaveLength(1);
  });

  test("happens here even if the server cannot be told, and says so", async () => {
    const server = passport();
    const edge = scriptedEdge((call) => {
      if (call.url.endsWith("/SignOut")) throw new Fault("unavailable", "down");
      return server.script(call);
    });
    const client = createClient({ ...BASE, fetch: edge.fetch, retry: { attemptsMax: 1 } });
    await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
    await expect(client.session.signOut()).rejects.toMatchObject({ code: "unavailable" });
    expect(await client.session.tokens()).toBeUndefined();
  });

  test("calls of two users are never joined", async () => {
    const hold = gate();
    const server = passport();
    const edge = scriptedEdge(async (call) => {
      if (call.url === "/mine") {
        const token = call.headers.get("authorization");
        await hold.opened;
        return { json: token };
      }
      return server.script(call);
    });
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const service = client.rpc(PassportService);
    await client.session.signIn(service.signInGuest(DEVICE));
    const first = client.fetch("/mine");
    await vi.waitFor(() => expect(edge.seen.some(({ path }) => path === "/mine")).toBe(true));
    await client.session.signIn(service.signInGuest({ deviceId: "another-0123456789" }));
    const second = client.fetch("/mine");
    hold.open();
    expect([(await first).json(), (await second).json()]).toEqual(["Bearer access-1", "Bearer access-2"]);
  });
});
