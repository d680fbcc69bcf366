/**
 * An upstream of the batch bench: one and the same kilobyte of JSON for every path, alone or merged. On node:http, with no framework
 * between, so that what is measured is the edge.
 * @module
 */
import { createServer, type IncomingMessage } from "node:http";
import { batchWriter, parseBatch } from "../../proto/batch/batch.ts";

const BODY = Buffer.from(
  JSON.stringify({
    items: Array.from({ length: 20 }, (_, id) => ({ id, name: `item number ${id}`, tags: ["a", "b"] })),
  }),
);
const HEADERS = { "content-type": "application/json", "cache-control": "max-age=60", etag: '"1"' };

const server = createServer(async (request, response) => {
  if (request.url !== "/$batch") {
    response.writeHead(200, { ...HEADERS, "content-length": BODY.length }).end(BODY);
    return;
  }
  const items = parseBatch(await bodyOf(request), request.headers["content-type"] ?? null);
  const headers = Object.entries(HEADERS);
  const replies = items.map(({ id }) => ({ id, status: 200, headers, body: new Uint8Array(BODY) }));
  response.writeHead(200, { "content-type": "application/x-protobuf;delimited=true" });
  response.end(batchWriter("frames").write(replies));
});

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

server.keepAliveTimeout = 60_000; // Longer than a run: no connection is closed while it is about to be used.
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`listening on http://127.0.0.1:${address?.port}`);
});
process.once("SIGTERM", () => process.exit());
