/**
 * The origin of the cache benches: a kilobyte of JSON for every path, after `DELAY_MS`, with `CACHE_CONTROL`. It keeps book of its answers,
 * and `/-/answers` gives them out and forgets them. Its times are those of the wall clock, so that a bench can lay them beside its own.
 * @module
 */
import { createServer } from "node:http";

export interface Answered {
  readonly path: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** As bench/cache/constant-worker.js answers. */
const BODY = Buffer.from(JSON.stringify({ text: "x".repeat(1_013) }));

const delayMs = Number(process.env.DELAY_MS ?? 0);
const headers = { "content-type": "application/json", "cache-control": process.env.CACHE_CONTROL ?? "max-age=3600" };
const wallMs = () => performance.timeOrigin + performance.now();
let answered: Answered[] = [];

const server = createServer((request, response) => {
  if (request.url === "/-/answers") {
    response.writeHead(200, { "cache-control": "no-store" }).end(JSON.stringify(answered));
    answered = [];
    return;
  }
  const fromMs = wallMs();
  setTimeout(() => {
    response.writeHead(200, { ...headers, "content-length": BODY.length }).end(BODY);
    answered.push({ path: request.url ?? "", fromMs, untilMs: wallMs() });
  }, delayMs);
});

server.keepAliveTimeout = 60_000; // Longer than a run: no connection is closed while it is about to be used.
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`listening on http://127.0.0.1:${address?.port}`);
});
process.once("SIGTERM", () => process.exit());
