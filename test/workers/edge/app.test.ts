import { afterEach, describe, expect, test } from "vitest";
import { type App, app } from "../../../edge/app.ts";
import { parseSettings } from "../../../edge/settings.ts";
import { batchWriter, parseBatch } from "../../../proto/batch/batch.ts";
import type { Bytes } from "../../../proto/codec/codec.ts";
import { pooledHex } from "../../../proto/trace.ts";
import { COMPRESSOR } from "./codec/fixture.ts";

const JSON_BODY = { "content-type": "application/json" };
const KEY = btoa("k".repeat(32));
const ROUTES = JSON.stringify({
  upstreams: { main: { urls: ["http://upstream.test"] }, origin: { urls: ["http://origin.test"] } },
  routes: [
    { name: "one", match: { path: "/one" }, upstream: "main" },
    { name: "mine", match: { path: "/mine" }, upstream: "main", auth: "required" },
  ],
});

interface World {
  readonly app: App;
  readonly fetched: string[];
  readonly warned: unknown[][];
  readonly lines: string[];
  ask(path: string, init?: RequestInit): Promise<Response>;
}

const background: Promise<unknown>[] = [];

afterEach(async () => {
  await Promise.all(background.splice(0));
});

function world(
  bindings: Record<string, unknown> = { IDENTITY_KEY: KEY },
  routes = ROUTES,
  answer: (url: string, init: RequestInit | undefined) => Promise<Response> = async (url) =>
    Response.json({ from: url }),
): World {
  const fetched: string[] = [];
  const warned: unknown[][] = [];
  const lines: string[] = [];
  const edge = app(parseSettings(bindings, routes), {
    async fetch(url, init) {
      fetched.push(url);
      return await answer(url, init);
    },
    now: () => Date.now(),
    random: () => 0.5,
    randomHex: pooledHex(),
    sleep: async () => undefined,
    compressor: COMPRESSOR,
    dictionaries: [],
    write: (written) => void lines.push(...written),
    warn: (...words) => void warned.push(words),
  });
  const ask = (path: string, init: RequestInit = {}) =>
    edge(new Request(`http://edge.test${path}`, init), { waitUntil: (promise) => void background.push(promise) });
  return { app: edge, fetched, warned, lines, ask };
}

describe("/livez and /readyz", () => {
  test.each([
    ["/livez", "ok"],
    ["/readyz", "ready"],
  ])("%s says %s, and asks no upstream", async (path, status) => {
    const it = world();
    const reply = await it.ask(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(await reply.json()).toEqual({ status });
    expect(it.fetched).toEqual([]);
  });

  test.each(["/livez", "/readyz"])("%s has no body for HEAD, and takes nothing else", async (path) => {
    const it = world();
    const head = await it.ask(path, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    const post = await it.ask(path, { method: "POST" });
    expect(post.status).toBe(405);
    expect(post.headers.get("allow")).toBe("GET, HEAD");
  });

  test("are no lines of the access log", async () => {
    const it = world();
    await it.ask("/livez");
    await it.ask("/readyz");
    await Promise.all(background);
    expect(it.lines).toEqual([]);
  });
});

describe("a bad configuration", () => {
  const bad = { IDENTITY_KEY: "short", ROUTES: '{"upstreams":{},"routes":[{}]}', OPS_TOKEN: "guess" };

  test("is alive, and not ready, and tells anyone the names of the bindings and nothing of what is in them", async () => {
    const it = world(bad);
    expect((await it.ask("/livez")).status).toBe(200);
    const reply = await it.ask("/readyz");
    expect(reply.status).toBe(503);
    const { flaws } = (await reply.json()) as { flaws: string[] };
    expect(flaws.toSorted()).toEqual(["IDENTITY_KEY", "OPS_TOKEN", "ROUTES"]);
  });

  test("answers nothing else, and tells the operator each flaw", async () => {
    const it = world(bad);
    for (const path of ["/one", "/$batch", "/nowhere"]) {
      const reply = await it.ask(path);
      expect(reply.status).toBe(503);
      expect(reply.headers.get("content-type")).toBe("application/problem+json");
    }
    expect(it.fetched).toEqual([]);
    for (const flaw of [/^ROUTES: routes\[0\]\.name/, /^IDENTITY_KEY: must be base64/, /^OPS_TOKEN: must have/]) {
      expect(it.warned.filter(([, line]) => flaw.test(String(line)))).toHaveLength(1);
    }
    expect(it.warned.flat().join("\n")).not.toMatch(/short|guess/);
  });

  test.each([
    [{}, /^IDENTITY_KEY: is missing; the upstream 'origin' learns by it who is calling$/],
    [{ IDENTITY_KEY: btoa("k".repeat(31)) }, /^IDENTITY_KEY: must be base64 of at least 32 bytes$/],
    [{ IDENTITY_KEY: "not base64!".repeat(9) }, /^IDENTITY_KEY: must be base64 of at least 32 bytes$/],
    [{ IDENTITY_KEY: KEY, OPS_TOKEN: "x".repeat(21) }, /^OPS_TOKEN: must have at least 22 characters$/],
    [{ IDENTITY_KEY: KEY, TOKEN_ISSUER: "" }, /^TOKEN_ISSUER: must not be empty$/],
    [{ IDENTITY_KEY: KEY, TOKEN_AUDIENCE: "" }, /^TOKEN_AUDIENCE: must not be empty$/],
    [{ IDENTITY_KEY: KEY, TOKEN_ISSUER: { get: () => "x" } }, /^TOKEN_ISSUER: must be text$/],
    [{ IDENTITY_KEY: KEY, ROUTES: {} }, /^ROUTES: must be text$/],
    [{ IDENTITY_KEY: KEY, ROUTES: "{" }, /^ROUTES: the route table is no JSON: /],
  ])("%o is told in one line", (bindings, flaw) => {
    const { flaws = [] } = parseSettings(bindings, ROUTES);
    expect(flaws).toHaveLength(1);
    expect(flaws[0]).toMatch(flaw);
  });

  test("objects that need each other are bound together, or not at all", () => {
    const { flaws } = parseSettings(
      { CONFIG: {}, REGISTRY: {}, REGISTRY_DIRECTORY: {}, PUSH_MAP: {}, PUSH_RELAY: {} },
      '{"upstreams":{},"routes":[]}',
    );
    expect(flaws).toEqual([
      "CONFIG_DIRECTORY: is missing; CONFIG cannot be used without it",
      "PUSH_CHANNEL: is missing; PUSH_MAP and PUSH_RELAY cannot be used without it",
      "PUSH_SHARD: is missing; PUSH_MAP and PUSH_RELAY cannot be used without it",
    ]);
  });

  test("needs no key where nobody is ever identified", () => {
    const routes = JSON.stringify({ upstreams: { main: { urls: ["http://x"] } }, routes: [] });
    expect(parseSettings({}, routes)).toMatchObject({
      settings: { identityKey: undefined, issuer: "https://fairway.local", audience: "fairway" },
    });
  });
});

describe("a request", () => {
  test("goes the way of its route, and is a line of the access log", async () => {
    const it = world();
    const reply = await it.ask("/one?x=1");
    expect(await reply.json()).toEqual({ from: "http://upstream.test/one?x=1" });
    await Promise.all(background);
    expect(it.lines.map((line) => JSON.parse(line))).toMatchObject([{ route: "one", status: 200, path: "/one" }]);
  });

  test("to an unknown path is a 404 problem, and a line too", async () => {
    const it = world();
    const reply = await it.ask("/nowhere");
    expect(reply.status).toBe(404);
    expect(reply.headers.get("content-type")).toBe("application/problem+json");
    expect(await reply.json()).toMatchObject({ status: 404, code: "not_found", title: "Not Found" });
    await Promise.all(background);
    expect(it.lines.map((line) => JSON.parse(line))).toMatchObject([{ status: 404, fault: "not_found" }]);
  });

  test("with a method that its path does not take is a 405 problem", async () => {
    const reply = await world().ask("/one", { method: "DELETE" });
    expect(reply.status).toBe(405);
    expect(reply.headers.get("allow")).toBe("GET, HEAD");
  });

  test("for HEAD has no problem in its body", async () => {
    const reply = await world().ask("/nowhere", { method: "HEAD" });
    expect(reply.status).toBe(404);
    expect(await reply.text()).toBe("");
  });

  test("without the token that its route needs never reaches the upstream", async () => {
    const it = world();
    const reply = await it.ask("/mine");
    expect(reply.status).toBe(401);
    expect(reply.headers.get("www-authenticate")).toMatch(/^Bearer/);
    expect(it.fetched).toEqual([]);
  });

  test("to an RPC that is not there is a Connect error, not a problem", async () => {
    const reply = await world().ask("/fairway.no.Such/Method", { method: "POST" });
    expect(reply.headers.get("content-type")).toBe("application/json");
    expect(await reply.json()).toMatchObject({ code: "unimplemented" });
  });

  test.each(["/$batch", "/%24batch"])("for GET %s is a 405", async (path) => {
    const reply = await world().ask(path);
    expect(reply.status).toBe(405);
    expect(reply.headers.get("allow")).toBe("POST");
  });

  test("with too long a URL is a 414", async () => {
    expect((await world().ask(`/${"x".repeat(20_000)}`)).status).toBe(414);
  });

  test("that meets a bug of ours is a 500 that tells nothing", async () => {
    const it = world();
    const reply = await it.app(new Request("http://edge.test/one"), {
      waitUntil() {
        throw new Error("secret detail");
      },
    });
    expect(reply.status).toBe(500);
    expect(await reply.text()).not.toContain("secret");
    expect(it.warned).toContainEqual([expect.any(String), expect.objectContaining({ message: "secret detail" })]);
  });
});

describe("a reply in a wave that its upstream marks as sensitive", () => {
  const routes = JSON.stringify({
    upstreams: { main: { urls: ["http://upstream.test"], batch: true } },
    routes: [{ name: "one", match: { path: "/{name}" }, upstream: "main", cache: { ttlSeconds: 60 } }],
  });
  const waves = async (url: string, init: RequestInit | undefined) => {
    if (!url.endsWith("/$batch")) return new Response(url); // The second time there is no other to go with.
    const items = parseBatch(new Uint8Array(await new Response(init?.body).arrayBuffer()), "application/x-protobuf");
    const replies = items.map(({ id, url }) => ({
      id,
      status: 200,
      headers: [["content-type", "text/plain"]] as const,
      body: new TextEncoder().encode(url) as Bytes,
      sensitive: url === "/secret",
    }));
    return new Response(batchWriter("frames").write(replies), {
      headers: { "content-type": "application/x-protobuf;delimited=true" },
    });
  };

  test("is not stored, whatever its route says, and others of its wave are", async () => {
    const it = world({}, routes, waves);
    const requests = ["/secret", "/open"].map((url, at) => ({ id: String(at), method: "GET", url }));
    const statuses = async () => {
      const reply = await it.ask("/$batch", { method: "POST", body: JSON.stringify({ requests }), headers: JSON_BODY });
      const { responses } = (await reply.json()) as { responses: { id: string; headers: Record<string, string> }[] };
      await Promise.all(background);
      return responses.toSorted((a, b) => Number(a.id) - Number(b.id)).map(({ headers }) => headers["cache-status"]);
    };
    expect(await statuses()).toEqual([
      expect.stringMatching(/fwd=uri-miss.*detail=sensitive/),
      expect.stringMatching(/fwd=uri-miss.*stored/),
    ]);
    expect(await statuses()).toEqual([expect.stringMatching(/fwd=/), expect.stringMatching(/; hit/)]);
  });
});
