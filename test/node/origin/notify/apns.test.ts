/** Apple Push Notification service against a stand-in over HTTP/2 that verifies what Apple verifies. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { apns } from "../../../../origin/notify/apns.ts";
import type { Outgoing, Provider } from "../../../../origin/notify/provider.ts";
import type { Notification } from "../../../../proto/push/model.ts";
import { type Answer, type ApnsStandIn, apnsStandIn } from "./stand-ins.ts";

const PLAIN: Notification = { title: "", body: "", collapseKey: "", ttlSeconds: 0, data: {}, sound: "" };
const DEVICE = "ab".repeat(32);
const MINUTE_MS = 60_000;
let apple: ApnsStandIn;
let provider: Provider;
let nowMs: number;

beforeEach(async () => {
  nowMs = Date.now() - 59 * MINUTE_MS;
  apple = await apnsStandIn();
  provider = apns({ url: apple.url, key: apple.key, topic: apple.topic, now: () => nowMs });
});
afterEach(async () => {
  await provider.close();
  await apple.close();
});

function outgoing(notification: Partial<Notification>, id = "id-1"): Outgoing {
  return { notification: { ...PLAIN, ...notification }, token: DEVICE, id, expiresAtMs: 1_900_000_000_500 };
}
const send = (notification: Partial<Notification>, id?: string) =>
  provider.send(outgoing(notification, id), AbortSignal.timeout(10_000));

test("a notification is sent as APNs has it", async () => {
  const outcome = await send({ title: "T", body: "B", collapseKey: "c", data: { a: "1" }, sound: "ping", badge: 0 });
  expect(outcome).toEqual({ kind: "sent" });
  const [taken] = apple.taken;
  expect(taken?.message).toEqual({ a: "1", aps: { alert: { title: "T", body: "B" }, sound: "ping", badge: 0 } });
  expect(Object.fromEntries(taken?.headers ?? [])).toMatchObject({
    "apns-topic": apple.topic,
    "apns-push-type": "alert",
    "apns-priority": "10",
    "apns-expiration": "1900000000",
    "apns-collapse-id": "c",
    "apns-id": expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
  });
});

test("data alone is sent in the background, with the priority that it must have", async () => {
  await send({ data: { a: "1" } });
  expect(apple.taken[0]?.message).toEqual({ a: "1", aps: { "content-available": 1 } });
  expect(apple.taken[0]?.headers.get("apns-push-type")).toBe("background");
  expect(apple.taken[0]?.headers.get("apns-priority")).toBe("5");
});

test("one connection and one token carry many, and a token is made anew between 20 and 60 minutes", async () => {
  await Promise.all(Array.from({ length: 100 }, (_, at) => send({ title: "x" }, `id-${at}`)));
  expect(apple.taken).toHaveLength(100);
  expect(new Set(apple.taken.map(({ headers }) => headers.get("apns-id"))).size).toBe(100);
  expect(apple.connections()).toBe(1);
  nowMs += 39 * MINUTE_MS;
  await send({ title: "x" });
  expect(apple.providerTokens.size).toBe(1);
  nowMs += MINUTE_MS;
  await send({ title: "x" });
  expect(apple.providerTokens.size).toBe(2);
});

test("a token that Apple takes for expired is made anew, but not more often than Apple bears", async () => {
  apple.behave(() => ({ status: 403, body: { reason: "ExpiredProviderToken" } }));
  expect(await send({ title: "x" })).toMatchObject({ kind: "again", afterMs: 0 });
  nowMs += 19 * MINUTE_MS;
  await send({ title: "x" });
  expect(apple.providerTokens.size).toBe(1);
  nowMs += MINUTE_MS;
  await send({ title: "x" });
  expect(apple.providerTokens.size).toBe(2);
});

test("a connection that is cut is made again", async () => {
  await send({ title: "x" });
  apple.cut();
  await expect.poll(() => send({ title: "y" }).catch(() => undefined)).toEqual({ kind: "sent" });
  expect(apple.connections()).toBe(2);
});

test.each<[string, Answer, object]>([
  [
    "a device that is gone, since when",
    { status: 410, body: { reason: "Unregistered", timestamp: 17 } },
    { kind: "gone", sinceMs: 17 },
  ],
  ["a device that is gone", { status: 410, body: { reason: "ExpiredToken" } }, { kind: "gone" }],
  [
    "a bad token",
    { status: 400, body: { reason: "BadDeviceToken" } },
    { kind: "refused", error: "APNs: 400 BadDeviceToken" },
  ],
  ["a payload that is too large", { status: 413, body: { reason: "PayloadTooLarge" } }, { kind: "refused" }],
  [
    "too many",
    { status: 429, headers: { "retry-after": "3" }, body: { reason: "TooManyRequests" } },
    { kind: "again", afterMs: 3_000 },
  ],
  ["trouble", { status: 500, body: { reason: "InternalServerError" } }, { kind: "again" }],
  ["leaving", { status: 503, body: { reason: "Shutdown" } }, { kind: "again" }],
  [
    "a key that is not known",
    { status: 403, body: { reason: "InvalidProviderToken" } },
    { kind: "again", afterMs: MINUTE_MS },
  ],
  ["a reply that is no JSON", { status: 502 }, { kind: "again" }],
])("%s", async (_name, answer, outcome) => {
  apple.behave(() => answer);
  expect(await send({ title: "x" })).toMatchObject(outcome);
});

test("a key of somebody else is refused by the stand-in, as it would be by Apple", async () => {
  const other = await apnsStandIn();
  const forged = apns({ url: apple.url, key: other.key, topic: apple.topic, now: () => nowMs });
  expect(await forged.send(outgoing({ title: "x" }), AbortSignal.timeout(5_000))).toMatchObject({
    kind: "again",
    error: "APNs: 403 InvalidProviderToken",
  });
  await forged.close();
  await other.close();
});

test("who is slow or gone is tried again", async () => {
  apple.behave(() => "silence");
  await expect(provider.send(outgoing({ title: "x" }), AbortSignal.timeout(50))).rejects.toThrow();
  const nobody = apns({ url: "http://127.0.0.1:9", key: apple.key, topic: apple.topic, now: () => nowMs });
  await expect(nobody.send(outgoing({ title: "x" }), AbortSignal.timeout(5_000))).rejects.toThrow();
  await nobody.close();
});
