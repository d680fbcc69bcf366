/** Purges, and the store that isolates share, on workerd. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Answer, type EdgeAndOrigin, type EdgeOptions, edgeAndOrigin } from "./edge-and-origin.ts";

const OPS_TOKEN = "0123456789abcdefghijklmnop";
const bindings = { OPS_TOKEN };

const running: EdgeAndOrigin[] = [];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-objects-"));
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((both) => both.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function start(answer: Answer, options: EdgeOptions = {}): Promise<EdgeAndOrigin> {
  const both = await edgeAndOrigin(answer, { bindings, ...options });
  running.push(both);
  return both;
}

const tagged: Answer = (request, response) => {
  const name = request.url?.slice(1) ?? "";
  response.writeHead(200, { "cache-control": "max-age=60", "x-tags": `all-of-them, ${name}` }).end(name);
};

const purge = ({ url }: EdgeAndOrigin, body: unknown, token = OPS_TOKEN) =>
  fetch(`${url}/ops/purge`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const status = async ({ get }: EdgeAndOrigin, path: string) => {
  const reply = await get(path);
  await reply.text();
  return reply.headers.get("cache-status") ?? "";
};

async function fill(both: EdgeAndOrigin, ...paths: string[]): Promise<void> {
  for (const path of paths) await status(both, path);
  for (const path of paths) expect(await status(both, path)).toContain("hit");
}

describe.each([["memory"], ["shared"]])("a purge of what is stored in %s", (kind) => {
  const route = { cache: { tagsHeader: "x-tags", shared: kind === "shared" } };

  test("takes out a URL, on one host or on any", async () => {
    const both = await start(tagged, { route });
    await fill(both, "/a", "/a?b", "/ab");
    expect(await (await purge(both, { urls: ["/a"] })).json()).toEqual({ purged: 1 });
    expect(await status(both, "/a")).toContain("fwd=uri-miss");
    for (const path of ["/a?b", "/ab"]) expect(await status(both, path), path).toContain("hit");
    expect(await (await purge(both, { urls: [`${both.url}/ab`, "https://other.test/a"] })).json()).toEqual({
      purged: 1,
    });
    expect(await status(both, "/ab")).toContain("fwd=uri-miss");
  });

  test("takes out a prefix, whose wildcards mean nothing", async () => {
    const both = await start(tagged, { route });
    await fill(both, "/x/a", "/x/b", "/y", "/x_a", "/xxa");
    expect(await (await purge(both, { prefixes: ["/x/"] })).json()).toEqual({ purged: 2 });
    expect(await (await purge(both, { prefixes: ["/x_"] })).json()).toEqual({ purged: 1 });
    for (const path of ["/y", "/xxa"]) expect(await status(both, path), path).toContain("hit");
    for (const path of ["/x/a", "/x/b"]) expect(await status(both, path), path).toContain("fwd=uri-miss");
  });

  test("takes out a tag, and everything", async () => {
    const both = await start(tagged, { route });
    await fill(both, "/a", "/b", "/c");
    expect(await (await purge(both, { tags: ["a", "b"] })).json()).toEqual({ purged: 2 });
    expect(await status(both, "/c")).toContain("hit");
    expect(await status(both, "/a")).toContain("fwd=uri-miss");
    expect(await (await purge(both, { all: true })).json()).toEqual({ purged: 2 });
    expect(await status(both, "/c")).toContain("fwd=uri-miss");
  });

  test("that is soft leaves it to serve as stale where stale may", async () => {
    let count = 0;
    const both = await start(
      (_request, response) => {
        count += 1;
        response.writeHead(200, { "cache-control": "max-age=60, stale-if-error=60" }).end(`reply ${count}`);
      },
      { route },
    );
    await fill(both, "/a");
    expect(await (await purge(both, { urls: ["/a"], soft: true })).json()).toEqual({ purged: 1 });
    both.answer = (_request, response) => void response.writeHead(503).end();
    const stale = await both.get("/a");
    expect(await stale.text()).toBe("reply 1");
    expect(stale.headers.get("cache-status")).toContain("detail=stale-if-error");
  });
});

describe("a purge", () => {
  test("reaches what was asked for before it and comes after it", async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((settle) => {
      release = settle;
    });
    const both = await start(async (_request, response) => {
      await released;
      response.writeHead(200, { "cache-control": "max-age=60" }).end("old");
    });
    const old = both.get("/a");
    await expect.poll(() => both.seen.length).toBe(1);
    await purge(both, { urls: ["/a"] });
    release();
    await (await old).text();
    both.answer = (_request, response) => void response.writeHead(200, { "cache-control": "max-age=60" }).end("new");
    expect(await (await both.get("/a")).text()).toBe("new");
  });

  test("is the operator's alone", async () => {
    const both = await start(tagged);
    await fill(both, "/a");
    for (const token of ["", "wrong", `${OPS_TOKEN}x`, OPS_TOKEN.slice(1)]) {
      const reply = await purge(both, { all: true }, token);
      expect([reply.status, reply.headers.get("www-authenticate")], token).toEqual([401, 'Bearer realm="ops"']);
    }
    expect((await fetch(`${both.url}/ops/purge`, { method: "POST", body: "{}" })).status).toBe(401);
    expect(await status(both, "/a")).toContain("hit");
    const closed = await start(tagged, { bindings: {} });
    expect((await purge(closed, { all: true })).status).toBe(403);
  });

  test.each([
    ["no JSON", "{"],
    ["nothing to purge", "{}"],
    ["a relative URL", '{"urls": ["a"]}'],
    ["an unknown field", '{"all": true, "everything": true}'],
    ["a tag with a space", '{"tags": ["a b"]}'],
    ["too many", JSON.stringify({ urls: Array.from({ length: 101 }, () => "/a") })],
  ])("is refused with 400: %s", async (_, body) => {
    const both = await start(tagged);
    expect((await purge(both, body)).status).toBe(400);
  });

  test("is sent by POST", async () => {
    const both = await start(tagged);
    const reply = await both.get("/ops/purge", { headers: { authorization: `Bearer ${OPS_TOKEN}` } });
    expect([reply.status, reply.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("the shared store", () => {
  const route = { cache: { shared: true, tagsHeader: "x-tags" } };

  test("outlives the process, kill -9 included, and ages on", async () => {
    const body = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * 7) & 255));
    const first = await start(
      (request, response) => {
        const headers = { "cache-control": "max-age=60", etag: '"v1"', age: "7", "x-tags": "big" };
        response.writeHead(200, headers).end(request.url === "/big" ? body : "small");
      },
      { route, objectsFolder: folder },
    );
    await fill(first, "/small", "/big");
    await first.restartEdge();
    const small = await first.get("/small");
    expect([await small.text(), small.headers.get("cache-status")]).toEqual(["small", expect.stringContaining("hit")]);
    expect(Number(small.headers.get("age"))).toBeGreaterThanOrEqual(7);
    expect(Buffer.compare(Buffer.from(await (await first.get("/big")).arrayBuffer()), body)).toBe(0);
    expect(first.seen).toHaveLength(2);
    expect(await (await purge(first, { tags: ["big"] })).json()).toEqual({ purged: 2 });
    await first.restartEdge();
    expect(await status(first, "/big")).toContain("fwd=uri-miss");
  });

  test("keeps variants apart, and forgets what was written to", async () => {
    const both = await start(
      (request, response) => {
        if (request.method === "PUT") return void response.writeHead(204).end();
        response
          .writeHead(200, { "cache-control": "max-age=60", vary: "x-tier" })
          .end(String(request.headers["x-tier"]));
      },
      { route, objectsFolder: folder },
    );
    const ask = async (tier: string) => (await both.get("/a", { headers: { "x-tier": tier } })).text();
    expect([await ask("gold"), await ask("tin")]).toEqual(["gold", "tin"]);
    await both.restartEdge();
    expect([await ask("gold"), await ask("tin")]).toEqual(["gold", "tin"]);
    expect(both.seen).toHaveLength(2);
    await both.get("/a", { method: "PUT", body: "x" });
    await both.restartEdge();
    expect(await ask("gold")).toBe("gold");
    expect(both.seen).toHaveLength(4);
  });
});
