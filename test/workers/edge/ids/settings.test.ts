import { expect, test } from "vitest";
import { parseIdsSettings } from "../../../../edge/ids/ids.ts";
import { EPOCH_GOSNOWFLAKE_MS, EPOCH_TWITTER_MS } from "../../../../proto/snowflake.ts";

function parse(bindings: Record<string, string>) {
  const flaws: string[] = [];
  return { settings: parseIdsSettings((name) => bindings[name], flaws), flaws };
}

test("without bindings there are four workers of datacenter 1, for operators alone", () => {
  expect(parse({})).toEqual({
    settings: { datacenterId: 1, workerIds: [0, 1, 2, 3], epochMs: EPOCH_TWITTER_MS, tokens: [], open: false },
    flaws: [],
  });
});

test("workers are numbers and ranges, in any order", () => {
  expect(parse({ IDS_WORKERS: "8, 30-31,0-2,1" }).settings.workerIds).toEqual([0, 1, 2, 8, 30, 31]);
  expect(parse({ IDS_WORKERS: "0-31" }).settings.workerIds).toHaveLength(32);
});

test("epoch, datacenter and tokens are as they are given", () => {
  const { settings, flaws } = parse({
    IDS_DATACENTER: "31",
    IDS_EPOCH_MS: String(EPOCH_GOSNOWFLAKE_MS),
    IDS_TOKENS: " a-token-of-22-characters , another-of-22-characters,*",
  });
  expect(settings).toMatchObject({ datacenterId: 31, epochMs: EPOCH_GOSNOWFLAKE_MS, open: true });
  expect(settings.tokens).toEqual(["a-token-of-22-characters", "another-of-22-characters"]);
  expect(flaws).toEqual([]);
});

test.each([
  ["IDS_DATACENTER", "32"],
  ["IDS_DATACENTER", "-1"],
  ["IDS_WORKERS", "32"],
  ["IDS_WORKERS", "3-1"],
  ["IDS_WORKERS", "0,,1"],
  ["IDS_WORKERS", "0-3x"],
  ["IDS_EPOCH_MS", "yesterday"],
  ["IDS_TOKENS", "short"],
])("%s may not be '%s'", (name, value) => {
  const { flaws } = parse({ [name]: value });
  expect(flaws).toHaveLength(1);
  expect(flaws[0]).toMatch(new RegExp(`^${name}: `));
  if (name === "IDS_TOKENS") expect(flaws[0]).not.toContain(value);
});
