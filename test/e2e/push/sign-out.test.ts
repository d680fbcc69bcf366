/** Sessions that end close their push connections: the origin tells the edge, whatever happens to either. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { encodeGoimPacket, GOIM_OP } from "../../../proto/push/push.ts";
import { type AccountsWorld, listen, startAccountsWorld } from "./world-with-accounts.ts";

const SIGN_OUT = "fairway.passport.v1.PassportService/SignOut";
const REFRESH = "fairway.passport.v1.PassportService/Refresh";
/** Centrifugo's word for: do not come back. */
const FORCE_DISCONNECT = 3503;

let world: AccountsWorld;
beforeAll(async () => {
  world = await startAccountsWorld();
});
afterAll(() => world.close());

test("signing out closes the connections of the session, and of no other", async () => {
  const device = { deviceId: "a-device-of-two-sessions" };
  const [leaves, stays] = [await world.signIn(device), await world.signIn(device)];
  const [first, second, other] = await Promise.all([
    listen(world, leaves),
    listen(world, leaves),
    listen(world, stays),
  ]);
  const startedMs = performance.now();
  await world.rpc(SIGN_OUT, {}, leaves.accessToken);
  await expect.poll(() => [first.closed()?.code, second.closed()?.code]).toEqual([FORCE_DISCONNECT, FORCE_DISCONNECT]);
  console.log(`closed ${Math.round((second.closed()?.atMs ?? 0) - startedMs)} ms after signing out began`);
  // The access token is good for minutes yet, but not for a connection.
  await expect(listen(world, leaves)).rejects.toThrow(/closed the connection with 3500/);
  await world.rpc(
    "fairway.push.v1.PushService/Publish",
    { targets: { users: [stays.uid] }, message: { json: "1" } },
    world.publisherToken,
  );
  await expect.poll(() => other.got).toEqual([1]);
  expect(other.closed()).toBeUndefined();
  other.close();
});

test("signing out everywhere closes all of a user, and only a session that lives may ask for it", async () => {
  const device = { deviceId: "a-device-of-three-sessions" };
  const accounts = [await world.signIn(device), await world.signIn(device), await world.signIn(device)] as const;
  await world.rpc(SIGN_OUT, {}, accounts[0].accessToken);
  await expect(world.rpc(SIGN_OUT, { allSessions: true }, accounts[0].accessToken)).rejects.toThrow("401");
  const [one, two] = await Promise.all([listen(world, accounts[1]), listen(world, accounts[2])]);
  await world.rpc(SIGN_OUT, { allSessions: true }, accounts[1].accessToken);
  await expect.poll(() => [one.closed()?.code, two.closed()?.code]).toEqual([FORCE_DISCONNECT, FORCE_DISCONNECT]);
  await expect(world.rpc(REFRESH, { refreshToken: accounts[2].refreshToken })).rejects.toThrow("401");
});

test("a goim connection with the session's token closes too", async () => {
  const account = await world.signIn();
  const socket = new WebSocket(`${world.url.replace("http", "ws")}/sub`);
  let isClosed = false;
  let replies = 0;
  socket.addEventListener("close", () => {
    isClosed = true;
  });
  socket.addEventListener("message", () => {
    replies++;
  });
  await new Promise((settle) => socket.addEventListener("open", settle, { once: true }));
  const body = new TextEncoder().encode(JSON.stringify({ token: account.accessToken }));
  socket.send(encodeGoimPacket({ ver: 1, op: GOIM_OP.auth, seq: 1, body }));
  await expect.poll(() => replies).toBe(1);
  await world.rpc(SIGN_OUT, {}, account.accessToken);
  await expect.poll(() => isClosed).toBe(true);
});

test("while the edge is away signing out succeeds at once, and the edge is told when both are back, whoever was restarted", async () => {
  const account = await world.signIn();
  await world.stopEdge();
  const reply = await fetch(`${world.origin().url}/${SIGN_OUT}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${account.accessToken}` },
    body: "{}",
  });
  expect(reply.status).toBe(200);
  expect(await sessionEnds()).toBe(1);
  await world.crashOrigin();
  await expect.poll(sessionEnds).toBe(1);
  await world.startEdge();
  await expect.poll(sessionEnds).toBe(0);
});

/** How many the edge has still to be told of. */
async function sessionEnds(): Promise<number | undefined> {
  const reply = await fetch(`${world.origin().url}/readyz`);
  return ((await reply.json()) as { sessionEnds?: number }).sessionEnds;
}
