/** A service's instances, in the object that keeps them. */
import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import type { Registration, RegistryDirectory, ServiceRegistry } from "../../../../durable/registry/registry.ts";
import type { ServiceStub } from "../../../../edge/registry/registry.ts";

const { REGISTRY, REGISTRY_DIRECTORY } = env as {
  REGISTRY: DurableObjectNamespace<ServiceRegistry>;
  REGISTRY_DIRECTORY: DurableObjectNamespace<RegistryDirectory>;
};
let count = 0;

function service() {
  const name = { env: "test", appid: `app-${count++}` };
  const raw = REGISTRY.getByName(`${name.env}/${name.appid}`);
  return { name, raw, stub: raw as unknown as ServiceStub };
}

function form(hostname: string, changes: Partial<Registration> = {}): Registration {
  return {
    zone: "z",
    hostname,
    region: "",
    addrs: [`http://${hostname}:80`],
    version: "1",
    color: "",
    metadata: {},
    status: 1,
    leaseMs: 90_000,
    generation: undefined,
    ...changes,
  };
}

const key = (hostname: string) => ({ zone: "z", hostname });

test("an instance is listed as it registered, and gone when it cancels", async () => {
  const { name, stub } = service();
  expect(await stub.register(name, form("a", { metadata: { weight: "7" } }))).toMatchObject({ outcome: "done" });
  const { instances, latestUs } = await stub.list();
  expect(instances).toMatchObject([{ zone: "z", hostname: "a", addrs: ["http://a:80"], metadata: { weight: "7" } }]);
  expect(await stub.cancel(key("a"), undefined)).toMatchObject({ outcome: "done" });
  const after = await stub.list();
  expect(after.instances).toEqual([]);
  expect(after.latestUs).toBeGreaterThan(latestUs);
  expect(await stub.cancel(key("a"), undefined)).toEqual({ outcome: "unknown" });
  expect(await stub.renew(key("a"), undefined)).toEqual({ outcome: "unknown" });
});

test("a late renewal, change, cancel or registration of an old generation does not touch the new one", async () => {
  const { name, stub } = service();
  await stub.register(name, form("a", { generation: 5 }));
  await stub.register(name, form("a", { generation: 6, addrs: ["http://new:80"] }));
  const superseded = { outcome: "superseded", generation: 6 };
  expect(await stub.renew(key("a"), 5)).toEqual(superseded);
  expect(await stub.cancel(key("a"), 5)).toEqual(superseded);
  expect(await stub.set([{ ...key("a"), generation: 5, status: 2 }])).toEqual([superseded]);
  expect(await stub.register(name, form("a", { generation: 5 }))).toEqual(superseded);
  expect((await stub.list()).instances).toMatchObject([{ generation: 6, addrs: ["http://new:80"], status: 1 }]);
  expect(await stub.renew(key("a"), 7)).toEqual({ outcome: "unknown" });
  expect(await stub.renew(key("a"), 6)).toMatchObject({ outcome: "done" });
});

test("a client without generations gets a new one with each registration", async () => {
  const { name, stub } = service();
  await stub.register(name, form("a"));
  const [first] = (await stub.list()).instances;
  await stub.register(name, form("a"));
  const [second] = (await stub.list()).instances;
  expect(second?.generation).toBeGreaterThan(first?.generation ?? Number.NaN);
});

test("changes are made to all instances named, or to none", async () => {
  const { name, stub } = service();
  for (const hostname of ["a", "b"]) await stub.register(name, form(hostname));
  const change = (hostname: string) => ({ ...key(hostname), generation: undefined, status: 2 });
  expect(await stub.set([change("a"), change("nobody")])).toMatchObject([{ outcome: "done" }, { outcome: "unknown" }]);
  expect((await stub.list()).instances.map(({ status }) => status)).toEqual([1, 1]);
  await stub.set([change("a"), change("b")]);
  expect((await stub.list()).instances.map(({ status }) => status)).toEqual([2, 2]);
});

test("the time of the last change rises with each change, and with nothing else", async () => {
  const { name, stub } = service();
  const times: number[] = [];
  const note = async () => times.push((await stub.list()).latestUs);
  for (let at = 0; at < 20; at++) {
    await stub.register(name, form(`h${at}`, { generation: 1 }));
    await note();
  }
  await stub.set([{ ...key("h0"), generation: undefined, color: "blue" }]);
  await note();
  expect(new Set(times).size).toBe(times.length);
  expect(times.toSorted((a, b) => a - b)).toEqual(times);
  await stub.renew(key("h1"), undefined);
  await stub.register(name, form("h1", { generation: 1 })); // The same once more, as after a reply that was lost.
  expect((await stub.list()).latestUs).toBe(times.at(-1));
});

test("who waits for a change hears of it, and of nothing when there is none", async () => {
  const { name, stub } = service();
  await stub.register(name, form("a"));
  const { latestUs } = await stub.list();
  expect(await stub.changed(latestUs, 50, true)).toEqual({ latestUs: undefined, found: true, full: false });
  const waiting = Promise.all([1, 2, 3].map(() => stub.changed(latestUs, 20_000, true)));
  await stub.register(name, form("b"));
  const now = await stub.list();
  expect(await waiting).toEqual(Array(3).fill({ latestUs: now.latestUs, found: true, full: false }));
});

test("who knows another time than the registry's is answered at once, also where it is later", async () => {
  const { name, stub } = service();
  await stub.register(name, form("a"));
  const { latestUs } = await stub.list();
  expect(await stub.changed(0, 20_000, true)).toMatchObject({ latestUs });
  expect(await stub.changed(latestUs + 1_000_000, 20_000, true)).toMatchObject({ latestUs });
});

test("a service that nobody registered for is waited for only by those who want that", async () => {
  const { name, stub } = service();
  expect(await stub.changed(0, 20_000, false)).toEqual({ latestUs: undefined, found: false, full: false });
  const first = stub.changed(0, 20_000, true);
  await stub.register(name, form("a"));
  expect(await first).toMatchObject({ found: true });
});

test("what is registered survives the object, and the time of the last change with it", async () => {
  const { name, stub, raw } = service();
  await stub.register(name, form("a", { generation: 3 }));
  await stub.register(name, form("b"));
  await stub.cancel(key("b"), undefined);
  const before = await stub.list();
  await evictDurableObject(raw);
  expect(await stub.list()).toEqual(before);
  expect(await stub.renew(key("a"), 2)).toEqual({ outcome: "superseded", generation: 3 });
});

test("an instance whose lease ran out is gone, and without one there is no alarm", async () => {
  const { name, stub, raw } = service();
  await stub.register(name, form("a", { leaseMs: 1_000 }));
  await vi.waitUntil(async () => (await stub.list()).instances.length === 0, { timeout: 10_000, interval: 100 });
  await vi.waitUntil(async () => !(await runDurableObjectAlarm(raw)), { timeout: 10_000, interval: 100 });
});

test("the directory lists services while they have an instance", async () => {
  const { name, stub } = service();
  const directory = REGISTRY_DIRECTORY.getByName("directory");
  const isListed = async () => (await directory.list()).some(({ appid }) => appid === name.appid);
  expect(await isListed()).toBe(false);
  await stub.register(name, form("a"));
  await vi.waitUntil(isListed);
  await stub.cancel(key("a"), undefined);
  await vi.waitUntil(async () => !(await isListed()));
});

test("a service has a limit of instances", async () => {
  const { name, stub } = service();
  for (let at = 0; at < 5_000; at += 500) {
    await Promise.all(Array.from({ length: 500 }, (_, index) => stub.register(name, form(`h${at + index}`))));
  }
  expect(await stub.register(name, form("one too many"))).toEqual({ outcome: "full" });
  expect(await stub.register(name, form("h1"))).toMatchObject({ outcome: "done" });
});
