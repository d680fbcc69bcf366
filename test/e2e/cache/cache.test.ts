/** The cache as clients see it, on workerd. */
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Answer, cuttable, type EdgeAndOrigin, type EdgeOptions, edgeAndOrigin } from "./edge-and-origin.ts";

const running: EdgeAndOrigin[] = [];
const MB = 1_048_576;

async function start(answer: Answer, options?: EdgeOptions): Promise<EdgeAndOrigin> {
  const both = await edgeAndOrigin(answer, options);
  running.push(both);
  return both;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((both) => both.stop()));
});

/** Replies that count up, fresh for a minute. */
function counting(headers: Record<string, string> = {}): Answer {
  let count = 0;
  return (_request, response) => {
    count += 1;
    response.writeHead(200, { "cache-control": "max-age=60", "content-type": "text/plain", ...headers });
    response.end(`reply ${count}`);
  };
}

/** Settles when the test says so; each request waits for its turn. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((settle) => {
    open = settle;
  });
  return { open, opened };
}

const status = (reply: Response) => reply.headers.get("cache-status") ?? "";
const whole = async (reply: Response) => ({ cache: status(reply), text: await reply.text() });

describe("a stored reply", () => {
  test("answers the next request, with its age, and says so", async () => {
    const { get, seen } = await start(counting({ age: "5" }));
    expect(await whole(await get("/a"))).toEqual({
      cache: expect.stringMatching(/^fairway; fwd=uri-miss; fwd-status=200; ttl=5\d; stored$/),
      text: "reply 1",
    });
    const hit = await get("/a");
    expect(Number(hit.headers.get("age"))).toBeGreaterThanOrEqual(5);
    expect(await whole(hit)).toEqual({ cache: expect.stringMatching(/^fairway; hit; ttl=5\d$/), text: "reply 1" });
    expect(seen).toEqual(["GET /a"]);
  });

  test("answers HEAD, ranges and conditions without the origin", async () => {
    const { get, seen } = await start(counting({ etag: '"v1"', "last-modified": "Wed, 01 Jan 2025 00:00:00 GMT" }));
    await whole(await get("/a"));
    const head = await get("/a", { method: "HEAD", headers: { "accept-encoding": "identity" } });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "7", ""]);
    const part = await get("/a", { headers: { range: "bytes=0-1" } });
    expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([206, "bytes 0-1/7", "re"]);
    const last = await get("/a", { headers: { range: "bytes=-1", "if-range": '"v1"' } });
    expect([last.status, await last.text()]).toEqual([206, "1"]);
    const changed = await get("/a", { headers: { range: "bytes=-1", "if-range": '"v2"' } });
    expect([changed.status, await changed.text()]).toEqual([200, "reply 1"]);
    const beyond = await get("/a", { headers: { range: "bytes=9-" } });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */7"]);
    const same = await get("/a", { headers: { "if-none-match": '"v0", "v1"' } });
    expect([same.status, same.headers.get("etag"), await same.text()]).toEqual([304, '"v1"', ""]);
    const since = await get("/a", { headers: { "if-modified-since": "Wed, 01 Jan 2025 00:00:00 GMT" } });
    expect(since.status).toBe(304);
    expect(seen).toEqual(["GET /a"]);
  });

  test("is validated when it is stale, and keeps its body", async () => {
    const both = await start((request, response) => {
      const known = request.headers["if-none-match"] === '"v1"';
      response.writeHead(known ? 304 : 200, {
        etag: '"v1"',
        "cache-control": "no-cache",
        "x-count": String(both.seen.length),
      });
      response.end(known ? undefined : "body");
    });
    await whole(await both.get("/a"));
    const second = await both.get("/a");
    expect(second.headers.get("x-count")).toBe("2");
    expect(await whole(second)).toEqual({ cache: expect.stringContaining("fwd=stale; fwd-status=304"), text: "body" });
    expect((await both.get("/a", { headers: { "if-none-match": '"v1"' } })).status).toBe(304);
  });

  test("is one for each value of the headers that it varies by", async () => {
    const { get, seen } = await start((request, response) => {
      response.writeHead(200, { "cache-control": "max-age=60", vary: "X-Tier" });
      response.end(`for ${request.headers["x-tier"]}`);
    });
    const ask = async (tier: string) => (await whole(await get("/a", { headers: { "x-tier": tier } }))).text;
    expect([await ask("gold"), await ask("tin"), await ask("gold"), await ask("tin")]).toEqual([
      "for gold",
      "for tin",
      "for gold",
      "for tin",
    ]);
    expect(seen).toHaveLength(2);
  });

  test("is gone once something was written to its URL, or to where the reply points", async () => {
    const both = await start(counting());
    await whole(await both.get("/a"));
    await whole(await both.get("/b"));
    both.answer = (_request, response) => void response.writeHead(201, { location: "/b" }).end();
    await both.get("/a", { method: "POST", body: "x" });
    both.answer = counting();
    for (const path of ["/a", "/b"]) expect(status(await both.get(path)), path).toContain("fwd=uri-miss");
  });

  test("stays when the write failed", async () => {
    const both = await start(counting());
    await whole(await both.get("/a"));
    both.answer = (_request, response) => void response.writeHead(409).end();
    await both.get("/a", { method: "PUT", body: "x" });
    expect(status(await both.get("/a"))).toContain("hit");
  });

  test("only-if-cached is 504 where there is none", async () => {
    const { get, seen } = await start(counting());
    const reply = await get("/a", { headers: { "cache-control": "only-if-cached" } });
    expect(reply.status).toBe(504);
    expect(seen).toEqual([]);
  });

  test("serves every coding from one entry", async () => {
    const text = "the same words over and over ".repeat(50);
    const both = await start((request, response) => {
      expect(request.headers["accept-encoding"]).toBe("gzip");
      const headers = { "cache-control": "max-age=60", "content-type": "text/plain", "content-length": text.length };
      response.writeHead(200, headers).end(text);
    });
    for (const coding of ["gzip, br", "gzip;q=0.9", "deflate, gzip"]) {
      const reply = await both.get("/a", { headers: { "accept-encoding": coding } });
      expect(reply.headers.get("content-encoding")).toBe("gzip");
      expect(await reply.text()).toBe(text);
    }
    expect(both.seen).toHaveLength(1);
  });

  test("that is coded is not given to who does not take the coding, though the origin forgot Vary", async () => {
    const packed = gzipSync("packed");
    const both = await start((request, response) => {
      const gzip = request.headers["accept-encoding"]?.includes("gzip") === true;
      response.writeHead(200, { "cache-control": "max-age=60", ...(gzip ? { "content-encoding": "gzip" } : {}) });
      response.end(gzip ? packed : "plain");
    });
    expect((await whole(await both.get("/a", { headers: { "accept-encoding": "gzip" } }))).text).toBe("packed");
    const plain = await both.get("/a", { headers: { "accept-encoding": "identity" } });
    expect([plain.headers.get("content-encoding"), await plain.text()]).toEqual([null, "plain"]);
  });
});

describe("one entry of a route with a message", () => {
  const route = { messages: { response: "example.countries.v1.Country" } };
  const country = JSON.stringify({ cca2: "DE", cca3: "DEU", region: "Europe ".repeat(40) });
  const answer: Answer = (request, response) => {
    if (request.headers["if-none-match"] === '"v1"') return void response.writeHead(304, { etag: '"v1"' }).end();
    const headers = { "cache-control": "max-age=60", "content-type": "application/json", etag: '"v1"' };
    response.writeHead(200, { ...headers, "content-length": Buffer.byteLength(country) }).end(country);
  };
  const asks = [
    { accept: "application/json", "accept-encoding": "identity" },
    { accept: "application/json", "accept-encoding": "gzip" },
    { accept: "application/x-protobuf", "accept-encoding": "identity" },
    { accept: "application/x-protobuf", "accept-encoding": "gzip" },
  ];

  test("is served in every format and coding, each time the same, without the origin", async () => {
    const both = await start(answer, { route });
    const once = async (headers: Record<string, string>) => {
      const reply = await both.get("/a", { headers });
      const names = ["content-type", "content-encoding", "etag", "vary", "via"];
      return { bytes: Buffer.from(await reply.arrayBuffer()), fields: names.map((name) => reply.headers.get(name)) };
    };
    const first = [];
    for (const ask of asks) first.push(await once(ask));
    for (let round = 0; round < 3; round++) {
      for (const [index, ask] of asks.entries()) expect(await once(ask)).toEqual(first[index]);
    }
    expect(JSON.parse(first[0]?.bytes.toString() ?? "")).toMatchObject({ cca2: "DE" });
    expect(first[2]?.fields[0]).toContain("protobuf");
    expect(new Set(first.map(({ fields }) => fields[2])).size).toBe(4);
    expect(both.seen).toHaveLength(1);
  });

  test("answers the conditions of each of its forms", async () => {
    const both = await start(answer, { route });
    for (const ask of asks) {
      for (let round = 0; round < 3; round++) await whole(await both.get("/a", { headers: ask }));
      const etag = (await both.get("/a", { headers: ask })).headers.get("etag") ?? "";
      expect((await both.get("/a", { headers: { ...ask, "if-none-match": etag } })).status).toBe(304);
      expect((await both.get("/a", { headers: { ...ask, "if-none-match": '"other"' } })).status).toBe(200);
    }
    expect(both.seen).toHaveLength(1);
  });

  test("is gone in all of its forms at once", async () => {
    const both = await start(answer, { route });
    for (const ask of [...asks, ...asks, ...asks]) await whole(await both.get("/a", { headers: ask }));
    both.answer = (_request, response) => void response.writeHead(204).end();
    await both.get("/a", { method: "DELETE" });
    both.answer = answer;
    for (const ask of asks) await whole(await both.get("/a", { headers: ask }));
    expect(both.seen).toEqual(["GET /a", "DELETE /a", "GET /a"]);
  });
});

test("a hit that was made ready before grows older, and ends when it is stale", async () => {
  const both = await start((_request, response) => {
    response.writeHead(200, { "cache-control": "max-age=2", "content-length": 1 }).end(String(both.seen.length));
  });
  for (let round = 0; round < 3; round++) expect((await whole(await both.get("/a"))).text).toBe("1");
  const ages = new Set<string | null>();
  await vi.waitFor(
    async () => {
      const reply = await both.get("/a");
      const text = await reply.text();
      if (text === "1") ages.add(reply.headers.get("age"));
      expect(text).toBe("2");
    },
    { timeout: 6_000, interval: 100 },
  );
  expect(ages).toEqual(new Set(["0", "1"]));
});

describe("nothing personal is shared", () => {
  test.each([
    ["private", {}, { "cache-control": "private, max-age=60" }],
    ["a cookie that is set", {}, { "cache-control": "max-age=60", "set-cookie": "session=1" }],
    ["a reply to credentials", { authorization: "Bearer one" }, { "cache-control": "max-age=60" }],
    [
      "a guess about a reply to a cookie",
      { cookie: "session=1" },
      { "last-modified": "Wed, 01 Jan 2025 00:00:00 GMT" },
    ],
    [
      "a reply to a header that changes what the request means",
      { "x-host": "evil.test" },
      { "cache-control": "max-age=60" },
    ],
  ])("%s", async (_, asked, replied) => {
    const both = await start(
      (_request, response) => void response.writeHead(200, replied).end(`reply ${both.seen.length}`),
    );
    await whole(await both.get("/a", { headers: asked as Record<string, string> }));
    expect((await whole(await both.get("/a"))).text).toBe("reply 2");
  });

  test("a field that the origin withholds from the store is for the one who asked", async () => {
    const both = await start(
      counting({
        "cache-control": 'max-age=60, private="set-cookie", no-cache="x-mine"',
        "set-cookie": "a=1",
        "x-mine": "1",
      }),
    );
    const mine = await both.get("/a");
    expect([mine.headers.get("set-cookie"), mine.headers.get("x-mine"), await mine.text()]).toEqual([
      "a=1",
      "1",
      "reply 1",
    ]);
    const other = await both.get("/a");
    expect([other.headers.get("set-cookie"), other.headers.get("x-mine"), await other.text()]).toEqual([
      null,
      null,
      "reply 1",
    ]);
  });

  test("what is stored for the public is not for those with credentials, unless it says so", async () => {
    const both = await start(counting());
    await whole(await both.get("/a"));
    expect((await whole(await both.get("/a", { headers: { authorization: "Bearer one" } }))).text).toBe("reply 2");
  });

  test("a path with a suffix that looks like a file is another thing, and private all the same (cache deception)", async () => {
    const both = await start((_request, response) => {
      response.writeHead(200, { "cache-control": "private, max-age=60" }).end("account of whoever asks");
    });
    for (const path of ["/account/x.css", "/account%2Fx.css", "/account;x.css", "/account?x.css"]) {
      await whole(await both.get(path));
      expect(status(await both.get(path)), path).toContain("fwd=");
    }
  });

  test("a client cannot choose what others see by a host, scheme or path of its own (poisoning)", async () => {
    const both = await start((request, response) => {
      const { "x-forwarded-host": host, "x-original-url": path } = request.headers;
      response.writeHead(200, { "cache-control": "max-age=60" }).end(`${host} ${path}`);
    });
    const evil = { "x-forwarded-host": "evil.test", "x-original-url": "/admin", forwarded: "host=evil.test" };
    const poisoned = (await whole(await both.get("/a", { headers: evil }))).text;
    expect(poisoned).not.toContain("evil");
    expect(poisoned).not.toContain("admin");
  });

  test("a secret of a route is never stored", async () => {
    const both = await start(counting(), { route: { sensitive: true } });
    await whole(await both.get("/a"));
    expect(await whole(await both.get("/a"))).toEqual({
      cache: "fairway; fwd=bypass; fwd-status=200",
      text: "reply 2",
    });
  });
});

describe("a crowd", () => {
  test("that misses costs the origin one request", async () => {
    const { open, opened } = gate();
    const both = await start(async (_request, response) => {
      await opened;
      response.writeHead(200, { "cache-control": "max-age=60" }).end("once");
    });
    const replies = Array.from({ length: 100 }, async () => whole(await both.get("/a")));
    await vi.waitFor(() => expect(both.seen).toHaveLength(1));
    open();
    const all = await Promise.all(replies);
    expect(new Set(all.map(({ text }) => text))).toEqual(new Set(["once"]));
    expect(all.filter(({ cache }) => cache.includes("collapsed")).length).toBeGreaterThan(50);
    expect(both.seen).toHaveLength(1);
  });

  test.each(["close", "reset"] as const)("goes on when the client that came first leaves: %s", async (how) => {
    const { open, opened } = gate();
    const both = await start(
      async (_request, response) => {
        await opened;
        response.writeHead(200, { "cache-control": "max-age=60" }).end("once");
      },
      { route: { timeoutMs: 20_000 } },
    );
    const leader = cuttable(`${both.url}/a`);
    await vi.waitFor(() => expect(both.seen).toHaveLength(1));
    const follower = both.get("/a").then(whole);
    leader[how]();
    // Long enough for the edge to notice; what it does then is the test.
    await vi.waitFor(async () => expect((await both.get("/livez")).status).toBe(200));
    const startedAtMs = performance.now();
    open();
    expect((await follower).text).toBe("once");
    expect(performance.now() - startedAtMs).toBeLessThan(5_000);
    expect((await whole(await both.get("/a"))).cache).toContain("hit");
  });

  test("reads a body along while it comes in", async () => {
    const { open, opened } = gate();
    const both = await start(async (_request, response) => {
      response.writeHead(200, { "cache-control": "max-age=60" }).write("first ");
      await opened;
      response.end("second");
    });
    const leading = await both.get("/a");
    const reader = (leading.body as ReadableStream<Uint8Array>).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("first ");
    const following = await both.get("/a");
    expect(status(following)).toContain("collapsed");
    const first = (following.body as ReadableStream<Uint8Array>).getReader();
    expect(new TextDecoder().decode((await first.read()).value)).toBe("first ");
    open();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("second");
    expect(new TextDecoder().decode((await first.read()).value)).toBe("second");
    expect((await first.read()).done).toBe(true);
    expect(both.seen).toHaveLength(1);
    await vi.waitFor(async () => expect((await whole(await both.get("/a"))).cache).toContain("hit"));
  });

  test("gets the body to its end though the one who fetched it leaves in the middle", async () => {
    const { open, opened } = gate();
    const both = await start(async (_request, response) => {
      response.writeHead(200, { "cache-control": "max-age=60" }).write("first ");
      await opened;
      response.end("second");
    });
    const leaving = new AbortController();
    const leading = await both.get("/a", { signal: leaving.signal });
    await (leading.body as ReadableStream<Uint8Array>).getReader().read();
    const following = await both.get("/a");
    leaving.abort();
    open();
    expect(await following.text()).toBe("first second");
    await vi.waitFor(async () => expect((await whole(await both.get("/a"))).cache).toContain("hit"));
    expect(both.seen).toHaveLength(1);
  });

  test("whose replies turn out to be nobody else's does not queue, then or for the next seconds", async () => {
    let waiting = 0;
    const { open, opened } = gate();
    const both = await start(async (_request, response) => {
      waiting += 1;
      if (both.seen.length > 1) await opened;
      response.writeHead(200, { "cache-control": "no-store" }).end("mine");
    });
    await whole(await both.get("/a"));
    const replies = Array.from({ length: 10 }, () => both.get("/a").then(whole));
    await vi.waitFor(() => expect(waiting).toBe(11));
    open();
    for (const { text } of await Promise.all(replies)) expect(text).toBe("mine");
  });

  test("is not failed by a leader that fails: one of it tries once more, for all", async () => {
    const { open, opened } = gate();
    const both = await start(async (_request, response) => {
      if (both.seen.length === 1) {
        await opened;
        response.destroy();
      } else response.writeHead(200, { "cache-control": "max-age=60" }).end("second try");
    });
    const leading = both.get("/a");
    await vi.waitFor(() => expect(both.seen).toHaveLength(1));
    const followers = Array.from({ length: 10 }, () => both.get("/a").then(whole));
    // They are on the wire; those that come after the failure are leaders or followers like any.
    await both.get("/other").catch(() => undefined);
    open();
    expect((await leading).status).toBe(503);
    for (const { text } of await Promise.all(followers)) expect(text).toBe("second try");
    expect(both.seen.filter((line) => line === "GET /a")).toHaveLength(2);
  });
});

describe("a body", () => {
  test("that breaks off is not stored", async () => {
    const both = await start((_request, response) => {
      response.writeHead(200, { "cache-control": "max-age=60", "content-length": "100000" }).write("x".repeat(50_000));
      setImmediate(() => response.destroy());
    });
    await expect(both.get("/a").then((reply) => reply.text())).rejects.toThrow();
    both.answer = counting();
    expect(await whole(await both.get("/a"))).toEqual({
      cache: expect.stringContaining("fwd=uri-miss"),
      text: "reply 1",
    });
  });

  test("that breaks off without a length is not stored either", async () => {
    const both = await start((_request, response) => {
      response.writeHead(200, { "cache-control": "max-age=60" }).write("half", () => response.destroy());
    });
    await expect(both.get("/a").then((reply) => reply.text())).rejects.toThrow();
    both.answer = counting();
    expect((await whole(await both.get("/a"))).text).toBe("reply 1");
  });

  test("larger than the route stores streams through whole, whether its length is told or not", async () => {
    const body = Buffer.alloc(3 * MB, "0123456789");
    for (const told of [true, false]) {
      const both = await start(
        (_request, response) => {
          response.writeHead(200, {
            "cache-control": "max-age=60",
            ...(told ? { "content-length": body.length } : {}),
          });
          response.end(body);
        },
        { route: { cache: { bodyBytesMax: MB } } },
      );
      for (let round = 0; round < 2; round++) {
        const bytes = new Uint8Array(await (await both.get("/a")).arrayBuffer());
        expect(bytes.length).toBe(body.length);
        expect(Buffer.compare(bytes, body)).toBe(0);
      }
      expect(both.seen, told ? "told" : "not told").toHaveLength(2);
    }
  });

  test("of megabytes is stored and comes back byte for byte", async () => {
    const body = Buffer.from(Array.from({ length: 2 * MB }, (_, index) => (index * 7) & 255));
    const both = await start((_request, response) => {
      response.writeHead(200, { "cache-control": "max-age=60" }).end(body);
    });
    for (let round = 0; round < 2; round++) {
      expect(Buffer.compare(Buffer.from(await (await both.get("/a")).arrayBuffer()), body)).toBe(0);
    }
    const part = await both.get("/a", { headers: { range: "bytes=1000000-1000009" } });
    expect(Buffer.compare(Buffer.from(await part.arrayBuffer()), body.subarray(1_000_000, 1_000_010))).toBe(0);
    expect(both.seen).toHaveLength(1);
  });
});

describe("a stale reply", () => {
  const brief = (more: string): Answer => {
    let count = 0;
    return (_request, response) => {
      count += 1;
      response.writeHead(200, { "cache-control": `max-age=1${more}` }).end(`reply ${count}`);
    };
  };
  const stale = async ({ get }: EdgeAndOrigin) => {
    await whole(await get("/a"));
    // Only reading the age does not refresh it.
    const asked = { headers: { "cache-control": "only-if-cached" } };
    const isStale = (reply: Response) => reply.status === 504 || Number(reply.headers.get("age")) >= 1;
    await vi.waitFor(async () => expect(isStale(await get("/a", asked))).toBe(true), { timeout: 5_000, interval: 100 });
  };

  test("is served at once while one request refreshes it (RFC 5861 §3)", async () => {
    const { open, opened } = gate();
    let count = 0;
    const both = await start(async (_request, response) => {
      count += 1;
      const text = `reply ${count}`;
      if (count > 1) await opened;
      response.writeHead(200, { "cache-control": "max-age=1, stale-while-revalidate=60" }).end(text);
    });
    await stale(both);
    const replies = await Promise.all(Array.from({ length: 20 }, async () => whole(await both.get("/a"))));
    for (const { cache, text } of replies) {
      expect(text).toBe("reply 1");
      expect(cache).toContain("detail=stale-while-revalidate");
    }
    expect(both.seen).toHaveLength(2);
    open();
    await vi.waitFor(async () => expect((await whole(await both.get("/a"))).text).not.toBe("reply 1"));
  });

  test("stands in for a server error where somebody allows it (RFC 5861 §4)", async () => {
    const both = await start(brief(", stale-if-error=60"));
    await stale(both);
    both.answer = (_request, response) => void response.writeHead(503).end("down");
    const { cache, text } = await whole(await both.get("/a"));
    expect([text, cache]).toEqual(["reply 1", expect.stringContaining("fwd-status=503")]);
    expect(cache).toContain("detail=stale-if-error");
  });

  test("does not stand in for a server error unasked", async () => {
    const both = await start(brief(""));
    await stale(both);
    both.answer = (_request, response) => void response.writeHead(503).end("down");
    expect((await both.get("/a")).status).toBe(503);
  });

  test("stands in for an origin that is gone, unless it says that it must not", async () => {
    const both = await start(brief(""));
    await stale(both);
    await both.killOrigin();
    const { cache, text } = await whole(await both.get("/a"));
    expect([text, cache]).toEqual(["reply 1", expect.stringContaining("detail=stale-if-disconnected")]);

    const strict = await start(brief(", must-revalidate"));
    await stale(strict);
    await strict.killOrigin();
    expect((await strict.get("/a")).status).toBe(503);
  });
});

describe("a route", () => {
  test("sets a lifetime, and leaves query parameters out of the key and the request", async () => {
    const both = await start((_request, response) => void response.writeHead(200).end(`reply ${both.seen.length}`), {
      route: { cache: { ttlSeconds: 60, key: { query: ["page"], cookies: ["lang"] } } },
    });
    expect((await whole(await both.get("/a?utm=1&page=2"))).text).toBe("reply 1");
    expect((await whole(await both.get("/a?page=2&utm=2"))).text).toBe("reply 1");
    expect((await whole(await both.get("/a?page=3"))).text).toBe("reply 2");
    expect((await whole(await both.get("/a?page=2", { headers: { cookie: "lang=de" } }))).text).toBe("reply 3");
    expect(both.seen[0]).toBe("GET /a?page=2");
  });

  test("turns its cache off", async () => {
    const both = await start(counting(), { route: { cache: false } });
    await whole(await both.get("/a"));
    const second = await both.get("/a");
    expect([second.headers.get("cache-status"), await second.text()]).toEqual([null, "reply 2"]);
  });
});

test("items of a batch use the same cache", async () => {
  const both = await start(counting());
  const batch = async () => {
    const requests = ["1", "2"].map((id) => ({ id, method: "GET", url: `/item/${id}` }));
    const reply = await fetch(`${both.url}/$batch`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ requests }),
    });
    return ((await reply.json()) as { responses: { id: string; headers: Record<string, string> }[] }).responses;
  };
  await batch();
  await whole(await both.get("/item/1"));
  for (const { headers } of await batch()) expect(headers["cache-status"]).toContain("hit");
  expect(both.seen).toHaveLength(2);
});
