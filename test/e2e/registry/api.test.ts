/** bilibili discovery's HTTP API at the edge, as its clients use it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, OPS_TOKEN, OTHER_TOKEN, registration, startWorld, TOKEN, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const CART = { env: "test", appid: "shop.cart" };
const NANOSECONDS = /"latest_timestamp":(\d{19})/;
const latestOf = (text: string) => text.match(/"latest_timestamp":(\d+)\}\}?[,}]/)?.[1] ?? "";

describe("the Go client's way:", () => {
  test("it finds the registry's own nodes first, in a zone that is not its own", async () => {
    const asked = { env: "test", hostname: "me", appid: "infra.discovery", latest_timestamp: "0" };
    const { code, data, text } = await world.get("polls", asked);
    expect(code).toBe(0);
    const found = data?.["infra.discovery"] as { instances: Record<string, { addrs: string[] }[]> };
    expect(Object.keys(found.instances)).toEqual(["fairway"]);
    expect(found.instances.fairway?.[0]?.addrs).toEqual([world.url]);
    expect(text).toMatch(/"latest_timestamp":[1-9]\d*\}/);
  });

  test("it registers, renews, is found and leaves", async () => {
    const fields = Object.entries(registration("shop.cart", "go-1"));
    const more: [string, string][] = [...fields, ["addrs", "grpc://go-1.example:9000"]];
    expect((await world.post("register", more)).code).toBe(0);
    const name = { region: "sh", zone: "sh001", hostname: "go-1", ...CART };
    expect(await world.post("renew", name)).toMatchObject({ code: 0, data: { hostname: "go-1", status: 1 } });

    const { data, text } = await world.get("fetch", { ...CART, status: "1" });
    expect(data?.instances).toMatchObject({
      sh001: [
        {
          region: "sh",
          zone: "sh001",
          env: "test",
          appid: "shop.cart",
          hostname: "go-1",
          addrs: ["http://go-1.example:8080", "grpc://go-1.example:9000"],
          version: "1.2.3",
          color: "",
          metadata: { weight: "10" },
          status: 1,
        },
      ],
    });
    for (const field of ["reg", "up", "renew", "dirty", "latest"]) {
      const digits = text.match(new RegExp(`"${field}_timestamp":(\\d+)`))?.[1] ?? "";
      expect(digits).toHaveLength(19);
      expect(Math.abs(Number(BigInt(digits) / 1_000_000n) - Date.now())).toBeLessThan(60_000);
    }

    expect((await world.post("cancel", name)).code).toBe(0);
    expect((await world.get("fetch", { ...CART, status: "1" })).code).toBe(-404);
    expect((await world.post("renew", name)).code).toBe(-404);
  });

  test("it waits for a change by the digits of the last answer, and hears of it at once", async () => {
    await world.post("register", registration("shop.cart", "wait-1"));
    const asked = (latest: readonly [string, string]) =>
      world.get("polls", [
        ["appid", "shop.cart"],
        ["appid", "shop.stock"],
        ["env", "test"],
        ["hostname", "me"],
        ["latest_timestamp", latest[0]],
        ["latest_timestamp", latest[1]],
      ]);
    const first = await asked(["0", "0"]);
    expect(first).toMatchObject({ code: 0, error: { "-404": ["shop.stock"] } });
    expect(Object.keys(first.data ?? {})).toEqual(["shop.cart"]);
    const latest = first.text.match(/\]\},"latest_timestamp":(\d+)/)?.[1] ?? "";
    expect(latest).toMatch(/^\d{19}$/);

    const startedMs = performance.now();
    const waiting = asked([latest, "0"]);
    const stock = asked([latest, "0"]);
    await world.post("register", registration("shop.stock", "stock-1"), OTHER_TOKEN);
    for (const answer of await Promise.all([waiting, stock])) {
      expect(answer.code).toBe(0);
      expect(Object.keys(answer.data ?? {})).toEqual(["shop.stock"]);
    }
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    for (const [appid, hostname] of [
      ["shop.cart", "wait-1"],
      ["shop.stock", "stock-1"],
    ] as const) {
      await world.post(
        "cancel",
        { env: "test", zone: "sh001", appid, hostname },
        appid === "shop.cart" ? TOKEN : OTHER_TOKEN,
      );
    }
  });

  test("it changes status, colour and metadata of several instances", async () => {
    for (const hostname of ["set-1", "set-2"]) await world.post("register", registration("shop.cart", hostname));
    const change = [
      ["env", "test"],
      ["zone", "sh001"],
      ["appid", "shop.cart"],
      ["hostname", "set-1"],
      ["hostname", "set-2"],
      ["status", "2"],
      ["status", "1"],
      ["color", "red"],
      ["color", ""],
      ["metadata", '{"a":"1","b":"2"}'],
      ["metadata", "{}"],
    ] as const;
    expect((await world.post("set", change)).code).toBe(0);
    const { data } = await world.get("fetch", { ...CART, status: "3" });
    expect((data?.instances as Record<string, unknown> | undefined)?.sh001).toMatchObject([
      { hostname: "set-1", status: 2, color: "red", metadata: { a: "1", b: "2" } },
      { hostname: "set-2", status: 1, color: "", metadata: {} },
    ]);
    expect(await world.hostnames("shop.cart", 1)).toEqual(["set-2"]);
    expect(await world.hostnames("shop.cart", 2)).toEqual(["set-1"]);
    for (const hostname of ["set-1", "set-2"]) await world.post("cancel", { ...CART, zone: "sh001", hostname });
  });

  test("older ones join their lists with commas", async () => {
    const form = registration("shop.cart", "old", { addrs: "http://10.0.0.1:1,grpc://10.0.0.1:2" });
    expect((await world.post("register", form)).code).toBe(0);
    const asked = { env: "test", appid: "shop.cart,infra.discovery", latest_timestamp: "0,0", hostname: "me" };
    const { data } = await world.get("polls", asked);
    expect(Object.keys(data ?? {}).sort()).toEqual(["infra.discovery", "shop.cart"]);
    expect(JSON.stringify(data)).toContain('"addrs":["http://10.0.0.1:1","grpc://10.0.0.1:2"]');
    const { data: several } = await world.get("fetchs", { env: "test", appid: "shop.cart,shop.stock", status: "1" });
    expect(Object.keys(several ?? {})).toEqual(["shop.cart"]);
    await world.post("cancel", { ...CART, zone: "sh001", hostname: "old" });
  });
});

test("a poll with nothing new is held for 30 s, and then says so", { timeout: 60_000 }, async () => {
  await world.post("register", registration("shop.cart", "held"));
  const first = await world.get("poll", { ...CART, hostname: "me", latest_timestamp: "0" });
  const latest = latestOf(first.text);
  expect(first.text).toMatch(NANOSECONDS);
  const startedMs = performance.now();
  const answer = await world.get("poll", { ...CART, hostname: "me", latest_timestamp: latest });
  expect(answer).toMatchObject({ status: 200, code: -304 });
  expect(performance.now() - startedMs).toBeGreaterThan(29_000);
  expect(performance.now() - startedMs).toBeLessThan(40_000);
  await world.post("cancel", { ...CART, zone: "sh001", hostname: "held" });
});

test("a poll for one service ends when its last instance leaves", async () => {
  await world.post("register", registration("shop.cart", "last"));
  const first = await world.get("poll", { ...CART, hostname: "me", latest_timestamp: "0" });
  const waiting = world.get("poll", { ...CART, hostname: "me", latest_timestamp: latestOf(first.text) });
  await world.post("cancel", { ...CART, zone: "sh001", hostname: "last" });
  expect((await waiting).code).toBe(-404);
  expect((await world.get("poll", { ...CART, hostname: "me", latest_timestamp: "0" })).code).toBe(-404);
});

test("fetch/all tells a caller what it may read, and operators everything", async () => {
  await world.post("register", registration("shop.cart", "all-1"));
  await world.post("register", registration("shop.stock", "all-2"), OTHER_TOKEN);
  await expect
    .poll(async () => Object.keys((await world.get("fetch/all", {}, OPS_TOKEN)).data ?? {}).sort())
    .toEqual(["shop.cart", "shop.stock"]);
  expect(Object.keys((await world.get("fetch/all", {}, OTHER_TOKEN)).data ?? {})).toEqual(["shop.stock"]);
  await world.post("cancel", { ...CART, zone: "sh001", hostname: "all-1" });
  await world.post("cancel", { env: "test", appid: "shop.stock", zone: "sh001", hostname: "all-2" }, OTHER_TOKEN);
});

test("in a batch too, where a poll is not held", async () => {
  await world.post("register", registration("shop.cart", "merged"));
  const { text } = await world.get("poll", { ...CART, hostname: "me", latest_timestamp: "0" });
  const query = new URLSearchParams({ ...CART, hostname: "me", latest_timestamp: latestOf(text) });
  const headers = { authorization: `Bearer ${TOKEN}` };
  const form = { ...headers, "content-type": "application/x-www-form-urlencoded" };
  const startedMs = performance.now();
  const response = await fetch(`${world.url}/$batch`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      requests: [
        { id: "1", url: `/discovery/poll?${query}`, headers },
        { id: "2", url: "/discovery/nodes" },
        {
          id: "3",
          method: "POST",
          url: "/discovery/renew",
          headers: form,
          body: btoa(String(new URLSearchParams({ ...CART, zone: "sh001", hostname: "merged" }))),
        },
        { id: "4", url: `/discovery/hold?${query}&zone=sh001&generation=1`, headers },
      ],
    }),
  });
  const { responses } = (await response.json()) as { responses: { id: string; status: number; body: Answer }[] };
  const codes = responses.toSorted((a, b) => a.id.localeCompare(b.id)).map(({ status, body }) => [status, body.code]);
  expect(codes).toEqual([
    [200, -304],
    [401, -401],
    [200, 0],
    [426, -400],
  ]);
  expect(performance.now() - startedMs).toBeLessThan(10_000);
  await world.post("cancel", { ...CART, zone: "sh001", hostname: "merged" });
});

test("nodes tells the edge that was asked", async () => {
  const { data } = await world.get("nodes", {});
  expect(data).toEqual([{ addr: new URL(world.url).host, status: 0, zone: "fairway" }]);
});

describe("bad input gets −400, and changes nothing:", () => {
  const good = registration("shop.cart", "bad");
  test.each<[string, Record<string, string>]>([
    ["no zone", { zone: "" }],
    ["no env", { env: "" }],
    ["no appid", { appid: "" }],
    ["no hostname", { hostname: "" }],
    ["no status", { status: "" }],
    ["status 0", { status: "0" }],
    ["status 3", { status: "3" }],
    ["a status that is no number", { status: "up" }],
    ["no address", { addrs: "" }],
    ["seventeen addresses", { addrs: Array(17).fill("http://a:1").join(",") }],
    ["an address with a space", { addrs: "http://a b" }],
    ["metadata that is no JSON", { metadata: "{" }],
    ["metadata that is a list", { metadata: "[]" }],
    ["metadata in metadata", { metadata: '{"a":{}}' }],
    ["metadata beyond its limit", { metadata: JSON.stringify({ a: "x".repeat(9_000) }) }],
    ["a hostname with a slash", { hostname: "a/b" }],
    ["a hostname beyond its limit", { hostname: "a".repeat(129) }],
    ["a zone with a comma", { zone: "a,b" }],
    ["a lease below its limit", { lease_ms: "999" }],
    ["a lease beyond its limit", { lease_ms: "90001" }],
    ["a generation beyond what a number holds", { generation: "9007199254740992" }],
    ["a generation that is none", { generation: "-1" }],
    ["the registry's own name", { appid: "infra.discovery" }],
  ])("%s", async (_, changes) => {
    const answer = await world.post("register", { ...good, ...changes }, OPS_TOKEN);
    expect(answer).toMatchObject({ status: 200, code: -400 });
    expect(await world.hostnames("shop.cart")).not.toContain("bad");
  });

  test.each<[string, string, Record<string, string>]>([
    ["fetch without a status", "fetch", CART],
    ["fetch of status 4", "fetch", { ...CART, status: "4" }],
    ["a time that is none", "poll", { ...CART, hostname: "me", latest_timestamp: "yesterday" }],
    ["a negative time", "poll", { ...CART, hostname: "me", latest_timestamp: "-1" }],
    ["polls with a time too few", "polls", { env: "test", appid: "shop.cart,shop.stock", latest_timestamp: "0" }],
    ["polls of nothing", "polls", { env: "test", latest_timestamp: "" }],
    ["a socket without a generation", "hold", { ...CART, zone: "z", hostname: "h" }],
  ])("%s", async (_, operation, fields) => {
    expect(await world.get(operation, fields)).toMatchObject({ status: 200, code: -400 });
  });

  test.each<[string, Record<string, string>]>([
    ["a status of another length", { hostname: "a,b", status: "2" }],
    ["a wrong status", { hostname: "a", status: "3" }],
    ["a hostname twice", { hostname: "a,a", status: "1,2" }],
    ["no hostname", { status: "1" }],
  ])("set with %s", async (_, changes) => {
    expect((await world.post("set", { ...CART, zone: "sh001", ...changes })).code).toBe(-400);
  });

  test("a body that is no form", async () => {
    const response = await fetch(`${world.url}/discovery/register`, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
      body: JSON.stringify(good),
    });
    expect(await response.json()).toMatchObject({ code: -400 });
  });

  test("a form beyond its limit", async () => {
    const { code, status } = await world.post("register", { ...good, version: "x".repeat(1_100_000) });
    expect([code, status]).toEqual([-400, 413]);
  });
});

test("what is unknown gets −404: an instance, a service, a change of nobody", async () => {
  const name = { ...CART, zone: "sh001", hostname: "nobody" };
  expect((await world.post("renew", name)).code).toBe(-404);
  expect((await world.post("cancel", name)).code).toBe(-404);
  expect((await world.post("set", { ...name, status: "2" })).code).toBe(-404);
  expect((await world.get("fetch", { ...CART, env: "elsewhere", status: "1" })).code).toBe(-404);
});

test("an older generation gets −409, and is told the one that is registered", async () => {
  await world.post("register", registration("shop.cart", "twice", { generation: "20" }));
  const old = { ...CART, zone: "sh001", hostname: "twice", generation: "19" };
  for (const operation of ["renew", "cancel"]) {
    expect(await world.post(operation, old)).toMatchObject({ code: -409, data: { generation: 20 } });
  }
  expect((await world.post("register", registration("shop.cart", "twice", { generation: "19" }))).code).toBe(-409);
  expect(await world.hostnames("shop.cart")).toContain("twice");
  expect((await world.post("cancel", { ...old, generation: "20" })).code).toBe(0);
});

describe("who is let in:", () => {
  const form = registration("shop.cart", "forged");

  test.each<[string, string | undefined]>([
    ["no token", undefined],
    ["a forged token", `Bearer ${TOKEN.slice(0, -1)}8`],
    ["a prefix of a token", `Bearer ${TOKEN.slice(0, -1)}`],
    ["a token and more", `Bearer ${TOKEN}0`],
    ["another scheme", `Token ${TOKEN}`],
    ["Basic that is no base64", "Basic ???"],
    ["Basic without a password", `Basic ${btoa(TOKEN)}`],
    ["a token as the user", `Basic ${btoa(`${TOKEN}:`)}`],
  ])("not %s", async (_, authorization) => {
    const response = await fetch(`${world.url}/discovery/register`, {
      method: "POST",
      headers: authorization === undefined ? {} : { authorization },
      body: new URLSearchParams(form),
    });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain("Bearer");
    expect(await response.json()).toMatchObject({ code: -401 });
  });

  test("not the token of another service", async () => {
    expect(await world.post("register", form, OTHER_TOKEN)).toMatchObject({ status: 403, code: -403 });
    const name = { ...CART, zone: "sh001", hostname: "forged" };
    for (const operation of ["renew", "cancel"]) {
      expect((await world.post(operation, name, OTHER_TOKEN)).code).toBe(-403);
    }
    expect((await world.get("fetch", { ...CART, status: "1" }, OTHER_TOKEN)).code).toBe(-403);
    expect((await world.get("polls", { ...CART, latest_timestamp: "0" }, OTHER_TOKEN)).code).toBe(-403);
  });

  test("to read, who is listed; to write, not", async () => {
    expect((await world.get("fetch", { env: "test", appid: "shop.stock", status: "1" }, TOKEN)).code).toBe(-404);
    expect((await world.post("register", registration("shop.stock", "forged"), TOKEN)).code).toBe(-403);
  });

  test("the next token of a service, while both are listed", async () => {
    expect((await world.get("fetch", { ...CART, status: "1" }, "the-next-token-of-shop-cart")).code).toBe(-404);
  });
});

test("a wrong method or path is told as such, and not as a code of the API alone", async () => {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const wrongMethod = await fetch(`${world.url}/discovery/register`, { headers });
  expect([wrongMethod.status, wrongMethod.headers.get("allow")]).toEqual([405, "POST"]);
  expect((await fetch(`${world.url}/discovery/nothing`, { headers })).status).toBe(404);
});
