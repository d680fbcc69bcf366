/** Tokens for a connection of its own, as push has. */
import { expect, test } from "vitest";
import { PassportService } from "../../../proto/gen/passport.contract.ts";
import { createClient } from "../../../sdk/client.ts";
import { BASE, DEVICE, listened, passport, storeOf, tokens } from "./passport-script.ts";
import { scriptedEdge } from "./scripted-edge.ts";

async function signedIn() {
  const server = passport();
  let now = 0;
  const client = createClient({ ...BASE, fetch: scriptedEdge(server.script).fetch, now: () => now });
  await client.session.signIn(client.rpc(PassportService).signInGuest(DEVICE));
  return {
    server,
    session: client.session,
    client,
    at: (ms: number) => {
      now = ms;
    },
  };
}

test("a good token is given as it is, and one that ends soon is renewed first, once for all who ask", async () => {
  const { server, session, at } = await signedIn();
  expect(await session.accessToken()).toBe("access-1");
  at(571_000);
  const given = await Promise.all([session.accessToken(), session.accessToken(), session.accessToken("access-1")]);
  expect(given).toEqual(["access-2", "access-2", "access-2"]);
  expect(server.refreshes()).toBe(1);
});

test("a token that was refused is exchanged, however long it would be good", async () => {
  const { server, session } = await signedIn();
  expect(await session.accessToken("access-1")).toBe("access-2");
  expect(await session.accessToken("access-1")).toBe("access-2");
  expect(server.refreshes()).toBe(1);
});

test("a session that has ended gives none, and signs out", async () => {
  const { server, session, client } = await signedIn();
  const events = listened(client);
  server.expireAll();
  expect(await session.accessToken("access-1")).toBeUndefined();
  expect(events.map(({ type }) => type)).toEqual(["signed-out"]);
  expect(await session.accessToken()).toBeUndefined();
});

test("where no answer is to be had, that is said, and nobody is signed out", async () => {
  const store = storeOf(tokens(1, 0));
  const down = () => Promise.reject(new TypeError("fetch failed"));
  const client = createClient({ ...BASE, fetch: down, tokens: store, retry: { attemptsMax: 1 } });
  await expect(client.session.accessToken()).rejects.toMatchObject({ code: "unavailable" });
  expect(store.kept).toBeDefined();
});

test("without a service that renews, the token is given as long as it is not refused", async () => {
  const { kept } = storeOf(tokens(1, 0));
  const client = createClient({ baseUrl: "https://edge.test", tokens: storeOf(kept) });
  expect(await client.session.accessToken()).toBe("access-1");
  expect(await client.session.accessToken("access-1")).toBeUndefined();
});
