/** Watches: sockets and long polls of agents, what nodes are to run, and who runs it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReleaseEvent } from "../../../proto/config/config.ts";
import { call, edit, newService, newToken, publish, type Service, startWorld, tree, type World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(async () => {
  await world.stop();
});

interface Agent {
  readonly socket: WebSocket;
  readonly events: ReleaseEvent[];
  versions(): number[];
}

/** The runtime's WebSocket takes headers, its types do not know of it. */
const Socket = WebSocket as unknown as new (url: string, options: { headers: Record<string, string> }) => WebSocket;

function watch({ service, idc }: Service, query: string, token = ""): Agent {
  const url = `${world.url.replace("http", "ws")}/config/v1/${service}/${idc}/watch?${query}`;
  const socket = new Socket(url, { headers: token === "" ? {} : { authorization: `Bearer ${token}` } });
  const events: ReleaseEvent[] = [];
  socket.addEventListener("message", ({ data }) => {
    if (data !== "pong") events.push(JSON.parse(String(data)) as ReleaseEvent);
  });
  return { socket, events, versions: () => events.map(({ version }) => version) };
}

async function closing(socket: WebSocket): Promise<{ code: number; reason: string }> {
  return await new Promise((resolve) => {
    socket.addEventListener("close", ({ code, reason }) => resolve({ code, reason }));
  });
}

async function openService(): Promise<Service> {
  const service = await newService(world.url);
  await call(world.url, "SetOpen", { service, open: true });
  return service;
}

interface NodeView {
  readonly node: string;
  readonly address?: string;
  readonly labels?: Record<string, string>;
  readonly running?: number;
  readonly target?: number;
  readonly connected?: boolean;
  readonly silent?: boolean;
}

async function nodesOf(service: Service): Promise<readonly NodeView[]> {
  return (await call<{ nodes?: NodeView[] }>(world.url, "ListNodes", { service })).nodes ?? [];
}

describe("a watch socket", () => {
  test("hears what runs, then every release, each with its content", async () => {
    const service = await openService();
    await publish(world.url, service, [
      { key: "a", value: "1" },
      { key: "b", value: "x", secret: true },
    ]);
    const agent = watch(service, "node=n1");
    await expect.poll(() => agent.versions()).toEqual([1]);
    await publish(world.url, service, [{ key: "a", value: "2" }]);
    await publish(world.url, service, [{ key: "a", value: "3" }]);
    await expect.poll(() => agent.versions()).toEqual([1, 2, 3]);
    expect(agent.events[2]?.configuration).toEqual({
      ...service,
      version: 3,
      sections: { application: { a: { type: "text", value: "3" } } },
    });
    agent.socket.close();
  });

  test("brings no content with a secret in it: that is read", async () => {
    const service = await newService(world.url);
    await publish(world.url, service, [{ key: "b", value: "x", secret: true }]);
    const token = await newToken(world.url, service, "read");
    const agent = watch(service, "node=n1", token);
    await expect.poll(() => agent.events).toEqual([{ type: "release", version: 1 }]);
    const headers = { authorization: `Bearer ${token}` };
    const document = await fetch(`${world.url}/config/v1/${service.service}/default?node=n1`, { headers });
    expect(await document.json()).toMatchObject({ version: 1, sections: { application: { b: { value: "x" } } } });
    agent.socket.close();
  });

  test("hears of a gray release where its node is in it, and of its end", async () => {
    const service = await openService();
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    const [inside, outside, labelled] = [
      watch(service, "node=n1"),
      watch(service, "node=n2"),
      watch(service, "node=n3&labels=ring=0"),
    ];
    for (const agent of [inside, outside, labelled]) await expect.poll(() => agent.versions()).toEqual([1]);
    const revision = await edit(world.url, service, [{ key: "a", value: "2" }]);
    await call(world.url, "StartGray", { service, revision, rule: { nodes: ["n1"], labels: { ring: "0" } } });
    for (const agent of [inside, labelled]) await expect.poll(() => agent.versions()).toEqual([1, 2]);
    await call(world.url, "Abandon", { service, revision: (await tree(world.url, service)).revision });
    for (const agent of [inside, labelled]) await expect.poll(() => agent.versions()).toEqual([1, 2, 3]);
    await expect.poll(() => outside.versions()).toEqual([1, 3]);
    for (const { socket } of [inside, outside, labelled]) socket.close();
  });

  test("tells who runs what, and who has gone", async () => {
    const service = await openService();
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    const agent = watch(service, "node=n1&address=10.0.0.1:80&labels=zone=a");
    await expect.poll(() => agent.versions()).toEqual([1]);
    agent.socket.send(JSON.stringify({ type: "running", version: 1 }));
    agent.socket.send("ping");
    const row = { node: "n1", address: "10.0.0.1:80", labels: { zone: "a" }, running: 1, target: 1 };
    await expect.poll(() => nodesOf(service)).toMatchObject([{ ...row, connected: true }]);
    await publish(world.url, service, [{ key: "a", value: "2" }]);
    await expect.poll(() => nodesOf(service)).toMatchObject([{ running: 1, target: 2 }]);
    agent.socket.close();
    await expect.poll(async () => (await nodesOf(service))[0]?.connected).toBeUndefined();
    expect((await nodesOf(service))[0]?.silent).toBeUndefined();
  });

  test.each(["nonsense", "{}", '{"type":"running","version":"1"}', '{"type":"running","version":-1}'])(
    "ends where the agent says %s",
    async (message) => {
      const service = await openService();
      await publish(world.url, service, [{ key: "a", value: "1" }]);
      const { socket, versions } = watch(service, "node=n1");
      await expect.poll(() => versions()).toEqual([1]);
      const closed = closing(socket);
      socket.send(message);
      expect((await closed).code).toBe(1008);
    },
  );

  test("ends with the right to read", async () => {
    const service = await newService(world.url);
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    const made = await call<{ id: string; token: string }>(world.url, "CreateToken", {
      service,
      name: "app",
      rights: ["read"],
    });
    const { socket, versions } = watch(service, "node=n1", made.token);
    await expect.poll(() => versions()).toEqual([1]);
    const closed = closing(socket);
    await call(world.url, "DropToken", { service, id: made.id });
    expect((await closed).code).toBe(1008);
  });

  test("is not opened by who may not read, nor by a plain request", async () => {
    const service = await newService(world.url);
    const path = `/config/v1/${service.service}/default/watch`;
    expect((await fetch(world.url + path)).status).toBe(426);
    const refused = watch(service, "node=n1");
    expect((await closing(refused.socket)).code).toBe(1006);
    expect((await fetch(`${world.url}/config/v1/nobody/default`)).status).toBe(401);
    expect((await fetch(`${world.url}/config/v1/${service.service}/default?node=a%20b`)).status).toBe(400);
    expect((await fetch(`${world.url}/config/v1/${service.service}/default?labels=a`)).status).toBe(400);
    expect((await fetch(`${world.url}/config/v1/${service.service}/default?after=x`)).status).toBe(400);
  });
});

describe("a long poll of an agent", () => {
  const ask = (service: Service, query: string, token = "") =>
    fetch(`${world.url}/config/v1/${service.service}/${service.idc}?${query}`, {
      headers: token === "" ? {} : { authorization: `Bearer ${token}` },
    });

  test("is answered with the next version, and many are at once", async () => {
    const service = await openService();
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    const held = Array.from({ length: 50 }, (_, at) => ask(service, `node=n${at}&after=1`));
    await expect.poll(async () => (await nodesOf(service)).length).toBe(50);
    await publish(world.url, service, [{ key: "a", value: "2" }]);
    for (const answer of await Promise.all(held)) {
      expect(await answer.json()).toMatchObject({ version: 2, sections: { application: { a: { value: "2" } } } });
    }
    expect(await (await ask(service, "node=n1&after=1")).json()).toMatchObject({ version: 2 });
  });

  test("is not disturbed by those who leave in the middle, the one who asks for all among them", async () => {
    const service = await openService();
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    const url = `${world.url}/config/v1/${service.service}/${service.idc}`;
    const leaving = new AbortController();
    const left = Array.from({ length: 50 }, (_, at) => fetch(`${url}?node=n${at}&after=1`, { signal: leaving.signal }));
    const verdicts = Promise.allSettled(left);
    await expect.poll(async () => (await nodesOf(service)).length).toBe(50);
    const stays = ask(service, "node=stays&after=1");
    await expect.poll(async () => (await nodesOf(service)).length).toBe(51);
    leaving.abort();
    expect((await verdicts).every(({ status }) => status === "rejected")).toBe(true);
    const publishedAt = performance.now();
    await publish(world.url, service, [{ key: "a", value: "2" }]);
    expect(await (await stays).json()).toMatchObject({ version: 2 });
    expect(performance.now() - publishedAt).toBeLessThan(4_000);
    expect(world.written()).not.toMatch(/uncaught|hung/i);
  });

  test("shows nothing to who lost the right to read while it waited", async () => {
    const service = await newService(world.url);
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    const made = await call<{ id: string; token: string }>(world.url, "CreateToken", {
      service,
      name: "app",
      rights: ["read"],
    });
    const held = ask(service, "node=n1&after=1", made.token);
    await expect.poll(async () => (await nodesOf(service)).length).toBe(1);
    await call(world.url, "DropToken", { service, id: made.id });
    await publish(world.url, service, [{ key: "a", value: "2" }]);
    expect((await held).status).toBe(401);
  });

  test("knows its document by an ETag", async () => {
    const service = await openService();
    expect((await ask(service, "")).status).toBe(404);
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    const etag = (await ask(service, "")).headers.get("etag") ?? "";
    const url = `${world.url}/config/v1/${service.service}/default`;
    expect((await fetch(url, { headers: { "if-none-match": etag } })).status).toBe(304);
    await publish(world.url, service, [{ key: "a", value: "2" }]);
    expect((await fetch(url, { headers: { "if-none-match": etag } })).status).toBe(200);
  });
});

test("reads that are made at once are each as new as the releases before them", async () => {
  const service = await openService();
  await publish(world.url, service, [{ key: "a", value: "0" }]);
  const url = `${world.url}/config/v1/${service.service}/default`;
  let released = 1;
  let over = false;
  const reader = async () => {
    let last = 0;
    while (!over) {
      const before = released;
      const { version } = (await (await fetch(url)).json()) as { version: number };
      expect(version).toBeGreaterThanOrEqual(before);
      expect(version).toBeGreaterThanOrEqual(last);
      last = version;
    }
  };
  const readers = Array.from({ length: 16 }, reader);
  for (let round = 0; round < 20; round++)
    released = await publish(world.url, service, [{ key: "a", value: String(round) }]);
  over = true;
  await Promise.all(readers);
});
