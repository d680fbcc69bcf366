import { expect, test } from "vitest";
import { Fault } from "../../../proto/fault.ts";
import { bearer, deviceId, freshEnv, originWith, passportAt } from "./process.ts";

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
