/** A service as an isolate follows it, while the registry behind it answers, changes, hangs and is away. */
import { expect, test } from "vitest";
import type { ChangeNote, Instance, InstanceList } from "../../../../durable/registry/registry.ts";
import { Follower } from "../../../../edge/registry/follow.ts";
import { registryNodes } from "../../../../edge/registry/nodes.ts";
import type { RegistryObjects, ServiceStub } from "../../../../edge/registry/registry.ts";

const SERVICE = { env: "test", appid: "shop.cart" };

function instance(hostname: string, changes: Partial<Instance> = {}): Instance {
  return {
    zone: "z",
    hostname,
    region: "",
    addrs: [`http://${hostname}:80`],
    version: "",
    color: "",
    metadata: {},
    status: 1,
    generation: 1,
    leaseMs: 90_000,
    registeredUs: 1,
    upUs: 1,
    renewedUs: 1,
    dirtyUs: 1,
    latestUs: 1,
    ...changes,
  };
}

/** A registry whose clock the test moves, and that can be away. */
function world() {
  let nowMs = 0;
  let list: InstanceList = { latestUs: 1, instances: [] };
  let mode: "up" | "away" | "hanging" = "up";
  let asked = 0;
  const sleepers: { readonly atMs: number; readonly wake: () => void }[] = [];
  const wakers = new Set<() => void>();
  const sleep = (ms: number) =>
    new Promise<void>((wake) => {
      sleepers.push({ atMs: nowMs + ms, wake });
    });
  const behind: Promise<unknown>[] = [];
  const warnings: string[] = [];
  const answer = async (): Promise<void> => {
    asked++;
    if (mode === "hanging") await new Promise(() => undefined);
    if (mode === "away") throw new Error("away");
  };
  const stub = {
    async changed(sinceUs: number, waitMs: number): Promise<ChangeNote> {
      await answer();
      if (sinceUs === list.latestUs && waitMs > 0) {
        const changed = new Promise<void>((settle) => wakers.add(settle));
        await Promise.race([sleep(waitMs), changed]);
      }
      if (mode === "away") throw new Error("away");
      const latestUs = sinceUs === list.latestUs ? undefined : list.latestUs;
      return { latestUs, found: list.instances.length > 0, full: false };
    },
    async list() {
      await answer();
      return list;
    },
  };
  const objects: RegistryObjects = { service: () => stub as unknown as ServiceStub, services: async () => [] };
  return {
    deps: {
      objects,
      waitUntil: (promise: Promise<unknown>) => void behind.push(promise),
      now: () => nowMs,
      sleep,
      warn: (message: string) => void warnings.push(message),
    },
    warnings,
    behind,
    get asked() {
      return asked;
    },
    set(instances: readonly Instance[]) {
      list = { latestUs: list.latestUs + 1, instances };
      for (const wake of wakers) wake();
      wakers.clear();
    },
    be(next: typeof mode) {
      mode = next;
      for (const wake of wakers) wake();
      wakers.clear();
    },
    /** Lets so much time pass, and all that happens in it. */
    async pass(ms: number) {
      const untilMs = nowMs + ms;
      for (;;) {
        await new Promise((settle) => setImmediate(settle));
        const next = sleepers.filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (next === undefined) break;
        sleepers.splice(sleepers.indexOf(next), 1);
        nowMs = Math.max(nowMs, next.atMs);
        next.wake();
      }
      nowMs = untilMs;
    },
  };
}

test("the first request waits for the list, and those after it do not", async () => {
  const registry = world();
  registry.set([instance("a")]);
  const follower = new Follower(SERVICE, registry.deps);
  const first = follower.touch();
  expect(first).toBeInstanceOf(Promise);
  await first;
  expect(follower.list?.instances).toHaveLength(1);
  expect(follower.touch()).toBeUndefined();
});

test("a change is known at once while requests come", async () => {
  const registry = world();
  const follower = new Follower(SERVICE, registry.deps);
  await follower.touch();
  await registry.pass(300);
  registry.set([instance("a")]);
  await registry.pass(1);
  expect(follower.list?.instances).toHaveLength(1);
});

test("nothing is asked while no requests come, and the next one waits for the news", async () => {
  const registry = world();
  const follower = new Follower(SERVICE, registry.deps);
  await follower.touch();
  await registry.pass(60_000);
  await Promise.all(registry.behind);
  const { asked } = registry;
  await registry.pass(60_000);
  expect(registry.asked).toBe(asked);
  registry.set([instance("a")]);
  await follower.touch();
  expect(follower.list?.instances).toHaveLength(1);
});

test("one poll at a time is under way, however many requests come", async () => {
  const registry = world();
  const follower = new Follower(SERVICE, registry.deps);
  await follower.touch();
  const { asked } = registry;
  for (let at = 0; at < 1_000; at++) {
    follower.touch();
    await registry.pass(10);
  }
  expect(registry.asked - asked).toBeLessThan(20);
});

test("while the registry is away its last list holds, nobody waits, and it is said once", async () => {
  const registry = world();
  registry.set([instance("a")]);
  const follower = new Follower(SERVICE, registry.deps);
  await follower.touch();
  registry.be("away");
  for (let at = 0; at < 100; at++) {
    await registry.pass(1_000);
    const behind = follower.touch();
    if (at > 3) expect(behind).toBeUndefined();
    expect(follower.list?.instances).toHaveLength(1);
  }
  expect(registry.warnings).toHaveLength(1);
  registry.be("up");
  registry.set([]);
  follower.touch();
  await registry.pass(2_000);
  expect(follower.list?.instances).toHaveLength(0);
});

test("a registry that never answers holds a request for half a second, and a lost poll is replaced", async () => {
  const registry = world();
  registry.be("hanging");
  const follower = new Follower(SERVICE, registry.deps);
  const startedMs = performance.now();
  await follower.touch();
  expect(performance.now() - startedMs).toBeLessThan(5_000);
  expect(follower.list).toBeUndefined();
  await registry.pass(600);
  expect(follower.touch()).toBeUndefined(); // It is taken for away.
  expect(registry.warnings).toHaveLength(1);
  registry.be("up");
  registry.set([instance("a")]);
  await registry.pass(2_000);
  await follower.touch();
  expect(follower.list?.instances).toHaveLength(1);
});

test("nodes stay the same array until something has changed", async () => {
  const registry = world();
  const upstreams = new Map([
    ["cart", { registry: { appid: "shop.cart", env: "test" } }],
    ["fixed", {}],
  ]);
  const fixed = [{ id: "http://f", url: "http://f" }];
  const source = registryNodes(upstreams, { nodes: (name) => (name === "fixed" ? fixed : []) }, registry.deps);
  expect(source.fresh("fixed")).toBeUndefined();
  expect(source.nodes("fixed")).toBe(fixed);
  registry.set([instance("a", { status: 2, metadata: { weight: "7" } }), instance("b", { color: "blue" })]);
  await source.fresh("cart");
  const nodes = source.nodes("cart");
  expect(nodes).toMatchObject([
    { id: "z/a/1", url: "http://a:80", zone: "z", weight: 7, draining: true },
    { id: "z/b/1", url: "http://b:80", zone: "z", weight: 10, draining: false, color: "blue" },
  ]);
  expect(source.nodes("cart")).toBe(nodes);
  registry.set([instance("a", { generation: 2 })]);
  await registry.pass(1_000);
  expect(source.nodes("cart")).toMatchObject([{ id: "z/a/2", draining: false }]);
});
