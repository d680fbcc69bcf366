/** What is published in service `dns` runs at once; what is wrong is refused, and changes nothing. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DohResolver, startDohResolver } from "../../../bench/dns-hijack/doh-resolver.ts";
import { startEdge } from "../../../scripts/serve.ts";
import type { Workerd } from "../../../scripts/workerd.ts";
import { call, type EditInit, edit, OPS_TOKEN, publish, Refused } from "../config/world.ts";

const DNS = { service: "dns", idc: "default" };

let edge: Workerd;
let resolvers: DohResolver[];

beforeAll(async () => {
  resolvers = await Promise.all(
    [1, 2, 3].map(() => startDohResolver(() => ({ addresses: ["192.0.2.99"], ttlSeconds: 60 }))),
  );
  edge = await startEdge({
    port: 0,
    bindings: {
      OPS_TOKEN,
      CONFIG_KEY: Buffer.alloc(32, "c").toString("base64"),
      PROTOCOLS: JSON.stringify({ "httpdns-tencent": true, config: true, discovery: true }),
      ROUTES: JSON.stringify({ upstreams: { x: { urls: ["http://127.0.0.1:9"] } }, routes: [] }),
      HTTPDNS: JSON.stringify({
        zones: { "example.com": { names: { www: { sets: "web" } } } },
        sets: { web: { addresses: ["192.0.2.1"] } },
        settings: { open: OPEN },
      }),
    },
  });
  await call(edge.url, "CreateService", { service: DNS });
});

afterAll(async () => {
  await edge?.stop();
  await Promise.all(resolvers.map((resolver) => resolver.close()));
});

const OPEN = { dialects: ["tencent"], requestsPerSecond: 1_000 };
const entry = (section: string, key: string, value: unknown, secret = false): EditInit => ({
  section,
  key,
  type: "VALUE_TYPE_JSON",
  value: JSON.stringify(value),
  secret,
});

async function ask(name: string, query = ""): Promise<string> {
  const response = await fetch(`${edge.url}/d?dn=${name}${query}`);
  return response.status === 200 ? await response.text() : `${response.status}`;
}

async function effective(name: string, wanted: string): Promise<void> {
  await expect.poll(() => ask(name)).toBe(wanted);
}

test("the binding runs while nothing is published; a release takes its place, and its end gives it back", async () => {
  expect(await ask("www.example.com")).toBe("192.0.2.1");
  const open = entry("settings", "open", OPEN);
  const set = entry("sets", "web", { addresses: ["192.0.2.2"] });
  const zone = entry("zones", "example.com", { names: { www: { sets: "web" } } });
  await publish(edge.url, DNS, [open, set, zone]);
  await effective("www.example.com", "192.0.2.2");

  await publish(edge.url, DNS, [entry("sets", "web", { addresses: ["192.0.2.3"] })]);
  await effective("www.example.com", "192.0.2.3");

  const removed = ["settings/open", "sets/web", "zones/example.com"].map((place): EditInit => {
    const [section = "", key = ""] = place.split("/");
    return { section, key, delete: true };
  });
  await publish(edge.url, DNS, removed);
  await effective("www.example.com", "192.0.2.1");
});

test("a release that is wrong is refused with the names of what is wrong, and what runs goes on", async () => {
  const wrong = [
    entry("zones", "example.org", { names: { a: { cname: "b.example.org" }, b: { cname: "a.example.org" } } }),
    entry("sets", "bad", { addresses: ["192.0.2.256"] }),
  ];
  const revision = await edit(edge.url, DNS, wrong);
  const refused = call(edge.url, "Publish", { service: DNS, revision, message: "" });
  await expect(refused).rejects.toThrow(Refused);
  await expect(refused).rejects.toThrow(/sets\/bad\.addresses\.0\.address: must be an IPv4 or IPv6 address/);
  await expect(refused).rejects.toThrow(/a\.example\.org → b\.example\.org → a\.example\.org is a cycle of CNAMEs/);
  expect(await ask("www.example.com")).toBe("192.0.2.1");
  const gone = wrong.map(({ section = "", key }): EditInit => ({ section, key, delete: true }));
  await edit(edge.url, DNS, gone);
});

test("accounts are secrets, which the edge opens", async () => {
  const key = { tencent: { des: "8chars!!", token: "123456789" } };
  const account = { keys: [key], dialects: ["tencent"], unsigned: true };
  await publish(edge.url, DNS, [
    entry("accounts", "4711", account, true),
    entry("sets", "web", { addresses: ["192.0.2.4"] }),
    entry("zones", "example.com", { names: { www: { sets: "web" } } }),
  ]);
  await expect.poll(() => ask("www.example.com", "&id=4711&token=123456789")).toBe("192.0.2.4");
  expect(await ask("www.example.com")).not.toBe("192.0.2.4"); // Nobody may ask without an account any more.
});

test("names of others are answered by resolvers that agree; those that are not allowed are refused and not asked for", async () => {
  await publish(edge.url, DNS, [
    entry("settings", "open", OPEN),
    entry("settings", "foreign", { suffixes: ["example.net"], timeoutMs: 1_000 }),
    ...resolvers.map(({ url }, at) => entry("resolvers", `r${at}`, { url })),
    entry("zones", "example.com", { names: { www: { sets: "web" }, out: { cname: "www.example.net" } } }),
  ]);
  await effective("www.example.net", "192.0.2.99");
  expect(await ask("out.example.com")).toBe("192.0.2.99");
  const heard = () => resolvers.flatMap((resolver) => resolver.heard.map(({ name }) => name));
  await ask("www.example.org");
  expect(new Set(heard())).toEqual(new Set(["www.example.net"]));
});

test("fifty who ask for the same name at once are answered by one question to each resolver", async () => {
  const all = await Promise.all(Array.from({ length: 50 }, () => ask("crowd.example.net")));
  expect(new Set(all)).toEqual(new Set(["192.0.2.99"]));
  for (const { heard } of resolvers) expect(heard.filter(({ name }) => name === "crowd.example.net")).toHaveLength(1);
});

test("who waits for a lookup whose client went away is answered", async () => {
  for (const resolver of resolvers) resolver.illness = "hanging";
  const gone = new AbortController();
  const first = fetch(`${edge.url}/d?dn=gone.example.net`, { signal: gone.signal }).catch(() => undefined);
  const heard = () => resolvers.every((resolver) => resolver.heard.some(({ name }) => name === "gone.example.net"));
  await expect.poll(heard).toBe(true);
  const second = ask("gone.example.net");
  gone.abort();
  await first;
  for (const resolver of resolvers) resolver.illness = undefined;
  expect(["503", "192.0.2.99"]).toContain(await second); // In time, whoever answered it.
  await expect.poll(() => ask("gone.example.net")).toBe("192.0.2.99");
});

test("a set finds its addresses in the registry, and an instance that is cancelled leaves", async () => {
  const instance = (hostname: string, address: string) =>
    new URLSearchParams({
      env: "prod",
      appid: "shop.web",
      zone: "sh1",
      region: "sh",
      hostname,
      addrs: `http://${address}:8080`,
      status: "1",
    });
  const ask2 = async (path: string, form: URLSearchParams) => {
    const headers = { authorization: `Bearer ${OPS_TOKEN}` };
    const response = await fetch(`${edge.url}/discovery/${path}`, { method: "POST", headers, body: form });
    expect(await response.json()).toMatchObject({ code: 0 });
  };
  await ask2("register", instance("one", "192.0.2.11"));
  await ask2("register", instance("two", "192.0.2.12"));
  await publish(edge.url, DNS, [
    entry("sets", "shop", { registry: { appid: "shop.web", env: "prod" } }),
    entry("zones", "example.com", { names: { shop: { sets: "shop" } } }),
  ]);
  const sorted = async () => (await ask("shop.example.com")).split(";").toSorted();
  await expect.poll(sorted).toEqual(["192.0.2.11", "192.0.2.12"]);
  await ask2("cancel", instance("two", "192.0.2.12"));
  await expect.poll(sorted).toEqual(["192.0.2.11"]);
});
