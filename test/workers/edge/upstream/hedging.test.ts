/** A second request beside a slow first one, and the way out of a node that is silent. */
import { afterEach, describe, expect, test } from "vitest";
import { seeded } from "../../../seeded.ts";
import { type Answer, each, never, ok, requestTimes, statusAnswer, type World, world } from "./world.ts";

/** As many as teach what a route's p95 is, and fill the budget. */
const LESSONS = 200;

let stop: () => void = () => undefined;
afterEach(() => stop());

/**
 * An upstream whose route `r` is known to take no time. From then on the first request is answered as the test says and the others at
 * once, whichever node they go to; and the world's clock follows the real one.
 */
async function taught(names: string, first: Answer, others: Answer = ok): Promise<World> {
  let [learning, isFirst] = [true, true];
  const it = world(names, (url, init) => {
    if (learning) return ok();
    if (!isFirst) return others(url, init);
    isFirst = false;
    return first(url, init);
  });
  it.random = seeded(1);
  for (let turn = 0; turn < LESSONS; turn++) {
    it.nowMs += 1;
    await it.request({ hedge: "r" });
  }
  learning = false;
  it.asked.length = 0;
  follow(it);
  return it;
}

function follow(it: World): void {
  const ahead = it.nowMs - performance.now();
  const timer = setInterval(() => {
    it.nowMs = ahead + performance.now();
  }, 1);
  stop = () => clearInterval(timer);
}

const later =
  (ms: number, answer: Answer = ok): Answer =>
  (url, init) =>
    new Promise((resolve) => setTimeout(() => resolve(answer(url, init)), ms));

describe("a second request", () => {
  test("goes to another node when the first is slow; the faster reply is used and the loser ended", async () => {
    let ended = false;
    const it = await taught("ab", (url, init) => {
      init.signal?.addEventListener("abort", () => {
        ended = true;
      });
      return never(url, init);
    });
    expect((await it.request({ hedge: "r" })).status).toBe(200);
    expect(it.asked.toSorted().join("")).toBe("ab");
    expect(it.entry).toMatchObject({ attempts: 2, hedge: "won", address: `http://${it.asked[1]}` });
    expect(ended).toBe(true);
    expect(it.state("main").inFlight).toBe(0);
  });

  test("that is slower than the first is ended, and the log says so", async () => {
    const it = await taught("ab", later(60), never);
    expect((await it.request({ hedge: "r" })).status).toBe(200);
    expect(it.entry).toMatchObject({ attempts: 2, hedge: "lost", address: `http://${it.asked[0]}` });
    expect(it.state("main").inFlight).toBe(0);
  });

  test("that fails leaves the first one to answer", async () => {
    const it = await taught("ab", later(60), statusAnswer(503));
    expect((await it.request({ hedge: "r" })).status).toBe(200);
    expect(it.entry.address).toBe(`http://${it.asked[0]}`);
  });

  test("answers where the first one fails after all", async () => {
    const it = await taught("ab", later(40, statusAnswer(503)), later(60));
    expect((await it.request({ hedge: "r" })).status).toBe(200);
    expect(it.asked).toHaveLength(2);
  });

  test("is one, however many nodes there are", async () => {
    const it = await taught("abcd", later(80), later(80));
    await it.request({ hedge: "r", attempts: 5 });
    expect(it.asked).toHaveLength(2);
  });

  test.each([
    ["whose route is hedged by nobody", {}],
    ["that must not be repeated", { hedge: "r", idempotent: false }],
    ["that the route gives one attempt", { hedge: "r", attempts: 1 }],
    ["whose body is a stream", { hedge: "r", method: "PUT", body: new Response("x").body }],
    ["of a route that is not known yet", { hedge: "new" }],
  ])("is never sent for one %s", async (_, changes) => {
    const it = await taught("ab", later(60));
    await it.request(changes);
    expect(it.asked).toHaveLength(1);
  });

  test("has nowhere to go where there is one node", async () => {
    const it = await taught("a", later(60));
    await it.request({ hedge: "r" });
    expect(it.asked).toHaveLength(1);
  });

  test("never goes to a node of which something bad is known", async () => {
    const it = world("ab", each({ a: () => Promise.reject(new TypeError("refused")), b: later(30) }));
    follow(it);
    for (let turn = 0; turn < 4; turn++) {
      it.random = () => 0;
      await it.request();
    }
    it.random = seeded(2);
    await requestTimes(60, it, { hedge: "r" });
    expect(it.entry.hedge).toBeUndefined();
  });

  test("is one in twenty at the most, in any stretch of time", async () => {
    const hedges: number[] = [];
    let sent = 0;
    const answer = later(15);
    const all = world("abcd", (url, init) => answer(url, init));
    follow(all);
    for (let round = 0; round < 60; round++) {
      const before = all.asked.length;
      await Promise.all(Array.from({ length: 20 }, () => all.request({ hedge: "r" })));
      sent += 20;
      hedges.push(all.asked.length - before - 20);
    }
    for (let from = 0; from < hedges.length; from++) {
      let extra = 0;
      for (let to = from; to < hedges.length; to++) {
        extra += hedges[to] ?? 0;
        expect(extra).toBeLessThanOrEqual(0.05 * 20 * (to - from + 1) + 2);
      }
    }
    expect(hedges.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(sent * 0.05);
  });
});

describe("a node that is silent", () => {
  test("is left for another one after the connect time-out, and its reply is still taken when it comes first", async () => {
    const gone = world("ab", each({ a: never }), { connectTimeoutMs: 50 });
    follow(gone);
    const startedAt = performance.now();
    expect((await gone.request()).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(gone.asked.join("")).toBe("ab");
    stop();
    const slow = world("ab", each({ a: later(150), b: never }), { connectTimeoutMs: 50 });
    follow(slow);
    expect((await slow.request()).status).toBe(200);
    expect(slow.entry.address).toBe("http://a");
  });

  test("is not left any more when half of the retry budget is gone: the rest is for what has failed", async () => {
    const slow = world("ab", later(80), { connectTimeoutMs: 50 });
    follow(slow);
    for (let turn = 0; turn < 12; turn++) await Promise.all(Array.from({ length: 10 }, () => slow.request()));
    slow.asked.length = 0;
    await Promise.all(Array.from({ length: 10 }, () => slow.request()));
    expect(slow.asked.length).toBeLessThan(20);
  });

  test("three times in a row is left out", async () => {
    const it = world("ab", each({ a: never }), { connectTimeoutMs: 50 });
    follow(it);
    await Promise.all(Array.from({ length: 8 }, () => it.request()));
    expect(it.state("main").nodes.map(({ available }) => available)).toEqual([false, true]);
  });

  test("to one request and not to others is only slow with that one", async () => {
    let turn = 0;
    const it = world("ab", (url, init) => (turn++ === 0 ? later(300)(url, init) : ok()), { connectTimeoutMs: 100 });
    follow(it);
    const slow = it.request();
    const others = setInterval(() => void it.request(), 5);
    expect((await slow).status).toBe(200);
    clearInterval(others);
    expect(it.state("main").nodes.every(({ available }) => available)).toBe(true);
  });

  test("is not left by a request that must not be repeated", async () => {
    const it = world("ab", each({ a: never }), { connectTimeoutMs: 50 });
    follow(it);
    await expect(it.request({ idempotent: false, timeoutMs: 200 })).rejects.toMatchObject({
      code: "deadline_exceeded",
    });
    expect(it.asked.join("")).toBe("a");
  });
});
