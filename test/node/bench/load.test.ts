import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { createServer as createHttp2Server } from "node:http2";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { buffer, text } from "node:stream/consumers";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { generate } from "../../../bench/load/generator.ts";
import { Http1Wire, http1Bytes } from "../../../bench/load/http1.ts";
import { type LoadOptions, load } from "../../../bench/load/load.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {}); // The generator cuts its connections at the end of a run.
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serve = (listener: RequestListener) => listen(createServer(listener));

type Requests = Extract<LoadOptions["traffic"], { protocol: "http1" }>["requests"];

function drive(url: string, requests: Requests, options: Partial<LoadOptions> = {}) {
  return load({ url, connections: 4, until: { replies: 200 }, traffic: { protocol: "http1", requests }, ...options });
}

describe("an HTTP/1.1 reply is read to its end, however it is cut", () => {
  const head = (lines: string) => `HTTP/1.1 200 OK\r\n${lines}\r\n\r\n`;
  const replies: [string, string, string, boolean?][] = [
    ["with a length", `${head("Content-Length: 11")}hello world`, "ok"],
    ["of length 0", head("content-length: 0"), "ok"],
    ["in chunks", `${head("transfer-encoding: chunked")}5\r\nhello\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n`, "ok"],
    ["in chunks with trailers", `${head("Transfer-Encoding: gzip, chunked")}1\r\nx\r\n0\r\na: b\r\nc: d\r\n\r\n`, "ok"],
    ["in chunks that look like ends", `${head("transfer-encoding: chunked")}9\r\n\r\n0\r\n\r\n\r\n\r\n0\r\n\r\n`, "ok"],
    ["204", "HTTP/1.1 204 No Content\r\n\r\n", "ok"],
    ["304 with the length of what it spares", "HTTP/1.1 304 Not Modified\r\ncontent-length: 99\r\n\r\n", "304"],
    ["to HEAD", head("content-length: 99"), "ok", true],
    [
      "after 100 and 103",
      `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 x\r\nlink: y\r\n\r\n${head("content-length: 1")}z`,
      "ok",
    ],
    ["503", "HTTP/1.1 503 x\r\nContent-length:3\r\n\r\nbad", "503"],
  ];

  test.each(replies)("%s", (_, reply, outcome, isHead = false) => {
    const bytes = Buffer.from(reply);
    const cuts = fc.array(fc.integer({ min: 1, max: bytes.length }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.oneof(cuts, fc.constant(Array.from(bytes, (_byte, at) => at))), (at) => {
        const wire = new Http1Wire([{ bytes: Buffer.from("x"), isHead }], 0);
        for (let again = 0; again < 2; again++) {
          wire.request();
          const edges = [0, ...at.toSorted((a, b) => a - b), bytes.length];
          const outcomes = edges
            .slice(1)
            .map((end, index) => wire.read(Buffer.from(bytes.subarray(edges[index], end))));
          expect(outcomes.filter((found) => found !== undefined)).toEqual([outcome]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["another protocol", "SSH-2.0-OpenSSH\r\n\r\n", /not HTTP/],
    ["a chunk without a size", `${head("transfer-encoding: chunked")}xyz\r\n`, /not a chunk size/],
    ["more than was announced", `${head("content-length: 1")}ab`, /after the end/],
    ["a head without an end", `HTTP/1.1 200 ${"x".repeat(70_000)}`, /endless head/],
  ])("%s is refused", (_, reply, message) => {
    const wire = new Http1Wire([{ bytes: Buffer.from("x"), isHead: false }], 0);
    wire.request();
    expect(() => wire.read(Buffer.from(reply))).toThrow(message);
  });
});

describe("load()", () => {
  test("sends what it was given, in turn, and reports as many replies as it was asked for", async () => {
    const seen = new Map<string, number>();
    const url = await serve(async (request, response) => {
      const key = `${request.method} ${request.url} ${request.headers.host} ${request.headers["x-a"]} ${await text(request)}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
      response.end("a chunked body");
    });
    const report = await drive(url, [
      { path: "/one", headers: { "x-a": "b" } },
      { method: "POST", path: "/two", body: '{"ü":1}' },
    ]);
    expect(report).toMatchObject({ ok: 200, failed: {} });
    expect(report.perSecond).toBeCloseTo(200 / report.seconds, 6);
    expect(report.latencyMs.p50).toBeGreaterThan(0);
    expect(report.latencyMs.max).toBeGreaterThanOrEqual(report.latencyMs.p99);
    const { host } = new URL(url);
    expect([...seen.keys()].toSorted()).toEqual([`GET /one ${host} b `, `POST /two ${host} undefined {"ü":1}`]);
    for (const count of seen.values()) expect(Math.abs(count - 100)).toBeLessThanOrEqual(4);
  });

  test("keeps its connections", async () => {
    const server = createServer((_, response) => response.end("x"));
    let connections = 0;
    server.on("connection", () => connections++);
    await drive(await listen(server), [{ path: "/" }]);
    expect(connections).toBe(4);
  });

  test("counts what is not 2xx by its status, and not as done", async () => {
    let serial = 0;
    const url = await serve((_, response) => {
      response.statusCode = [200, 404, 200, 503][serial++ % 4] ?? 200;
      response.end();
    });
    const { ok, failed } = await drive(url, [{ path: "/" }], { connections: 1 });
    expect({ ok, failed }).toEqual({ ok: 100, failed: { 404: 50, 503: 50 } });
  });

  test("opens a new connection when the server asks for it or ends its body by closing", async () => {
    let connections = 0;
    const server = createTcpServer((socket) => {
      const [header, end] = connections++ % 2 ? ["connection: close\r\ncontent-length: 1", false] : ["a: b", true];
      socket.on("data", () => {
        socket.write(`HTTP/1.1 200 OK\r\n${header}\r\n\r\nx`);
        if (end) socket.end();
      });
    });
    const { ok, failed } = await drive(await listen(server), [{ path: "/" }], { until: { replies: 20 } });
    expect({ ok, failed }).toEqual({ ok: 20, failed: {} });
    expect(connections).toBeGreaterThanOrEqual(20);
  });

  test("counts a connection that is cut in mid-reply as failed, and goes on", async () => {
    let serial = 0;
    const server = createTcpServer((socket) => {
      socket.on("data", () => {
        if (serial++ % 2 === 0) socket.end("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf");
        else socket.write("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nfull");
      });
    });
    const { ok, failed } = await drive(await listen(server), [{ path: "/" }], {
      connections: 1,
      until: { replies: 10 },
    });
    expect({ ok, failed }).toEqual({ ok: 5, failed: { closed: 5 } });
  });

  test("rejects when nobody answers, and names the cause", async () => {
    const url = await serve(() => {});
    await cleanups.pop()?.(); // Its port is free again.
    await expect(drive(url, [{ path: "/" }], { connections: 64, until: { ms: 20_000 } })).rejects.toThrow(
      /in a row failed.*ECONNREFUSED/,
    );
  });

  test("stops at its time even when the server never answers", async () => {
    const url = await serve(() => {});
    const { ok, failed, seconds } = await drive(url, [{ path: "/" }], { until: { ms: 200 } });
    expect({ ok, failed }).toEqual({ ok: 0, failed: {} });
    expect(seconds).toBeCloseTo(0.2, 1);
  });

  test("leaves out what comes during the warm-up", async () => {
    let served = 0;
    const url = await serve((_, response) => {
      served++;
      response.end();
    });
    const { ok } = await drive(url, [{ path: "/" }], { warmupMs: 300, until: { replies: 50 } });
    expect(ok).toBe(50);
    expect(served).toBeGreaterThan(60);
  });

  test("speaks gRPC: a unary call over HTTP/2, one stream after the other", async () => {
    const server = createHttp2Server();
    const requests = new Set<string>();
    let streams = 0;
    server.on("stream", async (stream, headers) => {
      streams++;
      const fails = streams % 5 === 0;
      const message = await buffer(stream);
      requests.add(JSON.stringify([headers[":path"], headers["content-type"], headers.te, message.toString("hex")]));
      const reply = { ":status": 200, "content-type": "application/grpc" };
      if (fails) {
        stream.respond({ ...reply, "grpc-status": "13" }, { endStream: true });
        return;
      }
      stream.respond(reply, { waitForTrailers: true });
      stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
      stream.end(Buffer.from([0, 0, 0, 0, 2, 8, 1]));
    });
    const url = await listen(server);
    const traffic = { protocol: "grpc", path: "/a.B/C", message: Buffer.from([8, 150, 1]) } as const;
    const { ok, failed } = await load({ url, connections: 1, until: { replies: 100 }, traffic });
    expect({ ok, failed }).toEqual({ ok: 80, failed: { "no message": 20 } });
    expect([...requests]).toEqual(['["/a.B/C","application/grpc","trailers","0000000003089601"]']);
  });

  test("speaks Thrift's framed transport and tells an exception from a reply", async () => {
    const requests = new Set<string>();
    let serial = 0;
    const server = createTcpServer((socket) => {
      socket.on("data", (bytes) => {
        requests.add(bytes.toString("hex"));
        const type = serial++ % 2 === 0 ? 2 : 3;
        for (const byte of [0, 0, 0, 4, 0x80, 1, 0, type]) socket.write(Buffer.of(byte));
      });
    });
    const url = (await listen(server)).replace("http:", "tcp:");
    const traffic = { protocol: "framed", message: Buffer.from("call") } as const;
    const { ok, failed } = await load({ url, connections: 1, until: { replies: 10 }, traffic });
    expect({ ok, failed }).toEqual({ ok: 5, failed: { exception: 5 } });
    expect([...requests]).toEqual(["0000000463616c6c"]);
  });
});

test("generate() sees a slow reply in the high percentiles and not in the median", async () => {
  let serial = 0;
  const url = await serve((_, response) => {
    if (serial++ % 20 === 0) setTimeout(() => response.end(), 100);
    else response.end();
  });
  const bytes = http1Bytes({ path: "/" }, "api");
  const plan = { host: "127.0.0.1", port: Number(new URL(url).port), connections: 1, until: { replies: 60 } };
  const { latencyMs } = await generate(plan, () => new Http1Wire([{ bytes, isHead: false }], 0));
  expect(latencyMs.p50).toBeLessThan(50);
  expect(latencyMs.p99).toBeGreaterThanOrEqual(99);
});
