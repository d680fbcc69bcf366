/** Which node is chosen, and which are left out, under chances that are given and a clock that is. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseTwo, groupOf } from "../../../../edge/upstream/group.ts";
import { NodeState, type Outcome } from "../../../../edge/upstream/node-state.ts";
import { staticNodes } from "../../../../edge/upstream/nodes.ts";
import { judge } from "../../../../edge/upstream/outlier.ts";
import { Pool } from "../../../../edge/upstream/pool.ts";
import { chooseIn, viewOf } from "../../../../edge/upstream/view.ts";
import { seeded } from "../../../seeded.ts";

const NOW_MS = 1_700_000_000_000;

function stateOf(id: string, more: { zone?: string; weight?: number } = {}, nowMs = NOW_MS): NodeState {
  return new NodeState({ id, url: `http://${id}`, ...more }, nowMs, undefined);
}

function sharesIn(nodes: readonly NodeState[], draws: number, random: () => number): Map<string, number> {
  const group = groupOf(nodes, NOW_MS, 0);
  const shares = new Map<string, number>();
  for (let draw = 0; draw < draws; draw++) {
    const id = chooseTwo(group, NOW_MS, random, true)[0]?.node.id ?? "";
    shares.set(id, (shares.get(id) ?? 0) + 1);
  }
  return shares;
}

describe("of two by chance the better one", () => {
  test("gives nodes that are alike what they weigh", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(weights, fc.nat(), (list, seed) => {
        const nodes = list.map((weight, index) => stateOf(String(index), { weight }));
        const shares = sharesIn(nodes, 20_000, seeded(seed));
        const sum = list.reduce((total, weight) => total + weight, 0);
        for (const [index, weight] of list.entries()) {
          const share = (shares.get(String(index)) ?? 0) / 20_000;
          expect(Math.abs(share - weight / sum)).toBeLessThan(0.03);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("gives the slow node less than each other, however slow the others are", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 10 }),
        fc.integer({ min: 1, max: 100 }),
        fc.nat(),
        (count, fastMs, seed) => {
          const nodes = Array.from({ length: count }, (_, index) => stateOf(String(index)));
          for (const node of nodes) node.latency.note(fastMs, NOW_MS);
          nodes[0]?.latency.note(fastMs * 10 + 50, NOW_MS + 10_000);
          const shares = sharesIn(nodes, 4_000, seeded(seed));
          const slow = shares.get("0") ?? 0;
          for (let index = 1; index < count; index++) expect(shares.get(String(index))).toBeGreaterThan(slow);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("gives a busy node less than an idle one", () => {
    const [busy, idle] = [stateOf("busy"), stateOf("idle")];
    for (let count = 0; count < 5; count++) busy.begin(NOW_MS, 1_000);
    expect(sharesIn([busy, idle], 1_000, seeded(1))).toEqual(new Map([["idle", 1_000]]));
  });

  test("never makes one up: a group of none has none, of one has it", () => {
    expect(chooseTwo(groupOf([], NOW_MS, 0), NOW_MS, seeded(1), true)).toEqual([undefined, undefined]);
    const only = stateOf("only");
    expect(chooseTwo(groupOf([only], NOW_MS, 0), NOW_MS, seeded(1), true)).toEqual([only, undefined]);
  });

  test("holds at the ends of chance", () => {
    const nodes = ["a", "b", "c"].map((id) => stateOf(id));
    for (const chance of [0, 1 - Number.EPSILON]) {
      const [first, second] = chooseTwo(groupOf(nodes, NOW_MS, 0), NOW_MS, () => chance, true);
      expect(first).toBeDefined();
      expect(second).toBeDefined();
      expect(first).not.toBe(second);
    }
  });
});

describe("a view", () => {
  const kind = fc.record({
    zone: fc.constantFrom("east", "west", undefined),
    draining: fc.boolean(),
    ejected: fc.boolean(),
    leaving: fc.boolean(),
    health: fc.constantFrom("ready", "draining", "down", undefined),
  });

  test("of any nodes in any state has somebody to ask, and nobody who is out while another is in", () => {
    fc.assert(
      fc.property(fc.array(kind, { minLength: 1, maxLength: 12 }), fc.nat(), (kinds, seed) => {
        const nodes = kinds.map(({ zone, draining, ejected, leaving, health }, index) => {
          const node = new NodeState(
            { id: String(index), url: "http://x", draining, ...(zone && { zone }) },
            NOW_MS,
            5,
          );
          if (ejected) node.ejection = { sinceMs: NOW_MS, untilMs: NOW_MS + 1, byRate: false, probedUntilMs: 0 };
          if (leaving) node.leavesUntilMs = NOW_MS + 1_000;
          node.health = health;
          return node;
        });
        const view = viewOf(nodes, NOW_MS, { zone: "east", slowStartMs: 1_000 });
        const [chosen] = chooseIn(view, NOW_MS, seeded(seed), true);
        expect(chosen).toBeDefined();
        const anyIn = nodes.some((node) => node.isAvailable(NOW_MS));
        expect(chosen?.isAvailable(NOW_MS)).toBe(anyIn);
      }),
    );
  });

  test("keeps everything at home until more than two in seven of it are out", () => {
    for (const [out, share] of [
      [0, 1],
      [2, 1],
      [3, 0.98],
      [5, 0.7],
      [10, 0],
    ] as const) {
      const nodes = Array.from({ length: 10 }, (_, index) => stateOf(`e${index}`, { zone: "east" }));
      nodes.slice(0, out).forEach((node) => {
        node.health = "down";
      });
      const view = viewOf([...nodes, stateOf("w", { zone: "west" })], NOW_MS, { zone: "east", slowStartMs: 0 });
      expect(view.homeShare).toBeCloseTo(share, 5);
    }
  });
});

describe("ejection", () => {
  const outcome = fc.constantFrom<Outcome>(
    "ok",
    "error",
    "refused",
    "timeout",
    "unreachable",
    "overtaken",
    "abandoned",
  );
  const step = fc.record({ node: fc.nat(11), outcome, afterMs: fc.nat(400) });

  test("never empties a pool, and leaves out half of it at the most, rounded up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(step, { maxLength: 400 }), (count, steps) => {
        const nodes = Array.from({ length: count }, (_, index) => stateOf(String(index)));
        let nowMs = NOW_MS;
        for (const { node: index, outcome: ended, afterMs } of steps) {
          const node = nodes[index % count];
          if (node === undefined) continue;
          const attempt = node.begin(nowMs, 10_000);
          nowMs += afterMs;
          node.end(attempt, nowMs, ended);
          judge(nodes, attempt, ended, nowMs, 0.5);
          const out = nodes.filter(({ ejection }) => ejection !== undefined).length;
          expect(out).toBeLessThanOrEqual(Math.ceil(count / 2));
          expect(out).toBeLessThan(count);
          expect(node.inFlight).toBe(0);
        }
      }),
    );
  });

  test("of a node that is wrong lasts twice as long each time, up to half a minute; of one that is gone a second", () => {
    const lengths = (ended: Outcome) => {
      const [bad, good] = [stateOf("bad"), stateOf("good")];
      let nowMs = NOW_MS;
      const found: number[] = [];
      for (let turn = 0; turn < 40 && found.length < 8; turn++) {
        const before = bad.ejection;
        const attempt = bad.begin(nowMs, 1_000);
        bad.end(attempt, nowMs + 1, ended);
        judge([bad, good], attempt, ended, nowMs + 1, 0.5);
        if (bad.ejection !== undefined && bad.ejection !== before)
          found.push(bad.ejection.untilMs - bad.ejection.sinceMs);
        nowMs = bad.ejection === undefined ? nowMs + 2 : bad.ejection.untilMs + 1;
      }
      return found;
    };
    expect(lengths("timeout")).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    expect(lengths("unreachable")).toEqual(Array(8).fill(1_000));
  });

  test("ends with the first good reply to what was sent since, not with one that was under way before", () => {
    const [bad, good] = [stateOf("bad"), stateOf("good")];
    const early = bad.begin(NOW_MS, 10_000);
    for (let turn = 0; turn < 3; turn++) {
      const attempt = bad.begin(NOW_MS, 1_000);
      bad.end(attempt, NOW_MS + 1, "unreachable");
      judge([bad, good], attempt, "unreachable", NOW_MS + 1, 0.5);
    }
    expect(bad.ejection).toBeDefined();
    judge([bad, good], early, "ok", NOW_MS + 5, 0.5);
    expect(bad.ejection).toBeDefined();
    const late = bad.begin(NOW_MS + 10, 1_000);
    judge([bad, good], late, "ok", NOW_MS + 12, 0.5);
    expect(bad.ejection).toBeUndefined();
  });
});

describe("a pool", () => {
  test("of any nodes that do anything has its books right: nothing is under way when all have ended", () => {
    const act = fc.record({
      outcome: fc.constantFrom<Outcome>("ok", "error", "refused", "timeout", "unreachable", "overtaken", "abandoned"),
      afterMs: fc.nat(2_000),
      holds: fc.boolean(),
      closes: fc.boolean(),
      repeatable: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(act, { maxLength: 200 }), fc.nat(), (count, acts, seed) => {
        let nowMs = NOW_MS;
        const urls = Array.from({ length: count }, (_, index) => `http://${index}`);
        const pool = new Pool(
          {
            name: "p",
            source: staticNodes(new Map([["p", { urls }]])),
            zone: undefined,
            slowStartMs: 3_000,
            health: undefined,
          },
          { fetch: async () => new Response(), now: () => nowMs, random: seeded(seed), waitUntil: () => undefined },
        );
        const held: Parameters<Pool["end"]>[0][] = [];
        for (const { outcome, afterMs, holds, closes, repeatable } of acts) {
          const node = pool.choose({ color: undefined, repeatable });
          if (node === undefined) continue; // Its breakers hold it back.
          const attempt = pool.begin(node, 1_000_000);
          nowMs += afterMs;
          if (holds) held.push(attempt);
          else pool.end(attempt, outcome, closes);
          pool.end(held[0] ?? attempt, outcome); // Twice is once.
        }
        for (const attempt of held) pool.end(attempt, "ok");
        expect(pool.underWay).toBe(0);
        expect(pool.nodes.every(({ inFlight }) => inFlight === 0)).toBe(true);
      }),
    );
  });
});
