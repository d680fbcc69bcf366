import { describe, expect, test } from "vitest";
import { Fault } from "../../../proto/fault.ts";
import { PassportService } from "../../../proto/gen/passport.contract.ts";
import { createClient, type Tokens } from "../../../sdk/client.ts";
import { BASE, DEVICE, listened, passport, storeOf, tokens } from "./passport-script.ts";
import { gate, scriptedEdge } from "./scripted-edge.ts";

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
    await expect(client.fetch("/public")).rejects.toThrow("was made in a session that has ended");
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
