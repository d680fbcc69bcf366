import { describe, expect, test, vi } from "vitest";
import { Fault } from "../../../proto/fault.ts";
import { PassportService, Profile, Session } from "../../../proto/gen/passport.contract.ts";
import { createClient, type TokenStore } from "../../../sdk/client.ts";
import { BASE, DEVICE, listened, passport, storeOf, tokens } from "./passport-script.ts";
import { gate, type Script, scriptedEdge } from "./scripted-edge.ts";

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
    expect(events.map(({ type }) => type)).toEqual(["store-failed", "store-failed", "signed-in"]);
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

describe("a call that was sent for one user", () => {
  /** Two users, one after the other. What the first one pays is held back, and then refused or lost. */
  async function switched(answer: () => Promise<Response>) {
    let users = 0;
    const paidWith: (string | null)[] = [];
    const script: Script = ({ url, headers }) => {
      if (url.endsWith("/SignInGuest")) {
        const uid = BigInt(++users);
        const tokens = { accessToken: `access-${uid}`, refreshToken: `refresh-${uid}` };
        return { message: [Session, { uid, expiresInSeconds: 600, ...tokens }] as const };
      }
      if (url === "/pay") paidWith.push(headers.get("authorization"));
      return { json: {} };
    };
    const arrived = gate();
    const hold = gate();
    let held = false;
    const { fetch } = scriptedEdge(script, {
      intercept: async (request) => {
        if (held || !request.url.endsWith("/pay")) return undefined;
        held = true;
        arrived.open();
        await hold.opened;
        return await answer();
      },
    });
    const client = createClient({ ...BASE, fetch, merge: { itemsMax: 1 }, retry: { delayMs: 1 } });
    const passport = client.rpc(PassportService);
    await client.session.signIn(passport.signInGuest(DEVICE));
    const paid = client.fetch("/pay", { method: "PUT", json: { amount: 1 } });
    await arrived.opened;
    await client.session.signOut();
    await client.session.signIn(passport.signInGuest(DEVICE));
    hold.open();
    return { paid, paidWith };
  }

  test("is not repeated with the next user's token when the first one's is refused", async () => {
    const { paid, paidWith } = await switched(async () => new Response("{}", { status: 401 }));
    await expect(paid).rejects.toMatchObject({ code: "unauthenticated" });
    expect(paidWith).toEqual([]);
  });

  test("is not repeated with it when the first attempt failed for a moment either", async () => {
    const { paid, paidWith } = await switched(async () => new Response("{}", { status: 503 }));
    await expect(paid).rejects.toThrow(/made in a session that has ended/);
    expect(paidWith).toEqual([]);
  });
});
