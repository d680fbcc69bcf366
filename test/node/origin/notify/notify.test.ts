/** Devices and what is handed over for them, on both databases; the service is one that the test speaks for. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { devices } from "../../../../origin/notify/devices.ts";
import { type Notify, type NotifyTables, notify } from "../../../../origin/notify/notify.ts";
import type { Outcome, Outgoing } from "../../../../origin/notify/provider.ts";
import { type OutboxTables, prepareOutbox } from "../../../../origin/outbox/outbox.ts";
import type { RpcContext } from "../../../../origin/rpc/context.ts";
import { openStore, type Store } from "../../../../origin/store/store.ts";
import type { Missed } from "../../../../proto/gen/push.contract.ts";
import { freshMysqlDatabase } from "../../../services/mariadb.ts";
import { contextOf } from "../passport/harness.ts";

type Tables = NotifyTables & OutboxTables;
const EDGE_TOKEN = "an-edge's-token-of-some-length";
const DAY_MS = 86_400_000;
const START_MS = 1_790_000_000_000;

describe.each(["sqlite", "mariadb"] as const)("on %s", (dialect) => {
  let store: Store<Tables>;
  let folder: string;
  let room: Notify;
  let nowMs: number;
  let answer: (outgoing: Outgoing) => Outcome;
  const taken: Outgoing[] = [];
  let users = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fairway-notify-"));
    store = await openStore<Tables>(
      dialect === "sqlite"
        ? { sqlitePath: join(folder, "origin.sqlite") }
        : { mysqlUrl: await freshMysqlDatabase(inject("mysqlUrl")) },
    );
    await prepareOutbox(store);
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    nowMs = START_MS;
    taken.length = 0;
    answer = () => ({ kind: "sent" });
    room = notify({
      store,
      providers: {
        fcm: {
          async send(outgoing) {
            taken.push(outgoing);
            return answer(outgoing);
          },
          close: async () => undefined,
        },
      },
      edgeToken: EDGE_TOKEN,
      requireLive: async ({ identity }) => identity ?? Promise.reject(new Error("nobody")),
      log: { warn: () => undefined },
      now: () => nowMs,
      random: Math.random,
      policy: { pollMs: 10, backoffMs: 4, backoffMsMax: 10 },
    });
    await room.prepare();
    room.start();
  });
  afterEach(() => room.close());

  const newUser = () => BigInt(++users * 1_000);
  const as = (uid: bigint, sessionId = 1n): RpcContext => contextOf({ uid, sessionId, expiresAtMs: START_MS + DAY_MS });
  const register = (uid: bigint, fcm: string, sessionId?: bigint) =>
    room.devices.registerDevice({ fcm }, as(uid, sessionId));
  const edge = { ...contextOf(), header: () => `Bearer ${EDGE_TOKEN}` };
  const missed = (
    id: string,
    uid: bigint,
    notification: Partial<NonNullable<Missed["notification"]>> = {},
  ): Missed => ({
    id,
    user: String(uid),
    notification: { title: id, body: "", collapseKey: "", ttlSeconds: 0, data: {}, sound: "", ...notification },
    expiresAt: { seconds: BigInt(Math.floor(nowMs / 1_000) + 3_600), nanos: 0 },
  });
  const handOver = (...all: Missed[]) => room.notifications.handOver({ missed: all }, edge);
  const tokensOf = async (uid: bigint) => {
    const rows = await store.database
      .selectFrom("push_device")
      .selectAll()
      .where("account", "=", String(uid))
      .execute();
    return rows.map(({ token }) => token).toSorted();
  };
  const shown = () => taken.map(({ token, notification }) => `${notification.title} on ${token}`).toSorted();

  test("each device of a user is told of each message once, however often it is handed over", async () => {
    const [ann, bob] = [newUser(), newUser()];
    await register(ann, "a1");
    await register(ann, "a2");
    await register(bob, "b1");
    await handOver(missed("m1", ann), missed("m2", bob));
    await handOver(missed("m1", ann), missed("m3", bob));
    await expect.poll(shown).toEqual(["m1 on a1", "m1 on a2", "m2 on b1", "m3 on b1"]);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(4);
    await handOver(missed("m1", ann), missed("m2", bob), missed("m4", newUser()));
    await expect.poll(() => room.stats().fcm).toMatchObject({ sent: 4, waiting: 0 });
  });

  test("all of what is handed over is taken, or none", async () => {
    const ann = newUser();
    await register(ann, "c1");
    const bad = { ...missed("n2", ann), user: "" };
    await expect(handOver(missed("n1", ann), bad)).rejects.toMatchObject({ code: "invalid_argument" });
    await expect(handOver()).rejects.toMatchObject({ code: "invalid_argument" });
    await expect(handOver({ ...missed("n2", ann), notification: null })).rejects.toMatchObject({
      code: "invalid_argument",
    });
    const many = Array.from({ length: 101 }, (_, at) => missed(`n${at}`, ann));
    await expect(handOver(...many)).rejects.toMatchObject({ code: "invalid_argument" });
    await handOver(missed("n3", ann));
    await expect.poll(shown).toEqual(["n3 on c1"]);
  });

  test("a token is its last user's, and a user has 20 of them at most", async () => {
    const [ann, bob] = [newUser(), newUser()];
    await register(ann, "shared");
    await register(bob, "shared");
    expect([await tokensOf(ann), await tokensOf(bob)]).toEqual([[], ["shared"]]);
    for (let at = 0; at < 21; at++) {
      nowMs++;
      await register(ann, `d${at}`);
    }
    const tokens = await tokensOf(ann);
    expect(tokens).toHaveLength(20);
    expect(tokens).not.toContain("d0");
    await register(ann, "d5");
    expect(await tokensOf(ann)).toEqual(tokens);
  });

  test("a device goes with its session, by its user's wish, and when it has not been heard of for long", async () => {
    const ann = newUser();
    await register(ann, "e1", 7n);
    await register(ann, "e2", 8n);
    await register(ann, "e3", 8n);
    await store.transaction((transaction) => room.removeOfSessions(transaction, [7n]));
    expect(await tokensOf(ann)).toEqual(["e2", "e3"]);
    await room.devices.unregisterDevice({ fcm: "e2" }, as(newUser()));
    expect(await tokensOf(ann)).toEqual(["e2", "e3"]);
    await room.devices.unregisterDevice({ fcm: "e2" }, as(ann));
    expect(await tokensOf(ann)).toEqual(["e3"]);
    const known = devices({ store, now: () => nowMs });
    nowMs += 270 * DAY_MS;
    await known.removeStale();
    expect(await tokensOf(ann)).toEqual(["e3"]);
    nowMs += 1;
    await known.removeStale();
    expect(await tokensOf(ann)).toEqual([]);
  });

  test("a dead token is forgotten, unless it was registered after it had died", async () => {
    const ann = newUser();
    await register(ann, "f1");
    answer = () => ({ kind: "gone", sinceMs: START_MS - 1 });
    await handOver(missed("o1", ann));
    await expect.poll(() => taken.length).toBe(1);
    await expect.poll(() => room.stats().fcm?.waiting).toBe(0);
    expect(await tokensOf(ann)).toEqual(["f1"]);
    answer = () => ({ kind: "gone", sinceMs: START_MS });
    await handOver(missed("o2", ann));
    await expect.poll(() => tokensOf(ann)).toEqual([]);
    answer = () => ({ kind: "sent" });
    await handOver(missed("o3", ann));
    expect(taken).toHaveLength(2);
  });

  test("what the service refuses is a dead letter, and what waits for it collapses", async () => {
    const ann = newUser();
    await register(ann, "g1");
    answer = () => ({ kind: "refused", error: "too large" });
    await handOver(missed("p1", ann));
    await expect.poll(() => taken.length).toBe(1);
    const letters = () =>
      store.database
        .selectFrom("outbox")
        .select("error")
        .where("state", "=", 2n)
        .where("error", "=", "too large")
        .execute();
    await expect.poll(letters).toHaveLength(1);
    let isAway = true;
    answer = () => (isAway ? { kind: "again", error: "away", afterMs: 1_000 } : { kind: "sent" });
    await handOver(missed("p2", ann, { collapseKey: "k" }));
    await expect.poll(() => taken.length).toBe(2);
    await expect.poll(() => room.stats().fcm?.failedAttempts).toBe(2);
    isAway = false;
    await expect
      .poll(async () => {
        await handOver(missed("p3", ann, { collapseKey: "k" }));
        return taken.at(-1)?.notification.title;
      })
      .toBe("p3");
    nowMs += 10_000;
    await expect.poll(() => room.stats().fcm?.waiting).toBe(0);
    expect(taken.filter(({ notification }) => notification.title === "p2")).toHaveLength(1);
  });

  test("who may: edges with the token hand over; a device needs a token of a service that is there", async () => {
    const stranger = { ...contextOf(), header: () => "Bearer something-else-of-some-length" };
    const call = (context: RpcContext) => room.notifications.handOver({ missed: [missed("q1", 1n)] }, context);
    await expect(call(stranger)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(call(contextOf())).rejects.toMatchObject({ code: "unauthenticated" });
    const device = (request: object) => room.devices.registerDevice(request, as(newUser()));
    await expect(device({})).rejects.toMatchObject({ code: "invalid_argument" });
    await expect(device({ fcm: "" })).rejects.toMatchObject({ code: "invalid_argument" });
    await expect(device({ fcm: "a b" })).rejects.toMatchObject({ code: "invalid_argument" });
    await expect(device({ fcm: "x".repeat(2_049) })).rejects.toMatchObject({ code: "invalid_argument" });
    await expect(device({ apns: "../../evil" })).rejects.toMatchObject({ code: "invalid_argument" });
    await expect(device({ apns: "ab".repeat(32) })).rejects.toMatchObject({ code: "failed_precondition" });
  });
});
