/** Routes whose nodes come from the registry. */
import { afterEach, describe, expect, test } from "vitest";
import { type Backend, registration, startBackend, startWorld, type World } from "./world.ts";

const NAME = { env: "test", appid: "shop.cart", zone: "sh001" };
/** Requests that wait for their answers at the same time. */
const UNDER_WAY = 60;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function backends(...names: string[]): Promise<Backend[]> {
  const all = await Promise.all(names.map(startBackend));
  stops.push(...all.map((each) => () => each.close()));
  return all;
}

async function edge(upstream: object, bindings: Record<string, string> = {}): Promise<World> {
  const world = await startWorld({
    routes: {
      upstreams: { cart: { registry: { appid: "shop.cart", env: "test" }, ...upstream } },
      routes: [
        { name: "all", match: { methods: ["GET", "POST"], path: "/{rest...}" }, upstream: "cart", cache: false },
      ],
    },
    bindings,
  });
  stops.push(() => world.stop());
  return world;
}

const put = (world: World, hostname: string, { url }: Backend, changes: Record<string, string> = {}) =>
  world.post("register", registration("shop.cart", hostname, { addrs: `grpc://x:1,${url}`, ...changes }));
const ask = async (world: World) => {
  const response = await fetch(`${world.url}/x`, { method: "POST" });
  return response.ok ? await response.text() : String(response.status);
};
/** Who answers twenty requests. */
const answers = async (world: World) => {
  const all = [];
  for (let count = 0; count < 20; count++) all.push(await ask(world));
  return [...new Set(all)].sort();
};

describe("a route", () => {
  test("goes to those who are registered, from the first request after a change on, and to nobody else", async () => {
    const [a, b] = (await backends("a", "b")) as [Backend, Backend];
    const world = await edge({});
    expect(await ask(world)).toBe("503");
    await put(world, "a", a);
    await expect.poll(() => ask(world)).toBe("a");
    await put(world, "b", b);
    await expect.poll(() => answers(world)).toEqual(["a", "b"]);
    await world.post("cancel", { ...NAME, hostname: "a" });
    await expect.poll(() => ask(world)).toBe("b");
    const before = a.seen.length;
    expect(await answers(world)).toEqual(["b"]);
    expect(a.seen.length).toBe(before);
  });

  test("sends nothing new to who is draining", async () => {
    const [a, b] = (await backends("a", "b")) as [Backend, Backend];
    const world = await edge({});
    await put(world, "a", a);
    await put(world, "b", b);
    await expect.poll(() => answers(world)).toEqual(["a", "b"]);
    await world.post("set", { ...NAME, hostname: "a", status: "2" });
    await expect.poll(() => answers(world)).toEqual(["b"]);
    await world.post("set", { ...NAME, hostname: "a", status: "1" });
    await expect.poll(() => answers(world)).toEqual(["a", "b"]);
  });

  test("asks for the news first when it was idle for a while", async () => {
    const [a, b] = (await backends("a", "b")) as [Backend, Backend];
    const world = await edge({});
    await put(world, "a", a);
    await expect.poll(() => ask(world)).toBe("a");
    await new Promise((settle) => setTimeout(settle, 4_000)); // Longer than anything goes on behind a request.
    await put(world, "b", b);
    await world.post("cancel", { ...NAME, hostname: "a" });
    expect(await ask(world)).toBe("b");
    expect(a.seen.every((line) => line === "POST /x")).toBe(true);
  });

  test("prefers its edge's zone, and shares by weight", async () => {
    const [near, far, heavy] = (await backends("near", "far", "heavy")) as [Backend, Backend, Backend];
    const world = await edge({ slowStartMs: 0 }, { ZONE: "sh001" });
    await put(world, "near", near);
    await put(world, "far", far, { zone: "bj001" });
    await expect.poll(() => answers(world)).toEqual(["near"]);
    await world.post("cancel", { ...NAME, hostname: "near" });
    await expect.poll(() => answers(world)).toEqual(["far"]);
    await put(world, "near", near, { metadata: '{"weight":"1"}' });
    await put(world, "heavy", heavy, { metadata: '{"weight":"100"}' });
    await expect.poll(() => answers(world)).toContain("heavy");
    // All are under way at once, so that how many each has decides, and not how fast the machine lets one of them answer.
    near.seen.length = 0;
    heavy.seen.length = 0;
    for (const each of [near, heavy]) each.hold();
    const underWay = Array.from({ length: UNDER_WAY }, () => ask(world));
    await expect.poll(() => near.seen.length + heavy.seen.length).toBe(UNDER_WAY);
    expect(heavy.seen.length).toBeGreaterThan(near.seen.length * 2);
    for (const each of [near, heavy]) each.release();
    expect(new Set(await Promise.all(underWay))).toEqual(new Set(["near", "heavy"]));
  });

  test("takes only instances of the zone and the colour that it names", async () => {
    const [blue, green, other] = (await backends("blue", "green", "other")) as [Backend, Backend, Backend];
    const world = await edge({ registry: { appid: "shop.cart", env: "test", zone: "sh001", color: "blue" } });
    await put(world, "green", green, { color: "green" });
    await put(world, "other", other, { color: "blue", zone: "bj001" });
    expect(await ask(world)).toBe("503");
    await put(world, "blue", blue, { metadata: '{"color":"blue"}' });
    await expect.poll(() => answers(world)).toEqual(["blue"]);
  });

  test("falls back on its addresses while nobody is registered", async () => {
    const [fixed, a] = (await backends("fixed", "a")) as [Backend, Backend];
    const world = await edge({ urls: [fixed.url] });
    expect(await answers(world)).toEqual(["fixed"]);
    await put(world, "a", a);
    await expect.poll(() => answers(world)).toEqual(["a"]);
    await world.post("cancel", { ...NAME, hostname: "a" });
    await expect.poll(() => answers(world)).toEqual(["fixed"]);
  });

  test("keeps the last list where it has nothing else and the registry lists nobody", async () => {
    const [a] = (await backends("a")) as [Backend];
    const world = await edge({});
    await put(world, "a", a);
    await expect.poll(() => ask(world)).toBe("a");
    await world.post("cancel", { ...NAME, hostname: "a" });
    expect(await answers(world)).toEqual(["a"]);
  });

  test("ignores addresses that are none for it", async () => {
    const [a] = (await backends("a")) as [Backend];
    const world = await edge({});
    await put(world, "a", a);
    const odd = { addrs: "grpc://127.0.0.1:1,ftp://x,http://u:p@127.0.0.1:1,http://?" };
    await world.post("register", registration("shop.cart", "odd", odd));
    await expect.poll(() => ask(world)).toBe("a");
    expect(await answers(world)).toEqual(["a"]);
  });
});

test("an edge that is killed and back knows its nodes with the first request", async () => {
  const [a, b] = (await backends("a", "b")) as [Backend, Backend];
  const world = await edge({});
  await put(world, "a", a);
  await put(world, "b", b);
  await expect.poll(() => answers(world)).toEqual(["a", "b"]);
  await world.restart(); // Edge and registry are one process here: what is stored must do from the first request on.
  expect(["a", "b"]).toContain(await ask(world));
  expect(await answers(world)).toEqual(["a", "b"]);
});
