import { expect, test } from "vitest";
import { parsePushBindings } from "../../../../edge/push/settings.ts";

const TOKEN = "x".repeat(22);

function parsed(bindings: Readonly<Record<string, string>>) {
  const flaws: string[] = [];
  const { offlineToken } = parsePushBindings((name) => bindings[name], flaws);
  return { offlineToken, flaws };
}

test("what users miss is handed over where the time and the token are set", () => {
  expect(parsed({})).toEqual({ offlineToken: undefined, flaws: [] });
  expect(parsed({ PUSH_OFFLINE_TOKEN: TOKEN })).toEqual({ offlineToken: undefined, flaws: [] });
  expect(parsed({ PUSH_OFFLINE_AFTER_MS: "0", PUSH_OFFLINE_TOKEN: TOKEN })).toEqual({ offlineToken: TOKEN, flaws: [] });
});

test.each([
  ["PUSH_OFFLINE_AFTER_MS", { PUSH_OFFLINE_AFTER_MS: "soon", PUSH_OFFLINE_TOKEN: TOKEN }],
  ["PUSH_OFFLINE_AFTER_MS", { PUSH_OFFLINE_AFTER_MS: "-1", PUSH_OFFLINE_TOKEN: TOKEN }],
  ["PUSH_OFFLINE_AFTER_MS", { PUSH_OFFLINE_AFTER_MS: "3600001", PUSH_OFFLINE_TOKEN: TOKEN }],
  ["PUSH_OFFLINE_TOKEN", { PUSH_OFFLINE_AFTER_MS: "1000" }],
  ["PUSH_OFFLINE_TOKEN", { PUSH_OFFLINE_AFTER_MS: "1000", PUSH_OFFLINE_TOKEN: "x".repeat(21) }],
])("a flaw names %s", (name, bindings: Readonly<Record<string, string>>) => {
  expect(parsed(bindings).flaws).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
});
