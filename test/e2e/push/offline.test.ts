/** What a user does not take goes to the phone: from the publisher over edge and origin to stand-ins of Google and Apple. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ApnsStandIn, apnsStandIn, type FcmStandIn, fcmStandIn } from "../../node/origin/notify/stand-ins.ts";
import { wobblyNetwork } from "./wobbly-network.ts";
import { type Account, type AccountsWorld, listen, startAccountsWorld } from "./world-with-accounts.ts";

const DEVICES = "fairway.push.v1.DeviceService";
const AFTER_MS = 300;

let google: FcmStandIn;
let apple: ApnsStandIn;
let world: AccountsWorld;
let folder: string;

beforeAll(async () => {
  [google, apple, folder] = await Promise.all([
    fcmStandIn(),
    apnsStandIn(),
    mkdtemp(join(tmpdir(), "fairway-offline-")),
  ]);
  await writeFile(join(folder, "google.json"), JSON.stringify(google.account));
  await writeFile(join(folder, "apple.p8"), apple.key.privateKey);
  const token = randomBytes(24).toString("base64url");
  world = await startAccountsWorld({
    bindings: { PUSH_OFFLINE_AFTER_MS: String(AFTER_MS), PUSH_OFFLINE_TOKEN: token },
    env: {
      NOTIFY_TOKEN: token,
      FCM_SERVICE_ACCOUNT: join(folder, "google.json"),
      FCM_URL: google.url,
      APNS_KEY: join(folder, "apple.p8"),
      APNS_KEY_ID: apple.key.keyId,
      APNS_TEAM_ID: apple.key.teamId,
      APNS_TOPIC: apple.topic,
      APNS_URL: apple.url,
    },
  });
});
afterAll(async () => {
  await Promise.all([world.close(), google.close(), apple.close()]);
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  google.behave(() => undefined);
});

async function withPhone(): Promise<Account & { readonly fcm: string }> {
  const account = await world.signIn();
  const fcm = `fcm:${randomBytes(12).toString("hex")}`;
  await world.rpc(`${DEVICES}/RegisterDevice`, { fcm }, account.accessToken);
  return { ...account, fcm };
}

async function publish(uid: string, title: string | undefined, more: object = {}): Promise<void> {
  const notification = title === undefined ? {} : { notification: { title, ...more } };
  await world.rpc(
    "fairway.push.v1.PushService/Publish",
    { targets: { users: [uid] }, message: { json: JSON.stringify(title ?? "plain"), ...notification } },
    world.publisherToken,
  );
}

const titlesOf = (token: string) =>
  google.taken
    .filter((each) => each.token === token)
    .map(({ message }) => (message as { notification?: { title: string } }).notification?.title);

test("a message for a user who is away reaches the phone, and the user who comes back gets it once", async () => {
  const user = await withPhone();
  const apns = randomBytes(32).toString("hex");
  await world.rpc(`${DEVICES}/RegisterDevice`, { apns: apns.toUpperCase() }, user.accessToken);
  await publish(user.uid, undefined);
  await publish(user.uid, "while away", { body: "see you", collapseKey: "chat-1", data: { chat: "1" } });
  await expect.poll(() => titlesOf(user.fcm)).toEqual(["while away"]);
  await expect.poll(() => apple.taken.filter(({ token }) => token === apns)).toHaveLength(1);
  const back = await listen(world, user, { epoch: "", offset: 0 });
  expect(back.got).toEqual(["plain", "while away"]);
  back.close();
});

test("what its user comes and takes in time, and what is read at once, goes to no phone", async () => {
  const [reads, comes] = [await withPhone(), await withPhone()];
  const reader = await listen(world, reads);
  await publish(comes.uid, "taken in time");
  const comer = await listen(world, comes, { epoch: "", offset: 0 });
  await publish(reads.uid, "read at once");
  await expect.poll(() => [reader.got, comer.got]).toEqual([["read at once"], ["taken in time"]]);
  // Each says goodbye, and has then had what was sent before. What they miss after it is due later.
  for (const listener of [reader, comer]) {
    listener.close();
    await expect.poll(() => listener.closed()).toBeDefined();
  }
  for (const { uid } of [reads, comes]) await publish(uid, "missed");
  for (const { fcm } of [reads, comes]) await expect.poll(() => titlesOf(fcm)).toEqual(["missed"]);
});

test("a connection that was not heard of since is asked: who answers has it, and who is silent is told on the phone", async () => {
  const [answers, silent] = [await withPhone(), await withPhone()];
  const network = await wobblyNetwork(() => world.url);
  const [alive, dead] = [await listen(world, answers), await listen({ url: network.url }, silent)];
  network.deaden();
  for (const { uid } of [answers, silent]) await publish(uid, "hello");
  await expect.poll(() => alive.pings()).toBeGreaterThan(0);
  await expect.poll(() => titlesOf(silent.fcm)).toEqual(["hello"]);
  expect(dead.got).toEqual([]);
  alive.close();
  await expect.poll(() => alive.closed()).toBeDefined();
  await publish(answers.uid, "later");
  await expect.poll(() => titlesOf(answers.fcm)).toEqual(["later"]);
  await network.close();
});

test("a stream over HTTP whose reader was killed has not got what was written to it", async () => {
  const user = await withPhone();
  const first = encodeURIComponent(JSON.stringify({ id: 1, connect: { token: user.accessToken } }));
  const killed = new AbortController();
  const stream = await fetch(`${world.url}/connection/sse?cf_connect=${first}`, { signal: killed.signal });
  await stream.body?.getReader().read();
  killed.abort();
  await publish(user.uid, "to nobody");
  await expect.poll(() => titlesOf(user.fcm)).toEqual(["to nobody"]);
  const back = await listen(world, user, { epoch: "", offset: 0 });
  expect(back.got).toEqual(["to nobody"]);
  back.close();
});

test("who connects anew without asking for what was missed has not got it", async () => {
  const user = await withPhone();
  await publish(user.uid, "not asked for");
  const fresh = await listen(world, user);
  await expect.poll(() => titlesOf(user.fcm)).toEqual(["not asked for"]);
  expect(fresh.got).toEqual([]);
  fresh.close();
});

test("what is missed moves with its stream when shards are added, and is sent once", async () => {
  const people = await Promise.all(Array.from({ length: 6 }, withPhone));
  await Promise.all(people.map(({ uid }) => publish(uid, "before")));
  await world.rpc("fairway.push.v1.PushService/AddShards", { shards: 16 }, world.operatorToken);
  await world.stopEdge();
  await world.startEdge();
  await Promise.all(people.map(({ uid }) => publish(uid, "after")));
  for (const { fcm } of people) await expect.poll(() => titlesOf(fcm).toSorted()).toEqual(["after", "before"]);
});

test("nothing is lost while origin, edge and Google are away by turns, and each is sent", async () => {
  const user = await withPhone();
  google.behave(() => ({ status: 503 }));
  for (const title of ["one", "two"]) await publish(user.uid, title);
  await expect.poll(failedAttempts).toBeGreaterThanOrEqual(2);
  await world.crashOrigin();
  await publish(user.uid, "three");
  await world.stopEdge();
  await world.startEdge();
  google.behave(() => undefined);
  await expect.poll(() => new Set(titlesOf(user.fcm))).toEqual(new Set(["one", "two", "three"]));
});

async function failedAttempts(): Promise<number> {
  const reply = await fetch(`${world.origin().url}/readyz`);
  const { notifications } = (await reply.json()) as { notifications: { fcm: { failedAttempts: number } } };
  return notifications.fcm.failedAttempts;
}

test("who signs out gets no more on that phone, and a dead token is forgotten", async () => {
  const [leaves, dead] = [await withPhone(), await withPhone()];
  await world.rpc("fairway.passport.v1.PassportService/SignOut", {}, leaves.accessToken);
  google.behave((token) =>
    token === dead.fcm
      ? { status: 404, body: { error: { status: "NOT_FOUND", details: [{ errorCode: "UNREGISTERED" }] } } }
      : undefined,
  );
  await publish(dead.uid, "to a dead token");
  await expect.poll(() => google.asked.get(dead.fcm)).toBe(1);
  google.behave(() => undefined);
  const stays = await withPhone();
  for (const { uid } of [leaves, dead, stays]) await publish(uid, "after");
  await expect.poll(() => titlesOf(stays.fcm)).toEqual(["after"]);
  expect([titlesOf(leaves.fcm), titlesOf(dead.fcm)]).toEqual([[], []]);
});

test("a notification that no service takes, or for nobody, is refused when it is published", async () => {
  const { uid } = await world.signIn();
  await expect(publish(uid, "x".repeat(4_000))).rejects.toThrow("400");
  await expect(publish(uid, "x", { collapseKey: "y".repeat(65) })).rejects.toThrow("collapse_key");
  await expect(publish(uid, "x", { data: { aps: "1" } })).rejects.toThrow("reserved");
  await expect(publish(uid, "x", { ttlSeconds: 2_419_201 })).rejects.toThrow("ttl_seconds");
  const message = { json: "1", notification: { title: "x" } };
  const call = (request: object) => world.rpc("fairway.push.v1.PushService/Publish", request, world.publisherToken);
  await expect(call({ targets: { all: true }, message })).rejects.toThrow("no user");
  await expect(call({ targets: { users: [uid] }, message: { ...message, transient: true } })).rejects.toThrow("400");
});

test("nobody but an edge hands over, and nobody registers a device without a session that lives", async () => {
  const account = await world.signIn();
  const handOver = (token?: string) =>
    fetch(`${world.origin().url}/fairway.push.v1.NotificationService/HandOver`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: "{}",
    });
  expect((await handOver()).status).toBe(401);
  expect((await handOver(account.accessToken)).status).toBe(401);
  expect((await handOver("x".repeat(32))).status).toBe(401);
  await expect(world.rpc(`${DEVICES}/RegisterDevice`, { fcm: "abc" })).rejects.toThrow("401");
  await world.rpc("fairway.passport.v1.PassportService/SignOut", {}, account.accessToken);
  await expect(world.rpc(`${DEVICES}/RegisterDevice`, { fcm: "abc" }, account.accessToken)).rejects.toThrow("401");
});
