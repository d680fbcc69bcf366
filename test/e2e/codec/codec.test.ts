/** Formats and codings of single requests, as they are on the wire of a real edge. */
import { createHash } from "node:crypto";
import { constants, deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_DICTIONARY } from "../../../proto/dictionary/dictionary.ts";
import { Region } from "../../../proto/gen/countries.contract.ts";
import { type Edge, raw, request, type Seen, startTestEdge, startUpstream, type Upstream } from "../edge/world.ts";

const REGION = { region: "Oceania", countries: 27, subregions: [{ subregion: "Polynesia", countries: 10 }] };
const JSON_TEXT = JSON.stringify(REGION);
const LONG = { ...REGION, region: "Oceania ".repeat(100) };
const PROTOBUF = { accept: "application/x-protobuf" };
const VARY = "Accept, Accept-Encoding, Available-Dictionary";
const DICTIONARY = Buffer.from(DEFAULT_DICTIONARY.bytes);
/** Deflate that ends on a byte and knows nothing of what was before, so that it can be repeated. */
const ONE_MEGABYTE = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
const AVAILABLE = { "available-dictionary": `:${DEFAULT_DICTIONARY.hash}:` };

let upstream: Upstream;
let edge: Edge;

beforeAll(async () => {
  upstream = await startUpstream();
  const messages = { request: "example.countries.v1.Region", response: "example.countries.v1.Region" };
  edge = await startTestEdge({
    upstreams: { main: { urls: [upstream.url] } },
    routes: [
      {
        name: "region",
        match: { methods: ["GET", "PUT"], path: "/regions/{name}" },
        upstream: "main",
        messages,
        timeoutMs: 2_000,
      },
      { name: "small", match: { methods: ["PUT"], path: "/small" }, upstream: "main", messages, bodyBytesMax: 1_000 },
      { name: "secret", match: { path: "/secret" }, upstream: "main", rewrite: "/plain/long", sensitive: true },
      { name: "plain", match: { methods: ["GET", "PUT"], path: "/plain/{rest...}" }, upstream: "main" },
    ],
  });
  answer("/regions/oceania", JSON_TEXT, { etag: '"r1"' });
  answer("/regions/long", JSON.stringify(LONG), { etag: '"l1"' });
  answer("/plain/long", JSON.stringify(LONG), { etag: '"p1"' });
});
afterAll(async () => {
  await edge?.stop();
  await upstream?.stop();
});

/** As a server that knows conditions, HEAD, and nothing of codings. */
function answer(path: string, body: string | Buffer, headers: Record<string, string> = {}): void {
  upstream.on(path, (request, response) => {
    if (headers.etag !== undefined && request.headers["if-none-match"]?.split(", ").includes(headers.etag)) {
      response.writeHead(304, { etag: headers.etag }).end();
      return;
    }
    const length = String(Buffer.byteLength(body));
    response.writeHead(200, { "content-type": "application/json", "content-length": length, ...headers });
    response.end(request.method === "HEAD" ? undefined : body);
  });
}

describe("protobuf", () => {
  test("is given to who accepts it, JSON to the rest, each with tag and length of its own", async () => {
    const json = await request(edge.url, "/regions/oceania");
    expect(json.body.toString()).toBe(JSON_TEXT);
    expect(json.headers).toMatchObject({ "content-type": "application/json", etag: '"r1"', vary: VARY });
    const protobuf = await request(edge.url, "/regions/oceania", { headers: PROTOBUF });
    expect(Region.decode(protobuf.body)).toEqual(REGION);
    expect(protobuf.headers).toMatchObject({
      "content-type": "application/x-protobuf",
      "content-length": String(protobuf.body.length),
      vary: VARY,
    });
    expect(protobuf.headers.etag).toMatch(/^"r1;fw=pb-[0-9a-z]+"$/);
  });

  test("is taken in and reaches the upstream as JSON", async () => {
    const headers = { "content-type": "application/protobuf", accept: "application/json" };
    const { body } = await request(edge.url, "/regions/any", {
      method: "PUT",
      headers,
      body: Buffer.from(Region.encode(REGION)),
    });
    const seen = JSON.parse(body.toString()) as Seen;
    expect(JSON.parse(seen.body)).toEqual(REGION);
    expect(seen.headers).toMatchObject({
      "content-type": "application/json",
      "content-length": String(seen.body.length),
    });
  });

  test("has a HEAD that says what GET would", async () => {
    const { headers, body } = await request(edge.url, "/regions/oceania", { method: "HEAD", headers: PROTOBUF });
    const get = await request(edge.url, "/regions/oceania", { headers: PROTOBUF });
    expect(body.length).toBe(0);
    expect(headers["content-length"]).toBeUndefined();
    for (const name of ["content-type", "etag", "vary"]) expect(headers[name]).toBe(get.headers[name]);
  });

  test("is what it was where nothing changed, also in another coding, and never JSON's 304", async () => {
    const { headers } = await request(edge.url, "/regions/long", {
      headers: { ...PROTOBUF, "accept-encoding": "gzip" },
    });
    const tag = String(headers.etag);
    expect(tag).toMatch(/^"l1;fw=pb-[0-9a-z]+\.gzip"$/);
    const again = { ...PROTOBUF, "accept-encoding": "gzip", "if-none-match": tag };
    const unchanged = await request(edge.url, "/regions/long", { headers: again });
    expect([unchanged.status, unchanged.headers.etag, unchanged.body.length]).toEqual([304, tag, 0]);
    for (const other of [{ "if-none-match": tag }, { ...PROTOBUF, "if-none-match": '"l1"' }]) {
      expect((await request(edge.url, "/regions/long", { headers: other })).status).toBe(200);
    }
  });

  test("is not made of a reply that does not fit, and the log says why", async () => {
    answer("/regions/misfit", '{"region":7}', { etag: '"m"' });
    const { headers, body } = await request(edge.url, "/regions/misfit", { headers: PROTOBUF });
    expect(body.toString()).toBe('{"region":7}');
    expect(headers).toMatchObject({ "content-type": "application/json", etag: '"m"', vary: VARY });
    await expect
      .poll(() => edge.log.find(({ path }) => path === "/regions/misfit"))
      .toMatchObject({
        route: "region",
        misfit: expect.stringContaining("region"),
      });
  });

  test("is not made of an error", async () => {
    upstream.on("/regions/none", (_, response) => {
      response.writeHead(404, { "content-type": "application/json" }).end('{"error":"none"}');
    });
    const { status, headers, body } = await request(edge.url, "/regions/none", { headers: PROTOBUF });
    expect([status, headers["content-type"], body.toString()]).toEqual([404, "application/json", '{"error":"none"}']);
  });

  test("is made of a chunked reply, and of one in gzip that nobody asked for", async () => {
    upstream.on("/regions/chunked", (_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write(JSON_TEXT.slice(0, 20), () => response.end(JSON_TEXT.slice(20)));
    });
    answer("/regions/gzip", gzipSync(JSON_TEXT), { "content-encoding": "gzip" });
    for (const name of ["chunked", "gzip"]) {
      const { headers, body } = await request(edge.url, `/regions/${name}`, { headers: PROTOBUF });
      expect(headers["content-encoding"]).toBeUndefined();
      expect(Region.decode(body)).toEqual(REGION);
    }
  });
});

describe("an upstream that is broken", () => {
  test("in the middle of a reply that is transcoded is 502, with nothing of the reply", async () => {
    for (const [name, length] of [
      ["closes", undefined],
      ["lies", "100"],
    ] as const) {
      upstream.on(`/regions/${name}`, (_, response) => {
        response.writeHead(200, { "content-type": "application/json", ...(length && { "content-length": length }) });
        response.write('{"region":', () => response.socket?.destroy());
      });
      const { status, headers, body } = await request(edge.url, `/regions/${name}`, { headers: PROTOBUF });
      expect([status, headers["content-type"]]).toEqual([502, "application/problem+json"]);
      expect(body.toString()).not.toContain("region");
    }
  });

  test("and hangs in the middle of a reply is 504 when the route's time is over", async () => {
    upstream.on("/regions/hangs", (_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).write('{"region":');
    });
    expect((await request(edge.url, "/regions/hangs", { headers: PROTOBUF })).status).toBe(504);
  });

  test("with a gzip bomb of 1 GB fills no memory, and the bomb goes no further than it was sent", async () => {
    const bomb = Buffer.concat([gzipSync("").subarray(0, 10), ...Array<Buffer>(1000).fill(ONE_MEGABYTE)]);
    answer("/regions/bomb", bomb, { "content-encoding": "gzip" });
    const before = await edge.residentBytes();
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => request(edge.url, "/regions/bomb", { headers: PROTOBUF })),
    );
    for (const { headers, body } of replies) {
      expect(headers).toMatchObject({ "content-type": "application/json", "content-encoding": "gzip" });
      expect(body.equals(bomb)).toBe(true);
    }
    expect((await edge.residentBytes()) - before).toBeLessThan(100 << 20);
  });

  test("with gzip that is none is passed on as it is", async () => {
    answer("/regions/nogzip", "no gzip", { "content-encoding": "gzip" });
    const { body } = await request(edge.url, "/regions/nogzip", { headers: PROTOBUF });
    expect(body.toString()).toBe("no gzip");
  });
});

describe("a request body is refused", () => {
  test.each<[number, string, Buffer | string, Record<string, string>]>([
    [400, "no protobuf", Buffer.from([0xff, 0xff, 0xff]), { "content-type": "application/x-protobuf" }],
    [
      400,
      "gzip cut short",
      gzipSync(JSON_TEXT).subarray(0, -5),
      { "content-type": "application/json", "content-encoding": "gzip" },
    ],
    [400, "no deflate", "plain", { "content-type": "application/json", "content-encoding": "x-dcd", ...AVAILABLE }],
    [
      413,
      "a bomb",
      gzipSync(Buffer.alloc(1 << 26)),
      { "content-type": "application/json", "content-encoding": "gzip" },
    ],
    [415, "another type", "<a/>", { "content-type": "application/xml" }],
    [415, "no type", "{}", {}],
    [415, "another coding", "x", { "content-type": "application/json", "content-encoding": "br" }],
    [415, "no dictionary", "x", { "content-type": "application/json", "content-encoding": "x-dcd" }],
  ])("with %i for %s", async (status, _, body, headers) => {
    const reply = await request(edge.url, "/regions/x", { method: "PUT", headers, body });
    expect([reply.status, reply.headers["content-type"]]).toEqual([status, "application/problem+json"]);
    if (status === 415) expect(reply.headers.accept ?? reply.headers["accept-encoding"]).toBeDefined();
  });

  test("with 413 over its route's limit, declared or not", async () => {
    const long = Region.encode({ region: "x".repeat(1_000) });
    const headers = { "content-type": "application/x-protobuf" };
    expect((await request(edge.url, "/small", { method: "PUT", headers, body: Buffer.from(long) })).status).toBe(413);
    const head =
      "PUT /small HTTP/1.1\r\nhost: edge\r\ncontent-type: application/x-protobuf\r\ntransfer-encoding: chunked\r\n\r\n";
    const chunked = `${head}7d0\r\n${"x".repeat(2_000)}\r\n0\r\n\r\n`;
    expect(await raw(edge.url, chunked, (text) => text.includes("\r\n\r\n"))).toContain("HTTP/1.1 413");
  });
});

describe("a coding", () => {
  const both = { "accept-encoding": "gzip, x-dcd", ...AVAILABLE };

  test("is the smallest that the client takes, with a tag and a length of its own", async () => {
    const get = (headers: Record<string, string>) => request(edge.url, "/plain/long", { headers });
    const [plain, gzip, packed] = [await get({}), await get({ "accept-encoding": "gzip" }), await get(both)];
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(packed.headers["content-encoding"]).toBe("x-dcd");
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(inflateRawSync(packed.body, { dictionary: DICTIONARY })).toEqual(plain.body);
    expect(packed.body.length).toBeLessThan(gzip.body.length);
    expect(new Set([plain, gzip, packed].map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers, body } of [plain, gzip, packed]) expect(headers["content-length"]).toBe(String(body.length));
    await expect
      .poll(() => edge.log.filter(({ path }) => path === "/plain/long"))
      .toContainEqual(expect.objectContaining({ bytesOut: packed.body.length, bytesOutPlain: plain.body.length }));
  });

  test.each([
    ["gzip;q=0", undefined],
    ["identity", undefined],
    ["gzip;q=0.1, identity;q=1", "gzip"],
    ["*", "gzip"],
    ["x-dcd", undefined],
    ["br", undefined],
  ])("for Accept-Encoding: %s is %s", async (acceptEncoding, coding) => {
    const { headers } = await request(edge.url, "/plain/long", { headers: { "accept-encoding": acceptEncoding } });
    expect(headers["content-encoding"]).toBe(coding);
  });

  test("that the upstream chose is left alone, byte for byte", async () => {
    const packed = gzipSync(JSON.stringify(LONG), { level: 1 });
    answer("/plain/packed", packed, { "content-encoding": "gzip", etag: '"own"' });
    const { headers, body } = await request(edge.url, "/plain/packed", { headers: both });
    expect(headers).toMatchObject({ "content-encoding": "gzip", etag: '"own"' });
    expect(body.equals(packed)).toBe(true);
  });

  test("is put on protobuf too", async () => {
    const { headers, body } = await request(edge.url, "/regions/long", { headers: { ...PROTOBUF, ...both } });
    expect(headers).toMatchObject({ "content-encoding": "x-dcd", "content-type": "application/x-protobuf" });
    expect(Region.decode(inflateRawSync(body, { dictionary: DICTIONARY }))).toEqual(LONG);
  });

  test("is never put on a secret, nor asked for", async () => {
    const { headers, body } = await request(edge.url, "/secret", { headers: both });
    expect(headers["content-encoding"]).toBeUndefined();
    expect(JSON.parse(body.toString())).toEqual(LONG);
    let asked: string | undefined = "unknown";
    upstream.on("/plain/long", (request, response) => {
      asked = request.headers["accept-encoding"];
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(LONG));
    });
    await request(edge.url, "/secret", { headers: both });
    expect(asked).toBeUndefined();
  });

  test("of a request with the dictionary is taken off on every route", async () => {
    const body = deflateRawSync("what both sides know", { dictionary: DICTIONARY });
    const headers = { "content-type": "text/plain", "content-encoding": "x-dcd", ...AVAILABLE };
    const reply = await request(edge.url, "/plain/echo", { method: "PUT", headers, body });
    const seen = JSON.parse(reply.body.toString()) as Seen;
    expect(seen.body).toBe("what both sides know");
    expect(seen.headers).not.toHaveProperty("content-encoding");
    expect(seen.headers).not.toHaveProperty("available-dictionary");
  });
});

describe("the dictionary", () => {
  const path = "/.well-known/fairway/dictionary";

  test("is there for who has none", async () => {
    const { status, headers, body } = await request(edge.url, path);
    expect(status).toBe(200);
    expect(createHash("sha256").update(body).digest("base64")).toBe(DEFAULT_DICTIONARY.hash);
    expect(headers).toMatchObject({
      "use-as-dictionary": expect.stringContaining('match="/*"'),
      "cache-control": expect.stringMatching(/max-age=\d+, immutable/),
      "content-length": String(body.length),
    });
    const head = await request(edge.url, path, { method: "HEAD" });
    expect([head.status, head.headers["content-length"], head.body.length]).toEqual([200, String(body.length), 0]);
    const again = await request(edge.url, path, { headers: { "if-none-match": String(headers.etag) } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test("cannot be written", async () => {
    const { status, headers } = await request(edge.url, path, { method: "PUT", body: "x" });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });
});
