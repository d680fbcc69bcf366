/** Upstreams that are slow, down, or talk nonsense, and clients that try to make two servers disagree about where a request ends. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  deadUrl,
  type Edge,
  raw,
  request,
  sayRaw,
  seenOf,
  startRawUpstream,
  startTestEdge,
  startUpstream,
  statusesOf,
  type Upstream,
} from "./world.ts";

const TIMEOUT_MS = 300;
/** So long a time is not watched from the beginning. */
const PATIENT_MS = 1_500;
/** A deadline that passes on a busy machine is noticed a little later. */
const TIMEOUT_MS_MAX = 5_000;

let upstream: Upstream;
let failing: Upstream;
let edge: Edge;
const stops: (() => Promise<void>)[] = [];
/** What the upstreams of bare bytes say, by the name of their route, and the status that the client then gets. */
const NONSENSE = {
  hangsUp: { say: "", status: 503 },
  noHttp: { say: "hello, I speak no HTTP\r\n\r\n", status: 503 },
  http2: { say: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", status: 503 },
  manyHeaders: {
    say: `HTTP/1.1 200 OK\r\n${"x-much: ".concat("y".repeat(1000), "\r\n").repeat(1000)}\r\n`,
    status: 503,
  },
  splitHeader: { say: "HTTP/1.1 200 OK\r\nx-a: 1\rset-cookie: evil=1\r\nContent-Length: 0\r\n\r\n", status: 503 },
  twoLengths: { say: "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 2\r\n\r\nevil", status: 503 },
  badLength: { say: "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", status: 503 },
  status999: { say: "HTTP/1.1 999 Huge\r\nContent-Length: 0\r\n\r\n", status: 502 },
} as const;

beforeAll(async () => {
  upstream = await startUpstream();
  failing = await startUpstream((_, response) => void response.writeHead(503, { "retry-after": "9" }).end("not now"));
  stops.push(upstream.stop, failing.stop);
  const upstreams: Record<string, { urls: string[] }> = {
    main: { urls: [upstream.url] },
    failing: { urls: [failing.url] },
    dead: { urls: [await deadUrl(), await deadUrl()] },
    failingPair: { urls: [failing.url, upstream.url] },
    failingPost: { urls: [failing.url, upstream.url] },
    deadPair: { urls: [await deadUrl(), upstream.url] },
    deadPost: { urls: [await deadUrl(), upstream.url] },
  };
  for (const [name, { say }] of Object.entries(NONSENSE)) {
    const server = await startRawUpstream(sayRaw(say, { end: true }));
    stops.push(server.stop);
    upstreams[name] = { urls: [server.url] };
  }
  const methods = ["GET", "POST", "PUT"];
  edge = await startTestEdge({
    upstreams,
    routes: [
      { name: "patient", match: { methods, path: "/patient/{rest...}" }, upstream: "main", timeoutMs: PATIENT_MS },
      { name: "slow", match: { methods, path: "/slow/{rest...}" }, upstream: "main", timeoutMs: TIMEOUT_MS },
      ...Object.keys(upstreams).map((name) => ({
        name,
        match: { methods, path: `/${name}/{rest...}` },
        upstream: name,
      })),
    ],
  });
  stops.push(edge.stop);
});

afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

describe("time", () => {
  test("an upstream that does not answer is a 504 at the route's deadline, and it is told", async () => {
    const { promise: gone, resolve: leave } = Promise.withResolvers<void>();
    upstream.on("/slow/never", (_, response) => void response.on("close", leave));
    const startedAt = performance.now();
    const reply = await request(edge.url, "/slow/never");
    const tookMs = performance.now() - startedAt;
    expect(reply.status).toBe(504);
    expect(JSON.parse(reply.body.toString())).toMatchObject({ status: 504, code: "deadline_exceeded" });
    expect(tookMs).toBeGreaterThanOrEqual(TIMEOUT_MS - 5);
    expect(tookMs).toBeLessThan(TIMEOUT_MS_MAX);
    await gone;
  });

  test("a client that leaves does not take along what watches the deadlines of others", async () => {
    upstream.on("/patient/never", () => undefined);
    const { hostname, port } = new URL(edge.url);
    const asks = upstream.seen.length;
    // The first of them watches for all that follow at once. It is reset as soon as its request has arrived.
    const first = connect(Number(port), hostname).on("error", () => undefined);
    first.write("GET /patient/never HTTP/1.1\r\nHost: x\r\n\r\n");
    await expect.poll(() => upstream.seen.length).toBe(asks + 1);
    const others = Array.from({ length: 5 }, () => request(edge.url, "/patient/never"));
    first.resetAndDestroy();
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([504, 504, 504, 504, 504]);
  });

  test("the deadline is for the head: a stream may take longer", async () => {
    upstream.on("/slow/stream", (_, response) => {
      response.write("begun ");
      setTimeout(() => response.end("done"), TIMEOUT_MS * 2);
    });
    expect((await request(edge.url, "/slow/stream")).body.toString()).toBe("begun done");
  });

  test("an upstream that falls silent in the middle of a small reply holds its client up for no longer", async () => {
    upstream.on("/slow/half", (_, response) => {
      response.writeHead(200, { "content-length": 10 });
      response.write("half");
    });
    const outcome = await request(edge.url, "/slow/half").catch((error) => error);
    if (!(outcome instanceof Error)) expect(outcome.status).toBe(504);
  });
});

describe("an upstream that is down", () => {
  test.each(["GET", "POST"])("is a 503 that says when to try again, for %s", async (method) => {
    const reply = await request(edge.url, "/dead/x", { method });
    expect(reply.status).toBe(503);
    expect(reply.headers).toMatchObject({ "content-type": "application/problem+json", "retry-after": "1" });
    expect(JSON.parse(reply.body.toString())).toMatchObject({ status: 503, code: "unavailable" });
    expect(reply.body.toString()).not.toMatch(/127\.0\.0\.1|ECONN|refused/);
  });

  test("is named in the log, with what happened", async () => {
    await request(edge.url, "/dead/logged");
    await expect
      .poll(() => edge.log.find(({ path }) => path === "/dead/logged"))
      .toMatchObject({ status: 503, fault: "unavailable", upstream: "dead", attempts: 2, reason: expect.any(String) });
  });

  test("its own 503 is passed on where nobody else is to be asked", async () => {
    const reply = await request(edge.url, "/failing/x", { method: "POST" });
    expect(reply.status).toBe(503);
    expect(reply.headers["retry-after"]).toBe("9");
    expect(reply.body.toString()).toBe("not now");
  });

  test.each(Object.entries(NONSENSE))("or talks nonsense is a %s", async (path, { status }) => {
    const reply = await request(edge.url, `/${path}/x`, { method: "POST" });
    expect(reply.status).toBe(status);
    expect(reply.headers).not.toHaveProperty("set-cookie");
  });
});

describe("the next node", () => {
  test.each(["deadPair", "failingPair"])("of %s answers a GET, each time", async (pair) => {
    for (let turn = 0; turn < 4; turn++) expect((await seenOf(edge.url, `/${pair}/get`)).url).toBe(`/${pair}/get`);
  });

  test.each(["deadPair", "failingPair"])("of %s answers a PUT, with its body", async (pair) => {
    const seen = await seenOf(edge.url, `/${pair}/put`, { method: "PUT", body: "again" });
    expect(seen.body).toBe("again");
  });

  test.each(["deadPost", "failingPost"])("of %s is not asked for a POST, which may have been done", async (pair) => {
    let [path, status] = ["", 0];
    // Each is sent to one of the two, and the first that goes wrong is the one to look at.
    for (let turn = 0; turn < 50 && status !== 503; turn++) {
      path = `/${pair}/post-${turn}`;
      ({ status } = await request(edge.url, path, { method: "POST", body: "once" }));
    }
    expect(status).toBe(503);
    expect(upstream.seen.filter(({ url }) => url === path)).toEqual([]);
  });

  test("is asked for a POST whose Idempotency-Key says that it may come twice", async () => {
    const path = "/failingPost/key";
    for (let turn = 0; turn < 2; turn++) {
      const seen = await seenOf(edge.url, path, { method: "POST", body: "key", headers: { "idempotency-key": "k" } });
      expect(seen).toMatchObject({ body: "key", headers: { "idempotency-key": "k" } });
    }
  });
});

describe("requests that servers may read in two ways", () => {
  const evil = "GET /main/evil HTTP/1.1\r\nHost: x\r\n\r\n";

  test.each([
    ["length and chunks", `Content-Length: ${5 + evil.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${evil}`],
    ["chunks and length", `Transfer-Encoding: chunked\r\nContent-Length: ${5 + evil.length}\r\n\r\n0\r\n\r\n${evil}`],
    ["two lengths", `Content-Length: ${evil.length}\r\nContent-Length: 0\r\n\r\n${evil}`],
    ["two lengths the other way", `Content-Length: 0\r\nContent-Length: ${evil.length}\r\n\r\n${evil}`],
    ["a list of lengths", `Content-Length: 0, ${evil.length}\r\n\r\n${evil}`],
    ["a length with a sign", `Content-Length: +${evil.length}\r\n\r\n${evil}`],
    ["a negative length", `Content-Length: -1\r\n\r\n${evil}`],
    ["a length in hex", `Content-Length: 0x${evil.length.toString(16)}\r\n\r\n${evil}`],
    ["an unknown coding", `Transfer-Encoding: xchunked\r\nContent-Length: ${evil.length}\r\n\r\n${evil}`],
    ["chunks twice", `Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n${evil}`],
    ["two transfer codings", `Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n${evil}`],
    ["a coding after a tab", `Transfer-Encoding:\x0bchunked\r\nContent-Length: ${evil.length}\r\n\r\n${evil}`],
    ["a space before the colon", `Transfer-Encoding : chunked\r\nContent-Length: ${evil.length}\r\n\r\n${evil}`],
    ["a folded field", `Transfer-Encoding:\r\n chunked\r\nContent-Length: ${evil.length}\r\n\r\n${evil}`],
    ["bare line feeds", `X: y\nTransfer-Encoding: chunked\nContent-Length: ${evil.length}\r\n\r\n${evil}`],
    ["a bare carriage return", `X: y\rTransfer-Encoding: chunked\r\nContent-Length: ${evil.length}\r\n\r\n${evil}`],
    ["a NUL in a field", `X: a\0b\r\nContent-Length: ${evil.length}\r\n\r\n${evil}`],
    ["a chunk of a wrong length", `Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n${evil}`],
    ["a chunk length that overflows", `Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n${evil}`],
    ["chunks that end with bare line feeds", `Transfer-Encoding: chunked\r\n\r\n0\n\n${evil}`],
  ])("%s: the hidden request never reaches the upstream as one", async (_, rest) => {
    const before = upstream.seen.length;
    const text = await raw(
      edge.url,
      `POST /main/outer HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${rest}`,
      isComplete,
    );
    const seen = upstream.seen.slice(before);
    expect(seen.filter(({ url }) => url === "/main/evil")).toEqual([]);
    expect(seen.length).toBeLessThanOrEqual(1);
    const [status = 0] = statusesOf(text);
    if (status === 200) {
      const { headers, body } = JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4));
      expect([headers["content-length"], headers["transfer-encoding"]]).toContain(undefined);
      if (headers["content-length"] !== undefined) expect(headers["content-length"]).toBe(String(body.length));
    } else {
      expect(status === 0 || (status >= 400 && status <= 501), text).toBe(true);
    }
  });

  /** A reply with a length, read to its end. */
  function isComplete(text: string): boolean {
    const end = text.indexOf("\r\n\r\n");
    const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
    return end > 0 && length !== undefined && text.length >= end + 4 + Number(length);
  }

  test("two requests on one connection are two requests", async () => {
    const one = "GET /main/first HTTP/1.1\r\nHost: x\r\n\r\n";
    const two = "GET /main/second HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    const text = await raw(edge.url, one + two);
    expect(statusesOf(text)).toEqual([200, 200]);
    expect(upstream.seen.slice(-2).map(({ url }) => url)).toEqual(["/main/first", "/main/second"]);
  });

  test("a body that a reply did not wait for is not the next request", async () => {
    const before = upstream.seen.length;
    const text = await raw(
      edge.url,
      `POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: ${evil.length}\r\n\r\n${evil}GET /main/after HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    expect(statusesOf(text)[0]).toBe(404);
    expect(upstream.seen.slice(before).map(({ url }) => url)).not.toContain("/main/evil");
  });

  test.each([
    ["a head of a megabyte", `GET /main/x HTTP/1.1\r\nHost: x\r\nX-Much: ${"y".repeat(1 << 20)}\r\n\r\n`],
    ["a target of 20 KiB", `GET /main/${"y".repeat(20_480)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
    ["another version", "GET /main/x HTTP/3.0\r\nHost: x\r\n\r\n"],
    ["no version", "GET /main/x\r\n\r\n"],
    ["CONNECT", "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\nConnection: close\r\n\r\n"],
    ["TRACE", "TRACE /main/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
    ["an unknown method", "EVIL /main/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
    ["no field name", "GET /main/x HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n"],
  ])("%s is refused", async (_, bytes) => {
    const before = upstream.seen.length;
    const [status = 0] = statusesOf(await raw(edge.url, bytes));
    expect(status === 0 || (status >= 400 && status <= 505)).toBe(true);
    expect(upstream.seen).toHaveLength(before);
  });

  test("a client that says nothing holds nobody up", async () => {
    const { hostname, port } = new URL(edge.url);
    const silent = Array.from({ length: 50 }, () => connect(Number(port), hostname).on("error", () => undefined));
    for (const socket of silent) socket.write("GET /main/half HTTP/1.1\r\nHo");
    expect((await seenOf(edge.url, "/main/other")).url).toBe("/main/other");
    for (const socket of silent) socket.destroy();
  });
});
