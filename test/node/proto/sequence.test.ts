import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countOf,
  idsOf,
  LEASE_MS,
  RUN_COUNT_MAX,
  type Run,
  type Sequence,
  type SequenceOptions,
  sequence,
  TAKE_COUNT_MAX,
} from "../../../proto/sequence.ts";
import { describeSnowflake, ELAPSED_MS_MAX } from "../../../proto/snowflake.ts";

const NOW = 500_000_000_000;

/** What is written, and instances that read it. */
function world(options: Partial<SequenceOptions> = {}) {
  const written: number[] = [];
  const stored = () => written.at(-1) ?? 0;
  const start = (): Sequence =>
    sequence({ datacenterId: 1, workerId: 2, ...options, leasedUntilMs: options.leasedUntilMs ?? stored() });
  const extend = (untilMs: number) => void written.push(untilMs);
  return { written, start, extend };
}

const lastOf = (runs: readonly Run[]): bigint => {
  const run = runs.at(-1);
  if (run === undefined) throw new Error("no runs");
  return run.start + BigInt(run.count) - 1n;
};
const elapsedOf = (id: bigint): number => describeSnowflake(id, 0).timestampMs;

/** That no id of these runs is in another one; they may come in any order. */
function expectDisjoint(runs: readonly Run[]): void {
  const sorted = runs.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  for (const [at, { start, count }] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next !== undefined && start + BigInt(count) > next.start) expect.fail(`${next.start} is in two runs`);
  }
}

function expectRising(runs: readonly Run[]): void {
  for (const [at, run] of runs.entries()) {
    const next = runs[at + 1];
    if (next !== undefined && run.start + BigInt(run.count) > next.start) expect.fail(`${next.start} does not rise`);
  }
}

describe("take()", () => {
  test.each([
    [1, [1]],
    [4096, [4096]],
    [4097, [4096, 1]],
    [TAKE_COUNT_MAX, [...Array(24).fill(4096), TAKE_COUNT_MAX - 24 * 4096]],
  ])("gives %i ids in as few runs as there are ms", (count, sizes) => {
    const { start, extend } = world();
    const runs = start().take(count, NOW, extend);
    expect(runs.map((run) => run.count)).toEqual(sizes);
    expect(countOf(runs)).toBe(count);
    expect(describeSnowflake(runs[0]?.start ?? 0n, 0)).toEqual({
      timestampMs: NOW,
      datacenterId: 1,
      workerId: 2,
      sequence: 0,
    });
  });

  test.each([0, -1, 1.5, Number.NaN, TAKE_COUNT_MAX + 1, Number.POSITIVE_INFINITY])("refuses %d ids", (count) => {
    const { start, extend, written } = world();
    expect(() => start().take(count, NOW, extend)).toThrow("a whole number from 1 to 100000 expected");
    expect(written).toEqual([]);
  });

  test("goes on within a ms, and begins at 0 in the next", () => {
    const { start, extend } = world();
    const it = start();
    const parts = [it.take(3, NOW, extend), it.take(2, NOW, extend), it.take(1, NOW + 1, extend)]
      .map(([run]) => describeSnowflake(run?.start ?? 0n, 0))
      .map(({ timestampMs, sequence }) => [timestampMs - NOW, sequence]);
    expect(parts).toEqual([
      [0, 0],
      [0, 3],
      [1, 0],
    ]);
  });

  test.each([
    ["before the epoch", -1],
    ["beyond 41 bits", ELAPSED_MS_MAX + 1],
    ["that is none", Number.NaN],
  ])("of a new worker refuses a clock %s", (_, elapsedMs) => {
    const { start, extend, written } = world();
    expect(() => start().take(1, elapsedMs, extend)).toThrow("a time that no id can hold");
    expect(written).toEqual([]);
  });

  test("ends with the 41 bits, and not behind them", () => {
    const { start, extend } = world();
    const it = start();
    expect(elapsedOf(lastOf(it.take(RUN_COUNT_MAX, ELAPSED_MS_MAX, extend)))).toBe(ELAPSED_MS_MAX);
    expect(() => it.take(1, ELAPSED_MS_MAX, extend)).toThrow("a time that no id can hold");
  });

  test("works for all 1 024 workers, and no two of them give the same id", () => {
    const ids = new Set<bigint>();
    for (let node = 0; node < 1024; node++) {
      const it = sequence({ datacenterId: node >> 5, workerId: node & 31, leasedUntilMs: 0 });
      ids.add(it.take(1, NOW, () => undefined)[0]?.start ?? 0n);
    }
    expect(ids.size).toBe(1024);
  });

  test.each([{ datacenterId: 32 }, { workerId: 32 }, { workerId: -1 }, { leasedUntilMs: -1 }, { leasedUntilMs: 0.5 }])(
    "is not made with %j",
    (wrong) =>
      expect(() => sequence({ datacenterId: 0, workerId: 0, leasedUntilMs: 0, ...wrong })).toThrow(/must be|no lease/),
  );
});

describe("a lease", () => {
  test("is written once for its whole time", () => {
    const { start, extend, written } = world();
    const it = start();
    for (let ms = 0; ms < 3 * LEASE_MS; ms += 10) it.take(100, NOW + ms, extend);
    expect(written).toEqual([NOW + LEASE_MS, NOW + 2 * LEASE_MS, NOW + 3 * LEASE_MS]);
  });

  test("covers each id before it is given out", () => {
    const { start, extend, written } = world();
    const it = start();
    for (let ms = 0; ms < 3 * LEASE_MS; ms += 7) {
      const last = lastOf(it.take(TAKE_COUNT_MAX, NOW + ms * 10, extend));
      expect(elapsedOf(last)).toBeLessThan(written.at(-1) ?? 0);
    }
  });

  test("that cannot be written gives no ids, and what comes later is whole", () => {
    const { start, extend, written } = world();
    const it = start();
    const fail = () => {
      throw new Error("disk full");
    };
    expect(() => it.take(1, NOW, fail)).toThrow("disk full");
    const first = it.take(1, NOW, extend);
    expect(() => it.take(1, NOW + LEASE_MS, fail)).toThrow("disk full");
    const second = it.take(1, NOW + 1, fail); // Still within the first.
    expectRising([...first, ...second]);
    expect(written).toEqual([NOW + LEASE_MS]);
  });

  test("is skipped by who starts anew, wherever its clock is", () => {
    const { start, extend, written } = world();
    start().take(1, NOW, extend);
    for (const clock of [NOW - 3_600_000, NOW, NOW + 1, -5]) {
      const until = written.at(-1) ?? 0;
      expect(elapsedOf(start().take(1, clock, extend)[0]?.start ?? 0n)).toBe(until);
    }
  });

  test("protects from an epoch that was moved, which is a clock that went back", () => {
    const { start, extend } = world();
    const before = start().take(10, NOW, extend);
    const after = start().take(10, NOW - 28_799_343, extend); // From Twitter's epoch to gosnowflake's.
    expectRising([...before, ...after]);
  });

  test("keeps two instances apart: the superseded one ends inside its own", () => {
    const { start, extend, written } = world();
    const old = start();
    const runs = [...old.take(5_000, NOW, extend)];
    const young = start();
    const refuse = () => {
      throw new Error("superseded");
    };
    for (let ms = 1; ms < LEASE_MS; ms += 100) {
      runs.push(...young.take(5_000, NOW + ms, extend), ...old.take(5_000, NOW + ms, refuse));
    }
    expect(() => old.take(1, NOW + LEASE_MS + 1, refuse)).toThrow("superseded");
    expectDisjoint(runs);
    expect(written.length).toBeGreaterThan(1);
  });
});

describe("a clock", () => {
  test("that stands still is gone without, up to a second of ids", () => {
    const { start, extend } = world();
    const it = start();
    const runs: Run[] = [];
    expect(() => {
      for (;;) runs.push(...it.take(TAKE_COUNT_MAX, NOW, extend));
    }).toThrow("ids run 1000 ms ahead of the clock");
    expectRising(runs);
    expect(countOf(runs)).toBeGreaterThan(4_000_000);
    expect(it.aheadMs(NOW)).toBeGreaterThan(970);
    // All or none: what was too much changed nothing.
    expect(it.take(1, NOW, extend)).toHaveLength(1);
  });

  test.each([1, 7, 1_000, 3_600_000, 86_400_000])(
    "that went back by %i ms ends nothing: ids rise and go on",
    (back) => {
      const { start, extend } = world();
      const it = start();
      const runs = [...it.take(1_000, NOW, extend)];
      // A second of it at 2 million ids: more than the drift allows without time that passes.
      for (let ms = 0; ms < 3_000; ms += 50) runs.push(...it.take(TAKE_COUNT_MAX, NOW - back + ms, extend));
      expectRising(runs);
    },
  );

  test("that went back does not carry ids further ahead than the burst needs", () => {
    const { start, extend } = world();
    const it = start();
    it.take(1, NOW, extend);
    for (let ms = 0; ms < 60_000; ms += 100) it.take(10, NOW - 3_600_000 + ms, extend);
    expect(it.aheadMs(NOW)).toBeLessThanOrEqual(2);
  });

  test("tells nothing of the drift that it would not have earned: back and forth is not time", () => {
    const { start, extend } = world();
    const it = start();
    it.take(1, NOW, extend);
    expect(() => {
      for (;;) it.take(TAKE_COUNT_MAX, NOW, extend);
    }).toThrow("ahead of the clock");
    it.take(1, NOW - 10, extend);
    // 10 ms have passed since, and no more than those are granted.
    expect(() => it.take(TAKE_COUNT_MAX, NOW, extend)).toThrow("ahead of the clock");
  });

  test("may be a fraction of a ms", () => {
    const { start, extend } = world();
    expect(elapsedOf(start().take(1, NOW + 0.9, extend)[0]?.start ?? 0n)).toBe(NOW);
  });
});

test("whatever happens to clocks, writes and instances, ids of a worker rise and none comes twice", () => {
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant("take" as const), count: fc.integer({ min: 1, max: 9_000 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant("move" as const), ms: fc.integer({ min: -4_000_000, max: 5_000 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("broken disk" as const), count: fc.integer({ min: 1, max: 9_000 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("ask the old one" as const),
        count: fc.integer({ min: 1, max: 9_000 }),
      }),
    },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { start, extend } = world({ leaseMs: 20 });
      let clock = NOW;
      let current = start();
      let old = current;
      const rising: Run[] = [];
      const all: Run[] = [];
      const attempt = (work: () => readonly Run[]): readonly Run[] => {
        try {
          return work();
        } catch {
          return []; // Refused for drift or disk: then nothing was issued, which what follows would show.
        }
      };
      const refuse = () => {
        throw new Error("no");
      };
      for (const each of steps) {
        if (each.kind === "move") clock += each.ms;
        else if (each.kind === "restart") {
          old = current;
          current = start();
        } else if (each.kind === "ask the old one") {
          if (old !== current) all.push(...attempt(() => old.take(each.count, clock, refuse)));
        } else {
          const runs = attempt(() => current.take(each.count, clock, each.kind === "take" ? extend : refuse));
          rising.push(...runs);
          all.push(...runs);
        }
      }
      expectRising(rising);
      expectDisjoint(all);
    }),
    { numRuns: 500 },
  );
});

test("idsOf() spells runs out", () => {
  const runs = [
    { start: 5n, count: 3 },
    { start: 4_194_304n, count: 1 },
  ];
  expect(idsOf(runs)).toEqual([5n, 6n, 7n, 4_194_304n]);
});
