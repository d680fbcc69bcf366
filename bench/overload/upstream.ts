/**
 * A server that can do so much and no more: WORKERS calls at a time, SERVICE_MS each, and a queue without end for the others. It works on
 * what it has accepted whether or not anybody still waits for it, as most servers do.
 * @module
 */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const workers = Number(process.env.WORKERS);
const serviceMs = Number(process.env.SERVICE_MS);
const BODY = JSON.stringify({ text: "x".repeat(1_000) });

const queue: ServerResponse[] = [];
let busy = 0;

function work(): void {
  while (busy < workers) {
    const response = queue.shift();
    if (response === undefined) return;
    busy++;
    setTimeout(() => {
      busy--;
      response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
      response.end(BODY);
      work();
    }, serviceMs);
  }
}

const server = createServer((_, response) => {
  queue.push(response);
  work();
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
