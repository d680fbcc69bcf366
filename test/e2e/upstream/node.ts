/**
 * A node in a process of its own, which does what it is told at `/-/be` and says at `/-/seen` what it has seen. It listens on `PORT`, and
 * prints its URL.
 * @module
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** How a node behaves from now on. */
export interface Behaviour {
  /** How long it takes to answer. */
  readonly delayMs?: number;
  readonly status?: number;
  /** What `/readyz` says. */
  readonly ready?: boolean;
}

export interface Seen {
  /** Requests that came in, and those whose sender left before they were answered. */
  readonly requests: number;
  readonly left: number;
  /** `fairway-timeout-ms` of the last one. */
  readonly timeoutMs: string | null;
  readonly readyz: number;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

if (import.meta.main) {
  let behaviour: Behaviour = {};
  const seen = { requests: 0, left: 0, timeoutMs: null as string | null, readyz: 0 };
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (request.url === "/-/seen") return answer(200, seen);
    if (request.url === "/-/be") {
      behaviour = JSON.parse(await textOf(request)) as Behaviour;
      return answer(200, {});
    }
    if (request.url === "/readyz") {
      seen.readyz++;
      return answer(behaviour.ready === false ? 503 : 200, {});
    }
    const { delayMs = 0, status = 200 } = behaviour;
    seen.requests++;
    seen.timeoutMs = (request.headers["fairway-timeout-ms"] as string | undefined) ?? null;
    response.on("close", () => {
      if (!response.writableEnded) seen.left++;
    });
    request.resume();
    setTimeout(answer, delayMs, status, { node: (server.address() as AddressInfo).port });
  });
  server.keepAliveTimeout = 0; // The edge decides: otherwise a request could meet a connection that is just closed.
  server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
    console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  process.once("disconnect", () => process.exit());
}
