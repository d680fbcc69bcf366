import { readFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { Fault } from "../../../proto/fault.ts";
import { startEdge } from "../../../scripts/serve.ts";
import { bearer, deviceId, type Env, freshEnv, originWith, passportAt } from "./process.ts";

const CLIENTS = 12;

test("an origin killed under load comes back with all that it had said was done, and its clients go on by themselves", async () => {
  const env = await freshEnv();
  const origin = await originWith(env);
  const { port } = new URL(origin.url);
  const passport = passportAt([origin.url]);
  const session = await passport.signInGuest({ deviceId: deviceId() });

  const signedIn = new Map<string, bigint>();
  const codes = new Set<string>();
  let successes = 0;
  let over = false;
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (!over) {
      const device = deviceId();
      try {
        signedIn.set(device, (await passport.signInGuest({ deviceId: device }, { timeoutMs: 2_000 })).uid);
        await passport.getProfile({}, bearer(session.accessToken));
        successes += 1;
      } catch (error) {
        codes.add(error instanceof Fault ? error.code : String(error));
        await new Promise((settle) => setTimeout(settle, 10));
      }
    }
  });

  await expect.poll(() => successes).toBeGreaterThan(50);
  await origin.kill();
  await expect.poll(() => codes.size).toBeGreaterThan(0);
  await originWith({ ...env, PORT: port });
  const before = successes;
  await expect.poll(() => successes - before).toBeGreaterThan(50);
  over = true;
  await Promise.all(clients);

  expect([...codes].filter((code) => code !== "unavailable" && code !== "deadline_exceeded")).toEqual([]);
  // The same device is the same account: what was answered before the kill is there after it.
  const earliest = [...signedIn].slice(0, 50);
  for (const [device, uid] of earliest) expect((await passport.signInGuest({ deviceId: device })).uid).toBe(uid);
  expect((await passport.getProfile({}, bearer(session.accessToken))).uid).toBe(session.uid);
});

test("the edge before a killed origin answers unavailable, and serves again by itself when the origin is back", async () => {
  const env = await freshEnv();
  const origin = await originWith(env);
  const edge = await edgeBefore(origin.url, env);
  const passport = passportAt([edge]);
  const { accessToken, uid } = await passport.signInGuest({ deviceId: deviceId() });
  const profile = () => passport.getProfile({}, bearer(accessToken)).then(({ uid }) => uid, codeOf);
  expect(await profile()).toBe(uid);

  await origin.kill();
  expect(await profile()).toBe("unavailable");
  await originWith({ ...env, PORT: new URL(origin.url).port });
  await expect.poll(profile).toBe(uid);
  expect((await passport.updateProfile({ nickname: "Ada" }, bearer(accessToken))).nickname).toBe("Ada");
});

const codeOf = (error: unknown): string => (error instanceof Fault ? error.code : String(error));

async function edgeBefore(originUrl: string, { IDENTITY_KEY = "" }: Env): Promise<string> {
  const routes = JSON.parse(
    await readFile(new URL("../../../edge/route/default-routes.json", import.meta.url), "utf8"),
  );
  routes.upstreams.origin.urls = [originUrl];
  const edge = await startEdge({
    port: 0,
    routes: JSON.stringify(routes),
    bindings: { IDENTITY_KEY, OPS_TOKEN: "0".repeat(32) },
    stdout: "ignore",
  });
  onTestFinished(() => edge.stop());
  return edge.url;
}
