import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fault } from "../../../proto/fault.ts";
import {
  composeSnowflake,
  describeSnowflake,
  ELAPSED_MS_MAX,
  EPOCH_GOSNOWFLAKE_MS,
  EPOCH_TWITTER_MS,
  snowflake,
} from "../../../proto/snowflake.ts";
import { vectors } from "./vectors.ts";

interface Vector {
  readonly id: string;
  readonly epochMs: number;
  readonly timestampMs: number;
  readonly datacenterId: number;
  readonly workerId: number;
  readonly sequence: number;
}

const NOW = Date.UTC(2026, 10, 22);
const parts = fc.record({
  timestampMs: fc.integer({ min: EPOCH_GOSNOWFLAKE_MS, max: EPOCH_TWITTER_MS + ELAPSED_MS_MAX }),
  datacenterId: fc.nat(31),
  workerId: fc.nat(31),
  sequence: fc.nat(4095),
});

describe("the layout", () => {
  test.each(vectors<Vector[]>("snowflake"))("of $id", ({ id, epochMs, ...rest }) => {
    expect(composeSnowflake(rest, epochMs)).toBe(BigInt(id));
    expect(describeSnowflake(BigInt(id), epochMs)).toEqual(rest);
  });

  test("composing and describing undo each other, with both epochs", () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(EPOCH_TWITTER_MS, EPOCH_GOSNOWFLAKE_MS), (given, epochMs) => {
        const id = composeSnowflake(given, epochMs);
        expect(id >= 0n && id < 2n ** 63n).toBe(true);
        expect(describeSnowflake(id, epochMs)).toEqual(given);
      }),
    );
  });

  test.each([
    ["a time before the epoch", { timestampMs: EPOCH_TWITTER_MS - 1 }],
    ["a time beyond 41 bits", { timestampMs: EPOCH_TWITTER_MS + ELAPSED_MS_MAX + 1 }],
    ["datacenter 32", { datacenterId: 32 }],
    ["datacenter -1", { datacenterId: -1 }],
    ["worker 32", { workerId: 32 }],
    ["worker 1.5", { workerId: 1.5 }],
    ["sequence 4096", { sequence: 4096 }],
  ])("%s does not fit", (_, wrong) => {
    const right = { timestampMs: NOW, datacenterId: 0, workerId: 0, sequence: 0 };
    expect(() => composeSnowflake({ ...right, ...wrong })).toThrow(/must be a whole number/);
  });

  test.each([-1n, 2n ** 63n])("%s is no id", (id) => expect(() => describeSnowflake(id)).toThrow(/not a snowflake/));
});

describe("the generator", () => {
  test.each([0, 31])("works for worker and datacenter %i", (node) => {
    const next = snowflake({ datacenterId: node, workerId: node, now: () => NOW });
    expect(describeSnowflake(next())).toEqual({ timestampMs: NOW, datacenterId: node, workerId: node, sequence: 0 });
  });

  test.each([
    [{ datacenterId: 32, workerId: 0 }, /datacenterId/],
    [{ datacenterId: 0, workerId: 32 }, /workerId/],
    [{ datacenterId: 0, workerId: -1 }, /workerId/],
    [{ datacenterId: 0, workerId: Number.NaN }, /workerId/],
  ])("refuses %j", (node, message) => expect(() => snowflake({ ...node, now: () => NOW })).toThrow(message));

  test("counts within a ms and starts again at 0 in the next", () => {
    let now = NOW;
    const next = snowflake({ datacenterId: 1, workerId: 2, now: () => now });
    const sequenceOf = () => describeSnowflake(next()).sequence;
    expect([sequenceOf(), sequenceOf(), sequenceOf()]).toEqual([0, 1, 2]);
    now++;
    expect([sequenceOf(), sequenceOf()]).toEqual([0, 1]);
  });

  test("ids rise strictly whatever the clock does", () => {
    const steps = fc.array(fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), fc.constant(0)), { maxLength: 200 });
    fc.assert(
      fc.property(steps, (deltas) => {
        let now = NOW;
        const next = snowflake({ datacenterId: 3, workerId: 4, now: () => now });
        let last = next();
        for (const delta of deltas) {
          now += delta;
          const id = next();
          expect(id > last).toBe(true);
          last = id;
        }
      }),
    );
  });

  test("a clock that stands still goes on for as long as the drift allows, then says so", () => {
    const next = snowflake({ datacenterId: 0, workerId: 0, now: () => NOW, driftMsMax: 3 });
    const ids = Array.from({ length: 4 * 4096 }, next);
    expect(new Set(ids).size).toBe(4 * 4096);
    expect(describeSnowflake(ids.at(-1) ?? 0n).timestampMs).toBe(NOW + 3);
    expect(next).toThrow(expect.objectContaining({ code: "resource_exhausted" }));
  });

  test("after it refused, it goes on as soon as the clock has caught up", () => {
    let now = NOW;
    const next = snowflake({ datacenterId: 0, workerId: 0, now: () => now, driftMsMax: 0 });
    let last = 0n;
    for (let i = 0; i < 4096; i++) last = next();
    expect(next).toThrow(Fault);
    now++;
    expect(next()).toBeGreaterThan(last);
  });

  test("the drift is counted from the highest time that was seen, not from a clock that went back", () => {
    let now = NOW;
    const next = snowflake({ datacenterId: 0, workerId: 0, now: () => now, driftMsMax: 1 });
    const first = next();
    now -= 3_600_000;
    const later = Array.from({ length: 4096 }, next);
    expect(later.every((id, index) => id > (index === 0 ? first : (later[index - 1] ?? 0n)))).toBe(true);
  });

  test("it starts after the time that a predecessor may have used", () => {
    const next = snowflake({ datacenterId: 0, workerId: 0, now: () => NOW, notBeforeMs: NOW + 50 });
    expect(describeSnowflake(next()).timestampMs).toBe(NOW + 50);
  });

  test.each([
    ["before the epoch", 0],
    ["beyond 41 bits", EPOCH_TWITTER_MS + 2 ** 42],
    ["that is none", Number.NaN],
  ])("a clock %s is an error that goes away with it", (_, wrong) => {
    let now = wrong;
    const next = snowflake({ datacenterId: 0, workerId: 0, now: () => now });
    expect(next).toThrow(expect.objectContaining({ code: "unavailable" }));
    now = NOW;
    expect(describeSnowflake(next()).timestampMs).toBe(NOW);
  });

  test("the time is cut to whole ms", () => {
    const next = snowflake({ datacenterId: 0, workerId: 0, now: () => NOW + 0.9 });
    expect(describeSnowflake(next()).timestampMs).toBe(NOW);
  });

  test("two workers never make the same id", () => {
    const generators = [0, 1, 31].map((workerId) => snowflake({ datacenterId: 0, workerId, now: () => NOW }));
    const ids = generators.flatMap((next) => Array.from({ length: 5000 }, next));
    expect(new Set(ids).size).toBe(15_000);
  });
});
