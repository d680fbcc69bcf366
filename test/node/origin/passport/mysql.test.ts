import { expect, inject, test } from "vitest";
import type { PassportTables } from "../../../../origin/passport/passport.ts";
import { openStore } from "../../../../origin/store/store.ts";
import { freshMysqlDatabase, startMariadb } from "../../../services/mariadb.ts";
import { passportContract } from "./contract.ts";
import { contextOf, faultOf, newDevice, START_MS, startInstance } from "./harness.ts";

passportContract("mariadb", {
  async fresh() {
    const mysqlUrl = await freshMysqlDatabase(inject("mysqlUrl"));
    return Promise.all([openStore<PassportTables>({ mysqlUrl }), openStore<PassportTables>({ mysqlUrl })]);
  },
});

test("while the database is gone calls are unavailable and the key set is served; when it is back all goes on", async () => {
  const mariadb = await startMariadb();
  const store = await openStore<PassportTables>({ mysqlUrl: await freshMysqlDatabase(mariadb.url) });
  const clock = { nowMs: START_MS };
  const instance = await startInstance({ store, clock });
  try {
    await instance.prepare();
    const [route] = instance.routes;
    const jwks = async () => (await route?.handle(contextOf(), new Uint8Array()))?.body;
    const keys = await jwks();
    const device = newDevice();
    const { refreshToken, context, session } = await instance.signIn(device);

    await mariadb.kill();
    clock.nowMs += 120_000;
    const calls = [
      () => instance.signIn(device),
      () => instance.refresh(refreshToken),
      () => instance.handlers.getProfile({}, context),
      () => instance.handlers.updateProfile({ nickname: "x", revision: 0 }, context),
      () => instance.handlers.signOut({ allSessions: false }, context),
    ];
    for (const call of calls) expect(await faultOf(call)).toMatchObject({ code: "unavailable" });
    expect(await jwks()).toEqual(keys);
    expect(instance.warnings.at(-1)?.message).toContain("could not be read again");

    await mariadb.restart();
    expect((await instance.signIn(device)).session.uid).toBe(session.uid);
    await instance.handlers.getProfile({}, (await instance.refresh(refreshToken)).context);
  } finally {
    await instance.close();
    await store.close();
    await mariadb.stop();
  }
});

test("an instance that starts before its database prepares when that is there", async () => {
  const mariadb = await startMariadb();
  const mysqlUrl = await freshMysqlDatabase(mariadb.url);
  await mariadb.kill();
  const store = await openStore<PassportTables>({ mysqlUrl });
  const instance = await startInstance({ store, clock: { nowMs: START_MS } });
  try {
    expect(await faultOf(() => instance.prepare())).toMatchObject({ code: "unavailable" });
    await mariadb.restart();
    await instance.prepare();
    await instance.signIn(newDevice());
  } finally {
    await instance.close();
    await store.close();
    await mariadb.stop();
  }
});
