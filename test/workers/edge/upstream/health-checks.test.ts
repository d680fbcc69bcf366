/** Active checks: driven by requests, heard of by whoever comes next. */
import { describe, expect, test } from "vitest";
import { seeded } from "../../../seeded.ts";
import { type Answer, never, ok, requestTimes, sharesOf, type World, world } from "./world.ts";

const HEALTH = { path: "/readyz", intervalMs: 1_000, timeoutMs: 100, unhealthyAfter: 2, healthyAfter: 2 };

/** Requests for `/readyz` are answered as each node's check says, all others well. */
function checked(checks: Record<string, Answer>): World & { readonly checkedNodes: string[] } {
  const checkedNodes: string[] = [];
  const it = world(
    "ab",
    (url, init) => {
      const { hostname, pathname } = new URL(url);
      if (pathname !== HEALTH.path) return ok();
      checkedNodes.push(hostname);
      return (checks[hostname] ?? ok)(url, init);
    },
    { health: HEALTH },
  );
  it.random = seeded(1);
  return Object.assign(it, { checkedNodes });
}

async function round(it: World): Promise<void> {
  it.nowMs += 1_300;
  await it.request();
  await Promise.all(it.background.splice(0));
}

const available = (it: World) => it.state("main").nodes.map((node) => node.available);

describe("active checks", () => {
  test("ask each node once an interval while requests come, and never otherwise", async () => {
    const it = checked({});
    expect(it.checkedNodes).toEqual([]);
    await requestTimes(50, it);
    expect(it.checkedNodes.toSorted()).toEqual(["a", "b"]);
    await round(it);
    expect(it.checkedNodes).toHaveLength(4);
  });

  test("take a node out at once that says it is not ready, and bring it back when it is", async () => {
    let ready = false;
    const it = checked({ a: () => new Response(null, { status: ready ? 200 : 503 }) });
    await round(it);
    expect(available(it)).toEqual([false, true]);
    const { a = 0 } = await sharesOf(100, it);
    expect(a).toBe(0);
    ready = true;
    await round(it);
    expect(available(it)).toEqual([false, true]);
    await round(it);
    expect(available(it)).toEqual([true, true]);
  });

  test.each<[string, Answer]>([
    ["cannot be reached", () => Promise.reject(new TypeError("refused"))],
    ["does not answer in time", never],
    ["answers something else", () => new Response(null, { status: 404 })],
  ])("take a node out that %s, after so many in a row", async (_, answer) => {
    const it = checked({ a: answer });
    await round(it);
    expect(available(it)).toEqual([true, true]);
    await round(it);
    expect(available(it)).toEqual([false, true]);
  });

  test("where all nodes fail them leave all in use", async () => {
    const bad = () => new Response(null, { status: 503 });
    const it = checked({ a: bad, b: bad });
    await round(it);
    expect((await it.request()).status).toBe(200);
  });

  test("from before a long pause are history", async () => {
    let check: Answer = () => new Response(null, { status: 503 });
    const it = checked({ a: (...sent) => check(...sent) });
    await round(it);
    expect(available(it)).toEqual([false, true]);
    it.nowMs += 60_000;
    check = never;
    await it.request(); // The next check is under way, and has not said anything yet.
    expect(available(it)).toEqual([true, true]);
  });
});
