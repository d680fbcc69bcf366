import { describe, expect, test } from "vitest";
import { Fault } from "../../../proto/fault.ts";
import { Country, SearchResult } from "../../../proto/gen/countries.contract.ts";
import { PassportService, Profile, Session } from "../../../proto/gen/passport.contract.ts";
import { createClient, path } from "../../../sdk/client.ts";
import { gate, type Script, scriptedEdge } from "./scripted-edge.ts";

const BASE = { baseUrl: "https://edge.test" };
const HITS = { q: "a b", total: 1, items: [{ country: { cca3: "É/X" }, match: { name: "x" } }] };

const api: Script = (call) => {
  if (call.url.startsWith("/search")) return { message: [SearchResult, HITS], headers: { "x-next": "tok en" } };
  if (call.url.startsWith("/json")) return { json: { list: [{ "a.b": 1, n: 12, t: "{0.body}", nothing: null }] } };
  if (call.url.startsWith("/country/")) return { message: [Country, { cca3: call.url }] };
  if (call.url === "/fails") throw new Fault("unavailable", "out of order", { status: 500 });
  return { json: { url: call.url, own: call.headers.get("x-own"), body: new TextDecoder().decode(call.body) } };
};

function setUp(options: { merge?: { itemsMax: number } } = {}) {
  const edge = scriptedEdge(api);
  return { edge, client: createClient({ ...BASE, ...options, fetch: edge.fetch }) };
}

describe("a value of an earlier reply", () => {
  test("in a URL leaves with that call in one request, and arrives percent-encoded", async () => {
    const { edge, client } = setUp();
    const hits = client.fetch(path`/search?q=${"a b&c"}`, { message: SearchResult });
    const best = client.fetch(path`/country/${hits.ref.items.at(0).country.cca3}`, { message: Country });
    expect((await best).cca3).toBe("/country/%C3%89%2FX");
    expect(edge.seen).toHaveLength(1);
    expect(edge.seen[0]?.items.map(({ url, dependsOn }) => ({ url, dependsOn }))).toEqual([
      { url: "/search?q=a%20b%26c", dependsOn: [] },
      { url: "/country/{0.body.items.0.country.cca3}", dependsOn: ["0"] },
    ]);
  });

  test("is the same when the calls go in requests of their own", async () => {
    const { edge, client } = setUp({ merge: { itemsMax: 1 } });
    const hits = client.fetch("/search", { message: SearchResult });
    const best = client.fetch(path`/country/${hits.ref.items.at(0).country.cca3}`, { message: Country });
    expect((await best).cca3).toBe("/country/%C3%89%2FX");
    expect(edge.seen.map(({ path }) => path)).toEqual(["/search", "/country/%C3%89%2FX"]);
  });

  test("is known at once when that call is over", async () => {
    const { edge, client } = setUp();
    const hits = client.fetch("/search", { message: SearchResult });
    await hits;
    await client.fetch(path`/country/${hits.ref.items.at(0).country.cca3}`);
    expect(edge.seen.map(({ path }) => path)).toEqual(["/search", "/country/%C3%89%2FX"]);
  });

  test.each([50, 1])("stands in headers and JSON bodies too (itemsMax %i)", async (itemsMax) => {
    const { client } = setUp({ merge: { itemsMax } });
    const hits = client.fetch("/search", { message: SearchResult });
    const list = client.fetch("/json");
    const other = client.fetch("/other", {
      method: "POST",
      headers: { "x-own": ["to ", hits.header("X-Next")] },
      json: { name: hits.ref.items.at(0).match.name, n: list.ref.at("list").at(0).at("n"), all: [hits.ref.q] },
    });
    expect((await other).json()).toMatchObject({ own: "to tok en", body: '{"name":"x","n":12,"all":["a b"]}' });
  });

  test.each([50, 1])("a user's text that looks like a reference stays text (itemsMax %i)", async (itemsMax) => {
    const { client } = setUp({ merge: { itemsMax } });
    const hits = client.fetch("/search", { message: SearchResult });
    const typed = "{0.body.q} {{ {";
    const other = client.fetch(path`/other/${typed}?q={0.body.q}`, {
      method: "POST",
      headers: { "x-own": typed },
      json: { typed, q: hits.ref.q },
    });
    expect((await other).json()).toEqual({
      url: "/other/%7B0.body.q%7D%20%7B%7B%20%7B?q=%7B0.body.q%7D",
      own: typed,
      body: JSON.stringify({ typed, q: "a b" }),
    });
  });

  test("whose key the edge's notation cannot name is put in by the client", async () => {
    const { edge, client } = setUp();
    const list = client.fetch("/json");
    const use = client.fetch(path`/other/${list.ref.at("list").at(0).at("a.b")}`);
    expect((await use).json()).toMatchObject({ url: "/other/1" });
    expect(edge.seen.map(({ path }) => path)).toEqual(["/json", "/other/1"]);
  });

  test.each([50, 1])("that is not there fails the call, naming it (itemsMax %i)", async (itemsMax) => {
    const { client } = setUp({ merge: { itemsMax } });
    const list = client.fetch("/json");
    const missing = client.fetch(path`/other/${list.ref.at("list").at(7).at("x")}`);
    const nothing = client.fetch(path`/other/${list.ref.at("list").at(0).at("nothing")}`);
    const object = client.fetch(path`/other/${list.ref.at("list")}`);
    await expect(missing).rejects.toMatchObject({ code: "failed_precondition" });
    await expect(missing).rejects.toThrow("list.7.x");
    await expect(nothing).rejects.toMatchObject({ code: "failed_precondition" });
    await expect(object).rejects.toMatchObject({ code: "failed_precondition" });
    expect((await list).status).toBe(200);
  });

  test("is no string: whoever forgets the tag is told so", () => {
    const { client } = setUp();
    const hits = client.fetch("/search", { message: SearchResult });
    expect(() => `/country/${hits.ref.q}`).toThrow("path`...`");
    expect(() => JSON.stringify(hits.ref)).toThrow("path`...`");
  });

  test("of a header must be asked for in the tick of the call, where the reply is a message", async () => {
    const { edge, client } = setUp();
    const [first, second] = [
      client.fetch("/search?1", { message: SearchResult }),
      client.fetch("/search?2", { message: SearchResult }),
    ];
    const token = first.header("x-next");
    await Promise.all([first, second]);
    expect(edge.seen[0]?.items.map(({ bare }) => bare)).toEqual([undefined, true]);
    const reply = await client.fetch("/other", { headers: { "x-own": token } });
    expect(reply.json()).toMatchObject({ own: "tok en" });
    expect(() => second.header("x-next")).toThrow("in the tick");
  });

  test("64-bit numbers and times are taken as they are in JSON", async () => {
    const session = { uid: 2n ** 63n, accessToken: "a", refreshToken: "r", expiresInSeconds: 600 };
    const when = { seconds: 1_700_000_000n, nanos: 0 };
    for (const itemsMax of [50, 1]) {
      const edge = scriptedEdge((call) => {
        if (call.url.endsWith("SignInGuest")) return { message: [Session, { ...session, refreshExpiresAt: when }] };
        return { json: call.url };
      });
      const client = createClient({ ...BASE, fetch: edge.fetch, merge: { itemsMax } });
      const { ref } = client.rpc(PassportService).signInGuest({ deviceId: "d".repeat(16) });
      const user = client.fetch(path`/users/${ref.uid}?until=${ref.refreshExpiresAt}`);
      expect((await user).json()).toBe("/users/9223372036854775808?until=2023-11-14T22%3A13%3A20Z");
    }
  });

  test("stands in an RPC request, which then goes as JSON", async () => {
    const edge = scriptedEdge(({ url, body, headers }) => {
      if (!url.endsWith("UpdateProfile")) return { json: { name: "Ada", n: 3 } };
      expect(headers.get("content-type")).toBe("application/json");
      const { nickname, revision } = JSON.parse(new TextDecoder().decode(body));
      return { message: [Profile, { nickname, revision: Number(revision) }] };
    });
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const { ref } = client.fetch("/suggestion");
    const passport = client.rpc(PassportService);
    const updated = await passport.updateProfile({ nickname: ref.at("name"), revision: ref.at("n"), locale: "en" });
    expect(updated).toMatchObject({ nickname: "Ada", revision: 3 });
    expect(edge.seen).toHaveLength(1);
  });
});

describe("a call that depends on another", () => {
  test("runs after it, without a value of it", async () => {
    const order: string[] = [];
    const edge = scriptedEdge(({ url }) => {
      order.push(url);
      return {};
    });
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const first = client.fetch("/first", { method: "POST" });
    await client.fetch("/second", { after: [first] });
    expect(order).toEqual(["/first", "/second"]);
    expect(edge.seen[0]?.items[1]?.dependsOn).toEqual(["0"]);
  });

  test.each([50, 1])("fails with its fault and its name, and never runs (itemsMax %i)", async (itemsMax) => {
    const { edge, client } = setUp({ merge: { itemsMax } });
    const failing = client.fetch("/fails");
    const dependent = client.fetch(path`/other/${failing.ref.at("x")}`);
    const third = client.fetch(path`/other/${dependent.ref.at("x")}`);
    await expect(dependent).rejects.toMatchObject({ code: "unavailable" });
    await expect(dependent).rejects.toThrow("needs GET /fails, which failed: out of order");
    await expect(third).rejects.toMatchObject({ code: "unavailable" });
    expect(edge.seen.map(({ path }) => path).filter((path) => path.startsWith("/other"))).toEqual([]);
  });

  test("waits for one that left in an earlier request", async () => {
    const hold = gate();
    const edge = scriptedEdge(async (call) => {
      if (call.url === "/json") await hold.opened;
      return api(call);
    });
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const list = client.fetch("/json");
    await expect.poll(() => edge.seen.length).toBe(1);
    const use = client.fetch(path`/other/${list.ref.at("list").at(0).at("n")}`);
    hold.open();
    expect((await use).json()).toMatchObject({ url: "/other/12" });
    expect(edge.seen.map(({ path }) => path)).toEqual(["/json", "/other/12"]);
  });

  test("keeps the other alive when the caller who asked for that has gone", async () => {
    const hold = gate();
    const edge = scriptedEdge(async (call) => {
      if (call.url === "/json") await hold.opened;
      return api(call);
    });
    const client = createClient({ ...BASE, fetch: edge.fetch, merge: { itemsMax: 1 } });
    const controller = new AbortController();
    const list = client.fetch("/json", { signal: controller.signal });
    const use = client.fetch(path`/other/${list.ref.at("list").at(0).at("n")}`);
    await expect.poll(() => edge.seen.length).toBe(1);
    controller.abort();
    await expect(list).rejects.toMatchObject({ code: "canceled" });
    hold.open();
    expect((await use).json()).toMatchObject({ url: "/other/12" });
  });

  test("more than fit into one request still all run", async () => {
    const { client } = setUp({ merge: { itemsMax: 4 } });
    const lists = Array.from({ length: 5 }, (_, index) => client.fetch(`/json?${index}`));
    const uses = lists.map((list, index) => client.fetch(path`/other/${index}/${list.ref.at("list").at(0).at("n")}`));
    const urls = (await Promise.all(uses)).map((reply) => (reply.json() as { url: string }).url);
    expect(urls).toEqual([0, 1, 2, 3, 4].map((index) => `/other/${index}/12`));
  });

  test("a promise of somebody else's is refused", () => {
    const { client } = setUp();
    const foreign = Object.assign(Promise.resolve(), { header: () => null as never });
    expect(() => client.fetch("/a", { after: [foreign] })).toThrow("not a call");
  });
});
