/** Bodies on their way through the edge: as streams, under limits, and whole or visibly broken. */
import { once } from "node:events";
import { request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Edge,
  open,
  raw,
  request,
  sayRaw,
  startRawUpstream,
  startTestEdge,
  startUpstream,
  statusesOf,
  type Upstream,
} from "./world.ts";

const LIMIT_BYTES = 1000;
/** Well before any deadline. */
const AT_ONCE_MS = 5_000;

let upstream: Upstream;
let edge: Edge;
const stops: (() => Promise<void>)[] = [];
/** What the upstreams of bare bytes say, by the name of their route. */
const RAW: Record<string, (socket: Socket) => void> = {
  short: sayRaw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this", { end: true }),
  shortLarge: sayRaw(`HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n${"x".repeat(200_000)}`, { end: true }),
  tornChunks: sayRaw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", { end: true }),
  midChunk: sayRaw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\nhello", { end: true }),
  badChunk: sayRaw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n", { end: true }),
  untilClose: sayRaw("HTTP/1.1 200 OK\r\n\r\nuntil the end", { end: true }),
  longer: sayRaw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"),
};

beforeAll(async () => {
  upstream = await startUpstream();
  stops.push(upstream.stop);
  const upstreams: Record<string, { urls: string[] }> = { main: { urls: [upstream.url] } };
  for (const [name, say] of Object.entries(RAW)) {
    const server = await startRawUpstream(say);
    stops.push(server.stop);
    upstreams[name] = { urls: [server.url] };
  }
  const methods = ["GET", "POST", "PUT"];
  edge = await startTestEdge({
    upstreams,
    routes: [
      { name: "any", match: { methods, path: "/any/{rest...}" }, upstream: "main", cache: false },
      { name: "limited", match: { methods, path: "/limited" }, upstream: "main", bodyBytesMax: LIMIT_BYTES },
      { name: "slow", match: { methods, path: "/slow" }, upstream: "main", timeoutMs: 300, cache: false },
      ...Object.keys(RAW).map((name) => ({ name, match: { path: `/${name}` }, upstream: name })),
    ],
  });
  stops.push(edge.stop);
});

afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

async function nextChunk(stream: IncomingMessage): Promise<string> {
  const [chunk] = (await once(stream, "data")) as [Buffer];
  return chunk.toString();
}

describe("streams", () => {
  test("the first bytes of a reply are there before its end is sent", async () => {
    let reply: ServerResponse | undefined;
    upstream.on("/any/events", (_, response) => {
      reply = response;
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("data: 1\n\n");
    });
    const response = await open(edge.url, "/any/events");
    expect(response.headers["transfer-encoding"]).toBe("chunked");
    expect(await nextChunk(response)).toBe("data: 1\n\n");
    expect(reply?.writableEnded).toBe(false);
    reply?.write("data: 2\n\n");
    expect(await nextChunk(response)).toBe("data: 2\n\n");
    reply?.end();
    await once(response.resume(), "end");
    expect(response.complete).toBe(true);
  });

  test("the head of a reply is there before its first byte", async () => {
    let reply: ServerResponse | undefined;
    upstream.on("/any/head-first", (_, response) => {
      reply = response;
      response.writeHead(200, { "x-head": "1" }).flushHeaders();
    });
    const response = await open(edge.url, "/any/head-first");
    expect(response.headers["x-head"]).toBe("1");
    reply?.end("later");
    expect(await nextChunk(response)).toBe("later");
  });

  test("the first bytes of a request are with the upstream before its end is sent", async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<string>();
    let body = "";
    upstream.on("/any/upload", (incoming, response) => {
      incoming.on("data", (chunk) => {
        body += chunk;
        arrive(body);
      });
      incoming.on("end", () => response.end(body));
    });
    const sent = httpRequest(edge.url, { method: "POST", path: "/any/upload", agent: false });
    sent.write("first ");
    expect(await arrived).toBe("first ");
    sent.end("last");
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    expect(await nextChunk(response)).toBe("first last");
  });

  test("a chunked request arrives whole, whatever its chunks", async () => {
    const chunks = ["1;ext=x\r\na\r\n", "A\r\n0123456789\r\n", "00001\r\nz\r\n", "0\r\nX-Trailer: 1\r\n\r\n"];
    const head =
      "POST /any/chunks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTrailer: X-Trailer\r\nConnection: close\r\n\r\n";
    const text = await raw(edge.url, head + chunks.join(""));
    const [status] = statusesOf(text);
    expect(status).toBe(200);
    const seen = JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4));
    expect(seen.body).toBe("a0123456789z");
    expect(seen.headers).not.toHaveProperty("trailer");
    expect(seen.headers).not.toHaveProperty("x-trailer");
  });

  test("an upstream that replies before it has read the body is heard", async () => {
    upstream.on("/any/early", (_, response) => response.writeHead(403, { connection: "close" }).end("no"));
    const sent = httpRequest(edge.url, { method: "POST", path: "/any/early", agent: false });
    sent.on("error", () => undefined); // The edge may close while we still write.
    sent.write("begun");
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    expect(response.statusCode).toBe(403);
    sent.destroy();
  });
});

describe("limits", () => {
  test("a declared length beyond the route's limit is refused before a byte is sent on", async () => {
    const before = upstream.seen.length;
    const text = await raw(
      edge.url,
      `POST /limited HTTP/1.1\r\nHost: x\r\nContent-Length: ${LIMIT_BYTES + 1}\r\n\r\n`,
      (reply) => reply.includes("\r\n\r\n"),
    );
    expect(statusesOf(text)).toEqual([413]);
    expect(text).toContain("application/problem+json");
    expect(upstream.seen).toHaveLength(before);
  });

  test("a chunked body beyond the route's limit is refused, and its upstream never sees the end", async () => {
    const { promise: began, resolve: begin } = Promise.withResolvers<void>();
    const { promise: complete, resolve: end } = Promise.withResolvers<boolean>();
    upstream.on("/limited", (incoming, response) => {
      incoming.on("data", () => begin());
      incoming.on("error", () => undefined); // It is what is waited for.
      incoming.on("end", () => response.end("whole"));
      incoming.on("close", () => end(incoming.complete));
    });
    const sent = httpRequest(edge.url, { method: "POST", path: "/limited", agent: false });
    sent.on("error", () => undefined); // The edge may close while the body is under way.
    sent.write("x".repeat(LIMIT_BYTES));
    await began;
    sent.write("x");
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    expect(response.statusCode).toBe(413);
    expect(response.headers["content-type"]).toBe("application/problem+json");
    expect(await complete).toBe(false);
    sent.destroy();
  });

  test.each(["declared", "chunked"])("a %s body of exactly the limit passes", async (kind) => {
    upstream.on("/limited", (incoming, response) => {
      let length = 0;
      incoming.on("data", (chunk) => {
        length += chunk.length;
      });
      incoming.on("end", () => response.end(String(length)));
    });
    const headers = kind === "chunked" ? { "transfer-encoding": "chunked" } : {};
    const sent = httpRequest(edge.url, { method: "POST", path: "/limited", agent: false, headers });
    sent.end("x".repeat(LIMIT_BYTES));
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    expect(await nextChunk(response)).toBe(String(LIMIT_BYTES));
  });
});

describe("a reply that breaks off", () => {
  test("is a 502 or broken where it is small, and never a short body that looks whole", async () => {
    const outcome = await request(edge.url, "/short").catch((error) => error);
    if (outcome instanceof Error) expect(outcome.message).toMatch(/aborted|socket hang up|ECONNRESET/);
    else expect(outcome).toMatchObject({ status: 502 });
  });

  test.each(["shortLarge", "tornChunks", "midChunk", "badChunk"])("is broken for the client too: %s", async (path) => {
    await expect(request(edge.url, `/${path}`)).rejects.toThrow(/aborted|socket hang up|ECONNRESET/);
  });

  test("is a line of the log that says so", async () => {
    await expect(request(edge.url, "/shortLarge")).rejects.toThrow();
    await expect
      .poll(() => edge.log.findLast(({ route }) => route === "shortLarge"))
      .toMatchObject({
        status: 200,
        ended: "truncated",
      });
  });

  test("while the upstream is killed in the middle is broken for the client too", async () => {
    upstream.on("/any/killed", (incoming, response) => {
      response.writeHead(200, { "content-length": 1_000_000 });
      response.write("x".repeat(100_000), () => incoming.socket.destroy());
    });
    await expect(request(edge.url, "/any/killed")).rejects.toThrow(/aborted|socket hang up|ECONNRESET/);
  });

  test("a reply that the end of its connection ends is whole", async () => {
    expect((await request(edge.url, "/untilClose")).body.toString()).toBe("until the end");
  });

  test("what an upstream says beyond its reply's length reaches nobody", async () => {
    for (let turn = 0; turn < 3; turn++) {
      const { status, body } = await request(edge.url, "/longer");
      if (status === 200) expect(body.toString()).toBe("hello");
      else expect(status).toBe(503); // The connection, which lied, was the one to be used again.
    }
  });
});

describe("a client that leaves", () => {
  test("during the reply ends the upstream's work", async () => {
    const { promise: gone, resolve: leave } = Promise.withResolvers<void>();
    upstream.on("/any/endless", (_, response) => {
      response.on("close", leave);
      response.writeHead(200);
      const more = () => void (response.destroyed || response.write("x".repeat(10_000), () => setImmediate(more)));
      more();
    });
    const response = await open(edge.url, "/any/endless");
    await nextChunk(response);
    response.destroy();
    await gone;
    await expect.poll(() => edge.log.find(({ path }) => path === "/any/endless")).toMatchObject({ ended: "aborted" });
  });

  test("during a silence of the reply ends the upstream's work with its next bytes", async () => {
    const { promise: gone, resolve: leave } = Promise.withResolvers<void>();
    const { promise: left, resolve: goOn } = Promise.withResolvers<void>();
    upstream.on("/any/silent", async (_, response) => {
      response.on("close", leave);
      response.writeHead(200);
      response.write("once");
      await left;
      const ticks = setInterval(() => response.write("again"), 10);
      response.on("close", () => clearInterval(ticks));
    });
    const response = await open(edge.url, "/any/silent");
    await nextChunk(response);
    response.destroy();
    await once(response, "close");
    goOn();
    await gone;
  });

  test("with a reset before the reply ends the upstream's work at once", async () => {
    const { promise: began, resolve: begin } = Promise.withResolvers<void>();
    const { promise: gone, resolve: leave } = Promise.withResolvers<void>();
    upstream.on("/any/unanswered", (_, response) => {
      response.on("close", leave);
      begin();
    });
    const sent = httpRequest(edge.url, { path: "/any/unanswered", agent: false }).on("error", () => undefined);
    sent.end();
    await began;
    sent.socket?.resetAndDestroy();
    const leftAt = performance.now();
    await gone;
    expect(performance.now() - leftAt).toBeLessThan(AT_ONCE_MS);
  });

  test("without a word ends the upstream's work at the deadline", async () => {
    const { promise: began, resolve: begin } = Promise.withResolvers<void>();
    const { promise: gone, resolve: leave } = Promise.withResolvers<void>();
    upstream.on("/slow", (_, response) => {
      response.on("close", leave);
      begin();
    });
    const sent = httpRequest(edge.url, { path: "/slow", agent: false }).on("error", () => undefined);
    sent.end();
    await began;
    sent.destroy(); // Half of a connection that is closed: the client may still listen.
    await gone;
  });

  test.each(["content-length", "transfer-encoding"])(
    "during its own body (%s) leaves the upstream no whole request",
    async (framing) => {
      const { promise: began, resolve: begin } = Promise.withResolvers<void>();
      const { promise: complete, resolve: end } = Promise.withResolvers<boolean>();
      upstream.on("/any/half", (incoming) => {
        incoming.on("data", () => begin());
        incoming.on("error", () => undefined); // It is what is waited for.
        incoming.on("close", () => end(incoming.complete));
      });
      const { hostname, port } = new URL(edge.url);
      const socket = connect(Number(port), hostname).on("error", () => undefined);
      const body =
        framing === "content-length"
          ? "Content-Length: 100000\r\n\r\nhalf"
          : "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n";
      socket.write(`POST /any/half HTTP/1.1\r\nHost: x\r\n${body}`);
      await began;
      socket.destroy();
      expect(await complete).toBe(false);
    },
  );
});

test("a body that is still on its way at the deadline never looks whole to the upstream", async () => {
  const { promise: complete, resolve: end } = Promise.withResolvers<boolean>();
  upstream.on("/slow", (incoming) => {
    incoming.resume();
    incoming.on("error", () => undefined); // It is what is waited for.
    incoming.on("close", () => end(incoming.complete));
  });
  const sent = httpRequest(edge.url, { method: "POST", path: "/slow", agent: false });
  sent.on("error", () => undefined); // The edge may close while the body is under way.
  sent.write("half");
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  expect(response.statusCode).toBe(504);
  expect(await complete).toBe(false);
  sent.destroy();
});
