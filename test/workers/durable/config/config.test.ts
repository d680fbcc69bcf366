/** The object of a configuration inside workerd: what holds through eviction, and what an address that nobody made costs. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import type { ConfigObject } from "../../../../durable/config/config.ts";
import type { ConfigStub } from "../../../../edge/config/config.ts";
import type { ReleaseEvent } from "../../../../proto/config/config.ts";

const { CONFIG } = env as { CONFIG: DurableObjectNamespace<ConfigObject> };
const ME = { actor: "me" };
const NOTHING_KNOWN = { epoch: "", access: -1, versions: [] };
let count = 0;

interface Scene {
  readonly raw: DurableObjectStub<ConfigObject>;
  readonly object: ConfigStub;
  /** Edits key `a` and publishes. @returns the version */
  publish(value: string): Promise<number>;
}

async function scene(): Promise<Scene> {
  const place = { service: `service-${count++}`, idc: "here" };
  const raw = CONFIG.getByName(`config/${place.service}/${place.idc}`);
  const object = raw as unknown as ConfigStub;
  expect(await object.create(ME, "epoch", place)).toEqual({ value: true });
  let revision = 0;
  return {
    raw,
    object,
    async publish(value) {
      const set = { type: "text", comment: "", secret: false, value } as const;
      const edited = await object.edit(ME, [{ section: "application", key: "a", revision, set }]);
      revision = edited.value ?? 0;
      const released = await object.publish(ME, revision, "");
      return released.value?.version ?? 0;
    },
  };
}

async function watch(object: ConfigStub, node: string): Promise<{ socket: WebSocket; events: ReleaseEvent[] }> {
  const reader = { node, labels: {}, address: "10.0.0.1", token: "" };
  const headers = { upgrade: "websocket", "x-config-reader": JSON.stringify(reader) };
  const { webSocket } = await object.fetch(new Request("https://config/", { headers }));
  if (webSocket === null) throw new Error("no socket");
  const events: ReleaseEvent[] = [];
  webSocket.addEventListener("message", ({ data }) => events.push(JSON.parse(String(data)) as ReleaseEvent));
  webSocket.accept();
  return { socket: webSocket, events };
}

test("a socket sleeps through an eviction, and hears each version once", async () => {
  const { raw, object, publish } = await scene();
  await publish("1");
  const { socket, events } = await watch(object, "n1");
  await vi.waitFor(() => expect(events.map(({ version }) => version)).toEqual([1]));
  await evictDurableObject(raw);
  await publish("2");
  await vi.waitFor(() => expect(events.map(({ version }) => version)).toEqual([1, 2]));
  await evictDurableObject(raw);
  socket.send(JSON.stringify({ type: "running", version: 2 }));
  await vi.waitFor(async () => {
    expect((await object.nodes()).value).toMatchObject([{ node: "n1", running: 2, target: 2, connected: true }]);
  });
  expect(events).toHaveLength(2);
  socket.close();
});

test("everything that was answered is there after an eviction", async () => {
  const { raw, object, publish } = await scene();
  await publish("1");
  const before = await object.tree(true);
  const head = await object.head(NOTHING_KNOWN);
  await evictDurableObject(raw);
  expect(await object.tree(true)).toEqual(before);
  expect(await object.head(NOTHING_KNOWN)).toEqual(head);
  expect(await publish("2")).toBe(2);
});

test("a reader is sent only what it does not know", async () => {
  const { object, publish } = await scene();
  await publish("1");
  const first = (await object.head(NOTHING_KNOWN)).value;
  expect(first?.snapshots.map(({ version }) => version)).toEqual([1]);
  const known = { epoch: "epoch", access: first?.access?.revision ?? -1, versions: [1] };
  const second = (await object.head(known)).value;
  expect(second).toMatchObject({ main: 1, snapshots: [] });
  expect(second?.access).toBeUndefined();
  const other = (await object.head({ ...known, epoch: "another life" })).value;
  expect(other?.snapshots).toHaveLength(1);
  expect(other?.access).toBeDefined();
});

test("who waits for a release is answered with it, and after its time without", async () => {
  const { object, publish } = await scene();
  await publish("1");
  const release = (await object.head(NOTHING_KNOWN)).value?.release ?? 0;
  const held = object.headAfter(NOTHING_KNOWN, release, 30_000);
  await publish("2");
  expect((await held).value?.main).toBe(2);
  expect((await object.headAfter(NOTHING_KNOWN, release, 30_000)).value?.main).toBe(2);
  expect((await object.headAfter(NOTHING_KNOWN, release + 1, 1)).value?.main).toBe(2);
});

test("an operation that fails half way leaves nothing behind", async () => {
  const { raw, object, publish } = await scene();
  await publish("1");
  const before = await object.tree(true);
  const set = { type: "text", comment: "", secret: true, sealed: { sealed: "AA==", keyId: "k", label: "l" } } as const;
  await runInDurableObject(raw, (instance, { storage }) => {
    storage.sql.exec("CREATE TRIGGER broken BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    expect(() => instance.edit(ME, [{ section: "s", key: "b", revision: 0, set }])).toThrow("disk full");
    expect(() => instance.setSchema(ME, "{}")).toThrow("disk full");
    expect(() => instance.addToken(ME, { id: "t", name: "t", digest: "", rights: ["read"] })).toThrow("disk full");
  });
  expect(await object.tree(true)).toEqual(before);
  await runInDurableObject(raw, (_instance, { storage }) => {
    expect(storage.sql.exec("SELECT count(*) AS total FROM secret").one()).toEqual({ total: 0 });
    storage.sql.exec("DROP TRIGGER broken");
  });
  expect(await publish("2")).toBe(2);
});

test("an address that nobody made has no tables, whatever is asked of it", async () => {
  const raw = CONFIG.getByName("config/nobody/here");
  const object = raw as unknown as ConfigStub;
  const refused = { refused: { code: "not_found" } };
  expect(await object.head(NOTHING_KNOWN)).toMatchObject(refused);
  expect(await object.edit(ME, [])).toMatchObject(refused);
  expect(await object.report([{ node: "n", address: "", labels: {} }])).toMatchObject(refused);
  expect(await object.headAfter(NOTHING_KNOWN, 0, 10)).toMatchObject(refused);
  await runInDurableObject(raw, (_instance, { storage }) => {
    const tables = storage.sql.exec(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    );
    expect(tables.toArray()).toEqual([]);
  });
});
