/** Firebase Cloud Messaging against a stand-in that verifies what Google verifies. */
import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fcm } from "../../../../origin/notify/fcm.ts";
import { parseServiceAccount } from "../../../../origin/notify/google-token.ts";
import type { Outgoing, Provider } from "../../../../origin/notify/provider.ts";
import type { Notification } from "../../../../proto/push/model.ts";
import { type Answer, type FcmStandIn, fcmStandIn } from "./stand-ins.ts";

const PLAIN: Notification = { title: "", body: "", collapseKey: "", ttlSeconds: 0, data: {}, sound: "" };
let google: FcmStandIn;
let provider: Provider;
let nowMs: number;

beforeEach(async () => {
  // Google takes no assertion from the future, and the tests go on from here.
  nowMs = Date.now() - 3_400_000;
  google = await fcmStandIn();
  provider = fcm({ url: google.url, account: google.account, now: () => nowMs });
});
afterEach(async () => {
  await provider.close();
  await google.close();
});

function outgoing(notification: Partial<Notification>, token = "device-1"): Outgoing {
  return { notification: { ...PLAIN, ...notification }, token, id: "id-1", expiresAtMs: nowMs + 90_500 };
}
const send = (notification: Partial<Notification>, token?: string) =>
  provider.send(outgoing(notification, token), AbortSignal.timeout(10_000));

describe("a notification", () => {
  test("is sent as FCM has it, for Android and for iOS behind it", async () => {
    const outcome = await send({ title: "T", body: "B", collapseKey: "c", data: { a: "1" }, sound: "ping", badge: 3 });
    expect(outcome).toEqual({ kind: "sent" });
    expect(google.taken[0]?.message).toEqual({
      token: "device-1",
      notification: { title: "T", body: "B" },
      data: { a: "1" },
      android: {
        priority: "HIGH",
        ttl: "90s",
        collapse_key: "c",
        notification: { sound: "ping", tag: "c", notification_count: 3 },
      },
      apns: {
        headers: {
          "apns-priority": "10",
          "apns-expiration": String(Math.floor((nowMs + 90_500) / 1_000)),
          "apns-collapse-id": "c",
        },
        payload: { aps: { sound: "ping", badge: 3 } },
      },
    });
  });

  test("of data alone wakes nobody", async () => {
    await send({ data: { a: "1" } });
    expect(google.taken[0]?.message).toMatchObject({
      data: { a: "1" },
      android: { priority: "NORMAL" },
      apns: { headers: { "apns-priority": "5" }, payload: { aps: { "content-available": 1 } } },
    });
    expect(google.taken[0]?.message).not.toHaveProperty("notification");
  });
});

describe("the access token", () => {
  test("is had once for many, and again before it ends or when it is refused", async () => {
    await Promise.all(Array.from({ length: 20 }, () => send({ title: "x" })));
    expect(google.tokens()).toBe(1);
    nowMs += 3_299_000;
    await send({ title: "x" });
    expect(google.tokens()).toBe(2);
    google.revokeTokens();
    expect(await send({ title: "x" })).toMatchObject({ kind: "again" });
    expect(await send({ title: "x" })).toEqual({ kind: "sent" });
    expect(google.tokens()).toBe(3);
  });

  test("is not to be had with another key, and that is tried again", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
    const key = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
    const forged = fcm({ url: google.url, account: { ...google.account, private_key: key }, now: () => nowMs });
    await expect(forged.send(outgoing({ title: "x" }), AbortSignal.timeout(5_000))).rejects.toThrow("no access token");
    expect(google.taken).toEqual([]);
  });
});

const error = (status: string, errorCode?: string, more: object = {}) => ({
  error: { status, message: "said", details: [...(errorCode ? [{ errorCode }] : []), more] },
});

const SECOND_MS = 1_000;
test.each<[string, Answer, object]>([
  ["a dead token", { status: 404, body: error("NOT_FOUND", "UNREGISTERED") }, { kind: "gone" }],
  ["another sender's token", { status: 403, body: error("PERMISSION_DENIED", "SENDER_ID_MISMATCH") }, { kind: "gone" }],
  [
    "what is no token",
    {
      status: 400,
      body: error("INVALID_ARGUMENT", "INVALID_ARGUMENT", { fieldViolations: [{ field: "message.token" }] }),
    },
    { kind: "gone" },
  ],
  [
    "a message that FCM does not take",
    { status: 400, body: error("INVALID_ARGUMENT", "INVALID_ARGUMENT") },
    { kind: "refused" },
  ],
  [
    "too many, with a time",
    { status: 429, headers: { "retry-after": "7" }, body: {} },
    { kind: "again", afterMs: 7 * SECOND_MS },
  ],
  [
    "too many, without",
    { status: 429, body: error("RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED") },
    { kind: "again", afterMs: 60 * SECOND_MS },
  ],
  ["trouble", { status: 500 }, { kind: "again" }],
  [
    "being away, until a date",
    { status: 503, headers: { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" } },
    { kind: "again", afterMs: 0 },
  ],
  ["a page that is not FCM's", { status: 404, body: "not here" }, { kind: "again" }],
  ["a service account without the right", { status: 403, body: error("PERMISSION_DENIED") }, { kind: "again" }],
])("%s", async (_name, answer, outcome) => {
  google.behave(() => answer);
  expect(await send({ title: "x" })).toMatchObject(outcome);
});

test("who is slow or gone is tried again", async () => {
  google.behave(() => "silence");
  await expect(provider.send(outgoing({ title: "x" }), AbortSignal.timeout(50))).rejects.toThrow();
  const nobody = fcm({ url: "http://127.0.0.1:9", account: google.account, now: () => nowMs });
  await expect(nobody.send(outgoing({ title: "x" }), AbortSignal.timeout(5_000))).rejects.toThrow();
});

test("a service account's key that is none is refused without a word of what is in it", () => {
  expect(() => parseServiceAccount("{secret")).toThrow("no JSON");
  const flawed = JSON.stringify({ ...google.account, private_key: undefined, token_uri: "nowhere-secret" });
  expect(() => parseServiceAccount(flawed)).toThrow(/^the service account's key lacks private_key, token_uri$/);
});
