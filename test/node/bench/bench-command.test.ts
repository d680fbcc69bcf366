import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { benchCommand, renderTable } from "../../../scripts/bench.ts";

const BENCHES = {
  "good.bench.ts": `
    export const title = "what is good";
    export const targets = { speed: { atLeast: 2 }, size: { atMost: 0.5 }, rss_bytes: { atMost: 100 } };
    export async function run({ quick, say }) {
      say("measuring");
      return {
        table: { columns: ["who", "calls/s"], rows: [["us", 123456.7], ["them", quick ? 1 : 2]] },
        figures: { us_calls_per_second: 123456.7, rss_bytes: 99 },
        ratios: { speed: 2.5, size: 0.123456789, extra: 1 },
      };
    }`,
  "dice.bench.ts": `
    export const title = "what plays dice";
    export const run = async ({ seed }) => ({ table: { columns: [], rows: [] }, figures: { seed: seed % 1000 }, ratios: {} });`,
  "late.bench.ts": `
    export const title = "what is late";
    export const needsPeers = true;
    export const targets = { speed: { atLeast: 2 }, gone: { atLeast: 1 } };
    export const run = async () => ({ table: { columns: [], rows: [] }, figures: {}, ratios: { speed: 1.99 } });`,
  "notes.txt": "no bench",
};

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "fairway-bench-"));
  for (const [name, text] of Object.entries(BENCHES)) await writeFile(join(directory, name), text);
});
afterAll(() => rm(directory, { recursive: true }));

async function command(...args: string[]) {
  const [printed, said, installed]: [string[], string[], string[]] = [[], [], []];
  const code = await benchCommand(args, {
    directory,
    print: (line) => printed.push(line),
    say: (line) => said.push(line),
    installPeers: async (where) => void installed.push(where),
  });
  return { code, printed, said, installed };
}

test("without a name it lists the benches with a line each", async () => {
  expect(await command()).toMatchObject({
    code: 0,
    printed: ["dice  what plays dice", "good  what is good", "late  what is late"],
  });
});

test("an unknown name is an error that tells the known ones", async () => {
  await expect(command("bad")).rejects.toThrow("there is no bench 'bad', only dice, good, late");
});

test.each([[["good", "late"]], [["good", "--fast"]]])("%j is refused", async (args) => {
  await expect(command(...args)).rejects.toThrow();
});

test("a file that is no bench is named", async () => {
  await writeFile(join(directory, "odd.bench.ts"), "export const title = 1;");
  await expect(command("odd")).rejects.toThrow("odd.bench.ts must export 'title' and 'run'");
  await rm(join(directory, "odd.bench.ts"));
});

test("the last line is one JSON object, and the table is above it", async () => {
  const { printed, said, installed } = await command("good");
  expect(JSON.parse(printed.at(-1) ?? "")).toEqual({
    bench: "good",
    figures: { us_calls_per_second: 123460, rss_bytes: 99 },
    ratios: { speed: 2.5, size: 0.12346, extra: 1 },
  });
  expect(printed).toContain("us     123457");
  expect(printed).toContain("them        2");
  expect(said).toEqual(["measuring"]);
  expect(installed).toEqual([]);
});

test("--quick reaches the bench and is told to the reader", async () => {
  const { printed } = await command("good", "--quick");
  expect(printed).toContain("them        1");
  expect(printed[1]).toMatch(/quick run$/);
});

test("--seed reaches the bench, which gets another one each time without it", async () => {
  const seedOf = ({ printed }: { printed: readonly string[] }) => JSON.parse(printed.at(-1) ?? "").figures.seed;
  expect(seedOf(await command("dice", "--seed", "4294967295"))).toBe(295);
  const drawn = await Promise.all(Array.from({ length: 8 }, async () => seedOf(await command("dice"))));
  expect(new Set(drawn).size).toBeGreaterThan(1);
  await expect(command("dice", "--seed", "4294967296")).rejects.toThrow("--seed: a whole number below 2^32");
  await expect(command("dice", "--seed", "x")).rejects.toThrow("--seed: a whole number below 2^32");
});

test("peers are installed for a bench that needs them", async () => {
  expect((await command("late")).installed).toEqual([directory]);
});

describe("a target", () => {
  test("that is met says so, for ratios and figures, and --strict is content", async () => {
    const { printed, code } = await command("good", "--strict");
    expect(printed.filter((line) => line.endsWith(" met"))).toHaveLength(3);
    expect(printed.find((line) => line.startsWith("size"))).toMatch(/0\.123\s+≤ 0\.5\s+met$/);
    expect(code).toBe(0);
  });

  test("that is missed or not measured fails only a strict run", async () => {
    const { printed, code } = await command("late");
    expect(printed.find((line) => line.startsWith("speed"))).toMatch(/1\.99\s+≥ 2\s+missed$/);
    expect(printed.find((line) => line.startsWith("gone"))).toMatch(/≥ 1\s+not measured$/);
    expect(code).toBe(0);
    expect((await command("late", "--strict")).code).toBe(1);
  });
});

test("a table aligns words to the left and numbers to the right", () => {
  const rows = [
    ["a", 1234.5],
    ["long name", 0.01234],
    ["c", "n/a"],
  ];
  expect(renderTable({ columns: ["name", "value"], rows })).toEqual([
    "name        value",
    "a            1235",
    "long name  0.0123",
    "c             n/a",
  ]);
});
