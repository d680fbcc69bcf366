import { expect, onTestFinished, test } from "vitest";
import { signIn } from "../system/calls.ts";
import { PASSPORT, startSystem } from "../system/system.ts";
import { crowd } from "./crowd.ts";

const JSON_BODY = { "content-type": "application/json" };
const CLIENTS = 16;

test("SIGTERM of one of two origins under load loses no request of the edge, not even one that must not be repeated", async () => {
  const system = await startSystem({ origins: 2, env: { DRAIN_GRACE_MS: "400" } });
  onTestFinished(() => system.stop());
  const { authorization } = await signIn(system.edge.url);
  const headers = { ...JSON_BODY, authorization };
  const batch = JSON.stringify({
    requests: ["one", "two"].map((id) => ({
      id,
      method: "POST",
      url: `${PASSPORT}/UpdateProfile`,
      headers: JSON_BODY,
      body: { nickname: id },
    })),
  });
  const calls = crowd(system.edge.url, CLIENTS, (client) => {
    if (client % 4 === 0) return { path: "/$batch", headers, body: batch };
    if (client % 4 === 1) return { path: `${PASSPORT}/UpdateProfile`, headers, body: `{"nickname":"${client}"}` };
    return { path: `${PASSPORT}/GetProfile`, headers, body: "{}" };
  });
  await expect.poll(() => calls.good).toBeGreaterThan(100);
  const [first] = system.origins;
  expect(await first?.stop()).toBe(0);
  const afterEnd = calls.good;
  await expect.poll(() => calls.good - afterEnd).toBeGreaterThan(200);
  await calls.leave();

  expect([...calls.outcomes.keys()]).toEqual(["200"]);
  // Of a batch the status of the whole says nothing about its items.
  const served = () => system.edgeLog().filter(({ upstream }) => upstream === "origin");
  await expect.poll(() => served().length).toBeGreaterThanOrEqual(calls.good);
  expect(served().filter(({ status }) => status !== 200)).toEqual([]);
});
