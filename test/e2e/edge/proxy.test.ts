/** What a request and its reply look like on the other side of the edge. */
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Edge,
  raw,
  request,
  seenOf,
  startTestEdge,
  startUpstream,
  statusesOf,
  type Upstream,
  valuesOf,
} from "./world.ts";

let upstream: Upstream;
let edge: Edge;

beforeAll(async () => {
  upstream = await startUpstream();
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
  edge = await startTestEdge({
    upstreams: { main: { urls: [upstream.url] }, based: { urls: [`${upstream.url}/base/`] } },
    routes: [
      { name: "any", match: { methods, path: "/any/{rest...}" }, upstream: "main", cache: false },
      {
        name: "moved",
        match: { methods, path: "/moved/{id}/{rest...}" },
        upstream: "main",
        rewrite: "/new/{id}/{rest...}",
      },
      { name: "based", match: { path: "/based" }, upstream: "based" },
    ],
  });
});

afterAll(async () => {
  await edge?.stop();
  await upstream?.stop();
});

describe("headers of a request", () => {
  test("hop-by-hop fields and those that Connection names stay behind, end-to-end fields go on", async () => {
    const { headers } = await seenOf(edge.url, "/any/hop", {
      headers: {
        connection: "close, X-Hop, x-other-hop",
        "x-hop": "1",
        "x-other-hop": "1",
        "keep-alive": "timeout=5",
        te: "trailers",
        "proxy-connection": "keep-alive",
        "proxy-authorization": "Basic c2VjcmV0",
        "x-kept": "1",
        authorization: "Bearer theirs",
        cookie: "a=b",
      },
    });
    expect(headers).toMatchObject({ "x-kept": "1", authorization: "Bearer theirs", cookie: "a=b" });
    for (const name of ["x-hop", "x-other-hop", "keep-alive", "te", "proxy-connection", "proxy-authorization"]) {
      expect(headers, name).not.toHaveProperty(name);
    }
  });

  test("Connection cannot remove what the upstream needs to check", async () => {
    const { headers } = await seenOf(edge.url, "/any/strip", {
      headers: {
        connection: "authorization, cookie, x-forwarded-for, via, host",
        authorization: "Bearer t",
        cookie: "a=b",
      },
    });
    expect(headers).toMatchObject({
      authorization: "Bearer t",
      cookie: "a=b",
      "x-forwarded-for": "127.0.0.1",
      via: "1.1 fairway",
    });
  });

  test.each([
    ["forwarded", "for=6.6.6.6"],
    ["x-forwarded-for", "6.6.6.6"],
    ["x-forwarded-host", "evil.example"],
    ["x-forwarded-proto", "https"],
    ["x-forwarded-port", "666"],
    ["x-forwarded-prefix", "/evil"],
    ["x-real-ip", "6.6.6.6"],
    ["x-client-ip", "6.6.6.6"],
    ["true-client-ip", "6.6.6.6"],
    ["cf-connecting-ip", "6.6.6.6"],
    ["fairway-identity", "forged"],
    ["x-fairway-uid", "1"],
    ["X-Fairway-Session", "1"],
    ["x-original-url", "/evil"],
    ["x-rewrite-url", "/evil"],
    ["x-http-method-override", "DELETE"],
    ["traceparent", "forged"],
    ["tracestate", "forged=6"],
    ["b3", "forged"],
  ])("a forged %s is not believed", async (name, value) => {
    const { rawHeaders } = await seenOf(edge.url, "/any/forged", { headers: { [name]: value } });
    for (const seen of valuesOf(rawHeaders, name.toLowerCase())) expect(seen).not.toContain(value);
    expect(rawHeaders.filter((_, index) => index % 2 === 1)).not.toContain(value);
  });

  test("the upstream learns who asked, for what, and through whom", async () => {
    const { headers } = await seenOf(edge.url, "/any/facts", {
      headers: { host: "api.example:8443", via: "1.0 phone" },
    });
    expect(headers).toMatchObject({
      forwarded: 'for=127.0.0.1;host="api.example:8443";proto=http',
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-host": "api.example:8443",
      "x-forwarded-proto": "http",
      via: "1.0 phone, 1.1 fairway",
    });
    expect(headers.host).toBe(new URL(upstream.url).host);
  });

  test("a trace is gone on with, and begun where there is none", async () => {
    const parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const inner = await seenOf(edge.url, "/any/trace", { headers: { traceparent: parent, tracestate: "a=1,b=2" } });
    expect(inner.headers.traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
    expect(inner.headers.traceparent).not.toBe(parent);
    expect(inner.headers.tracestate).toBe("a=1,b=2");
    const fresh = await seenOf(edge.url, "/any/trace");
    expect(fresh.headers.traceparent).toMatch(/^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-0[0-3]$/);
  });

  test("duplicates stay apart, and bytes beyond ASCII stay as they are", async () => {
    const { rawHeaders } = await seenOf(edge.url, "/any/duplicates", {
      headers: ["Host", "x", "X-Many", "one, two", "X-Many", "three", "X-Latin", "na\u00efve"],
    });
    expect(valuesOf(rawHeaders, "x-many")).toEqual(["one, two", "three"]);
    expect(valuesOf(rawHeaders, "x-latin")).toEqual(["na\u00efve"]);
  });

  test("Upgrade to a protocol that is none here is dropped, and WebSocket is refused", async () => {
    const headers = { connection: "upgrade, http2-settings", upgrade: "h2c", "http2-settings": "AAMAAABkAAQAAP__" };
    const seen = await seenOf(edge.url, "/any/upgrade", { headers });
    expect(seen.headers).not.toHaveProperty("upgrade");
    expect(seen.headers).not.toHaveProperty("http2-settings");
    const websocket = await request(edge.url, "/any/socket", {
      headers: {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
      },
    });
    expect(websocket.status).toBe(501);
    expect(upstream.seen.map(({ url }) => url)).not.toContain("/any/socket");
  });

  test("Expect is answered by the edge, and its body arrives", async () => {
    const text = await raw(
      edge.url,
      "POST /any/expect HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello",
    );
    expect(statusesOf(text).at(-1)).toBe(200);
    const seen = JSON.parse(text.slice(text.lastIndexOf("\r\n\r\n") + 4));
    expect(seen.body).toBe("hello");
    expect(seen.headers).not.toHaveProperty("expect");
  });
});

describe("headers of a reply", () => {
  test("hop-by-hop fields and those that Connection names stay behind, and so does what the upstream runs on", async () => {
    upstream.on("/any/reply-hop", (_, response) => {
      response.writeHead(200, {
        connection: "close, X-Hop",
        "x-hop": "1",
        "keep-alive": "timeout=5",
        "proxy-authenticate": "Basic",
        server: "secret/1.0",
        "x-powered-by": "secret",
        "alt-svc": 'h3=":443"',
        "x-kept": "1",
        "content-length": 2,
      });
      response.end("ok");
    });
    const { headers } = await request(edge.url, "/any/reply-hop");
    expect(headers).toMatchObject({ "x-kept": "1", "content-length": "2" });
    for (const name of ["x-hop", "keep-alive", "proxy-authenticate", "server", "x-powered-by", "alt-svc"]) {
      expect(headers, name).not.toHaveProperty(name);
    }
  });

  test("each Set-Cookie stays a field of its own", async () => {
    const cookies = ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2; Path=/", "c=3"];
    upstream.on("/any/cookies", (_, response) => {
      response.setHeader("set-cookie", cookies).setHeader("x-many", ["one", "two, three"]).end("ok");
    });
    const { headers, rawHeaders } = await request(edge.url, "/any/cookies");
    expect(headers["set-cookie"]).toEqual(cookies);
    expect(valuesOf(rawHeaders, "x-many").join(", ")).toBe("one, two, three");
  });

  test.each([301, 302, 303, 307, 308])("a redirect with %i is the client's to follow", async (status) => {
    upstream.on("/any/redirect", (_, response) => {
      response.writeHead(status, { location: "http://elsewhere.example/there?x=1" }).end();
    });
    const reply = await request(edge.url, "/any/redirect");
    expect(reply.status).toBe(status);
    expect(reply.headers.location).toBe("http://elsewhere.example/there?x=1");
  });

  test.each([400, 404, 418, 429, 500, 501, 599])("a %i is passed on as it is", async (status) => {
    upstream.on("/any/status", (_, response) => {
      response.writeHead(status, "Own Words", { "content-type": "text/plain", "retry-after": "7" }).end("as it is");
    });
    const reply = await request(edge.url, "/any/status");
    expect(reply.status).toBe(status);
    expect(reply.body.toString()).toBe("as it is");
    expect(reply.headers).toMatchObject({ "content-type": "text/plain", "retry-after": "7" });
  });
});

describe("methods and bodies", () => {
  test.each(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s arrives as it is", async (method) => {
    const sent = method === "GET" ? {} : { body: "bytes" };
    const seen = await seenOf(edge.url, "/any/method", { method, ...sent });
    expect(seen).toMatchObject({ method, body: sent.body ?? "" });
    if (sent.body !== undefined) expect(seen.headers["content-length"]).toBe("5");
    expect(seen.headers).not.toHaveProperty("transfer-encoding");
  });

  test("a POST with an empty body says that it is empty", async () => {
    const seen = await seenOf(edge.url, "/any/empty", { method: "POST", headers: { "content-length": 0 } });
    expect(seen).toMatchObject({ method: "POST", body: "" });
    expect(seen.headers["content-length"]).toBe("0");
  });

  test("HEAD has the length of the body that GET would have, and no body", async () => {
    upstream.on("/any/head", (incoming, response) => {
      response.writeHead(200, { "content-length": 12_345, etag: '"e"' });
      response.end(incoming.method === "HEAD" ? undefined : "x".repeat(12_345));
    });
    const text = await raw(edge.url, "HEAD /any/head HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).toMatch(/\r\ncontent-length: 12345\r\n/i);
    expect(text).toMatch(/\r\netag: "e"\r\n/i);
    expect(text.slice(text.indexOf("\r\n\r\n"))).toBe("\r\n\r\n");
    expect(upstream.seen.at(-1)).toEqual({ method: "HEAD", url: "/any/head" });
  });

  test.each([204, 304])("a %i has no body and no length that promises one", async (status) => {
    upstream.on("/any/bodiless", (_, response) => response.writeHead(status, { etag: '"e"' }).end());
    const text = await raw(edge.url, "GET /any/bodiless HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect(statusesOf(text)).toEqual([status]);
    expect(text).toMatch(/\r\netag: "e"\r\n/i);
    expect(text).not.toMatch(/\r\ntransfer-encoding:/i);
    expect(text.slice(text.indexOf("\r\n\r\n"))).toBe("\r\n\r\n");
  });

  test("an empty reply is empty and says so", async () => {
    upstream.on("/any/nothing", (_, response) => response.writeHead(200, { "content-length": 0 }).end());
    const reply = await request(edge.url, "/any/nothing");
    expect(reply.headers["content-length"]).toBe("0");
    expect(reply.body).toHaveLength(0);
  });

  test.each([10, 70_000])("a reply of %i bytes keeps its length", async (length) => {
    upstream.on("/any/length", (_, response) =>
      response.writeHead(200, { "content-length": length }).end("x".repeat(length)),
    );
    const reply = await request(edge.url, "/any/length");
    expect(reply.headers["content-length"]).toBe(String(length));
    expect(reply.body).toHaveLength(length);
  });

  test.each([500, 200_000])("gzip from the upstream passes byte for byte, from %i bytes", async (length) => {
    const plain = Buffer.from(Array.from({ length }, (_, index) => (index * 31) % 251));
    const packed = gzipSync(plain);
    upstream.on("/any/gzip", (_, response) => {
      response.writeHead(200, { "content-encoding": "gzip", "content-length": packed.length }).end(packed);
    });
    const reply = await request(edge.url, "/any/gzip", { headers: { "accept-encoding": "gzip" } });
    expect(reply.headers["content-encoding"]).toBe("gzip");
    expect(reply.body.equals(packed)).toBe(true);
    expect(gunzipSync(reply.body).equals(plain)).toBe(true);
  });

  test("a compressed request body is the upstream's to inflate", async () => {
    const packed = gzipSync("a body");
    const seen = await seenOf(edge.url, "/any/packed", {
      method: "POST",
      headers: { "content-encoding": "gzip" },
      body: packed,
    });
    expect(seen.headers["content-encoding"]).toBe("gzip");
    expect(Buffer.from(seen.body, "latin1").equals(packed)).toBe(true);
  });
});

describe("the request target", () => {
  test.each([
    "/any/a%2Fb/c",
    "/any/%E4%B8%AD%e6%96%87",
    "/any/%FF%fe",
    "/any/a%252Fb",
    "/any/a//b/",
    "/any/%61%2e%62",
    "/any/a;v=1,2/b:c@d!$&'()*+=~",
    "/any/x?a=%2F..%2F&b=%FF&c=a+b&&=&d",
    "/any/x?",
    "/any/x??y=/../z",
  ])("%s is the same on the wire", async (target) => {
    expect((await seenOf(edge.url, target)).url).toBe(target);
  });

  test("bytes that are not percent-encoded as they must be are refused", async () => {
    const before = upstream.seen.length;
    const head = Buffer.from(
      "GET /any/\u00ff\u00e4?q=\u00fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
      "latin1",
    );
    const text = await raw(edge.url, head);
    expect(statusesOf(text)).toEqual([400]);
    expect(upstream.seen).toHaveLength(before);
  });

  test("a rewrite puts the bytes of the path in unchanged, and keeps the query", async () => {
    expect((await seenOf(edge.url, "/moved/%41%2F/a%2Fb//%FF?x=%20")).url).toBe("/new/%41%2F/a%2Fb//%FF?x=%20");
  });

  test("the path of an upstream's base URL comes first", async () => {
    expect((await seenOf(edge.url, "/based?x")).url).toBe("/base/based?x");
  });

  test.each(["/any/../secret", "/any/%2e%2E/secret", "/any/a%2f..%2fsecret", "/any/..;/secret", "/any/a\\..\\secret"])(
    "%s climbs nowhere",
    async (target) => {
      const before = upstream.seen.length;
      const text = await raw(edge.url, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(statusesOf(text)).toEqual([400]);
      expect(upstream.seen).toHaveLength(before);
    },
  );

  test("an absolute target counts by its path", async () => {
    const text = await raw(
      edge.url,
      "GET http://absolute.example/any/absolute HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n",
    );
    expect(statusesOf(text)).toEqual([200]);
    expect(JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4))).toMatchObject({ url: "/any/absolute" });
  });

  test.each(["x/ops", "user@x", "x?y", "x#", "x y", ""])(
    "a Host of '%s' moves no border between host and path",
    async (host) => {
      const before = upstream.seen.length;
      const text = await raw(edge.url, `GET /any/host HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(statusesOf(text)).toEqual([400]);
      expect(upstream.seen).toHaveLength(before);
    },
  );
});
