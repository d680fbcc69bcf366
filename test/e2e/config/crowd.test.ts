/** A crowd of agents at one edge: when they may come back, and that they miss nothing while they are away. */
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { Agent } from "../../../origin/config/agent.ts";
import { snapshots } from "../../../origin/config/snapshot.ts";
import { edgeSource } from "../../../origin/config/source.ts";
import type { ReleaseEvent } from "../../../proto/config/config.ts";
import { call, newService, publish, type Service, startWorld, type World } from "./world.ts";

/** The smallest crowd that is kept away, and some more. */
const CROWD = 40;

let world: World;
let service: Service;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function openService(): Promise<Service> {
  const made = await newService(world.url);
  await call(world.url, "SetOpen", { service: made, open: true });
  await publish(world.url, made, [{ key: "a", value: "1" }]);
  return made;
}

const ask = (query: string) => fetch(`${world.url}/config/v1/${service.service}/${service.idc}?${query}`);
const nodes = async () => (await call<{ nodes?: unknown[] }>(world.url, "ListNodes", { service })).nodes ?? [];

/** An agent that no socket reaches, and the versions that it ran. */
async function poller(node: string): Promise<{ readonly agent: Agent; readonly ran: number[] }> {
  const ran: number[] = [];
  const log = {
    info(message: string, fields?: object) {
      if (message === "configuration") ran.push((fields as { version: number }).version);
    },
    warn() {},
    error() {},
  };
  const source = edgeSource({ url: world.url, ...service, token: undefined, node, address: "", labels: {} });
  const agent = new Agent({
    source: { ...source, watch: async () => undefined },
    file: { load: async () => undefined, save: async () => undefined },
    snapshots: snapshots(() => undefined),
    log,
    random: Math.random,
  });
  onTestFinished(() => agent.close());
  await agent.start(10_000);
  return { agent, ran };
}

test("polls that a release answers all at once are told to take their time, and one alone is not", async () => {
  service = await openService();
  expect((await ask("node=n")).headers.has("fairway-poll-after-ms")).toBe(false);
  const held = Array.from({ length: CROWD }, (_, at) => ask(`node=n${at}&after=1`));
  await expect.poll(async () => (await nodes()).length).toBe(CROWD + 1);
  await publish(world.url, service, [{ key: "a", value: "2" }]);
  for (const answer of await Promise.all(held)) {
    expect(answer.headers.get("fairway-poll-after-ms")).toBe("50");
    expect(await answer.json()).toMatchObject({ version: 2 });
  }
  const late = await ask("node=n1&after=1");
  expect(late.headers.get("fairway-poll-after-ms")).toBe("0");
  expect(await late.json()).toMatchObject({ version: 2 });
});

test("sockets that hear of a release all at once are told when to report, and one alone is not", async () => {
  service = await openService();
  const events: ReleaseEvent[] = [];
  const url = `${world.url.replace("http", "ws")}/config/v1/${service.service}/${service.idc}/watch`;
  const sockets = Array.from({ length: CROWD }, (_, at) => new WebSocket(`${url}?node=n${at}`));
  for (const socket of sockets) {
    onTestFinished(() => socket.close());
    socket.addEventListener("message", ({ data }) => events.push(JSON.parse(String(data)) as ReleaseEvent));
  }
  await expect.poll(() => events.length).toBe(CROWD);
  for (const event of events) expect(event).not.toHaveProperty("reportAfterMs");
  await publish(world.url, service, [{ key: "a", value: "2" }]);
  await expect.poll(() => events.length).toBe(2 * CROWD);
  for (const event of events.slice(CROWD)) expect(event).toMatchObject({ version: 2, reportAfterMs: 100 });
});

test("agents that are away while releases follow one another miss none, and go back to none", async () => {
  service = await openService();
  const agents = await Promise.all(Array.from({ length: CROWD }, (_, at) => poller(`n${at}`)));
  await expect.poll(async () => (await nodes()).length).toBe(CROWD);
  let last = 1;
  for (let round = 0; round < 20; round++) {
    last = await publish(world.url, service, [{ key: "a", value: String(round) }]);
    // Some rounds begin when the first has heard of the one before, and the others are on their way.
    if (round % 4 === 0) await expect.poll(() => agents.some(({ agent }) => agent.running === last)).toBe(true);
  }
  await expect.poll(() => agents.map(({ agent }) => agent.running)).toEqual(agents.map(() => last));
  for (const { ran } of agents) {
    expect(ran).toEqual(ran.toSorted((a, b) => a - b));
    expect(new Set(ran).size).toBe(ran.length);
  }
});
