/** Nodes that are heard of on their way to the object, with made-up objects and a sleep that ends when the test says so. */
import { expect, test, vi } from "vitest";
import { type Heard, reports } from "../../../../edge/config/reports.ts";

function scene() {
  let nowMs = 1_000_000;
  const told: [address: string, nodes: { node: string; running?: number }[]][] = [];
  const wakes: (() => void)[] = [];
  const warn = vi.fn();
  let fails = false;
  const stubs = (address: string) => ({
    reportMany: async (text: string) => {
      if (fails) throw new Error("gone");
      told.push([address, JSON.parse(text)]);
      return { value: undefined };
    },
  });
  const report = reports({
    stubs: stubs as never,
    now: () => nowMs,
    sleep: () => new Promise<void>((wake) => wakes.push(wake)),
    warn,
  });
  const background: Promise<unknown>[] = [];
  const call = { waitUntil: (promise: Promise<unknown>) => void background.push(promise) };
  return {
    told,
    wakes,
    warn,
    background,
    pass(ms: number) {
      nowMs += ms;
    },
    fail(is: boolean) {
      fails = is;
    },
    hear: (node: string, running?: number, service = "s") => report(heard(node, running, service), call),
    async gather() {
      wakes.shift()?.();
      await Promise.all(background.splice(0));
    },
  };
}

function heard(node: string, running: number | undefined, service: string): Heard {
  return { place: { service, idc: "i" }, reader: { node, labels: {} }, address: "10.0.0.1", running };
}

test("nodes are told of together, each as it was heard of last, to the object of its service", async () => {
  const { hear, gather, told, background } = scene();
  hear("a", 1);
  hear("b", 1);
  hear("a", 2);
  hear("a", undefined);
  hear("c", 5, "other");
  expect(background).toHaveLength(1);
  await gather();
  const a = { node: "a", labels: {}, address: "10.0.0.1", running: 2 };
  expect(told).toEqual([
    ["config/s/i", [a, { ...a, node: "b", running: 1 }]],
    ["config/other/i", [{ ...a, node: "c", running: 5 }]],
  ]);
});

test("a node that says the same again is told of after a while only, and one that runs another version at once", async () => {
  const { hear, gather, told, pass } = scene();
  const hearAll = async (...running: number[]) => {
    for (const version of running) hear("a", version);
    await gather();
    return told.splice(0).flatMap(([, nodes]) => nodes.map((node) => node.running));
  };
  expect(await hearAll(1)).toEqual([1]);
  expect(await hearAll(1, 1)).toEqual([]);
  expect(await hearAll(2)).toEqual([2]);
  pass(29_999);
  expect(await hearAll(2)).toEqual([]);
  pass(1);
  expect(await hearAll(2)).toEqual([2]);
});

test("what was gathered by a request that died is sent with the next one", async () => {
  const { hear, gather, told, pass, background, wakes } = scene();
  hear("a", 1);
  background.length = 0;
  wakes.length = 0;
  pass(9_999);
  hear("b", 1);
  expect(background).toHaveLength(0);
  pass(1);
  hear("c", 1);
  await gather();
  expect(told.map(([, nodes]) => nodes.map(({ node }) => node))).toEqual([["a", "b", "c"]]);
});

test("an object that cannot be reached is warned of, and the others hear of theirs", async () => {
  const { hear, gather, warn, fail, told } = scene();
  fail(true);
  hear("a", 1);
  await gather();
  expect(warn).toHaveBeenCalledOnce();
  fail(false);
  hear("b", 1);
  await gather();
  expect(told).toHaveLength(1);
});
