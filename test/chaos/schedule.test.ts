/** What a seed says. */
import { describe, expect, test } from "vitest";
import { hasStreams, PHASE_MS, scheduleOf, worldEventsOf } from "./schedule.ts";

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);
const all = SEEDS.map((seed) => scheduleOf(seed, "77", true));

describe("a seed", () => {
  test("repeats its schedule and what is done to the servers, and another one does not", () => {
    expect(scheduleOf(5, "77", true)).toEqual(all[5]);
    expect(worldEventsOf(5)).toEqual(worldEventsOf(5));
    expect(new Set(all.map(({ phases }) => JSON.stringify(phases))).size).toBe(SEEDS.length);
    expect(new Set(SEEDS.map((seed) => JSON.stringify(worldEventsOf(seed)))).size).toBe(SEEDS.length);
  });

  test("shares no channel with another", () => {
    const names = all.flatMap(({ channels }) => channels.map(({ name }) => name).filter((name) => name !== "user:77"));
    expect(new Set(names).size).toBe(names.length);
  });

  test("has subscribers of all protocols, of whom each hears only channels of the schedule", () => {
    for (const { subscribers, channels } of all) {
      const spoken = new Set(subscribers.map(({ protocol }) => protocol));
      expect([...spoken]).toEqual(expect.arrayContaining(["centrifugo", "goim", "gopush"]));
      const names = [...channels.map(({ name }) => name), "all"];
      for (const { facts } of subscribers) expect(names).toEqual(expect.arrayContaining([...facts.hears]));
    }
  });

  test("has its steps in order, within the time of a phase", () => {
    for (const steps of all.flatMap(({ phases }) => phases)) {
      const times = steps.map(({ atMs }) => atMs);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1) ?? 0).toBeLessThan(PHASE_MS);
    }
  });
});

test("some hundred seeds do everything that can be done", () => {
  const steps = all.flatMap(({ phases }) => phases.flat());
  const acts = new Set(steps.map((step) => (step.act === "publish" ? step.way : step.act)));
  const network = ["cut", "vanish", "blind", "freeze", "thaw", "network"];
  const clients = ["room", "leave", "join", "background", "foreground"];
  const ways = ["batch", "client", "goim", "gopush", "origin", "rpc"];
  expect([...acts].toSorted()).toEqual([...network, ...clients, ...ways].toSorted());
  const done = new Set(SEEDS.flatMap((seed) => worldEventsOf(seed).flat()).map(({ what }) => what));
  expect([...done].toSorted()).toEqual([
    "abort",
    "clock",
    "evict",
    "kill-edge",
    "kill-gateway",
    "kill-origin",
    "shards",
  ]);
  const connections = (streams: boolean) => {
    const plans = SEEDS.flatMap((seed) => scheduleOf(seed, "77", streams).subscribers);
    return [...new Set(plans.map(({ protocol, transport }) => `${protocol} ${transport}`))].toSorted();
  };
  const sockets = ["goim tcp", "goim websocket", "gopush tcp", "gopush websocket"];
  expect(connections(false)).toEqual(["centrifugo websocket", "sdk websocket", ...sockets].toSorted());
  const overHttp = ["centrifugo http_stream", "centrifugo sse", "sdk any", "sdk http_stream", "sdk sse"];
  expect(connections(true)).toEqual([...connections(false), ...overHttp].toSorted());
  expect(new Set(SEEDS.map(hasStreams)).size).toBe(2);
  expect(all.filter(({ subscribers }) => subscribers.some(({ facts }) => facts.isIntruder)).length).toBeGreaterThan(40);
});
