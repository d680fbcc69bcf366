/** Origins that are replaced and killed while calls go through the edge. */
import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { type OriginProcess, startOrigin } from "../../../scripts/origin.ts";
import { startWorld, TOKEN, type World } from "./world.ts";

const CHECK = "/check";
const CALLERS = 6;
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

interface Stage {
  readonly world: World;
  start(workerId: number): Promise<OriginProcess>;
  /** Origins that take requests, as the registry has it. */
  listed(): Promise<string[]>;
}

async function stage(): Promise<Stage> {
  const identityKey = randomBytes(32).toString("base64");
  const world = await startWorld({
    routes: {
      upstreams: { origin: { registry: { appid: "shop.cart", env: "test" } } },
      routes: [
        {
          name: "check",
          match: { methods: ["POST"], path: CHECK },
          upstream: "origin",
          rewrite: "/grpc.health.v1.Health/Check",
        },
      ],
    },
    bindings: { IDENTITY_KEY: identityKey },
  });
  stops.push(() => world.stop());
  const keyEncryptionKey = randomBytes(32).toString("base64");
  return {
    world,
    listed: () => world.hostnames("shop.cart", 1),
    async start(workerId) {
      const origin = await startOrigin({
        SQLITE_PATH: ":memory:",
        IDENTITY_KEY: identityKey,
        KEY_ENCRYPTION_KEY: keyEncryptionKey,
        WORKER_ID: String(workerId),
        DRAIN_GRACE_MS: "1000",
        REGISTRY_URL: world.url,
        REGISTRY_TOKEN: TOKEN,
        REGISTRY_APPID: "shop.cart",
        REGISTRY_ENV: "test",
      });
      stops.push(() => origin.kill());
      return origin;
    },
  };
}

/** Calls that must not be repeated, one after the other by each caller. @returns ends it, and tells what failed */
function calls(url: string) {
  const failed: string[] = [];
  let [done, over] = [0, false];
  const callers = Array.from({ length: CALLERS }, async () => {
    while (!over) {
      const headers = { "content-type": "application/json", "connect-protocol-version": "1" };
      try {
        const response = await fetch(url + CHECK, { method: "POST", headers, body: "{}" });
        const text = await response.text();
        if (response.status !== 200) failed.push(`${response.status} ${text}`);
      } catch (error) {
        failed.push(String(error));
      }
      done++;
    }
  });
  const end = async () => {
    over = true;
    await Promise.all(callers);
    return failed;
  };
  stops.push(end); // Where the test fails before it ends them.
  return { done: () => done, end };
}

test("three origins are replaced one after the other, and no call is lost", { timeout: 120_000 }, async () => {
  const { world, start, listed } = await stage();
  const origins = await Promise.all([0, 1, 2].map(start));
  await expect.poll(listed).toHaveLength(3);
  const traffic = calls(world.url);
  for (const [index, origin] of origins.entries()) {
    const before = traffic.done();
    await start(10 + index);
    await expect.poll(listed).toHaveLength(4);
    expect(await origin.stop()).toBe(0);
    await expect.poll(listed).toHaveLength(3);
    await expect.poll(traffic.done).toBeGreaterThan(before + 50);
  }
  expect(await traffic.end()).toEqual([]);
});

test("after one was killed, calls go to the others, and to the one that takes its place", {
  timeout: 60_000,
}, async () => {
  const { world, start, listed } = await stage();
  const [first] = await Promise.all([0, 1].map(start));
  await expect.poll(listed).toHaveLength(2);
  await first?.kill();
  await expect.poll(listed).toHaveLength(1);
  const traffic = calls(world.url);
  await expect.poll(traffic.done).toBeGreaterThan(100);
  expect(await traffic.end()).toEqual([]);
  await start(2);
  await expect.poll(listed).toHaveLength(2);
});
