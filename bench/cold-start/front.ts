/**
 * The way without Fairway: one TLS server, HTTP/2 and HTTP/1.1, that hands each request to the service it is for and passes the
 * reply on as it comes. On loopback behind it, it adds no round trip. Prints its URL when it is ready.
 *
 * Environment: ORIGIN, COUNTRIES (base URLs), TLS_KEY, TLS_CERT (PEM).
 * @module
 */
import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import type { AddressInfo } from "node:net";

const { ORIGIN = "", COUNTRIES = "", TLS_KEY = "", TLS_CERT = "" } = process.env;
/** Idle connections end here, before a service ends them just when the next request is on its way. */
const agent = new Agent({ keepAlive: true, timeout: 2_000 });
/** Of one connection, not of the message (RFC 9113 §8.2.2). */
const CONNECTION_HEADERS = ["connection", "keep-alive", "transfer-encoding", "host"];

const server = createSecureServer(
  { key: TLS_KEY, cert: TLS_CERT, allowHTTP1: true, minVersion: "TLSv1.3" },
  (incoming, outgoing) => {
    const { url, method, headers } = incoming;
    const upstream = request(targetOf(url), { method, agent, headers: endToEnd(headers) }, (reply) =>
      pass(reply, outgoing),
    );
    upstream.on("error", (error) => {
      console.error(`front: ${method} ${url}: ${error.message}`);
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
    });
    incoming.pipe(upstream);
  },
);
server.listen(0, "127.0.0.1");
await once(server, "listening");
process.once("SIGTERM", () => process.exit());
console.log(`front: https://127.0.0.1:${(server.address() as AddressInfo).port}`);

/** As edge/route/default-routes.json has it. */
function targetOf(url: string): string {
  return url.startsWith("/api/") ? COUNTRIES + url.slice("/api".length) : ORIGIN + url;
}

function pass(reply: IncomingMessage, outgoing: Http2ServerResponse): void {
  outgoing.writeHead(reply.statusCode ?? 502, endToEnd(reply.headers));
  reply.pipe(outgoing);
}

function endToEnd<T extends Http2ServerRequest["headers"]>(headers: T): Record<string, string | string[]> {
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith(":") && !CONNECTION_HEADERS.includes(name));
  return Object.fromEntries(kept.filter((entry): entry is [string, string | string[]] => entry[1] !== undefined));
}
