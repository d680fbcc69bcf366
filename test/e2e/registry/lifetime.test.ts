/** Who is in the registry while instances and the registry itself come, go, fall silent and are killed. */
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text as textOf } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startOrigin } from "../../../scripts/origin.ts";
import { type Instance, startInstance } from "./instances.ts";
import { OPS_TOKEN, registration, startWorld, TOKEN, type World } from "./world.ts";

const CART = { env: "test", appid: "shop.cart" };
const NAME = { ...CART, zone: "sh001" };
const SHORT = { lease_ms: "2200" };

let world: World;
const instances: Instance[] = [];
beforeEach(async () => {
  world = await startWorld();
});
afterEach(async () => {
  await Promise.all(instances.splice(0).map((instance) => instance.cancel()));
  await world.stop();
});

function start(hostname: string, changes?: Parameters<typeof startInstance>[2]): Instance {
  const instance = startInstance(world.url, hostname, changes);
  instances.push(instance);
  return instance;
}

const listed = () => world.hostnames("shop.cart");
const hosts = (count: number, prefix = "h") => Array.from({ length: count }, (_, at) => `${prefix}${at}`).sort();

async function renewed(hostname: string, until: () => boolean): Promise<void> {
  while (!until()) {
    await world.post("renew", { ...NAME, hostname });
    await new Promise((settle) => setTimeout(settle, 1_000));
  }
}

/** @returns ms from now until it is no more */
async function goneAfter(hostname: string): Promise<number> {
  const startedMs = performance.now();
  await expect.poll(listed, { interval: 20 }).not.toContain(hostname);
  return performance.now() - startedMs;
}

describe("an origin", () => {
  const env = () => ({
    SQLITE_PATH: ":memory:",
    IDENTITY_KEY: randomBytes(32).toString("base64"),
    KEY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    REGISTRY_URL: world.url,
    REGISTRY_TOKEN: TOKEN,
    REGISTRY_APPID: "shop.cart",
    REGISTRY_ENV: "test",
    ZONE: "sh001",
    WEIGHT: "7",
  });

  test("that is killed is out of the registry in under 3 s, the only one too", async () => {
    const origin = await startOrigin(env());
    await expect.poll(listed).toHaveLength(1);
    const { text } = await world.get("fetch", { ...CART, status: "1" });
    expect(text).toContain(`"addrs":["${origin.url}"]`);
    expect(text).toContain('"metadata":{"weight":"7"}');
    await expect.poll(async () => (await fetch(`${origin.url}/livez`)).status).toBe(200);
    const [hostname = ""] = await listed();
    await origin.kill();
    expect(await goneAfter(hostname)).toBeLessThan(3_000);
  });

  test("that is told to stop takes nothing new first, serves on for its grace, and then leaves", async () => {
    const origin = await startOrigin({ ...env(), DRAIN_GRACE_MS: "1500" });
    await expect.poll(listed).toHaveLength(1);
    const stopped = origin.stop();
    await expect.poll(() => world.hostnames("shop.cart", 2), { interval: 20 }).toHaveLength(1);
    expect(await world.hostnames("shop.cart", 1)).toEqual([]);
    expect((await fetch(`${origin.url}/livez`)).status).toBe(200);
    expect(await stopped).toBe(0);
    expect(await listed()).toEqual([]);
  });

  test("starts and serves while the registry is away, and is there when that is back", async () => {
    await world.kill();
    const origin = await startOrigin(env());
    expect((await fetch(`${origin.url}/readyz`)).status).toBe(200);
    await world.restart();
    await expect.poll(listed).toHaveLength(1);
    expect(await origin.stop()).toBe(0);
  });

  test("stops in good time while the registry is away", async () => {
    const origin = await startOrigin({ ...env(), DRAIN_GRACE_MS: "0" });
    await expect.poll(listed).toHaveLength(1);
    await world.kill();
    const startedMs = performance.now();
    expect(await origin.stop()).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(8_000);
  });
});

describe("an instance that falls silent", () => {
  test("is out in under 3 s where it renews every second", async () => {
    let over = false;
    for (const hostname of ["a", "b"]) await world.post("register", registration("shop.cart", hostname, SHORT));
    const other = renewed("b", () => over);
    await world.post("renew", { ...NAME, hostname: "a" });
    expect(await goneAfter("a")).toBeLessThan(3_000);
    expect(await listed()).toEqual(["b"]);
    over = true;
    await other;
  });

  test("keeps the API's 90 s where it asked for nothing else", async () => {
    let over = false;
    await world.post("register", registration("shop.cart", "slow"));
    for (const hostname of ["a", "b"]) await world.post("register", registration("shop.cart", hostname, SHORT));
    const other = renewed("b", () => over);
    await goneAfter("a");
    expect(await listed()).toEqual(["b", "slow"]);
    over = true;
    await other;
  });
});

describe("a socket", () => {
  const register = async (hostname: string, generation: string) => {
    await world.post("register", registration("shop.cart", hostname, { ...SHORT, generation }));
    return await world.hold({ ...NAME, hostname, generation });
  };
  const closed = (socket: WebSocket | Awaited<ReturnType<World["hold"]>>) =>
    new Promise<number>((settle) => socket.addEventListener("close", (event) => settle((event as CloseEvent).code)));

  test("stands for renewals while it is pinged", async () => {
    const socket = await register("a", "1");
    let pongs = 0;
    socket.addEventListener("message", ({ data }) => {
      if (data === "pong") pongs++;
    });
    const timer = setInterval(() => socket.send("ping"), 1_000);
    await expect.poll(() => pongs).toBeGreaterThan(4);
    expect(await listed()).toEqual(["a"]);
    clearInterval(timer);
    expect(await goneAfter("a")).toBeLessThan(4_000); // It is open, but silent.
  });

  test("that is lost is forgiven where its instance is back in a second", async () => {
    const first = await register("a", "1");
    first.close();
    await expect.poll(async () => (await world.post("renew", { ...NAME, hostname: "a" })).code).toBe(0);
    const second = await world.hold({ ...NAME, hostname: "a", generation: "1" });
    const timer = setInterval(() => second.send("ping"), 500);
    await new Promise((settle) => second.addEventListener("message", settle));
    const untilMs = performance.now() + 2_000;
    await expect
      .poll(async () => {
        expect(await listed()).toEqual(["a"]);
        return performance.now();
      })
      .toBeGreaterThan(untilMs);
    clearInterval(timer);
    second.close();
  });

  test("that closes tells of a crash, of one after the other too while each is replaced", async () => {
    for (const hostname of ["b", "c"]) await world.post("register", registration("shop.cart", hostname));
    for (let round = 0; round < 6; round++) {
      const socket = await register(`a${round}`, "1");
      socket.close();
      expect(await goneAfter(`a${round}`)).toBeLessThan(3_000);
    }
  });

  test("of one that is not replaced tells of a crash three times a minute, where there are few", async () => {
    for (const hostname of hosts(10)) await world.post("register", registration("shop.cart", hostname));
    const sockets = await Promise.all(
      hosts(4).map(async (hostname) => {
        const generation = "9000000000000000";
        await world.post("register", registration("shop.cart", hostname, { generation }));
        return await world.hold({ ...NAME, hostname, generation });
      }),
    );
    for (const socket of sockets.slice(0, 3)) {
      socket.close();
      await expect.poll(() => listed(), { interval: 20 }).toHaveLength(10 - 1 - sockets.indexOf(socket));
    }
    sockets[3]?.close();
    const untilMs = performance.now() + 4_000;
    await expect
      .poll(async () => {
        expect(await listed()).toHaveLength(7);
        return performance.now();
      })
      .toBeGreaterThan(untilMs);
  });

  test("ends when a newer generation is registered, when its instance leaves, and when it says what nobody understands", async () => {
    const superseded = closed(await register("a", "1"));
    await world.post("register", registration("shop.cart", "a", { ...SHORT, generation: "2" }));
    expect(await superseded).toBe(4409);
    const left = closed(await world.hold({ ...NAME, hostname: "a", generation: "2" }));
    await world.post("cancel", { ...NAME, hostname: "a" });
    expect(await left).toBe(4404);
    const socket = await register("b", "1");
    const talked = closed(socket);
    socket.send("hello");
    expect(await talked).toBe(4400);
  });

  test("of nobody, or of an older generation, is closed at once", async () => {
    expect(await closed(await world.hold({ ...NAME, hostname: "nobody", generation: "1" }))).toBe(4404);
    await world.post("register", registration("shop.cart", "a", { generation: "5" }));
    expect(await closed(await world.hold({ ...NAME, hostname: "a", generation: "4" }))).toBe(4409);
  });

  test("without a token is none", async () => {
    const url = `${world.url}/discovery/hold?${new URLSearchParams({ ...NAME, hostname: "a", generation: "1" })}`;
    const headers = { upgrade: "websocket", connection: "upgrade", "sec-websocket-key": btoa("0123456789abcdef") };
    const response = await fetch(url, { headers: { "sec-websocket-version": "13", ...headers } }).catch(
      () => undefined,
    );
    expect(response?.status ?? 401).toBe(401);
    expect((await fetch(url, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(426);
  });
});

describe("the origin's client", () => {
  test("registers again when the registry has forgotten it", async () => {
    start("a");
    await expect.poll(listed).toEqual(["a"]);
    await world.post("cancel", { ...NAME, hostname: "a" }, OPS_TOKEN);
    await expect.poll(listed).toEqual(["a"]);
  });

  test("leaves its name to a newer process, and takes it again when that has gone", async () => {
    const old = start("a", { generation: 1 });
    await expect.poll(listed).toEqual(["a"]);
    const young = start("a", { generation: 2, addrs: ["http://young.example:1"] });
    await expect.poll(() => old.messages).toContain("a newer process is registered under this name");
    expect(await address()).toBe("http://young.example:1");
    await young.cancel();
    await expect.poll(address, { timeout: 15_000 }).toBe("http://a.example:8080");
  });

  test("gets its name where its clock is behind that of the process before", async () => {
    await world.post("register", registration("shop.cart", "a", { generation: "4000000000000000" }));
    start("a");
    await expect.poll(address).toBe("http://a.example:8080");
  });

  test("renews every second where no socket gets through", async () => {
    const renewals: string[] = [];
    const proxy = createServer(async (request, response) => {
      renewals.push(request.url ?? "");
      const headers = { authorization: request.headers.authorization ?? "" };
      const body = new URLSearchParams(await textOf(request));
      response.end(await (await fetch(world.url + request.url, { method: "POST", headers, body })).text());
    });
    let refused = 0;
    proxy.on("upgrade", (_request, socket) => {
      refused++;
      socket.destroy();
    });
    await new Promise<void>((settle) => proxy.listen(0, "127.0.0.1", settle));
    try {
      start("a", { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
      await expect.poll(listed).toEqual(["a"]);
      await expect
        .poll(async () => {
          expect(await listed()).toEqual(["a"]);
          return renewals.filter((path) => path === "/discovery/renew").length;
        })
        .toBeGreaterThan(6);
      expect(refused).toBeGreaterThan(0);
    } finally {
      await Promise.all(instances.splice(0).map((instance) => instance.cancel()));
      proxy.closeAllConnections();
      proxy.close();
    }
    expect(await listed()).toEqual([]);
  });

  test("that cancels late does not hurt the one that took its place", async () => {
    const old = start("a", { generation: 1 });
    await expect.poll(listed).toEqual(["a"]);
    start("a", { generation: 2 });
    await expect.poll(generation).toBe(2);
    await old.cancel();
    expect(await generation()).toBe(2);
  });

  const first = async () => {
    const { data } = await world.get("fetch", { ...CART, status: "3" });
    const zones = data?.instances as Record<string, { addrs: string[]; generation: number }[]> | undefined;
    return zones?.sh001?.[0];
  };
  const address = async () => (await first())?.addrs[0];
  const generation = async () => (await first())?.generation;
});

describe("when the registry is killed", () => {
  test("and is back after seconds, nobody has left it", async () => {
    for (const hostname of hosts(40)) start(hostname);
    await expect.poll(listed).toEqual(hosts(40));
    await world.kill();
    await new Promise((settle) => setTimeout(settle, 3_000)); // Longer than every lease: nothing can be waited for.
    await world.restart();
    const untilMs = performance.now() + 8_000;
    await expect
      .poll(
        async () => {
          expect(await listed()).toEqual(hosts(40));
          return performance.now();
        },
        { interval: 100, timeout: 20_000 },
      )
      .toBeGreaterThan(untilMs);
  });

  test("and many do not come back, most of them stay for the time being", async () => {
    for (const hostname of hosts(20)) await world.post("register", registration("shop.cart", hostname, SHORT));
    for (const hostname of hosts(20, "alive")) start(hostname);
    await expect.poll(listed, { interval: 10 }).toHaveLength(40);
    await world.kill();
    await world.restart();
    const untilMs = performance.now() + 10_000;
    await expect
      .poll(
        async () => {
          const now = await listed();
          expect(now.filter((hostname) => hostname.startsWith("alive"))).toEqual(hosts(20, "alive"));
          expect(now.length).toBeGreaterThanOrEqual(34);
          return performance.now();
        },
        { interval: 100, timeout: 20_000 },
      )
      .toBeGreaterThan(untilMs);
  });

  test("in the middle of registrations, whoever was told so is registered", async () => {
    const told: string[] = [];
    const all = hosts(400).map(async (hostname) => {
      const answer = await world.post("register", registration("shop.cart", hostname)).catch(() => undefined);
      if (answer?.code === 0) told.push(hostname);
    });
    await expect.poll(() => told.length, { interval: 1 }).toBeGreaterThan(20);
    await world.kill();
    await Promise.all(all);
    await world.restart();
    expect(await listed()).toEqual(expect.arrayContaining(told));
    const { data } = await world.get("fetch", { ...CART, status: "3" });
    const found = Object.values(data?.instances as Record<string, { addrs: string[] }[]>).flat();
    expect(found.every(({ addrs }) => addrs.length === 1)).toBe(true);
  });

  test("while readers wait, they are answered by the next one", async () => {
    await world.post("register", registration("shop.cart", "a"));
    const waiting = world.get("poll", { ...CART, hostname: "me", latest_timestamp: "1" });
    expect((await waiting).code).toBe(0);
    const { text } = await world.get("poll", { ...CART, hostname: "me", latest_timestamp: "0" });
    const latest = text.match(/"latest_timestamp":(\d+)\}\}$/)?.[1] ?? "";
    const held = world.get("poll", { ...CART, hostname: "me", latest_timestamp: latest });
    const broken = expect(held).rejects.toThrow();
    await world.restart();
    await broken;
    const again = world.get("poll", { ...CART, hostname: "me", latest_timestamp: latest });
    await world.post("register", registration("shop.cart", "b"));
    expect((await again).code).toBe(0);
  });
});

test("a thousand instances of a service, and three hundred readers that hear of one change", {
  timeout: 90_000,
}, async () => {
  for (let at = 0; at < 1_000; at += 50) {
    const some = hosts(1_000).slice(at, at + 50);
    const answers = await Promise.all(
      some.map((hostname) => world.post("register", registration("shop.cart", hostname))),
    );
    expect(answers.every(({ code }) => code === 0)).toBe(true);
  }
  const { text, data } = await world.get("poll", { ...CART, hostname: "me", latest_timestamp: "0" });
  expect((data?.instances as Record<string, object[]> | undefined)?.sh001).toHaveLength(1_000);
  const latest = text.match(/"latest_timestamp":(\d+)\}\}$/)?.[1] ?? "";
  const polls = Array.from({ length: 300 }, () =>
    world.get("polls", { ...CART, hostname: "me", latest_timestamp: latest }),
  );
  const startedMs = performance.now();
  await world.post("set", { ...NAME, hostname: "h7", status: "2" });
  const answers = await Promise.all(polls);
  expect(answers.every(({ code }) => code === 0)).toBe(true);
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  expect(answers[0]?.text).not.toContain('"hostname":"h7"');
  expect(performance.now() - startedMs).toBeLessThan(20_000);
});
