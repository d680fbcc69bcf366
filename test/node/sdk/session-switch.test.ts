import { describe, expect, test } from "vitest";
import { Fault } from "../../../proto/fault.ts";
import { PassportService, Session, SignInGuestRequest, SignOutResponse } from "../../../proto/gen/passport.contract.ts";
import { type ClientOptions, createClient } from "../../../sdk/client.ts";
import { BASE, listened, storeOf, tokens } from "./passport-script.ts";
import { gate, type Script, scriptedEdge } from "./scripted-edge.ts";

const A = { deviceId: "device-of-a-0123456789" };
const B = { deviceId: "device-of-b-0123456789" };

/** Each device has a token of its own, and every other call repeats with whose token it came. */
function world(options: Partial<ClientOptions> = {}) {
  const hold = gate();
  const signedOut: (string | null)[] = [];
  const state = { refusing: false };
  const script: Script = async ({ url, headers, body }) => {
    if (url.endsWith("/SignInGuest")) {
      if (state.refusing) throw new Fault("permission_denied", "not this device");
      const owner = SignInGuestRequest.decode(body).deviceId.includes("-a-") ? "a" : "b";
      const uid = owner === "a" ? 1n : 2n;
      return {
        message: [
          Session,
          { uid, expiresInSeconds: 600, accessToken: `access-${owner}`, refreshToken: `refresh-${owner}` },
        ],
      };
    }
    if (url.endsWith("/SignOut")) {
      signedOut.push(headers.get("authorization"));
      return { message: [SignOutResponse, {}] };
    }
    if (url === "/slow") await hold.opened;
    return { json: headers.get("authorization") };
  };
  const edge = scriptedEdge(script);
  const client = createClient({ ...BASE, fetch: edge.fetch, ...options });
  return { client, passport: client.rpc(PassportService), hold, state, edge, signedOut };
}

describe("a call that has not left yet when somebody else signs in", () => {
  test.each([50, 1])("goes with the token of the session in which it was made, %i in a request", async (itemsMax) => {
    const { client, passport } = world({ merge: { itemsMax } });
    await client.session.signIn(passport.signInGuest(A));
    const before = client.fetch("/mine");
    const session = client.session.signIn(passport.signInGuest(B));
    const after = client.fetch("/mine");
    expect((await session).uid).toBe(2n);
    expect([(await before).json(), (await after).json()]).toEqual(["Bearer access-a", "Bearer access-b"]);
  });

  test("and waits for another call meanwhile, goes with its own token beside those of the other session", async () => {
    const { client, passport, hold, edge } = world();
    await client.session.signIn(passport.signInGuest(A));
    const slow = client.fetch("/slow", { urgent: true });
    const waiting = client.fetch("/mine", { after: [slow], urgent: true });
    await expect.poll(() => edge.seen.some(({ path }) => path === "/slow")).toBe(true);
    await client.session.signIn(passport.signInGuest(B));
    hold.open();
    expect((await waiting).json()).toBe("Bearer access-a");
    expect((await client.fetch("/mine")).json()).toBe("Bearer access-b");
  });

  test("goes without a token where nobody was signed in", async () => {
    const { client, passport } = world();
    const before = client.fetch("/public");
    await client.session.signIn(passport.signInGuest(B));
    expect((await before).json()).toBeNull();
  });

  test("goes with the token from the store, which is read for it", async () => {
    const store = storeOf({ ...tokens(1, 9e12), accessToken: "access-a" });
    const { client, passport } = world({ tokens: store });
    const before = client.fetch("/mine");
    await client.session.signIn(passport.signInGuest(B));
    expect((await before).json()).toBe("Bearer access-a");
    expect(store.kept).toMatchObject({ uid: "2", accessToken: "access-b" });
  });

  test("goes with its own token in one batch with calls of the other session", async () => {
    const { client, passport, hold, edge } = world({ merge: { windowMs: 8 } });
    await client.session.signIn(passport.signInGuest(A));
    const slow = client.fetch("/slow", { urgent: true });
    const waiting = client.fetch("/mine?a", { after: [slow] });
    await expect.poll(() => edge.seen.some(({ path }) => path === "/slow")).toBe(true);
    await client.session.signIn(passport.signInGuest(B));
    hold.open();
    await slow;
    const others = ["/mine?1", "/mine?2"].map((url) => client.fetch(url));
    expect((await waiting).json()).toBe("Bearer access-a");
    for (const other of others) expect((await other).json()).toBe("Bearer access-b");
    expect(edge.seen.at(-1)?.items).toHaveLength(3);
  });
});

describe("a call that has not left yet when its session ends", () => {
  test("fails, whoever is signed in by then", async () => {
    const { client, passport, hold, edge } = world();
    await client.session.signIn(passport.signInGuest(A));
    const slow = client.fetch("/slow", { urgent: true });
    const waiting = client.fetch("/mine", { method: "POST", after: [slow] });
    const open = client.fetch("/public", { auth: "none", after: [slow] });
    await expect.poll(() => edge.seen.some(({ path }) => path === "/slow")).toBe(true);
    await client.session.signOut();
    await client.session.signIn(passport.signInGuest(B));
    hold.open();
    await expect(waiting).rejects.toMatchObject({
      code: "unauthenticated",
      message: "POST /mine was made in a session that has ended",
    });
    expect((await open).json()).toBeNull();
  });

  test("because another tab of the same store signed in somebody else, is not sent with that token", async () => {
    const store = storeOf({ ...tokens(1, 0), uid: "1", accessToken: "access-a" });
    const { client } = world({ tokens: store, now: () => 0 });
    const events = listened(client);
    await client.session.tokens();
    store.kept = { ...tokens(2, 600_000), uid: "2", accessToken: "access-b" };
    await expect(client.fetch("/mine")).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await client.fetch("/mine")).json()).toBe("Bearer access-b");
    expect(events).toEqual([{ type: "signed-in", uid: "2" }]);
  });
});

describe("a sign-in", () => {
  test("that fails leaves who was signed in, and their token goes with none of the calls that waited for it", async () => {
    const { client, passport, state } = world();
    await client.session.signIn(passport.signInGuest(A));
    state.refusing = true;
    const session = client.session.signIn(passport.signInGuest(B));
    const waiting = client.fetch("/mine");
    await expect(session).rejects.toMatchObject({ code: "permission_denied" });
    await expect(waiting).rejects.toThrow("needs PassportService.SignInGuest, which failed: not this device");
    expect((await client.fetch("/mine")).json()).toBe("Bearer access-a");
  });

  test("is not ended by a sign-out from before it", async () => {
    const { client, passport, signedOut } = world();
    await client.session.signIn(passport.signInGuest(A));
    const out = client.session.signOut();
    const session = client.session.signIn(passport.signInGuest(B));
    await Promise.all([out, session]);
    expect(signedOut).toEqual(["Bearer access-a"]);
    expect(await client.session.tokens()).toMatchObject({ accessToken: "access-b" });
  });
});
