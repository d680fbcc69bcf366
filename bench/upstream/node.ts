/**
 * A node of an upstream under test: it answers a short JSON, a part of the requests late, and says how many it has had.
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | `PORT` | where it listens | any free one |
 * | `SLOW_EVERY` | every so manieth request is late | none |
 * | `SLOW_MS` | how late | 0 |
 * @module
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Where it says how many requests it has had; asking is none. */
export const COUNT_PATH = "/-/count";

const BODY = Buffer.from(JSON.stringify({ ok: true, padding: "x".repeat(200) }));

if (import.meta.main) {
  const every = Number(process.env.SLOW_EVERY ?? 0);
  const slowMs = Number(process.env.SLOW_MS ?? 0);
  let count = 0;
  const server = createServer((request, response) => {
    const answer = (body: Buffer | string) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
      response.end(body);
    };
    if (request.url === COUNT_PATH) answer(JSON.stringify({ count }));
    else if (++count % every === 0) setTimeout(answer, slowMs, BODY);
    else answer(BODY);
  });
  server.keepAliveTimeout = 65_000; // So that it is the edge that closes an idle connection.
  server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
    console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
}

/** How many requests the node at `url` has had. */
export async function countOf(url: string): Promise<number> {
  const { count } = (await (await fetch(url + COUNT_PATH)).json()) as { count: number };
  return count;
}
