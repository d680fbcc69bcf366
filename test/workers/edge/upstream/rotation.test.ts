/** Which node gets a request, and which gets none: what nodes were like before, where they stand, and what they say of themselves. */
import { describe, expect, test } from "vitest";
import type { UpstreamNode } from "../../../../edge/upstream/nodes.ts";
import { seeded } from "../../../seeded.ts";
import { type Answer, broken, each, never, ok, requestTimes, sharesOf, statusAnswer, world } from "./world.ts";

const nodesOf = (...entries: Partial<UpstreamNode>[]) =>
  entries.map((entry, index) => ({ url: `http://${"abcdefgh"[index]}`, ...entry }));

describe("nodes that are alike", () => {
  test("get about the same", async () => {
    const it = world("abcd", ok);
    it.random = seeded(1);
    const shares = await sharesOf(4_000, it);
    for (const name of "abcd") expect(shares[name]).toBeGreaterThan(900);
  });

  test("get what they weigh", async () => {
    const it = world("", ok, { nodes: nodesOf({ weight: 3 }, { weight: 1 }, { weight: 0.5 }) });
    it.random = seeded(2);
    const { a = 0, b = 0, c = 0 } = await sharesOf(9_000, it);
    expect(a / 6_000).toBeCloseTo(1, 1);
    expect(b / 2_000).toBeCloseTo(1, 0);
    expect(c / 1_000).toBeCloseTo(1, 0);
  });
});

describe("a node", () => {
  test("that is slow gets little, and is not forgotten", async () => {
    const it = world("abc", (url) => {
      it.nowMs += url.startsWith("http://a") ? 200 : 5;
      return ok();
    });
    it.random = seeded(3);
    const { a = 0 } = await sharesOf(3_000, it);
    expect(a).toBeGreaterThan(0);
    expect(a).toBeLessThan(60);
  });

  test("that was slow and is fast again gets its share back", async () => {
    let slow = true;
    const it = world("ab", (url) => {
      it.nowMs += slow && url.startsWith("http://a") ? 300 : 5;
      return ok();
    });
    it.random = seeded(4);
    await requestTimes(500, it);
    slow = false;
    await requestTimes(800, it);
    const { a = 0 } = await sharesOf(500, it);
    expect(a).toBeGreaterThan(200);
  });

  test("that is busy is passed by before it has answered anything", async () => {
    const waiting: (() => void)[] = [];
    const hanging: Answer = () => new Promise((resolve) => void waiting.push(() => resolve(ok())));
    const it = world("ab", each({ a: hanging }));
    it.random = seeded(5);
    const sent: Promise<unknown>[] = [];
    for (let turn = 0; turn < 100; turn++) {
      sent.push(it.request());
      await Promise.resolve();
      await new Promise((resolve) => setTimeout(resolve, 0));
      it.nowMs += 1;
    }
    expect(waiting.length).toBeLessThan(10);
    for (const answer of waiting) answer();
    await Promise.all(sent);
  });

  test("that failed once is passed by for a moment; one that failed three times in a row is left out", async () => {
    const it = world("ab", each({ a: broken }));
    await requestTimes(1, it);
    expect(it.asked.join("")).toBe("ab");
    expect(await sharesOf(20, it)).toEqual({ b: 20 });
    expect(it.state("main").nodes.map(({ available }) => available)).toEqual([true, true]);
    for (let turn = 0; turn < 3; turn++) {
      it.nowMs += 3_000;
      await it.request();
    }
    expect(it.state("main").nodes.map(({ available }) => available)).toEqual([false, true]);
    expect(await sharesOf(20, it)).toEqual({ b: 20 });
  });

  test("that is left out is tried by one request at a time, and is back with the first that goes well", async () => {
    const waiting: (() => void)[] = [];
    let down = true;
    const slow: Answer = () => new Promise((resolve) => void waiting.push(() => resolve(ok())));
    const it = world("ab", each({ a: (...sent) => (down ? broken() : slow(...sent)) }));
    await eject(it);
    down = false;
    it.nowMs += 3_600;
    it.asked.length = 0;
    const sent = Array.from({ length: 10 }, () => it.request());
    await expect.poll(() => it.asked).toHaveLength(10);
    expect(it.asked.filter((name) => name === "a")).toHaveLength(1);
    for (const answer of waiting) answer();
    await Promise.all(sent);
    expect(it.state("main").nodes[0]).toMatchObject({ available: true });
  });

  test("that is back begins with a tenth of its share and has all of it after the slow start", async () => {
    let down = true;
    const it = world("ab", each({ a: () => (down ? broken() : ok()) }), { slowStartMs: 10_000 });
    it.random = seeded(6);
    await eject(it);
    down = false;
    it.nowMs += 3_600;
    await it.request();
    const { a: first = 0 } = await sharesOf(1_000, it);
    expect(first).toBeGreaterThan(40);
    expect(first).toBeLessThan(160);
    it.nowMs += 5_000;
    const { a: half = 0 } = await sharesOf(1_000, it);
    expect(half).toBeGreaterThan(250);
    expect(half).toBeLessThan(420);
    it.nowMs += 5_000;
    const { a: whole = 0 } = await sharesOf(1_000, it);
    expect(whole).toBeGreaterThan(450);
  });

  test("that stays down is tried again every few seconds, for as long as it takes", async () => {
    const it = world("ab", each({ a: broken }));
    await eject(it);
    for (let turn = 0; turn < 20; turn++) {
      it.asked.length = 0;
      it.nowMs += 3_601;
      await requestTimes(3, it);
      expect(it.asked.filter((name) => name === "a")).toHaveLength(1);
    }
  });

  test("that stays down costs no request its retry, however few there are", async () => {
    const it = world("ab", each({ a: broken }));
    await eject(it);
    for (let turn = 0; turn < 400; turn++) {
      it.nowMs += 1_300;
      expect((await it.request()).status).toBe(200);
    }
    expect(it.asked.filter((name) => name === "a").length).toBeGreaterThan(390);
  });

  test("that is left out is tried by a request that must not be repeated only when there is no other for long", async () => {
    const it = world("ab", each({ a: broken }));
    await eject(it);
    it.nowMs += 5_000;
    expect(await sharesOf(5, it, { idempotent: false })).toEqual({ b: 5 });
    it.nowMs += 10_000;
    expect(await sharesOf(5, it, { idempotent: false })).toEqual({ a: 1, b: 4 });
  });

  test("is left out after three time-outs in a row, and one alone is a slow page", async () => {
    const it = world("ab", each({ a: never }));
    await requestTimes(1, it, { timeoutMs: 5, attempts: 1 });
    expect(it.state("main").nodes[0]).toMatchObject({ available: true });
    for (let turn = 0; turn < 2; turn++) {
      it.nowMs += 10_000;
      await requestTimes(1, it, { timeoutMs: 5, attempts: 1 });
    }
    expect(it.state("main").nodes[0]).toMatchObject({ available: false });
  });

  test("that refuses while others do not is left out; where all refuse nobody is", async () => {
    const one = world("abc", each({ a: statusAnswer(503) }));
    one.random = seeded(7);
    await requestTimes(40, one);
    for (let turn = 0; turn < 8; turn++) {
      one.nowMs += 3_000;
      await requestTimes(10, one);
    }
    expect(one.state("main").nodes.map(({ available }) => available)).toEqual([false, true, true]);
    const all = world("abc", statusAnswer(503));
    all.random = seeded(8);
    await requestTimes(500, all);
    expect(all.state("main").nodes.every(({ available }) => available)).toBe(true);
  });

  test("that answers 500 far more often than the others is left out; where all do it is the application", async () => {
    let turn = 0;
    const flawed = () => new Response(null, { status: turn++ % 2 === 0 ? 500 : 200 });
    const one = world("abc", each({ a: flawed }));
    one.random = seeded(9);
    await requestTimes(300, one);
    expect(one.state("main").nodes.map(({ available }) => available)).toEqual([false, true, true]);
    const all = world("abc", flawed);
    all.random = seeded(10);
    await requestTimes(300, all);
    expect(all.state("main").nodes.every(({ available }) => available)).toBe(true);
  });

  test("is not blamed for a body that its client broke off", async () => {
    const it = world("ab", each({ a: broken }));
    await requestTimes(5, it, { method: "POST", idempotent: false, body: new Response("x").body });
    expect(it.asked.join("")).toBe("aaaaa");
  });

  test("that says goodbye with reply after reply is left before it is gone", async () => {
    const leaving = () => new Response("ok", { headers: { connection: "close" } });
    const it = world("ab", each({ a: leaving }));
    await requestTimes(3, it);
    expect(it.asked.join("")).toBe("aaa");
    expect(await sharesOf(10, it)).toEqual({ b: 10 });
    it.nowMs += 5_001;
    expect(await sharesOf(2, it)).toHaveProperty("a");
  });

  test("whose invocation was lost does not count as busy for ever", async () => {
    const it = world("ab", each({ a: never }));
    for (let turn = 0; turn < 5; turn++) void it.request({ timeoutMs: 1_000, attempts: 1 }).catch(() => undefined);
    const busy = it.state("main").inFlight;
    expect(busy).toBeGreaterThan(0);
    it.nowMs += 3_000; // The runtime's own timers have not run: nobody will tell of the end.
    await it.request();
    expect(it.state("main").inFlight).toBeLessThan(busy);
  });
});

describe("of all nodes", () => {
  test("half are left out at the most, rounded up, and never the last", async () => {
    for (const [names, left] of [
      ["a", 1],
      ["ab", 1],
      ["abc", 1],
      ["abcd", 2],
      ["abcdefgh", 4],
    ] as const) {
      const it = world(names, broken);
      it.random = seeded(11);
      for (let turn = 0; turn < 200; turn++) {
        await it.request({ attempts: 4 }).catch(() => undefined);
        it.nowMs += 7;
      }
      const available = it.state("main").nodes.filter((node) => node.available);
      expect(available.length).toBeGreaterThanOrEqual(left);
    }
  });

  test("any is asked when all are down: one may be back", async () => {
    let down = true;
    const it = world("ab", () => (down ? broken() : ok()));
    await requestTimes(3, it);
    down = false;
    expect((await it.request()).status).toBe(200);
  });
});

describe("zones", () => {
  const three = nodesOf({ zone: "east" }, { zone: "east" }, { zone: "west" });

  test("of the edge's own all is sent to, and to any where the edge does not know its own", async () => {
    const it = world("", ok, { nodes: three, zone: "east" });
    it.random = seeded(12);
    expect(await sharesOf(500, it)).not.toHaveProperty("c");
    const nowhere = world("", ok, { nodes: three });
    nowhere.random = seeded(12);
    expect((await sharesOf(600, nowhere)).c).toBeGreaterThan(150);
    const other = world("", ok, { nodes: three, zone: "north" });
    other.random = seeded(12);
    expect((await sharesOf(600, other)).c).toBeGreaterThan(150);
  });

  test("spill over in the measure in which the own one is down", async () => {
    const it = world("", each({ a: broken }), { nodes: three, zone: "east" });
    it.random = seeded(13);
    await requestTimes(10, it);
    for (let turn = 0; turn < 4; turn++) {
      it.nowMs += 3_000;
      await requestTimes(2, it);
    }
    expect(it.state("main").nodes[0]).toMatchObject({ available: false });
    const { b = 0, c = 0 } = await sharesOf(1_000, it);
    expect(b).toBeGreaterThan(620); // 1.4 × ½ stays.
    expect(c).toBeGreaterThan(220);
  });

  test("spill over when the own one is overloaded", async () => {
    const it = world("", each({ a: never, b: never }), { nodes: three, zone: "east" });
    it.random = seeded(14);
    for (let turn = 0; turn < 200; turn++) {
      void it.request({ attempts: 1 }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 0)); // Those that are answered at once are answered by then.
    }
    expect(it.asked.filter((name) => name === "c").length).toBeGreaterThan(150);
  });

  test("hold a retry no back", async () => {
    const it = world("", each({ a: broken, b: broken }), { nodes: three, zone: "east" });
    expect((await it.request({ attempts: 3 })).status).toBe(200);
  });
});

describe("colours", () => {
  const nodes = nodesOf({}, { color: "blue" }, { color: "green" });
  const colored = (color: string) => ({ headers: new Headers({ "x-color": color }) });

  test("are kept apart: a node of a colour gets its own alone", async () => {
    const it = world("", ok, { nodes, colorHeader: "x-color" });
    it.random = seeded(15);
    expect(await sharesOf(50, it)).toEqual({ a: 50 });
    expect(await sharesOf(50, it, colored("blue"))).toEqual({ b: 50 });
    expect(await sharesOf(50, it, colored("green"))).toEqual({ c: 50 });
    expect(await sharesOf(50, it, colored("red"))).toEqual({ a: 50 });
  });

  test("are nothing where the upstream names no header for them", async () => {
    const it = world("", ok, { nodes });
    expect(await sharesOf(50, it, colored("blue"))).toEqual({ a: 50 });
  });
});

describe("a live source", () => {
  const node = (id: string, more: Partial<UpstreamNode> = {}): UpstreamNode => ({ id, url: `http://${id}`, ...more });

  test("is followed at once; a node that stays keeps what is known of it", async () => {
    let list: readonly UpstreamNode[] = [node("a"), node("b")];
    const it = world("", each({ a: broken }), { source: { nodes: () => list } });
    it.random = seeded(16);
    await eject(it);
    list = [node("a"), node("c")];
    expect(await sharesOf(20, it)).toEqual({ c: 20 });
    list = [node("d")];
    expect(await sharesOf(20, it)).toEqual({ d: 20 });
  });

  test("whose node is draining has it finish what it has and gives it nothing new", async () => {
    let list: readonly UpstreamNode[] = [node("a"), node("b")];
    let answer: () => void = () => undefined;
    const it = world("", each({ a: () => new Promise((resolve) => (answer = () => resolve(ok()))) }), {
      source: { nodes: () => list },
    });
    const sent = it.request();
    await expect.poll(() => it.asked).toEqual(["a"]);
    list = [node("a", { draining: true }), node("b")];
    expect(await sharesOf(100, it)).toEqual({ b: 100 });
    answer();
    expect((await sent).status).toBe(200);
  });

  test("whose nodes are all draining is still asked: it may serve what nobody else can", async () => {
    const list = [node("a", { draining: true }), node("b", { draining: true })];
    const it = world("", ok, { source: { nodes: () => list } });
    expect((await it.request()).status).toBe(200);
  });

  test("without any node is a 503", async () => {
    const it = world("", ok, { source: { nodes: () => [] } });
    await expect(it.request()).rejects.toMatchObject({
      code: "unavailable",
      cause: expect.stringContaining("no node"),
    });
  });

  test("that brings a new node gives it a slow start", async () => {
    let list: readonly UpstreamNode[] = [node("a")];
    const it = world("", ok, { source: { nodes: () => list } });
    it.random = seeded(17);
    await requestTimes(10, it);
    list = [node("a"), node("b")];
    const { b = 0 } = await sharesOf(1_000, it);
    expect(b).toBeLessThan(160);
  });
});

/** Has node `a`, which is broken, put out of rotation. */
async function eject(it: ReturnType<typeof world>): Promise<void> {
  for (let turn = 0; turn < 40 && it.state("main").nodes[0]?.available === true; turn++) {
    await it.request();
    it.nowMs += 3_000;
  }
  it.nowMs -= 3_000;
  expect(it.state("main").nodes[0]).toMatchObject({ available: false });
}
