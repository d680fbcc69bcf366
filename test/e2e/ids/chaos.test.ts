/** A sample of `npm run bench -- ids-chaos`, with a seed of its own each time. */
import { expect, test } from "vitest";
import { chaos } from "../../../bench/ids/chaos.ts";

const TIMEOUT_MS = 120_000;

test(
  "no id comes twice and none out of order, whatever happens to those who make them",
  async () => {
    const seed = Math.floor(Math.random() * 2 ** 32);
    const said: string[] = [];
    const report = await chaos({ seed, ids: 2_000_000, events: 20, callers: 8, say: (line) => said.push(line) });
    // The seed is part of what is compared, so that a failure tells how to repeat it.
    expect({ seed, ...report }).toMatchObject({ seed, duplicates: 0, disorder: 0 });
    expect(report.ids).toBeGreaterThanOrEqual(2_000_000);
    expect(Object.values(report.events).reduce((sum, count) => sum + count)).toBe(20);
  },
  TIMEOUT_MS,
);
