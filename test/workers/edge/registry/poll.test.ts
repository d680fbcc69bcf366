/** Readers that wait, in front of the objects they wait for. */
import { abortAllDurableObjects } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import type {
  InstanceList,
  Registration,
  ServiceName,
  ServiceRegistry,
} from "../../../../durable/registry/registry.ts";
import { lists } from "../../../../edge/registry/lists.ts";
import { OverfullError, poller } from "../../../../edge/registry/poll.ts";
import type { RegistryObjects, ServiceStub } from "../../../../edge/registry/registry.ts";

const { REGISTRY } = env as { REGISTRY: DurableObjectNamespace<ServiceRegistry> };
const CLIENT = { proto: "http", host: "edge.example" } as const;
let count = 0;

function world(change: (stub: ServiceStub) => Partial<ServiceStub> = () => ({})) {
  const service = { env: "test", appid: `poll-${count++}` };
  const held = { count: 0 };
  const stubOf = ({ env: name, appid }: ServiceName) =>
    REGISTRY.getByName(`${name}/${appid}`) as unknown as ServiceStub;
  const objects: RegistryObjects = {
    service(name) {
      const stub = stubOf(name);
      const whole: ServiceStub = {
        register: (...given) => stub.register(...given),
        renew: (...given) => stub.renew(...given),
        cancel: (...given) => stub.cancel(...given),
        set: (...given) => stub.set(...given),
        list: () => stub.list(),
        changed(sinceUs, waitMs, awaitsFirst) {
          if (waitMs > 0) held.count++;
          return stub.changed(sinceUs, waitMs, awaitsFirst);
        },
        fetch: (request) => stub.fetch(request),
      };
      return { ...whole, ...change(stub) };
    },
    services: async () => [],
  };
  const deps = { objects, now: Date.now, random: Math.random, sleep: (ms: number) => scheduler.wait(ms) };
  const holds = (number: number) => vi.waitUntil(() => held.count >= number);
  return { service, stub: stubOf(service), poll: poller({ ...deps, lists: lists(objects) }), holds };
}

const form = (hostname: string): Registration => ({
  zone: "z",
  hostname,
  region: "",
  addrs: [`http://${hostname}:80`],
  version: "",
  color: "",
  metadata: {},
  status: 1,
  leaseMs: 90_000,
  generation: undefined,
});

const latest = async (stub: ServiceStub) => (await stub.list()).latestUs;

test("a reader whose object is reset goes on waiting at the next one", async () => {
  const { service, stub, poll, holds } = world();
  await stub.register(service, form("a"));
  const sinceUs = await latest(stub);
  const waiting = poll([{ service, sinceUs }], CLIENT, 20_000, true);
  await holds(1);
  await abortAllDurableObjects();
  const again = REGISTRY.getByName(`${service.env}/${service.appid}`) as unknown as ServiceStub;
  await again.register(service, form("b"));
  const { changed } = await waiting;
  expect(changed.get(service.appid)?.list.instances).toHaveLength(2);
});

test("an object that goes on failing is an error in the end, and not an answer", async () => {
  const broken = async (): Promise<never> => {
    throw new Error("the object is broken");
  };
  const first = world();
  await first.stub.register(first.service, form("a"));
  const sinceUs = await latest(first.stub);
  let asked = 0;
  const { poll, service } = world(() => ({
    async changed(_, waitMs) {
      if (waitMs === 0) return none;
      asked++;
      return await broken();
    },
  }));
  await expect(poll([{ service, sinceUs }], CLIENT, 1_500, true)).rejects.toThrow("the object is broken");
  expect(asked).toBeGreaterThan(1);
});

const none = { latestUs: undefined, found: true, full: false };

test("where too many wait, a reader is told so and not held", async () => {
  const { poll, service } = world(() => ({ changed: async (_, waitMs) => ({ ...none, full: waitMs > 0 }) }));
  await expect(poll([{ service, sinceUs: 1 }], CLIENT, 20_000, true)).rejects.toBeInstanceOf(OverfullError);
});

test("a reader of several services hears of the one that changes, and goes on after one that empties", async () => {
  const a = world();
  const b = world();
  await a.stub.register(a.service, form("a"));
  await b.stub.register(b.service, form("b"));
  const wanted = [
    { service: a.service, sinceUs: await latest(a.stub) },
    { service: b.service, sinceUs: await latest(b.stub) },
  ];
  const waiting = a.poll(wanted, CLIENT, 20_000, true);
  await a.holds(2);
  await a.stub.cancel({ zone: "z", hostname: "a" }, undefined);
  await a.holds(4); // One of each service, again.
  await b.stub.register(b.service, form("c"));
  const { changed, missing } = await waiting;
  expect([...changed.keys()]).toEqual([b.service.appid]);
  expect(missing).toEqual([]);
});

test("a crowd that waits for one list fetches it once", async () => {
  let fetched = 0;
  const { poll, service, stub, holds } = world((real) => ({
    async list(): Promise<InstanceList> {
      fetched++;
      return await real.list();
    },
  }));
  await stub.register(service, form("a"));
  const sinceUs = await latest(stub);
  const waiting = Array.from({ length: 50 }, () => poll([{ service, sinceUs }], CLIENT, 20_000, true));
  await holds(50);
  await stub.register(service, form("b"));
  const found = await Promise.all(waiting);
  expect(found.every(({ changed }) => changed.get(service.appid)?.list.instances.length === 2)).toBe(true);
  expect(fetched).toBeLessThan(5);
});

test("the registry itself is a service that never changes", async () => {
  const { poll } = world();
  const own = { env: "test", appid: "infra.discovery" };
  const first = await poll([{ service: own, sinceUs: 0 }], CLIENT, 20_000, true);
  const list = first.changed.get("infra.discovery")?.list;
  expect(list?.instances).toMatchObject([{ addrs: ["http://edge.example"] }]);
  const next = await poll([{ service: own, sinceUs: list?.latestUs ?? 0 }], CLIENT, 100, true);
  expect([next.changed.size, next.missing]).toEqual([0, []]);
});
