/** Who is taken for dead. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLOSED_GRACE_MS, judge, PROTECTED_SWEEP_MS, type Sign } from "../../../../durable/registry/liveness.ts";

const NOW = 1_000_000;
const LEASE = 2_200;

const alive = (count: number, leaseMs = LEASE): Sign[] =>
  Array.from({ length: count }, (_, at) => ({ key: `alive ${at}`, leaseMs, heardMs: NOW - 500, closedMs: undefined }));
const silent = (count: number, leaseMs = LEASE): Sign[] =>
  Array.from({ length: count }, (_, at) => ({ key: `s${at}`, leaseMs, heardMs: NOW - leaseMs, closedMs: undefined }));
const closed = (count: number): Sign[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `c${at}`,
    leaseMs: LEASE,
    heardMs: NOW - CLOSED_GRACE_MS - 100,
    closedMs: NOW - CLOSED_GRACE_MS,
  }));
const judged = (signs: readonly Sign[], protectedMs?: number, evicted = 0) =>
  judge(signs, NOW, { evicted, protectedMs }, () => 0);

describe("evicted at once:", () => {
  test.each<[string, Sign[], string[]]>([
    ["the silent one of two", [...alive(1), ...silent(1)], ["s0"]],
    ["the silent one where there is no other", silent(1), ["s0"]],
    ["the one whose socket closed, where there is no other", closed(1), ["c0"]],
    ["two silent of three, while the third is heard", [...alive(1), ...silent(2)], ["s0", "s1"]],
    ["all three whose sockets closed", closed(3), ["c0", "c1", "c2"]],
    ["fifteen in a hundred", [...alive(85), ...silent(15)], silent(15).map(({ key }) => key)],
    ["one that renews every 30 s, after 90", [...alive(1, 90_000), ...silent(1, 90_000)], ["s0"]],
  ])("%s", (_, signs, dead) => {
    expect(judged(signs)).toMatchObject({ dead, protectedMs: undefined });
  });
});

describe("nobody is evicted at once:", () => {
  test.each<[string, Sign[]]>([
    ["everyone is silent", silent(2)],
    ["a thousand are silent", silent(1_000)],
    ["sixteen in a hundred are silent", [...alive(84), ...silent(16)]],
    ["a fifth of the sockets closed in one moment", [...alive(80), ...closed(20)]],
    [
      "nobody was heard since the two should have been",
      [...silent(2), { key: "slow", leaseMs: 90_000, heardMs: NOW - 60_000, closedMs: undefined }],
    ],
  ])("%s", (_, signs) => {
    expect(judged(signs)).toMatchObject({ dead: [], protectedMs: NOW });
  });
});

describe("who falls silent one after the other, as all do when the registry is cut off:", () => {
  const beat = (at: number): Sign => ({
    key: `s${at}`,
    leaseMs: LEASE,
    heardMs: NOW - LEASE + at,
    closedMs: undefined,
  });

  test("the first one is no proof of anything while nobody is heard since", () => {
    expect(judged(Array.from({ length: 100 }, (_, at) => beat(at * 10))).dead).toEqual([]);
  });

  test("three at the most go in a minute, of a few", () => {
    expect(judged([...alive(5), ...silent(1)], undefined, 2).dead).toEqual(["s0"]);
    expect(judged([...alive(5), ...silent(1)], undefined, 3)).toMatchObject({ dead: [], protectedMs: NOW });
  });

  test("15 % at the most go in a minute, of many", () => {
    expect(judged([...alive(89), ...silent(1)], undefined, 10).dead).toEqual(["s0"]);
    expect(judged([...alive(84), ...silent(1)], undefined, 15).dead).toEqual([]);
  });
});

test("under protection 15 % go a minute, and at least one", () => {
  const all = silent(1_000);
  expect(judged(all, NOW - PROTECTED_SWEEP_MS + 1).dead).toHaveLength(0);
  const verdict = judged(all, NOW - PROTECTED_SWEEP_MS);
  expect(verdict.dead).toHaveLength(150);
  expect(verdict.protectedMs).toBe(NOW);
  expect(judged(silent(2), NOW - PROTECTED_SWEEP_MS).dead).toHaveLength(1);
});

test("protection ends when those who were silent are heard again", () => {
  expect(judged(alive(100), NOW - 1_000)).toMatchObject({ dead: [], protectedMs: undefined });
});

test("a socket that closed a moment ago is waited for", () => {
  const [sign] = closed(1);
  const early = { ...(sign as Sign), closedMs: NOW - CLOSED_GRACE_MS + 1 };
  expect(judged([...alive(1), early])).toMatchObject({ dead: [], nextMs: NOW + 1 });
});

test("the next judgement is when the first lease ends, and soon while anybody is suspect", () => {
  expect(judged(alive(3)).nextMs).toBe(NOW - 500 + LEASE);
  expect(judged(silent(2)).nextMs).toBe(NOW + 1_000);
  expect(judged([]).nextMs).toBeUndefined();
  expect(judged(silent(1)).nextMs).toBeUndefined();
});

test("whatever is heard: no one in time is evicted, and many at once never are", () => {
  const sign = fc.record({
    key: fc.uuid(),
    leaseMs: fc.constantFrom(1_000, LEASE, 90_000),
    heardMs: fc.integer({ min: NOW - 200_000, max: NOW }),
    closedMs: fc.option(fc.integer({ min: NOW - 5_000, max: NOW }), { nil: undefined }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(sign, { selector: ({ key }) => key, maxLength: 200 }),
      fc.boolean(),
      fc.nat(50),
      (signs, since, lately) => {
        const { dead, nextMs } = judged(signs, since ? NOW - PROTECTED_SWEEP_MS : undefined, lately);
        const byKey = new Map(signs.map((each) => [each.key, each]));
        for (const key of dead) {
          const each = byKey.get(key) as Sign;
          const inTime = each.heardMs + each.leaseMs > NOW && (each.closedMs ?? NOW) + CLOSED_GRACE_MS > NOW;
          expect(inTime).toBe(false);
        }
        expect(dead.length).toBeLessThanOrEqual(Math.max(3, Math.floor(signs.length * 0.15)));
        if (signs.length > dead.length) expect(nextMs).toBeGreaterThan(NOW);
      },
    ),
  );
});
