/** Origins that die behind the edge while everybody goes on calling. */
import { expect, onTestFinished, test } from "vitest";
import { startOrigin } from "../../../scripts/origin.ts";
import { call, deviceId, send, signIn } from "../system/calls.ts";
import { PASSPORT, type System, type SystemOptions, startSystem } from "../system/system.ts";
import { crowd } from "./crowd.ts";

const JSON_BODY = { "content-type": "application/json" };
const CLIENTS = 16;
/** Long before the route's own deadline: nobody waits for an origin that is gone. */
const WAIT_MS_MAX = 5_000;

async function systemOf(options: SystemOptions): Promise<System> {
  const system = await startSystem(options);
  onTestFinished(() => system.stop());
  return system;
}

function profileOf(authorization: string) {
  return { path: `${PASSPORT}/GetProfile`, headers: { ...JSON_BODY, authorization }, body: "{}" };
}

function signInOf(device: string) {
  return { path: `${PASSPORT}/SignInGuest`, headers: JSON_BODY, body: JSON.stringify({ deviceId: device }) };
}

test("no idempotent call fails when one of two origins is killed under load, and none when it is back", async () => {
  const system = await systemOf({ origins: 2 });
  const { authorization } = await signIn(system.edge.url);
  const calls = crowd(system.edge.url, CLIENTS, (client) =>
    client % 4 === 0 ? signInOf(`device-of-client-${client}`) : profileOf(authorization),
  );
  await expect.poll(() => calls.good).toBeGreaterThan(100);
  const [first] = system.origins;
  await first?.kill();
  const afterKill = calls.good;
  await expect.poll(() => calls.good - afterKill).toBeGreaterThan(200);

  const { port } = new URL(first?.url ?? "");
  system.origins.push(await startOrigin({ ...system.originEnv, WORKER_ID: "0", PORT: port }));
  const answers = () =>
    system.origins
      .at(-1)
      ?.log()
      .filter((line) => line.includes('"uid"')).length ?? 0;
  await expect.poll(answers).toBeGreaterThan(50);
  await calls.leave();
  expect([...calls.outcomes.keys()]).toEqual(["200"]);
});

test("with the only origin killed each call fails soon and as unavailable; the edge serves again by itself when it is back", async () => {
  const system = await systemOf({ origins: 1 });
  const { uid, authorization, deviceId: device } = await signIn(system.edge.url);
  const calls = crowd(system.edge.url, CLIENTS, (client) =>
    client % 4 === 0 ? signInOf(`device-of-client-${client}`) : profileOf(authorization),
  );
  await expect.poll(() => calls.good).toBeGreaterThan(100);
  const [origin] = system.origins;
  await origin?.kill();
  await expect.poll(() => calls.outcomes.get("503") ?? 0).toBeGreaterThan(100);
  const refused = await call(system.edge.url, "GetProfile", {}, { authorization });
  expect(refused).toMatchObject({ status: 503, body: { code: "unavailable" } });
  expect(refused.headers.get("retry-after")).toBe("1");
  // What does not need the origin does not notice.
  expect((await send(`${system.edge.url}/api/countries/AUT`)).status).toBe(200);

  const { port } = new URL(origin?.url ?? "");
  system.origins.push(await startOrigin({ ...system.originEnv, PORT: port }));
  const goodBefore = calls.good;
  await expect.poll(() => calls.good - goodBefore).toBeGreaterThan(200);
  const failures = calls.outcomes.get("503");
  const goodSince = calls.good;
  await expect.poll(() => calls.good - goodSince).toBeGreaterThan(200);
  await calls.leave();
  expect(calls.outcomes.get("503")).toBe(failures);
  expect([...calls.outcomes.keys()].sort()).toEqual(["200", "503"]);
  expect(calls.longestMs).toBeLessThan(WAIT_MS_MAX);
  expect((await signIn(system.edge.url, device)).uid).toBe(uid);
});

test("a batch whose wave is under way to a killed origin is answered item by item: what can be repeated is, by the other", async () => {
  const system = await systemOf({ origins: 2 });
  const { authorization, uid } = await signIn(system.edge.url);
  const [first, second] = system.origins;
  // The edge has the signing keys now, and need not ask for them in what follows.
  expect((await call(system.edge.url, "GetProfile", {}, { authorization })).status).toBe(200);
  // Stopped, it takes the wave and answers nothing, so that the kill comes in the middle.
  process.kill(first?.pid ?? 0, "SIGSTOP");
  const rpc = (id: string, method: string, body: object) => ({
    id,
    method: "POST",
    url: `${PASSPORT}/${method}`,
    headers: { ...JSON_BODY, authorization },
    body,
  });
  const device = deviceId();
  const requests = [
    rpc("read", "GetProfile", {}),
    rpc("again", "SignInGuest", { deviceId: device }),
    rpc("once", "UpdateProfile", { nickname: "lost?" }),
    { id: "home", url: "/api/countries/AUT" },
  ];
  const batches = Array.from({ length: 4 }, () =>
    send(`${system.edge.url}/$batch`, { method: "POST", headers: JSON_BODY, body: JSON.stringify({ requests }) }),
  );
  const waves = () => system.originLog().filter((line) => line.procedure === "/$batch").length;
  await expect.poll(waves).toBeGreaterThan(0); // Those of the second origin are done, so those of the first are there too.
  await first?.kill();
  let repeated = 0;
  for (const { status, body } of await Promise.all(batches)) {
    expect(status).toBe(200);
    const replies = body.responses as { id: string; status: number; body: Record<string, unknown> }[];
    const by = Object.fromEntries(replies.map((reply) => [reply.id, reply]));
    expect(by.read).toMatchObject({ status: 200, body: { uid } });
    expect(by.again?.status).toBe(200);
    expect(by.home?.status).toBe(200);
    if (by.once?.status === 200) continue;
    repeated++;
    expect([502, 503]).toContain(by.once?.status);
    expect(by.once?.body.code).toBe("unavailable");
  }
  expect(repeated).toBeGreaterThan(0);
  expect((await signIn(second?.url ?? "", device)).uid).toBeDefined();
});
