/** Database and Redis that go and come back under a whole system in use. */
import { expect, inject, onTestFinished, test } from "vitest";
import { freshMysqlDatabase, startMariadb } from "../../services/mariadb.ts";
import { startRedis } from "../../services/redis.ts";
import { call, deviceId, send, signIn } from "../system/calls.ts";
import { PASSPORT, type SystemOptions, startSystem } from "../system/system.ts";
import { crowd } from "./crowd.ts";

const JSON_BODY = { "content-type": "application/json" };
const CLIENTS = 12;
/** It is no part of the claim how soon a busy machine makes a database, starts it, and serves twelve clients. */
const PATIENT = { timeout: 60_000 };
/** So many without a failure between them, and it is over: each client has had its turn several times. */
const IN_A_ROW_MIN = CLIENTS * 8;

async function systemOf(options: SystemOptions) {
  const system = await startSystem(options);
  onTestFinished(() => system.stop());
  return system;
}

test("two origins that start at once on an empty database share its keys and accounts", async () => {
  const system = await systemOf({ origins: 2, env: { MYSQL_URL: await freshMysqlDatabase(inject("mysqlUrl")) } });
  const [first = "", second = ""] = system.origins.map(({ url }) => url);
  const keysAt = async (url: string) => (await send(`${url}/.well-known/jwks.json`)).body;
  expect((await keysAt(first)).keys).toHaveLength(1);
  expect(await keysAt(second)).toEqual(await keysAt(first));

  const device = deviceId();
  const signedIn = await Promise.all([first, second, system.edge.url].map((url) => signIn(url, device)));
  expect(new Set(signedIn.map(({ uid }) => uid)).size).toBe(1);
  for (const { authorization, uid } of signedIn) {
    for (const url of [first, second]) {
      expect((await call(url, "GetProfile", {}, { authorization })).body.uid).toBe(uid);
    }
  }
});

test("while the database is away calls fail as unavailable, and soon; nothing that was said to be done is lost", async () => {
  const mariadb = await startMariadb();
  onTestFinished(() => mariadb.stop());
  const system = await systemOf({ env: { MYSQL_URL: await freshMysqlDatabase(mariadb.url) } });
  const { edge } = system;
  const known = await Promise.all(Array.from({ length: 8 }, () => signIn(edge.url)));
  const calls = crowd(edge.url, CLIENTS, (client) => {
    const { deviceId: device = "", authorization = "" } = known[client % known.length] ?? {};
    if (client % 2 === 0)
      return { path: `${PASSPORT}/SignInGuest`, headers: JSON_BODY, body: JSON.stringify({ deviceId: device }) };
    const headers = { ...JSON_BODY, authorization };
    return { path: `${PASSPORT}/UpdateProfile`, headers, body: JSON.stringify({ nickname: `client ${client}` }) };
  });
  await expect.poll(() => calls.good, PATIENT).toBeGreaterThan(50);
  await mariadb.kill();
  const failures = () =>
    [...calls.outcomes].reduce((sum, [outcome, count]) => sum + (outcome === "200" ? 0 : count), 0);
  await expect.poll(failures, PATIENT).toBeGreaterThan(20);
  const refused = await call(edge.url, "SignInGuest", { deviceId: deviceId() });
  expect(refused).toMatchObject({ status: 503, body: { code: "unavailable" } });
  expect((await send(`${edge.url}/readyz`)).status).toBe(200); // Every edge would be unready, and nobody would answer.

  await mariadb.restart();
  // What was asked for while it was away may be refused long after others are served again.
  await expect.poll(() => calls.goodInARow, PATIENT).toBeGreaterThan(IN_A_ROW_MIN);
  await calls.leave();
  // 500: the connection broke during COMMIT, and nobody knows the outcome.
  expect([...calls.outcomes.keys()].filter((outcome) => !["200", "503", "500"].includes(outcome))).toEqual([]);
  for (const { deviceId: device, uid } of known) expect((await signIn(edge.url, device)).uid).toBe(uid);
}, 150_000);

test("Redis going and coming back fails no call, and an end of a session is seen by the other origin with and without it", async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const system = await systemOf({
    origins: 2,
    env: { MYSQL_URL: await freshMysqlDatabase(inject("mysqlUrl")), REDIS_URL: redis.url },
  });
  const [first = "", second = ""] = system.origins.map(({ url }) => url);
  const { authorization } = await signIn(system.edge.url);
  const calls = crowd(system.edge.url, CLIENTS, (client) =>
    client % 4 === 0
      ? {
          path: `${PASSPORT}/SignInGuest`,
          headers: JSON_BODY,
          body: JSON.stringify({ deviceId: `redis-device-of-client-${client}` }),
        }
      : { path: `${PASSPORT}/GetProfile`, headers: { ...JSON_BODY, authorization }, body: "{}" },
  );
  const endsEverywhere = async () => {
    const session = await signIn(first);
    const profile = () => call(second, "GetProfile", {}, { authorization: session.authorization });
    expect((await profile()).status).toBe(200);
    await call(first, "SignOut", {}, { authorization: session.authorization });
    await expect.poll(async () => (await profile()).status).toBe(401);
  };
  const redisNoted = async (state: string) => {
    for (const url of [first, second]) {
      await expect.poll(async () => JSON.stringify((await send(`${url}/readyz`)).body)).toContain(`"redis":"${state}"`);
    }
  };
  await redisNoted("up");
  await endsEverywhere();
  await redis.kill();
  await redisNoted("down");
  await endsEverywhere();
  await redis.restart();
  await redisNoted("up");
  await endsEverywhere();
  const before = calls.good;
  await expect.poll(() => calls.good - before).toBeGreaterThan(50);
  await calls.leave();
  expect([...calls.outcomes.keys()]).toEqual(["200"]);
});
