/** What an attacker tries on a shared cache: to read what is another's, to choose what others read, to make it fall over. */
import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, test } from "vitest";
import { raw, request } from "../edge/world.ts";
import { type Answer, type EdgeAndOrigin, type EdgeOptions, edgeAndOrigin } from "./edge-and-origin.ts";

const OPS_TOKEN = "0123456789abcdefghijklmnop";
const MB = 1_048_576;
/** Half a gigabyte has to pass through, on a machine that may be busy. */
const BIG_BODIES_MS_MAX = 90_000;

const running: EdgeAndOrigin[] = [];

async function start(answer: Answer, options?: EdgeOptions): Promise<EdgeAndOrigin> {
  const both = await edgeAndOrigin(answer, options);
  running.push(both);
  return both;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((both) => both.stop()));
});

/** An upstream that trusts every header and the body, and shows them to everyone. */
const echo: Answer = async (asked, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  response.writeHead(200, { "cache-control": "max-age=60", "content-type": "application/json" });
  response.end(JSON.stringify({ method: asked.method, url: asked.url, headers: asked.headers, body }));
};

const textOf = async ({ url }: EdgeAndOrigin, path: string, headers: Record<string, string> = {}) =>
  (await request(url, path, { headers })).body.toString();

describe("cache deception: the victim is led to a path that looks like a file", () => {
  const paths = [
    "/account/x.css",
    "/account%2Fx.css",
    "/account;x.css",
    "/account%3Bx.css",
    "/account?x.css",
    "/account%3Fx.css",
    "/account%00x.css",
    "/account%0Ax.css",
    "/account%23x.css",
    "/account/.css",
    "/static/..%2Faccount.css",
  ];

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["a token, and no word of caching", { authorization: "Bearer victim" }, {}],
    [
      "a token, and a lifetime that was not meant",
      { authorization: "Bearer victim" },
      { "cache-control": "max-age=60" },
    ],
    [
      "a cookie, and a date of change",
      { cookie: "session=victim" },
      { "last-modified": "Wed, 01 Jan 2025 00:00:00 GMT" },
    ],
    ["a cookie, and private", { cookie: "session=victim" }, { "cache-control": "private, max-age=60" }],
    ["a cookie that is set", {}, { "cache-control": "max-age=60", "set-cookie": "session=victim" }],
  ])("the attacker gets nothing of it: %s", async (_, asked, replied) => {
    let attacking = false;
    const both = await start((_asked, response) => {
      response.writeHead(200, replied).end(attacking ? "nobody" : "account of the victim");
    });
    for (const path of paths) {
      attacking = false;
      const before = both.seen.length;
      const own = await request(both.url, path, { headers: asked });
      if (own.status === 400) continue; // Not even asked for.
      expect(own.body.toString()).toContain("victim");
      attacking = true;
      expect(await textOf(both, path), path).toBe("nobody");
      expect(both.seen.length, path).toBe(before + 2);
    }
  });
});

describe("poisoning: what an attacker sends beside the URL", () => {
  const evil = "evil.test";

  test.each([
    "x-forwarded-host",
    "x-forwarded-server",
    "x-forwarded-proto",
    "x-forwarded-scheme",
    "x-forwarded-port",
    "x-forwarded-prefix",
    "x-forwarded-for",
    "x-forwarded",
    "forwarded",
    "x-host",
    "x-http-host-override",
    "x-original-url",
    "x-original-host",
    "x-rewrite-url",
    "x-url",
    "x-http-method-override",
    "x-http-method",
    "x-method-override",
    "x_forwarded_host",
    "x_http_method_override",
    "x-real-ip",
    "true-client-ip",
    "fairway-identity",
    "x-fairway-uid",
  ])("%s is not seen by others", async (name) => {
    const both = await start(echo);
    await request(both.url, "/a", { headers: { [name]: evil } });
    const seen = await textOf(both, "/a");
    expect(seen).not.toContain(evil);
    expect(JSON.parse(seen)).toMatchObject({ method: "GET", url: "/a" });
  });

  test("a body of a GET is neither stored by nor shared with anyone", async () => {
    const both = await start(echo);
    await request(both.url, "/a", { method: "GET", body: "evil" });
    expect(JSON.parse(await textOf(both, "/a")).body).toBe("");
    const fat = await request(both.url, "/a", { method: "GET", body: "evil" });
    expect(fat.headers["cache-status"]).toContain("fwd=bypass");
    expect(JSON.parse(await textOf(both, "/a")).body).toBe("");
  });

  test("a POST that calls itself a GET stores nothing, and a HEAD no empty body", async () => {
    const both = await start(echo);
    await request(both.url, "/a", { method: "POST", headers: { "x-http-method-override": "GET" }, body: "evil" });
    await request(both.url, "/a", { method: "HEAD" });
    expect(JSON.parse(await textOf(both, "/a"))).toMatchObject({ method: "GET", body: "" });
  });

  test("a parameter that the route leaves out of the key does not reach the upstream", async () => {
    const both = await start(echo, { route: { cache: { key: { query: ["page"] } } } });
    for (const path of ["/a?page=1&utm=evil", "/a?utm=evil&page=1", "/a?page=1&%75tm=evil", "/a?page=1;utm=evil"]) {
      const own = await textOf(both, path);
      if (path.includes(";")) continue; // It is the value of `page`, and so a part of the key.
      expect(own, path).not.toContain("evil");
    }
    expect(await textOf(both, "/a?page=1")).not.toContain("evil");
  });

  test("the Host is a part of the key, however it is spelt", async () => {
    const both = await start(echo);
    const own = new URL(both.url).host;
    await request(both.url, "/a", { headers: { host: evil } });
    expect(await textOf(both, "/a")).not.toContain(evil);
    for (const host of [`${own}/evil`, `evil@${own}`, `${own}, ${evil}`, `${own}#${evil}`]) {
      expect((await request(both.url, "/a", { headers: { host } })).status, host).toBe(400);
    }
  });

  test("an error that an attacker can cause is not what others get", async () => {
    const both = await start((asked, response) => {
      const broken = String(asked.headers["x-oversized"] ?? "").length > 100;
      if (broken) response.writeHead(400, {}).end("bad request");
      else response.writeHead(200, { "cache-control": "max-age=60" }).end("good");
    });
    expect((await request(both.url, "/a", { headers: { "x-oversized": "x".repeat(4_000) } })).status).toBe(400);
    expect(await textOf(both, "/a")).toBe("good");
  });
});

describe("key confusion: two spellings that an upstream may take for one, or for two", () => {
  test.each([
    ["/a/b", "/a%2Fb"],
    ["/a", "/%61"],
    ["/a%2f", "/a%2F"],
    ["/a", "/A"],
    ["/a", "/a/"],
    ["/a/b", "/a//b"],
    ["/a", "/a;b"],
    ["/a", "/a%20"],
    ["/a%20b", "/a+b"],
    ["/a?b", "/a%3Fb"],
    ["/a?x=1&y=2", "/a?y=2&x=1"],
    ["/a?x=1&x=2", "/a?x=2&x=1"],
    ["/a?x=1&y=2", "/a?x=1;y=2"],
    ["/a?x=%31", "/a?x=1"],
    ["/a?x=1", "/a?x=1&"],
    ["/a?x", "/a?x="],
    ["/a", "/a%00"],
    ["/a%C3%A9", "/ae%CC%81"],
  ])("%s and %s are two things", async (one, other) => {
    const both = await start(echo);
    expect(JSON.parse(await textOf(both, one)).url).toBe(one);
    expect(JSON.parse(await textOf(both, other)).url).toBe(other);
    expect(JSON.parse(await textOf(both, one)).url).toBe(one);
    expect(both.seen).toEqual([`GET ${one}`, `GET ${other}`]);
  });

  test("values of a key cannot be made to look like others by what stands in them", async () => {
    const route = { cache: { ttlSeconds: 60, key: { headers: ["x-one", "x-two"], cookies: ["c"] } } };
    const both = await start(
      ({ headers }, response) =>
        void response.writeHead(200).end(JSON.stringify([headers["x-one"], headers["x-two"], headers.cookie])),
      { route },
    );
    const asks: Record<string, string>[] = [
      { "x-one": 'a","b', "x-two": "" },
      { "x-one": "a", "x-two": "b" },
      { "x-one": 'a"],["x-two","b"' },
      { cookie: "c=1; c=2" },
      { cookie: "c=2; c=1" },
      { cookie: 'c="1; c=2"' },
    ];
    const first = [];
    for (const headers of asks) first.push(await textOf(both, "/a", headers));
    expect(new Set(first).size).toBe(asks.length);
    for (const [index, headers] of asks.entries()) expect(await textOf(both, "/a", headers)).toBe(first[index]);
    expect(both.seen).toHaveLength(asks.length);
  });
});

describe("request smuggling: where two programs might see the end of a request in two places", () => {
  const inner = "GET /evil HTTP/1.1\r\nhost: x\r\n\r\n";

  test.each<[string, string[], string]>([
    ["a length and chunks", [`content-length: ${inner.length + 5}`, "transfer-encoding: chunked"], `0\r\n\r\n${inner}`],
    ["two lengths", ["content-length: 0", `content-length: ${inner.length}`], inner],
    ["a coding that is no coding", ["transfer-encoding: xchunked"], `0\r\n\r\n${inner}`],
    ["a coding behind a tab", ["transfer-encoding:\tchunked", "content-length: 3"], `0\r\n\r\n${inner}`],
    ["a space before the colon", [`content-length : ${inner.length}`], inner],
    ["a folded line", ["x: y", ` content-length: ${inner.length}`], inner],
    ["a length with a sign", [`content-length: +${inner.length}`], inner],
    ["a bare line feed", [`x: y\ncontent-length: ${inner.length}`], inner],
  ])("%s: nobody gets another's reply", async (_, lines, body) => {
    const both = await start(echo);
    const head = ["GET /a HTTP/1.1", `host: ${new URL(both.url).host}`, "connection: close", ...lines];
    await raw(both.url, `${head.join("\r\n")}\r\n\r\n${body}`);
    expect(JSON.parse(await textOf(both, "/a"))).toMatchObject({ url: "/a", body: "" });
    expect(JSON.parse(await textOf(both, "/b"))).toMatchObject({ url: "/b", body: "" });
    // The edge may take it for a request of its own behind the first; it must not become a part of one that goes to the upstream.
    expect(both.seen.filter((line) => line.startsWith("GET /a")).length).toBeLessThanOrEqual(2);
  });

  test("a reply with more than its length stores what the length says, and nothing of the next", async () => {
    const both = await start((asked, response) => {
      if (asked.url !== "/a") return void echo(asked, response);
      const injected = "HTTP/1.1 200 OK\r\ncontent-length: 4\r\ncache-control: max-age=60\r\n\r\nevil";
      asked.socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 4\r\ncache-control: max-age=60\r\n\r\ngood${injected}`);
    });
    await request(both.url, "/a").catch(() => undefined);
    for (const path of ["/b", "/c"]) expect(JSON.parse(await textOf(both, path)).url).toBe(path);
  });
});

describe("purges", () => {
  test("are nobody's but the operator's, by whatever name they come", async () => {
    const both = await start(echo, { bindings: { OPS_TOKEN } });
    await textOf(both, "/a");
    for (const [method, path, headers] of [
      ["POST", "/ops/purge", {}],
      ["POST", "/ops/purge?token=0123456789abcdefghijklmnop", {}],
      ["POST", "/ops/purge", { authorization: `Basic ${btoa(`ops:${OPS_TOKEN}`)}` }],
      ["POST", "/ops/purge", { cookie: `token=${OPS_TOKEN}` }],
      ["POST", "/ops%2Fpurge", { authorization: "Bearer wrong" }],
      ["PURGE", "/a", { authorization: `Bearer ${OPS_TOKEN}` }],
      ["GET", "/a", { "x-purge": "1", pragma: "no-store" }],
    ] as const) {
      await request(both.url, path, { method, headers, ...(method === "POST" && { body: '{"all":true}' }) });
      const reply = await request(both.url, "/a");
      expect(reply.headers["cache-status"], `${method} ${path}`).toContain("hit");
    }
  });

  test("a client cannot name tags, and an upstream no more than so many", async () => {
    const tags = Array.from({ length: 1_000 }, (_, index) => `t${index}`).join(" ");
    const both = await start(
      (_asked, response) => void response.writeHead(200, { "cache-control": "max-age=60", "x-tags": tags }).end("x"),
      { bindings: { OPS_TOKEN }, route: { cache: { tagsHeader: "x-tags" } } },
    );
    const purge = async (...names: string[]) => {
      const headers = { authorization: `Bearer ${OPS_TOKEN}` };
      const reply = await request(both.url, "/ops/purge", {
        method: "POST",
        headers,
        body: JSON.stringify({ tags: names }),
      });
      return JSON.parse(reply.body.toString()).purged as number;
    };
    await textOf(both, "/a", { "x-tags": "mine" });
    expect([await purge("mine"), await purge("t999"), await purge("t0")]).toEqual([0, 0, 1]);
  });
});

describe("exhaustion", () => {
  test("ever new values of a header that replies vary by push out one another, and nothing else", async () => {
    const both = await start(({ url }, response) => {
      const vary = url === "/varies" ? { vary: "x-any" } : {};
      response.writeHead(200, { "cache-control": "max-age=60", ...vary }).end("x".repeat(1_000));
    });
    await textOf(both, "/other");
    for (let value = 0; value < 200; value++) await textOf(both, "/varies", { "x-any": String(value) });
    const status = async (path: string, headers = {}) =>
      String((await request(both.url, path, { headers })).headers["cache-status"]);
    expect(await status("/other")).toContain("hit");
    expect(await status("/varies", { "x-any": "199" })).toContain("hit");
    expect(await status("/varies", { "x-any": "0" })).toContain("fwd=");
  });

  test(
    "more big bodies than fit take no more memory than is theirs",
    async () => {
      const body = Buffer.alloc(4 * MB, "x");
      const both = await start((_asked, response) => {
        response.writeHead(200, { "cache-control": "max-age=60" }).end(body);
      });
      const rounds = 12;
      for (let round = 0; round < rounds; round++) {
        await Promise.all(Array.from({ length: 10 }, (_, one) => request(both.url, `/${round}/${one}`)));
      }
      expect(both.seen).toHaveLength(rounds * 10);
      const residentMb = Number(execFileSync("ps", ["-o", "rss=", "-p", String(both.pid())])) / 1_024;
      // 480 MB have passed. 72 MiB are the cache's; the rest is workerd, and garbage that V8 has not come to.
      expect(residentMb).toBeLessThan(400);
      expect((await request(both.url, `/${rounds - 1}/0`)).body.length).toBe(body.length);
    },
    BIG_BODIES_MS_MAX,
  );
});
