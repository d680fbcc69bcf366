import { expect, test } from "vitest";
import { parseGoimBindings } from "../../../../edge/push/goim-settings.ts";

function parsed(bindings: Readonly<Record<string, string>>) {
  const flaws: string[] = [];
  return { settings: parseGoimBindings((name) => bindings[name], flaws), flaws };
}

test("without bindings the APIs are for those with a token, and clients are told the host that they asked", () => {
  expect(parsed({})).toEqual({ settings: { isOpenToLoopback: false, nodes: { tcpPort: 0 } }, flaws: [] });
});

test("what is set is taken", () => {
  const nodes = { domain: "push.example", tcpPort: 3101, wsPort: 80, wssPort: 443, nodes: ["a.example"] };
  const { settings, flaws } = parsed({ GOIM_OPEN_API: "loopback", GOIM_NODES: JSON.stringify(nodes) });
  expect([settings, flaws]).toEqual([{ isOpenToLoopback: true, nodes }, []]);
});

test.each([
  ["GOIM_OPEN_API", "true"],
  ["GOIM_OPEN_API", "*"],
  ["GOIM_NODES", "{"],
  ["GOIM_NODES", "[]"],
  ["GOIM_NODES", '{"tcpPort":0}'],
  ["GOIM_NODES", '{"tcpPort":65536}'],
  ["GOIM_NODES", '{"domain":"a b"}'],
  ["GOIM_NODES", '{"nodes":[]}'],
  ["GOIM_NODES", '{"unknown":1}'],
])("%s of %s is a flaw that names it, and opens nothing", (name, text) => {
  const { settings, flaws } = parsed({ [name]: text });
  expect(flaws).toEqual([expect.stringMatching(new RegExp(`^${name}`))]);
  expect(settings.isOpenToLoopback).toBe(false);
});
