import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { Fault } from "../../../proto/fault.ts";
import { freshMysqlDatabase, startMariadb } from "../../services/mariadb.ts";
import { bearer, deviceId, freshEnv, originWith, passportAt, statusOf } from "./process.ts";

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "ok",
    (error: unknown) => (error instanceof Fault ? error.code : String(error)),
  );

async function privateMariadb() {
  const mariadb = await startMariadb();
  onTestFinished(() => mariadb.stop());
  return { mariadb, url: await freshMysqlDatabase(mariadb.url) };
}

describe("MariaDB", () => {
  test("that dies under a running origin fails calls as unavailable, and serves again when it is back", async () => {
    const { mariadb, url } = await privateMariadb();
    const origin = await originWith(await freshEnv({ MYSQL_URL: url }));
    const passport = passportAt([origin.url]);
    const { accessToken, uid } = await passport.signInGuest({ deviceId: deviceId() });

    await mariadb.kill();
    expect(await codeOf(passport.updateProfile({ nickname: "Ada" }, bearer(accessToken)))).toBe("unavailable");
    await expect.poll(() => statusOf(`${origin.url}/readyz`)).toBe(503);
    expect(await statusOf(`${origin.url}/livez`)).toBe(200);
    const readyz = await (await fetch(`${origin.url}/readyz`)).text();
    expect(readyz).toContain("store: ");
    expect(readyz).not.toContain(url);

    await mariadb.restart();
    await expect.poll(() => statusOf(`${origin.url}/readyz`)).toBe(200);
    expect(await passport.updateProfile({ nickname: "Ada" }, bearer(accessToken))).toMatchObject({
      uid,
      nickname: "Ada",
    });
  });

  test("that hangs costs a call its deadline and no more", async () => {
    const { mariadb, url } = await privateMariadb();
    const origin = await originWith(await freshEnv({ MYSQL_URL: url }));
    const passport = passportAt([origin.url]);
    const { accessToken } = await passport.signInGuest({ deviceId: deviceId() });

    mariadb.pause();
    const update = passport.updateProfile({ nickname: "Ada" }, { ...bearer(accessToken), timeoutMs: 500 });
    expect(await codeOf(update)).toBe("deadline_exceeded");
    await expect.poll(() => statusOf(`${origin.url}/readyz`)).toBe(503);
    mariadb.resume();
    await expect.poll(() => statusOf(`${origin.url}/readyz`)).toBe(200);
    expect((await passport.updateProfile({ nickname: "Eve" }, bearer(accessToken))).nickname).toBe("Eve");
  });

  test("that is away when the origin starts is waited for, and calls are told to come back", async () => {
    const { mariadb, url } = await privateMariadb();
    await mariadb.kill();
    const origin = await originWith(await freshEnv({ MYSQL_URL: url }));
    expect(await statusOf(`${origin.url}/livez`)).toBe(200);
    expect(await statusOf(`${origin.url}/readyz`)).toBe(503);
    const call = await fetch(`${origin.url}/fairway.passport.v1.PassportService/SignInGuest`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ deviceId: deviceId() }),
    });
    expect(call.status).toBe(503);
    expect(call.headers.get("retry-after")).toBe("1");

    await mariadb.restart();
    await expect.poll(() => statusOf(`${origin.url}/readyz`)).toBe(200);
    expect((await passportAt([origin.url]).signInGuest({ deviceId: deviceId() })).uid).toBeGreaterThan(0n);
  });
});

test("a SQLite file that another process has locked fails a write, leaves reads alone, and serves again when it is free", async () => {
  const env = await freshEnv();
  const origin = await originWith(env);
  const passport = passportAt([origin.url], { timeoutMs: 20_000 });
  const { accessToken } = await passport.signInGuest({ deviceId: deviceId() });
  const other = new DatabaseSync(env.SQLITE_PATH ?? "");
  onTestFinished(() => other.close());

  other.exec("begin immediate");
  expect(await codeOf(passport.updateProfile({ nickname: "Ada" }, bearer(accessToken)))).toBe("unavailable");
  expect((await passport.getProfile({}, bearer(accessToken))).nickname).toBe("");
  other.exec("rollback");
  expect((await passport.updateProfile({ nickname: "Ada" }, bearer(accessToken))).nickname).toBe("Ada");
});
