/** Bodies that are far larger than what an edge may hold pass through it without being held. */
import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Edge, open, seenOf, startTestEdge, startUpstream, type Upstream } from "./world.ts";

const MEBIBYTE = 1 << 20;
const LARGE_BYTES = 100 * MEBIBYTE;
/** Far below what passes through, far above what a collection of garbage more or less makes out. */
const GROWTH_BYTES_MAX = 40 * MEBIBYTE;

let upstream: Upstream;
let edge: Edge;

beforeAll(async () => {
  upstream = await startUpstream();
  const match = { methods: ["GET", "PUT"], path: "/{rest...}" };
  edge = await startTestEdge({
    upstreams: { main: { urls: [upstream.url] } },
    routes: [{ name: "any", match, upstream: "main", bodyBytesMax: LARGE_BYTES }],
  });
});

afterAll(async () => {
  await edge?.stop();
  await upstream?.stop();
});

describe("100 MiB", () => {
  const chunk = Buffer.alloc(64 << 10, "x");
  function* chunks() {
    for (let sent = 0; sent < LARGE_BYTES; sent += chunk.length) yield chunk;
  }

  /** Runs it, and tells how much more memory the edge held at the worst moment. */
  async function growthDuring(work: () => Promise<void>): Promise<number> {
    const before = await edge.residentBytes();
    let most = before;
    const watch = setInterval(async () => {
      most = Math.max(most, await edge.residentBytes());
    }, 20);
    await work().finally(() => clearInterval(watch));
    return Math.max(most, await edge.residentBytes()) - before;
  }

  test.each(["a known length", "chunks"])(
    "come through to the client with %s, and the edge does not grow",
    async (framing) => {
      upstream.on("/download", (_, response) => {
        if (framing !== "chunks") response.setHeader("content-length", LARGE_BYTES);
        Readable.from(chunks()).pipe(response);
      });
      const growth = await growthDuring(async () => {
        const response = await open(edge.url, "/download");
        let length = 0;
        for await (const part of response) length += (part as Buffer).length;
        expect(length).toBe(LARGE_BYTES);
      });
      expect(growth).toBeLessThan(GROWTH_BYTES_MAX);
    },
  );

  test.each(["a known length", "chunks"])(
    "come through to the upstream with %s, and the edge does not grow",
    async (framing) => {
      upstream.on("/upload-large", (incoming, response) => {
        let length = 0;
        incoming.on("data", (part) => {
          length += part.length;
        });
        incoming.on("end", () => response.end(String(length)));
      });
      const headers = framing === "chunks" ? {} : { "content-length": LARGE_BYTES };
      const growth = await growthDuring(async () => {
        const sent = httpRequest(edge.url, { method: "PUT", path: "/upload-large", agent: false, headers });
        Readable.from(chunks()).pipe(sent);
        const [response] = (await once(sent, "response")) as [IncomingMessage];
        expect(await text(response)).toBe(String(LARGE_BYTES));
      });
      expect(growth).toBeLessThan(GROWTH_BYTES_MAX);
    },
  );

  test("for a client that does not read wait at the upstream, not in the edge", async () => {
    let written = 0;
    upstream.on("/unread", (_, response) => {
      response.writeHead(200, { "content-length": LARGE_BYTES });
      const source = Readable.from(chunks());
      source.on("data", (part: Buffer) => {
        written += part.length;
      });
      source.pipe(response);
      response.on("close", () => source.destroy());
    });
    const response = await open(edge.url, "/unread");
    response.pause();
    let before = -1;
    await expect
      .poll(
        () => {
          const stands = written === before;
          before = written;
          return stands && written > 0;
        },
        { interval: 200 },
      )
      .toBe(true);
    expect(written).toBeLessThan(LARGE_BYTES / 2);
    response.destroy();
  });

  test("the edge still answers after all this", async () => {
    expect((await seenOf(edge.url, "/still")).url).toBe("/still");
  });
});
