/** What one table leaves to the next: all that is known of upstreams that stay as they are. */
import { expect, test } from "vitest";
import type { InstanceList } from "../../../../durable/registry/registry.ts";
import { overload } from "../../../../edge/overload/overload.ts";
import { registryNodes } from "../../../../edge/registry/nodes.ts";
import { NEVER_ABORTS, staticNodes, type UpstreamConfig, upstreams } from "../../../../edge/upstream/upstream.ts";

const A = "http://127.0.0.1:1";
const B = "http://127.0.0.1:2";
const configs = (main: Partial<UpstreamConfig>) => new Map([["main", { urls: [A, B], batch: false, ...main }]]);

function deps(status: (url: string) => number = () => 200) {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (url: string) => {
      asked.push(url);
      return new Response(null, { status: status(url) });
    },
    now: () => 1_000_000,
    random: () => 0.5,
    sleep: async () => undefined,
    waitUntil: () => undefined,
  };
}

const REQUEST = { method: "GET", target: "/", headers: new Headers(), body: null };
const policy = () => ({
  timeoutMs: 1_000,
  attempts: 1,
  idempotent: true,
  signal: NEVER_ABORTS,
  entry: { startedAtMs: 0 },
});

test("nodes that stay are known as before, also while requests by the old table are under way", async () => {
  const world = deps();
  const first = upstreams(configs({}), world);
  await first.send("main", REQUEST, policy());
  const underWay = first.send("main", REQUEST, policy());
  const second = upstreams(configs({ urls: [A, B, "http://127.0.0.1:3"] }), world, first);
  expect(second.state("main").inFlight).toBe(1);
  await underWay;
  expect(second.state("main").inFlight).toBe(0);
  expect(second.state("main").nodes).toHaveLength(3);
  expect(second.pools.get("main")?.pool).toBe(first.pools.get("main")?.pool);
});

test("a node that the new table does not have gets nothing any more", async () => {
  const world = deps();
  const first = upstreams(configs({}), world);
  const second = upstreams(configs({ urls: [B] }), world, first);
  for (let time = 0; time < 5; time++) await second.send("main", REQUEST, policy());
  expect(new Set(world.asked)).toEqual(new Set([`${B}/`]));
});

test("an upstream that is checked in another way begins anew, and one of another name too", () => {
  const world = deps();
  const first = upstreams(configs({}), world);
  const pool = first.pools.get("main")?.pool;
  expect(upstreams(configs({ slowStartMs: 5_000 }), world, first).pools.get("main")?.pool).not.toBe(pool);
  const renamed = upstreams(new Map([["other", { urls: [A], batch: false }]]), world, first);
  expect([...renamed.pools.keys()]).toEqual(["other"]);
});

test("a limit is kept while its bounds stay", () => {
  const gates = { now: () => 0, random: () => 0, after: () => () => undefined };
  const first = overload(configs({ concurrency: { max: 5 } }), gates);
  const gate = first.gates.get("main")?.gate;
  expect(overload(configs({ concurrency: { max: 5 } }), gates, first).gates.get("main")?.gate).toBe(gate);
  expect(overload(configs({ concurrency: { max: 6 } }), gates, first).gates.get("main")?.gate).not.toBe(gate);
  expect(overload(configs({ concurrency: false }), gates, first).gates.size).toBe(0);
});

test("a list that is followed goes on being followed, without being asked for again", async () => {
  let asked = 0;
  const list = { latestUs: 1, instances: [] } as unknown as InstanceList;
  const service = () => ({
    changed: async () => {
      asked += 1;
      return asked === 1 ? { latestUs: 1 } : await new Promise<never>(() => undefined);
    },
    list: async () => list,
  });
  const warned: unknown[] = [];
  const never = () => new Promise<never>(() => undefined); // A pause that ended at once would be a loop without an end.
  const world = {
    ...deps(),
    sleep: never,
    warn: (message: string, cause: unknown) => warned.push(message, cause),
    objects: { service, services: async () => [] },
  };
  const table = configs({ registry: { appid: "shop", env: "prod" } });
  const follow = world as unknown as Parameters<typeof registryNodes>[2];
  const first = registryNodes(table, staticNodes(table), follow);
  await first.fresh("main");
  const second = registryNodes(table, staticNodes(table), follow, first);
  expect(warned).toEqual([]);
  expect(second.fresh("main")).toBeUndefined();
  expect([...second.followers.keys()]).toEqual(["prod/shop"]);
  const gone = configs({});
  expect(registryNodes(gone, staticNodes(gone), follow, second).followers.size).toBe(0);
});
