import { describe, expect, test } from "vitest";
import { createClient } from "../../../sdk/client.ts";
import { gate, type Script, scriptedEdge } from "./scripted-edge.ts";

function counting(hold?: Promise<void>): { script: Script; count: () => number } {
  let count = 0;
  const script: Script = async () => {
    const number = ++count;
    await hold;
    return { json: { number } };
  };
  return { script, count: () => count };
}

const number = (reply: { json(): unknown }) => (reply.json() as { number: number }).number;
const BASE = { baseUrl: "https://edge.test" };

describe("identical calls", () => {
  test("safe ones of one tick are one", async () => {
    const { script, count } = counting();
    const edge = scriptedEdge(script);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const replies = await Promise.all([client.fetch("/a"), client.fetch("/a"), client.fetch("/a")]);
    expect(replies.map(number)).toEqual([1, 1, 1]);
    expect(count()).toBe(1);
    expect(edge.seen.map(({ path }) => path)).toEqual(["/a"]);
  });

  test("a safe one joins another in flight, and not one that is over", async () => {
    const hold = gate();
    const { script } = counting(hold.opened);
    const edge = scriptedEdge(script);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const first = client.fetch("/a");
    await expect.poll(() => edge.seen.length).toBe(1);
    const second = client.fetch("/a");
    hold.open();
    expect([number(await first), number(await second), number(await client.fetch("/a"))]).toEqual([1, 1, 2]);
  });

  test("unsafe ones are never joined", async () => {
    const { script } = counting();
    const client = createClient({ ...BASE, fetch: scriptedEdge(script).fetch });
    const posts = [client.fetch("/a", { method: "POST" }), client.fetch("/a", { method: "POST" })];
    expect((await Promise.all(posts)).map(number).toSorted()).toEqual([1, 2]);
  });

  test("those that differ in a header are two", async () => {
    const { script, count } = counting();
    const client = createClient({ ...BASE, fetch: scriptedEdge(script).fetch });
    await Promise.all([
      client.fetch("/a", { headers: { "x-a": "1" } }),
      client.fetch("/a", { headers: { "x-a": "2" } }),
    ]);
    expect(count()).toBe(2);
  });

  test("a read after a write is not answered by the read before it", async () => {
    const hold = gate();
    let value = "old";
    const edge = scriptedEdge(async ({ method }) => {
      if (method === "PUT") {
        value = "new";
        return { json: {} };
      }
      const read = value;
      if (read === "old") await hold.opened;
      return { json: read };
    });
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const before = client.fetch("/value");
    await expect.poll(() => edge.seen.length).toBe(1);
    await client.fetch("/value", { method: "PUT", json: "new" });
    const after = await client.fetch("/value");
    hold.open();
    expect([(await before).json(), after.json()]).toEqual(["old", "new"]);
  });

  test("who aborts leaves alone; the work goes on for the other", async () => {
    const hold = gate();
    const { script } = counting(hold.opened);
    const edge = scriptedEdge(script);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const controller = new AbortController();
    const leaving = client.fetch("/a", { signal: controller.signal });
    const staying = client.fetch("/a");
    await expect.poll(() => edge.seen.length).toBe(1);
    controller.abort();
    await expect(leaving).rejects.toMatchObject({ code: "canceled" });
    expect(edge.seen[0]?.signal.aborted).toBe(false);
    hold.open();
    expect(number(await staying)).toBe(1);
  });

  test("when the last one leaves, the work is called off", async () => {
    const edge = scriptedEdge(() => new Promise(() => {}));
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const controllers = [new AbortController(), new AbortController()];
    const calls = controllers.map(({ signal }) => client.fetch("/a", { signal }));
    await expect.poll(() => edge.seen.length).toBe(1);
    controllers[0]?.abort();
    await expect(calls[0]).rejects.toMatchObject({ code: "canceled" });
    expect(edge.seen[0]?.signal.aborted).toBe(false);
    controllers[1]?.abort();
    await expect(calls[1]).rejects.toMatchObject({ code: "canceled" });
    expect(edge.seen[0]?.signal.aborted).toBe(true);
  });
});
